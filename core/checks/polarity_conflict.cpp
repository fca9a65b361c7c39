// Yes in one article, no in another: "land captured by" and "land that they failed to capture"; no
// comment in one, an answer in another; nothing or nobody in one, something or somebody in another.
#include <algorithm>

#include "core/align/pair_view.h"
#include "core/base/date.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

const Predicate& PredicateOf(const Comparison& comparison, const Difference& d, bool first) {
  return first ? comparison.At(d.a.article).claims.predicates[d.index_a]
               : comparison.At(d.b.article).claims.predicates[d.index_b];
}

std::string ValueOf(const Comparison& comparison, const Difference& d, bool first) {
  if (d.IsOfCopy()) return first ? d.value_a : d.value_b;
  const Predicate& x = PredicateOf(comparison, d, true);
  const Predicate& y = PredicateOf(comparison, d, false);
  if (x.sign.polarity != y.sign.polarity) {
    return std::string(PolarityName((first ? x : y).sign.polarity));
  }
  // Antonyms of one sign: the words themselves are the two values.
  const Predicate& predicate = first ? x : y;
  return std::string(
      comparison.DocumentOf(first ? d.a.article : d.b.article).strings.Get(predicate.lemma));
}

std::string Reason(const Comparison& comparison, const Difference& d) {
  if (d.ground == Ground::kComment) return "without an answer in one article, answering in another";
  if (d.ground == Ground::kDeed) return "one event by its verb and people, one side denies it";
  if (d.ground == Ground::kOpposite)
    return "one event by its people, verbs that exclude each other";
  if (d.ground == Ground::kThing)
    return "nothing is done with it on one side, something on the other";
  if (d.ground == Ground::kToll) return "nobody on one side, somebody on the other";
  if (d.minor) return "one refusal, limited on one side only";
  if (d.IsOfCopy()) {
    const bool negated = d.value_a == "negative" || d.value_b == "negative";
    return negated ? "nearly the same sentence, one of them negated"
                   : "nearly the same sentence, opposite words";
  }
  const Predicate& x = PredicateOf(comparison, d, true);
  const Predicate& y = PredicateOf(comparison, d, false);
  if (x.sign.polarity == y.sign.polarity) return "same statement, opposite words";
  const bool in_a = x.sign.polarity == Polarity::kNegative;
  const Place cue{in_a ? d.a.article : d.b.article, (in_a ? x : y).sign.negation};
  return "same statement, one of them negated by " + Quote(comparison, cue);
}

// Refused on one day and promised on another: who decides may have changed his mind.
bool IsDecision(const Comparison& comparison, const Difference& d) {
  const auto decides = [&](bool first) {
    const Predicate& predicate = PredicateOf(comparison, d, first);
    if (predicate.sign.status == Status::kPlanned) return true;
    // "He would not resign", in whatever words he does a month later.
    const Analysis& analysis = comparison.At(first ? d.a.article : d.b.article);
    const Clause* clause = analysis.syntax.clauses.At(predicate.token);
    if (d.ground == Ground::kDeed && clause != nullptr && clause->modal != kNoWord) {
      const std::string_view modal =
          analysis.document.Norm(analysis.document.tokens[clause->modal]);
      if (modal == "will" || modal == "would" || modal == "wo") return true;
    }
    const std::string_view lemma =
        comparison.DocumentOf(first ? d.a.article : d.b.article).strings.Get(predicate.lemma);
    for (const std::string_view word : {"refuse", "decline", "reject", "agree", "accept"}) {
      if (lemma == word) return true;
    }
    return false;
  };
  const bool of_predicates = (d.ground == Ground::kText && !d.IsOfCopy()) ||
                             d.ground == Ground::kDeed || d.ground == Ground::kOpposite;
  return of_predicates && (decides(true) || decides(false));
}

// The later article may well be right as well: nobody was hurt, or nothing agreed, when the earlier
// one was written.
bool IsSuperseded(const Comparison& comparison, const DifferenceGroup& group) {
  return std::all_of(group.differences.begin(), group.differences.end(), [&](uint32_t i) {
    const Difference& d = comparison.differences[i];
    const bool a_first = IsEarlier(comparison, d.a.article, d.b.article),
               b_first = IsEarlier(comparison, d.b.article, d.a.article);
    if (d.ground == Ground::kToll) return d.value_a == "nobody" ? a_first : b_first;
    return (a_first || b_first) && IsDecision(comparison, d);
  });
}

// A verb in the place that is denied in the present or perfect.
bool IsDeniedNow(const Comparison& comparison, const Place& place) {
  const Analysis& analysis = comparison.At(place.article);
  const std::vector<Clause>& clauses = analysis.syntax.clauses.clauses;
  return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
    return clause.negated() && clause.tense == Tense::kPresent &&
           place.span.Overlaps(analysis.document.SpanOf(clause.group));
  });
}

