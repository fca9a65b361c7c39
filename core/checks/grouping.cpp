#include <algorithm>
#include <map>
#include <tuple>

#include "core/base/disjoint_sets.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

std::string SmallestMark(const Comparison& comparison, const DifferenceGroup::Side& side) {
  std::string smallest;
  for (const Evidence& evidence : side.evidence) {
    for (const Span mark : evidence.marks) {
      smallest = SmallestText(comparison, {evidence.place.article, mark}, smallest);
    }
  }
  return smallest;
}

// Two sources, or a report and an assertion about yes or no: for the matrix, no alarm.
bool IsDisputed(const Difference& difference) {
  return difference.world == World::kOtherSources ||
         (difference.kind == DifferenceKind::kPolarity && difference.world == World::kMixed);
}

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

// How well a place of `article` on this side is supported: the best difference that shows it.
uint32_t SupportOf(const Comparison& comparison, const DifferenceGroup& group,
                   const DifferenceGroup::Side& side, uint32_t article) {
  uint32_t best = 0;
  for (const uint32_t d : group.differences) {
    const Difference& difference = comparison.differences[d];
    for (const auto& [place, mark] :
         {std::pair(difference.a, difference.mark_a), std::pair(difference.b, difference.mark_b)}) {
      if (place.article != article) continue;
      for (const Evidence& evidence : side.evidence) {
        if (evidence.place.article != article) continue;
        if (std::find(evidence.marks.begin(), evidence.marks.end(), mark) != evidence.marks.end())
          best = std::max(best, difference.score);
      }
    }
  }
  return best;
}

// Thousandths: how much better one of two sides must be supported for the other to be left out.
constexpr uint32_t kSideMargin = 100;

// An article that stands on two sides is at odds with itself, or tells of two things: it keeps the
// side that is clearly better supported, or is left out.
void DropArticlesOnTwoSides(const Comparison& comparison, DifferenceGroup* group) {
  // At odds with itself, surely: that is what the finding is about.
  const bool within =
      std::any_of(group->differences.begin(), group->differences.end(), [&](uint32_t d) {
        const Difference& difference = comparison.differences[d];
        return difference.a.article == difference.b.article;
      });
  if (within) return;
  std::map<uint32_t, std::vector<std::pair<uint32_t, size_t>>> support;  // by article: best, side
  for (size_t s = 0; s < group->sides.size(); ++s) {
    std::vector<uint32_t> articles;
    for (const Evidence& evidence : group->sides[s].evidence)
      AddUnique(&articles, evidence.place.article);
    for (const uint32_t article : articles) {
      support[article].emplace_back(SupportOf(comparison, *group, group->sides[s], article), s);
    }
  }
  std::vector<std::pair<uint32_t, Span>> dropped;  // marks
  for (auto& [article, sides] : support) {
    if (sides.size() < 2) continue;
    std::sort(sides.rbegin(), sides.rend());
    const bool clear = sides[0].first >= sides[1].first + kSideMargin;
    for (size_t s = clear ? 1 : 0; s < sides.size(); ++s) {
      auto& evidence = group->sides[sides[s].second].evidence;
      for (const Evidence& e : evidence) {
        if (e.place.article != article) continue;
        for (const Span mark : e.marks) dropped.emplace_back(article, mark);
      }
      const uint32_t of = article;
      std::erase_if(evidence, [of](const Evidence& e) { return e.place.article == of; });
    }
  }
  std::erase_if(group->sides,
                [](const DifferenceGroup::Side& side) { return side.evidence.empty(); });
  std::erase_if(group->differences, [&](uint32_t d) {
    const Difference& difference = comparison.differences[d];
    const auto is_dropped = [&](const Place& place, Span mark) {
      return std::find(dropped.begin(), dropped.end(), std::pair(place.article, mark)) !=
             dropped.end();
    };
    return is_dropped(difference.a, difference.mark_a) ||
           is_dropped(difference.b, difference.mark_b);
  });
  group->score = 0;
  for (const uint32_t d : group->differences) {
    group->score = std::max(group->score, comparison.differences[d].score);
  }
}

// Evidence of one side; places that overlap are one, widened to hold both.
void AddEvidence(DifferenceGroup::Side* side, const Place& place, Span mark) {
  const auto known =
      std::find_if(side->evidence.begin(), side->evidence.end(), [&](const Evidence& e) {
        return e.place.article == place.article && e.place.span.Overlaps(place.span);
      });
  if (known == side->evidence.end()) {
    side->evidence.push_back({place, 0, {mark}});
    return;
  }
  known->place.span.begin = std::min(known->place.span.begin, place.span.begin);
  known->place.span.end = std::max(known->place.span.end, place.span.end);
  if (std::find(known->marks.begin(), known->marks.end(), mark) == known->marks.end()) {
    known->marks.push_back(mark);
    std::sort(known->marks.begin(), known->marks.end());
  }
}

}  // namespace

