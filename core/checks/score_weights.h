// What a finding's features are worth (checks/score.cpp), in 1/64 of a unit of log-odds. Written by
// tools/train/scores.py; learnt from the alarms on our own stories. Licence: MIT, as the project.
// clang-format off
#pragma once

namespace crossread {

inline constexpr int kScoreWeights[] = {-60, 11, 53, -19, 15, 13, -19, 2, 1, 0, 1, 1};

}  // namespace crossread
