// One claim, carried by articles of several independent origins and contradicted by none. Info.
#include <set>

#include "core/checks/check.h"

namespace crossread {
namespace {

// Of the articles that say it without a reservation.
uint32_t CarryingOrigins(const Comparison& comparison, const CoverageRow& row) {
  std::set<uint32_t> origins;
  for (uint32_t a = 0; a < row.cells.size(); ++a) {
    if (row.cells[a].state == CellState::kCarries) origins.insert(comparison.reuse.origin_of[a]);
  }
  return static_cast<uint32_t>(origins.size());
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const CoverageRow& row : comparison.coverage.rows) {
    if (row.InConflict() || comparison.At(row.base).predicates.empty()) continue;
    const uint32_t origins = CarryingOrigins(comparison, row);
    if (origins < 2) continue;
    Finding finding;
    finding.severity = Severity::kInfo;
    finding.score = 1000;
    finding.groups.emplace_back();
    ValueGroup& group = finding.groups[0];
    group.label = std::string(comparison.Text({row.base.article, comparison.At(row.base).span}));
    for (uint32_t a = 0; a < row.cells.size(); ++a) {
      if (row.cells[a].state != CellState::kCarries) continue;
      const Place place{a, comparison.At(ClaimRef{a, row.cells[a].claims[0]}).span};
      group.articles.push_back(a);
      group.value = SmallestText(comparison, place, group.value);
      finding.evidence.push_back({place, 0, {}});
    }
    finding.message = NamesOf(comparison, group.articles) +
                      " carry this: " + Quote(comparison, finding.evidence[0].place) + ".";
    finding.reason = std::to_string(origins) + " independent origins, no contradiction found";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kCorroborated = {"corroborated", Family::kAgreement,
                                    "one claim from several independent origins", Run};

}  // namespace crossread
