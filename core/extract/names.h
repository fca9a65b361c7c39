// The stages behind FindMentions: names as runs of capitalised words, then entities, then roles.
// Internal to mentions.cpp, names.cpp, known_names.cpp, name_kinds.cpp, entities.cpp, roles.cpp.
#pragma once

#include <string>
#include <vector>

#include "core/extract/mentions.h"
#include "core/extract/name_words.h"
#include "core/syntax/syntax.h"

namespace crossread {

// A name in the text, before it is known who else bears it.
struct Name {
  IndexRange tokens;
  EntityKind kind = EntityKind::kOther;
  bool typed = false;    // kind is known from the name or its neighbours
  bool sure = true;      // is a name, whatever the rest of the article says
  IndexRange title;      // "Mrs", "Secretary of State", directly before; empty if none
  bool speaks = false;   // "said" stands behind it
  bool placed = false;   // "in" stands before it
  bool article = false;  // "the" stands before it
};

// Names in text order, not overlapping; the unsure ones are confirmed or gone. Cost: O(tokens).
std::vector<Name> FindNames(const NameWords& words);

// Drops the unsure names that nothing confirms, and adds the known names of lines in title case
// (known_names.cpp). Part of FindNames. Cost: O(tokens · log names).
void AddKnownNames(const NameWords& words, std::vector<Name>* names);

// The kind of each name, by name, from the whole article (name_kinds.cpp). Cost: O(names · log
// names).
std::vector<EntityKind> DecideKinds(const NameWords& words, const Syntax& syntax,
                                    const std::vector<Name>& names);

// The country of a people by its ending, for names ending in "a": "karsavians" -> "karsavia". Empty
// if `people` (folded) has no such ending.
std::string CountryOfPeople(std::string people);

// Groups names that mean one thing. Cost: O(names · entities of one surname).
Mentions ResolveEntities(const NameWords& words, const Syntax& syntax,
                         const std::vector<Name>& names);

// The roles of the people in `mentions`, found beside their names. Cost: O(mentions).
std::vector<RoleMention> FindRoles(const NameWords& words, const Syntax& syntax,
                                   const Mentions& mentions);

// "f" or "m" in a lexicon's column.
inline Gender GenderOf(std::string_view column) {
  if (column == "f") return Gender::kFemale;
  return column == "m" ? Gender::kMale : Gender::kUnknown;
}

}  // namespace crossread
