// Two times that answer one question although verbs and words differ: "was voted out in 2003", "who
// was ousted in 2002". No single sign makes that sure, so signs are counted: verbs of one kind or
// one outcome, who acts and whom it is done to, figures and names that both sentences have, what
// else they have in common, and whether either article tells of another such event.
#include <algorithm>

#include "core/align/event_facts.h"
#include "core/align/event_people.h"
#include "core/align/number_setting.h"
#include "core/align/term_weights.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// Points, by hand on whole clusters of news; what is not named here stands at its sign.
constexpr int32_t kEnough = 9;
constexpr int32_t kSameVerb = 3;
constexpr int32_t kSameOutcome = 2;
constexpr int32_t kOnce = 2;      // what comes to one person once
constexpr int32_t kSufferer = 5;  // the same one suffers it
constexpr int32_t kDoer = 3;      // the same one does it
constexpr int32_t kSomebody = 3;  // the one who suffers it is named elsewhere in the other sentence
constexpr int32_t kThing = 2;     // one noun for what it is done to
constexpr int32_t kMoney = 5;     // one sum of money
constexpr int32_t kFigure = 3;    // another number that both sentences have
constexpr int32_t kToll = 6;      // two numbers of the same things, against it
constexpr int32_t kRival = 4;     // another event of the kind in either article
constexpr int32_t kKnown = 2;     // the time of one article stands in the other, of something else
constexpr int32_t kFar = 4;
constexpr Day kFarDays = 120;  // days farther apart are rather those of two events

// An event that an article gives a time.
struct Timed {
  const Event* event = nullptr;
  uint32_t time = kNoIndex;
  Span extent;                                      // of the words that tell of it
  std::string_view outcome;                         // of outcomes.tsv, or the verb's kind
  bool once = false;                                // it comes once
  uint32_t doer = kNoEntity, sufferer = kNoEntity;  // across articles
  uint32_t sentence = 0;
  TermId thing = 0;              // the word for the sufferer, where that is no name
  std::vector<uint32_t> people;  // entities across articles that the sentence names; sorted
  std::vector<TermId> words;     // content words of the sentence but for all this; sorted
  std::vector<const Quantity*> figures;
};

