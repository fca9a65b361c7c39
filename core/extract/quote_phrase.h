// The noun phrases of a statement as far as token order shows them: who stands before a reporting
// verb, who behind it, over asides, lists and relative clauses. To be replaced by the parse where
// there is one. Part of the quotation stage.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/extract/quote_fold.h"
#include "core/extract/quote_words.h"
#include "core/text/document.h"

namespace crossread {

// Bounds that keep a search next to its cue, in units; longer speakers and asides are given up. By
// hand.
inline constexpr uint32_t kLongestSubject = 30;
inline constexpr uint32_t kLongestAside = 40;
inline constexpr uint32_t kLongestAdverbial = 14;

// One statement's units without its final mark. Positions are units of the Folded text; those
// outside the statement are nothing. Ranges are half-open and empty where nothing was found.
class Phrases {
 public:
  Phrases(const Document& document, const Folded& folded, const SpeechWords& words,
          IndexRange statement)
      : document_(document),
        folded_(folded),
        words_(words),
        begin_(statement.begin),
        end_(statement.end) {
    while (end_ > begin_ && IsTerminal(end_ - 1)) --end_;
  }

  uint32_t begin() const { return begin_; }
  uint32_t end() const { return end_; }

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
  bool HasEnding(uint32_t i, std::string_view ending) const {
    const std::string_view norm = Norm(i);
    return norm.size() > ending.size() && norm.substr(norm.size() - ending.size()) == ending;
  }
  bool IsIng(uint32_t i) const { return HasEnding(i, "ing") && Norm(i).size() > 4; }
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

  // "Lee", "who", "the ministry", "a source": somebody who can say something.
  bool IsSpeakerWord(uint32_t i) const;
  // What the bare form of a verb agrees with: "they claim", "critics claim", "Lee and Park claim".
  bool IsPluralSubject(uint32_t i) const;
  // The end of a source behind its cue: up to a comma or a mark, taking an aside in apposition with
  // it only where it ends the statement ("…, said Rosa Low, his sister.").
  uint32_t EndOfSource(uint32_t i) const;
  bool HasWords(uint32_t from, uint32_t to) const;
  // The noun phrase that ends in the possessive at i: "his", "some US officials '".
  IndexRange Possessor(uint32_t i) const;
  // "in a report released on Friday", "late Friday": up to the next mark, if nothing in it can be
  // what is reported; kNoUnit if something can.
  uint32_t EndOfAdverbial(uint32_t from) const;
  // ", his sister" up to the statement's end: no verb, no mark, a lower-case description.
  bool IsApposition(uint32_t i) const;
  // The speaker that ends before unit `to`, over an aside between two commas.
  IndexRange SubjectBefore(uint32_t to) const;
  // "ended with all sides saying": the subject of the participle is what follows "with".
  IndexRange AfterWith(IndexRange subject) const;
  // Where the clause that holds unit to - 1 begins, as far as a noun phrase may reach.
  uint32_t ClauseBegin(uint32_t to) const;
  // A comma of "US, Ukrainian, and European officials".
  bool IsListComma(uint32_t comma, uint32_t to) const;
  // Drops what can't begin a speaker: "On Friday a spokesman" -> "a spokesman".
  uint32_t TidyBegin(uint32_t begin, uint32_t to) const;
  // The statement's first noun phrase before its first verb, at most up to `to`.
  IndexRange MainSubject(uint32_t to) const;

 private:
  // Words that can't go on a source's description: "said Lee on Friday", "said Lee as he left".
  bool EndsSource(uint32_t i) const;
  // "Ann Lee, 35, the union's leader": the name that what begins at `begin` stands in apposition
  // to.
  uint32_t NameBefore(uint32_t begin) const;
  // The comma that opens the aside which the comma at `close` closes, or kNoUnit.
  uint32_t AsideBegin(uint32_t close) const;
  // "the chief negotiator, Ann Lee, said": the aside is the name itself.
  bool IsNameOnly(uint32_t from, uint32_t to) const;
  // Without the time at the end: "officials earlier this week" -> "officials".
  uint32_t TidyEnd(uint32_t to) const;
  // "… gas, which the company"; "a spokesman who said": what who stands for.
  IndexRange Antecedent(uint32_t relative) const;
  // The "who" or "which" whose verb is at `verb`, or kNoUnit.
  uint32_t RelativeBefore(uint32_t verb) const;
  // "Lee and Park said", "US and European officials said": no verb on the left side of the "and".
  bool JoinsNames(uint32_t conjunction) const;
  // "In Oslo the ministry": from the preposition to the next determiner; without one only the
  // preposition goes ("with Lee cautioning").
  uint32_t SkipOpeningPhrase(uint32_t begin, uint32_t to) const;

  const Document& document_;
  const Folded& folded_;
  const SpeechWords& words_;
  const uint32_t begin_;
  uint32_t end_;
};

}  // namespace crossread
