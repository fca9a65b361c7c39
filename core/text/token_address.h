// Addresses and names of files, which are one token whatever marks they hold.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"

namespace crossread {

// The end of the address that `rest`, what is left of a chunk without white space, begins with:
// "https://…", "www.…", "a@b.org", "mailto:…", "a-b.com", "report-2.pdf"; or 0. Marks that close a
// sentence or a bracket behind it are left out. `whole` is true at the begin of a chunk: only there
// the name of a file is looked for. Cost: O(length of the address); O(1) if there is none.
uint32_t AddressEnd(std::string_view text, Span rest, bool whole);

}  // namespace crossread
