#include "core/align/sentence_times.h"

#include <algorithm>

#include "core/link/relation.h"

namespace crossread {

std::span<const Time> TimesIn(const Analysis& analysis, uint32_t sentence) {
  if (sentence >= analysis.document.sentences.size()) return {};
  const Span span = analysis.document.sentences[sentence].span;
  const std::vector<Time>& times = analysis.times;
  const auto before = [](const Time& time, uint32_t byte) { return time.span.begin < byte; };
  const auto first = std::lower_bound(times.begin(), times.end(), span.begin, before);
  const auto last = std::lower_bound(first, times.end(), span.end, before);
  return {times.data() + (first - times.begin()), static_cast<size_t>(last - first)};
}

int32_t RelateTimes(const Analysis& a, uint32_t sentence_a, const Analysis& b,
                    uint32_t sentence_b) {
  bool disjoint = false;
  for (const Time& x : TimesIn(a, sentence_a)) {
    for (const Time& y : TimesIn(b, sentence_b)) {
      const Relation relation = Relate(x, y);
      if (relation == Relation::kEqual) return 1;
      disjoint |= relation == Relation::kDisjoint;
    }
  }
  return disjoint ? -1 : 0;
}

bool TimesExclude(const Analysis& a, uint32_t sentence_a, const Analysis& b, uint32_t sentence_b) {
  for (const Time& x : TimesIn(a, sentence_a)) {
    for (const Time& y : TimesIn(b, sentence_b)) {
      if (Relate(x, y) == Relation::kDisjoint) return true;
    }
  }
  return false;
}

}  // namespace crossread
