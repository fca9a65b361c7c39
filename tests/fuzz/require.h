// What the fuzz targets ask of a result. A broken promise ends the program, so libFuzzer keeps the
// input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "core/base/span.h"

namespace crossread {

inline void Require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

// `span` lies in `text` and cuts no character in two.
inline void RequireSpan(std::string_view text, Span span) {
  const auto boundary = [&](uint32_t byte) {
    return byte == text.size() || (static_cast<unsigned char>(text[byte]) & 0xC0) != 0x80;
  };
  Require(span.begin <= span.end && span.end <= text.size(), "span in bounds");
  Require(boundary(span.begin) && boundary(span.end), "span on character boundaries");
}

inline std::string_view AsText(const uint8_t* data, size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace crossread
