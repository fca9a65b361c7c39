// FindQuantities: what is a quantity, of what kind and value, and what it counts.
#include "core/extract/quantities.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "core/base/date.h"

namespace crossread {
namespace {

constexpr int64_t kThousand = 1'000;
constexpr int64_t kNoEnd = INT64_MAX;
constexpr int64_t kHour = 3'600'000;  // thousandths of a second
constexpr int64_t kDayLength = 24 * kHour;
constexpr int64_t kYear = 31'556'952'000;

struct Row {
  const char* text;
  const char* span;  // the one quantity that the text holds; "" for none
  QuantityKind kind = QuantityKind::kCount;
  int64_t low = 0;
  int64_t high = 0;
  const char* unit = "";
  const char* noun = "";
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

class FindsOne : public testing::TestWithParam<Row> {};

TEST_P(FindsOne, WithItsValue) {
  const Row& row = GetParam();
  const Document document = ReadDocument(row.text, "");
  const std::vector<Quantity> found = FindQuantities(document);
  ASSERT_EQ(found.size(), row.span[0] == '\0' ? 0u : 1u) << row.text;
  if (found.empty()) return;
  const Quantity& q = found[0];
  EXPECT_EQ(document.Text(q.span), row.span);
  EXPECT_EQ(q.kind, row.kind);
  EXPECT_EQ(q.low, row.low);
  EXPECT_EQ(q.high, row.high);
  EXPECT_EQ(q.unit, row.unit);
  EXPECT_EQ(q.noun, row.noun);
  EXPECT_TRUE(q.span.Contains(q.number));
}

constexpr QuantityKind kCount = QuantityKind::kCount;
constexpr QuantityKind kMoney = QuantityKind::kMoney;
constexpr QuantityKind kPercent = QuantityKind::kPercent;
constexpr QuantityKind kMeasure = QuantityKind::kMeasure;
constexpr QuantityKind kDuration = QuantityKind::kDuration;
constexpr QuantityKind kAge = QuantityKind::kAge;
constexpr QuantityKind kOrdinal = QuantityKind::kOrdinal;

INSTANTIATE_TEST_SUITE_P(
    Numbers, FindsOne,
    testing::Values(
        Row{"The ferry carried 214 passengers.", "214 passengers", kCount, 214000, 214000, "",
            "passenger"},
        Row{"Some of the 1,250 workers left.", "1,250 workers", kCount, 1250000, 1250000, "",
            "worker"},
        Row{"It hurt twenty-one people.", "twenty-one people", kCount, 21000, 21000, "", "person"},
        Row{"Four hundred and twelve others fled.", "Four hundred and twelve others", kCount,
            412000, 412000, "", "other"},
        Row{"It sold two thousand five hundred copies.", "two thousand five hundred copies", kCount,
            2500000, 2500000, "", "copy"},
        Row{"A million birds came.", "A million birds", kCount, 1000000000, 1000000000, "", "bird"},
        Row{"It reached 4.2 million readers.", "4.2 million readers", kCount, 4200000000,
            4200000000, "", "reader"},
        Row{"It printed 300k leaflets.", "300k leaflets", kCount, 300000000, 300000000, "",
            "leaflet"},
        Row{"Nine were taken to hospital.", "Nine", kCount, 9000, 9000, "", ""},
        Row{"Police held two dozen men.", "two dozen men", kCount, 24000, 24000, "", "man"},
        Row{"Half a million trees burned.", "Half a million trees", kCount, 500000000, 500000000,
            "", "tree"},
        Row{"It lost one and a half million members.", "one and a half million members", kCount,
            1500000000, 1500000000, "", "member"},
        Row{"Twelve young Dutch rowers won.", "Twelve young Dutch rowers", kCount, 12000, 12000, "",
            "rower"},
        Row{"Six of the injured miners left.", "Six of the injured miners", kCount, 6000, 6000, "",
            "miner"},
        Row{"A three-member panel sat.", "three-member", kCount, 3000, 3000, "", "member"},
        Row{"One fisherman drowned.", "One fisherman", kCount, 1000, 1000, "", "fisherman"},
        Row{"Three aircraft were lost.", "Three aircraft", kCount, 3000, 3000, "", "aircraft"}));

INSTANTIATE_TEST_SUITE_P(
    Manners, FindsOne,
    testing::Values(
        Row{"More than 300 members walked out.", "More than 300 members", kCount, 300000, kNoEnd,
            "", "member"},
        Row{"At least a dozen cars burned.", "At least a dozen cars", kCount, 12000, kNoEnd, "",
            "car"},
        Row{"Up to 40 houses are flooded.", "Up to 40 houses", kCount, 0, 40000, "", "house"},
        Row{"Fewer than 20 seats remain.", "Fewer than 20 seats", kCount, 0, 20000, "", "seat"},
        Row{"Nearly 800 ballots were spoiled.", "Nearly 800 ballots", kCount, 700000, 800000, "",
            "ballot"},
        Row{"Just over 80 ballots were spoiled.", "Just over 80 ballots", kCount, 80000, 90000, "",
            "ballot"},
        Row{"About 60 boats sailed.", "About 60 boats", kCount, 60000, 60000, "", "boat"},
        Row{"It drew 300-plus guests.", "300-plus guests", kCount, 300000, kNoEnd, "", "guest"},
        Row{"Three to five judges will sit.", "Three to five judges", kCount, 3000, 5000, "",
            "judge"},
        Row{"It takes 10-12 volunteers.", "10-12 volunteers", kCount, 10000, 12000, "",
            "volunteer"},
        Row{"Between 50 and 70 sheep died.", "Between 50 and 70 sheep", kCount, 50000, 70000, "",
            "sheep"},
        Row{"Four or five shots were heard.", "Four or five shots", kCount, 4000, 5000, "", "shot"},
        Row{"Dozens of protesters came.", "Dozens of protesters", kCount, 20000, 240000, "",
            "protester"},
        Row{"Several officers came.", "Several officers", kCount, 3000, 15000, "", "officer"},
        Row{"Hundreds of thousands of bees died.", "Hundreds of thousands of bees", kCount,
            150000000, 3000000000, "", "bee"}));

INSTANTIATE_TEST_SUITE_P(
    Units, FindsOne,
    testing::Values(
        Row{"Turnout fell by 6 percent.", "6 percent", kPercent, 6000, 6000, "%", ""},
        Row{"Turnout fell by 6 per cent.", "6 per cent", kPercent, 6000, 6000, "%", ""},
        Row{"Turnout fell by 6%.", "6%", kPercent, 6000, 6000, "%", ""},
        Row{"Turnout fell by 6%.", "6%", kPercent, 6000, 6000, "%", ""},
        Row{"Turnout fell by six per cent.", "six per cent", kPercent, 6000, 6000, "%", ""},
        Row{"Turnout fell by 1.5 percentage points.", "1.5 percentage points", kPercent, 1500, 1500,
            "pp", ""},
        Row{"It keeps 6 percent of the bank's profits.", "6 percent of the bank's profits",
            kPercent, 6000, 6000, "%", "profit"},
        Row{"A third of voters stayed away.", "A third of voters", kPercent, 33333, 33333, "%",
            "voter"},
        Row{"Two-thirds of members agreed.", "Two-thirds of members", kPercent, 66666, 66666, "%",
            "member"},
        Row{"Half the houses are empty.", "Half the houses", kPercent, 50000, 50000, "%", "house"},
        Row{"One in five pupils is absent.", "One in five pupils", kPercent, 20000, 20000, "%",
            "pupil"},
        Row{"It cost £330m.", "£330m", kMoney, 330'000'000 * kThousand, 330'000'000 * kThousand,
            "gbp", ""},
        Row{"It cost GH¢4.2bn.", "GH¢4.2bn", kMoney, 4'200'000'000 * kThousand,
            4'200'000'000 * kThousand, "ghs", ""},
        Row{"It cost €1.5 billion.", "€1.5 billion", kMoney, 1'500'000'000 * kThousand,
            1'500'000'000 * kThousand, "eur", ""},
        Row{"It cost 300 dollars.", "300 dollars", kMoney, 300000, 300000, "usd", ""},
        Row{"It cost two million pounds.", "two million pounds", kMoney, 2'000'000 * kThousand,
            2'000'000 * kThousand, "gbp", ""},
        Row{"It cost A$500.", "A$500", kMoney, 500000, 500000, "aud", ""},
        Row{"He burned a $500 guitar.", "$500 guitar", kMoney, 500000, 500000, "usd", "guitar"},
        Row{"It needs $5 to $7 million.", "$5 to $7 million", kMoney, 5'000'000 * kThousand,
            7'000'000 * kThousand, "usd", ""},
        Row{"It closed a 10-mile stretch.", "10-mile stretch", kMeasure, 16093440, 16093440, "m",
            "stretch"},
        Row{"It lies 16 km away.", "16 km", kMeasure, 16000000, 16000000, "m", ""},
        Row{"She is 6 feet 2 inches tall.", "6 feet 2 inches", kMeasure, 1880, 1880, "m", ""},
        Row{"Fire took 1,500 hectares.", "1,500 hectares", kMeasure, 15'000'000 * kThousand,
            15'000'000 * kThousand, "m2", ""},
        Row{"It was 12 °C at dawn.", "12 °C", kMeasure, 12000, 12000, "c", ""},
        Row{"She won the 300m race.", "300m race", kMeasure, 300000, 300000, "m", "race"},
        Row{"It reached 12m people.", "12m people", kCount, 12'000'000 * kThousand,
            12'000'000 * kThousand, "", "person"},
        Row{"They spoke for nine hours.", "nine hours", kDuration, 9 * kHour, 9 * kHour, "s", ""},
        Row{"They spoke for two hours and 30 minutes.", "two hours and 30 minutes", kDuration,
            5 * kHour / 2, 5 * kHour / 2, "s", ""},
        Row{"She ran it in 2 hours, 21 minutes, 8 seconds.", "2 hours, 21 minutes, 8 seconds",
            kDuration, 8'468'000, 8'468'000, "s", ""},
        Row{"After nearly four years of drought, it rained.", "nearly four years of drought",
            kDuration, 4 * kYear - kYear / 2, 4 * kYear, "s", "drought"},
        Row{"The two-day talks failed.", "two-day talks", kDuration, 2 * kDayLength, 2 * kDayLength,
            "s", "talk"},
        Row{"He served two and a half years.", "two and a half years", kDuration, 5 * kYear / 2,
            5 * kYear / 2, "s", ""},
        Row{"It took half an hour.", "half an hour", kDuration, kHour / 2, kHour / 2, "s", ""},
        Row{"A 34-year-old baker won.", "34-year-old baker", kAge, 34000, 34000, "year", "baker"},
        Row{"He is in his 50s.", "in his 50s", kAge, 50000, 59000, "year", ""},
        Row{"She is in her late thirties.", "in her late thirties", kAge, 36000, 39000, "year", ""},
        Row{"A man of 34 won.", "34", kAge, 34000, 34000, "year", ""},
        Row{"A man aged 34 won.", "aged 34", kAge, 34000, 34000, "year", ""},
        Row{"He left at the age of 16.", "16", kAge, 16000, 16000, "year", ""},
        Row{"Ilse Brandt, 61, won.", "61", kAge, 61000, 61000, "year", ""},
        Row{"The strike is in its fourth week.", "fourth week", kOrdinal, 4000, 4000, "", "week"},
        Row{"She is the fifth Rovers coach.", "fifth Rovers coach", kOrdinal, 5000, 5000, "",
            "coach"},
        Row{"It was the 21st attempt.", "21st attempt", kOrdinal, 21000, 21000, "", "attempt"}));

INSTANTIATE_TEST_SUITE_P(
    CountNothing, FindsOne,
    testing::Values(Row{"She came on March 12.", ""}, Row{"She came on 12 March 2031.", ""},
                    Row{"It opened in 2014.", ""}, Row{"It opened in the 1990s.", ""},
                    Row{"She came at 9:30 p.m.", ""}, Row{"She came at half past nine.", ""},
                    Row{"She came two days ago.", ""}, Row{"Call 555-0199 now.", ""},
                    Row{"Harwick Town won 3-2 at home.", ""}, Row{"They lost 3 to 2.", ""},
                    Row{"A Boeing 737 landed.", ""}, Row{"The crash closed Highway 101.", ""},
                    Row{"An F-16 landed.", ""}, Row{"The G7 met.", ""},
                    Row{"It is at No. 10 now.", ""}, Row{"He lives at 10 Orchard Street.", ""},
                    Row{"One of them left.", ""}, Row{"No one came.", ""},
                    Row{"One day it will end.", ""}, Row{"Temperatures are in the 50s.", ""},
                    Row{"They met twice a week.", ""}, Row{"First, he paid.", ""},
                    Row{"They zero in on it.", ""}, Row{"The Falcon 9 was late.", ""},
                    Row{"Flight 370 was late.", ""}, Row{"The 76ers were late.", ""}));

TEST(FindQuantities, TakesAPluralBehindFourDigitsForACount) {
  const Document document = ReadDocument("There were 2000 people in the hall.", "");
  const std::vector<Quantity> found = FindQuantities(document);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].low, 2'000'000);
}

TEST(FindQuantities, LeavesTheOrdinalBeforeACount) {
  const Document document = ReadDocument("It sank in the first four months.", "");
  const std::vector<Quantity> found = FindQuantities(document);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].kind, kDuration);
}

TEST(FindQuantities, GivesBothEndsOfAChange) {
  const Document document = ReadDocument("The rate rose from 5 to 7 percent.", "");
  const std::vector<Quantity> found = FindQuantities(document);
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].unit, "%");
  EXPECT_EQ(found[0].low, 5000);
  EXPECT_EQ(found[1].low, 7000);
}

