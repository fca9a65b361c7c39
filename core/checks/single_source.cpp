// Claims that stand on one origin: several articles carry them but share their copy, or one article
// alone has them. Info: agreement among copies is no corroboration.
#include "core/checks/check.h"

namespace crossread {
namespace {

constexpr size_t kMaxShown = 10;  // claims shown as evidence of one article's own material

void ReportCopied(const Comparison& comparison, const CoverageRow& row,
                  std::vector<Finding>* findings) {
  Finding finding;
  finding.severity = Severity::kInfo;
  finding.score = 1000;
  finding.groups.emplace_back();
  ValueGroup& group = finding.groups[0];
  group.label = std::string(comparison.Text({row.base.article, comparison.At(row.base).span}));
  for (uint32_t a = 0; a < row.cells.size(); ++a) {
    if (row.cells[a].state == CellState::kSilent) continue;
    const Place place{a, comparison.At(ClaimRef{a, row.cells[a].claims[0]}).span};
    group.articles.push_back(a);
    group.value = SmallestText(comparison, place, group.value);
    finding.evidence.push_back({place, 0, {}});
  }
  finding.message = NamesOf(comparison, group.articles) + " carry this, but share their copy: " +
                    Quote(comparison, finding.evidence[0].place) + ".";
  finding.reason = std::to_string(row.articles) + " articles, one origin";
  findings->push_back(std::move(finding));
}

void ReportAlone(const Comparison& comparison, uint32_t article, std::vector<Finding>* findings) {
  Finding finding;
  finding.severity = Severity::kInfo;
  finding.score = 1000;
  size_t claims = 0;
  for (const CoverageRow& row : comparison.coverage.rows) {
    if (row.articles != 1 || row.base.article != article) continue;
    ++claims;
    if (finding.evidence.size() < kMaxShown) {
      finding.evidence.push_back({{article, comparison.At(row.base).span}, 0, {}});
    }
  }
  if (claims == 0) return;
  const std::string& label = comparison.articles[article].label;
  finding.groups = {{label, "", {article}, 0}};
  finding.message = "Only " + label + " has " + std::to_string(claims) + " of the claims.";
  finding.reason = "no other article lines up with them";
  findings->push_back(std::move(finding));
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  if (comparison.articles.size() < 2) return;
  for (const CoverageRow& row : comparison.coverage.rows) {
    if (row.articles >= 2 && row.origins == 1 && !row.InConflict())
      ReportCopied(comparison, row, findings);
  }
  for (uint32_t a = 0; a < comparison.articles.size(); ++a) ReportAlone(comparison, a, findings);
}

}  // namespace

extern const Check kSingleSource = {"single_source", Family::kSingleSource,
                                    "claims that stand on one origin", Run};

}  // namespace crossread
