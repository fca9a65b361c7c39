// When: dates, weekdays, months, years and relative dates, resolved against the article's own date.
// Standard term: TIMEX3 (ISO-TimeML). Durations are quantities (extract/quantities.h).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/base/date.h"
#include "core/base/span.h"
#include "core/text/document.h"

namespace crossread {

enum class Granularity : uint8_t { kMinute, kDay, kWeekend, kWeek, kMonth, kYear, kOther };

// What stands before a time says that the event lies on one side of it: "by Friday", "since 2014".
enum class Bound : uint8_t { kNone, kBefore, kAfter };

struct Time {
  Span span;  // "on" and "in" not included: "Saturday, December 20", "this weekend", "early 2022"
  Granularity granularity = Granularity::kDay;

  // The days it may lie in, first to last inclusive, where the text and the article's date decide
  // them.
  bool resolved = false;
  Day first = 0;
  Day last = 0;

  // What is written, for comparing where nothing resolves it; -1 where not given.
  int32_t year = -1;
  int32_t month = -1;    // 1 to 12
  int32_t day = -1;      // 1 to 31
  int32_t weekday = -1;  // 0 = Monday
  int32_t minute = -1;   // minutes since midnight, where a clock time is given
  bool zoned =
      false;  // the clock time is in a zone that is written ("0930 GMT"), not the place's own
  bool half_day = false;  // "9:30" without a.m. or p.m.: minute is below 720 and may mean either
  int32_t season = -1;    // 4 · year + 0 (spring) to 3 (winter): "summer 2024"
  Bound bound = Bound::kNone;
  bool approximate = false;  // of a clock time: "around 9 p.m.", "shortly before nine"
  bool relative =
      false;  // "yesterday", "last week", a bare weekday: resolved through the article's date
  bool vague = false;  // "recently", "soon", "earlier this year"
};

// article_date: the day the article was published, if known; a dateline's or date stamp's date in
// the text serves where it is not. A bare weekday means the nearest one, past or future by the
// verb's tense (default past). In text order, not overlapping. Total. Cost: O(tokens).
std::vector<Time> FindTimes(const Document& document, std::optional<Day> article_date);

}  // namespace crossread
