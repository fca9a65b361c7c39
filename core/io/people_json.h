// Who is named in which article, how their names are written there, and in what roles.
#pragma once

#include <string>

#include "core/io/span_json.h"

namespace crossread {

// The report's `people` (docs/report.md), in one line of JSON: who stands in most articles first,
// then who is named most.
std::string PeopleToJson(const Comparison& comparison, const SpanWriter& spans);

}  // namespace crossread
