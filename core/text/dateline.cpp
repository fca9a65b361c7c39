// Datelines and date stamps, glued to a paragraph or on a line of their own. The first words of the
// line are sorted into numbers, dates, places and separators; two short questions over that row
// decide. Reads the first kLongestDateline bytes of a line and no more.
#include <algorithm>
#include <string>

#include "core/lexicon/lexicon.h"
#include "core/text/line.h"
#include "core/text/words.h"

namespace crossread {
namespace {

// By hand: "Published Tue, March 3 2031 2:30 PM EDT | Updated Tue, March 3 2031 4:30 PM EDT".
constexpr int kMostParts = 20;
constexpr int kMostPlaceWords = 4;         // by hand: "RIO DE JANEIRO", "PORT OF SPAIN"
constexpr uint32_t kShortestDateline = 4;  // bytes: "1:30"
constexpr uint32_t kLongestBracket = 40;   // bytes, by hand: "(Agence France-Presse)"

enum class PartKind : uint8_t {
  kNumber,     // "3", "2031-04-02", "14:30", "5pm", "3rd"
  kDateWord,   // "March", "GMT", "Published"
  kSeparator,  // "-", "—", "|"
  kAgency,     // "(Reuters)", "[AFP]"
  kCapitals,   // "OSLO", "D.C.", "KYIV/LVIV"
  kName,       // "Oslo"
};

struct Part {
  Span span;
  PartKind kind;
  WordClasses classes;
  uint32_t dash;  // behind a long dash that is glued to the word, or 0
  bool iso;       // 2031-04-02
  bool year;
  bool clock;  // 14:30
  bool comma;
  bool colon;
};

// "2031-04-02", also with "T14:30Z" behind it.
bool IsIsoDate(std::string_view bare) {
  if (bare.size() < 10 || bare[4] != '-' || bare[7] != '-') return false;
  for (size_t i : {0, 1, 2, 3, 5, 6, 8, 9}) {
    if (!IsAsciiDigit(bare[i])) return false;
  }
  return bare.size() == 10 || bare[10] == 'T';
}

// "14:30", "1.30": a time of the day.
bool IsClockTime(std::string_view bare) {
  const size_t mark = bare.find_first_of(":.");
  return mark != std::string_view::npos && mark >= 1 && mark <= 2 && bare.size() == mark + 3 &&
         IsAsciiDigit(bare[mark + 1]) && IsAsciiDigit(bare[mark + 2]);
}

bool IsYear(std::string_view bare) {
  return bare.size() == 4 && (bare.substr(0, 2) == "19" || bare.substr(0, 2) == "20");
}

// No lower-case letter and at least two capitals.
bool IsAllCapitals(std::string_view word) {
  int capitals = 0;
  for (char c : word) {
    if (IsAsciiLower(c)) return false;
    if (IsAsciiUpper(c)) ++capitals;
  }
  return capitals >= 2;
}

bool IsSeparator(std::string_view word) {
  return word == "-" || word == "--" || word == "|" || word == "/" || word == "\xE2\x80\x93" ||
         word == "\xE2\x80\x94";
}

// "3 March 2031 @ 14:30", "Oslo · 3 March 2031 • 14:30". Near miss, an item of a list: "• 3 March
// 2031 – The bridge opens".
bool IsInnerSeparator(std::string_view word) {
  return word == "@" || word == "\xC2\xB7" || word == "\xE2\x80\xA2";
}

// Behind the long dash inside or at the end of `word`, which begins at `begin`: "N.Y.—",
// "LONDON—Police".
uint32_t GluedDashEnd(std::string_view word, uint32_t begin) {
  const size_t dash = std::min(word.find("\xE2\x80\x94"), word.find("\xE2\x80\x93"));
  return dash == std::string_view::npos || dash == 0 ? 0 : begin + static_cast<uint32_t>(dash) + 3;
}

// "OWNERS’", "WHY?": no place has these.
bool HasQuoteOrEndMark(std::string_view word) {
  return word.find_first_of("'\"?!") != std::string_view::npos ||
         word.find("\xE2\x80\x99") != std::string_view::npos;
}

// Behind the bracket that names an agency at `byte`, or 0.
uint32_t AgencyEnd(std::string_view text, uint32_t byte, uint32_t end) {
  if (text[byte] != '(' && text[byte] != '[') return 0;
  const char closing = text[byte] == '(' ? ')' : ']';
  const uint32_t limit = end - byte > kLongestBracket ? byte + kLongestBracket : end;
  for (uint32_t i = byte + 1; i < limit; ++i) {
    if (text[i] == closing) return NamesAgency(text.substr(byte + 1, i - byte - 1)) ? i + 1 : 0;
  }
  return 0;
}

// The first words of a line, up to one that neither a dateline nor a stamp has.
class Opening {
 public:
  Opening(std::string_view text, Span line) : text_(text), line_(line) {
    if (line.size() > kLongestDateline) line.end = line.begin + kLongestDateline;
    for (uint32_t i = line.begin; count_ < kMostParts;) {
      i = SkipSpace(text, i, line.end);
      if (i >= line.end || !Read(i, line.end)) break;
      i = parts_[count_ - 1].span.end;
    }
  }

