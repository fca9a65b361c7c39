// Were the words of two articles said on one occasion? Who says much the same again, a week later
// or at the next hearing, says it in other words, and neither article has changed them.
#pragma once

#include <cstdint>

#include "core/align/comparison.h"

namespace crossread {

// Whether the words of one speaker at `a` and `b`, inside marks or reported, may be of two
// occasions: the articles tell two days on which they were said, one tells that they were said
// again, or the articles' own days lie apart. A long sentence in common speaks against it, and so
// does a day or a hearing that both name. shared: words in common, where Comparison::utterances has
// no pair that tells.
// Cost: O(tokens of the sentences + pairs of the two articles).
bool MayBeTwoOccasions(const Comparison& comparison, const Place& a, const Place& b,
                       uint32_t shared = 0);

// The same of two sentences inside marks. "Still", "no longer" or "again" in the later one alone
// tells it as well.
bool MayBeTwoOccasions(const Comparison& comparison, const QuotationPair& pair);

// Whether both articles tell a day on which the words at `a` and `b` were said, and not the same.
// The days stand at `of_a` and `of_b`.
bool AreOfTwoDays(const Comparison& comparison, const Place& a, const Place& b, Span* of_a,
                  Span* of_b);

}  // namespace crossread