std::vector<DifferenceGroup> GroupDifferences(const Comparison& comparison, DifferenceKind kind,
                                              std::string (*value)(const Comparison&,
                                                                   const Difference&, bool first)) {
  std::map<PlaceKey, uint32_t> node_of;
  DisjointSets sets;
  const auto node = [&](const Place& place) {
    const auto [entry, added] =
        node_of.try_emplace(KeyOf(place), static_cast<uint32_t>(sets.size()));
    if (added) sets.Add();
    return entry->second;
  };
  std::vector<uint32_t> of_kind;
  for (uint32_t d = 0; d < comparison.differences.size(); ++d) {
    const Difference& difference = comparison.differences[d];
    if (difference.kind != kind || IsDisputed(difference)) continue;
    of_kind.push_back(d);
    const uint32_t a = node({difference.a.article, difference.mark_a});
    sets.Join(a, node({difference.b.article, difference.mark_b}));
  }

  // "Held" and "talks" of "held talks" are one plan or outcome, though two predicates.
  if (kind == DifferenceKind::kStatus) {
    for (size_t i = 0; i < of_kind.size(); ++i) {
      for (size_t j = i + 1; j < of_kind.size(); ++j) {
        const Difference &x = comparison.differences[of_kind[i]],
                         &y = comparison.differences[of_kind[j]];
        if (x.a.article != y.a.article || x.b.article != y.b.article) continue;
        if (!x.a.span.Overlaps(y.a.span) || !x.b.span.Overlaps(y.b.span)) continue;
        sets.Join(node({x.a.article, x.mark_a}), node({y.a.article, y.mark_a}));
        sets.Join(node({x.b.article, x.mark_b}), node({y.b.article, y.mark_b}));
      }
    }
  }

  std::vector<DifferenceGroup> groups;
  std::map<uint32_t, size_t> group_of;
  for (const uint32_t d : of_kind) {
    const Difference& difference = comparison.differences[d];
    const auto [entry, added] = group_of.try_emplace(
        sets.Find(node({difference.a.article, difference.mark_a})), groups.size());
    if (added) groups.emplace_back();
    DifferenceGroup& group = groups[entry->second];
    AddEvidence(FindSide(&group, value(comparison, difference, true)), difference.a,
                difference.mark_a);
    AddEvidence(FindSide(&group, value(comparison, difference, false)), difference.b,
                difference.mark_b);
    group.differences.push_back(d);
    group.score = std::max(group.score, difference.score);
  }
  for (DifferenceGroup& group : groups) {
    DropArticlesOnTwoSides(comparison, &group);
    for (DifferenceGroup::Side& side : group.sides) {
      std::sort(
          side.evidence.begin(), side.evidence.end(),
          [](const Evidence& x, const Evidence& y) { return KeyOf(x.place) < KeyOf(y.place); });
    }
    std::sort(group.sides.begin(), group.sides.end(), [](const auto& x, const auto& y) {
      return KeyOf(x.evidence[0].place) < KeyOf(y.evidence[0].place);
    });
  }
  std::erase_if(groups, [](const DifferenceGroup& group) {
    return group.sides.size() < 2 || group.differences.empty();
  });
  return groups;
}

std::string CopyValue(const Comparison&, const Difference& difference, bool first) {
  return first ? difference.value_a : difference.value_b;
}

bool IsTold(const std::vector<Finding>& findings, size_t first, const DifferenceGroup& group) {
  const auto overlaps = [](const Evidence& x, const Evidence& y) {
    return x.place.article == y.place.article && x.place.span.Overlaps(y.place.span);
  };
  for (size_t f = first; f < findings.size(); ++f) {
    for (const Evidence& told : findings[f].evidence) {
      for (const DifferenceGroup::Side& side : group.sides) {
        for (const Evidence& evidence : side.evidence) {
          if (overlaps(told, evidence)) return true;
        }
      }
    }
  }
  return false;
}

void AddSides(const Comparison& comparison, const DifferenceGroup& group, bool named_by_words,
              Finding* finding) {
  finding->of_copy = std::all_of(group.differences.begin(), group.differences.end(),
                                 [&](uint32_t d) { return comparison.differences[d].IsOfCopy(); });
  for (const DifferenceGroup::Side& side : group.sides) {
    ValueGroup values;
    values.label = std::string(comparison.Text(side.evidence[0].place));
    values.value = side.value;
    // Two events that are planned here and over there are two findings: the words tell them apart.
    if (named_by_words) values.value += ' ' + SmallestMark(comparison, side);
    for (Evidence evidence : side.evidence) {
      AddUnique(&values.articles, evidence.place.article);
      if (evidence.marks.size() == 1 && evidence.marks[0] == evidence.place.span)
        evidence.marks.clear();
      evidence.group = static_cast<uint32_t>(finding->groups.size());
      finding->evidence.push_back(std::move(evidence));
    }
    finding->groups.push_back(std::move(values));
  }
}

}  // namespace crossread
