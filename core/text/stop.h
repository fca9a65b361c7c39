// A stop: a run of terminators with the marks that close behind it, and what stands around it. Says
// what is there; whether the sentence ends is segment.cpp's question.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"

namespace crossread {

enum class NextKind : uint8_t {
  kNothing,  // the block ends
  kUpper,    // an upper-case letter, or a letter of a script without case
  kLower,
  kDigit,
  kContinuing,  // , ; : ) and the like: the sentence goes on
  kDash,
  kSymbol,  // $, #, @, a bullet, an emoji
};

struct Stop {
  Span marks;                 // the terminators: "?!", "...", ". . ."
  uint32_t end = 0;           // behind the closing marks and footnote marks
  bool question = false;      // holds ? or !
  bool ellipsis = false;      // … or more than one full stop
  bool spaced = false;        // ". . ."
  bool other_script = false;  // 。 and the like
  bool closes_quote = false;
  bool closes_bracket = false;

  bool gap = false;          // white space stands behind `end`
  uint32_t next_word = 0;    // the next character that is neither white space nor a mark that opens
  bool opens_quote = false;  // such a quotation mark stands before next_word
  bool opens_bracket = false;
  NextKind next_kind = NextKind::kNothing;  // of the character at next_word
};

// Reads the stop whose first terminator is at `byte`; `end` is the block's. Cost: O(length of the
// stop and of the white space and marks around it).
Stop ReadStop(std::string_view text, uint32_t byte, uint32_t end);

// The letters, digits, full stops and ampersands that end before `byte`, not before `begin`:
// "U.S" of "U.S.", "Co" of "Co.". At most kLongestStopWord bytes; a longer one is cut at its begin.
inline constexpr uint32_t kLongestStopWord = 24;
std::string_view WordBefore(std::string_view text, uint32_t byte, uint32_t begin);

// The letters that begin at `byte`, apostrophes within included. Same bound.
std::string_view WordAt(std::string_view text, uint32_t byte, uint32_t end);

}  // namespace crossread
