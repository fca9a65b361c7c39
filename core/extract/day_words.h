// Days as words of a clause, before times are read: which of them stand between a verb and what it
// embeds, and which make a plan of the present tense.
#pragma once

#include "core/base/span.h"
#include "core/text/document.h"

namespace crossread {

// From the verb at token `verb` to the day to come behind it, where it tells as a timetable does:
// "begins in March", "meets tomorrow"; empty if not. Cost: O(1).
Span TimetableAt(const Document& document, IndexRange clause, uint32_t verb);

// Whether token `t` is a word of a day: "on" and "Monday" of "agreed on Monday to pay".
bool IsOfDay(const Document& document, IndexRange clause, uint32_t t);

}  // namespace crossread
