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
    // "Spoke" is a past tense and nothing else, "spoken" no past tense.
    const uint8_t forms = words[static_cast<size_t>(i)].listed.forms;
    const Choice choice = Choose(scores, classes, [&](int tag) {
      if (forms == 0) return true;
      const Morphology& morphology = model.tags()[static_cast<size_t>(tag)].morphology;
      const bool past = morphology == Morphology{VerbForm::kFinite, Tense::kPast, Number::kNone};
      return past == (forms == 1);
    });
    before_that = before;
    before = static_cast<uint8_t>(choice.best);
    (*tags)[static_cast<size_t>(i)] = before;
  }
}

}  // namespace crossread
