#include "core/align/two_things.h"

#include <algorithm>
#include <initializer_list>
#include <set>

#include "core/align/counted_apart.h"
#include "core/align/pair_view.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

IndexRange SentenceOf(const Document& document, Span span) {
  return document.sentences[document.SentenceAt(span.begin)].tokens;
}

// "A second permit", "another one", "again"; not "a second-hand car", "the second half".
bool IsRepetition(const Document& document, uint32_t t, uint32_t end) {
  static const LexiconTable& occasions = Lexicon::English().Table("occasions.tsv");
  const auto norm = [&](uint32_t i) {
    return i < end ? document.Norm(document.tokens[i]) : std::string_view();
  };
  if (norm(t) == "again" || norm(t) == "another") return true;
  if (norm(t) != "a" && norm(t) != "the") return false;
  const LexiconRow* row = occasions.Find(norm(t + 1));
  if (row == nullptr || row->column(0) != "other") return false;
  for (const std::string_view word : {"-", "half", "quarter", "time", "day", "week", "year"}) {
    if (norm(t + 2) == word) return false;
  }
  return true;
}

bool TellsRepetition(const Document& document, Span span) {
  const IndexRange sentence = SentenceOf(document, span);
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (IsRepetition(document, t, sentence.end)) return true;
  }
  return false;
}

// "Will not play on Sunday": on other days he won't either.
bool IsDenied(const Analysis& analysis, Span time) {
  const IndexRange tokens = analysis.document.TokensIn(time);
  if (tokens.empty()) return false;
  for (uint32_t t = tokens.end - 1; t != SyntaxToken::kRoot; t = analysis.syntax.tokens[t].head) {
    if (analysis.syntax.clauses.At(t) == nullptr) continue;
    const std::vector<Predicate>& predicates = analysis.claims.predicates;
    const auto at = std::partition_point(predicates.begin(), predicates.end(),
                                         [&](const Predicate& p) { return p.token < t; });
    return at != predicates.end() && at->token == t && at->sign.polarity == Polarity::kNegative;
  }
  return false;
}

class ThingFinder {
 public:
  ThingFinder(const Comparison& comparison, const std::vector<Difference>& differences)
      : comparison_(comparison),
        of_places_(PairsOf(differences, {DifferenceKind::kPlace})),
        of_values_(PairsOf(differences, {DifferenceKind::kQuantity, DifferenceKind::kTime})),
        of_figures_(PairsOf(differences, {DifferenceKind::kQuantity})),
        of_signs_(PairsOf(differences, {DifferenceKind::kPolarity})) {}

  bool IsOfTwo(const Difference& d) const {
    switch (d.kind) {
      case DifferenceKind::kPlace:
        return of_figures_.contains(d.pair);
      case DifferenceKind::kPolarity:
        return of_values_.contains(d.pair);
      case DifferenceKind::kQuantity:
        return of_places_.contains(d.pair) || of_signs_.contains(d.pair) || IsOfTwoPlaces(d);
      case DifferenceKind::kTime:
        return of_signs_.contains(d.pair) || IsOfTwoOccasions(d);
      default:
        return false;
    }
  }

 private:
  static std::set<uint32_t> PairsOf(const std::vector<Difference>& differences,
                                    std::initializer_list<DifferenceKind> kinds) {
    std::set<uint32_t> pairs;
    for (const Difference& d : differences) {
      const bool is = std::find(kinds.begin(), kinds.end(), d.kind) != kinds.end();
      if (is && d.pair != kNoPair) pairs.insert(d.pair);
    }
    return pairs;
  }

  bool IsOfTwoPlaces(const Difference& d) const {
    if (d.ground == Ground::kVote || (d.minor && !d.value_a.empty())) return false;
    const Analysis &in_a = comparison_.At(d.a.article), &in_b = comparison_.At(d.b.article);
    return AreOfTwoPlaces(in_a, in_a.quantities[d.index_a], in_b, in_b.quantities[d.index_b]);
  }

  bool IsOfTwoOccasions(const Difference& d) const {
    const Analysis &in_a = comparison_.At(d.a.article), &in_b = comparison_.At(d.b.article);
    if (TellsRepetition(in_a.document, d.mark_a) != TellsRepetition(in_b.document, d.mark_b))
      return true;
    // In a copy the day was edited.
    const bool copy = d.pair != kNoPair && comparison_.pairs[d.pair].score >= kCopy;
    return !copy && (IsDenied(in_a, d.mark_a) || IsDenied(in_b, d.mark_b));
  }

  const Comparison& comparison_;
  const std::set<uint32_t> of_places_, of_values_, of_figures_, of_signs_;
};

}  // namespace

void DropTwoThings(const Comparison& comparison, std::vector<Difference>* differences) {
  const ThingFinder finder(comparison, *differences);
  std::erase_if(*differences, [&](const Difference& d) { return finder.IsOfTwo(d); });
}

}  // namespace crossread
