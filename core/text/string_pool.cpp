#include "core/text/string_pool.h"

#include "core/base/hash.h"

namespace crossread {
namespace {

constexpr size_t kFirstSlots = 256;
constexpr size_t kFirstCharacters = 1024;

uint32_t HashOf(std::string_view text) {
  const uint64_t hash = Fnv1a(text);
  return static_cast<uint32_t>(hash ^ (hash >> 32));
}

}  // namespace

StringPool::StringPool() : ends_(1, 0), slots_(kFirstSlots) {
  // On the heap from the start: a string short enough to lie within the object would move with it.
  characters_.reserve(kFirstCharacters);
  Intern("");
}

StringId StringPool::Intern(std::string_view text) {
  const uint32_t hash = HashOf(text);
  size_t i = hash & (slots_.size() - 1);
  for (; slots_[i].next_id != 0; i = (i + 1) & (slots_.size() - 1)) {
    if (slots_[i].hash == hash && Get(slots_[i].next_id - 1) == text) return slots_[i].next_id - 1;
  }
  characters_.append(text);
  ends_.push_back(static_cast<uint32_t>(characters_.size()));
  const uint32_t next_id = static_cast<uint32_t>(ends_.size() - 1);
  slots_[i] = {hash, next_id};
  if (next_id * 2 > slots_.size()) Grow();
  return next_id - 1;
}

void StringPool::Grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.next_id == 0) continue;
    size_t i = slot.hash & (slots_.size() - 1);
    while (slots_[i].next_id != 0) i = (i + 1) & (slots_.size() - 1);
    slots_[i] = slot;
  }
}

}  // namespace crossread
