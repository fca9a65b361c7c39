// Are two articles on one event? Asked of the articles as a whole, before any of their claims are
// compared.
#pragma once

#include <cstdint>
#include <vector>

#include "core/extract/analysis.h"

namespace crossread {

// How alike the words of two articles are, in thousandths: the cosine of their sets of words, where
// a telling word (Term::telling: a name, or a word that is not common) weighs as much as three
// others.
class EventLikeness {
 public:
  EventLikeness() = default;
  // Cost: O(words + sum over words of the square of the articles that have it).
  explicit EventLikeness(const std::vector<const Analysis*>& articles);

  uint32_t articles() const { return static_cast<uint32_t>(weights_.size()); }
  uint32_t Between(uint32_t a, uint32_t b) const { return alike_[a * weights_.size() + b]; }
  // Too few words to tell anything by.
  bool IsShort(uint32_t article) const { return weights_[article] < kShort; }

 private:
  static constexpr uint32_t kShort = 30;  // a headline and a sentence

  std::vector<uint32_t> weights_;  // of the words of each article, each once
  std::vector<uint32_t> alike_;    // [a][b]
};

// Whether two articles are on one event, as far as their likeness tells.
enum class SameEvent : uint8_t { kUnlikely, kLikely, kSurely };

class EventJudge {
 public:
  explicit EventJudge(const std::vector<const Analysis*>& articles);
  // A chain of articles counts as the weakest of its links does. What is too short to tell was put
  // beside the others for a reason.
  SameEvent Of(uint32_t a, uint32_t b) const;

 private:
  std::vector<uint32_t> likely_, surely_;  // [article] -> the first article of its chain
  std::vector<bool> short_;
};

// The articles that are on another event than most of the others, ascending: no chain of articles
// that are alike leads to them. Empty where most are not on one event, or with two articles, of
// which neither is more than half.
std::vector<uint32_t> OnOtherEvents(const EventLikeness& likeness);

}  // namespace crossread
