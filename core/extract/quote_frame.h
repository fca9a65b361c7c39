// Reporting frames: who, the word that reports, and where what is reported stands ("Ann Lee told
// reporters on Friday that …", "…, said Lee", "according to Lee, …"). Reads lexicons and token
// order only; where a parse will be at hand, subject and complement come from it, and the rest
// stays. Part of the quotation stage.
#pragma once

#include <cstdint>
#include <vector>

#include "core/extract/quote_fold.h"
#include "core/extract/quote_words.h"
#include "core/text/document.h"

namespace crossread {

enum class FramePlace : uint8_t {
  kLeads,    // content follows: "Lee said that …"
  kTrails,   // content precedes, and may go on behind: "…, Lee said[, …]"
  kNeither,  // reports nothing itself: "Lee rejected the figure."
};

// All positions are units of the Folded text.
struct Frame {
  FramePlace place = FramePlace::kLeads;
  ReportingWord word;
  IndexRange cue;            // the reporting words, auxiliaries before them, a colon behind them
  IndexRange subject;        // empty if none was found
  IndexRange span;           // everything that is not content: subject, cue, recipient, "that"
  bool coordinated = false;  // shares the subject of what stands before: "…, adding that"
  bool introduces = false;   // a colon ends the statement: the next one is the content
};

// Frames of one statement from left to right; nested ones as well. Total. Cost: O(units).
std::vector<Frame> FindFrames(const Document& document, const Folded& folded,
                              const SpeechWords& words, IndexRange statement);

}  // namespace crossread
