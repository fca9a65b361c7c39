// One pair of claims and all that a comparison of them asks: what lines up, who acts, whose words
// they are.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

// Thousandths, by hand on our own stories: the evidence that two claims are about the same thing.
inline constexpr uint32_t kSameClaim = 420;   // for values: most of the weight of both clauses
inline constexpr uint32_t kSameClause = 300;  // for a flipped sign, which asks for neighbours too
inline constexpr uint32_t kNearCopy = 550;  // for dates: one date replaced in what is else the same
inline constexpr uint32_t kMostlyCovered = 600;  // most of the shorter clause lines up
inline constexpr uint32_t kCovered = 700;        // nearly all of the shorter clause lines up
inline constexpr uint32_t kCopy = 800;           // one statement, hardly a word changed
inline constexpr uint32_t kCopyMargin = 100;
inline constexpr uint32_t kMinContext = 2;     // lined-up content words beside the ones that differ
inline constexpr uint32_t kNeighbourhood = 5;  // tokens on each side of a predicate

struct PairView {
  PairView(const Comparison& comparison, uint32_t index);

  const Comparison* comparison;
  uint32_t index;
  const Pair* pair;
  const Analysis* a;
  const Analysis* b;
  const Claim* claim_a;
  const Claim* claim_b;
  World world;

  // Lined-up content words of the pair outside the two given spans.
  uint32_t ContextLinks(Span x, Span y) const;

  // Content words near both predicates that line up with each other: whom or what it is about.
  uint32_t LinkedNeighbours(uint32_t x, uint32_t y) const;

  // Nobody else is said to do it, or to have it done to them. What one side leaves unsaid, or
  // says with a pronoun, is no disagreement.
  bool ArgumentsAgree(uint32_t x, uint32_t y) const;
  // The same of what it is done to alone: "the engine" and "the motor" may do one thing to it.
  bool PatientsAgree(uint32_t x, uint32_t y) const;

  // The heads line up, and so do all modifiers of one side: "the town" and "the coastal town", but
  // not "law enforcement officials" and "Democratic officials".
  bool ArgumentAgrees(uint32_t x, uint32_t y) const;

  bool IsAntonymLink(uint32_t token) const;

  // A word of what a predicate is said of: an argument of its clause, however far ("The captain,
  // Jon Riis, 54, was arrested"), or a word a few tokens away.
  static bool Beside(const Analysis& analysis, uint32_t token, uint32_t predicate);

  // Words inside quotation marks are compared as words (utterances.cpp), not as claims.
  static bool InMarks(const Analysis& analysis, const Claim& claim);

  // The values that lie in `span`, whole. `values` are in text order.
  template <typename Value>
  static IndexRange Within(const std::vector<Value>& values, Span span) {
    uint32_t begin = 0;
    while (begin < values.size() && values[begin].span.begin < span.begin) ++begin;
    uint32_t end = begin;
    while (end < values.size() && values[end].span.end <= span.end) ++end;
    return {begin, end};
  }

  Difference Make(DifferenceKind kind, Span mark_a, Span mark_b, uint32_t index_a, uint32_t index_b,
                  uint32_t score) const;
};

// Where the claims of a pair differ (align/value_difference.cpp, align/argument_difference.cpp,
// align/predicate_difference.cpp, align/noun_difference.cpp, align/source_difference.cpp,
// align/party_difference.cpp, align/reservation_difference.cpp).
void CompareValues(const PairView& view, std::vector<Difference>* out);
void CompareArguments(const PairView& view, std::vector<Difference>* out);
void ComparePredicates(const PairView& view, std::vector<Difference>* out);
void CompareNouns(const PairView& view, std::vector<Difference>* out);
void CompareSources(const PairView& view, std::vector<Difference>* out);
void CompareParties(const PairView& view, std::vector<Difference>* out);
void CompareReservations(const PairView& view, std::vector<Difference>* out);

}  // namespace crossread
