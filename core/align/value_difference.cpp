// Numbers and dates of two claims that line up, where they exclude each other.
#include "core/align/number_setting.h"
#include "core/align/one_answer.h"
#include "core/align/pair_view.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

class ValueComparer {
 public:
  ValueComparer(const PairView& view, std::vector<Difference>* out) : view_(view), out_(*out) {}

  void Run() {
    CompareQuantities();
    CompareTimes();
  }

 private:
  void Add(DifferenceKind kind, Span a, Span b, uint32_t index_a, uint32_t index_b,
           uint32_t score) {
    out_.push_back(view_.Make(kind, a, b, index_a, index_b, score));
  }

  void CompareQuantities() {
    // A bullet point and the long sentence that says the same line up on one side only.
    const bool within = view_.pair->cover >= kCovered && view_.pair->content_links > kMinContext;
    if ((view_.pair->score < kSameClaim && !within) ||
        (view_.InMarks(*view_.a, *view_.claim_a) && view_.InMarks(*view_.b, *view_.claim_b)))
      return;
    const IndexRange in_a = view_.Within(view_.a->quantities, view_.claim_a->span);
    const IndexRange in_b = view_.Within(view_.b->quantities, view_.claim_b->span);
    for (uint32_t i = in_a.begin; i < in_a.end; ++i) {
      const uint32_t j = OnlyRival(i, in_b);
      if (j == UINT32_MAX) continue;
      const Quantity &x = view_.a->quantities[i], &y = view_.b->quantities[j];
      // Where it isn't known what is counted, the rest must be nearly the same; ranks ("the second
      // time") always need that.
      const bool known = !x.noun.empty() && x.kind != QuantityKind::kOrdinal;
      if (!known && x.kind != QuantityKind::kDuration && view_.pair->score < kNearCopy) continue;
      if (view_.ContextLinks(x.span, y.span) < kMinContext) continue;
      if (AnswerApart(*view_.comparison, view_.pair->a.article, i, view_.pair->b.article, j))
        continue;
      if (view_.pair->score < kNearCopy && OtherDoer(x.span, y.span)) continue;
      if (view_.pair->score < kNearCopy && OtherFate(x, y)) continue;
      Add(DifferenceKind::kQuantity, x.span, y.span, i, j,
          std::max(view_.pair->score, view_.pair->cover * 3 / 4) + 200);
    }
  }

  // "Vane threw three touchdowns", "Moll threw six": what is counted is what somebody else does.
  bool OtherDoer(Span x, Span y) const {
    const Clause *clause_x = ClauseOf(*view_.a, x), *clause_y = ClauseOf(*view_.b, y);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const uint32_t agent_x = view_.a->syntax.clauses.AgentOf(*clause_x, view_.a->document);
    const uint32_t agent_y = view_.b->syntax.clauses.AgentOf(*clause_y, view_.b->document);
    if (agent_x == kNoWord || agent_y == kNoWord) return false;
    if (x.Contains(view_.a->document.tokens[agent_x].span)) return false;
    if (y.Contains(view_.b->document.tokens[agent_y].span)) return false;
    return !view_.ArgumentAgrees(agent_x, agent_y);
  }

  // "61 students fell ill", "23 students were admitted": what happens to people tells which of them
  // are counted.
  bool OtherFate(const Quantity& x, const Quantity& y) const {
    static const LexiconTable& fates = Lexicon::English().Table("fates.tsv");
    if (x.kind != QuantityKind::kCount || !IsPersonNoun(x.noun)) return false;
    const Clause *clause_x = ClauseOf(*view_.a, x.span), *clause_y = ClauseOf(*view_.b, y.span);
    if (clause_x == nullptr || clause_y == nullptr) return false;
    const uint32_t in_a = clause_x->predicate, in_b = clause_y->predicate;
    const Term &of_x = view_.a->terms[in_a], &of_y = view_.b->terms[in_b];
    if (!of_x.content || !of_y.content || of_x.synonym == of_y.synonym) return false;
    const bool linked =
        std::any_of(view_.pair->links.begin(), view_.pair->links.end(),
                    [&](const TokenLink& link) { return link.a == in_a && link.b == in_b; });
    if (linked) return false;
    const LexiconRow* fate_x = fates.Find(view_.a->document.Lemma(view_.a->document.tokens[in_a]));
    const LexiconRow* fate_y = fates.Find(view_.b->document.Lemma(view_.b->document.tokens[in_b]));
    return fate_x == nullptr || fate_y == nullptr || fate_x->column(0) != fate_y->column(0);
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

  // The one quantity of b's claim that counts the same thing as quantity i of a and excludes it;
  // UINT32_MAX if there is none, several, or one that agrees.
  uint32_t OnlyRival(uint32_t i, IndexRange in_b) const {
    const Quantity& x = view_.a->quantities[i];
    if (x.vague) return UINT32_MAX;
    uint32_t rival = UINT32_MAX;
    for (uint32_t j = in_b.begin; j < in_b.end; ++j) {
      const Quantity& y = view_.b->quantities[j];
      if (y.vague || y.kind != x.kind || !SameThing(x, y) || OtherPerson(x, y) || IsPart(x, y))
        continue;
      const Relation relation =
          AreTwoTerms(*view_.a, x, *view_.b, y) ? Relation::kDisjoint : Relate(x, y);
      if (relation == Relation::kUnknown) continue;
      if (relation != Relation::kDisjoint || rival != UINT32_MAX) return UINT32_MAX;
      rival = j;
    }
    if (rival == UINT32_MAX) return rival;
    // Article b gives a's number elsewhere, or a gives b's: they answer different questions, or one
    // article updates itself.
    const Quantity& y = view_.b->quantities[rival];
    // Of money the bare figure is enough: "40 million Guyanese dollars" there is "$40 million"
    // here.
    const auto given = [&](const Quantity& value, const std::vector<Quantity>& in) {
      return std::any_of(in.begin(), in.end(), [&](const Quantity& other) {
        if (other.kind != value.kind) return false;
        const bool figure = value.kind == QuantityKind::kMoney && other.low == value.low &&
                            other.high == value.high;
        return figure || (SameThing(value, other) && Relate(value, other) == Relation::kEqual);
      });
    };
    return given(x, view_.b->quantities) || given(y, view_.a->quantities) ? UINT32_MAX : rival;
  }

  // "23 divers" and "11 Swedish divers": some of them, and all.
  bool IsPart(const Quantity& x, const Quantity& y) const {
    if (x.kind != QuantityKind::kCount) return false;
    // Lined up with a word of the other value, not with one elsewhere.
    const auto linked = [&](uint32_t t, bool first) {
      return std::any_of(view_.pair->links.begin(), view_.pair->links.end(),
                         [&](const TokenLink& link) {
                           if ((first ? link.a : link.b) != t) return false;
                           return first ? y.span.Contains(view_.b->document.tokens[link.b].span)
                                        : x.span.Contains(view_.a->document.tokens[link.a].span);
                         });
    };
    const auto named = [&](const Analysis& analysis, const Quantity& quantity, bool first) {
      const IndexRange tokens = analysis.document.TokensIn(quantity.span);
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        const Span span = analysis.document.tokens[t].span;
        const char letter = analysis.document.text[span.begin];
        if (letter < 'A' || letter > 'Z' || quantity.number.Contains(span)) continue;
        if (analysis.terms[t].content && !linked(t, first)) return true;
      }
      return false;
    };
    return named(*view_.a, x, true) != named(*view_.b, y, false);
  }

