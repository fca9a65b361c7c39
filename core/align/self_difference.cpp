// Where one article is at odds with itself: two ages of one person, each right beside the name, and
// one figure with two of its digits exchanged. Fewer kinds than between articles, and asking for
// more: one article tells of many things, and of one thing at several times.
#include <algorithm>
#include <string>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {
namespace {

constexpr uint32_t kAgeScore = 800;
constexpr uint32_t kSlipScore = 650;
constexpr uint32_t kSharedWords = 3;  // content words that both sentences of a slip have
constexpr size_t kMostNumbers = 500;  // an article with more is a table
constexpr uint32_t kBesideName = 8;   // bytes between a name and its age: ", aged "

class SelfComparer {
 public:
  explicit SelfComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (article_ = 0; article_ < comparison_.articles.size(); ++article_) {
      const std::vector<Quantity>& all = analysis().quantities;
      if (all.size() > kMostNumbers) continue;
      for (uint32_t i = 0; i < all.size(); ++i) {
        for (uint32_t j = i + 1; j < all.size(); ++j) {
          if (all[i].kind != all[j].kind || !IsExact(all[i]) || !IsExact(all[j]) ||
              all[i].low == all[j].low)
            continue;
          if (AreAgesOfOne(all[i], all[j])) Add(i, j, kAgeScore);
          if (IsSlip(all[i], all[j])) Add(i, j, kSlipScore);
        }
      }
    }
    return std::move(out_);
  }

 private:
  const Analysis& analysis() const { return comparison_.At(article_); }

  static bool IsExact(const Quantity& q) {
    return q.low == q.high && !q.approximate && !q.vague && !q.at_least && !q.at_most;
  }

  // "Ann Lee, 41, …  Lee, 14": not "she was 14 when".
  bool AreAgesOfOne(const Quantity& x, const Quantity& y) const {
    return x.kind == QuantityKind::kAge && x.entity != kNoEntity && x.entity == y.entity &&
           IsBesideName(x) && IsBesideName(y);
  }
  bool IsBesideName(const Quantity& age) const { return NameBefore(age) != nullptr; }
  const Mention* NameBefore(const Quantity& age) const {
    for (const Mention& mention : analysis().mentions.mentions) {
      if (mention.entity != age.entity || mention.span.end > age.span.begin ||
          age.span.begin - mention.span.end > kBesideName)
        continue;
      const std::string_view between =
          analysis().document.Text(Span{mention.span.end, age.span.begin});
      if (between.find_first_of(",(") != std::string_view::npos) return &mention;
    }
    return nullptr;
  }

  // "23 people were hurt", "the 32 people who were hurt".
  bool IsSlip(const Quantity& x, const Quantity& y) const {
    if (x.kind != QuantityKind::kCount || x.noun.empty() || x.noun != y.noun) return false;
    const std::string_view digits_x = analysis().document.Text(x.number),
                           digits_y = analysis().document.Text(y.number);
    if (digits_x.size() < 2 || digits_x.size() != digits_y.size() ||
        !std::is_permutation(digits_x.begin(), digits_x.end(), digits_y.begin()))
      return false;
    // Whoever gives either figure once more knows both.
    for (const Quantity& other : analysis().quantities) {
      if (&other != &x && &other != &y && (other.low == x.low || other.low == y.low)) return false;
    }
    std::vector<TermId> of_x = WordsAround(x), of_y = WordsAround(y), both;
    std::set_intersection(of_x.begin(), of_x.end(), of_y.begin(), of_y.end(),
                          std::back_inserter(both));
    return both.size() >= kSharedWords;
  }
  std::vector<TermId> WordsAround(const Quantity& quantity) const {
    const Document& document = analysis().document;
    const Sentence& sentence = document.sentences[document.SentenceAt(quantity.span.begin)];
    std::vector<TermId> words;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (analysis().terms[t].content && !quantity.span.Contains(document.tokens[t].span))
        words.push_back(analysis().terms[t].synonym);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  Span Words(const Quantity& quantity) const {
    const Mention* name = quantity.kind == QuantityKind::kAge ? NameBefore(quantity) : nullptr;
    return name == nullptr ? quantity.span : Span{name->span.begin, quantity.span.end};
  }

  void Add(uint32_t i, uint32_t j, uint32_t score) {
    const Quantity &x = analysis().quantities[i], &y = analysis().quantities[j];
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.pair = kNoPair;
    difference.a = {article_, Words(x)};
    difference.b = {article_, Words(y)};
    difference.mark_a = x.span;
    difference.mark_b = y.span;
    difference.index_a = i;
    difference.index_b = j;
    difference.score = score;
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  uint32_t article_ = 0;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareWithin(const Comparison& comparison) {
  return SelfComparer(comparison).Run();
}

}  // namespace crossread
