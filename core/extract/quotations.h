// Quotations of one article: what stands inside quotation marks, and reported speech without marks.
// Conventions (docs/spec.md): content includes its marks and a comma inside them; "that" and a
// colon belong to the cue; the recipient ("told reporters") to neither; a split quotation is one;
// the outermost only; scare quotes, titles and nicknames are not quotations.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/span.h"
#include "core/extract/mentions.h"
#include "core/syntax/syntax.h"
#include "core/text/document.h"

namespace crossread {

enum class QuotationKind : uint8_t {
  kDirect,  // 90 % or more of its letters inside marks
  kMixed,
  kIndirect,  // 5 % or less
};

enum class SpeakerKind : uint8_t {
  kUnknown,       // not found, or not sure: said so rather than guessed
  kNamed,         // a person by name, or a pronoun resolved to one
  kOrganisation,  // also metonyms: "Kyiv", "the White House"
  kRole,          // "the minister", without a name
  kAnonymous,     // "a source", "people familiar with the matter", "officials"
};

struct Speaker {
  SpeakerKind kind = SpeakerKind::kUnknown;
  Span span;         // the words in this article; a pronoun that could not be resolved keeps them
  std::string name;  // resolved within the article: "Marco Rubio" for "he"; else the words
  uint32_t entity = kNoEntity;  // index into Mentions::entities
  bool plural = false;          // "officials", "sources"
};

// What a cue does, from lexicon/en/reporting_verbs.tsv.
enum class CueForce : uint8_t { kNeutral, kAssertive, kDoubtful, kDenial, kBelief, kPlan };

struct Quotation {
  QuotationKind kind = QuotationKind::kDirect;
  std::vector<Span> content;  // in order; more than one where the quotation is split
  Span cue;                   // empty if none
  Speaker speaker;
  Span channel;  // "Reuters" in "a source told Reuters"; "Telegram" in "wrote on Telegram"
  CueForce force = CueForce::kNeutral;

  // From the first content's begin to the last one's end.
  Span Extent() const { return {content.front().begin, content.back().end}; }
};

// Finds quotations and their cues. The speaker is left unknown; its span holds the words that stand
// where a speaker does, for AttributeQuotations to judge. Total. Cost: O(n).
std::vector<Quotation> FindQuotations(const Document& document);

struct Pronoun;  // extract/pronouns.h

// Fills in speaker and channel (extract/attribution.cpp).
void AttributeQuotations(const Document& document, const Syntax& syntax, const Mentions& mentions,
                         const std::vector<Pronoun>& pronouns, std::vector<Quotation>* quotations);

}  // namespace crossread
