// UTF-8: decoding, repair and the folded form in which words are compared.
// The one place that knows Unicode properties (through utf8proc, so that both builds agree).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/span.h"

namespace crossread {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point = kReplacement;  // U+FFFD where the bytes are not valid UTF-8
  uint32_t length = 1;                 // bytes read, 1 to 4; 1 for an invalid byte
  bool valid = false;
};

// Decodes the character at `byte` (byte < text.size()). Rejects overlong forms, surrogates and
// anything above U+10FFFF. Cost: O(1).
inline Decoded DecodeUtf8(std::string_view text, uint32_t byte) {
  const auto at = [&](uint32_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = at(byte);
  if (lead < 0x80) return {lead, 1, true};
  uint32_t length = 0;
  char32_t c = 0;
  char32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, c = lead & 0x1F, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, c = lead & 0x0F, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, c = lead & 0x07, least = 0x10000;
  } else {
    return {};
  }
  if (byte + length > text.size()) return {};
  for (uint32_t i = 1; i < length; ++i) {
    const unsigned char next = at(byte + i);
    if ((next & 0xC0) != 0x80) return {};
    c = (c << 6) | (next & 0x3F);
  }
  if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return {};
  return {c, length, true};
}

// Decodes the character that ends before `byte` (byte > 0; text is valid UTF-8).
Decoded DecodeUtf8Before(std::string_view text, uint32_t byte);

void AppendUtf8(char32_t code_point, std::string* out);

// Replaces each byte that is not part of valid UTF-8 by U+FFFD. *replaced (may be null) gets the
// number of such bytes. Valid text comes back unchanged, and uncopied if it was moved in. Cost:
// O(n).
std::string RepairUtf8(std::string bytes, uint32_t* replaced);

// The questions below for characters beyond ASCII, from the Unicode tables.
namespace unicode {
bool IsLetter(char32_t c);
bool IsUpper(char32_t c);
bool IsLower(char32_t c);
bool IsDigit(char32_t c);
bool IsSpace(char32_t c);
}  // namespace unicode

inline bool IsLetter(char32_t c) {
  return c < 0x80 ? IsAsciiAlpha(static_cast<char>(c)) : unicode::IsLetter(c);
}
inline bool IsUpper(char32_t c) {  // upper or title case
  return c < 0x80 ? IsAsciiUpper(static_cast<char>(c)) : unicode::IsUpper(c);
}
inline bool IsLower(char32_t c) {
  return c < 0x80 ? IsAsciiLower(static_cast<char>(c)) : unicode::IsLower(c);
}
inline bool IsDigit(char32_t c) {
  return c < 0x80 ? IsAsciiDigit(static_cast<char>(c)) : unicode::IsDigit(c);
}
// White space, NBSP and the zero-width characters U+200B, U+2060, U+FEFF.
inline bool IsSpace(char32_t c) {
  return c < 0x80 ? IsAsciiSpace(static_cast<char>(c)) : unicode::IsSpace(c);
}

bool IsCombiningMark(char32_t c);  // an accent, or a vowel sign of another script
// Default ignorable: soft hyphen, joiners, bidi controls, BOM, variation selectors.
bool IsIgnorable(char32_t c);
// Any single or double quotation mark or apostrophe, straight or not.
bool IsQuoteMark(char32_t c);
constexpr bool IsDash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
}

// The form in which words are compared: case-folded, compatibility-composed (NFKC_Casefold), curly
// apostrophes straight, dashes as '-', ignorable characters gone. "ZELENSKYY’S" -> "zelenskyy's".
// In: valid UTF-8. Cost: O(n); plain ASCII takes a fast path.
std::string Fold(std::string_view text);

// Fold() with the diacritics removed too: "Müller" -> "muller". For names, never for display.
std::string FoldDiacritics(std::string_view text);

// `span` without white space at its ends.
Span Trim(std::string_view text, Span span);

}  // namespace crossread
