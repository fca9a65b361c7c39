#include "core/base/offset_map.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace crossread {

OffsetMap::OffsetMap(std::string_view text) {
  steps_.push_back({0, 0, 0});
  for (uint32_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const Decoded d = DecodeUtf8(text, i);
    const uint32_t units = d.code_point >= 0x10000 ? 2 : 1;
    i += d.length;
    steps_.push_back({i, steps_.back().utf16_lag + d.length - units,
                      steps_.back().code_point_lag + d.length - 1});
  }
}

const OffsetMap::Step& OffsetMap::At(uint32_t byte) const {
  const auto after = std::upper_bound(steps_.begin(), steps_.end(), byte,
                                      [](uint32_t b, const Step& s) { return b < s.byte; });
  return *(after - 1);
}

uint32_t OffsetMap::Utf16(uint32_t byte) const { return byte - At(byte).utf16_lag; }
uint32_t OffsetMap::CodePoint(uint32_t byte) const { return byte - At(byte).code_point_lag; }

}  // namespace crossread
