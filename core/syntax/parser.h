// Dependencies: a greedy arc-hybrid parser over tags, with the margin of each decision. Evidence
// for the stages above, never a gate: one arc in five is wrong.
#pragma once

#include <cstdint>
#include <vector>

#include "core/syntax/model.h"
#include "core/syntax/parse_features.h"

namespace crossread {

struct Arc {
  int head = -1;  // the index of the word that it depends on, or the number of words for the root
  uint8_t label = kNoLabel;  // of model.labels()
  uint8_t margin = 0;        // how far the decision led the next best one, 0 to 255
};

// Keeps its memory from sentence to sentence.
class Parser {
 public:
  explicit Parser(const Model& model) : model_(model) {}

  // One arc a word; each sentence is a tree with one root. Cost: O(words * features).
  void Parse(const std::vector<WordForm>& words, const std::vector<uint8_t>& tags,
             std::vector<Arc>* arcs);

 private:
  const Model& model_;
  ParseState state_;
};

}  // namespace crossread
