// Which claims could be about the same thing: an inverted index over the content terms of all
// claims. Retrieval is cheap and generous; alignment and the gates of difference.cpp judge.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

class ClaimIndex {
 public:
  explicit ClaimIndex(const Comparison& comparison);

  // Pairs of claims of different articles that share rare terms, sorted, each once, a.article <
  // b.article. At most kPerArticle partners in one other article and kPartners in all for a claim.
  // Cost: near-linear: a term in more claims than the cap is not looked up.
  std::vector<std::pair<ClaimRef, ClaimRef>> Candidates() const;

  // How much sharing this term says: 1 (in half of all claims) to about 20 (in one of a million).
  uint32_t Weight(TermId term) const;

 private:
  struct Entry {
    ClaimRef ref;
    std::vector<TermId> terms;  // synonym classes of its content words, sorted, unique
  };
  std::vector<Entry> claims_;
  std::unordered_map<TermId, std::vector<uint32_t>> postings_;  // looked up, never iterated
};

}  // namespace crossread
