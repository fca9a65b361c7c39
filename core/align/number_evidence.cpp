// Two numbers that answer one question although no two claims line up: "the camp at Orvik holds
// about 4,000 people", "more than 9,000 have found shelter in Orvik". No single sign makes that
// sure, so signs are counted: what is counted and how it is described, who or what it is said of,
// what else the two sentences have in common, how the other numbers beside it agree, and whether it
// is the only number of its kind in both articles. Signs against it count as well.
#include <algorithm>

#include "core/align/comparison.h"
#include "core/align/number_setting.h"
#include "core/align/one_answer.h"
#include "core/align/sentence_times.h"
#include "core/align/term_weights.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"
#include "core/link/number_bound.h"

namespace crossread {
namespace {

// Points, by hand on whole clusters of news; what is not named here stands at its sign.
constexpr int32_t kEnough = 12;
constexpr int32_t kEnoughOfOneFigure = 6;  // with the same verb
constexpr int32_t kEnoughWithoutVerb = 8;
constexpr int32_t kSameNoun = 3;
constexpr int32_t kSameVerb = 2;
constexpr int32_t kSameStatement = 6;  // verb and subject
constexpr int32_t kSameFate = 5;       // "23 wounded", "wounded 23 people"
constexpr int32_t kSameHolder = 3;     // of one person
constexpr int32_t kRelation = 7;       // that person's wives or children, by whatever verb
constexpr int32_t kAnchor = 3;         // a number beside it that both sentences have
constexpr int32_t kNamed = 2;          // a name that describes what is counted
constexpr int32_t kOffset = 3;         // how long before, or after, something else
constexpr int32_t kOnce = 3;           // that happens to somebody once
constexpr int32_t kCounterAnchor = 5;  // a number beside it on which they differ as well
constexpr int32_t kTime = 3;           // a time that both have, or times that exclude each other

constexpr int64_t kFarthest = 4;     // one question has no answers farther apart than this factor
constexpr int64_t kOtherOrder = 10;  // numbers this far apart are not taken for one another
constexpr int64_t kNotSmall = 20'000;
constexpr int64_t kMany = 1'000'000;

using Setting = NumberSetting;

class NumberComparer {
 public:
  explicit NumberComparer(const Comparison& comparison)
      : comparison_(comparison), weights_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a)
      settings_.push_back(SettingsOf(comparison.At(a)));
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (a_ = 0; a_ < count; ++a_) {
      for (b_ = a_ + 1; b_ < count; ++b_) Compare();
    }
    return std::move(out_);
  }

 private:
  // ---- reading

  bool InMarks(uint32_t article, Span span) const {
    for (const Quotation& quotation : comparison_.At(article).quotations) {
      if (quotation.kind == QuotationKind::kIndirect) continue;
      for (const Span content : quotation.content) {
        if (content.Contains(span)) return true;
      }
    }
    return false;
  }

  // ---- comparing

  // "One" is as often an article. Of "the last two games" other games are left, of "from six to
  // ten" each number is a bound, and of "40 passengers and crew" the thing counted is larger than
  // its noun.
  bool IsComparable(uint32_t article, const Setting& s) const {
    const Quantity& q = *s.quantity;
    if (q.vague || q.kind == QuantityKind::kAge) return false;
    if (q.kind == QuantityKind::kOrdinal) return false;
    if (q.kind == QuantityKind::kCount && q.low <= 1000 && !q.at_most) return false;
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange tokens = document.TokensIn(q.span);
    const auto norm = [&](uint32_t t) {
      return t < document.tokens.size() ? document.Norm(document.tokens[t]) : std::string_view();
    };
    if (tokens.empty()) return false;
    static constexpr std::string_view kPart[] = {"from", "first", "last",   "final",
                                                 "next", "past",  "another"};
    if (tokens.begin > 0 &&
        std::find(std::begin(kPart), std::end(kPart), norm(tokens.begin - 1)) != std::end(kPart))
      return false;
    // "A record of 212 goals", "most of 212 goals": of another's, and of a part.
    if (tokens.begin > 1 && norm(tokens.begin - 1) == "of" &&
        (norm(tokens.begin - 2) == "record" || norm(tokens.begin - 2) == "most"))
      return false;
    if (q.kind == QuantityKind::kCount && norm(tokens.end) == "and" &&
        tokens.end + 1 < document.tokens.size()) {
      const Upos next = comparison_.At(article).syntax.tokens[tokens.end + 1].upos;
      const bool verb = comparison_.At(article).syntax.clauses.At(tokens.end + 1) != nullptr;
      if ((next == Upos::kNoun || next == Upos::kPropn) && !verb) return false;
    }
    return !InMarks(article, q.span);
  }

