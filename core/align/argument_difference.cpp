// Who did it, where, and in what office: two fillers of one place in what two claims say of one
// event, in other words as well. Asked of predicates that line up.
//
// One side's filler must exclude the other's: two people, two countries, two callings; places of
// which none lies in the other. What may have several (“the crew” and “the volunteers” saved them)
// is left out unless the verb has one doer (single_doer_verbs.txt) and its object is one thing.
#include <algorithm>
#include <string>

#include "core/align/pair_view.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kDoerScore = 700;
constexpr uint32_t kPlaceScore = 650;
constexpr uint32_t kRoleScore = 750;
constexpr uint32_t kPlaceContext = 3;  // lined-up content words beside two places

// One article's side of the pair.
struct Side {
  const Comparison* comparison;
  uint32_t article;
  const Analysis* analysis;
  const Claim* claim;

  const Document& document() const { return analysis->document; }
  std::string_view Norm(uint32_t t) const { return document().Norm(document().tokens[t]); }
  std::string_view Lemma(uint32_t t) const { return document().Lemma(document().tokens[t]); }
  const SyntaxToken& At(uint32_t t) const { return analysis->syntax.tokens[t]; }
  IndexRange Group(uint32_t t) const {
    const Chunk* chunk = analysis->syntax.ChunkAt(t);
    return chunk != nullptr ? chunk->tokens : IndexRange{t, t + 1};
  }
  uint32_t Linked(uint32_t entity) const { return comparison->entities.Find(article, entity); }
  const Entity* EntityOf(const Mention& mention) const {
    return mention.entity == kNoEntity ? nullptr : &analysis->mentions.entities[mention.entity];
  }
  const Mention* MentionAt(uint32_t t) const {
    const Span word = document().tokens[t].span;
    const std::vector<Mention>& mentions = analysis->mentions.mentions;
    const auto behind =
        std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                         [](uint32_t byte, const Mention& m) { return byte < m.span.begin; });
    if (behind == mentions.begin() || !std::prev(behind)->span.Contains(word)) return nullptr;
    return &*std::prev(behind);
  }
};

class ArgumentComparer {
 public:
  ArgumentComparer(const PairView& view, std::vector<Difference>* out)
      : view_(view),
        a_{view.comparison, view.pair->a.article, view.a, view.claim_a},
        b_{view.comparison, view.pair->b.article, view.b, view.claim_b},
        out_(*out) {}

  void Run() {
    if (view_.world == World::kOtherSources) return;
    if (view_.InMarks(*view_.a, *view_.claim_a) || view_.InMarks(*view_.b, *view_.claim_b)) return;
    CompareDoers();
    ComparePlaces();
    CompareRoles();
  }

 private:
  void Add(DifferenceKind kind, Span a, Span b, std::string value_a, std::string value_b,
           uint32_t score) {
    out_.push_back(view_.Make(kind, a, b, 0, 0, score));
    out_.back().value_a = std::move(value_a);
    out_.back().value_b = std::move(value_b);
  }

  // ---- who did it

  void CompareDoers() {
    for (uint32_t i = a_.claim->predicates.begin; i < a_.claim->predicates.end; ++i) {
      for (uint32_t j = b_.claim->predicates.begin; j < b_.claim->predicates.end; ++j) {
        const Predicate &x = a_.analysis->claims.predicates[i],
                        &y = b_.analysis->claims.predicates[j];
        if (view_.pair->LinkOf(x.token) == y.token) CompareDoer(x, y);
      }
    }
  }

