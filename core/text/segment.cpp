// Sentences. One pass over the bytes of each block: a table finds the bytes at which a sentence may
// end, ReadStop reads what stands there, and the conditions below decide. Works without tokens and
// keeps nothing per sentence but its span. Newlines inside a block are white space: where a line
// break ends a sentence, blocks.cpp has ended the block.
#include <algorithm>
#include <array>

#include "core/text/characters.h"
#include "core/text/document.h"
#include "core/text/list_marker.h"
#include "core/text/stop.h"
#include "core/text/token_scan.h"
#include "core/text/word_classes.h"

namespace crossread {
namespace {

enum Interest : uint8_t { kDull, kMark, kCloser, kWide };

// What a byte may begin. Curly marks, the ellipsis and bullets begin with E2, C2; the terminators
// of other scripts with D8, DB, E0, E3 and EF.
constexpr std::array<uint8_t, 256> MakeInterest() {
  std::array<uint8_t, 256> table{};
  table['.'] = table['?'] = table['!'] = kMark;
  table[')'] = kCloser;
  for (int lead : {0xD8, 0xDB, 0xE0, 0xE2, 0xE3, 0xEF}) table[lead] = kWide;
  return table;
}
constexpr std::array<uint8_t, 256> kInterest = MakeInterest();

bool IsAllLower(std::string_view word) {
  for (char c : word) {
    if (!IsAsciiLower(c)) return false;
  }
  return !word.empty();
}

bool IsAllDigits(std::string_view word) {
  for (char c : word) {
    if (!IsAsciiDigit(c)) return false;
  }
  return !word.empty();
}

class SentenceSplitter {
 public:
  SentenceSplitter(std::string_view text, uint32_t block_index, Span block,
                   std::vector<Sentence>* out)
      : text_(text), block_(block), block_index_(block_index), out_(out) {}

  void Run() {
    Open(block_.begin);
    for (uint32_t i = scan_;;) {
      while (i < block_.end && InterestOf(i) == kDull) ++i;
      if (i >= block_.end) break;
      switch (InterestOf(i)) {
        case kCloser:
          if (EndsBeforeListItem(i)) i = scan_;
          ++i;
          continue;
        case kWide:
          if (!AtWideTerminator(&i)) continue;
          break;
        default:
          break;
      }
      if (EndsBeforeListItem(i)) {
        i = scan_;
        continue;
      }
      const Stop stop = ReadStop(text_, i, block_.end);
      if (stop.end >= block_.end) break;
      const uint32_t end = EndOfSentence(stop);
      if (end == 0) {
        i = stop.end;
        continue;
      }
      Close(end);
      i = scan_;
    }
    if (start_ < block_.end) Emit(block_.end);
  }

 private:
  uint8_t InterestOf(uint32_t byte) const {
    return kInterest[static_cast<unsigned char>(text_[byte])];
  }

  // Starts a sentence at `byte`. Its list marker ("2.", "• 3)", "b.") or leading ellipsis ends
  // nothing.
  void Open(uint32_t byte) {
    start_ = SkipSpace(text_, byte, block_.end);
    scan_ = start_;
    if (start_ >= block_.end || IsAsciiUpper(text_[start_])) return;  // as most sentences begin
    const ListMarker marker = ReadListMarker(text_, start_, block_.end);
    if (!marker.span.empty()) list_ = marker;
    if (!marker.span.empty()) scan_ = marker.span.end;
    while (scan_ < block_.end && (text_[scan_] == '.' || (text_[scan_] == ' ' && scan_ > start_)))
      ++scan_;
  }

  void Emit(uint32_t end) { out_->push_back({{start_, end}, block_index_, {}}); }

  void Close(uint32_t end) {
    Emit(end);
    Open(end);
  }

  // The byte at *i leads a wide character: true at a terminator; at a bullet of a running list the
  // sentence before it ends; else *i moves on.
  bool AtWideTerminator(uint32_t* i) {
    const Decoded d = DecodeAt(text_, *i);
    if (IsTerminator(d.code_point)) return true;
    if (list_.bullet != 0 && d.code_point == list_.bullet && *i > start_ &&
        IsAsciiSpace(text_[*i - 1])) {
      Close(TrimLine(text_, {start_, *i}).end);
      *i = scan_;
    } else {
      *i += d.length;
    }
    return false;
  }

