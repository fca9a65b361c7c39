// A reservation that one article makes and the other does not, where that alone is the difference:
// what is only expected here is announced there ("is expected to sail", "will sail"), and what
// somebody says under a condition there is reported without it here.
#include <algorithm>
#include <string_view>

#include "core/align/event_people.h"
#include "core/align/pair_view.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// By hand, thousandths of Pair::score and Pair::cover, and words that line up.
constexpr uint32_t kLinksOfOne = 2;    // of what one person or body will do
constexpr uint32_t kLinksOfOther = 3;  // of anything else
constexpr uint32_t kConditionScore = 400;
constexpr uint32_t kConditionCover = kCovered;
constexpr uint32_t kConditionLinks = 3;
constexpr uint32_t kScore = 650;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Side {
  const Analysis* analysis;
  const Claim* claim;
  ClaimRef ref;

  const Document& document() const { return analysis->document; }
  std::string_view Norm(uint32_t t) const { return document().Norm(document().tokens[t]); }
  std::string_view Lemma(uint32_t t) const { return document().Lemma(document().tokens[t]); }
  const Quotation* quotation() const {
    return claim->quotation == kNoQuotation ? nullptr : &analysis->quotations[claim->quotation];
  }
};

class ReservationComparer {
 public:
  ReservationComparer(const PairView& view, std::vector<Difference>* out)
      : view_(view),
        a_{view.a, view.claim_a, view.pair->a},
        b_{view.b, view.claim_b, view.pair->b},
        out_(*out) {}

  void Run() {
    CompareExpectations();
    CompareConditions(a_, b_);
    CompareConditions(b_, a_);
  }

 private:
  // ---- expected, or announced

  void CompareExpectations() {
    if (view_.world == World::kOtherSources) return;
    if (view_.InMarks(*a_.analysis, *a_.claim) || view_.InMarks(*b_.analysis, *b_.claim)) return;
    for (uint32_t i = a_.claim->predicates.begin; i < a_.claim->predicates.end; ++i) {
      for (uint32_t j = b_.claim->predicates.begin; j < b_.claim->predicates.end; ++j) {
        const Predicate &x = a_.analysis->claims.predicates[i],
                        &y = b_.analysis->claims.predicates[j];
        if (view_.pair->LinkOf(x.token) != y.token || view_.IsAntonymLink(x.token)) continue;
        if (x.sign.polarity != y.sign.polarity || x.nominal || y.nominal) continue;
        const bool expected_a = IsExpected(a_, x), expected_b = IsExpected(b_, y);
        if (expected_a == expected_b || !(expected_a ? IsAnnounced(b_, y) : IsAnnounced(a_, x)))
          continue;
        if (!IsOneSubject(x.token, y.token)) continue;
        if (HedgesElsewhere(expected_a ? b_ : a_, expected_a ? y : x)) continue;
        Add(SpanOf(a_, x), SpanOf(b_, y), i, j, expected_a ? "expected" : "announced",
            expected_b ? "expected" : "announced");
        out_.back().minor = true;
        return;
      }
    }
  }

  static bool IsExpected(const Side& side, const Predicate& predicate) {
    if (predicate.sign.modality != Modality::kPossible || predicate.sign.modal.empty())
      return false;
    const IndexRange words = side.document().TokensIn(predicate.sign.modal);
    for (uint32_t t = words.begin; t < words.end; ++t) {
      if (IsOneOf(side.Norm(t), {"expected", "likely"})) return true;
    }
    return false;
  }

  // "Will", "plans to"; "is to", "is set to" say no more than that it is expected.
  static bool IsAnnounced(const Side& side, const Predicate& predicate) {
    if (predicate.sign.modality != Modality::kAsserted || predicate.sign.cue.empty()) return false;
    if (predicate.sign.status != Status::kPlanned) return false;
    const IndexRange words = side.document().TokensIn(predicate.sign.cue);
    for (uint32_t t = words.begin; t < words.end; ++t) {
      if (IsOneOf(side.Lemma(t), {"will", "plan", "intend", "decide", "vow"})) return true;
    }
    return false;
  }

  // The article that announces it says as well that it is only expected.
  static bool HedgesElsewhere(const Side& side, const Predicate& predicate) {
    const auto& predicates = side.analysis->claims.predicates;
    return std::any_of(predicates.begin(), predicates.end(), [&](const Predicate& other) {
      return other.lemma == predicate.lemma && other.sign.modality == Modality::kPossible;
    });
  }

