#include "core/extract/uncounted.h"

#include <string>
#include <string_view>

#include "core/extract/manner.h"
#include "core/values/counted.h"

namespace crossread {
namespace {

using Pieces = std::vector<Piece>;

bool Is(const Pieces& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

bool IsWord(const Pieces& pieces, size_t i) {
  return i < pieces.size() && pieces[i].kind == PieceKind::kWord;
}

bool IsJoined(const Pieces& pieces, size_t i) {
  return i < pieces.size() && !pieces[i].space_before;
}

bool IsCodeMark(const Pieces& pieces, size_t i) {
  if (!IsJoined(pieces, i)) return false;
  const std::string& norm = pieces[i].norm;
  return norm == "-" || norm == "/" || norm == ":" || norm == "." || norm == "x" || norm == "×";
}

bool IsDigits(const Pieces& pieces, size_t i) {
  return i < pieces.size() && pieces[i].kind == PieceKind::kDigits;
}

}  // namespace

bool JoinsDigits(const Pieces& pieces, size_t i) {
  return IsCodeMark(pieces, i) && IsDigits(pieces, i + 1);
}

bool IsNamed(const Pieces& pieces, const Amount& amount, bool counts) {
  const size_t begin = amount.begin;
  for (size_t i = amount.end; i < amount.end + 4 && i < pieces.size() && pieces[i].capital; ++i) {
    const bool street = i > amount.end && HasNumberRole(pieces, i, "street");
    if (street && amount.number.in_digits) return true;  // "10 Downing Street"
  }
  if (begin == 0) return false;
  const Piece& before = pieces[begin - 1];
  if (before.norm == "#" || before.norm == "@" || before.norm == "/") return true;
  if (before.norm == "[" && Is(pieces, amount.end, "]")) return true;  // a footnote mark
  if (amount.number.in_digits) {
    if (IsJoined(pieces, begin) && before.kind == PieceKind::kWord) return true;  // "G7"
    if (begin > 1 && IsHyphen(pieces, begin - 1) && pieces[begin - 2].kind == PieceKind::kWord &&
        pieces[begin - 2].capital) {
      return true;  // "F-16"
    }
    if (begin > 1 && before.norm == "." && IsJoined(pieces, begin - 1) &&
        HasNumberRole(pieces, begin - 2, "abbreviation")) {
      return true;  // "No. 10"
    }
  }
  if (before.kind != PieceKind::kWord || amount.unit || amount.number.fraction) return false;
  // "Flight 370", "room 12"; but "Page 12" and "court 12 times" are told by what follows.
  if (HasNumberRole(pieces, begin - 1, "name") && !counts) {
    return before.capital || amount.number.in_digits;
  }
  // "Falcon 9", "Artemis Two": behind a capital word inside a sentence, with nothing counted.
  return !counts && before.capital && begin > 1 && !amount.number.ordinal &&
         !amount.number.magnitude && !HasNumberRole(pieces, begin - 1, "stop") &&
         !IsApproximator(pieces, begin - 1);
}

bool IsCode(const Pieces& pieces, const Amount& amount) {
  if (!amount.number.in_digits) return false;
  const size_t begin = amount.begin;
  if (begin >= 2 && IsJoined(pieces, begin) && IsCodeMark(pieces, begin - 1) &&
      IsDigits(pieces, begin - 2)) {
    return true;
  }
  const size_t end = amount.number.end;
  if (!amount.unit && IsWord(pieces, end) && IsJoined(pieces, end) && pieces[end].norm[0] != '\'') {
    return true;  // "in his 50s", "the 76ers", "12B"
  }
  return !amount.unit && JoinsDigits(pieces, end) && IsJoined(pieces, end + 1);
}

bool IsPronounOne(const Pieces& pieces, const Amount& amount) {
  const size_t begin = amount.number_begin;
  const size_t next = amount.number.end;
  if (next != begin + 1 || pieces[begin].norm != "one") return false;
  if (amount.unit.kind == UnitKind::kMoney || amount.unit.kind == UnitKind::kPercent) return false;
  if (begin > 0 && HasNumberRole(pieces, begin - 1, "not_one_before")) return true;
  if (IsHyphen(pieces, next)) return !amount.unit;  // "one-time"
  return !IsWord(pieces, next) || HasNumberRole(pieces, next, "not_one_after");
}

bool IsListNumber(const Pieces& pieces, const Amount& amount) {
  if (amount.number_begin != 0 || !amount.number.in_digits) return false;
  return pieces.size() == 1 || ((Is(pieces, 1, ".") || Is(pieces, 1, ")")) && IsJoined(pieces, 1));
}

}  // namespace crossread
