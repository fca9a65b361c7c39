// What happened to the words of a quotation, or of a copied sentence, between two articles.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

// One word, ready to compare.
struct DiffWord {
  TermId term = 0;  // canonical: "n't" = "not", "advisor" = "adviser", "U.S." = "US"
  TermId synonym = 0;
  bool content = false;    // a content word, or a negation or modal: its loss changes the meaning
  bool pivotal = false;    // a negation, modal, "only", "if": the sentence turns on it
  bool bracketed = false;  // stands in [ ]
  bool after_ellipsis = false;  // … stands between the word before it and this one
  Span span;
};

// A word, a number or "&" counts; other marks don't. Without `bracketed` and `after_ellipsis`.
bool IsDiffWord(const Analysis& analysis, uint32_t token);
DiffWord ReadDiffWord(const Analysis& analysis, uint32_t token);

struct WordDiff {
  // The runs that correspond, half-open indices into a and b; empty if the two share too little.
  IndexRange core_a, core_b;
  uint32_t shared = 0;  // words in both runs
  uint32_t shared_content = 0;
  uint32_t similarity = 0;      // 2 · shared / (length of both runs), in thousandths
  std::vector<WordEdit> edits;  // within the runs, in order
};

// Longest common subsequence of the words, content words weighing more, then cut to the run from
// its first to its last firm match. Cost: O(|a| · |b|) time and memory; callers bound the lengths.
WordDiff DiffWords(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b);

// Indices of the words that correspond, ascending: a longest common subsequence, content words
// weighing more. Cost: O(|a| · |b|) time and memory.
std::vector<std::pair<uint32_t, uint32_t>> AlignWords(const std::vector<DiffWord>& a,
                                                      const std::vector<DiffWord>& b);

}  // namespace crossread
