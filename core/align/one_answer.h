// What two numbers answer (extract/answers.h), and whether they answer it of one thing.
#pragma once

#include "core/align/comparison.h"

namespace crossread {

// The same question of a thing that may be one. Groups of people aboard are not asked.
bool AnswerOne(const Comparison& comparison, uint32_t a, const NumberAnswer& x, uint32_t b,
               const NumberAnswer& y);
// By the noun and what narrows it, or by the name; a thing that is not said may be any. In one
// article (a == b) each must be narrowed alike where it stands.
bool AreOneThing(const Comparison& comparison, uint32_t a, uint32_t x, uint32_t b, uint32_t y);

// The words around two quantities say that they answer different questions: "the stadium will cost
// 40 million", "the roof of the stadium will cost 9 million". False where they don't tell.
bool AnswerApart(const Comparison& comparison, uint32_t a, uint32_t quantity_a, uint32_t b,
                 uint32_t quantity_b);

}  // namespace crossread
