// How a number is meant, apart from the figure that is written: "about 300", "at least 300" and
// "nearly 300" are one figure, meant in three ways.
#pragma once

#include <cstdint>

#include "core/extract/quantities.h"

namespace crossread {

enum class NumberBound : uint8_t {
  kNone,  // a range, or vague: no figure
  kExact,
  kAbout,    // "about", "some", "an estimated"
  kBelow,    // "nearly", "just under"
  kAbove,    // "just over"
  kAtLeast,  // "at least", "more than"
  kAtMost,   // "at most", "fewer than", "up to"
};

struct BoundedFigure {
  NumberBound bound = NumberBound::kNone;
  int64_t figure = 0;  // in thousandths of the unit; of a range the lower end
};

BoundedFigure FigureOf(const Quantity& quantity);

// One figure of one unit that is a limit in one of them ("at least seven") and in the other none,
// or the opposite one. Neither need exclude the other. "About 300" and "300" are no such pair.
bool DifferInLimit(const Quantity& a, const Quantity& b);

}  // namespace crossread
