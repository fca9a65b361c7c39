#include "core/text/line.h"

#include "core/text/characters.h"

namespace crossread {
namespace {

bool AtBytes(std::string_view text, size_t byte, unsigned char a, unsigned char b) {
  return byte + 2 < text.size() && static_cast<unsigned char>(text[byte + 1]) == a &&
         static_cast<unsigned char>(text[byte + 2]) == b;
}

// Straight marks are counted; curly ones (E2 80 9C, E2 80 9D) tell by themselves what they do.
void ReadQuoteMarks(std::string_view line, Line* out) {
  for (size_t i = line.find('"'); i != std::string_view::npos; i = line.find('"', i + 1)) {
    out->odd_straight_marks = !out->odd_straight_marks;
  }
  for (size_t i = line.find('\xE2'); i != std::string_view::npos; i = line.find('\xE2', i + 1)) {
    QuoteEdge edge = QuoteEdge::kNone;
    if (AtBytes(line, i, 0x80, 0x9C)) edge = QuoteEdge::kOpening;
    if (AtBytes(line, i, 0x80, 0x9D)) edge = QuoteEdge::kClosing;
    if (edge == QuoteEdge::kNone) continue;
    if (out->first_mark == QuoteEdge::kNone) out->first_mark = edge;
    out->last_mark = edge;
  }
}

}  // namespace

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  bool blank = false;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const Span span = TrimLine(text, {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    begin = end + 1;
    if (span.empty()) {
      blank = true;
      continue;
    }
    Line line;
    line.span = span;
    line.blank_before = blank;
    ReadQuoteMarks(Slice(text, span), &line);
    lines.push_back(line);
    blank = false;
  }
  return lines;
}

}  // namespace crossread
