// What the tagger and the parser look at, as 32-bit hashes. The trainer (tools/train) and the
// engine share this file and the templates in tag_features.h and parse_features.h: a model is valid
// for one kFeatureVersion only.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/ascii.h"

namespace crossread {

// Raised whenever a template, a hash or a shape changes: older models are refused then.
inline constexpr uint32_t kFeatureVersion = 5;

using Feature = uint32_t;  // of 24 bits: the upper 16 say where to look, the lower 8 what for

constexpr uint32_t Mix(uint32_t a, uint32_t b) {
  uint64_t h = (uint64_t{a} << 32 | b) * 0x9E3779B97F4A7C15u;
  h ^= h >> 29;
  h *= 0xBF58476D1CE4E5B9u;
  return static_cast<uint32_t>(h >> 32);
}
template <typename... Rest>
constexpr uint32_t Mix(uint32_t a, uint32_t b, Rest... rest) {
  return Mix(Mix(a, b), static_cast<uint32_t>(rest)...);
}

enum WordShape : uint8_t {
  kShapeCapital = 1,   // begins with a capital
  kShapeCapitals = 2,  // has no lower-case letter, and two capitals
  kShapeDigit = 4,
  kShapeHyphen = 8,
  kShapeMark = 16,   // has neither letter nor digit
  kShapeFirst = 32,  // the sentence's first word
  kShapeComma = 64,
  kShapeQuote = 128,  // a double quotation mark, straight or curly
};

// What the word lists say of a word (word_lists.h).
struct ListedWord {
  uint8_t lists = 0;  // the lists that have it
  uint8_t classes =
      0;  // word_classes.tsv: its classes in four bits, and which is usual; 0: not there
  uint8_t forms = 0;  // verb_forms.tsv: 1 only a past tense, 2 only a participle. No feature.
};

// A token as the models see it: without case, digits alike.
struct WordForm {
  uint32_t word = 0;
  uint32_t suffix[4] = {};  // of 1 to 4 bytes; shorter words have themselves
  uint32_t prefix = 0;      // of 3 bytes
  uint8_t shape = 0;
  ListedWord listed;
};

// In: a token's text, valid UTF-8, not empty; WordListsOf() it. Cost: O(length).
WordForm ReadWordForm(std::string_view token, ListedWord listed, bool first);

}  // namespace crossread
