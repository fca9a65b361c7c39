// Yes or no, may or is, planned or held: the signs of two predicates that line up.
#include <algorithm>
#include <string>
#include <string_view>

#include "core/align/charges.h"
#include "core/align/one_thing.h"
#include "core/align/pair_view.h"
#include "core/align/renewal.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"
#include "core/text/phrase_at.h"

namespace crossread {
namespace {

class PredicateComparer {
 public:
  PredicateComparer(const PairView& view, std::vector<Difference>* out) : view_(view), out_(*out) {}

  void Run() {
    if (view_.pair->score < kSameClause) return;
    if (view_.InMarks(*view_.a, *view_.claim_a) || view_.InMarks(*view_.b, *view_.claim_b)) return;
    for (uint32_t i = view_.claim_a->predicates.begin; i < view_.claim_a->predicates.end; ++i) {
      for (uint32_t j = view_.claim_b->predicates.begin; j < view_.claim_b->predicates.end; ++j) {
        ComparePredicate(i, j);
      }
    }
  }

 private:
  void Add(DifferenceKind kind, Span a, Span b, uint32_t index_a, uint32_t index_b,
           uint32_t score) {
    out_.push_back(view_.Make(kind, a, b, index_a, index_b, score));
  }

  // The same for two predicates, whose evidence is what lines up around them: "land not captured by
  // Russian forces" says more than "not captured".
  void AddPredicates(DifferenceKind kind, Span mark_a, Span mark_b, uint32_t i, uint32_t j,
                     uint32_t score) {
    Add(kind, mark_a, mark_b, i, j, score);
    Difference& difference = out_.back();
    const uint32_t x = view_.a->claims.predicates[i].token, y = view_.b->claims.predicates[j].token;
    for (const TokenLink& link : view_.pair->links) {
      if (!view_.Beside(*view_.a, link.a, x) || !view_.Beside(*view_.b, link.b, y)) continue;
      Widen(view_.a->document.tokens[link.a].span, &difference.a.span);
      Widen(view_.b->document.tokens[link.b].span, &difference.b.span);
    }
    WidenToGroup(*view_.a, x, &difference.a.span);
    WidenToGroup(*view_.b, y, &difference.b.span);
    WidenToNames(*view_.a, &difference.a.span);
    WidenToNames(*view_.b, &difference.b.span);
  }

  // With its auxiliaries: "has not moved" and "has moved".
  static void WidenToGroup(const Analysis& analysis, uint32_t predicate, Span* span) {
    const Clause* clause = analysis.syntax.clauses.At(predicate);
    if (clause == nullptr || clause->group.empty()) return;
    IndexRange group = clause->group;
    // A "does" that the parse took for the verb.
    if (group.begin > 0 &&
        analysis.document.Lemma(analysis.document.tokens[group.begin - 1]) == "do")
      --group.begin;
    Widen(analysis.document.SpanOf(group), span);
  }

  // No name is cut: "the envoy Steve Hale", not "the envoy Steve".
  static void WidenToNames(const Analysis& analysis, Span* span) {
    const Span before = *span;
    for (const Mention& mention : analysis.mentions.mentions) {
      if (mention.span.begin >= before.end) break;
      if (mention.span.Overlaps(before)) Widen(mention.span, span);
    }
  }

  static void Widen(Span by, Span* span) {
    span->begin = std::min(span->begin, by.begin);
    span->end = std::max(span->end, by.end);
  }

  void ComparePredicate(uint32_t i, uint32_t j) {
    const Predicate &x = view_.a->claims.predicates[i], &y = view_.b->claims.predicates[j];
    const bool linked = view_.pair->LinkOf(x.token) == y.token;
    if (linked) ComparePolarity(i, j);  // a report against an assertion is for the matrix alone
    if (view_.world == World::kOtherSources) return;
    if (linked && !view_.IsAntonymLink(x.token)) {
      CompareModality(i, j);
      CompareTerms(i, j);
    }
    if ((linked && !view_.IsAntonymLink(x.token)) || SameEvent(x, y)) CompareStatus(i, j);
  }

