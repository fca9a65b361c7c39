// What question a number answers, by the words it stands among alone: "will cost 340 million euros"
// and "the 430-million-euro arena" both say what the arena costs.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/extract/terms.h"
#include "core/syntax/clauses.h"

namespace crossread {

struct Analysis;

struct NumberAnswer {
  uint32_t quantity = 0;      // index into the article's quantities
  std::string_view question;  // of questions.tsv; kHas
  TermId part = 0;            // of kHas what the thing has so many of: "120 rooms"
  // "passenger", "crew"; empty: people. Of what is aboard alone.
  std::string_view group;
  uint32_t thing = kNoWord;  // the head of what it is said of; kNoWord where that is not said
  // Of all of the thing, and at this time: no "40 of the rooms", no "was first to cost", no "a
  // year".
  bool whole = true;
  bool apart = false;  // surely not: by a word beside it, not one of the sentence alone
};

inline constexpr std::string_view kHas = "has";
inline constexpr std::string_view kAboard = "aboard";

// By quantity, one each at most; none of numbers in marks. Reads syntax, quantities, quotations and
// terms. Cost: O(quantities · length of a sentence).
std::vector<NumberAnswer> FindAnswers(const Analysis& analysis);

}  // namespace crossread
