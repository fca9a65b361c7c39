// Sentences that one article has nearly word for word from another, or both from a third: wire copy
// that somebody edited. With the rest the same, what differs is seen word by word.
#include <algorithm>
#include <map>
#include <tuple>

#include "core/align/comparison.h"
#include "core/align/word_diff.h"
#include "core/base/hash.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kCandidate = 400;  // Pair::score of some claims of both sentences, thousandths
constexpr uint32_t kCandidateCover = 800;  // or this much of the shorter claim
constexpr uint32_t kCopied = 700;          // similarity of a copy, thousandths
constexpr uint32_t kMinShared = 6;         // words in common
constexpr uint32_t kMaxWords = 150;        // of a sentence; longer ones are not compared

constexpr uint32_t kClause = 4;  // words more on one side of an edit than on the other

struct SentenceRef {
  uint32_t article, sentence;
  auto operator<=>(const SentenceRef&) const = default;
};

struct Words {
  std::vector<DiffWord> words;
  std::vector<uint32_t> tokens;  // of each word
};

class CopyFinder {
 public:
  explicit CopyFinder(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<SentenceCopy> Run() {
    std::vector<SentenceCopy> found;
    for (const auto& [a, b] : Candidates()) {
      SentenceCopy copy = Compare(a, b);
      if (copy.similarity < kCopied || copy.same.size() < kMinShared) continue;
      for (const auto& [of, in] : {std::pair(a, b), std::pair(b, a)}) {
        uint32_t& best = best_[{of, in.article}];
        best = std::max(best, copy.similarity);
      }
      found.push_back(std::move(copy));
    }
    // A sentence has one copy in an article: the most similar one.
    std::erase_if(found, [&](const SentenceCopy& copy) {
      const SentenceRef a{copy.article_a, copy.sentence_a}, b{copy.article_b, copy.sentence_b};
      return copy.edits.empty() || copy.similarity < best_.at({a, b.article}) ||
             copy.similarity < best_.at({b, a.article});
    });
    return found;
  }

 private:
  std::vector<std::pair<SentenceRef, SentenceRef>> Candidates() const {
    std::vector<std::pair<SentenceRef, SentenceRef>> out;
    for (const Pair& pair : comparison_.pairs) {
      if (pair.score < kCandidate && pair.cover < kCandidateCover) continue;
      out.push_back({{pair.a.article, comparison_.At(pair.a).sentence},
                     {pair.b.article, comparison_.At(pair.b).sentence}});
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
  }

  const Words& WordsOf(SentenceRef ref) {
    const auto [entry, added] = words_.try_emplace(ref);
    if (!added) return entry->second;
    const Analysis& analysis = comparison_.At(ref.article);
    const IndexRange tokens = analysis.document.sentences[ref.sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!IsDiffWord(analysis, t)) continue;
      DiffWord word = ReadDiffWord(analysis, t);
      // Synonyms are the same here: who rewords a sentence may still have changed its facts.
      if (HasSynonyms(analysis, t)) word.term = word.synonym;
      entry->second.words.push_back(word);
      entry->second.tokens.push_back(t);
    }
    return entry->second;
  }

  // The word that names its class has the class's number for its own: "buy" of "buy, purchase".
  static bool HasSynonyms(const Analysis& analysis, uint32_t t) {
    if (analysis.terms[t].synonym != analysis.terms[t].lemma) return true;
    static const LexiconTable& synonyms = Lexicon::English().Table("synonyms.tsv");
    const LexiconRow* row = synonyms.Find(analysis.document.Lemma(analysis.document.tokens[t]));
    return row != nullptr && Fnv1a(row->column(1)) == analysis.terms[t].synonym;
  }

  SentenceCopy Compare(SentenceRef a, SentenceRef b) {
    SentenceCopy copy{a.article, b.article, a.sentence, b.sentence, 0, {}, {}};
    const Words &x = WordsOf(a), &y = WordsOf(b);
    const size_t longer = std::max(x.words.size(), y.words.size());
    const size_t shorter = std::min(x.words.size(), y.words.size());
    if (longer > kMaxWords || 2000 * shorter < kCopied * (longer + shorter)) return copy;
    auto matches = AlignWords(x.words, y.words);
    JoinGaps(x, y, &matches);
    copy.similarity = static_cast<uint32_t>(2000 * matches.size() / (longer + shorter));
    uint32_t i = 0, j = 0;
    for (const auto& [m, n] : matches) {
      AddGap(x, i, m, y, j, n, &copy);
      copy.same.emplace_back(x.tokens[m], y.tokens[n]);
      i = m + 1, j = n + 1;
    }
    AddGap(x, i, static_cast<uint32_t>(x.words.size()), y, j, static_cast<uint32_t>(y.words.size()),
           &copy);
    return copy;
  }

  // "According to the coastguard, the trawler" against "The trawler": which "the" is matched is
  // chance; the one that leaves a single gap is meant.
  static void JoinGaps(const Words& x, const Words& y,
                       std::vector<std::pair<uint32_t, uint32_t>>* matches) {
    for (size_t k = matches->size(); k-- > 0;) {
      auto& [m, n] = (*matches)[k];
      const bool last = k + 1 == matches->size();
      const uint32_t end_m = last ? static_cast<uint32_t>(x.words.size()) : (*matches)[k + 1].first;
      const uint32_t end_n =
          last ? static_cast<uint32_t>(y.words.size()) : (*matches)[k + 1].second;
      const uint32_t begin_m = k == 0 ? 0 : (*matches)[k - 1].first + 1;
      const uint32_t begin_n = k == 0 ? 0 : (*matches)[k - 1].second + 1;
      if (end_n == n + 1 && end_m > m + 1 && begin_m < m && begin_n == n &&
          x.words[end_m - 1].term == x.words[m].term) {
        m = end_m - 1;
      } else if (end_m == m + 1 && end_n > n + 1 && begin_n < n && begin_m == m &&
                 y.words[end_n - 1].term == y.words[n].term) {
        n = end_n - 1;
      }
    }
  }

  static void AddGap(const Words& x, uint32_t i, uint32_t m, const Words& y, uint32_t j, uint32_t n,
                     SentenceCopy* copy) {
    if (i == m && j == n) return;
    // "Miami, where they met" against "Tampa": a word replaced, and a clause that only one side
    // has.
    const uint32_t size_x = m - i, size_y = n - j;
    if (size_x > 0 && size_y > 0 &&
        std::max(size_x, size_y) >= std::min(size_x, size_y) + kClause) {
      const uint32_t shorter = std::min(size_x, size_y);
      AddGap(x, i, i + shorter, y, j, j + shorter, copy);
      AddGap(x, i + shorter, m, y, j + shorter, n, copy);
      return;
    }
    CopyEdit edit;
    edit.kind = i == m ? EditKind::kAdded : j == n ? EditKind::kDropped : EditKind::kReplaced;
    edit.a = TokensOf(x, i, m);
    edit.b = TokensOf(y, j, n);
    copy->edits.push_back(edit);
  }

  static IndexRange TokensOf(const Words& words, uint32_t begin, uint32_t end) {
    if (begin < end) return {words.tokens[begin], words.tokens[end - 1] + 1};
    const uint32_t at = begin < words.tokens.size() ? words.tokens[begin] : words.tokens.back() + 1;
    return {at, at};
  }

  const Comparison& comparison_;
  std::map<SentenceRef, Words> words_;
  std::map<std::pair<SentenceRef, uint32_t>, uint32_t> best_;  // and the other article
};

}  // namespace

std::vector<SentenceCopy> FindCopies(const Comparison& comparison) {
  return CopyFinder(comparison).Run();
}

}  // namespace crossread
