#include "core/syntax/weights.h"

namespace crossread {
namespace {

constexpr size_t kBuckets = 1 << 16;

bool ReadCount(std::string_view* bytes, uint32_t* out) {
  if (bytes->size() < 4) return false;
  *out = 0;
  for (int i = 0; i < 4; ++i) {
    *out |= static_cast<uint32_t>(static_cast<uint8_t>((*bytes)[static_cast<size_t>(i)]))
            << (8 * i);
  }
  bytes->remove_prefix(4);
  return true;
}

const uint8_t* Take(std::string_view* bytes, size_t size) {
  if (bytes->size() < size) return nullptr;
  const auto* begin = reinterpret_cast<const uint8_t*>(bytes->data());
  bytes->remove_prefix(size);
  return begin;
}

}  // namespace

bool Weights::Read(std::string_view* bytes, int classes) {
  uint32_t features = 0, weights = 0;
  if (!ReadCount(bytes, &features) || !ReadCount(bytes, &weights) || weights > kBegin) return false;
  const uint8_t* const buckets = Take(bytes, kBuckets);
  const uint8_t* const fingerprints = Take(bytes, features);
  const uint8_t* const rows = Take(bytes, features);
  const uint8_t* const klasses = Take(bytes, weights);
  const uint8_t* const values = Take(bytes, weights);
  if (buckets == nullptr || fingerprints == nullptr || rows == nullptr || klasses == nullptr ||
      values == nullptr) {
    return false;
  }
  buckets_.assign(1, 0);
  for (size_t b = 0; b < kBuckets; ++b) buckets_.push_back(buckets_.back() + buckets[b]);
  entries_.clear();
  uint32_t begin = 0;
  for (uint32_t k = 0; k < features; ++k) {
    entries_.push_back(uint32_t{fingerprints[k]} << 24 | begin);
    begin += rows[k];
    if (begin > weights) return false;
  }
  entries_.push_back(begin);
  if (buckets_.back() != features || begin != weights) return false;
  filter_.assign(((kBuckets << 8) >> kFilterShift) / 32, 0);
  for (size_t b = 0; b < kBuckets; ++b) {
    for (uint32_t k = buckets_[b]; k < buckets_[b + 1]; ++k) {
      const size_t bit = (b << 8 | fingerprints[k]) >> kFilterShift;
      filter_[bit / 32] |= uint32_t{1} << (bit % 32);
    }
  }
  weights_.clear();
  for (uint32_t w = 0; w < weights; ++w) {
    if (klasses[w] >= classes) return false;
    weights_.push_back({klasses[w], static_cast<int8_t>(values[w])});
  }
  return true;
}

}  // namespace crossread
