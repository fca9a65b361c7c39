#include "core/align/under_way.h"

#include <algorithm>

#include "core/align/event_people.h"
#include "core/base/date.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

constexpr uint32_t kLead = 3;  // sentences, with the headline

class UnderWay {
 public:
  UnderWay(const Comparison& comparison, uint32_t article, uint32_t predicate)
      : article_(comparison.articles[article]),
        analysis_(*article_.analysis),
        day_(ParseIsoDay(article_.date)),
        plan_(analysis_.claims.predicates[predicate]),
        kind_(SynonymClass(analysis_.document.strings.Get(plan_.lemma))) {}

  // "Presents", "is presenting"; a verb that only reports is no event, but is a clause.
  bool IsTold() const {
    if (plan_.nominal) return false;
    const std::vector<Clause>& clauses = analysis_.syntax.clauses.clauses;
    return std::any_of(clauses.begin(), clauses.end(), [&](const Clause& clause) {
      const Document& document = analysis_.document;
      const Token& token = document.tokens[clause.predicate];
      if (token.sentence >= kLead || clause.predicate == plan_.token) return false;
      if (SynonymClass(document.Lemma(token)) != kind_) return false;
      const bool present = clause.form == VerbForm::kFinite && clause.tense == Tense::kPresent;
      if (!present || clause.voice == Voice::kPassive || clause.modal != kNoWord) return false;
      if (clause.negated() || clause.marker != kNoWord || IsPlan(clause.predicate)) return false;
      if (clause.subject == kNoWord || IsOther(clause.subject)) return false;
      return analysis_.syntax.tokens[clause.predicate].upos == Upos::kVerb &&
             !IsAhead(analysis_.times, document.sentences[token.sentence].span);
    });
  }

 private:
  // "Are preparing to meet".
  bool IsPlan(uint32_t t) const {
    const std::vector<Event>& events = analysis_.events;
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
      return event.token == t && event.sign.status == Status::kPlanned;
    });
  }
  // Both are named, and are not one.
  bool IsOther(uint32_t subject) const {
    const auto event = std::find_if(analysis_.events.begin(), analysis_.events.end(),
                                    [&](const Event& other) { return other.token == plan_.token; });
    if (event == analysis_.events.end() || event->agent_entity == kNoEntity) return false;
    const uint32_t entity = EntityOfWord(analysis_, subject);
    return entity != kNoEntity && entity != event->agent_entity;
  }

  // "Meet on Friday", said on Monday, is a plan.
  bool IsAhead(const std::vector<Time>& times, Span within) const {
    return std::any_of(times.begin(), times.end(), [&](const Time& time) {
      return within.Contains(time.span) && time.resolved && (!day_ || time.last > *day_);
    });
  }

  const Article& article_;
  const Analysis& analysis_;
  std::optional<Day> day_;
  const Predicate& plan_;
  std::string_view kind_;
};

}  // namespace

bool IsToldUnderWay(const Comparison& comparison, const Difference& difference) {
  if (difference.kind != DifferenceKind::kStatus || difference.still_ahead) return false;
  const bool by_words = difference.ground == Ground::kText && difference.pair != kNoPair;
  if (!by_words && difference.ground != Ground::kDeed) return false;
  const auto sign_of = [&](const Place& place, uint32_t index) {
    return comparison.At(place.article).claims.predicates[index].sign.status;
  };
  const Status in_a = sign_of(difference.a, difference.index_a),
               in_b = sign_of(difference.b, difference.index_b);
  if (in_a == Status::kPlanned && in_b == Status::kHappened)
    return UnderWay(comparison, difference.a.article, difference.index_a).IsTold();
  if (in_b == Status::kPlanned && in_a == Status::kHappened)
    return UnderWay(comparison, difference.b.article, difference.index_b).IsTold();
  return false;
}

}  // namespace crossread
