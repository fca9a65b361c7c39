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

// The speaker is named in the paragraph of the words: beside them, or, where "he" said them, as the
// only person who was named before them there. Who spoke in another paragraph is a guess.
bool IsNamedHere(const Comparison& comparison, QuotationRef ref) {
  const Analysis& analysis = comparison.At(ref.article);
  const Document& document = analysis.document;
  const Quotation& quotation = comparison.At(ref);
  const Span speaker = quotation.speaker.span;
  const auto block_of = [&](uint32_t byte) {
    return document.sentences[document.SentenceAt(byte)].block;
  };
  const uint32_t block = block_of(quotation.Extent().begin);
  if (block_of(speaker.begin) != block) return false;
  const std::string& name = quotation.speaker.name;
  const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
  if (document.Text(speaker).find(last) != std::string_view::npos) return true;
  const auto is_speaker = [&](const Mention& mention) {
    return mention.entity != kNoEntity && mention.entity == quotation.speaker.entity;
  };
  bool named = false, others = false;
  for (const Mention& mention : analysis.mentions.mentions) {
    if (speaker.Overlaps(mention.span) && is_speaker(mention)) return true;
    if (mention.span.begin >= quotation.Extent().begin || mention.entity == kNoEntity) continue;
    if (block_of(mention.span.begin) != block) continue;
    const bool person = analysis.mentions.entities[mention.entity].kind == EntityKind::kPerson;
    if (person && !is_speaker(mention)) others = true;
    named = named || is_speaker(mention);
  }
  return named && !others;  // of two people "he" may be either
}

// Words in common.
uint32_t Words(const QuotationPair& pair) {
  uint32_t words = 0;
  for (const WordEdit& edit : pair.edits) words += edit.kind == EditKind::kSame ? edit.words : 0;
  return words;
}

bool IsSurelyTwo(const Comparison& comparison, const QuotationPair& pair) {
  if (pair.same_speaker || pair.similarity < kMinSimilarity || Words(pair) < kMinWords)
    return false;
  return SurelyTwoSpeakers(comparison, pair.a, pair.b) && IsNamedHere(comparison, pair.a) &&
         IsNamedHere(comparison, pair.b);
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
