#include "core/values/written_time.h"

#include <algorithm>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/date.h"
#include "core/values/calendar_words.h"
#include "core/values/clock_time.h"

namespace crossread {
namespace {

constexpr int32_t kFirstYear = 1000;        // "in 1066"; a smaller number is no year to news
constexpr int32_t kFirstModernYear = 1900;  // from here on, four digits alone read as a year
constexpr int32_t kLastYear = 2099;

const LexiconTable& Table(std::string_view name) { return Lexicon::English().Table(name); }

const LexiconTable& Months() {
  static const LexiconTable& table = Table("months.tsv");
  return table;
}
const LexiconTable& Weekdays() {
  static const LexiconTable& table = Table("weekdays.tsv");
  return table;
}
int32_t SmallNumber(std::string_view column) {
  int32_t value = 0;
  for (char c : column) value = value * 10 + (c - '0');
  return value;
}

// A month's or weekday's number at i, or -1; *end gets the piece after it and the dot of "Dec.",
// *form "full", "word" or "short" (see the lexicon files).
int32_t Name(const LexiconTable& table, const std::vector<Piece>& pieces, size_t i, size_t* end,
             std::string_view* form) {
  if (i >= pieces.size() || !pieces[i].capital) return -1;
  const LexiconRow* row = table.Find(pieces[i].norm);
  if (row == nullptr) return -1;
  *end = i + 1;
  *form = row->column(1);
  if (*form == "short" && IsPiece(pieces, *end, ".") && IsJoined(pieces, *end)) ++*end;
  return SmallNumber(row->column(0));
}

// A year of four digits at i, or -1. "2,025" and "2025.5" are none.
int32_t Year(const std::vector<Piece>& pieces, size_t i) {
  const int32_t year = PlainDigits(pieces, i, 4, 4);
  return year >= kFirstYear && year <= kLastYear ? year : -1;
}

// A day of the month at i ("20", "20th", "1st"), or -1; *end gets the piece after it.
int32_t DayOfMonth(const std::vector<Piece>& pieces, size_t i, size_t* end) {
  const int32_t day = PlainDigits(pieces, i, 1, 2);
  if (day < 1 || day > 31) return -1;
  *end = i + 1;
  if (IsJoined(pieces, *end)) {
    const std::string& next = pieces[*end].norm;
    if (next == "st" || next == "nd" || next == "rd" || next == "th") {
      ++*end;
    } else if (pieces[*end].kind == PieceKind::kWord) {
      return -1;  // "20m"
    } else if ((next == "%" || next == ":" || next == "/")) {
      return -1;
    }
  }
  return day;
}

// Reads ", 2025" or " 2025" at time->end.
void ReadYearAfter(const std::vector<Piece>& pieces, WrittenTime* time) {
  size_t i = time->end;
  if (IsPiece(pieces, i, ",") || IsPiece(pieces, i, "of")) ++i;
  const int32_t year = Year(pieces, i);
  if (year < 0) return;
  time->year = year;
  time->end = i + 1;
}

// "-22", " to 22", " and 22", " to July 22" behind a day of `month` (or -1) at *end: the range's
// last day, or -1.
int32_t LastDayOfRange(const std::vector<Piece>& pieces, int32_t month, int32_t first,
                       size_t* end) {
  size_t i = *end;
  if (i >= pieces.size()) return -1;
  const std::string& link = pieces[i].norm;
  if (link != "-" && link != "to" && link != "and" && link != "through") return -1;
  size_t day = i + 1, after = 0;
  std::string_view form;
  if (month > 0 && link != "and") {
    size_t behind = day;
    if (Name(Months(), pieces, day, &behind, &form) == month) day = behind;
  }
  const int32_t last = DayOfMonth(pieces, day, &after);
  if (last <= first) return -1;
  *end = after;
  return last;
}

// "December 20", "Dec. 20th, 2025", "December 20-22", "June 2024", "in May".
std::optional<WrittenTime> ReadMonthFirst(const std::vector<Piece>& pieces, size_t begin) {
  WrittenTime time;
  time.begin = begin;
  std::string_view form;
  time.month = Name(Months(), pieces, begin, &time.end, &form);
  if (time.month < 0) return std::nullopt;
  size_t end = time.end;
  time.day = DayOfMonth(pieces, time.end, &end);
  if (time.day > 0) {
    time.end = end;
    time.last_day = LastDayOfRange(pieces, time.month, time.day, &time.end);
    if (time.last_day > 0 && IsPiece(pieces, end, "and") && !IsPiece(pieces, time.end, ",")) {
      // "on March 3 and 12 people": the second number is a day only where nothing is counted by it.
      const bool counted = time.end < pieces.size() && pieces[time.end].kind == PieceKind::kWord &&
                           !HasCalendarRole(pieces, time.end, "month_before");
      if (counted) {
        time.last_day = -1;
        time.end = end;
      }
    }
    ReadYearAfter(pieces, &time);
    return time;
  }
  ReadYearAfter(pieces, &time);
  if (time.year > 0) return time;
  if (form == "short") return std::nullopt;
  // "May" and "March" begin sentences as verbs, and "April" and "June" are people.
  const bool sure = begin > 0 && HasCalendarRole(pieces, begin - 1, "month_before");
  const bool possessive = IsPiece(pieces, time.end, "'s");
  const bool hyphen = begin > 1 && IsHyphen(pieces, begin - 1);
  if (form == "word" && !sure && !possessive && !hyphen) return std::nullopt;
  return time;
}

// "20 December", "20th of December 2025", "the 8th and 9th of June", "8-9 June".
std::optional<WrittenTime> ReadDayFirst(const std::vector<Piece>& pieces, size_t begin) {
  WrittenTime time;
  time.begin = begin;
  time.day = DayOfMonth(pieces, begin, &time.end);
  if (time.day < 0) return std::nullopt;
  time.last_day = LastDayOfRange(pieces, -1, time.day, &time.end);
  size_t i = time.end;
  if (IsPiece(pieces, i, "of")) ++i;
  i = IsHyphen(pieces, i) ? i + 1 : i;
  std::string_view form;
  time.month = Name(Months(), pieces, i, &time.end, &form);
  if (time.month < 0) return std::nullopt;
  if (IsHyphen(pieces, time.end) && Year(pieces, time.end + 1) > 0) ++time.end;
  ReadYearAfter(pieces, &time);
  return time;
}

bool IsDate(int32_t year, int32_t month, int32_t day) {
  return year >= kFirstYear && month >= 1 && month <= 12 && day >= 1 &&
         day <= DaysInMonth(year, month);
}

// "2025-12-20", "12/20/2025", "20.12.2025". Where both of the first two could be the month, neither
// is taken.
std::optional<WrittenTime> ReadNumericDate(const std::vector<Piece>& pieces, size_t begin) {
  int32_t parts[3] = {-1, -1, -1};
  WrittenTime time;
  time.begin = begin;
  const std::string& norm = pieces[begin].norm;
  bool marks = false;
  if (std::count(norm.begin(), norm.end(), '.') == 2 && norm.size() <= 10) {
    size_t part = 0;
    parts[0] = 0;
    for (char c : norm) {
      if (c == '.') {
        parts[++part] = 0;
      } else {
        parts[part] = parts[part] * 10 + (c - '0');
      }
    }
    time.end = begin + 1;
  } else {
    const char* separator = IsPiece(pieces, begin + 1, "/") ? "/" : "-";
    for (size_t part = 0; part < 3; ++part) {
      const size_t i = begin + 2 * part;
      if (part > 0 &&
          !(IsPiece(pieces, i - 1, separator) && IsJoined(pieces, i - 1) && IsJoined(pieces, i))) {
        return std::nullopt;
      }
      parts[part] = PlainDigits(pieces, i, 1, 4);
      if (parts[part] < 0) return std::nullopt;
    }
    time.end = begin + 5;
    marks = true;
  }
  if (marks && IsPiece(pieces, time.end, "-") && IsJoined(pieces, time.end)) return std::nullopt;
  if (IsDate(parts[0], parts[1], parts[2])) {
    time.year = parts[0];
    time.month = parts[1];
    time.day = parts[2];
    return time;
  }
  const bool day_first = IsDate(parts[2], parts[1], parts[0]);
  const bool month_first = IsDate(parts[2], parts[0], parts[1]);
  if (!day_first && !month_first) return std::nullopt;
  time.year = parts[2];
  if (day_first && month_first && parts[0] != parts[1]) {
    time.ambiguous = true;
    return time;
  }
  time.month = day_first ? parts[1] : parts[0];
  time.day = day_first ? parts[0] : parts[1];
  return time;
}

// "2014", "the 1990s". Four digits are a year behind "in" or "since", or from 1900 on where no
// plural follows ("2000 people").
std::optional<WrittenTime> ReadYear(const std::vector<Piece>& pieces, size_t begin) {
  WrittenTime time;
  time.begin = begin;
  time.end = begin + 1;
  time.year = Year(pieces, begin);
  if (time.year < 0) return std::nullopt;
  if (IsPiece(pieces, time.end, "s") && IsJoined(pieces, time.end)) {
    if (time.year % 10 != 0) return std::nullopt;
    time.decade = true;
    ++time.end;
    return time;
  }
  if (IsPiece(pieces, time.end, "'s") && time.year % 100 != 0 && time.year % 10 == 0) {
    time.decade = true;  // "the 1990's"
    ++time.end;
    return time;
  }
  if (IsPiece(pieces, time.end, "%") || IsPiece(pieces, time.end, ":")) return std::nullopt;
  if (begin > 0 && IsJoined(pieces, begin) && pieces[begin - 1].norm != "(" &&
      pieces[begin - 1].norm != "-" && pieces[begin - 1].norm != "--" &&
      pieces[begin - 1].norm != "/") {
    return std::nullopt;  // "$2000", "#2014"
  }
  if (IsJoined(pieces, time.end) && pieces[time.end].kind == PieceKind::kWord &&
      pieces[time.end].norm != "'s") {
    return std::nullopt;  // "1500m"
  }
  // "2024-25", "2024/25", "2022-2024"
  if ((IsPiece(pieces, time.end, "-") || IsPiece(pieces, time.end, "/")) &&
      IsJoined(pieces, time.end) && IsJoined(pieces, time.end + 1) &&
      PlainDigits(pieces, time.end + 1, 2, 2) == (time.year + 1) % 100) {
    time.end += 2;
    time.season = true;
    return time;
  }
  const bool next_word = time.end < pieces.size() && pieces[time.end].kind == PieceKind::kWord &&
                         !pieces[time.end].norm.empty() && pieces[time.end].norm[0] != '\'';
  const bool plural = next_word && pieces[time.end].norm.size() > 3 &&
                      pieces[time.end].norm.back() == 's' && !pieces[time.end].capital;
  const bool introduced = begin > 0 && HasCalendarRole(pieces, begin - 1, "year_before");
  static const LexiconTable& units = Table("units.tsv");
  static const LexiconTable& plurals = Table("plural_nouns.txt");
  static const LexiconTable& numbers = Table("number_words.tsv");
  if (next_word) {
    const std::string& next = pieces[time.end].norm;
    const bool counted = plurals.Has(next) || MatchPhrase(units, pieces, time.end).row != nullptr ||
                         (numbers.Has(next) && numbers.Find(next)->column(1) == "magnitude");
    if (counted || (plural && !introduced)) return std::nullopt;
  }
  if (IsHyphen(pieces, time.end) && MatchPhrase(units, pieces, time.end + 1).row != nullptr) {
    return std::nullopt;  // "a 2000-mile flight"
  }
  if (time.year < kFirstModernYear && !introduced) return std::nullopt;
  return time;
}

// "Christmas Day", "New Year's Eve 2024".
std::optional<WrittenTime> ReadHoliday(const std::vector<Piece>& pieces, size_t begin) {
  static const LexiconTable& holidays = Table("holidays.tsv");
  if (!pieces[begin].capital) return std::nullopt;
  const PhraseMatch match = MatchPhrase(holidays, pieces, begin);
  if (match.row == nullptr || !pieces[match.end - 1].capital) return std::nullopt;
  WrittenTime time;
  time.begin = begin;
  time.end = match.end;
  time.month = SmallNumber(match.row->column(0));
  time.day = SmallNumber(match.row->column(1));
  ReadYearAfter(pieces, &time);
  return time;
}

// What may follow a weekday or "early": a date, a month or a year.
std::optional<WrittenTime> ReadDate(const std::vector<Piece>& pieces, size_t i) {
  if (i >= pieces.size()) return std::nullopt;
  if (pieces[i].kind == PieceKind::kDigits) {
    if (auto time = ReadNumericDate(pieces, i)) return time;
    return ReadDayFirst(pieces, i);
  }
  return ReadMonthFirst(pieces, i);
}

// "Saturday", "Saturday, December 20", "Sat 20 Dec".
std::optional<WrittenTime> ReadWeekday(const std::vector<Piece>& pieces, size_t begin) {
  WrittenTime time;
  std::string_view form;
  const int32_t weekday = Name(Weekdays(), pieces, begin, &time.end, &form);
  if (weekday < 0) return std::nullopt;
  size_t i = time.end;
  if (IsPiece(pieces, i, ",") || IsPiece(pieces, i, "(")) ++i;
  if (IsPiece(pieces, i, "the")) ++i;
  const std::optional<WrittenTime> date = ReadDate(pieces, i);
  if (date && date->day > 0 && !date->ambiguous) {
    time = *date;
  } else if (form == "short") {
    return std::nullopt;
  }
  time.begin = begin;
  time.weekday = weekday;
  return time;
}

// "early 2022", "mid-December", "the end of June", "summer 2024".
std::optional<WrittenTime> ReadPart(const std::vector<Piece>& pieces, size_t begin) {
  static constexpr struct {
    std::string_view role;
    PartOfPeriod part;
  } kParts[] = {{"early", PartOfPeriod::kEarly},
                {"mid", PartOfPeriod::kMiddle},
                {"late", PartOfPeriod::kLate}};
  for (const auto& entry : kParts) {
    size_t next = SkipCalendarRole(pieces, begin, entry.role);
    if (next == begin) continue;
    if (IsHyphen(pieces, next)) ++next;
    if (IsPiece(pieces, next, "the")) ++next;
    std::optional<WrittenTime> time = ReadMonthFirst(pieces, next);
    if (!time) time = ReadYear(pieces, next);
    if (!time || time->day > 0) return std::nullopt;
    time->begin = begin;
    time->part = entry.part;
    return time;
  }
  static constexpr std::string_view kSeasons[] = {"spring", "summer", "autumn", "winter"};
  for (int32_t season = 0; season < 4; ++season) {
    size_t next = SkipCalendarRole(pieces, begin, kSeasons[season]);
    if (next == begin) continue;
    if (IsPiece(pieces, next, "of")) ++next;
    std::optional<WrittenTime> time = ReadYear(pieces, next);
    if (!time || time->decade || time->season) return std::nullopt;
    time->begin = begin;
    time->season = true;
    time->part_of_year = season;
    return time;
  }
  return std::nullopt;
}

}  // namespace

std::optional<WrittenTime> ReadWrittenTime(const std::vector<Piece>& pieces, size_t begin) {
  if (begin >= pieces.size()) return std::nullopt;
  if (pieces[begin].kind == PieceKind::kDigits) {
    if (auto time = ReadNumericDate(pieces, begin)) return time;
    if (auto time = ReadDayFirst(pieces, begin)) return time;
    if (auto time = ReadClockTime(pieces, begin)) return time;
    return ReadYear(pieces, begin);
  }
  if (pieces[begin].kind != PieceKind::kWord) return std::nullopt;
  if (auto time = ReadWeekday(pieces, begin)) return time;
  if (auto time = ReadMonthFirst(pieces, begin)) return time;
  if (auto time = ReadHoliday(pieces, begin)) return time;
  if (BeginsCalendarPhrase(pieces, begin)) {
    if (auto time = ReadPart(pieces, begin)) return time;
  }
  return ReadClockTime(pieces, begin);
}

}  // namespace crossread
