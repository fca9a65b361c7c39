// The templates of the tagger. Greedy, left to right: the two tags before are known.
#pragma once

#include "core/syntax/feature.h"

namespace crossread {

inline constexpr int kTagFeatures = 34;
inline constexpr uint8_t kNoTag = 255;

// `words` has `count` entries; t1 and t2 are the tags of the words one and two before `i`, or
// kNoTag. Writes kTagFeatures hashes.
inline void TagFeatures(const WordForm* words, int count, int i, uint8_t t1, uint8_t t2,
                        Feature* out) {
  static constexpr WordForm kNone{};
  const auto at = [&](int k) -> const WordForm& { return k >= 0 && k < count ? words[k] : kNone; };
  const WordForm& w = at(i);
  const WordForm& before = at(i - 1);
  const WordForm& after = at(i + 1);
  uint32_t n = 0;
  const auto add = [&](auto... parts) {
    out[n] = Mix(n + 1, static_cast<uint32_t>(parts)...) >> 8;
    ++n;
  };
  add(0);
  add(w.word);
  add(w.suffix[0], w.shape);
  add(w.suffix[1]);
  add(w.suffix[2]);
  add(w.suffix[3]);
  add(w.prefix);
  add(w.shape);
  add(w.shape, t1);
  add(t1);
  add(t2, t1);
  add(t1, w.word);
  add(t1, w.suffix[2]);
  add(t2, t1, w.suffix[1]);
  add(before.word);
  add(before.word, w.word);
  add(at(i - 2).word);
  add(after.word);
  add(after.suffix[2]);
  add(after.suffix[1], w.suffix[2]);
  add(w.word, after.word);
  add(t1, after.word);
  add(at(i + 2).word);
  add(after.shape, w.shape);
  add(before.suffix[2], w.suffix[2]);
  add(t1, w.suffix[1], after.suffix[1]);
  add(w.listed.lists, w.shape);
  add(w.listed.lists, t1, w.suffix[1]);
  add(w.listed.lists, after.listed.lists, w.suffix[1]);
  add(w.listed.lists, before.listed.lists, t1);
  add(w.listed.classes, w.suffix[1]);
  add(w.listed.classes, t1, w.suffix[0]);
  add(w.listed.classes, t1, after.listed.classes);
  add(w.listed.classes, before.listed.classes, t1);
}

}  // namespace crossread
