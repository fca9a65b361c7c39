// Clock times as they are written: "9:30 p.m.", "0930 GMT", "noon", "half past nine".
#pragma once

#include <optional>
#include <vector>

#include "core/values/numerals.h"
#include "core/values/written_time.h"

namespace crossread {

// The clock time that begins at pieces[begin]; nullopt if none does. A bare "9:30" needs a
// preposition before it or a zone behind it ("won in 9:30" is a duration), a bare "eight" a part of
// the day. Cost: O(1).
std::optional<WrittenTime> ReadClockTime(const std::vector<Piece>& pieces, size_t begin);

}  // namespace crossread