  // What the number surely covers; link/quantity.cpp allows more at a stretch.
  static std::pair<int64_t, int64_t> Sure(const Quantity& q) {
    const int64_t margin = q.approximate && q.low == q.high ? std::max(q.low / 8, q.step / 2) : 0;
    return {q.low - margin, q.high > INT64_MAX - margin ? INT64_MAX : q.high + margin};
  }

  // Whether both cannot be true of one thing: surely (1), or only not easily (-1). 0: they can.
  static int32_t Apart(const Quantity& p, const Quantity& q) {
    const Relation relation = Relate(p, q);
    if (relation == Relation::kDisjoint) return 1;
    if (relation != Relation::kUnknown || p.kind != q.kind || p.unit != q.unit) return 0;
    const auto x = Sure(p), y = Sure(q);
    return x.second < y.first || y.second < x.first ? -1 : 0;
  }

  void Compare() {
    std::vector<const Setting*> of_b;
    for (const Setting& y : settings_[b_]) {
      if (IsComparable(b_, y) && !Gives(a_, y)) of_b.push_back(&y);
    }
    for (const Setting& x : settings_[a_]) {
      if (of_b.empty() || !IsComparable(a_, x) || Gives(b_, x)) continue;
      for (const Setting* other : of_b) {
        const Setting& y = *other;
        if (!SameKind(x, y)) continue;
        const bool terms =
            AreTwoTerms(comparison_.At(a_), *x.quantity, comparison_.At(b_), *y.quantity);
        const int32_t apart = terms ? 1 : Apart(*x.quantity, *y.quantity);
        const bool bounds = apart == 0 && DifferInLimit(*x.quantity, *y.quantity);
        if (apart == 0 && !bounds) continue;
        const World world = WorldAt(x, y);
        if (world == World::kOtherSources) continue;
        const int32_t points = Points(x, y) + std::min(apart, 0);
        const int32_t enough = !bounds                  ? kEnough
                               : Compare(x, y).one_verb ? kEnoughOfOneFigure
                                                        : kEnoughWithoutVerb;
        if (points >= enough && !AnswerApart(comparison_, a_, x.index, b_, y.index))
          Add(x, y, world, points, bounds);
      }
    }
  }

  World WorldAt(const Setting& x, const Setting& y) const {
    if (x.claim == UINT32_MAX || y.claim == UINT32_MAX) return World::kBothAsserted;
    return WorldOf(comparison_, {a_, x.claim}, {b_, y.claim});
  }

  // "19 wives", "20 women", "20 people": whom somebody is married to, under several names.
  static bool AreRelations(const Setting& x, const Setting& y) {
    if (!x.relation || !y.relation || !x.person || !y.person) return false;
    static constexpr std::string_view kSpouses[] = {"bride",  "husband", "individual", "people",
                                                    "person", "spouse",  "wife",       "woman"};
    const auto is_spouse = [&](const Setting& s) {
      return std::find(std::begin(kSpouses), std::end(kSpouses), s.quantity->noun) !=
             std::end(kSpouses);
    };
    return x.noun == y.noun || (is_spouse(x) && is_spouse(y));
  }

  // One person's, two persons', or it isn't said.
  int32_t Holders(const Setting& x, const Setting& y) const {
    const uint32_t of_x = comparison_.entities.Find(a_, x.holder),
                   of_y = comparison_.entities.Find(b_, y.holder);
    if (of_x == kNoEntity || of_y == kNoEntity) return 0;
    return of_x == of_y ? 1 : -1;
  }

