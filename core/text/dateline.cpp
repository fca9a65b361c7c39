// Datelines and date stamps, glued to a paragraph or on a line of their own. Reads the first
// kLongestDateline bytes of a line and no more.
#include <string>

#include "core/lexicon/lexicon.h"
#include "core/text/line.h"
#include "core/text/word_classes.h"
#include "core/text/words.h"

namespace crossread {
namespace {

constexpr int kMostWords =
    12;  // by hand: "SAINT-DENIS-EN-VAL, France, March 3, 2031 (Agence France-Presse)"

// "3", "2031-04-02", "14:30", "5pm", "3rd".
bool IsNumeric(std::string_view bare) { return !bare.empty() && IsAsciiDigit(bare[0]); }

bool IsDateWord(std::string_view bare) {
  return (ClassesOf(bare) & (kZone | kMonth | kTime | kStamp)) != 0;
}

// "2031-04-02", also with "T14:30Z" behind it.
bool IsIsoDate(std::string_view bare) {
  if (bare.size() < 10 || bare[4] != '-' || bare[7] != '-') return false;
  for (size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!IsAsciiDigit(bare[i])) return false;
  }
  return bare.size() == 10 || bare[10] == 'T';
}

// "OSLO", "NEW", "D.C.", "KYIV/LVIV": no lower-case letter and at least two capitals.
bool IsAllCapitals(std::string_view word) {
  int capitals = 0;
  for (char c : word) {
    if (IsAsciiLower(c)) return false;
    if (IsAsciiUpper(c)) ++capitals;
  }
  return capitals >= 2;
}

bool OpensSentence(std::string_view text, uint32_t byte, uint32_t end) {
  if (byte >= end) return false;
  const Decoded d = DecodeAt(text, byte);
  return IsUpper(d.code_point) || IsDigit(d.code_point) || IsOpeningQuote(d.code_point) ||
         d.code_point == '"';
}

bool IsSeparator(std::string_view word) {
  return word == "-" || word == "--" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94" ||
         word == "|";
}

// "(Reuters)", "(AP)—": behind the closing bracket, or 0.
uint32_t BracketedAgencyEnd(std::string_view text, uint32_t byte, uint32_t end) {
  if (byte >= end || text[byte] != '(') return 0;
  const uint32_t limit = end - byte > 40 ? byte + 40 : end;
  for (uint32_t i = byte + 1; i < limit; ++i) {
    if (text[i] == ')') return NamesAgency(text.substr(byte + 1, i - byte - 1)) ? i + 1 : 0;
  }
  return 0;
}

// A stamp that some page put before the first word: "date 2031-04-02 Police …", "2031-04-02 Police
// …". Near miss: "2031-04-02 was a Wednesday."
uint32_t StampEnd(std::string_view text, Span line) {
  WordWalk walk(text, line, kLongestDateline);
  std::string_view bare = Bare(walk.Next());
  for (int i = 0; i < 3 && (ClassesOf(bare) & kStamp) != 0; ++i) bare = Bare(walk.Next());
  if (!IsIsoDate(bare)) return 0;
  uint32_t stamp_end = walk.byte();
  for (int i = 0; i < 4; ++i) {  // a time and its zone
    const std::string_view word = walk.Next();
    if (!IsSeparator(word) && !IsNumeric(Bare(word)) &&
        !(IsDateWord(Bare(word)) && IsAllCapitals(word)))
      break;
    stamp_end = walk.byte();
  }
  return OpensSentence(text, SkipSpace(text, stamp_end, line.end), line.end) ? stamp_end : 0;
}

// "OSLO, March 3 (Agency) - Police …": a place in capitals, or any place with an agency, then words
// of place and date, then a dash. Near misses: "NATO - the alliance - said", "SMITH: We will".
uint32_t PlaceEnd(std::string_view text, Span line) {
  WordWalk walk(text, line, kLongestDateline);
  bool capitals = false;
  bool agency = false;
  bool date = false;
  bool comma = false;
  for (int count = 0; count < kMostWords; ++count) {
    const uint32_t begin = SkipSpace(text, walk.byte(), line.end);
    const uint32_t bracket = BracketedAgencyEnd(text, begin, line.end);
    if (bracket != 0) {
      agency = true;
      const uint32_t behind = SkipSpace(text, bracket, line.end);
      if (count == 0 && OpensSentence(text, behind, line.end)) return bracket;
      while (walk.byte() < bracket && !walk.Next().empty()) {
      }
      // "(AP)—Police": the dash is glued to the bracket.
      if (behind < line.end && IsDash(DecodeAt(text, behind).code_point)) {
        uint32_t end = behind;
        while (end < line.end && IsDash(DecodeAt(text, end).code_point))
          end += DecodeAt(text, end).length;
        return OpensSentence(text, SkipSpace(text, end, line.end), line.end) ? end : 0;
      }
      continue;
    }
    const std::string_view word = walk.Next();
    if (word.empty()) return 0;
    if (IsSeparator(word)) {
      if (count == 0 || !(capitals || agency)) return 0;
      return OpensSentence(text, SkipSpace(text, walk.byte(), line.end), line.end) ? walk.byte()
                                                                                   : 0;
    }
    const std::string_view bare = Bare(word);
    const bool is_date = IsNumeric(bare) || IsDateWord(bare);
    if (count == 0) {
      if (bare.empty() || !IsUpper(DecodeAt(bare, 0).code_point)) return 0;
      capitals = bare.size() >= 3 && IsAllCapitals(bare);
    } else if (!is_date && !IsAllCapitals(bare) &&
               (bare.empty() || !IsAsciiUpper(bare[0]) || !(comma || !capitals))) {
      return 0;
    }
    date = date || is_date;
    comma = comma || word.back() == ',';
    if (count > 0 && word.back() == ':' && capitals && date) {
      return OpensSentence(text, SkipSpace(text, walk.byte(), line.end), line.end) ? walk.byte()
                                                                                   : 0;
    }
  }
  return 0;
}

}  // namespace

