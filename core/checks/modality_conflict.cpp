// A "may" in one article that the other has lost: "may have burst" and "burst".
#include <algorithm>

#include "core/checks/check.h"

namespace crossread {
namespace {

const Sign& SignOf(const Comparison& comparison, const Difference& d, bool first) {
  return first ? comparison.At(d.a.article).claims.predicates[d.index_a].sign
               : comparison.At(d.b.article).claims.predicates[d.index_b].sign;
}

std::string ValueOf(const Comparison& comparison, const Difference& d, bool first) {
  if (d.IsOfCopy()) return first ? d.value_a : d.value_b;
  return std::string(ModalityName(SignOf(comparison, d, first).modality));
}

// What align/reservation_difference.cpp found.
bool IsExpectation(const Difference& d) {
  return d.value_a == "expected" || d.value_b == "expected";
}
bool IsCondition(const Difference& d) {
  return d.value_a == "conditional" || d.value_b == "conditional";
}

std::string Reason(const Comparison& comparison, const Difference& d) {
  if (IsExpectation(d)) return "same statement, only expected on one side";
  if (IsCondition(d)) return "one speaker, a condition lost on one side";
  if (d.minor) return "nearly the same statement, only for the time being on one side";
  if (d.IsOfCopy() && d.pair != kNoPair) return "same statement, of suspects on one side";
  if (d.IsOfCopy()) return "nearly the same sentence, only possible on one side";
  const bool in_a = SignOf(comparison, d, true).modality == Modality::kPossible;
  const Place cue{in_a ? d.a.article : d.b.article, SignOf(comparison, d, in_a).modal};
  return "same statement, only possible on one side (" + Quote(comparison, cue) + ")";
}

// What may be in the earlier article may be known in the later one.
bool HedgeIsEarlier(const Comparison& comparison, const Difference& d) {
  if (d.minor || IsCondition(d)) return false;
  const bool in_a = ValueOf(comparison, d, true) == ModalityName(Modality::kPossible);
  return in_a ? IsEarlier(comparison, d.a.article, d.b.article)
              : IsEarlier(comparison, d.b.article, d.a.article);
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kModality, ValueOf)) {
    const bool superseded = std::all_of(
        group.differences.begin(), group.differences.end(),
        [&](uint32_t d) { return HedgeIsEarlier(comparison, comparison.differences[d]); });
    Finding finding;
    const bool expected = IsExpectation(comparison.differences[group.differences[0]]);
    finding.severity = superseded || expected ? Severity::kLow : Severity::kMedium;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/true, &finding);
    finding.message = SayEach(comparison, finding, "say");
    finding.reason = Reason(comparison, comparison.differences[group.differences[0]]);
    if (superseded) finding.reason += "; the hedged article is the earlier one";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kModalityConflict = {"modality_conflict", Family::kModality,
                                        "possible in one article, certain in another", Run};

}  // namespace crossread
