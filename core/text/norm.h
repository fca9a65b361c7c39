// The normal form of a token: what two spellings of one word have in common.
#pragma once

#include <string>
#include <string_view>

#include "core/text/document.h"

namespace crossread {

// Folded; numbers without the marks that group them ("1,000" -> "1000", "1930’s" -> "1930s");
// abbreviations without their stops ("Sen." -> "sen", "U.N." -> "un"), unless abbreviations.tsv
// says that their letters are another word ("U.S." -> "u.s.", "No. 5" -> "no."). The view is into
// *buffer and holds until it changes. Allocates nothing but for some characters outside ASCII.
// Cost: O(length).
std::string_view NormOf(std::string_view token, TokenShape shape, std::string* buffer);

// "u.s." for "US", "a.m." for "am": letters with a stop behind each.
std::string_view WithStops(std::string_view letters, std::string* buffer);

}  // namespace crossread
