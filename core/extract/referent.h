// Whom or what a word of an article names.
#pragma once

#include <cstdint>

#include "core/extract/mentions.h"

namespace crossread {

struct Analysis;

// The name that token `t` belongs to, or nullptr. Cost: O(log mentions).
const Mention* MentionAt(const Analysis& analysis, uint32_t t);

// The entity that the name or the pronoun at token `t` means; kNoEntity if it is neither, or not
// clear. Cost: O(log mentions + log pronouns).
uint32_t EntityAt(const Analysis& analysis, uint32_t t);

// So does the head of a noun group: a name, a pronoun, a relative pronoun behind a name, a
// description beside one; kNoEntity of no word.
uint32_t EntityOfWord(const Analysis& analysis, uint32_t t);

}  // namespace crossread
