// What had ended and goes on again: "closed" and "reopened", "not running" and "running again".
#pragma once

#include "core/extract/analysis.h"

namespace crossread {

// `later` tells that what `earlier` says has ended: it presupposes it and does not deny it.
bool IsRenewed(const Analysis& of_earlier, const Predicate& earlier, const Analysis& of_later,
               const Predicate& later);

}  // namespace crossread
