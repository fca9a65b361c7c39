// A plan that its own article tells elsewhere as done or being done: "intends to present a plan"
// under "Mayor presents plan". Against another article that has it as done it is no news.
#pragma once

#include "core/align/comparison.h"

namespace crossread {

// Whether a difference is of a plan that its own article has as under way. Cost: O(clauses).
bool IsToldUnderWay(const Comparison& comparison, const Difference& difference);

}  // namespace crossread
