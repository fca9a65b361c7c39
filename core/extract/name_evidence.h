// What the words around a name say of the kind of thing that it names, where the name alone does
// not: "the city of Lysvik", "Lysvik, Norway", "Marek, a lawyer", "the founder of Pellworth".
// Internal to name_kinds.cpp.
#pragma once

#include <array>
#include <vector>

#include "core/extract/names.h"
#include "core/syntax/syntax.h"

namespace crossread {

// Points for each EntityKind; 2 are a hint, 4 as good as certain. By hand, on GUM's training part.
using KindPoints = std::array<int, 5>;

// Of names[n], beside its neighbours in the list. Cost: O(1), and O(depth) of the parse.
KindPoints EvidenceOf(const NameWords& words, const Syntax& syntax, const std::vector<Name>& names,
                      uint32_t n);

}  // namespace crossread
