// The parts of words that decide how a word is cut into tokens: lexicon/en/affixes.tsv.
#pragma once

#include <string_view>

#include "core/lexicon/lexicon.h"

namespace crossread {

inline constexpr size_t kLongestAffix = 12;  // bytes; no part in affixes.tsv is longer

// The row of `part` (in any case of letters) with this kind, or nullptr. Longer parts cost O(1).
// Cost: O(length).
const LexiconRow* FindAffix(std::string_view part, std::string_view kind);

}  // namespace crossread
