#include "core/text/token_scan.h"

#include <algorithm>

#include "core/lexicon/lexicon.h"
#include "core/text/characters.h"
#include "core/text/stop.h"
#include "core/text/word_classes.h"

namespace crossread {
namespace {

constexpr size_t kLongestAffix = 12;        // bytes; no prefix or unit of affixes.tsv is longer
constexpr uint32_t kLongestLocalPart = 64;  // bytes before the @ of an address: RFC 5321, 4.5.3.1.1

bool IsApostrophe(char32_t c) {
  return c == '\'' || c == 0x2019 || c == 0x2018 || c == '`' || c == 0x2BC;
}
bool IsWordCharacter(char32_t c) {
  return IsLetter(c) || IsDigit(c) || c == '_' || (c >= 0x300 && c <= 0x36F) ||
         (c >= 0x80 && IsIgnorable(c));
}

bool HasAffix(std::string_view word, std::string_view kind) {
  static const LexiconTable& table = Lexicon::English().Table("affixes.tsv");
  if (word.empty() || word.size() > kLongestAffix) return false;
  char folded[kLongestAffix];
  for (size_t i = 0; i < word.size(); ++i) folded[i] = AsciiLower(word[i]);
  const LexiconRow* row = table.Find(std::string_view(folded, word.size()));
  return row != nullptr && row->column(0) == kind;
}

size_t CountDigits(std::string_view text, uint32_t byte, uint32_t end) {
  uint32_t i = byte;
  while (i < end && IsAsciiDigit(text[i])) ++i;
  return i - byte;
}

// Reads one chunk's rest. All positions are bytes of the whole text.
class Scanner {
 public:
  Scanner(std::string_view text, Span rest, uint32_t sentence_end)
      : text_(text), begin_(rest.begin), end_(rest.end), sentence_end_(sentence_end) {}

  TokenEnds Scan() const {
    const Decoded d = DecodeAt(text_, begin_);
    const char32_t c = d.code_point;
    if (IsAsciiDigit(At(begin_))) return {ScanNumber(begin_), 0};
    if (IsWordCharacter(c)) return ScanWord();
    const uint32_t next = begin_ + d.length;
    if (next < end_) {
      if ((c == '#' || c == '@') && IsWordCharacter(CodeAt(next))) return {ScanTag(next), 0};
      if ((c == '+' || c == '.') && IsAsciiDigit(At(next))) return {ScanNumber(next), 0};
      // "'90s"; the marks around "'5 and 6'" are rarer than shortened years.
      if (IsApostrophe(c) && CountDigits(text_, next, end_) == 2) return {ScanNumber(next), 0};
      if (IsApostrophe(c)) {
        const uint32_t clitic = CliticEnd(begin_);
        if (clitic != 0) return {clitic, 0};
      }
      if (IsEmoticon()) return {end_, 0};
    }
    return {EndOfMarks(c, next), 0};
  }

 private:
  char At(uint32_t byte) const { return byte < end_ ? text_[byte] : '\0'; }
  char32_t CodeAt(uint32_t byte) const {
    return byte < end_ ? DecodeAt(text_, byte).code_point : 0;
  }

  // ":)", ";-)", "=D" as a whole chunk.
  bool IsEmoticon() const {
    const std::string_view chunk = text_.substr(begin_, end_ - begin_);
    if (chunk.size() < 2 || chunk.size() > 3 ||
        (chunk[0] != ':' && chunk[0] != ';' && chunk[0] != '=')) {
      return false;
    }
    if (chunk.size() == 3 && chunk[1] != '-') return false;
    return chunk.back() == ')' || chunk.back() == '(' || chunk.back() == 'D' || chunk.back() == 'P';
  }

  // "...", "--", "?!", "***" are one token; brackets and quotation marks are one each.
  uint32_t EndOfMarks(char32_t c, uint32_t next) const {
    uint32_t i = next;
    if (c == '!' || c == '?') {
      while (At(i) == '!' || At(i) == '?') ++i;
    } else if (c == '.' || c == '-' || c == '*' || c == '=' || c == '~' || c == '_' || c == '+' ||
               c == '<' || c == '>' || c == '\'') {
      while (i < end_ && static_cast<unsigned char>(At(i)) == c) ++i;
    } else if (c == 0x2026) {
      while (CodeAt(i) == 0x2026) i += 3;
    }
    return i;
  }

  uint32_t ScanTag(uint32_t i) const {
    while (i < end_ && IsWordCharacter(CodeAt(i))) i += DecodeAt(text_, i).length;
    return i;
  }

  // "1,000", "4.2", "10:30", "9/11", "2031-04-02", "555-0199", "7th", "1980s"; "24" of "24%", "10"
  // of "10am", "4" of "4-5".
  uint32_t ScanNumber(uint32_t i) const {
    uint32_t groups = 0;
    for (;;) {
      const size_t digits = CountDigits(text_, i, end_);
      i += static_cast<uint32_t>(digits);
      const char mark = At(i);
      const size_t follow = CountDigits(text_, i + 1, end_);
      ++groups;
      if (follow == 0 || digits == 0) break;
      const bool grouped = mark == ',' && follow == 3;
      const bool joined = mark == '.' || mark == ':' || mark == '/';
      if (!grouped && !joined && !(mark == '-' && IsHyphenated(i, digits, follow, groups))) break;
      ++i;
    }
    if (IsListNumber(i)) return i + 1;
    return ScanUnit(i);
  }

