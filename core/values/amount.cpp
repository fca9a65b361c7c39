#include "core/values/amount.h"

#include <string>

#include "core/base/ascii.h"
#include "core/values/counted.h"

namespace crossread {
namespace {

const LexiconTable& Units() {
  static const LexiconTable& table = Lexicon::English().Table("units.tsv");
  return table;
}
const LexiconTable& Currencies() {
  static const LexiconTable& table = Lexicon::English().Table("currencies.tsv");
  return table;
}

bool IsLetterAlone(std::string_view key) {
  return key.size() == 1 && key[0] >= 'a' && key[0] <= 'z';
}

// The code of the currency at pieces[begin] that may stand before or after a number ("yen" only
// after); "" if none. *end gets the piece after it.
std::string_view Currency(const std::vector<Piece>& pieces, size_t begin, std::string_view side,
                          size_t* end) {
  const PhraseMatch match = MatchPhrase(Currencies(), pieces, begin);
  const LexiconRow* last = Currencies().rows().data() + Currencies().rows().size();
  for (const LexiconRow* row = match.row;
       row != nullptr && row != last && row->key == match.row->key; ++row) {
    if (row->column(1) != side) continue;
    // "A$5" is Australian, "a $5 note" is not.
    if (side == "before" && match.end > begin + 1 && pieces[match.end - 1].space_before) continue;
    // "R150 million": a letter alone is a currency only right before the number.
    if (IsLetterAlone(row->key) &&
        (!pieces[begin].capital || match.end == pieces.size() || pieces[match.end].space_before)) {
      continue;
    }
    *end = match.end;
    return row->column(0);
  }
  return {};
}

Unit CurrencyUnit(std::string_view code, size_t end) {
  Unit unit;
  unit.kind = UnitKind::kMoney;
  unit.base = unit.written = code;
  unit.end = end;
  return unit;
}

int64_t Integer(std::string_view digits) {
  int64_t value = 0;
  for (char c : digits) {
    if (IsAsciiDigit(c)) value = value * 10 + (c - '0');
  }
  return value;
}

// "12m people" and "300m euros" are millions, "a 300m race" metres; and so are whole hundreds
// before a plural ("the 100m finals").
bool IsMillions(const std::vector<Piece>& pieces, size_t letter, const Numeral& number) {
  if (pieces[letter].norm != "m") return false;
  size_t end = letter + 1;
  if (!Currency(pieces, letter + 1, "after", &end).empty()) return true;
  if (number.value % 100'000 == 0) return false;
  return !FindCounted(pieces, letter + 1, true).empty();
}

UnitKind KindNamed(std::string_view name) {
  if (name == "duration") return UnitKind::kDuration;
  if (name == "percent") return UnitKind::kPercent;
  if (name == "age") return UnitKind::kAge;
  if (name == "money") return UnitKind::kMoney;
  return UnitKind::kMeasure;
}

Unit UnitOf(const LexiconRow& row, size_t end) {
  Unit unit;
  unit.kind = KindNamed(row.column(1));
  unit.written = row.column(0);
  unit.base = row.column(2);
  unit.numerator = Integer(row.column(3));
  unit.denominator = Integer(row.column(4));
  unit.end = end;
  return unit;
}

// "three-quarters | of an hour", "a quarter | of a percent": a number and its unit, not a share.
void TakeUnitOfFraction(const std::vector<Piece>& pieces, Amount* amount) {
  const size_t of = amount->end;
  if (of + 2 >= pieces.size() || pieces[of].norm != "of") return;
  if (pieces[of + 1].norm != "a" && pieces[of + 1].norm != "an") return;
  const Unit unit = ReadUnit(pieces, of + 2, Numeral());
  if (!unit) return;
  Numeral& number = amount->number;
  number.fraction = false;
  number.value /= 100;  // percent
  number.step = 100;
  amount->unit = unit;
  amount->end = unit.end;
}

}  // namespace

Unit ReadUnit(const std::vector<Piece>& pieces, size_t begin, const Numeral& number) {
  const size_t i = IsHyphen(pieces, begin) ? begin + 1 : begin;
  const PhraseMatch match = MatchPhrase(Units(), pieces, i);
  if (match.row != nullptr) {
    const LexiconRow& row = *match.row;
    const bool letter = row.column(5) == "short";
    if (!letter || (number.in_digits && i == begin && !pieces[i].space_before)) {
      // "Two million pounds" is money; "100 pounds" may be either, and is taken for weight.
      if (row.column(0) == "pound" && number.magnitude) return CurrencyUnit("gbp", match.end);
      return UnitOf(row, match.end);
    }
  }
  size_t end = i;
  const std::string_view code = Currency(pieces, i, "after", &end);
  return code.empty() ? Unit() : CurrencyUnit(code, end);
}

Unit UnitNamed(std::string_view spelling, size_t end) {
  const LexiconRow* row = Units().Find(spelling);
  return row == nullptr ? Unit() : UnitOf(*row, end);
}

Unit AgeUnit(const Unit& unit) { return UnitNamed(std::string(unit.written) + " old", unit.end); }

int64_t ToBase(int64_t value, const Unit& unit) {
  int64_t product = 0;
  if (__builtin_mul_overflow(value, unit.numerator, &product)) {
    if (__builtin_mul_overflow(value / unit.denominator, unit.numerator, &product)) return -1;
    return product > kMaxNumeral ? -1 : product;
  }
  if (product > INT64_MAX - unit.denominator) return -1;
  product = (product + unit.denominator / 2) / unit.denominator;
  return product > kMaxNumeral ? -1 : product;
}

std::optional<Amount> ReadAmount(const std::vector<Piece>& pieces, size_t begin) {
  Amount amount;
  amount.begin = amount.number_begin = begin;
  const std::string_view code = Currency(pieces, begin, "before", &amount.number_begin);
  const std::optional<Numeral> number = ReadNumeral(pieces, amount.number_begin, !code.empty());
  if (!number) return std::nullopt;
  amount.number = *number;
  amount.end = number->end;
  if (!code.empty()) {
    if (number->ordinal || number->fraction) return std::nullopt;
    const bool letter = amount.number_begin == begin + 1 && IsLetterAlone(pieces[begin].norm);
    if (letter && !number->magnitude) return std::nullopt;  // a code
    amount.unit = CurrencyUnit(code, amount.number_begin);
  } else if (!number->ordinal && !number->fraction) {
    amount.unit = ReadUnit(pieces, number->end, *number);
    if (amount.unit) amount.end = amount.unit.end;
    if (amount.unit.written == "metre" && IsMillions(pieces, number->end, *number)) {
      amount.number = *ReadNumeral(pieces, begin, true);
      amount.unit = ReadUnit(pieces, amount.number.end, amount.number);
      amount.end = amount.unit ? amount.unit.end : amount.number.end;
    }
  } else if (number->fraction) {
    TakeUnitOfFraction(pieces, &amount);
  }
  return amount;
}

}  // namespace crossread
