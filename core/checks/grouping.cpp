#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "core/checks/check.h"

namespace crossread {
namespace {

using PlaceKey = std::tuple<uint32_t, uint32_t, uint32_t>;
PlaceKey KeyOf(const Place& place) { return {place.article, place.span.begin, place.span.end}; }

void AddUnique(std::vector<uint32_t>* values, uint32_t value) {
  const auto at = std::lower_bound(values->begin(), values->end(), value);
  if (at == values->end() || *at != value) values->insert(at, value);
}

DifferenceGroup::Side* FindSide(DifferenceGroup* group, const std::string& value) {
  for (DifferenceGroup::Side& side : group->sides) {
    if (side.value == value) return &side;
  }
  group->sides.push_back({value, {}});
  return &group->sides.back();
}

void AddPlace(std::vector<Place>* places, const Place& place) {
  if (std::find(places->begin(), places->end(), place) == places->end()) places->push_back(place);
}

}  // namespace

std::vector<DifferenceGroup> GroupDifferences(const Comparison& comparison, DifferenceKind kind,
                                              std::string (*value)(const Comparison&, const Difference&,
                                                                   bool first)) {
  std::map<PlaceKey, uint32_t> node_of;
  std::vector<uint32_t> parent;
  const auto node = [&](const Place& place) {
    const auto [entry, added] = node_of.try_emplace(KeyOf(place), static_cast<uint32_t>(parent.size()));
    if (added) parent.push_back(entry->second);
    return entry->second;
  };
  const auto find = [&](uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  std::vector<uint32_t> of_kind;
  for (uint32_t d = 0; d < comparison.differences.size(); ++d) {
    const Difference& difference = comparison.differences[d];
    if (difference.kind != kind || difference.world == World::kOtherSources) continue;
    of_kind.push_back(d);
    const uint32_t a = find(node(difference.a)), b = find(node(difference.b));
    parent[std::max(a, b)] = std::min(a, b);
  }

  std::vector<DifferenceGroup> groups;
  std::map<uint32_t, size_t> group_of;
  for (const uint32_t d : of_kind) {
    const Difference& difference = comparison.differences[d];
    const auto [entry, added] = group_of.try_emplace(find(node(difference.a)), groups.size());
    if (added) groups.emplace_back();
    DifferenceGroup& group = groups[entry->second];
    AddPlace(&FindSide(&group, value(comparison, difference, true))->places, difference.a);
    AddPlace(&FindSide(&group, value(comparison, difference, false))->places, difference.b);
    group.differences.push_back(d);
    group.score = std::max(group.score, difference.score);
  }
  for (DifferenceGroup& group : groups) {
    for (DifferenceGroup::Side& side : group.sides) {
      std::sort(side.places.begin(), side.places.end(),
                [](const Place& x, const Place& y) { return KeyOf(x) < KeyOf(y); });
    }
    std::sort(group.sides.begin(), group.sides.end(),
              [](const auto& x, const auto& y) { return KeyOf(x.places[0]) < KeyOf(y.places[0]); });
  }
  return groups;
}

void AddSides(const Comparison& comparison, const DifferenceGroup& group, Finding* finding) {
  for (const DifferenceGroup::Side& side : group.sides) {
    ValueGroup values;
    values.label = std::string(comparison.Text(side.places[0]));
    const uint32_t index = static_cast<uint32_t>(finding->groups.size());
    for (const Place& place : side.places) {
      AddUnique(&values.articles, place.article);
      finding->evidence.push_back({place, index, {}});
    }
    finding->groups.push_back(std::move(values));
  }
}

}  // namespace crossread
