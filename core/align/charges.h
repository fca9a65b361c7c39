// Somebody charged in one article and not, or not yet, in another: when the two are at odds.
#pragma once

#include <cstdint>

#include "core/align/comparison.h"

namespace crossread {

// "The mayor was charged", "no charges were filed"; not "critics charged that".
bool IsCharge(const Comparison& comparison, uint32_t article, const Event& event);

// Of a charge and its denial: the denial is not the older news, has no limit that the other article
// lacks ("not charged with murder", "charged with fraud"), and the charge is of now.
bool AreOneCharge(const Comparison& comparison, uint32_t a, const Event& x, uint32_t b,
                  const Event& y);

// Told by police, prosecutors or a court, whose word papers take for such a step.
bool IsOfficial(const Comparison& comparison, uint32_t article, const Event& event);

// "No charges have been filed", behind the name of the only one who was charged.
bool IsSoleOne(const Comparison& comparison, uint32_t of_no, const Event& no, uint32_t of_yes,
               const Event& yes);

// What follows "of" behind a verdict, wherever the parse hangs it: “acquitted … of arson”; kNoWord
// where it is any charge, as in “cleared of all charges”.
uint32_t ChargeWord(const Analysis& analysis, uint32_t verb);

}  // namespace crossread