  void CompareDoer(const Predicate& x, const Predicate& y) {
    if (x.nominal || y.nominal || view_.IsAntonymLink(x.token)) return;
    if (x.sign.polarity != Polarity::kPositive || y.sign.polarity != Polarity::kPositive) return;
    if (x.sign.modality != y.sign.modality) return;
    const Clause *in_a = a_.analysis->syntax.clauses.At(x.token),
                 *in_b = b_.analysis->syntax.clauses.At(y.token);
    if (in_a == nullptr || in_b == nullptr) return;
    const uint32_t of_a = a_.analysis->syntax.clauses.AgentOf(*in_a, a_.document()),
                   of_b = b_.analysis->syntax.clauses.AgentOf(*in_b, b_.document());
    if (of_a == kNoWord || of_b == kNoWord || view_.pair->LinkOf(of_a) == of_b) return;
    const bool one_doer = HasOneDoer(a_, *in_a) && HasOneDoer(b_, *in_b) &&
                          PatientIsOne(x.token, y.token, *in_a, *in_b);
    if (!one_doer || IsList(a_, of_a) || IsList(b_, of_b)) return;
    if (TimesExclude()) return;
    const Doer doer_a = DoerAt(a_, of_a), doer_b = DoerAt(b_, of_b);
    if (!Exclude(doer_a, doer_b)) return;
    if (SaysSo(b_, x.token, doer_a) || SaysSo(a_, y.token, doer_b)) return;
    Add(DifferenceKind::kEntity, doer_a.span, doer_b.span, doer_a.value, doer_b.value, kDoerScore);
  }

  // "Led", "found", "put forward".
  static bool HasOneDoer(const Side& side, const Clause& clause) {
    static const LexiconTable& verbs = Lexicon::English().Table("single_doer_verbs.txt");
    if (verbs.Has(MeantLemma(side.document(), clause.predicate))) return true;
    const uint32_t patient = side.analysis->syntax.clauses.PatientOf(clause);
    if (patient == kNoWord) return false;
    return verbs.Has(std::string(side.Lemma(clause.predicate)) + ' ' +
                     std::string(side.Lemma(patient)));
  }

  // What it is done to lines up and is one thing, known on one side at least: "the alarm".
  bool PatientIsOne(uint32_t x, uint32_t y, const Clause& in_a, const Clause& in_b) const {
    const uint32_t of_a = a_.analysis->syntax.clauses.PatientOf(in_a),
                   of_b = b_.analysis->syntax.clauses.PatientOf(in_b);
    if (of_a == kNoWord || of_b == kNoWord || view_.pair->LinkOf(of_a) != of_b) return false;
    // "Led the delegation" may be said of two.
    if (IsBody(a_, of_a) || IsBody(b_, of_b)) return false;
    if (!view_.PatientsAgree(x, y) || !HaveOneModifiers(of_a, of_b)) return false;
    if (IsPlural(a_, of_a) || IsPlural(b_, of_b)) return false;
    return IsDefinite(a_, of_a) || IsDefinite(b_, of_b);
  }
  // What says which lines up: "the women's race" is not "the race", nor "the race for boats" "the
  // race for veterans".
  bool HaveOneModifiers(uint32_t of_a, uint32_t of_b) const {
    const Loose loose_a = LooseModifiers(a_, of_a, true), loose_b = LooseModifiers(b_, of_b, false);
    return !loose_a.before && !loose_b.before && !(loose_a.behind && loose_b.behind);
  }
  struct Loose {
    bool before = false, behind = false;  // content words that line up with nothing
  };
  Loose LooseModifiers(const Side& side, uint32_t t, bool first) const {
    Loose loose;
    const IndexRange sentence =
        side.document().sentences[side.document().tokens[t].sentence].tokens;
    for (uint32_t u = sentence.begin; u < sentence.end; ++u) {
      const bool of_it = side.At(u).head == t && side.At(u).dependency != Dependency::kAcl &&
                         side.At(u).dependency != Dependency::kAppos;
      if (u == t || !of_it || !side.analysis->terms[u].content || IsLinked(u, first)) continue;
      (u < t ? loose.before : loose.behind) = true;
    }
    return loose;
  }
  bool IsLinked(uint32_t t, bool first) const {
    return std::any_of(view_.pair->links.begin(), view_.pair->links.end(),
                       [&](const TokenLink& link) { return (first ? link.a : link.b) == t; });
  }
  static bool IsPlural(const Side& side, uint32_t t) {
    return side.At(t).morphology.number == Number::kPlural;
  }
  static bool IsDefinite(const Side& side, uint32_t t) {
    if (side.At(t).upos == Upos::kPropn) return true;
    const std::string_view first = side.Norm(side.Group(t).begin);
    return first == "the" || first == "this" || first == "its" || first == "his" ||
           first == "her" || first == "their";
  }

