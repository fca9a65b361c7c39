#include "core/values/counted.h"

#include <algorithm>
#include <string_view>

#include "core/lexicon/lemma.h"
#include "core/lexicon/lexicon.h"
#include "core/values/written_time.h"

namespace crossread {
namespace {

constexpr size_t kLongestNounPhrase = 7;  // pieces, from the first adjective to the noun

bool Is(const std::vector<Piece>& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

bool EndsWith(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() && word.substr(word.size() - ending.size()) == ending;
}

// A plural noun by its form: "people", "officers"; not "press", "bus", "crisis".
bool IsPlural(const std::string& norm) {
  static const LexiconTable& plurals = Lexicon::English().Table("plural_nouns.txt");
  if (plurals.Has(norm)) return true;
  if (EndsWith(norm, "women") || EndsWith(norm, "people")) return true;
  if (EndsWith(norm, "men"))
    return norm.size() > 5 && !EndsWith(norm, "omen") && !EndsWith(norm, "imen");
  return norm.size() > 2 && norm.back() == 's' && norm[0] != '\'' && !EndsWith(norm, "ss") &&
         !EndsWith(norm, "us") && !EndsWith(norm, "is");
}

// A form of a verb that closes a noun phrase: "gathered", "held". By form alone.
bool IsPastForm(const std::string& norm) {
  if (EndsWith(norm, "ed")) return norm.size() > 4;
  if (IsPlural(norm) || EndsWith(norm, "ing")) return false;
  return Lemma(norm) != norm;
}

bool IsPossessive(const std::vector<Piece>& pieces, size_t i) {
  if (Is(pieces, i, "'s")) return true;
  return (Is(pieces, i, "'")) && !pieces[i].space_before;
}

// The piece after "of the", "worth of", "of all", or `begin` where no "of" stands there.
size_t SkipPartitive(const std::vector<Piece>& pieces, size_t begin) {
  size_t i = begin;
  if (Is(pieces, i, "worth")) ++i;
  if (!Is(pieces, i, "of")) return begin;
  ++i;
  static constexpr std::string_view kDeterminers[] = {"the", "its", "their", "his",   "her",
                                                      "our", "my",  "your",  "those", "these",
                                                      "all", "a",   "an",    "some"};
  for (; i < pieces.size(); ++i) {
    const auto* end = std::end(kDeterminers);
    if (std::find(std::begin(kDeterminers), end, pieces[i].norm) == end) break;
  }
  return i;
}

}  // namespace

bool HasNumberRole(const std::vector<Piece>& pieces, size_t i, std::string_view role) {
  static const LexiconTable& table = Lexicon::English().Table("number_context.tsv");
  if (i >= pieces.size()) return false;
  const LexiconRow* row = table.Find(pieces[i].norm);
  const LexiconRow* end = table.rows().data() + table.rows().size();
  for (; row != nullptr && row != end && row->key == pieces[i].norm; ++row) {
    if (row->column(0) == role) return true;
  }
  return false;
}

Counted FindCounted(const std::vector<Piece>& pieces, size_t begin, bool plural) {
  const size_t first = SkipPartitive(pieces, begin);
  const bool partitive = first != begin;
  size_t last = begin;  // after the last word that may be the head; begin: none yet
  bool found_plural = false;
  for (size_t i = first; i < pieces.size() && i < first + kLongestNounPhrase; ++i) {
    if (IsPossessive(pieces, i)) {
      last = begin;  // "the bank's | profits"
      continue;
    }
    if (i > first && IsHyphen(pieces, i)) continue;
    const std::string& norm = pieces[i].norm;
    const bool compound = IsHyphen(pieces, i + 1);  // "so-|called"
    if (pieces[i].kind != PieceKind::kWord) break;
    if (!compound && HasNumberRole(pieces, i, "stop")) break;
    if (found_plural && !IsPlural(norm)) break;
    if (pieces[i].opens && ReadWrittenTime(pieces, i)) break;
    if (compound) continue;
    // "the fifth Rovers coach": a name in -s before the noun of one
    const bool name = !plural && !partitive && pieces[i].capital && i + 1 < pieces.size() &&
                      pieces[i + 1].kind == PieceKind::kWord && !pieces[i + 1].capital &&
                      !HasNumberRole(pieces, i + 1, "stop") && !IsPossessive(pieces, i + 1);
    if (IsPlural(norm) && !name) {
      // "12 sports clubs": the last of several plurals is the head. One may be someone's ("'s").
      last = i + 1;
      found_plural = !IsPossessive(pieces, i + 1);
      continue;
    }
    if (IsPastForm(norm)) {
      // "12 injured people", but "one soldier died"
      if (last != begin) break;
      continue;
    }
    if ((!plural || partitive) && !HasNumberRole(pieces, i, "no_head")) last = i + 1;
  }
  if (last == begin) return {begin, begin, begin};
  return {begin, last, last - 1};
}

}  // namespace crossread
