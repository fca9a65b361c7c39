#include "core/align/term_weights.h"

#include <algorithm>
#include <bit>

#include "core/align/number_setting.h"

namespace crossread {
namespace {

constexpr uint64_t kBackground = 64;  // sentences of other stories, imagined beside these

}  // namespace

TermWeights::TermWeights(const Comparison& comparison) {
  for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
    const Analysis& analysis = comparison.At(a);
    for (const Sentence& sentence : analysis.document.sentences) {
      std::vector<TermId> terms;
      for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (analysis.terms[t].content) terms.push_back(analysis.terms[t].synonym);
      }
      SortTerms(&terms);
      for (const TermId term : terms) ++frequency_[term];
      ++sentences_;
    }
  }
}

int32_t TermWeights::Of(TermId term) const {
  const auto found = frequency_.find(term);
  const uint64_t df = found == frequency_.end() ? 1 : found->second;
  return std::max(1, static_cast<int>(std::bit_width((sentences_ + kBackground) / df)) - 1);
}

int32_t TermWeights::Of(const std::vector<TermId>& terms) const {
  int32_t weight = 0;
  for (const TermId term : terms) weight += Of(term);
  return weight;
}

}  // namespace crossread
