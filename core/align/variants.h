// The quotations of one utterance, arranged for reading: one of them as the base, the others
// against it, fragments in the order in which they stand in the base.
#pragma once

#include <cstdint>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

struct Variant {
  struct Part {
    uint32_t pair = 0;  // index into Utterances::pairs
    bool base_is_a = true;
  };
  QuotationRef quotation;
  std::vector<Part> parts;  // by their place in the base; none if it is linked through others only
};

struct Utterance {
  QuotationRef base;              // shares most parts with others; of those the longest
  std::vector<Variant> variants;  // by their first part's place in the base
};

// One for each of Utterances::groups, in their order. Each variant is compared with the base alone,
// so that a hundred copies cost a hundred entries. Cost: O(pairs · log pairs).
std::vector<Utterance> ArrangeVariants(const Comparison& comparison);

}  // namespace crossread
