// Where two claims about the same thing differ: all gates stand here, once; the checks word the
// result.
//
// A difference is kept only if the claims line up (Pair::score), the words that differ have
// lined-up neighbours, the values exclude each other (or the sign is flipped), and both are said in
// one world. Unknown is never a difference.
#include <algorithm>
#include <map>
#include <string>
#include <tuple>

#include "core/align/comparison.h"
#include "core/base/hash.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// Thousandths, by hand on our own stories: the evidence that two claims are about the same thing.
constexpr uint32_t kSameClaim = 420;  // for values: most of the weight of both clauses lines up
constexpr uint32_t kSameClause =
    300;  // for a flipped sign, which asks for lined-up neighbours as well
constexpr uint32_t kNearCopy = 550;  // for dates: one date replaced in what is else the same
constexpr uint32_t kCovered = 700;   // nearly all of the shorter clause lines up
constexpr uint32_t kCopy = 800;      // one statement, hardly a word changed
constexpr uint32_t kCopyMargin = 100;
constexpr uint32_t kMinContext = 2;     // lined-up content words beside the ones that differ
constexpr uint32_t kNeighbourhood = 5;  // tokens on each side of a predicate

class DifferenceFinder {
 public:
  explicit DifferenceFinder(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    RateBestPartners();
    for (uint32_t p = 0; p < comparison_.pairs.size(); ++p) {
      Enter(p);
      if (HasItsCopy()) continue;
      CompareQuantities();
      CompareTimes();
      ComparePredicates();
    }
    for (const Difference& difference : CompareCopies(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareArticleValues(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareAttendance(comparison_)) AddOnce(difference);
    std::stable_sort(out_.begin(), out_.end(), [](const Difference& x, const Difference& y) {
      if (x.kind != y.kind) return x.kind < y.kind;
      if (x.a.article != y.a.article) return x.a.article < y.a.article;
      if (!(x.a.span == y.a.span)) return x.a.span < y.a.span;
      if (x.b.article != y.b.article) return x.b.article < y.b.article;
      return x.b.span < y.b.span;
    });
    return std::move(out_);
  }

 private:
  void RateBestPartners() {
    for (const Pair& pair : comparison_.pairs) {
      for (const auto& [claim, other] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
        uint32_t& best = best_[{claim.article, claim.claim, other.article}];
        best = std::max(best, pair.score);
      }
    }
  }

  // The other article has this very statement elsewhere: what is merely like it is another one.
  bool HasItsCopy() const {
    const uint32_t best = std::max(best_.at({pair_->a.article, pair_->a.claim, pair_->b.article}),
                                   best_.at({pair_->b.article, pair_->b.claim, pair_->a.article}));
    return best >= kCopy && pair_->score + kCopyMargin < best;
  }

  void Enter(uint32_t index) {
    pair_index_ = index;
    pair_ = &comparison_.pairs[index];
    a_ = &comparison_.At(pair_->a.article);
    b_ = &comparison_.At(pair_->b.article);
    claim_a_ = &comparison_.At(pair_->a);
    claim_b_ = &comparison_.At(pair_->b);
    world_ = WorldOf(comparison_, pair_->a, pair_->b);
  }

  // "Attended" against "did not attend" is told as a yes and a no.
  static bool Tells(DifferenceKind known, DifferenceKind kind) {
    return known == kind ||
           (kind == DifferenceKind::kParticipants && known == DifferenceKind::kPolarity);
  }

  // A difference that no pair of claims has shown already.
  void AddOnce(const Difference& difference) {
    const bool known = std::any_of(out_.begin(), out_.end(), [&](const Difference& other) {
      return !IsDisputed(other) && Tells(other.kind, difference.kind) &&
             other.a.article == difference.a.article && other.b.article == difference.b.article &&
             (other.mark_a.Overlaps(difference.mark_a) ||
              other.a.span.Contains(difference.mark_a)) &&
             (other.mark_b.Overlaps(difference.mark_b) || other.b.span.Contains(difference.mark_b));
    });
    if (!known) out_.push_back(difference);
  }

  void Add(DifferenceKind kind, Span a, Span b, uint32_t index_a, uint32_t index_b,
           uint32_t score) {
    Difference difference;
    difference.kind = kind;
    difference.pair = pair_index_;
    difference.a = {pair_->a.article, a};
    difference.b = {pair_->b.article, b};
    difference.mark_a = a;
    difference.mark_b = b;
    difference.index_a = index_a;
    difference.index_b = index_b;
    difference.world = world_;
    difference.score = std::min<uint32_t>(score, 1000);
    out_.push_back(std::move(difference));
  }

  // Shown in the matrix alone (checks/grouping.cpp).
  static bool IsDisputed(const Difference& difference) {
    return difference.world == World::kOtherSources ||
           (difference.kind == DifferenceKind::kPolarity && difference.world == World::kMixed);
  }

  // The same for two predicates, whose evidence is what lines up around them: "land not captured by
  // Russian forces" says more than "not captured".
  void AddPredicates(DifferenceKind kind, Span mark_a, Span mark_b, uint32_t i, uint32_t j,
                     uint32_t score) {
    Add(kind, mark_a, mark_b, i, j, score);
    Difference& difference = out_.back();
    const uint32_t x = a_->claims.predicates[i].token, y = b_->claims.predicates[j].token;
    for (const TokenLink& link : pair_->links) {
      if (!Beside(*a_, link.a, x) || !Beside(*b_, link.b, y)) continue;
      Widen(a_->document.tokens[link.a].span, &difference.a.span);
      Widen(b_->document.tokens[link.b].span, &difference.b.span);
    }
  }

  static void Widen(Span by, Span* span) {
    span->begin = std::min(span->begin, by.begin);
    span->end = std::max(span->end, by.end);
  }

  // A word of what a predicate is said of: an argument of its clause, however far ("The captain,
  // Jon Riis, 54, was arrested"), or a word a few tokens away.
  static bool Beside(const Analysis& analysis, uint32_t token, uint32_t predicate) {
    if (token + kNeighbourhood >= predicate && token <= predicate + kNeighbourhood) return true;
    const Clause* clause = analysis.syntax.clauses.At(predicate);
    return clause != nullptr && analysis.syntax.IsArgument(token, *clause);
  }

  // Words inside quotation marks are compared as words (utterances.cpp), not as claims.
  bool InMarks(const Analysis& analysis, const Claim& claim) const {
    return claim.quotation != kNoQuotation &&
           analysis.quotations[claim.quotation].kind == QuotationKind::kDirect;
  }

  // Lined-up content words of the pair outside the two given spans.
  uint32_t ContextLinks(Span a, Span b) const {
    uint32_t links = 0;
    for (const TokenLink& link : pair_->links) {
      if (link.kind == LinkKind::kAntonym) continue;
      if (a.Contains(a_->document.tokens[link.a].span)) continue;
      if (b.Contains(b_->document.tokens[link.b].span)) continue;
      ++links;
    }
    return links;
  }

  // ---- numbers

  void CompareQuantities() {
    // A bullet point and the long sentence that says the same line up on one side only.
    const bool within = pair_->cover >= kCovered && pair_->content_links > kMinContext;
    if ((pair_->score < kSameClaim && !within) ||
        (InMarks(*a_, *claim_a_) && InMarks(*b_, *claim_b_)))
      return;
    const IndexRange in_a = Within(a_->quantities, claim_a_->span);
    const IndexRange in_b = Within(b_->quantities, claim_b_->span);
    for (uint32_t i = in_a.begin; i < in_a.end; ++i) {
      const uint32_t j = OnlyRival(i, in_b);
      if (j == UINT32_MAX) continue;
      const Quantity &x = a_->quantities[i], &y = b_->quantities[j];
      // Where it isn't known what is counted, the rest must be nearly the same; ranks ("the second
      // time") always need that.
      const bool known = !x.noun.empty() && x.kind != QuantityKind::kOrdinal;
      if (!known && x.kind != QuantityKind::kDuration && pair_->score < kNearCopy) continue;
      if (ContextLinks(x.span, y.span) < kMinContext) continue;
      if (pair_->score < kNearCopy && OtherDoer(x.span, y.span)) continue;
      Add(DifferenceKind::kQuantity, x.span, y.span, i, j,
          std::max(pair_->score, pair_->cover * 3 / 4) + 200);
    }
  }

  // "Vane threw three touchdowns", "Moll threw six": what is counted is what somebody else does.
  bool OtherDoer(Span x, Span y) const {
    const Clause *clause_x = ClauseOf(*a_, x), *clause_y = ClauseOf(*b_, y);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const uint32_t agent_x = a_->syntax.clauses.AgentOf(*clause_x, a_->document);
    const uint32_t agent_y = b_->syntax.clauses.AgentOf(*clause_y, b_->document);
    if (agent_x == kNoWord || agent_y == kNoWord) return false;
    if (x.Contains(a_->document.tokens[agent_x].span)) return false;
    if (y.Contains(b_->document.tokens[agent_y].span)) return false;
    return !ArgumentAgrees(agent_x, agent_y);
  }

  // The clause that the value's last word hangs in.
  static const Clause* ClauseOf(const Analysis& analysis, Span value) {
    const IndexRange tokens = analysis.document.TokensIn(value);
    if (tokens.empty()) return nullptr;
    for (uint32_t t = tokens.end - 1; t != SyntaxToken::kRoot; t = analysis.syntax.tokens[t].head) {
      if (const Clause* clause = analysis.syntax.clauses.At(t)) return clause;
    }
    return nullptr;
  }

  template <typename Value>
  static IndexRange Within(const std::vector<Value>& values, Span span) {
    uint32_t begin = 0;
    while (begin < values.size() && values[begin].span.begin < span.begin) ++begin;
    uint32_t end = begin;
    while (end < values.size() && values[end].span.end <= span.end) ++end;
    return {begin, end};
  }

  // The one quantity of b's claim that counts the same thing as quantity i of a and excludes it;
  // UINT32_MAX if there is none, several, or one that agrees.
  uint32_t OnlyRival(uint32_t i, IndexRange in_b) const {
    const Quantity& x = a_->quantities[i];
    if (x.vague) return UINT32_MAX;
    uint32_t rival = UINT32_MAX;
    for (uint32_t j = in_b.begin; j < in_b.end; ++j) {
      const Quantity& y = b_->quantities[j];
      if (y.vague || y.kind != x.kind || !SameThing(x, y) || OtherPerson(x, y)) continue;
      const Relation relation = Relate(x, y);
      if (relation == Relation::kUnknown) continue;
      if (relation != Relation::kDisjoint || rival != UINT32_MAX) return UINT32_MAX;
      rival = j;
    }
    if (rival == UINT32_MAX) return rival;
    // Article b gives a's number elsewhere, or a gives b's: they answer different questions, or one
    // article updates itself.
    const Quantity& y = b_->quantities[rival];
    const auto given = [&](const Quantity& value, const std::vector<Quantity>& in) {
      return std::any_of(in.begin(), in.end(), [&](const Quantity& other) {
        return other.kind == value.kind && SameThing(value, other) &&
               Relate(value, other) == Relation::kEqual;
      });
    };
    return given(x, b_->quantities) || given(y, a_->quantities) ? UINT32_MAX : rival;
  }

  // Ages of two people.
  bool OtherPerson(const Quantity& x, const Quantity& y) const {
    const uint32_t of_x = comparison_.entities.Find(pair_->a.article, x.entity);
    const uint32_t of_y = comparison_.entities.Find(pair_->b.article, y.entity);
    return of_x != kNoEntity && of_y != kNoEntity && of_x != of_y;
  }

  static bool SameThing(const Quantity& x, const Quantity& y) {
    static const LexiconTable& synonyms = Lexicon::English().Table("synonyms.tsv");
    if (x.noun == y.noun) return !x.noun.empty() || x.kind != QuantityKind::kCount;
    if (x.noun.empty() || y.noun.empty()) {
      return x.kind == QuantityKind::kMoney || x.kind == QuantityKind::kPercent;
    }
    const LexiconRow *rx = synonyms.Find(x.noun), *ry = synonyms.Find(y.noun);
    const std::string_view cx = rx != nullptr ? rx->column(1) : std::string_view(x.noun);
    const std::string_view cy = ry != nullptr ? ry->column(1) : std::string_view(y.noun);
    return cx == cy;
  }

  // ---- dates

  // Only in near copies: two sentences in other words often tell of two days of one affair.
  void CompareTimes() {
    if (pair_->score < kNearCopy || (InMarks(*a_, *claim_a_) && InMarks(*b_, *claim_b_))) return;
    const IndexRange in_a = Within(a_->times, claim_a_->span);
    const IndexRange in_b = Within(b_->times, claim_b_->span);
    if (in_a.size() != 1 || in_b.size() != 1) return;
    const Time &x = a_->times[in_a.begin], &y = b_->times[in_b.begin];
    if (x.vague || y.vague || Relate(x, y) != Relation::kDisjoint) return;
    // "July" in two articles of different years: each means its own, or both the same.
    if (Fold(a_->document.Text(x.span)) == Fold(b_->document.Text(y.span))) return;
    if (ContextLinks(x.span, y.span) < kMinContext + 1) return;
    if (HasUnlinkedName(*a_, *claim_a_, true) && HasUnlinkedName(*b_, *claim_b_, false)) return;
    Add(DifferenceKind::kTime, x.span, y.span, in_a.begin, in_b.begin, pair_->score + 100);
  }

  // A name on this side that lines up with nothing: with one on each side, two things are told.
  bool HasUnlinkedName(const Analysis& analysis, const Claim& claim, bool first) const {
    for (const Mention& mention : analysis.mentions.mentions) {
      if (!claim.span.Contains(mention.span)) continue;
      const IndexRange tokens = analysis.document.TokensIn(mention.span);
      const bool linked = std::any_of(
          pair_->links.begin(), pair_->links.end(),
          [&](const TokenLink& link) { return tokens.Contains(first ? link.a : link.b); });
      if (!linked) return true;
    }
    return false;
  }

  // ---- yes or no, planned or held

  void ComparePredicates() {
    if (pair_->score < kSameClause) return;
    if (InMarks(*a_, *claim_a_) || InMarks(*b_, *claim_b_)) return;
    for (uint32_t i = claim_a_->predicates.begin; i < claim_a_->predicates.end; ++i) {
      for (uint32_t j = claim_b_->predicates.begin; j < claim_b_->predicates.end; ++j) {
        ComparePredicate(i, j);
      }
    }
  }

  void ComparePredicate(uint32_t i, uint32_t j) {
    const Predicate &x = a_->claims.predicates[i], &y = b_->claims.predicates[j];
    const bool linked = pair_->LinkOf(x.token) == y.token;
    if (linked) ComparePolarity(i, j);  // a report against an assertion is for the matrix alone
    if (world_ == World::kOtherSources) return;
    if (linked && !IsAntonymLink(x.token)) CompareModality(i, j);
    if ((linked && !IsAntonymLink(x.token)) || SameEvent(x, y)) CompareStatus(i, j);
  }

  void ComparePolarity(uint32_t i, uint32_t j) {
    const Predicate &x = a_->claims.predicates[i], &y = b_->claims.predicates[j];
    if (x.nominal || y.nominal) return;  // the verb that governs a noun carries its sign
    if (x.sign.polarity == Polarity::kUnknown || y.sign.polarity == Polarity::kUnknown) return;
    if (x.sign.modality != y.sign.modality) return;
    if (x.sign.status == Status::kPlanned || y.sign.status == Status::kPlanned) {
      if (x.sign.status != y.sign.status) return;
    }
    const bool antonym = IsAntonymLink(x.token);
    if ((x.sign.polarity != y.sign.polarity) == antonym) return;
    if (antonym && pair_->score < kSameClaim)
      return;  // "left" and "joined" may be said of two people
    if (LinkedNeighbours(x.token, y.token) < kMinContext) return;
    // Copies are believed without the parse, but "was a member" is said of many.
    const bool copy = pair_->score >= kNearCopy && !IsCopular(*a_, x.token);
    if (!copy && !ArgumentsAgree(x.token, y.token)) return;
    AddPredicates(DifferenceKind::kPolarity, SignSpan(a_->document, x), SignSpan(b_->document, y),
                  i, j, pair_->score + 150);
  }

  static bool IsCopular(const Analysis& analysis, uint32_t predicate) {
    const Clause* clause = analysis.syntax.clauses.At(predicate);
    return clause != nullptr && clause->copular;
  }

  // Nobody else is said to do it, or to have it done to them. What one side leaves unsaid, or says
  // with a pronoun, is no disagreement.
  bool ArgumentsAgree(uint32_t x, uint32_t y) const {
    const Clauses &in_a = a_->syntax.clauses, &in_b = b_->syntax.clauses;
    const Clause *clause_x = in_a.At(x), *clause_y = in_b.At(y);
    if (clause_x == nullptr || clause_y == nullptr) return true;
    return ArgumentAgrees(in_a.AgentOf(*clause_x, a_->document),
                          in_b.AgentOf(*clause_y, b_->document)) &&
           ArgumentAgrees(in_a.PatientOf(*clause_x), in_b.PatientOf(*clause_y));
  }

  // The heads line up, and so do all modifiers of one side: "the town" and "the coastal town", but
  // not "law enforcement officials" and "Democratic officials".
  bool ArgumentAgrees(uint32_t x, uint32_t y) const {
    if (x == kNoWord || y == kNoWord) return true;
    if (a_->syntax.tokens[x].upos == Upos::kPron || b_->syntax.tokens[y].upos == Upos::kPron)
      return true;
    const IndexRange group_x = GroupOf(*a_, x), group_y = GroupOf(*b_, y);
    bool linked = false;
    uint32_t loose_x = ContentWords(*a_, group_x), loose_y = ContentWords(*b_, group_y);
    for (const TokenLink& link : pair_->links) {
      if (!group_x.Contains(link.a) || !group_y.Contains(link.b)) continue;
      --loose_x;
      --loose_y;
      linked = linked || (link.a == x && link.b == y);
    }
    return linked && (loose_x == 0 || loose_y == 0);
  }

  static IndexRange GroupOf(const Analysis& analysis, uint32_t t) {
    const Chunk* chunk = analysis.syntax.ChunkAt(t);
    return chunk != nullptr ? chunk->tokens : IndexRange{t, t + 1};
  }

  static uint32_t ContentWords(const Analysis& analysis, IndexRange tokens) {
    uint32_t words = 0;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) words += analysis.terms[t].content;
    return words;
  }

  // "May have burst" and "burst". A report that is less sure than the other article's own words has
  // lost its "may" there; one that is surer is that source's.
  void CompareModality(uint32_t i, uint32_t j) {
    const Predicate &x = a_->claims.predicates[i], &y = b_->claims.predicates[j];
    if (x.nominal || y.nominal || x.sign.modality == y.sign.modality) return;
    if (x.sign.polarity != y.sign.polarity || x.sign.polarity == Polarity::kUnknown) return;
    const bool a_is_sure = x.sign.modality == Modality::kAsserted;
    const bool surer_is_reported = (a_is_sure ? claim_a_ : claim_b_)->quotation != kNoQuotation;
    if (world_ == World::kMixed && surer_is_reported) return;
    if (!IsStatement(*a_, x.token) || !IsStatement(*b_, y.token)) return;
    if (LinkedNeighbours(x.token, y.token) < kMinContext + 1) return;
    if (!ArgumentsAgree(x.token, y.token)) return;
    AddPredicates(DifferenceKind::kModality, ModalSpan(a_->document, x), ModalSpan(b_->document, y),
                  i, j, pair_->score + 100);
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

  bool IsAntonymLink(uint32_t token) const {
    return std::any_of(pair_->links.begin(), pair_->links.end(), [&](const TokenLink& link) {
      return link.a == token && link.kind == LinkKind::kAntonym;
    });
  }

  // Content words near both predicates that line up with each other: whom or what it is about.
  uint32_t LinkedNeighbours(uint32_t x, uint32_t y) const {
    return static_cast<uint32_t>(
        std::count_if(pair_->links.begin(), pair_->links.end(), [&](const TokenLink& link) {
          return link.kind != LinkKind::kAntonym && link.a != x && link.b != y &&
                 Beside(*a_, link.a, x) && Beside(*b_, link.b, y);
        }));
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
    return (x.nominal || y.nominal) && EventClass(a_->document.strings.Get(x.lemma)) ==
                                           EventClass(b_->document.strings.Get(y.lemma));
  }

  static std::string_view EventClass(std::string_view verb) {
    static const LexiconTable& synonyms = Lexicon::English().Table("synonyms.tsv");
    const LexiconRow* row = synonyms.Find(verb);
    return row != nullptr ? row->column(1) : verb;
  }

  // Planned against over or called off, for an event that both sides describe with the same
  // parties, place or day: more than kMinContext of them, and no time that excludes the other.
  void CompareStatus(uint32_t i, uint32_t j) {
    const Predicate &x = a_->claims.predicates[i], &y = b_->claims.predicates[j];
    if (!StatusesExclude(x.sign.status, y.sign.status)) return;
    if (x.sign.polarity != Polarity::kPositive || y.sign.polarity != Polarity::kPositive) return;
    if (x.sign.modality != Modality::kAsserted || y.sign.modality != Modality::kAsserted) return;
    if (IsOtherOccasion(a_->document, x) || IsOtherOccasion(b_->document, y)) return;
    if (SharedNames() < kMinContext + 1 || TimesExclude()) return;
    AddPredicates(DifferenceKind::kStatus, StatusSpan(a_->document, x), StatusSpan(b_->document, y),
                  i, j, pair_->score + 300);
  }

  static bool StatusesExclude(Status x, Status y) {
    if (x == Status::kNone || y == Status::kNone || x == y) return false;
    // What is under way agrees with what is over an hour later, and with a plan an hour before.
    if (x == Status::kOngoing || y == Status::kOngoing) return false;
    return true;
  }

  // "previous meetings", "the next round": another occasion of the same kind.
  static bool IsOtherOccasion(const Document& document, const Predicate& predicate) {
    static const LexiconTable& words = Lexicon::English().Table("other_occasion.txt");
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
    std::vector<TermId> x = Names(*a_, claim_a_->sentence), y = Names(*b_, claim_b_->sentence),
                        both;
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
    const Span x = a_->document.sentences[claim_a_->sentence].span;
    const Span y = b_->document.sentences[claim_b_->sentence].span;
    const IndexRange in_a = Within(a_->times, x), in_b = Within(b_->times, y);
    bool compatible = in_a.empty() || in_b.empty();
    for (uint32_t i = in_a.begin; i < in_a.end; ++i) {
      for (uint32_t j = in_b.begin; j < in_b.end; ++j) {
        if (Relate(a_->times[i], b_->times[j]) != Relation::kDisjoint) compatible = true;
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

  const Comparison& comparison_;
  // claim (article, index) and other article -> score of the best partner there
  std::map<std::tuple<uint32_t, uint32_t, uint32_t>, uint32_t> best_;
  const Analysis* a_ = nullptr;
  const Analysis* b_ = nullptr;
  const Claim* claim_a_ = nullptr;
  const Claim* claim_b_ = nullptr;
  const Pair* pair_ = nullptr;
  uint32_t pair_index_ = 0;
  World world_ = World::kBothAsserted;
  std::vector<Difference> out_;
};

}  // namespace

namespace {

// "Records show that …": the article itself says it, and names its evidence.
bool IsEvidence(const Comparison& comparison, QuotationRef ref) {
  static const LexiconTable& evidence = Lexicon::English().Table("evidence.txt");
  const Speaker& speaker = comparison.At(ref).speaker;
  if (speaker.kind == SpeakerKind::kNamed || speaker.span.empty()) return false;
  const Document& document = comparison.DocumentOf(ref.article);
  const IndexRange tokens = document.TokensIn(speaker.span);
  return !tokens.empty() && evidence.Has(document.Lemma(document.tokens[tokens.end - 1]));
}

// The quotation whose speaker vouches for a claim, or nothing if the article does.
bool IsReported(const Comparison& comparison, ClaimRef claim, QuotationRef* by) {
  *by = {claim.article, comparison.At(claim).quotation};
  return by->quotation != kNoQuotation && !IsEvidence(comparison, *by);
}

bool IsNamed(const Speaker& speaker) {
  return speaker.kind == SpeakerKind::kNamed || speaker.kind == SpeakerKind::kOrganisation;
}

}  // namespace

World WorldOf(const Comparison& comparison, ClaimRef a, ClaimRef b) {
  QuotationRef by_a, by_b;
  const bool reported_a = IsReported(comparison, a, &by_a),
             reported_b = IsReported(comparison, b, &by_b);
  if (!reported_a && !reported_b) return World::kBothAsserted;
  if (!reported_a || !reported_b) return World::kMixed;
  if (SameSpeaker(comparison, by_a, by_b)) return World::kSameSource;
  // "The chief" and "Brannock" may be one; only two names are surely two.
  const bool two = IsNamed(comparison.At(by_a).speaker) && IsNamed(comparison.At(by_b).speaker);
  return two ? World::kOtherSources : World::kMixed;
}

std::vector<Difference> FindDifferences(const Comparison& comparison) {
  return DifferenceFinder(comparison).Run();
}

}  // namespace crossread
