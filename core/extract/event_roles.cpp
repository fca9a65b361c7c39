#include "core/extract/event_roles.h"

#include <algorithm>
#include <utility>

#include "core/extract/analysis.h"
#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

bool IsNoun(const Analysis& analysis, uint32_t t) {
  const Upos upos = analysis.syntax.tokens[t].upos;
  return upos == Upos::kNoun || upos == Upos::kPropn;
}

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class RoleReader {
 public:
  explicit RoleReader(const Analysis& analysis) : analysis_(analysis) {}

  void Read(Event* event) {
    const Claim& claim = analysis_.claims.claims[event->claim];
    const Predicate& predicate = analysis_.claims.predicates[event->predicate];
    event->sign = predicate.sign;
    event->in_marks = claim.quotation != kNoQuotation &&
                      analysis_.quotations[claim.quotation].kind == QuotationKind::kDirect;
    if (predicate.nominal) {
      ReadNoun(claim, event);
    } else {
      ReadVerb(*analysis_.syntax.clauses.At(event->token), event);
      ReadStep(event);
    }
    // Of "Ek has “been secretly charged”" the marks hold but a part.
    for (const uint32_t who : {event->agent, event->patient}) {
      if (who != kNoWord && event->in_marks &&
          (!IsQuoted(claim.quotation, who) || OpensBetween(who, event->token)))
        event->in_marks = false;
    }
    event->unreal = event->unreal || IsDenied(claim);
    event->agent_entity = EntityOf(event->agent);
    event->patient_entity = EntityOf(event->patient);
  }

 private:
  const Document& document() const { return analysis_.document; }
  std::string_view Norm(uint32_t t) const { return document().Norm(document().tokens[t]); }

  uint32_t EntityOf(uint32_t t) const {
    const uint32_t entity = EntityOfWord(analysis_, t);
    const Chunk* chunk = t == kNoWord ? nullptr : analysis_.syntax.ChunkAt(t);
    if (entity != kNoEntity || chunk == nullptr || chunk->tokens.begin < 2) return entity;
    // "Nordkap, the shipping line, has sued": whom the words between commas describe.
    const IndexRange group = chunk->tokens;
    const bool between = Norm(group.begin) == "the" && Norm(group.begin - 1) == "," &&
                         group.end < document().tokens.size() && Norm(group.end) == ",";
    return between ? EntityAt(analysis_, group.begin - 2) : kNoEntity;
  }

  // "Has ruled out handing over land": the frame, not the clause, has the no.
  bool IsDenied(const Claim& claim) const {
    return claim.quotation != kNoQuotation &&
           analysis_.quotations[claim.quotation].force == CueForce::kDenial;
  }

  // A quotation that is never closed is read with the words before it.
  bool OpensBetween(uint32_t who, uint32_t verb) const {
    for (uint32_t t = who + 1; t < verb; ++t) {
      const std::string_view mark = document().Text(document().tokens[t].span);
      if (mark == "\"" || mark == "\u201c") return true;
    }
    return false;
  }

  bool IsQuoted(uint32_t quotation, uint32_t t) const {
    const Span word = document().tokens[t].span;
    for (const Span content : analysis_.quotations[quotation].content) {
      if (content.Contains(word)) return true;
    }
    return false;
  }

  void ReadVerb(const Clause& clause, Event* event) {
    const Clauses& clauses = analysis_.syntax.clauses;
    event->agent = clauses.AgentOf(clause, document());
    event->patient = clauses.PatientOf(clause);
    uint32_t* own = clause.voice == Voice::kPassive ? &event->patient : &event->agent;
    if (*own == kNoWord) *own = SubjectOf(clause, 0);
    if (*own == kNoWord) *own = BeforeCue(clause, event->sign);
    if (event->patient == kNoWord) event->patient = With(clause);
    event->unreal = IsConditional(clause);
    if (event->unreal && IsReportedFuture(clause, event->claim)) {
      event->unreal = false;
      event->sign.status = Status::kPlanned;
      event->sign.cue = document().tokens[clause.modal].span;
    }
    if (clause.parent == kNoClause) return;
    const Clause& above = clauses.clauses[clause.parent];
    const Predicate* governor = PredicateAt(above.predicate);
    if (governor == nullptr || event->sign.polarity == Polarity::kNegative) return;
    // "Plans to fly in to meet them", "went to see them"; "went on, launching a campaign".
    const bool purpose = clause.form == VerbForm::kInfinitive && IsMotion(above.predicate);
    const bool gerund = clause.form == VerbForm::kGerund && event->sign.status == Status::kNone;
    if ((purpose || gerund) && governor->sign.polarity == Polarity::kPositive)
      TakeStatus(governor->sign, event);
  }

  // "Filed charges against Ek", "Ek faces two counts": Ek is charged.
  void ReadStep(Event* event) const {
    constexpr uint32_t kReach = 8;  // tokens
    static const LexiconTable& steps = Lexicon::English().Table("legal_steps.tsv");
    const auto row_at = [&](uint32_t t) {
      return t == kNoWord ? nullptr : steps.Find(document().Lemma(document().tokens[t]));
    };
    const LexiconRow *verb = row_at(event->token), *noun = row_at(event->patient);
    if (verb == nullptr || noun == nullptr || noun->column(1) != "noun") return;
    if (verb->column(1) == "faces") {
      event->patient = std::exchange(event->agent, kNoWord);
    } else if (verb->column(1) == "takes") {
      const uint32_t from = std::max(event->token, event->patient) + 1;
      const uint32_t end = document().sentences[document().tokens[from - 1].sentence].tokens.end;
      event->patient = kNoWord;
      for (uint32_t t = from; t < std::min(from + kReach, end); ++t) {
        if (Norm(t) == "against") event->patient = HeadBehind(t);
      }
    } else {
      return;
    }
    event->kind = noun->column(0);
  }

  // "Flew in for talks with them": the noun is of him who moves, and has the status of his moving.
  void ReadNoun(const Claim& claim, Event* event) {
    const IndexRange tokens = claim.tokens;
    for (uint32_t t = event->token + 1; t < std::min(event->token + 3, tokens.end); ++t) {
      if (Norm(t) == "with") event->patient = HeadBehind(t);
    }
    if (event->predicate == claim.predicates.begin) return;
    const Predicate& before = analysis_.claims.predicates[event->predicate - 1];
    if (before.nominal) return;
    const Clause& clause = *analysis_.syntax.clauses.At(before.token);
    const Chunk* chunk = analysis_.syntax.ChunkAt(event->token);
    if (chunk == nullptr || chunk->head != event->token) return;
    const bool purpose = chunk->has_preposition && Norm(chunk->preposition) == "for" &&
                         IsMotion(before.token) && before.sign.polarity == Polarity::kPositive;
    const bool object = clause.object == event->token;
    if (!purpose && !object) return;
    event->agent = clause.subject != kNoWord ? clause.subject : SubjectOf(clause, 0);
    if (purpose) TakeStatus(before.sign, event);
  }

  static void TakeStatus(const Sign& from, Event* event) {
    if (from.status == Status::kNone) return;
    event->sign.status = from.status;
    event->sign.cue = from.cue;
    event->sign.polarity = from.polarity;
    event->sign.modality = from.modality;
    event->sign.modal = from.modal;
  }

  bool IsMotion(uint32_t t) const {
    static const LexiconTable& motion = Lexicon::English().Table("motion_verbs.txt");
    return motion.Has(document().Lemma(document().tokens[t]));
  }

  uint32_t HeadBehind(uint32_t t) const {
    if (t + 1 >= document().tokens.size()) return kNoWord;
    const Chunk* chunk = analysis_.syntax.ChunkAt(t + 1);
    return chunk != nullptr && chunk->kind == ChunkKind::kNoun ? chunk->head : kNoWord;
  }

  // "Met with them": whom one meets is behind a "with".
  uint32_t With(const Clause& clause) const {
    for (uint32_t o = clause.obliques.begin; o < clause.obliques.end; ++o) {
      const Argument& oblique = analysis_.syntax.clauses.obliques[o];
      if (oblique.preposition != kNoWord && Norm(oblique.preposition) == "with")
        return oblique.head;
    }
    return kNoWord;
  }

  const Predicate* PredicateAt(uint32_t token) const {
    const std::vector<Predicate>& predicates = analysis_.claims.predicates;
    const auto at = std::lower_bound(predicates.begin(), predicates.end(), token,
                                     [](const Predicate& x, uint32_t t) { return x.token < t; });
    return at != predicates.end() && at->token == token ? &*at : nullptr;
  }

  // The subject that a verb without one has from the verb above it, or from the words before it
  // where the parse was cut by quotation marks: "Ek has “been secretly charged”".
  uint32_t SubjectOf(const Clause& clause, uint32_t depth) const {
    constexpr uint32_t kDeepest = 4;
    if (clause.subject != kNoWord || depth == kDeepest) return clause.subject;
    uint32_t t = clause.group.empty() ? clause.predicate : clause.group.begin;
    const uint32_t first =
        document().sentences[document().tokens[clause.predicate].sentence].tokens.begin;
    while (t > first && IsBetween(t - 1)) --t;
    if (t > first && clause.form != VerbForm::kInfinitive && clause.form != VerbForm::kGerund) {
      const Chunk* chunk = analysis_.syntax.ChunkAt(t - 1);
      if (chunk != nullptr && chunk->kind == ChunkKind::kNoun && IsNoun(analysis_, chunk->head))
        return chunk->head;
    }
    if (clause.parent == kNoClause || clause.role == ClauseRole::kComplement) return kNoWord;
    const Clause& above = analysis_.syntax.clauses.clauses[clause.parent];
    if (clause.role == ClauseRole::kRelative) return kNoWord;
    if (clause.role == ClauseRole::kInfinitive && above.recipient != kNoWord)
      return above.recipient;
    if (clause.role == ClauseRole::kInfinitive && above.object != kNoWord &&
        above.voice == Voice::kActive)
      return kNoWord;  // "helped the town to recover"
    return SubjectOf(above, depth + 1);
  }
  // "Ann Lee, plans to resign": of a plan whose own verb the parse has lost, what stands before it.
  uint32_t BeforeCue(const Clause& clause, const Sign& sign) const {
    if (sign.status != Status::kPlanned || sign.cue.empty()) return kNoWord;
    const uint32_t first =
        document().sentences[document().tokens[clause.predicate].sentence].tokens.begin;
    uint32_t t = document().TokenAt(sign.cue.begin);
    if (t >= clause.predicate) return kNoWord;
    while (t > first && IsBetween(t - 1)) --t;
    const Chunk* chunk = t > first ? analysis_.syntax.ChunkAt(t - 1) : nullptr;
    const bool noun = chunk != nullptr && chunk->kind == ChunkKind::kNoun;
    return noun && IsNoun(analysis_, chunk->head) ? chunk->head : kNoWord;
  }
  bool IsBetween(uint32_t t) const {
    const Upos upos = analysis_.syntax.tokens[t].upos;
    const std::string_view lemma = document().Lemma(document().tokens[t]);
    return upos == Upos::kAux || upos == Upos::kAdv || upos == Upos::kPunct || lemma == "have" ||
           lemma == "be";
  }

  // "If it were signed", "would sign": of another world.
  bool IsConditional(const Clause& clause) const {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    const std::vector<Clause>& clauses = analysis_.syntax.clauses.clauses;
    const Clause* at = &clause;
    for (uint32_t depth = 0; depth < 4; ++depth) {
      for (const uint32_t word : {at->marker, at->modal}) {
        if (word == kNoWord) continue;
        const LexiconRow* row = modality.Find(Norm(word));
        if (Norm(word) == "whether" || (row != nullptr && row->column(0) == "conditional"))
          return true;
      }
      if (at->parent == kNoClause) break;
      at = &clauses[at->parent];
    }
    return false;
  }

  // "The company said that it would close the mill": what it will do, told in the past.
  bool IsReportedFuture(const Clause& clause, uint32_t claim) const {
    const uint32_t q = analysis_.claims.claims[claim].quotation;
    if (q == kNoQuotation || clause.modal == kNoWord || Norm(clause.modal) != "would") return false;
    const Quotation& quotation = analysis_.quotations[q];
    if (quotation.kind != QuotationKind::kIndirect || quotation.force == CueForce::kBelief ||
        !IsPastCue(quotation))
      return false;
    const IndexRange tokens =
        document().sentences[document().tokens[clause.predicate].sentence].tokens;
    const auto is_quoted = [&](uint32_t t) {
      return std::any_of(quotation.content.begin(), quotation.content.end(),
                         [&](Span content) { return content.Contains(document().tokens[t].span); });
    };
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      // "If necessary" is no condition.
      const bool is_set =
          t + 1 < tokens.end && IsOneOf(Norm(t + 1), {"necessary", "need", "needed"});
      if (IsOneOf(Norm(t), {"if", "unless", "were", "without", "otherwise", "should"}) && !is_set)
        return false;
      // Said on another day.
      if (!is_quoted(t) && IsOneOf(Norm(t), {"had", "last", "earlier", "previously", "ago",
                                             "originally", "initially", "once"}))
        return false;
    }
    // "Would have closed" did not, "would like to" may not.
    for (uint32_t t = clause.group.begin; t < clause.group.end; ++t) {
      if (Norm(t) == "have" || Norm(t) == "like") return false;
    }
    return true;
  }
  bool IsPastCue(const Quotation& quotation) const {
    const IndexRange cue = document().TokensIn(quotation.cue);
    for (uint32_t t = cue.begin; t < cue.end; ++t) {
      const Clause* clause = analysis_.syntax.clauses.At(t);
      if (clause != nullptr && clause->tense == Tense::kPast) return true;
    }
    return false;
  }

  const Analysis& analysis_;
};

}  // namespace

void ReadRoles(const Analysis& analysis, Event* event) { RoleReader(analysis).Read(event); }

}  // namespace crossread
