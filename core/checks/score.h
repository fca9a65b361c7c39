// How sure a finding is: log-odds from a few small integers, learnt by tools/train/scores.py from
// our own stories, as thousandths.
#pragma once

#include <array>
#include <cstdint>

#include "core/checks/check.h"

namespace crossread {

// What is known of a finding that tells how likely it is right. `finding` as its check made it,
// with the origins of its sides filled in; its score is the strength of the evidence, which the
// check has from the words that line up.
ScoreFeatures ScoreFeaturesOf(const Finding& finding);

// Thousandths: of findings scored 900, nine in ten should be right. The same on every machine.
uint32_t ScoreOf(const ScoreFeatures& features);

}  // namespace crossread
