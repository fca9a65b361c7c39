#include "core/extract/events.h"

#include <algorithm>

#include "core/extract/analysis.h"
#include "core/extract/event_roles.h"
#include "core/extract/referent.h"
#include "core/extract/terms.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

// How many words before an event noun may say which of several it is.
constexpr uint32_t kOccasionWords = 4;
constexpr uint32_t kLongSentence = 150;  // tokens: what is longer is a table or has lost its stops

const Predicate* PredicateAt(const Analysis& analysis, uint32_t t) {
  const std::vector<Predicate>& all = analysis.claims.predicates;
  const auto at = std::lower_bound(all.begin(), all.end(), t,
                                   [](const Predicate& p, uint32_t i) { return p.token < i; });
  return at != all.end() && at->token == t ? &*at : nullptr;
}

class EventFinder {
 public:
  explicit EventFinder(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document), clauses_(analysis.syntax.clauses) {}

  std::vector<Event> Run() {
    const Claims& claims = analysis_.claims;
    for (uint32_t c = 0; c < claims.claims.size(); ++c) {
      const IndexRange predicates = claims.claims[c].predicates;
      for (uint32_t p = predicates.begin; p < predicates.end; ++p) {
        out_.push_back(Read(c, p));
        ReadSetting(&out_.back());
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view Norm(uint32_t t) const { return document_.Norm(document_.tokens[t]); }
  std::string_view Lemma(uint32_t t) const { return document_.Lemma(document_.tokens[t]); }
  IndexRange SentenceOf(uint32_t t) const {
    return document_.sentences[document_.tokens[t].sentence].tokens;
  }
  const LexiconRow* OccurrenceVerb(uint32_t t) const {
    static const LexiconTable& verbs = Lexicon::English().Table("occurrence_verbs.tsv");
    return verbs.Find(Lemma(t));
  }
  // "He charged that", not "he was charged".
  bool IsReport(const Clause& clause) const {
    static const LexiconTable& verbs = Lexicon::English().Table("reporting_verbs.tsv");
    return clause.voice == Voice::kActive && verbs.Has(Lemma(clause.predicate));
  }
  const Predicate* PredicateAt(uint32_t t) const { return crossread::PredicateAt(analysis_, t); }

  Event Read(uint32_t claim, uint32_t index) const {
    const Predicate& predicate = analysis_.claims.predicates[index];
    Event event;
    event.predicate = index;
    event.claim = claim;
    event.token = predicate.token;
    event.kind = SynonymClass(predicate.nominal ? document_.strings.Get(predicate.lemma)
                                                : MeantLemma(document_, predicate.token));
    event.words = document_.tokens[predicate.token].span;
    ReadRoles(analysis_, &event);
    return event;
  }

  // Which of several, who is named, where and when.
  void ReadSetting(Event* event) {
    const Predicate& predicate = analysis_.claims.predicates[event->predicate];
    const uint32_t t = event->token;
    if (SentenceOf(t).size() > kLongSentence) return;
    anchors_ = {t};
    if (predicate.nominal) {
      event->occasion = OccasionBefore(t);
      if (const Clause* said = SaidOf(t)) {
        anchors_.push_back(said->predicate);
        Widen(document_.SpanOf(said->group), &event->words);
        const LexiconRow* verb = OccurrenceVerb(said->predicate);
        if (verb != nullptr && verb->column(1) == "later") event->occasion = Occasion::kLater;
        // Who holds a meeting is in it.
        if (said->object == t) AddNames(clauses_.AgentOf(*said, document_), &event->agents, event);
      }
    } else {
      const Clause* clause = clauses_.At(t);
      if (clause == nullptr || clause->copular || IsReport(*clause)) return;
      if (const uint32_t noun = EventOf(*clause); noun != kNoWord) return;  // told with the noun
      Widen(document_.SpanOf(clause->group), &event->words);
      AddNames(clauses_.AgentOf(*clause, document_), &event->agents, event);
      AddNames(clauses_.PatientOf(*clause), &event->patients, event);
      if (event->patients.empty() && clauses_.PatientOf(*clause) != kNoWord)
        event->thing = clauses_.PatientOf(*clause);
      // "The dam burst": what it happens to.
      const uint32_t subject = clause->subject;
      if (event->thing == kNoIndex && event->patients.empty() && event->agents.empty() &&
          clause->voice == Voice::kActive && subject != kNoWord &&
          analysis_.syntax.tokens[subject].upos == Upos::kNoun)
        event->thing = subject;
      for (uint32_t o = clause->obliques.begin; o < clause->obliques.end; ++o) {
        const Argument& oblique = clauses_.obliques[o];
        if (oblique.preposition != kNoWord && Norm(oblique.preposition) == "with")
          AddNames(oblique.head, &event->others, event);
      }
      if (t + 1 < document_.tokens.size() && Norm(t + 1) == "again")
        event->occasion = Occasion::kLater;
    }
    if (predicate.nominal) AddParties(t, event);
    event->time = TimeOf(event);
    event->place = PlaceOf(event);
    for (std::vector<uint32_t>* names : {&event->agents, &event->patients, &event->others}) {
      std::sort(names->begin(), names->end());
      names->erase(std::unique(names->begin(), names->end()), names->end());
    }
  }

  // The clause that says of the event noun `t` that it is held, begins, or is on a day.
  const Clause* SaidOf(uint32_t t) const {
    const IndexRange sentence = SentenceOf(t);
    const std::vector<Clause>& clauses = clauses_.clauses;
    auto clause = std::partition_point(clauses.begin(), clauses.end(), [&](const Clause& c) {
      return c.predicate < sentence.begin;
    });
    for (; clause != clauses.end() && clause->predicate < sentence.end; ++clause) {
      if (EventOf(*clause) == t) return &*clause;
    }
    return nullptr;
  }

  // The event noun that a clause gives its day to, or kNoWord.
  uint32_t EventOf(const Clause& clause) const {
    uint32_t noun = kNoWord;
    if (clause.copular || Lemma(clause.predicate) == "be") {
      noun = clause.subject;
    } else if (const LexiconRow* verb = OccurrenceVerb(clause.predicate)) {
      const bool of_subject = verb->column(0) == "subject";
      noun = of_subject && clause.voice == Voice::kActive ? clause.subject
                                                          : clauses_.PatientOf(clause);
    }
    if (noun == kNoWord) return kNoWord;
    const Predicate* predicate = PredicateAt(noun);
    return predicate != nullptr && predicate->nominal ? noun : kNoWord;
  }

  Occasion OccasionBefore(uint32_t t) const {
    static const LexiconTable& words = Lexicon::English().Table("occasions.tsv");
    const uint32_t first = SentenceOf(t).begin;
    for (uint32_t i = t, steps = 0; i > first && steps < kOccasionWords; ++steps) {
      const LexiconRow* row = words.Find(Norm(--i));
      if (row == nullptr) continue;
      if (row->column(0) == "earlier") return Occasion::kEarlier;
      return row->column(0) == "later" ? Occasion::kLater : Occasion::kOther;
    }
    return Occasion::kSame;
  }

  static void Widen(Span by, Span* span) {
    span->begin = std::min(span->begin, by.begin);
    span->end = std::max(span->end, by.end);
  }

  // ---- who

  uint32_t EntityAt(uint32_t t) const { return crossread::EntityAt(analysis_, t); }

  // The names in the noun group of `head`, and of the list that it is the first of.
  void AddNames(uint32_t head, std::vector<uint32_t>* names, Event* event) const {
    if (head == kNoWord) return;
    AddName(head, names, event);
    const Nominals& nominals = analysis_.syntax.nominals;
    for (const NounList& list : nominals.lists) {
      const auto begin = nominals.members.begin() + list.members.begin,
                 end = nominals.members.begin() + list.members.end;
      if (std::find(begin, end, head) == end) continue;
      for (auto member = begin; member != end; ++member) AddName(*member, names, event);
    }
  }
  void AddName(uint32_t head, std::vector<uint32_t>* names, Event* event) const {
    uint32_t entity = EntityAt(head);
    if (entity == kNoEntity) {  // "the mayor, Ann Lee": the one described
      for (const Description& description : analysis_.syntax.nominals.descriptions) {
        if (description.head == head) entity = EntityAt(description.name.end - 1);
      }
    }
    if (entity == kNoEntity) return;
    names->push_back(entity);
    const Chunk* chunk = analysis_.syntax.ChunkAt(head);
    Widen(chunk != nullptr ? document_.SpanOf(chunk->tokens) : document_.tokens[head].span,
          &event->words);
  }

  // "The talks between Lee and Ek", "Lee's arrest", "the Oslo talks": every name that hangs on the
  // noun, but for places where it is.
  void AddParties(uint32_t t, Event* event) const {
    const IndexRange sentence = SentenceOf(t);
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (analysis_.syntax.tokens[i].head != t || i == t) continue;
      const uint32_t entity = EntityAt(i);
      if (entity == kNoEntity || IsWhere(i)) continue;
      event->others.push_back(entity);
    }
  }

  // ---- where and when

  bool IsWhere(uint32_t t) const {
    const IndexRange sentence = SentenceOf(t);
    for (uint32_t i = sentence.begin; i < t; ++i) {
      if (analysis_.syntax.tokens[i].head == t && (Norm(i) == "in" || Norm(i) == "at")) return true;
    }
    return false;
  }

  // Whether `t` hangs on the event, with no other verb or event between.
  bool HangsOn(uint32_t t) const {
    for (uint32_t steps = 0; steps < 32 && t != SyntaxToken::kRoot; ++steps) {
      if (std::find(anchors_.begin(), anchors_.end(), t) != anchors_.end()) return true;
      if (steps > 0 && (clauses_.At(t) != nullptr || PredicateAt(t) != nullptr)) return false;
      t = analysis_.syntax.tokens[t].head;
    }
    return false;
  }

  // The first of `values`, in text order, that begins in `span` or behind it.
  template <typename Value>
  static uint32_t FirstIn(const std::vector<Value>& values, Span span) {
    const auto first = std::partition_point(
        values.begin(), values.end(), [&](const Value& v) { return v.span.begin < span.begin; });
    return static_cast<uint32_t>(first - values.begin());
  }

  uint32_t TimeOf(Event* event) const {
    const Span sentence = document_.sentences[document_.tokens[anchors_[0]].sentence].span;
    uint32_t found = kNoIndex;
    for (uint32_t i = FirstIn(analysis_.times, sentence); i < analysis_.times.size(); ++i) {
      const Time& time = analysis_.times[i];
      if (time.span.begin >= sentence.end) break;
      if (time.vague) continue;
      const IndexRange tokens = document_.TokensIn(time.span);
      if (tokens.empty() || !AnyHangs(tokens) || IsOfInnerEvent(tokens.begin) ||
          IsOfReport(tokens.begin))
        continue;
      if (found == kNoIndex) {
        found = i;
        continue;
      }
      found = Narrower(found, i);
      if (found == kNoIndex) return kNoIndex;
    }
    if (found != kNoIndex) Widen(analysis_.times[found].span, &event->words);
    return found;
  }
  // "The navy said Monday it had freed the crew".
  bool IsOfReport(uint32_t time) const {
    static const LexiconTable& verbs = Lexicon::English().Table("reporting_verbs.tsv");
    if (time >= anchors_[0] || time == 0) return false;
    const uint32_t before = Norm(time - 1) == "on" && time > 1 ? time - 2 : time - 1;
    return verbs.Has(Lemma(before)) && clauses_.At(before) != nullptr;
  }
  // "Died in a fire on Monday" is one event; "was found guilty in the killing on Monday" may be
  // two.
  bool IsOfInnerEvent(uint32_t time) const {
    static const LexiconTable& fates = Lexicon::English().Table("fates.tsv");
    const uint32_t noun = InnerEventOf(analysis_, time);
    if (noun != kNoIndex && noun > anchors_.back()) return true;
    bool marked = false;
    for (uint32_t t = anchors_.back() + 1; t < time && !fates.Has(Lemma(anchors_[0])); ++t) {
      if (Norm(t) == ",") marked = false;
      marked |= Norm(t) == "in";
      const Predicate* predicate = marked ? PredicateAt(t) : nullptr;
      if (predicate != nullptr && predicate->nominal) return true;
    }
    return false;
  }
  // Of "Thursday of next week, May 26", one day said twice, the day; kNoIndex of two days.
  uint32_t Narrower(uint32_t i, uint32_t j) const {
    const Time &x = analysis_.times[i], &y = analysis_.times[j];
    if (!x.resolved || !y.resolved || x.last < y.first || y.last < x.first) return kNoIndex;
    return x.last - x.first <= y.last - y.first ? i : j;
  }
  bool AnyHangs(IndexRange tokens) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!tokens.Contains(analysis_.syntax.tokens[t].head) && HangsOn(t)) return true;
    }
    return false;
  }

  uint32_t PlaceOf(Event* event) const {
    const Span sentence = document_.sentences[document_.tokens[anchors_[0]].sentence].span;
    const Mentions& mentions = analysis_.mentions;
    uint32_t found = kNoIndex;
    for (uint32_t m = FirstIn(mentions.mentions, sentence); m < mentions.mentions.size(); ++m) {
      const Mention& mention = mentions.mentions[m];
      if (mention.span.begin >= sentence.end) break;
      if (mention.entity == kNoEntity) continue;
      if (mentions.entities[mention.entity].kind != EntityKind::kPlace) continue;
      const IndexRange tokens = document_.TokensIn(mention.span);
      if (tokens.empty() || !IsWhere(tokens.end - 1) || !AnyHangs(tokens)) continue;
      if (found != kNoIndex) return kNoIndex;
      found = m;
    }
    if (found != kNoIndex) Widen(mentions.mentions[found].span, &event->words);
    return found;
  }

  const Analysis& analysis_;
  const Document& document_;
  const Clauses& clauses_;
  std::vector<uint32_t> anchors_;  // tokens: the event's, and the verb that says when it is
  std::vector<Event> out_;
};

}  // namespace

std::vector<Event> FindEvents(const Analysis& analysis) { return EventFinder(analysis).Run(); }

uint32_t InnerEventOf(const Analysis& analysis, uint32_t time) {
  static constexpr std::string_view kMarkers[] = {"after", "before", "following", "since"};
  const Document& document = analysis.document;
  const uint32_t first = document.sentences[document.tokens[time].sentence].tokens.begin;
  uint32_t noun = kNoIndex;
  for (uint32_t t = time; t-- > first;) {
    const std::string_view norm = document.Norm(document.tokens[t]);
    if (std::find(std::begin(kMarkers), std::end(kMarkers), norm) != std::end(kMarkers))
      return noun;
    if (norm == "," || analysis.syntax.clauses.At(t) != nullptr) return kNoIndex;
    const Predicate* predicate = PredicateAt(analysis, t);
    if (predicate != nullptr && predicate->nominal) noun = t;
  }
  return kNoIndex;
}

}  // namespace crossread
