#include "core/extract/quote_frame.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/extract/quote_label.h"
#include "core/extract/quote_phrase.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// Bounds that keep a search next to its cue, in units. By hand.
constexpr uint32_t kLongestRecipient = 14;
constexpr uint32_t kFarthestNoun = 5;    // "expressed his most sincere hope that"
constexpr uint32_t kLongestClause = 80;  // where a verb is looked for in what is reported

class FrameReader {
 public:
  FrameReader(const Document& document, const Folded& folded, const SpeechWords& words,
              IndexRange statement)
      : document_(document),
        folded_(folded),
        words_(words),
        s_(document, folded, words, statement),
        begin_(s_.begin()),
        end_(s_.end()) {}

  std::vector<Frame> Run() {
    for (uint32_t i = begin_; i < end_;) {
      Frame frame;
      if (ReadAt(i, &frame)) {
        frames_.push_back(frame);
        const bool leads = frame.place == FramePlace::kLeads;
        i = std::max(i + 1, leads || frame.introduces ? frame.span.end : frame.cue.end);
      } else {
        ++i;
      }
    }
    DropEnclosed();
    return std::move(frames_);
  }

 private:
  // ---- Reading frames.

  // "Lee, an aide who told the court …, said": a frame inside another's subject or aside goes.
  void DropEnclosed() {
    std::vector<Frame> kept;
    for (const Frame& frame : frames_) {
      while (!kept.empty() && !frame.coordinated && !frame.subject.empty() &&
             frame.subject.begin < frame.cue.begin &&
             frame.subject.begin <= kept.back().cue.begin &&
             kept.back().cue.begin < frame.cue.begin && frame.place != FramePlace::kNeither) {
        kept.pop_back();
      }
      kept.push_back(frame);
    }
    frames_ = std::move(kept);
  }

  bool ReadAt(uint32_t i, Frame* frame) const {
    if (s_.IsMarked(i)) return false;
    const uint32_t token = folded_.units[i].token;
    if (words_.Phrase(token, &frame->word)) return ReadPhrase(i, frame);
    if (words_.Verb(token, &frame->word) && ReadVerb(i, frame)) return true;
    if (words_.Noun(token, &frame->word) && ReadNoun(i, frame)) return true;
    if (ReadLabel(document_, folded_, s_, i, frame)) return true;
    return false;
  }

  // "According to the ministry, …" / "…, according to the ministry"; "per Reuters" but not "per
  // cent".
  bool ReadPhrase(uint32_t i, Frame* frame) const {
    const uint32_t source = i + frame->word.words;
    if (source >= end_ || s_.IsMarked(source)) return false;
    if (frame->word.name_only && !s_.IsCapital(source)) return false;
    const uint32_t stop = s_.EndOfSource(source);
    frame->cue = {i, source};
    frame->subject = {source, stop};
    frame->span = {i, stop};
    const bool first = i == begin_ || !s_.HasWords(begin_, i) ||
                       (i == begin_ + 1 && s_.Is(begin_, kSpeechConjunction | kSpeechAdverb));
    if (first && s_.IsComma(stop)) frame->span.end = stop + 1;
    frame->place = first ? FramePlace::kLeads : FramePlace::kTrails;
    return stop > source && (!first || stop < end_);
  }

  // "officials' assertions that …", "suggestions by the ministry that …"
  bool ReadNoun(uint32_t i, Frame* frame) const {
    uint32_t after = i + 1;
    IndexRange source;
    if (s_.Norm(after) == "by" || s_.Norm(after) == "from") {
      const uint32_t stop = s_.EndOfSource(after + 1);
      source = {after + 1, stop};
      after = stop;
      ReportingWord word;  // "statements by officials suggesting that"
      if (source.size() > 1 && s_.IsIng(stop - 1) &&
          words_.Verb(folded_.units[stop - 1].token, &word)) {
        --source.end;
      }
    }
    if (!s_.Is(after, kSpeechThat) || after + 1 >= end_ ||
        !s_.HasVerb(after + 1, ClauseEnd(after + 1)))
      return false;
    if (source.empty() && i > begin_ && s_.Is(i - 1, kSpeechPossessive))
      source = s_.Possessor(i - 1);
    if (source.empty()) return false;  // nobody's: "reports that …"
    frame->cue = {i, i + 1};
    frame->subject = source;
    frame->span = {std::min(source.begin, i), after + 1};
    frame->place = FramePlace::kLeads;
    return true;
  }

