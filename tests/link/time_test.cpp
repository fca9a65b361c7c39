// Relate(Time, Time), on times as a reader meets them, in two articles with or without a date. Each
// row is read both ways round.
#include <gtest/gtest.h>

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "core/link/relation.h"

namespace crossread {
namespace {

constexpr Relation kUnknown = Relation::kUnknown;
constexpr Relation kEqual = Relation::kEqual;
constexpr Relation kNarrower = Relation::kNarrower;
constexpr Relation kWider = Relation::kWider;
constexpr Relation kOverlap = Relation::kOverlap;
constexpr Relation kDisjoint = Relation::kDisjoint;

// The articles' dates: Thursday 12 March 2026, the day after, the Monday after; none.
constexpr const char* kThu = "2026-03-12";
constexpr const char* kFri = "2026-03-13";
constexpr const char* kMon = "2026-03-16";
constexpr const char* kNone = "";

Relation Mirrored(Relation relation) {
  if (relation == kNarrower) return kWider;
  if (relation == kWider) return kNarrower;
  return relation;
}

struct Row {
  const char* a;
  const char* date_a;
  const char* b;
  const char* date_b;
  Relation relation;
};

void PrintTo(const Row& row, std::ostream* out) {
  *out << row.a << " (" << row.date_a << ") | " << row.b << " (" << row.date_b << ")";
}

Time Only(const std::string& sentence, const char* date) {
  const Document document = ReadDocument(sentence, "");
  const std::vector<Time> found = FindTimes(document, ParseIsoDay(date));
  EXPECT_EQ(found.size(), 1u) << sentence;
  return found.empty() ? Time() : found[0];
}

class RelateTimes : public testing::TestWithParam<Row> {};

TEST_P(RelateTimes, BothWays) {
  const Row& row = GetParam();
  const Time a = Only(row.a, row.date_a);
  const Time b = Only(row.b, row.date_b);
  EXPECT_EQ(Relate(a, b), row.relation);
  EXPECT_EQ(Relate(b, a), Mirrored(row.relation));
}

INSTANTIATE_TEST_SUITE_P(
    Equal, RelateTimes,
    testing::Values(
        Row{"They met on Friday.", kMon, "They met on 13 March 2026.", kNone, kEqual},
        Row{"They met on Wednesday.", kThu, "They met yesterday.", kThu, kEqual},
        Row{"They met yesterday.", kThu, "They met on Wednesday.", kFri, kEqual},
        Row{"They met today.", kThu, "They met on Thursday.", kFri, kEqual},
        Row{"They will meet tomorrow.", kThu, "They met on Friday.", kFri, kEqual},
        Row{"They will meet on Friday.", kThu, "They met on Friday.", kMon, kEqual},
        Row{"It began on Dec. 20, 2025.", kNone, "It began on 20 December 2025.", kNone, kEqual},
        Row{"It began on 2025-12-20.", kNone, "It began on Saturday, December 20, 2025.", kNone,
            kEqual},
        Row{"It began on 12/20/2025.", kNone, "It began on December 20th, 2025.", kNone, kEqual},
        Row{"It began in June 2024.", kNone, "It began in June of 2024.", kNone, kEqual},
        Row{"It began in 2022.", kNone, "It began in 2022.", kNone, kEqual},
        Row{"It began last year.", kThu, "It began in 2025.", kNone, kEqual},
        Row{"It began last month.", kThu, "It began in February.", kThu, kEqual},
        Row{"They meet this weekend.", kThu, "They met over the weekend.", kMon, kEqual},
        Row{"It began two days ago.", kThu, "It began on Tuesday.", kThu, kEqual},
        Row{"It began at noon.", kNone, "It began at 12 p.m. sharp.", kNone, kEqual},
        Row{"It began at 9:30 p.m. sharp.", kNone, "It began at 21:30.", kNone, kEqual},
        Row{"It began at half past nine.", kNone, "It began at 9:30.", kNone, kEqual},
        Row{"It ran on 8-9 June 2025.", kNone, "It ran on June 8-9, 2025.", kNone, kEqual},
        Row{"It began on March 3.", kThu, "It began on 3 March 2026.", kNone, kEqual}));

INSTANTIATE_TEST_SUITE_P(
    Compatible, RelateTimes,
    testing::Values(
        Row{"They meet on Saturday, March 14.", kThu, "They meet this weekend.", kThu, kNarrower},
        Row{"It began in February 2022.", kNone, "It began in early 2022.", kNone, kNarrower},
        Row{"It began on 3 May 2022.", kNone, "It began in May 2022.", kNone, kNarrower},
        Row{"It began on 3 May 2022.", kNone, "It began in 2022.", kNone, kNarrower},
        Row{"It began in May 2022.", kNone, "It began in 2022.", kNone, kNarrower},
        Row{"They met on Tuesday.", kThu, "They met earlier this week.", kThu, kNarrower},
        Row{"They met on Tuesday.", kThu, "They met this week.", kFri, kNarrower},
        Row{"They met last Tuesday.", kThu, "They met on 10 March 2026.", kNone, kWider},
        Row{"They met last Tuesday.", kThu, "They met on 3 March 2026.", kNone, kWider},
        Row{"They will meet next Tuesday.", kThu, "They will meet on 17 March 2026.", kNone,
            kWider},
        Row{"They met in March.", kThu, "They met on Tuesday.", kThu, kWider},
        Row{"They met yesterday.", kThu, "They met this month.", kThu, kNarrower},
        Row{"They met a week ago.", kThu, "They met on March 5.", kThu, kWider},
        Row{"They met two years ago.", kThu, "They met in 2024.", kNone, kOverlap},
        Row{"They met three months ago.", kThu, "They met in December.", kThu, kOverlap},
        Row{"It began in early 2022.", kNone, "It began in mid-2022.", kNone, kOverlap},
        Row{"It began in the 1990s.", kNone, "It began in 1994.", kNone, kWider},
        Row{"It began in late 2025.", kNone, "It began on 20 December 2025.", kNone, kWider},
        Row{"It ran on 8-9 June 2025.", kNone, "It ran on June 8, 2025.", kNone, kWider},
        Row{"It began at 9:30 p.m. sharp.", kNone, "It began at 9:28 p.m. sharp.", kNone, kOverlap},
        Row{"It began at 9:30.", kNone, "It began at 9:30 p.m. sharp.", kNone, kOverlap},
        Row{"It began in May.", kNone, "It began on May 3.", kNone, kWider},
        Row{"It began earlier this year.", kThu, "It began in February.", kThu, kWider},
        Row{"It began last year.", kThu, "It began in December 2025.", kNone, kWider},
        Row{"They met on the weekend.", kMon, "They met on Sunday.", kMon, kWider},
        Row{"They met over the weekend.", kMon, "They met on 14 March 2026.", kNone, kWider}));

INSTANTIATE_TEST_SUITE_P(
    Unknown, RelateTimes,
    testing::Values(
        Row{"They met on Friday.", kNone, "They met on Friday.", kNone, kUnknown},
        Row{"They met on Friday.", kThu, "They met on Friday.", kMon, kUnknown},
        Row{"They met on Friday.", kNone, "They met on 13 March 2026.", kNone, kUnknown},
        Row{"They met on Friday.", kThu, "They met on 13 March 2026.", kNone, kUnknown},
        Row{"They met yesterday.", kNone, "They met today.", kNone, kUnknown},
        Row{"They met yesterday.", kThu, "They met on 12 March 2026.", kNone, kUnknown},
        Row{"They met today.", kThu, "They met on 11 March 2026.", kNone, kUnknown},
        Row{"They met recently.", kThu, "They met on Tuesday.", kThu, kUnknown},
        Row{"They met recently.", kThu, "They met in 2014.", kThu, kUnknown},
        Row{"They met on 05/06/2025.", kNone, "They met on 5 June 2025.", kNone, kUnknown},
        Row{"They met last week.", kNone, "They met on 3 March 2026.", kNone, kUnknown},
        Row{"They met last week.", kThu, "They met on 9 March 2026.", kNone, kUnknown},
        Row{"It began at 0930 GMT.", kNone, "It began at 10:30.", kNone, kUnknown},
        Row{"It began at 0930 GMT.", kNone, "It began at 12:30 p.m. sharp.", kNone, kUnknown},
        Row{"It began at 9:30 a.m. sharp.", kNone, "It began on Friday.", kThu, kUnknown},
        Row{"It began at noon.", kNone, "It began in 2014.", kNone, kUnknown},
        Row{"It began in summer 2024.", kNone, "It began in January 2025.", kNone, kUnknown},
        Row{"It began in winter 2024.", kNone, "It began in 2023.", kNone, kUnknown},
        Row{"It began in March.", kNone, "It began in 2022.", kNone, kUnknown},
        Row{"It began in March.", kNone, "It began on Friday.", kNone, kUnknown},
        Row{"They meet this weekend.", kNone, "They meet on Saturday.", kNone, kUnknown},
        Row{"They will meet soon.", kThu, "They will meet on Monday.", kThu, kUnknown},
        Row{"They met in May.", kNone, "They met in May.", kNone, kUnknown},
        Row{"They met on May 3.", kNone, "They met on May 3.", kNone, kUnknown},
        Row{"They met last month.", kNone, "They met in February.", kNone, kUnknown},
        Row{"They met this year.", kNone, "They met in 2025.", kNone, kUnknown},
        Row{"They met on Monday.", kThu, "They met last week.", kThu, kUnknown}));

INSTANTIATE_TEST_SUITE_P(
    Disjoint, RelateTimes,
    testing::Values(
        Row{"They met on 31 February 2025.", kNone, "They met on 3 March 2026.", kThu, kDisjoint},
        Row{"They met on Thursday.", kNone, "They met on Tuesday.", kNone, kDisjoint},
        Row{"They met on Thursday.", kFri, "They met on Tuesday.", kMon, kDisjoint},
        Row{"They met on Friday.", kMon, "They met on 14 March 2026.", kNone, kDisjoint},
        Row{"They met on Friday.", kMon, "They met on Sunday, March 15.", kMon, kDisjoint},
        Row{"They met on 9 February 2026.", kNone, "They met on 19 February 2026.", kNone,
            kDisjoint},
        Row{"They met on 9 February.", kNone, "They met on 19 February.", kNone, kDisjoint},
        Row{"They met in September.", kThu, "They met in December.", kThu, kDisjoint},
        Row{"They met in September.", kNone, "They met in December.", kNone, kDisjoint},
        Row{"They met in 2014.", kNone, "They met in 2015.", kNone, kDisjoint},
        Row{"They met in June 2024.", kNone, "They met in June 2023.", kNone, kDisjoint},
        Row{"They met in June 2024.", kNone, "They met in July 2024.", kNone, kDisjoint},
        Row{"They met on 3 May 2022.", kNone, "They met in June 2022.", kNone, kDisjoint},
        Row{"They met on 3 May 2022.", kNone, "They met in 2021.", kNone, kDisjoint},
        Row{"They met last year.", kThu, "They met in 2023.", kNone, kDisjoint},
        Row{"They met yesterday.", kThu, "They met on 3 March 2026.", kNone, kDisjoint},
        Row{"They met two days ago.", kThu, "They met five days ago.", kThu, kDisjoint},
        Row{"They met last month.", kThu, "They met in December.", kThu, kDisjoint},
        Row{"They met in early 2022.", kNone, "They met in December 2022.", kNone, kDisjoint},
        Row{"They met in the 1990s.", kNone, "They met in 2005.", kNone, kDisjoint},
        Row{"They met over the weekend.", kMon, "They met on 11 March 2026.", kNone, kDisjoint},
        Row{"They met last week.", kThu, "They met last month.", kThu, kDisjoint},
        Row{"It began at 9:30 a.m. sharp.", kNone, "It began at 11 a.m. sharp.", kNone, kDisjoint},
        Row{"It began at noon.", kNone, "It began at 3 p.m. sharp.", kNone, kDisjoint},
        Row{"It began at midnight.", kNone, "It began at noon.", kNone, kDisjoint},
        Row{"It began at 9:30.", kNone, "It began at 11 p.m. sharp.", kNone, kDisjoint},
        Row{"It ran on 8-9 June 2025.", kNone, "It ran on June 11, 2025.", kNone, kDisjoint},
        Row{"They met three years ago.", kThu, "They met in 2016.", kNone, kDisjoint},
        Row{"They met on Saturday, 20 December 2025.", kNone, "They met on December 21, 2025.",
            kNone, kDisjoint}));

}  // namespace
}  // namespace crossread
