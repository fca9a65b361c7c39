// Two quantities of one kind, by what their writers can have meant. Each stands for two intervals:
// what it surely covers, and what it might cover at a stretch. Surely in common: compatible. Not
// even at a stretch: disjoint. Between the two: unknown.
#include <algorithm>

#include "core/lexicon/lexicon.h"
#include "core/lexicon/list.h"
#include "core/link/relation.h"

namespace crossread {
namespace {

// By hand: "about 40" surely covers 35 to 45 and may be said of 30 to 50.
constexpr int64_t kSureShare = 8;     // one eighth on either side
constexpr int64_t kStretchShare = 4;  // one quarter
// "At least 60" against 57, "under 60" against 63: one sixteenth is within rounding.
constexpr int64_t kBoundShare = 16;
// A vague number's bounds (vague_numbers.tsv) are wide; only twice as far is surely outside.
constexpr int64_t kVagueFactor = 2;
// "More than 10" is true of 1,000 and nobody would say it: from here on it is not known.
constexpr int64_t kFarBeyondBound = 4;
// The same length in two units has been rounded twice: 60 miles, 100 km.
constexpr int64_t kConversionShare = 12;
constexpr int64_t kFreezingFahrenheit = 32'000;
constexpr int64_t kFarDegrees = 5'000;  // of Celsius; a writer of "about 40" may be off by as much

struct Interval {
  int64_t low = 0;
  int64_t high = 0;

