// What implicatives.tsv says of an embedding verb.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/extract/claims.h"

namespace crossread {

// What an embedding verb does to its complement, from implicatives.tsv.
enum class Effect : uint8_t {
  kNone,
  kKeeps,
  kNegates,
  kPlans,
  kContinues,
  kCompletes,
  kCancels,
  kMaybe,
  kHides
};

inline Effect ParseEffect(std::string_view word) {
  if (word == "negative") return Effect::kNegates;
  if (word == "positive") return Effect::kKeeps;
  if (word == "planned") return Effect::kPlans;
  if (word == "ongoing") return Effect::kContinues;
  if (word == "happened") return Effect::kCompletes;
  if (word == "cancelled") return Effect::kCancels;
  if (word == "possible") return Effect::kMaybe;
  return Effect::kHides;
}

inline Polarity Flip(Polarity polarity) {
  switch (polarity) {
    case Polarity::kPositive:
      return Polarity::kNegative;
    case Polarity::kNegative:
      return Polarity::kPositive;
    case Polarity::kUnknown:
      return Polarity::kUnknown;
  }
  return Polarity::kUnknown;
}

}  // namespace crossread
