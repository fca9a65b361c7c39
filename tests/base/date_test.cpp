#include "core/base/date.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Date, KnownDays) {
  EXPECT_EQ(DayFromCivil({1970, 1, 1}), 0);
  EXPECT_EQ(DayFromCivil({2000, 3, 1}), 11017);
  EXPECT_EQ(DayFromCivil({1969, 12, 31}), -1);
  EXPECT_EQ(Weekday(DayFromCivil({1970, 1, 1})), 3);    // a Thursday
  EXPECT_EQ(Weekday(DayFromCivil({1969, 12, 29})), 0);  // a Monday, before the epoch
  EXPECT_EQ(DaysInMonth(1900, 2), 28);
  EXPECT_EQ(DaysInMonth(2000, 2), 29);
}

TEST(Date, EveryDayOfEightHundredYearsGoesThereAndBack) {
  Day day = DayFromCivil({1600, 1, 1});
  for (int32_t year = 1600; year < 2400; ++year) {
    for (int32_t month = 1; month <= 12; ++month) {
      for (int32_t d = 1; d <= DaysInMonth(year, month); ++d, ++day) {
        ASSERT_EQ(DayFromCivil({year, month, d}), day);
        ASSERT_EQ(CivilFromDay(day), (Civil{year, month, d}));
        ASSERT_EQ(Weekday(day + 1), (Weekday(day) + 1) % 7);
      }
    }
  }
}

TEST(Date, IsoDays) {
  EXPECT_EQ(ParseIsoDay("2031-03-14"), DayFromCivil({2031, 3, 14}));
  EXPECT_EQ(ParseIsoDay(" 2031-03-14T08:30Z "), DayFromCivil({2031, 3, 14}));
  for (std::string_view bad : {"", "2031", "2031-3-14", "2031-02-29", "2031-13-01", "14-03-2031",
                               "2031-03-145", "2031/03/14", "20x1-03-14"}) {
    EXPECT_FALSE(ParseIsoDay(bad).has_value()) << bad;
  }
}

TEST(ParseIsoMinute, BringsZonesToOneClock) {
  const auto noon = ParseIsoMinute("2026-03-14T12:00Z");
  ASSERT_TRUE(noon.has_value());
  EXPECT_EQ(ParseIsoMinute("2026-03-14T14:00+02:00"), noon);
  EXPECT_EQ(ParseIsoMinute("2026-03-14T07:00:30-0500"), noon);
  EXPECT_EQ(*ParseIsoMinute("2026-03-14T12:01Z"), *noon + 1);
  for (const char* text : {"2026-03-14", "2026-03-14T12:00", "2026-03-14T12", "12:00Z", ""}) {
    EXPECT_FALSE(ParseIsoMinute(text).has_value()) << text;
  }
}

}  // namespace
}  // namespace crossread
