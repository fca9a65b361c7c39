// One line of an article, before lines become blocks: what it is by its own words and marks alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/text/document.h"

namespace crossread {

enum class QuoteEdge : uint8_t { kNone, kOpening, kClosing };

struct Line {
  Span span;                                // white space trimmed, not empty
  bool blank_before = false;                // an empty line stands before it
  BlockKind kind = BlockKind::kParagraph;   // kParagraph where the line alone does not tell
  QuoteEdge first_mark = QuoteEdge::kNone;  // of its curly double quotation marks
  QuoteEdge last_mark = QuoteEdge::kNone;
  bool odd_straight_marks = false;
};

// The lines that hold more than white space. Cost: O(n).
std::vector<Line> SplitLines(std::string_view text);

// The kind that the line's own words show: list item, byline, caption, credit, hashtags, furniture,
// a date stamp; kParagraph for anything else. Reads a bounded number of bytes, but for hashtags.
BlockKind KindOfLine(std::string_view text, Span line);

// The end of a dateline or date stamp with which `line` begins and text goes on behind it ("OSLO,
// March 3 (Agency) - Police …", "date 2031-04-02 Police …"), or 0. Reads at most kLongestDateline
// bytes.
inline constexpr uint32_t kLongestDateline = 100;
uint32_t DatelineEnd(std::string_view text, Span line);

// The whole line is a date stamp: "Published 3 March 2031, 14:30 GMT". Same bound.
bool IsDateStamp(std::string_view text, Span line);

// True for the folded name of a news agency or outlet (agencies.txt).
bool IsAgency(std::string_view folded);
// The text (at most kLongestDateline bytes are read) names an agency in one to three words.
bool NamesAgency(std::string_view text);

}  // namespace crossread
