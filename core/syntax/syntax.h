// Tags and dependencies of one article, over the tokens of its document. Guesses, with their
// margins: the stages above weigh them and never stand on one alone.
#pragma once

#include <cstdint>
#include <vector>

#include "core/syntax/chunks.h"
#include "core/syntax/clauses.h"
#include "core/syntax/grammar.h"
#include "core/syntax/model.h"
#include "core/syntax/nominals.h"
#include "core/text/document.h"

namespace crossread {

struct Syntax {
  std::vector<SyntaxToken> tokens;  // one for each of Document::tokens
  std::vector<Chunk> chunks;        // in text order
  Clauses clauses;
  Nominals nominals;

  // The chunk that token `t` stands in, or nullptr. Cost: O(log chunks).
  const Chunk* ChunkAt(uint32_t t) const;
  // Whether token `t` belongs to the subject, the object or an oblique of `clause`.
  bool IsArgument(uint32_t t, const Clause& clause) const;
};

// Cost: O(tokens); about 2 MB of text a second.
Syntax ReadSyntax(const Document& document, const Model& model);

}  // namespace crossread