  // "1) Tea 2) Milk": the marker that follows the block's last one begins a sentence. `byte` is its
  // full stop or bracket. Near miss: "a budget of 2. Then" in a text without a list.
  bool EndsBeforeListItem(uint32_t byte) {
    if (list_.value == 0 || list_.bullet != 0) return false;
    const uint32_t begin = FollowingMarker(text_, list_, start_, byte, block_.end);
    if (begin <= start_) return false;
    Close(TrimLine(text_, {start_, begin}).end);
    return true;
  }

  // Where the sentence ends if it ends at `stop`, else 0.
  uint32_t EndOfSentence(const Stop& stop) const {
    if (stop.other_script) return stop.end;
    if (IsBracketedAlone(stop)) return 0;
    if (!stop.gap) return EndsWithoutSpace(stop) ? EndBehindMark(stop) : 0;
    if (stop.next_kind == NextKind::kContinuing) return 0;
    if (stop.ellipsis) return EndOfEllipsis(stop);
    if (stop.question) return EndsAtQuestion(stop) ? stop.end : 0;
    return EndsAtFullStop(stop) ? stop.end : 0;
  }

  // "[...]", "(?)", "[!]": a mark alone in brackets ends nothing.
  bool IsBracketedAlone(const Stop& stop) const {
    return stop.closes_bracket && stop.marks.begin > start_ &&
           IsOpeningBracket(static_cast<unsigned char>(text_[stop.marks.begin - 1]));
  }

  WordClasses NextClasses(const Stop& stop) const {
    return ClassesOf(WordAt(text_, stop.next_word, block_.end));
  }

  // A capitalised word that opens sentences; "The", but not "All-Star".
  bool NextOpens(const Stop& stop) const {
    if (stop.next_kind != NextKind::kUpper) return false;
    const std::string_view word = WordAt(text_, stop.next_word, block_.end);
    const size_t after = stop.next_word + word.size();
    if (after < block_.end && text_[after] == '-') return false;
    return (ClassesOf(word) & kOpener) != 0;
  }

  // "wait ... what", "gone... She", and "compounds. . . . The" (a full stop, then an ellipsis that
  // opens the next sentence).
  uint32_t EndOfEllipsis(const Stop& stop) const {
    if (stop.next_kind == NextKind::kLower || stop.next_kind == NextKind::kDash) return 0;
    if (stop.closes_quote && NamesSpeaker(stop)) return 0;
    const bool attached = stop.marks.begin > start_ && !IsAsciiSpace(text_[stop.marks.begin - 1]);
    constexpr std::string_view kFourSpaced = ". . . .";
    if (stop.spaced && attached && !stop.closes_quote && stop.marks.size() == kFourSpaced.size()) {
      return stop.marks.begin + 1;
    }
    // "I" has its capital anywhere: "the thing is ... I never went".
    if (!attached && text_[stop.next_word] == 'I' && NextIsI(stop)) return 0;
    return stop.end;
  }

  bool NextIsI(const Stop& stop) const {
    const uint32_t behind = stop.next_word + 1;
    return behind >= block_.end || !IsLetter(DecodeAt(text_, behind).code_point);
  }

  bool EndsAtQuestion(const Stop& stop) const {
    const std::string_view word = WordBefore(text_, stop.marks.begin, start_);
    if (stop.next_kind == NextKind::kDash) return !stop.closes_quote;
    if (stop.next_kind == NextKind::kLower) {
      // "Yahoo! in the", "“Why?” she asked" go on; "what? i never" ends.
      return !stop.closes_quote && !stop.closes_bracket && IsAllLower(word);
    }
    if (stop.next_kind == NextKind::kUpper) {
      if (stop.closes_quote && NamesSpeaker(stop)) return false;
      const size_t begin = static_cast<size_t>(word.data() - text_.data());
      const WordClasses classes = ClassesOf(text_.substr(begin, word.size() + 1));
      if ((classes & kMarkedName) != 0) return NextOpens(stop);
    }
    return true;
  }

