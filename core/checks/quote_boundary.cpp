// Reported speech in one article that stands inside quotation marks in another, in the first
// person: one of them made a quotation of a report, or the reverse.
#include <algorithm>
#include <map>
#include <tuple>

#include "core/align/occasion.h"
#include "core/base/disjoint_sets.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

constexpr uint32_t kReportScore = 400;  // plus two fifths of the similarity

// Some independent article has the words inside marks as well: then they were said so.
bool IsQuotedElsewhere(const Comparison& comparison, const ReportedPair& pair) {
  const uint32_t origin = comparison.reuse.origin_of[pair.quoted.article];
  return std::any_of(comparison.utterances.pairs.begin(), comparison.utterances.pairs.end(),
                     [&](const QuotationPair& other) {
                       if (other.reworded) return false;
                       const bool is_a = other.part_a.article == pair.quoted.article &&
                                         other.part_a.span.Overlaps(pair.quoted_part.span);
                       const bool is_b = other.part_b.article == pair.quoted.article &&
                                         other.part_b.span.Overlaps(pair.quoted_part.span);
                       if (!is_a && !is_b) return false;
                       const uint32_t elsewhere =
                           is_a ? other.part_b.article : other.part_a.article;
                       return comparison.reuse.origin_of[elsewhere] != origin;
                     });
}

void Add(const Place& place, const std::string& value, uint32_t group, Finding* finding) {
  if (finding->groups.size() <= group) finding->groups.push_back({{}, value, {}, 0});
  ValueGroup& side = finding->groups[group];
  const bool known = std::any_of(
      finding->evidence.begin(), finding->evidence.end(),
      [&](const Evidence& e) { return e.place.article == place.article && e.group == group; });
  if (known) return;
  side.articles.push_back(place.article);
  std::sort(side.articles.begin(), side.articles.end());
  finding->evidence.push_back({place, group, {}});
}

// Pairs that share a quoted or a reported sentence, by the first of them: one finding each.
std::vector<std::vector<const ReportedPair*>> Grouped(const Comparison& comparison) {
  std::vector<const ReportedPair*> pairs;
  for (const ReportedPair& pair : comparison.reported) {
    if (IsQuotedElsewhere(comparison, pair)) continue;
    if (MayBeTwoOccasions(comparison, pair.reported_part, pair.quoted_part, pair.shared)) continue;
    pairs.push_back(&pair);
  }
  DisjointSets sets(pairs.size());
  std::map<std::tuple<bool, uint32_t, uint32_t>, uint32_t> first_with;  // quoted?, article, byte
  for (uint32_t p = 0; p < pairs.size(); ++p) {
    for (const bool quoted : {false, true}) {
      const Place& part = quoted ? pairs[p]->quoted_part : pairs[p]->reported_part;
      sets.Join(first_with.try_emplace({quoted, part.article, part.span.begin}, p).first->second,
                p);
    }
  }
  std::vector<std::vector<const ReportedPair*>> groups;
  std::map<uint32_t, size_t> group_of;
  for (uint32_t p = 0; p < pairs.size(); ++p) {
    const auto [entry, added] = group_of.try_emplace(sets.Find(p), groups.size());
    if (added) groups.emplace_back();
    groups[entry->second].push_back(pairs[p]);
  }
  return groups;
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const std::vector<const ReportedPair*>& pairs : Grouped(comparison)) {
    Finding finding;
    finding.severity = Severity::kMedium;
    for (const ReportedPair* pair : pairs) {
      finding.score = std::max(finding.score, kReportScore + pair->similarity * 2 / 5);
      Add(pair->quoted_part, "", 0, &finding);
    }
    for (const ReportedPair* pair : pairs) Add(pair->reported_part, "", 1, &finding);
    for (const ReportedPair* pair : pairs) {
      std::string &quoted = finding.groups[0].value, &reported = finding.groups[1].value;
      quoted = SmallestText(comparison, pair->quoted_part, quoted);
      reported = SmallestText(comparison, pair->reported_part, reported);
    }
    finding.groups[0].label = std::string(comparison.Text(pairs[0]->quoted_part));
    finding.groups[1].label = std::string(comparison.Text(pairs[0]->reported_part));
    finding.message = NamesOf(comparison, finding.groups[0].articles) + " quote" +
                      std::string(VerbEnding(finding.groups[0])) + " " +
                      Quote(comparison, pairs[0]->quoted_part) + "; " +
                      NamesOf(comparison, finding.groups[1].articles) + " report" +
                      std::string(VerbEnding(finding.groups[1])) + " " +
                      Quote(comparison, pairs[0]->reported_part) + ".";
    finding.reason = "same speaker, the same words with marks on one side only";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kQuoteBoundary = {"quote_boundary", Family::kQuote,
                                     "reported in one article, inside quotation marks in another",
                                     Run};

}  // namespace crossread
