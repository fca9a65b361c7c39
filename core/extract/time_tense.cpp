#include "core/extract/time_tense.h"

#include <string_view>

#include "core/lexicon/lemma.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

using Pieces = std::vector<Piece>;

constexpr size_t kReach = 12;  // pieces on either side of a time in which its verb is sought

bool Is(const Pieces& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

// How pieces[i] speaks of time: 1 future, -1 past, 0 neither. *end gets the piece after a phrase.
int TenseAt(const Pieces& pieces, size_t i) {
  static const LexiconTable& markers = Lexicon::English().Table("tense_markers.tsv");
  if (pieces[i].kind != PieceKind::kWord) return 0;
  if (const PhraseMatch match = MatchPhrase(markers, pieces, i); match.row != nullptr) {
    return match.row->column(0) == "future" ? 1 : -1;
  }
  const std::string& norm = pieces[i].norm;
  if (norm.size() > 4 && norm.compare(norm.size() - 2, 2, "ed") == 0) return -1;
  if (norm.back() == 's' || norm.back() == 'g') return 0;
  return Lemma(norm) != norm ? -1 : 0;
}

}  // namespace

TimeTense TenseAround(const Pieces& pieces, size_t begin, size_t end) {
  size_t distance = 0;
  int left = 0;
  size_t left_distance = SIZE_MAX;
  for (size_t i = begin; i > 0 && distance < kReach; ++distance) {
    --i;
    if (Is(pieces, i, ",") || Is(pieces, i, "that")) distance += 3;
    if ((left = TenseAt(pieces, i)) != 0) {
      left_distance = distance;
      // "was due to arrive", "is set to meet": the phrase began earlier.
      if (i > 0 && left < 0 && TenseAt(pieces, i - 1) > 0) left = 1;
      break;
    }
  }
  int right = 0;
  distance = 0;
  size_t right_distance = SIZE_MAX;
  for (size_t i = end; i < pieces.size() && distance < kReach; ++i, ++distance) {
    if (Is(pieces, i, ",") || Is(pieces, i, "that")) distance += 3;
    if ((right = TenseAt(pieces, i)) != 0) {
      right_distance = distance;
      break;
    }
  }
  const int tense = left_distance <= right_distance ? left : right;
  return tense > 0 ? TimeTense::kFuture : tense < 0 ? TimeTense::kPast : TimeTense::kUnknown;
}

}  // namespace crossread
