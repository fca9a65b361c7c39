// What noun groups are to each other: a name and what describes it ("Ann Lee, the mayor"), and the
// members of a list ("Ann Lee, Bo Ek and two aides"). Read from noun groups and the commas between
// them, since a parse finds one apposition in three. Where commas may mean either ("Marek, an envoy
// and a judge") neither is given.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/span.h"
#include "core/syntax/chunks.h"
#include "core/syntax/grammar.h"
#include "core/text/document.h"

namespace crossread {

// All token ranges are indices into Document::tokens, within one sentence.
struct Description {
  IndexRange name;    // "Ann Lee"
  IndexRange words;   // "the mayor of Oslo", "mayor": with its determiner and what hangs on it
  uint32_t head = 0;  // "mayor"
};

struct NounList {
  IndexRange members;  // into Nominals::members; two or more
  bool open = false;   // there are others: "including Lee and Ek", "Lee and Ek, among others"
};

struct Nominals {
  std::vector<Description> descriptions;  // by name.begin
  std::vector<NounList> lists;            // in text order; do not overlap
  std::vector<uint32_t> members;          // heads of noun groups
};

// Cost: O(tokens).
Nominals ReadNominals(const Document& document, const std::vector<SyntaxToken>& tokens,
                      const std::vector<Chunk>& chunks);

}  // namespace crossread
