#include "core/syntax/morphology.h"

#include <gtest/gtest.h>

#include "core/lexicon/lemma.h"

namespace crossread {
namespace {

TEST(Morphology, WhatATagSays) {
  EXPECT_EQ(ToFeats(ReadMorphology("VBD")), "Tense=Past|VerbForm=Fin");
  EXPECT_EQ(ToFeats(ReadMorphology("VBZ")), "Number=Sing|Tense=Pres|VerbForm=Fin");
  EXPECT_EQ(ToFeats(ReadMorphology("VBN")), "Tense=Past|VerbForm=Part");
  EXPECT_EQ(ToFeats(ReadMorphology("NNS")), "Number=Plur");
  EXPECT_EQ(ToFeats(ReadMorphology("MD")), "VerbForm=Fin");
  EXPECT_EQ(ToFeats(ReadMorphology("IN")), "_");
  EXPECT_EQ(ToFeats(ReadMorphology("")), "_");
}

TEST(Morphology, LemmasGoByTheTag) {
  const struct {
    std::string_view norm;
    std::string_view xpos;
    std::string_view lemma;
  } cases[] = {
      {"meeting", "NN", "meeting"}, {"meeting", "VBG", "meet"}, {"meetings", "NNS", "meeting"},
      {"talks", "NNS", "talk"},     {"said", "VBD", "say"},     {"denied", "VBD", "deny"},
      {"related", "JJ", "related"}, {"'s", "VBZ", "be"},        {"frontiers", "NNP", "frontiers"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(LemmaOf(c.norm, Lemma(c.norm), c.xpos), c.lemma) << c.norm << " as " << c.xpos;
  }
}

}  // namespace
}  // namespace crossread
