// Which claims could be about the same thing: an inverted index over the concepts of all
// claims. Retrieval is cheap and generous; alignment and the gates of difference.cpp judge.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/concepts.h"

namespace crossread {

class ClaimIndex {
 public:
  explicit ClaimIndex(const Comparison& comparison);

  // Pairs of claims of different articles that share rare concepts, sorted, each once, a.article <
  // b.article. At most kPerArticle partners in one other article and kPartners in all for a claim.
  // Cost: near-linear: a concept in more claims than the cap is not looked up.
  std::vector<std::pair<ClaimRef, ClaimRef>> Candidates() const;

  // How much sharing this concept says: 1 (in half of all claims) to about 20 (in one of a
  // million).
  uint32_t Weight(TermId id) const;

  // [article][token], as ConceptsOf gives them.
  const std::vector<TermId>& Concepts(uint32_t article) const { return concepts_[article]; }

 private:
  struct Entry {
    ClaimRef ref;
    std::vector<TermId> concepts;  // sorted, unique
  };
  std::vector<std::vector<TermId>> concepts_;
  std::vector<Entry> claims_;
  std::unordered_map<TermId, std::vector<uint32_t>> postings_;  // looked up, never iterated
};

}  // namespace crossread