  // “Why?” Lee asked / Ann Lee said / Mayor Ann Lee told: up to four capitalised words, then a
  // reporting verb; “Why?” Lee's wife asked: behind a possessive one more word. Near misses: “Why?”
  // Lee left. “Why?” Lee's wife left.
  bool NamesSpeaker(const Stop& stop) const {
    if (stop.opens_quote || stop.opens_bracket) return false;
    uint32_t i = stop.next_word;
    bool possessive = false;  // the word before is
    for (int words = 0; words < 5; ++words) {
      const std::string_view word = WordAt(text_, i, block_.end);
      if (word.empty()) return false;
      const bool tag = !IsAsciiUpper(word[0]) && (ClassesOf(word) & kTag) != 0;
      if (tag || !(IsAsciiUpper(word[0]) || possessive)) return tag;
      possessive = word.ends_with("'s") || word.ends_with("\xE2\x80\x99s");
      i += static_cast<uint32_t>(word.size());
      if (i < block_.end && text_[i] == '.') ++i;
      if (i >= block_.end || text_[i] != ' ') return false;
      ++i;
    }
    return false;
  }

  bool EndsAtFullStop(const Stop& stop) const {
    const std::string_view word = WordBefore(text_, stop.marks.begin, start_);
    if (word.empty()) return stop.next_kind != NextKind::kLower;
    if (IsSectionNumber(word) || IsLetterAlone(word)) return false;
    const WordClasses classes = ClassesOf(word);
    const bool initial = IsDottedLetters(word);
    const bool abbreviated = initial || (classes & kShortForms) != 0;
    switch (stop.next_kind) {
      case NextKind::kLower:
        return !abbreviated && EndsBeforeLower(stop, word, classes);
      case NextKind::kDigit:
        return !abbreviated && (classes & kNumberAbbreviation) == 0;
      case NextKind::kDash:
        return !abbreviated && !stop.closes_quote;
      case NextKind::kUpper:
        return !abbreviated || EndsAfterAbbreviation(stop, word, classes);
      default:
        if ((classes & kNumberAbbreviation) != 0) return false;  // "approx. $5", "Rs. ₹5"
        return !abbreviated || (classes & (kTitle | kInner)) == 0;
    }
  }

  // "2.1. Method", "two metres (6. 6 feet)": a number alone, in its bracket too, ends no sentence.
  // Near miss: "It opened in 1971. Later …".
  bool IsSectionNumber(std::string_view word) const {
    if (!IsAsciiDigit(word[0]) || word.size() > 6) return false;
    const uint32_t begin = static_cast<uint32_t>(word.data() - text_.data());
    return begin == start_ || text_[begin - 1] == '(';
  }

  // "Q. And the mayor?": one letter is no sentence. Near miss: "It was I. He knew."
  bool IsLetterAlone(std::string_view word) const {
    return word.data() == text_.data() + start_ && word.size() == 1;
  }

  // "it rained. we left" in careless text. Near miss: “I won.” she said; "approx. ten".
  bool EndsBeforeLower(const Stop& stop, std::string_view word, WordClasses classes) const {
    if (stop.closes_quote || stop.closes_bracket || (classes & kNumberAbbreviation) != 0)
      return false;
    return word.size() >= 3 && IsAllLower(word);
  }

  bool EndsAfterAbbreviation(const Stop& stop, std::string_view word, WordClasses classes) const {
    if ((classes & kInner) != 0) return false;
    if ((classes & kTitle) != 0) return (classes & kAbbreviation) != 0 && NextOpens(stop);
    if ((classes & kListEnd) != 0 || stop.closes_quote) return true;
    if (OpensWithPreposition(word)) return false;
    if ((classes & kTime) != 0) return (NextClasses(stop) & kZone) == 0;
    return NextOpens(stop);
  }

  // "At 5 a.m. Ms. Lee left": a sentence is not over after two or three words that begin with a
  // preposition. `word` is the abbreviation.
  bool OpensWithPreposition(std::string_view word) const {
    const uint32_t end = static_cast<uint32_t>(word.data() - text_.data());
    if (end - start_ > 16) return false;
    return (ClassesOf(WordAt(text_, start_, block_.end)) & kPreposition) != 0;
  }

