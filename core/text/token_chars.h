// The characters of tokens, shared by the files that find where a token ends.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/text/characters.h"

namespace crossread {

constexpr bool IsApostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0x2BC;
}

constexpr bool IsCurlyOrGraveSingle(char32_t c) { return c == 0x2019 || c == 0x2018 || c == '`'; }

// "-" and the two characters made for hyphens; dashes join no words.
constexpr bool IsHyphenCharacter(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011; }

// What a word can hold anywhere: soft hyphens and zero-width characters as well, which its norm
// loses. The degree sign of careless typists ("24º") is a letter to Unicode only.
inline bool IsWordCharacter(char32_t c) {
  if (c < 0x80) {
    const char a = static_cast<char>(c);
    return IsAsciiAlpha(a) || IsAsciiDigit(a) || c == '_';
  }
  return (IsLetter(c) && c != 0xBA) || IsDigit(c) || IsCombiningMark(c) || IsIgnorable(c);
}

inline bool IsAsciiAlphanumeric(char c) { return IsAsciiAlpha(c) || IsAsciiDigit(c); }

inline uint32_t CountDigits(std::string_view text, uint32_t byte, uint32_t end) {
  uint32_t i = byte;
  while (i < end && IsAsciiDigit(text[i])) ++i;
  return i - byte;
}

// The first byte in [byte, end) that belongs to no word, or end.
inline uint32_t WordCharactersEnd(std::string_view text, uint32_t byte, uint32_t end) {
  while (byte < end) {
    const Decoded d = DecodeAt(text, byte);
    if (!IsWordCharacter(d.code_point)) break;
    byte += d.length;
  }
  return byte;
}

}  // namespace crossread
