#include "core/values/digits.h"

#include "core/base/ascii.h"

namespace crossread {
namespace {

constexpr uint32_t kSpacingWindow = 4000;  // bytes on either side

bool IsDigitAt(std::string_view text, size_t at) {
  return at < text.size() && IsAsciiDigit(text[at]);
}

// Whether a tokeniser has set apart the marks of the text around `at`: "15, 000", "4: 43",
// a dash of two hyphens.
bool SetsMarksApart(std::string_view text, uint32_t at) {
  const uint32_t begin = at > kSpacingWindow ? at - kSpacingWindow : 0;
  const std::string_view window = text.substr(begin, 2 * kSpacingWindow);
  for (size_t i = 1; i + 3 < window.size(); ++i) {
    if (window.substr(i, 5) == " - - ") return true;
    if (window[i + 1] != ' ' || !IsAsciiDigit(window[i - 1])) continue;
    if (window[i] == ',' && window.substr(i + 2, 3) == "000") return true;
    if (window[i] == ':' && IsDigitAt(window, i + 2) && IsDigitAt(window, i + 3)) return true;
  }
  return false;
}

// The end of "15, 000": at most three digits, then groups of a comma, one space and three digits.
// `byte`, where the first digits end, if it is none. What else than zeros stands there may be
// another number ("on June 2, 300 people"), but not where the marks of a text are set apart and no
// name stands before it.
uint32_t SpacedThousandsEnd(std::string_view text, uint32_t begin, uint32_t byte) {
  const auto group = [&](uint32_t at) {
    return text.substr(at, 2) == ", " && IsDigitAt(text, at + 2) && IsDigitAt(text, at + 3) &&
           IsDigitAt(text, at + 4) && !IsDigitAt(text, at + 5);
  };
  if (byte - begin > 3 || !group(byte)) return byte;
  if (text.substr(byte + 2, 3) != "000") {
    uint32_t word = begin;  // the word before it
    while (word > 0 && text[word - 1] == ' ') --word;
    while (word > 0 && text[word - 1] != ' ' && text[word - 1] != '\n') --word;
    const bool lower = text[word] >= 'a' && text[word] <= 'z';
    const bool closed = begin > 1 && text[begin - 2] == ',';  // "Last Friday, 1, 300 …"
    if (word == begin || (!lower && !closed)) return byte;
    if (!SetsMarksApart(text, begin)) return byte;
  }
  while (group(byte)) byte += 5;
  return byte;
}

}  // namespace

uint32_t DigitsEnd(std::string_view text, uint32_t begin) {
  uint32_t byte = begin;
  const uint32_t end = static_cast<uint32_t>(text.size());
  while (byte < end && IsAsciiDigit(text[byte])) ++byte;
  while (byte + 1 < end && IsAsciiDigit(text[byte + 1])) {
    uint32_t next = byte + 1;
    while (next < end && IsAsciiDigit(text[next])) ++next;
    const bool thousands = text[byte] == ',' && next - byte == 4;
    if (text[byte] != '.' && !thousands) break;
    byte = next;
  }
  return SpacedThousandsEnd(text, begin, byte);
}

}  // namespace crossread
