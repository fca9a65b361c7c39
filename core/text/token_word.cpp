#include "core/text/token_word.h"

#include "core/text/affixes.h"
#include "core/text/token_chars.h"
#include "core/text/word_classes.h"

namespace crossread {
namespace {

class WordScanner {
 public:
  WordScanner(std::string_view text, Span rest, Span sentence)
      : text_(text), begin_(rest.begin), end_(rest.end), sentence_(sentence) {}

  TokenEnds Scan() const {
    uint32_t i = begin_;
    uint32_t apostrophe = 0;  // the last one inside the word
    for (;;) {
      i = WordCharactersEnd(text_, i, end_);
      if (i >= end_) break;
      const Decoded d = DecodeAt(text_, i);
      const uint32_t next = i + d.length;
      const char32_t follow = CodeAt(next);
      if (!IsWordCharacter(follow) || !Joins(d.code_point, i, next)) break;
      if (IsApostrophe(d.code_point)) apostrophe = i;
      i = next;
    }
    i = WithoutUnderscores(i);
    if (At(i) == '$' && i - begin_ <= 3 && IsAsciiUpper(text_[begin_])) return {i + 1, 0, {}};
    if (const TokenEnds cut = Cut(i, apostrophe); cut.middle != 0) return cut;
    return {WithMark(i), 0, {}};
  }

 private:
  char At(uint32_t byte) const { return byte < end_ ? text_[byte] : '\0'; }
  char32_t CodeAt(uint32_t byte) const {
    return byte < end_ ? DecodeAt(text_, byte).code_point : 0;
  }
  std::string_view WordTo(uint32_t end) const { return text_.substr(begin_, end - begin_); }

  // Whether the mark `c` at `i` stands inside the word; `next` is the word character behind it.
  bool Joins(char32_t c, uint32_t i, uint32_t next) const {
    if (c == '.') return !IsStopOfAnother(i);
    if (c == '&') return JoinsLetters(i);
    if (c == '/') return JoinsBySlash(i);
    if (IsHyphenCharacter(c)) return KeepsHyphen(i, next);
    return IsApostrophe(c);
  }

  // A full stop without a space behind it: "dam broke.The", "St.Olav", "Nov.28", "P.O.Box". Near
  // misses: "port.example", "U.S.A", "Ph.D".
  bool IsStopOfAnother(uint32_t stop) const {
    const char a = At(stop + 1);
    const bool upper = IsAsciiUpper(a) && IsAsciiLower(At(stop + 2));
    if (!upper && !IsAsciiDigit(a)) return false;
    if (upper && IsAsciiLower(text_[stop - 1])) return true;
    const std::string_view word = WordTo(stop);
    if (upper && word.size() > 2 && IsDottedLetters(word)) return true;
    return (ClassesOf(word) & (kTitle | kMonth | kNumberAbbreviation)) != 0;
  }

  // "AT&T", "PG&E", "r&b"; near miss: "cats&dogs".
  bool JoinsLetters(uint32_t i) const {
    if (IsAsciiUpper(text_[i - 1])) return IsUpper(CodeAt(i + 1));
    return i == begin_ + 1 && IsAsciiLower(At(i + 1)) && !IsWordCharacter(CodeAt(i + 2));
  }

  // "N/A", "w/o", "s/he"; near misses: "and/or", "5 m/s", "A/B/C".
  bool JoinsBySlash(uint32_t i) const {
    const uint32_t end = WordCharactersEnd(text_, i + 1, end_);
    if (At(end) == '/') return false;
    const bool capitals = i == begin_ + 1 && end == i + 2 && IsAsciiUpper(text_[begin_]) &&
                          IsAsciiUpper(text_[i + 1]);
    return capitals || FindAffix(WordTo(end), "whole") != nullptr;
  }

  // "non-profit", "mid-1980s", "career-wise"; the parts of "well-known" are tokens, and so are
  // those of "Nesf-e-Jahan", whose "e" is no prefix, and of "pre-9/11".
  bool KeepsHyphen(uint32_t hyphen, uint32_t next) const {
    const bool inside = begin_ > sentence_.begin && text_[begin_ - 1] == '-';
    const uint32_t end = WordCharactersEnd(text_, next, end_);
    if (FindAffix(text_.substr(next, end - next), "suffix") != nullptr) return true;
    if (inside || FindAffix(WordTo(hyphen), "prefix") == nullptr) return false;
    return IsLetter(CodeAt(next)) || (hyphen - begin_ > 2 && At(end) != '/');
  }

