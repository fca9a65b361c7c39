// Lists in one column of a lexicon file: "england|alabama".
#pragma once

#include <string_view>

namespace crossread {

// Whether `item` is one of the items of `list`, which are joined by '|'. Cost: O(bytes).
inline bool InList(std::string_view list, std::string_view item) {
  while (!list.empty()) {
    const size_t bar = list.find('|');
    if (list.substr(0, bar) == item) return true;
    list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
  }
  return false;
}

}  // namespace crossread
