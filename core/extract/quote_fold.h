// A sentence as a reporting frame sees it: its tokens, with whatever stands inside quotation marks
// folded into one unit, so that "“It burned. We left,” she said." is three units and a full stop.
// Part of the quotation stage.
#pragma once

#include <cstdint>
#include <vector>

#include "core/extract/quote_marks.h"
#include "core/extract/quote_words.h"
#include "core/text/document.h"

namespace crossread {

inline constexpr uint32_t kNoUnit = UINT32_MAX;

// A token outside quotation marks, or a whole marked span.
struct Unit {
  Span span;
  uint32_t token = kNoUnit;   // index into Document::tokens
  uint32_t marked = kNoUnit;  // index into Folded::marked
  bool is_marked() const { return marked != kNoUnit; }
};

// The units of one sentence, or of several that a quotation holds together.
struct Statement {
  uint32_t block = 0;
  IndexRange units;
};

struct Folded {
  std::vector<MarkedSpan> marked;
  std::vector<Unit> units;
  std::vector<Statement> statements;
};

// Blocks that carry no sentences of the article (furniture, credits, hashtags) give no statements.
// A marked span that was never closed is cut where a reporting frame follows a comma: “We left,
// said Ali. Cost: O(tokens).
Folded FoldMarked(const Document& document, const SpeechWords& words);

}  // namespace crossread
