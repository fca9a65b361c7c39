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
    Tag tag;
    std::string_view lemma;
  } cases[] = {
      {"meeting", {"NN", "NOUN"}, "meeting"},
      {"meeting", {"VBG", "VERB"}, "meet"},
      {"meetings", {"NNS", "NOUN"}, "meeting"},
      {"talks", {"NNS", "NOUN"}, "talk"},
      {"said", {"VBD", "VERB"}, "say"},
      {"denied", {"VBD", "VERB"}, "deny"},
      {"related", {"JJ", "ADJ"}, "related"},
      {"'s", {"VBZ", "AUX"}, "be"},
      {"frontiers", {"NNP", "PROPN"}, "frontiers"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(LemmaOf(c.norm, Lemma(c.norm), c.tag), c.lemma) << c.norm << " as " << c.tag.xpos;
  }
}

}  // namespace
}  // namespace crossread
