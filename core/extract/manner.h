// How a number is meant, by the words around it: "nearly", "at least about", "or more".
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "core/values/numerals.h"

namespace crossread {

// effect: about, below, above, at_least, at_most, exact or emphatic_…, as in
// lexicon/en/approximators.tsv; "" for none.
struct Manner {
  size_t begin = 0;  // pieces, with the number and the words around it
  size_t end = 0;
  std::string_view effect;
};

// The manner of the number at pieces[begin, end): up to two approximators before it, none of them
// before `floor` ("at least about 40": the bound wins), and one behind it. Cost: O(1).
Manner ReadManner(const std::vector<Piece>& pieces, size_t begin, size_t end, size_t floor);

// True if an approximator begins at pieces[i].
bool IsApproximator(const std::vector<Piece>& pieces, size_t i);

}  // namespace crossread
