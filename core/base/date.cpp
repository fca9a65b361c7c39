#include "core/base/date.h"

#include <algorithm>

#include "core/base/ascii.h"

namespace crossread {
namespace {

bool IsLeap(int32_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

// The number made of text[begin, begin + count), or -1.
int32_t Digits(std::string_view text, size_t begin, size_t count) {
  if (begin + count > text.size()) return -1;
  int32_t value = 0;
  for (size_t i = begin; i < begin + count; ++i) {
    if (!IsAsciiDigit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

}  // namespace

Day DayFromCivil(Civil date) {
  const int32_t y = date.month <= 2 ? date.year - 1 : date.year;
  const int32_t era = (y >= 0 ? y : y - 399) / 400;
  const int32_t year_of_era = y - era * 400;
  const int32_t day_of_year =
      (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int32_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil CivilFromDay(Day day) {
  const int32_t z = day + 719468;
  const int32_t era = (z >= 0 ? z : z - 146096) / 146097;
  const int32_t doe = z - era * 146097;
  const int32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const int32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const int32_t mp = (5 * doy + 2) / 153;
  const int32_t month = mp < 10 ? mp + 3 : mp - 9;
  return {yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - (153 * mp + 2) / 5 + 1};
}

int32_t Weekday(Day day) {
  const int32_t w = (day + 3) % 7;  // 1970-01-01 was a Thursday
  return w < 0 ? w + 7 : w;
}

int32_t DaysInMonth(int32_t year, int32_t month) {
  if (month == 2) return IsLeap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

std::optional<Day> ParseIsoDay(std::string_view text) {
  text = TrimAscii(text);
  const int32_t year = Digits(text, 0, 4);
  const int32_t month = Digits(text, 5, 2);
  const int32_t day = Digits(text, 8, 2);
  if (year < 0 || month < 1 || month > 12 || day < 1 || text[4] != '-' || text[7] != '-') return {};
  if (day > DaysInMonth(year, month)) return {};
  if (text.size() > 10 && IsAsciiDigit(text[10])) return {};
  return DayFromCivil({year, month, day});
}

std::optional<int64_t> ParseIsoMinute(std::string_view text) {
  text = TrimAscii(text);
  const std::optional<Day> day = ParseIsoDay(text);
  if (!day || text.size() < 17 || (text[10] != 'T' && text[10] != ' ') || text[13] != ':')
    return {};
  const int32_t hour = Digits(text, 11, 2), minute = Digits(text, 14, 2);
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return {};
  const size_t zone = text.find_first_of("Z+-", 16);
  if (zone == std::string_view::npos) return {};
  int64_t offset = 0;
  if (text[zone] != 'Z') {
    const bool colon = zone + 3 < text.size() && text[zone + 3] == ':';
    const int32_t hours = Digits(text, zone + 1, 2),
                  minutes = Digits(text, zone + (colon ? 4 : 3), 2);
    if (hours < 0) return {};
    offset = (text[zone] == '-' ? -1 : 1) * (hours * 60 + std::max(0, minutes));
  }
  return int64_t{*day} * 24 * 60 + hour * 60 + minute - offset;
}

}  // namespace crossread
