// One deed that two articles tell differently: planned here and over there, agreed and refused. No
// words need line up. That it is one deed is weighed: the verb's kind, who acts, who is acted on,
// what else both sentences name, and that neither article tells another of the kind with the same
// people in the other's way.
#include <algorithm>
#include <string>
#include <vector>

#include "core/align/charges.h"
#include "core/align/deed_weight.h"
#include "core/align/event_people.h"
#include "core/align/renewal.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

// By hand on our own stories: the points of deed_weight.h that are enough.
constexpr uint32_t kEnough = 4;
constexpr uint32_t kScore = 650;
constexpr uint32_t kScoreStep = 30;

class DeedComparer {
 public:
  DeedComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      updates_.push_back(UpdateOf(a));
      std::vector<const Event*>& told = by_kind_.emplace_back();
      for (const Event& event : comparison.At(a).events) {
        if (event.in_marks || event.unreal) continue;
        if (IsCommon(event.kind) && !IsCharge(comparison, a, event)) continue;
        told.push_back(&event);
      }
      std::stable_sort(told.begin(), told.end(),
                       [](const Event* x, const Event* y) { return x->kind < y->kind; });
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (a_ = 0; a_ < count; ++a_) {
      CompareWithUpdate();
      for (b_ = a_ + 1; b_ < count; ++b_) {
        const std::vector<const Event*>& in_b = by_kind_[b_];
        auto first = in_b.begin();
        for (const Event* x : by_kind_[a_]) {
          while (first != in_b.end() && (*first)->kind < x->kind) ++first;
          for (auto y = first; y != in_b.end() && (*y)->kind == x->kind; ++y) Compare(*x, **y);
          CompareOpposites(*x);
        }
      }
    }
    return std::move(out_);
  }

 private:
  const Analysis& A() const { return comparison_.At(a_); }
  const Analysis& B() const { return comparison_.At(b_); }
  uint32_t AgentOf(uint32_t article, const Event& event) const {
    return crossread::AgentOf(comparison_, article, event);
  }
  uint32_t PatientOf(uint32_t article, const Event& event) const {
    return crossread::PatientOf(comparison_, article, event);
  }

  // The first token of what an article has added under "UPDATE:"; kNoWord if nothing.
  uint32_t UpdateOf(uint32_t article) const {
    const Document& document = comparison_.DocumentOf(article);
    for (const Sentence& sentence : document.sentences) {
      const uint32_t t = sentence.tokens.begin;
      if (sentence.tokens.size() < 2) continue;
      const std::string_view word = document.Text(document.tokens[t].span);
      if ((word == "UPDATE" || word == "Update" || word == "UPDATED") &&
          document.Text(document.tokens[t + 1].span) == ":")
        return t;
    }
    return kNoWord;
  }
  bool IsInUpdate(uint32_t article, const Event& event) const {
    return updates_[article] != kNoWord && event.token > updates_[article];
  }

  // A lead that still has ahead what the update below it has as done.
  void CompareWithUpdate() {
    if (updates_[a_] == kNoWord) return;
    constexpr size_t kMost = 100;  // plans, and deeds done
    b_ = a_;
    std::vector<const Event*> plans, done;
    for (const Event* event : by_kind_[a_]) {
      if (event->sign.status == Status::kPlanned && !IsInUpdate(a_, *event)) plans.push_back(event);
      if (event->sign.status == Status::kHappened && IsInUpdate(a_, *event)) done.push_back(event);
    }
    if (plans.size() > kMost || done.size() > kMost) return;
    for (const Event* x : plans) {
      for (const Event* y : done) {
        if (x->kind != y->kind || !StatusesExclude(x->sign, y->sign)) continue;
        // "By the prosecutor", "by a jury": of one person it is one event.
        const uint32_t patient = PatientOf(a_, *x);
        const bool one = patient != kNoEntity && patient == PatientOf(a_, *y);
        const uint32_t weight = one ? kEnough : Weigh(*x, *y);
        if (weight >= kEnough) Add(DifferenceKind::kStatus, *x, *y, weight);
      }
    }
  }

  void Compare(const Event& x, const Event& y) {
    DifferenceKind kind;
    if (IsStatus(x, y)) {
      kind = DifferenceKind::kStatus;
    } else if (IsPolarity(x, y)) {
      // "Anyone who ever met her" tells of no one meeting.
      if (IsUnknownRelative(a_, x) || IsUnknownRelative(b_, y)) return;
      kind = DifferenceKind::kPolarity;
    } else {
      return;
    }
    const World world = WorldOf(comparison_, {a_, x.claim}, {b_, y.claim});
    if (world == World::kOtherSources) return;
    if (kind != DifferenceKind::kStatus && world == World::kMixed &&
        !(IsOwnWords(a_, x) && IsOwnWords(b_, y)))
      return;
    if (kind == DifferenceKind::kPolarity && IsCommon(x.kind) &&
        !AreOneCharge(comparison_, a_, x, b_, y))
      return;
    if (kind == DifferenceKind::kPolarity && IsRenewal(x, y)) return;
    const uint32_t weight = Weigh(x, y);
    // What comes once is not planned for one day and done on another.
    const bool twice = kind != DifferenceKind::kStatus || !HappensOnce(x.kind);
    if (weight < kEnough || (twice && TimesExclude(x, y))) return;
    if (TellsOther(a_, x, y, kind) || TellsOther(b_, y, x, kind)) return;
    Add(kind, x, y, weight);
    if (kind == DifferenceKind::kStatus) out_.back().still_ahead = IsStillAhead(x, y);
  }

  // "Accepted the offer", "rejected the offer": a verb and one that excludes it.
  void CompareOpposites(const Event& x) {
    static const LexiconTable& antonyms = Lexicon::English().Table("antonyms.tsv");
    static const LexiconTable& exclusive = Lexicon::English().Table("exclusive_verbs.txt");
    const std::vector<const Event*>& in_b = by_kind_[b_];
    const LexiconRow* row = exclusive.Has(x.kind) ? antonyms.Find(x.kind) : nullptr;
    const LexiconRow* end = antonyms.rows().data() + antonyms.rows().size();
    for (; row != nullptr && row != end && row->key == x.kind; ++row) {
      const std::string_view kind = SynonymClass(row->column(1));
      if (!exclusive.Has(kind)) continue;
      auto y =
          std::lower_bound(in_b.begin(), in_b.end(), kind,
                           [](const Event* event, std::string_view k) { return event->kind < k; });
      for (; y != in_b.end() && (*y)->kind == kind; ++y) CompareOpposite(x, **y);
    }
  }

  void CompareOpposite(const Event& x, const Event& y) {
    const auto is_fact = [](const Event& event) {
      return event.sign.polarity == Polarity::kPositive &&
             event.sign.modality == Modality::kAsserted && event.sign.status == Status::kHappened;
    };
    if (!is_fact(x) || !is_fact(y) || !IsOnePatient(x, y)) return;
    if (IsRenewal(x, y) || IsOtherCharge(x, y)) return;
    const uint32_t weight = Weigh(x, y);
    if (weight < kEnough || TimesExclude(x, y)) return;
    const World world = WorldOf(comparison_, {a_, x.claim}, {b_, y.claim});
    if (world == World::kOtherSources) return;
    if (world == World::kMixed && !(IsOwnWords(a_, x) && IsOwnWords(b_, y))) return;
    if (TellsOpposite(a_, x, y) || TellsOpposite(b_, y, x)) return;
    Add(DifferenceKind::kPolarity, x, y, weight);
    Difference& difference = out_.back();
    difference.ground = Ground::kOpposite;
    difference.value_a = std::string(x.kind);
    difference.value_b = std::string(y.kind);
  }
  // Of one thing; or, of what somebody does by himself ("survived"), of one person.
  bool IsOnePatient(const Event& x, const Event& y) const {
    const auto is_one = [&](uint32_t word_x, uint32_t word_y, uint32_t of_x, uint32_t of_y) {
      if (word_x == kNoWord || word_y == kNoWord) return false;
      if (of_x != kNoEntity || of_y != kNoEntity) return of_x == of_y;
      return A().terms[word_x].synonym == B().terms[word_y].synonym;
    };
    if (x.patient != kNoWord && y.patient != kNoWord)
      return is_one(x.patient, y.patient, PatientOf(a_, x), PatientOf(b_, y));
    return x.patient == kNoWord && y.patient == kNoWord && AgentOf(a_, x) != kNoEntity &&
           AgentOf(a_, x) == AgentOf(b_, y);
  }
  bool IsRenewal(const Event& x, const Event& y) const {
    const Predicate &in_a = A().claims.predicates[x.predicate],
                    &in_b = B().claims.predicates[y.predicate];
    return IsRenewed(A(), in_a, B(), in_b) || IsRenewed(B(), in_b, A(), in_a);
  }
  // "Convicted of fraud", "acquitted of arson".
  bool IsOtherCharge(const Event& x, const Event& y) const {
    const uint32_t of_x = ChargeWord(A(), x.token), of_y = ChargeWord(B(), y.token);
    return of_x != kNoWord && of_y != kNoWord && A().terms[of_x].synonym != B().terms[of_y].synonym;
  }
  bool TellsOpposite(uint32_t article, const Event& said, const Event& other) const {
    const std::vector<Event>& events = comparison_.At(article).events;
    return std::any_of(events.begin(), events.end(), [&](const Event& event) {
      return event.kind == other.kind &&
             !AreOthers(PatientOf(article, event), PatientOf(article, said)) &&
             !AreOthers(AgentOf(article, event), AgentOf(article, said));
    });
  }

  // ---- how they differ

  static bool IsSure(const Sign& sign) {
    return sign.modality == Modality::kAsserted ||
           (sign.status == Status::kPlanned && sign.modal.Overlaps(sign.cue));
  }

  // Planned against over, both on one day, or planned for a later one: what was planned the day
  // before may well have happened.
  bool IsStatus(const Event& x, const Event& y) const {
    if (!StatusesExclude(x.sign, y.sign)) return false;
    if (IsWilling(a_, x) || IsWilling(b_, y)) return false;
    const std::string &date_a = comparison_.articles[a_].date,
                      &date_b = comparison_.articles[b_].date;
    const auto day_a = ParseIsoDay(date_a), day_b = ParseIsoDay(date_b);
    if (!day_a || !day_b) return false;
    return *day_a == *day_b || IsStillAhead(x, y);
  }
  // "Is prepared to sign" says that he would, not that he will.
  bool IsWilling(uint32_t article, const Event& event) const {
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange cue = document.TokensIn(event.sign.cue);
    for (uint32_t t = cue.begin; t < cue.end; ++t) {
      const std::string_view norm = document.Norm(document.tokens[t]);
      if (norm == "prepared" || norm == "ready") return true;
    }
    return false;
  }
  static bool StatusesExclude(const Sign& x, const Sign& y) {
    const auto excludes = [](Status s, Status t) {
      return s == Status::kPlanned && (t == Status::kHappened || t == Status::kCancelled);
    };
    if (!excludes(x.status, y.status) && !excludes(y.status, x.status)) return false;
    if (x.polarity != Polarity::kPositive && x.polarity != Polarity::kUnknown) return false;
    if (y.polarity != x.polarity && y.polarity != Polarity::kPositive) return false;
    if (x.polarity == Polarity::kUnknown || y.polarity == Polarity::kUnknown) return false;
    return IsSure(x) && IsSure(y);
  }

  // The plan gives a day after that on which the other article says that it is over.
  bool IsStillAhead(const Event& x, const Event& y) const {
    const bool a_plans = x.sign.status == Status::kPlanned;
    const auto over = ParseIsoDay(comparison_.articles[a_plans ? b_ : a_].date);
    const std::vector<const Time*> times = a_plans ? TimesOf(a_, x) : TimesOf(b_, y);
    return over && !times.empty() && std::all_of(times.begin(), times.end(), [&](const Time* time) {
             return time->resolved && time->first > *over;
           });
  }

  static bool IsPolarity(const Event& x, const Event& y) {
    const auto known = [](const Event& e) {
      return e.sign.polarity != Polarity::kUnknown && e.sign.modality == Modality::kAsserted;
    };
    if (!known(x) || !known(y) || x.sign.polarity == y.sign.polarity) return false;
    const Sign& no = x.sign.polarity == Polarity::kNegative ? x.sign : y.sign;
    const Sign& yes = x.sign.polarity == Polarity::kNegative ? y.sign : x.sign;
    if (yes.status == Status::kCancelled) return false;
    // Who refuses to do it does not agree to do it.
    return yes.status != Status::kPlanned || no.status == Status::kPlanned ||
           no.status == Status::kNone;
  }

  bool IsUnknownRelative(uint32_t article, const Event& event) const {
    const Analysis& analysis = comparison_.At(article);
    const Clause* clause = analysis.syntax.clauses.At(event.token);
    if (clause == nullptr || AgentOf(article, event) != kNoEntity || event.agent == kNoWord)
      return false;
    const std::string_view agent = analysis.document.Norm(analysis.document.tokens[event.agent]);
    return clause->role == ClauseRole::kRelative || agent == "anyone" || agent == "who";
  }

  // ---- whether they are one

  static bool HappensOnce(std::string_view kind) {
    static const LexiconTable& verbs = Lexicon::English().Table("single_events.txt");
    return verbs.Has(kind);
  }

  // Verbs of saying and thinking, and those that need an object to mean anything, tell no deed
  // that would be known by its kind.
  static bool IsCommon(std::string_view kind) {
    static const LexiconTable& reporting = Lexicon::English().Table("reporting_verbs.tsv");
    static const LexiconTable& common = Lexicon::English().Table("common_verbs.txt");
    return reporting.Has(kind) || common.Has(kind);
  }

  uint32_t Weigh(const Event& x, const Event& y) const {
    return WeighDeeds(comparison_, {a_, &x}, {b_, &y});
  }

  bool TimesExclude(const Event& x, const Event& y) const {
    const std::vector<const Time*> in_a = TimesOf(a_, x), in_b = TimesOf(b_, y);
    bool compatible = in_a.empty() || in_b.empty();
    for (const Time* time_a : in_a) {
      for (const Time* time_b : in_b) {
        if (Relate(*time_a, *time_b) != Relation::kDisjoint) compatible = true;
      }
    }
    return !compatible;
  }
  std::vector<const Time*> TimesOf(uint32_t article, const Event& event) const {
    const Analysis& analysis = comparison_.At(article);
    const Span sentence =
        analysis.document.sentences[analysis.document.tokens[event.token].sentence].span;
    std::vector<const Time*> times;
    for (const Time& time : analysis.times) {
      if (sentence.Contains(time.span)) times.push_back(&time);
    }
    return times;
  }

  // The article tells as well what the other has: an update, or two deeds.
  bool TellsOther(uint32_t article, const Event& said, const Event& other,
                  DifferenceKind kind) const {
    for (const Event& event : comparison_.At(article).events) {
      if (event.kind != said.kind) continue;
      if (event.predicate == said.predicate || event.unreal) continue;
      // What the article said before its update.
      if (kind == DifferenceKind::kStatus && IsInUpdate(article, said) &&
          !IsInUpdate(article, event))
        continue;
      if (AreOthers(PatientOf(article, event), PatientOf(article, said)) ||
          AreOthers(AgentOf(article, event), AgentOf(article, said)))
        continue;
      if (kind == DifferenceKind::kStatus
              ? event.sign.status == other.sign.status && !event.in_marks
              : event.sign.polarity == other.sign.polarity)
        return true;
    }
    return false;
  }

  static bool AreOthers(uint32_t x, uint32_t y) {
    return x != kNoEntity && y != kNoEntity && x != y;
  }

  // ---- who says so

  bool IsOwnWords(uint32_t article, const Event& event) const {
    if (IsOfficial(comparison_, article, event)) return true;
    const Analysis& analysis = comparison_.At(article);
    const uint32_t q = analysis.claims.claims[event.claim].quotation;
    if (q == kNoQuotation) return true;
    const Quotation& quotation = analysis.quotations[q];
    if (quotation.kind != QuotationKind::kIndirect) return false;
    // "The bank said it would not pay": who says what he will do has decided it.
    if (IsSpeaker(article, quotation, event)) return true;
    // "Agreed to sign" is a event, though "agreed" reports as well.
    const Document& document = analysis.document;
    const IndexRange tokens = document.TokensIn(quotation.content.front());
    return !tokens.empty() && document.Norm(document.tokens[tokens.begin]) == "to";
  }

  bool IsSpeaker(uint32_t article, const Quotation& quotation, const Event& event) const {
    const bool plan = event.sign.status == Status::kPlanned || event.sign.status == Status::kNone;
    const Analysis& analysis = comparison_.At(article);
    const IndexRange speaker = analysis.document.TokensIn(quotation.speaker.span);
    const uint32_t agent = AgentOf(article, event);
    if (!plan || speaker.empty() || agent == kNoEntity) return false;
    const uint32_t word = speaker.end - 1;
    // "The bank will not pay, it said."
    if (analysis.document.Norm(analysis.document.tokens[word]) == "it")
      return event.agent < word && analysis.document.tokens[word].sentence ==
                                       analysis.document.tokens[event.token].sentence;
    return EntityOfWord(comparison_, article, word) == agent;
  }

  // ---- what to show

  void Add(DifferenceKind kind, const Event& x, const Event& y, uint32_t weight) {
    Difference difference;
    difference.kind = kind;
    difference.ground = Ground::kDeed;
    difference.pair = kNoPair;
    difference.mark_a = MarkOf(a_, x, kind);
    difference.mark_b = MarkOf(b_, y, kind);
    difference.a = {a_, WithPeople(a_, x, difference.mark_a)};
    difference.b = {b_, WithPeople(b_, y, difference.mark_b)};
    difference.index_a = x.predicate;
    difference.index_b = y.predicate;
    difference.value_a = ValueOf(x.sign, kind);
    difference.value_b = ValueOf(y.sign, kind);
    difference.score = std::min<uint32_t>(1000, kScore + kScoreStep * weight);
    out_.push_back(std::move(difference));
  }

  static std::string ValueOf(const Sign& sign, DifferenceKind kind) {
    if (kind == DifferenceKind::kStatus) return std::string(StatusName(sign.status));
    return std::string(PolarityName(sign.polarity));
  }

  Span MarkOf(uint32_t article, const Event& event, DifferenceKind kind) const {
    const Document& document = comparison_.DocumentOf(article);
    const Span verb = document.tokens[event.token].span;
    const Span cue = kind == DifferenceKind::kStatus ? event.sign.cue : event.sign.negation;
    if (cue.empty()) return verb;
    const Span both{std::min(verb.begin, cue.begin), std::max(verb.end, cue.end)};
    return both.size() < 80 ? both : verb;
  }

  // With the words for those who take part, where they are near.
  Span WithPeople(uint32_t article, const Event& event, Span span) const {
    constexpr uint32_t kFar = 10;  // tokens
    const Analysis& analysis = comparison_.At(article);
    for (const uint32_t who : {event.agent, event.patient}) {
      if (who == kNoWord || who + kFar < event.token || who > event.token + kFar) continue;
      const Chunk* chunk = analysis.syntax.ChunkAt(who);
      const Span words = chunk != nullptr ? analysis.document.SpanOf(chunk->tokens)
                                          : analysis.document.tokens[who].span;
      span.begin = std::min(span.begin, words.begin);
      span.end = std::max(span.end, words.end);
    }
    return span;
  }

  const Comparison& comparison_;
  std::vector<uint32_t> updates_;                   // by article
  std::vector<std::vector<const Event*>> by_kind_;  // of each article those that are told as facts
  uint32_t a_ = 0, b_ = 0;                          // the articles at hand
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareDeeds(const Comparison& comparison) {
  return DeedComparer(comparison).Run();
}

}  // namespace crossread
