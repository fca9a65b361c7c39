// Reported speech that stands inside quotation marks elsewhere: "he said that he had told her" and
// “I told her,” he said. Person and tense follow the frame, so words are compared without them.
#include <algorithm>
#include <map>
#include <string_view>

#include "core/align/comparison.h"
#include "core/align/word_diff.h"
#include "core/base/hash.h"

namespace crossread {
namespace {

constexpr uint32_t kSameWords = 720;       // similarity, thousandths: a translation, not a summary
constexpr uint32_t kMinShared = 4;         // words in common
constexpr uint32_t kMinSharedContent = 3;  // of them content words; names and pronouns aside
// Or hardly a word exchanged, and enough of them that it can't be chance.
constexpr uint32_t kVerbatim = 940;      // similarity, thousandths
constexpr uint32_t kVerbatimShared = 7;  // words in common
constexpr uint32_t kMaxWords = 80;

// "I", "we" and "he"; "my" and "his"; "will" and "would" are one here.
TermId FreeOfPerson(const Analysis& analysis, uint32_t t, TermId term) {
  const std::string_view norm = analysis.document.Norm(analysis.document.tokens[t]);
  for (const std::string_view word : {"i", "we", "he", "she", "they"}) {
    if (norm == word) return Fnv1a("#subject");
  }
  for (const std::string_view word : {"me", "us", "him", "them"}) {
    if (norm == word) return Fnv1a("#object");
  }
  for (const std::string_view word : {"my", "our", "his", "her", "their"}) {
    if (norm == word) return Fnv1a("#possessive");
  }
  if (norm == "would" || norm == "will" || norm == "'ll") return Fnv1a("will");
  if (norm == "could" || norm == "can") return Fnv1a("can");
  if (norm == "might" || norm == "may") return Fnv1a("may");
  // A reporter exchanges words for others that say the same: "briefed", "informed".
  const Upos upos = analysis.syntax.tokens[t].upos;
  const bool exchanged = upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kNoun;
  return exchanged ? analysis.terms[t].synonym : term;
}

// A sentence of reported speech, or one inside marks.
struct Speech {
  QuotationRef ref;
  std::vector<DiffWord> words;
};

class SpeechReader {
 public:
  SpeechReader(const Analysis& analysis, QuotationRef ref) : analysis_(analysis), ref_(ref) {}

  std::vector<Speech> Read() {
    for (const Span content : analysis_.quotations[ref_.quotation].content) {
      const IndexRange tokens = analysis_.document.TokensIn(content);
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (analysis_.document.tokens[t].sentence != sentence_) Flush();
        sentence_ = analysis_.document.tokens[t].sentence;
        if (IsDiffWord(analysis_, t)) Add(t);
      }
    }
    Flush();
    return std::move(out_);
  }

 private:
  void Add(uint32_t t) {
    DiffWord word = ReadDiffWord(analysis_, t);
    const std::string_view norm = analysis_.document.Norm(analysis_.document.tokens[t]);
    // "He said it was late and that they left": the second "that" belongs to the frame; "had told"
    // is "told".
    if (norm == "that" || analysis_.document.Lemma(analysis_.document.tokens[t]) == "have") return;
    word.term = FreeOfPerson(analysis_, t, word.term);
    speech_.words.push_back(word);
  }

  void Flush() {
    speech_.ref = ref_;
    if (!speech_.words.empty() && speech_.words.size() <= kMaxWords)
      out_.push_back(std::move(speech_));
    speech_ = {};
  }

  const Analysis& analysis_;
  const QuotationRef ref_;
  Speech speech_;
  uint32_t sentence_ = UINT32_MAX;
  std::vector<Speech> out_;
};

class ReportFinder {
 public:
  explicit ReportFinder(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<ReportedPair> Run() {
    std::vector<Speech> reported, quoted;
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      const auto& quotations = comparison_.At(a).quotations;
      for (uint32_t q = 0; q < quotations.size(); ++q) {
        if (quotations[q].kind == QuotationKind::kMixed) continue;
        const bool direct = quotations[q].kind == QuotationKind::kDirect;
        for (Speech& speech : SpeechReader(comparison_.At(a), {a, q}).Read()) {
          (direct ? quoted : reported).push_back(std::move(speech));
        }
      }
    }
    // Who shares two content words is looked at.
    std::map<TermId, std::vector<uint32_t>> having;
    for (uint32_t s = 0; s < quoted.size(); ++s) {
      for (const DiffWord& word : quoted[s].words) {
        if (word.content) having[word.synonym].push_back(s);
      }
    }
    std::vector<ReportedPair> out;
    for (const Speech& speech : reported) {
      std::map<uint32_t, uint32_t> shared;
      for (const DiffWord& word : speech.words) {
        const auto list = having.find(word.synonym);
        if (!word.content || list == having.end()) continue;
        for (const uint32_t s : list->second) ++shared[s];
      }
      for (const auto& [s, words] : shared) {
        if (words >= 2) Judge(speech, quoted[s], &out);
      }
    }
    return out;
  }

 private:
  void Judge(const Speech& reported, const Speech& quoted, std::vector<ReportedPair>* out) const {
    if (reported.ref.article == quoted.ref.article) return;
    if (!SameSpeaker(comparison_, reported.ref, quoted.ref)) return;
    const auto matches = AlignWords(reported.words, quoted.words);
    uint32_t content = 0;
    for (const auto& match : matches) content += reported.words[match.first].content;
    const size_t words = reported.words.size() + quoted.words.size();
    const uint32_t similarity = static_cast<uint32_t>(2000 * matches.size() / words);
    const bool verbatim = similarity >= kVerbatim && matches.size() >= kVerbatimShared;
    if (matches.size() < kMinShared || similarity < kSameWords) return;
    if (content < kMinSharedContent && !verbatim) return;
    out->push_back({reported.ref,
                    quoted.ref,
                    {reported.ref.article, SpanOf(reported)},
                    {quoted.ref.article, SpanOf(quoted)},
                    similarity,
                    static_cast<uint32_t>(matches.size())});
  }

  static Span SpanOf(const Speech& speech) {
    return {speech.words.front().span.begin, speech.words.back().span.end};
  }

  const Comparison& comparison_;
};

}  // namespace

std::vector<ReportedPair> FindReportedSpeech(const Comparison& comparison) {
  return ReportFinder(comparison).Run();
}

}  // namespace crossread
