#include "core/extract/quote_frame.h"

#include <algorithm>
#include <string_view>

namespace crossread {
namespace {

// Bounds that keep a search next to its cue, in units; longer speakers and asides are given up. By hand.
constexpr uint32_t kLongestSubject = 30;
constexpr uint32_t kLongestAside = 40;
constexpr uint32_t kLongestRecipient = 14;
constexpr uint32_t kFarthestNoun = 5;    // "expressed his most sincere hope that"
constexpr uint32_t kLongestClause = 80;  // where a verb is looked for in what is reported

bool EndsWith(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() && text.substr(text.size() - ending.size()) == ending;
}

class FrameReader {
 public:
  FrameReader(const Document& document, const Folded& folded, const SpeechWords& words,
              IndexRange statement)
      : document_(document), folded_(folded), words_(words), begin_(statement.begin),
        end_(statement.end) {
    while (end_ > begin_ && IsTerminal(end_ - 1)) --end_;
  }

  std::vector<Frame> Run() {
    for (uint32_t i = begin_; i < end_;) {
      Frame frame;
      if (ReadAt(i, &frame)) {
        frames_.push_back(frame);
        i = std::max(i + 1, frame.cue.end);
      } else {
        ++i;
      }
    }
    DropEnclosed();
    return std::move(frames_);
  }

 private:
  // ---- What a unit is.

  const Token& TokenOf(uint32_t i) const { return document_.tokens[folded_.units[i].token]; }
  bool IsMarked(uint32_t i) const { return i < end_ && folded_.units[i].is_marked(); }
  bool Is(uint32_t i, SpeechFlags any) const {
    return i < folded_.units.size() && !folded_.units[i].is_marked() && words_.Is(TokenOf(i), any);
  }
  std::string_view Norm(uint32_t i) const {
    return i >= end_ || folded_.units[i].is_marked() ? std::string_view()
                                                      : document_.Norm(TokenOf(i));
  }
  bool IsWord(uint32_t i) const {
    return i < end_ && !folded_.units[i].is_marked() &&
           (TokenOf(i).shape == TokenShape::kWord || TokenOf(i).shape == TokenShape::kNumber);
  }
  bool IsCapital(uint32_t i) const { return IsWord(i) && TokenOf(i).capital; }
  bool IsTerminal(uint32_t i) const {
    if (folded_.units[i].is_marked()) return false;
    const std::string_view norm = document_.Norm(TokenOf(i));
    return norm == "." || norm == "!" || norm == "?" || norm == "..." || norm == "…" ||
           norm == ";" || TokenOf(i).shape == TokenShape::kQuoteMark;
  }
  bool IsComma(uint32_t i) const { return Norm(i) == ","; }
  bool IsBreak(uint32_t i) const {  // a mark that bounds a noun phrase
    return i < end_ && !folded_.units[i].is_marked() && !IsWord(i) && Norm(i) != "'s" &&
           Norm(i) != "'" && Norm(i) != "-" && TokenOf(i).shape != TokenShape::kSymbol;
  }
  bool IsVerb(uint32_t i) const {  // "United" inside a sentence is a name
    return Is(i, kSpeechVerb | kSpeechAuxiliary | kSpeechModal) && (i == begin_ || !IsCapital(i));
  }
  bool IsIng(uint32_t i) const { return EndsWith(Norm(i), "ing") && Norm(i).size() > 4; }
  bool IsBe(uint32_t i) const {
    return i < end_ && !IsMarked(i) && document_.Lemma(TokenOf(i)) == "be";
  }
  bool HasVerb(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (IsVerb(i)) return true;
    }
    return false;
  }
  bool IsSubjectPronoun(uint32_t i) const {
    const std::string_view norm = Norm(i);
    return norm == "he" || norm == "she" || norm == "they" || norm == "it" || norm == "i" ||
           norm == "we" || norm == "you";
  }

  // ---- Reading frames.

  // "Lee, an aide who told the court …, said": a frame inside another's subject or aside goes.
  void DropEnclosed() {
    std::vector<Frame> kept;
    for (const Frame& frame : frames_) {
      while (!kept.empty() && !frame.coordinated && !frame.subject.empty() &&
             frame.subject.begin < frame.cue.begin && frame.subject.begin <= kept.back().cue.begin &&
             kept.back().cue.begin < frame.cue.begin && frame.place != FramePlace::kNeither) {
        kept.pop_back();
      }
      kept.push_back(frame);
    }
    frames_ = std::move(kept);
  }

