// A source inside a relative clause, where another article has the clause in the same words as its
// own: "a van which inspectors say had no brakes" and "a van which had no brakes". The sentences
// around may differ in everything else.
#include <algorithm>
#include <string>
#include <string_view>

#include "core/align/comparison.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;       // thousandths; by hand
constexpr uint32_t kLongest = 7;       // words of the source with its verb
constexpr uint32_t kSameWords = 5;     // of the clause behind it, at least
constexpr uint32_t kContentWords = 2;  // of weight among these
constexpr uint32_t kWindow = 12;       // how far the same words are counted

class InsertedSourceComparer {
 public:
  explicit InsertedSourceComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      const Document& document = comparison_.DocumentOf(a);
      for (const Sentence& sentence : document.sentences) {
        for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
          if (!IsPronoun(document, t)) continue;
          const IndexRange source = SourceBehind(comparison_.At(a), t, sentence.tokens.end);
          if (!source.empty()) FindWithout(a, t, source, sentence.tokens.end);
        }
      }
    }
    return std::move(out_);
  }

 private:
  static std::string_view Norm(const Document& document, uint32_t t) {
    return document.Norm(document.tokens[t]);
  }

  static bool IsPronoun(const Document& document, uint32_t t) {
    const std::string_view norm = Norm(document, t);
    return norm == "which" || norm == "who" || norm == "that";
  }

  // "Inspectors say", "the clerk testified": words of a source, its verb, and a finite verb behind.
  static IndexRange SourceBehind(const Analysis& analysis, uint32_t pronoun, uint32_t end) {
    static const LexiconTable& verbs = Lexicon::English().Table("reporting_verbs.tsv");
    const Document& document = analysis.document;
    bool noun = false;
    for (uint32_t t = pronoun + 1; t < std::min(pronoun + kLongest, end); ++t) {
      if (document.tokens[t].shape != TokenShape::kWord) return {};
      const Upos upos = analysis.syntax.tokens[t].upos;
      if (noun && upos == Upos::kVerb) {
        const LexiconRow* row = verbs.Find(document.Lemma(document.tokens[t]));
        if (row == nullptr || !HasClause(row->column(1)) || t + 1 >= end) return {};
        if (row->column(0) == "denial" || row->column(0) == "plan") return {};
        const Upos next = analysis.syntax.tokens[t + 1].upos;
        if (next != Upos::kVerb && next != Upos::kAux) return {};
        return {pronoun + 1, t + 1};
      }
      if (upos == Upos::kVerb || upos == Upos::kAux) return {};
      noun = noun || upos == Upos::kNoun || upos == Upos::kPropn || upos == Upos::kPron;
    }
    return {};
  }

  static bool HasClause(std::string_view patterns) {
    return (" " + std::string(patterns) + " ").find(" clause ") != std::string::npos;
  }

  void FindWithout(uint32_t a, uint32_t pronoun, IndexRange source, uint32_t end) {
    for (uint32_t b = 0; b < comparison_.articles.size(); ++b) {
      if (a == b) continue;
      const Document& document = comparison_.DocumentOf(b);
      for (uint32_t s = 0; s < document.sentences.size(); ++s) {
        const IndexRange sentence = document.sentences[s].tokens;
        for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
          if (!IsPronoun(document, t)) continue;
          const uint32_t words = SameWords(a, {source.end, end}, b, {t + 1, sentence.end});
          if (words == 0 || IsReport(comparison_.At(b), s, t + 1)) continue;
          Add(a, {pronoun, source.end + words}, source, b, {t, t + 1 + words});
          break;
        }
      }
    }
  }

  // How many words both clauses begin with alike; 0 if too few, or too few of weight.
  uint32_t SameWords(uint32_t a, IndexRange x, uint32_t b, IndexRange y) const {
    const Analysis &in_a = comparison_.At(a), &in_b = comparison_.At(b);
    uint32_t same = 0, content = 0;
    while (same < std::min({x.size(), y.size(), kWindow})) {
      const uint32_t i = x.begin + same, j = y.begin + same;
      if (in_a.document.tokens[i].shape != TokenShape::kWord) break;
      if (Norm(in_a.document, i) != Norm(in_b.document, j)) break;
      content += in_a.terms[i].content;
      ++same;
    }
    return same >= kSameWords && content >= kContentWords ? same : 0;
  }

  // The clause is somebody's words here as well: in marks, or in a report that reaches over it.
  static bool IsReport(const Analysis& analysis, uint32_t sentence, uint32_t token) {
    const Span word = analysis.document.tokens[token].span;
    const Span whole = analysis.document.sentences[sentence].span;
    return std::any_of(
        analysis.quotations.begin(), analysis.quotations.end(), [&](const Quotation& quotation) {
          if (quotation.kind == QuotationKind::kIndirect && quotation.Extent().Overlaps(whole))
            return true;
          return std::any_of(quotation.content.begin(), quotation.content.end(),
                             [&](Span content) { return content.Contains(word); });
        });
  }

  void Add(uint32_t a, IndexRange with, IndexRange source, uint32_t b, IndexRange without) {
    const Document &in_a = comparison_.DocumentOf(a), &in_b = comparison_.DocumentOf(b);
    Difference difference;
    difference.kind = DifferenceKind::kAttribution;
    difference.pair = kNoPair;
    difference.a = {a, in_a.SpanOf(with)};
    difference.b = {b, in_b.SpanOf(without)};
    difference.mark_a = in_a.SpanOf(source);
    difference.mark_b = difference.b.span;
    difference.sources = SourceShift::kClause;
    difference.score = kScore;
    difference.value_a = std::string(in_a.Text(difference.mark_a));
    difference.value_b = "asserted";
    if (b < a) {
      std::swap(difference.a, difference.b);
      std::swap(difference.mark_a, difference.mark_b);
      std::swap(difference.value_a, difference.value_b);
    }
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareInsertedSources(const Comparison& comparison) {
  return InsertedSourceComparer(comparison).Run();
}

}  // namespace crossread
