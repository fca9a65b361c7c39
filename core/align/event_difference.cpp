// One event on two days, or in two places: both articles tell of an event of one kind with the same
// people, and the days or places that they give it exclude each other. Kept only if neither article
// tells of another event of that kind that the other's day or place could belong to.
#include <algorithm>

#include "core/align/comparison.h"
#include "core/align/event_facts.h"
#include "core/align/number_setting.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 650;
constexpr Day kFarDays = 120;            // farther apart, it is rather done twice
constexpr uint32_t kTopicSentences = 3;  // that have the noun
constexpr size_t kSharedWords = 3;
constexpr uint32_t kNamedScore = 750;  // the same person does it, or has it done to them

class EventComparer {
 public:
  explicit EventComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      std::vector<const Event*>& told = by_kind_.emplace_back();
      for (const Event& event : comparison.At(a).events) {
        if (event.time != kNoIndex || event.place != kNoIndex) told.push_back(&event);
      }
      std::stable_sort(told.begin(), told.end(),
                       [](const Event* x, const Event* y) { return x->kind < y->kind; });
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (a_ = 0; a_ < count; ++a_) {
      for (b_ = a_ + 1; b_ < count; ++b_) {
        auto first = by_kind_[b_].begin();
        for (const Event* x : by_kind_[a_]) {
          while (first != by_kind_[b_].end() && (*first)->kind < x->kind) ++first;
          for (auto y = first; y != by_kind_[b_].end() && (*y)->kind == x->kind; ++y)
            Compare(*x, **y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  const Analysis& At(uint32_t article) const { return comparison_.At(article); }
  const Time& TimeOf(uint32_t article, const Event& event) const {
    return comparison_.At(article).times[event.time];
  }

  const Mention& PlaceOf(uint32_t article, const Event& event) const {
    return comparison_.At(article).mentions.mentions[event.place];
  }
  const std::string& KeyOf(uint32_t article, const Mention& place) const {
    return comparison_.At(article).mentions.entities[place.entity].key;
  }

  void Compare(const Event& x, const Event& y) {
    const bool days = x.time != kNoIndex && y.time != kNoIndex && DaysExclude(x, y);
    const bool places = x.place != kNoIndex && y.place != kNoIndex && PlacesExclude(x, y);
    if (!days && !places) return;
    if (!IsFact(At(a_), x) || !IsFact(At(b_), y) || !IsOneOccasion(At(a_), x, At(b_), y)) return;
    const uint32_t score = PartiesAgree(x, y);
    if (score == 0) return;
    if (days && !TellsOf(b_, y, TimeOf(a_, x)) && !TellsOf(a_, x, TimeOf(b_, y)))
      AddDays(x, y, score);
    if (places && MayBeOneDay(x, y) && !TellsOf(b_, y, a_, PlaceOf(a_, x)) &&
        !TellsOf(a_, x, b_, PlaceOf(b_, y)))
      AddPlaces(x, y, score);
  }

  bool DaysExclude(const Event& x, const Event& y) const {
    const Time &time_x = TimeOf(a_, x), &time_y = TimeOf(b_, y);
    return Relate(time_x, time_y) == Relation::kDisjoint &&
           !AreSameWords(At(a_), time_x, At(b_), time_y);
  }
  bool PlacesExclude(const Event& x, const Event& y) const {
    return RelatePlaces(KeyOf(a_, PlaceOf(a_, x)), KeyOf(b_, PlaceOf(b_, y))) ==
           Relation::kDisjoint;
  }
  // Both say when, and not surely the same: somebody may be arrested twice.
  bool MayBeOneDay(const Event& x, const Event& y) const {
    if (x.time == kNoIndex || y.time == kNoIndex) return true;
    const Relation relation = Relate(TimeOf(a_, x), TimeOf(b_, y));
    return relation != Relation::kDisjoint && relation != Relation::kUnknown;
  }

  // 0 if they don't: who acts, or whom it is done to, must be one where both name somebody, and
  // somebody must be named on both sides, or it must be the only thing of its kind that lies ahead.
  uint32_t PartiesAgree(const Event& x, const Event& y) const {
    const Match agents = Compare(x.agents, y.agents), patients = Compare(x.patients, y.patients);
    if (agents == Match::kNone || patients == Match::kNone || !ThingsAgree(x, y)) return 0;
    const bool ahead = SignOf(At(a_), x).status == Status::kPlanned;
    if (!ahead && !HappensOnce(x.kind)) return IsOneThing(x, y) ? kScore : 0;
    if (patients == Match::kOne) return kNamedScore;
    if (agents == Match::kOne && x.patients.empty() == y.patients.empty()) return kNamedScore;
    const Match all = Compare(All(x), All(y));
    if (all == Match::kNone) return 0;
    if (ahead && (all == Match::kOne || AreNouns(x, y))) return kScore;
    return IsOneThing(x, y) ? kScore : 0;
  }
  // "Signed the bill", "signed the letter": where neither is a name, one noun.
  bool ThingsAgree(const Event& x, const Event& y) const {
    if (x.thing == kNoIndex || y.thing == kNoIndex) return true;
    return comparison_.At(a_).terms[x.thing].synonym == comparison_.At(b_).terms[y.thing].synonym;
  }
  // "The council cut the fee in May", "the fee was cut in June": whoever does it, it is done to one
  // thing at one time of the year, and that thing is what both articles are about, or the rest of
  // the sentences is on one thing as well.
  bool IsOneThing(const Event& x, const Event& y) const {
    static const LexiconTable& reports = Lexicon::English().Table("reporting_nouns.tsv");
    if (x.thing == kNoIndex || y.thing == kNoIndex || x.time == kNoIndex || y.time == kNoIndex)
      return false;
    const Document& document = comparison_.DocumentOf(a_);
    if (reports.Has(document.Lemma(document.tokens[x.thing]))) return false;
    // "The band met" on many a day; that somebody had it meet is rarer.
    if (!HappensOnce(x.kind) && !(IsObject(a_, x) && IsObject(b_, y))) return false;
    const Time &time_x = TimeOf(a_, x), &time_y = TimeOf(b_, y);
    if (time_x.resolved && time_y.resolved &&
        std::max(time_x.first, time_y.first) - std::min(time_x.last, time_y.last) > kFarDays)
      return false;
    const TermId noun = comparison_.At(a_).terms[x.thing].synonym;
    if (noun != comparison_.At(b_).terms[y.thing].synonym) return false;
    return (IsTopic(a_, noun) && IsTopic(b_, noun)) ||
           CommonTerms(WordsOf(a_, x), WordsOf(b_, y)).size() >= kSharedWords;
  }
  bool IsObject(uint32_t article, const Event& event) const {
    const Analysis& analysis = comparison_.At(article);
    const Clause* clause =
        analysis.syntax.clauses.At(analysis.claims.predicates[event.predicate].token);
    return clause != nullptr && analysis.syntax.clauses.PatientOf(*clause) == event.thing;
  }
  // The article keeps coming back to it.
  bool IsTopic(uint32_t article, TermId noun) const {
    const Analysis& analysis = comparison_.At(article);
    uint32_t sentences = 0, last = UINT32_MAX;
    for (uint32_t t = 0; t < analysis.terms.size(); ++t) {
      const uint32_t sentence = analysis.document.tokens[t].sentence;
      if (analysis.terms[t].synonym != noun || sentence == last) continue;
      last = sentence;
      ++sentences;
    }
    return sentences >= kTopicSentences;
  }
  // Content words of the sentence but for the verb and the thing; sorted.
  std::vector<TermId> WordsOf(uint32_t article, const Event& event) const {
    const Analysis& analysis = comparison_.At(article);
    const uint32_t verb = analysis.claims.predicates[event.predicate].token;
    const IndexRange tokens =
        analysis.document.sentences[analysis.document.tokens[verb].sentence].tokens;
    std::vector<TermId> words;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (t != verb && t != event.thing && analysis.terms[t].content)
        words.push_back(analysis.terms[t].synonym);
    }
    SortTerms(&words);
    return words;
  }

  bool AreNouns(const Event& x, const Event& y) const {
    return comparison_.At(a_).claims.predicates[x.predicate].nominal &&
           comparison_.At(b_).claims.predicates[y.predicate].nominal;
  }
  static std::vector<uint32_t> All(const Event& event) {
    std::vector<uint32_t> all = event.agents;
    all.insert(all.end(), event.patients.begin(), event.patients.end());
    all.insert(all.end(), event.others.begin(), event.others.end());
    return all;
  }

  enum class Match { kUnknown, kNone, kOne };
  // `of_x`, `of_y`: entities of article a and b.
  Match Compare(const std::vector<uint32_t>& of_x, const std::vector<uint32_t>& of_y) const {
    if (of_x.empty() || of_y.empty()) return Match::kUnknown;
    for (const uint32_t x : of_x) {
      for (const uint32_t y : of_y) {
        if (comparison_.entities.Find(a_, x) == comparison_.entities.Find(b_, y))
          return Match::kOne;
      }
    }
    return Match::kNone;
  }

  // The article tells of something of this kind at a time that agrees with `time`.
  bool TellsOf(uint32_t article, const Event& event, const Time& time) const {
    const std::vector<const Event*>& told = by_kind_[article];
    return std::any_of(told.begin(), told.end(), [&](const Event* other) {
      return other->kind == event.kind && other->time != kNoIndex &&
             Relate(TimeOf(article, *other), time) != Relation::kDisjoint;
    });
  }

  // The same of a place, which an entity of article `of` is.
  bool TellsOf(uint32_t article, const Event& event, uint32_t of, const Mention& place) const {
    const std::vector<const Event*>& told = by_kind_[article];
    return std::any_of(told.begin(), told.end(), [&](const Event* other) {
      return other->kind == event.kind && other->place != kNoIndex &&
             RelatePlaces(KeyOf(article, PlaceOf(article, *other)), KeyOf(of, place)) !=
                 Relation::kDisjoint;
    });
  }

  void AddDays(const Event& x, const Event& y, uint32_t score) {
    Difference difference = Make(DifferenceKind::kTime, x.words, y.words, score);
    difference.mark_a = TimeOf(a_, x).span;
    difference.mark_b = TimeOf(b_, y).span;
    difference.index_a = x.time;
    difference.index_b = y.time;
    out_.push_back(std::move(difference));
  }

  void AddPlaces(const Event& x, const Event& y, uint32_t score) {
    const Mention &place_x = PlaceOf(a_, x), &place_y = PlaceOf(b_, y);
    Difference difference = Make(DifferenceKind::kPlace, place_x.span, place_y.span, score);
    difference.mark_a = place_x.span;
    difference.mark_b = place_y.span;
    difference.value_a = KeyOf(a_, place_x);
    difference.value_b = KeyOf(b_, place_y);
    out_.push_back(std::move(difference));
  }

  Difference Make(DifferenceKind kind, Span words_a, Span words_b, uint32_t score) const {
    Difference difference;
    difference.kind = kind;
    difference.ground = Ground::kDeed;
    difference.pair = kNoPair;
    difference.a = {a_, words_a};
    difference.b = {b_, words_b};
    difference.score = score;
    return difference;
  }

  const Comparison& comparison_;
  std::vector<std::vector<const Event*>> by_kind_;  // of each article those that say when or where
  uint32_t a_ = 0, b_ = 0;                          // the articles at hand
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareEvents(const Comparison& comparison) {
  return EventComparer(comparison).Run();
}

}  // namespace crossread
