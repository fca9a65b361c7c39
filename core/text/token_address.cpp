#include "core/text/token_address.h"

#include "core/text/affixes.h"
#include "core/text/token_chars.h"

namespace crossread {
namespace {

constexpr uint32_t kLongestLocalPart = 64;  // bytes before the @ of an address: RFC 5321, 4.5.3.1.1
constexpr uint32_t kLongestFileName = 64;   // bytes, our choice: keeps the search O(1)

// `end` without the marks that close behind an address.
uint32_t TrimEnd(std::string_view text, uint32_t begin, uint32_t end) {
  while (end > begin + 1) {
    const Decoded d = DecodeBefore(text, end);
    const char32_t c = d.code_point;
    if (!IsTerminator(c) && c != ',' && c != ';' && c != ':' && c != '>' && !IsClosingBracket(c) &&
        !IsQuoteMark(c)) {
      break;
    }
    end -= d.length;
  }
  return end;
}

// "report-2.pdf", ".doc", "port-town.com". Near miss: "well-known.He", whose end is no ending.
uint32_t FileNameEnd(std::string_view text, Span rest) {
  if (rest.size() > kLongestFileName) return 0;
  const uint32_t end = TrimEnd(text, rest.begin, rest.end);
  const std::string_view name = text.substr(rest.begin, end - rest.begin);
  const size_t stop = name.rfind('.');
  if (stop == std::string_view::npos) return 0;
  for (char c : name) {
    const bool plain = IsAsciiAlphanumeric(c) || c == '-' || c == '_' || c == '.' || c == '~' ||
                       c == '%' || c == '#' || c == '!' || c == '&';
    if (!plain) return 0;
  }
  return FindAffix(name.substr(stop + 1), "ending") != nullptr ? end : 0;
}

}  // namespace

uint32_t AddressEnd(std::string_view text, Span rest, bool whole) {
  if (rest.size() < 4) return 0;
  const auto at = [&](uint32_t byte) { return byte < rest.end ? text[byte] : '\0'; };
  uint32_t i = rest.begin;
  const uint32_t limit =
      rest.size() > kLongestLocalPart ? rest.begin + kLongestLocalPart : rest.end;
  bool letters_only = true;  // nearly every word ends its look-up here
  for (; i < limit; ++i) {
    const char c = text[i];
    if (IsAsciiAlpha(c)) continue;
    if (!IsAsciiDigit(c) && c != '.' && c != '_' && c != '-' && c != '+' && c != '%') break;
    letters_only = false;
  }
  const std::string_view word = text.substr(rest.begin, i - rest.begin);
  if (at(i) == ':') {
    const bool scheme = at(i + 1) == '/' && at(i + 2) == '/';
    const bool mail = word.size() == 6 && AsciiLower(word) == "mailto";
    return scheme || mail ? TrimEnd(text, rest.begin, rest.end) : 0;
  }
  if (at(i) == '@' && i > rest.begin && IsAsciiAlpha(at(i + 1))) {
    return TrimEnd(text, rest.begin, rest.end);
  }
  if (letters_only && i == rest.end) return 0;
  if (word.size() > 4 && word[3] == '.' && AsciiLower(word.substr(0, 3)) == "www") {
    return TrimEnd(text, rest.begin, rest.end);
  }
  return whole ? FileNameEnd(text, rest) : 0;
}

}  // namespace crossread