  // "3." of a list is one token; the last number of a sentence leaves the full stop to it.
  bool IsListNumber(uint32_t end) const {
    return end - begin_ <= 3 && IsAsciiDigit(text_[begin_]) && At(end) == '.' && end + 1 == end_ &&
           end_ < sentence_end_;
  }

  // A telephone number ("555-0199") or a date ("2031-04-02") keeps its hyphens; a range does not.
  // `i` is the hyphen, with `before` and `after` digits around it.
  bool IsHyphenated(uint32_t i, size_t before, size_t after, uint32_t groups) const {
    if (groups > 1) return true;
    const uint32_t second = i + 1 + static_cast<uint32_t>(after);
    return (before == 3 && after == 4) ||
           (At(second) == '-' && CountDigits(text_, second + 1, end_) > 0);
  }

  // Letters glued to a number stay ("7th", "1980s", "5G") unless they are a unit ("10|am", "5|km").
  uint32_t ScanUnit(uint32_t i) const {
    uint32_t letters = i;
    while (letters < end_ && IsWordCharacter(CodeAt(letters)))
      letters += DecodeAt(text_, letters).length;
    if (letters == i || HasAffix(text_.substr(i, letters - i), "unit")) return i;
    if (IsApostrophe(CodeAt(letters)) && At(letters + 1) == 's') return letters;
    return letters;
  }

  TokenEnds ScanWord() const {
    if (LooksLikeAddress()) return {AddressEnd(), 0};
    uint32_t i = begin_;
    uint32_t apostrophe = 0;  // the last one inside the word
    while (i < end_) {
      const Decoded d = DecodeAt(text_, i);
      const char32_t c = d.code_point;
      if (IsWordCharacter(c)) {
        i += d.length;
        continue;
      }
      const uint32_t next = i + d.length;
      const char32_t follow = CodeAt(next);
      if (i == begin_ || !IsWordCharacter(follow)) break;
      if (IsApostrophe(c)) {
        apostrophe = i;
      } else if (c == '-') {
        if (!KeepsHyphen(i)) break;
      } else if (c == '&') {
        if (!IsUpper(follow) || !IsAsciiUpper(text_[i - 1])) break;
      } else if (c != '.') {
        break;
      } else if (EndsLikeSentence(i)) {
        break;
      }
      i = next;
    }
    if (At(i) == '$' && i - begin_ <= 3 && IsAsciiUpper(text_[begin_])) return {i + 1, 0};  // US$
    const uint32_t split = SplitPoint(i, apostrophe);
    if (split != 0) return {i, split};
    return {i + (TakesFullStop(i) ? 1 : 0), 0};
  }

  // "dam broke.The": a full stop without a space behind it, between a lower-case letter and a
  // capital.
  bool EndsLikeSentence(uint32_t stop) const {
    return IsAsciiLower(text_[stop - 1]) && IsAsciiUpper(At(stop + 1)) &&
           IsAsciiLower(At(stop + 2));
  }

  // "non-profit", "e-mail"; the parts of "well-known" are tokens. `hyphen` is its byte.
  bool KeepsHyphen(uint32_t hyphen) const {
    return IsLetter(CodeAt(hyphen + 1)) &&
           HasAffix(text_.substr(begin_, hyphen - begin_), "prefix");
  }

  // Where the second token of one word begins: "do|n't", "Lee|'s", "can|not"; 0 if nowhere.
  uint32_t SplitPoint(uint32_t end, uint32_t apostrophe) const {
    const std::string_view word = text_.substr(begin_, end - begin_);
    if (apostrophe != 0) {
      if (CliticEnd(apostrophe) == end) return apostrophe;
      const char n = text_[apostrophe - 1];
      const uint32_t t = apostrophe + DecodeAt(text_, apostrophe).length;
      const bool is_not = (n == 'n' || n == 'N') && end == t + 1 && AsciiLower(text_[t]) == 't';
      return is_not && apostrophe - 1 > begin_ ? apostrophe - 1 : 0;
    }
    if (word.size() == 6 && HasAffix(word, "cut3")) return begin_ + 3;
    if (word.size() == 5 && HasAffix(word, "cut3")) return begin_ + 3;
    return 0;
  }

  // The end of 's, 'll, 're, 've, 'd, 'm at the apostrophe `byte`, or 0.
  uint32_t CliticEnd(uint32_t byte) const {
    uint32_t i = byte + DecodeAt(text_, byte).length;
    char tail[3] = {0, 0, 0};
    size_t size = 0;
    while (i < end_ && size < 3 && IsAsciiAlpha(text_[i])) tail[size++] = AsciiLower(text_[i++]);
    if (i < end_ && IsWordCharacter(CodeAt(i))) return 0;
    const std::string_view clitic(tail, size);
    const bool known = clitic == "s" || clitic == "d" || clitic == "m" || clitic == "ll" ||
                       clitic == "re" || clitic == "ve";
    return known ? i : 0;
  }

