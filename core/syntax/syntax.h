// Tags and dependencies of one article, over the tokens of its document. Guesses, with their
// margins: the stages above weigh them and never stand on one alone.
#pragma once

#include <cstdint>
#include <vector>

#include "core/syntax/model.h"
#include "core/text/document.h"

namespace crossread {

struct SyntaxToken {
  static constexpr uint32_t kRoot = UINT32_MAX;

  uint32_t head = kRoot;  // index into Document::tokens, of the same sentence
  uint8_t tag = 0;        // of Model::tags()
  uint8_t label = 0;      // of Model::labels()
  uint8_t margin = 0;     // of the arc: how far its decision led the next best one, 0 to 255
};

struct Syntax {
  std::vector<SyntaxToken> tokens;  // one for each of Document::tokens
};

// Cost: O(tokens); about 2 MB of text a second.
Syntax ReadSyntax(const Document& document, const Model& model);

}  // namespace crossread