  bool ReadAt(uint32_t i, Frame* frame) const {
    if (IsMarked(i)) return false;
    const uint32_t token = folded_.units[i].token;
    if (words_.Phrase(token, &frame->word)) return ReadPhrase(i, frame);
    if (words_.Verb(token, &frame->word) && ReadVerb(i, frame)) return true;
    if (words_.Noun(token, &frame->word) && ReadNoun(i, frame)) return true;
    if (Norm(i) == ":" && IsMarked(i + 1)) return ReadColon(i, frame);
    return false;
  }

  // "According to the ministry, …" / "…, according to the ministry"; "per Reuters" but not "per cent".
  bool ReadPhrase(uint32_t i, Frame* frame) const {
    const uint32_t source = i + frame->word.words;
    if (source >= end_ || IsMarked(source)) return false;
    if (frame->word.name_only && !IsCapital(source)) return false;
    const uint32_t stop = EndOfSource(source);
    frame->cue = {i, source};
    frame->subject = {source, stop};
    frame->span = {i, stop};
    const bool first = i == begin_ || !HasWords(begin_, i) ||
                       (i == begin_ + 1 && Is(begin_, kSpeechConjunction | kSpeechAdverb));
    if (first && IsComma(stop)) frame->span.end = stop + 1;
    frame->place = first ? FramePlace::kLeads : FramePlace::kTrails;
    return stop > source && (!first || stop < end_);
  }

  // The end of a source behind its cue: up to a comma or a mark, taking an aside in apposition with it
  // only where it ends the statement ("…, said Rosa Low, his sister.").
  uint32_t EndOfSource(uint32_t i) const {
    const uint32_t from = i;
    bool relative = false;
    for (; i < end_ && i < from + kLongestSubject; ++i) {
      if (IsMarked(i)) {
        if (!relative) break;
        continue;
      }
      if (IsBreak(i) && !(IsComma(i) && IsListComma(i, end_))) break;
      if (Is(i, kSpeechRelative)) relative = true;
      if (i > from && !relative && EndsSource(i)) break;
    }
    return i;
  }

  // Words that can't go on a source's description: "said Lee on Friday", "said Lee as he left".
  bool EndsSource(uint32_t i) const {
    if (Is(i, kSpeechTime) && !IsCapital(i - 1)) return true;
    if (Is(i, kSpeechThat)) return true;
    if (Is(i, kSpeechPreposition) && Is(i + 1, kSpeechTime)) return true;
    if (Is(i, kSpeechTime | kSpeechAdverb)) return true;
    if (Norm(i) == "and" || Norm(i) == "or") return false;
    if (Is(i, kSpeechConjunction | kSpeechModal)) return true;
    if (Is(i, kSpeechAuxiliary)) return true;
    if (Norm(i) == "in" || Norm(i) == "during" || Norm(i) == "after" || Norm(i) == "before") {
      return !Is(i - 1, kSpeechPreposition) && IsCapital(i - 1);
    }
    return false;
  }

  bool HasWords(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (IsMarked(i) || IsWord(i)) return true;
    }
    return false;
  }

  // "Lee: “…”"
  bool ReadColon(uint32_t i, Frame* frame) const {
    frame->word = {CueForce::kNeutral, kTakesQuote, false, 1};
    frame->cue = {i, i + 1};
    frame->place = FramePlace::kLeads;
    frame->subject = MainSubject(i);
    frame->span = {frame->subject.empty() ? i : frame->subject.begin, i + 1};
    return true;
  }

  // "officials' assertions that …", "suggestions by the ministry that …"
  bool ReadNoun(uint32_t i, Frame* frame) const {
    uint32_t after = i + 1;
    IndexRange source;
    if (Norm(after) == "by" || Norm(after) == "from") {
      const uint32_t stop = EndOfSource(after + 1);
      source = {after + 1, stop};
      after = stop;
      ReportingWord word;  // "statements by officials suggesting that"
      if (source.size() > 1 && IsIng(stop - 1) &&
          words_.Verb(folded_.units[stop - 1].token, &word)) {
        --source.end;
      }
    }
    if (!Is(after, kSpeechThat) || after + 1 >= end_ || !HasVerb(after + 1, ClauseEnd(after + 1))) return false;
    if (source.empty() && i > begin_ && Is(i - 1, kSpeechPossessive)) source = Possessor(i - 1);
    if (source.empty()) return false;  // nobody's: "reports that …"
    frame->cue = {i, i + 1};
    frame->subject = source;
    frame->span = {std::min(source.begin, i), after + 1};
    frame->place = FramePlace::kLeads;
    return true;
  }

