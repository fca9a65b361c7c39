#include "core/align/same_event.h"

#include <algorithm>
#include <tuple>

#include "core/base/disjoint_sets.h"

namespace crossread {
namespace {

// Names tell events apart, and so do words that are not common; common ones tell kinds of events.
// Of weights from 1 to 5, all from 2 on do about as well.
constexpr uint32_t kTelling = 3;

// Of pairs of articles on one event, by hand on some 50 news clusters, one of a hundred is less
// alike; of pairs on two events of any kind, three of four, of two disputes in one country's
// politics, one of four. An article needs one other that it is like.
constexpr uint32_t kOneEvent = 140;

// For claims to be lined up, more. Two events of one kind (two arrests of pirates, two dismissals
// of coaches) seldom reach kLikely and hardly ever kSurely; of pairs on one event, nine of ten and
// six of ten do, and most others by way of a third article.
constexpr uint32_t kLikelyOneEvent = 220;
constexpr uint32_t kSurelyOneEvent = 320;

struct Word {
  TermId term = 0;
  uint32_t article = 0;
  uint32_t weight = 0;
};

// The largest whole number whose square is no more than n.
uint64_t SquareRoot(uint64_t n) {
  uint64_t root = 0;
  for (uint64_t bit = uint64_t{1} << 31; bit != 0; bit >>= 1) {
    if ((root + bit) * (root + bit) <= n) root += bit;
  }
  return root;
}

// The content words of all articles by term, each once an article.
std::vector<Word> WordsOf(const std::vector<const Analysis*>& articles) {
  std::vector<Word> words;
  for (uint32_t a = 0; a < articles.size(); ++a) {
    for (const Term& term : articles[a]->terms) {
      if (term.content) words.push_back({term.synonym, a, term.telling ? kTelling : 1});
    }
  }
  std::sort(words.begin(), words.end(), [](const Word& x, const Word& y) {
    return std::tie(x.term, x.article, y.weight) < std::tie(y.term, y.article, x.weight);
  });
  const auto same = [](const Word& x, const Word& y) {
    return x.term == y.term && x.article == y.article;
  };
  words.erase(std::unique(words.begin(), words.end(), same), words.end());
  return words;
}

// Chains of articles of which each is as like the next as `least`, at least.
DisjointSets Chains(const EventLikeness& likeness, uint32_t least) {
  DisjointSets chains(likeness.articles());
  for (uint32_t a = 0; a < likeness.articles(); ++a) {
    for (uint32_t b = a + 1; b < likeness.articles(); ++b) {
      if (likeness.Between(a, b) >= least) chains.Join(a, b);
    }
  }
  return chains;
}

// The first article of each article's chain.
std::vector<uint32_t> Firsts(const EventLikeness& likeness, uint32_t least) {
  DisjointSets chains = Chains(likeness, least);
  std::vector<uint32_t> firsts;
  for (uint32_t a = 0; a < likeness.articles(); ++a) firsts.push_back(chains.Find(a));
  return firsts;
}

}  // namespace

EventLikeness::EventLikeness(const std::vector<const Analysis*>& articles)
    : weights_(articles.size(), 0), alike_(articles.size() * articles.size(), 0) {
  const size_t count = articles.size();
  const std::vector<Word> words = WordsOf(articles);
  for (size_t first = 0, end = 0; first < words.size(); first = end) {
    while (end < words.size() && words[end].term == words[first].term) ++end;
    for (size_t i = first; i < end; ++i) {
      weights_[words[i].article] += words[i].weight;
      for (size_t j = i + 1; j < end; ++j) {
        alike_[words[i].article * count + words[j].article] +=
            std::min(words[i].weight, words[j].weight);
      }
    }
  }
  for (size_t a = 0; a < count; ++a) {
    for (size_t b = a + 1; b < count; ++b) {
      const uint64_t most = SquareRoot(uint64_t{weights_[a]} * weights_[b]);
      uint32_t& alike = alike_[a * count + b];
      alike = most == 0 ? 0 : static_cast<uint32_t>(uint64_t{alike} * 1000 / most);
      alike_[b * count + a] = alike;
    }
  }
}

EventJudge::EventJudge(const std::vector<const Analysis*>& articles) {
  const EventLikeness likeness(articles);
  likely_ = Firsts(likeness, kLikelyOneEvent);
  surely_ = Firsts(likeness, kSurelyOneEvent);
  for (uint32_t a = 0; a < likeness.articles(); ++a) short_.push_back(likeness.IsShort(a));
}

SameEvent EventJudge::Of(uint32_t a, uint32_t b) const {
  if (short_[a] || short_[b] || surely_[a] == surely_[b]) return SameEvent::kSurely;
  return likely_[a] == likely_[b] ? SameEvent::kLikely : SameEvent::kUnlikely;
}

std::vector<uint32_t> OnOtherEvents(const EventLikeness& likeness) {
  const uint32_t count = likeness.articles();
  DisjointSets events = Chains(likeness, kOneEvent);
  std::vector<uint32_t> members(count, 0);
  uint32_t main = 0;
  for (uint32_t a = 0; a < count; ++a) ++members[events.Find(a)];
  for (uint32_t a = 0; a < count; ++a) {
    if (members[a] > members[main]) main = a;
  }
  std::vector<uint32_t> others;
  if (count == 0 || members[main] * 2 <= count) return others;
  for (uint32_t a = 0; a < count; ++a) {
    if (events.Find(a) != main && !likeness.IsShort(a)) others.push_back(a);
  }
  return others;
}

}  // namespace crossread
