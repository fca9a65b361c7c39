// Dates, years and clock times as they are written: "Saturday, Dec. 20", "20-22 December 2025",
// "2025-12-20", "early 2022", "at 9:30 p.m.". Reads what stands there and resolves nothing: which
// year's December it is, and what "yesterday" means, is for extract/times.h.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/values/numerals.h"

namespace crossread {

enum class PartOfPeriod : uint8_t { kWhole, kEarly, kMiddle, kLate };

struct WrittenTime {
  size_t begin = 0;  // pieces
  size_t end = 0;
  PartOfPeriod part = PartOfPeriod::kWhole;  // "early 2022", "late June"
  int32_t year = -1;                         // -1 where not written, as below
  int32_t month = -1;                        // 1 to 12
  int32_t day = -1;                          // 1 to 31
  int32_t last_day = -1;                     // of a range: 22 in "20-22 December"
  int32_t weekday = -1;                      // 0 = Monday
  int32_t minute = -1;                       // of the day
  bool decade = false;                       // "the 1990s": year is its first
  bool season = false;                       // "summer 2024", "2024-25"
  int32_t part_of_year = -1;                 // 0 (spring) to 3 (winter), of "summer 2024"
  bool zoned = false;                        // a time zone is written
  bool half_day = false;                     // 9:30 without a.m. or p.m.: minute is below 720
  bool ambiguous = false;                    // "05/06/2025": year only
};

// The date, year or clock time that begins at pieces[begin]; nullopt if none does. Looks at the
// piece before it where only that tells a year or month from a number or verb ("in 2014", "in
// May"). Cost: O(1).
std::optional<WrittenTime> ReadWrittenTime(const std::vector<Piece>& pieces, size_t begin);

}  // namespace crossread
