// Two numbers that answer one question of one thing by the words they stand among alone, though the
// sentences have nothing else in common: what it costs, how long it is, how many are aboard. Asked
// only where each article gives one answer.
#include <algorithm>
#include <vector>

#include "core/align/counted_apart.h"
#include "core/align/number_setting.h"
#include "core/align/one_answer.h"
#include "core/align/sentence_times.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;
constexpr uint32_t kScoreWithin = 650;
constexpr int64_t kFarthest = 4;      // one question has no answers farther apart than this factor
constexpr int64_t kOtherOrder = 10;   // numbers this far apart are not taken for one another
constexpr uint32_t kLead = 4;         // sentences that tell what an article is about
constexpr size_t kMostNumbers = 500;  // an article with more is a table

class QuestionComparer {
 public:
  explicit QuestionComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a; b < count; ++b) {
        for (const NumberAnswer& x : Answers(a)) {
          for (const NumberAnswer& y : Answers(b)) {
            if (a != b || x.quantity < y.quantity) Compare(a, x, b, y);
          }
        }
      }
    }
    return std::move(out_);
  }

 private:
  const std::vector<NumberAnswer>& Answers(uint32_t article) const {
    static const std::vector<NumberAnswer> kNone;
    const Analysis& analysis = comparison_.At(article);
    return analysis.quantities.size() > kMostNumbers ? kNone : analysis.answers;
  }
  const Quantity& Of(uint32_t article, const NumberAnswer& answer) const {
    return comparison_.At(article).quantities[answer.quantity];
  }
  uint32_t SentenceOf(uint32_t article, const NumberAnswer& answer) const {
    return comparison_.DocumentOf(article).SentenceAt(Of(article, answer).span.begin);
  }

  void Compare(uint32_t a, const NumberAnswer& x, uint32_t b, const NumberAnswer& y) {
    const Quantity &p = Of(a, x), &q = Of(b, y);
    if (!x.whole || !y.whole || !IsExact(p) || !IsExact(q)) return;
    if (p.kind != q.kind || p.unit != q.unit || p.low == q.low) return;
    if (std::max(p.low, q.low) / kFarthest > std::min(p.low, q.low)) return;
    if (a == b && SentenceOf(a, x) == SentenceOf(b, y)) return;
    const bool apart = Relate(p, q) == Relation::kDisjoint ||
                       AreTwoTerms(comparison_.At(a), p, comparison_.At(b), q);
    if (!apart || !AnswerOne(comparison_, a, x, b, y)) return;
    const bool unsaid = x.thing == kNoWord || y.thing == kNoWord;
    if (x.question != kAboard && unsaid && (a == b || !IsOnly(a, p) || !IsOnly(b, q))) return;
    if (!IsOnlyAnswer(a, x, y, a == b ? q.low : p.low) ||
        !IsOnlyAnswer(b, y, x, a == b ? p.low : q.low))
      return;
    if (a != b && (Gives(b, p) || Gives(a, q))) return;
    if (!unsaid && (!IsTopic(a, x.thing) || !IsTopic(b, y.thing))) return;
    if (TimesExclude(comparison_.At(a), SentenceOf(a, x), comparison_.At(b), SentenceOf(b, y)))
      return;
    if (AreCountedApart(comparison_.At(a), p, comparison_.At(b), q)) return;
    const World world = WorldAt(a, p, b, q);
    if (world == World::kOtherSources || (a == b && world == World::kMixed)) return;
    // "212 passengers", "221 people aboard": the crew may be the rest.
    if (x.group != y.group) return;
    Add(a, x, b, y, world);
  }

  static bool IsExact(const Quantity& q) {
    return q.low == q.high && !q.approximate && !q.vague && !q.at_least && !q.at_most;
  }

  // No other number of the kind that might be the answer.
  bool IsOnly(uint32_t article, const Quantity& value) const {
    const std::vector<Quantity>& all = comparison_.At(article).quantities;
    return std::none_of(all.begin(), all.end(), [&](const Quantity& other) {
      return other.kind == value.kind && other.unit == value.unit &&
             (other.low != value.low || other.high != value.high) &&
             other.low / kOtherOrder <= value.low && value.low / kOtherOrder <= other.low &&
             (value.kind != QuantityKind::kCount || other.noun == value.noun);
    });
  }

  // The article has no other answer than `answer` to what both of them answer; `known`: the other
  // figure, where one article has both.
  bool IsOnlyAnswer(uint32_t article, const NumberAnswer& answer, const NumberAnswer& twin,
                    int64_t known) const {
    const int64_t figure = Of(article, answer).low;
    return std::none_of(
        Answers(article).begin(), Answers(article).end(), [&](const NumberAnswer& other) {
          const int64_t low = Of(article, other).low;
          return low != figure && low != known && other.question == answer.question &&
                 other.part == answer.part && other.group == answer.group &&
                 (other.thing == kNoWord || twin.thing == kNoWord ||
                  AreOneThing(comparison_, article, answer.thing, article, other.thing));
        });
  }

  bool Gives(uint32_t article, const Quantity& value) const {
    const std::vector<Quantity>& all = comparison_.At(article).quantities;
    return std::any_of(all.begin(), all.end(), [&](const Quantity& other) {
      return other.kind == value.kind && other.unit == value.unit &&
             (other.low == value.low || other.high == value.high);
    });
  }

  // Told of at the start, or more than once.
  bool IsTopic(uint32_t article, uint32_t thing) const {
    const Analysis& analysis = comparison_.At(article);
    const std::vector<Token>& tokens = analysis.document.tokens;
    uint32_t sentences = 0, last = UINT32_MAX;
    for (uint32_t t = 0; t < tokens.size(); ++t) {
      if (analysis.terms[t].synonym != analysis.terms[thing].synonym) continue;
      if (tokens[t].sentence < kLead) return true;
      if (tokens[t].sentence != last) ++sentences;
      last = tokens[t].sentence;
    }
    return sentences > 1;
  }

  World WorldAt(uint32_t a, const Quantity& p, uint32_t b, const Quantity& q) const {
    const uint32_t of_a = ClaimAt(a, p), of_b = ClaimAt(b, q);
    if (of_a == UINT32_MAX || of_b == UINT32_MAX) return World::kBothAsserted;
    return WorldOf(comparison_, {a, of_a}, {b, of_b});
  }
  uint32_t ClaimAt(uint32_t article, const Quantity& value) const {
    const std::vector<Claim>& claims = comparison_.At(article).claims.claims;
    const auto claim = std::partition_point(claims.begin(), claims.end(), [&](const Claim& c) {
      return c.span.end <= value.number.begin;
    });
    return claim != claims.end() && claim->span.Contains(value.number)
               ? static_cast<uint32_t>(claim - claims.begin())
               : UINT32_MAX;
  }

  void Add(uint32_t a, const NumberAnswer& x, uint32_t b, const NumberAnswer& y, World world) {
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.ground = Ground::kQuestion;
    difference.pair = kNoPair;
    difference.a = {a, Of(a, x).span};
    difference.b = {b, Of(b, y).span};
    difference.mark_a = difference.a.span;
    difference.mark_b = difference.b.span;
    difference.index_a = x.quantity;
    difference.index_b = y.quantity;
    difference.world = world;
    difference.score = a == b ? kScoreWithin : kScore;
    out_.push_back(difference);
  }

  const Comparison& comparison_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareQuestions(const Comparison& comparison) {
  return QuestionComparer(comparison).Run();
}

}  // namespace crossread