  // ---- Verbs.

  struct Left {              // what stands between the subject and the verb
    uint32_t begin = 0;      // the first auxiliary or adverb
    uint32_t cue_begin = 0;  // the first of those that the cue takes with it
    bool be = false, modal = false, negated = false, infinitive = false;
  };

  Left ReadLeft(uint32_t i) const {
    Left left;
    left.begin = left.cue_begin = i;
    while (left.begin > begin_ && CanPrecedeVerb(left.begin - 1)) {
      const uint32_t k = --left.begin;
      if (s_.Norm(k) == "'s") left.be = true;  // "has" does no harm: "he's said" is rare in news
      if (s_.Is(k, kSpeechNegator)) left.negated = true;
      if (s_.Is(k, kSpeechModal)) left.modal = true;
      if (s_.Norm(k) == "to") left.infinitive = true;
      if (s_.IsBe(k)) left.be = true;
      if (!s_.Is(k, kSpeechTime)) left.cue_begin = k;
    }
    return left;
  }

  // An auxiliary, an adverb, "not", "to"; the "'s" of "he's saying".
  bool CanPrecedeVerb(uint32_t i) const {
    if (s_.Is(i, kSpeechTime) && s_.IsCapital(i)) return false;
    if (s_.Norm(i) == "'s") return i > begin_ && s_.IsSubjectPronoun(i - 1);
    return s_.Is(
        i, kSpeechAuxiliary | kSpeechModal | kSpeechAdverb | kSpeechNegator | kSpeechParticle);
  }

