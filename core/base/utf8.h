// UTF-8: decoding, repair and the folded form in which words are compared.
// The one place that knows Unicode properties (through utf8proc, so that both builds agree).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

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
Decoded DecodeUtf8(std::string_view text, uint32_t byte);

// Decodes the character that ends before `byte` (byte > 0; text is valid UTF-8).
Decoded DecodeUtf8Before(std::string_view text, uint32_t byte);

void AppendUtf8(char32_t code_point, std::string* out);

// Replaces each byte that is not part of valid UTF-8 by U+FFFD. *replaced (may be null) gets the
// number of such bytes. Valid text comes back unchanged. Cost: O(n).
std::string RepairUtf8(std::string_view bytes, uint32_t* replaced);

bool IsLetter(char32_t c);
bool IsUpper(char32_t c);  // upper or title case
bool IsLower(char32_t c);
bool IsDigit(char32_t c);
bool IsCombiningMark(char32_t c);  // an accent, or a vowel sign of another script
bool IsSpace(char32_t c);  // white space, NBSP and the zero-width characters U+200B, U+2060, U+FEFF
bool IsIgnorable(char32_t c);  // default ignorable: soft hyphen, joiners, bidi controls, BOM,
                               // variation selectors
bool IsQuoteMark(char32_t c);  // any single or double quotation mark or apostrophe, straight or not
bool IsDash(char32_t c);

// The form in which words are compared: case-folded, compatibility-composed (NFKC_Casefold), curly
// apostrophes straight, dashes as '-', ignorable characters gone. "ZELENSKYY’S" -> "zelenskyy's".
// In: valid UTF-8. Cost: O(n); plain ASCII takes a fast path.
std::string Fold(std::string_view text);

// Fold() with the diacritics removed too: "Müller" -> "muller". For names, never for display.
std::string FoldDiacritics(std::string_view text);

// `span` without white space at its ends.
Span Trim(std::string_view text, Span span);

}  // namespace crossread
