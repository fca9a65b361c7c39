#include "core/link/number_bound.h"

namespace crossread {

BoundedFigure FigureOf(const Quantity& q) {
  if (q.vague) return {NumberBound::kNone, q.low};
  if (q.at_least) return {NumberBound::kAtLeast, q.low};
  if (q.at_most) return {NumberBound::kAtMost, q.high};
  if (q.low == q.high) return {q.approximate ? NumberBound::kAbout : NumberBound::kExact, q.low};
  // The margins of extract/quantities.cpp on one side.
  if (q.approximate && q.low == q.high - q.high / 8) return {NumberBound::kBelow, q.high};
  if (q.approximate && q.high == q.low + q.low / 8) return {NumberBound::kAbove, q.low};
  return {NumberBound::kNone, q.low};
}

bool DifferInLimit(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind || a.unit != b.unit || a.emphatic || b.emphatic) return false;
  const BoundedFigure x = FigureOf(a), y = FigureOf(b);
  if (x.bound == NumberBound::kNone || y.bound == NumberBound::kNone) return false;
  if (x.figure != y.figure || x.bound == y.bound) return false;
  // "Just over three" and "at least three" are on one side, and "about three" may be.
  const auto differ = [](NumberBound limit, NumberBound other) {
    if (other == NumberBound::kAbout) return false;
    return (limit == NumberBound::kAtLeast && other != NumberBound::kAbove) ||
           (limit == NumberBound::kAtMost && other != NumberBound::kBelow);
  };
  return differ(x.bound, y.bound) || differ(y.bound, x.bound);
}

}  // namespace crossread
