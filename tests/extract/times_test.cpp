// FindTimes: what is written, and the days it means for an article of Thursday, 12 March 2026.
#include "core/extract/times.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <ostream>
#include <string>
#include <vector>

namespace crossread {
namespace {

constexpr Civil kToday = {2026, 3, 12};

std::string Iso(Day day) {
  const Civil civil = CivilFromDay(day);
  char text[32];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
  return text;
}

// "2026-03-12" for a day, "2026-03-09/2026-03-15" for more, "-" where unresolved.
std::string Days(const Time& time) {
  if (!time.resolved) return "-";
  return time.first == time.last ? Iso(time.first) : Iso(time.first) + "/" + Iso(time.last);
}

struct Row {
  const char* text;
  const char* span;
  const char* days;
  Granularity granularity = Granularity::kDay;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

class FindsTime : public testing::TestWithParam<Row> {};

TEST_P(FindsTime, AndItsDays) {
  const Row& row = GetParam();
  const Document document = ReadDocument(row.text, "");
  const std::vector<Time> found = FindTimes(document, DayFromCivil(kToday));
  ASSERT_EQ(found.size(), row.span[0] == '\0' ? 0u : 1u) << row.text;
  if (found.empty()) return;
  EXPECT_EQ(document.Text(found[0].span), row.span);
  EXPECT_EQ(Days(found[0]), row.days);
  EXPECT_EQ(found[0].granularity, row.granularity);
}

INSTANTIATE_TEST_SUITE_P(
    Dates, FindsTime,
    testing::Values(
        Row{"It opened on 20 December 2025.", "20 December 2025", "2025-12-20"},
        Row{"It opened on December 20, 2025.", "December 20, 2025", "2025-12-20"},
        Row{"It opened on Dec. 20, 2025.", "Dec. 20, 2025", "2025-12-20"},
        Row{"It opened on 2025-12-20.", "2025-12-20", "2025-12-20"},
        Row{"It opened on 12/20/2025.", "12/20/2025", "2025-12-20"},
        Row{"It opened on 20.12.2025.", "20.12.2025", "2025-12-20"},
        Row{"It opened on 05/06/2025.", "05/06/2025", "-", Granularity::kOther},
        Row{"It opened on Saturday, December 20, 2025.", "Saturday, December 20, 2025",
            "2025-12-20"},
        Row{"It opened on Saturday 20 December.", "Saturday 20 December", "2025-12-20"},
        Row{"It opened on February 26.", "February 26", "2026-02-26"},
        Row{"It opened on the 3rd of March.", "3rd of March", "2026-03-03"},
        Row{"It ran from 8-9 June 2025.", "8-9 June 2025", "2025-06-08/2025-06-09",
            Granularity::kOther},
        Row{"It ended in June 2024.", "June 2024", "2024-06-01/2024-06-30", Granularity::kMonth},
        Row{"It ended in November.", "November", "2025-11-01/2025-11-30", Granularity::kMonth},
        Row{"It will end in November.", "November", "2026-11-01/2026-11-30", Granularity::kMonth},
        Row{"It won the cup on 12 October.", "12 October", "2025-10-12"},
        Row{"It will play on 12 October.", "12 October", "2026-10-12"},
        Row{"The cup in August is near.", "August", "2026-08-01/2026-08-31", Granularity::kMonth},
        Row{"It ended in 2014.", "2014", "2014-01-01/2014-12-31", Granularity::kYear},
        Row{"It ended in early 2022.", "early 2022", "2022-01-01/2022-06-02", Granularity::kOther},
        Row{"It ended in the 1990s.", "1990s", "1990-01-01/1999-12-31", Granularity::kOther},
        Row{"It ended on 31 February 2025.", "31 February 2025", "-"}));

INSTANTIATE_TEST_SUITE_P(
    Relative, FindsTime,
    testing::Values(
        Row{"She spoke yesterday.", "yesterday", "2026-03-11"},
        Row{"She spoke today.", "today", "2026-03-12"},
        Row{"She will speak tomorrow.", "tomorrow", "2026-03-13"},
        Row{"She spoke on Friday.", "Friday", "2026-03-06"},
        Row{"She will speak on Friday.", "Friday", "2026-03-13"},
        Row{"She is due to speak on Monday.", "Monday", "2026-03-16"},
        Row{"Talks are set to begin on Thursday.", "Thursday", "2026-03-12"},
        Row{"Monday's vote failed.", "Monday", "2026-03-09"},
        Row{"She said on Tuesday that the bridge will reopen.", "Tuesday", "2026-03-10"},
        Row{"She spoke this week.", "this week", "2026-03-09/2026-03-15", Granularity::kWeek},
        Row{"She spoke last week.", "last week", "2026-03-02/2026-03-08", Granularity::kWeek},
        Row{"She spoke earlier this week.", "earlier this week", "2026-03-09/2026-03-12",
            Granularity::kOther},
        Row{"They meet this weekend.", "this weekend", "2026-03-14/2026-03-15",
            Granularity::kWeekend},
        Row{"They met over the weekend.", "the weekend", "2026-03-07/2026-03-08",
            Granularity::kWeekend},
        Row{"They will meet over the weekend.", "the weekend", "2026-03-14/2026-03-15",
            Granularity::kWeekend},
        Row{"They met last month.", "last month", "2026-02-01/2026-02-28", Granularity::kMonth},
        Row{"They met last year.", "last year", "2025-01-01/2025-12-31", Granularity::kYear},
        Row{"They met two days ago.", "two days ago", "2026-03-10"},
        Row{"They met a week ago.", "a week ago", "2026-03-01/2026-03-09", Granularity::kWeek},
        Row{"They will meet next Tuesday.", "next Tuesday", "2026-03-17/2026-03-24"},
        Row{"They met last Tuesday.", "last Tuesday", "2026-03-03/2026-03-10"},
        Row{"They met last December.", "last December", "2025-12-01/2025-12-31",
            Granularity::kMonth},
        Row{"They met more than two years ago.", "two years ago", "2021-09-09/2024-09-11",
            Granularity::kYear},
        Row{"They rule by the middle of next month.", "the middle of next month",
            "2026-04-08/2026-04-23", Granularity::kOther},
        Row{"They met recently.", "recently", "-", Granularity::kOther}));

INSTANTIATE_TEST_SUITE_P(
    NoTimes, FindsTime,
    testing::Values(Row{"You may march on.", "", ""}, Row{"May the best team win.", "", ""},
                    Row{"There were 2000 people.", "", ""}, Row{"Sat down, he wept.", "", ""},
                    Row{"June Abbott won 3-2.", "", ""}, Row{"He drank 12 glasses.", "", ""},
                    Row{"Watch \"This Week\" now.", "", ""}));

struct ClockRow {
  const char* text;
  const char* span;
  int32_t minute;
  bool zoned = false;
  bool half_day = false;
};

void PrintTo(const ClockRow& row, std::ostream* out) { *out << row.text; }

class FindsClock : public testing::TestWithParam<ClockRow> {};

TEST_P(FindsClock, AndItsMinute) {
  const ClockRow& row = GetParam();
  const Document document = ReadDocument(row.text, "");
  const std::vector<Time> found = FindTimes(document, std::nullopt);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(document.Text(found[0].span), row.span);
  EXPECT_EQ(found[0].minute, row.minute);
  EXPECT_EQ(found[0].zoned, row.zoned);
  EXPECT_EQ(found[0].half_day, row.half_day);
  EXPECT_EQ(found[0].granularity, Granularity::kMinute);
}

INSTANTIATE_TEST_SUITE_P(
    Clocks, FindsClock,
    testing::Values(ClockRow{"It began at 9:30 p.m. sharp.", "9:30 p.m.", 21 * 60 + 30},
                    ClockRow{"It began at 9.30pm sharp.", "9.30pm", 21 * 60 + 30},
                    ClockRow{"It began at 7 am sharp.", "7 am", 7 * 60},
                    ClockRow{"It began at 14:05 sharp.", "14:05", 14 * 60 + 5},
                    ClockRow{"It began at noon.", "noon", 720},
                    ClockRow{"It began at midnight.", "midnight", 0},
                    ClockRow{"It began at 0930 GMT.", "0930 GMT", 9 * 60 + 30, true},
                    ClockRow{"It began at 9:30.", "9:30", 9 * 60 + 30, false, true},
                    ClockRow{"It began at half past nine.", "half past nine", 9 * 60 + 30, false,
                             true},
                    ClockRow{"It began at eight in the evening.", "eight in the evening", 20 * 60},
                    ClockRow{"It began at 12:15 a.m. sharp.", "12:15 a.m.", 15}));

TEST(FindTimes, LeavesRelativeTimesUnresolvedWithoutADate) {
  const Document document = ReadDocument("She spoke on Friday, as she did last week.", "");
  const std::vector<Time> found = FindTimes(document, std::nullopt);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_FALSE(found[0].resolved);
  EXPECT_EQ(found[0].weekday, 4);
  EXPECT_TRUE(found[0].relative);
  EXPECT_FALSE(found[1].resolved);
}

TEST(FindTimes, ResolvesAcrossTheTurnOfTheYear) {
  const Document document =
      ReadDocument("She spoke on December 30. She will speak in February.", "");
  const std::vector<Time> found = FindTimes(document, DayFromCivil({2026, 1, 2}));
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(Days(found[0]), "2025-12-30");
  EXPECT_EQ(Days(found[1]), "2026-02-01/2026-02-28");
}

TEST(FindTimes, TakesThatYearFromTheSentenceBefore) {
  const auto last = [](const char* text) {
    const std::vector<Time> found = FindTimes(ReadDocument(text, ""), std::nullopt);
    return found.empty() ? std::string() : Days(found.back());
  };
  EXPECT_EQ(last("It sank in 1987. Later that year it was raised."), "1987-01-01/1987-12-31");
  EXPECT_EQ(last("It sank in May 1987. It was raised the same year."), "1987-01-01/1987-12-31");
  EXPECT_EQ(last("It sank in 1987. It lay deep. It was raised that same year."),
            "1987-01-01/1987-12-31");  // that of 1987 alone
  EXPECT_EQ(
      FindTimes(ReadDocument("It was built in 1961. It sank in 1987 that year.", ""), std::nullopt)
          .size(),
      2u);  // which of two is not told
}

TEST(FindTimes, IsLinearInLongRuns) {
  for (const std::string unit : {"May ", "Friday ", "in ", "12:", "1/", "last ", "2014-"}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    const Document document = ReadDocument(text, "");
    for (const Time& time : FindTimes(document, DayFromCivil(kToday))) {
      EXPECT_LE(time.span.end, text.size());
    }
  }
}

}  // namespace
}  // namespace crossread
