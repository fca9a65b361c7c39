#include "core/extract/quote_marks.h"

#include <algorithm>
#include <cstddef>

#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"
#include "core/text/characters.h"

namespace crossread {
namespace {

enum class Glyph : uint8_t { kOpen, kClose, kStraight };

// One mark with what its neighbours say of it.
struct Mark {
  Span span;
  char32_t c = 0;
  Glyph glyph = Glyph::kStraight;
  bool single = false;
  bool may_open =
      false;  // nothing but a space, a bracket or a dash before it, and no space behind it
  bool may_close = false;    // no space before it, and no letter or digit behind it
  bool after_stop = false;   // , . ! ? … stand before it, or a mark that closes
  bool before_word = false;  // a space and a lower-case letter stand behind it
  bool misplaced = false;    // straight, on the wrong side of its space: ‹late, "she said›
};

bool IsWordCharacter(char32_t c) { return IsLetter(c) || IsDigit(c); }

bool IsStop(char32_t c) { return c == ',' || c == ';' || c == 0x2014 || IsTerminator(c); }

// The glyph's own direction; false for what is no quotation mark.
bool Classify(char32_t c, Mark* mark) {
  switch (c) {
    case '"':
    case 0xFF02:
      mark->glyph = Glyph::kStraight;
      return true;
    case 0x201C:
    case 0x201E:
    case 0x201F:
    case 0xAB:
      mark->glyph = Glyph::kOpen;
      return true;
    case 0x201D:
    case 0xBB:
      mark->glyph = Glyph::kClose;
      return true;
    case '\'':
    case '`':
      mark->glyph = Glyph::kStraight;
      mark->single = true;
      return true;
    case 0x2018:
    case 0x201A:
    case 0x2039:
      mark->glyph = Glyph::kOpen;
      mark->single = true;
      return true;
    case 0x2019:
    case 0x203A:
      mark->glyph = Glyph::kClose;
      mark->single = true;
      return true;
    default:
      return false;
  }
}

// "''" and "``" are double marks written with single keys.
bool IsDoubledKey(std::string_view text, uint32_t byte, uint32_t end) {
  const char c = text[byte];
  return (c == '\'' || c == '`') && byte + 1 < end && text[byte + 1] == c;
}

bool IsQuoteLead(char c) {
  const unsigned char b = static_cast<unsigned char>(c);
  return c == '"' || c == '\'' || c == '`' || b == 0xE2 || b == 0xC2 || b == 0xEF;
}

// The last character before `byte` that is no space; U' ' if the block has none.
char32_t LastBefore(std::string_view text, Span block, uint32_t byte) {
  while (byte > block.begin) {
    const Decoded d = DecodeBefore(text, byte);
    if (!IsSpace(d.code_point)) return d.code_point;
    byte -= d.length;
  }
  return U' ';
}

void ReadNeighbours(std::string_view text, Span block, Mark* mark) {
  const bool first = mark->span.begin == block.begin;
  const bool last = mark->span.end == block.end;
  const char32_t before = first ? U' ' : DecodeBefore(text, mark->span.begin).code_point;
  const char32_t after = last ? U' ' : DecodeAt(text, mark->span.end).code_point;
  const bool opener_before = IsSpace(before) || IsOpeningBracket(before) || IsDash(before) ||
                             IsOpeningQuote(before) || before == '"' || before == '/' ||
                             before == ':';
  // A careless copy has a space before its closing marks: ‹late. "›.
  const char32_t stop = IsSpace(before) && !first ? LastBefore(text, block, mark->span.begin) : 0;
  const bool spaced = mark->glyph != Glyph::kOpen && IsStop(stop);
  mark->may_open = opener_before && !IsSpace(after);
  mark->may_close = !IsWordCharacter(after) && (!IsSpace(before) || (spaced && IsSpace(after)));
  mark->after_stop = IsStop(spaced ? stop : before) || IsClosingQuote(before) || before == '"';
  mark->misplaced =
      spaced && mark->glyph == Glyph::kStraight && !mark->single && IsWordCharacter(after);
  const uint32_t next = SkipSpace(text, mark->span.end, block.end);
  mark->before_word =
      next > mark->span.end && next < block.end && IsLower(DecodeAt(text, next).code_point);
}

// Every mark of a block but the apostrophes inside words.
std::vector<Mark> FindMarks(std::string_view text, Span block) {
  std::vector<Mark> marks;
  for (uint32_t i = block.begin; i < block.end;) {
    if (!IsQuoteLead(text[i])) {
      ++i;
      continue;
    }
    const Decoded d = DecodeAt(text, i);
    Mark mark;
    mark.span = {i, i + d.length};
    mark.c = d.code_point;
    const bool known = Classify(d.code_point, &mark);
    if (known && IsDoubledKey(text, i, block.end)) {
      ++mark.span.end;
      mark.single = false;
      mark.c = '"';
    }
    i = mark.span.end;
    if (!known) continue;
    ReadNeighbours(text, block, &mark);
    if (mark.single && !mark.may_open && !mark.may_close) continue;
    marks.push_back(mark);
  }
  return marks;
}

// "’90s", "'98": a shortened year, not an opening mark.
bool IsShortYear(std::string_view text, const Mark& mark, uint32_t end) {
  const uint32_t i = mark.span.end;
  return i + 1 < end && IsAsciiDigit(text[i]) && IsAsciiDigit(text[i + 1]) &&
         (i + 2 >= end || !IsAsciiDigit(text[i + 2]));
}

// The index of the single mark that closes marks[open], or `open` if none does. A mark behind a
// letter and before a lower-case word may be a possessive ("the players’ mood"), so one that is
// surely closing, behind a stop, goes before it; and none is looked for past the next opening mark,
// which keeps this linear.
size_t SingleCloser(const std::vector<Mark>& marks, size_t open) {
  size_t doubtful = open;
  for (size_t i = open + 1; i < marks.size(); ++i) {
    const Mark& mark = marks[i];
    if (!mark.single) continue;
    if (mark.may_open && mark.glyph != Glyph::kClose) break;
    if (!mark.may_close || mark.glyph == Glyph::kOpen) continue;
    if (mark.after_stop || !mark.before_word) return i;
    if (doubtful == open) doubtful = i;
  }
  return doubtful;
}

bool OpensDouble(const Mark& mark) {
  if (mark.single) return false;
  switch (mark.glyph) {
    case Glyph::kOpen:
      return mark.may_open || !mark.may_close;
    case Glyph::kStraight:
      return mark.may_open;
    case Glyph::kClose:
      return mark.may_open && !mark.may_close;  // »…« and a slip of the typesetter's
  }
  return false;
}

// Whether `mark` closes what `open` opened. “ closes after „, and where it can't open.
bool ClosesDouble(const Mark& open, const Mark& mark) {
  if (mark.single) return false;
  if (open.c == 0xBB) return mark.c == 0xAB;
  if (open.c == 0xAB) return mark.c == 0xBB;
  switch (mark.glyph) {
    case Glyph::kClose:
      return mark.c != 0xBB;
    case Glyph::kStraight:
      return mark.may_close || !mark.may_open;
    case Glyph::kOpen:
      return mark.c != 0xAB && mark.may_close && (open.c == 0x201E || !mark.may_open);
  }
  return false;
}

// A closing mark with nothing open: the end of a quotation that the line break before it tore.
bool ClosesTorn(const Mark& mark) {
  return !mark.single && mark.may_close && !mark.may_open && mark.glyph != Glyph::kOpen;
}

// Paragraphs without any mark between the one that opens a quotation and the one that closes it:
// a page that gives each sentence a line. More of them, and one of the two marks is a slip.
constexpr uint32_t kMostBlocksBetween = 12;

size_t FirstDouble(const std::vector<Mark>& marks) {
  const auto first =
      std::find_if(marks.begin(), marks.end(), [](const Mark& mark) { return !mark.single; });
  return static_cast<size_t>(first - marks.begin());
}

class Pairing {
 public:
  explicit Pairing(const Document& document) : document_(document) {}

