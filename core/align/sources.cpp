#include "core/align/sources.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

bool IsOneOf(std::string_view norm, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), norm) != words.end();
}

// Nouns that have no other use than to hide a name, and "people" with what they know.
bool Hides(const Document& document, IndexRange tokens) {
  static const LexiconTable& nouns = Lexicon::English().Table("anonymous_sources.tsv");
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view norm = document.Norm(document.tokens[t]);
    const LexiconRow* row = nouns.Find(norm);
    if (row != nullptr && row->column(0) == "always") return true;
    const bool people = IsOneOf(norm, {"person", "people", "someone", "somebody", "those", "one"});
    if (!people || t + 1 >= tokens.end) continue;
    if (IsOneOf(document.Norm(document.tokens[t + 1]),
                {"familiar", "close", "briefed", "with", "knowledgeable", "involved", "aware"}))
      return true;
  }
  return false;
}

// "…, who asked not to be named": the sentence of the cue tells that the name is kept back.
bool TellsAnonymity(const Document& document, IndexRange sentence) {
  static const LexiconTable& phrases = Lexicon::English().Table("anonymity_phrases.txt");
  constexpr uint32_t kLongest = 6;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    std::string key;
    for (uint32_t k = t; k < std::min(t + kLongest, sentence.end); ++k) {
      if (k > t) key += ' ';
      key += document.Norm(document.tokens[k]);
      if (phrases.Has(key)) return true;
    }
  }
  return false;
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

bool IsAnonymousNoun(const Document& document, uint32_t t) {
  static const LexiconTable& nouns = Lexicon::English().Table("anonymous_sources.tsv");
  return nouns.Has(document.Norm(document.tokens[t]));
}

// "A person …", "two sources …": the noun of the lexicon stands among the first words.
bool BeginsUnnamed(const Document& document, IndexRange tokens) {
  constexpr uint32_t kFirst = 2;
  const uint32_t end = std::min(tokens.begin + kFirst, tokens.end);
  for (uint32_t t = tokens.begin; t < end; ++t) {
    if (!document.tokens[t].capital && IsAnonymousNoun(document, t)) return true;
  }
  return false;
}

// Whom a paper has it from: "…, the Herald reported, citing two people familiar with the plan". The
// words from there to the end of the part of the sentence; empty if it cites nobody unnamed.
IndexRange CitedIn(const Document& document, IndexRange sentence) {
  for (uint32_t t = sentence.begin; t + 1 < sentence.end; ++t) {
    const std::string_view norm = document.Norm(document.tokens[t]);
    if (norm != "citing" && norm != "quoting") continue;
    IndexRange cited{t + 1, t + 1};
    while (cited.end < sentence.end && document.tokens[cited.end].shape == TokenShape::kWord)
      ++cited.end;
    if (Hides(document, cited)) return cited;
  }
  return {};
}

// "Local media", "the Tribune", "Reuters"; "Reuters' owner" is none.
bool IsMedium(const Document& document, IndexRange tokens) {
  static const LexiconTable& media = Lexicon::English().Table("media.txt");
  static const LexiconTable& channels = Lexicon::English().Table("channels.tsv");
  if (tokens.empty()) return false;
  if (media.Has(document.Norm(document.tokens[tokens.end - 1]))) return true;
  std::string key;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view norm = document.Norm(document.tokens[t]);
    if (t == tokens.begin && norm == "the") continue;
    if (!key.empty()) key += ' ';
    key += norm;
  }
  const LexiconRow* row = channels.Find(key);
  return row != nullptr && row->column(0) == "agency";
}

Source ReadSource(const Analysis& analysis, const Claim& claim) {
  const Document& document = analysis.document;
  if (claim.quotation != kNoQuotation) {
    const Speaker& speaker = analysis.quotations[claim.quotation].speaker;
    Source source{SourceKind::kOther, SourceCount::kUnknown, speaker.span};
    const IndexRange cited = CitedIn(document, document.sentences[claim.sentence].tokens);
    if (speaker.kind == SpeakerKind::kOrganisation && !cited.empty())
      return {SourceKind::kUnnamed, CountOf(document, cited), document.SpanOf(cited)};
    if (speaker.span.empty() || speaker.kind == SpeakerKind::kNamed) return source;
    const IndexRange tokens = document.TokensIn(speaker.span);
    // "A person close to the company" is no company; "the company's officials" are its own.
    const bool body = speaker.kind == SpeakerKind::kOrganisation || speaker.entity != kNoEntity;
    if (body && !BeginsUnnamed(document, tokens)) return source;
    if (Hides(document, tokens) ||
        TellsAnonymity(document, document.sentences[claim.sentence].tokens))
      source.kind = SourceKind::kUnnamed;
    if (speaker.kind == SpeakerKind::kAnonymous || source.kind == SourceKind::kUnnamed ||
        HasAnonymousNoun(document, tokens))
      source.number = CountOf(document, tokens);
    return source;
  }
  for (uint32_t p = claim.predicates.begin; p < claim.predicates.end; ++p) {
    const Clause* clause = analysis.syntax.clauses.At(analysis.claims.predicates[p].token);
    if (clause == nullptr) continue;
    const uint32_t agent = analysis.syntax.clauses.AgentOf(*clause, document);
    if (agent == kNoWord) continue;
    if (!IsOneOf(document.Norm(document.tokens[agent]), {"source", "sources"})) continue;
    const Chunk* chunk = analysis.syntax.ChunkAt(agent);
    const IndexRange group = chunk != nullptr ? chunk->tokens : IndexRange{agent, agent + 1};
    return {SourceKind::kUnnamed, CountOf(document, group), document.SpanOf(group)};
  }
  return {SourceKind::kAsserted, SourceCount::kUnknown, claim.span};
}

}  // namespace

Source SourceOf(const Analysis& analysis, const Claim& claim) {
  Source source = ReadSource(analysis, claim);
  source.medium = source.kind == SourceKind::kOther &&
                  IsMedium(analysis.document, analysis.document.TokensIn(source.words));
  return source;
}

bool IsSomebody(const Analysis& analysis, const Source& source) {
  static const LexiconTable& evidence = Lexicon::English().Table("evidence.txt");
  if (source.words.empty()) return false;
  const uint32_t last = analysis.document.TokensIn(source.words).end - 1;
  const Upos upos = analysis.syntax.tokens[last].upos;
  if (upos != Upos::kNoun && upos != Upos::kPropn) return false;
  return !evidence.Has(analysis.document.Lemma(analysis.document.tokens[last]));
}

std::string_view NameOf(const Source& source) {
  if (source.medium) return "another medium";
  if (source.kind == SourceKind::kOther) return "another";
  switch (source.number) {
    case SourceCount::kOne:
      return "one source";
    case SourceCount::kSeveral:
      return "several sources";
    case SourceCount::kUnknown:
      break;
  }
  return "unnamed source";
}

bool HasAnonymousNoun(const Document& document, IndexRange tokens) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (IsAnonymousNoun(document, t)) return true;
  }
  return false;
}

uint32_t CountSharedWords(const Analysis& x, IndexRange in_x, const Analysis& y, IndexRange in_y) {
  uint32_t shared = 0;
  for (uint32_t i = in_x.begin; i < in_x.end; ++i) {
    const Term& term = x.terms[i];
    for (uint32_t j = in_y.begin; term.content && j < in_y.end; ++j) {
      if (term.synonym != y.terms[j].synonym) continue;
      ++shared;
      break;
    }
  }
  return shared;
}

}  // namespace crossread
