#include "core/text/token_scan.h"

#include "core/text/affixes.h"
#include "core/text/token_address.h"
#include "core/text/token_chars.h"
#include "core/text/token_number.h"
#include "core/text/token_word.h"

namespace crossread {
namespace {

constexpr char32_t kZeroWidthJoiner = 0x200D;

bool IsRegionalIndicator(char32_t c) { return c >= 0x1F1E6 && c <= 0x1F1FF; }
bool IsSkinTone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

// Reads one chunk's rest. All positions are bytes of the whole text.
class Scanner {
 public:
  Scanner(std::string_view text, Span rest, Span sentence)
      : text_(text), begin_(rest.begin), end_(rest.end), sentence_(sentence) {}

  TokenEnds Scan() const {
    const Decoded d = DecodeAt(text_, begin_);
    const char32_t c = d.code_point;
    const uint32_t next = begin_ + d.length;
    const bool word = IsWordCharacter(c) && c != '_';
    if (word || c == '.') {
      const uint32_t address = AddressEnd(text_, {begin_, end_}, IsChunkBegin());
      if (address != 0) return {address, 0, {}};
    }
    if (IsAsciiDigit(At(begin_))) return {NumberEnd(text_, {begin_, end_}, begin_), 0, {}};
    if (word) return ScanWord(text_, {begin_, end_}, sentence_);
    if (next < end_) {
      const uint32_t marked = EndOfMarkedWord(c, next);
      if (marked != 0) return {marked, 0, {}};
    }
    return {c < 0x80 ? EndOfMarks(static_cast<char>(c), next) : EndOfSymbol(c, next), 0, {}};
  }

 private:
  char At(uint32_t byte) const { return byte < end_ ? text_[byte] : '\0'; }
  char32_t CodeAt(uint32_t byte) const {
    return byte < end_ ? DecodeAt(text_, byte).code_point : 0;
  }

  // Whether white space or a mark that opens stands before the token.
  bool IsChunkBegin() const {
    if (begin_ == sentence_.begin) return true;
    const char32_t c = DecodeBefore(text_, begin_).code_point;
    return IsSpace(c) || IsOpeningBracket(c) || IsOpeningQuote(c) || IsStraightQuote(c) || c == '<';
  }
  bool IsAfterSpace() const {
    return begin_ == sentence_.begin || IsSpace(DecodeBefore(text_, begin_).code_point);
  }

  // The end of a token that begins with the mark `c` and goes on with letters or digits: "#Strike",
  // "@voss", "+4.2", ".975", "'90s", "'s", "'em"; or 0. `next` is the byte behind the mark.
  uint32_t EndOfMarkedWord(char32_t c, uint32_t next) const {
    const bool digit = IsAsciiDigit(At(next));
    if (c == '#' || c == '@') {
      const uint32_t end = WordCharactersEnd(text_, next, end_);
      // "#|1", "@|2.50"; near miss: "#10yearchallenge".
      const bool number = digit && CountDigits(text_, next, end_) == end - next;
      return end > next && !number ? end : 0;
    }
    if ((c == '+' || c == '.') && digit) return NumberEnd(text_, {begin_, end_}, next);
    if (IsApostrophe(c)) {
      // "'90s"; the marks around "'52 and 60'" are rarer than shortened years. Near miss: 5'10".
      const bool height = begin_ > sentence_.begin && IsAsciiDigit(text_[begin_ - 1]);
      if (digit && !height && CountDigits(text_, next, end_) == 2) {
        return NumberEnd(text_, {begin_, end_}, next);
      }
      if (const uint32_t clitic = CliticEnd(text_, begin_, end_); clitic != 0) return clitic;
      return EndOfShortened(next);
    }
    return EndOfEmoticon();
  }

  // "'em", "'til", "rock 'n' roll".
  uint32_t EndOfShortened(uint32_t next) const {
    const uint32_t end = WordCharactersEnd(text_, next, end_);
    const std::string_view word = text_.substr(next, end - next);
    if (FindAffix(word, "apostrophe") == nullptr) return 0;
    const bool closes = word.size() == 1 && IsApostrophe(CodeAt(end));
    return closes ? end + DecodeAt(text_, end).length : end;
  }

