// A half-open range of UTF-8 bytes in one article's text. Every result of every stage is such a
// span of the unmodified text; offsets in other units are made in one place only
// (base/offset_map.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace crossread {

struct Span {
  uint32_t begin = 0;  // bytes, inclusive
  uint32_t end = 0;    // bytes, exclusive; end >= begin

  uint32_t size() const { return end - begin; }
  bool empty() const { return end == begin; }
  bool Contains(Span other) const { return begin <= other.begin && other.end <= end; }
  bool Contains(uint32_t byte) const { return begin <= byte && byte < end; }
  bool Overlaps(Span other) const { return begin < other.end && other.begin < end; }

  bool operator==(const Span&) const = default;
};

inline bool operator<(Span a, Span b) {
  return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
}

// The bytes of `span` in `text`; span.end <= text.size().
inline std::string_view Slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

// A half-open range of indices into one of a document's vectors (tokens of a sentence, and so on).
struct IndexRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return end == begin; }
  bool Contains(uint32_t index) const { return begin <= index && index < end; }

  bool operator==(const IndexRange&) const = default;
};

}  // namespace crossread
