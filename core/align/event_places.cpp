// Where something happened to somebody that happens to one person once (single_place_verbs.txt):
// "was born in Kenya", "was arrested at home in Lisbon". The words around it may differ altogether;
// the person must be one, by a name or a pronoun that surely means it, and neither article may have
// the other's place, or a place inside it, for the same thing.
#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "core/align/comparison.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;

// One happening: what, to whom and where.
struct Happening {
  uint32_t claim = 0;
  uint32_t sentence = 0;
  std::string_view act;      // class of the verb
  uint32_t who = kNoEntity;  // linked
  bool planned = false;
  Span place;
  std::string_view key;  // of the place
};

class EventPlaceComparer {
 public:
  explicit EventPlaceComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) happenings_.push_back(Of(a));
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      for (uint32_t b = a + 1; b < comparison_.articles.size(); ++b) {
        for (const Happening& x : happenings_[a]) {
          for (const Happening& y : happenings_[b]) Compare(a, x, b, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::vector<Happening> Of(uint32_t article) const {
    static const LexiconTable& verbs = Lexicon::English().Table("single_place_verbs.txt");
    static const LexiconTable& synonyms = Lexicon::English().Table("synonyms.tsv");
    const Analysis& analysis = comparison_.At(article);
    std::vector<Happening> found;
    for (uint32_t c = 0; c < analysis.claims.claims.size(); ++c) {
      const Claim& claim = analysis.claims.claims[c];
      for (uint32_t p = claim.predicates.begin; p < claim.predicates.end; ++p) {
        const Predicate& predicate = analysis.claims.predicates[p];
        const Clause* clause = analysis.syntax.clauses.At(predicate.token);
        const std::string_view verb = analysis.document.strings.Get(predicate.lemma);
        if (clause == nullptr || predicate.nominal || !verbs.Has(verb) || !IsFact(predicate.sign))
          continue;
        const uint32_t whom = ToWhom(analysis, *clause);
        if (whom == kNoWord) continue;
        Happening happening;
        happening.claim = c;
        happening.sentence = claim.sentence;
        const LexiconRow* row = synonyms.Find(verb);
        happening.act = row != nullptr ? row->column(1) : verb;
        happening.planned = predicate.sign.status == Status::kPlanned;
        happening.who = PersonAt(article, whom);
        if (happening.who == kNoEntity || !FindPlace(analysis, *clause, &happening)) continue;
        found.push_back(happening);
      }
    }
    return found;
  }

  static bool IsFact(const Sign& sign) {
    return sign.polarity == Polarity::kPositive && sign.modality == Modality::kAsserted &&
           sign.status != Status::kCancelled;
  }

  // Whom it happens to: the subject of "died", "married" and of a passive, else the object.
  static uint32_t ToWhom(const Analysis& analysis, const Clause& clause) {
    const uint32_t patient = analysis.syntax.clauses.PatientOf(clause);
    if (patient != kNoWord) return patient;
    return clause.voice == Voice::kActive ? clause.subject : kNoWord;
  }

  uint32_t PersonAt(uint32_t article, uint32_t token) const {
    const Analysis& analysis = comparison_.At(article);
    uint32_t entity = kNoEntity;
    if (const Mention* mention = MentionAt(analysis, token)) {
      entity = mention->entity;
    } else {
      const std::vector<Pronoun>& pronouns = analysis.pronouns;
      const auto at = std::lower_bound(pronouns.begin(), pronouns.end(), token,
                                       [](const Pronoun& p, uint32_t t) { return p.token < t; });
      if (at != pronouns.end() && at->token == token) entity = at->entity;
    }
    if (entity == kNoEntity || analysis.mentions.entities[entity].kind != EntityKind::kPerson)
      return kNoEntity;
    return comparison_.entities.Find(article, entity);
  }

  static const Mention* MentionAt(const Analysis& analysis, uint32_t token) {
    const Span word = analysis.document.tokens[token].span;
    const std::vector<Mention>& mentions = analysis.mentions.mentions;
    const auto behind =
        std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                         [](uint32_t byte, const Mention& m) { return byte < m.span.begin; });
    if (behind == mentions.begin() || !std::prev(behind)->span.Contains(word)) return nullptr;
    return &*std::prev(behind);
  }

  // "In Kenya", right behind the verb or hanging on it, and only one such.
  static bool FindPlace(const Analysis& analysis, const Clause& clause, Happening* happening) {
    const Mention* found = nullptr;
    for (uint32_t o = clause.obliques.begin; o < clause.obliques.end; ++o) {
      const Argument& oblique = analysis.syntax.clauses.obliques[o];
      if (oblique.preposition == kNoWord) continue;
      const std::string_view preposition =
          analysis.document.Norm(analysis.document.tokens[oblique.preposition]);
      if (preposition != "in" && preposition != "at" && preposition != "near") continue;
      const Mention* mention = MentionAt(analysis, oblique.head);
      if (mention == nullptr || mention->entity == kNoEntity) continue;
      if (analysis.mentions.entities[mention->entity].kind != EntityKind::kPlace) continue;
      if (found != nullptr && found != mention) return false;
      found = mention;
    }
    if (found == nullptr) return false;
    happening->place = found->span;
    happening->key = analysis.mentions.entities[found->entity].key;
    return true;
  }

  void Compare(uint32_t a, const Happening& x, uint32_t b, const Happening& y) {
    if (x.act != y.act || x.who != y.who || x.planned != y.planned) return;
    if (RelatePlaces(x.key, y.key) != Relation::kDisjoint) return;
    if (WorldOf(comparison_, {a, x.claim}, {b, y.claim}) == World::kOtherSources) return;
    if (TimesExclude(a, x, b, y) || SaysSo(a, y) || SaysSo(b, x)) return;
    Difference difference;
    difference.kind = DifferenceKind::kPlace;
    difference.pair = kNoPair;
    difference.a = {a, x.place};
    difference.b = {b, y.place};
    difference.mark_a = x.place;
    difference.mark_b = y.place;
    difference.score = kScore;
    difference.value_a = std::string(x.key);
    difference.value_b = std::string(y.key);
    out_.push_back(std::move(difference));
  }

  bool SaysSo(uint32_t article, const Happening& other) const {
    return std::any_of(happenings_[article].begin(), happenings_[article].end(),
                       [&](const Happening& own) {
                         return own.act == other.act && own.who == other.who &&
                                RelatePlaces(own.key, other.key) != Relation::kDisjoint;
                       });
  }

  // Both say when, and not surely the same: somebody may be arrested twice.
  bool TimesExclude(uint32_t a, const Happening& x, uint32_t b, const Happening& y) const {
    const std::vector<const Time*> in_a = TimesOf(a, x), in_b = TimesOf(b, y);
    bool compatible = in_a.empty() || in_b.empty();
    for (const Time* time_a : in_a) {
      for (const Time* time_b : in_b) {
        const Relation relation = Relate(*time_a, *time_b);
        if (relation != Relation::kDisjoint && relation != Relation::kUnknown) compatible = true;
      }
    }
    return !compatible;
  }
  std::vector<const Time*> TimesOf(uint32_t article, const Happening& happening) const {
    const Span sentence = comparison_.DocumentOf(article).sentences[happening.sentence].span;
    std::vector<const Time*> times;
    for (const Time& time : comparison_.At(article).times) {
      if (sentence.Contains(time.span)) times.push_back(&time);
    }
    return times;
  }

  const Comparison& comparison_;
  std::vector<std::vector<Happening>> happenings_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareEventPlaces(const Comparison& comparison) {
  return EventPlaceComparer(comparison).Run();
}

}  // namespace crossread
