// What a source says in one article, another says in the same words as its own.
#include "core/checks/check.h"

namespace crossread {
namespace {

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kAttribution, CopyValue)) {
    Finding finding;
    finding.severity = Severity::kMedium;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "say");
    const bool several =
        comparison.differences[group.differences[0]].value_a.find("source") != std::string::npos &&
        comparison.differences[group.differences[0]].value_b.find("source") != std::string::npos;
    finding.reason = several ? "one report, one unnamed source against several"
                             : "nearly the same sentence, without its source on one side";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kAttributionDropped = {"attribution_dropped", Family::kAttribution,
                                          "a source that the other article has lost", Run};

}  // namespace crossread
