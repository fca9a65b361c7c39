// A quotation that ends, or begins, as a whole sentence where the speaker went on: "We will sign."
// of "We will sign if they leave." Merely shorter is no finding.
#include <algorithm>
#include <set>

#include "core/align/occasion.h"
#include "core/align/word_diff.h"
#include "core/base/utf8.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

constexpr uint32_t kMinWords = 3;         // that stayed
constexpr uint32_t kMinSimilarity = 900;  // thousandths: what stayed is not reworded
constexpr uint32_t kPivotScore = 800;

uint32_t WordsThatStayed(const QuotationPair& pair) {
  uint32_t words = 0;
  for (const WordEdit& edit : pair.edits) words += edit.kind == EditKind::kSame ? edit.words : 0;
  return words;
}

// The other article has the words that were cut somewhere else: they are not lost.
bool IsElsewhere(const Comparison& comparison, const QuotationPair& pair, const QuoteCut& cut) {
  return std::any_of(comparison.utterances.pairs.begin(), comparison.utterances.pairs.end(),
                     [&](const QuotationPair& other) {
                       if (other.a.article != pair.a.article || other.b.article != pair.b.article)
                         return false;
                       const Span part = cut.of_a ? other.part_a.span : other.part_b.span;
                       return &other != &pair && part.Overlaps(cut.words);
                     });
}

// The paragraph of `part` tells what was cut in its own words: “We will sign,” she said, if they
// leave.
bool IsToldInWords(const Comparison& comparison, const Place& cut, const Place& part) {
  const Analysis &from = comparison.At(cut.article), &to = comparison.At(part.article);
  const Document& document = to.document;
  const uint32_t block = document.sentences[document.SentenceAt(part.span.begin)].block;
  std::set<TermId> told;
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const Token& token = document.tokens[t];
    if (document.sentences[token.sentence].block != block || part.span.Contains(token.span))
      continue;
    if (to.terms[t].content) told.insert(to.terms[t].synonym);
  }
  const IndexRange tokens = from.document.TokensIn(cut.span);
  uint32_t words = 0, found = 0;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (!from.terms[t].content) continue;
    ++words;
    found += static_cast<uint32_t>(told.count(from.terms[t].synonym));
  }
  return found >= 2 && found * 3 >= words * 2;
}

std::vector<DiffWord> WordsIn(const Analysis& analysis, Span span, Span without) {
  std::vector<DiffWord> words;
  const IndexRange tokens = analysis.document.TokensIn(span);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (IsDiffWord(analysis, t) && !without.Contains(analysis.document.tokens[t].span))
      words.push_back(ReadDiffWord(analysis, t));
  }
  return words;
}

// The speaker says what was cut in another run of words, inside marks or reported: “We left,” she
// said. “… We had to.”
bool IsSaidBeside(const Comparison& comparison, const Place& cut, Span pivot, const Place& part,
                  QuotationRef of_part) {
  const std::vector<DiffWord> words = WordsIn(comparison.At(cut.article), cut.span, pivot);
  size_t content = 0;
  for (const DiffWord& word : words) content += word.content;
  if (content == 0) return false;
  const uint32_t quotations = static_cast<uint32_t>(comparison.At(part.article).quotations.size());
  for (uint32_t q = 0; q < quotations; ++q) {
    const QuotationRef ref{part.article, q};
    if (!(ref == of_part) && !SameSpeaker(comparison, ref, of_part)) continue;
    for (const Span said : comparison.At(ref).content) {
      const std::vector<DiffWord> others = WordsIn(comparison.At(part.article), said, part.span);
      const auto matches = AlignWords(words, others);
      size_t found = 0;
      for (const auto& match : matches) found += words[match.first].content;
      if (found == content && matches.size() * 3 >= words.size() * 2) return true;
    }
  }
  return false;
}

// Where one speaker's words are cut without a mark, so that a reader takes them for the whole.
bool Misleads(const Comparison& comparison, const QuotationPair& pair, const QuoteCut& cut) {
  if (pair.similarity < (pair.same_speaker ? kMinSimilarity : 1000)) return false;
  if (WordsThatStayed(pair) < kMinWords || !cut.closed || cut.marked || cut.pivot.empty())
    return false;
  const Place &whole = cut.of_a ? pair.part_a : pair.part_b,
              &part = cut.of_a ? pair.part_b : pair.part_a;
  const Place words{whole.article, cut.words};
  return !IsElsewhere(comparison, pair, cut) && !IsToldInWords(comparison, words, part) &&
         !IsSaidBeside(comparison, words, cut.pivot, part, cut.of_a ? pair.b : pair.a) &&
         !MayBeTwoOccasions(comparison, pair);
}

void AddSide(const Place& place, const std::string& label, std::vector<Span> marks,
             Finding* finding) {
  ValueGroup group;
  group.label = group.value = label;
  group.articles = {place.article};
  finding->evidence.push_back(
      {place, static_cast<uint32_t>(finding->groups.size()), std::move(marks)});
  finding->groups.push_back(std::move(group));
}

void Report(const Comparison& comparison, const QuotationPair& pair, const QuoteCut& cut,
            std::vector<Finding>* findings) {
  Place whole = cut.of_a ? pair.part_a : pair.part_b;
  const Place part = cut.of_a ? pair.part_b : pair.part_a;
  whole.span.begin = std::min(whole.span.begin, cut.words.begin);
  whole.span.end = std::max(whole.span.end, cut.words.end);
  Finding finding;
  const std::string pivot = Fold(comparison.DocumentOf(whole.article).Text(cut.pivot));
  const bool turns = cut.effect != "contrast" && cut.effect != "limit";
  finding.severity = turns ? Severity::kHigh : Severity::kMedium;
  finding.score = kPivotScore;
  AddSide(whole, std::string(comparison.Text(whole)), {cut.words}, &finding);
  AddSide(part, std::string(comparison.Text(part)), {}, &finding);
  finding.message = comparison.articles[part.article].label + " quotes " + Quote(comparison, part) +
                    "; in " + comparison.articles[whole.article].label +
                    (cut.front ? " the sentence begins with " : " it goes on with ") +
                    Quote(comparison, {whole.article, cut.words}) + ".";
  finding.reason = "cut inside a sentence without … or [ ], at the " + std::string(cut.effect) +
                   " “" + pivot + "”";
  findings->push_back(std::move(finding));
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const QuotationPair& pair : comparison.utterances.pairs) {
    for (const QuoteCut& cut : pair.cuts) {
      if (Misleads(comparison, pair, cut)) Report(comparison, pair, cut, findings);
    }
  }
}

}  // namespace

extern const Check kQuoteTruncated = {"quote_truncated", Family::kQuote,
                                      "a quotation cut where the sentence turns", Run};

}  // namespace crossread
