// From byte offsets to UTF-16 code units and code points: W3C selectors count code points, browsers
// slice UTF-16, the core counts bytes. Used by io/ alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace crossread {

class OffsetMap {
 public:
  // text: valid UTF-8. Cost: O(n) time, memory in proportion to the characters outside ASCII.
  explicit OffsetMap(std::string_view text);

  // byte: offset of a character or the end of the text. Cost: O(log of the characters outside
  // ASCII).
  uint32_t Utf16(uint32_t byte) const;
  uint32_t CodePoint(uint32_t byte) const;

 private:
  struct Step {  // from this byte on, the other counts lag behind the bytes by so much
    uint32_t byte;
    uint32_t utf16_lag;
    uint32_t code_point_lag;
  };
  const Step& At(uint32_t byte) const;
  std::vector<Step> steps_;
};

}  // namespace crossread
