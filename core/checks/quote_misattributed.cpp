// The same words, said by two people.
#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "core/checks/check.h"
#include "core/lexicon/lexicon.h"

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

// The article of `ref` gives the words of `part` to the speaker of `other` too, in whatever frame.
bool GivesAlsoTo(const Comparison& comparison, QuotationRef ref, const Place& part,
                 QuotationRef other) {
  const Analysis &analysis = comparison.At(ref.article), &from = comparison.At(part.article);
  std::set<TermId> wanted;
  const IndexRange words = from.document.TokensIn(part.span);
  for (uint32_t t = words.begin; t < words.end; ++t) {
    if (from.terms[t].content) wanted.insert(from.terms[t].synonym);
  }
  for (uint32_t q = 0; q < analysis.quotations.size(); ++q) {
    const QuotationRef again{ref.article, q};
    if (again == ref || !SameSpeaker(comparison, again, other)) continue;
    std::set<TermId> found;
    for (const Span content : comparison.At(again).content) {
      const IndexRange tokens = analysis.document.TokensIn(content);
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (wanted.contains(analysis.terms[t].synonym)) found.insert(analysis.terms[t].synonym);
      }
    }
    if (!wanted.empty() && found.size() * 5 >= wanted.size() * 4) return true;
  }
  return false;
}

// "A second stallholder, Tom Bryce", "Tom Bryce, another neighbour": he speaks besides others.
bool IsIntroducedAsAnother(const Comparison& comparison, QuotationRef ref) {
  constexpr uint32_t kReach = 6;  // tokens from the speaker's name
  static const LexiconTable& occasions = Lexicon::English().Table("occasions.tsv");
  const Document& document = comparison.DocumentOf(ref.article);
  const Quotation& quotation = comparison.At(ref);
  const Span speaker = quotation.speaker.span;
  const IndexRange name = document.TokensIn(speaker),
                   sentence = document.sentences[document.SentenceAt(speaker.begin)].tokens;
  const auto norm = [&](uint32_t t) {
    return t < sentence.end ? document.Norm(document.tokens[t]) : std::string_view();
  };
  const uint32_t first = std::max(sentence.begin, name.begin - std::min(name.begin, kReach)),
                 last = std::min(sentence.end, name.end + kReach);
  for (uint32_t t = first; t < last; ++t) {
    const Span word = document.tokens[t].span;
    if (std::any_of(quotation.content.begin(), quotation.content.end(),
                    [&](Span content) { return content.Contains(word); }))
      continue;
    if (norm(t) == "another") return true;
    if (norm(t) == "the" && norm(t + 1) == "other") return true;
    // "A second stallholder", not "a second-row forward".
    const LexiconRow* which = norm(t) == "a" ? occasions.Find(norm(t + 1)) : nullptr;
    if (which != nullptr && which->column(0) == "other" && norm(t + 2) != "-") return true;
  }
  return false;
}

// "We never know when we're beaten", "they never know when they're beaten": another's words about
// the one who says them.
bool AreOfTwoPersons(const Comparison& comparison, const QuotationPair& pair) {
  const auto first_persons = [&](const Place& part) {
    const Document& document = comparison.DocumentOf(part.article);
    const IndexRange tokens = document.TokensIn(part.span);
    return std::count_if(document.tokens.begin() + tokens.begin,
                         document.tokens.begin() + tokens.end, [&](const Token& token) {
                           const std::string_view norm = document.Norm(token);
                           return norm == "i" || norm == "we" || norm == "my" || norm == "our" ||
                                  norm == "me" || norm == "us";
                         });
  };
  return first_persons(pair.part_a) != first_persons(pair.part_b);
}

// A few words that any two people may say of what happened to them: "We heard it before we saw it".
bool MayBeAnybodys(const Comparison& comparison, const QuotationPair& pair) {
  constexpr uint32_t kFewWords = 8, kFewContent = 3;
  const Analysis& analysis = comparison.At(pair.a.article);
  const IndexRange tokens = analysis.document.TokensIn(pair.part_a.span);
  uint32_t content = 0;
  bool own = false;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view norm = analysis.document.Norm(analysis.document.tokens[t]);
    own = own || norm == "i" || norm == "we";
    content += analysis.terms[t].content;
  }
  return own && Words(pair) <= kFewWords && content <= kFewContent;
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
    if (AreOfTwoPersons(comparison, pair)) continue;
    if (GivesAlsoTo(comparison, pair.a, pair.part_b, pair.b) ||
        GivesAlsoTo(comparison, pair.b, pair.part_a, pair.a))
      continue;
    if (IsIntroducedAsAnother(comparison, pair.a) || IsIntroducedAsAnother(comparison, pair.b))
      continue;
    const uint32_t x = LinkedSpeaker(comparison, pair.a), y = LinkedSpeaker(comparison, pair.b);
    Finding& finding = found[std::minmax(x, y)];
    const Severity severity = MayBeAnybodys(comparison, pair) ? Severity::kMedium : Severity::kHigh;
    finding.severity = std::min(finding.severity, severity);
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
