// One article quotes what a paper or an agency reported, and that report is among the articles:
// “The charges will include fraud,” the Herald reported, where the Herald's own words are "the
// charges were expected to include fraud".
#include <algorithm>
#include <string>
#include <string_view>

#include "core/align/comparison.h"
#include "core/align/quoted_segments.h"
#include "core/align/word_diff.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kMinShared = 12;        // words in common: nobody hits upon them by chance
constexpr uint32_t kMinSharedContent = 6;  // of weight among these
constexpr uint32_t kEdited = 700;          // similarity, thousandths
constexpr uint32_t kCover = 700;           // share of the quoted words that the run makes up
constexpr uint32_t kMaxSearches = 16;      // sentences of outlets that are looked for
constexpr size_t kMaxWords = 150;          // of a sentence; longer ones are not compared

class QuotedArticleFinder {
 public:
  explicit QuotedArticleFinder(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<FragmentPair> Find() const {
    std::vector<FragmentPair> out;
    uint32_t searches = 0;
    for (const Segment& segment : ReadSegments(comparison_)) {
      if (segment.words.size() < kMinShared || !IsOfOutlet(segment.ref)) continue;
      if (++searches > kMaxSearches) break;
      FragmentPair best;
      uint32_t shared = 0;
      for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
        if (a != segment.ref.article) Search(segment, a, &best, &shared);
      }
      if (shared > 0 && !best.mark.empty()) out.push_back(best);
    }
    return out;
  }

 private:
  // A news agency, a paper or a programme is said to report it.
  bool IsOfOutlet(QuotationRef ref) const {
    static const LexiconTable& agencies = Lexicon::English().Table("agencies.txt");
    static const LexiconTable& channels = Lexicon::English().Table("channels.tsv");
    const Speaker& speaker = comparison_.At(ref).speaker;
    std::string name = Fold(speaker.name);
    if (name.substr(0, 4) == "the ") name = name.substr(4);
    const LexiconRow* channel = channels.Find(name);
    return agencies.Has(name) || (channel != nullptr && channel->column(0) == "agency");
  }

  // The sentence of article `a` that has most of the words; without a mark where they are the same,
  // so that no worse one is told of.
  void Search(const Segment& segment, uint32_t a, FragmentPair* best, uint32_t* most) const {
    const Analysis& analysis = comparison_.At(a);
    for (const Sentence& sentence : analysis.document.sentences) {
      if (sentence.tokens.size() > kMaxWords || IsQuoted(analysis, sentence.span)) continue;
      std::vector<DiffWord> words;
      for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        if (IsDiffWord(analysis, t)) words.push_back(ReadDiffWord(analysis, t));
      }
      if (words.size() < kMinShared) continue;
      const WordDiff diff = DiffWords(segment.words, words);
      if (diff.shared < kMinShared || diff.shared_content < kMinSharedContent) continue;
      if (diff.similarity < kEdited || diff.shared <= *most) continue;
      if (diff.core_a.size() * 1000 < kCover * segment.words.size()) continue;
      *most = diff.shared;
      Fill(segment, a, words, diff, best);
    }
  }

  static bool IsQuoted(const Analysis& analysis, Span sentence) {
    return std::any_of(analysis.quotations.begin(), analysis.quotations.end(),
                       [&](const Quotation& quotation) {
                         return quotation.kind != QuotationKind::kIndirect &&
                                quotation.Extent().Overlaps(sentence);
                       });
  }

  static void Fill(const Segment& segment, uint32_t a, const std::vector<DiffWord>& words,
                   const WordDiff& diff, FragmentPair* pair) {
    *pair = {};
    pair->change = FragmentChange::kOfArticle;
    pair->fragment = {segment.ref.article, SpanOf(segment.words, diff.core_a)};
    pair->whole = {a, SpanOf(words, diff.core_b)};
    for (const WordEdit& edit : diff.edits) {
      if (edit.kind == EditKind::kSame || edit.marked || !edit.content) continue;
      pair->mark_in_whole = !edit.b.empty();
      pair->mark = pair->mark_in_whole ? edit.b : edit.a;
      return;
    }
  }

  static Span SpanOf(const std::vector<DiffWord>& words, IndexRange range) {
    return {words[range.begin].span.begin, words[range.end - 1].span.end};
  }

  const Comparison& comparison_;
};

}  // namespace

std::vector<FragmentPair> FindQuotedArticles(const Comparison& comparison) {
  return QuotedArticleFinder(comparison).Find();
}

}  // namespace crossread