  // Ages of two people.
  bool OtherPerson(const Quantity& x, const Quantity& y) const {
    const uint32_t of_x = view_.comparison->entities.Find(view_.pair->a.article, x.entity);
    const uint32_t of_y = view_.comparison->entities.Find(view_.pair->b.article, y.entity);
    return of_x != kNoEntity && of_y != kNoEntity && of_x != of_y;
  }

  static bool SameThing(const Quantity& x, const Quantity& y) {
    if (x.noun == y.noun) return !x.noun.empty() || x.kind != QuantityKind::kCount;
    if (x.noun.empty() || y.noun.empty()) {
      return x.kind == QuantityKind::kMoney || x.kind == QuantityKind::kPercent;
    }
    return SynonymClass(x.noun) == SynonymClass(y.noun);
  }

  // Only in near copies: two sentences in other words often tell of two days of one affair.
  static bool IsOfInnerEvent(const Analysis& analysis, const Time& time) {
    const IndexRange tokens = analysis.document.TokensIn(time.span);
    return !tokens.empty() && InnerEventOf(analysis, tokens.begin) != kNoIndex;
  }

  void CompareTimes() {
    if (view_.pair->score < kNearCopy ||
        (view_.InMarks(*view_.a, *view_.claim_a) && view_.InMarks(*view_.b, *view_.claim_b)))
      return;
    const IndexRange in_a = view_.Within(view_.a->times, view_.claim_a->span);
    const IndexRange in_b = view_.Within(view_.b->times, view_.claim_b->span);
    if (in_a.size() != 1 || in_b.size() != 1) return;
    const Time &x = view_.a->times[in_a.begin], &y = view_.b->times[in_b.begin];
    if (x.vague || y.vague || Relate(x, y) != Relation::kDisjoint) return;
    // "July" in two articles of different years: each means its own, or both the same.
    if (Fold(view_.a->document.Text(x.span)) == Fold(view_.b->document.Text(y.span))) return;
    if (IsOfInnerEvent(*view_.a, x) != IsOfInnerEvent(*view_.b, y)) return;
    if (view_.ContextLinks(x.span, y.span) < kMinContext + 1) return;
    if (HasUnlinkedName(*view_.a, *view_.claim_a, true) &&
        HasUnlinkedName(*view_.b, *view_.claim_b, false))
      return;
    Add(DifferenceKind::kTime, x.span, y.span, in_a.begin, in_b.begin, view_.pair->score + 100);
  }

  // A name on this side that lines up with nothing: with one on each side, two things are told.
  bool HasUnlinkedName(const Analysis& analysis, const Claim& claim, bool first) const {
    for (const Mention& mention : analysis.mentions.mentions) {
      if (!claim.span.Contains(mention.span)) continue;
      const IndexRange tokens = analysis.document.TokensIn(mention.span);
      const bool linked = std::any_of(
          view_.pair->links.begin(), view_.pair->links.end(),
          [&](const TokenLink& link) { return tokens.Contains(first ? link.a : link.b); });
      if (!linked) return true;
    }
    return false;
  }

  const PairView& view_;
  std::vector<Difference>& out_;
};

}  // namespace

void CompareValues(const PairView& view, std::vector<Difference>* out) {
  ValueComparer(view, out).Run();
}

}  // namespace crossread