  // A member of a list, or its head: others did it too.
  static bool IsList(const Side& side, uint32_t t) {
    if (side.At(t).dependency == Dependency::kConj) return true;
    const IndexRange sentence =
        side.document().sentences[side.document().tokens[t].sentence].tokens;
    const auto joins = [&](uint32_t u) {
      const std::string_view norm = side.Norm(u);
      return norm == "and" || norm == "or" || norm == "&" || norm == "with";
    };
    const IndexRange group = side.Group(t);
    for (uint32_t u = group.begin; u < group.end; ++u) {
      if (joins(u)) return true;
    }
    if (group.begin > sentence.begin && joins(group.begin - 1)) return true;
    // "Ann Lee and Bo Ek", but not "was built by Ann Lee and will open".
    if (group.end + 1 < sentence.end && joins(group.end)) {
      const Upos next = side.At(group.end + 1).upos;
      if (next != Upos::kAux && next != Upos::kVerb && next != Upos::kAdv) return true;
    }
    for (uint32_t u = t + 1; u < sentence.end; ++u) {
      if (side.At(u).dependency == Dependency::kConj && side.At(u).head == t) return true;
    }
    return false;
  }

  struct Doer {
    Span span;
    std::string value;  // empty: not known who
    uint32_t linked = kNoEntity;
    EntityKind kind = EntityKind::kOther;
    std::string key;
    std::string_view calling;  // class of callings.tsv
  };

  static Doer DoerAt(const Side& side, uint32_t t) {
    Doer doer;
    const IndexRange group = side.Group(t);
    const Mention* mention = side.MentionAt(t);
    // "The Greek coastguard", "their Norwegian hosts": the country's.
    for (uint32_t u = group.begin; mention == nullptr && u < group.end; ++u) {
      const Mention* before = side.MentionAt(u);
      const Entity* entity = before == nullptr ? nullptr : side.EntityOf(*before);
      if (entity != nullptr && entity->kind == EntityKind::kPeople && IsBody(side, t))
        mention = before;
    }
    if (mention != nullptr && mention->entity != kNoEntity) {
      const Entity& entity = *side.EntityOf(*mention);
      doer.span = side.document().SpanOf(group);
      doer.linked = side.Linked(mention->entity);
      doer.kind = entity.kind == EntityKind::kPeople ? EntityKind::kPlace : entity.kind;
      doer.key = entity.key;
      doer.value = FoldDiacritics(side.document().Text(doer.span));
      return doer;
    }
    static const LexiconTable& callings = Lexicon::English().Table("callings.tsv");
    if (side.At(t).upos != Upos::kNoun || IsPlural(side, t)) return doer;
    const LexiconRow* row = nullptr;
    if (t > group.begin)
      row = callings.Find(std::string(side.Norm(t - 1)) + ' ' + std::string(side.Norm(t)));
    if (row == nullptr) row = callings.Find(side.Norm(t));
    if (row == nullptr) return doer;
    doer.span = side.document().SpanOf(group);
    doer.calling = row->column(0);
    doer.value = std::string(doer.calling);
    return doer;
  }

  // Acts for a country: "the Greek coastguard", not "a Greek nurse".
  static bool IsBody(const Side& side, uint32_t t) {
    static const LexiconTable& heads = Lexicon::English().Table("national_bodies.txt");
    return heads.Has(side.Lemma(t)) || heads.Has(side.Norm(t));
  }

