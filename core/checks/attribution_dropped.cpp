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
    case SourceShift::kQuoted:
      return "the same words, inside quotation marks on one side and the article's own on the "
             "other";
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

// “…” is quoted by one side and stands on the other as the article's own.
std::string QuotedMessage(const Comparison& comparison, const Finding& finding) {
  std::string quoting, telling;
  for (size_t g = 0; g < finding.groups.size(); ++g) {
    const ValueGroup& side = finding.groups[g];
    std::string names = NamesOf(comparison, side.articles);
    if (side.value != "quoted") {
      telling = std::move(names) + (side.articles.size() == 1 ? " has" : " have");
      continue;
    }
    const auto shown = std::find_if(finding.evidence.begin(), finding.evidence.end(),
                                    [&](const Evidence& evidence) { return evidence.group == g; });
    quoting = std::move(names) + (side.articles.size() == 1 ? " quotes " : " quote ") +
              Quote(comparison, shown->place);
  }
  return quoting + "; " + telling + " the same words without marks or a source.";
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
    const bool quoted =
        comparison.differences[group.differences[0]].sources == SourceShift::kQuoted;
    finding.message =
        quoted ? QuotedMessage(comparison, finding) : SayEach(comparison, finding, "say");
    finding.reason = Reason(comparison.differences[group.differences[0]]);
    if (superseded) finding.reason += "; the article with the source is the earlier one";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kAttributionDropped = {"attribution_dropped", Family::kAttribution,
                                          "a source that the other article has lost", Run};

}  // namespace crossread
