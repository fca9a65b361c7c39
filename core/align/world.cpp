// Whose words two claims are: the article's own, or a source's.
#include "core/align/comparison.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// "Records show that …": the article itself says it, and names its evidence.
bool IsEvidence(const Comparison& comparison, QuotationRef ref) {
  static const LexiconTable& evidence = Lexicon::English().Table("evidence.txt");
  const Speaker& speaker = comparison.At(ref).speaker;
  if (speaker.kind == SpeakerKind::kNamed || speaker.span.empty()) return false;
  const Document& document = comparison.DocumentOf(ref.article);
  const IndexRange tokens = document.TokensIn(speaker.span);
  return !tokens.empty() && evidence.Has(document.Lemma(document.tokens[tokens.end - 1]));
}

// The quotation whose speaker vouches for a claim, or nothing if the article does.
bool IsReported(const Comparison& comparison, ClaimRef claim, QuotationRef* by) {
  *by = {claim.article, comparison.At(claim).quotation};
  return by->quotation != kNoQuotation && !IsEvidence(comparison, *by);
}

bool IsNamed(const Speaker& speaker) {
  return speaker.kind == SpeakerKind::kNamed || speaker.kind == SpeakerKind::kOrganisation;
}

}  // namespace

World WorldOf(const Comparison& comparison, ClaimRef a, ClaimRef b) {
  QuotationRef by_a, by_b;
  const bool reported_a = IsReported(comparison, a, &by_a),
             reported_b = IsReported(comparison, b, &by_b);
  if (!reported_a && !reported_b) return World::kBothAsserted;
  if (!reported_a || !reported_b) return World::kMixed;
  if (SameSpeaker(comparison, by_a, by_b)) return World::kSameSource;
  // "The chief" and "Brannock" may be one; only two names are surely two, or two parties.
  const bool two = IsNamed(comparison.At(by_a).speaker) && IsNamed(comparison.At(by_b).speaker);
  return two || AreTwoParties(comparison, by_a, by_b) ? World::kOtherSources : World::kMixed;
}

}  // namespace crossread
