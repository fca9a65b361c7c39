#include "core/syntax/parse_features.h"

#include <algorithm>

namespace crossread {

void ParseState::Reset(const std::vector<WordForm>& words) {
  count = static_cast<int>(words.size());
  next = 0;
  stack.clear();
  const size_t size = words.size() + 1;
  head.assign(size, -1);
  label.assign(size, kNoLabel);
  left.assign(size, -1);
  left2.assign(size, -1);
  right.assign(size, -1);
  right2.assign(size, -1);
  left_count.assign(size, 0);
  right_count.assign(size, 0);
  commas.assign(size, 0);
  for (size_t i = 0; i < words.size(); ++i) {
    commas[i + 1] = static_cast<uint8_t>(commas[i] + ((words[i].shape & kShapeComma) != 0));
  }
  FindQuotations(words);
}

// Straight marks do not say which way they face: they are paired in order, and not at all if one
// is left over, as where a quotation goes on in the next sentence.
void ParseState::FindQuotations(const std::vector<WordForm>& words) {
  quotation.assign(words.size() + 1, 0);
  int marks = 0;
  for (const WordForm& word : words) marks += (word.shape & kShapeQuote) != 0;
  if (marks == 0 || marks % 2 != 0) return;
  marks = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i].shape & kShapeQuote) {
      ++marks;
    } else if (marks % 2 != 0) {
      quotation[i] = static_cast<uint8_t>(marks);
    }
  }
}

void ParseState::Attach(int child, int parent, uint8_t arc_label) {
  const size_t c = static_cast<size_t>(child), p = static_cast<size_t>(parent);
  head[c] = parent;
  label[c] = arc_label;
  if (child < parent) {
    left2[p] = left[p];
    left[p] = child;
    if (left_count[p] < 3) ++left_count[p];
  } else {
    right2[p] = right[p];
    right[p] = child;
    if (right_count[p] < 3) ++right_count[p];
  }
}

namespace {

// A word as a template sees it; a missing one has its own values.
struct Seen {
  uint32_t word = 1;
  uint32_t tag = 254;
  uint32_t label = kNoLabel;
  uint32_t classes = 0;  // ListedWord::classes
};

}  // namespace

