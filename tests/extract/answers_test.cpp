// FindAnswers: what question a number answers, of what, and whether of all of it.
#include "core/extract/answers.h"

#include <gtest/gtest.h>

#include <string>

#include "core/extract/analysis.h"

namespace crossread {
namespace {

// "question thing" of each answer, "part" in front of one that is not of the whole, joined by "; ".
std::string AnswersOf(std::string_view text) {
  const Analysis a = Analyse(text, "", "2031-05-06");
  std::string out;
  for (const NumberAnswer& answer : a.answers) {
    if (!out.empty()) out += "; ";
    if (!answer.whole) out += "part ";
    out += answer.question;
    if (answer.thing != kNoWord)
      out += ' ' + std::string(a.document.Lemma(a.document.tokens[answer.thing]));
    if (!answer.group.empty()) out += " (" + std::string(answer.group) + ')';
  }
  return out;
}

struct Case {
  const char* text;
  const char* answers;
};

void Expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(AnswersOf(c.text), c.answers) << c.text;
}

TEST(Answers, OneQuestionInSeveralWords) {
  Expect({
      {"The stadium will cost 340 million euros.", "sum stadium"},
      {"The arena has a price tag of 420 million euros.", "sum arena"},
      {"The bridge has a length of 370 metres.", "length bridge"},
      {"The stadium will hold 42,000 people.", "places stadium"},
  });
}

TEST(Answers, PassengersAreNotEverybodyAboard) {
  Expect({
      {"The ship was carrying 212 passengers.", "aboard ship (passenger)"},
  });
}

// Compared all the same, where the article has no other number that might be the answer.
TEST(Answers, WhatIsMeasuredMayBeUnsaid) {
  Expect({
      {"The bridge is 340 metres long.", "length"},
      {"The plane had 164 people on board.", "aboard"},
  });
}

TEST(Answers, NoneInMarksAndNoneWithoutAWordThatAsks) {
  Expect({
      {"\"The stadium will cost 340 million euros,\" the mayor said.", ""},
      {"The city lost 340 million euros.", ""},
  });
}

TEST(Answers, AFigureOfAnotherTimeIsNotWhole) {
  Expect({
      {"The stadium was originally to cost 290 million euros.", "part sum stadium"},
  });
}

}  // namespace
}  // namespace crossread
