// The same words, said by two people.
#include <algorithm>
#include <map>
#include <utility>

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

uint32_t LinkedSpeaker(const Comparison& comparison, QuotationRef ref) {
  return comparison.entities.Find(ref.article, comparison.At(ref).speaker.entity);
}

void AddSide(const Comparison& comparison, QuotationRef ref, Span part, uint32_t group,
             Finding* finding) {
  if (finding->groups.size() <= group) finding->groups.resize(group + 1);
  ValueGroup& side = finding->groups[group];
  const std::string& name = comparison.At(ref).speaker.name;
  if (side.label.empty()) side.label = side.value = name;
  side.value = std::min(side.value, name);
  const auto at = std::lower_bound(side.articles.begin(), side.articles.end(), ref.article);
  if (at == side.articles.end() || *at != ref.article) side.articles.insert(at, ref.article);
  Evidence evidence = Say(comparison, ref, part, group);
  const bool known = std::any_of(finding->evidence.begin(), finding->evidence.end(),
                                 [&](const Evidence& e) { return e.place == evidence.place; });
  if (!known) finding->evidence.push_back(std::move(evidence));
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  // One finding for two speakers, however many sentences and articles show them.
  std::map<std::pair<uint32_t, uint32_t>, Finding> found;
  for (const QuotationPair& pair : comparison.utterances.pairs) {
    if (!IsSurelyTwo(comparison, pair) || HasOtherPair(comparison, pair)) continue;
    const uint32_t x = LinkedSpeaker(comparison, pair.a), y = LinkedSpeaker(comparison, pair.b);
    Finding& finding = found[std::minmax(x, y)];
    finding.severity = Severity::kHigh;
    finding.score = std::max(finding.score, kSpeakerScore + pair.similarity * 3 / 10);
    AddSide(comparison, pair.a, pair.part_a.span, x < y ? 0 : 1, &finding);
    AddSide(comparison, pair.b, pair.part_b.span, x < y ? 1 : 0, &finding);
  }
  for (auto& [speakers, finding] : found) {
    for (size_t g = 0; g < finding.groups.size(); ++g) {
      const ValueGroup& side = finding.groups[g];
      finding.message += g == 0 ? "" : "; ";
      finding.message += NamesOf(comparison, side.articles) + " give" +
                         std::string(VerbEnding(side)) + " the words to " + side.label;
    }
    finding.message += ".";
    finding.reason = "the same words inside quotation marks, two named speakers";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kQuoteMisattributed = {"quote_misattributed", Family::kQuoteAttribution,
                                          "the same words, said by two people", Run};

}  // namespace crossread
