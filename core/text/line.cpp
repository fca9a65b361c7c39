#include "core/text/line.h"

#include <algorithm>
#include <array>

#include "core/text/characters.h"
#include "core/text/words.h"

namespace crossread {
namespace {

constexpr uint32_t kMostSigns = 64;          // bytes; more of them are the line itself
constexpr uint32_t kLongestTagSearch = 200;  // bytes of a line that are searched for a verb

enum Interest : uint8_t { kDull, kLineEnd, kStraightMark, kCurlyLead };

constexpr std::array<uint8_t, 256> MakeInterest() {
  std::array<uint8_t, 256> table{};
  table['\n'] = kLineEnd;
  table['"'] = kStraightMark;
  table[0xE2] = kCurlyLead;
  return table;
}
constexpr std::array<uint8_t, 256> kInterest = MakeInterest();

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

// The curly mark at `byte` (E2 80 9C opens, E2 80 9D closes).
QuoteEdge CurlyMark(std::string_view text, size_t byte) {
  if (byte + 2 >= text.size() || text[byte + 1] != '\x80') return QuoteEdge::kNone;
  if (text[byte + 2] == '\x9C') return QuoteEdge::kOpening;
  return text[byte + 2] == '\x9D' ? QuoteEdge::kClosing : QuoteEdge::kNone;
}

}  // namespace

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  lines.reserve(static_cast<size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
  bool blank = false;
  for (size_t i = 0; i < text.size();) {
    Line line;
    const uint32_t begin = static_cast<uint32_t>(i);
    for (; i < text.size(); ++i) {
      const uint8_t interest = kInterest[static_cast<unsigned char>(text[i])];
      if (interest == kDull) continue;
      if (interest == kLineEnd) break;
      if (interest == kStraightMark) {
        line.odd_straight_marks = !line.odd_straight_marks;
        continue;
      }
      const QuoteEdge edge = CurlyMark(text, i);
      if (edge == QuoteEdge::kNone) continue;
      if (line.first_mark == QuoteEdge::kNone) line.first_mark = edge;
      line.last_mark = edge;
    }
    line.span = TrimLine(text, {begin, static_cast<uint32_t>(i)});
    ++i;
    if (line.span.empty()) {
      blank = true;
      continue;
    }
    line.body = BodyOf(text, line.span);
    line.blank_before = blank;
    lines.push_back(line);
    blank = false;
  }
  return lines;
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
