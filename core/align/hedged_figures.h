// One figure, hedged in one article and bare in another; a part of FindDifferences.
#pragma once

#include <vector>

#include "core/align/comparison.h"

namespace crossread {

// Values that agree: difference.minor, "hedged" and "plain".
std::vector<Difference> CompareHedgedFigures(const Comparison& comparison);

}  // namespace crossread
