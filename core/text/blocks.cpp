// Blocks: lines, joined where a line break stands inside a sentence or a quotation, each with its
// kind. First what each line is alone (line_kind.cpp), then the joins, then what only neighbours
// tell: headline, standfirst, subheads. Datelines glued to a paragraph become blocks of their own.
#include <algorithm>

#include "core/text/characters.h"
#include "core/text/document.h"
#include "core/text/line.h"
#include "core/text/word_classes.h"
#include "core/text/words.h"

namespace crossread {
namespace {

// Lengths in bytes, all set by hand on news pages (2026-03).
constexpr uint32_t kLeastBrokenLine =
    40;  // a shorter line without a full stop is a heading or a list
constexpr uint32_t kLongestHeadline = 220;
constexpr uint32_t kLongestSubhead = 100;
constexpr uint32_t kLongestStandfirst = 400;
constexpr int kMostSubheadWords = 14;
constexpr size_t kMostQuoteLines = 6;    // lines over which an open quotation is followed
constexpr uint32_t kWidestWrap = 100;    // lines of text broken at a fixed width are no wider …
constexpr uint32_t kNarrowestWrap = 40;  // … and the widest of them is no narrower
constexpr size_t kLeastWrapLines = 4;

// The last character of the line that is neither quotation mark, closing bracket nor space; 0 if
// none.
char32_t LastCharacter(std::string_view text, Span line) {
  uint32_t end = line.end;
  while (end > line.begin) {
    const Decoded d = DecodeBefore(text, end);
    if (!IsQuoteMark(d.code_point) && !IsClosingBracket(d.code_point) && d.code_point != ' ') {
      return d.code_point;
    }
    end -= d.length;
  }
  return 0;
}

bool EndsSentence(std::string_view text, Span line) {
  const char32_t last = LastCharacter(text, line);
  return IsTerminator(last) || last == ':' || last == ';';
}

std::string_view LastWord(std::string_view text, Span line) {
  uint32_t begin = line.end;
  while (begin > line.begin && line.end - begin < 12 && IsAsciiAlpha(text[begin - 1])) --begin;
  return text.substr(begin, line.end - begin);
}

// "to the city", but not "iPhone sales".
bool OpensInLowerCase(std::string_view text, Span line) {
  const Decoded first = DecodeAt(text, line.begin);
  if (!IsLower(first.code_point)) return false;
  const uint32_t second = line.begin + first.length;
  return second >= line.end || !IsUpper(DecodeAt(text, second).code_point);
}

// The line breaks off inside a sentence: the next goes on in lower case ("… said that the \n
// harbour would close"), or this one ends in a comma or in a word that ends no sentence. Near
// misses: a heading before "the minister …" (too short), "Regards,".
bool BreaksSentence(std::string_view text, const Line& line, const Line& next) {
  if (line.span.size() < kLeastBrokenLine || EndsSentence(text, line.span)) return false;
  if (OpensInLowerCase(text, next.span)) return true;
  if (next.blank_before) return false;
  const char32_t first = DecodeAt(text, next.span.begin).code_point;
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
  BlockBuilder(std::string_view title, Document* document)
      : text_(document->text),
        title_(Fold(title)),
        blocks_(document->blocks),
        lines_(SplitLines(text_)) {}

  void Run() {
    for (Line& line : lines_) line.kind = KindOfLine(text_, line.span);
    blocks_.reserve(lines_.size() + 1);
    size_t wrap_end = 0;  // lines before it belong to a group that is not to be looked at again
    for (size_t i = 0; i < lines_.size();) {
      size_t last = i;
      if (i >= wrap_end) {
        const size_t group_end = EndOfGroup(i);
        if (IsWrapped(i, group_end)) last = group_end - 1;
        wrap_end = group_end;
      }
      last = ExtendOverBreaks(last);
      Append({lines_[i].span.begin, lines_[last].span.end}, lines_[i].kind);
      i = last + 1;
    }
    NameHeadline();
    NameSubheads();
  }

 private:
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

  void Append(Span span, BlockKind kind) {
    if (kind == BlockKind::kParagraph) {
      const uint32_t dateline = DatelineEnd(text_, span);
      if (dateline != 0) {
        blocks_.push_back({{span.begin, dateline}, BlockKind::kDateline, {}});
        span = TrimLine(text_, {dateline, span.end});
      }
    }
    blocks_.push_back({span, kind, {}});
  }

  bool IsParagraph(size_t i) const {
    return i < blocks_.size() && blocks_[i].kind == BlockKind::kParagraph;
  }

  bool IsTitle(Span span) const {
    return !title_.empty() && span.size() <= 4 * title_.size() &&
           Fold(Slice(text_, span)) == title_;
  }

  // The first prose of the article, if it is the given title or looks like one and text follows;
  // the block between it and a byline or date stamp is the standfirst.
  void NameHeadline() {
    size_t i = 0;
    while (i < blocks_.size() && !IsProse(blocks_[i].kind)) ++i;
    if (!IsParagraph(i)) return;
    const Span span = blocks_[i].span;
    const char32_t last = LastCharacter(text_, span);
    const bool looks = span.size() <= kLongestHeadline &&
                       (!EndsSentence(text_, span) || last == '?') && last != ',' &&
                       text_.substr(span.begin, span.size()).find('\n') == std::string_view::npos;
    const bool longer_follows = i + 1 < blocks_.size() &&
                                (FollowedByProse(i) || blocks_[i + 1].kind == BlockKind::kByline ||
                                 blocks_[i + 1].kind == BlockKind::kDateline);
    const bool starts =
        i == 0 || blocks_[i - 1].span.end + 1 >= span.begin ||
        blocks_[i - 1].kind != BlockKind::kDateline ||
        text_.substr(blocks_[i - 1].span.end, span.begin - blocks_[i - 1].span.end).find('\n') !=
            std::string_view::npos;
    if (!IsTitle(span) && !(looks && longer_follows && starts)) return;
    blocks_[i].kind = BlockKind::kHeadline;
    if (i + 2 < blocks_.size() && IsParagraph(i + 1) &&
        blocks_[i + 1].span.size() <= kLongestStandfirst &&
        (blocks_[i + 2].kind == BlockKind::kByline ||
         blocks_[i + 2].kind == BlockKind::kDateline)) {
      blocks_[i + 1].kind = BlockKind::kStandfirst;
    }
  }

  bool FollowedByProse(size_t i) const {
    return i + 1 < blocks_.size() && IsProse(blocks_[i + 1].kind);
  }

  // A short line without a full stop (a question may be one), before longer text or a list.
  // Near misses: the last line of the article; "He said:"; one of several short lines in a row.
  void NameSubheads() {
    for (size_t i = 1; i + 1 < blocks_.size(); ++i) {
      if (IsParagraph(i) && LooksLikeSubhead(i)) blocks_[i].kind = BlockKind::kSubhead;
    }
  }

  bool LooksLikeSubhead(size_t i) const {
    const Span span = blocks_[i].span;
    if (span.size() > kLongestSubhead) return false;
    const std::string_view line = Slice(text_, span);
    if (line.substr(0, 2) == "# " || line.substr(0, 3) == "## " || line.substr(0, 4) == "### ")
      return true;
    if (blocks_[i - 1].kind == BlockKind::kDateline && line.find('\n') != std::string_view::npos)
      return false;
    const char32_t last = LastCharacter(text_, span);
    if (EndsSentence(text_, span) && last != '?' && last != ':') return false;
    if (last == ',' || line.find('\n') != std::string_view::npos) return false;
    const Decoded first = DecodeAt(text_, span.begin);
    if (!IsUpper(first.code_point) && !IsDigit(first.code_point) &&
        !IsOpeningQuote(first.code_point))
      return false;
    WordWalk walk(text_, span, kLongestSubhead);
    int words = 0;
    while (!walk.Next().empty()) ++words;
    if (words > (last == ':' ? 4 : kMostSubheadWords)) return false;
    const Block& next = blocks_[i + 1];
    return next.kind == BlockKind::kListItem ||
           (next.kind == BlockKind::kParagraph && next.span.size() > span.size());
  }

  std::string_view text_;
  std::string title_;
  std::vector<Block>& blocks_;
  std::vector<Line> lines_;
};

}  // namespace

void SplitBlocks(std::string_view title, Document* document) {
  BlockBuilder(title, document).Run();
}

}  // namespace crossread
