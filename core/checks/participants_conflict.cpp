// Somebody takes part in one article and is missing from the same sentence in another, or was there
// in one and, in other words, was not in another.
#include <algorithm>

#include "core/checks/check.h"

namespace crossread {
namespace {

bool IsAttendance(const DifferenceGroup& group) {
  return std::all_of(group.sides.begin(), group.sides.end(), [](const DifferenceGroup::Side& side) {
    return side.value == "present" || side.value == "absent";
  });
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kParticipants, CopyValue)) {
    Finding finding;
    finding.severity = Severity::kMedium;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "say");
    finding.reason = IsAttendance(group)
                         ? "the same person, group or country there in one and not in the other, "
                           "and no article says both"
                         : "nearly the same sentence, one name fewer in the list";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kParticipantsConflict = {"participants_conflict", Family::kParticipants,
                                            "somebody is missing on one side", Run};

}  // namespace crossread
