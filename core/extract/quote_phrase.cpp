#include "core/extract/quote_phrase.h"

#include <algorithm>

#include "core/lexicon/lexicon.h"

namespace crossread {

uint32_t Phrases::EndOfSource(uint32_t i) const {
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

bool Phrases::EndsSource(uint32_t i) const {
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

bool Phrases::HasWords(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i) {
    if (IsMarked(i) || IsWord(i)) return true;
  }
  return false;
}

IndexRange Phrases::Possessor(uint32_t i) const {
  if (Norm(i) != "'s" && Norm(i) != "'") return {i, i + 1};
  uint32_t begin = TidyBegin(ClauseBegin(i), i);
  // "contradicting some officials' claims": the participle reports nothing and speaks for nobody.
  if (begin + 2 < i && IsIng(begin) && Is(begin + 1, kSpeechDeterminer | kSpeechPossessive)) {
    ++begin;
  }
  return {begin, i};
}

bool Phrases::IsApposition(uint32_t i) const {
  if (i >= end_ || IsMarked(i) || !Is(i, kSpeechDeterminer | kSpeechPossessive)) return false;
  for (uint32_t k = i; k < end_; ++k) {
    if (IsMarked(k) || IsBreak(k) || IsVerb(k) || Is(k, kSpeechPronoun)) return false;
  }
  return end_ - i <= kLongestSubject;
}

IndexRange Phrases::SubjectBefore(uint32_t to) const {
  if (to == begin_) return {};
  if (IsSubjectPronoun(to - 1)) return {to - 1, to};
  if (Is(to - 1, kSpeechRelative)) return Antecedent(to - 1);
  const bool closed = IsComma(to - 1);
  uint32_t aside_end = to;
  if (IsComma(to - 1)) {
    const uint32_t comma = AsideBegin(to - 1);
    if (comma == kNoUnit) return {};
    aside_end = to - 1;
    to = comma;
    if (!IsNameOnly(comma + 1, aside_end) && !Is(comma + 1, kSpeechDeterminer)) aside_end = to;
  } else if (IsMarked(to - 1) || IsBreak(to - 1)) {
    return {};
  } else {
    to = TidyEnd(to);
    aside_end = to;
  }
  uint32_t begin = TidyBegin(ClauseBegin(to), to);
  if (begin >= to || !HasWords(begin, to)) return {};
  // "Ann Lee, the mayor, | said", but not "It failed in August, the ministry | said".
  if (closed) begin = NameBefore(begin);
  return {begin, std::max(to, aside_end)};
}

uint32_t Phrases::NameBefore(uint32_t begin) const {
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

IndexRange Phrases::AfterWith(IndexRange subject) const {
  for (uint32_t i = subject.end; i-- > subject.begin;) {
    if (Norm(i) == "with" && i + 1 < subject.end) return {i + 1, subject.end};
  }
  return subject;
}

uint32_t Phrases::AsideBegin(uint32_t close) const {
  const uint32_t limit = close > begin_ + kLongestAside ? close - kLongestAside : begin_;
  for (uint32_t i = close; i-- > limit;) {
    if (!IsComma(i)) continue;
    if (i == begin_ || !IsWord(i - 1)) return kNoUnit;
    return i;
  }
  return kNoUnit;
}

bool Phrases::IsNameOnly(uint32_t from, uint32_t to) const {
  for (uint32_t i = from; i < to; ++i) {
    if (!IsCapital(i)) return false;
  }
  return from < to;
}

uint32_t Phrases::TidyEnd(uint32_t to) const {
  const uint32_t from = to;
  while (to > begin_ + 1 && (Is(to - 1, kSpeechTime | kSpeechAdverb) && !IsMarked(to - 2))) {
    --to;
    if (Is(to - 1, kSpeechDeterminer | kSpeechPreposition) && to > begin_ + 1) --to;
    if (Is(to - 1, kSpeechPreposition) && to > begin_ + 1) --to;
  }
  return IsBreak(to - 1) ? from : to;
}

IndexRange Phrases::Antecedent(uint32_t relative) const {
  uint32_t to = relative;
  if (to > begin_ && IsComma(to - 1)) --to;
  if (to == begin_ || !IsWord(to - 1)) return {relative, relative + 1};
  uint32_t begin = TidyBegin(ClauseBegin(to), to);
  return begin < to ? IndexRange{begin, to} : IndexRange{relative, relative + 1};
}

bool Phrases::IsSpeakerWord(uint32_t i) const {
  static const LexiconTable& heads = Lexicon::English().Table("speaker_heads.tsv");
  static const LexiconTable& anonymous = Lexicon::English().Table("anonymous_sources.tsv");
  static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
  if (IsCapital(i) || IsMarked(i) || IsBreak(i)) return true;
  if (Is(i, kSpeechPronoun | kSpeechRelative)) return true;
  const std::string_view norm = Norm(i);
  return heads.Has(norm) || anonymous.Has(norm) || roles.Has(norm);
}

bool Phrases::IsPluralSubject(uint32_t i) const {
  if (Is(i, kSpeechPronoun | kSpeechRelative) || IsCapital(i)) return true;
  const std::string_view norm = Norm(i);
  return norm == "police" || norm == "people" ||
         (HasEnding(i, "s") && !IsVerb(i) && norm != document_.Lemma(TokenOf(i)));
}

uint32_t Phrases::ClauseBegin(uint32_t to) const {
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
    } else if (Is(k, kSpeechVerb) && !IsCapital(k) && !IsIng(k) && !HasEnding(k, "ed") &&
               !Is(k - 1, kSpeechDeterminer | kSpeechPossessive | kSpeechPreposition)) {
      break;
    }
    i = k;
  }
  return i;
}

uint32_t Phrases::RelativeBefore(uint32_t verb) const {
  for (uint32_t i = verb; i-- > begin_ && i + 4 > verb;) {
    if (Is(i, kSpeechRelative)) return i > begin_ && !IsComma(i - 1) ? i : kNoUnit;
    if (!Is(i, kSpeechAuxiliary | kSpeechModal | kSpeechAdverb)) break;
  }
  return kNoUnit;
}

bool Phrases::JoinsNames(uint32_t conjunction) const {
  if (conjunction == begin_) return false;
  if (IsComma(conjunction - 1)) return IsListComma(conjunction - 1, end_);
  if (!IsWord(conjunction - 1) || Is(conjunction - 1, kSpeechVerb)) return false;
  const uint32_t limit =
      conjunction > begin_ + kLongestSubject ? conjunction - kLongestSubject : begin_;
  for (uint32_t i = conjunction; i-- > limit;) {
    if (IsMarked(i) || (IsBreak(i) && !IsComma(i))) return true;
    if (IsVerb(i) && !IsCapital(i)) return false;
  }
  return true;
}

bool Phrases::IsListComma(uint32_t comma, uint32_t to) const {
  if (comma == begin_ || !IsCapital(comma - 1)) return false;
  if (Norm(comma + 1) == "and" || Norm(comma + 1) == "or") return IsCapital(comma + 2);
  return comma + 3 < to && IsCapital(comma + 1) &&
         (Norm(comma + 2) == "and" || Norm(comma + 2) == "or" ||
          (IsComma(comma + 2) && Norm(comma + 3) == "and"));
}

uint32_t Phrases::TidyBegin(uint32_t begin, uint32_t to) const {
  while (begin < to) {
    // "Friday a spokesman", but not "Friday 's talks"
    const bool time = Is(begin, kSpeechTime) && begin + 1 < to && !Is(begin + 1, kSpeechPossessive);
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

uint32_t Phrases::SkipOpeningPhrase(uint32_t begin, uint32_t to) const {
  for (uint32_t i = begin + 2; i < to; ++i) {
    if (Is(i, kSpeechDeterminer) || Is(i, kSpeechPronoun)) return i;
    if (Is(i, kSpeechPreposition)) break;
  }
  return begin + 1;
}

IndexRange Phrases::MainSubject(uint32_t to) const {
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

uint32_t Phrases::EndOfAdverbial(uint32_t from) const {
  const bool early = Norm(from) == "late" || Norm(from) == "early";
  if (!early && !Is(from, kSpeechPreposition | kSpeechTime)) return kNoUnit;
  if (early && !Is(from + 1, kSpeechTime | kSpeechPreposition)) return kNoUnit;
  uint32_t i = from;
  while (i < end_ && !IsBreak(i)) {
    if (IsMarked(i) || i > from + kLongestAdverbial) return kNoUnit;
    if (Is(i, kSpeechAuxiliary | kSpeechModal | kSpeechThat | kSpeechRelative)) return kNoUnit;
    if (IsSubjectPronoun(i)) return kNoUnit;
    if (IsVerb(i) && !IsIng(i) && !HasEnding(i, "ed")) return kNoUnit;
    ++i;
  }
  return i;
}

}  // namespace crossread
