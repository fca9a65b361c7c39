// Where a speaker owns up to something: "… and in one street we used too much".
#pragma once

#include <cstdint>
#include <vector>

#include "core/align/word_diff.h"
#include "core/extract/analysis.h"

namespace crossread {

// The word of words [begin, size) with which whoever says "I" or "we" before `begin` admits a
// mistake or an excess of their own; empty if none does. Cost: O(words).
Span AdmissionIn(const Analysis& analysis, const std::vector<DiffWord>& words, uint32_t begin);

}  // namespace crossread
