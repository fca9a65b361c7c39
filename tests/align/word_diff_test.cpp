#include "core/align/word_diff.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/hash.h"

namespace crossread {
namespace {

// Words in a row; "*" before a word makes it a content word, "…" stands between words, [ ] around
// one.
std::vector<DiffWord> Words(const std::string& text) {
  std::vector<DiffWord> words;
  bool ellipsis = false;
  for (uint32_t i = 0; i < text.size();) {
    const uint32_t end = static_cast<uint32_t>(std::min(text.find(' ', i), text.size()));
    std::string word = text.substr(i, end - i);
    if (word == "...") {
      ellipsis = true;
    } else {
      DiffWord w;
      w.content = word[0] == '*';
      w.bracketed = word.back() == ']';
      w.term = w.synonym = Fnv1a(word);
      w.after_ellipsis = ellipsis;
      w.span = {i, end};
      words.push_back(w);
      ellipsis = false;
    }
    i = end + 1;
  }
  return words;
}

// "=" same, "-" only in a, "+" only in b, "~" replaced; "m" behind it if marked.
std::string Shape(const WordDiff& diff) {
  std::string out;
  for (const WordEdit& edit : diff.edits) {
    out += "=~-+"[static_cast<int>(edit.kind)];
    if (edit.marked) out += 'm';
  }
  return out;
}

struct Case {
  const char* a;
  const char* b;
  const char* shape;
  uint32_t shared;
};

TEST(DiffWords, FindsTheRunsThatCorrespond) {
  const Case cases[] = {
      {"we *found *ground here", "we *found *ground here", "=", 4},
      {"we *found *ground here", "we *found *peace here", "=~=", 3},  // "here" ends both
      {"we *found *ground here now", "we *found *peace here and there", "=",
       2},  // a lone "here" is not firm
      {"we *found *ground *here", "we *found *peace *here", "=~=", 3},
      {"is a *role of *figuring out", "is *figuring out", "=-=", 3},
      {"is *figuring out", "is a *role of *figuring out", "=+=", 3},
      {"*one *two *three *four", "*one ... *four", "=-m=", 2},
      {"*he *left *town", "[he] *left *town", "~m=", 2},
      {"and then *she *left", "*she *left and then some", "=", 2},
      {"*they *work before *winter", "*they *work before *spring", "=~", 3},
      {"*farmers *work before *winter", "*poets *work before *winter", "~=", 3},
      {"*they *work before *winter", "*they *work", "=", 2},
      {"*nobody *asks but *nobody can *tell", "*nobody can *tell", "=", 3},
      {"*nobody can *tell", "*nobody *asks but *nobody can *tell", "=", 3},
      {"*alpha *beta", "*gamma *delta", "", 0},
  };
  for (const Case& c : cases) {
    const WordDiff diff = DiffWords(Words(c.a), Words(c.b));
    EXPECT_EQ(Shape(diff), c.shape) << c.a << " | " << c.b;
    EXPECT_EQ(diff.shared, c.shared) << c.a << " | " << c.b;
  }
}

TEST(DiffWords, MarksBrackets) {
  EXPECT_EQ(Shape(DiffWords(Words("*today *he *left *town"), Words("*today [he] *left *town"))),
            "=~m=");
}

TEST(DiffWords, IsTheSameFromBothSides) {
  const auto a = Words("the *role we *try to *play is a *role of *finding *out");
  const auto b = Words("the *role we *play is *finding it *out");
  const WordDiff ab = DiffWords(a, b), ba = DiffWords(b, a);
  EXPECT_EQ(ab.shared, ba.shared);
  EXPECT_EQ(ab.similarity, ba.similarity);
}

}  // namespace
}  // namespace crossread
