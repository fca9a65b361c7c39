#include "core/syntax/clauses.h"

#include <gtest/gtest.h>

#include <string>

#include "core/syntax/syntax.h"
#include "tests/support/fixture.h"

namespace crossread {
namespace {

// One clause a line: "[role] predicate: subject > object (in place) not may passive".
std::string Dump(std::string_view text) {
  static constexpr std::string_view kRoles[] = {
      "main", "complement", "infinitive", "adverbial", "relative", "coordinated", "beside"};
  const Document document = ReadDocument(text, "");
  const Syntax syntax = ReadSyntax(document, Model::English());
  const auto word = [&](uint32_t t) {
    return t == kNoWord ? std::string("-") : std::string(document.Text(document.tokens[t]));
  };
  std::string out;
  for (const Clause& clause : syntax.clauses.clauses) {
    if (!out.empty()) out += "\n";
    out += std::string(kRoles[static_cast<size_t>(clause.role)]) + " " +
           (clause.copular ? "be " : "") + word(clause.predicate) + ": " + word(clause.subject) +
           (clause.recipient == kNoWord ? "" : " to " + word(clause.recipient)) + " > " +
           word(clause.object);
    for (uint32_t o = clause.obliques.begin; o < clause.obliques.end; ++o) {
      const Argument& oblique = syntax.clauses.obliques[o];
      out += " (" + word(oblique.preposition) + " " + word(oblique.head) + ")";
    }
    if (clause.negated()) out += " " + word(clause.negator);
    if (clause.diminisher != kNoWord) out += " ~" + word(clause.diminisher);
    if (clause.modal != kNoWord) out += " " + word(clause.modal);
    if (clause.voice == Voice::kPassive) out += " passive";
    if (clause.reported) out += " reported";
  }
  return out;
}

TEST(Clauses, WhoDidWhatToWhom) {
  EXPECT_EQ(Dump("The army took the town."), "main took: army > town");
  EXPECT_EQ(Dump("The town was taken by the army."), "main taken: town > - (by army) passive");
  EXPECT_EQ(Dump("She asked him to sign the letter."),
            "main asked: She to him > -\ninfinitive sign: him > letter");
  EXPECT_EQ(Dump("President Ann Lee signed the letter and left."),
            "main signed: Lee > letter\ncoordinated left: Lee > -");
  EXPECT_EQ(Dump("The captain, Jon Riis, 54, was arrested."), "main arrested: captain > - passive");
  EXPECT_EQ(Dump("The head of the works, Dana Holt, resigned on Tuesday."),
            "main resigned: head > - (on Tuesday)");
  // A heading has no stop.
  EXPECT_EQ(Dump("The head of the works, Dana Holt, arrested by police on Tuesday"),
            "main arrested: - > - (by police) (on Tuesday) passive");
}

TEST(Clauses, WhatANotReaches) {
  EXPECT_EQ(Dump("The ferries did not sail."), "main sail: ferries > - not");
  EXPECT_EQ(Dump("Inspectors found no asbestos."), "main found: Inspectors > asbestos no");
  EXPECT_EQ(Dump("Nobody saw the boat."), "main saw: Nobody > boat Nobody");
  EXPECT_EQ(Dump("The town was not captured by rebels."),
            "main captured: town > - (by rebels) not passive");
  // Near misses: these deny nothing.
  EXPECT_EQ(Dump("He offered no more than 20 boats."), "main offered: He > boats");
  EXPECT_EQ(Dump("The mayor offered little hope."), "main offered: mayor > hope ~little");
  EXPECT_EQ(Dump("The mayor offered a little hope."), "main offered: mayor > hope");
  EXPECT_EQ(Dump("She found nothing but sand."), "main found: She > nothing");
}

TEST(Clauses, ModalsAndReports) {
  EXPECT_EQ(Dump("The storm may have destroyed the bridge."), "main destroyed: storm > bridge may");
  EXPECT_EQ(Dump("She said that the talks had failed."),
            "main said: She > -\ncomplement failed: talks > - reported");
}

TEST(Clauses, StandInOrderInsideTheirSentences) {
  for (const std::string& file : FilesIn("tests/text/structure", ".txt")) {
    const Document document = ReadDocument(ReadTestFile(file), "");
    const Clauses clauses = ReadSyntax(document, Model::English()).clauses;
    uint32_t last = 0;
    for (size_t c = 0; c < clauses.clauses.size(); ++c) {
      const Clause& clause = clauses.clauses[c];
      ASSERT_TRUE(c == 0 || clause.predicate > last) << file;
      last = clause.predicate;
      const uint32_t sentence = document.tokens[clause.predicate].sentence;
      for (const uint32_t t : {clause.subject, clause.object, clause.negator, clause.marker}) {
        ASSERT_TRUE(t == kNoWord || document.tokens[t].sentence == sentence) << file;
      }
      ASSERT_TRUE(clause.extent.Contains(clause.predicate)) << file;
      ASSERT_TRUE(clause.parent == kNoClause || clause.parent < clauses.clauses.size()) << file;
      EXPECT_EQ(clauses.At(clause.predicate), &clause);
    }
  }
}

}  // namespace
}  // namespace crossread
