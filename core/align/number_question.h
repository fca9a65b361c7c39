// What question a number answers, by the words it stands among alone: "will cost 340 million euros"
// and "the 430-million-euro arena" both say what the arena costs.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

struct NumberAnswer {
  uint32_t quantity = 0;      // index into the article's quantities
  std::string_view question;  // of questions.tsv; kHas
  TermId part = 0;            // of kHas what the thing has so many of: "120 rooms"
  // "passenger", "crew"; empty: people. Of what is aboard alone.
  std::string_view group;
  uint32_t thing = kNoWord;  // the head of what it is said of; kNoWord where that is not said
};

inline constexpr std::string_view kHas = "has";
inline constexpr std::string_view kAboard = "aboard";

// By quantity, one each at most: of exact ones outside marks, of the whole of a thing, and not of
// its past or of a year. Cost: O(quantities · length of a sentence).
std::vector<NumberAnswer> AnswersOf(const Analysis& analysis);

// The same question of a thing that may be one. Groups of people aboard are not asked.
bool AnswerOne(const Comparison& comparison, uint32_t a, const NumberAnswer& x, uint32_t b,
               const NumberAnswer& y);
// By the noun and what narrows it, or by the name; a thing that is not said may be any. In one
// article (a == b) each must be narrowed alike where it stands.
bool AreOneThing(const Comparison& comparison, uint32_t a, uint32_t x, uint32_t b, uint32_t y);

}  // namespace crossread
