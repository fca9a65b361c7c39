#include "core/align/counted_apart.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/text/phrase_at.h"
#include "core/values/tally.h"

namespace crossread {
namespace {

constexpr uint32_t kBefore = 3;  // tokens from "seriously" to the number
constexpr uint32_t kBehind = 6;  // tokens from what is counted to "seriously"

// The row of number_scopes.tsv of this kind that begins at token `t`.
const LexiconRow* ScopeAt(const Document& document, uint32_t t, uint32_t end,
                          std::string_view kind) {
  static const LexiconTable& scopes = Lexicon::English().Table("number_scopes.tsv");
  const LexiconRow* row = PhraseAt(document, t, end, scopes);
  return row != nullptr && row->column(0) == kind ? row : nullptr;
}

IndexRange SentenceOf(const Document& document, const Quantity& quantity) {
  return document.sentences[document.SentenceAt(quantity.span.begin)].tokens;
}

// Right beside the number or behind what it counts, up to the next number or clause: not of "23
// hurt, three of them seriously".
bool IsGraded(const Analysis& analysis, const Quantity& quantity) {
  const Document& document = analysis.document;
  const IndexRange number = document.TokensIn(quantity.span),
                   sentence = SentenceOf(document, quantity);
  const auto ends = [&](uint32_t t) {
    const Upos upos = analysis.syntax.tokens[t].upos;
    const std::string_view norm = document.Norm(document.tokens[t]);
    return (upos == Upos::kPunct && norm != "-") || upos == Upos::kNum || norm == "and";
  };
  IndexRange around = number;
  while (around.begin > sentence.begin && around.begin + kBefore > number.begin &&
         !ends(around.begin - 1))
    --around.begin;
  while (around.end < sentence.end && around.end < number.end + kBehind && !ends(around.end))
    ++around.end;
  return TellsGrade(document, around);
}

// "Two top floors".
bool IsPart(const Analysis& analysis, const Quantity& quantity) {
  const Document& document = analysis.document;
  const IndexRange tokens = document.TokensIn({quantity.number.end, quantity.span.end});
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (ScopeAt(document, t, tokens.end, "part") != nullptr) return true;
  }
  return false;
}

// "640 letters against the plan and 12 in favour", "652 letters": with another number of its
// sentence it makes the whole.
bool AddsUpTo(const Analysis& analysis, const Quantity& part, const Quantity& whole) {
  if (whole.low != whole.high || part.low != part.high || part.low >= whole.low) return false;
  const Document& document = analysis.document;
  const Span sentence = document.SpanOf(SentenceOf(document, part));
  const auto first =
      std::partition_point(analysis.quantities.begin(), analysis.quantities.end(),
                           [&](const Quantity& q) { return q.span.begin < sentence.begin; });
  for (auto q = first; q != analysis.quantities.end() && q->span.begin < sentence.end; ++q) {
    if (q->kind == QuantityKind::kCount && q->low == q->high && !(q->span == part.span) &&
        q->low == whole.low - part.low)
      return true;
  }
  return false;
}

// "The first quarter", "nine months": the stretches of a year that these tokens name.
std::vector<std::string_view> PeriodsIn(const Document& document, IndexRange tokens) {
  std::vector<std::string_view> periods;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (const LexiconRow* row = ScopeAt(document, t, tokens.end, "period"))
      periods.push_back(row->column(1));
  }
  return periods;
}

