// Whether the words around a time speak of the past or of what is ahead, before any parse.
#pragma once

#include <cstdint>
#include <vector>

#include "core/values/numerals.h"

namespace crossread {

enum class TimeTense : uint8_t { kUnknown, kPast, kFuture };

// The tense of the verb nearest to pieces[begin, end), where one speaks. A clause's verb comes
// before its time as a rule ("will meet on Friday"), so a tie goes to the left, and a comma or
// "that" counts as distance.
TimeTense TenseAround(const std::vector<Piece>& pieces, size_t begin, size_t end);

}  // namespace crossread
