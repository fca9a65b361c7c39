// Lines up the words of two claims, one to one: the same word, the same lemma or name, a synonym,
// one concept, an antonym; where several could be meant, the one with the same neighbours. After:
// M. A. Sultan, S. Bethard, T. Sumner, "Back to Basics for Monolingual Alignment", TACL 2014.
#include <algorithm>
#include <optional>

#include "core/align/comparison.h"
#include "core/align/retrieve.h"
#include "core/align/same_event.h"
#include "core/base/hash.h"
#include "core/extract/terms.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// Below this weighted overlap, in thousandths, and number of words two claims only share a topic;
// by hand, on our own stories and on news of two events of one kind. Where the articles as a whole
// vouch for one event, one telling word in a short clause is enough to look closer (the comparers
// ask for more, by kind); where they don't, the claims must.
struct Floor {
  uint32_t score;
  uint32_t content_links;
  uint32_t or_telling_links;
};
constexpr Floor kSurelyOneEvent = {110, 2, 1};
constexpr Floor kLikelyOneEvent = {380, 2, 2};
constexpr Floor kUnlikelyOneEvent = {420, 3, 3};

Floor FloorOf(SameEvent event) {
  switch (event) {
    case SameEvent::kSurely:
      return kSurelyOneEvent;
    case SameEvent::kLikely:
      return kLikelyOneEvent;
    case SameEvent::kUnlikely:
      break;
  }
  return kUnlikelyOneEvent;
}

constexpr int kWindow = 3;  // neighbours on each side

// The antonyms of a lemma, hashed as terms are; an empty vector for most words.
std::vector<TermId> AntonymsOf(std::string_view lemma) {
  static const LexiconTable& antonyms = Lexicon::English().Table("antonyms.tsv");
  std::vector<TermId> out;
  const LexiconRow* row = antonyms.Find(lemma);
  const LexiconRow* end = antonyms.rows().data() + antonyms.rows().size();
  for (; row != nullptr && row != end && row->key == lemma; ++row) {
    out.push_back(Fnv1a(row->column(1)));
  }
  return out;
}

class ClaimAligner {
 public:
  ClaimAligner(const Comparison& comparison, const ClaimIndex& index, ClaimRef a, ClaimRef b)
      : a_(comparison.At(a.article)),
        b_(comparison.At(b.article)),
        index_(index),
        concepts_a_(index.Concepts(a.article)),
        concepts_b_(index.Concepts(b.article)),
        tokens_a_(comparison.At(a).tokens),
        tokens_b_(comparison.At(b).tokens) {
    pair_.a = a;
    pair_.b = b;
  }

  // Nothing if the claims share no more than a topic.
  std::optional<Pair> Run(const Floor& floor) {
    used_b_.assign(tokens_b_.size(), false);
    linked_a_.assign(tokens_a_.size(), false);
    Link(LinkKind::kNorm);
    Link(LinkKind::kLemma);
    Link(LinkKind::kSynonym);
    Link(LinkKind::kConcept);
    Link(LinkKind::kAntonym);
    std::sort(pair_.links.begin(), pair_.links.end(),
              [](const TokenLink& x, const TokenLink& y) { return x.a < y.a; });
    Score();
    if (pair_.score < floor.score) return std::nullopt;
    if (pair_.content_links < floor.content_links && TellingLinks() < floor.or_telling_links)
      return std::nullopt;
    return std::move(pair_);
  }

 private:
  void Link(LinkKind kind) {
    for (uint32_t i = tokens_a_.begin; i < tokens_a_.end; ++i) {
      if (linked_a_[i - tokens_a_.begin] || !MayLink(kind, a_, concepts_a_, i)) continue;
      std::vector<TermId> antonyms;
      if (kind == LinkKind::kAntonym) {
        antonyms = AntonymsOf(MeantLemma(a_.document, i));
        if (antonyms.empty()) antonyms = AntonymsOf(a_.document.Norm(a_.document.tokens[i]));
        if (antonyms.empty()) continue;
      }
      uint32_t best = UINT32_MAX;
      int best_context = -1;
      for (uint32_t j = tokens_b_.begin; j < tokens_b_.end; ++j) {
        if (used_b_[j - tokens_b_.begin] || !MayLink(kind, b_, concepts_b_, j)) continue;
        if (!Match(kind, i, j, antonyms)) continue;
        const int context = Context(i, j);
        if (context > best_context) best = j, best_context = context;
      }
      if (best == UINT32_MAX) continue;
      used_b_[best - tokens_b_.begin] = true;
      linked_a_[i - tokens_a_.begin] = true;
      pair_.links.push_back({i, best, kind});
    }
  }