  // Whether the full stop at `byte` belongs to the word before it: "U.S.", "Sen.", "J." inside a
  // sentence. Near misses: the last full stop of "It was I." or "He said no."
  bool TakesFullStop(uint32_t byte) const {
    if (At(byte) != '.' || At(byte + 1) == '.') return false;
    const std::string_view word = text_.substr(begin_, byte - begin_);
    bool last = true;  // nothing but marks that close stands behind it in the sentence
    for (uint32_t i = byte + 1; i < sentence_end_ && i < byte + 8; ++i) {
      if (IsAsciiAlpha(text_[i]) || IsAsciiDigit(text_[i]) || text_[i] == ',') last = false;
    }
    if (word.size() == 1) return !last && IsAsciiAlpha(word[0]);
    if (IsDottedLetters(word)) return true;
    const WordClasses classes = ClassesOf(word);
    constexpr WordClasses kShortForms = kTitle | kMonth | kTime | kInner | kAbbreviation | kListEnd;
    if ((classes & kShortForms) != 0) return true;
    return (classes & kNumberAbbreviation) != 0 && !last;
  }

  // "https://…", "www.…", "a@b.org", "harbour.example.com/page", "report.pdf".
  bool LooksLikeAddress() const {
    const std::string_view rest = text_.substr(begin_, end_ - begin_);
    if (rest.size() < 5) return false;
    uint32_t i = begin_;
    const uint32_t limit = end_ - begin_ > kLongestLocalPart ? begin_ + kLongestLocalPart : end_;
    while (i < limit &&
           (IsAsciiAlpha(text_[i]) || IsAsciiDigit(text_[i]) || text_[i] == '.' ||
            text_[i] == '_' || text_[i] == '-' || text_[i] == '+' || text_[i] == '%')) {
      ++i;
    }
    if (At(i) == ':' && At(i + 1) == '/' && At(i + 2) == '/') return true;
    if (At(i) == '@' && i > begin_ && IsAsciiAlpha(At(i + 1))) return true;
    return AsciiLower(rest.substr(0, 4)) == "www.";
  }

  uint32_t AddressEnd() const {
    uint32_t i = end_;
    while (i > begin_ + 1) {
      const Decoded d = DecodeBefore(text_, i);
      const char32_t c = d.code_point;
      if (!IsTerminator(c) && c != ',' && c != ';' && c != ':' && c != '>' &&
          !IsClosingBracket(c) && !IsQuoteMark(c)) {
        break;
      }
      i -= d.length;
    }
    return i;
  }

  std::string_view text_;
  uint32_t begin_;
  uint32_t end_;
  uint32_t sentence_end_;
};

}  // namespace

uint32_t EndOfChunk(std::string_view text, uint32_t byte, uint32_t end) {
  while (byte < end) {
    if (static_cast<unsigned char>(text[byte]) < 0x80) {
      if (IsAsciiSpace(text[byte])) return byte;
      ++byte;
    } else {
      const Decoded d = DecodeAt(text, byte);
      if (IsSpace(d.code_point)) return byte;
      byte += d.length;
    }
  }
  return end;
}

TokenEnds ScanToken(std::string_view text, Span rest, uint32_t sentence_end) {
  return Scanner(text, rest, sentence_end).Scan();
}

TokenShape ShapeOf(std::string_view token) {
  const Decoded first = DecodeAt(token, 0);
  const char32_t c = first.code_point;
  const bool more = token.size() > first.length;
  if (IsDigit(c)) return TokenShape::kNumber;
  if (IsLetter(c)) return TokenShape::kWord;
  if (more && IsAsciiDigit(token[first.length]) && c != '#' && c != '@') return TokenShape::kNumber;
  if (more && (IsApostrophe(c) || c == '#' || c == '@' || c == '_')) return TokenShape::kWord;
  if (IsQuoteMark(c)) return TokenShape::kQuoteMark;
  if (c == '$' || c == '%' || c == '+' || c == '=' || c == '<' || c == '>' || c == '#' ||
      c == '@' || c == '&' || c == '^' || c == '~' || c == '|') {
    return TokenShape::kSymbol;
  }
  const bool general_punctuation = c < 0x80 || (c >= 0x2010 && c <= 0x206F) || IsBullet(c) ||
                                   IsTerminator(c) || IsOpeningQuote(c) || IsClosingQuote(c) ||
                                   (c >= 0x3000 && c <= 0x303F);
  return general_punctuation ? TokenShape::kPunctuation : TokenShape::kSymbol;
}

bool IsDottedLetters(std::string_view word) {
  if (!word.empty() && word.back() == '.') word.remove_suffix(1);
  for (size_t i = 0; i < word.size(); ++i) {
    if (i % 2 == 0 ? !IsAsciiAlpha(word[i]) : word[i] != '.') return false;
  }
  return word.size() % 2 == 1;
}

}  // namespace crossread