  void ComparePolarity(uint32_t i, uint32_t j) {
    const Predicate &x = view_.a->claims.predicates[i], &y = view_.b->claims.predicates[j];
    if (x.nominal || y.nominal) return;  // the verb that governs a noun carries its sign
    if (x.sign.polarity == Polarity::kUnknown || y.sign.polarity == Polarity::kUnknown) return;
    if (x.sign.modality != y.sign.modality) return;
    if (x.sign.status == Status::kPlanned || y.sign.status == Status::kPlanned) {
      if (x.sign.status != y.sign.status) return;
    }
    // "Abandoned plans to sell" denies the sale as well.
    if (x.sign.status == Status::kCancelled || y.sign.status == Status::kCancelled) return;
    const bool antonym = view_.IsAntonymLink(x.token);
    if ((x.sign.polarity != y.sign.polarity) == antonym) return;
    if (antonym && view_.pair->score < kSameClaim)
      return;  // "left" and "joined" may be said of two people
    if (view_.LinkedNeighbours(x.token, y.token) < kMinContext) return;
    // Copies are believed without the parse, but "was a member" is said of many.
    const bool copy = view_.pair->score >= kNearCopy && !IsCopular(*view_.a, x.token);
    if (!copy && !view_.ArgumentsAgree(x.token, y.token)) return;
    if (OtherName(x.token, y.token) || OtherThing(x.token, y.token)) return;
    if (IsRenewed(*view_.a, x, *view_.b, y) || IsRenewed(*view_.b, y, *view_.a, x)) return;
    if (antonym && OtherCharge(x.token, y.token)) return;
    // "Recommended no charges be filed" denies them, whatever "no" belongs to.
    if (IsBeforeNo(*view_.a, x) || IsBeforeNo(*view_.b, y)) return;
    AddPredicates(DifferenceKind::kPolarity, SignSpan(view_.a->document, x),
                  SignSpan(view_.b->document, y), i, j, view_.pair->score + 150);
    // "Land that they failed to take" tells which land is meant, whoever speaks of it.
    if (view_.world == World::kMixed && IsRelative(*view_.a, x.token) &&
        IsRelative(*view_.b, y.token))
      out_.back().world = World::kSameSource;
  }

  static bool IsBeforeNo(const Analysis& analysis, const Predicate& predicate) {
    const uint32_t next = predicate.token + 1;
    return predicate.sign.polarity == Polarity::kPositive &&
           next < analysis.document.tokens.size() &&
           analysis.document.Norm(analysis.document.tokens[next]) == "no";
  }

  // The subjects are two names that don't line up.
  bool OtherName(uint32_t x, uint32_t y) const {
    const Clause *clause_x = view_.a->syntax.clauses.At(x),
                 *clause_y = view_.b->syntax.clauses.At(y);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const uint32_t of_x = clause_x->subject, of_y = clause_y->subject;
    if (of_x == kNoWord || of_y == kNoWord) return false;
    return view_.a->syntax.tokens[of_x].upos == Upos::kPropn &&
           view_.b->syntax.tokens[of_y].upos == Upos::kPropn && view_.pair->LinkOf(of_x) != of_y;
  }

  // "Convicted of fraud", "acquitted of arson"; or of one charge, "Ann Lee" and "Otto Lee".
  bool OtherCharge(uint32_t x, uint32_t y) const {
    const uint32_t of_x = ChargeWord(*view_.a, x), of_y = ChargeWord(*view_.b, y);
    if (of_x != kNoWord && of_y != kNoWord &&
        view_.a->terms[of_x].synonym != view_.b->terms[of_y].synonym)
      return true;
    const Clause *clause_x = view_.a->syntax.clauses.At(x),
                 *clause_y = view_.b->syntax.clauses.At(y);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const IndexRange in_a = FullNameAt(*view_.a, clause_x->subject),
                     in_b = FullNameAt(*view_.b, clause_y->subject);
    return !in_a.empty() && !in_b.empty() &&
           view_.a->document.Norm(view_.a->document.tokens[in_a.begin]) !=
               view_.b->document.Norm(view_.b->document.tokens[in_b.begin]);
  }
  // A person's name of two words that has token `t`; else empty.
  static IndexRange FullNameAt(const Analysis& analysis, uint32_t t) {
    if (t == kNoWord) return {};
    for (const Mention& mention : analysis.mentions.mentions) {
      if (!mention.span.Contains(analysis.document.tokens[t].span)) continue;
      if (mention.entity == kNoEntity ||
          analysis.mentions.entities[mention.entity].kind != EntityKind::kPerson)
        continue;
      const IndexRange name = analysis.document.TokensIn(mention.span);
      if (name.size() == 2) return name;
    }
    return {};
  }

