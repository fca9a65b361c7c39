// The templates of the parser and the state that they look at. Arc-hybrid: SHIFT; LEFT makes the
// top of the stack a dependent of the next word; RIGHT makes it one of the word below it. The root
// stands behind the last word (Kuhlmann et al. 2011; Goldberg and Nivre 2013).
//
// A quotation is a constituent: of the words between a pair of quotation marks, only one may depend
// on a word outside of them. That word is attached last, when the others have their heads. It holds
// for 97 to 100 of 100 quotations in the treebanks.
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

  std::vector<uint8_t> quotation;  // the pair of quotation marks around a word, or 0
  std::vector<uint8_t> commas;     // before a word, modulo 256

  void Reset(const std::vector<WordForm>& words);
  int Top(size_t depth) const {
    return depth < stack.size() ? stack[stack.size() - 1 - depth] : -1;
  }
  bool IsOver() const { return next == count && stack.empty(); }
  bool CanShift() const { return next < count; }
  // One of the three moves can always be made: what LEFT may not do, RIGHT may, and RIGHT is
  // refused only while there are words to SHIFT.
  bool CanLeft() const {
    return !stack.empty() && (next < count || stack.size() == 1) &&
           (!Leaves(Top(0), next) || Leaves(Top(0), Top(1)));
  }
  bool CanRight() const {
    return stack.size() >= 2 && (!Leaves(Top(0), Top(1)) || Leaves(Top(0), next));
  }

  void Shift() { stack.push_back(next++); }
  void Left(uint8_t arc_label) {
    Attach(stack.back(), next, arc_label);
    stack.pop_back();
  }
  void Right(uint8_t arc_label) {
    Attach(stack.back(), stack[stack.size() - 2], arc_label);
    stack.pop_back();
  }

  int Quotation(int word) const {
    return word < 0 || word >= count ? 0 : quotation[static_cast<size_t>(word)];
  }

 private:
  void FindQuotations(const std::vector<WordForm>& words);
  // Does an arc to `parent` lead out of the quotation that `child` stands in?
  bool Leaves(int child, int parent) const {
    return Quotation(child) != 0 && Quotation(child) != Quotation(parent);
  }
  void Attach(int child, int parent, uint8_t arc_label);
};

inline constexpr int kParseFeatures = 64;

// `words` and `tags` have state.count entries. Writes kParseFeatures hashes.
void ParseFeatures(const ParseState& state, const WordForm* words, const uint8_t* tags,
                   Feature* out);

}  // namespace crossread
