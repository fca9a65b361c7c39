#include "core/extract/times.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/extract/time_tense.h"
#include "core/lexicon/lexicon.h"
#include "core/values/amount.h"
#include "core/values/calendar_words.h"
#include "core/values/numerals.h"
#include "core/values/written_time.h"

namespace crossread {
namespace {

using Pieces = std::vector<Piece>;

constexpr int32_t kDaysOfWeek = 7;

bool Is(const Pieces& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

int32_t SignedNumber(std::string_view column) {
  const bool negative = !column.empty() && column.front() == '-';
  int32_t value = 0;
  for (char c : column.substr(negative ? 1 : 0)) value = value * 10 + (c - '0');
  return negative ? -value : value;
}

// --- days

void SetDays(Day first, Day last, Time* time) {
  time->resolved = true;
  time->first = first;
  time->last = last;
}

void SetMonth(int32_t year, int32_t month, Time* time) {
  SetDays(DayFromCivil({year, month, 1}), DayFromCivil({year, month, DaysInMonth(year, month)}),
          time);
}

void SetYear(int32_t year, Time* time) {
  SetDays(DayFromCivil({year, 1, 1}), DayFromCivil({year, 12, 31}), time);
}

// The early, middle or late part of the interval. The parts overlap: "early 2022" may be May, and
// "mid-2022" as well.
void Narrow(PartOfPeriod part, Time* time) {
  const int32_t days = time->last - time->first + 1;
  if (!time->resolved || part == PartOfPeriod::kWhole) return;
  time->granularity = Granularity::kOther;
  const int32_t outer = days * 5 / 12;   // five months of a year, 13 days of a month
  const int32_t margin = days * 3 / 12;  // "mid" leaves out this much on both sides
  if (part == PartOfPeriod::kEarly) time->last = time->first + outer;
  if (part == PartOfPeriod::kLate) time->first = time->last - outer;
  if (part == PartOfPeriod::kMiddle) {
    time->first += margin;
    time->last -= margin;
  }
}

Day MondayOf(Day day) { return day - Weekday(day); }

// The months since year 0, moved: (2025, 12) + 1 is (2026, 1).
std::pair<int32_t, int32_t> AddMonths(int32_t year, int32_t month, int32_t months) {
  const int32_t index = year * 12 + month - 1 + months;
  return {index / 12, index % 12 + 1};
}

// --- resolving what is written

// The day of a bare weekday: the article's own day counts for past and future alike.
Day NearestWeekday(Day today, int32_t weekday, TimeTense tense) {
  const int32_t ahead = (weekday - Weekday(today) + kDaysOfWeek) % kDaysOfWeek;
  if (ahead == 0 || tense == TimeTense::kFuture) return today + ahead;
  return today + ahead - kDaysOfWeek;
}

// The year of a date without one: the nearest, unless the verb says that it lies on the other side
// by more than a month ("won on 12 October", read in June).
int32_t YearOfDate(Day today, int32_t month, int32_t day, TimeTense tense) {
  constexpr Day kTenseMayErr = 31;
  const int32_t this_year = CivilFromDay(today).year;
  int32_t best = this_year - 1;
  Day best_distance = INT32_MAX;
  for (int32_t year = this_year - 1; year <= this_year + 1; ++year) {
    const Day date = DayFromCivil({year, month, std::min(day, DaysInMonth(year, month))});
    if (tense == TimeTense::kPast && date > today + kTenseMayErr) continue;
    if (tense == TimeTense::kFuture && date < today - kTenseMayErr) continue;
    const Day distance = std::abs(date - today);
    if (distance >= best_distance) continue;
    best = year;
    best_distance = distance;
  }
  return best;
}

// The year of a month without one: the last or next such month by the tense, else the nearest.
int32_t YearOfMonth(Day today, int32_t month, TimeTense tense) {
  const Civil now = CivilFromDay(today);
  if (tense == TimeTense::kUnknown) return YearOfDate(today, month, 15, tense);
  if (tense == TimeTense::kFuture) return month >= now.month ? now.year : now.year + 1;
  return month <= now.month ? now.year : now.year - 1;
}

// One sentence's reader.
class Finder {
 public:
  Finder(const Document& document, std::optional<Day> today, std::vector<Time>* out)
      : document_(document), today_(today), out_(*out) {}

  void Read(const Sentence& sentence) {
    before_ = here_;
    here_ = sentence.span;
    pieces_ = SplitPieces(document_, sentence);
    for (size_t i = 0; i < pieces_.size();) i = std::max(Step(i), i + 1);
  }

  // The first full date of the block's text, if it has one: a dateline's or date stamp's.
  static std::optional<Day> FirstDate(const Document& document, const Sentence& sentence) {
    const Pieces pieces = SplitPieces(document, sentence);
    for (size_t i = 0; i < pieces.size(); ++i) {
      const auto written = ReadWrittenTime(pieces, i);
      if (!written) continue;
      if (written->year > 0 && written->month > 0 && written->day > 0 && written->last_day < 0 &&
          written->day <= DaysInMonth(written->year, written->month)) {
        return DayFromCivil({written->year, written->month, written->day});
      }
      i = written->end - 1;
    }
    return std::nullopt;
  }

 private:
  size_t Step(size_t i) {
    if (!pieces_[i].opens) return i + 1;
    if (const size_t end = ReadShifted(i); end > i) return end;
    if (const size_t end = ReadPast(i); end > i) return end;
    if (const auto written = ReadWrittenTime(pieces_, i)) {
      AddWritten(*written);
      return written->end;
    }
    if (const size_t end = ReadSameYear(i); end > i) return end;
    if (const size_t end = ReadRelative(i); end > i) return end;
    return ReadAgo(i);
  }

  void Add(size_t begin, size_t end, Time time) {
    time.approximate = time.minute >= 0 && CalendarRoleBefore(pieces_, begin, "clock_about");
    if (!time.approximate && CalendarRoleBefore(pieces_, begin, "bound_before")) {
      time.bound = Bound::kBefore;
    } else if (!time.approximate && CalendarRoleBefore(pieces_, begin, "bound_after")) {
      time.bound = Bound::kAfter;
    }
    // "the end of June": the article "the" before it is not the time's, but it does no harm inside.
    time.span = {pieces_[begin].span.begin, pieces_[end - 1].span.end};
    out_.push_back(time);
  }

  void AddWritten(const WrittenTime& written) {
    Time time;
    time.year = written.season ? -1 : written.year;  // "winter 2024" ends in the next
    time.month = written.month;
    time.day = written.last_day > 0 ? -1 : written.day;
    time.weekday = written.weekday;
    time.minute = written.minute;
    time.zoned = written.zoned;
    time.half_day = written.half_day;
    if (written.part_of_year >= 0) time.season = 4 * written.year + written.part_of_year;
    if (written.minute >= 0) {
      time.granularity = Granularity::kMinute;
    } else if (written.ambiguous || written.season) {
      time.granularity = Granularity::kOther;
      time.vague = time.season < 0;
    } else if (written.day > 0) {
      ResolveDate(written, &time);
    } else if (written.month > 0) {
      ResolveMonth(written, &time);
    } else if (written.year > 0) {
      ResolveYear(written, &time);
    } else if (written.weekday >= 0) {
      time.relative = true;
      if (today_) {
        const Day day = NearestWeekday(*today_, written.weekday,
                                       TenseAround(pieces_, written.begin, written.end));
        SetDays(day, day, &time);
      }
    }
    Add(written.begin, written.end, time);
  }

  void ResolveDate(const WrittenTime& written, Time* time) const {
    int32_t year = written.year;
    if (year < 0) {
      time->relative = true;
      if (!today_) return;
      year = YearOfDate(*today_, written.month, written.day,
                        TenseAround(pieces_, written.begin, written.end));
    }
    const int32_t last = std::max(written.day, written.last_day);
    if (last > DaysInMonth(year, written.month)) return;
    SetDays(DayFromCivil({year, written.month, written.day}),
            DayFromCivil({year, written.month, last}), time);
    if (written.last_day > 0) time->granularity = Granularity::kOther;
  }

  void ResolveMonth(const WrittenTime& written, Time* time) const {
    time->granularity = Granularity::kMonth;
    int32_t year = written.year;
    if (year < 0) {
      time->relative = true;
      if (!today_) return;
      year = YearOfMonth(*today_, written.month, TenseAround(pieces_, written.begin, written.end));
    }
    SetMonth(year, written.month, time);
    Narrow(written.part, time);
  }

  void ResolveYear(const WrittenTime& written, Time* time) const {
    time->granularity = Granularity::kYear;
    SetYear(written.year, time);
    if (written.decade) {
      time->granularity = Granularity::kOther;
      const int32_t years = written.year % 100 == 0 && written.year != 2000 ? 100 : 10;
      time->last = DayFromCivil({written.year + years - 1, 12, 31});
      time->year = -1;
    }
    Narrow(written.part, time);
  }

  // "last Friday", "next Tuesday", "this Saturday", "last December": a weekday or month moved.
  size_t ReadShifted(size_t i) {
    int32_t shift = 0;
    if (Is(pieces_, i, "last") || Is(pieces_, i, "past")) {
      shift = -1;
    } else if (Is(pieces_, i, "next") || Is(pieces_, i, "coming")) {
      shift = 1;
    } else if (!Is(pieces_, i, "this")) {
      return i;
    }
    const auto written = ReadWrittenTime(pieces_, i + 1);
    if (!written || written->begin != i + 1 || written->year > 0 || written->day > 0) return i;
    if (written->weekday < 0 && written->month < 0) return i;
    Time time;
    time.relative = true;
    time.weekday = written->weekday;
    time.month = written->month;
    if (written->weekday >= 0) {
      if (today_) ShiftWeekday(written->weekday, shift, &time);
    } else {
      time.granularity = Granularity::kMonth;
      if (today_) {
        const Civil now = CivilFromDay(*today_);
        int32_t year = now.year;
        if (shift < 0 && written->month >= now.month) --year;
        if (shift > 0 && written->month <= now.month) ++year;
        SetMonth(year, written->month, &time);
      }
    }
    Add(i, written->end, time);
    return written->end;
  }

  // "last Friday" is the one before the article's day or a week earlier, "next Friday" this week's
  // or the next's: usage differs, so both weeks count where the nearest lies within six days.
  void ShiftWeekday(int32_t weekday, int32_t shift, Time* time) const {
    const int32_t ahead = (weekday - Weekday(*today_) + kDaysOfWeek) % kDaysOfWeek;
    if (shift == 0) {
      const Day day = MondayOf(*today_) + weekday;
      SetDays(day, day, time);
    } else if (shift > 0) {
      const Day nearest = *today_ + (ahead == 0 ? kDaysOfWeek : ahead);
      SetDays(nearest, ahead == 0 ? nearest : nearest + kDaysOfWeek, time);
    } else {
      const Day nearest = *today_ + ahead - kDaysOfWeek;
      SetDays(ahead == 0 ? nearest : nearest - kDaysOfWeek, nearest, time);
    }
  }

  // "That year", "the same year": the one that this sentence or the one before has last named, if
  // it names one.
  size_t ReadSameYear(size_t i) {
    const bool that = Is(pieces_, i, "that");
    if (!that && !Is(pieces_, i, "the")) return i;
    const bool same = Is(pieces_, i + 1, "same");
    const size_t year = i + (same ? 2 : 1);
    if ((!that && !same) || !Is(pieces_, year, "year")) return i;
    int32_t named = -1;
    for (auto time = out_.rbegin(); time != out_.rend(); ++time) {
      if (time->span.begin < before_.begin) break;
      if (time->year < 0) continue;
      if (named >= 0 && named != time->year) return i;
      named = time->year;
    }
    if (named < 0) return i;
    Time time;
    time.year = named;
    time.granularity = Granularity::kYear;
    SetYear(named, &time);
    Add(i, year + 1, time);
    return year + 1;
  }

  // "yesterday", "this weekend", "earlier this week": relative_times.tsv.
  size_t ReadRelative(size_t i) {
    static const LexiconTable& table = Lexicon::English().Table("relative_times.tsv");
    if (pieces_[i].kind != PieceKind::kWord) return i;
    const PhraseMatch match = MatchPhrase(table, pieces_, i);
    if (match.row == nullptr) return i;
    if (match.end > i + 1 && pieces_[match.end - 1].capital) return i;  // a programme: "This Week"
    if (Is(pieces_, match.end, "before") || Is(pieces_, match.end, "after")) {
      if (match.row->column(2) == "vague") return i;  // "shortly before nine"
    }
    Time time;
    time.relative = true;
    ResolveRelative(match.row->column(0), SignedNumber(match.row->column(1)), match.row->column(2),
                    i, match.end, &time);
    Add(i, match.end, time);
    return match.end;
  }

  void ResolveRelative(std::string_view unit, int32_t offset, std::string_view part, size_t begin,
                       size_t end, Time* time) const {
    time->granularity = unit == "day"       ? Granularity::kDay
                        : unit == "week"    ? Granularity::kWeek
                        : unit == "weekend" ? Granularity::kWeekend
                        : unit == "month"   ? Granularity::kMonth
                        : unit == "year"    ? Granularity::kYear
                                            : Granularity::kOther;
    time->vague = part == "vague";
    if (!today_ || time->vague) return;
    const Day today = *today_;
    const Civil now = CivilFromDay(today);
    if (unit == "day") {
      SetDays(today + offset, today + offset, time);
    } else if (unit == "week") {
      const Day monday = MondayOf(today) + offset * kDaysOfWeek;
      SetDays(monday, monday + 6, time);
    } else if (unit == "weekend") {
      Day saturday = MondayOf(today) + 5 + offset * kDaysOfWeek;
      // "The weekend" told of in the past, before Saturday comes, is the one gone by.
      // "This weekend" is that one only on the days right after it.
      const bool may_be_past = part == "tense" || (offset == 0 && Weekday(today) < 2);
      if (may_be_past && saturday > today &&
          TenseAround(pieces_, begin, end) != TimeTense::kFuture) {
        saturday -= kDaysOfWeek;
      }
      SetDays(saturday, saturday + 1, time);
    } else if (unit == "month") {
      const auto [year, month] = AddMonths(now.year, now.month, offset);
      SetMonth(year, month, time);
    } else if (unit == "year") {
      SetYear(now.year + offset, time);
    }
    TakePart(part, time);
  }

  void TakePart(std::string_view part, Time* time) const {
    if (!time->resolved || part == "-" || part == "tense") return;
    if (part == "before") time->last = std::max(time->first, *today_);
    if (part == "after") time->first = std::min(time->last, *today_);
    if (part == "middle") Narrow(PartOfPeriod::kMiddle, time);
    if (part == "early") Narrow(PartOfPeriod::kEarly, time);
    if (part == "late" || part == "end") Narrow(PartOfPeriod::kLate, time);
    time->granularity = Granularity::kOther;
  }

  // A length of time at pieces[i]: "two days", "a year"; "year" alone where `bare`.
  struct Length {
    int64_t value = -1;  // thousandths of a second, as below; -1: none
    int64_t unit = 0;
    size_t end = 0;
  };
  static constexpr int64_t kDay = 86'400'000;
  static constexpr int64_t kMaxDays = 1'000'000;

  Length ReadLength(size_t i, bool bare) const {
    const std::optional<Amount> amount = ReadAmount(pieces_, i);
    if (amount && amount->unit.kind == UnitKind::kDuration) {
      return {ToBase(amount->number.value, amount->unit), ToBase(1000, amount->unit), amount->end};
    }
    const bool article = Is(pieces_, i, "a") || Is(pieces_, i, "an");
    if (!article && !bare) return {};
    const size_t at = i + (article ? 1 : 0);
    const Unit unit = ReadUnit(pieces_, at, Numeral());
    if (unit.kind != UnitKind::kDuration || unit.end == at) return {};
    return {ToBase(1000, unit), ToBase(1000, unit), unit.end};
  }

  // "the past four months", "the last three days": up to the article's day.
  size_t ReadPast(size_t i) {
    const bool past = Is(pieces_, i, "past");
    if (!past && !Is(pieces_, i, "last")) return i;
    if (i == 0 || !Is(pieces_, i - 1, "the")) return i;
    const Length length = ReadLength(i + 1, past);
    if (length.value < 0 || length.value / kDay > kMaxDays) return i;
    if (Is(pieces_, length.end, "of")) return i;  // "the last three days of May"
    Time time;
    time.relative = true;
    time.granularity = Granularity::kOther;
    if (today_) SetDays(*today_ - static_cast<Day>(length.value / kDay), *today_, &time);
    Add(i - 1, length.end, time);
    return length.end;
  }

  // "two days ago", "nearly a year ago": the unit's own breadth on both sides, since nobody counts.
  // "Will meet in two weeks", "within a week": ahead likewise, but it may say how long it takes.
  size_t ReadAgo(size_t i) {
    const auto [back, unit, end] = ReadLength(i, false);
    if (back < 0) return i;
    if (!Is(pieces_, end, "ago")) return ReadAhead(i, {back, unit, end});
    Time time;
    time.relative = true;
    time.granularity = unit < kDay         ? Granularity::kMinute
                       : unit == kDay      ? Granularity::kDay
                       : unit < 20 * kDay  ? Granularity::kWeek
                       : unit < 300 * kDay ? Granularity::kMonth
                                           : Granularity::kYear;
    if (today_ && back / kDay < kMaxDays) {
      const Day centre = *today_ - static_cast<Day>(back / kDay);
      const Day slack = static_cast<Day>(unit > kDay ? unit / kDay / 2 + 1 : unit < kDay ? 1 : 0);
      // "More than two years ago": a whole unit and more before.
      const bool before = i > 1 && (Is(pieces_, i - 1, "than") || Is(pieces_, i - 1, "least") ||
                                    Is(pieces_, i - 1, "over"));
      SetDays(centre - (before ? 5 : 1) * slack, std::min(centre + slack, *today_), &time);
    }
    Add(i, end + 1, time);
    return end + 1;
  }

  size_t ReadAhead(size_t i, const Length& length) {
    const bool within = i > 0 && Is(pieces_, i - 1, "within");
    if (!within && (i == 0 || !Is(pieces_, i - 1, "in"))) return i;
    if (length.unit < kDay || length.value / kDay > kMaxDays) return i;
    if (TenseAround(pieces_, i, length.end) != TimeTense::kFuture) return i;
    Time time;
    time.relative = time.vague = true;
    time.granularity = Granularity::kOther;
    if (today_) {
      const Day last = *today_ + static_cast<Day>(length.value / kDay);
      const Day slack = static_cast<Day>(length.unit / kDay / 2 + 1);
      SetDays(within ? *today_ : last - slack, last + slack, &time);
    }
    Add(i, length.end, time);
    return length.end;
  }

  const Document& document_;
  std::optional<Day> today_;
  std::vector<Time>& out_;
  Pieces pieces_;
  Span before_, here_;  // the sentence at hand and the one before it
};

// The day of the first dateline or credit that carries a full date.
std::optional<Day> DayOfDateline(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kDateline && block.kind != BlockKind::kByline) continue;
    for (uint32_t s = block.sentences.begin; s < block.sentences.end; ++s) {
      if (const auto day = Finder::FirstDate(document, document.sentences[s])) return day;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<Time> FindTimes(const Document& document, std::optional<Day> article_date) {
  if (!article_date) article_date = DayOfDateline(document);
  std::vector<Time> times;
  Finder finder(document, article_date, &times);
  for (const Sentence& sentence : document.sentences) finder.Read(sentence);
  return times;
}

}  // namespace crossread
