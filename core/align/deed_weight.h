// How much says that two articles tell of one deed: who acts, who or what is acted on, and what
// else both clauses name.
#pragma once

#include <cstdint>

#include "core/align/comparison.h"

namespace crossread {

struct Deed {
  uint32_t article = 0;
  const Event* event = nullptr;
};

// Points, by hand on our own stories; 0 where something is said on both sides and is not the same,
// or nobody and nothing is known on either. Both events are of one kind, or of two that exclude
// each other. Cost: O(tokens of both claims).
uint32_t WeighDeeds(const Comparison& comparison, const Deed& x, const Deed& y);

}  // namespace crossread
