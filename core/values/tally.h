// The count of a vote as it is written: "9-4", "9 to 4", "nine votes to four", "nine voted for it
// and four against".
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/values/numerals.h"

namespace crossread {

struct Tally {
  int64_t more = 0, fewer = 0;  // whole votes; which side won is not told
  Span span;
};

// The one vote that the sentence counts; nullopt if it counts none, or several. Scores and odds are
// none: a word of voting must stand beside the numbers. Cost: O(pieces).
std::optional<Tally> ReadTally(const std::vector<Piece>& pieces);

}  // namespace crossread
