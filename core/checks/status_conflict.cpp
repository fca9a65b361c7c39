// Planned in one article, over or called off in another; somebody's own doing in one ("resigned"),
// another's in the other ("was dismissed"). Where the articles' dates put the plan
// before the outcome the one supersedes the other: shown low, since a later edition knows more.
#include <algorithm>

#include "core/checks/check.h"

namespace crossread {
namespace {

std::string ValueOf(const Comparison& comparison, const Difference& d, bool first) {
  if (d.IsOfCopy()) return first ? d.value_a : d.value_b;
  const Status status = first ? comparison.At(d.a.article).claims.predicates[d.index_a].sign.status
                              : comparison.At(d.b.article).claims.predicates[d.index_b].sign.status;
  return std::string(StatusName(status));
}

bool PlanIsEarlier(const Comparison& comparison, const Difference& d) {
  if (d.still_ahead) return false;
  const bool a_plans = ValueOf(comparison, d, true) == StatusName(Status::kPlanned);
  if (!a_plans && ValueOf(comparison, d, false) != StatusName(Status::kPlanned)) return false;
  return a_plans ? IsEarlier(comparison, d.a.article, d.b.article)
                 : IsEarlier(comparison, d.b.article, d.a.article);
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kStatus, ValueOf)) {
    const bool superseded = std::all_of(
        group.differences.begin(), group.differences.end(),
        [&](uint32_t d) { return PlanIsEarlier(comparison, comparison.differences[d]); });
    Finding finding;
    finding.severity = superseded ? Severity::kLow : Severity::kHigh;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/true, &finding);
    finding.message = SayEach(comparison, finding, "say");
    std::string statuses;
    for (const DifferenceGroup::Side& side : group.sides) {
      if (!statuses.empty()) statuses += " against ";
      statuses += side.value;
    }
    const bool agency = comparison.differences[group.differences[0]].ground == Ground::kAgency;
    finding.reason = (agency ? "same outcome, " : "same event, ") + statuses;
    if (superseded) finding.reason += "; the plan's article is the earlier one";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kStatusConflict = {"status_conflict", Family::kStatus,
                                      "planned in one article, over in another", Run};

}  // namespace crossread
