#include "core/text/line.h"

#include <algorithm>

#include "core/text/characters.h"
#include "core/text/words.h"

namespace crossread {
namespace {

constexpr uint32_t kMostSigns = 64;          // bytes; more of them are the line itself
constexpr uint32_t kLongestTagSearch = 200;  // bytes of a line that are searched for a verb

constexpr uint32_t kLongestTeaser = 120;  // bytes, by hand
constexpr size_t kMostTeasers = 10;

// Behind the signs that stand before a line's words and say nothing of them: ">" of quoted mail,
// "**" and "_" of Markdown, in bytes from its begin. Near misses: ">> The bread that never came" (a
// teaser), "*" of a list.
uint8_t BodyOf(std::string_view text, Span line) {
  if (text[line.begin] != '>' && text[line.begin] != '*' && text[line.begin] != '_') return 0;
  const uint32_t end = line.begin + std::min(line.size(), kMostSigns);
  uint32_t i = line.begin;
  while (i + 1 < end && text[i] == '>' && text[i + 1] == ' ') i += 2;
  uint32_t stars = i;
  while (stars < end && (text[stars] == '*' || text[stars] == '_')) ++stars;
  const bool emphasis = stars < end && !IsAsciiSpace(text[stars]);
  return static_cast<uint8_t>((emphasis ? stars : i) - line.begin);
}

bool AtBytes(std::string_view text, size_t byte, char a, char b) {
  return byte + 2 < text.size() && text[byte + 1] == a && text[byte + 2] == b;
}

}  // namespace

QuoteMarks ReadQuoteMarks(std::string_view line) {
  QuoteMarks marks;
  for (size_t i = line.find('"'); i != std::string_view::npos; i = line.find('"', i + 1)) {
    ++marks.straight;
  }
  for (size_t i = line.find('\xE2'); i != std::string_view::npos; i = line.find('\xE2', i + 1)) {
    QuoteEdge edge = QuoteEdge::kNone;
    if (AtBytes(line, i, '\x80', '\x9C')) edge = QuoteEdge::kOpening;
    if (AtBytes(line, i, '\x80', '\x9D')) edge = QuoteEdge::kClosing;
    if (edge == QuoteEdge::kNone) continue;
    ++marks.curly;
    if (marks.first == QuoteEdge::kNone) marks.first = edge;
    marks.last = edge;
  }
  return marks;
}

bool LineReader::ReadNext() {
  Line line;
  while (byte_ < text_.size()) {
    const size_t begin = byte_;
    const size_t end = std::min(text_.find('\n', begin), text_.size());
    byte_ = end + 1;
    line.span = TrimLine(text_, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    if (!line.span.empty()) break;
    line.blank_before = true;
  }
  if (line.span.empty()) return false;
  line.body = BodyOf(text_, line.span);
  NameLine(text_, &line);
  NameTeaser(&line);
  ring_[(first_ + count_++) % kWindow] = line;
  return true;
}

// "Most read", and below it, without a blank line, titles: short, without a full stop.
void LineReader::NameTeaser(Line* line) {
  const bool listed = teasers_left_ > 0 && !line->blank_before &&
                      line->span.size() <= kLongestTeaser &&
                      (line->kind == BlockKind::kParagraph || line->kind == BlockKind::kListItem) &&
                      (!EndsSentence(text_, line->span) || LastCharacter(text_, line->span) == '?');
  if (listed) line->kind = BlockKind::kFurniture;
  teasers_left_ = listed ? teasers_left_ - 1 : 0;
  if (line->hint == LineHint::kOpensList) teasers_left_ = kMostTeasers;
}

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

bool OpensInLowerCase(std::string_view text, Span line) {
  const Decoded first = DecodeAt(text, line.begin);
  if (!IsLower(first.code_point)) return false;
  const uint32_t second = line.begin + first.length;
  return second >= line.end || !IsUpper(DecodeAt(text, second).code_point);
}

bool HasSentenceEnd(std::string_view text, Span span) {
  for (uint32_t i = span.begin; i + 2 < span.end; ++i) {
    if ((text[i] == '.' || text[i] == '?') && text[i + 1] == ' ' && IsAsciiUpper(text[i + 2])) {
      return true;
    }
  }
  return false;
}

bool HasReportingTag(std::string_view text, Span line) {
  const uint32_t end = line.begin + std::min(line.size(), kLongestTagSearch);
  for (uint32_t i = line.begin; i < end; ++i) {
    if (text[i] != ',') continue;
    WordWalk walk(text, {i + 1, line.end}, kLongestTagSearch);
    for (int words = 0; words < 3; ++words) {
      if ((ClassesOf(Bare(walk.Next())) & kTag) != 0) return true;
    }
  }
  return false;
}

}  // namespace crossread
