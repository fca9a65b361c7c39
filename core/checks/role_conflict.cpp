// One person, two offices that nobody holds at once: "Senator Ruiz" and "Secretary of State Ana
// Ruiz".
#include <algorithm>
#include <map>

#include "core/checks/check.h"

namespace crossread {
namespace {

// One role of one person, with everybody who gives it.
struct Holding {
  std::string role;
  std::vector<Place> places;
};

std::vector<Holding> HoldingsOf(const Comparison& comparison, const LinkedEntity& person) {
  std::map<std::string, std::vector<Place>> by_role;
  for (const EntityRef member : person.members) {
    for (const RoleMention& mention : comparison.At(member.article).mentions.roles) {
      if (mention.entity != member.entity || mention.former) continue;
      by_role[mention.role].push_back({member.article, mention.span});
    }
  }
  std::vector<Holding> holdings;
  for (auto& [role, places] : by_role) holdings.push_back({role, std::move(places)});
  // What most say comes first.
  std::stable_sort(holdings.begin(), holdings.end(), [](const Holding& x, const Holding& y) {
    return x.places.size() > y.places.size();
  });
  return holdings;
}

bool Gives(const Holding& holding, uint32_t article) {
  return std::any_of(holding.places.begin(), holding.places.end(),
                     [&](const Place& place) { return place.article == article; });
}

// An article that gives both tells of a change of office.
bool Excludes(const Holding& x, const Holding& y) {
  if (RelateRoles(x.role, y.role) != Relation::kDisjoint) return false;
  return std::none_of(x.places.begin(), x.places.end(),
                      [&](const Place& place) { return Gives(y, place.article); });
}

// Where an article gives the role, in text order; more than these say nothing new.
constexpr size_t kMostPlaces = 3;

void AddGroup(const Comparison& comparison, const Holding& holding, Finding* finding) {
  ValueGroup group;
  group.label = std::string(comparison.Text(holding.places[0]));
  group.value = holding.role;
  const uint32_t index = static_cast<uint32_t>(finding->groups.size());
  size_t in_article = 0;
  for (const Place& place : holding.places) {
    const bool first = group.articles.empty() || group.articles.back() != place.article;
    if (first) group.articles.push_back(place.article);
    in_article = first ? 1 : in_article + 1;
    if (in_article <= kMostPlaces) finding->evidence.push_back({place, index, {}});
  }
  finding->groups.push_back(std::move(group));
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  const size_t first = findings->size();
  for (const LinkedEntity& person : comparison.entities.entities) {
    if (person.kind != EntityKind::kPerson || person.members.size() < 2) continue;
    const std::vector<Holding> holdings = HoldingsOf(comparison, person);
    std::vector<bool> told(holdings.size(), false);
    for (size_t i = 0; i < holdings.size(); ++i) {
      if (told[i]) continue;
      Finding finding;
      AddGroup(comparison, holdings[i], &finding);
      for (size_t j = i + 1; j < holdings.size(); ++j) {
        if (told[j] || !Excludes(holdings[i], holdings[j])) continue;
        AddGroup(comparison, holdings[j], &finding);
        told[j] = true;
      }
      if (finding.groups.size() < 2) continue;
      finding.severity = Severity::kHigh;
      finding.score = 850;
      finding.message = "For " + person.name + ", " + SayEach(comparison, finding, "give");
      finding.reason = "same person, offices that exclude each other";
      findings->push_back(std::move(finding));
    }
  }
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kRole, CopyValue)) {
    if (IsTold(*findings, first, group)) continue;
    Finding finding;
    const bool minor = std::all_of(group.differences.begin(), group.differences.end(),
                                   [&](uint32_t d) { return comparison.differences[d].minor; });
    const bool post = comparison.differences[group.differences[0]].ground == Ground::kPost;
    finding.severity = minor ? Severity::kLow : post ? Severity::kMedium : Severity::kHigh;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "say");
    finding.reason = post    ? "same person and body, posts that are mostly two people's"
                     : minor ? "same person, an office with its rank and without"
                             : "same person and time, offices that exclude each other";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kRoleConflict = {"role_conflict", Family::kRole,
                                    "one person, two offices that exclude each other", Run};

}  // namespace crossread
