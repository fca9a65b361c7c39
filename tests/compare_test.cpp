// The whole way from a request to a report.
#include "core/compare.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/support/fixture.h"

namespace crossread {
namespace {

std::vector<std::string> ExampleRequests() {
  std::vector<std::string> requests;
  for (const auto& entry : std::filesystem::directory_iterator("examples")) {
    const std::string path = entry.path().string() + "/request.json";
    if (std::filesystem::exists(path)) requests.push_back(ReadTestFile(path));
  }
  std::sort(requests.begin(), requests.end());
  return requests;
}

TEST(Compare, SameBytesWithAndWithoutCache) {
  AnalysisCache cache;
  const auto requests = ExampleRequests();
  ASSERT_GE(requests.size(), 3u);
  for (const std::string& request : requests) {
    const std::string cold = CompareJson(request, nullptr);
    EXPECT_EQ(CompareJson(request, &cache), cold);
    EXPECT_EQ(CompareJson(request, &cache), cold);
  }
}

// Fragments of one speech stand in its order, with the words that differ and whether marks say so.
TEST(Compare, UtterancesAgainstTheLongest) {
  const std::string request = R"({"articles":[
    {"id":"a","text":"The mill burned on Friday. \"We saw the smoke at noon. The guards left the mill before the fire began. Nobody warned the workers in the yard,\" Rasa Venn said."},
    {"id":"b","text":"The mill burned on Friday, the council said. \"Nobody warned the workers in the yard,\" said Rasa Venn. \"The guards had left the mill … the fire began,\" she added."}]})";
  const auto report = nlohmann::json::parse(CompareJson(request, nullptr));
  ASSERT_EQ(report["utterances"].size(), 1u);
  const auto& utterance = report["utterances"][0];
  EXPECT_EQ(utterance["speaker"], "Rasa Venn");
  EXPECT_EQ(utterance["base"], report["quotations"][0]["id"]);
  std::vector<std::string> parts, edits;
  for (const auto& variant : utterance["variants"]) {
    for (const auto& part : variant["parts"]) {
      parts.push_back(part["spans"][1]["exact"]);
      for (const auto& edit : part["edits"]) {
        edits.push_back(edit["kind"].get<std::string>() + (edit["marked"] ? " marked" : ""));
      }
    }
  }
  EXPECT_EQ(parts, (std::vector<std::string>{"The guards had left the mill … the fire began",
                                             "Nobody warned the workers in the yard"}));
  EXPECT_EQ(edits, (std::vector<std::string>{"added", "dropped marked"}));
}

TEST(Compare, CacheIsBounded) {
  AnalysisCache cache(/*max_bytes=*/1000);
  ArticleInput article;
  for (int i = 0; i < 50; ++i) {
    article.text = "The bridge number " + std::to_string(i) + " in Harlan was closed on Tuesday.";
    const auto analysis = cache.Get(article);
    EXPECT_EQ(analysis, cache.Get(article));
  }
  EXPECT_LT(cache.size(), 20u);
  EXPECT_GT(cache.size(), 1u);
}

Request TwoArticles(const std::string& a, const std::string& b) {
  Request request;
  request.articles.resize(2);
  request.articles[0].text = a;
  request.articles[1].text = b;
  return CompleteRequest(request).value();
}

std::vector<std::string> LoudIds(const Report& report) {
  std::vector<std::string> ids;
  for (const Finding& finding : report.findings) {
    if (finding.severity != Severity::kInfo) ids.push_back(finding.id);
  }
  return ids;
}

constexpr const char* kHurt12 =
    "Police said 12 people were injured when the stand at Fernhill Park collapsed on Saturday.";
constexpr const char* kHurt9 =
    "Police said nine people were injured when the stand at Fernhill Park collapsed on Saturday.";

TEST(Compare, IdsSurviveEditsElsewhere) {
  const auto before = LoudIds(Compare(TwoArticles(kHurt12, kHurt9), nullptr));
  ASSERT_EQ(before.size(), 1u);
  const std::string opening = "The weather in the valley was mild for the season. ";
  EXPECT_EQ(LoudIds(Compare(TwoArticles(opening + kHurt12, kHurt9), nullptr)), before);
}

TEST(Compare, TwoConflictsOfOneKindKeepTheirOwnIds) {
  const std::string meet = "Envoys of Norway and Sweden will meet in Bergen on Saturday. ";
  const std::string met = "Envoys of Norway and Sweden met in Bergen on Saturday. ";
  const std::string sail =
      "The ferry Corvo will sail from Lirra to Velden with guests from Harlan. ";
  const std::string sailed =
      "The ferry Corvo sailed from Lirra to Velden with guests from Harlan. ";
  const auto both = LoudIds(Compare(TwoArticles(meet + sail, met + sailed), nullptr));
  const auto one = LoudIds(Compare(TwoArticles(sail, sailed), nullptr));
  const auto other = LoudIds(Compare(TwoArticles(meet, met), nullptr));
  ASSERT_EQ(both.size(), 2u);
  ASSERT_EQ(one.size(), 1u);
  ASSERT_EQ(other.size(), 1u);
  EXPECT_NE(one[0], other[0]);
  EXPECT_TRUE(std::is_permutation(both.begin(), both.end(), std::vector{one[0], other[0]}.begin()));
}

