// Whom each pronoun means: the sum of the weights of a candidate's features is its score, and the
// best one is taken if it leads every other thing by enough. The weights are learnt from a treebank
// (tools/train/pronouns.py); agreement in gender and number, and what binding rules out, is not
// weighed but asked before (pronoun_candidates.cpp).
#include "core/extract/pronouns.h"

#include <algorithm>
#include <map>

#include "core/extract/pronoun_candidates.h"
#include "core/extract/pronoun_weights.h"

namespace crossread {
namespace {

// How far the best must lead the next thing, in 1/64 of a unit of log-odds. By the figures in
// docs/entities.md: a wrong person is worse than none.
constexpr int kLead[] = {48, 48, 96, 96};  // by PronounKind

int ScoreOf(const PronounCandidate& candidate) {
  int score = 0;
  for (const uint16_t feature : candidate.features) {
    if (feature < std::size(kPronounWeights)) score += kPronounWeights[feature];
  }
  return score;
}

// Further off than this, in sentences, a writer of news names a person again, if another stands
// between that the pronoun fits. (Lives, most of what the weights are learnt from, do not.)
constexpr uint32_t kFar = 2;

struct Leader {
  uint32_t entity = kNoEntity;  // the best; kNoEntity if what is best has no name
  bool leads = false;           // by enough
};

Leader Best(const PronounReader& reader, const Pronoun& pronoun,
            const std::vector<PronounCandidate>& candidates) {
  uint32_t best = kNoEntity;
  int top = INT32_MIN, second = INT32_MIN;  // scores of the best and of the best that is not it
  for (const PronounCandidate& candidate : candidates) {
    const bool none = candidate.antecedent == PronounCandidate::kNone;
    const uint32_t entity = none ? kNoEntity : reader.antecedents()[candidate.antecedent].entity;
    const int score = ScoreOf(candidate);
    if (score > top) {
      if (entity != best || best == kNoEntity) second = top;
      top = score;
      best = entity;
    } else if (score > second && (entity != best || best == kNoEntity)) {
      second = score;
    }
  }
  uint32_t nearest = UINT32_MAX, nearest_other = UINT32_MAX;
  for (const PronounCandidate& candidate : candidates) {
    if (candidate.antecedent == PronounCandidate::kNone) continue;
    const Antecedent& antecedent = reader.antecedents()[candidate.antecedent];
    const uint32_t apart = reader.SentencesBetween(antecedent, pronoun);
    if (antecedent.entity == best) {
      nearest = std::min(nearest, apart);
    } else if (antecedent.kind == Antecedent::Kind::kName) {
      nearest_other = std::min(nearest_other, apart);
    }
  }
  if (nearest >= kFar && nearest_other + 1 < nearest) return {};
  const bool leads = second == INT32_MIN || top - second >= kLead[static_cast<int>(pronoun.kind)];
  return {best, best != kNoEntity && leads};
}

}  // namespace

std::vector<Pronoun> ResolvePronouns(const Document& document, const Syntax& syntax,
                                     const Mentions& mentions,
                                     const std::vector<Quotation>& quotations) {
  PronounReader reader(document, syntax, mentions, quotations);
  for (uint32_t p = 0; p < reader.pronouns().size(); ++p) {
    const Leader leader = Best(reader, reader.pronouns()[p], reader.Candidates(p));
    reader.Settle(p, leader.leads ? leader.entity : kNoEntity, leader.entity);
  }
  return reader.pronouns();
}

}  // namespace crossread
