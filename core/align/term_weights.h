// How much a word tells, by how few sentences of the articles at hand have it.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

class TermWeights {
 public:
  // Cost: O(tokens).
  explicit TermWeights(const Comparison& comparison);

  // 1 for a word of every sentence, 4 and more for one of a few.
  int32_t Of(TermId term) const;
  int32_t Of(const std::vector<TermId>& terms) const;  // the sum

 private:
  std::unordered_map<TermId, uint32_t> frequency_;  // sentences that have the term
  uint64_t sentences_ = 0;
};

}  // namespace crossread
