// What event_difference.cpp and time_evidence.cpp ask of an event, or of two.
#pragma once

#include <string_view>

#include "core/extract/analysis.h"

namespace crossread {

const Sign& SignOf(const Analysis& analysis, const Event& event);

// The article says that it happens, or will, in words of its own.
bool IsFact(const Analysis& analysis, const Event& event);

// Both ahead, or both over; and the same one of several.
bool IsOneOccasion(const Analysis& a, const Event& x, const Analysis& b, const Event& y);

// "Vanished", "resigned": somebody does it once, or once in a story.
bool HappensOnce(std::string_view kind);

// "July" in two articles of different years: each means its own, or both the same.
bool AreSameWords(const Analysis& a, const Time& x, const Analysis& b, const Time& y);

}  // namespace crossread
