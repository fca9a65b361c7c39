// Where the token that begins at a byte ends. The rules of tokenize.cpp, without its bookkeeping.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"
#include "core/text/document.h"

namespace crossread {

struct TokenEnds {
  uint32_t end = 0;
  uint32_t middle = 0;           // where a clitic begins ("do|n't", "can|not"), 0 if there is none
  std::string_view clitic_norm;  // its normal form where it is not the folded text: "do|nt"
};

// The first white space in [byte, end), or end. A zero-width space between two letters is none.
uint32_t EndOfChunk(std::string_view text, uint32_t byte, uint32_t end);

// The token at rest.begin; `rest` is what is left of `sentence`'s chunk without white space (not
// empty). Cost: O(length of the token) and of the marks that close behind it.
TokenEnds ScanToken(std::string_view text, Span rest, Span sentence);

TokenShape ShapeOf(std::string_view token);

// "U.S", "U.S.", "a.k.a", "J": single letters with a full stop after each, but perhaps the last.
bool IsDottedLetters(std::string_view word);

}  // namespace crossread
