#include "core/syntax/parser.h"

#include <algorithm>

namespace crossread {
namespace {

// The unit of Arc::margin. By hand: half of the decisions of news text lead by more than 255 of it.
constexpr int32_t kMarginUnit = 4;

}  // namespace

void Parser::Parse(const std::vector<WordForm>& words, const std::vector<uint8_t>& tags,
                   std::vector<Arc>* arcs) {
  const int labels = static_cast<int>(model_.labels().size());
  state_.Reset(words);
  arcs->assign(words.size(), {});
  while (!state_.IsOver()) {
    if (state_.stack.empty()) {  // nothing else can be done
      state_.Shift();
      continue;
    }
    Feature features[kParseFeatures];
    ParseFeatures(state_, words.data(), tags.data(), features);
    int32_t scores[kMostClasses];
    std::fill_n(scores, model_.transitions(), 0);
    model_.parser().Score(features, kParseFeatures, scores);
    const bool can[3] = {state_.CanShift(), state_.CanLeft(), state_.CanRight()};
    const Choice choice = Choose(scores, model_.transitions(), [&](int c) {
      return c == 0 ? can[0] : c <= labels ? can[1] : can[2];
    });
    if (choice.best == 0) {
      state_.Shift();
      continue;
    }
    const bool is_left = choice.best <= labels;
    const uint8_t label = static_cast<uint8_t>((choice.best - 1) % labels);
    const size_t child = static_cast<size_t>(state_.Top(0));
    (*arcs)[child] = {is_left ? state_.next : state_.Top(1), label,
                      static_cast<uint8_t>(std::clamp(choice.margin / kMarginUnit, 0, 255))};
    is_left ? state_.Left(label) : state_.Right(label);
  }
}

}  // namespace crossread
