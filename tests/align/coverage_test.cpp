// The claim x article matrix, over whole comparisons: what a row's cells say.
#include <gtest/gtest.h>

#include "core/compare.h"

namespace crossread {
namespace {

// One letter an article for the row that opens with `begin`: c(arries), q(ualifies), d(isputed), x
// (contradicts), . (silent).
std::string Row(std::initializer_list<const char*> texts, std::string_view begin) {
  Request request;
  for (const char* text : texts) request.articles.emplace_back().text = text;
  const Report report = Compare(CompleteRequest(request).value(), nullptr);
  const Comparison& comparison = report.comparison;
  for (const CoverageRow& row : comparison.coverage.rows) {
    const std::string_view label =
        comparison.Text({row.base.article, comparison.At(row.base).span});
    if (label.substr(0, begin.size()) != begin) continue;
    std::string cells;
    for (const Cell& cell : row.cells) cells += ".cqdx"[static_cast<int>(cell.state)];
    return cells;
  }
  return "no such row";
}

TEST(Coverage, TellsWhoCarriesAClaimAndWhoIsSilent) {
  EXPECT_EQ(Row({"The council of Harlan closed the bridge over the Tarn on Tuesday.",
                 "Ticket prices on the Corvo ferries will rise in April.",
                 "On Tuesday the Harlan council closed the bridge over the Tarn."},
                "The council of Harlan closed"),
            "c.c");
}

TEST(Coverage, AConflictContradictsAlsoWhereTheFirstArticleGivesNoValue) {
  EXPECT_EQ(Row({"Guests were hurt in the fire at the Lindenhof hotel in Velden on Sunday.",
                 "In Velden 14 guests were hurt in the fire at the Lindenhof hotel on Sunday.",
                 "In Velden 40 guests were hurt in the fire at the Lindenhof hotel on Sunday."},
                "Guests were hurt"),
            "ccx");
}

TEST(Coverage, WhoSaysWhatTheBaseSaysIsNotAtOddsWithIt) {
  EXPECT_EQ(Row({"In Velden 14 guests were hurt in the fire at the Lindenhof hotel on Sunday.",
                 "In Velden 40 guests were hurt in the fire at the Lindenhof hotel on Sunday.",
                 "In Velden 14 guests were hurt in the fire at the Lindenhof hotel on Sunday."},
                "In Velden 14"),
            "cxc");
}

TEST(Coverage, AnotherNumberIsNoAgreement) {
  EXPECT_EQ(Row({"Among the dead was a 34-year-old Belgian teacher from a school in Ghent.",
                 "Among the dead was a Belgian teacher, aged 43, from a school in Ghent."},
                "Among the dead"),
            "cq");
}

TEST(Coverage, ALostMayQualifies) {
  EXPECT_EQ(Row({"The brake of the Ardel cable car was set wrongly after the works on Monday.",
                 "The brake of the Ardel cable car may have been set wrongly after the works on "
                 "Monday."},
                "The brake"),
            "cq");
}

TEST(Coverage, AReportedDenialIsDisputed) {
  EXPECT_EQ(Row({"The Corvo company polluted the river Tarn near Harlan for two years.",
                 "The Corvo company did not pollute the river Tarn near Harlan, its lawyer Ines "
                 "Dahl said."},
                "The Corvo company polluted"),
            "cd");
}

TEST(Coverage, AnAppositionHidesNoNegation) {
  EXPECT_EQ(Row({"The captain, Jon Riis, 54, was not arrested, police said.",
                 "Captain Jon Riis, 54, was arrested, police said."},
                "The captain, Jon Riis"),
            "cx");
}

TEST(Coverage, AnotherVerbIsNoAgreement) {
  EXPECT_EQ(Row({"The transport minister, Ines Dahl, mocked the opening of the Tarn bridge.",
                 "The transport minister, Ines Dahl, praised the opening of the Tarn bridge."},
                "The transport minister"),
            "cq");
}

TEST(Coverage, HeldAndTookPlaceAreOne) {
  EXPECT_EQ(Row({"The opening of the Tarn bridge was held at Harlan in the rain on Tuesday.",
                 "The opening of the Tarn bridge took place at Harlan in the rain on Tuesday."},
                "The opening of"),
            "cc");
}

TEST(Coverage, ANegationThatNoDifferenceExplainsIsNoAgreement) {
  EXPECT_EQ(Row({"The captain, Jon Riis, 54, was not arrested, police said.",
                 "Captain Jon Riis, 54, may be arrested, police said."},
                "The captain, Jon Riis"),
            "cq");
}

TEST(Coverage, ADifferenceFoundWithoutClaimsContradictsTheRowThatHasBothSides) {
  EXPECT_EQ(Row({"The ferry, the Sigrun, was built in 1998 and ran aground near Tarva.",
                 "A ferry ran aground near Tarva, the coast guard said. The ferry, the Sigrun, was "
                 "built in 1989."},
                "The ferry, the Sigrun, was built"),
            "cx");
}

TEST(Coverage, WhoCutsAConditionFromAQuotationDoesNotCarryIt) {
  const char* whole = "“We will not reopen it unless the council pays,” Minister Ines Dahl said.";
  const char* cut = "“We will not reopen it,” said the minister, Ines Dahl, in Velden on Friday.";
  EXPECT_EQ(Row({whole, cut}, "We will not"), "cq");
  EXPECT_EQ(Row({cut, whole}, "We will not"), "cq");
}

TEST(Coverage, WhoQuotesMoreStillCarriesTheShorterWords) {
  const char* whole =
      "“The bridge will be checked by an engineer from Velden in the spring,” Minister Ines Dahl "
      "said.";
  const char* cut =
      "“The bridge will be checked by an engineer from Velden,” said the minister, Ines Dahl.";
  EXPECT_EQ(Row({cut, whole}, "The bridge will"), "cc");
  EXPECT_EQ(Row({whole, cut}, "The bridge will"), "cq");
}

TEST(Coverage, ANegationChangedInsideQuotationMarksContradicts) {
  EXPECT_EQ(
      Row({"“I signed the order to clear the square,” Minister Ines Dahl said in Velden.",
           "“I did not sign the order to clear the square,” Minister Ines Dahl said in Velden."},
          "I signed"),
      "cx");
}

}  // namespace
}  // namespace crossread