  // Behind the stamp with which the line begins: 0 if there is none, line.end if it is all of it.
  // Glued to a sentence it must show that it is one: "date 2031-04-02 Police …", "Posted: March 3,
  // 2031 Police …", "3 March 2031 — Police …". Near misses: "3 March 2031 was the day.", "On March
  // 3, 2031 Police …", "Updated maps were sent by 14:30."
  uint32_t StampEnd() const {
    const int begin = BehindPlace();
    const Stamp stamp = ReadStamp(begin);
    if (stamp.behind == begin) return 0;
    const Part& last = parts_[stamp.behind - 1];
    const uint32_t end = last.span.end;
    if (IsAll(end)) {
      const bool alone = stamp.words == 1 && (stamp.iso || (stamp.clock && stamp.behind == 1));
      const bool several = stamp.number && stamp.shown && stamp.words >= 2;
      return several || alone || stamp.labels >= 3 ? line_.end : 0;
    }
    if (begin != 0 || last.colon) return 0;  // "Update 4 March: This story …"
    const bool label = (parts_[0].classes & (kStamp | kPreposition)) == kStamp;
    if (!stamp.dated && !(label && (stamp.clock || stamp.month))) return 0;
    // Near miss: "JULY 11, 2031 • STATEMENTS".
    const bool marked =
        last.kind == PartKind::kSeparator && !IsInnerSeparator(Slice(text_, last.span));
    return (stamp.iso || label || marked) && OpensSentence(end) ? end : 0;
  }

