#include "core/text/token_number.h"

#include "core/text/affixes.h"
#include "core/text/token_chars.h"

namespace crossread {
namespace {

uint32_t IntegerAt(std::string_view text, uint32_t byte, uint32_t digits) {
  uint32_t value = 0;
  for (uint32_t i = 0; i < digits && i < 4; ++i) value = value * 10 + (text[byte + i] - '0');
  return value;
}

class NumberScanner {
 public:
  NumberScanner(std::string_view text, Span rest)
      : text_(text), begin_(rest.begin), end_(rest.end) {}

  uint32_t End(uint32_t i) const {
    bool hyphens = false;  // all that joins its groups: "2031-04-02", not "5:00-8:30"
    bool slashes = false;
    for (uint32_t groups = 1;; ++groups) {
      const uint32_t digits = CountDigits(text_, i, end_);
      i += digits;
      const char mark = At(i);
      const uint32_t follow = CountDigits(text_, i + 1, end_);
      if (follow == 0 || digits == 0) break;
      const bool joined = mark == '.' || mark == ':' || (mark == ',' && follow == 3) ||
                          (mark == '/' && (slashes || IsDate(i, digits, follow))) ||
                          (mark == '-' && IsHyphenated(i, digits, follow, groups, hyphens));
      if (!joined) break;
      hyphens = mark == '-' && (groups == 1 || hyphens);
      slashes = mark == '/';
      ++i;
    }
    return WithLetters(i);
  }

 private:
  char At(uint32_t byte) const { return byte < end_ ? text_[byte] : '\0'; }

  // "9/11", "5/18", "3/2031", "09/16/99", the "503/464" of a telephone number. Near misses, which
  // are three tokens: the fractions "1/2" and "3/4", "24/7", the year "2031/32". `slash` is its
  // byte, with `before` and `after` digits around it.
  bool IsDate(uint32_t slash, uint32_t before, uint32_t after) const {
    const uint32_t second = slash + 1 + after;
    const bool third = CountDigits(text_, second + 1, end_) > 0;
    if (third && (At(second) == '/' || (At(second) == '-' && before == 3 && after == 3))) {
      return true;
    }
    const uint32_t month = IntegerAt(text_, slash - before, before);
    const uint32_t day = IntegerAt(text_, slash + 1, after);
    if (before > 2 || month == 0 || month > 12 || after == 3 || (after < 3 && day > 31)) {
      return false;
    }
    const bool common = day == 2 || day == 3 || day == 4 || day == 5 || day == 8;
    return !(common && after == 1 && month < day);
  }

  // A telephone number ("555-0199"), an American postal code ("77042-0199") and a date
  // ("2031-04-02") keep their hyphens. Near misses: the ranges "4-5", "400-500", "5:00-8:30".
  bool IsHyphenated(uint32_t hyphen, uint32_t before, uint32_t after, uint32_t groups,
                    bool hyphens) const {
    if (groups > 1) return hyphens || (before == 3 && after == 4) || text_[begin_] == '+';
    const uint32_t second = hyphen + 1 + after;
    const bool three = At(second) == '-' && CountDigits(text_, second + 1, end_) > 0;
    return three || ((before == 3 || before == 5) && after == 4) || text_[begin_] == '+';
  }

  // Letters glued to a number stay ("7th", "1980s", "5G") unless they are a unit ("10|am", "500|g",
  // "2|p.m."). So does the 's of a decade ("the 1930's"); near miss: "2003|'s winner".
  uint32_t WithLetters(uint32_t i) const {
    const uint32_t letters = WordCharactersEnd(text_, i, end_);
    if (letters == i) {
      const Decoded d = i < end_ ? DecodeAt(text_, i) : Decoded{};
      const uint32_t s = i + d.length;
      const bool decade = IsApostrophe(d.code_point) && i > begin_ && text_[i - 1] == '0' &&
                          AsciiLower(At(s)) == 's' && WordCharactersEnd(text_, s, end_) == s + 1 &&
                          i - begin_ <= 4;
      return decade ? s + 1 : i;
    }
    if (IsUnit(text_.substr(i, letters - i))) return i;
    const bool dotted = letters == i + 1 && At(letters) == '.' && IsAsciiAlpha(At(letters + 1));
    return dotted && IsUnit(text_.substr(i, 3)) ? i : letters;
  }

  static bool IsUnit(std::string_view letters) {
    const LexiconRow* row = FindAffix(letters, "unit");
    return row != nullptr && (row->column(1) != "lower" || IsAsciiLower(letters[0]));
  }

  std::string_view text_;
  uint32_t begin_;
  uint32_t end_;
};

}  // namespace

uint32_t NumberEnd(std::string_view text, Span rest, uint32_t digits) {
  return NumberScanner(text, rest).End(digits);
}

}  // namespace crossread
