// What happens, as the people in it would tell it: what kind of thing, who is in it, where, when,
// and which of several. A verb and a noun of one event are one kind ("met", "the meeting"); a verb
// that only says when it is ("the hearing was set for May 4") gives its day to the noun.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/extract/claims.h"
#include "core/extract/mentions.h"
#include "core/syntax/clauses.h"

namespace crossread {

struct Analysis;

inline constexpr uint32_t kNoIndex = UINT32_MAX;

// Which of several events of a kind: the one that the text is about, one before it ("the previous
// talks"), one after it ("the next round", "the talks resume"), or some other ("a second hearing").
enum class Occasion : uint8_t { kSame, kEarlier, kLater, kOther };

struct Event {
  uint32_t predicate = 0;  // index into Claims::predicates
  uint32_t claim = 0;      // index into Claims::claims
  uint32_t token = 0;      // the verb or the noun
  std::string_view kind;   // class of its verb in synonyms.tsv, or the verb's lemma
  Sign sign;               // with what a purpose or a gerund has from the verb above it

  // Who acts and who is acted on, whatever the voice: the word (kNoWord where it is not said), and
  // the entity of the article that it means (kNoEntity where it is no name).
  uint32_t agent = kNoWord, patient = kNoWord;
  uint32_t agent_entity = kNoEntity, patient_entity = kNoEntity;
  bool in_marks = false;  // in quoted words alone
  bool unreal = false;    // behind "if" or "would", or what somebody denies

  // The rest is read of what may have a day and a place of its own: not of a verb that reports or
  // that gives its day to a noun, nor of a sentence that is too long to be one.
  Occasion occasion = Occasion::kSame;
  std::vector<uint32_t> agents, patients;  // named, indices into Mentions::entities; sorted
  std::vector<uint32_t> others;  // named, in other places: "with Lee", "between Lee and Ek"
  uint32_t thing = kNoIndex;     // the head of what it is done to, where that is no name, or of
                                 // what nobody does it to ("the dam burst"): a token
  uint32_t time = kNoIndex;      // index into times, if one day or time is given; of a day given
                                 // twice ("Tuesday, May 4") the narrower
  uint32_t place = kNoIndex;     // index into mentions, likewise
  Span words;                    // from the first to the last of the words that say all this
};

// In text order of their predicates. Reads syntax, mentions, pronouns, times, quotations, claims.
// One a predicate. Cost: O(tokens · length of a sentence).
std::vector<Event> FindEvents(const Analysis& analysis);

// The event noun behind "after", "before", "following" or "since" that the time at token `time` may
// be of, whatever the parser hangs it on: "was arrested after a fight on Monday", but not "after a
// fight, on Monday"; kNoIndex if there is none. Cost: O(tokens between).
uint32_t InnerEventOf(const Analysis& analysis, uint32_t time);

}  // namespace crossread
