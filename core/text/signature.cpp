// Who wrote, took or sent it: bylines, credits, and the credits with which captions end. Names are
// told by their capitals, agencies by agencies.txt.
#include <string>

#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"
#include "core/text/characters.h"
#include "core/text/line.h"
#include "core/text/words.h"

namespace crossread {
namespace {

constexpr uint32_t kLongestByline = 120;       // bytes, by hand
constexpr uint32_t kLongestCredit = 90;        // bytes, by hand
constexpr uint32_t kLongestAccountLine = 100;  // bytes, by hand
constexpr int kMostNameWords = 4;              // "Jean-Luc van der Meer"

bool EndsInTerminator(std::string_view text, Span line) {
  return IsTerminator(DecodeBefore(text, line.end).code_point);
}

bool IsCapitalised(std::string_view word) {
  const std::string_view bare = Bare(word);
  return !bare.empty() && IsUpper(DecodeAt(bare, 0).code_point);
}

// "and", "in", "de": what stands between the names of a byline or a credit.
bool IsJoiner(std::string_view word) {
  static const LexiconTable& particles = Lexicon::English().Table("name_particles.tsv");
  const std::string_view bare = Bare(word);
  if (bare.empty() || bare == "and" || bare == "in" || bare == "for" || bare == "of" ||
      bare == "the" || bare == "with" || bare == "via" || bare == "at") {
    return true;
  }
  return particles.Has(Fold(bare));
}

bool IsGivenName(std::string_view word) {
  static const LexiconTable& names = Lexicon::English().Table("given_names.tsv");
  const std::string_view bare = Bare(word.substr(0, word.find('-')));
  return bare.size() >= 2 && names.Has(FoldDiacritics(bare));
}

// Names alone: "Ann Lee", "Ann Lee and Bo Berg in Oslo", "Ann Lee at Marsh Lane", "Ann Lee,
// political editor". The first word must be a known given name. Near misses: "Peace talks in Oslo",
// "Ann Lee, the engineer, agreed."
bool IsNamesAlone(std::string_view text, Span line) {
  WordWalk walk(text, line, kLongestByline);
  std::string_view word = walk.Next();
  if (!IsCapitalised(word) || word.back() == ',' || !IsGivenName(word)) return false;
  int names = 1;  // words of the name at hand
  for (word = walk.Next(); !word.empty(); word = walk.Next()) {
    if (IsCapitalised(word) && Bare(word).size() > 1) {
      if (++names > kMostNameWords) return false;
    } else if (names >= 2 && (ClassesOf(Bare(word)) & kDesk) != 0) {
      return true;  // "…, political editor"
    } else if (names >= 2 && (word == "and" || word == "in" || word == "at" || word == "&")) {
      names = 1;
    } else if (!(names >= 2 && IsAsciiLower(word[0]) && walk.byte() < line.end &&
                 (ClassesOf(Bare(walk.Next())) & kDesk) != 0)) {
      return false;  // only "political", "chief" and the like stand before a desk word
    } else {
      return true;
    }
  }
  return names >= 2 || line.size() > word.size();
}

// All words are capitalised, joiners or numbers.
bool IsNamesAndJoiners(std::string_view text, Span span) {
  WordWalk walk(text, span, span.size());
  int names = 0;
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    if (IsCapitalised(word)) {
      ++names;
    } else if (!IsJoiner(word)) {
      return false;
    }
  }
  return names > 0;
}

// "(Harbour 24 with AP)", also with stray quotation marks behind it.
bool IsBracketedAgency(std::string_view text, Span line) {
  const std::string_view whole = Slice(text, line);
  const size_t close = whole.find(whole[0] == '(' ? ')' : ']');
  if (close == std::string_view::npos) return false;
  for (char c : whole.substr(close)) {
    if (IsAsciiAlpha(c) || IsAsciiDigit(c)) return false;
  }
  return NamesAgency(whole.substr(1, close - 1));
}

// "AP, Reuters", "AFP with Anadolu": agencies and nothing else.
bool IsAgenciesAlone(std::string_view text, Span line) {
  WordWalk walk(text, line, line.size());
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    const std::string_view bare = Bare(word.substr(0, word.find('/')));
    if (!IsJoiner(bare) && bare != "With" && (ClassesOf(bare) & kAgencyWord) == 0) return false;
  }
  return NamesAgency(Slice(text, line));
}

}  // namespace

// "By Ann Lee", "By Ann Lee and Bo Berg, Harbour Post", "BY ANN LEE": capitalised names up to a
// comma or a bar, no full stop at the end. Near misses: "By Monday the dam had failed", "By then,
// Lee was out."
bool IsByline(std::string_view text, Span line, const LineHead& head) {
  if (line.size() > kLongestByline || EndsInTerminator(text, line)) return false;
  if (head.word != "By" && head.word != "BY" && head.word != "by") return false;
  WordWalk walk(text, line, kLongestByline);
  walk.Next();
  int names = 0;
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    if (IsCapitalised(word)) {
      if (names == 0 && (ClassesOf(Bare(word)) & (kZone | kOpener)) != 0) return false;
      ++names;
      if (word.back() == ',' && names >= 2) return true;  // a role, a place or an outlet follows
    } else if (names >= 2 &&
               (IsAsciiDigit(word[0]) || Bare(word).empty() ||
                IsDash(DecodeAt(word, 0).code_point) || (ClassesOf(Bare(word)) & kDesk) != 0)) {
      return true;
    } else if (!IsJoiner(word)) {
      return false;
    }
  }
  return names >= 1;
}

