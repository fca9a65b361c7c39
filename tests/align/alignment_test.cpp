// Which claims of two articles line up, over whole comparisons.
#include <gtest/gtest.h>

#include "core/compare.h"

namespace crossread {
namespace {

// The words that line up between the claim of the first text that has `of` in it and the claims of
// the second: "sank=sank river=river".
std::string Links(const char* first, const char* second, std::string_view of) {
  Request request;
  for (const char* text : {first, second}) request.articles.emplace_back().text = text;
  const Report report = Compare(CompleteRequest(request).value(), nullptr);
  const Comparison& comparison = report.comparison;
  std::string out;
  for (const Pair& pair : comparison.pairs) {
    const Document &a = comparison.DocumentOf(0), &b = comparison.DocumentOf(1);
    if (a.Text(comparison.At(pair.a).span).find(of) == std::string_view::npos) continue;
    for (const TokenLink& link : pair.links) {
      if (!out.empty()) out += ' ';
      out += std::string(a.Text(a.tokens[link.a].span)) + '=';
      out += b.Text(b.tokens[link.b].span);
    }
  }
  return out;
}

TEST(Alignment, APronounIsWhomItMeans) {
  EXPECT_EQ(Links("Judge Mara Oduya read the file for an hour. She adjourned the case.",
                  "Oduya adjourned the case.", "adjourned"),
            "She=Oduya adjourned=adjourned case=case");
}

TEST(Alignment, AnEventNounIsItsVerb) {
  EXPECT_EQ(Links("The evacuation of Tarnby took six hours.", "Tarnby was evacuated by noon.",
                  "evacuation"),
            "evacuation=evacuated Tarnby=Tarnby");
}

TEST(Alignment, OneCommonWordOfManyIsNotEnough) {
  EXPECT_EQ(
      Links("The mayor of Tarnby opened a market. The people of two villages on the coast had "
            "to be fed from a van.",
            "People in Tarnby had to wait for the mayor, who is ill.", "fed"),
      "");
}

}  // namespace
}  // namespace crossread
