// Where a word ends, and where its clitic begins: "do|n't", "Lee|'s", "U.S.", "non-profit", "AT&T".
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"
#include "core/text/token_scan.h"

namespace crossread {

// The word at rest.begin, which is a word character. Cost: O(length of the word).
TokenEnds ScanWord(std::string_view text, Span rest, Span sentence);

// The end of the 's, 'll, 're, 've, 'd or 'm whose apostrophe is at `byte`, or 0.
uint32_t CliticEnd(std::string_view text, uint32_t byte, uint32_t end);

}  // namespace crossread
