// Which of the project's word lists know a word: what a small treebank never saw, they often name.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/syntax/feature.h"

namespace crossread {

enum WordList : uint8_t {
  kGivenName = 1,
  kPlaceName = 2,
  kVerbBase = 4,    // the dictionary form of a verb
  kVerbForm = 8,    // another form of one
  kRoleNoun = 16,   // minister, captain
  kDemonym = 32,    // Norwegian
  kEventNoun = 64,  // meeting, attack
  kOpposite = 128,  // has an antonym: most are adjectives and verbs
};

// `norm` and `lemma` as Document::Norm and Document::Lemma give them. Allocates nothing. Cost:
// O(length).
ListedWord WordListsOf(std::string_view norm, std::string_view lemma);

}  // namespace crossread
