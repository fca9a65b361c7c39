#include "core/checks/score.h"

#include <algorithm>

#include "core/checks/score_weights.h"

namespace crossread {
namespace {

// 1000 / (1 + e^-x) for x = 0, 1/4, …, 5.
constexpr uint32_t kLogistic[] = {500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924,
                                  940, 953, 963, 971, 977, 982, 986, 989, 991, 993};
constexpr int kUnit = 64;  // of the weights: steps of log-odds
constexpr int kStep = kUnit / 4;

}  // namespace

ScoreFeatures ScoreFeaturesOf(const Finding& finding) {
  uint32_t most = 0, least = UINT32_MAX, articles = 0;
  for (const ValueGroup& group : finding.groups) {
    most = std::max(most, group.origins);
    least = std::min(least, group.origins);
    articles = std::max(articles, static_cast<uint32_t>(group.articles.size()));
  }
  bool within = finding.groups.size() > 1;
  for (const ValueGroup& group : finding.groups)
    within = within && group.articles == finding.groups[0].articles && articles == 1;
  const auto is = [&](std::initializer_list<Family> families) {
    return std::find(families.begin(), families.end(), finding.family) != families.end() ? 1 : 0;
  };
  return {
      1,
      static_cast<int>(finding.score / 50),  // strength, 0 to 20
      finding.of_copy ? 1 : 0,               // a sentence that was edited
      within ? 1 : 0,                        // one article, at odds with itself
      static_cast<int>(std::min<uint32_t>(most, 4)) - 1,
      least == UINT32_MAX ? 0 : static_cast<int>(std::min<uint32_t>(least, 3)) - 1,
      static_cast<int>(std::min<size_t>(finding.groups.size(), 5)) - 2,  // sides beyond two
      is({Family::kQuote, Family::kQuoteAttribution}),
      is({Family::kName, Family::kRole}),
      is({Family::kNumber, Family::kDate}),
      is({Family::kPolarity, Family::kStatus, Family::kModality}),
      is({Family::kEntity, Family::kPlace, Family::kParticipants}),
  };
}

uint32_t ScoreOf(const ScoreFeatures& features) {
  int odds = 0;
  for (size_t f = 0; f < features.size(); ++f) odds += features[f] * kScoreWeights[f];
  const int last = static_cast<int>(std::size(kLogistic)) - 1;
  const int at = std::min((odds < 0 ? -odds : odds), last * kStep);
  // Between two steps in a line, so that a little more evidence is a little more score.
  const int step = std::min(at / kStep, last - 1), rest = at - step * kStep;
  const uint32_t score = kLogistic[step] + (kLogistic[step + 1] - kLogistic[step]) *
                                               static_cast<uint32_t>(rest) / kStep;
  return odds < 0 ? 1000 - score : score;
}

}  // namespace crossread
