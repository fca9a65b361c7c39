// Phrases of a word list in a text.
#pragma once

#include <cstdint>

#include "core/lexicon/lexicon.h"
#include "core/text/document.h"

namespace crossread {

// The row of the longest key of `table` whose words stand at token `t` and the next ones, in normal
// forms, before token `end`; nullptr if there is none. size: the key's words, where it is asked
// for. Of rows with one key the first. Cost: O(longest key).
const LexiconRow* PhraseAt(const Document& document, uint32_t t, uint32_t end,
                           const LexiconTable& table, uint32_t* size = nullptr);

}  // namespace crossread
