// The names of Universal Dependencies that the stages above ask for: parts of speech and relations
// (universaldependencies.org/guidelines.html).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/syntax/morphology.h"

namespace crossread {

enum class Upos : uint8_t {
  kAdj,
  kAdp,  // of, in, to
  kAdv,
  kAux,
  kCconj,  // and, or, but
  kDet,
  kIntj,
  kNoun,
  kNum,
  kPart,  // not, 's, to before a verb
  kPron,
  kPropn,
  kPunct,
  kSconj,  // that, if, because
  kSym,
  kVerb,
  kX,
};

enum class Dependency : uint8_t {
  kAcl,     // a clause of a noun; relative clauses as well
  kAdvcl,   // a clause of a verb: when, if, after …
  kAdvmod,  // also "not"
  kAmod,
  kAppos,
  kAux,  // also of the passive
  kCase,
  kCc,
  kCcomp,  // what is said, thought, known
  kCompound,
  kConj,  // a further member, under the first
  kCop,
  kCsubj,
  kDep,  // any other
  kDet,
  kFlat,  // the further words of a name
  kIobj,
  kMark,
  kNmod,  // also a possessor
  kNsubj,
  kNummod,
  kObj,
  kObl,
  kParataxis,
  kPunct,
  kRoot,
  kXcomp,
};

// What the model says of one token of a document.
struct SyntaxToken {
  static constexpr uint32_t kRoot = UINT32_MAX;

  uint32_t head = kRoot;  // index into Document::tokens, of the same sentence
  Dependency dependency = Dependency::kRoot;
  uint8_t margin = 0;  // of the arc: how far its decision led the next best one, 0 to 255
  uint8_t tag = 0;     // of Model::tags()
  Upos upos = Upos::kX;
  Morphology morphology;
};

std::string_view UposName(Upos upos);                    // "ADJ"
std::string_view DependencyName(Dependency dependency);  // "acl"

// Nothing for a name that is none of these.
std::optional<Upos> ParseUpos(std::string_view name);
std::optional<Dependency> ParseDependency(std::string_view name);

}  // namespace crossread
