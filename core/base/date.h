// Days of the Gregorian calendar as integers. No clock, no time zone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace crossread {

using Day = int32_t;  // days since 1970-01-01

struct Civil {
  int32_t year = 1970;
  int32_t month = 1;  // 1 to 12
  int32_t day = 1;    // 1 to 31
  bool operator==(const Civil&) const = default;
};

// Source: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil,
// civil_from_days.
Day DayFromCivil(Civil date);
Civil CivilFromDay(Day day);
int32_t Weekday(Day day);  // 0 = Monday … 6 = Sunday
int32_t DaysInMonth(int32_t year, int32_t month);

// The day of an ISO 8601 date or date-time ("2026-03-14", "2026-03-14T08:30Z"); the time is not
// used. nullopt where the text is not one.
std::optional<Day> ParseIsoDay(std::string_view text);

// Minutes since 1970-01-01T00:00Z of an ISO 8601 date-time with a zone ("2026-03-14T08:30Z",
// "2026-03-14T10:30:00+02:00"). nullopt where there is no time or no zone.
std::optional<int64_t> ParseIsoMinute(std::string_view text);

}  // namespace crossread
