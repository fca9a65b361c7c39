// Each token as a comparable term: the same number in every article for the same word, whatever its
// spelling, inflection or synonym. What the index and the aligner look at instead of strings.
#pragma once

#include <cstdint>
#include <vector>

#include "core/extract/mentions.h"
#include "core/text/document.h"

namespace crossread {

using TermId = uint64_t;  // FNV-1a of the canonical word; 0 = not a term (marks, white space)

struct Term {
  TermId norm = 0;  // the word as written, spelling variants folded ("advisor" = "adviser")
  TermId lemma =
      0;  // its dictionary form; for a name the entity's key ("Russian" = "Moscow" = "Russia")
  TermId synonym =
      0;  // its class in synonyms.tsv ("territory" = "land"); equal to lemma if in none
  bool content = false;  // neither a function word nor a mark
};

// One term a token. Cost: O(tokens · log lexicon).
std::vector<Term> FindTerms(const Document& document, const Mentions& mentions);

}  // namespace crossread
