// What happened to whom, deed by deed, with the people and bodies numbered across articles: two
// articles may tell one deed in clauses that have no word in common but a name and the verb.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

struct Deed {
  uint32_t predicate = 0;  // index into Claims::predicates
  uint32_t claim = 0;
  uint32_t token = 0;
  std::string_view kind;  // the verb's class in synonyms.tsv
  Sign sign;              // with what a purpose or a gerund has from the verb above it

  // Who acts and who is acted on, whatever the voice: the word (kNoWord where it is not said), and
  // whom it means across articles (kNoEntity where it is no name).
  uint32_t agent = kNoWord, patient = kNoWord;
  uint32_t agent_entity = kNoEntity, patient_entity = kNoEntity;

  bool in_marks = false;  // in quoted words alone
  bool unreal = false;    // behind "if" or "would", or what somebody denies
};

// In text order. Cost: O(predicates).
std::vector<Deed> DeedsOf(const Comparison& comparison, uint32_t article);

// The differences that stand on deeds, given as [article][deed]; parts of FindDifferences. One
// event told differently (align/deed_difference.cpp); resigned or dismissed
// (align/agency_difference.cpp); silent or quoted (align/comment_difference.cpp); on two
// days or in two years (align/time_evidence.cpp).
using DeedsByArticle = std::vector<std::vector<Deed>>;
std::vector<Difference> CompareDeeds(const Comparison& comparison, const DeedsByArticle& deeds);
std::vector<Difference> CompareAgency(const Comparison& comparison, const DeedsByArticle& deeds);
std::vector<Difference> CompareComments(const Comparison& comparison, const DeedsByArticle& deeds);
std::vector<Difference> CompareNone(const Comparison& comparison, const DeedsByArticle& deeds);
std::vector<Difference> CompareTimes(const Comparison& comparison, const DeedsByArticle& deeds);
std::vector<Difference> CompareTolls(const Comparison& comparison, const DeedsByArticle& deeds);

// The entity across articles that the word at `token` means: a name, a pronoun, a relative pronoun
// behind a name, a description beside one; kNoEntity if none.
uint32_t EntityOfWord(const Comparison& comparison, uint32_t article, uint32_t token);

}  // namespace crossread
