// One outcome told as somebody's own doing and as done to them: "resigned" and "was dismissed".
// Only of a person that both articles name, and where neither tells the outcome both ways.
#include <algorithm>
#include <string>
#include <vector>

#include "core/align/event_people.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 750;

struct Outcome {
  const LexiconRow* row = nullptr;  // of agency.tsv
  const Event* event = nullptr;
  uint32_t person = kNoEntity;
  bool own = false;

  std::string_view kind() const { return row->column(0); }
};

class AgencyComparer {
 public:
  AgencyComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      told_.emplace_back();
      for (const Event& event : comparison.At(a).events) Read(a, event);
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        for (const Outcome& x : told_[a]) {
          for (const Outcome& y : told_[b]) Compare(a, x, b, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  // The longest row that the verb and the words behind it spell.
  const LexiconRow* RowAt(uint32_t article, uint32_t t) const {
    static const LexiconTable& agency = Lexicon::English().Table("agency.tsv");
    const Document& document = comparison_.DocumentOf(article);
    const LexiconRow* best = nullptr;
    std::string key;
    const uint32_t end =
        std::min<uint32_t>(t + agency.longest_key(), static_cast<uint32_t>(document.tokens.size()));
    for (uint32_t i = t; i < end; ++i) {
      if (i > t) key += ' ';
      key += document.Lemma(document.tokens[i]);
      if (const LexiconRow* row = agency.Find(key)) best = row;
    }
    return best;
  }

  void Read(uint32_t article, const Event& event) {
    const Analysis& analysis = comparison_.At(article);
    if (analysis.claims.predicates[event.predicate].nominal) return;
    Outcome outcome;
    outcome.row = RowAt(article, event.token);
    if (outcome.row == nullptr) return;
    outcome.event = &event;
    outcome.own = outcome.row->column(1) == "own";
    outcome.person = outcome.row->column(2) == "agent" ? AgentOf(comparison_, article, event)
                                                       : PatientOf(comparison_, article, event);
    if (outcome.person == kNoEntity ||
        comparison_.entities.entities[outcome.person].kind != EntityKind::kPerson)
      return;
    told_[article].push_back(outcome);
  }

  static bool Happened(const Event& event) {
    return event.sign.polarity == Polarity::kPositive && !event.unreal &&
           event.sign.modality == Modality::kAsserted && event.sign.status == Status::kHappened;
  }

  void Compare(uint32_t a, const Outcome& x, uint32_t b, const Outcome& y) {
    if (x.person != y.person || x.own == y.own || x.kind() != y.kind()) return;
    if (!Happened(*x.event) || !Happened(*y.event) || x.event->in_marks || y.event->in_marks)
      return;
    if (TellsBoth(a, x) || TellsBoth(b, y) || TimesExclude(a, *x.event, b, *y.event)) return;
    if (WorldOf(comparison_, {a, x.event->claim}, {b, y.event->claim}) == World::kOtherSources)
      return;
    Difference difference;
    difference.kind = DifferenceKind::kStatus;
    difference.ground = Ground::kAgency;
    difference.pair = kNoPair;
    difference.mark_a = WordsOf(a, x);
    difference.mark_b = WordsOf(b, y);
    difference.a = {a, difference.mark_a};
    difference.b = {b, difference.mark_b};
    difference.index_a = x.event->predicate;
    difference.index_b = y.event->predicate;
    difference.value_a = x.own ? "own doing" : "another's doing";
    difference.value_b = y.own ? "own doing" : "another's doing";
    difference.score = kScore;
    out_.push_back(std::move(difference));
  }

  // In any mood: "asked him to resign, then dismissed him" tells how the one became the other.
  bool TellsBoth(uint32_t article, const Outcome& said) const {
    return std::any_of(told_[article].begin(), told_[article].end(), [&](const Outcome& other) {
      return other.person == said.person && other.kind() == said.kind() && other.own != said.own;
    });
  }

  std::vector<const Time*> TimesOf(uint32_t article, const Event& event) const {
    constexpr uint32_t kNear = 60;  // bytes
    const Analysis& analysis = comparison_.At(article);
    const Span verb = analysis.document.tokens[event.token].span;
    const Span sentence =
        analysis.document.sentences[analysis.document.tokens[event.token].sentence].span;
    std::vector<const Time*> times;
    for (const Time& time : analysis.times) {
      const bool near = time.span.begin < verb.end + kNear && verb.begin < time.span.end + kNear;
      if (near && sentence.Contains(time.span)) times.push_back(&time);
    }
    return times;
  }
  bool TimesExclude(uint32_t a, const Event& x, uint32_t b, const Event& y) const {
    const std::vector<const Time*> in_a = TimesOf(a, x), in_b = TimesOf(b, y);
    bool compatible = in_a.empty() || in_b.empty();
    for (const Time* time_a : in_a) {
      for (const Time* time_b : in_b) {
        if (Relate(*time_a, *time_b) != Relation::kDisjoint) compatible = true;
      }
    }
    return !compatible;
  }

  // From the person, where near, to the end of the phrase.
  Span WordsOf(uint32_t article, const Outcome& outcome) const {
    constexpr uint32_t kFar = 8;  // tokens
    const Analysis& analysis = comparison_.At(article);
    const Event& event = *outcome.event;
    const uint32_t words =
        static_cast<uint32_t>(std::count(outcome.row->key.begin(), outcome.row->key.end(), ' '));
    Span span = analysis.document.SpanOf({event.token, event.token + words + 1});
    const uint32_t who = outcome.row->column(2) == "agent" ? event.agent : event.patient;
    if (who != kNoWord && who + kFar >= event.token && who <= event.token + kFar) {
      const Chunk* chunk = analysis.syntax.ChunkAt(who);
      // "Northline's | chief executive"
      const bool owned =
          chunk != nullptr && chunk->tokens.begin > 0 &&
          analysis.document.Norm(analysis.document.tokens[chunk->tokens.begin]) == "'s";
      const Span name = chunk == nullptr ? analysis.document.tokens[who].span
                        : owned
                            ? analysis.document.SpanOf({chunk->tokens.begin - 1, chunk->tokens.end})
                            : analysis.document.SpanOf(chunk->tokens);
      span.begin = std::min(span.begin, name.begin);
      span.end = std::max(span.end, name.end);
    }
    return span;
  }

  const Comparison& comparison_;
  std::vector<std::vector<Outcome>> told_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareAgency(const Comparison& comparison) {
  return AgencyComparer(comparison).Run();
}

}  // namespace crossread