  // Behind "OSLO, March 3 (Agency) -": a place in capitals, or any place with an agency or a date,
  // then a dash. 0 if there is none, line.end if it is all of the line. Near misses: "NATO - the
  // alliance - said", "SMITH: We will", "HE IS A PIRATE — The word", "USA 2 - Norway 1".
  uint32_t PlaceEnd() const {
    if (count_ == 0 || parts_[0].kind < PartKind::kAgency || parts_[0].colon) return 0;
    if (parts_[0].kind == PartKind::kAgency && OpensSentence(parts_[0].span.end)) {
      return parts_[0].span.end;
    }
    const bool capitals = parts_[0].kind == PartKind::kCapitals && parts_[0].span.size() >= 3;
    const bool label = (parts_[0].classes & kLabelWord) != 0;  // "CORRECTION (March 4, 2031): …"
    bool agency = false, month = false, number = false, comma = false, plain = true;
    int place_words = 0;
    for (int n = 0; n < count_; ++n) {
      const Part& part = parts_[n];
      agency = agency || part.kind == PartKind::kAgency;
      // "Charles Fillmore (August 9, 1929 – …": in brackets are dates of a life.
      if (!capitals && text_[part.span.begin] == '(' && part.kind != PartKind::kAgency) return 0;
      month = month || (part.classes & kMonthName) != 0;
      number = number || part.kind == PartKind::kNumber;
      const bool dated = month && number;
      const bool place = agency || (dated && comma) || (capitals && plain && !number);
      if (part.kind == PartKind::kSeparator || part.dash != 0) {
        const uint32_t end = part.dash != 0 ? part.dash : part.span.end;
        if (!place) return 0;
        if (IsAll(end)) return line_.end;
        return OpensSentence(end) ? end : 0;
      }
      if (part.colon && n > 0 && capitals && dated && !label)
        return OpensSentence(part.span.end) ? part.span.end : 0;
      if (part.kind == PartKind::kName && n > 0 && capitals && !comma) return 0;
      if (part.kind >= PartKind::kCapitals && !comma && ++place_words > kMostPlaceWords)
        plain = false;
      if (part.kind == PartKind::kCapitals && IsFunctionWord(part)) plain = false;
      comma = comma || part.comma;
    }
    const bool whole = comma && month && number && IsAll(parts_[count_ - 1].span.end);
    return whole ? line_.end : 0;
  }

 private:
  // What the parts of a stamp show.
  struct Stamp {
    int behind = 0;  // the first part that belongs to it no more
    int words = 0;
    int labels = 0;  // "Published", "Updated", "at"
    bool number = false;
    bool clock = false;
    bool iso = false;
    bool month = false;  // of the date at hand, and so is the year
    bool year = false;
    bool dated = false;  // a whole date
    bool shown = false;  // more than numbers: "(555) 555-0177" is no stamp
  };

  // The stamp that begins with part `begin`.
  Stamp ReadStamp(int begin) const {
    Stamp stamp;
    for (stamp.behind = begin; stamp.behind < count_; ++stamp.behind) {
      const Part& part = parts_[stamp.behind];
      if (part.kind > PartKind::kSeparator) break;
      const bool complete = part.iso || (stamp.month && stamp.year);
      if (part.kind == PartKind::kDateWord && complete && IsNameBehindDate(part)) break;
      if ((part.classes & kStamp) != 0) {
        ++stamp.labels;
        stamp.month = stamp.year = false;  // "Created: 3 March 2031 | Updated: 4 March 2031"
      }
      stamp.number = stamp.number || part.kind == PartKind::kNumber;
      stamp.month = stamp.month || (part.classes & kMonthName) != 0;
      stamp.year = stamp.year || part.year;
      stamp.clock = stamp.clock || part.clock;
      stamp.iso = stamp.iso || part.iso;
      stamp.dated = stamp.dated || stamp.iso || (stamp.month && stamp.year);
      stamp.shown = stamp.shown || stamp.clock || stamp.year || part.kind == PartKind::kDateWord;
      if (part.kind != PartKind::kSeparator) ++stamp.words;
    }
    return stamp;
  }

  // The part behind "Oslo | " or "OSLO - ", where a stamp may begin that is the rest of the line:
  // "Oslo | Updated: March 3, 2031"; 0 if there is no such place. Near miss: "Oslo | Police said".
  int BehindPlace() const {
    int n = 0;
    while (n < count_ && parts_[n].kind >= PartKind::kCapitals) ++n;
    return n > 0 && n < count_ && parts_[n].kind == PartKind::kSeparator ? n + 1 : 0;
  }