  // The noun phrase that ends in the possessive at i: "his", "some US officials '".
  IndexRange Possessor(uint32_t i) const {
    if (Norm(i) != "'s" && Norm(i) != "'") return {i, i + 1};
    const uint32_t begin = ClauseBegin(i);
    return {TidyBegin(begin, i), i};
  }

  // ---- Verbs.

  struct Left {                // what stands between the subject and the verb
    uint32_t begin = 0;        // the first auxiliary or adverb
    uint32_t cue_begin = 0;    // the first of those that the cue takes with it
    bool be = false, modal = false, negated = false, infinitive = false;
  };

  Left ReadLeft(uint32_t i) const {
    Left left;
    left.begin = left.cue_begin = i;
    while (left.begin > begin_ &&
           Is(left.begin - 1, kSpeechAuxiliary | kSpeechModal | kSpeechAdverb | kSpeechNegator |
                                  kSpeechParticle) &&
           !(Is(left.begin - 1, kSpeechTime) && IsCapital(left.begin - 1))) {
      const uint32_t k = --left.begin;
      if (Is(k, kSpeechNegator)) left.negated = true;
      if (Is(k, kSpeechModal)) left.modal = true;
      if (Norm(k) == "to") left.infinitive = true;
      if (IsBe(k)) left.be = true;
      if (!Is(k, kSpeechTime)) left.cue_begin = k;
    }
    return left;
  }

  bool ReadVerb(uint32_t i, Frame* frame) const {
    const Left left = ReadLeft(i);
    if (left.negated || left.infinitive || left.modal) return false;
    const bool ing = IsIng(i);
    const bool as_saying = ing && i >= begin_ + 2 && Norm(i - 1) == "as" && IsVerb(i - 2);
    if (left.be && !ing) return false;  // "was told", "is called"
    if (!ing && !as_saying && !LooksVerbal(i, left, frame->word)) return false;
    frame->cue = {left.cue_begin, i + frame->word.words};
    frame->span = frame->cue;
    if (as_saying) {  // "The general was quoted as saying …"
      const Left outer = ReadLeft(i - 2);
      frame->subject = SubjectBefore(outer.begin);
    } else if (ing && !left.be && IsCoordinatedIng(left.begin)) {
      frame->coordinated = true;
    } else if (IsInverted(i + frame->word.words, left.begin)) {
      return ReadInverted(i + frame->word.words, frame);
    } else {
      frame->coordinated = IsCoordinated(left.begin);
      if (!frame->coordinated) frame->subject = SubjectBefore(left.begin);
      if (ing && !left.be) frame->subject = AfterWith(frame->subject);
      if (!frame->coordinated && frame->subject.empty()) return false;
    }
    if (frame->coordinated) frame->subject = SharedSubject(left.begin);
    if (!frame->subject.empty() && !frame->coordinated) {
      frame->span.begin = std::min(frame->subject.begin, frame->span.begin);
    }
    return ReadComplement(frame);
  }

  // Whether a bare form or one in -s that may be a noun is a verb here: "Lee claims that" but not
  // "the claims", "in reports".
  bool LooksVerbal(uint32_t i, const Left& left, const ReportingWord& word) const {
    if (left.begin == begin_) return left.begin < i || IsMarked(i + 1);
    const uint32_t before = left.begin - 1;
    if (Is(before, kSpeechDeterminer | kSpeechPreposition) && left.begin == i &&
        !IsSubjectPronoun(before) && !Is(before, kSpeechPronoun | kSpeechThat | kSpeechRelative)) {
      return false;
    }
    if (Is(before, kSpeechPossessive) && Norm(before) != "her") return false;
    const std::string_view norm = Norm(i);
    const bool past = norm != document_.Lemma(TokenOf(i)) && !EndsWith(norm, "s");
    if (past || (word.patterns & kNounToo) == 0) return true;
    const uint32_t after = i + word.words;
    const bool bare = norm == document_.Lemma(TokenOf(i));
    if (bare && !IsPluralSubject(before)) return false;  // "expressed hope that"
    return Is(before, kSpeechPronoun | kSpeechRelative) || IsMarked(before) ||
           Is(after, kSpeechThat) || IsMarked(after) || Norm(after) == ":" ||
           ((word.patterns & kTakesInfinitive) != 0 && Norm(after) == "to") ||
           (IsCapital(before) && Is(after, kSpeechDeterminer | kSpeechPronoun | kSpeechPossessive));
  }

