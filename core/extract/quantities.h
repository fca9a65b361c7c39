// Numbers, and what they count: "12 people", "nearly four years", "$4.2 billion", "a third of
// voters". Dates and clock times are not quantities (extract/times.h), nor are numbers in names
// ("Boeing 737").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/span.h"
#include "core/extract/mentions.h"
#include "core/syntax/syntax.h"
#include "core/text/document.h"

namespace crossread {

enum class QuantityKind : uint8_t { kCount, kMoney, kPercent, kMeasure, kDuration, kAge, kOrdinal };

struct Quantity {
  QuantityKind kind = QuantityKind::kCount;
  Span span;    // number and unit or thing: "nearly four years", "12 people"
  Span number;  // the number's words alone: "four", "4.2 billion"
  Span of;      // the thing counted: "people", "of the bank's profits"; empty if none was found

  // The value lies in [low, high], in thousandths of the unit. Equal for an exact number; "three to
  // five" gives a range; "more than 10" gives [10000, INT64_MAX] with at_least.
  int64_t low = 0;
  int64_t high = 0;
  // The last place that was written, in thousandths of the unit: 100 for "4.2 percent", 10^11 for
  // "$4.2 billion". Where another number rounds to this one within half a step, they do not
  // disagree.
  int64_t step = 0;
  std::string
      unit;  // canonical, from lexicon/en/units.tsv ("m", "kg", "day", "usd", "%"); "" for counts
  std::string
      written_unit;  // as written, from the same file ("mile" where unit is "m"); "" for counts
  std::string noun;  // lemma of the head of `of` ("person" for "people"); "" if unknown
  bool approximate = false;     // "about", "nearly", "some", "almost", "~"
  bool at_least = false;        // "at least", "more than", "over"
  bool at_most = false;         // "at most", "fewer than", "up to", "under"
  bool emphatic = false;        // a bound that is as often the figure itself: "as many as 61"
  bool vague = false;           // "dozens", "several", "a few": low and high are wide bounds
  uint32_t entity = kNoEntity;  // of an age: whose, index into Mentions::entities
};

// In text order, not overlapping. Total. Cost: O(tokens).
std::vector<Quantity> FindQuantities(const Document& document);

// Fills in the entities of ages (extract/ages.cpp).
void FindAgeOwners(const Document& document, const Syntax& syntax, const Mentions& mentions,
                   std::vector<Quantity>* quantities);

}  // namespace crossread
