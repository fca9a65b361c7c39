// Fragments: a few words inside marks in a sentence of the article's own, "he called it “a bad
// idea”", against the sentence that they come from, "It is a very bad idea". Too short to be paired
// as utterances, they need the same speaker and a word of the topic beside them.
#include <algorithm>
#include <string_view>

#include "core/align/comparison.h"
#include "core/align/word_diff.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr size_t kMaxFragment = 8;  // words; longer ones are utterances
constexpr uint32_t kMinContent = 2;
constexpr uint32_t kMaxInside = 2;     // words that are missing inside
constexpr size_t kMinAfterDegree = 4;  // words in common behind "just"
constexpr uint32_t kModalReach = 3;    // words from a modal to "be closed": "will the case"

// What stands inside marks in one sentence.
struct Run {
  QuotationRef ref;
  std::vector<uint32_t> tokens;  // words
  std::vector<DiffWord> words;
  bool embedded = false;  // in a sentence of the article's own, with words before it
  bool edited = false;    // has an ellipsis or brackets
};

enum class Modal : uint8_t { kNone, kDuty, kFuture, kChance };

Modal ModalOf(std::string_view norm) {
  for (const std::string_view word : {"should", "must"}) {
    if (norm == word) return Modal::kDuty;
  }
  for (const std::string_view word : {"will", "would", "'ll"}) {
    if (norm == word) return Modal::kFuture;
  }
  for (const std::string_view word : {"may", "might", "could"}) {
    if (norm == word) return Modal::kChance;
  }
  return Modal::kNone;
}

