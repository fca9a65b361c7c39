// Numbers with what their sentences say around them, to be compared where no claims line up.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/extract/analysis.h"

namespace crossread {

inline constexpr std::string_view kPopulation = "population";  // how many live in a place

// A number with what the sentence says around it.
struct NumberSetting {
  const Quantity* quantity = nullptr;
  uint32_t index = 0;
  uint32_t claim = UINT32_MAX;
  uint32_t sentence = 0;
  std::vector<const Clause*> clauses;  // it hangs in, and those it is subject or object of
  TermId noun = 0;                     // what is counted, by its class of synonyms
  bool person = false;                 // people are counted
  bool another = false;                // "other", "more": a rest, not a whole
  std::string_view fate;          // of fates.tsv: "23 wounded", "a blast that wounded 23 guests"
  bool graded = false;            // "seriously hurt": some of them
  uint32_t holder = kNoEntity;    // the person who has them, or with whom it is done; the place
  bool relation = false;          // it is said whom the holder has, or is married to
  std::vector<TermId> modifiers;  // between the number and what is counted, sorted
  std::vector<TermId> named;      // the names among them
  std::vector<TermId> after;      // the first words behind it: "in federal taxes"
  std::vector<TermId> mates;      // listed with it: "19 coins and a silver chalice"
  TermId since = 0;               // "two weeks before the vote": "before"
  std::vector<TermId> words;      // content words of the sentence but for these, sorted
  std::vector<TermId> names;      // the names among them
};

// Of the quantities of one article, in their order, but for those of sentences that are too long.
// Cost: O(quantities · length of a sentence).
std::vector<NumberSetting> SettingsOf(const Analysis& analysis);

// Who is counted are people: "person", "firefighter". A lemma.
bool IsPersonNoun(std::string_view noun);

// Two lengths of what nobody rounds (fixed_terms.txt), in one unit: "jailed for two years", "jailed
// for two and a half years".
bool AreTwoTerms(const Analysis& a, const Quantity& x, const Analysis& b, const Quantity& y);

// Terms in order, each once; and those that both have.
void SortTerms(std::vector<TermId>* terms);
std::vector<TermId> CommonTerms(const std::vector<TermId>& x, const std::vector<TermId>& y);

}  // namespace crossread
