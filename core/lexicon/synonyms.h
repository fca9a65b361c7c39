// Words that newsrooms exchange for one another without changing the facts: "territory", "land".
#pragma once

#include <string_view>

namespace crossread {

// The class of a lemma in lexicon/en/synonyms.tsv, named by one of its words; the lemma itself
// where it is in none. Cost: O(log rows).
std::string_view SynonymClass(std::string_view lemma);

}  // namespace crossread
