// Two articles share whole sentences: one copied the other, or both a wire. Info: it says how much
// their agreement is worth.
#include "core/checks/check.h"

namespace crossread {
namespace {

constexpr uint32_t kMinWords = 24;  // shared words in all; below it is a phrase, not copy
constexpr size_t kMaxPassages = 5;  // shown as evidence; the report's `reuse` has all of them

std::string Percent(uint32_t thousandths) { return std::to_string((thousandths + 5) / 10) + " %"; }

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const ReusePair& pair : comparison.reuse.pairs) {
    if (pair.words < kMinWords) continue;
    Finding finding;
    finding.severity = Severity::kInfo;
    finding.score = 1000;
    const std::string &a = comparison.articles[pair.a].label,
                      &b = comparison.articles[pair.b].label;
    finding.groups = {{a, "", {pair.a}, 0}, {b, "", {pair.b}, 0}};
    for (const Passage& passage : pair.passages) {
      if (finding.evidence.size() >= 2 * kMaxPassages) break;
      finding.evidence.push_back({{pair.a, passage.a}, 0, {}});
      finding.evidence.push_back({{pair.b, passage.b}, 1, {}});
    }
    finding.message = a + " and " + b + " share " + std::to_string(pair.words) +
                      " words of copy outside quotations: " + Percent(pair.share_a) +
                      " of the one, " + Percent(pair.share_b) + " of the other.";
    finding.reason = "runs of nine and more of the same words";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kTextReuse = {"text_reuse", Family::kTextReuse, "two articles share copy", Run};

}  // namespace crossread
