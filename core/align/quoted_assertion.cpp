// Words that one article quotes and another has, nearly one by one, as its own: “The boats turned
// back at once,” the captain said, and "The boats turned back at once."
#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/quoted_segments.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;           // thousandths; by hand
constexpr uint32_t kSameWords = 900;       // similarity, thousandths: copied, not told again
constexpr uint32_t kMinShared = 8;         // words in common
constexpr uint32_t kMinContent = 4;        // of weight among these
constexpr size_t kMaxWords = 150;          // of a sentence; longer ones are not compared
constexpr size_t kMaxPostings = 120;       // of a word: the first sentences that have it
constexpr uint32_t kBefore = 2;            // sentences before it that have no source either
constexpr uint32_t kFarthestSpeaker = 40;  // bytes between the words and who says them

// A sentence that the article tells in its own voice.
struct Assertion {
  uint32_t article = 0, sentence = 0;
  std::vector<DiffWord> words;
};

class QuotedAssertionComparer {
 public:
  explicit QuotedAssertionComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    const std::vector<Segment> segments = ReadSegments(comparison_);
    if (segments.empty()) return {};
    std::vector<Assertion> assertions;
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) ReadAssertions(a, &assertions);
    std::map<TermId, std::vector<uint32_t>> having;
    for (uint32_t i = 0; i < assertions.size(); ++i) {
      for (const DiffWord& word : assertions[i].words) {
        std::vector<uint32_t>& list = having[word.term];
        if (word.content && list.size() < kMaxPostings) list.push_back(i);
      }
    }
    for (const Segment& segment : segments) {
      if (!IsComparable(segment)) continue;
      std::map<uint32_t, uint32_t> shared;
      for (const DiffWord& word : segment.words) {
        const auto list = having.find(word.term);
        if (!word.content || list == having.end()) continue;
        for (const uint32_t i : list->second) ++shared[i];
      }
      for (const auto& [i, words] : shared) {
        if (words >= kMinContent) Judge(segment, assertions[i]);
      }
    }
    return std::move(out_);
  }

 private:
  // No quotation reaches into the sentence or into those around it: a mark may be lost, and "the
  // boats fled, he said" goes on with what he said.
  void ReadAssertions(uint32_t article, std::vector<Assertion>* out) const {
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    const uint32_t count = static_cast<uint32_t>(document.sentences.size());
    std::vector<bool> told(count, false);
    for (uint32_t s = 0; s < count; ++s) {
      for (uint32_t t = document.sentences[s].tokens.begin; t < document.sentences[s].tokens.end;
           ++t) {
        if (document.tokens[t].shape == TokenShape::kQuoteMark) told[s] = true;
      }
    }
    for (const Quotation& quotation : analysis.quotations) {
      for (const Span part : {quotation.Extent(), quotation.cue, quotation.speaker.span}) {
        if (part.empty()) continue;
        const uint32_t last = document.SentenceAt(part.end - 1);
        for (uint32_t s = document.SentenceAt(part.begin); s <= last && s < count; ++s)
          told[s] = true;
      }
    }
    for (uint32_t s = 0; s < count; ++s) {
      const uint32_t first = s - std::min(s, kBefore), end = std::min(s + 2, count);
      const bool near = std::any_of(told.begin() + first, told.begin() + end, std::identity());
      if (near || document.blocks[document.sentences[s].block].kind != BlockKind::kParagraph)
        continue;
      if (IsHedged(document, document.sentences[s].tokens)) continue;
      Assertion assertion{article, s, {}};
      const IndexRange tokens = document.sentences[s].tokens;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (IsDiffWord(analysis, t)) assertion.words.push_back(ReadDiffWord(analysis, t));
      }
      const size_t size = assertion.words.size();
      if (size >= kMinShared && size <= kMaxWords) out->push_back(std::move(assertion));
    }
  }

  // "Reportedly", "is said to": as good as a source.
  static bool IsHedged(const Document& document, IndexRange tokens) {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const LexiconRow* row = modality.Find(document.Norm(document.tokens[t]));
      if (row != nullptr && row->column(0) == "reported") return true;
    }
    return false;
  }

  // Somebody is known to say it, and tells of the world: "we" in an article's own voice is a
  // quotation whose marks were lost.
  bool IsComparable(const Segment& segment) const {
    const Speaker& speaker = comparison_.At(segment.ref).speaker;
    if (speaker.kind == SpeakerKind::kUnknown || segment.words.size() < kMinShared) return false;
    const Document& document = comparison_.DocumentOf(segment.ref.article);
    return std::none_of(segment.words.begin(), segment.words.end(), [&](const DiffWord& word) {
      const std::string_view norm =
          document.Norm(document.tokens[document.TokenAt(word.span.begin)]);
      return IsOfSpeech(norm);
    });
  }

  static bool IsOfSpeech(std::string_view norm) {
    for (const std::string_view word :
         {"i", "me", "my", "mine", "we", "us", "our", "ours", "you", "your", "yours"}) {
      if (norm == word) return true;
    }
    return false;
  }

  void Judge(const Segment& segment, const Assertion& assertion) {
    if (segment.ref.article == assertion.article) return;
    const std::pair<uint32_t, uint32_t> articles{segment.ref.article, assertion.article};
    if (found_.contains(articles)) return;
    const size_t words = segment.words.size() + assertion.words.size();
    const size_t shorter = std::min(segment.words.size(), assertion.words.size());
    if (2000 * shorter < kSameWords * words) return;
    const size_t shared = AlignWords(segment.words, assertion.words).size();
    if (shared < kMinShared || 2000 * shared < kSameWords * words) return;
    found_.insert(articles);  // the first sentence tells it for the two
    Add(segment, assertion);
  }

  void Add(const Segment& segment, const Assertion& assertion) {
    const Document& in_b = comparison_.DocumentOf(assertion.article);
    const Span speaker = comparison_.At(segment.ref).speaker.span;
    Span quoted{segment.words.front().span.begin, segment.words.back().span.end};
    const bool beside = speaker.begin <= quoted.end + kFarthestSpeaker &&
                        quoted.begin <= speaker.end + kFarthestSpeaker;
    Difference difference;
    difference.kind = DifferenceKind::kAttribution;
    difference.pair = kNoPair;
    if (beside) quoted = {std::min(quoted.begin, speaker.begin), std::max(quoted.end, speaker.end)};
    difference.a = {segment.ref.article, quoted};
    difference.b = {assertion.article, in_b.sentences[assertion.sentence].span};
    difference.mark_a = beside ? speaker : quoted;
    difference.mark_b = difference.b.span;
    difference.sources = SourceShift::kQuoted;
    difference.score = kScore;
    difference.value_a = "quoted";
    difference.value_b = "asserted";
    if (assertion.article < segment.ref.article) {
      std::swap(difference.a, difference.b);
      std::swap(difference.mark_a, difference.mark_b);
      std::swap(difference.value_a, difference.value_b);
    }
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  std::set<std::pair<uint32_t, uint32_t>> found_;  // articles that quote, and that assert
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareQuotedAssertions(const Comparison& comparison) {
  return QuotedAssertionComparer(comparison).Run();
}

}  // namespace crossread