class TimeComparer {
 public:
  explicit TimeComparer(const Comparison& comparison)
      : comparison_(comparison), weights_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      told_.emplace_back();
      for (const Event& event : At(a).events) Read(a, event);
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (a_ = 0; a_ < count; ++a_) {
      for (b_ = a_ + 1; b_ < count; ++b_) {
        for (const Timed& x : told_[a_]) {
          for (const Timed& y : told_[b_]) Compare(x, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  const Analysis& At(uint32_t article) const { return comparison_.At(article); }
  const Time& TimeOf(uint32_t article, const Timed& timed) const {
    return At(article).times[timed.time];
  }

  // ---- reading

  void Read(uint32_t article, const Event& event) {
    static const LexiconTable& outcomes = Lexicon::English().Table("outcomes.tsv");
    const Analysis& analysis = At(article);
    Timed timed;
    timed.event = &event;
    timed.time = event.time;
    timed.extent = event.words;
    if (timed.time == kNoIndex) TakeTimeOfCause(analysis, event, &timed);
    if (timed.time == kNoIndex) return;
    const LexiconRow* row = outcomes.Find(event.kind);
    timed.outcome = row != nullptr ? row->column(0) : event.kind;
    timed.once = row != nullptr || HappensOnce(event.kind);
    const bool own = row != nullptr && row->column(1) == "agent";
    const uint32_t sufferer = own ? event.agent : event.patient;
    const uint32_t agent = AgentOf(comparison_, article, event);
    timed.doer = own ? kNoEntity : agent;
    timed.sufferer = own ? agent : PatientOf(comparison_, article, event);
    timed.thing = WordFor(article, sufferer, timed.sufferer);
    timed.sentence = analysis.document.tokens[event.token].sentence;
    ReadSentence(article, &timed);
    told_.back().push_back(std::move(timed));
  }

  // "A fire on Monday killed four".
  static void TakeTimeOfCause(const Analysis& analysis, const Event& event, Timed* timed) {
    for (const Event& cause : analysis.events) {
      if (cause.time == kNoIndex || cause.token != event.agent) continue;
      timed->time = cause.time;
      timed->extent.begin = std::min(timed->extent.begin, cause.words.begin);
      timed->extent.end = std::max(timed->extent.end, cause.words.end);
    }
  }

  TermId WordFor(uint32_t article, uint32_t token, uint32_t entity) const {
    if (token == kNoWord || entity != kNoEntity) return 0;
    const Term& term = At(article).terms[token];
    return term.content ? term.synonym : 0;
  }

  void ReadSentence(uint32_t article, Timed* timed) const {
    const Analysis& analysis = At(article);
    const Document& document = analysis.document;
    const IndexRange tokens = document.sentences[timed->sentence].tokens;
    const Span time = TimeOf(article, *timed).span;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const uint32_t entity = EntityOfWord(comparison_, article, t);
      if (entity != kNoEntity) timed->people.push_back(entity);
      if (entity != kNoEntity || t == timed->event->token || !analysis.terms[t].content ||
          time.Contains(document.tokens[t].span) || analysis.syntax.tokens[t].upos == Upos::kNum)
        continue;
      timed->words.push_back(analysis.terms[t].synonym);
    }
    std::sort(timed->people.begin(), timed->people.end());
    timed->people.erase(std::unique(timed->people.begin(), timed->people.end()),
                        timed->people.end());
    SortTerms(&timed->words);
    const Span sentence = document.sentences[timed->sentence].span;
    for (const Quantity& quantity : analysis.quantities) {
      if (sentence.Contains(quantity.span) && !quantity.vague &&
          quantity.kind != QuantityKind::kOrdinal)
        timed->figures.push_back(&quantity);
    }
  }

  // ---- comparing

  void Compare(const Timed& x, const Timed& y) {
    if (x.outcome != y.outcome && !AreOneSale(x, y)) return;
    const Time &time_x = TimeOf(a_, x), &time_y = TimeOf(b_, y);
    if (!IsComparable(time_x) || !IsComparable(time_y)) return;
    if (Relate(time_x, time_y) != Relation::kDisjoint ||
        AreSameWords(At(a_), time_x, At(b_), time_y))
      return;
    if (!IsFact(At(a_), *x.event) || !IsFact(At(b_), *y.event)) return;
    if (x.event->unreal || y.event->unreal) return;
    if (!IsOneOccasion(At(a_), *x.event, At(b_), *y.event)) return;
    if (PlacesExclude(x, y)) return;
    if (TellsOf(b_, y, time_x) || TellsOf(a_, x, time_y)) return;
    const World world = WorldOf(comparison_, {a_, x.event->claim}, {b_, y.event->claim});
    if (world == World::kOtherSources) return;
    const int32_t points = Points(x, y);
    if (points >= kEnough) Add(x, y, world, points);
  }

  static bool IsComparable(const Time& time) {
    return !time.vague && time.minute < 0 && time.bound == Bound::kNone &&
           time.granularity != Granularity::kOther;
  }

  bool PlacesExclude(const Timed& x, const Timed& y) const {
    if (x.event->place == kNoIndex || y.event->place == kNoIndex) return false;
    return RelatePlaces(PlaceOf(a_, x), PlaceOf(b_, y)) == Relation::kDisjoint;
  }
  const std::string& PlaceOf(uint32_t article, const Timed& timed) const {
    const Mentions& mentions = At(article).mentions;
    return mentions.entities[mentions.mentions[timed.event->place].entity].key;
  }

  // The article tells of something of this kind at a time that agrees with `time`, or has that time
  // in the very sentence.
  bool TellsOf(uint32_t article, const Timed& timed, const Time& time) const {
    for (const Timed& other : told_[article]) {
      if (other.outcome == timed.outcome &&
          Relate(TimeOf(article, other), time) != Relation::kDisjoint)
        return true;
    }
    const Analysis& analysis = At(article);
    const Span sentence = analysis.document.sentences[timed.sentence].span;
    return std::any_of(analysis.times.begin(), analysis.times.end(), [&](const Time& other) {
      return sentence.Contains(other.span) && Relate(other, time) != Relation::kDisjoint &&
             !other.vague;
    });
  }

  // Bought and sold for one sum: what was bought may be sold years later, but for another.
  bool AreOneSale(const Timed& x, const Timed& y) const {
    const auto is = [](const Timed& timed, std::string_view outcome) {
      return timed.outcome == outcome;
    };
    return ((is(x, "buy") && is(y, "sell")) || (is(x, "sell") && is(y, "buy"))) &&
           Figures(x, y) >= kMoney;
  }

  // How sure it is that both answer one question; 0 where something speaks against it.
  int32_t Points(const Timed& x, const Timed& y) const {
    if (AreTwo(x.sufferer, y.sufferer)) return 0;
    const bool one_verb = x.event->kind == y.event->kind;
    // The buyer and the seller do one thing.
    if (x.outcome == y.outcome && AreTwo(x.doer, y.doer)) return 0;
    int32_t points = one_verb ? kSameVerb : kSameOutcome;
    if (x.once && (Names(y, x.sufferer) || Names(x, y.sufferer))) points += kOnce;
    points += Parties(x, y) + Figures(x, y) + Surroundings(x, y) + Times(x, y);
    if (HasRival(a_, x) || HasRival(b_, y)) points -= kRival;
    return points;
  }

  static bool AreTwo(uint32_t x, uint32_t y) { return x != kNoEntity && y != kNoEntity && x != y; }
  static bool AreOne(uint32_t x, uint32_t y) { return x != kNoEntity && x == y; }
  static bool Names(const Timed& timed, uint32_t entity) {
    return entity != kNoEntity &&
           std::binary_search(timed.people.begin(), timed.people.end(), entity);
  }

  int32_t Parties(const Timed& x, const Timed& y) const {
    int32_t points = 0;
    if (AreOne(x.doer, y.doer)) points += kDoer;
    if (AreOne(x.sufferer, y.sufferer)) {
      points += kSufferer;
    } else if (Names(y, x.sufferer) || Names(x, y.sufferer)) {
      points += kSomebody;
    }
    if (x.thing != 0 && y.thing != 0) points += x.thing == y.thing ? kThing : -kThing;
    std::vector<uint32_t> both;
    std::set_intersection(x.people.begin(), x.people.end(), y.people.begin(), y.people.end(),
                          std::back_inserter(both));
    points += static_cast<int32_t>(std::min<size_t>(2, both.size()));
    if (both.empty() && !x.people.empty() && !y.people.empty()) points -= 3;
    return points;
  }

  int32_t Figures(const Timed& x, const Timed& y) const {
    int32_t points = 0;
    for (const Quantity* p : x.figures) {
      for (const Quantity* q : y.figures) {
        if (p->kind != q->kind || p->unit != q->unit) continue;
        const bool count = p->kind == QuantityKind::kCount;
        if (count && (p->noun.empty() || p->noun != q->noun)) continue;
        if (p->low == q->low && p->high == q->high) {
          points += p->kind == QuantityKind::kMoney ? kMoney : kFigure;
        } else if (Relate(*p, *q) == Relation::kDisjoint) {
          // Other tolls are mostly of other events.
          points -= count ? kToll : kFigure;
        }
      }
    }
    return std::clamp(points, -kToll, kMoney + kFigure);
  }

  // What else both sentences have, and how much it is of the shorter one.
  int32_t Surroundings(const Timed& x, const Timed& y) const {
    const int32_t both = weights_.Of(CommonTerms(x.words, y.words));
    const int32_t shorter = std::max(1, std::min(weights_.Of(x.words), weights_.Of(y.words)));
    return std::min(4, both * 8 / shorter) + std::min(4, both / 5);
  }

  int32_t Times(const Timed& x, const Timed& y) const {
    const Time &p = TimeOf(a_, x), &q = TimeOf(b_, y);
    int32_t points = p.granularity == q.granularity ? 1 : -1;
    if (p.resolved && q.resolved && !x.once &&
        std::max(p.first, q.first) - std::min(p.last, q.last) > kFarDays)
      points -= kFar;
    if (p.weekday < 0 || q.weekday < 0) points -= kKnown * (Knows(b_, p) + Knows(a_, q));
    return points;
  }
  bool Knows(uint32_t article, const Time& time) const {
    const std::vector<Time>& times = At(article).times;
    return std::any_of(times.begin(), times.end(),
                       [&](const Time& t) { return Relate(t, time) == Relation::kEqual; });
  }

  // The article tells of another event of the kind at another time, not surely of somebody else.
  bool HasRival(uint32_t article, const Timed& timed) const {
    return std::any_of(told_[article].begin(), told_[article].end(), [&](const Timed& other) {
      return other.outcome == timed.outcome && !AreTwo(other.sufferer, timed.sufferer) &&
             Relate(TimeOf(article, other), TimeOf(article, timed)) == Relation::kDisjoint;
    });
  }

  void Add(const Timed& x, const Timed& y, World world, int32_t points) {
    Difference difference;
    difference.kind = DifferenceKind::kTime;
    difference.ground = Ground::kDeed;
    difference.pair = kNoPair;
    difference.a = {a_, x.extent};
    difference.b = {b_, y.extent};
    difference.mark_a = TimeOf(a_, x).span;
    difference.mark_b = TimeOf(b_, y).span;
    difference.index_a = x.time;
    difference.index_b = y.time;
    difference.world = world;
    difference.score = static_cast<uint32_t>(std::min(900, 300 + 25 * points));
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  TermWeights weights_;
  std::vector<std::vector<Timed>> told_;  // of each article
  uint32_t a_ = 0, b_ = 0;                // the articles at hand
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareTimes(const Comparison& comparison) {
  return TimeComparer(comparison).Run();
}

}  // namespace crossread