bool Has(const std::vector<std::string_view>& all, std::string_view one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

// One number is of a stretch of the year that the other's article does not tell of there, or at
// all.
bool AreOfTwoPeriods(const Document& a, const Quantity& x, const Document& b, const Quantity& y) {
  const auto of_x = PeriodsIn(a, SentenceOf(a, x)), of_y = PeriodsIn(b, SentenceOf(b, y));
  const auto all = [](const Document& document) {
    return PeriodsIn(document, {0, static_cast<uint32_t>(document.tokens.size())});
  };
  const auto none = [](const std::vector<std::string_view>& periods,
                       const std::vector<std::string_view>& others) {
    return !periods.empty() &&
           std::none_of(periods.begin(), periods.end(),
                        [&](std::string_view period) { return Has(others, period); });
  };
  if (of_x.empty() && of_y.empty()) return false;
  if (of_y.empty()) return none(of_x, all(b));
  if (of_x.empty()) return none(of_y, all(a));
  return none(of_x, of_y);
}

// "97 mph at Torsay": the name behind the number; 0 if there is none.
TermId NameBehind(const Analysis& analysis, const Quantity& quantity) {
  const uint32_t t = analysis.document.TokensIn(quantity.span).end;
  const uint32_t end = SentenceOf(analysis.document, quantity).end;
  if (t + 1 >= end || analysis.syntax.tokens[t].upos != Upos::kAdp) return 0;
  const Chunk* chunk = analysis.syntax.ChunkAt(t + 1);
  const bool name = chunk != nullptr && analysis.syntax.tokens[chunk->head].upos == Upos::kPropn;
  return name ? analysis.terms[chunk->head].synonym : 0;
}

bool HasTerm(const Analysis& analysis, IndexRange tokens, TermId term) {
  return std::any_of(analysis.terms.begin() + tokens.begin, analysis.terms.begin() + tokens.end,
                     [&](const Term& other) { return other.synonym == term; });
}

// "Seven votes to four", which vote_difference.cpp compares whole.
bool IsOfTally(const Document& document, const Quantity& quantity) {
  if (quantity.kind != QuantityKind::kCount) return false;
  if (quantity.noun != "vote" && !quantity.noun.empty()) return false;
  const Sentence& sentence = document.sentences[document.SentenceAt(quantity.span.begin)];
  const std::optional<Tally> tally = ReadTally(SplitPieces(document, sentence));
  return tally && tally->span.Overlaps(quantity.span);
}

}  // namespace

bool TellsGrade(const Document& document, IndexRange tokens) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (ScopeAt(document, t, tokens.end, "grade") != nullptr) return true;
  }
  return false;
}

bool IsUnfinished(const Analysis& analysis, const Quantity& quantity) {
  const IndexRange sentence = SentenceOf(analysis.document, quantity);
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (ScopeAt(analysis.document, t, sentence.end, "until") != nullptr) return true;
  }
  const IndexRange tokens = analysis.document.TokensIn(quantity.span);
  for (uint32_t t = tokens.empty() ? SyntaxToken::kRoot : tokens.end - 1; t != SyntaxToken::kRoot;
       t = analysis.syntax.tokens[t].head) {
    const Clause* clause = analysis.syntax.clauses.At(t);
    if (clause == nullptr || clause->copular) continue;
    const Document& document = analysis.document;
    const bool perfect = std::any_of(
        document.tokens.begin() + clause->group.begin, document.tokens.begin() + clause->group.end,
        [&](const Token& token) { return document.Lemma(token) == "have"; });
    return perfect && clause->tense == Tense::kPresent;
  }
  return false;
}

bool IsToll(const Analysis& analysis, const Quantity& quantity) {
  static const LexiconTable& fates = Lexicon::English().Table("fates.tsv");
  const Document& document = analysis.document;
  const IndexRange sentence = SentenceOf(document, quantity);
  return std::any_of(document.tokens.begin() + sentence.begin,
                     document.tokens.begin() + sentence.end,
                     [&](const Token& token) { return fates.Has(document.Lemma(token)); });
}

bool AreOfTwoPlaces(const Analysis& a, const Quantity& x, const Analysis& b, const Quantity& y) {
  if (x.kind == QuantityKind::kCount) return false;
  const TermId in_a = NameBehind(a, x), in_b = NameBehind(b, y);
  return in_a != 0 && in_b != 0 && in_a != in_b && !HasTerm(a, SentenceOf(a.document, x), in_b) &&
         !HasTerm(b, SentenceOf(b.document, y), in_a);
}

bool AreCountedApart(const Analysis& a, const Quantity& x, const Analysis& b, const Quantity& y) {
  if (x.kind == QuantityKind::kCount &&
      (IsGraded(a, x) != IsGraded(b, y) || IsPart(a, x) != IsPart(b, y)))
    return true;
  if (x.kind == QuantityKind::kCount && (AddsUpTo(a, x, y) || AddsUpTo(b, y, x))) return true;
  if (IsOfTally(a.document, x) && IsOfTally(b.document, y)) return true;
  const bool adds_up = x.kind != QuantityKind::kAge && x.kind != QuantityKind::kOrdinal &&
                       x.kind != QuantityKind::kDuration;
  return adds_up && AreOfTwoPeriods(a.document, x, b.document, y);
}

}  // namespace crossread
