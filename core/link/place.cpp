// Do two places agree? By the gazetteer's containment, with what it does not know left open.
//
// A name may stand for several places ("Birmingham": England, Alabama); each of them may be meant,
// so two places lie apart only if none of their readings can meet. Areas without an agreed border
// (the Gulf, the Donbas, Kashmir) and cities beside a larger one are never called apart.
#include <algorithm>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/lexicon/list.h"
#include "core/link/relation.h"

namespace crossread {
namespace {

enum class Kind : uint8_t { kContinent, kCountry, kRegion, kCity, kArea };

const LexiconTable& Gazetteer() {
  static const LexiconTable& table = Lexicon::English().Table("gazetteer.tsv");
  return table;
}

Kind KindOf(const LexiconRow& row) {
  const std::string_view kind = row.column(0);
  if (kind == "continent") return Kind::kContinent;
  if (kind == "country") return Kind::kCountry;
  if (kind == "region") return Kind::kRegion;
  if (kind == "city") return Kind::kCity;
  return Kind::kArea;
}

// The place that `name` stands for, aliases followed; nullptr if the gazetteer does not have it.
const LexiconRow* FindPlace(std::string_view name) {
  const LexiconRow* row = Gazetteer().Find(name);
  if (row == nullptr && name.substr(0, 4) == "the ") row = Gazetteer().Find(name.substr(4));
  return row == nullptr || row->column(2).empty() ? row : Gazetteer().Find(row->column(2));
}

// Everything that a place may lie in, itself first. Containment is at most a handful of steps deep.
std::vector<const LexiconRow*> Containers(const LexiconRow* place) {
  std::vector<const LexiconRow*> all = {place};
  for (size_t i = 0; i < all.size(); ++i) {
    std::string_view list = all[i]->column(1);
    while (!list.empty()) {
      const size_t bar = list.find('|');
      const LexiconRow* row = FindPlace(list.substr(0, bar));
      if (row != nullptr && std::find(all.begin(), all.end(), row) == all.end()) all.push_back(row);
      list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
    }
  }
  return all;
}

using Places = std::vector<const LexiconRow*>;

bool Has(const Places& places, const LexiconRow* place) {
  return std::find(places.begin(), places.end(), place) != places.end();
}

// True if both know a place of this kind and share none.
bool ApartBy(Kind kind, const Places& a, const Places& b) {
  bool in_a = false, in_b = false;
  for (const LexiconRow* place : a) {
    if (KindOf(*place) != kind) continue;
    in_a = true;
    if (Has(b, place)) return false;
  }
  for (const LexiconRow* place : b) in_b |= KindOf(*place) == kind;
  return in_a && in_b;
}

// One of them lies in a place beside the other, which may be counted to it: Belfast, Ireland.
bool MayCountTo(const Places& in_a, const LexiconRow& b) {
  return std::any_of(in_a.begin(), in_a.end(), [&](const LexiconRow* place) {
    return KindOf(*place) != Kind::kCity && place->column(3) == b.key;
  });
}

// Both cities, one within reach of the other or both of a third: "Long Beach", "Los Angeles".
bool Near(const LexiconRow& a, const LexiconRow& b) {
  const std::string_view near_a = a.column(3), near_b = b.column(3);
  return near_a == b.key || near_b == a.key || (!near_a.empty() && near_a == near_b);
}

// A city and a region of one country lie apart only if the city's own region is known and neither
// region holds the other: Miami and Texas; but Rostock, of which we know Germany alone, may be in
// Hesse, and Perth, in Scotland or just Australia, in Queensland.
bool CityOutside(const Places& city, const Places& region) {
  bool known = false;
  for (const LexiconRow* place : city) {
    if (KindOf(*place) != Kind::kRegion) continue;
    known = true;
    if (Has(region, place)) return false;
  }
  const std::string_view lies_in = city.front()->column(1);
  for (const LexiconRow* place : region) {
    if (KindOf(*place) == Kind::kCountry && InList(lies_in, place->key)) return false;
  }
  return known;
}

// What "southern lebanon" is a part of, or "" where the gazetteer has the name itself or no part is
// named.
std::string_view WholeOf(std::string_view name) {
  static const LexiconTable& parts = Lexicon::English().Table("place_parts.txt");
  const size_t space = name.find(' ');
  if (space == std::string_view::npos || FindPlace(name) != nullptr) return {};
  if (!parts.Has(name.substr(0, space))) return {};
  return name.substr(space + 1);
}

Relation RelateWholes(std::string_view a, std::string_view b) {
  const LexiconRow* place_a = FindPlace(a);
  const LexiconRow* place_b = FindPlace(b);
  if (place_a == nullptr || place_b == nullptr) return Relation::kUnknown;
  if (place_a == place_b) return Relation::kEqual;

  const Places in_a = Containers(place_a);
  const Places in_b = Containers(place_b);
  if (Has(in_a, place_b)) return Relation::kNarrower;
  if (Has(in_b, place_a)) return Relation::kWider;

  const Kind kind_a = KindOf(*place_a), kind_b = KindOf(*place_b);
  if (kind_a == Kind::kArea || kind_b == Kind::kArea) return Relation::kUnknown;
  if (Near(*place_a, *place_b)) return Relation::kUnknown;
  if (MayCountTo(in_a, *place_b) || MayCountTo(in_b, *place_a)) return Relation::kUnknown;
  if (ApartBy(Kind::kContinent, in_a, in_b) || ApartBy(Kind::kCountry, in_a, in_b)) {
    return Relation::kDisjoint;
  }
  if (kind_a == kind_b) return Relation::kDisjoint;
  if (kind_a == Kind::kCity && kind_b == Kind::kRegion && CityOutside(in_a, in_b)) {
    return Relation::kDisjoint;
  }
  if (kind_b == Kind::kCity && kind_a == Kind::kRegion && CityOutside(in_b, in_a)) {
    return Relation::kDisjoint;
  }
  return Relation::kUnknown;
}

// A part lies wherever its whole lies. Two parts, or a part and a place inside the whole, are left
// open.
Relation RelateParts(std::string_view whole_a, std::string_view b) {
  const Relation relation = RelateWholes(whole_a, b);
  if (relation == Relation::kEqual || relation == Relation::kNarrower) return Relation::kNarrower;
  return relation == Relation::kDisjoint ? relation : Relation::kUnknown;
}

}  // namespace

Relation RelatePlaces(std::string_view a, std::string_view b) {
  if (a == b) return Relation::kEqual;
  const std::string_view whole_a = WholeOf(a), whole_b = WholeOf(b);
  if (whole_a.empty() && whole_b.empty()) return RelateWholes(a, b);
  if (whole_b.empty()) return RelateParts(whole_a, b);
  if (!whole_a.empty()) {
    return RelateWholes(whole_a, whole_b) == Relation::kDisjoint ? Relation::kDisjoint
                                                                 : Relation::kUnknown;
  }
  const Relation relation = RelateParts(whole_b, a);
  return relation == Relation::kNarrower ? Relation::kWider : relation;
}

}  // namespace crossread
