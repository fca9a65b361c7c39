// Places in JSON, in bytes, UTF-16 code units and code points (docs/report.md).
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "core/align/comparison.h"
#include "core/base/offset_map.h"

namespace crossread {

// An object, member by member. An initializer list would build each member, a list of two for it,
// and then the object; of places there are tens of thousands in a large report.
class Members {
 public:
  explicit Members(size_t count) { members_.reserve(count); }
  // Every key once: none is looked for.
  Members& Put(const char* key, nlohmann::ordered_json value) {
    members_.emplace_back(key, std::move(value));
    return *this;
  }
  nlohmann::ordered_json Take() { return nlohmann::ordered_json(std::move(members_)); }

 private:
  nlohmann::ordered_json::object_t members_;
};

class SpanWriter {
 public:
  using Json = nlohmann::ordered_json;

  explicit SpanWriter(const Comparison& comparison) : comparison_(comparison) {
    for (const Article& article : comparison.articles)
      maps_.emplace_back(article.analysis->document.text);
  }

  Json Range(uint32_t article, Span span) const {
    return Members(4)
        .Put("start", span.begin)
        .Put("end", span.end)
        .Put("utf16", Utf16(maps_[article], span))
        .Put("codePoints", CodePoints(maps_[article], span))
        .Take();
  }
  Json SpanOf(const Place& place) const {
    return Members(9)  // and what its reader adds
        .Put("article", comparison_.articles[place.article].id)
        .Put("start", place.span.begin)
        .Put("end", place.span.end)
        .Put("utf16", Utf16(maps_[place.article], place.span))
        .Put("codePoints", CodePoints(maps_[place.article], place.span))
        .Put("exact", std::string(comparison_.Text(place)))
        .Take();
  }

  // Of any text, compared or not.
  static Json Utf16(const OffsetMap& map, Span span) {
    return Ends(map.Utf16(span.begin), map.Utf16(span.end));
  }
  static Json CodePoints(const OffsetMap& map, Span span) {
    return Ends(map.CodePoint(span.begin), map.CodePoint(span.end));
  }

 private:
  static Json Ends(uint32_t start, uint32_t end) {
    return Members(2).Put("start", start).Put("end", end).Take();
  }

  const Comparison& comparison_;
  std::vector<OffsetMap> maps_;  // [compared article]
};

}  // namespace crossread