  // What acts, or is acted on, is surely two: "the first offer", "the second offer".
  bool OtherThing(uint32_t x, uint32_t y) const {
    const Clauses &in_a = view_.a->syntax.clauses, &in_b = view_.b->syntax.clauses;
    const Clause *clause_x = in_a.At(x), *clause_y = in_b.At(y);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const auto is_other = [&](uint32_t of_x, uint32_t of_y) {
      return of_x != kNoWord && of_y != kNoWord && AreOtherThings(*view_.a, of_x, *view_.b, of_y);
    };
    // A copy that was edited in its verb alone keeps the object.
    const uint32_t in_x = in_a.PatientOf(*clause_x), in_y = in_b.PatientOf(*clause_y);
    if (in_x != kNoWord && in_y != kNoWord && !IsRelative(*view_.a, x) &&
        !IsRelative(*view_.b, y) && AreUnlikeNouns(in_x, in_y))
      return true;
    return is_other(in_a.AgentOf(*clause_x, view_.a->document),
                    in_b.AgentOf(*clause_y, view_.b->document)) ||
           is_other(in_a.PatientOf(*clause_x), in_b.PatientOf(*clause_y));
  }
  // "The dinner", "the talks", of which neither claim has the other's.
  bool AreUnlikeNouns(uint32_t x, uint32_t y) const {
    return view_.a->syntax.tokens[x].upos == Upos::kNoun &&
           view_.b->syntax.tokens[y].upos == Upos::kNoun && view_.pair->LinkOf(x) == kNoWord &&
           !IsLinked(y) && view_.a->terms[x].synonym != view_.b->terms[y].synonym;
  }

  bool IsLinked(uint32_t y) const {
    return std::any_of(view_.pair->links.begin(), view_.pair->links.end(),
                       [&](const TokenLink& link) { return link.b == y; });
  }

  // "The museum has reopened", "the library will reopen".
  bool OtherNoun(uint32_t x, uint32_t y) const {
    const Clause *clause_x = view_.a->syntax.clauses.At(x),
                 *clause_y = view_.b->syntax.clauses.At(y);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const uint32_t of_x = clause_x->subject, of_y = clause_y->subject;
    if (of_x == kNoWord || of_y == kNoWord) return false;
    return view_.a->syntax.tokens[of_x].upos == Upos::kNoun &&
           view_.b->syntax.tokens[of_y].upos == Upos::kNoun &&
           view_.a->terms[of_x].synonym != view_.b->terms[of_y].synonym;
  }

  // In a relative clause, or in an infinitive under one: "that they failed to take", "captured by
  // the rebels". By the words as well, since parses of these are often wrong.
  static bool IsRelative(const Analysis& analysis, uint32_t predicate) {
    const std::vector<Clause>& clauses = analysis.syntax.clauses.clauses;
    const Clause* clause = analysis.syntax.clauses.At(predicate);
    while (clause != nullptr && clause->role == ClauseRole::kInfinitive &&
           clause->parent != kNoClause && !IsReduced(analysis, *clause))
      clause = &clauses[clause->parent];
    if (clause == nullptr) return false;
    return clause->role == ClauseRole::kRelative || IsReduced(analysis, *clause) ||
           IsRelativePronoun(analysis, clause->object) ||
           IsRelativePronoun(analysis, clause->subject);
  }

  static bool IsNoun(const Analysis& analysis, uint32_t t) {
    const Upos upos = analysis.syntax.tokens[t].upos;
    return upos == Upos::kNoun || upos == Upos::kPropn;
  }

  // A participle behind a noun: "land not captured by them".
  static bool IsReduced(const Analysis& analysis, const Clause& clause) {
    if (clause.form != VerbForm::kParticiple) return false;
    uint32_t t = clause.predicate;
    const auto skipped = [&](uint32_t i) {
      const Upos upos = analysis.syntax.tokens[i].upos;
      return upos == Upos::kAdv || upos == Upos::kPart;
    };
    while (t > 0 && skipped(t - 1)) --t;
    return t > 0 && IsNoun(analysis, t - 1);
  }

