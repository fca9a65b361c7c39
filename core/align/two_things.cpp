#include "core/align/two_things.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <set>

#include "core/align/counted_apart.h"
#include "core/align/pair_view.h"
#include "core/align/renewal.h"
#include "core/align/sentence_times.h"
#include "core/base/date.h"
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

// The verb that the words hang on; kNoWord if none.
uint32_t VerbOf(const Analysis& analysis, Span words) {
  const IndexRange tokens = analysis.document.TokensIn(words);
  if (tokens.empty()) return kNoWord;
  for (uint32_t t = tokens.end - 1; t != SyntaxToken::kRoot; t = analysis.syntax.tokens[t].head) {
    if (analysis.syntax.clauses.At(t) != nullptr) return t;
  }
  return kNoWord;
}

const Predicate* PredicateOf(const Analysis& analysis, Span words) {
  const uint32_t verb = VerbOf(analysis, words);
  const std::vector<Predicate>& predicates = analysis.claims.predicates;
  const auto at = std::partition_point(predicates.begin(), predicates.end(),
                                       [&](const Predicate& p) { return p.token < verb; });
  return at != predicates.end() && at->token == verb ? &*at : nullptr;
}

// "Will not play on Sunday": on other days he won't either.
bool IsDenied(const Analysis& analysis, Span time) {
  const Predicate* predicate = PredicateOf(analysis, time);
  return predicate != nullptr && predicate->sign.polarity == Polarity::kNegative;
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
        return of_figures_.contains(d.pair) || of_signs_.contains(d.pair) || IsOfTwoVerbs(d);
      case DifferenceKind::kPolarity:
        return of_values_.contains(d.pair) || of_places_.contains(d.pair);
      case DifferenceKind::kQuantity:
        return of_places_.contains(d.pair) || of_signs_.contains(d.pair) || IsOfTwoPlaces(d) ||
               IsOfLaterDay(d);
      case DifferenceKind::kTime:
        return of_signs_.contains(d.pair) || IsOfTwoOccasions(d) || IsOfRenewal(d) ||
               IsOfLaterDay(d);
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

  // "Was born in Iten", "grew up in Eldoret".
  bool IsOfTwoVerbs(const Difference& d) const {
    if (d.pair == kNoPair) return false;
    const Analysis &in_a = comparison_.At(d.a.article), &in_b = comparison_.At(d.b.article);
    const uint32_t x = VerbOf(in_a, d.mark_a), y = VerbOf(in_b, d.mark_b);
    if (x == kNoWord || y == kNoWord) return false;
    const Term &of_x = in_a.terms[x], &of_y = in_b.terms[y];
    return of_x.content && of_y.content && of_x.synonym != of_y.synonym &&
           comparison_.pairs[d.pair].LinkOf(x) != y;
  }

  // "Was closed on Tuesday", "reopened on Wednesday".
  bool IsOfRenewal(const Difference& d) const {
    if (d.pair == kNoPair) return false;
    const Analysis &in_a = comparison_.At(d.a.article), &in_b = comparison_.At(d.b.article);
    const Predicate *x = PredicateOf(in_a, d.mark_a), *y = PredicateOf(in_b, d.mark_b);
    return x != nullptr && y != nullptr &&
           (IsRenewed(in_a, *x, in_b, *y) || IsRenewed(in_b, *y, in_a, *x));
  }

  // What was done before the earlier article was written, and what was done days after it.
  bool IsOfLaterDay(const Difference& d) const {
    const bool a_first = IsDaysBefore(d.a.article, d.b.article);
    if (!a_first && !IsDaysBefore(d.b.article, d.a.article)) return false;
    const Place &earlier = a_first ? d.a : d.b, &later = a_first ? d.b : d.a;
    const Day day = *DayOf(earlier.article);
    const auto times_at = [&](const Place& place) {
      const Analysis& analysis = comparison_.At(place.article);
      return TimesIn(analysis, analysis.document.SentenceAt(place.span.begin));
    };
    const auto before = times_at(earlier), after = times_at(later);
    return !before.empty() && !after.empty() &&
           std::all_of(before.begin(), before.end(),
                       [&](const Time& time) { return time.resolved && time.last <= day; }) &&
           std::all_of(after.begin(), after.end(),
                       [&](const Time& time) { return time.resolved && time.first > day; });
  }
  std::optional<Day> DayOf(uint32_t article) const {
    return ParseIsoDay(comparison_.articles[article].date);
  }
  bool IsDaysBefore(uint32_t article, uint32_t other) const {
    constexpr Day kDays = 3;
    const auto day = DayOf(article), later = DayOf(other);
    return day && later && *day + kDays <= *later;
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