  // ":)", ";-)", ":'(", "=D", "<3", "(:" with white space before and nothing but punctuation
  // behind; or 0. Near miss: ":D" in a ratio "4:D".
  uint32_t EndOfEmoticon() const {
    uint32_t i = begin_;
    const auto is_any = [&](uint32_t byte, std::string_view set) {
      return At(byte) != '\0' && set.find(At(byte)) != std::string_view::npos;
    };
    if (is_any(i, ":;=")) {
      ++i;
      if (is_any(i, "-o'^")) ++i;
      if (!is_any(i, "()[]DPpOo/\\|*")) return 0;
      ++i;
    } else if (is_any(i, "(") && is_any(i + 1, ":;")) {
      i += 2;
    } else if (is_any(i, "<") && is_any(i + 1, "3")) {
      i += 2;
    } else {
      return 0;
    }
    if (!IsAfterSpace()) return 0;
    for (uint32_t k = i; k < end_; ++k) {
      if (!is_any(k, ".,!?)\"")) return 0;
    }
    return i;
  }

  // "...", "--", "?!", ".?", "***", "''" are one token, and so is a chunk of drawing: "->", "^_^",
  // "+-----+"; near miss: "<|>". Brackets and double quotation marks are one each.
  uint32_t EndOfMarks(char c, uint32_t next) const {
    uint32_t i = next;
    if (c == '!' || c == '?' || (c == '.' && (At(i) == '!' || At(i) == '?'))) {
      while (At(i) == '!' || At(i) == '?') ++i;
      return i;
    }
    if (c == '`' && At(i) == '`') return i + 1;
    constexpr std::string_view kDrawing = "-=*~+<>|^_#";
    const bool drawing = kDrawing.find(c) != std::string_view::npos;
    if (!drawing && c != '.' && c != '\'') return i;
    while (At(i) == c) ++i;
    if (!drawing || i == end_ || !IsAfterSpace()) return i;
    const uint32_t rest = i;
    while (i < end_ && kDrawing.find(text_[i]) != std::string_view::npos) ++i;
    const std::string_view drawn = text_.substr(begin_, i - begin_);
    return i == end_ && drawn.find_first_not_of("<>") != drawn.npos ? i : rest;
  }

  // The end of a mark or symbol outside ASCII: "…", "’’", and an emoji with all that belongs to it.
  uint32_t EndOfSymbol(char32_t c, uint32_t next) const {
    uint32_t i = next;
    if (c == 0x2026) {
      while (i < end_ && (CodeAt(i) == c || At(i) == '.')) i += DecodeAt(text_, i).length;
      return i;
    }
    if (IsCurlyOrGraveSingle(c)) return IsCurlyOrGraveSingle(CodeAt(i)) ? i + 3 : i;
    if (IsRegionalIndicator(c) && IsRegionalIndicator(CodeAt(i))) return i + 4;
    while (i < end_) {
      const Decoded d = DecodeAt(text_, i);
      if (!IsCombiningMark(d.code_point) && !IsSkinTone(d.code_point) &&
          !IsIgnorable(d.code_point)) {
        break;
      }
      i += d.length;
      if (d.code_point == kZeroWidthJoiner && i < end_ && !IsWordCharacter(CodeAt(i))) {
        i += DecodeAt(text_, i).length;
      }
    }
    return i;
  }

  std::string_view text_;
  uint32_t begin_;
  uint32_t end_;
  Span sentence_;
};

bool IsZeroWidth(char32_t c) { return c == 0x200B || c == 0x2060 || c == 0xFEFF; }

}  // namespace

uint32_t EndOfChunk(std::string_view text, uint32_t byte, uint32_t end) {
  const uint32_t begin = byte;
  while (byte < end) {
    if (static_cast<unsigned char>(text[byte]) < 0x80) {
      if (IsAsciiSpace(text[byte])) return byte;
      ++byte;
      continue;
    }
    const Decoded d = DecodeAt(text, byte);
    if (IsSpace(d.code_point)) {
      const uint32_t next = byte + d.length;
      const bool inside = IsZeroWidth(d.code_point) && byte > begin && next < end &&
                          IsLetter(DecodeBefore(text, byte).code_point) &&
                          IsLetter(DecodeAt(text, next).code_point);
      if (!inside) return byte;
    }
    byte += d.length;
  }
  return end;
}

TokenEnds ScanToken(std::string_view text, Span rest, Span sentence) {
  return Scanner(text, rest, sentence).Scan();
}

TokenShape ShapeOf(std::string_view token) {
  const Decoded first = DecodeAt(token, 0);
  const char32_t c = first.code_point;
  if (IsDigit(c)) return TokenShape::kNumber;
  if (IsLetter(c) && c != 0xBA) return TokenShape::kWord;
  if (token.size() > first.length) {
    const char32_t second = DecodeAt(token, first.length).code_point;
    if (IsDigit(second) && c != '#' && c != '@' && c != '<') return TokenShape::kNumber;
    const bool lead = IsApostrophe(c) || c == '#' || c == '@' || c == '.';
    if (lead && IsWordCharacter(second) && second != '_') return TokenShape::kWord;
  }
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
