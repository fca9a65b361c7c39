// An averaged perceptron over hashed features (Collins 2002), all in integers, so that the same
// data gives the same bytes on every machine.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/syntax/feature.h"

namespace crossread::train {

class Learner {
 public:
  Learner() { Grow(size_t{1} << 16); }

  // Adds the weights of `features` to `scores`.
  void Score(const Feature* features, int count, int32_t* scores) const;

  // Moves the weights of `features` towards the class `right` and away from `wrong`.
  void Update(const Feature* features, int count, int right, int wrong);

  // A learner that knows nothing yet and may learn only the `most` weights that are largest here,
  // on average: a small model that is trained anew loses far less than one that is cut.
  Learner Smaller(size_t most) const;

  // Becomes the average over its own decisions and those of `other`, which learnt the same in
  // another order: what the order did cancels out. Nothing more may be learnt afterwards.
  void Join(const Learner& other);

  // One decision is over: averages are taken over all of them.
  void Step() { ++now_; }

  // The averaged weights, those under `least` (in 1/256) left out, as the table of a model file.
  // `unit` is what one step of an int8 stands for, in 1/256.
  std::string Table(int64_t least, int64_t unit) const;

 private:
  // The weights of one feature: `size` of `room` places of the arrays below, from `begin` on.
  struct Row {
    Feature feature = 0;
    uint32_t begin = 0;
    uint8_t size = 0;
    uint8_t room = 0;  // 0: the slot is free
  };

  size_t SlotOf(Feature feature) const;
  int64_t Total(uint32_t weight) const;    // its sum over all steps so far
  int64_t Average(uint32_t weight) const;  // in 1/256
  Row* RowOf(Feature feature);             // made where there is none
  uint32_t WeightOf(Row* row, int klass);  // the same; its row is widened if need be
  void Add(Row* row, int klass, int32_t delta);
  void Grow(size_t slots);
  void Widen(Row* row);

  std::vector<Row> slots_;  // open addressing, at most half full
  size_t used_ = 0;
  std::vector<uint8_t> classes_;
  std::vector<int32_t> values_;
  std::vector<int64_t> totals_;  // sums of the values at all steps before …
  std::vector<uint32_t> since_;  // … this one
  uint32_t now_ = 0;
  bool closed_ = false;  // no weight may be added
};

}  // namespace crossread::train
