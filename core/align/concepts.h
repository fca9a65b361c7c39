// What each word of an article stands for when claims are lined up: the thing, not the word. A
// name, and the pronoun that means it are one concept, and so are the verb and the noun of one
// event.
#pragma once

#include <vector>

#include "core/extract/analysis.h"
#include "core/extract/terms.h"

namespace crossread {

// One a token; 0 for function words, but for pronouns whose name is known: the last word of that
// name. Cost: O(tokens).
std::vector<TermId> ConceptsOf(const Analysis& analysis);

}  // namespace crossread
