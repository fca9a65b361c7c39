// Relate(Quantity, Quantity), on quantities as a reader meets them. Each row is read both ways
// round.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "core/link/number_bound.h"
#include "core/link/relation.h"

namespace crossread {
namespace {

constexpr Relation kUnknown = Relation::kUnknown;
constexpr Relation kEqual = Relation::kEqual;
constexpr Relation kNarrower = Relation::kNarrower;
constexpr Relation kWider = Relation::kWider;
constexpr Relation kOverlap = Relation::kOverlap;
constexpr Relation kDisjoint = Relation::kDisjoint;

Relation Mirrored(Relation relation) {
  if (relation == kNarrower) return kWider;
  if (relation == kWider) return kNarrower;
  return relation;
}

struct Row {
  const char* a;
  const char* b;
  Relation relation;
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.a << " | " << row.b; }

Quantity Only(const std::string& phrase) {
  const Document document = ReadDocument("They counted " + phrase + " in all.", "");
  const std::vector<Quantity> found = FindQuantities(document);
  EXPECT_EQ(found.size(), 1u) << phrase;
  return found.empty() ? Quantity() : found[0];
}

class RelateQuantities : public testing::TestWithParam<Row> {};

TEST_P(RelateQuantities, BothWays) {
  const Row& row = GetParam();
  const Quantity a = Only(row.a);
  const Quantity b = Only(row.b);
  EXPECT_EQ(Relate(a, b), row.relation);
  EXPECT_EQ(Relate(b, a), Mirrored(row.relation));
  EXPECT_EQ(Relate(a, a), kEqual);
}

INSTANTIATE_TEST_SUITE_P(
    Equal, RelateQuantities,
    testing::Values(
        Row{"12 people", "twelve people", kEqual}, Row{"a dozen eggs", "12 eggs", kEqual},
        Row{"1,000 votes", "a thousand votes", kEqual}, Row{"6 percent", "6%", kEqual},
        Row{"6 per cent", "6%", kEqual}, Row{"6 per cent", "6 percent", kEqual},
        Row{"six per cent", "6 pct", kEqual},
        Row{"half of members", "50 percent of members", kEqual},
        Row{"$4.2 billion", "$4.2bn", kEqual}, Row{"€300,000", "300,000 euros", kEqual},
        Row{"£330m", "330 million pounds", kEqual}, Row{"two days", "48 hours", kEqual},
        Row{"a 90-minute talk", "90 minutes", kEqual}, Row{"18 months", "a 1.5-year term", kEqual},
        Row{"30 °C", "86 °F", kEqual}, Row{"10 miles", "16 km", kEqual},
        Row{"one metre", "100 cm", kEqual}, Row{"5,000 metres", "5 km", kEqual},
        Row{"the fourth week", "the 4th week", kEqual},
        Row{"men aged 34", "a 34-year-old man", kEqual},
        Row{"three to five men", "3-5 men", kEqual},
        Row{"more than 12 men", "more than a dozen men", kEqual},
        Row{"about 40 cars", "some 40 cars", kEqual},
        Row{"dozens of cars", "dozens of vans", kEqual},
        Row{"two fortnights", "four weeks", kEqual}, Row{"12 decades", "120 years", kEqual},
        Row{"a million birds", "1,000,000 birds", kEqual}));

INSTANTIATE_TEST_SUITE_P(
    Compatible, RelateQuantities,
    testing::Values(
        Row{"about 12 people", "13 people", kOverlap},
        Row{"12 people", "about 12 people", kNarrower}, Row{"more than 60 men", "63 men", kWider},
        Row{"at least 12 men", "12 men", kWider}, Row{"up to 40 men", "35 men", kWider},
        Row{"fewer than 50 men", "40 men", kWider},
        Row{"more than three years", "nearly four years", kOverlap},
        Row{"nearly four years", "four years", kOverlap}, Row{"nearly 100 men", "97 men", kOverlap},
        Row{"almost 50 percent", "48 percent", kOverlap},
        Row{"just over 100 men", "104 men", kOverlap}, Row{"dozens of cars", "40 cars", kWider},
        Row{"several men", "five men", kWider}, Row{"a few men", "three men", kWider},
        Row{"hundreds of men", "700 men", kWider}, Row{"thousands of men", "4,500 men", kWider},
        Row{"a couple of men", "two men", kWider}, Row{"10 to 15 men", "12 men", kWider},
        Row{"between 10 and 15 men", "10 men", kWider},
        Row{"10 to 15 men", "12 to 20 men", kOverlap}, Row{"10 to 20 men", "12 to 15 men", kWider},
        Row{"at least 12 men", "at least nine men", kNarrower},
        Row{"more than 10 men", "fewer than 20 men", kOverlap}, Row{"300 men", "312 men", kOverlap},
        Row{"2,000 men", "1,950 men", kOverlap}, Row{"$4.2 billion", "$4.23 billion", kOverlap},
        Row{"$5 billion", "$5.3 billion", kOverlap}, Row{"6 percent", "6.3 percent", kOverlap},
        Row{"a third of men", "33 percent of men", kOverlap},
        Row{"a third of men", "35 percent of men", kOverlap},
        Row{"half of men", "52 percent of men", kOverlap},
        Row{"two-thirds of men", "67 percent of men", kOverlap},
        Row{"one in five men", "21 percent of men", kOverlap},
        Row{"two years", "23 months", kOverlap}, Row{"a six-week trip", "43 days", kOverlap},
        Row{"60 miles", "100 km", kEqual}, Row{"20 miles", "30 km", kOverlap},
        Row{"100 kg", "220 pounds", kEqual}, Row{"about 16.1 km", "10 miles", kOverlap},
        Row{"about 40 cars", "about 43 cars", kOverlap},
        Row{"roughly 500 men", "530 men", kOverlap}, Row{"some 1,000 men", "1,080 men", kOverlap},
        Row{"nearly 800 men", "more than 750 men", kOverlap},
        Row{"dozens of men", "scores of men", kOverlap},
        Row{"at least 12 men", "dozens of men", kWider},
        Row{"about $380 million", "$392 million", kOverlap}));

INSTANTIATE_TEST_SUITE_P(
    Unknown, RelateQuantities,
    testing::Values(
        Row{"12 people", "12 percent", kUnknown},
        Row{"4.2 billion cedis", "$380 million", kUnknown},
        Row{"€5 million", "$5 million", kUnknown},
        Row{"5 percent", "5 percentage points", kUnknown},
        Row{"the fourth week", "four weeks", kUnknown}, Row{"the third man", "three men", kUnknown},
        Row{"10 miles", "10 kg", kUnknown}, Row{"10 tons", "10 tonnes", kUnknown},
        Row{"a 34-year-old man", "34 years", kUnknown},
        Row{"a man aged 34", "a 35-year-old man", kUnknown},
        Row{"A$5 million", "$5 million", kUnknown}, Row{"several men", "dozens of men", kUnknown},
        Row{"about 40 cars", "49 cars", kUnknown}, Row{"about four years", "five years", kUnknown},
        Row{"more than 10 men", "1,000 men", kUnknown}, Row{"up to 500 men", "20 men", kUnknown},
        Row{"more than 300 men", "290 men", kUnknown}, Row{"300 men", "325 men", kUnknown},
        Row{"nearly 100 men", "103 men", kUnknown}, Row{"dozens of men", "300 men", kUnknown},
        Row{"a third of men", "37 percent of men", kUnknown},
        Row{"several men", "20 men", kUnknown}, Row{"two weeks", "10 days", kUnknown},
        Row{"12 pesos", "12 dollars", kUnknown}, Row{"10 percentage points", "10 points", kUnknown},
        Row{"20 miles", "28 km", kUnknown}, Row{"five hours", "five miles", kUnknown},
        Row{"100 barrels", "100 gallons", kUnknown}));

INSTANTIATE_TEST_SUITE_P(
    Disjoint, RelateQuantities,
    testing::Values(
        Row{"12 people", "nine people", kDisjoint},
        Row{"4.2 billion cedis", "2.4 billion cedis", kDisjoint},
        Row{"63 men", "36 men", kDisjoint}, Row{"19 hours", "nine hours", kDisjoint},
        Row{"6 percent", "16 percent", kDisjoint}, Row{"$5 million", "$5 billion", kDisjoint},
        Row{"10 miles", "10 km", kDisjoint},
        Row{"a 29-year-old man", "a 31-year-old man", kDisjoint},
        Row{"the first round", "the second round", kDisjoint},
        Row{"three weeks", "three months", kDisjoint}, Row{"20 people", "19 people", kDisjoint},
        Row{"600 men", "900 men", kDisjoint},
        Row{"two million men", "three million men", kDisjoint},
        Row{"35.7 percent", "35.2 percent", kDisjoint},
        Row{"more than 60 men", "36 men", kDisjoint}, Row{"at least 12 men", "nine men", kDisjoint},
        Row{"up to 40 men", "60 men", kDisjoint}, Row{"about 40 cars", "70 cars", kDisjoint},
        Row{"nearly 100 men", "140 men", kDisjoint}, Row{"dozens of men", "nine men", kDisjoint},
        Row{"hundreds of men", "30 men", kDisjoint}, Row{"10 to 15 men", "30 men", kDisjoint},
        Row{"10 to 15 men", "20 to 30 men", kDisjoint},
        Row{"more than 500 men", "fewer than 200 men", kDisjoint},
        Row{"a third of men", "half of men", kDisjoint},
        Row{"two-day talks", "three-day talks", kDisjoint},
        Row{"1.5 million men", "1.9 million men", kDisjoint},
        Row{"50,000 men", "80,000 men", kDisjoint}));

TEST(RelateQuantity, IsTotalAtTheEdges) {
  Quantity least;
  least.at_least = true;
  least.high = INT64_MAX;
  Quantity most;
  most.low = most.high = 1'000'000'000'000'000'000;
  EXPECT_NE(Relate(least, most), kDisjoint);
  EXPECT_NE(Relate(most, least), kDisjoint);
}

struct LimitRow {
  const char* a;
  const char* b;
  bool differ;
};

TEST(DifferInLimit, OneFigureThatIsALimitOnOneSide) {
  for (const LimitRow& row : {LimitRow{"at least seven boats", "seven boats", true},
                              {"more than 300 boats", "some 300 boats", false},
                              {"more than 300 boats", "nearly 300 boats", true},
                              {"up to three boats", "three boats", true},
                              {"at least seven boats", "more than seven boats", false},
                              {"at least seven boats", "just over seven boats", false},
                              {"as many as 100 boats", "nearly 100 boats", false},
                              {"about 300 boats", "300 boats", false},
                              {"at least seven boats", "eight boats", false},
                              {"more than 300 km", "300 boats", false}}) {
    const Quantity a = Only(row.a), b = Only(row.b);
    EXPECT_EQ(DifferInLimit(a, b), row.differ) << row.a << " | " << row.b;
    EXPECT_EQ(DifferInLimit(b, a), row.differ) << row.b << " | " << row.a;
  }
}

}  // namespace
}  // namespace crossread