bool IsAgency(std::string_view folded) {
  static const LexiconTable& agencies = Lexicon::English().Table("agencies.txt");
  return agencies.Has(folded);
}

bool NamesAgency(std::string_view text) {
  std::string name;  // the agency words that end here, folded: "associated press"
  WordWalk walk(text, {0, static_cast<uint32_t>(text.size())}, kLongestDateline);
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    // "AP/Reuters", "Getty/J. Lee": each side by itself.
    for (size_t slash = word.find('/'); slash != std::string_view::npos; slash = word.find('/')) {
      const std::string_view side = Bare(word.substr(0, slash));
      if ((ClassesOf(side) & kAgencyWord) != 0 && IsAgency(Fold(side))) return true;
      word.remove_prefix(slash + 1);
    }
    const std::string_view bare = Bare(word);
    if ((ClassesOf(bare) & kAgencyWord) == 0) {
      name.clear();
      continue;
    }
    const std::string folded = Fold(bare);
    name += name.empty() ? folded : " " + folded;
    if (IsAgency(folded) || IsAgency(name)) return true;
  }
  return false;
}

uint32_t DatelineEnd(std::string_view text, Span line) {
  const uint32_t stamp = StampEnd(text, line);
  return stamp != 0 ? stamp : PlaceEnd(text, line);
}

bool IsDateStamp(std::string_view text, Span line) {
  if (line.size() > kLongestDateline) return false;
  WordWalk walk(text, line, kLongestDateline);
  bool digit = false;
  int words = 0;
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    const std::string_view bare = Bare(word);
    if (bare.empty()) continue;
    if (!IsNumeric(bare) && !IsDateWord(bare)) return false;
    digit = digit || IsNumeric(bare);
    ++words;
  }
  return digit && words >= 2;
}

}  // namespace crossread
