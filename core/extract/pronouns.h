// Third-person pronouns of one article, and which of its named entities each means, if that is
// clear. "The ministry … it" and "Ann Lee … she" are entities; "a neighbour … she" is nobody's name
// and stays open, as does whatever two entities fit about as well.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/extract/mentions.h"
#include "core/extract/quotations.h"
#include "core/syntax/syntax.h"
#include "core/text/document.h"

namespace crossread {

enum class PronounKind : uint8_t { kHe, kShe, kIt, kThey };

struct Pronoun {
  uint32_t token = 0;  // index into Document::tokens
  PronounKind kind = PronounKind::kHe;
  bool reflexive = false;
  uint32_t entity = kNoEntity;   // index into Mentions::entities
  uint32_t leaning = kNoEntity;  // the best guess, also where it is not good enough to be `entity`
};

// By a token's Document::Norm: he, him, his, himself; she, …; it, …; they, …. Nothing for others.
std::optional<PronounKind> PronounKindOf(std::string_view norm);

// The pronouns in text order, resolved. `quotations` are those of FindQuotations, before their
// speakers are known. Total. Cost: O(pronouns · noun groups of the six sentences before).
std::vector<Pronoun> ResolvePronouns(const Document& document, const Syntax& syntax,
                                     const Mentions& mentions,
                                     const std::vector<Quotation>& quotations);

}  // namespace crossread
