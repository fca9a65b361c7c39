// A number with its unit or currency: "10-mile", "$4.2 billion", "6 per cent", "34-year-old". What
// is counted stands in text/counted.h, how it is meant ("about") in extract/quantities.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/values/numerals.h"

namespace crossread {

enum class UnitKind : uint8_t { kNone, kMoney, kPercent, kMeasure, kDuration, kAge };

struct Unit {
  UnitKind kind = UnitKind::kNone;
  std::string_view base;     // "m"; a currency's code; "%"
  std::string_view written;  // "mile"
  int64_t numerator = 1;     // of the factor from the written unit to the base
  int64_t denominator = 1;
  size_t end = 0;  // the piece after it

  explicit operator bool() const { return kind != UnitKind::kNone; }
};

// The unit or currency behind a number that ends before pieces[begin]: "-mile", " percent", "m"
// right behind digits; !unit where there is none. Cost: O(words of the longest unit).
Unit ReadUnit(const std::vector<Piece>& pieces, size_t begin, const Numeral& number);

// The unit of this spelling in units.tsv; end as given. !unit where there is none.
Unit UnitNamed(std::string_view spelling, size_t end);

// "18 months" said of an age ("aged 18 months"); !unit where it is no unit of ages.
Unit AgeUnit(const Unit& unit);

// value · numerator / denominator, rounded; -1 where it does not fit. value >= 0, in thousandths.
int64_t ToBase(int64_t value, const Unit& unit);

struct Amount {
  size_t begin = 0;  // pieces, with the currency before the number
  size_t end = 0;    // with the unit behind it
  size_t number_begin = 0;
  Numeral number;
  Unit unit;
};

// The amount whose number or leading currency begins at pieces[begin]; nullopt if none does.
std::optional<Amount> ReadAmount(const std::vector<Piece>& pieces, size_t begin);

}  // namespace crossread