class FragmentFinder {
 public:
  explicit FragmentFinder(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      const auto& quotations = comparison.At(a).quotations;
      for (uint32_t q = 0; q < quotations.size(); ++q) {
        if (quotations[q].kind != QuotationKind::kIndirect) Read({a, q});
      }
    }
  }

  std::vector<FragmentPair> Find() const {
    std::vector<FragmentPair> out;
    for (const Run& fragment : runs_) {
      if (!fragment.embedded || fragment.edited || fragment.words.size() > kMaxFragment) continue;
      for (const Run& whole : runs_) {
        if (whole.ref.article == fragment.ref.article || whole.edited) continue;
        FragmentPair pair;
        if (!Match(fragment, whole, &pair)) continue;
        if (!SameSpeaker(comparison_, fragment.ref, whole.ref)) continue;
        if (!SharesTopic(fragment, whole, pair) || IsVerbatim(fragment, whole, pair)) continue;
        out.push_back(pair);
        break;  // one source is enough
      }
    }
    return out;
  }

 private:
  void Read(QuotationRef ref) {
    const Analysis& analysis = comparison_.At(ref.article);
    const Document& document = analysis.document;
    const Quotation& quotation = comparison_.At(ref);
    for (const Span content : quotation.content) {
      bool inside = quotation.kind == QuotationKind::kDirect;
      Run run{ref, {}, {}, false, false};
      const auto flush = [&] {
        if (!run.words.empty()) runs_.push_back(run);
        run = {ref, {}, {}, false, false};
      };
      const IndexRange tokens = document.TokensIn(content);
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        const Token& token = document.tokens[t];
        const bool mark = token.shape == TokenShape::kQuoteMark;
        const bool next =
            !run.tokens.empty() && document.tokens[run.tokens.back()].sentence != token.sentence;
        if (mark || next) flush();
        if (mark && quotation.kind == QuotationKind::kMixed) inside = !inside;
        if (mark || !inside) continue;
        const std::string_view norm = document.Norm(token);
        if (norm == "..." || norm == "\xE2\x80\xA6" || norm == "[") run.edited = true;
        if (!IsDiffWord(analysis, t)) continue;
        if (run.words.empty()) run.embedded = IsEmbedded(document, t);
        run.tokens.push_back(t);
        run.words.push_back(ReadDiffWord(analysis, t));
      }
      flush();
    }
  }

  // "… called it “a bad idea”": a word of the same sentence stands right before the mark.
  static bool IsEmbedded(const Document& document, uint32_t t) {
    if (t < 2 || document.tokens[t - 1].shape != TokenShape::kQuoteMark) return false;
    const Token& before = document.tokens[t - 2];
    return before.sentence == document.tokens[t].sentence && before.shape == TokenShape::kWord &&
           !document.tokens[t].capital;
  }

  bool Match(const Run& fragment, const Run& whole, FragmentPair* pair) const {
    return MatchInside(fragment, whole, pair) || MatchDegree(fragment, whole, pair) ||
           MatchModal(fragment, whole, pair);
  }

  std::string_view Norm(const Run& run, size_t word) const {
    const Document& document = comparison_.DocumentOf(run.ref.article);
    return document.Norm(document.tokens[run.tokens[word]]);
  }

  bool IsDegree(const Run& run, size_t word) const {
    static const LexiconTable& degrees = Lexicon::English().Table("degree_words.txt");
    return degrees.Has(Norm(run, word));
  }

  uint32_t Content(const Run& run, size_t begin, size_t end) const {
    uint32_t content = 0;
    for (size_t w = begin; w < end; ++w) {
      content += comparison_.At(run.ref.article).terms[run.tokens[w]].content && !IsDegree(run, w);
    }
    return content;
  }

  static bool Equal(const Run& a, size_t from_a, const Run& b, size_t from_b, size_t size) {
    if (from_a + size > a.words.size() || from_b + size > b.words.size()) return false;
    for (size_t w = 0; w < size; ++w) {
      if (a.words[from_a + w].term != b.words[from_b + w].term) return false;
    }
    return true;
  }

  void Fill(const Run& fragment, const Run& whole, IndexRange in_whole, FragmentPair* pair) const {
    pair->fragment = {fragment.ref.article,
                      {fragment.words.front().span.begin, fragment.words.back().span.end}};
    pair->whole = {
        whole.ref.article,
        {whole.words[in_whole.begin].span.begin, whole.words[in_whole.end - 1].span.end}};
  }

  // "a bad idea" and "a very bad idea": one or two words in a row are missing.
  bool MatchInside(const Run& fragment, const Run& whole, FragmentPair* pair) const {
    const size_t size = fragment.words.size();
    if (size < 3 || Content(fragment, 0, size) < kMinContent) return false;
    for (size_t at = 0; at + size < whole.words.size(); ++at) {
      for (size_t head = 1; head < size; ++head) {
        if (!Equal(fragment, 0, whole, at, head)) break;
        for (uint32_t gap = 1; gap <= kMaxInside; ++gap) {
          if (!Equal(fragment, head, whole, at + head + gap, size - head)) continue;
          bool degree = false;
          for (size_t w = at + head; w < at + head + gap; ++w) degree |= IsDegree(whole, w);
          pair->change = degree ? FragmentChange::kDegree : FragmentChange::kWords;
          pair->mark = {whole.words[at + head].span.begin,
                        whole.words[at + head + gap - 1].span.end};
          pair->mark_in_whole = true;
          Fill(fragment, whole, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size + gap)},
               pair);
          return true;
        }
      }
    }
    return false;
  }

  // "just with a pinch of salt" and "with a pinch of salt": the fragment has a word of degree more.
  bool MatchDegree(const Run& fragment, const Run& whole, FragmentPair* pair) const {
    const size_t size = fragment.words.size();
    if (size < kMinAfterDegree + 1 || Content(fragment, 0, size) < kMinContent) return false;
    for (size_t extra = 0; extra + 1 < size; ++extra) {
      if (!IsDegree(fragment, extra)) continue;
      const size_t rest = size - extra - 1;
      // At its own front the other side is merely shorter.
      for (size_t at = extra == 0 ? 1 : 0; at + size - 1 <= whole.words.size(); ++at) {
        if (!Equal(fragment, 0, whole, at, extra)) continue;
        if (!Equal(fragment, extra + 1, whole, at + extra, rest)) continue;
        pair->change = FragmentChange::kDegree;
        pair->mark = fragment.words[extra].span;
        Fill(fragment, whole, {static_cast<uint32_t>(at), static_cast<uint32_t>(at + size - 1)},
             pair);
        return true;
      }
    }
    return false;
  }

  // "should be closed" and "will it be closed?": a duty made of a question.
  bool MatchModal(const Run& fragment, const Run& whole, FragmentPair* pair) const {
    const size_t size = fragment.words.size();
    const Modal modal = ModalOf(Norm(fragment, 0));
    if (modal == Modal::kNone || size < 3 || Content(fragment, 1, size) < 1) return false;
    for (size_t at = 1; at + size - 1 <= whole.words.size(); ++at) {
      if (!Equal(fragment, 1, whole, at, size - 1)) continue;
      for (size_t back = 1; back <= std::min<size_t>(at, kModalReach); ++back) {
        const Modal other = ModalOf(Norm(whole, at - back));
        if (other == Modal::kNone) continue;
        if (other == modal) break;
        pair->change = FragmentChange::kModal;
        pair->mark = whole.words[at - back].span;
        pair->mark_in_whole = true;
        Fill(fragment, whole,
             {static_cast<uint32_t>(at - back), static_cast<uint32_t>(at + size - 1)}, pair);
        return true;
      }
    }
    return false;
  }

  // A content word of the fragment's sentence, outside the marks, stands in the other sentence
  // beside the words in common. The speaker's own name says nothing.
  bool SharesTopic(const Run& fragment, const Run& whole, const FragmentPair& pair) const {
    const Analysis &from = comparison_.At(fragment.ref.article),
                   &to = comparison_.At(whole.ref.article);
    const auto usable = [](const Analysis& analysis, QuotationRef ref, uint32_t t, Span part) {
      const Quotation& quotation = analysis.quotations[ref.quotation];
      const Span span = analysis.document.tokens[t].span;
      return analysis.terms[t].content && !part.Overlaps(span) && !quotation.cue.Overlaps(span) &&
             !quotation.speaker.span.Overlaps(span);
    };
    const uint32_t sentence = from.document.tokens[fragment.tokens[0]].sentence;
    const uint32_t of_whole = to.document.tokens[whole.tokens[0]].sentence;
    for (uint32_t t = 0; t < from.document.tokens.size(); ++t) {
      if (from.document.tokens[t].sentence != sentence) continue;
      if (!usable(from, fragment.ref, t, pair.fragment.span)) continue;
      for (uint32_t u = 0; u < to.document.tokens.size(); ++u) {
        if (to.document.tokens[u].sentence != of_whole) continue;
        if (!usable(to, whole.ref, u, pair.whole.span)) continue;
        if (from.terms[t].synonym == to.terms[u].synonym) return true;
      }
    }
    return false;
  }

  // One of the articles has the other's wording too: the speaker said both, or the reader sees
  // both.
  bool IsVerbatim(const Run& fragment, const Run& whole, const FragmentPair& pair) const {
    return Has(whole.ref.article, fragment.ref.article, pair.fragment.span, {}) ||
           Has(fragment.ref.article, whole.ref.article, pair.whole.span, pair.fragment.span);
  }

  // Article `in` has the words of `span`, which is of article `of`, outside `except`.
  bool Has(uint32_t in, uint32_t of, Span span, Span except) const {
    const auto terms = [&](uint32_t article, IndexRange tokens) {
      const Analysis& analysis = comparison_.At(article);
      std::vector<TermId> out;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        const bool left_out = article == in && except.Overlaps(analysis.document.tokens[t].span);
        if (IsDiffWord(analysis, t)) out.push_back(left_out ? 0 : analysis.terms[t].norm);
      }
      return out;
    };
    const std::vector<TermId> wanted = terms(of, comparison_.DocumentOf(of).TokensIn(span));
    const std::vector<TermId> text =
        terms(in, {0, static_cast<uint32_t>(comparison_.DocumentOf(in).tokens.size())});
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end()) != text.end();
  }

  const Comparison& comparison_;
  std::vector<Run> runs_;
};

}  // namespace

std::vector<FragmentPair> FindFragments(const Comparison& comparison) {
  return FragmentFinder(comparison).Find();
}

}  // namespace crossread
