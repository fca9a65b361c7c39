// The same words, said by two people.
#include <algorithm>
#include <map>
#include <tuple>

#include "core/checks/check.h"

namespace crossread {
namespace {

constexpr uint32_t kMinSimilarity = 800;  // thousandths: the same words, but for a few
constexpr uint32_t kMinWords = 5;         // in common: fewer may be anybody's
constexpr uint32_t kSpeakerScore = 600;   // plus three tenths of the similarity

// The quotation with its speaker, who is marked.
Evidence Say(const Comparison& comparison, QuotationRef ref, Span part, uint32_t group) {
  const Span speaker = comparison.At(ref).speaker.span;
  const Span both{std::min(part.begin, speaker.begin), std::max(part.end, speaker.end)};
  return {{ref.article, both}, group, {speaker}};
}

// Words in common.
uint32_t Words(const QuotationPair& pair) {
  uint32_t words = 0;
  for (const WordEdit& edit : pair.edits) words += edit.kind == EditKind::kSame ? edit.words : 0;
  return words;
}

// Two people, or two bodies: a company and who speaks for it say the same.
bool AreOfOneKind(const Comparison& comparison, const QuotationPair& pair) {
  const auto is_body = [&](QuotationRef ref) {
    const uint32_t entity = comparison.At(ref).speaker.entity;
    if (entity == kNoEntity) return false;
    const EntityKind kind = comparison.At(ref.article).mentions.entities[entity].kind;
    return kind == EntityKind::kOrganisation || kind == EntityKind::kPlace;
  };
  return is_body(pair.a) == is_body(pair.b);
}

bool IsSurelyTwo(const Comparison& comparison, const QuotationPair& pair) {
  if (pair.same_speaker || pair.similarity < kMinSimilarity || Words(pair) < kMinWords)
    return false;
  return SurelyTwoSpeakers(comparison, pair.a, pair.b) && AreOfOneKind(comparison, pair);
}

// The same speaker has these words in the other article too: there they are quoted twice.
bool HasOtherPair(const Comparison& comparison, const QuotationPair& pair) {
  return std::any_of(comparison.utterances.pairs.begin(), comparison.utterances.pairs.end(),
                     [&](const QuotationPair& other) {
                       return other.same_speaker && (other.a == pair.a || other.b == pair.b) &&
                              other.a.article == pair.a.article &&
                              other.b.article == pair.b.article;
                     });
}

void AddSide(const Comparison& comparison, QuotationRef ref, Span part, uint32_t group,
             Finding* finding) {
  if (finding->groups.size() <= group) {
    const std::string& name = comparison.At(ref).speaker.name;
    finding->groups.push_back({name, name, {ref.article}, 0});
  }
  finding->evidence.push_back(Say(comparison, ref, part, group));
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  // One finding for two speakers in two articles, however many sentences they share.
  std::map<std::tuple<uint32_t, uint32_t, uint32_t, uint32_t>, Finding> found;
  for (const QuotationPair& pair : comparison.utterances.pairs) {
    if (!IsSurelyTwo(comparison, pair) || HasOtherPair(comparison, pair)) continue;
    Finding& finding = found[{pair.a.article, pair.b.article, comparison.At(pair.a).speaker.entity,
                              comparison.At(pair.b).speaker.entity}];
    finding.severity = Severity::kHigh;
    finding.score = std::max(finding.score, kSpeakerScore + pair.similarity * 3 / 10);
    AddSide(comparison, pair.a, pair.part_a.span, 0, &finding);
    AddSide(comparison, pair.b, pair.part_b.span, 1, &finding);
  }
  for (auto& [key, finding] : found) {
    finding.message = comparison.articles[std::get<0>(key)].label + " gives the words to " +
                      finding.groups[0].label + ", " + comparison.articles[std::get<1>(key)].label +
                      " to " + finding.groups[1].label + ".";
    finding.reason = "the same words inside quotation marks, two named speakers";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kQuoteMisattributed = {"quote_misattributed", Family::kQuoteAttribution,
                                          "the same words, said by two people", Run};

}  // namespace crossread