  // "23 others injured" are all the injured, beside the dead. "Three firefighters" are some.
  static bool OneFate(const Setting& x, const Setting& y) {
    const auto are_some = [](const Setting& s) {
      static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
      const LexiconRow* role = roles.Find(s.quantity->noun);
      return role != nullptr && role->column(1) == "job";
    };
    if (x.noun != y.noun && (are_some(x) || are_some(y))) return false;
    return !x.fate.empty() && x.fate == y.fate && x.named == y.named;
  }

  // What is counted may be one thing.
  static bool SameKind(const Setting& x, const Setting& y) {
    if (x.quantity->kind != y.quantity->kind) return false;
    if (x.quantity->kind != QuantityKind::kCount) return true;
    if (x.graded != y.graded) return false;
    if (OneFate(x, y) || AreRelations(x, y)) return true;
    if (x.noun == 0 || y.noun == 0 || x.another != y.another) return false;
    // "11 Kenyan sailors" are some of the sailors.
    if (x.named != y.named) return false;
    // People of two names are one group where they are described alike, or are as many.
    const auto are_as_many = [&] {
      const int64_t figure = FigureOf(*x.quantity).figure;
      return figure >= kMany && figure == FigureOf(*y.quantity).figure;
    };
    return x.noun == y.noun || (x.person && y.person &&
                                (!CommonTerms(x.modifiers, y.modifiers).empty() || are_as_many()));
  }

  // The article has this very number, of the same things: the other one answers another question.
  bool Gives(uint32_t article, const Setting& value) const {
    return std::any_of(settings_[article].begin(), settings_[article].end(), [&](const Setting& o) {
      return o.quantity->kind == value.quantity->kind && SameKind(o, value) &&
             (Relate(*o.quantity, *value.quantity) == Relation::kEqual ||
              (o.quantity->low == value.quantity->low && o.quantity->high == value.quantity->high));
    });
  }

  // No other number of the kind in the article.
  bool IsOnly(uint32_t article, const Setting& value) const {
    return std::none_of(
        settings_[article].begin(), settings_[article].end(), [&](const Setting& o) {
          const Quantity &p = *o.quantity, &q = *value.quantity;
          if (p.kind != q.kind || p.unit != q.unit || (p.low == q.low && p.high == q.high))
            return false;
          if (p.low / kOtherOrder > q.low || q.low / kOtherOrder > p.low) return false;
          // Another's wives are no other answer.
          if (o.holder != value.holder && o.holder != kNoEntity && value.holder != kNoEntity)
            return false;
          if (p.kind == QuantityKind::kCount)
            return OneFate(o, value) || (o.noun != 0 && o.noun == value.noun);
          return true;
        });
  }

  // Numbers in both sentences that are the same, of the same things, less those that are not: "six
  // rifles, 12 magazines" and "14 rifles, 31 magazines" are two finds.
  int32_t Anchors(const Setting& x, const Setting& y) const {
    int32_t anchors = 0;
    for (const Setting& p : settings_[a_]) {
      if (p.sentence != x.sentence || p.index == x.index) continue;
      for (const Setting& q : settings_[b_]) {
        if (q.sentence != y.sentence || q.index == y.index) continue;
        if (p.quantity->kind == q.quantity->kind && p.quantity->low == q.quantity->low &&
            p.quantity->high == q.quantity->high && p.quantity->unit == q.quantity->unit &&
            (p.noun == q.noun || p.noun == 0 || q.noun == 0)) {
          ++anchors;
          break;
        }
        if (p.noun != 0 && p.noun == q.noun && p.quantity->kind == QuantityKind::kCount &&
            Relate(*p.quantity, *q.quantity) == Relation::kDisjoint)
          --anchors;
      }
    }
    return anchors;
  }

  // The sentence tells of dead or injured, whose number rises.
  bool IsToll(uint32_t article, const Setting& s) const {
    static constexpr std::string_view kWords[] = {"dead",   "death", "die",  "hurt",
                                                  "injure", "kill",  "lose", "wound"};
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange tokens = document.sentences[s.sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const auto* end = std::end(kWords);
      if (std::find(std::begin(kWords), end, document.Lemma(document.tokens[t])) != end)
        return true;
    }
    return false;
  }