  // "_The Ship_": marks of emphasis are not the word's.
  uint32_t WithoutUnderscores(uint32_t i) const {
    while (i > begin_ + 1 && text_[i - 1] == '_') --i;
    return i;
  }

  // Where the second token of one word begins: "do|n't", "Lee|'s", "can|not", "do|nt".
  TokenEnds Cut(uint32_t end, uint32_t apostrophe) const {
    if (apostrophe != 0) {
      if (CliticEnd(text_, apostrophe, end_) == end) return {end, apostrophe, {}};
      const char n = text_[apostrophe - 1];
      const uint32_t t = apostrophe + DecodeAt(text_, apostrophe).length;
      const bool is_not = (n == 'n' || n == 'N') && end == t + 1 && AsciiLower(text_[t]) == 't';
      if (is_not && apostrophe - 1 > begin_) return {end, apostrophe - 1, {}};
      return {end, 0, {}};
    }
    const LexiconRow* row = FindAffix(WordTo(end), "cut");
    // "im here", but not the names "Im" and "Ive".
    if (row == nullptr || (row->column(1) == "1" && IsAsciiUpper(text_[begin_])))
      return {end, 0, {}};
    return {end, begin_ + static_cast<uint32_t>(row->column(1)[0] - '0'), row->column(2)};
  }

  // `i` behind the full stop, exclamation mark or apostrophe that belongs to the word before it.
  uint32_t WithMark(uint32_t i) const {
    const char mark = At(i);
    if (mark == '.') return TakesFullStop(i) ? i + 1 : i;
    if (mark == '!') {  // "Yahoo! said", but not at the end: "I was at Yahoo!"
      return (ClassesOf(WordTo(i + 1)) & kMarkedName) != 0 && !IsLast(i + 1) ? i + 1 : i;
    }
    const Decoded d = i < end_ ? DecodeAt(text_, i) : Decoded{};
    const bool elided =
        IsApostrophe(d.code_point) && i - begin_ <= 2 && FindAffix(WordTo(i), "elided") != nullptr;
    return elided ? i + d.length : i;  // "cup o' tea", "rock n' roll"
  }

  // Whether the full stop at `stop` belongs to the word before it: "U.S.", "Sen.", "J." inside a
  // sentence. At its end only names in capitals keep it: "in the U.S." Near misses: "It was I.",
  // "He said no.", "at 5 p.m.", "nets, ropes, etc."
  bool TakesFullStop(uint32_t stop) const {
    const bool two = At(stop + 1) == '.';  // "in Washington D.C.."
    if (two && (At(stop + 2) == '.' || !IsLast(stop + 2))) return false;
    const std::string_view word = WordTo(stop);
    const bool last = !two && IsLast(stop + 1);
    if (word.size() == 1) return !last && IsAsciiAlpha(word[0]);
    if (IsDottedLetters(word)) return !last || IsAsciiUpper(word[0]);
    if (last) return false;
    return (ClassesOf(word) & (kShortForms | kNumberAbbreviation)) != 0;
  }

  // Whether nothing but marks that close stands in the sentence from `byte` on.
  bool IsLast(uint32_t byte) const {
    while (byte < sentence_.end) {
      const Decoded d = DecodeAt(text_, byte);
      const char32_t c = d.code_point;
      if (!IsSpace(c) && !IsClosingBracket(c) && !IsClosingQuote(c) && !IsStraightQuote(c)) {
        return false;
      }
      byte += d.length;
    }
    return true;
  }

  std::string_view text_;
  uint32_t begin_;
  uint32_t end_;
  Span sentence_;
};

}  // namespace

TokenEnds ScanWord(std::string_view text, Span rest, Span sentence) {
  return WordScanner(text, rest, sentence).Scan();
}

uint32_t CliticEnd(std::string_view text, uint32_t byte, uint32_t end) {
  uint32_t i = byte + DecodeAt(text, byte).length;
  char tail[3] = {0, 0, 0};
  size_t size = 0;
  while (i < end && size < 3 && IsAsciiAlpha(text[i])) tail[size++] = AsciiLower(text[i++]);
  if (i < end && IsWordCharacter(DecodeAt(text, i).code_point)) return 0;
  const std::string_view clitic(tail, size);
  const bool known = clitic == "s" || clitic == "d" || clitic == "m" || clitic == "ll" ||
                     clitic == "re" || clitic == "ve";
  return known ? i : 0;
}

}  // namespace crossread