  // "That" or "which" behind a noun.
  static bool IsRelativePronoun(const Analysis& analysis, uint32_t t) {
    if (t == kNoWord || t == 0) return false;
    const std::string_view norm = analysis.document.Norm(analysis.document.tokens[t]);
    return (norm == "that" || norm == "which" || norm == "who") && IsNoun(analysis, t - 1);
  }

  static bool IsCopular(const Analysis& analysis, uint32_t predicate) {
    const Clause* clause = analysis.syntax.clauses.At(predicate);
    return clause != nullptr && clause->copular;
  }

  // "May have burst" and "burst". A report that is less sure than the other article's own words has
  // lost its "may" there; one that is surer is that source's.
  void CompareModality(uint32_t i, uint32_t j) {
    const Predicate &x = view_.a->claims.predicates[i], &y = view_.b->claims.predicates[j];
    if (x.nominal || y.nominal || x.sign.modality == y.sign.modality) return;
    if (x.sign.polarity != y.sign.polarity || x.sign.polarity == Polarity::kUnknown) return;
    const bool a_is_sure = x.sign.modality == Modality::kAsserted;
    const Claim& surer = a_is_sure ? *view_.claim_a : *view_.claim_b;
    const Claim& hedged = a_is_sure ? *view_.claim_b : *view_.claim_a;
    if (surer.quotation != kNoQuotation && hedged.quotation == kNoQuotation) return;
    if (view_.world == World::kOtherSources) return;
    if (!IsStatement(*view_.a, x.token) || !IsStatement(*view_.b, y.token)) return;
    // "Could not help" tells what somebody was able to do.
    if (x.sign.polarity == Polarity::kNegative) return;
    if (IsOpen(*view_.a, *view_.claim_a) || IsOpen(*view_.b, *view_.claim_b)) return;
    // Most of both is the same: then a word beside the two is enough.
    const bool copy = view_.pair->score >= kNearCopy && view_.pair->cover >= kMostlyCovered;
    const uint32_t context = view_.LinkedNeighbours(x.token, y.token);
    if (context < (copy ? 1 : kMinContext + 1)) return;
    if (!(copy ? view_.PatientsAgree(x.token, y.token) : view_.ArgumentsAgree(x.token, y.token)))
      return;
    AddPredicates(DifferenceKind::kModality, ModalSpan(view_.a->document, x),
                  ModalSpan(view_.b->document, y), i, j, view_.pair->score + 100);
  }

  // "Ruled out for now" and "ruled out": in what is else the same, one is without the limit.
  void CompareTerms(uint32_t i, uint32_t j) {
    const Predicate &x = view_.a->claims.predicates[i], &y = view_.b->claims.predicates[j];
    if (x.nominal || y.nominal || view_.pair->score < kNearCopy) return;
    if (view_.pair->cover < kMostlyCovered || x.sign.modality != y.sign.modality) return;
    if (x.sign.polarity != y.sign.polarity || x.sign.status != y.sign.status) return;
    if (view_.LinkedNeighbours(x.token, y.token) < kMinContext) return;
    // It limits the verb that it stands behind, and the other sentence has none at all.
    const Span limit_x = LimitBehind(*view_.a, x.token), limit_y = LimitBehind(*view_.b, y.token);
    if (limit_x.empty() == limit_y.empty()) return;
    if (view_.pair->cover < kCovered && !view_.ArgumentsAgree(x.token, y.token)) return;
    const Analysis& without = limit_x.empty() ? *view_.a : *view_.b;
    const Claim& claim = limit_x.empty() ? *view_.claim_a : *view_.claim_b;
    if (HasLimit(without, without.document.sentences[claim.sentence].tokens)) return;
    AddPredicates(DifferenceKind::kModality, view_.a->document.tokens[x.token].span,
                  view_.b->document.tokens[y.token].span, i, j, view_.pair->score + 100);
    Difference& difference = out_.back();
    difference.minor = true;
    difference.value_a = limit_x.empty() ? "unlimited" : "provisional";
    difference.value_b = limit_y.empty() ? "unlimited" : "provisional";
    // "Ruled out": the particle behind both verbs.
    const uint32_t after_x = x.token + 1, after_y = y.token + 1;
    if (after_x < view_.a->document.tokens.size() && after_y < view_.b->document.tokens.size() &&
        view_.a->terms[after_x].norm == view_.b->terms[after_y].norm &&
        view_.a->document.tokens[after_x].shape == TokenShape::kWord) {
      Widen(view_.a->document.tokens[after_x].span, &difference.a.span);
      Widen(view_.b->document.tokens[after_y].span, &difference.b.span);
    }
    Widen(limit_x.empty() ? difference.mark_a : limit_x, &difference.a.span);
    Widen(limit_y.empty() ? difference.mark_b : limit_y, &difference.b.span);
  }

