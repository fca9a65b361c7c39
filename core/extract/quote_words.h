// What the lexicons say of each token as a part of a reporting frame: which words report, which can
// stand in a speaker's name or description, which end one. Looked up once a distinct word.
// Part of the quotation stage.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/extract/quotations.h"
#include "core/text/document.h"

namespace crossread {

using SpeechFlags = uint32_t;

enum SpeechFlag : SpeechFlags {
  kSpeechNone = 0,
  kSpeechDeterminer = 1u << 0,
  kSpeechPossessive = 1u << 1,  // his, 's
  kSpeechPronoun = 1u << 2,     // he, they, who
  kSpeechPreposition = 1u << 3,
  kSpeechConjunction = 1u << 4,
  kSpeechAuxiliary = 1u << 5,  // be, have, do
  kSpeechModal = 1u << 6,
  kSpeechAdverb = 1u << 7,
  kSpeechTime = 1u << 8,  // weekdays, months, "yesterday"
  kSpeechVerb = 1u << 9,  // surely a verb form
  kSpeechNegator = 1u << 10,
  kSpeechThat = 1u << 11,
  kSpeechRelative = 1u << 12,  // who, which
  kSpeechParticle = 1u << 13,  // to
};

enum ReportingPattern : uint16_t {
  kTakesClause = 1u << 0,
  kTakesThat = 1u << 1,
  kTakesRecipient = 1u << 2,
  kTakesQuote = 1u << 3,
  kTakesObject = 1u << 4,  // an object and quoted words: "call"
  kTakesGerund = 1u << 5,
  kTakesInfinitive = 1u << 6,
  kTakesNounPhrase = 1u << 7,
  kFrameOnly = 1u << 8,
  kNounToo = 1u << 9,
  kTakesQuestion = 1u << 10,
};

// A row of reporting_verbs.tsv (one or two words), reporting_nouns.tsv or reporting_phrases.tsv.
struct ReportingWord {
  CueForce force = CueForce::kNeutral;
  uint16_t patterns = 0;   // ReportingPattern; 0 for nouns and phrases
  bool name_only = false;  // of a phrase: "per Reuters"
  uint32_t words = 1;
};

class SpeechWords {
 public:
  explicit SpeechWords(const Document& document);

  SpeechFlags Flags(const Token& token) const { return flags_[token.norm]; }
  bool Is(const Token& token, SpeechFlags any) const { return (flags_[token.norm] & any) != 0; }

  // The reporting verb that begins at token `t`, or false. Cost: O(1), O(log rows) where one may.
  bool Verb(uint32_t t, ReportingWord* word) const;
  bool Noun(uint32_t t, ReportingWord* word) const;
  bool Phrase(uint32_t t, ReportingWord* word) const;

 private:
  const Document& document_;
  std::vector<SpeechFlags> flags_;  // by StringId of a norm
  std::vector<uint8_t> begins_;     // by StringId of a norm: Begins
};

}  // namespace crossread