  // What the bare form of a verb agrees with: "they claim", "critics claim", "Lee and Park claim".
  bool IsPluralSubject(uint32_t i) const {
    if (Is(i, kSpeechPronoun | kSpeechRelative) || IsCapital(i)) return true;
    const std::string_view norm = Norm(i);
    return norm == "police" || norm == "people" ||
           (EndsWith(norm, "s") && !IsVerb(i) && norm != document_.Lemma(TokenOf(i)));
  }

  // ", adding that", "by saying that": a participle that leans on the subject before.
  bool IsCoordinatedIng(uint32_t i) const {
    if (i == begin_) return false;
    return IsComma(i - 1) || IsMarked(i - 1) || Is(i - 1, kSpeechConjunction) ||
           Norm(i - 1) == "by" || Norm(i - 1) == "in" || Norm(i - 1) == "before" ||
           Norm(i - 1) == "after" || Norm(i - 1) == "while";
  }

  // "raised rates and said"
  bool IsCoordinated(uint32_t i) const {
    if (i == begin_) return false;
    const std::string_view norm = Norm(i - 1);
    return norm == "and" || norm == "but" || norm == "or" || norm == "then";
  }

  // Whether the subject follows the verb that ends before `after`: "…, said Lee." What follows up to
  // the next mark holds no verb: "Lee, who left, said the vote was rigged" is not inverted.
  bool IsInverted(uint32_t after, uint32_t left_begin) const {
    if (left_begin == begin_ || after >= end_) return false;
    const bool open = IsMarked(left_begin - 1) || IsComma(left_begin - 1) || Norm(left_begin - 1) == "-" ||
                      Norm(left_begin - 1) == "--";
    if (!open || IsMarked(after) || IsBreak(after) || Is(after, kSpeechThat)) return false;
    if (Is(after, kSpeechPreposition) || Is(after, kSpeechTime)) return false;
    if (Is(after, kSpeechAdverb) && !IsCapital(after)) return false;
    for (uint32_t i = after; i < end_ && i < after + kLongestSubject; ++i) {
      if (IsMarked(i)) return false;
      if (IsBreak(i) || Is(i, kSpeechRelative)) break;
      if (Is(i, kSpeechAuxiliary | kSpeechModal)) return false;
      if (Is(i, kSpeechVerb) && !IsCapital(i) && !IsIng(i) && !EndsWith(Norm(i), "ed")) return false;
    }
    return true;
  }

  bool ReadInverted(uint32_t after, Frame* frame) const {
    uint32_t stop = EndOfSource(after);
    if (IsComma(stop) && IsApposition(stop + 1)) stop = end_;
    frame->subject = {after, stop};
    frame->span.end = stop;
    frame->place = FramePlace::kTrails;
    if (Norm(stop) == ":") {
      frame->span.end = stop + 1;
      frame->place = FramePlace::kLeads;
    }
    return stop > after;
  }

  // ", his sister" up to the statement's end: no verb, no mark, a lower-case description.
  bool IsApposition(uint32_t i) const {
    if (i >= end_ || IsMarked(i) || !Is(i, kSpeechDeterminer | kSpeechPossessive)) return false;
    for (uint32_t k = i; k < end_; ++k) {
      if (IsMarked(k) || IsBreak(k) || IsVerb(k) || Is(k, kSpeechPronoun)) return false;
    }
    return end_ - i <= kLongestSubject;
  }

  // ---- Subjects.