  // "For now", "for the time being" that begins at token `t`; empty if none does.
  static Span LimitAt(const Analysis& analysis, uint32_t t, uint32_t end) {
    static const LexiconTable& limits = Lexicon::English().Table("provisional_phrases.txt");
    uint32_t size = 0;
    if (PhraseAt(analysis.document, t, end, limits, &size) == nullptr) return {};
    return analysis.document.SpanOf({t, t + size});
  }
  // Right behind the verb, or behind one more word: "ruled out for now".
  static Span LimitBehind(const Analysis& analysis, uint32_t verb) {
    constexpr uint32_t kReach = 4;  // tokens
    const uint32_t end =
        analysis.document.sentences[analysis.document.tokens[verb].sentence].tokens.end;
    for (uint32_t t = verb + 1; t < std::min(verb + kReach, end); ++t) {
      if (const Span limit = LimitAt(analysis, t, end); !limit.empty()) return limit;
    }
    return {};
  }
  static bool HasLimit(const Analysis& analysis, IndexRange tokens) {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!LimitAt(analysis, t, tokens.end).empty()) return true;
    }
    return false;
  }

  // Asked, or denied by somebody.
  static bool IsOpen(const Analysis& analysis, const Claim& claim) {
    const std::string_view sentence =
        analysis.document.Text(analysis.document.sentences[claim.sentence].span);
    if (!sentence.empty() && sentence.back() == '?') return true;
    return claim.quotation != kNoQuotation &&
           analysis.quotations[claim.quotation].force == CueForce::kDenial;
  }

  // A finite verb that no "if" or "whether" stands before.
  static bool IsStatement(const Analysis& analysis, uint32_t predicate) {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    const Clause* clause = analysis.syntax.clauses.At(predicate);
    if (clause == nullptr || clause->form != VerbForm::kFinite) return false;
    if (clause->marker == kNoWord) return true;
    const LexiconRow* row =
        modality.Find(analysis.document.Norm(analysis.document.tokens[clause->marker]));
    return row == nullptr || row->column(0) != "conditional";
  }

  static Span ModalSpan(const Document& document, const Predicate& predicate) {
    const Span verb = document.tokens[predicate.token].span;
    const Span modal = predicate.sign.modal;
    if (modal.empty()) return verb;
    const Span both{std::min(verb.begin, modal.begin), std::max(verb.end, modal.end)};
    return both.size() < 80 ? both : verb;
  }

  // The predicate with the words that make its sign: "not captured", "failed to seize".
  static Span SignSpan(const Document& document, const Predicate& predicate) {
    Span span = document.tokens[predicate.token].span;
    const Span negation = predicate.sign.negation;
    if (negation.empty()) return span;
    const Span both{std::min(span.begin, negation.begin), std::max(span.end, negation.end)};
    return both.size() < span.size() + negation.size() + 40 ? both : span;
  }

  // "talks" and "met": one kind of event, though the words don't line up.
  bool SameEvent(const Predicate& x, const Predicate& y) const {
    return (x.nominal || y.nominal) && SynonymClass(view_.a->document.strings.Get(x.lemma)) ==
                                           SynonymClass(view_.b->document.strings.Get(y.lemma));
  }