  std::vector<MarkedSpan> Run() {
    for (uint32_t b = 0; b < document_.blocks.size(); ++b) ReadBlock(b);
    return std::move(spans_);
  }

 private:
  void ReadBlock(uint32_t b) {
    const Span block = document_.blocks[b].span;
    const std::vector<Mark> marks = FindMarks(document_.text, block);
    const bool pending = pending_;
    pending_ = false;
    if (pending && b < closer_) {
      spans_.push_back({block, b, false, true, true});
      pending_ = true;
      return;
    }
    if (marks.empty()) return;
    size_t i = 0;
    const size_t first = FirstDouble(marks);
    if (pending && first < marks.size() && ClosesBehind(marks, first, b)) {
      spans_.push_back({{block.begin, marks[first].span.end}, b, false, true, true});
      i = first + 1;
    }
    const size_t before = spans_.size();
    while (i < marks.size()) i = ReadFrom(marks, i, b);
    const bool reopened =
        pending && spans_.size() > before && spans_[before].span.begin == block.begin;
    if (reopened) spans_[before].continues = true;
  }

  // Reads the pair that opens at marks[i], if one does; returns the index to go on from.
  size_t ReadFrom(const std::vector<Mark>& marks, size_t i, uint32_t b) {
    const uint32_t end = document_.blocks[b].span.end;
    const Mark& open = marks[i];
    if (open.single) return ReadSingle(marks, i, b);
    // A mark with no words behind it in its block opens nothing: "with agencies)““".
    if (!OpensDouble(open) || SkipSpace(document_.text, open.span.end, end) == end) return i + 1;
    for (size_t k = i + 1; k < marks.size(); ++k) {
      if (ClosesDouble(open, marks[k])) {
        spans_.push_back({{open.span.begin, marks[k].span.end}, b, false, true, false});
        return k + 1;
      }
      if (ClosesLate(marks, k, b)) {
        spans_.push_back({{open.span.begin, marks[k].span.end}, b, false, true, false});
        return k + 1;
      }
      const bool again = marks[k].glyph == Glyph::kStraight && OpensDouble(marks[k]);
      if (again) {  // straight marks don't nest: the first was never closed
        spans_.push_back({{open.span.begin, marks[k].span.begin}, b, false, false, false});
        return k;
      }
    }
    closer_ = CloserBehind(b);
    spans_.push_back({{open.span.begin, end}, b, false, closer_ > b, false});
    pending_ = true;
    return marks.size();
  }

