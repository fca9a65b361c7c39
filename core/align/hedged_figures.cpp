// One figure that one article hedges and another gives as it stands: "an estimated 40,000 homes"
// and "40,000 homes". The values agree, so no comparison of values tells.
#include "core/align/hedged_figures.h"

#include <algorithm>

#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

// By hand, on our own stories and on news: how many content words both sentences must share, beside
// the figure and what it counts, to be of one fact. The less telling the figure, the more.
constexpr int64_t kSmall = 20'000;      // thousandths: "three boats" are many things' number
constexpr int64_t kTelling = 1000'000;  // hardly two things have such a figure
constexpr uint32_t kSharedOfSmall = 3;
constexpr uint32_t kShared = 2;
constexpr uint32_t kSharedOfTelling = 1;
constexpr uint32_t kSharedOfOther = 4;  // "700,000 people", "700,000 refugees": what is counted
                                        // has two names
constexpr uint32_t kScore = 700;

class FigureComparer {
 public:
  explicit FigureComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t q = 0; q < Of(a).size(); ++q) {
        if (!IsHedged(a, Of(a)[q]) || !IsFirst(a, q)) continue;
        for (uint32_t b = 0; b < count; ++b) {
          if (a != b) FindPlain(a, q, b);
        }
      }
    }
    return std::move(out_);
  }

 private:
  const std::vector<Quantity>& Of(uint32_t article) const {
    return comparison_.At(article).quantities;
  }

  // Distances and times are rounded by everybody.
  static bool IsCompared(const Quantity& q) {
    return !q.vague && (q.kind == QuantityKind::kCount || q.kind == QuantityKind::kMoney ||
                        q.kind == QuantityKind::kPercent);
  }
  // Somebody guesses or bounds. "About 300" only rounds, and "300" is as often round itself.
  bool IsHedged(uint32_t article, const Quantity& q) const {
    return IsCompared(q) && !q.emphatic &&
           (q.at_least || q.at_most || (q.approximate && IsGuess(article, q)));
  }
  bool IsGuess(uint32_t article, const Quantity& q) const {
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange tokens = document.TokensIn(q.span);
    return std::any_of(
        document.tokens.begin() + tokens.begin, document.tokens.begin() + tokens.end,
        [&](const Token& token) { return document.Norm(token).substr(0, 8) == "estimate"; });
  }
  static bool IsPlain(const Quantity& q) {
    return IsCompared(q) && q.low == q.high && !q.approximate && !q.at_least && !q.at_most;
  }

  // The figure that is written, whatever it is said to stand for.
  static bool HasFigure(const Quantity& q, int64_t figure) {
    return q.low == figure || q.high == figure;
  }

  static bool IsOneThing(const Quantity& x, const Quantity& y) {
    if (x.kind != y.kind || x.unit != y.unit) return false;
    if (x.noun.empty() || y.noun.empty()) return x.kind != QuantityKind::kCount;
    return SynonymClass(x.noun) == SynonymClass(y.noun);
  }

  bool IsHeadline(uint32_t article, const Quantity& q) const {
    const Document& document = comparison_.DocumentOf(article);
    const Sentence& sentence = document.sentences[document.SentenceAt(q.span.begin)];
    const BlockKind kind = document.blocks[sentence.block].kind;
    return kind == BlockKind::kHeadline || kind == BlockKind::kSubhead;
  }

  // A writer hedges a figure once, and goes on without.
  bool IsFirst(uint32_t article, uint32_t index) const {
    const Quantity& hedged = Of(article)[index];
    for (uint32_t q = 0; q < index; ++q) {
      const Quantity& before = Of(article)[q];
      if (IsPlain(before) && HasFigure(hedged, before.low) && IsOneThing(hedged, before) &&
          !IsHeadline(article, before))
        return false;
    }
    return !IsHeadline(article, hedged);
  }

  void FindPlain(uint32_t a, uint32_t index, uint32_t b) {
    const Quantity& hedged = Of(a)[index];
    uint32_t found = UINT32_MAX;
    for (uint32_t q = 0; q < Of(b).size(); ++q) {
      const Quantity& other = Of(b)[q];
      if (other.kind != hedged.kind || other.unit != hedged.unit) continue;
      const bool same = HasFigure(other, hedged.low) || HasFigure(other, hedged.high);
      if (!same) continue;
      if (!IsPlain(other)) return;  // hedged there as well
      if (!HasFigure(hedged, other.low)) continue;
      if (found == UINT32_MAX && !IsHeadline(b, other) && IsOneFact(a, hedged, b, other)) found = q;
    }
    if (found != UINT32_MAX) Add(a, index, b, found);
  }

  bool IsOneFact(uint32_t a, const Quantity& x, uint32_t b, const Quantity& y) const {
    if (IsInMarks(a, x.span) && IsInMarks(b, y.span)) return false;
    // "About 12" is a manner of speaking; "up to three" is not.
    if (y.low < kSmall && !x.at_most) return false;
    const bool telling = y.low >= kTelling;
    uint32_t needed = telling ? kSharedOfTelling : y.low >= kSmall ? kShared : kSharedOfSmall;
    if (!IsOneThing(x, y)) {
      if (!telling) return false;
      needed = kSharedOfOther;
    }
    return SharedWords(a, x, b, y) >= needed;
  }

  bool IsInMarks(uint32_t article, Span span) const {
    for (const Quotation& quotation : comparison_.At(article).quotations) {
      if (quotation.kind == QuotationKind::kIndirect) continue;
      for (const Span content : quotation.content) {
        if (content.Contains(span)) return true;
      }
    }
    return false;
  }

  uint32_t SharedWords(uint32_t a, const Quantity& x, uint32_t b, const Quantity& y) const {
    const std::vector<TermId> in_a = WordsAround(a, x), in_b = WordsAround(b, y);
    std::vector<TermId> both;
    std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                          std::back_inserter(both));
    return static_cast<uint32_t>(both.size());
  }

  // Content words of the sentence but for the number and what it counts.
  std::vector<TermId> WordsAround(uint32_t article, const Quantity& q) const {
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    const IndexRange sentence = document.sentences[document.SentenceAt(q.span.begin)].tokens;
    std::vector<TermId> words;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const Token& token = document.tokens[t];
      if (!analysis.terms[t].content || token.shape != TokenShape::kWord) continue;
      if (q.number.Contains(token.span) || document.Lemma(token) == q.noun) continue;
      words.push_back(analysis.terms[t].synonym);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  void Add(uint32_t a, uint32_t of_a, uint32_t b, uint32_t of_b) {
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.pair = kNoPair;
    difference.minor = true;
    difference.score = kScore;
    difference.a = {a, Of(a)[of_a].span};
    difference.b = {b, Of(b)[of_b].span};
    difference.index_a = of_a;
    difference.index_b = of_b;
    difference.value_a = "hedged";
    difference.value_b = "plain";
    if (b < a) {
      std::swap(difference.a, difference.b);
      std::swap(difference.index_a, difference.index_b);
      std::swap(difference.value_a, difference.value_b);
    }
    difference.mark_a = difference.a.span;
    difference.mark_b = difference.b.span;
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareHedgedFigures(const Comparison& comparison) {
  return FigureComparer(comparison).Run();
}

}  // namespace crossread
