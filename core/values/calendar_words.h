// Small readers that dates and clock times share.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/values/numerals.h"

namespace crossread {

// The piece after a phrase with this role in calendar_words.tsv at pieces[i], or i where there is
// none. A phrase may have several roles.
size_t SkipCalendarRole(const std::vector<Piece>& pieces, size_t i, std::string_view role);

// True if a phrase of calendar_words.tsv may begin at pieces[i]: a cheap test for the many words
// that begin none.
bool BeginsCalendarPhrase(const std::vector<Piece>& pieces, size_t i);

inline bool HasCalendarRole(const std::vector<Piece>& pieces, size_t i, std::string_view role) {
  return SkipCalendarRole(pieces, i, role) > i;
}

// True if a phrase with this role ends before pieces[end].
bool CalendarRoleBefore(const std::vector<Piece>& pieces, size_t end, std::string_view role);

inline bool IsPiece(const std::vector<Piece>& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

// Nothing stands between pieces[i] and the piece before it.
inline bool IsJoined(const std::vector<Piece>& pieces, size_t i) {
  return i < pieces.size() && !pieces[i].space_before;
}

// The number that pieces[i] is if it has `least` to `most` digits and no mark among them, or -1.
int32_t PlainDigits(const std::vector<Piece>& pieces, size_t i, size_t least, size_t most);

}  // namespace crossread