TEST(Compare, AnEmojiShiftsTheOtherUnitsExactly) {
  const auto json = CompareJson(std::string("{\"articles\":[{\"text\":\"\U0001F6A8 ") + kHurt12 +
                                    "\"},{\"text\":\"" + kHurt9 + "\"}]}",
                                nullptr);
  // The emoji has four bytes, two UTF-16 units and one code point.
  EXPECT_NE(json.find("\"start\":17,\"end\":26,\"utf16\":{\"start\":15,\"end\":24},"
                      "\"codePoints\":{\"start\":14,\"end\":23},\"exact\":\"12 people\""),
            std::string::npos)
      << json;
}

TEST(Compare, NamesOutletsAndTellsTwoOfOneNameApart) {
  Request request = TwoArticles(kHurt12, kHurt9);
  request.articles[0].source = request.articles[1].source = "Herald";
  const Report report = Compare(request, nullptr);
  EXPECT_EQ(report.articles[0].label, "Herald (A)");
  EXPECT_EQ(report.articles[1].label, "Herald (B)");
}

TEST(Compare, SaysWhatItDidNotCompare) {
  Request request = TwoArticles(kHurt12, kHurt9);
  request.articles.resize(4);
  request.articles[2].id = "fr";
  request.articles[2].text =
      "La tribune du parc est tombée samedi soir pendant le match et douze personnes ont été "
      "blessées, selon la police.";
  request.articles[3].id = "none";
  const Report report = Compare(request, nullptr);
  EXPECT_EQ(report.articles[2].status, ArticleStatus::kNotEnglish);
  EXPECT_EQ(report.articles[3].status, ArticleStatus::kEmpty);
  EXPECT_EQ(report.comparison.articles.size(), 2u);
  EXPECT_EQ(LoudIds(report).size(), 1u) << "the others must still be compared";
}

TEST(Compare, AnArticleThatIsTooLargeLosesNoOther) {
  Request request = TwoArticles(kHurt12, kHurt9);
  request.articles.push_back(request.articles[0]);
  request.articles[2].id = "large";
  request.articles[2].text = std::string(kMaxArticleBytes + 1, 'x');
  const Report report = Compare(request, nullptr);
  EXPECT_EQ(report.articles[2].status, ArticleStatus::kTooLarge);
  EXPECT_EQ(LoudIds(report).size(), 1u);
}

// Every word of two hundred copies is common; the one that differs must still be found.
TEST(Compare, FindsTheOneAmongTwoHundredThatDiffers) {
  Request request;
  request.articles.resize(200);
  for (ArticleInput& article : request.articles) article.text = kHurt12;
  request.articles[199].text = kHurt9;
  const Report report = Compare(CompleteRequest(request).value(), nullptr);
  ASSERT_EQ(LoudIds(report).size(), 1u);
  EXPECT_EQ(report.comparison.reuse.origins.size(), 1u);
}

// Without full stops a text is one sentence; comparing two of them must not grow with the square.
TEST(Compare, BoundsWhatATextWithoutFullStopsCosts) {
  std::string text;
  while (text.size() < 200'000)
    text += "police closed the bridge in Harlan and officials opened the road ";
  const Report report = Compare(TwoArticles(text, text), nullptr);
  for (const Article& article : report.comparison.articles) {
    for (const Claim& claim : article.analysis->claims.claims) EXPECT_LE(claim.tokens.size(), 200u);
  }
}

TEST(Compare, TakesAnything) {
  const std::string quotes = "“" + std::string("\"'«»„“”‘’");
  for (const std::string& text :
       {std::string(), std::string("\xff\xfe\x00\x01", 4), std::string("\xed\xa0\x80 said"),
        quotes + quotes + quotes, std::string("“He said “she said “they said"),
        std::string(300, '\n'), std::string("…"), std::string("12"), std::string("“”"),
        std::string("said said said said")}) {
    const Report report = Compare(TwoArticles(text, kHurt9), nullptr);
    EXPECT_FALSE(ToJson(report, false).empty());
    EXPECT_FALSE(ToText(report).empty());
  }
}

// A long run of one pattern: quadratic work would run into the test's time limit. How fast it is,
// is measured by tools/dev bench.
class LongRuns : public testing::TestWithParam<const char*> {};

TEST_P(LongRuns, EndInTime) {
  std::string text;
  while (text.size() < 200'000) text += GetParam();
  const Report report = Compare(TwoArticles(text, kHurt9), nullptr);
  EXPECT_EQ(report.articles[0].analysis->document.text.size(), text.size());
}

INSTANTIATE_TEST_SUITE_P(Patterns, LongRuns,
                         testing::Values("a", "\"", "“", "'", ".", "...", "?!", "(", "[", "\n",
                                         "a.", "A. ", "said ", "\" said ", "12 ", "1,", "$",
                                         "John Smith ", "Mr. ", "not ", "to ", "Monday ", "é",
                                         "“x” ", "- ", "U.S. ", "according to "));

}  // namespace
}  // namespace crossread