  bool operator==(const Interval&) const = default;
  bool Contains(const Interval& other) const { return low <= other.low && other.high <= high; }
  bool Meets(const Interval& other) const { return low <= other.high && other.low <= high; }
};

int64_t Above(int64_t value, int64_t by) { return value > INT64_MAX - by ? INT64_MAX : value + by; }
int64_t Below(int64_t value, int64_t by) { return std::max<int64_t>(0, value - by); }

bool IsExact(const Quantity& q) {
  return q.low == q.high && !q.approximate && !q.vague && !q.at_least && !q.at_most;
}

// "about 12", not "nearly 12", whose bounds say on which side it lies.
bool IsAbout(const Quantity& q) { return q.approximate && q.low == q.high; }

Interval Sure(const Quantity& q) {
  if (!IsAbout(q)) return {q.low, q.high};
  const int64_t margin = std::max(q.low / kSureShare, q.step / 2);
  return {Below(q.low, margin), Above(q.high, margin)};
}

Interval Stretched(const Quantity& q) {
  if (q.vague) {
    return {q.low / kVagueFactor,
            q.high > INT64_MAX / kVagueFactor ? INT64_MAX : q.high * kVagueFactor};
  }
  if (IsAbout(q)) {
    const int64_t margin = std::max(q.low / kStretchShare, q.step / 2);
    return {Below(q.low, margin), Above(q.high, margin)};
  }
  if (q.at_least) return {Below(q.low, q.low / kBoundShare), INT64_MAX};
  if (q.at_most) return {0, Above(q.high, q.high / kBoundShare)};
  if (q.approximate) return {Below(q.low, q.low / kSureShare), Above(q.high, q.high / kBoundShare)};
  const int64_t margin = q.low == q.high ? 0 : q.step / 2;
  return {Below(q.low, margin), Above(q.high, margin)};
}

// No rounding makes a number three times as large: "a week" and "a month".
bool IsMultiple(const Quantity& a, const Quantity& b) {
  return std::max(a.low, b.low) / 3 >= std::min(a.low, b.low);
}

// Two exact numbers. Equal steps that differ are disjoint (12 and 14, 4.2 and 2.4 billion); where
// one is written more coarsely, the other may round to it (4.2 and 4.23 billion, 300 and 312).
Relation RelateExact(const Quantity& a, const Quantity& b) {
  if (a.low == b.low) return Relation::kEqual;
  const int64_t difference = std::max(a.low, b.low) - std::min(a.low, b.low);
  const int64_t coarser = std::max(a.step, b.step);
  const bool converted = a.kind == QuantityKind::kMeasure && a.written_unit != b.written_unit;
  if (converted) {
    if (difference * 2 <= coarser) return Relation::kEqual;
    const int64_t margin = std::max(a.low, b.low) / kConversionShare;
    if (difference <= margin) return Relation::kOverlap;
    return difference <= 2 * margin ? Relation::kUnknown : Relation::kDisjoint;
  }
  // One year apart may be a birthday between the two articles.
  if (a.kind == QuantityKind::kAge && difference <= 1000) return Relation::kUnknown;
  if (a.step == b.step || IsMultiple(a, b)) return Relation::kDisjoint;
  if (difference * 2 <= coarser) return Relation::kOverlap;
  return difference <= coarser ? Relation::kUnknown : Relation::kDisjoint;
}

// Degrees of two scales: rounded to whole ones they may differ by one.
Relation RelateDegrees(const Quantity& celsius, const Quantity& fahrenheit) {
  if (!IsExact(celsius) || !IsExact(fahrenheit)) return Relation::kUnknown;
  const int64_t converted = (fahrenheit.low - kFreezingFahrenheit) * 5 / 9;
  const int64_t difference = std::max(celsius.low, converted) - std::min(celsius.low, converted);
  if (difference <= std::max(celsius.step, fahrenheit.step)) return Relation::kEqual;
  return difference <= kFarDegrees ? Relation::kUnknown : Relation::kDisjoint;
}

// Two vague numbers say the same only where most of what they may mean is common: "dozens" and
// "scores", not "dozens" and "hundreds".
bool ShareMost(const Interval& a, const Interval& b) {
  return std::min(a.high, b.high) / kVagueFactor > std::max(a.low, b.low);
}

// An exact number and one that is not; `inside` is the relation to give where it lies within.
Relation RelateInexact(const Quantity& exact, const Quantity& other, Relation inside) {
  const int64_t value = exact.low;
  const Interval sure = Sure(other);
  if (sure.low <= value && value <= sure.high) {
    // "Many" is true of nearly every number.
    if (other.vague && other.high == INT64_MAX && !other.at_least) return Relation::kUnknown;
    if (other.at_least && value / kFarBeyondBound > other.low) return Relation::kUnknown;
    if (other.at_most && value < other.high / kFarBeyondBound) return Relation::kUnknown;
    // "12" lies inside "about 12" and "10 to 15"; to "about 13" and "nearly 12" it is only
    // compatible.
    if (other.approximate && !(IsAbout(other) && value == other.low)) return Relation::kOverlap;
    return inside;
  }
  Interval stretched = Stretched(other);
  const int64_t rounding = exact.step > 1000 ? exact.step / 2 : 0;
  stretched = {Below(stretched.low, rounding), Above(stretched.high, rounding)};
  return stretched.low <= value && value <= stretched.high ? Relation::kUnknown
                                                           : Relation::kDisjoint;
}

// "About 600" and "about 650": one slack for both, as each may have been rounded from the other.
Relation RelateAbout(const Quantity& a, const Quantity& b) {
  if (a.low == b.low) return Relation::kEqual;
  const int64_t larger = std::max(a.low, b.low);
  const int64_t difference = larger - std::min(a.low, b.low);
  const int64_t step = std::max(a.step, b.step) / 2;
  if (difference <= std::max(larger / kSureShare, step)) return Relation::kOverlap;
  return difference <= std::max(larger / kStretchShare, step) ? Relation::kUnknown
                                                              : Relation::kDisjoint;
}

// The row of currencies.tsv that says what currencies this unit may be, if it is a bare name
// ("peso").
const LexiconRow* BareName(const Quantity& q) {
  static const LexiconTable& table = Lexicon::English().Table("currencies.tsv");
  const LexiconRow* row = table.Find(q.unit);
  return row == nullptr || row->column(2).empty() ? nullptr : row;
}

// "Rs 20 crore" and "200 million rupees", "40 cents" and "$0.40": which country's is not said, so
// they may be the same and never exclude each other.
Relation RelateMoney(const Quantity& a, const Quantity& b) {
  const LexiconRow* bare = BareName(a) != nullptr ? BareName(a) : BareName(b);
  if (bare == nullptr) return Relation::kUnknown;
  Quantity x = a, y = b;
  Quantity& unsure = BareName(a) != nullptr ? x : y;
  const Quantity& sure = BareName(a) != nullptr ? y : x;
  if (!InList(bare->column(2), sure.unit)) return Relation::kUnknown;
  if (bare->column(3) == "hundredth") {
    if (!IsExact(unsure)) return Relation::kUnknown;
    unsure.low /= 100;
    unsure.high /= 100;
    unsure.step /= 100;
  }
  unsure.unit = sure.unit;
  const Relation relation = Relate(x, y);
  return relation == Relation::kDisjoint ? Relation::kUnknown : relation;
}

}  // namespace

Relation Relate(const Quantity& a, const Quantity& b) {
  if (a.kind != b.kind) return Relation::kUnknown;
  if (a.unit == "c" && b.unit == "f") return RelateDegrees(a, b);
  if (a.unit == "f" && b.unit == "c") return RelateDegrees(b, a);
  if (a.kind == QuantityKind::kMoney && a.unit != b.unit) return RelateMoney(a, b);
  if (a.unit != b.unit) return Relation::kUnknown;
  if (IsExact(a) && IsExact(b)) return RelateExact(a, b);
  if (IsExact(a)) return RelateInexact(a, b, Relation::kNarrower);
  if (IsExact(b)) return RelateInexact(b, a, Relation::kWider);

  if (IsAbout(a) && IsAbout(b) && !a.vague && !b.vague) return RelateAbout(a, b);

  const Interval sure_a = Sure(a);
  const Interval sure_b = Sure(b);
  if (a.vague && b.vague) {
    if (sure_a == sure_b) return Relation::kEqual;
    if (ShareMost(sure_a, sure_b)) return Relation::kOverlap;
    return Stretched(a).Meets(Stretched(b)) ? Relation::kUnknown : Relation::kDisjoint;
  }
  if (a.vague && sure_a.Contains(sure_b)) return Relation::kWider;
  if (b.vague && sure_b.Contains(sure_a)) return Relation::kNarrower;
  if (sure_a == sure_b && a.approximate == b.approximate) return Relation::kEqual;
  if (sure_a.Meets(sure_b)) {
    if (a.approximate || b.approximate) return Relation::kOverlap;
    if (sure_b.Contains(sure_a)) return Relation::kNarrower;
    if (sure_a.Contains(sure_b)) return Relation::kWider;
    return Relation::kOverlap;
  }
  return Stretched(a).Meets(Stretched(b)) ? Relation::kUnknown : Relation::kDisjoint;
}

}  // namespace crossread