  static bool MayLink(LinkKind kind, const Analysis& analysis, const std::vector<TermId>& concepts,
                      uint32_t t) {
    return kind == LinkKind::kConcept ? concepts[t] != 0 : analysis.terms[t].content;
  }

  bool Match(LinkKind kind, uint32_t i, uint32_t j, const std::vector<TermId>& antonyms) const {
    const Term &x = a_.terms[i], &y = b_.terms[j];
    switch (kind) {
      case LinkKind::kNorm:
        return x.norm == y.norm;
      case LinkKind::kLemma:
        return x.lemma == y.lemma;
      case LinkKind::kSynonym:
        return x.synonym == y.synonym;
      case LinkKind::kConcept:
        return concepts_a_[i] == concepts_b_[j];
      case LinkKind::kAntonym:
        return std::find(antonyms.begin(), antonyms.end(), y.lemma) != antonyms.end();
    }
    return false;
  }

  // How many neighbours agree.
  int Context(uint32_t i, uint32_t j) const {
    int same = 0;
    for (int d = -kWindow; d <= kWindow; ++d) {
      if (d == 0) continue;
      const int64_t x = int64_t{i} + d, y = int64_t{j} + d;
      if (x < tokens_a_.begin || x >= tokens_a_.end || y < tokens_b_.begin || y >= tokens_b_.end)
        continue;
      const TermId lemma = a_.terms[x].lemma;
      if (lemma != 0 && lemma == b_.terms[y].lemma) ++same;
    }
    return same;
  }

  uint32_t TellingLinks() const {
    return static_cast<uint32_t>(
        std::count_if(pair_.links.begin(), pair_.links.end(), [&](const TokenLink& link) {
          return a_.terms[link.a].telling || b_.terms[link.b].telling;
        }));
  }

  void Score() {
    uint32_t all_a = WeightOf(a_, concepts_a_, tokens_a_);
    uint32_t all_b = WeightOf(b_, concepts_b_, tokens_b_);
    uint32_t linked_a = 0, linked_b = 0;
    for (const TokenLink& link : pair_.links) {
      if (concepts_a_[link.a] == 0 || concepts_b_[link.b] == 0) continue;
      if (!a_.terms[link.a].content) all_a += index_.Weight(concepts_a_[link.a]);
      if (!b_.terms[link.b].content) all_b += index_.Weight(concepts_b_[link.b]);
      linked_a += index_.Weight(concepts_a_[link.a]);
      linked_b += index_.Weight(concepts_b_[link.b]);
      ++pair_.content_links;
    }
    if (all_a == 0 || all_b == 0) return;
    pair_.score = (linked_a + linked_b) * 1000 / (all_a + all_b);
    pair_.cover = all_a < all_b ? linked_a * 1000 / all_a : linked_b * 1000 / all_b;
  }

  // Pronouns count where they are lined up alone.
  uint32_t WeightOf(const Analysis& analysis, const std::vector<TermId>& concepts,
                    IndexRange tokens) const {
    uint32_t weight = 0;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (analysis.terms[t].content) weight += index_.Weight(concepts[t]);
    }
    return weight;
  }

  const Analysis& a_;
  const Analysis& b_;
  const ClaimIndex& index_;
  const std::vector<TermId>&concepts_a_, &concepts_b_;
  const IndexRange tokens_a_, tokens_b_;
  std::vector<bool> linked_a_, used_b_;
  Pair pair_;
};

}  // namespace

uint32_t Pair::LinkOf(uint32_t t) const {
  const auto link =
      std::lower_bound(links.begin(), links.end(), t,
                       [](const TokenLink& l, uint32_t token) { return l.a < token; });
  return link != links.end() && link->a == t ? link->b : UINT32_MAX;
}

std::vector<Pair> PairClaims(const Comparison& comparison) {
  std::vector<const Analysis*> articles;
  for (const Article& article : comparison.articles) articles.push_back(article.analysis);
  const EventJudge events(articles);
  const ClaimIndex index(comparison);
  std::vector<Pair> pairs;
  for (const auto& [a, b] : index.Candidates()) {
    const Floor floor = FloorOf(events.Of(a.article, b.article));
    std::optional<Pair> pair = ClaimAligner(comparison, index, a, b).Run(floor);
    if (pair) pairs.push_back(std::move(*pair));
  }
  return pairs;
}

}  // namespace crossread
