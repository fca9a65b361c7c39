#include "core/lexicon/lemma.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Lemma, UndoesInflection) {
  const std::string_view cases[][2] = {
      {"held", "hold"},         {"met", "meet"},          {"said", "say"},
      {"people", "person"},     {"men", "man"},           {"talks", "talk"},
      {"countries", "country"}, {"boxes", "box"},         {"speeches", "speech"},
      {"wolves", "wolf"},       {"passes", "pass"},       {"movies", "movie"},
      {"stopped", "stop"},      {"stopping", "stop"},     {"passed", "pass"},
      {"called", "call"},       {"stated", "state"},      {"negotiated", "negotiate"},
      {"visited", "visit"},     {"hoped", "hope"},        {"developed", "develop"},
      {"required", "require"},  {"offered", "offer"},     {"announced", "announce"},
      {"carried", "carry"},     {"agreed", "agree"},      {"settled", "settle"},
      {"argued", "argue"},      {"raining", "rain"},      {"making", "make"},
      {"dying", "die"},         {"combining", "combine"}, {"mentioned", "mention"},
      {"secured", "secure"},    {"planned", "plan"},      {"changed", "change"},
      {"meeting", "meet"},      {"largest", "large"},     {"n't", "not"},
  };
  for (const auto& [form, lemma] : cases) EXPECT_EQ(Lemma(form), lemma) << form;
}

TEST(Lemma, LeavesWhatOnlyLooksInflected) {
  for (std::string_view word :
       {"news",         "during", "king", "spring", "need",  "bus",  "crisis",
        "status",       "this",   "us",   "red",    "thing", "2031", "'s",
        "port.example", "is-it",  "",     "s",      "ed",    "ing"}) {
    EXPECT_EQ(Lemma(word), word == "is" ? "be" : word) << word;
  }
}

}  // namespace
}  // namespace crossread
