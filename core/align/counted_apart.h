// What the words beside two numbers say that keeps them apart although both count one kind of
// thing: a part of it, a graver form of it, another stretch of the year.
#pragma once

#include "core/align/comparison.h"

namespace crossread {

// "Seriously", "critical" among these tokens.
bool TellsGrade(const Document& document, IndexRange tokens);

// The count goes on, by a word of its sentence ("so far") or its verb ("police have questioned
// 80").
bool IsUnfinished(const Analysis& analysis, const Quantity& quantity);

// Its sentence tells what happened to people (fates.tsv), whose number rises for days.
bool IsToll(const Analysis& analysis, const Quantity& quantity);

// What is measured in two places: "97 mph at Torsay", "84 mph at Kelby". Of how many people, the
// place is asked of the whole statement.
bool AreOfTwoPlaces(const Analysis& a, const Quantity& x, const Analysis& b, const Quantity& y);

// False where the words don't tell. Cost: O(length of both sentences), and of both articles where
// one of them names a stretch of the year.
bool AreCountedApart(const Analysis& a, const Quantity& x, const Analysis& b, const Quantity& y);

}  // namespace crossread
