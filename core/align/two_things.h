// Differences that show by what stands beside them that two things are told of: figures of two
// places, an offer that was rejected and another that was accepted, days of a first and a second.
#pragma once

#include <vector>

#include "core/align/comparison.h"

namespace crossread {

// Erases them. Cost: O(differences · length of a sentence).
void DropTwoThings(const Comparison& comparison, std::vector<Difference>* differences);

}  // namespace crossread