  TermId TermAt(uint32_t article, uint32_t token) const {
    return token == kNoWord ? 0 : comparison_.At(article).terms[token].synonym;
  }

  // How sure it is that both answer one question; 0 where something speaks against it.
  int32_t Points(const Setting& x, const Setting& y) const {
    const Quantity &p = *x.quantity, &q = *y.quantity;
    const int64_t of_x = FigureOf(p).figure, of_y = FigureOf(q).figure;
    const int64_t low = std::min(of_x, of_y), high = std::max(of_x, of_y);
    if (low == 0 || high / kFarthest > low) return 0;
    const Doing doing = Compare(x, y);
    const int32_t holders = Holders(x, y);
    if (doing.two_names || holders < 0 || (x.fate == kPopulation && holders == 0)) return 0;
    // Four years and three years tell nothing but by what lasted: the verb must say it, or a noun.
    const bool one_thing = x.noun != 0 && x.noun == y.noun;
    if (p.kind != QuantityKind::kCount && !doing.one_verb && !one_thing) return 0;
    const int32_t anchors = std::clamp(Anchors(x, y), -2, 2);
    // "At least seven were killed", "seven were killed": one figure is of everything, but not with
    // one verb, one noun, or one list.
    if (of_x == of_y && (doing.infinitive || !(doing.one_verb || one_thing || anchors > 0)))
      return 0;

    // Tolls rise from day to day.
    const bool toll = !x.fate.empty() && x.fate == y.fate && x.fate != kPopulation;
    if (toll && OnTwoDays()) return 0;
    const bool relation = holders > 0 && AreRelations(x, y), fate = OneFate(x, y);
    int32_t points = fate ? kSameFate : one_thing ? kSameNoun : 0;
    points += holders > 0 ? kSameHolder : 0;
    points += relation ? kRelation : 0;
    points += Description(x, y) + Surroundings(x, y) + Only(x, y);
    if (fate) points -= doing.one_verb ? kSameVerb : 0;  // told by the fate
    points += doing.one_verb ? (doing.one_subject ? kSameStatement : kSameVerb) : 0;
    // What is done to people tells which people are counted.
    if (!doing.one_verb && !relation && !fate)
      points += doing.two_verbs ? (x.person ? -2 : 0) : 2 * doing.one_subject;
    if (!x.mates.empty() && !CommonTerms(x.mates, y.mates).empty()) points += kAnchor;
    if (x.since != 0 && x.since == y.since && doing.one_verb)
      points += kOffset + (doing.once ? kOnce : 0);
    points += anchors > 0 ? kAnchor * anchors : kCounterAnchor * anchors;
    points += kTime * RelateTimes(comparison_.At(a_), x.sentence, comparison_.At(b_), y.sentence);
    // Close to each other, and no small numbers, which are of everything.
    points += (high <= 2 * low) + (low >= kNotSmall) - (low <= 2000);
    return points - Updated(x);
  }

  int32_t Description(const Setting& x, const Setting& y) const {
    int32_t points = x.another && y.another ? 1 : 0;
    const std::vector<TermId> both = CommonTerms(x.modifiers, y.modifiers);
    for (const TermId term : both) points += std::min(3, weights_.Of(term) / 2 + 1);
    if (!x.named.empty()) points += kNamed;  // SameKind: both have it
    if (both.empty() && !x.modifiers.empty() && !y.modifiers.empty()) points -= 2;
    int32_t after = 0;
    for (const TermId term : CommonTerms(x.after, y.after)) after += weights_.Of(term) / 2;
    return points + std::min(after, 4);
  }

  // The words of both sentences: how much they are, and how much of the shorter one. A word that
  // describes what is counted in one may stand elsewhere in the other.
  int32_t Surroundings(const Setting& x, const Setting& y) const {
    const int32_t both = weights_.Of(CommonTerms(x.words, y.words)) +
                         weights_.Of(CommonTerms(x.modifiers, y.words)) +
                         weights_.Of(CommonTerms(x.words, y.modifiers));
    const int32_t shorter = std::max(1, std::min(weights_.Of(x.words), weights_.Of(y.words)));
    int32_t points = std::min(8, both * 10 / shorter) + std::min(5, both / 5);
    const size_t names = CommonTerms(x.names, y.names).size();
    points += static_cast<int32_t>(std::min<size_t>(2, names));
    if (names == 0 && !x.names.empty() && !y.names.empty()) points -= 2;
    return points;
  }

