#include "tools/train/learner.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace crossread::train {
namespace {

constexpr int64_t kOne = 256;  // averages are kept in 1/256

void AppendCount(uint32_t value, std::string* out) {
  for (int i = 0; i < 4; ++i) out->push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

int64_t Divide(int64_t a, int64_t b) {  // rounded to the nearest, away from zero
  return a >= 0 ? (a + b / 2) / b : -((-a + b / 2) / b);
}

}  // namespace

size_t Learner::SlotOf(Feature feature) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = feature & mask;
  while (slots_[slot].room != 0 && slots_[slot].feature != feature) slot = (slot + 1) & mask;
  return slot;
}

void Learner::Score(const Feature* features, int count, int32_t* scores) const {
  // Nearly all of the time is the memory's: ask for everything first.
  for (int i = 0; i < count; ++i) __builtin_prefetch(&slots_[features[i] & (slots_.size() - 1)]);
  size_t found[128];
  for (int i = 0; i < count; ++i) {
    found[i] = SlotOf(features[i]);
    __builtin_prefetch(&classes_[slots_[found[i]].begin]);
    __builtin_prefetch(&values_[slots_[found[i]].begin]);
  }
  for (int i = 0; i < count; ++i) {
    const Row& row = slots_[found[i]];
    for (uint32_t w = row.begin; w < row.begin + row.size; ++w) scores[classes_[w]] += values_[w];
  }
}

void Learner::Update(const Feature* features, int count, int right, int wrong) {
  for (int i = 0; i < count; ++i) {
    if (closed_ && slots_[SlotOf(features[i])].room == 0) continue;
    Row* row = RowOf(features[i]);
    Add(row, right, 1);
    Add(row, wrong, -1);
  }
}

Learner::Row* Learner::RowOf(Feature feature) {
  if (2 * (used_ + 1) > slots_.size()) Grow(2 * slots_.size());
  Row& row = slots_[SlotOf(feature)];
  if (row.room == 0) {
    row.feature = feature;
    ++used_;
    Widen(&row);
  }
  return &row;
}

uint32_t Learner::WeightOf(Row* row, int klass) {
  uint32_t w = row->begin;
  const uint32_t end = row->begin + row->size;
  while (w < end && classes_[w] != klass) ++w;
  if (w < end) return w;
  if (row->size == row->room) Widen(row);
  w = row->begin + row->size++;
  classes_[w] = static_cast<uint8_t>(klass);
  values_[w] = 0;
  totals_[w] = 0;
  since_[w] = now_;
  return w;
}

void Learner::Add(Row* row, int klass, int32_t delta) {
  if (closed_) {
    const auto begin = classes_.begin() + row->begin;
    if (std::find(begin, begin + row->size, klass) == begin + row->size) return;
  }
  const uint32_t w = WeightOf(row, klass);
  totals_[w] = Total(w);
  since_[w] = now_;
  values_[w] += delta;
}

void Learner::Join(const Learner& other) {
  for (uint32_t w = 0; w < totals_.size(); ++w) totals_[w] = Total(w);
  now_ += other.now_;
  std::fill(values_.begin(), values_.end(), 0);
  for (const Row& theirs : other.slots_) {
    for (uint32_t w = theirs.begin; w < theirs.begin + theirs.size; ++w) {
      totals_[WeightOf(RowOf(theirs.feature), other.classes_[w])] += other.Total(w);
    }
  }
}

int64_t Learner::Total(uint32_t w) const {
  return totals_[w] + int64_t{now_ - since_[w]} * values_[w];
}

int64_t Learner::Average(uint32_t w) const {
  return Divide(Total(w) * kOne, std::max<int64_t>(now_, 1));
}

Learner Learner::Smaller(size_t most) const {
  struct Kept {
    int64_t size;
    Feature feature;
    uint8_t klass;
    auto operator<=>(const Kept&) const = default;
  };
  std::vector<Kept> order;
  for (const Row& row : slots_) {
    for (uint32_t w = row.begin; w < row.begin + row.size; ++w) {
      const int64_t size = std::abs(Average(w));
      if (size > 0) order.push_back({-size, row.feature, classes_[w]});
    }
  }
  std::sort(order.begin(), order.end());
  order.resize(std::min(order.size(), most));
  Learner smaller;
  for (const Kept& kept : order) {
    smaller.WeightOf(smaller.RowOf(kept.feature), kept.klass);
  }
  smaller.closed_ = true;
  return smaller;
}

// Gives the row twice the room, at the end of the arrays.
void Learner::Widen(Row* row) {
  const uint32_t begin = static_cast<uint32_t>(classes_.size());
  const size_t room = row->room == 0 ? 2 : std::min<size_t>(2 * size_t{row->room}, 128);
  const auto move = [&](auto& list) {
    list.resize(list.size() + room);
    std::copy_n(list.begin() + row->begin, row->size, list.begin() + begin);
  };
  move(classes_);
  move(values_);
  move(totals_);
  move(since_);
  row->begin = begin;
  row->room = static_cast<uint8_t>(room);
}

void Learner::Grow(size_t slots) {
  std::vector<Row> old(slots);
  old.swap(slots_);
  for (const Row& row : old) {
    if (row.room != 0) slots_[SlotOf(row.feature)] = row;
  }
}

std::string Learner::Table(int64_t least, int64_t unit) const {
  std::map<Feature, std::vector<std::pair<uint8_t, int8_t>>> kept;  // sorted: same bytes always
  size_t weights = 0;
  for (const Row& row : slots_) {
    std::vector<std::pair<uint8_t, int8_t>> out;
    for (uint32_t w = row.begin; w < row.begin + row.size; ++w) {
      const int64_t average = Average(w);
      if (std::abs(average) < least) continue;
      const int64_t value = std::clamp<int64_t>(Divide(average, unit), -127, 127);
      if (value != 0) out.emplace_back(classes_[w], static_cast<int8_t>(value));
    }
    if (out.empty() || out.size() > 255) continue;
    std::sort(out.begin(), out.end());
    weights += out.size();
    kept[row.feature] = std::move(out);
  }
  std::string buckets(1 << 16, '\0'), fingerprints, rows, classes, values;
  size_t features = 0;
  for (const auto& [feature, row] : kept) {
    auto& bucket = buckets[feature >> 8];
    if (static_cast<uint8_t>(bucket) == 255) {  // as good as never; the rest of the bucket is lost
      weights -= row.size();
      continue;
    }
    ++bucket;
    ++features;
    fingerprints.push_back(static_cast<char>(feature & 0xFF));
    rows.push_back(static_cast<char>(row.size()));
    for (const auto& [klass, value] : row) {
      classes.push_back(static_cast<char>(klass));
      values.push_back(static_cast<char>(value));
    }
  }
  std::string table;
  AppendCount(static_cast<uint32_t>(features), &table);
  AppendCount(static_cast<uint32_t>(weights), &table);
  return table + buckets + fingerprints + rows + classes + values;
}

}  // namespace crossread::train
