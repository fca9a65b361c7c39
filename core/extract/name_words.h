// What each token of an article can be in a name: read once, asked by the stages behind
// FindMentions. Internal to names.cpp, entities.cpp, roles.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/lexicon/lexicon.h"
#include "core/text/document.h"

namespace crossread {

// Classes of a word by itself, as bits.
enum WordClass : uint32_t {
  kStopword = 1 << 0,  // grammar: never a name, but in capitals ("US", "WHO")
  kGivenName = 1 << 1,
  kFamilyFirst = 1 << 2,  // "Xi" in "Xi Jinping"
  kParticle = 1 << 3,     // "von", "al"
  kSuffix = 1 << 4,       // "jr"
  kOrganisationHead = 1 << 5,
  kPlaceHead = 1 << 6,
  kPlaceHeadOrSurname = 1 << 7,
  kCalendar = 1 << 8,
  kShortCalendar = 1 << 9,  // "Sun", "Mar": one with a dot or a number beside it
  kVerb = 1 << 10,
  kModal = 1 << 11,        // "may", "will"
  kPlaceBefore = 1 << 12,  // cues, from name_cues.tsv
  kPersonBefore = 1 << 13,
  kPersonAfter = 1 << 14,
  kSpeechAfter = 1 << 15,
  kApposition = 1 << 16,
  kSeenLower = 1 << 17,       // occurs without a capital in this article
  kPersonParticle = 1 << 19,  // "von" and "bin", not "de": a person's
  kSeenCapital = 1 << 18      // occurs with a capital where nothing but a name calls for one
};

class NameWords {
 public:
  // Keeps a reference to `document`. Cost: O(tokens · log lexicon).
  explicit NameWords(const Document& document);

  const Document& document() const { return document_; }
  bool Is(uint32_t token, uint32_t classes) const {
    return (classes_[document_.tokens[token].norm] & classes) != 0;
  }
  // The normal form without diacritics.
  std::string_view Folded(uint32_t token) const { return folded_[document_.tokens[token].norm]; }

  // A sentence whose names are mentions of the story: no bylines, credits, hashtags, furniture.
  bool InStory(uint32_t sentence) const { return sentences_[sentence] != Use::kNone; }
  // A sentence in which capitals say nothing: a title in title case, a line in capitals.
  bool IsWeak(uint32_t sentence) const { return sentences_[sentence] == Use::kWeak; }

  // First word of a sentence or of a quotation, where any word has a capital.
  bool IsOpening(uint32_t token) const;
  bool IsWord(uint32_t token) const { return document_.tokens[token].shape == TokenShape::kWord; }
  bool IsMark(uint32_t token, char mark) const;
  // "NATO", "U.S.", "G7": two or more letters or digits and no small one.
  bool IsAcronym(uint32_t token) const;
  // "W." or "W": one capital letter.
  bool IsInitial(uint32_t token) const;
  bool IsCalendar(uint32_t token) const;
  // No white space between this token and the one before it.
  bool IsGlued(uint32_t token) const { return !document_.tokens[token].space_before; }
  bool IsHyphen(uint32_t token) const;

  // The words of `range` as lexicon keys have them: folded, single spaces, hyphens as written.
  std::string Key(IndexRange range) const;
  // The end of the longest key of `table` that begins at `token` and ends by `end`; `token` if
  // none. Cost: O(longest key · log rows).
  uint32_t Match(const LexiconTable& table, uint32_t token, uint32_t end) const;
  // The same for the gazetteer, with its aliases of two or three letters only in capitals or with a
  // dot
  // ("LA", "Ore.", not "La").
  uint32_t MatchPlace(uint32_t token, uint32_t end) const;

 private:
  enum class Use : uint8_t { kNone, kWeak, kFull };
  Use UseOf(const Sentence& sentence) const;
  void ReadClasses();
  void ReadSentences();
  void ReadCapitals();

  const Document& document_;
  std::vector<uint32_t> classes_;    // by norm
  std::vector<std::string> folded_;  // by norm
  std::vector<Use> sentences_;
};

}  // namespace crossread
