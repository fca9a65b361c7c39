// Who was there and who was not, as the article says it in a fact of the past: "The transport
// minister did not attend the hearing", "Ann Lee took a seat beside the mayor". What is planned,
// possible, repeated, or of another occasion ("the previous hearing") is left out, and so is what
// stands inside quotation marks.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.h"

namespace crossread {

struct Analysis;

struct Attendance {
  bool present = false;
  uint32_t entity =
      UINT32_MAX;       // index into Mentions::entities; kNoEntity of whom no name is given
  std::string group;    // else the words, folded, without "the" and "no": "transport minister"
  bool plural = false;  // "firefighters"
  Span words;           // who and what is said: "The minister did not attend the hearing"
  uint32_t verb = 0;    // where in `words` the verb begins, in bytes of the text
  uint32_t sentence = 0;
  uint32_t claim = 0;  // index into Claims::claims

  // Classes of attendance.tsv: "hearing", "talks". Those that the verb's own words name or, if they
  // name none, those of the nearest sentence up to here that does. Sorted.
  std::vector<std::string_view> occasions;
  bool named = false;  // by the verb's own words
};

// In text order. Reads syntax, mentions, pronouns, quotations, times and claims. Cost: O(tokens).
std::vector<Attendance> FindAttendance(const Analysis& analysis);

}  // namespace crossread
