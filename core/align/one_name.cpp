#include "core/align/one_name.h"

#include <algorithm>
#include <vector>

namespace crossread {
namespace {

constexpr size_t kFewestLetters = 4;  // of the part that both have

std::vector<std::string_view> PartsOf(std::string_view key) {
  std::vector<std::string_view> parts;
  while (!key.empty()) {
    const size_t end = std::min(key.find(' '), key.size());
    parts.push_back(key.substr(0, end));
    key.remove_prefix(std::min(key.size(), end + 1));
  }
  return parts;
}

}  // namespace

bool AreOneName(std::string_view key_a, std::string_view key_b, bool given) {
  const std::vector<std::string_view> a = PartsOf(key_a), b = PartsOf(key_b);
  if (a.size() < 2 || b.size() < 2) return false;
  const bool short_form = a[0].starts_with(b[0]) || b[0].starts_with(a[0]);
  if (short_form && a[0] != b[0]) return false;
  uint32_t shared = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      if (a[i] != b[j] && !IsNameTransliteration(a[i], b[j])) continue;
      if (std::min(a[i].size(), b[j].size()) < kFewestLetters) return false;
      if (i == 0 && j == 0 && !given) return false;
      ++shared;
    }
  }
  return shared == 1;
}

bool KnowsBoth(const Comparison& comparison, uint32_t linked_a, uint32_t linked_b) {
  const auto& of_a = comparison.entities.entities[linked_a].members;
  const auto& of_b = comparison.entities.entities[linked_b].members;
  return std::any_of(of_a.begin(), of_a.end(), [&](EntityRef x) {
    return std::any_of(of_b.begin(), of_b.end(),
                       [&](EntityRef y) { return x.article == y.article; });
  });
}

}  // namespace crossread
