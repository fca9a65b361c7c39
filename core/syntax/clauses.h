// The thin reading of a parse: clauses with their predicate, who does what to whom, what a "not"
// reaches, and how each hangs on the clause above it. The stages above ask this and walk no trees.
// Verb groups come from the chunks, arguments from the arcs; where an arc is missing the nearest
// noun group stands in, and `margin` is 0.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/span.h"
#include "core/syntax/chunks.h"
#include "core/syntax/grammar.h"
#include "core/text/document.h"

namespace crossread {

inline constexpr uint32_t kNoClause = UINT32_MAX;
inline constexpr uint32_t kNoWord = UINT32_MAX;

enum class ClauseRole : uint8_t {
  kMain,
  kComplement,   // what is said, found, denied: "that the talks failed"
  kInfinitive,   // without a subject of its own: "to sign"
  kAdverbial,    // "because …", "after …", "seizing the town"
  kRelative,     // of a noun: "who fled", "seized in May", "to end the war"
  kCoordinated,  // a further member: "and left"
  kBeside,       // parataxis: what stands beside another without a link
};

enum class Voice : uint8_t { kActive, kPassive };

// A noun group, or whatever else fills a place in a clause, by its head.
struct Argument {
  uint32_t head = kNoWord;         // index into Document::tokens
  uint32_t preposition = kNoWord;  // of an oblique: "in", "by"
};

struct Clause {
  uint32_t predicate = 0;  // the full verb; of "the port is closed" the noun or adjective
  bool copular = false;    // the predicate is said by a form of "be"
  IndexRange group;        // from its first auxiliary to the predicate
  ClauseRole role = ClauseRole::kMain;
  uint32_t parent = kNoClause;  // index into the clauses; always of the same sentence
  uint32_t marker = kNoWord;    // "that", "if", "because", "to"
  IndexRange extent;            // with all that hangs on it

  // As the verb has them ("the town" is the subject of "the town was taken by the army").
  uint32_t subject = kNoWord;
  uint32_t object = kNoWord;
  uint32_t recipient = kNoWord;  // "asked him to go", "gave her a letter"
  IndexRange obliques;           // into Clauses::obliques

  Voice voice = Voice::kActive;
  VerbForm form = VerbForm::kNone;  // of the first word of the group
  Tense tense = Tense::kNone;       // likewise; "will" counts as none
  uint32_t modal = kNoWord;         // "may", "will"
  uint32_t negator =
      kNoWord;  // "not", "never"; "no" of a subject or an object, "nobody", "without"
  uint32_t diminisher = kNoWord;  // "hardly"; "little" or "few" of a subject or an object
  bool reported = false;          // the complement of a verb that reports
  uint8_t margin = 0;             // the least of the arcs to subject and object

  bool negated() const { return negator != kNoWord; }
};

struct Clauses {
  std::vector<Clause> clauses;  // by their predicate, in text order
  std::vector<Argument> obliques;

  // The clause whose predicate is token `t`, or nullptr. Cost: O(log clauses).
  const Clause* At(uint32_t t) const;

  // Who acts and who is acted on, whatever the voice; kNoWord where it isn't said.
  uint32_t AgentOf(const Clause& clause, const Document& document) const;
  uint32_t PatientOf(const Clause& clause) const {
    return clause.voice == Voice::kPassive ? clause.subject : clause.object;
  }
};

// The clauses of every sentence. `tokens`, `chunks`: of Syntax. Cost: O(tokens).
Clauses ReadClauses(const Document& document, const std::vector<SyntaxToken>& tokens,
                    const std::vector<Chunk>& chunks);

}  // namespace crossread
