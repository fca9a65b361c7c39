#include <algorithm>
#include <map>

#include "core/base/hash.h"
#include "core/base/utf8.h"
#include "core/checks/check.h"
#include "core/checks/score.h"

namespace crossread {

// One line a check, sorted; tools/dev new-check adds to both lists.
extern const Check kAttributionDropped;
extern const Check kCorroborated;
extern const Check kDateConflict;
extern const Check kEntityConflict;
extern const Check kModalityConflict;
extern const Check kNameVariant;
extern const Check kParticipantsConflict;
extern const Check kPlaceConflict;
extern const Check kPolarityConflict;
extern const Check kQuantityConflict;
extern const Check kQuoteAltered;
extern const Check kQuoteBoundary;
extern const Check kQuoteMisattributed;
extern const Check kQuoteTruncated;
extern const Check kRoleConflict;
extern const Check kSingleSource;
extern const Check kStatusConflict;
extern const Check kTextReuse;

const std::vector<const Check*>& AllChecks() {
  // One line a check, so that a change shows as one.
  // clang-format off
  static const std::vector<const Check*> checks = {
      &kAttributionDropped,
      &kCorroborated,
      &kDateConflict,
      &kEntityConflict,
      &kModalityConflict,
      &kNameVariant,
      &kParticipantsConflict,
      &kPlaceConflict,
      &kPolarityConflict,
      &kQuantityConflict,
      &kQuoteAltered,
      &kQuoteBoundary,
      &kQuoteMisattributed,
      &kQuoteTruncated,
      &kRoleConflict,
      &kSingleSource,
      &kStatusConflict,
      &kTextReuse,
  };
  // clang-format on
  return checks;
}

namespace {

uint32_t CountOrigins(const Comparison& comparison, const std::vector<uint32_t>& articles) {
  std::vector<uint32_t> origins;
  for (const uint32_t article : articles) origins.push_back(comparison.reuse.origin_of[article]);
  std::sort(origins.begin(), origins.end());
  return static_cast<uint32_t>(std::unique(origins.begin(), origins.end()) - origins.begin());
}

// From check, values and article ids, in an order that doesn't depend on where they stand.
std::string IdOf(const Comparison& comparison, const Finding& finding) {
  std::vector<std::string> sides;
  for (const ValueGroup& group : finding.groups) {
    std::vector<std::string> ids;
    for (const uint32_t article : group.articles) ids.push_back(comparison.articles[article].id);
    std::sort(ids.begin(), ids.end());
    std::string side = group.value;
    for (const std::string& id : ids) side += '\x1f' + id;
    sides.push_back(std::move(side));
  }
  std::sort(sides.begin(), sides.end());
  uint64_t hash = Fnv1a(finding.check);
  for (const std::string& side : sides) hash = Fnv1a('\x1e' + side, hash);
  return Hex(hash);
}

void Complete(const Comparison& comparison, Finding* finding) {
  for (ValueGroup& group : finding->groups)
    group.origins = CountOrigins(comparison, group.articles);
  std::stable_sort(finding->evidence.begin(), finding->evidence.end(),
                   [](const Evidence& x, const Evidence& y) {
                     if (x.group != y.group) return x.group < y.group;
                     if (x.place.article != y.place.article)
                       return x.place.article < y.place.article;
                     return x.place.span < y.place.span;
                   });
  finding->score = std::min<uint32_t>(finding->score, 1000);
  finding->features = ScoreFeaturesOf(*finding);
  if (finding->severity != Severity::kInfo) finding->score = ScoreOf(finding->features);
  finding->id = IdOf(comparison, *finding);
}

bool Before(const Finding& x, const Finding& y) {
  if (x.severity != y.severity) return x.severity < y.severity;
  if (x.score != y.score) return x.score > y.score;
  if (!x.evidence.empty() && !y.evidence.empty()) {
    const Place &p = x.evidence[0].place, &q = y.evidence[0].place;
    if (p.article != q.article) return p.article < q.article;
    if (!(p.span == q.span)) return p.span < q.span;
  }
  if (x.check != y.check) return x.check < y.check;
  return x.id < y.id;
}

}  // namespace

std::vector<Finding> RunChecks(const Comparison& comparison) {
  std::vector<Finding> findings;
  for (const Check* check : AllChecks()) {
    const size_t first = findings.size();
    check->run(comparison, *check, &findings);
    for (size_t i = first; i < findings.size(); ++i) {
      findings[i].check = check->id;
      findings[i].family = check->family;
      Complete(comparison, &findings[i]);
    }
  }
  std::stable_sort(findings.begin(), findings.end(), Before);
  // The same words twice in an article would give one id twice; the later ones are numbered.
  std::map<std::string, int> seen;
  for (Finding& finding : findings) {
    const int copies = seen[finding.id]++;
    if (copies > 0) finding.id = Hex(Fnv1a(finding.id + '#' + std::to_string(copies)));
  }
  return findings;
}

}  // namespace crossread
