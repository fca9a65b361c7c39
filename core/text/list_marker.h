// Markers of list items: "• ", "3.", "3)", "3.)", "b.", "• 9.".
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"

namespace crossread {

struct ListMarker {
  Span span;            // with its bullet; empty if there is none
  char32_t bullet = 0;  // the bullet character, 0 if none
  uint32_t value = 0;   // 3 for "3." and for "c."; 0 if a bullet stands alone
  bool letter = false;
  bool stop = false;     // "3." and "3.)"
  bool bracket = false;  // "3)" and "3.)"
};

// The marker at `byte`; white space and text must follow it. "3.5" and "A. Lee" are none ("A" would
// be an initial: letters count in lower case only). Cost: O(1).
ListMarker ReadListMarker(std::string_view text, uint32_t byte, uint32_t end);

// Begin of the marker that follows `last` in its style and whose full stop or bracket is at `byte`
// (text stands before it, not before `begin`), or 0. Cost: O(1).
uint32_t FollowingMarker(std::string_view text, const ListMarker& last, uint32_t begin,
                         uint32_t byte, uint32_t end);

}  // namespace crossread
