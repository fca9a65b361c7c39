#include "core/checks/score.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

// A finding of two sides, each of one article.
Finding TwoSides(uint32_t strength) {
  Finding finding;
  finding.family = Family::kNumber;
  finding.score = strength;
  for (uint32_t article = 0; article < 2; ++article) {
    ValueGroup side;
    side.articles = {article};
    side.origins = 1;
    finding.groups.push_back(std::move(side));
  }
  return finding;
}

uint32_t Score(const Finding& finding) { return ScoreOf(ScoreFeaturesOf(finding)); }

TEST(Score, StrongerEvidenceIsAtLeastAsSure) {
  for (uint32_t strength = 50; strength <= 1000; strength += 50)
    EXPECT_GE(Score(TwoSides(strength)), Score(TwoSides(strength - 50))) << strength;
}

TEST(Score, IsSurerOfAnEditedCopyAndOfMoreOrigins) {
  Finding copy = TwoSides(700);
  copy.of_copy = true;
  EXPECT_GT(Score(copy), Score(TwoSides(700)));
  Finding origins = TwoSides(700);
  origins.groups[0].articles = {0, 2, 3};
  origins.groups[0].origins = 3;
  EXPECT_GT(Score(origins), Score(TwoSides(700)));
}

TEST(Score, IsLessSureOfOneArticleAtOddsWithItself) {
  Finding within = TwoSides(700);
  within.groups[1].articles = {0};
  EXPECT_LT(Score(within), Score(TwoSides(700)));
}

TEST(Score, StaysBelowOneWhateverTheFeatures) {
  ScoreFeatures most{};
  most.fill(1000);
  EXPECT_LE(ScoreOf(most), 1000u);
  most.fill(-1000);
  EXPECT_LE(ScoreOf(most), 1000u);
}

}  // namespace
}  // namespace crossread
