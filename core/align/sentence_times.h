// The times of one sentence, and whether those of two sentences exclude each other.
#pragma once

#include <cstdint>
#include <span>

#include "core/extract/analysis.h"

namespace crossread {

// In text order. Cost: O(log times).
std::span<const Time> TimesIn(const Analysis& analysis, uint32_t sentence);

// +1: a time in common; -1: times that exclude each other; 0: neither.
int32_t RelateTimes(const Analysis& a, uint32_t sentence_a, const Analysis& b, uint32_t sentence_b);

// Some time of one excludes one of the other.
bool TimesExclude(const Analysis& a, uint32_t sentence_a, const Analysis& b, uint32_t sentence_b);

}  // namespace crossread