  static bool Exclude(const Doer& x, const Doer& y) {
    if (x.value.empty() || y.value.empty()) return false;
    if (!x.calling.empty() || !y.calling.empty())
      return !x.calling.empty() && !y.calling.empty() && x.calling != y.calling;
    if (x.kind != y.kind || x.linked == y.linked) return false;
    switch (x.kind) {
      case EntityKind::kPlace:
        return RelatePlaces(x.key, y.key) == Relation::kDisjoint;
      case EntityKind::kPerson:
        return RelateNames(x.key, y.key) == NameRelation::kUnrelated && !ShareWord(x.key, y.key);
      default:
        return false;  // one body may act for another, or be called by two names
    }
  }
  static bool ShareWord(std::string_view x, std::string_view y) {
    while (!x.empty()) {
      const size_t end = std::min(x.find(' '), x.size());
      const std::string_view word = x.substr(0, end);
      const size_t at = y.find(word);
      if (at != std::string_view::npos && (at == 0 || y[at - 1] == ' ') &&
          (at + word.size() == y.size() || y[at + word.size()] == ' '))
        return true;
      x.remove_prefix(std::min(x.size(), end + 1));
    }
    return false;
  }

  // The other article has this doer of such an act as well, somewhere.
  bool SaysSo(const Side& other, uint32_t predicate, const Doer& doer) const {
    const Side& own = &other == &a_ ? b_ : a_;
    const TermId act = own.analysis->terms[predicate].synonym;
    const auto& clauses = other.analysis->syntax.clauses;
    return std::any_of(clauses.clauses.begin(), clauses.clauses.end(), [&](const Clause& clause) {
      if (other.analysis->terms[clause.predicate].synonym != act) return false;
      const uint32_t agent = clauses.AgentOf(clause, other.document());
      if (agent == kNoWord) return false;
      const Doer said = DoerAt(other, agent);
      if (!doer.calling.empty()) return said.calling == doer.calling;
      return said.linked != kNoEntity && said.linked == doer.linked;
    });
  }

  bool TimesExclude() const {
    const IndexRange in_a = view_.Within(a_.analysis->times, SentenceOf(a_)),
                     in_b = view_.Within(b_.analysis->times, SentenceOf(b_));
    bool compatible = in_a.empty() || in_b.empty();
    for (uint32_t i = in_a.begin; i < in_a.end; ++i) {
      for (uint32_t j = in_b.begin; j < in_b.end; ++j) {
        if (Relate(a_.analysis->times[i], b_.analysis->times[j]) != Relation::kDisjoint)
          compatible = true;
      }
    }
    return !compatible;
  }
  static Span SentenceOf(const Side& side) {
    return side.document().sentences[side.claim->sentence].span;
  }

  // ---- where

  void ComparePlaces() {
    const bool same = view_.pair->score >= kNearCopy || view_.pair->cover >= kCovered;
    if (!same || TimesExclude()) return;
    const Mention *x = LoosePlace(a_, true), *y = LoosePlace(b_, false);
    if (x == nullptr || y == nullptr) return;
    const Entity &of_x = *a_.EntityOf(*x), &of_y = *b_.EntityOf(*y);
    if (RelatePlaces(of_x.key, of_y.key) != Relation::kDisjoint) return;
    if (view_.ContextLinks(x->span, y->span) < kPlaceContext) return;
    const uint32_t first_x = a_.document().TokensIn(x->span).begin,
                   first_y = b_.document().TokensIn(y->span).begin;
    const std::string_view before = PrepositionOf(a_, first_x);
    if (before.empty() || before != PrepositionOf(b_, first_y)) return;
    if (view_.pair->LinkOf(HostOf(a_, first_x)) != HostOf(b_, first_y)) return;
    const bool copy = view_.pair->score >= kCopy;
    if (!copy && (HasPlace(b_, of_x.key) || HasPlace(a_, of_y.key))) return;
    Add(DifferenceKind::kPlace, x->span, y->span, of_x.key, of_y.key, kPlaceScore);
  }

