// Two times, by their days where both are resolved, and by what is written where that decides more:
// a Tuesday is never a Thursday, whichever week was meant. What hangs on the article's own date may
// be a day off (it was updated overnight, or written in another time zone).
#include <algorithm>

#include "core/base/date.h"
#include "core/link/relation.h"

namespace crossread {
namespace {

constexpr int32_t kHalfDay = 12 * 60;    // minutes
constexpr int32_t kRoundedMinutes = 10;  // "at 9:30" and "at 9:28" do not disagree
constexpr int32_t kAboutMinutes = 30;    // "around nine"
constexpr int32_t kZoneStep = 15;        // time zones differ by multiples of a quarter of an hour
constexpr Day kRelativeSlack = 1;        // days, for what is counted from the article's date

constexpr Day kFarPast = -1'000'000, kFarFuture = 4'000'000;
constexpr int32_t kWinter = 3;

bool BothGiven(int32_t a, int32_t b) { return a >= 0 && b >= 0; }

// "After 9 p.m." and "10:30 p.m.". What lies on the other side may be another day's.
Relation RelateClockBounds(const Time& a, const Time& b) {
  if (a.half_day || b.half_day || a.zoned != b.zoned) return Relation::kUnknown;
  const auto inside = [](const Time& time, const Time& bound) {
    if (time.bound != Bound::kNone) return false;
    return bound.bound == Bound::kBefore ? time.minute <= bound.minute
                                         : time.minute >= bound.minute;
  };
  if (inside(a, b)) return Relation::kNarrower;
  return inside(b, a) ? Relation::kWider : Relation::kUnknown;
}

Relation RelateClock(const Time& a, const Time& b) {
  if (a.granularity != b.granularity) return Relation::kUnknown;
  if (!BothGiven(a.minute, b.minute)) return Relation::kUnknown;
  if (a.bound != b.bound) return RelateClockBounds(a, b);
  int32_t difference = a.minute - b.minute;
  if (difference < 0) difference = -difference;
  difference = std::min(difference, 2 * kHalfDay - difference);  // across midnight
  if (difference == 0 && a.half_day == b.half_day) {
    return a.zoned == b.zoned ? Relation::kEqual : Relation::kUnknown;
  }
  if (a.half_day || b.half_day) {  // "9:30" may be 21:30
    difference = std::min(difference % kHalfDay, kHalfDay - difference % kHalfDay);
  }
  if (difference <= (a.approximate || b.approximate ? kAboutMinutes : kRoundedMinutes)) {
    return Relation::kOverlap;
  }
  if (difference <= 2 * kAboutMinutes && (a.approximate || b.approximate)) {
    return Relation::kUnknown;
  }
  if ((a.zoned || b.zoned) && difference % kZoneStep == 0) return Relation::kUnknown;
  return Relation::kDisjoint;
}

// What is written of both, without the article's date: different weekdays, months, days or years.
bool WrittenDiffers(const Time& a, const Time& b) {
  if (BothGiven(a.weekday, b.weekday) && a.weekday != b.weekday) return true;
  if (BothGiven(a.year, b.year) && a.year != b.year) return true;
  if (BothGiven(a.month, b.month)) {
    if (a.month != b.month) return true;
    if (BothGiven(a.day, b.day) && a.day != b.day) return true;
  }
  return false;
}

// All that one of them gives stands in the other as well, and one gives at least something.
bool WrittenEqual(const Time& a, const Time& b) {
  const bool something = a.year >= 0 || a.month >= 0 || a.weekday >= 0;
  return something && a.year == b.year && a.month == b.month && a.day == b.day &&
         a.weekday == b.weekday;
}

// The written parts alone: "December 20" lies in "December", "June 2024" in "2024".
Relation RelateWritten(const Time& a, const Time& b) {
  if (WrittenDiffers(a, b)) return Relation::kDisjoint;
  if (a.granularity != b.granularity) {
    const auto inside = [](const Time& small, const Time& large) {
      if (large.granularity == Granularity::kYear) {
        return large.year >= 0 && small.year == large.year;
      }
      return large.granularity == Granularity::kMonth && large.month >= 0 &&
             small.month == large.month && small.year == large.year;
    };
    if (inside(a, b)) return Relation::kNarrower;
    if (inside(b, a)) return Relation::kWider;
    return Relation::kUnknown;
  }
  if (a.granularity == Granularity::kOther || a.vague || b.vague) return Relation::kUnknown;
  // Two bare Fridays of articles without a date are most likely one, but nothing says so.
  return WrittenEqual(a, b) && !(a.relative || b.relative) ? Relation::kEqual : Relation::kUnknown;
}

// The weekday is written, so that days decide only which week it is.
bool IsWeekday(const Time& t) { return t.weekday >= 0 && t.day < 0; }

Relation RelateDays(const Time& a, const Time& b) {
  if (a.first == b.first && a.last == b.last) return Relation::kEqual;
  if (b.first <= a.first && a.last <= b.last) return Relation::kNarrower;
  if (a.first <= b.first && b.last <= a.last) return Relation::kWider;
  if (a.first <= b.last && b.first <= a.last) return Relation::kOverlap;
  return Relation::kDisjoint;
}

// Whether two intervals of days that have none in common are sure to have none.
bool SurelyApart(const Time& a, const Time& b) {
  const bool weekday_a = IsWeekday(a);
  const bool weekday_b = IsWeekday(b);
  // One weekday in two weeks: the tense may have been misread.
  if (weekday_a && (weekday_b || b.weekday == a.weekday)) return false;
  if (weekday_b && a.weekday == b.weekday) return false;
  // A bare weekday against a date or a week: a week's error would have to hide the conflict.
  Day slack = 0;
  if (a.relative || b.relative) slack = kRelativeSlack;
  const Day gap = std::max(a.first, b.first) - std::min(a.last, b.last);
  if (weekday_a || weekday_b) {
    const Time& weekday = weekday_a ? a : b;
    const Time& other = weekday_a ? b : a;
    // The other is one known day: it must be that weekday, else they differ whatever the week.
    if (other.first == other.last && !other.relative)
      return Weekday(other.first) != weekday.weekday;
    return gap > 7;
  }
  return gap > slack;
}

// One of them is bounded on one side, or both on different ones: "by Friday" and "on Thursday". Two
// deadlines are compared as they are written.
Relation RelateBounds(Time a, Time b) {
  if (!a.resolved || !b.resolved) return Relation::kUnknown;
  for (Time* time : {&a, &b}) {
    if (time->bound == Bound::kBefore) time->first = kFarPast;
    if (time->bound == Bound::kAfter) time->last = kFarFuture;
  }
  const Relation relation = RelateDays(a, b);
  if (relation != Relation::kDisjoint) return relation;
  if (a.vague || b.vague) return Relation::kUnknown;
  const Day gap = std::max(a.first, b.first) - std::min(a.last, b.last);
  const bool weekday = IsWeekday(a) || IsWeekday(b);  // of a week that may be misread
  return gap > (weekday ? 7 : kRelativeSlack) ? Relation::kDisjoint : Relation::kUnknown;
}

// "Summer 2024" and "July 2024". South of the equator it is another part of the year, and winter
// belongs to two.
Relation RelateSeasons(const Time& a, const Time& b) {
  const int32_t name = a.season % 4, year = a.season / 4;
  if (b.season >= 0) {
    if (a.season == b.season) return Relation::kEqual;
    return name == b.season % 4 && name != kWinter ? Relation::kDisjoint : Relation::kUnknown;
  }
  if (!b.resolved || name == kWinter || b.bound != Bound::kNone) return Relation::kUnknown;
  const int32_t month = 3 + 3 * name;  // March to May is spring
  const Day first = DayFromCivil({year, month, 1});
  const Day last = DayFromCivil({year, month + 2, DaysInMonth(year, month + 2)});
  if (b.first <= first && last <= b.last) return Relation::kNarrower;
  return first <= b.first && b.last <= last ? Relation::kWider : Relation::kUnknown;
}

Relation Mirrored(Relation relation) {
  if (relation == Relation::kNarrower) return Relation::kWider;
  return relation == Relation::kWider ? Relation::kNarrower : relation;
}

}  // namespace

Relation Relate(const Time& a, const Time& b) {
  if (a.minute >= 0 || b.minute >= 0) return RelateClock(a, b);
  if (a.season >= 0 && a.bound == b.bound) return RelateSeasons(a, b);
  if (b.season >= 0 && a.bound == b.bound) return Mirrored(RelateSeasons(b, a));
  if (a.bound != b.bound) return RelateBounds(a, b);
  if (WrittenDiffers(a, b)) return Relation::kDisjoint;
  if (!a.resolved || !b.resolved) return RelateWritten(a, b);
  const Relation relation = RelateDays(a, b);
  if (relation != Relation::kDisjoint) return relation;
  if (a.vague || b.vague) return Relation::kUnknown;
  return SurelyApart(a, b) ? Relation::kDisjoint : Relation::kUnknown;
}

}  // namespace crossread
