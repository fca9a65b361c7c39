// Union-find with the smallest member as root, so that the result does not depend on the order of
// joins. Source: R. E. Tarjan, J. ACM 22(2), 1975 (path halving).
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace crossread {

class DisjointSets {
 public:
  explicit DisjointSets(size_t size = 0) {
    while (parent_.size() < size) Add();
  }

  // A new set of one member; its number is returned, counting from 0.
  uint32_t Add() {
    parent_.push_back(static_cast<uint32_t>(parent_.size()));
    return parent_.back();
  }
  size_t size() const { return parent_.size(); }

  // The smallest member of x's set; x < size().
  uint32_t Find(uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  void Join(uint32_t a, uint32_t b) {
    a = Find(a), b = Find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<uint32_t> parent_;
};

}  // namespace crossread
