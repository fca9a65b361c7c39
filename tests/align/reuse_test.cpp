#include <gtest/gtest.h>

#include "core/align/comparison.h"

namespace crossread {
namespace {

constexpr const char* kWire =
    "Crews worked through the night to clear mud from the main road between Harlan and Pell after "
    "the dam "
    "spilled over on Sunday evening, the county said. Schools along the river stayed shut.";

Reuse Find(const std::vector<std::string>& texts) {
  std::vector<Analysis> analyses;
  for (const std::string& text : texts) analyses.push_back(Analyse(text, "", ""));
  std::vector<Article> articles;
  for (size_t i = 0; i < texts.size(); ++i) {
    articles.push_back({std::to_string(i), std::to_string(i), "", &analyses[i]});
  }
  return FindReuse(articles);
}

TEST(FindReuse, CopiesAreOneOriginHoweverMany) {
  std::vector<std::string> copies(25, kWire);
  copies.push_back(
      "The ferry Corvo ran aground near Lirra on Monday with forty lorries on board, its owner "
      "said.");
  const Reuse reuse = Find(copies);
  ASSERT_EQ(reuse.origins.size(), 2u);
  EXPECT_EQ(reuse.origins[0].size(), 25u);
  EXPECT_EQ(reuse.origin_of[25], 1u);
}

TEST(FindReuse, SaysHowMuchOfEachIsShared) {
  const std::string own =
      " Our reporter spoke to people who had slept in the school hall, some of them for the second "
      "time this year, "
      "and who wondered aloud whether the dam would be mended before the next winter or whether "
      "the county meant "
      "to wait until somebody drowned.";
  const Reuse reuse = Find({kWire, kWire + own});
  ASSERT_EQ(reuse.pairs.size(), 1u);
  EXPECT_EQ(reuse.pairs[0].share_a, 1000u);
  EXPECT_LT(reuse.pairs[0].share_b, 600u);
  ASSERT_FALSE(reuse.pairs[0].passages.empty());
}

TEST(FindReuse, UnrelatedTextsShareNothing) {
  const Reuse reuse = Find(
      {kWire, "The ferry Corvo ran aground near Lirra on Monday with forty lorries on board."});
  EXPECT_TRUE(reuse.pairs.empty());
  EXPECT_EQ(reuse.origins.size(), 2u);
}

}  // namespace
}  // namespace crossread
