// Who acts in an event and who is acted on, and what its verb has from the words around it: the
// sign of the verb above, quotation marks, an "if".
#pragma once

#include "core/extract/events.h"

namespace crossread {

// `event` has its predicate, its claim and its token. Cost: O(depth of the clause).
void ReadRoles(const Analysis& analysis, Event* event);

}  // namespace crossread