bool IsNameLine(std::string_view text, Span line) {
  return line.size() <= kLongestByline && !EndsInTerminator(text, line) && IsNamesAlone(text, line);
}

bool IsCredit(std::string_view text, Span line, const LineHead& head, bool* picture) {
  if (line.size() > kLongestCredit) return false;
  const Decoded first = DecodeAt(text, line.begin);
  if (first.code_point == '(' || first.code_point == '[') return IsBracketedAgency(text, line);
  if (IsDash(first.code_point)) {
    const Span rest = TrimLine(text, {line.begin + first.length, line.end});
    if (rest.empty()) return false;
    // "— Sula Bakery (@sula) March 3": who posted what stands above.
    if (Slice(text, rest).find("(@") != std::string_view::npos) return true;
    return IsAgenciesAlone(text, rest) ||
           ReadLabel(text, rest, ReadHead(text, rest)).kind == BlockKind::kCredit;
  }
  if (EndsInTerminator(text, line)) return false;
  // "Bo Berg / AFP", "AP Photo/Ann Lee", "Bo Berg/AFP via Getty Images".
  const std::string_view whole = Slice(text, line);
  if ((head.classes & kPicture) == 0 && whole.find('/') != std::string_view::npos &&
      IsNamesAndJoiners(text, line) && NamesAgency(whole)) {
    *picture = true;
    return true;
  }
  return (head.classes & kAgencyWord) != 0 && IsAgenciesAlone(text, line);
}

bool EndsInPictureCredit(std::string_view text, Span line) {
  const char last = text[line.end - 1];
  if (IsTerminator(static_cast<unsigned char>(last))) return false;
  const uint32_t limit = line.size() > kLongestCredit ? line.end - kLongestCredit : line.begin;
  if (last == ')' || last == ']') {
    const char opening = last == ')' ? '(' : '[';
    for (uint32_t i = line.end - 1; i > limit; --i) {
      if (text[i - 1] != opening) continue;
      const std::string_view inside = text.substr(i, line.end - 1 - i);
      const LineHead head = ReadHead(text, {i, line.end - 1});
      return (head.classes & kPicture) != 0 ||
             (inside.find('/') != std::string_view::npos && NamesAgency(inside)) ||
             (inside.find(": ") != std::string_view::npos &&
              IsNamesAndJoiners(text, {i, line.end - 1})) ||  // "(Harbour News: Ann Lee)"
             Fold(inside).find("photo") != std::string::npos;
    }
    return false;
  }
  for (uint32_t i = line.end - 1; i > limit; --i) {
    const char mark = text[i - 1];
    if (mark != ':' && mark != '|' && mark != '.') continue;
    const Span tail = TrimLine(text, {i, line.end});
    if (mark == ':') {  // "The hall in 2029. Photograph: Bo Berg/Harbour Post"
      uint32_t word = i - 1;
      while (word > line.begin && IsAsciiAlpha(text[word - 1])) --word;
      return word > line.begin && (ClassesOf(text.substr(word, i - 1 - word)) & kPicture) != 0 &&
             IsNamesAndJoiners(text, tail);
    }
    if (mark == '|') return IsNamesAndJoiners(text, tail) && NamesAgency(Slice(text, tail));
    if (tail.begin > i) {  // "Ada Holm in 2029. Bo Berg for Harbour Post"
      const std::string_view names = Slice(text, tail);
      return IsNamesAndJoiners(text, tail) && names.find(" for ") != std::string_view::npos;
    }
  }
  return false;
}

bool EndsInAccount(std::string_view text, Span line) {
  constexpr int kMostWordsOfName = 2;  // and then the account alone
  const std::string_view whole = Slice(text, line);
  const size_t at = whole.size() <= kLongestAccountLine ? whole.rfind('@') : 0;
  if (at == 0 || at == std::string_view::npos) return false;
  std::string_view account = whole.substr(at + 1);
  const bool stop = account.ends_with('.');
  if (stop) account.remove_suffix(1);
  for (char c : account) {
    if (!IsAsciiAlpha(c) && !IsAsciiDigit(c) && c != '_') return false;
  }
  if (account.empty()) return false;
  const Span before = TrimLine(text, {line.begin, line.begin + static_cast<uint32_t>(at)});
  if (text[before.end - 1] == ':' || text[before.end - 1] == '|') return true;
  WordWalk walk(text, before, kLongestAccountLine);
  std::string_view last;
  int words = 0;
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    if (word != "at") last = word;
    ++words;
  }
  return (!stop && words <= kMostWordsOfName) || (ClassesOf(Bare(last)) & kAccount) != 0;
}

}  // namespace crossread