  bool ReadVerb(uint32_t i, Frame* frame) const {
    const Left left = ReadLeft(i);
    if (left.negated || left.infinitive || left.modal) return false;
    const bool ing = s_.IsIng(i);
    const bool as_saying = ing && i >= begin_ + 2 && s_.Norm(i - 1) == "as" && s_.IsVerb(i - 2);
    if (left.be && !ing) return false;  // "was told", "is called"
    if (!ing && !as_saying && !LooksVerbal(i, left, frame->word)) return false;
    frame->cue = {left.cue_begin, i + frame->word.words};
    frame->span = frame->cue;
    if (as_saying) {  // "The general was quoted as saying …"
      const Left outer = ReadLeft(i - 2);
      frame->subject = s_.SubjectBefore(outer.begin);
    } else if (ing && !left.be && IsCoordinatedIng(left.begin)) {
      frame->coordinated = true;
    } else if (IsInverted(i + frame->word.words, left.begin, frame->word.patterns)) {
      return ReadInverted(i + frame->word.words, frame);
    } else {
      frame->coordinated = IsCoordinated(left.begin);
      if (!frame->coordinated) frame->subject = s_.SubjectBefore(left.begin);
      if (ing && !left.be) frame->subject = s_.AfterWith(frame->subject);
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
    if (left.begin == begin_) return left.begin < i || s_.IsMarked(i + 1);
    const uint32_t before = left.begin - 1;
    if (s_.Is(before, kSpeechDeterminer | kSpeechPreposition) && left.begin == i &&
        !s_.IsSubjectPronoun(before) &&
        !s_.Is(before, kSpeechPronoun | kSpeechThat | kSpeechRelative)) {
      return false;
    }
    if (s_.Is(before, kSpeechPossessive) && s_.Norm(before) != "her") return false;
    if (s_.Norm(i - 1) == "-" && !s_.TokenOf(i).space_before) return false;  // "so-called"
    const std::string_view norm = s_.Norm(i);
    const bool past = norm != document_.Lemma(s_.TokenOf(i)) && !s_.HasEnding(i, "s");
    if (past || (word.patterns & kNounToo) == 0) return true;
    const uint32_t after = i + word.words;
    const bool bare = norm == document_.Lemma(s_.TokenOf(i));
    if (bare && !s_.IsPluralSubject(before)) return false;  // "expressed hope that"
    if (!bare && !s_.IsSpeakerWord(before) && !IsSingularPhrase(before))
      return false;  // "voting states that"
    // "Its defenders claim they left", "…, the lawsuit claims."
    if (bare && s_.IsSubjectPronoun(after)) return true;
    if (after >= end_ && ClosesClause(s_.SubjectBefore(left.begin).begin)) return true;
    return s_.Is(before, kSpeechPronoun | kSpeechRelative) || s_.IsMarked(before) ||
           (!bare && IsNameBehindQuotation(before)) || s_.Is(after, kSpeechThat) ||
           s_.IsMarked(after) || s_.Norm(after) == ":" ||
           ((word.patterns & kTakesInfinitive) != 0 && s_.Norm(after) == "to") ||
           ((word.patterns & kTakesObject) != 0 && s_.IsCapital(before) && s_.IsCapital(after) &&
            MarkedBefore(after, PhraseEnd(after))) ||
           (s_.IsCapital(before) &&
            s_.Is(after, kSpeechDeterminer | kSpeechPronoun | kSpeechPossessive));
  }

  // "“…,” Ann Lee | notes."
  bool IsNameBehindQuotation(uint32_t last) const {
    uint32_t first = last;
    while (first > begin_ && first + kLongestSubject > last && s_.IsCapital(first) &&
           !s_.IsMarked(first)) {
      --first;
    }
    return first < last && s_.IsMarked(first);
  }

  // "the article", "a new survey"
  bool IsSingularPhrase(uint32_t last) const {
    if (!s_.IsWord(last) || s_.Norm(last) != document_.Lemma(s_.TokenOf(last))) return false;
    return s_.Is(s_.TidyBegin(s_.ClauseBegin(last + 1), last + 1),
                 kSpeechDeterminer | kSpeechPossessive);
  }

  // ", adding that", "by saying that": a participle that leans on the subject before.
  bool IsCoordinatedIng(uint32_t i) const {
    if (i == begin_) return false;
    return s_.IsComma(i - 1) || s_.IsMarked(i - 1) || s_.Is(i - 1, kSpeechConjunction) ||
           s_.Norm(i - 1) == "by" || s_.Norm(i - 1) == "in" || s_.Norm(i - 1) == "before" ||
           s_.Norm(i - 1) == "after" || s_.Norm(i - 1) == "while";
  }

  // "raised rates and said"
  bool IsCoordinated(uint32_t i) const {
    if (i == begin_) return false;
    const std::string_view norm = s_.Norm(i - 1);
    return norm == "and" || norm == "but" || norm == "or" || norm == "then";
  }

  // Whether the subject follows the verb that ends before `after`: "…, said Lee." What follows up
  // to the next mark holds no verb: "Lee, who left, said the vote was rigged" is not inverted.
  bool IsInverted(uint32_t after, uint32_t left_begin, uint16_t patterns) const {
    if (left_begin == begin_ || after >= end_) return false;
    // "“…,” the mayor, Ann Lee, told reporters": who follows is told, not telling.
    if ((patterns & kTakesRecipient) != 0 && !s_.IsMarked(left_begin - 1)) return false;
    const bool open = s_.IsMarked(left_begin - 1) || s_.IsComma(left_begin - 1) ||
                      s_.Norm(left_begin - 1) == "-" || s_.Norm(left_begin - 1) == "--";
    if (!open || s_.IsMarked(after) || s_.IsBreak(after) || s_.Is(after, kSpeechThat)) return false;
    if (s_.Is(after, kSpeechPreposition) || s_.Is(after, kSpeechTime)) return false;
    if (s_.Is(after, kSpeechAdverb) && !s_.IsCapital(after)) return false;
    // "The negotiator, Ann Lee, said the talks failed": no clause precedes that could be reported.
    if (!s_.IsMarked(left_begin - 1) && !HasFiniteVerbBefore(left_begin)) return false;
    for (uint32_t i = after; i < end_ && i < after + kLongestSubject; ++i) {
      if (s_.IsMarked(i)) return false;
      if (s_.IsBreak(i) || s_.Is(i, kSpeechRelative)) break;
      if (s_.Is(i, kSpeechAuxiliary | kSpeechModal)) return false;
      if (!s_.IsVerb(i) || s_.IsIng(i)) continue;
      const bool last = i + 1 >= end_ || s_.IsBreak(i + 1);  // "failed", not "wounded in the fire"
      if (last || !s_.HasEnding(i, "ed")) return false;
    }
    return true;
  }

  bool HasFiniteVerbBefore(uint32_t i) const {
    const uint32_t from = i > begin_ + kLongestClause ? i - kLongestClause : begin_;
    for (uint32_t k = from; k < i; ++k) {
      if (s_.IsMarked(k) || (s_.IsVerb(k) && !s_.IsIng(k))) return true;
    }
    return false;
  }

  bool ReadInverted(uint32_t after, Frame* frame) const {
    uint32_t stop = s_.EndOfSource(after);
    if (s_.IsComma(stop) && s_.IsApposition(stop + 1)) stop = end_;
    frame->subject = {after, stop};
    frame->span.end = stop;
    frame->place = FramePlace::kTrails;
    if (s_.Norm(stop) == ":") {
      frame->span.end = stop + 1;
      frame->place = FramePlace::kLeads;
    }
    return stop > after;
  }

  IndexRange SharedSubject(uint32_t before) const {
    if (!frames_.empty() && !frames_.back().subject.empty()) return frames_.back().subject;
    return s_.MainSubject(before);
  }

  // ---- What follows the cue.

  bool ReadComplement(Frame* frame) const {
    const uint16_t patterns = frame->word.patterns;
    const bool behind_quotation = HasQuotationBefore(frame->span.begin);
    uint32_t i = frame->cue.end;
    if ((patterns & kTakesRecipient) != 0) i = SkipRecipient(i);
    const uint32_t recipient_end = i;
    i = SkipAdverbials(i);
    if (s_.Norm(i) == ":") {
      if (i == frame->cue.end) frame->cue.end = i + 1;
      frame->introduces = i + 1 >= end_;
      frame->span.end = i + 1;
      if (!frame->introduces) return Leads(frame, i + 1);
      frame->place = FramePlace::kNeither;
      return true;
    }
    if ((patterns & kFrameOnly) != 0) return ReadNounComplement(frame);
    if (s_.Is(i, kSpeechThat) && (patterns & kTakesThat) != 0 && i + 1 < end_)
      return Leads(frame, i + 1);
    if (StartsQuestion(i) && (patterns & (kTakesThat | kTakesQuestion)) != 0)
      return Leads(frame, i);
    if (s_.IsComma(i) && s_.IsMarked(i + 1) && !behind_quotation) return Leads(frame, i + 1);
    if (s_.IsMarked(i) && QuotesDirectly(i, recipient_end, patterns)) return Leads(frame, i);
    const uint32_t introduced = QuotationBehindComma(recipient_end);
    if (introduced != kNoUnit && !behind_quotation) return Leads(frame, introduced);
    if (behind_quotation && EndsInStop(frame->span.begin)) return Trails(frame, i);
    if (i >= end_ || s_.IsBreak(i)) return Trails(frame, i);
    const uint32_t behind = s_.EndOfAdverbial(recipient_end);
    if (behind != kNoUnit && !behind_quotation && ClosesClause(frame->span.begin))
      return Trails(frame, behind);
    return ReadBareComplement(frame, recipient_end, behind_quotation);
  }

  // "…, the ministry | said in a report released on Friday": a clause that can be reported stands
  // before, and does not itself lean on what follows ("When the talks failed, Lee said").
  bool ClosesClause(uint32_t frame_begin) const {
    if (frame_begin <= begin_ || !s_.IsComma(frame_begin - 1)) return false;
    static const LexiconTable& openers = Lexicon::English().Table("clause_openers.tsv");
    return !openers.Has(s_.Norm(begin_)) && HasFiniteVerbBefore(frame_begin);
  }

  // "asked whether", "explained why": the word belongs to what is reported.
  bool StartsQuestion(uint32_t i) const {
    const std::string_view norm = s_.Norm(i);
    return norm == "whether" || norm == "if" || norm == "how" || norm == "why" || norm == "what";
  }

  // "said “…”", "said on Friday “…”"; but "wrote under the name “…”" names something.
  bool QuotesDirectly(uint32_t i, uint32_t recipient_end, uint16_t patterns) const {
    return i == recipient_end || (patterns & kTakesObject) != 0 || s_.Is(i - 1, kSpeechTime);
  }

  // "told Lee in an interview published on Monday, “…”": the marked unit, or kNoUnit.
  uint32_t QuotationBehindComma(uint32_t from) const {
    if (!s_.Is(from, kSpeechPreposition)) return kNoUnit;
    for (uint32_t i = from; i + 1 < end_ && i < from + kLongestRecipient; ++i) {
      if (s_.IsMarked(i) || s_.Is(i, kSpeechAuxiliary | kSpeechModal | kSpeechThat)) return kNoUnit;
      if (s_.IsComma(i)) return s_.IsMarked(i + 1) ? i + 1 : kNoUnit;
    }
    return kNoUnit;
  }

  // "expressed cautious hope that …": the noun reports what its verb only introduces.
  bool ReadNounComplement(Frame* frame) const {
    ReportingWord noun;
    const uint32_t from = frame->cue.end;
    for (uint32_t i = from; i + 2 < end_ && i < from + kFarthestNoun && s_.IsWord(i); ++i) {
      if (!words_.Noun(folded_.units[i].token, &noun) || !s_.Is(i + 1, kSpeechThat)) continue;
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
    const uint32_t clause_end =
        (patterns & (kNounToo | kTakesNounPhrase)) != 0 ? PhraseEnd(i) : ClauseEnd(i);
    const bool clause = (patterns & kTakesClause) != 0 &&
                        (s_.HasVerb(i + 1, clause_end) || MarkedBefore(i, PhraseEnd(i)));
    if (behind_quotation && (!clause || !StartsClause(i))) return Trails(frame, i);
    if (clause)
      return Leads(frame, s_.Is(i, kSpeechTime | kSpeechPreposition) ? SkipAdverbials(i) : i);
    if ((patterns & kTakesInfinitive) != 0 && s_.Norm(i) == "to") return Leads(frame, i);
    if ((patterns & kTakesGerund) != 0 && s_.IsIng(i)) return Leads(frame, i);
    if ((patterns & kTakesObject) != 0 && MarkedBefore(i, ClauseEnd(i))) return Leads(frame, i);
    if ((patterns & kTakesNounPhrase) != 0 && !behind_quotation && i < end_) return Leads(frame, i);
    if ((patterns & kTakesQuote) != 0 && behind_quotation) return Trails(frame, i);
    frame->place = FramePlace::kNeither;
    return true;
  }

  bool StartsClause(uint32_t i) const {
    return s_.IsCapital(i) || s_.Is(i, kSpeechPronoun | kSpeechDeterminer | kSpeechPossessive) ||
           s_.IsWord(i);
  }
  bool MarkedBefore(uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i) {
      if (s_.IsMarked(i)) return true;
    }
    return false;
  }
  uint32_t PhraseEnd(uint32_t i) const {  // up to the next mark
    const uint32_t end = ClauseEnd(i);
    while (i < end && !s_.IsBreak(i)) ++i;
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
    if (i > begin_ && s_.IsComma(i - 1)) --i;
    return i > begin_ && s_.IsMarked(i - 1);
  }

  // The marked span before the frame is a whole utterance.
  bool EndsInStop(uint32_t i) const {
    if (i > begin_ && s_.IsComma(i - 1)) return true;
    return IsWholeUtterance(document_, folded_.units[i - 1].span);
  }

  // "reporters", "the forum", "Reuters": up to what the verb reports.
  uint32_t SkipRecipient(uint32_t i) const {
    const uint32_t from = i;
    if (i >= end_ || s_.IsMarked(i) || s_.IsBreak(i) || s_.Is(i, kSpeechThat)) return i;
    if (s_.Is(i, kSpeechPronoun) || s_.Norm(i) == "her") return i + 1;
    while (i < end_ && i < from + kLongestRecipient && !s_.IsMarked(i) && !s_.IsBreak(i) &&
           !s_.Is(i, kSpeechThat) && !s_.IsVerb(i)) {
      const bool new_phrase = i > from &&
                              (s_.Is(i, kSpeechDeterminer) || s_.Is(i, kSpeechPronoun)) &&
                              !s_.Is(i - 1, kSpeechPreposition);
      if (new_phrase || (i > from && s_.IsCapital(i) && !s_.IsCapital(i - 1) &&
                         !s_.Is(i - 1, kSpeechDeterminer) && !s_.Is(i - 1, kSpeechPreposition))) {
        return i;
      }
      ++i;
    }
    // A verb: its subject isn't the recipient ("told reporters rates would rise").
    if (i >= end_ || !s_.IsVerb(i) || i <= from + 1) return i;
    for (i = from + 1; s_.IsCapital(i) && s_.IsCapital(i - 1);) ++i;
    return i;
  }

  // "on Friday", "earlier", "in an interview with Reuters", up to "that", a colon or a quotation;
  // where none of these follows, only what surely is no part of a clause.
  uint32_t SkipAdverbials(uint32_t i) const {
    const uint32_t from = i;
    uint32_t k = i;
    while (k < end_ && k < from + kLongestRecipient && !s_.IsMarked(k) && !s_.Is(k, kSpeechThat) &&
           s_.Norm(k) != ":" && !s_.IsComma(k) && !s_.IsVerb(k)) {
      if (k == from &&
          !s_.Is(k, kSpeechPreposition | kSpeechAdverb | kSpeechTime | kSpeechParticle)) {
        return from;
      }
      ++k;
    }
    if (k >= end_ || s_.Is(k, kSpeechThat) || s_.Norm(k) == ":" || s_.IsMarked(k) || s_.IsBreak(k))
      return k;
    while (i < end_ && (s_.Is(i, kSpeechTime | kSpeechAdverb) ||
                        (s_.Is(i, kSpeechPreposition) && s_.Is(i + 1, kSpeechTime)))) {
      ++i;
    }
    while (i > from && s_.IsWord(i) && s_.TokenOf(i).shape == TokenShape::kNumber) ++i;
    return i;
  }

  const Document& document_;
  const Folded& folded_;
  const SpeechWords& words_;
  const Phrases s_;
  const uint32_t begin_;
  const uint32_t end_;
  std::vector<Frame> frames_;
};
}  // namespace

std::vector<Frame> FindFrames(const Document& document, const Folded& folded,
                              const SpeechWords& words, IndexRange statement) {
  return FrameReader(document, folded, words, statement).Run();
}

}  // namespace crossread