  // The speaker that ends before unit `to`, over an aside between two commas.
  IndexRange SubjectBefore(uint32_t to) const {
    if (to == begin_) return {};
    if (IsSubjectPronoun(to - 1)) return {to - 1, to};
    if (Is(to - 1, kSpeechRelative)) return Antecedent(to - 1);
    uint32_t aside_end = to;
    if (IsComma(to - 1)) {
      const uint32_t comma = AsideBegin(to - 1);
      if (comma == kNoUnit) return {};
      aside_end = to - 1;
      to = comma;
      if (!IsNameOnly(comma + 1, aside_end)) aside_end = to;
    } else if (IsMarked(to - 1) || IsBreak(to - 1)) {
      return {};
    } else {
      to = TidyEnd(to);
      aside_end = to;
    }
    uint32_t begin = TidyBegin(ClauseBegin(to), to);
    if (begin >= to || !HasWords(begin, to)) return {};
    begin = NameBefore(begin);
    return {begin, std::max(to, aside_end)};
  }

  // "Ann Lee, 35, the union's leader": the name that what begins at `begin` stands in apposition to.
  uint32_t NameBefore(uint32_t begin) const {
    for (int step = 0; step < 2; ++step) {
      const bool describes = Is(begin, kSpeechDeterminer) ||
                             (IsWord(begin) && TokenOf(begin).shape == TokenShape::kNumber);
      if (!describes || begin < begin_ + 2 || !IsComma(begin - 1)) break;
      if (!IsWord(begin - 2)) break;
      if (!IsCapital(begin - 2) && TokenOf(begin - 2).shape != TokenShape::kNumber) break;
      const uint32_t name = TidyBegin(ClauseBegin(begin - 1), begin - 1);
      if (name >= begin - 1) break;
      begin = name;
    }
    return begin;
  }

  // "ended with all sides saying": the subject of the participle is what follows "with".
  IndexRange AfterWith(IndexRange subject) const {
    for (uint32_t i = subject.end; i-- > subject.begin;) {
      if (Norm(i) == "with" && i + 1 < subject.end) return {i + 1, subject.end};
    }
    return subject;
  }

  // The comma that opens the aside which the comma at `close` closes, or kNoUnit.
  uint32_t AsideBegin(uint32_t close) const {
    const uint32_t limit = close > begin_ + kLongestAside ? close - kLongestAside : begin_;
    for (uint32_t i = close; i-- > limit;) {
      if (!IsComma(i)) continue;
      if (i == begin_ || !IsWord(i - 1)) return kNoUnit;
      return i;
    }
    return kNoUnit;
  }

