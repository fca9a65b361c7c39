#include "core/extract/claims.h"

#include <gtest/gtest.h>

#include "core/extract/analysis.h"

namespace crossread {
namespace {

// "word polarity status modality" of the predicate that is written `word`, or "none".
std::string SignOf(const Analysis& a, std::string_view word) {
  for (const Predicate& p : a.claims.predicates) {
    if (a.document.Text(a.document.tokens[p.token]) != word) continue;
    return std::string(PolarityName(p.sign.polarity)) + " " +
           std::string(StatusName(p.sign.status)) + " " +
           std::string(ModalityName(p.sign.modality));
  }
  return "none";
}

struct Case {
  const char* text;
  const char* word;
  const char* sign;
};

TEST(Predicates, HaveTheirSigns) {
  const Case cases[] = {
      {"The troops captured the town on Friday.", "captured", "positive happened asserted"},
      {"The troops did not capture the town on Friday.", "capture", "negative none asserted"},
      {"The troops failed to capture the town.", "capture", "negative none asserted"},
      {"The troops failed to fully capture the town.", "capture", "negative none asserted"},
      {"It is land not captured by the troops.", "captured", "negative happened asserted"},
      {"The troops will capture the town soon.", "capture", "positive planned asserted"},
      {"Envoys are set to meet in Bergen on Saturday.", "meet", "positive planned asserted"},
      {"Envoys may meet in Bergen on Saturday.", "meet", "positive none possible"},
      {"The army called off the attack.", "attack", "positive cancelled asserted"},
      {"The army called the attack off.", "attack", "positive cancelled asserted"},
      {"The council turned the visit down.", "visit", "negative none asserted"},
      {"The army declined to turn down the offer.", "turn", "negative none asserted"},
      {"Envoys are preparing to meet in Bergen.", "meet", "positive planned asserted"},
      {"Envoys met in Bergen on Saturday.", "met", "positive happened asserted"},
      {"Envoys have met in Bergen since then.", "met", "positive happened asserted"},
      {"The envoys held talks in Bergen on Saturday.", "talks", "positive happened asserted"},
      {"The plan would require it to surrender the town.", "surrender", "unknown none asserted"},
      {"Nobody was killed in the fire at the hotel.", "killed", "negative happened asserted"},
      {"The fire not only destroyed the hotel on Sunday.", "destroyed",
       "positive happened asserted"},
  };
  for (const Case& c : cases) {
    const Analysis analysis = Analyse(c.text, "", "");
    EXPECT_EQ(SignOf(analysis, c.word), c.sign) << c.text;
  }
}

std::vector<std::string> ClaimsOf(const char* text) {
  const Analysis analysis = Analyse(text, "", "");
  std::vector<std::string> claims;
  for (const Claim& claim : analysis.claims.claims)
    claims.emplace_back(analysis.document.Text(claim.span));
  return claims;
}

TEST(Claims, AreClausesWithoutTheirFrames) {
  EXPECT_EQ(ClaimsOf("Police said the bridge was closed on Tuesday."),
            (std::vector<std::string>{"the bridge was closed on Tuesday"}));
  EXPECT_EQ(ClaimsOf("The council closed the bridge, while engineers inspected the piers."),
            (std::vector<std::string>{"The council closed the bridge",
                                      "while engineers inspected the piers"}));
  EXPECT_EQ(ClaimsOf("Norwegian, Swedish, and Danish envoys met in Bergen."),
            (std::vector<std::string>{"Norwegian, Swedish, and Danish envoys met in Bergen"}));
}

TEST(Claims, ComeFromNoFurniture) {
  EXPECT_TRUE(ClaimsOf("Read more: Ten bridges that you must see before they are closed").empty());
}

}  // namespace
}  // namespace crossread
