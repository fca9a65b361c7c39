// Sentences that one article has from another (FindCopies), and reports of what another quotes
// (FindReportedSpeech), over whole comparisons.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/compare.h"

namespace crossread {
namespace {

Report CompareTexts(const std::vector<const char*>& texts) {
  Request request;
  for (const char* text : texts) request.articles.emplace_back().text = text;
  return Compare(CompleteRequest(request).value(), nullptr);
}

std::string Words(const Comparison& comparison, uint32_t article, IndexRange tokens) {
  const Document& document = comparison.DocumentOf(article);
  return tokens.empty() ? std::string() : std::string(document.Text(document.SpanOf(tokens)));
}

// Each copy in brackets, its edits as "words of a>words of b", joined by "; ".
std::string Copies(const std::vector<const char*>& texts) {
  const Report report = CompareTexts(texts);
  const Comparison& comparison = report.comparison;
  std::string out;
  for (const SentenceCopy& copy : comparison.copies) {
    out += '[';
    for (const CopyEdit& edit : copy.edits) {
      if (&edit != &copy.edits.front()) out += "; ";
      out += Words(comparison, copy.article_a, edit.a) + '>' +
             Words(comparison, copy.article_b, edit.b);
    }
    out += ']';
  }
  return out;
}

TEST(FindCopies, GivesTheWordsThatDiffer) {
  EXPECT_EQ(Copies({"The trawler Nordlys had no radio on board when it sank off Lirra on Tuesday.",
                    "The trawler Nordlys had no anchor on board when it sank off Lirra on Tuesday "
                    "night."}),
            "[radio>anchor; >night]");
}

TEST(FindCopies, WordsThatOneSideLacksHaveAPlaceOnTheOther) {
  const Report report =
      CompareTexts({"The trawler Nordlys had no radio on board when it sank off Lirra.",
                    "The trawler Nordlys had no radio when it sank off Lirra."});
  ASSERT_EQ(report.comparison.copies.size(), 1u);
  const SentenceCopy& copy = report.comparison.copies[0];
  ASSERT_EQ(copy.edits.size(), 1u);
  EXPECT_EQ(copy.edits[0].kind, EditKind::kDropped);
  EXPECT_EQ(Words(report.comparison, 0, copy.edits[0].a), "on board");
  ASSERT_TRUE(copy.edits[0].b.empty());
  const uint32_t at = copy.edits[0].b.begin;
  EXPECT_EQ(Words(report.comparison, 1, {at, at + 1}), "when");
}

TEST(FindCopies, TheSameSentenceIsNone) {
  const char* text = "The trawler Nordlys had no radio on board when it sank off Lirra on Tuesday.";
  EXPECT_EQ(Copies({text, text}), "");
}

TEST(FindCopies, OtherWordsAreNone) {
  EXPECT_EQ(Copies({"The trawler Nordlys had no radio on board when it sank off Lirra on Tuesday.",
                    "Without a radio the Nordlys could call nobody, and off Lirra it went down."}),
            "");
}

TEST(FindCopies, SynonymsAreTheSame) {
  EXPECT_EQ(Copies({"The council bought nine buses for the schools along the river on Monday.",
                    "The council purchased nine vans for the schools along the river on Monday."}),
            "[buses>vans]");
}

TEST(FindCopies, ASentenceIsCopiedOfTheMostSimilarOne) {
  EXPECT_EQ(Copies({"Marta Lindqvist won the race over ten miles in Lirra on Sunday morning.",
                    "Marta Lindqvist won the race over ten miles in Lirra on Sunday evening. "
                    "Jon Tveit won the race over six miles in Lirra on Sunday evening."}),
            "[morning>evening]");
}

TEST(FindCopies, ALongEditIsAShortOneAndAClause) {
  EXPECT_EQ(
      Copies({"The freighter with forty lorries on board was on its way to Hamburg when water was "
              "seen on the car deck.",
              "The freighter with forty lorries on board was on its way to Antwerp, where it was "
              "due at noon, when water was seen on the car deck."}),
      "[Hamburg>Antwerp; >where it was due at noon]");
}

// ---- FindReportedSpeech

// "reported|quoted", joined by "; ".
std::string Reports(const std::vector<const char*>& texts) {
  const Report report = CompareTexts(texts);
  const Comparison& comparison = report.comparison;
  std::string out;
  for (const ReportedPair& pair : comparison.reported) {
    if (!out.empty()) out += "; ";
    out += comparison.Text(pair.reported_part);
    out += '|';
    out += comparison.Text(pair.quoted_part);
  }
  return out;
}

TEST(FindReportedSpeech, ComparesWithoutPersonAndTense) {
  EXPECT_EQ(Reports({"Chairman Olu Brandt said that he would never sell the field to a builder.",
                     "“I will never sell the field to a builder,” chairman Olu Brandt said."}),
            "he would never sell the field to a builder|I will never sell the field to a builder");
}

TEST(FindReportedSpeech, WorksInEitherOrderOfArticles) {
  EXPECT_EQ(Reports({"“I will never sell the field to a builder,” chairman Olu Brandt said.",
                     "Chairman Olu Brandt said that he would never sell the field to a builder."}),
            "he would never sell the field to a builder|I will never sell the field to a builder");
}

TEST(FindReportedSpeech, ASummaryIsNone) {
  EXPECT_EQ(Reports({"Chairman Olu Brandt said that the field was not for sale.",
                     "“I will never sell the field to a builder,” chairman Olu Brandt said."}),
            "");
}

TEST(FindReportedSpeech, OtherSpeakersAreNone) {
  EXPECT_EQ(Reports({"Treasurer Ines Dahl said that she would never sell the field to a builder.",
                     "“I will never sell the field to a builder,” chairman Olu Brandt said."}),
            "");
}

TEST(FindReportedSpeech, OneArticleMaySayItBothWays) {
  EXPECT_EQ(Reports({"Chairman Olu Brandt said that he would never sell the field to a builder. “I "
                     "will never sell the field to a builder,” Brandt said.",
                     "Forty people came to the hall in Pell on Monday."}),
            "");
}

}  // namespace
}  // namespace crossread
