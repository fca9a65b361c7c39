#include "core/values/clock_time.h"

#include <string_view>

#include "core/base/ascii.h"
#include "core/values/calendar_words.h"

namespace crossread {
namespace {

using Pieces = std::vector<Piece>;

constexpr int32_t kHour = 60;  // minutes
constexpr int32_t kNoon = 12 * kHour;

// Two digits at most, and no sign: "09" is 9.
int32_t TwoDigits(std::string_view digits) {
  int32_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "0930 GMT", "0930 hours", "at 0930"; "1430 hours" may be a duration and is left.
std::optional<WrittenTime> ReadFourDigits(const Pieces& pieces, size_t begin) {
  const int32_t four = PlainDigits(pieces, begin, 4, 4);
  if (four < 0 || four / 100 > 24 || four % 100 >= kHour) return std::nullopt;
  WrittenTime time;
  time.begin = begin;
  time.end = SkipCalendarRole(pieces, begin + 1, "zone");
  time.zoned = time.end > begin + 1;
  bool sure = time.zoned;
  if (!time.zoned && pieces[begin].norm[0] == '0') {
    time.end = SkipCalendarRole(pieces, begin + 1, "hundred_hours");
    sure = time.end > begin + 1 || (begin > 0 && pieces[begin - 1].norm == "at");
  }
  if (!sure) return std::nullopt;
  time.minute = four / 100 * kHour + four % 100;
  return time;
}

// Digits of a clock: "9", "9:30", "9.30".
struct Dial {
  int32_t minute = -1;  // -1: none stands here
  size_t end = 0;
  bool has_minutes = false;
  bool colon = false;
};

Dial ReadDial(const Pieces& pieces, size_t begin) {
  Dial dial;
  int32_t hour = PlainDigits(pieces, begin, 1, 2);
  int32_t minute = 0;
  dial.end = begin + 1;
  if (hour < 0) {  // "9.30"
    const std::string_view norm = pieces[begin].norm;
    const size_t dot = norm.find('.');
    if (dot == std::string_view::npos || dot == 0 || dot > 2 || norm.size() != dot + 3) return {};
    hour = TwoDigits(norm.substr(0, dot));
    minute = TwoDigits(norm.substr(dot + 1));
    dial.has_minutes = true;
  } else if (IsPiece(pieces, begin + 1, ":") && IsJoined(pieces, begin + 1) &&
             IsJoined(pieces, begin + 2)) {
    minute = PlainDigits(pieces, begin + 2, 2, 2);
    if (minute < 0) return {};
    dial.end = begin + 3;
    dial.has_minutes = dial.colon = true;
  }
  if (hour > 24 || minute >= kHour) return {};
  dial.minute = hour * kHour + minute;
  return dial;
}

std::optional<WrittenTime> ReadDigitClock(const Pieces& pieces, size_t begin) {
  const Dial dial = ReadDial(pieces, begin);
  if (dial.minute < 0) return std::nullopt;
  WrittenTime time;
  time.begin = begin;
  time.minute = dial.minute;
  time.end = dial.end;
  const bool afternoon_hour = dial.minute >= kNoon + kHour;
  bool sure = dial.colon &&
              (afternoon_hour || (begin > 0 && HasCalendarRole(pieces, begin - 1, "clock_before")));
  time.half_day = !afternoon_hour && pieces[begin].norm[0] != '0';
  const size_t am = SkipCalendarRole(pieces, dial.end, "am");
  const size_t pm = SkipCalendarRole(pieces, dial.end, "pm");
  const size_t oclock = SkipCalendarRole(pieces, dial.end, "oclock");
  if (am > dial.end || pm > dial.end) {
    time.end = am > dial.end ? am : pm;
    time.minute = dial.minute % kNoon + (pm > dial.end ? kNoon : 0);
    time.half_day = false;
    sure = true;
  } else if (oclock > dial.end) {
    time.end = oclock;
    sure = true;
  }
  const size_t zone = SkipCalendarRole(pieces, time.end, "zone");
  if (zone > time.end && (sure || dial.has_minutes)) {
    time.end = zone;
    time.zoned = sure = true;
  }
  if (!sure) return std::nullopt;
  if (time.half_day) time.minute %= kNoon;
  return time;
}

// "half past nine", "eight o'clock", "eight this morning", "nine in the evening".
std::optional<WrittenTime> ReadClockInWords(const Pieces& pieces, size_t begin) {
  const bool past = IsPiece(pieces, begin + 1, "past");
  const bool half = past && IsPiece(pieces, begin, "half");
  const bool quarter =
      IsPiece(pieces, begin, "quarter") && (past || IsPiece(pieces, begin + 1, "to"));
  const std::optional<Numeral> hour = ReadNumeral(pieces, begin + (half || quarter ? 2 : 0), false);
  if (!hour || hour->ordinal || hour->fraction || hour->value % 1000 != 0) return std::nullopt;
  if (hour->value < 1000 || hour->value > 12'000) return std::nullopt;

  WrittenTime time;
  time.begin = begin;
  time.end = SkipCalendarRole(pieces, hour->end, "oclock");
  const int32_t offset = half ? 30 : quarter ? (past ? 15 : -15) : 0;
  time.minute = (static_cast<int32_t>(hour->value / 1000) * kHour + offset) % kNoon;
  time.half_day = true;
  bool sure = half || quarter || time.end > hour->end;

  // "in the morning" is the time's; "this morning" is a day too (relative_times.tsv) and left.
  const bool in_the = IsPiece(pieces, time.end, "in") && IsPiece(pieces, time.end + 1, "the");
  const size_t part = time.end + (in_the ? 2 : 1);
  if (in_the || IsPiece(pieces, time.end, "this")) {
    const bool morning = IsPiece(pieces, part, "morning");
    if (morning || IsPiece(pieces, part, "afternoon") || IsPiece(pieces, part, "evening")) {
      if (!morning) time.minute += kNoon;
      time.half_day = false;
      if (in_the) time.end = part + 1;
      sure = true;
    }
  }
  if (!sure) return std::nullopt;
  return time;
}

}  // namespace

std::optional<WrittenTime> ReadClockTime(const Pieces& pieces, size_t begin) {
  WrittenTime time;
  time.begin = begin;
  if (pieces[begin].kind == PieceKind::kWord && !BeginsCalendarPhrase(pieces, begin)) {
    return ReadClockInWords(pieces, begin);
  }
  const size_t noon = SkipCalendarRole(pieces, begin, "noon");
  const size_t midnight = SkipCalendarRole(pieces, begin, "midnight");
  if (noon > begin || midnight > begin) {
    time.minute = noon > begin ? kNoon : 0;
    time.end = noon > begin ? noon : midnight;
    return time;
  }
  if (pieces[begin].kind == PieceKind::kDigits) {
    if (auto digits = ReadFourDigits(pieces, begin)) return digits;
    if (auto digits = ReadDigitClock(pieces, begin)) return digits;
  }
  return ReadClockInWords(pieces, begin);
}

}  // namespace crossread
