// The words of a short piece of text, split at white space: for lines and datelines, where tokens
// do not exist yet.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"
#include "core/text/characters.h"

namespace crossread {

// Walks the words of `text` within `span`, at most `limit` bytes of it.
class WordWalk {
 public:
  WordWalk(std::string_view text, Span span, uint32_t limit)
      : text_(text), at_(span.begin), end_(span.size() > limit ? span.begin + limit : span.end) {}

  // The next word as written, with the marks around it; empty at the end.
  std::string_view Next() {
    at_ = SkipSpace(text_, at_, end_);
    const uint32_t begin = at_;
    while (at_ < end_ && !IsAsciiSpace(text_[at_])) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  uint32_t byte() const { return at_; }  // behind the last word

 private:
  std::string_view text_;
  uint32_t at_;
  uint32_t end_;
};

constexpr bool IsAsciiMark(char c) {
  return static_cast<unsigned char>(c) < 0x80 && !IsAsciiAlpha(c) && !IsAsciiDigit(c) &&
         !IsAsciiSpace(c);
}

// `word` without ASCII punctuation at its ends: "(Reuters)," -> "Reuters".
inline std::string_view Bare(std::string_view word) {
  while (!word.empty() && IsAsciiMark(word.front())) word.remove_prefix(1);
  while (!word.empty() && IsAsciiMark(word.back())) word.remove_suffix(1);
  return word;
}

}  // namespace crossread
