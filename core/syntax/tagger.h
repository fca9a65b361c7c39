// Part-of-speech tags: greedy, left to right, by a linear model.
#pragma once

#include <cstdint>
#include <vector>

#include "core/syntax/model.h"

namespace crossread {

// Sets (*tags)[i] to the index of word i's tag in model.tags(). Cost: O(words * features).
void TagWords(const Model& model, const std::vector<WordForm>& words, std::vector<uint8_t>* tags);

}  // namespace crossread
