// Two people, or two organisations, in one place of what is else the same sentence.
#include "core/checks/check.h"

namespace crossread {
namespace {

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kEntity, CopyValue)) {
    Finding finding;
    finding.severity = Severity::kHigh;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "name");
    finding.reason = "nearly the same sentence about somebody else";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kEntityConflict = {"entity_conflict", Family::kEntity,
                                      "two people or bodies in one role", Run};

}  // namespace crossread
