#include "core/values/calendar_words.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/lexicon/lexicon.h"

namespace crossread {

namespace {

const LexiconTable& CalendarWords() {
  static const LexiconTable& table = Lexicon::English().Table("calendar_words.tsv");
  return table;
}

}  // namespace

bool BeginsCalendarPhrase(const std::vector<Piece>& pieces, size_t i) {
  return MatchPhrase(CalendarWords(), pieces, i).row != nullptr;
}

size_t SkipCalendarRole(const std::vector<Piece>& pieces, size_t i, std::string_view role) {
  const LexiconTable& table = CalendarWords();
  const PhraseMatch match = MatchPhrase(table, pieces, i);
  const LexiconRow* end = table.rows().data() + table.rows().size();
  for (const LexiconRow* row = match.row;
       row != nullptr && row != end && row->key == match.row->key; ++row) {
    if (row->column(0) == role) return match.end;
  }
  return i;
}

bool CalendarRoleBefore(const std::vector<Piece>& pieces, size_t end, std::string_view role) {
  for (size_t words = std::min<size_t>(CalendarWords().longest_key(), end); words > 0; --words) {
    if (SkipCalendarRole(pieces, end - words, role) == end) return true;
  }
  return false;
}

int32_t PlainDigits(const std::vector<Piece>& pieces, size_t i, size_t least, size_t most) {
  if (i >= pieces.size() || pieces[i].kind != PieceKind::kDigits) return -1;
  const std::string& norm = pieces[i].norm;
  if (norm.size() < least || norm.size() > most || norm.size() != pieces[i].span.size()) return -1;
  int32_t value = 0;
  for (char c : norm) {
    if (!IsAsciiDigit(c)) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace crossread
