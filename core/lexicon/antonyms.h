// Opposites: "rose" and "fell", "guilty" and "innocent", "possible" and "impossible".
#pragma once

#include <string_view>

namespace crossread {

// Two words, folded, as lemmas or as written: by lexicon/en/antonyms.tsv, in either direction.
bool AreAntonyms(std::string_view a, std::string_view b);

}  // namespace crossread