  // Planned against over or called off, for an event that both sides describe with the same
  // parties, place or day: more than kMinContext of them, and no time that excludes the other.
  void CompareStatus(uint32_t i, uint32_t j) {
    const Predicate &x = view_.a->claims.predicates[i], &y = view_.b->claims.predicates[j];
    if (!StatusesExclude(x.sign.status, y.sign.status)) return;
    if (x.sign.polarity != Polarity::kPositive || y.sign.polarity != Polarity::kPositive) return;
    if (x.sign.modality != Modality::kAsserted || y.sign.modality != Modality::kAsserted) return;
    if (IsOtherOccasion(view_.a->document, x) || IsOtherOccasion(view_.b->document, y)) return;
    if (TimesExclude() || OtherThing(x.token, y.token) || OtherNoun(x.token, y.token)) return;
    // Names tell that it is one event; or nearly the same words with one agent.
    const bool named = SharedNames() >= kMinContext + 1;
    if (!named && !(view_.pair->score >= kNearCopy && OneAgent(x.token, y.token) &&
                    view_.LinkedNeighbours(x.token, y.token) >= kMinContext))
      return;
    AddPredicates(DifferenceKind::kStatus, StatusSpan(view_.a->document, x),
                  StatusSpan(view_.b->document, y), i, j, view_.pair->score + 300);
  }

  // Both say who acts, and it is the same.
  bool OneAgent(uint32_t x, uint32_t y) const {
    const Clauses &in_a = view_.a->syntax.clauses, &in_b = view_.b->syntax.clauses;
    const Clause *clause_x = in_a.At(x), *clause_y = in_b.At(y);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const uint32_t agent_x = in_a.AgentOf(*clause_x, view_.a->document),
                   agent_y = in_b.AgentOf(*clause_y, view_.b->document);
    if (agent_x == kNoWord || agent_y == kNoWord) return false;
    return view_.pair->LinkOf(agent_x) == agent_y && view_.ArgumentAgrees(agent_x, agent_y);
  }

  static bool StatusesExclude(Status x, Status y) {
    if (x == Status::kNone || y == Status::kNone || x == y) return false;
    // What is under way agrees with what is over an hour later, and with a plan an hour before.
    if (x == Status::kOngoing || y == Status::kOngoing) return false;
    return true;
  }

  // "previous meetings", "the next round": another occasion of the same kind.
  static bool IsOtherOccasion(const Document& document, const Predicate& predicate) {
    static const LexiconTable& words = Lexicon::English().Table("occasions.tsv");
    const uint32_t first =
        document.sentences[document.tokens[predicate.token].sentence].tokens.begin;
    for (uint32_t t = predicate.token, steps = 0; t > first && steps < 4; ++steps) {
      --t;
      if (words.Has(document.Norm(document.tokens[t]))) return true;
    }
    return false;
  }

  // Distinct names and days that stand in both sentences and are one.
  uint32_t SharedNames() const {
    std::vector<TermId> x = Names(*view_.a, view_.claim_a->sentence),
                        y = Names(*view_.b, view_.claim_b->sentence), both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    return static_cast<uint32_t>(both.size());
  }

  static std::vector<TermId> Names(const Analysis& analysis, uint32_t sentence) {
    const Span span = analysis.document.sentences[sentence].span;
    std::vector<TermId> names;
    for (const Mention& mention : analysis.mentions.mentions) {
      if (!span.Contains(mention.span)) continue;
      const IndexRange tokens = analysis.document.TokensIn(mention.span);
      if (!tokens.empty()) names.push_back(analysis.terms[tokens.end - 1].lemma);
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
  }

  bool TimesExclude() const {
    const Span x = view_.a->document.sentences[view_.claim_a->sentence].span;
    const Span y = view_.b->document.sentences[view_.claim_b->sentence].span;
    const IndexRange in_a = view_.Within(view_.a->times, x), in_b = view_.Within(view_.b->times, y);
    bool compatible = in_a.empty() || in_b.empty();
    for (uint32_t i = in_a.begin; i < in_a.end; ++i) {
      for (uint32_t j = in_b.begin; j < in_b.end; ++j) {
        if (Relate(view_.a->times[i], view_.b->times[j]) != Relation::kDisjoint) compatible = true;
      }
    }
    return !compatible;
  }

  static Span StatusSpan(const Document& document, const Predicate& predicate) {
    Span span = document.tokens[predicate.token].span;
    const Span cue = predicate.sign.cue;
    if (cue.empty()) return span;
    const Span both{std::min(span.begin, cue.begin), std::max(span.end, cue.end)};
    return both.size() < 80 ? both : span;
  }

  const PairView& view_;
  std::vector<Difference>& out_;
};

}  // namespace

void ComparePredicates(const PairView& view, std::vector<Difference>* out) {
  PredicateComparer(view, out).Run();
}

}  // namespace crossread
