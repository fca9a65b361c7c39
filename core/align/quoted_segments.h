// What stands inside quotation marks, cut into sentences ready to compare.
#pragma once

#include <cstdint>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/word_diff.h"

namespace crossread {

// One sentence, or part of one, inside the marks of a quotation.
struct Segment {
  QuotationRef ref;
  std::vector<DiffWord> words;
  bool full_stop = false;  // ends in one
  bool comma = false;      // or in a comma, before "she said"
  bool ellipsis = false;   // or in an ellipsis
  bool follows = false;    // goes on from the segment before it inside the same marks
  uint32_t speech = 0;     // number of the quotations in a row that one person says
};

// Of every article, in text order; what is reported without marks has none.
std::vector<Segment> ReadSegments(const Comparison& comparison);

}  // namespace crossread