TEST(FindQuantities, MarksApproximateVagueAndBounded) {
  const Document document =
      ReadDocument("About 60 boats, dozens of cars, at least 12 vans and up to 9 carts came.", "");
  const std::vector<Quantity> found = FindQuantities(document);
  ASSERT_EQ(found.size(), 4u);
  EXPECT_TRUE(found[0].approximate);
  EXPECT_TRUE(found[1].vague);
  EXPECT_TRUE(found[2].at_least);
  EXPECT_TRUE(found[3].at_most);
}

TEST(FindQuantities, KeepsTheWrittenPrecision) {
  const Document document =
      ReadDocument("It grew 4.2 percent, to 312 shops and 5 million users.", "");
  const std::vector<Quantity> found = FindQuantities(document);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].step, 100);
  EXPECT_EQ(found[1].step, 1000);
  EXPECT_EQ(found[2].step, 1'000'000 * kThousand);
}

TEST(FindQuantities, IsOrderedDisjointAndInBounds) {
  const Document document = ReadDocument(
      "1 2 3-4 5,6 7.8.9 $ 10 % half a third of £m 99999999999999999999 billion trillion, "
      "and one in between 3 and ½ 2½ dozens of hundreds and a half - 5 - million 0.0005 km\n\n12.",
      "");
  uint32_t end = 0;
  for (const Quantity& q : FindQuantities(document)) {
    EXPECT_GE(q.span.begin, end);
    EXPECT_LE(q.span.end, document.text.size());
    EXPECT_LE(q.low, q.high);
    EXPECT_GE(q.low, 0);
    end = q.span.end;
  }
}

TEST(FindQuantities, EndsWhereARangeBeginsWithNothing) {
  const Document document = ReadDocument("It drew 0 to 2 million viewers.", "");
  const std::vector<Quantity> found = FindQuantities(document);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].low, 0);
  EXPECT_EQ(found[0].high, 2'000'000 * kThousand);
}

TEST(FindQuantities, IsLinearInLongRuns) {
  for (const std::string unit :
       {"1", "1 ", "one ", "a hundred and ", "1-", "$", "5 miles ", "a few "}) {
    std::string text;
    while (text.size() < 200'000) text += unit;
    const Document document = ReadDocument(text, "");
    for (const Quantity& q : FindQuantities(document)) EXPECT_LE(q.span.end, text.size());
  }
}

}  // namespace
}  // namespace crossread
