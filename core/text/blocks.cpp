// Blocks: lines, joined where a line break stands inside a sentence or a quotation, each with its
// kind. First what each line is alone (line_kind.cpp), then the joins, then what only neighbours
// tell (headings.cpp). Datelines glued to a paragraph become blocks of their own.
#include <algorithm>

#include "core/text/characters.h"
#include "core/text/document.h"
#include "core/text/line.h"
#include "core/text/word_classes.h"

namespace crossread {
namespace {

// Lengths in bytes, all set by hand on news pages (2026-03).
constexpr uint32_t kLeastBrokenLine =
    40;  // a shorter line without a full stop is a heading or a list
constexpr uint32_t kLongestTeaser = 120;
constexpr size_t kMostTeasers = 10;
constexpr size_t kMostQuoteLines = 6;    // lines over which an open quotation is followed
constexpr uint32_t kWidestWrap = 100;    // lines of text broken at a fixed width are no wider …
constexpr uint32_t kNarrowestWrap = 40;  // … and the widest of them is no narrower
constexpr size_t kLeastWrapLines = 4;

std::string_view LastWord(std::string_view text, Span line) {
  uint32_t begin = line.end;
  while (begin > line.begin && line.end - begin < 12 && IsAsciiAlpha(text[begin - 1])) --begin;
  return text.substr(begin, line.end - begin);
}

// The line breaks off inside a sentence: the next goes on in lower case ("… said that the \n
// harbour would close"), or this one ends in a comma or in a word that ends no sentence. Near
// misses: a heading before "the minister …" (too short), "Regards,".
bool BreaksSentence(std::string_view text, const Line& line, const Line& next) {
  if (line.span.size() < kLeastBrokenLine || EndsSentence(text, line.span)) return false;
  if (OpensInLowerCase(text, {next.span.begin + next.body, next.span.end})) return true;
  if (next.blank_before) return false;
  const char32_t first = DecodeAt(text, next.span.begin + next.body).code_point;
  if (!IsLetter(first) && !IsDigit(first)) return false;
  if (text[line.span.end - 1] == ',') return true;
  return (ClassesOf(LastWord(text, line.span)) & kHanging) != 0;
}

// A quotation is open at the end of lines[i], and a following line closes it before another opens:
// “We will go. \n We will win,” she said. Near miss: a quotation of several paragraphs, each of
// which opens with a mark again. Returns the number of lines to join behind lines[i].
size_t LinesToClosingMark(const std::vector<Line>& lines, size_t i) {
  const bool curly = lines[i].last_mark == QuoteEdge::kOpening;
  const bool straight = lines[i].odd_straight_marks;
  if (!curly && !straight) return 0;
  for (size_t k = 1; k <= kMostQuoteLines && i + k < lines.size(); ++k) {
    const Line& next = lines[i + k];
    if (next.blank_before || next.kind != BlockKind::kParagraph) return 0;
    if (curly && next.first_mark == QuoteEdge::kClosing) return k;
    if (curly && next.first_mark == QuoteEdge::kOpening) return 0;
    if (!curly && next.odd_straight_marks) return k;
  }
  return 0;
}

class BlockBuilder {
 public:
  explicit BlockBuilder(Document* document)
      : text_(document->text), blocks_(document->blocks), lines_(SplitLines(text_)) {}

  // The hint of each block's last line; what headings.cpp needs besides the blocks.
  std::vector<LineHint> Run() {
    for (Line& line : lines_) NameLine(text_, &line);
    NameTeasers();
    blocks_.reserve(lines_.size() + 1);
    hints_.reserve(lines_.size() + 1);
    size_t wrap_end = 0;  // lines before it belong to a group that is not to be looked at again
    for (size_t i = 0; i < lines_.size();) {
      size_t last = i;
      if (i >= wrap_end) {
        const size_t group_end = EndOfGroup(i);
        if (IsWrapped(i, group_end)) last = group_end - 1;
        wrap_end = group_end;
      }
      last = ExtendOverBreaks(last);
      Append({lines_[i].span.begin, lines_[last].span.end}, lines_[i], lines_[last].hint);
      i = last + 1;
    }
    return std::move(hints_);
  }

 private:
  // "Most read", and below it, without a blank line, titles: short, without a full stop.
  void NameTeasers() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].hint != LineHint::kOpensList) continue;
      const size_t end = std::min(lines_.size(), i + 1 + kMostTeasers);
      for (++i; i < end && IsTeaser(lines_[i]); ++i) lines_[i].kind = BlockKind::kFurniture;
      --i;
    }
  }

  bool IsTeaser(const Line& line) const {
    if (line.blank_before || line.span.size() > kLongestTeaser) return false;
    if (line.kind != BlockKind::kParagraph && line.kind != BlockKind::kListItem) return false;
    return !EndsSentence(text_, line.span) || LastCharacter(text_, line.span) == '?';
  }

  // Lines [i, end) of running text without a blank line between them.
  size_t EndOfGroup(size_t i) const {
    size_t end = i + 1;
    while (end < lines_.size() && !lines_[end].blank_before &&
           lines_[end].kind == BlockKind::kParagraph) {
      ++end;
    }
    return end;
  }

  // Text broken at a fixed width: lines of about one width, few of which end a sentence.
  bool IsWrapped(size_t begin, size_t end) const {
    if (end - begin < kLeastWrapLines || lines_[begin].kind != BlockKind::kParagraph) return false;
    uint32_t widest = 0;
    for (size_t i = begin; i < end; ++i) {
      widest = std::max(widest, lines_[i].span.size());
      if (widest > kWidestWrap) return false;
    }
    size_t ended = 0;
    for (size_t i = begin; i + 1 < end; ++i) {
      if (lines_[i].span.size() * 10 < widest * 6) return false;
      if (EndsSentence(text_, lines_[i].span)) ++ended;
    }
    return widest >= kNarrowestWrap && ended * 3 <= end - begin;
  }

  // The last line of the paragraph that holds lines_[i].
  size_t ExtendOverBreaks(size_t i) const {
    while (i + 1 < lines_.size()) {
      const Line& line = lines_[i];
      if (line.kind != BlockKind::kParagraph && line.kind != BlockKind::kListItem) break;
      const Line& next = lines_[i + 1];
      if (next.kind != BlockKind::kParagraph) break;
      size_t joined = BreaksSentence(text_, line, next) ? 1 : 0;
      joined = std::max(joined, LinesToClosingMark(lines_, i));
      if (joined == 0) break;
      i += joined;
    }
    return i;
  }

  void Append(Span span, const Line& first, LineHint hint) {
    if (first.dateline != 0) {
      const uint32_t end = span.begin + first.dateline;
      blocks_.push_back({{span.begin, end}, BlockKind::kDateline, {}});
      hints_.push_back(LineHint::kNone);
      span = TrimLine(text_, {end, span.end});
    }
    blocks_.push_back({span, first.kind, {}});
    hints_.push_back(hint);
  }

  std::string_view text_;
  std::vector<Block>& blocks_;
  std::vector<LineHint> hints_;
  std::vector<Line> lines_;
};

}  // namespace

void SplitBlocks(std::string_view title, Document* document) {
  const std::vector<LineHint> hints = BlockBuilder(document).Run();
  NameHeadings(title, hints, document);
}

}  // namespace crossread
