// Puts together a number and its unit (values/amount.h), the words that say how it is meant
// ("nearly", "at least") and the thing counted (values/counted.h), and leaves out the numbers that
// count nothing: dates, names, codes, scores, addresses, "one" as a pronoun.
#include "core/extract/quantities.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/extract/manner.h"
#include "core/extract/uncounted.h"
#include "core/lexicon/lemma.h"
#include "core/lexicon/lexicon.h"
#include "core/values/amount.h"
#include "core/values/counted.h"
#include "core/values/numerals.h"
#include "core/values/written_time.h"

namespace crossread {
namespace {

using Pieces = std::vector<Piece>;

constexpr int64_t kOldestAge = 120;
constexpr int64_t kYoungestApposed = 3;  // "Room 9, 1, …" is rather a list
constexpr int64_t kSmallerUnits =
    100;  // in the next larger one, at most: "a metre and 70 centimetres"

bool Is(const Pieces& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

bool IsWord(const Pieces& pieces, size_t i) {
  return i < pieces.size() && pieces[i].kind == PieceKind::kWord;
}

QuantityKind KindOf(UnitKind unit) {
  switch (unit) {
    case UnitKind::kMoney:
      return QuantityKind::kMoney;
    case UnitKind::kPercent:
      return QuantityKind::kPercent;
    case UnitKind::kMeasure:
      return QuantityKind::kMeasure;
    case UnitKind::kDuration:
      return QuantityKind::kDuration;
    case UnitKind::kAge:
      return QuantityKind::kAge;
    case UnitKind::kNone:
      break;
  }
  return QuantityKind::kCount;
}

void ApplyManner(std::string_view effect, Quantity* q) {
  constexpr std::string_view kEmphatic = "emphatic_";
  if (effect.starts_with(kEmphatic)) {
    q->emphatic = true;
    effect.remove_prefix(kEmphatic.size());
  }
  if (effect == "about") {
    q->approximate = true;
  } else if (effect == "below") {  // "nearly 100": not below 87.5, the width of link/quantity.cpp
    q->approximate = true;
    q->low -= q->low / 8;
  } else if (effect == "above") {
    q->approximate = true;
    q->high += q->high / 8;
  } else if (effect == "at_least") {
    q->at_least = true;
    q->high = INT64_MAX;
  } else if (effect == "at_most") {
    q->at_most = true;
    q->low = 0;
  }
}

// Multiplies the bounds into the base unit. False where they do not fit.
bool SetUnit(const Unit& unit, Quantity* q) {
  q->low = ToBase(q->low, unit);
  if (q->high != INT64_MAX) q->high = ToBase(q->high, unit);
  q->step = ToBase(q->step, unit);
  q->kind = KindOf(unit.kind);
  q->unit = unit.base;
  q->written_unit = unit.written;
  return q->low >= 0 && q->high >= 0 && q->step >= 0;
}

bool IsPerson(std::string_view noun) {
  static const LexiconTable& kinds = Lexicon::English().Table("kind_nouns.tsv");
  const LexiconRow* row = kinds.Find(noun);
  return row != nullptr && row->column(0) == "person";
}

int64_t Integer(std::string_view digits) {
  int64_t value = 0;
  for (char c : digits) value = value * 10 + (c - '0');
  return value;
}

// --- one sentence

class Finder {
 public:
  Finder(const Document& document, std::vector<Quantity>* out) : document_(document), out_(*out) {}

  void Read(const Sentence& sentence) {
    pieces_ = SplitPieces(document_, sentence);
    floor_ = 0;
    for (size_t i = 0; i < pieces_.size();) i = std::max(Step(i), i + 1);
  }

 private:
  // Reads what begins at i and returns the piece to go on from.
  size_t Step(size_t i) {
    if (!pieces_[i].opens) return i + 1;
    if (Is(pieces_, i, "between")) {
      if (const size_t end = ReadBetween(i); end > i) return end;
    }
    if (const size_t end = ReadYearsOfLife(i); end > i) return end;
    if (const auto time = ReadWrittenTime(pieces_, i)) return floor_ = time->end;
    if (const size_t end = ReadVague(i); end > i) return end;
    if (const size_t end = ReadRatio(i); end > i) return end;
    std::optional<Amount> amount = ReadAmount(pieces_, i);
    if (!amount) amount = ReadOneUnit(i);
    if (!amount || IsListNumber(pieces_, *amount)) return amount ? amount->end : i + 1;
    if (const size_t end = ReadRange(*amount); end > i) return end;
    if (IsCode(pieces_, *amount) || IsPronounOne(pieces_, *amount)) return amount->end;
    TakeUnitOfChange(&*amount);
    if (i > 0 && Is(pieces_, i - 1, "aged") && amount->unit.kind == UnitKind::kDuration) {
      if (const Unit unit = AgeUnit(amount->unit)) amount->unit = unit;  // "aged 18 months"
    }
    return Emit(*amount, *amount, amount->begin);
  }

  // "one in five voters", "nine out of ten voters": a share. Returns the piece after it, or i.
  size_t ReadRatio(size_t i) {
    const std::optional<Numeral> parts = ReadNumeral(pieces_, i, false);
    if (!parts || parts->ordinal || parts->fraction || parts->value % 1000 != 0) return i;
    const bool out_of = Is(pieces_, parts->end, "out") && Is(pieces_, parts->end + 1, "of");
    // "Three in four" may be three things in four.
    const bool in = Is(pieces_, i, "one") && Is(pieces_, parts->end, "in");
    if (!out_of && !in) return i;
    std::optional<Amount> of = ReadAmount(pieces_, parts->end + (out_of ? 2 : 1));
    if (!of || of->unit || of->number.value < 2000 || of->number.value > 100'000) return i;
    if (of->number.ordinal || of->number.fraction || of->number.value % 1000 != 0) return i;
    if (parts->value >= of->number.value || FindCounted(pieces_, of->end, true).empty()) return i;
    of->number.step = of->number.value / 1000 > 10 ? 1000 : 5000;
    of->number.value = parts->value * 100'000 / of->number.value;
    of->number.fraction = true;
    of->begin = of->number_begin = i;
    return Emit(*of, *of, i);
  }

  // "in her thirties", "in his late 50s": an age. Returns the piece after it, or i.
  size_t ReadYearsOfLife(size_t i) {
    static constexpr std::string_view kOwners[] = {"his", "her", "their", "my", "your", "its"};
    size_t end = i;
    const int32_t decade = ReadYearsOfAge(pieces_, i, &end);
    if (decade < 0) return i;
    int64_t first = decade, last = decade / 10 * 10 + 9;
    int64_t step = 2000;  // a birthday between the articles
    size_t begin = i;
    if (begin > 0 && IsHyphen(pieces_, begin - 1)) --begin;
    if (begin > 0) {
      const std::string& part = pieces_[begin - 1].norm;
      const bool early = part == "early", late = part == "late";
      if (early || late || part == "mid") {
        if (!early) first = last - (late ? 3 : 6);
        if (!late) last = first + 3;
        step = 6000;
        --begin;
      }
    }
    if (begin < 2 || !Is(pieces_, begin - 2, "in")) return i;
    if (std::find(std::begin(kOwners), std::end(kOwners), pieces_[begin - 1].norm) ==
        std::end(kOwners)) {
      return i;
    }
    Quantity q;
    q.kind = QuantityKind::kAge;
    q.unit = q.written_unit = "year";
    q.low = first * 1000;
    q.high = last * 1000;
    q.step = step;
    q.number = SpanOf(i, end);
    return Append({begin - 2, end, {}}, {}, std::move(q));
  }

  // "for a week", "less than an hour", "nearly a year and a half": one unit of time, behind words
  // that only a length of time follows. Elsewhere it may be a rate ("$5 a year", "twice a day").
  std::optional<Amount> ReadOneUnit(size_t i) const {
    if (i == 0 || !(Is(pieces_, i, "a") || Is(pieces_, i, "an"))) return std::nullopt;
    const Unit unit = ReadUnit(pieces_, i + 1, Numeral());
    if (unit.kind != UnitKind::kDuration || unit.end != i + 2) return std::nullopt;
    if (unit.written == "second") return std::nullopt;  // "for a second time"
    Manner manner = ReadManner(pieces_, i, unit.end, floor_);
    if (manner.begin == i && !HasNumberRole(pieces_, i - 1, "length_before")) return std::nullopt;
    Amount amount;
    amount.begin = amount.number_begin = i;
    amount.end = unit.end;
    amount.number.end = i + 1;
    amount.number.value = 1000;
    amount.number.step = 1000;
    amount.unit = unit;
    if (Is(pieces_, unit.end, "and") && Is(pieces_, unit.end + 1, "a") &&
        Is(pieces_, unit.end + 2, "half")) {
      amount.end = unit.end + 3;
      amount.number.value = 1500;
      amount.number.step = 500;
    }
    // "a week later", "a day after the vote": when, not how long.
    if (HasNumberRole(pieces_, amount.end, "not_length_after")) return std::nullopt;
    return amount;
  }

  // "from 5 to 7 percent": the first number's unit stands behind the second.
  void TakeUnitOfChange(Amount* amount) const {
    if (amount->unit || amount->begin == 0 || !Is(pieces_, amount->begin - 1, "from")) return;
    if (!Is(pieces_, amount->end, "to") || amount->number.ordinal || amount->number.fraction)
      return;
    const std::optional<Amount> last = ReadAmount(pieces_, amount->end + 1);
    if (last && last->unit.kind != UnitKind::kMoney) amount->unit = last->unit;
  }

  // "three to five people", "10-12 miles", "four or five". Returns the piece after it, or 0. "From
  // 5 to 7 percent" is a change, and "3-2" a score.
  size_t ReadRange(const Amount& first) {
    size_t link = first.end;
    bool dash = Is(pieces_, link, "-");
    if (dash && (Is(pieces_, link + 1, "to") || Is(pieces_, link + 1, "or"))) {
      ++link;  // "10- to 12-mile"
      dash = false;
    }
    if (!dash && !Is(pieces_, link, "to") && !Is(pieces_, link, "or")) return 0;
    if (first.begin > 0 && Is(pieces_, first.begin - 1, "from")) return 0;
    return ReadRangeEnd(first, link + 1, first.begin, dash);
  }

  size_t ReadBetween(size_t i) {
    if (ReadWrittenTime(pieces_, i + 1)) return 0;  // "between 2010 and 2014"
    const std::optional<Amount> first = ReadAmount(pieces_, i + 1);
    if (!first || !Is(pieces_, first->end, "and")) return 0;
    return ReadRangeEnd(*first, first->end + 1, i, false);
  }

  // The range from `first` to the amount at pieces_[at], which gives both their unit; 0 if it is
  // none.
  size_t ReadRangeEnd(Amount first, size_t at, size_t begin, bool dash) {
    std::optional<Amount> last = ReadAmount(pieces_, at);
    if (!last || last->number.ordinal || last->number.fraction) return 0;
    if (first.number.ordinal || first.number.fraction) return 0;
    if (first.unit && last->unit && first.unit.base != last->unit.base) return 0;
    if (!last->unit && first.unit) {
      if (first.unit.kind != UnitKind::kMoney) return 0;
      last->unit = first.unit;  // "$5 to 7 million"
    }
    Amount lower = first;
    if (!lower.unit) lower.unit = last->unit;
    lower.number = ScaledLike(first.number, *last);
    if (ToBase(lower.number.value, lower.unit) >= ToBase(last->number.value, last->unit)) {
      return !dash && !last->unit ? last->end : 0;  // "won 3 to 2"
    }
    const bool counts = !FindCounted(pieces_, last->end, true).empty();
    if (dash && !last->unit && (!counts || last->number.value > 100 * lower.number.value)) return 0;
    if (JoinsDigits(pieces_, last->number.end)) return 0;
    last->number.step = std::max(last->number.step, lower.number.step);
    return Emit(*last, lower, begin);
  }

  // "5-7 million": the magnitude is the first number's too. "900,000 to 2 million" stays.
  static Numeral ScaledLike(Numeral number, const Amount& last) {
    if (!last.number.magnitude || number.magnitude || number.value >= 1'000'000 ||
        number.value == 0) {
      return number;
    }
    int64_t factor = 1;
    while (number.value * factor <= last.number.value / 1000) factor *= 1000;
    number.value *= factor;
    number.step *= factor;
    return number;
  }

  // Adds the quantity from `low` to `high` (the same amount twice where it is no range), with what
  // it counts; begin: its first piece. Returns the piece after it.
  size_t Emit(const Amount& high, const Amount& low, size_t begin) {
    Quantity q;
    q.low = low.number.value;
    q.high = high.number.value;
    q.step = high.number.step;
    size_t end = high.end;
    if (high.number.ordinal) q.kind = QuantityKind::kOrdinal;
    if (high.number.fraction) {
      q.kind = QuantityKind::kPercent;
      q.unit = q.written_unit = "%";
    }
    if (high.unit) {
      if (!SetUnit(high.unit, &q)) return end;
      q.low = ToBase(low.number.value, low.unit ? low.unit : high.unit);
      if (q.low == q.high) end = AddSmallerUnits(high, &q);
      if (Is(pieces_, end, "ago")) return floor_ = end + 1;  // a time
    }
    const size_t number_begin = low.number_begin;
    if (IsAge(high, begin, end)) {
      q.kind = QuantityKind::kAge;
      q.unit = q.written_unit = "year";
      if (Is(pieces_, begin - 1, "aged")) --begin;
    }
    const Manner manner = ReadManner(pieces_, begin, end, floor_);
    ApplyManner(manner.effect, &q);
    const bool plural = !high.unit && !high.number.ordinal && high.number.value > 1000;
    Counted counted;
    if (q.kind != QuantityKind::kAge || high.unit) {
      // "half | the houses": the determiner is the noun's
      const bool half = Is(pieces_, high.number.end - 1, "half") && !Is(pieces_, manner.end, "of");
      counted = FindCounted(pieces_, manner.end + (half && high.number.fraction ? 1 : 0), plural);
    }
    if (IsNamed(pieces_, high, !counted.empty() && !high.number.ordinal)) return floor_ = high.end;
    if (!high.unit && !high.number.fraction && IsHyphen(pieces_, manner.end) &&
        IsWord(pieces_, manner.end + 1)) {
      counted = {manner.end + 1, manner.end + 2, manner.end + 1};  // "a three-member panel"
    }
    if (counted.empty() && Is(pieces_, number_begin, "one") && !high.unit &&
        !high.number.fraction) {
      return floor_ = high.end;  // "one wrote"
    }
    // "the first four months" counts months
    if (high.number.ordinal && ReadNumeral(pieces_, high.end, false)) return floor_ = high.end;
    // "first, he said", "zero in on"
    if ((high.number.ordinal || (high.number.value == 0 && !high.unit)) && counted.empty()) {
      return floor_ = high.end;
    }
    q.number = SpanOf(number_begin, high.number.end);
    return Append(manner, counted, std::move(q));
  }

  size_t Append(const Manner& manner, const Counted& counted, Quantity q) {
    size_t end = manner.end;
    if (!counted.empty()) {
      q.of = SpanOf(counted.begin, counted.end);
      // Of "19 of the 30 seats", 30 is all there are and answers no question of its own.
      if (!IsWhole(q)) q.noun = Lemma(pieces_[counted.head].norm);
      end = counted.end;
    }
    q.span = SpanOf(manner.begin, end);
    out_.push_back(std::move(q));
    return floor_ = end;
  }

  // The number stands behind another and "of", "of the" or "out of".
  bool IsWhole(const Quantity& q) const {
    if (q.kind != QuantityKind::kCount || out_.empty()) return false;
    const auto first = std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& piece) {
      return piece.span.begin == q.number.begin;
    });
    size_t at = static_cast<size_t>(first - pieces_.begin());
    if (at == pieces_.size()) return false;
    const auto skip = [&](std::string_view word) {
      if (at == 0 || !Is(pieces_, at - 1, word)) return false;
      --at;
      return true;
    };
    if (!skip("the") && !skip("its")) skip("their");
    if (!skip("of")) return false;
    skip("out");
    const Quantity& part = out_.back();
    return at > 0 && (part.number.end == pieces_[at - 1].span.end ||
                      (!part.of.empty() && part.of.end == pieces_[at - 1].span.end));
  }

  // "two hours, 30 minutes and 8 seconds", "6 feet 2 inches": adds the smaller units. Returns the
  // end.
  size_t AddSmallerUnits(const Amount& amount, Quantity* q) const {
    if (q->kind != QuantityKind::kDuration && q->kind != QuantityKind::kMeasure) return amount.end;
    Amount last = amount;
    for (int round = 0; round < 2; ++round) {
      size_t next = last.end;
      if (Is(pieces_, next, ",")) ++next;
      if (Is(pieces_, next, "and")) ++next;
      const std::optional<Amount> smaller = ReadAmount(pieces_, next);
      if (!smaller || !smaller->unit || smaller->unit.base != last.unit.base) break;
      const int64_t value = ToBase(smaller->number.value, smaller->unit);
      const int64_t unit = ToBase(1000, last.unit);
      // "four years and nine hours" are two durations
      if (value < 0 || value >= unit || ToBase(1000, smaller->unit) < unit / kSmallerUnits) break;
      q->low += value;
      q->high += value;
      q->step = ToBase(smaller->number.step, smaller->unit);
      last = *smaller;
    }
    return last.end;
  }

  // "aged 34", "at the age of 34", "Ann Lee, 34, said": an age by what stands around a bare number.
  bool IsAge(const Amount& amount, size_t begin, size_t end) const {
    if (begin == 0 || amount.unit || amount.number.ordinal || amount.number.fraction) return false;
    if (amount.number.value > kOldestAge * 1000 || amount.number.value % 1000 != 0) return false;
    if (Is(pieces_, begin - 1, "aged") || Is(pieces_, begin - 1, "age")) return true;
    if (begin < 2) return false;
    if (Is(pieces_, begin - 1, "of")) {
      // "a man of 26", but "a man of 26 trades"
      if (IsPerson(pieces_[begin - 2].norm)) return FindCounted(pieces_, end, true).empty();
      return Is(pieces_, begin - 2, "age") || Is(pieces_, begin - 2, "ages");
    }
    const bool closed = Is(pieces_, end, ",") || Is(pieces_, end, ".") || Is(pieces_, end, ";");
    if (amount.number.value < kYoungestApposed * 1000 || ReadWrittenTime(pieces_, begin - 2))
      return false;
    return Is(pieces_, begin - 1, ",") && closed && amount.number.in_digits &&
           IsWord(pieces_, begin - 2) && pieces_[begin - 2].capital &&
           amount.number.end == amount.number_begin + 1;
  }

  // "dozens of protesters", "several officers", "a few days". Returns the piece after it, or i.
  size_t ReadVague(size_t i) {
    static const LexiconTable& table = Lexicon::English().Table("vague_numbers.tsv");
    if (!IsWord(pieces_, i)) return i;
    const PhraseMatch match = MatchPhrase(table, pieces_, i);
    if (match.row == nullptr) return i;
    if (i > 0 && Is(pieces_, i - 1, "as") && Is(pieces_, match.end, "as"))
      return i;  // "as many as"
    Quantity q;
    q.vague = true;
    q.low = Integer(match.row->column(0)) * 1000;
    q.high = match.row->column(1) == "-" ? INT64_MAX : Integer(match.row->column(1)) * 1000;
    q.step = 1000;
    size_t end = match.end;
    const std::string_view held = match.row->column(2);
    const Unit unit = held.empty()
                          ? ReadUnit(pieces_, Is(pieces_, end, "of") ? end + 1 : end, Numeral())
                          : UnitNamed(held, end);
    if (unit) {
      if (!SetUnit(unit, &q)) return end;
      end = unit.end;
      if (Is(pieces_, end, "ago")) return floor_ = end + 1;
    }
    const Counted counted = FindCounted(pieces_, end, true);
    if (counted.empty() && !unit) return floor_ = end;  // "many", "several" alone
    Manner manner = ReadManner(pieces_, i, end, floor_);
    if (manner.effect == "at_least") ApplyManner(manner.effect, &q);
    q.number = SpanOf(i, match.end);
    return Append(manner, counted, std::move(q));
  }

  Span SpanOf(size_t begin, size_t end) const {
    return {pieces_[begin].span.begin, pieces_[end - 1].span.end};
  }

  const Document& document_;
  std::vector<Quantity>& out_;
  Pieces pieces_;
  size_t floor_ = 0;  // the first piece that nothing has taken yet
};

}  // namespace

std::vector<Quantity> FindQuantities(const Document& document) {
  std::vector<Quantity> quantities;
  Finder finder(document, &quantities);
  for (const Sentence& sentence : document.sentences) finder.Read(sentence);
  return quantities;
}

}  // namespace crossread
