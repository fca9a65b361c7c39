// Chunks: runs of tokens that belong together, by rule over tags. Tags are right nineteen times in
// twenty and a parse four times in five, so chunks carry the load where a parse is unsure.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/span.h"
#include "core/syntax/grammar.h"
#include "core/syntax/model.h"
#include "core/text/document.h"

namespace crossread {

enum class ChunkKind : uint8_t {
  kNoun,  // "the two senior officials", "Ann Lee", "she", "Lee's"
  kVerb,  // "will not have been told", "to sign"; "told" in "was quickly told"
};

struct Chunk {
  ChunkKind kind = ChunkKind::kNoun;
  IndexRange tokens;         // of one sentence; chunks are in order and do not overlap
  uint32_t head = 0;         // the last noun, or the last verb
  bool negated = false;      // a verb group with "not" or "never"; a noun group with "no"
  uint32_t preposition = 0;  // of a noun group: the token before it that is one, if has_preposition
  bool has_preposition = false;

  bool operator==(const Chunk&) const = default;
};

// The chunks of every sentence. Cost: O(tokens).
std::vector<Chunk> ReadChunks(const Document& document, const std::vector<SyntaxToken>& tokens,
                              const Model& model);

}  // namespace crossread
