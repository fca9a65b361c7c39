// Are two full names, which RelateNames calls unrelated, one person's who is written in two ways?
// Asked where something else says that it is one person: an office, an age.
#pragma once

#include <string_view>

#include "core/align/comparison.h"

namespace crossread {

// One part in common and the others different: the surname, or a name that stands elsewhere in the
// other ("Faris Halim", "Torin al-Halim"); the given name too if `given`. Not "A. Ines Dahl" and
// "Ines Dahl", nor a short form ("Mik Holm", "Mikael Holm").
bool AreOneName(std::string_view key_a, std::string_view key_b, bool given);

// Some article tells of either linked entity: they are two.
bool KnowsBoth(const Comparison& comparison, uint32_t linked_a, uint32_t linked_b);

}  // namespace crossread