// Who writes a long sentence word for word means the same day by it.
bool IsLong(const Comparison& comparison, const Place& place) {
  constexpr uint32_t kLong = 16;  // tokens
  const Document& document = comparison.DocumentOf(place.article);
  return document.sentences[document.SentenceAt(place.span.begin)].tokens.size() >= kLong;
}

// The later article gives a day after the earlier one: nobody was arrested on Wednesday, and
// somebody was on Saturday.
bool IsOfLaterDay(const Comparison& comparison, const Difference& d) {
  const bool nobody_in_a = d.value_a == "nobody";
  const Place &no = nobody_in_a ? d.a : d.b, &yes = nobody_in_a ? d.b : d.a;
  const auto day = ParseIsoDay(comparison.articles[no.article].date);
  if (!day || !IsEarlier(comparison, no.article, yes.article)) return false;
  const Document& document = comparison.DocumentOf(yes.article);
  const uint32_t sentence = document.SentenceAt(yes.span.begin);
  const std::vector<Time>& times = comparison.At(yes.article).times;
  return std::any_of(times.begin(), times.end(), [&](const Time& time) {
    return time.resolved && time.first > *day && document.SentenceAt(time.span.begin) == sentence;
  });
}

// All the days that the sentence of `yes` gives lie before the article that denies it.
bool IsOfBefore(const Comparison& comparison, uint32_t no, const Place& yes) {
  const auto day = ParseIsoDay(comparison.articles[no].date);
  const Analysis& analysis = comparison.At(yes.article);
  const Span sentence =
      analysis.document.sentences[analysis.document.SentenceAt(yes.span.begin)].span;
  bool any = false;
  for (const Time& time : analysis.times) {
    if (!sentence.Contains(time.span) || !time.resolved) continue;
    if (!day || time.last >= *day) return false;
    any = true;
  }
  return any;
}

// "Has not decided" and, in a later article, "has decided": what a present or perfect denies may
// have come about since. "Did not approve" is closed.
bool IsSince(const Comparison& comparison, const DifferenceGroup& group) {
  return std::all_of(group.differences.begin(), group.differences.end(), [&](uint32_t i) {
    const Difference& d = comparison.differences[i];
    if (d.ground == Ground::kToll) return IsOfLaterDay(comparison, d);
    if (d.IsOfCopy()) {
      if (d.value_a != "negative" && d.value_b != "negative") return false;
      if (IsLong(comparison, d.a) && IsLong(comparison, d.b)) return false;
      const bool no_in_a = d.value_a == "negative";
      return IsDeniedNow(comparison, no_in_a ? d.a : d.b) &&
             IsEarlier(comparison, no_in_a ? d.a.article : d.b.article,
                       no_in_a ? d.b.article : d.a.article);
    }
    if (d.ground != Ground::kText && d.ground != Ground::kDeed) return false;
    const bool no_in_a = PredicateOf(comparison, d, true).sign.polarity == Polarity::kNegative;
    if (IsOfBefore(comparison, no_in_a ? d.a.article : d.b.article, no_in_a ? d.b : d.a))
      return false;
    const bool copy = d.pair != kNoPair && comparison.pairs[d.pair].score >= kMostlyCovered;
    if (copy && IsLong(comparison, d.a) && IsLong(comparison, d.b)) return false;
    const bool in_a = PredicateOf(comparison, d, true).sign.polarity == Polarity::kNegative;
    const bool in_b = PredicateOf(comparison, d, false).sign.polarity == Polarity::kNegative;
    if (in_a == in_b) return false;
    const uint32_t no = in_a ? d.a.article : d.b.article, yes = in_a ? d.b.article : d.a.article;
    const Clause* clause =
        comparison.At(no).syntax.clauses.At(PredicateOf(comparison, d, in_a).token);
    return clause != nullptr && clause->tense == Tense::kPresent && IsEarlier(comparison, no, yes);
  });
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kPolarity, ValueOf)) {
    if (IsSince(comparison, group)) continue;
    Finding finding;
    // A body may have answered one paper and not the other.
    const bool comment = comparison.differences[group.differences[0]].ground == Ground::kComment;
    const bool minor = std::all_of(group.differences.begin(), group.differences.end(),
                                   [&](uint32_t d) { return comparison.differences[d].minor; });
    finding.severity = comment || minor ? Severity::kMedium : Severity::kHigh;
    if (IsSuperseded(comparison, group)) finding.severity = Severity::kLow;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/true, &finding);
    finding.message = SayEach(comparison, finding, "say");
    finding.reason = Reason(comparison, comparison.differences[group.differences[0]]);
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kPolarityConflict = {"polarity_conflict", Family::kPolarity,
                                        "yes in one article, no in another", Run};

}  // namespace crossread
