// Strings kept once, by number: the norms and lemmas of a document.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace crossread {

using StringId = uint32_t;

// Ids count up from 0 (the empty string) in the order of first use, so they are the same in every
// run.
class StringPool {
 public:
  StringPool();

  // The id of `text`, which may be a view of this pool. Cost: O(length of the text); allocates only
  // for a new string.
  StringId Intern(std::string_view text);

  // The view holds until the next Intern, also when the pool is moved.
  std::string_view Get(StringId id) const {
    return std::string_view(characters_).substr(ends_[id], ends_[id + 1] - ends_[id]);
  }

 private:
  struct Slot {  // of an open-addressing table that is at most half full
    uint32_t hash = 0;
    uint32_t next_id = 0;  // id + 1, or 0 where the slot is free
  };
  void Grow();

  std::string characters_;      // all strings, one behind the other
  std::vector<uint32_t> ends_;  // where each string begins, and where the last one ends
  std::vector<Slot> slots_;     // a power of two of them
};

}  // namespace crossread
