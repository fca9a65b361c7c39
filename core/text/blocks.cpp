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
constexpr uint32_t kLongestSalutation = 40;
constexpr size_t kMostQuoteLines = 6;    // lines over which an open quotation is followed
constexpr uint32_t kWidestWrap = 100;    // lines of text broken at a fixed width are no wider …
constexpr uint32_t kNarrowestWrap = 40;  // … and the widest of them is no narrower
constexpr size_t kLeastWrapLines = 4;
constexpr size_t kSample = 1 << 16;  // bytes from which the number of lines is guessed

// The letters with which a line ends; a word that is too long to hang is cut.
std::string_view LastWord(std::string_view text, Span line) {
  constexpr uint32_t kLongestHanging = 12;  // bytes; no such word is longer
  const uint32_t limit = line.end - std::min(line.size(), kLongestHanging);
  uint32_t begin = line.end;
  while (begin > limit && IsAsciiAlpha(text[begin - 1])) --begin;
  return text.substr(begin, line.end - begin);
}

// "… see you there. Dear Nina,": one to three words behind a full stop, then the comma. Near miss:
// "It was over. For the crews, who had hoped for more, for the town and the county,".
bool EndsInSalutation(std::string_view text, Span line) {
  const size_t stop = Slice(text, line).find_last_of(".!?:");
  if (stop == std::string_view::npos || line.size() - stop > kLongestSalutation) return false;
  const std::string_view tail = text.substr(line.begin + stop, line.size() - stop);
  return std::count(tail.begin(), tail.end(), ' ') <= 3;
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
  if (text[line.span.end - 1] == ',') return !EndsInSalutation(text, line.span);
  return (ClassesOf(LastWord(text, line.span)) & kHanging) != 0;
}

class BlockBuilder {
 public:
  explicit BlockBuilder(Document* document)
      : text_(document->text), lines_(text_), blocks_(document->blocks) {}

  // The hint of each block's last line: what headings.cpp needs besides the blocks.
  std::vector<LineHint> Run() {
    blocks_.reserve(GuessLines());
    hints_.reserve(GuessLines());
    bool in_group = false;  // the line before is one of a group of lines that has been looked at
    while (const Line* line = lines_.Peek(0)) {
      const Line first = *line;
      const bool text = first.kind == BlockKind::kParagraph;
      const bool wrapped = text && (first.blank_before || !in_group) && IsWrapped();
      in_group = text;
      Line last = first;
      for (size_t more = LinesToJoin(wrapped); more > 0; more = LinesToJoin(wrapped)) {
        lines_.Advance(more);
        last = *lines_.Peek(0);
      }
      lines_.Advance(1);
      Append({first.span.begin, last.span.end}, first, last.hint);
    }
    return std::move(hints_);
  }

 private:
  // About how many lines the text has: vectors that grow are copied, and their memory touched
  // twice.
  size_t GuessLines() const {
    const std::string_view sample = text_.substr(0, kSample);
    const auto lines = static_cast<size_t>(std::count(sample.begin(), sample.end(), '\n'));
    return (lines + 1) * (text_.size() / kSample + 1);
  }

  // The line `ahead` if it is running text without a blank line before it, else nullptr.
  const Line* PeekInGroup(size_t ahead) {
    const Line* const line = lines_.Peek(ahead);
    const bool in = line != nullptr && !line->blank_before && line->kind == BlockKind::kParagraph;
    return in ? line : nullptr;
  }

  // Text broken at a fixed width begins here: lines of about one width, few of which end a
  // sentence.
  bool IsWrapped() {
    uint32_t widest = lines_.Peek(0)->span.size();
    size_t count = 1;
    for (; count < LineReader::kWindow && widest <= kWidestWrap; ++count) {
      const Line* const line = PeekInGroup(count);
      if (line == nullptr) break;
      widest = std::max(widest, line->span.size());
    }
    if (count < kLeastWrapLines || widest < kNarrowestWrap || widest > kWidestWrap) return false;
    size_t ended = 0;
    for (size_t i = 0; i + 1 < count; ++i) {
      const Span span = lines_.Peek(i)->span;
      if (span.size() * 10 < widest * 6) return false;
      if (EndsSentence(text_, span)) ++ended;
    }
    return ended * 3 <= count;
  }

  // How many lines behind the one at hand go on with its paragraph.
  size_t LinesToJoin(bool wrapped) {
    const Line& line = *lines_.Peek(0);
    if (line.kind != BlockKind::kParagraph && line.kind != BlockKind::kListItem) return 0;
    const Line* const next = lines_.Peek(1);
    if (next == nullptr || next->kind != BlockKind::kParagraph) return 0;
    if (wrapped && !next->blank_before) return 1;
    if (BreaksSentence(text_, line, *next)) return 1;
    return next->blank_before || line.span.size() < 2 ? 0 : LinesToClosingMark();
  }

  // A quotation is open at the end of the line, and a following line closes it before another
  // opens: “We will go. \n We will win,” she said. Near miss: a quotation of several paragraphs,
  // each of which opens with a mark again.
  size_t LinesToClosingMark() {
    const QuoteMarks open = ReadQuoteMarks(Slice(text_, lines_.Peek(0)->span));
    const bool curly = open.last == QuoteEdge::kOpening;
    if (!curly && open.straight % 2 == 0) return 0;
    for (size_t k = 1; k <= kMostQuoteLines; ++k) {
      const Line* const next = PeekInGroup(k);
      if (next == nullptr) return 0;
      const QuoteMarks marks = ReadQuoteMarks(Slice(text_, next->span));
      if (curly && marks.first == QuoteEdge::kClosing) return k;
      if (curly && marks.first == QuoteEdge::kOpening) return 0;
      if (!curly && marks.straight % 2 != 0) return k;
    }
    return 0;
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
  LineReader lines_;
  std::vector<Block>& blocks_;
  std::vector<LineHint> hints_;
};

}  // namespace

void SplitBlocks(std::string_view title, Document* document) {
  const std::vector<LineHint> hints = BlockBuilder(document).Run();
  NameHeadings(title, hints, document);
}

}  // namespace crossread
