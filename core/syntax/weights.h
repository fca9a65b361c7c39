// What the tagger and the parser have learnt: tables of the model file, and how a decision is made.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/syntax/feature.h"

namespace crossread {

inline constexpr int kMostClasses = 128;
inline constexpr int kMostFeatures = 64;  // of one decision

// The weights of one model. A feature is found by its upper 16 bits (a bucket) and its lower 8 (a
// fingerprint): together its whole hash, so that the engine takes no other feature for it than the
// trainer did.
class Weights {
 public:
  // Takes one table from the front of *bytes; false if it is cut or broken. Nothing is parsed: the
  // parts of the file are laid side by side, for fewer cache misses.
  //   u32 features, u32 weights
  //   u8  features in each of 65536 buckets
  //   u8  fingerprint of each feature, u8 number of its weights
  //   u8  class of each weight, i8 its value
  bool Read(std::string_view* bytes, int classes);

  // Adds the weights of `count` features, at most kMostFeatures, to scores[0 … classes).
  void Score(const Feature* features, int count, int32_t* scores) const {
    // Most features have no weights. The filter sorts nearly all of those out, without a branch
    // that a processor could guess wrong and from memory that stays in its nearest cache.
    Feature found[kMostFeatures];
    int hits = 0;
    for (int i = 0; i < count; ++i) {
      const uint32_t bit = features[i] >> kFilterShift;
      found[hits] = features[i];
      hits += static_cast<int>(filter_[bit / 32] >> (bit % 32) & 1);
    }
    for (int i = 0; i < hits; ++i) {
      const uint32_t key = found[i] & 0xFF;
      const uint32_t end = buckets_[(found[i] >> 8) + 1];
      for (uint32_t k = buckets_[found[i] >> 8]; k < end; ++k) {
        if (entries_[k] >> 24 != key) continue;
        const uint32_t last = entries_[k + 1] & kBegin;
        for (uint32_t w = entries_[k] & kBegin; w < last; ++w) {
          scores[weights_[w].klass] += weights_[w].value;
        }
        break;
      }
    }
  }

 private:
  static constexpr uint32_t kBegin = 0xFFFFFF;
  static constexpr int kFilterShift = 5;  // a bit for each 32 of the 2^24 possible features
  struct Weight {
    uint8_t klass;
    int8_t value;
  };

  std::vector<uint32_t> filter_;   // bits: may there be a feature?
  std::vector<uint32_t> buckets_;  // where each begins among the entries
  std::vector<uint32_t> entries_;  // fingerprint << 24 | where its weights begin; and one behind
  std::vector<Weight> weights_;
};

// The best and the second best of the classes that `allowed` lets pass.
struct Choice {
  int best = -1;
  int32_t margin = 0;  // its lead; INT32_MAX where there is no other
};
template <typename Allowed>
Choice Choose(const int32_t* scores, int classes, Allowed allowed) {
  Choice choice;
  int32_t first = INT32_MIN, second = INT32_MIN;
  for (int c = 0; c < classes; ++c) {
    if (!allowed(c)) continue;
    if (choice.best < 0 || scores[c] > first) {
      second = choice.best < 0 ? INT32_MIN : first;
      first = scores[c];
      choice.best = c;
    } else if (scores[c] > second) {
      second = scores[c];
    }
  }
  choice.margin = second == INT32_MIN ? INT32_MAX : first - second;
  return choice;
}

}  // namespace crossread
