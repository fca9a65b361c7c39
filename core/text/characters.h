// Classes of punctuation as the text stage sees them: what ends a sentence, what opens and closes a
// quotation or a bracket, what marks a list item. Letters and white space are base/utf8.h's.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/span.h"
#include "core/base/utf8.h"

namespace crossread {

constexpr bool IsTerminator(char32_t c) {
  switch (c) {
    case '.':
    case '?':
    case '!':
    case 0x2026:  // …
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:  // ‼ ‽ ⁇ ⁈ ⁉
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:  // 。！．？｡
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x0965:  // ؟ ۔ । ॥
      return true;
    default:
      return false;
  }
}

// Terminators of scripts that put no space after them or have no capitals.
constexpr bool IsOtherScriptTerminator(char32_t c) {
  return IsTerminator(c) && c >= 0x600 && !(c >= 0x2000 && c <= 0x2FFF);
}

constexpr bool IsOpeningQuote(char32_t c) {
  return c == 0x201C || c == 0x2018 || c == 0x201E || c == 0x201A || c == 0xAB || c == 0x2039 ||
         c == 0x300C;
}
constexpr bool IsClosingQuote(char32_t c) {
  return c == 0x201D || c == 0x2019 || c == 0xBB || c == 0x203A || c == 0x300D;
}
constexpr bool IsStraightQuote(char32_t c) { return c == '"' || c == '\'' || c == '`'; }
constexpr bool IsOpeningBracket(char32_t c) {
  return c == '(' || c == '[' || c == '{' || c == 0xFF08;
}
constexpr bool IsClosingBracket(char32_t c) {
  return c == ')' || c == ']' || c == '}' || c == 0xFF09;
}

constexpr bool IsBullet(char32_t c) {
  return c == 0x2022 || c == 0x2023 || c == 0x2043 || c == 0x25E6 || c == 0x25AA || c == 0x25CF ||
         c == 0x25A0 || c == 0xB7 || c == 0x2713 || c == 0x2714 || c == 0x25BA || c == 0x27A4;
}

// DecodeUtf8 and DecodeUtf8Before without a call for ASCII, which is nearly all of a news text.
inline Decoded DecodeAt(std::string_view text, uint32_t byte) {
  const unsigned char lead = static_cast<unsigned char>(text[byte]);
  return lead < 0x80 ? Decoded{lead, 1, true} : DecodeUtf8(text, byte);
}
inline Decoded DecodeBefore(std::string_view text, uint32_t byte) {
  const unsigned char last = static_cast<unsigned char>(text[byte - 1]);
  return last < 0x80 ? Decoded{last, 1, true} : DecodeUtf8Before(text, byte);
}

// `span` without white space at its ends: Trim() at the speed of ASCII.
inline Span TrimLine(std::string_view text, Span span) {
  while (!span.empty() && IsAsciiSpace(text[span.begin])) ++span.begin;
  while (!span.empty() && IsAsciiSpace(text[span.end - 1])) --span.end;
  const auto is_wide = [&](uint32_t byte) {
    return static_cast<unsigned char>(text[byte]) >= 0x80;
  };
  const bool wide = !span.empty() && (is_wide(span.begin) || is_wide(span.end - 1));
  return wide ? Trim(text, span) : span;
}

// The first byte in [byte, end) that is not white space, or end. Cost: O(white space).
inline uint32_t SkipSpace(std::string_view text, uint32_t byte, uint32_t end) {
  while (byte < end) {
    const unsigned char b = static_cast<unsigned char>(text[byte]);
    if (b < 0x80) {
      if (!IsAsciiSpace(text[byte])) return byte;
      ++byte;
    } else {
      const Decoded d = DecodeUtf8(text, byte);
      if (!IsSpace(d.code_point)) return byte;
      byte += d.length;
    }
  }
  return end;
}

}  // namespace crossread