  // "the chief negotiator, Ann Lee, said": the aside is the name itself.
  bool IsNameOnly(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (!IsCapital(i)) return false;
    }
    return from < to;
  }

  // Without the time at the end: "officials earlier this week" -> "officials".
  uint32_t TidyEnd(uint32_t to) const {
    const uint32_t from = to;
    while (to > begin_ + 1 && (Is(to - 1, kSpeechTime | kSpeechAdverb) && !IsMarked(to - 2))) {
      --to;
      if (Is(to - 1, kSpeechDeterminer | kSpeechPreposition) && to > begin_ + 1) --to;
      if (Is(to - 1, kSpeechPreposition) && to > begin_ + 1) --to;
    }
    return IsBreak(to - 1) ? from : to;
  }

  // "… gas, which the company"; "a spokesman who said": what who stands for.
  IndexRange Antecedent(uint32_t relative) const {
    uint32_t to = relative;
    if (to > begin_ && IsComma(to - 1)) --to;
    if (to == begin_ || !IsWord(to - 1)) return {relative, relative + 1};
    uint32_t begin = TidyBegin(ClauseBegin(to), to);
    return begin < to ? IndexRange{begin, to} : IndexRange{relative, relative + 1};
  }

  // Where the clause that holds unit to - 1 begins, as far as a noun phrase may reach.
  uint32_t ClauseBegin(uint32_t to) const {
    const uint32_t limit = to > begin_ + kLongestSubject ? to - kLongestSubject : begin_;
    uint32_t i = to;
    while (i > limit) {
      const uint32_t k = i - 1;
      if (IsMarked(k) || IsBreak(k)) {
        if (IsComma(k) && IsListComma(k, to)) {
          --i;
          continue;
        }
        break;
      }
      if (Norm(k) == "and" || Norm(k) == "or") {
        if (!JoinsNames(k)) break;
      } else if (IsVerb(k) && RelativeBefore(k) != kNoUnit) {
        i = RelativeBefore(k);  // "the woman who leads the union": part of the phrase
        continue;
      } else if (Is(k, kSpeechConjunction | kSpeechThat | kSpeechRelative | kSpeechModal)) {
        break;
      } else if (Is(k, kSpeechAuxiliary)) {
        break;
      } else if (Is(k, kSpeechVerb) && !IsCapital(k) && !IsIng(k) && !EndsWith(Norm(k), "ed") &&
                 !Is(k - 1, kSpeechDeterminer | kSpeechPossessive | kSpeechPreposition)) {
        break;
      }
      i = k;
    }
    return i;
  }

  // The "who" or "which" whose verb is at `verb`, or kNoUnit.
  uint32_t RelativeBefore(uint32_t verb) const {
    for (uint32_t i = verb; i-- > begin_ && i + 4 > verb;) {
      if (Is(i, kSpeechRelative)) return i > begin_ && !IsComma(i - 1) ? i : kNoUnit;
      if (!Is(i, kSpeechAuxiliary | kSpeechModal | kSpeechAdverb)) break;
    }
    return kNoUnit;
  }

  // "Lee and Park said", "US and European officials said": no verb on the left side of the "and".
  bool JoinsNames(uint32_t conjunction) const {
    if (conjunction == begin_ || !IsWord(conjunction - 1) || Is(conjunction - 1, kSpeechVerb)) {
      return false;
    }
    const uint32_t limit =
        conjunction > begin_ + kLongestSubject ? conjunction - kLongestSubject : begin_;
    for (uint32_t i = conjunction; i-- > limit;) {
      if (IsMarked(i) || (IsBreak(i) && !IsComma(i))) return true;
      if (IsVerb(i) && !IsCapital(i)) return false;
    }
    return true;
  }

  // A comma of "US, Ukrainian, and European officials".
  bool IsListComma(uint32_t comma, uint32_t to) const {
    if (comma == begin_ || !IsCapital(comma - 1)) return false;
    if (Norm(comma + 1) == "and" || Norm(comma + 1) == "or") return IsCapital(comma + 2);
    return comma + 3 < to && IsCapital(comma + 1) &&
           (Norm(comma + 2) == "and" || Norm(comma + 2) == "or" ||
            (IsComma(comma + 2) && Norm(comma + 3) == "and"));
  }

  // Drops what can't begin a speaker: "On Friday a spokesman" -> "a spokesman".
  uint32_t TidyBegin(uint32_t begin, uint32_t to) const {
    while (begin < to) {
      const bool time = Is(begin, kSpeechTime) && begin + 1 < to;
      if (Is(begin, kSpeechPreposition)) {
        begin = SkipOpeningPhrase(begin, to);
      } else if (time || !IsWord(begin) ||
                 (Is(begin, kSpeechAdverb | kSpeechConjunction) && begin + 1 < to)) {
        ++begin;
      } else {
        break;
      }
    }
    return begin;
  }

  // "In Oslo the ministry": from the preposition to the next determiner; without one only the
  // preposition goes ("with Lee cautioning").
  uint32_t SkipOpeningPhrase(uint32_t begin, uint32_t to) const {
    for (uint32_t i = begin + 2; i < to; ++i) {
      if (Is(i, kSpeechDeterminer) || Is(i, kSpeechPronoun)) return i;
      if (Is(i, kSpeechPreposition)) break;
    }
    return begin + 1;
  }

  // The statement's first noun phrase before its first verb, at most up to `to`.
  IndexRange MainSubject(uint32_t to) const {
    uint32_t begin = begin_;
    if (begin < to && Is(begin, kSpeechPreposition | kSpeechConjunction)) {  // "In Oslo, the …"
      uint32_t i = begin;
      while (i < to && i < begin + kLongestSubject && !IsComma(i)) ++i;
      if (IsComma(i) && i + 1 < to) begin = i + 1;
    }
    begin = TidyBegin(begin, to);
    uint32_t stop = begin;
    while (stop < to && stop < begin + kLongestSubject && !IsMarked(stop) && !IsBreak(stop) &&
           !(IsVerb(stop) && !(IsCapital(stop) && stop > begin))) {
      ++stop;
    }
    while (stop > begin && Is(stop - 1, kSpeechAdverb)) --stop;
    return {begin, stop};
  }

  IndexRange SharedSubject(uint32_t before) const {
    if (!frames_.empty() && !frames_.back().subject.empty()) return frames_.back().subject;
    return MainSubject(before);
  }

  // ---- What follows the cue.

  bool ReadComplement(Frame* frame) const {
    const uint16_t patterns = frame->word.patterns;
    const bool behind_quotation = HasQuotationBefore(frame->span.begin);
    uint32_t i = frame->cue.end;
    if ((patterns & kTakesRecipient) != 0) i = SkipRecipient(i);
    const uint32_t recipient_end = i;
    i = SkipAdverbials(i);
    if (Norm(i) == ":") {
      if (i == frame->cue.end) frame->cue.end = i + 1;
      return Leads(frame, i + 1);
    }
    if ((patterns & kFrameOnly) != 0) return ReadNounComplement(frame);
    if (Is(i, kSpeechThat) && (patterns & kTakesThat) != 0 && i + 1 < end_) return Leads(frame, i + 1);
    if (StartsQuestion(i) && (patterns & (kTakesThat | kTakesQuestion)) != 0) return Leads(frame, i);
    if (IsComma(i) && IsMarked(i + 1) && !behind_quotation) return Leads(frame, i + 1);
    if (IsMarked(i)) return Leads(frame, i);
    if (behind_quotation && EndsInStop(frame->span.begin)) return Trails(frame, i);
    if (i >= end_ || IsBreak(i)) return Trails(frame, i);
    return ReadBareComplement(frame, recipient_end, behind_quotation);
  }

  // "asked whether", "explained why": the word belongs to what is reported.
  bool StartsQuestion(uint32_t i) const {
    const std::string_view norm = Norm(i);
    return norm == "whether" || norm == "if" || norm == "how" || norm == "why" || norm == "what";
  }

  // "expressed cautious hope that …": the noun reports what its verb only introduces.
  bool ReadNounComplement(Frame* frame) const {
    ReportingWord noun;
    const uint32_t from = frame->cue.end;
    for (uint32_t i = from; i + 2 < end_ && i < from + kFarthestNoun && IsWord(i); ++i) {
      if (!words_.Noun(folded_.units[i].token, &noun) || !Is(i + 1, kSpeechThat)) continue;
      frame->word.force = noun.force;
      frame->cue.end = i + 1;
      return Leads(frame, i + 2);
    }
    frame->place = FramePlace::kNeither;
    return true;
  }

  // What follows is neither "that" nor a mark: a bare clause, a participle, a noun phrase.
  bool ReadBareComplement(Frame* frame, uint32_t i, bool behind_quotation) const {
    const uint16_t patterns = frame->word.patterns;
    // "claimed hundreds of lives, …": a verb that takes nouns too needs its clause's verb at once.
    const uint32_t clause_end = (patterns & (kNounToo | kTakesNounPhrase)) != 0 ? PhraseEnd(i) : ClauseEnd(i);
    const bool clause = (patterns & kTakesClause) != 0 &&
                        (HasVerb(i + 1, clause_end) || MarkedBefore(i, PhraseEnd(i)));
    if (behind_quotation && (!clause || !StartsClause(i))) return Trails(frame, i);
    if (clause) return Leads(frame, Is(i, kSpeechTime | kSpeechPreposition) ? SkipAdverbials(i) : i);
    frame->verbal = true;
    if ((patterns & kTakesInfinitive) != 0 && Norm(i) == "to") return Leads(frame, i);
    if ((patterns & kTakesGerund) != 0 && IsIng(i)) return Leads(frame, i);
    if ((patterns & kTakesObject) != 0 && MarkedBefore(i, ClauseEnd(i))) return Leads(frame, i);
    if ((patterns & kTakesNounPhrase) != 0 && !behind_quotation && i < end_) return Leads(frame, i);
    if ((patterns & kTakesQuote) != 0 && behind_quotation) return Trails(frame, i);
    frame->place = FramePlace::kNeither;
    return true;
  }

  bool StartsClause(uint32_t i) const {
    return IsCapital(i) || Is(i, kSpeechPronoun | kSpeechDeterminer | kSpeechPossessive) || IsWord(i);
  }
  bool MarkedBefore(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (IsMarked(i)) return true;
    }
    return false;
  }
  uint32_t PhraseEnd(uint32_t i) const {  // up to the next mark
    const uint32_t end = ClauseEnd(i);
    while (i < end && !IsBreak(i)) ++i;
    return i;
  }
  uint32_t ClauseEnd(uint32_t i) const {  // i <= end_
    return end_ - i > kLongestClause ? i + kLongestClause : end_;
  }

  bool Leads(Frame* frame, uint32_t content) const {
    frame->place = FramePlace::kLeads;
    frame->span.end = content;
    return content < end_;
  }
  bool Trails(Frame* frame, uint32_t after) const {
    const bool beside = HasQuotationBefore(frame->span.begin);
    const bool needs_quotation = frame->coordinated || (frame->word.patterns & kTakesClause) == 0;
    frame->place = beside || !needs_quotation ? FramePlace::kTrails : FramePlace::kNeither;
    frame->span.end = std::max(after, frame->cue.end);
    return true;
  }

  // A marked span directly before the frame.
  bool HasQuotationBefore(uint32_t i) const {
    if (i > begin_ && IsComma(i - 1)) --i;
    return i > begin_ && IsMarked(i - 1);
  }

  // Whether the marked span before the frame ends in a comma, "?" or "!": it is a whole utterance.
  bool EndsInStop(uint32_t i) const {
    if (i > begin_ && IsComma(i - 1)) return true;
    const Span span = folded_.units[i - 1].span;
    const std::string_view text = document_.Text(span);
    const std::string_view tail = text.substr(text.size() > 4 ? text.size() - 4 : 0);
    return tail.find_first_of(",?!") != std::string_view::npos;
  }

  // "reporters", "the forum", "Reuters": up to what the verb reports.
  uint32_t SkipRecipient(uint32_t i) const {
    const uint32_t from = i;
    if (i >= end_ || IsMarked(i) || IsBreak(i) || Is(i, kSpeechThat)) return i;
    if (Is(i, kSpeechPronoun) || Norm(i) == "her") return i + 1;
    while (i < end_ && i < from + kLongestRecipient && !IsMarked(i) && !IsBreak(i) &&
           !Is(i, kSpeechThat) && !IsVerb(i)) {
      const bool new_phrase = i > from && (Is(i, kSpeechDeterminer) || Is(i, kSpeechPronoun)) &&
                              !Is(i - 1, kSpeechPreposition);
      if (new_phrase || (i > from && IsCapital(i) && !IsCapital(i - 1) && !Is(i - 1, kSpeechDeterminer) &&
                         !Is(i - 1, kSpeechPreposition))) {
        return i;
      }
      ++i;
    }
    // A verb: its subject isn't the recipient ("told reporters rates would rise").
    if (i < end_ && IsVerb(i) && i > from + 1) return from + 1;
    return i;
  }

  // "on Friday", "earlier", "in an interview with Reuters", up to "that", a colon or a quotation; where
  // none of these follows, only what surely is no part of a clause.
  uint32_t SkipAdverbials(uint32_t i) const {
    const uint32_t from = i;
    uint32_t k = i;
    while (k < end_ && k < from + kLongestRecipient && !IsMarked(k) && !Is(k, kSpeechThat) &&
           Norm(k) != ":" && !IsComma(k) && !IsVerb(k)) {
      if (k == from && !Is(k, kSpeechPreposition | kSpeechAdverb | kSpeechTime | kSpeechParticle)) {
        return from;
      }
      ++k;
    }
    if (k >= end_ || Is(k, kSpeechThat) || Norm(k) == ":" || IsMarked(k) || IsBreak(k)) return k;
    while (i < end_ && (Is(i, kSpeechTime | kSpeechAdverb) ||
                        (Is(i, kSpeechPreposition) && Is(i + 1, kSpeechTime)))) {
      ++i;
    }
    while (i > from && IsWord(i) && TokenOf(i).shape == TokenShape::kNumber) ++i;
    return i;
  }

  const Document& document_;
  const Folded& folded_;
  const SpeechWords& words_;
  const uint32_t begin_;
  uint32_t end_;
  std::vector<Frame> frames_;
};

}  // namespace

std::vector<Frame> FindFrames(const Document& document, const Folded& folded,
                              const SpeechWords& words, IndexRange statement) {
  return FrameReader(document, folded, words, statement).Run();
}

}  // namespace crossread
