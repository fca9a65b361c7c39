// Who copied whom: runs of the same words in two articles, and the groups of articles that share so
// much of them that they count as one origin. Quotations are left out: two reporters at one press
// conference quote the same words and copied nobody.
//
// Method: shingles of kShingle words in one index; a shingle found elsewhere is extended forward to
// the longest common run. Source: A. Broder, "On the resemblance and containment of documents",
// 1997.
#include <algorithm>
#include <map>
#include <unordered_map>

#include "core/align/comparison.h"
#include "core/base/disjoint_sets.h"
#include "core/base/hash.h"

namespace crossread {
namespace {

constexpr uint32_t kShingle = 6;     // words; five in a row coincide in stock phrases of news
constexpr uint32_t kMinPassage = 9;  // words; shorter runs are phrases, not copy
constexpr uint32_t kOriginShare =
    500;  // thousandths of the shorter article: most of it is the other's
// A shingle in more articles than this is compared with the first of them only: fifty copies of one
// wire then cost fifty comparisons, not fifty squared over two.
constexpr size_t kMaxPostings = 8;

struct Word {
  TermId norm;
  uint32_t token;
};

struct Position {
  uint32_t article;
  uint32_t word;
};

// The words of an article's prose outside direct quotations, in order.
std::vector<Word> ProseWords(const Analysis& analysis) {
  const Document& document = analysis.document;
  std::vector<bool> quoted(document.tokens.size(), false);
  for (const Quotation& quotation : analysis.quotations) {
    if (quotation.kind == QuotationKind::kIndirect) continue;
    for (const Span content : quotation.content) {
      const IndexRange tokens = document.TokensIn(content);
      std::fill(quoted.begin() + tokens.begin, quoted.begin() + tokens.end, true);
    }
  }
  std::vector<Word> words;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    const bool word = token.shape == TokenShape::kWord || token.shape == TokenShape::kNumber;
    if (!word || quoted[t]) continue;
    if (!IsProse(document.blocks[document.sentences[token.sentence].block].kind)) continue;
    words.push_back({analysis.terms[t].norm, t});
  }
  return words;
}

std::vector<uint64_t> Shingles(const std::vector<Word>& words) {
  std::vector<uint64_t> shingles;
  for (size_t i = 0; i + kShingle <= words.size(); ++i) {
    uint64_t hash = kFnvOffset;
    for (uint32_t k = 0; k < kShingle; ++k) hash = (hash ^ words[i + k].norm) * kFnvPrime;
    shingles.push_back(hash);
  }
  return shingles;
}

class ReuseFinder {
 public:
  explicit ReuseFinder(const std::vector<Article>& articles) : articles_(articles) {
    for (const Article& article : articles) {
      words_.push_back(ProseWords(*article.analysis));
      shingles_.push_back(Shingles(words_.back()));
    }
  }

  Reuse Run() {
    std::unordered_map<uint64_t, std::vector<Position>> index;  // looked up, never iterated
    for (uint32_t b = 0; b < articles_.size(); ++b) {
      CompareWithIndex(b, index);
      for (uint32_t w = 0; w < shingles_[b].size(); ++w) {
        std::vector<Position>& postings = index[shingles_[b][w]];
        const bool repeated = !postings.empty() && postings.back().article == b;
        if (!repeated && postings.size() < kMaxPostings) postings.push_back({b, w});
      }
    }
    Reuse reuse;
    for (auto& [key, pair] : pairs_) {
      Finish(&pair);
      if (!pair.passages.empty()) reuse.pairs.push_back(std::move(pair));
    }
    GroupOrigins(&reuse);
    return reuse;
  }

 private:
  void CompareWithIndex(uint32_t b,
                        const std::unordered_map<uint64_t, std::vector<Position>>& index) {
    std::map<uint32_t, uint32_t>
        covered;  // article -> first word of b not yet in a passage with it
    for (uint32_t w = 0; w < shingles_[b].size(); ++w) {
      const auto postings = index.find(shingles_[b][w]);
      if (postings == index.end()) continue;
      for (const Position& p : postings->second) {
        if (w < covered[p.article]) continue;
        const uint32_t length = CommonRun(p.article, p.word, b, w);
        if (length < kMinPassage) continue;
        covered[p.article] = w + length;
        ReusePair& pair = pairs_[{p.article, b}];
        pair.a = p.article;
        pair.b = b;
        pair.passages.push_back({SpanOf(p.article, p.word, length), SpanOf(b, w, length), length});
      }
    }
  }

  uint32_t CommonRun(uint32_t a, uint32_t i, uint32_t b, uint32_t j) const {
    uint32_t length = 0;
    while (i + length < words_[a].size() && j + length < words_[b].size() &&
           words_[a][i + length].norm == words_[b][j + length].norm) {
      ++length;
    }
    return length;
  }

  Span SpanOf(uint32_t article, uint32_t word, uint32_t length) const {
    const Document& document = articles_[article].analysis->document;
    return {document.tokens[words_[article][word].token].span.begin,
            document.tokens[words_[article][word + length - 1].token].span.end};
  }

  void Finish(ReusePair* pair) {
    std::sort(pair->passages.begin(), pair->passages.end(), [](const Passage& x, const Passage& y) {
      return x.a == y.a ? x.b < y.b : x.a < y.a;
    });
    for (const Passage& passage : pair->passages) pair->words += passage.words;
    pair->share_a = Share(pair->words, words_[pair->a].size());
    pair->share_b = Share(pair->words, words_[pair->b].size());
  }

  static uint32_t Share(uint32_t words, size_t all) {
    return all == 0 ? 0 : std::min<uint32_t>(1000, static_cast<uint32_t>(words * 1000ull / all));
  }

  void GroupOrigins(Reuse* reuse) const {
    DisjointSets sets(articles_.size());
    for (const ReusePair& pair : reuse->pairs) {
      if (std::max(pair.share_a, pair.share_b) < kOriginShare) continue;
      sets.Join(pair.a, pair.b);
    }
    reuse->origin_of.resize(articles_.size());
    std::map<uint32_t, uint32_t> group_of;
    for (uint32_t a = 0; a < articles_.size(); ++a) {
      const auto [group, added] =
          group_of.try_emplace(sets.Find(a), static_cast<uint32_t>(reuse->origins.size()));
      if (added) reuse->origins.emplace_back();
      reuse->origins[group->second].push_back(a);
      reuse->origin_of[a] = group->second;
    }
  }

  const std::vector<Article>& articles_;
  std::vector<std::vector<Word>> words_;
  std::vector<std::vector<uint64_t>> shingles_;
  std::map<std::pair<uint32_t, uint32_t>, ReusePair> pairs_;
};

}  // namespace

Reuse FindReuse(const std::vector<Article>& articles) { return ReuseFinder(articles).Run(); }

}  // namespace crossread
