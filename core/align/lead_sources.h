// Whose word the first sentences are; a part of FindDifferences.
#pragma once

#include <vector>

#include "core/align/comparison.h"

namespace crossread {

std::vector<Difference> CompareLeadSources(const Comparison& comparison);

}  // namespace crossread
