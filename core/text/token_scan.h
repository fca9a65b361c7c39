// Where the token that begins at a byte ends. The rules of tokenize.cpp, without its bookkeeping.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/base/span.h"
#include "core/text/document.h"

namespace crossread {

struct TokenEnds {
  uint32_t end = 0;
  uint32_t middle = 0;  // where a clitic begins ("do|n't", "can|not"), 0 if the token is one
};

// The first white space in [byte, end), or end.
uint32_t EndOfChunk(std::string_view text, uint32_t byte, uint32_t end);

// The token at rest.begin; `rest` is what is left of a chunk without white space (not empty), and
// `sentence_end` the end of its sentence, where a full stop belongs to no abbreviation of one
// letter. Cost: O(length of the token), and O(rest) once for an address.
TokenEnds ScanToken(std::string_view text, Span rest, uint32_t sentence_end);

TokenShape ShapeOf(std::string_view token);

// "U.S", "U.S.", "a.k.a", "J": single letters with a full stop after each, but perhaps the last.
bool IsDottedLetters(std::string_view word);

}  // namespace crossread
