// Two places, neither inside the other, in what is else the same sentence.
#include <algorithm>

#include "core/checks/check.h"

namespace crossread {
namespace {

const char* ReasonOf(Ground ground, bool minor) {
  if (ground == Ground::kSite) return "one street or building, and each article gives one place";
  if (minor) return "the same two places, one beside the other or in it";
  return ground == Ground::kDeed ? "one event by its kind and people, places exclude each other"
                                 : "nearly the same sentence, places exclude each other";
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kPlace, CopyValue)) {
    Finding finding;
    const bool minor = std::all_of(group.differences.begin(), group.differences.end(),
                                   [&](uint32_t d) { return comparison.differences[d].minor; });
    finding.severity = minor ? Severity::kMedium : Severity::kHigh;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "name");
    finding.reason = ReasonOf(comparison.differences[group.differences[0]].ground, minor);
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kPlaceConflict = {"place_conflict", Family::kPlace, "two places for one thing",
                                     Run};

}  // namespace crossread