  // The block whose first double mark closes what block b leaves open; b if there is none.
  uint32_t CloserBehind(uint32_t b) const {
    const uint32_t last = static_cast<uint32_t>(
        std::min<size_t>(document_.blocks.size() - 1, b + 1 + kMostBlocksBetween));
    for (uint32_t k = b + 1; k <= last && IsProse(document_.blocks[k].kind); ++k) {
      const std::vector<Mark> marks = FindMarks(document_.text, document_.blocks[k].span);
      const size_t first = FirstDouble(marks);
      if (first < marks.size()) return ClosesBehind(marks, first, k) ? k : b;
    }
    return b;
  }

  // marks[m], the first double mark of block b, closes what a block before it opened.
  bool ClosesBehind(const std::vector<Mark>& marks, size_t m, uint32_t b) const {
    return ClosesTorn(marks[m]) || ClosesLate(marks, m, b);
  }

  // ‹late, "the clerk said.›: a mark with nothing but the speaker and a verb of saying behind it
  // closes though it looks as if it opened.
  bool ClosesLate(const std::vector<Mark>& marks, size_t m, uint32_t b) const {
    static const LexiconTable& verbs = Lexicon::English().Table("reporting_verbs.tsv");
    constexpr uint32_t kLongestFrame = 12;  // tokens up to the verb
    if (!marks[m].misplaced) return false;
    const IndexRange tokens = document_.TokensIn({marks[m].span.end, document_.blocks[b].span.end});
    for (uint32_t t = tokens.begin; t < std::min(tokens.begin + kLongestFrame, tokens.end); ++t) {
      const Token& token = document_.tokens[t];
      const std::string_view norm = document_.Norm(token);
      if (token.shape == TokenShape::kQuoteMark || norm == "." || norm == "?" || norm == "!")
        return false;
      if (norm != document_.Lemma(token) && verbs.Has(document_.Lemma(token))) return true;
    }
    return false;
  }

  size_t ReadSingle(const std::vector<Mark>& marks, size_t i, uint32_t b) {
    const Mark& open = marks[i];
    const uint32_t end = document_.blocks[b].span.end;
    if (!open.may_open || open.glyph == Glyph::kClose || IsShortYear(document_.text, open, end)) {
      return i + 1;
    }
    const size_t close = SingleCloser(marks, i);
    if (close == i) return i + 1;
    spans_.push_back({{open.span.begin, marks[close].span.end}, b, true, true, false});
    return close + 1;
  }

  const Document& document_;
  std::vector<MarkedSpan> spans_;
  bool pending_ = false;  // the block before ended inside a quotation
  uint32_t closer_ = 0;   // and the one that closes it, if it is known
};

}  // namespace

std::vector<MarkedSpan> FindMarkedSpans(const Document& document) {
  return Pairing(document).Run();
}

bool IsWholeUtterance(const Document& document, Span marked) {
  constexpr size_t kTail = 4;  // bytes: the stop and a curly mark behind it
  const std::string_view text = document.Text(marked);
  const std::string_view tail = text.substr(text.size() > kTail ? text.size() - kTail : 0);
  return tail.find_first_of(",?!") != std::string_view::npos;
}

}  // namespace crossread
