// Two numbers for one thing: "12 people were hurt" and "nine people were hurt".
#include <algorithm>

#include "core/align/counted_apart.h"
#include "core/checks/check.h"
#include "core/lexicon/lexicon.h"
#include "core/link/number_bound.h"

namespace crossread {
namespace {

const Quantity& QuantityOf(const Comparison& comparison, const Difference& d, bool first) {
  return first ? comparison.At(d.a.article).quantities[d.index_a]
               : comparison.At(d.b.article).quantities[d.index_b];
}

// "At least seven" against "seven": one figure, which is a limit on one side only.
bool IsLimit(const Difference& d) { return d.minor && d.value_a.empty(); }

std::string ValueOf(const Comparison& comparison, const Difference& d, bool first) {
  if (d.ground == Ground::kVote || (d.minor && !IsLimit(d))) return first ? d.value_a : d.value_b;
  const Quantity& quantity = QuantityOf(comparison, d, first);
  return std::to_string(quantity.low) + ".." + std::to_string(quantity.high) + quantity.unit;
}

std::string_view KindName(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kCount:
      return "number";
    case QuantityKind::kMoney:
      return "sum of money";
    case QuantityKind::kPercent:
      return "percentage";
    case QuantityKind::kMeasure:
      return "measure";
    case QuantityKind::kDuration:
      return "duration";
    case QuantityKind::kAge:
      return "age";
    case QuantityKind::kOrdinal:
      return "rank";
  }
  return "number";
}

// The figures 1 to 9 of a number as it is written, sorted.
std::string FiguresOf(const Comparison& comparison, uint32_t article, const Quantity& quantity) {
  std::string figures;
  for (const char c : comparison.DocumentOf(article).Text(quantity.number)) {
    if (c >= '1' && c <= '9') figures += c;
  }
  std::sort(figures.begin(), figures.end());
  return figures;
}

// One figure, hedged in one article alone (align/hedged_figures.cpp).
bool IsHedgeLost(const Difference& d) { return d.value_a == "hedged" || d.value_b == "hedged"; }

std::string Reason(const Comparison& comparison, const Difference& d) {
  if (d.ground == Ground::kVote) return "one vote, two counts";
  if (IsHedgeLost(d)) return "one figure, hedged on one side";
  if (IsLimit(d)) return "one figure of one thing, a limit on one side only";
  if (d.minor) return "one thing, two lengths or shares that exclude each other";
  const Quantity& quantity = QuantityOf(comparison, d, true);
  const bool no_pair = d.pair == kNoPair && !d.IsOfCopy();
  if (no_pair) {
    if (quantity.kind == QuantityKind::kAge) return "one person, two ages";
    const std::string figures = FiguresOf(comparison, d.a.article, quantity);
    if (figures.size() > 1 &&
        figures == FiguresOf(comparison, d.b.article, QuantityOf(comparison, d, false)))
      return "one figure, two digits exchanged";
  }
  if (d.ground == Ground::kQuestion)
    return "one question of one thing by the words around the number, two answers";
  if (d.ground == Ground::kToll) return "one fate of people, and each time one number of it";
  std::string what(KindName(quantity.kind));
  if (!quantity.of.empty()) what += " of " + Quote(comparison, {d.a.article, quantity.of});
  return (no_pair ? "same " + what + " by all that is said around it"
                  : "same statement, same " + what) +
         ", values exclude each other";
}

// A unit of time in seconds; 0 if it is none.
int64_t SizeOf(const std::string& unit) {
  static const LexiconTable& units = Lexicon::English().Table("units.tsv");
  const LexiconRow* row = units.Find(unit);
  if (row == nullptr || row->column(1) != "duration" || row->column(4) != "1") return 0;
  return std::stoll(std::string(row->column(3)));
}

// To one decimal: "18 months", "1.5 years".
std::string SayLength(int64_t thousandths, const std::string& unit) {
  const int64_t size = 100 * SizeOf(unit);
  const int64_t tenths = (thousandths + size / 2) / size;
  std::string text = std::to_string(tenths / 10);
  if (tenths % 10 != 0) text += '.' + std::to_string(tenths % 10);
  return text + ' ' + unit + (tenths == 10 ? "" : "s");
}

// "18 months", "more than two years": less than one of the larger unit apart, so that one of them
// may be rounded. Says the smaller in the larger's unit; empty where it is not so.
std::string Conversion(const Comparison& comparison, const Difference& d) {
  if (d.IsOfCopy()) return {};  // nor need it have quantities
  const Quantity *x = &QuantityOf(comparison, d, true), *y = &QuantityOf(comparison, d, false);
  if (x->kind != QuantityKind::kDuration || y->kind != QuantityKind::kDuration ||
      x->written_unit == y->written_unit)
    return {};
  if (SizeOf(x->written_unit) > SizeOf(y->written_unit)) std::swap(x, y);
  const int64_t of_x = FigureOf(*x).figure, of_y = FigureOf(*y).figure;
  if (SizeOf(x->written_unit) == 0 ||
      std::max(of_x, of_y) - std::min(of_x, of_y) >= 1000 * SizeOf(y->written_unit))
    return {};
  return SayLength(of_x, x->written_unit) + " = " + SayLength(of_x, y->written_unit);
}

// "Nearly 80", "82": only not easily one number (align/number_evidence.cpp).
bool IsUnsure(const Comparison& comparison, const Difference& d) {
  if (d.pair != kNoPair || d.IsOfCopy()) return false;
  const Quantity &x = QuantityOf(comparison, d, true), &y = QuantityOf(comparison, d, false);
  return (x.low != x.high || x.approximate || y.low != y.high || y.approximate) &&
         Relate(x, y) != Relation::kDisjoint;
}

// The later article may have counted further: who was treated "by 10 a.m." and "during the week",
// two lower bounds, a count that goes on, the dead of two days. Not so of other statements that
// line up with exact numbers, nor of what a thing holds.
bool MayHaveGrown(const Comparison& comparison, const DifferenceGroup& group) {
  return std::all_of(group.differences.begin(), group.differences.end(), [&](uint32_t i) {
    const Difference& d = comparison.differences[i];
    if (d.ground == Ground::kVote || d.ground == Ground::kQuestion || d.minor) return false;
    const Quantity &x = QuantityOf(comparison, d, true), &y = QuantityOf(comparison, d, false);
    const bool money = x.kind == QuantityKind::kMoney && y.kind == QuantityKind::kMoney;
    const bool counts = x.kind == QuantityKind::kCount && y.kind == QuantityKind::kCount;
    if (!money && !counts) return false;
    const Analysis &in_a = comparison.At(d.a.article), &in_b = comparison.At(d.b.article);
    const bool lined_up = d.pair != kNoPair || d.IsOfCopy();
    if (IsEarlier(comparison, d.a.article, d.b.article)) {
      if (x.low >= y.low) return false;
      if (IsUnfinished(in_a, x)) return true;
    } else if (IsEarlier(comparison, d.b.article, d.a.article)) {
      if (y.low >= x.low) return false;
      if (IsUnfinished(in_b, y)) return true;
    } else {
      return false;
    }
    if (money) return false;
    return !lined_up || (x.at_least && y.at_least) || (IsToll(in_a, x) && IsToll(in_b, y));
  });
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kQuantity, ValueOf)) {
    const Difference& first = comparison.differences[group.differences[0]];
    Finding finding;
    // A report against an assertion may be two sources' numbers.
    const bool mixed =
        std::all_of(group.differences.begin(), group.differences.end(),
                    [&](uint32_t d) { return comparison.differences[d].world == World::kMixed; });
    const std::string conversion = Conversion(comparison, first);
    const bool grown = MayHaveGrown(comparison, group);
    finding.severity = IsLimit(first) || IsHedgeLost(first) || grown ? Severity::kLow
                       : mixed || first.minor || !conversion.empty() || IsUnsure(comparison, first)
                           ? Severity::kMedium
                           : Severity::kHigh;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "give");
    if (!conversion.empty()) finding.message += ' ' + conversion + '.';
    finding.reason = Reason(comparison, first);
    if (grown) finding.reason += "; the later article may have counted further";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kQuantityConflict = {"quantity_conflict", Family::kNumber,
                                        "two numbers for one thing", Run};

}  // namespace crossread
