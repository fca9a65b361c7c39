// How two values of one kind relate. Unknown is the default: a Relate() that isn't sure says so.
// One file per kind in this folder, each with its own Relate().
#pragma once

#include <cstdint>
#include <string_view>

#include "core/extract/quantities.h"
#include "core/extract/times.h"

namespace crossread {

enum class Relation : uint8_t {
  kUnknown,
  kEqual,
  kNarrower,  // a lies inside b: Miami and Florida, "12" and "about a dozen", Saturday and this
              // weekend
  kWider,     // b lies inside a
  kOverlap,   // both can be true
  kDisjoint,  // both cannot be true of one thing
};

// link/quantity.cpp. Same kind and comparable unit (converted), else kUnknown. "about 12" and "13"
// overlap: an approximate number covers what a reader would round to it. The things counted are not
// compared here.
Relation Relate(const Quantity& a, const Quantity& b);

// link/time.cpp. Both resolved: by days, with granularity. Otherwise by what is written, where it
// decides.
Relation Relate(const Time& a, const Time& b);

// link/place.cpp. Keys of Entity::key of two places; by the gazetteer's containment (city, region,
// country). Two places that the gazetteer doesn't know are kUnknown unless equal.
Relation RelatePlaces(std::string_view a, std::string_view b);

// link/role.cpp. RoleMention::role of one person in two articles: synonyms ("top diplomat",
// "secretary of state"), narrower ("minister", "finance minister"), compatible by default, disjoint
// only where the lexicon's exclusive offices say so ("senator", "secretary of state").
Relation RelateRoles(std::string_view a, std::string_view b);
// Two offices of different names, of which none is a kind of the other and one person may hold both
// or be called both ("president", "prime minister"): RelateRoles says kUnknown. Of one statement,
// two degrees of kin as well ("her brother", "her cousin").
bool AreTwoOffices(std::string_view a, std::string_view b);

enum class NameRelation : uint8_t {
  kUnrelated,
  kSame,             // equal, or one is a short form of the other
  kNickname,         // Bill, William (lexicon)
  kTransliteration,  // Zelensky, Zelenskyy (by rule or lexicon)
  kHomophone,        // Robin, Robyn; Catherine, Katherine: one sound, two spellings
  kMisspelling,      // one or two edits in one part, other parts equal, in no table
};

// link/name.cpp. Entity::key of two people ("steve witkoff", "steve witzoff"). A surname alone
// against a full name with that surname is kSame; two people with one surname and different given
// names are kUnrelated.
NameRelation RelateNames(std::string_view a, std::string_view b);
// Two words of names, folded without diacritics, that are one word but for a letter or two; not two
// given names ("Joan", "John"), nor words of fewer letters than a slip can be told from.
bool IsNameSlip(std::string_view part_a, std::string_view part_b);
// The same of a surname that stands alone where nobody of that name has been introduced: shorter
// ones as well ("Lock", "Locke").
bool IsSurnameSlip(std::string_view part_a, std::string_view part_b);
// Likewise where a given name or an office says that it is one person: "Ruth Coleman", "Ruth
// Colman", though each is a name.
bool IsLetterOff(std::string_view part_a, std::string_view part_b);
// The same word by another way to write it in Latin letters, doubled letters included.
bool IsNameTransliteration(std::string_view part_a, std::string_view part_b);

}  // namespace crossread
