// What one article claims, clause by clause: predicates with their sign (yes or no, planned or
// held, may or is) and whose statement it is. A first version over lexicons and token order; the
// syntax stage will replace the guesses at what is a verb and what a "not" reaches. No claims from
// furniture.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/extract/quotations.h"
#include "core/syntax/syntax.h"
#include "core/text/document.h"

namespace crossread {

inline constexpr uint32_t kNoQuotation = UINT32_MAX;

enum class Polarity : uint8_t {
  kPositive,
  kNegative,
  kUnknown,  // under an embedding whose effect is not known: "rejected a plan that would require it
             // to …"
};
enum class Status : uint8_t { kNone, kPlanned, kOngoing, kHappened, kCancelled };
enum class Modality : uint8_t { kAsserted, kPossible };

std::string_view PolarityName(Polarity polarity);
std::string_view StatusName(Status status);
std::string_view ModalityName(Modality modality);

// The words that made a sign stand next to it, as evidence; empty where there are none.
struct Sign {
  Polarity polarity = Polarity::kPositive;
  Status status = Status::kNone;
  Modality modality = Modality::kAsserted;
  Span negation;  // "not", "failed to"
  Span cue;       // of the status: "are set to", "held", "called off"
  Span modal;     // "may"
};

// A verb or an event noun, seen as the same kind of thing: "met" and "a meeting".
struct Predicate {
  uint32_t token = 0;  // index into Document::tokens
  StringId lemma = 0;  // of the verb, for event nouns too ("meeting" -> "meet")
  bool nominal = false;
  Sign sign;
};

struct Claim {
  uint32_t sentence = 0;
  Span span;  // a clause: from its first token to its last, without the reporting frame
  IndexRange tokens;
  IndexRange predicates;              // into Claims::predicates; may be empty
  uint32_t quotation = kNoQuotation;  // whose content it is, if anybody's
};

struct Claims {
  std::vector<Claim> claims;          // in text order, not overlapping
  std::vector<Predicate> predicates;  // in text order

  // The sign of a claim is that of its first predicate.
  Sign SignOf(const Claim& claim) const {
    return claim.predicates.empty() ? Sign{} : predicates[claim.predicates.begin].sign;
  }
};

// Cost: O(tokens). `document` gets new strings (verb lemmas of event nouns).
Claims FindClaims(const std::vector<Quotation>& quotations, const Syntax& syntax,
                  Document* document);

// The predicates among `tokens`, which are one clause, with their signs (extract/predicates.cpp).
std::vector<Predicate> FindPredicates(IndexRange tokens, const Syntax& syntax, Document* document);

}  // namespace crossread
