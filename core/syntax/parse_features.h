// The templates of the parser and the state that they look at. Arc-hybrid: SHIFT; LEFT makes the
// top of the stack a dependent of the next word; RIGHT makes it one of the word below it. The root
// stands behind the last word (Kuhlmann et al. 2011; Goldberg and Nivre 2013).
#pragma once

#include <cstdint>
#include <vector>

#include "core/syntax/feature.h"

namespace crossread {

inline constexpr uint8_t kNoLabel = 255;

struct ParseState {
  int count = 0;           // words; the root is word `count`
  std::vector<int> stack;  // its top is the last
  int next = 0;            // the first word not yet on the stack
  std::vector<int> head;   // -1 where not yet known
  std::vector<uint8_t> label;
  std::vector<int> left, left2, right, right2;  // outermost and second outermost dependents, or -1
  std::vector<uint8_t> left_count, right_count;

  void Reset(int words);
  int Top(size_t depth) const {
    return depth < stack.size() ? stack[stack.size() - 1 - depth] : -1;
  }
  bool IsOver() const { return next == count && stack.empty(); }
  bool CanShift() const { return next < count; }
  bool CanLeft() const { return !stack.empty() && (next < count || stack.size() == 1); }
  bool CanRight() const { return stack.size() >= 2; }

  void Shift() { stack.push_back(next++); }
  void Left(uint8_t arc_label) {
    Attach(stack.back(), next, arc_label);
    stack.pop_back();
  }
  void Right(uint8_t arc_label) {
    Attach(stack.back(), stack[stack.size() - 2], arc_label);
    stack.pop_back();
  }

 private:
  void Attach(int child, int parent, uint8_t arc_label);
};

inline constexpr int kParseFeatures = 56;

// `words` and `tags` have state.count entries. Writes kParseFeatures hashes.
void ParseFeatures(const ParseState& state, const WordForm* words, const uint8_t* tags,
                   Feature* out);

}  // namespace crossread
