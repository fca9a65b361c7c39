// Whether two noun groups of one noun are surely about two things: "the plant in Ardle" and "the
// plant in Corran", "the first offer" and "the second offer", "damage to the church" and "to the
// school".
#pragma once

#include <cstdint>

#include "core/extract/analysis.h"

namespace crossread {

// `x`, `y`: heads of noun groups, tokens of the analyses. Cost: O(tokens of both sentences).
bool AreOtherThings(const Analysis& a, uint32_t x, const Analysis& b, uint32_t y);

}  // namespace crossread
