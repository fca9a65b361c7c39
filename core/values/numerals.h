// Numbers as they are written: digits ("1,000", "4.2bn"), words ("four hundred and twelve"),
// fractions
// ("two-thirds") and ordinals ("21st"). It knows nothing of what they count (extract/quantities.h)
// nor of dates (values/written_time.h). Both read the text in pieces, finer than tokens: "£330m" is
// £|330|m whatever the treebank says, and "10-12" is 10|-|12.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/span.h"
#include "core/lexicon/lexicon.h"
#include "core/text/document.h"

namespace crossread {

enum class PieceKind : uint8_t { kWord, kDigits, kMark };

struct Piece {
  Span span;
  std::string norm;  // folded; dots of "p.m." and commas of "1,000" gone; a long dash is "--"
  PieceKind kind = PieceKind::kMark;
  bool capital = false;
  bool space_before = true;
  bool opens = true;  // false: a word with which no number, date or clock time begins
};

// One sentence in pieces. Cost: O(bytes).
std::vector<Piece> SplitPieces(const Document& document, const Sentence& sentence);

// True if pieces[i] is a hyphen or short dash with no space on either side.
bool IsHyphen(const std::vector<Piece>& pieces, size_t i);

// The longest key of `table` whose words are pieces[begin, begin + words). A hyphen between two
// words counts as a space ("per-cent"). Cost: O(log rows + words of the longest key).
struct PhraseMatch {
  const LexiconRow* row = nullptr;  // the first row with that key; nullptr: none
  size_t end = 0;                   // the piece after the phrase
};
PhraseMatch MatchPhrase(const LexiconTable& table, const std::vector<Piece>& pieces, size_t begin);

struct Numeral {
  size_t end = 0;     // the piece after it
  int64_t value = 0;  // in thousandths; a fraction as percent ("a third" is 33333)
  int64_t step = 0;   // the last place written, in thousandths: 100'000'000'000 for "4.2 billion"
  bool in_digits = false;
  bool magnitude = false;  // written with "thousand", "million", "bn", …
  bool ordinal = false;
  bool fraction = false;
};

// Values above this (10^15) are not numbers that news count; digits beyond it are codes.
inline constexpr int64_t kMaxNumeral = 1'000'000'000'000'000'000;

// The number that begins at pieces[begin]. after_currency: "m" and "b" are million and billion.
// nullopt if none begins there, or it is a code ("007", "1.2.3"). Cost: O(pieces of the number).
std::optional<Numeral> ReadNumeral(const std::vector<Piece>& pieces, size_t begin,
                                   bool after_currency);

// The first year of an age in words or digits at pieces[i]: 30 for "thirties" and "30s", 13 for
// "teens"; -1 where there is none. *end gets the piece after it.
int32_t ReadYearsOfAge(const std::vector<Piece>& pieces, size_t i, size_t* end);

}  // namespace crossread
