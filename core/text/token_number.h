// Where a number ends: "1,000", "4.2", "10:30", "9/11", "2031-04-02", "555-0199", "7th", "1980s".
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"

namespace crossread {

// `rest` begins with the number, its sign or apostrophe included; `digits` is the byte of its first
// digit. A unit that is glued to it stays outside ("24|%", "10|am", "5|km"). Cost: O(length of the
// number).
uint32_t NumberEnd(std::string_view text, Span rest, uint32_t digits);

}  // namespace crossread
