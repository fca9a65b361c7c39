// Each token as a comparable term: the same number in every article for the same word, whatever its
// spelling, inflection or synonym. What the index and the aligner look at instead of strings.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/extract/mentions.h"
#include "core/lexicon/lexicon.h"
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
  // A name, or a word that is not among the few thousand that are in every text, and no number: it
  // tells what an article is about.
  bool telling = false;
};

// A verb of two words, the particle beside it or behind its object: "turned the request down".
struct PhrasalVerb {
  const LexiconRow* row = nullptr;  // of phrasal_verbs.tsv; nullptr if `t` begins none
  uint32_t particle = 0;            // token
};
PhrasalVerb PhrasalVerbAt(const Document& document, uint32_t t);
// What the verb at token `t` means: its lemma, or the one verb that a phrasal verb stands for
// ("turned … down": "reject"), by phrasal_verbs.tsv.
std::string_view MeantLemma(const Document& document, uint32_t t);

// One term a token. A phrasal verb is a term of the verb it stands for, and its particle no
// content. Cost: O(tokens · log lexicon).
std::vector<Term> FindTerms(const Document& document, const Mentions& mentions);

}  // namespace crossread
