#include "core/extract/manner.h"

#include <algorithm>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

using Pieces = std::vector<Piece>;

constexpr size_t kLongestApproximator = 5;  // words before a number: "in the region of"

const LexiconTable& Approximators() {
  static const LexiconTable& table = Lexicon::English().Table("approximators.tsv");
  return table;
}

bool Is(const Pieces& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

bool IsJoined(const Pieces& pieces, size_t i) {
  return i < pieces.size() && !pieces[i].space_before;
}

// The effect of the approximator at pieces[begin], of those before a number or of those behind it
// ("at least" is both); "" if there is none. *end gets the piece after it.
std::string_view EffectAt(const Pieces& pieces, size_t begin, bool behind, size_t* end) {
  constexpr std::string_view kAfter = "after_";
  const PhraseMatch match = MatchPhrase(Approximators(), pieces, begin);
  const LexiconRow* last = Approximators().rows().data() + Approximators().rows().size();
  for (const LexiconRow* row = match.row;
       row != nullptr && row != last && row->key == match.row->key; ++row) {
    const bool after = row->column(0).substr(0, kAfter.size()) == kAfter;
    if (after != behind) continue;
    *end = match.end;
    return row->column(0).substr(after ? kAfter.size() : 0);
  }
  return {};
}

// The effect of the approximator that ends before `end` and begins at `floor` or later.
std::string_view EffectBefore(const Pieces& pieces, size_t end, size_t floor, size_t* begin) {
  for (size_t words = std::min(kLongestApproximator, end - floor); words > 0; --words) {
    size_t after = end;
    const std::string_view effect = EffectAt(pieces, end - words, false, &after);
    if (effect.empty() || after != end) continue;
    *begin = end - words;
    return effect;
  }
  return {};
}

}  // namespace

// more").
Manner ReadManner(const Pieces& pieces, size_t begin, size_t end, size_t floor) {
  Manner manner{begin, end, {}};
  for (int round = 0; round < 2; ++round) {
    const std::string_view effect = EffectBefore(pieces, manner.begin, floor, &manner.begin);
    if (effect.empty()) break;
    const bool bound = effect.ends_with("at_least") || effect.ends_with("at_most");
    if (manner.effect.empty() || manner.effect == "exact" || bound) manner.effect = effect;
  }
  const size_t after = IsHyphen(pieces, end) ? end + 1 : end;
  // "300+", "300-plus", but not "300 plus tax"
  const bool sign = Is(pieces, after, "+") || Is(pieces, after, "plus");
  if (sign && !IsJoined(pieces, after)) return manner;
  const std::string_view effect = EffectAt(pieces, after, true, &manner.end);
  if (!effect.empty()) manner.effect = effect;
  return manner;
}

bool IsApproximator(const Pieces& pieces, size_t i) {
  return MatchPhrase(Approximators(), pieces, i).row != nullptr;
}

}  // namespace crossread