  bool IsOneSubject(uint32_t x, uint32_t y) const {
    const uint32_t of_x = SubjectOf(a_, x), of_y = SubjectOf(b_, y);
    if (of_x == kNoWord || of_y == kNoWord) return false;
    const Comparison& comparison = *view_.comparison;
    const uint32_t who_x = EntityOfWord(comparison, a_.ref.article, of_x),
                   who_y = EntityOfWord(comparison, b_.ref.article, of_y);
    if (who_x != kNoEntity || who_y != kNoEntity)
      return who_x == who_y && view_.pair->content_links >= kLinksOfOne;
    return view_.pair->content_links >= kLinksOfOther && view_.pair->LinkOf(of_x) == of_y &&
           view_.ArgumentAgrees(of_x, of_y);
  }

  // Also of the verb above: "Lee | plans to sail".
  static uint32_t SubjectOf(const Side& side, uint32_t predicate) {
    const Clauses& clauses = side.analysis->syntax.clauses;
    const Clause* clause = clauses.At(predicate);
    for (uint32_t depth = 0; clause != nullptr && depth < 3; ++depth) {
      if (clause->subject != kNoWord) return clause->subject;
      if (clause->parent == kNoClause) break;
      clause = &clauses.clauses[clause->parent];
    }
    return kNoWord;
  }

  static Span SpanOf(const Side& side, const Predicate& predicate) {
    Span span = side.document().tokens[predicate.token].span;
    for (const Span sign : {predicate.sign.cue, predicate.sign.modal}) {
      if (sign.empty() || sign.begin + 80 < span.begin) continue;
      span = {std::min(span.begin, sign.begin), std::max(span.end, sign.end)};
    }
    return span;
  }

  // ---- a condition lost

  // Quoted with its condition, and reported by another article without any.
  void CompareConditions(const Side& quoted, const Side& reported) {
    if (view_.pair->score < kConditionScore || view_.pair->cover < kConditionCover) return;
    if (view_.pair->content_links < kConditionLinks) return;
    const Quotation *in_marks = quoted.quotation(), *report = reported.quotation();
    if (in_marks == nullptr || report == nullptr) return;
    if (in_marks->kind != QuotationKind::kDirect || report->kind != QuotationKind::kIndirect)
      return;
    if (!SameSpeaker(*view_.comparison, {quoted.ref.article, quoted.claim->quotation},
                     {reported.ref.article, reported.claim->quotation}))
      return;
    if (ConditionIn(reported, reported.document().sentences[reported.claim->sentence].tokens) !=
        kNoWord)
      return;
    const uint32_t condition = ConditionIn(quoted, quoted.claim->tokens);
    if (condition == kNoWord || Norm(quoted, condition + 1) == "you") return;
    const bool first = &quoted == &a_;
    Add(first ? quoted.claim->span : reported.claim->span,
        first ? reported.claim->span : quoted.claim->span, 0, 0,
        first ? "conditional" : "unconditional", first ? "unconditional" : "conditional");
  }

  static std::string_view Norm(const Side& side, uint32_t t) {
    return t < side.document().tokens.size() ? side.Norm(t) : std::string_view();
  }

  // "If", "unless"; kNoWord if there is none.
  static uint32_t ConditionIn(const Side& side, IndexRange tokens) {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const LexiconRow* row = modality.Find(side.Norm(t));
      if (row == nullptr || row->column(0) != "conditional") continue;
      if (side.analysis->syntax.tokens[t].upos != Upos::kAux) return t;
    }
    return kNoWord;
  }

  void Add(Span a, Span b, uint32_t i, uint32_t j, std::string_view value_a,
           std::string_view value_b) {
    Difference difference =
        view_.Make(DifferenceKind::kModality, a, b, i, j, std::max(kScore, view_.pair->score));
    difference.value_a = value_a;
    difference.value_b = value_b;
    out_.push_back(std::move(difference));
  }

  const PairView& view_;
  const Side a_, b_;
  std::vector<Difference>& out_;
};

}  // namespace

void CompareReservations(const PairView& view, std::vector<Difference>* out) {
  ReservationComparer(view, out).Run();
}

}  // namespace crossread