  // A missing space: "the dam broke.The town", "in 1961.Lee left", "(Fig. 2).While", "it shut.I
  // ran". Near misses: "Node.Js", "Booking.Com", "port.Example.com", "example.Com/a", "e.g.The".
  bool EndsWithoutSpace(const Stop& stop) const {
    if (stop.next_kind != NextKind::kUpper || stop.spaced) return false;
    const std::string_view next = FirstWord(stop.next_word);
    if (next.empty()) return false;
    const bool opener = (ClassesOf(next) & kOpener) != 0;
    if (stop.closes_quote && !stop.closes_bracket) return opener || !NamesSpeaker(stop);
    if (IsAddress(stop)) return false;
    const char before = stop.marks.begin > start_ ? text_[stop.marks.begin - 1] : '\0';
    if (before == ')' || before == ']' || before == '"') return true;
    const std::string_view word = WordBefore(text_, stop.marks.begin, start_);
    if ((ClassesOf(word) & (kShortForms | kNumberAbbreviation | kMarkedName)) != 0) return false;
    if (word.size() < 2 || IsDottedLetters(word)) return false;
    if (IsAllDigits(word)) return !IsSectionNumber(word);
    // Of two capitalised words the second is long, or they may be an address or a name.
    return opener || IsAllLower(word) || next.size() >= 4;
  }

  // `He said, "It shut."Then`: a straight mark between two sentences belongs to the one in which
  // another stands open.
  uint32_t EndBehindMark(const Stop& stop) const {
    if (!stop.opens_quote || text_[stop.end] != '"') return stop.end;
    const std::string_view sentence = text_.substr(start_, stop.end - start_);
    const auto marks = std::count(sentence.begin(), sentence.end(), '"');
    return marks % 2 != 0 ? stop.end + 1 : stop.end;
  }

  // The word at `byte` if a sentence may open with it: "The" of "The town", "It" of "It's", "I";
  // empty for "NASA", "McCain" and for what goes on as an address does ("Example.com").
  std::string_view FirstWord(uint32_t byte) const {
    uint32_t end = byte + 1;
    while (end < block_.end && IsAsciiLower(text_[end])) ++end;
    const char32_t behind = end < block_.end ? DecodeAt(text_, end).code_point : U' ';
    if (IsLetter(behind) || IsDigit(behind)) return {};
    if (behind == '.' && end + 1 < block_.end && IsAsciiAlpha(text_[end + 1])) return {};
    const std::string_view word = text_.substr(byte, end - byte);
    const bool stands_alone = word == "I" || (word == "A" && behind == ' ');
    return word.size() >= 2 || stands_alone ? word : std::string_view();
  }

  // The run of characters around the stop looks like a URL, a path or an e-mail address.
  bool IsAddress(const Stop& stop) const {
    constexpr uint32_t kReach = 64;  // bytes to either side; longer addresses have a '/' nearer
    const auto is_part = [](char c) {
      return c == '/' || c == '@' || c == '_' || c == '=' || c == '\\';
    };
    for (uint32_t i = stop.marks.begin; i > start_ && stop.marks.begin - i < kReach; --i) {
      if (IsAsciiSpace(text_[i - 1])) break;
      if (is_part(text_[i - 1])) return true;
    }
    for (uint32_t i = stop.end; i < block_.end && i - stop.end < kReach; ++i) {
      if (IsAsciiSpace(text_[i])) break;
      if (is_part(text_[i])) return true;
    }
    return false;
  }

  std::string_view text_;
  Span block_;
  uint32_t block_index_;
  std::vector<Sentence>* out_;
  uint32_t start_ = 0;  // of the sentence at hand
  uint32_t scan_ = 0;   // behind its list marker
  ListMarker list_;     // the last one of this block
};

}  // namespace

void SplitSentences(Document* document) {
  document->sentences.reserve(document->blocks.size() + document->text.size() / 100);
  for (uint32_t b = 0; b < document->blocks.size(); ++b) {
    Block& block = document->blocks[b];
    block.sentences.begin = static_cast<uint32_t>(document->sentences.size());
    SentenceSplitter(document->text, b, block.span, &document->sentences).Run();
    block.sentences.end = static_cast<uint32_t>(document->sentences.size());
  }
}

}  // namespace crossread