void ParseFeatures(const ParseState& state, const WordForm* words, const uint8_t* tags,
                   Feature* out) {
  const auto see = [&](int i) {
    Seen seen;
    if (i < 0) return seen;
    if (i >= state.count) {  // the root
      if (i == state.count) seen = {2, 253, kNoLabel, 0};
      return seen;
    }
    const size_t k = static_cast<size_t>(i);
    return Seen{words[k].word, tags[k], state.label[k], words[k].listed.classes};
  };
  const auto child = [&](const std::vector<int>& of, int i) {
    return i < 0 || i > state.count ? -1 : of[static_cast<size_t>(i)];
  };
  const int i0 = state.Top(0), i1 = state.Top(1), j0 = state.next;
  const Seen s0 = see(i0), s1 = see(i1), s2 = see(state.Top(2));
  const Seen b0 = see(j0), b1 = see(j0 + 1 <= state.count ? j0 + 1 : -1);
  const Seen b2 = see(j0 + 2 <= state.count ? j0 + 2 : -1);
  const Seen s0l = see(child(state.left, i0)), s0r = see(child(state.right, i0));
  const Seen s0l2 = see(child(state.left2, i0)), s0r2 = see(child(state.right2, i0));
  const Seen s1l = see(child(state.left, i1)), s1r = see(child(state.right, i1));
  const Seen s1r2 = see(child(state.right2, i1));
  const Seen b0l = see(child(state.left, j0)), b0l2 = see(child(state.left2, j0));
  const auto valency = [&](const std::vector<uint8_t>& of, int i) -> uint32_t {
    return i < 0 || i > state.count ? 4 : of[static_cast<size_t>(i)];
  };
  const auto distance = [](int a, int b) -> uint32_t {
    if (a < 0 || b < 0) return 0;
    const int d = b - a;
    return d < 5 ? static_cast<uint32_t>(d) : d < 8 ? 5 : d < 12 ? 6 : 7;
  };
  const auto commas = [&](int a, int b) -> uint32_t {  // between two words: 0, 1, more
    if (a < 0 || b < 0) return 3;
    const int n = state.commas[static_cast<size_t>(b)] - state.commas[static_cast<size_t>(a)];
    return std::min<uint32_t>(static_cast<uint8_t>(n), 2);
  };
  const auto quotations = [&](int a, int b) -> uint32_t {  // does one stand in a quotation?
    const int of_a = state.Quotation(a), of_b = state.Quotation(b);
    return of_a == of_b ? of_a != 0 : of_a == 0 ? 2 : of_b == 0 ? 3 : 4;
  };
  const uint32_t commas0 = commas(i0, j0), commas1 = commas(i1, i0);
  const uint32_t quotes0 = quotations(i0, j0), quotes1 = quotations(i1, i0);
  const uint32_t gap = distance(i0, j0), below = distance(i1, i0);
  // The word just before the next one: a comma or a quotation mark between the two parts.
  const Seen last = see(j0 - 1);
  uint32_t n = 0;
  const auto add = [&](auto... parts) {
    out[n] = Mix(n + 101, static_cast<uint32_t>(parts)...) >> 8;
    ++n;
  };
  add(s0.word);
  add(s0.tag);
  add(s0.word, s0.tag);
  add(s1.word);
  add(s1.tag);
  add(s1.word, s1.tag);
  add(b0.word);
  add(b0.tag);
  add(b0.word, b0.tag);
  add(b1.word);
  add(b1.tag);
  add(b2.tag);
  add(s2.tag);
  add(s0.word, s0.tag, b0.word, b0.tag);
  add(s0.word, s0.tag, b0.tag);
  add(s0.tag, b0.word, b0.tag);
  add(s0.word, b0.word);
  add(s0.tag, b0.tag);
  add(b0.tag, b1.tag);
  add(b0.tag, b1.tag, b2.tag);
  add(s0.tag, b0.tag, b1.tag);
  add(s0.word, b0.tag, b1.tag);
  add(s1.tag, s0.tag);
  add(s1.word, s0.word);
  add(s1.word, s0.tag);
  add(s1.tag, s0.word);
  add(s1.tag, s0.tag, b0.tag);
  add(s1.word, s0.tag, b0.tag);
  add(s1.tag, s0.word, b0.tag);
  add(s1.tag, s0.tag, b0.word);
  add(s1.tag, s0.tag, b0.tag, b1.tag);
  add(s2.tag, s1.tag, s0.tag);
  add(s2.tag, s1.tag, s0.tag, b0.tag);
  add(s0.tag, s0l.tag, b0.tag);
  add(s0.tag, s0r.tag, b0.tag);
  add(s0.tag, b0.tag, b0l.tag);
  add(s1.tag, s1r.tag, s0.tag);
  add(s1.tag, s1l.tag, s0.tag);
  add(s1.tag, s0.tag, s0r.tag);
  add(s1.tag, s0.tag, s0l.tag);
  add(s0.tag, s0l.label, s0r.label);
  add(s0.word, s0l.label);
  add(s0.word, s0r.label);
  add(s1.tag, s1r.label, s0.tag);
  add(s1.word, s1r.label);
  add(b0.tag, b0l.label, b0l2.label);
  add(s0.tag, s0l.tag, s0l2.tag);
  add(s0.tag, s0r.tag, s0r2.tag);
  add(s1.tag, s1r.label, s1r2.label);
  add(s0.tag, valency(state.left_count, i0), valency(state.right_count, i0), b0.tag);
  add(s1.tag, valency(state.right_count, i1), s0.tag);
  add(b0.tag, valency(state.left_count, j0), s0.tag);
  add(s0.tag, b0.tag, gap);
  add(s1.tag, s0.tag, below, b0.tag);
  add(s0.word, b0.tag, gap);
  add(s0.tag, last.word, b0.tag);
  add(s0.tag, b0.tag, commas0, quotes0);
  add(s1.tag, s0.tag, commas1, quotes1);
  add(s1.tag, s0.tag, commas1, b0.tag);
  add(s0.word, b0.word, commas0);
  add(commas0, commas1, quotes0, quotes1, last.tag);
  add(s0.tag, s0.classes, b0.tag, b0.classes);
  add(s1.tag, s1.classes, s0.tag, s0.classes);
  add(s0.tag, s0.classes, s0r.label, b0.tag);
}

}  // namespace crossread
