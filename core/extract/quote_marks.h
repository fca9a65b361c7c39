// Quotation marks paired into marked spans, before anybody asks whether what they hold is speech.
// Knows straight, curly, low and angle marks, single ones against apostrophes, and marks that are
// missing: a quotation of several paragraphs closes in its last one only, and a line break may tear
// one. Part of the quotation stage.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/span.h"
#include "core/text/document.h"

namespace crossread {

// One block's part of what stands inside a pair of marks; the outermost pair only.
struct MarkedSpan {
  Span span;  // the marks included, where they are there
  uint32_t block = 0;
  bool single = false;     // ‘…’ or '…'
  bool closed = true;      // false: no closing mark in this block; the span runs to the block's end
  bool continues = false;  // the same quotation as the marked span before: reopened, or torn
};

// In text order, not overlapping. Total. Cost: O(n).
std::vector<MarkedSpan> FindMarkedSpans(const Document& document);

// Whether what stands inside ends in a comma, "?" or "!": it is a whole utterance.
bool IsWholeUtterance(const Document& document, Span marked);

}  // namespace crossread
