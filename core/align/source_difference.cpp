// Whose word a claim is, where two articles tell it alike: one unnamed source that has become
// several. What a source says and another article asserts is left to edited copies
// (copy_sources.cpp): in other words it may be known by now.
#include <algorithm>
#include <string_view>

#include "core/align/pair_view.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kSameReport = 300;  // Pair::score, thousandths, of two reports of one thing

enum class SourceCount : uint8_t { kUnknown, kOne, kSeveral };

// An unnamed source of a claim.
struct Source {
  SourceCount number = SourceCount::kUnknown;
  Span words;  // "a person close to the tribunal"
};

bool IsAnonymousNoun(const Document& document, uint32_t t) {
  static const LexiconTable& nouns = Lexicon::English().Table("anonymous_sources.tsv");
  return nouns.Has(document.Norm(document.tokens[t]));
}

bool IsOneOf(std::string_view norm, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), norm) != words.end();
}

// "A source", "one of the people" against "two sources", "officials". By the words before the first
// noun of the lexicon; "the source" was named before and tells no number by itself.
SourceCount CountOf(const Document& document, IndexRange tokens) {
  static const LexiconTable& numbers = Lexicon::English().Table("number_words.tsv");
  static const LexiconTable& nouns = Lexicon::English().Table("anonymous_sources.tsv");
  if (tokens.empty()) return SourceCount::kUnknown;
  const std::string_view first = document.Norm(document.tokens[tokens.begin]);
  if (IsOneOf(first, {"a", "an", "one", "another", "someone", "somebody"}))
    return SourceCount::kOne;
  if (IsOneOf(first, {"several", "some", "many", "multiple", "various"}))
    return SourceCount::kSeveral;
  if (numbers.Has(first)) return SourceCount::kSeveral;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const LexiconRow* row = nouns.Find(document.Norm(document.tokens[t]));
    if (row != nullptr)
      return row->column(1) == "plural" ? SourceCount::kSeveral : SourceCount::kUnknown;
  }
  return SourceCount::kUnknown;
}

// "A person …", "two sources …": the noun of the lexicon stands among the first words.
bool BeginsUnnamed(const Document& document, IndexRange tokens) {
  constexpr uint32_t kFirst = 2;
  for (uint32_t t = tokens.begin; t < std::min(tokens.begin + kFirst, tokens.end); ++t) {
    if (!document.tokens[t].capital && IsAnonymousNoun(document, t)) return true;
  }
  return false;
}

// The speaker whose report the claim is, or the sources that act in it: "Russian sources have ruled
// out …".
Source SourceOf(const Analysis& analysis, const Claim& claim) {
  const Document& document = analysis.document;
  if (claim.quotation != kNoQuotation) {
    const Speaker& speaker = analysis.quotations[claim.quotation].speaker;
    if (speaker.span.empty() || speaker.kind == SpeakerKind::kNamed) return {};
    const IndexRange tokens = document.TokensIn(speaker.span);
    // "A person close to the company" is no company; "the company's officials" are its own.
    const bool body = speaker.kind == SpeakerKind::kOrganisation || speaker.entity != kNoEntity;
    if (body && !BeginsUnnamed(document, tokens)) return {};
    const bool anonymous =
        speaker.kind == SpeakerKind::kAnonymous ||
        std::any_of(document.tokens.begin() + tokens.begin, document.tokens.begin() + tokens.end,
                    [&](const Token& token) {
                      return IsAnonymousNoun(document,
                                             static_cast<uint32_t>(&token - &document.tokens[0]));
                    });
    return anonymous ? Source{CountOf(document, tokens), speaker.span} : Source{};
  }
  for (uint32_t p = claim.predicates.begin; p < claim.predicates.end; ++p) {
    const Clause* clause = analysis.syntax.clauses.At(analysis.claims.predicates[p].token);
    if (clause == nullptr) continue;
    const uint32_t agent = analysis.syntax.clauses.AgentOf(*clause, document);
    if (agent == kNoWord) continue;
    const std::string_view norm = document.Norm(document.tokens[agent]);
    if (norm != "source" && norm != "sources") continue;
    const Chunk* chunk = analysis.syntax.ChunkAt(agent);
    const IndexRange group = chunk != nullptr ? chunk->tokens : IndexRange{agent, agent + 1};
    return {CountOf(document, group), document.SpanOf(group)};
  }
  return {};
}

}  // namespace

void CompareSources(const PairView& view, std::vector<Difference>* out) {
  if (view.pair->score < kSameReport) return;
  const Source x = SourceOf(*view.a, *view.claim_a), y = SourceOf(*view.b, *view.claim_b);
  if (x.number == SourceCount::kUnknown || y.number == SourceCount::kUnknown ||
      x.number == y.number)
    return;
  Difference difference =
      view.Make(DifferenceKind::kAttribution, x.words, y.words, 0, 0, view.pair->score + 200);
  difference.value_a = x.number == SourceCount::kOne ? "one source" : "several sources";
  difference.value_b = y.number == SourceCount::kOne ? "one source" : "several sources";
  // Whose words are told apart does not matter here: the difference is about them.
  difference.world = World::kSameSource;
  out->push_back(std::move(difference));
}

}  // namespace crossread