  // Appends the part that begins at `byte`; false if the word there is none.
  bool Read(uint32_t byte, uint32_t end) {
    Part part{};
    uint32_t word_end = byte + 1;
    if (text_[byte] != '|') {  // a word of its own: "2:30 PM CST|Updated: 3 hours ago"
      while (word_end < end && !IsAsciiSpace(text_[word_end]) && text_[word_end] != '|') ++word_end;
    }
    const std::string_view word = text_.substr(byte, word_end - byte);
    const std::string_view bare = Bare(word);
    part.span = {byte, word_end};
    part.comma = word.back() == ',';
    part.colon = word.back() == ':';
    const uint32_t agency = AgencyEnd(text_, byte, end);
    if (agency != 0) {
      part.kind = PartKind::kAgency;
      part.span.end = agency;
    } else if (IsSeparator(word) || (count_ > 0 && IsInnerSeparator(word))) {
      part.kind = PartKind::kSeparator;
    } else if (IsDash(DecodeAt(word, 0).code_point)) {  // "—Police": the dash is the part
      part.kind = PartKind::kSeparator;
      part.span.end = byte;
      while (part.span.end < word_end && IsDash(DecodeAt(text_, part.span.end).code_point)) {
        part.span.end += DecodeAt(text_, part.span.end).length;
      }
    } else if (bare.empty()) {
      return false;
    } else if (IsAsciiDigit(bare[0])) {
      part.kind = PartKind::kNumber;
      part.iso = IsIsoDate(bare);
      part.year = part.iso || IsYear(bare);
      part.clock = IsClockTime(bare);
    } else {
      part.classes = ClassesOf(bare.substr(0, bare.find('+')));  // "GMT+1"
      if ((part.classes & (kZone | kMonth | kMonthName | kTime | kStamp)) != 0) {
        part.kind = PartKind::kDateWord;
      } else if (!IsUpper(DecodeAt(bare, 0).code_point) || HasQuoteOrEndMark(word)) {
        return false;
      } else {
        part.kind = IsAllCapitals(bare) ? PartKind::kCapitals : PartKind::kName;
      }
      part.dash = GluedDashEnd(word, byte);
    }
    parts_[count_++] = part;
    return true;
  }

  // Behind a whole date a month or weekday is a name that opens the text: "2031-04-02 May said",
  // but not "2031-04-02 14:30 GMT" or "March 3, 2031 Updated 14:30".
  bool IsNameBehindDate(const Part& part) const {
    return (part.classes & (kTime | kStamp)) == 0 && !IsAllCapitals(Slice(text_, part.span));
  }

  bool IsFunctionWord(const Part& part) const {
    return (part.classes & (kOpener | kPreposition | kHanging | kTag)) != 0;
  }

  bool IsAll(uint32_t end) const { return SkipSpace(text_, end, line_.end) >= line_.end; }

  // A capital or a digit comes next, perhaps behind marks that open.
  bool OpensSentence(uint32_t byte) const {
    uint32_t next = SkipSpace(text_, byte, line_.end);
    while (next < line_.end) {
      const Decoded d = DecodeAt(text_, next);
      if (!IsOpeningQuote(d.code_point) && d.code_point != '"' && d.code_point != '\'') {
        return IsUpper(d.code_point) || IsDigit(d.code_point);
      }
      next += d.length;
    }
    return false;
  }

  std::string_view text_;
  Span line_;
  Part parts_[kMostParts];  // count_ of them are read; the others are left as they are
  int count_ = 0;
};

// True for the folded name of a news agency or outlet.
bool IsAgency(std::string_view folded) {
  static const LexiconTable& agencies = Lexicon::English().Table("agencies.txt");
  return agencies.Has(folded);
}

}  // namespace

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

uint32_t DatelineEnd(std::string_view text, Span line, const LineHead& head) {
  const char first = text[line.begin];
  const bool may = static_cast<unsigned char>(first) >= 0x80 || IsAsciiUpper(first) ||
                   IsAsciiDigit(first) || first == '(' || first == '[' ||
                   (head.classes & (kStamp | kZone | kMonth | kMonthName)) != 0;
  if (!may || line.size() < kShortestDateline)
    return 0;  // nearly all lines that do not open a sentence
  const Opening opening(text, line);
  const uint32_t stamp = opening.StampEnd();
  return stamp != 0 ? stamp : opening.PlaceEnd();
}

}  // namespace crossread