  // Other numbers of the kind may as well be the ones that this one answers.
  int32_t Only(const Setting& x, const Setting& y) const {
    const int32_t only = IsOnly(a_, x) + IsOnly(b_, y);  // 0 to 2
    int32_t points = 2 * only - 2;
    if (x.quantity->kind == QuantityKind::kCount) points += 2 * only - 4;
    if (x.quantity->kind == QuantityKind::kDuration && x.quantity->noun != y.quantity->noun)
      points -= 2;
    return points;
  }

  struct Doing {
    bool one_verb = false, one_subject = false, two_verbs = false;
    bool once = false;        // the verb is of single_events.txt
    bool infinitive = false;  // "the only club to win at least ten"
    bool two_names = false;   // "Vane sold 14 boats", "Moll sold 17"
  };

  static bool HappensOnce(std::string_view lemma) {
    static const LexiconTable& verbs = Lexicon::English().Table("single_events.txt");
    return verbs.Has(SynonymClass(lemma));
  }

  bool IsName(uint32_t article, uint32_t token) const {
    return token != kNoWord && comparison_.At(article).syntax.tokens[token].upos == Upos::kPropn;
  }

  Doing Compare(const Setting& x, const Setting& y) const {
    Doing doing;
    for (const Clause* c : x.clauses) {
      for (const Clause* d : y.clauses) {
        const TermId v = TermAt(a_, c->predicate), s = TermAt(a_, c->subject);
        const bool verb = v == TermAt(b_, d->predicate) && v != x.noun &&
                          comparison_.At(a_).terms[c->predicate].content;
        const bool subject = s != 0 && s == TermAt(b_, d->subject) && s != x.noun;
        doing.once |= verb && HappensOnce(comparison_.At(a_).document.Lemma(
                                  comparison_.At(a_).document.tokens[c->predicate]));
        doing.infinitive |=
            verb && (c->form == VerbForm::kInfinitive || d->form == VerbForm::kInfinitive);
        doing.two_names |=
            verb && s != TermAt(b_, d->subject) && IsName(a_, c->subject) && IsName(b_, d->subject);
        doing.two_verbs |= v != TermAt(b_, d->predicate);
        doing.one_subject |= subject && (verb || !doing.one_verb);
        if (verb && !doing.one_verb) doing.one_subject = subject;
        doing.one_verb |= verb;
      }
    }
    return doing;
  }

  // Points off where a later article may know better: days apart, and tolls of days unknown.
  int32_t Updated(const Setting& x) const {
    const bool dated = ParseIsoDay(comparison_.articles[a_].date).has_value() &&
                       ParseIsoDay(comparison_.articles[b_].date).has_value();
    if (dated && !OnTwoDays()) return 0;
    return (dated ? 2 : 0) + ((x.person || !x.fate.empty()) && IsToll(a_, x) ? 3 : 0);
  }

  bool OnTwoDays() const {
    const auto day_a = ParseIsoDay(comparison_.articles[a_].date),
               day_b = ParseIsoDay(comparison_.articles[b_].date);
    return day_a && day_b && *day_a != *day_b;
  }

  void Add(const Setting& x, const Setting& y, World world, int32_t points, bool minor) {
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.pair = kNoPair;
    difference.mark_a = x.quantity->span;
    difference.mark_b = y.quantity->span;
    difference.a = {a_, x.quantity->span};
    difference.b = {b_, y.quantity->span};
    difference.index_a = x.index;
    difference.index_b = y.index;
    difference.world = world;
    difference.minor = minor;
    difference.score = static_cast<uint32_t>(std::min(900, 300 + 25 * points));
    out_.push_back(difference);
  }

  const Comparison& comparison_;
  TermWeights weights_;
  std::vector<std::vector<Setting>> settings_;
  uint32_t a_ = 0, b_ = 0;  // the articles at hand
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareNumbers(const Comparison& comparison) {
  return NumberComparer(comparison).Run();
}

}  // namespace crossread
