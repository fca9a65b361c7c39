// What a source says in one article, another says as its own, or gives to others.
#include <algorithm>

#include "core/checks/check.h"

namespace crossread {
namespace {

// What a paper has from somebody is that somebody's word as well.
bool IsOfMedium(const Difference& d) {
  return d.value_a == "another medium" || d.value_b == "another medium";
}

std::string Reason(const Difference& difference) {
  switch (difference.sources) {
    case SourceShift::kNumber:
      return "one report, one unnamed source against several";
    case SourceShift::kOther:
      return IsOfMedium(difference) ? "one report, another medium's against somebody else's"
                                    : "one report, an unnamed source against somebody else";
    case SourceShift::kLost:
      return "the same statement, without its unnamed source on one side";
    case SourceShift::kClause:
      return "the same clause, without its source on one side";
    case SourceShift::kDropped:
      return "nearly the same sentence, without its source on one side";
  }
  return {};
}

// What somebody told in the earlier article may be known in the later one.
bool IsSourceEarlier(const Comparison& comparison, const Difference& d) {
  if (d.sources != SourceShift::kLost && d.sources != SourceShift::kOther) return false;
  return d.unnamed_a ? IsEarlier(comparison, d.a.article, d.b.article)
                     : IsEarlier(comparison, d.b.article, d.a.article);
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kAttribution, CopyValue)) {
    const bool superseded = std::all_of(
        group.differences.begin(), group.differences.end(),
        [&](uint32_t d) { return IsSourceEarlier(comparison, comparison.differences[d]); });
    Finding finding;
    const bool of_medium = IsOfMedium(comparison.differences[group.differences[0]]);
    finding.severity = superseded || of_medium ? Severity::kLow : Severity::kMedium;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "say");
    finding.reason = Reason(comparison.differences[group.differences[0]]);
    if (superseded) finding.reason += "; the article with the source is the earlier one";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kAttributionDropped = {"attribution_dropped", Family::kAttribution,
                                          "a source that the other article has lost", Run};

}  // namespace crossread
