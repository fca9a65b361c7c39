#include "core/align/retrieve.h"

#include <algorithm>
#include <bit>

namespace crossread {
namespace {

// A claim in a newsroom's cluster has one counterpart an article, seldom two (a sentence split in
// two).
constexpr uint32_t kPerArticle = 3;
constexpr uint32_t kPartners = 24;
// Concepts in more claims than this say nothing rare; they still count in the weight of an
// alignment.
constexpr size_t kMaxPostings = 160;
// Shared weight below which two claims are not even looked at: two words of middling rarity.
constexpr uint32_t kMinShared = 5;

// Claims of other stories that are imagined beside the ones at hand: two short texts alone would
// make every word they share look common.
constexpr uint64_t kBackground = 64;

struct Candidate {
  uint32_t claim;
  uint32_t shared;
};

}  // namespace

ClaimIndex::ClaimIndex(const Comparison& comparison) {
  for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
    const Analysis& analysis = comparison.At(a);
    concepts_.push_back(ConceptsOf(analysis));
    for (uint32_t c = 0; c < analysis.claims.claims.size(); ++c) {
      Entry entry{{a, c}, {}};
      const IndexRange tokens = analysis.claims.claims[c].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (concepts_[a][t] != 0) entry.concepts.push_back(concepts_[a][t]);
      }
      std::sort(entry.concepts.begin(), entry.concepts.end());
      entry.concepts.erase(std::unique(entry.concepts.begin(), entry.concepts.end()),
                           entry.concepts.end());
      for (const TermId id : entry.concepts) {
        postings_[id].push_back(static_cast<uint32_t>(claims_.size()));
      }
      claims_.push_back(std::move(entry));
    }
  }
}

uint32_t ClaimIndex::Weight(TermId id) const {
  const auto postings = postings_.find(id);
  const uint64_t df = postings == postings_.end() ? 1 : postings->second.size();
  return std::max(1, static_cast<int>(std::bit_width((claims_.size() + kBackground) / df)));
}

std::vector<std::pair<ClaimRef, ClaimRef>> ClaimIndex::Candidates() const {
  std::vector<std::pair<ClaimRef, ClaimRef>> pairs;
  std::vector<uint32_t> shared(claims_.size(), 0);
  std::vector<uint32_t> touched;
  std::vector<Candidate> candidates;
  for (uint32_t c = 0; c < claims_.size(); ++c) {
    touched.clear();
    for (const TermId id : claims_[c].concepts) {
      const std::vector<uint32_t>& postings = postings_.at(id);
      if (postings.size() > kMaxPostings) continue;
      const uint32_t weight = Weight(id);
      for (const uint32_t other : postings) {
        if (claims_[other].ref.article == claims_[c].ref.article) continue;
        if (shared[other] == 0) touched.push_back(other);
        shared[other] += weight;
      }
    }
    // Many copies of one story: every word is common. Then the first claims that have them must do,
    // so that a copy that differs is compared with some of the others.
    if (touched.empty()) {
      for (const TermId id : claims_[c].concepts) {
        const std::vector<uint32_t>& postings = postings_.at(id);
        const size_t count = std::min(postings.size(), kMaxPostings);
        for (size_t p = 0; p < count; ++p) {
          const uint32_t other = postings[p];
          if (claims_[other].ref.article == claims_[c].ref.article) continue;
          if (shared[other] == 0) touched.push_back(other);
          shared[other] += kMinShared / 2;
        }
      }
    }
    candidates.clear();
    for (const uint32_t other : touched) {
      if (shared[other] >= kMinShared) candidates.push_back({other, shared[other]});
      shared[other] = 0;
    }
    std::sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) {
      return x.shared != y.shared ? x.shared > y.shared : x.claim < y.claim;
    });
    std::vector<std::pair<uint32_t, uint32_t>> taken;  // article, how many
    uint32_t partners = 0;
    for (const Candidate& candidate : candidates) {
      if (partners == kPartners) break;
      const uint32_t article = claims_[candidate.claim].ref.article;
      auto count = std::find_if(taken.begin(), taken.end(),
                                [&](const auto& entry) { return entry.first == article; });
      if (count == taken.end()) count = taken.insert(taken.end(), {article, 0});
      if (count->second == kPerArticle) continue;
      ++count->second;
      ++partners;
      const ClaimRef x = claims_[c].ref, y = claims_[candidate.claim].ref;
      pairs.push_back(x < y ? std::pair(x, y) : std::pair(y, x));
    }
  }
  std::sort(pairs.begin(), pairs.end(), [](const auto& x, const auto& y) {
    return x.first == y.first ? x.second < y.second : x.first < y.first;
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace crossread
