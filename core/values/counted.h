// What a number counts: the noun phrase behind it, found by the forms of words alone.
#pragma once

#include <string>
#include <vector>

#include "core/values/numerals.h"

namespace crossread {

struct Counted {
  size_t begin = 0;  // pieces
  size_t end = 0;
  size_t head = 0;  // its noun

  bool empty() const { return begin == end; }
};

// The noun phrase that begins at pieces[begin], up to its first plural noun ("young people |
// gathered"), or behind "of" ("of the bank's profits"). plural: the number asks for a plural;
// otherwise the last word before a stop serves ("Belgian soldier | was"). Empty if there is none.
// Cost: O(1).
Counted FindCounted(const std::vector<Piece>& pieces, size_t begin, bool plural);

// True if pieces[i] has this role in number_context.tsv.
bool HasNumberRole(const std::vector<Piece>& pieces, size_t i, std::string_view role);

}  // namespace crossread
