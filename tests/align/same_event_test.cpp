#include "core/align/same_event.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

// Three articles on one fire, in different words; "kKin" names nobody of the others.
constexpr const char* kWire =
    "A fire at the Ostrava Lane paper mill in Belgrove killed two workers on Tuesday, fire chief "
    "Nadia Korhonen said. The mill, owned by Belgrove Pulp, makes cardboard for cereal boxes. "
    "Flames were seen as far as Tarn Bridge, and firefighters pumped water from the canal until "
    "dawn. An inspector will look at the sprinklers, which had failed a test in April.";
constexpr const char* kDaily =
    "Nadia Korhonen, who leads the Belgrove firefighters, said the sprinklers at the paper mill "
    "never came on. Two men died. Belgrove Pulp has run the mill on Ostrava Lane for sixty years; "
    "its cardboard goes to cereal makers. Pumps drew water from the canal all night.";
constexpr const char* kKin =
    "They were on the late shift, beside the old pulp vats, when the sprinklers stayed dry. My "
    "brother worked with both of them. The firefighters came along the canal with their pumps, "
    "and we stood on the towpath and watched the cardboard burn. Nobody in our street has slept "
    "since. The mill is what this town is.";
constexpr const char* kOther =
    "The Halvard Prize for poetry went to Ines Tavares on Tuesday for a book about lighthouses. "
    "The jury in Sandhamn praised her sonnets. Tavares, who teaches rhyme at the Lindqvist "
    "School, said she would give the money to the library of her island. Her publisher, Fjord "
    "Books, plans a new edition before the spring.";

std::vector<uint32_t> Others(const std::vector<std::string>& texts) {
  std::vector<Analysis> analyses;
  for (const std::string& text : texts) analyses.push_back(Analyse(text, "", ""));
  std::vector<const Analysis*> articles;
  for (const Analysis& analysis : analyses) articles.push_back(&analysis);
  return OnOtherEvents(EventLikeness(articles));
}

TEST(OnOtherEvents, WordsKeepAnArticleThatSharesNoNames) {
  EXPECT_TRUE(Others({kWire, kDaily, kKin}).empty());
}

TEST(OnOtherEvents, AnArticleOnSomethingElseIsApart) {
  EXPECT_EQ(Others({kWire, kOther, kDaily}), std::vector<uint32_t>{1});
  EXPECT_EQ(Others({kWire, kDaily, kKin, kOther}), std::vector<uint32_t>{3});
}

TEST(OnOtherEvents, NothingIsApartWithoutAMajority) {
  EXPECT_TRUE(Others({kWire, kOther}).empty());
  EXPECT_TRUE(Others({kWire, kDaily, kOther, kOther}).empty());
  EXPECT_TRUE(Others({}).empty());
}

TEST(OnOtherEvents, AHeadlineIsTooShortToTell) {
  EXPECT_TRUE(Others({kWire, kDaily, "Two die in blaze at factory"}).empty());
}

TEST(EventLikeness, IsThatOfTheWordsBothWays) {
  const Analysis a = Analyse(kWire, "", ""), b = Analyse(kDaily, "", ""),
                 c = Analyse(kOther, "", "");
  const EventLikeness likeness({&a, &b, &c});
  EXPECT_EQ(likeness.Between(0, 1), likeness.Between(1, 0));
  EXPECT_GT(likeness.Between(0, 1), 300u);
  EXPECT_LT(likeness.Between(0, 2), 140u);
  EXPECT_EQ(EventLikeness({&a, &a}).Between(0, 1), 1000u);
}

TEST(EventJudge, SaysWhichAreOnOneEvent) {
  const Analysis wire = Analyse(kWire, "", ""), daily = Analyse(kDaily, "", ""),
                 other = Analyse(kOther, "", ""), headline = Analyse("Two die in blaze", "", "");
  const EventJudge judge({&wire, &other, &daily, &headline});
  EXPECT_EQ(judge.Of(0, 2), SameEvent::kSurely);
  EXPECT_EQ(judge.Of(0, 1), SameEvent::kUnlikely);
  EXPECT_EQ(judge.Of(1, 3), SameEvent::kSurely) << "too short to tell";
}

}  // namespace
}  // namespace crossread
