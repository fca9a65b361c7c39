// Who stands for what an article opens with: its first sentence is a report of an unnamed source
// here, and of a person or a body that is named in another article. First sentences of one event
// tell the same whatever their words, so no claims need line up.
#include "core/align/lead_sources.h"

#include <algorithm>

#include "core/align/sources.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// By hand: content words that both sentences have, sources aside; fewer if one is what happens.
constexpr uint32_t kShared = 5;
constexpr uint32_t kSharedWithVerb = 3;
constexpr uint32_t kScore = 700;

struct Lead {
  uint32_t sentence = UINT32_MAX;  // none, or nobody's report
  Source source;
};

class LeadComparer {
 public:
  explicit LeadComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) leads_.push_back(Read(a));
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(leads_.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        if (AreTwoSources(a, b) && AreOneReport(a, b)) Add(a, b);
      }
    }
    return std::move(out_);
  }

 private:
  // The first sentence of the first paragraph, if all of it up to its source is that source's word.
  Lead Read(uint32_t article) const {
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    for (const Claim& claim : analysis.claims.claims) {
      const Sentence& sentence = document.sentences[claim.sentence];
      if (document.blocks[sentence.block].kind != BlockKind::kParagraph) continue;
      if (claim.quotation == kNoQuotation) return {};
      const Quotation& quotation = analysis.quotations[claim.quotation];
      if (quotation.kind != QuotationKind::kIndirect) return {};
      return {claim.sentence, SourceOf(analysis, claim)};
    }
    return {};
  }

  bool AreTwoSources(uint32_t a, uint32_t b) const {
    const Lead &x = leads_[a], &y = leads_[b];
    if (x.sentence == UINT32_MAX || y.sentence == UINT32_MAX) return false;
    const bool unnamed_x = x.source.kind == SourceKind::kUnnamed,
               unnamed_y = y.source.kind == SourceKind::kUnnamed;
    if (unnamed_x == unnamed_y) return false;
    const Lead& named = unnamed_x ? y : x;
    const Analysis& analysis = comparison_.At(unnamed_x ? b : a);
    if (named.source.kind != SourceKind::kOther || named.source.medium) return false;
    if (!IsSomebody(analysis, named.source)) return false;
    // "Officials" may be those who were not named.
    const IndexRange words = analysis.document.TokensIn(named.source.words);
    return !HasAnonymousNoun(analysis.document, words) &&
           CountSharedWords(comparison_.At(a), Words(a), comparison_.At(b), Words(b)) == 0;
  }

  IndexRange Words(uint32_t article) const {
    return comparison_.DocumentOf(article).TokensIn(leads_[article].source.words);
  }

  bool AreOneReport(uint32_t a, uint32_t b) const {
    const std::vector<TermId> x = Terms(a, false), y = Terms(b, false);
    const uint32_t shared = CountCommon(x, y);
    if (shared >= kShared) return true;
    return shared >= kSharedWithVerb && CountCommon(Terms(a, true), Terms(b, true)) > 0;
  }

  static uint32_t CountCommon(const std::vector<TermId>& x, const std::vector<TermId>& y) {
    std::vector<TermId> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    return static_cast<uint32_t>(both.size());
  }

  // Content words of the sentence but for its source, sorted; or alone its verbs of doing.
  std::vector<TermId> Terms(uint32_t article, bool verbs) const {
    static const LexiconTable& common = Lexicon::English().Table("common_verbs.txt");
    static const LexiconTable& reporting = Lexicon::English().Table("reporting_verbs.tsv");
    const Analysis& analysis = comparison_.At(article);
    const IndexRange tokens = analysis.document.sentences[leads_[article].sentence].tokens;
    std::vector<TermId> terms;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!analysis.terms[t].content || Words(article).Contains(t)) continue;
      const std::string_view lemma = analysis.document.Lemma(analysis.document.tokens[t]);
      if (reporting.Has(lemma)) continue;
      if (verbs && (analysis.syntax.tokens[t].upos != Upos::kVerb || common.Has(lemma))) continue;
      terms.push_back(analysis.terms[t].synonym);
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
  }

  void Add(uint32_t a, uint32_t b) {
    Difference difference;
    difference.kind = DifferenceKind::kAttribution;
    difference.pair = kNoPair;
    difference.a = {a, leads_[a].source.words};
    difference.b = {b, leads_[b].source.words};
    difference.mark_a = difference.a.span;
    difference.mark_b = difference.b.span;
    difference.world = World::kSameSource;
    difference.sources = SourceShift::kOther;
    difference.unnamed_a = leads_[a].source.kind == SourceKind::kUnnamed;
    difference.value_a = NameOf(leads_[a].source);
    difference.value_b = NameOf(leads_[b].source);
    difference.score = kScore;
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  std::vector<Lead> leads_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareLeadSources(const Comparison& comparison) {
  return LeadComparer(comparison).Run();
}

}  // namespace crossread
