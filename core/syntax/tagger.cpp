#include "core/syntax/tagger.h"

#include <algorithm>

#include "core/syntax/tag_features.h"

namespace crossread {

void TagWords(const Model& model, const std::vector<WordForm>& words, std::vector<uint8_t>* tags) {
  const int count = static_cast<int>(words.size());
  const int classes = static_cast<int>(model.tags().size());
  tags->assign(words.size(), kNoTag);
  uint8_t before = kNoTag, before_that = kNoTag;
  for (int i = 0; i < count; ++i) {
    Feature features[kTagFeatures];
    TagFeatures(words.data(), count, i, before, before_that, features);
    int32_t scores[kMostClasses];
    std::fill_n(scores, classes, 0);
    model.tagger().Score(features, kTagFeatures, scores);
    const Choice choice = Choose(scores, classes, [](int) { return true; });
    before_that = before;
    before = static_cast<uint8_t>(choice.best);
    (*tags)[static_cast<size_t>(i)] = before;
  }
}

}  // namespace crossread
