// Values that say what they are of by themselves, so that two articles may be compared without
// claims that line up: a person's age, and a figure with two of its digits exchanged.
#include <algorithm>
#include <string>
#include <vector>

#include "core/align/one_answer.h"
#include "core/base/ascii.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kAgeScore = 850;
constexpr uint32_t kSlipScore = 700;
constexpr uint32_t kFewestShared = 2;  // content words that both sentences of a slip have

class ValueComparer {
 public:
  explicit ValueComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (a_ = 0; a_ < count; ++a_) {
      for (b_ = a_ + 1; b_ < count; ++b_) Compare();
    }
    return std::move(out_);
  }

 private:
  const std::vector<Quantity>& Of(uint32_t article) const {
    return comparison_.At(article).quantities;
  }

  void Compare() {
    for (uint32_t i = 0; i < Of(a_).size(); ++i) {
      for (uint32_t j = 0; j < Of(b_).size(); ++j) {
        const Quantity &x = Of(a_)[i], &y = Of(b_)[j];
        if (x.kind != y.kind || !IsExact(x) || !IsExact(y) || x.low == y.low) continue;
        if (IsInMarks(a_, x) || IsInMarks(b_, y)) continue;
        if (x.kind == QuantityKind::kAge) {
          if (IsOnePerson(x, y) && !MayHaveAged(x, y) && !Gives(b_, x) && !Gives(a_, y))
            Add(i, j, kAgeScore);
        } else if (IsSlip(x, y) && !AnswerApart(comparison_, a_, i, b_, j)) {
          Add(i, j, kSlipScore);
        }
      }
    }
  }

  static bool IsExact(const Quantity& q) {
    return q.low == q.high && !q.approximate && !q.vague && !q.at_least && !q.at_most;
  }

  bool IsInMarks(uint32_t article, const Quantity& quantity) const {
    for (const Quotation& quotation : comparison_.At(article).quotations) {
      if (quotation.kind == QuotationKind::kIndirect) continue;
      for (const Span content : quotation.content) {
        if (content.Contains(quantity.span)) return true;
      }
    }
    return false;
  }

  bool IsOnePerson(const Quantity& x, const Quantity& y) const {
    const uint32_t entity = comparison_.entities.Find(a_, x.entity);
    return entity != kNoEntity && entity == comparison_.entities.Find(b_, y.entity);
  }

  // A birthday lies between the articles, or years: where their dates say so, where one date is
  // missing and they are a year apart, or a few and one looks back over years by their numbers.
  bool MayHaveAged(const Quantity& x, const Quantity& y) const {
    constexpr int64_t kYear = 1000, kFewYears = 3 * kYear, kDaysOfYear = 365;
    const int64_t apart = std::max(x.low, y.low) - std::min(x.low, y.low);
    const auto day_a = ParseIsoDay(comparison_.articles[a_].date),
               day_b = ParseIsoDay(comparison_.articles[b_].date);
    if (day_a && day_b) {
      const int64_t days = std::max(*day_a, *day_b) - std::min(*day_a, *day_b);
      return days > 0 && apart / kYear <= days / kDaysOfYear + 1;
    }
    return apart <= kYear || (apart <= kFewYears && (NumbersYears(a_) || NumbersYears(b_)));
  }
  bool NumbersYears(uint32_t article) const {
    const Analysis& analysis = comparison_.At(article);
    return std::any_of(analysis.times.begin(), analysis.times.end(), [&](const Time& time) {
      const IndexRange tokens = analysis.document.TokensIn(time.span);
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        const std::string_view text = analysis.document.Text(analysis.document.tokens[t]);
        if (text.size() == 4 && std::all_of(text.begin(), text.end(), IsAsciiDigit)) return true;
      }
      return false;
    });
  }

  // The article has this very value somewhere, of the same person or of anything.
  bool Gives(uint32_t article, const Quantity& value) const {
    return std::any_of(Of(article).begin(), Of(article).end(), [&](const Quantity& other) {
      return other.low == value.low && other.high == value.high && other.unit == value.unit;
    });
  }

  // "63 people" and "36 people": neighbouring digits exchanged, everything else of the figure the
  // same, each figure unknown to the other article, and sentences that share a name and another
  // word; a sum of money needs no such words where it is the only one of its currency on both
  // sides.
  bool IsSlip(const Quantity& x, const Quantity& y) const {
    if (x.kind != QuantityKind::kCount && x.kind != QuantityKind::kMoney) return false;
    if (x.unit != y.unit || x.noun != y.noun) return false;
    if (x.kind == QuantityKind::kCount && x.noun.empty()) return false;
    if (!DigitsExchanged(Digits(a_, x), Digits(b_, y))) return false;
    if (Gives(b_, x) || Gives(a_, y)) return false;
    if (x.kind == QuantityKind::kMoney && (IsOnlySum(a_, x) || IsOnlySum(b_, y))) return true;
    return Shared(x, y, false) >= kFewestShared && Shared(x, y, true) > 0;
  }

  bool IsOnlySum(uint32_t article, const Quantity& sum) const {
    return std::none_of(Of(article).begin(), Of(article).end(), [&](const Quantity& other) {
      return other.kind == sum.kind && other.unit == sum.unit && other.low != sum.low;
    });
  }

  // "2.4" -> "2.4": the figure as written, without separators of thousands.
  std::string Digits(uint32_t article, const Quantity& quantity) const {
    std::string digits;
    for (const char c : comparison_.DocumentOf(article).Text(quantity.number)) {
      if ((c >= '0' && c <= '9') || c == '.') digits += c;
    }
    return digits;
  }

  static bool DigitsExchanged(const std::string& x, const std::string& y) {
    if (x.size() != y.size() || x.size() < 2) return false;
    std::vector<size_t> differ;
    for (size_t i = 0; i < x.size(); ++i) {
      if (x[i] != y[i]) differ.push_back(i);
    }
    if (differ.size() != 2 || x[differ[0]] != y[differ[1]] || x[differ[1]] != y[differ[0]])
      return false;
    const std::string_view between =
        std::string_view(x).substr(differ[0] + 1, differ[1] - differ[0] - 1);
    return between.empty() || between == ".";
  }

  // Content words, or names alone, that the sentences of both have.
  uint32_t Shared(const Quantity& x, const Quantity& y, bool names) const {
    const std::vector<TermId> in_a = WordsAround(a_, x, names), in_b = WordsAround(b_, y, names);
    std::vector<TermId> both;
    std::set_intersection(in_a.begin(), in_a.end(), in_b.begin(), in_b.end(),
                          std::back_inserter(both));
    return static_cast<uint32_t>(both.size());
  }

  std::vector<TermId> WordsAround(uint32_t article, const Quantity& quantity, bool names) const {
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    const Sentence& sentence = document.sentences[document.SentenceAt(quantity.span.begin)];
    std::vector<TermId> words;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (!analysis.terms[t].content || quantity.span.Contains(document.tokens[t].span)) continue;
      if (names && analysis.syntax.tokens[t].upos != Upos::kPropn) continue;
      words.push_back(analysis.terms[t].synonym);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  // An age with the name before it: "Ann Lee, 41".
  Span WithName(uint32_t article, const Quantity& quantity) const {
    constexpr uint32_t kNear = 8;  // bytes: ", aged "
    Span span = quantity.span;
    for (const Mention& mention : comparison_.At(article).mentions.mentions) {
      if (mention.entity == quantity.entity && mention.span.end <= span.begin &&
          span.begin - mention.span.end <= kNear && quantity.entity != kNoEntity) {
        span.begin = mention.span.begin;
      }
    }
    return span;
  }

  void Add(uint32_t i, uint32_t j, uint32_t score) {
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.pair = kNoPair;
    difference.mark_a = Of(a_)[i].span;
    difference.mark_b = Of(b_)[j].span;
    difference.a = {a_, WithName(a_, Of(a_)[i])};
    difference.b = {b_, WithName(b_, Of(b_)[j])};
    difference.index_a = i;
    difference.index_b = j;
    difference.score = score;
    out_.push_back(difference);
  }

  const Comparison& comparison_;
  uint32_t a_ = 0, b_ = 0;  // the articles at hand
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareArticleValues(const Comparison& comparison) {
  return ValueComparer(comparison).Run();
}

}  // namespace crossread