  // The one name of the claim that lines up with nothing, if it is a place and no member of a list.
  const Mention* LoosePlace(const Side& side, bool first) const {
    const Mention* found = nullptr;
    for (const Mention& mention : side.analysis->mentions.mentions) {
      if (!side.claim->span.Contains(mention.span)) continue;
      const IndexRange tokens = side.document().TokensIn(mention.span);
      const bool linked = std::any_of(
          view_.pair->links.begin(), view_.pair->links.end(),
          [&](const TokenLink& link) { return tokens.Contains(first ? link.a : link.b); });
      if (linked) continue;
      if (found != nullptr) return nullptr;
      found = &mention;
    }
    if (found == nullptr) return nullptr;
    const Entity* entity = side.EntityOf(*found);
    if (entity == nullptr || entity->kind != EntityKind::kPlace) return nullptr;
    const IndexRange tokens = side.document().TokensIn(found->span);
    return IsList(side, tokens.end - 1) || IsList(side, tokens.begin) ? nullptr : found;
  }

  // "In", for "at" too; nothing where the place is none that something is at.
  static std::string_view PrepositionOf(const Side& side, uint32_t t) {
    if (t == 0) return {};
    std::string_view norm = side.Norm(t - 1);
    if (norm == "the" && t > 1) norm = side.Norm(t - 2);
    if (norm == "at" || norm == "inside") return "in";
    if (norm == "in" || norm == "near" || norm == "outside" || norm == "off") return norm;
    return {};
  }

  // What happens there, or what is there.
  static uint32_t HostOf(const Side& side, uint32_t t) {
    uint32_t host = side.At(t).head;
    while (host != SyntaxToken::kRoot && side.MentionAt(host) == side.MentionAt(t))
      host = side.At(host).head;
    return host == SyntaxToken::kRoot ? kNoWord : host;
  }

  static bool HasPlace(const Side& side, std::string_view key) {
    const auto& entities = side.analysis->mentions.entities;
    return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
      if (entity.kind != EntityKind::kPlace) return false;
      const Relation relation = RelatePlaces(entity.key, key);
      return relation == Relation::kEqual || relation == Relation::kNarrower;
    });
  }

  // ---- in what office

  // "President Lee" and "Prime Minister Lee" of one statement: then it does not matter that an
  // article gives both.
  void CompareRoles() {
    if (view_.pair->score < kNearCopy) return;
    for (const RoleMention& x : a_.analysis->mentions.roles) {
      if (!SentenceOf(a_).Contains(x.span) || x.former) continue;
      for (const RoleMention& y : b_.analysis->mentions.roles) {
        if (!SentenceOf(b_).Contains(y.span) || y.former) continue;
        if (a_.Linked(x.entity) == kNoEntity || a_.Linked(x.entity) != b_.Linked(y.entity))
          continue;
        const bool titles = IsTitle(a_, x) && IsTitle(b_, y) && AreTwoOffices(x.role, y.role);
        if (!titles && RelateRoles(x.role, y.role) != Relation::kDisjoint) continue;
        if (HasEqual(b_, x, y) || HasEqual(a_, y, x)) continue;
        Add(DifferenceKind::kRole, x.span, y.span, x.role, y.role, kRoleScore);
      }
    }
  }

  // Right before the name, as a part of it: "Prime Minister Lee".
  static bool IsTitle(const Side& side, const RoleMention& role) {
    const IndexRange tokens = side.document().TokensIn(role.span);
    if (tokens.empty() || !side.document().tokens[tokens.begin].capital) return false;
    const Mention* mention =
        tokens.end < side.document().tokens.size() ? side.MentionAt(tokens.end) : nullptr;
    return mention != nullptr && mention->entity == role.entity;
  }

  // The sentence of `side` gives the person this very role beside the other.
  static bool HasEqual(const Side& side, const RoleMention& role, const RoleMention& beside) {
    return std::any_of(side.analysis->mentions.roles.begin(), side.analysis->mentions.roles.end(),
                       [&](const RoleMention& other) {
                         return other.entity == beside.entity &&
                                SentenceOf(side).Contains(other.span) &&
                                RelateRoles(other.role, role.role) == Relation::kEqual;
                       });
  }

  const PairView& view_;
  const Side a_, b_;
  std::vector<Difference>& out_;
};

}  // namespace

void CompareArguments(const PairView& view, std::vector<Difference>* out) {
  ArgumentComparer(view, out).Run();
}

}  // namespace crossread
