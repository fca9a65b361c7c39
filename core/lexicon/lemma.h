// The dictionary form of an English word, by rule and by lexicon/en/irregular.tsv. A stand-in for
// the tagger's lemmas: without a part of speech "meeting" is "meet".
#pragma once

#include <string>
#include <string_view>

namespace crossread {

// norm: a token's normal form (Document::Norm). "talks" -> "talk", "held" -> "hold", "people" ->
// "person". Cost: O(length).
std::string Lemma(std::string_view norm);

}  // namespace crossread
