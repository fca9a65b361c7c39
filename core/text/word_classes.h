// What the lexicons say of a word next to a full stop, as one set of flags: abbreviations.tsv,
// sentence_words.tsv and agencies.txt. Asked once per stop, so a look-up allocates nothing.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossread {

using WordClasses = uint32_t;

enum WordClass : WordClasses {
  kNoClass = 0,
  // abbreviations.tsv
  kTitle = 1u << 0,
  kNumberAbbreviation = 1u << 1,
  kMonth = 1u << 2,
  kTime = 1u << 3,
  kInner = 1u << 4,
  kAbbreviation = 1u << 5,
  kListEnd = 1u << 6,
  kMarkedName = 1u << 7,
  kApart = 1u << 24,
  kBare = 1u << 25,
  // sentence_words.tsv
  kOpener = 1u << 8,
  kPreposition = 1u << 9,
  kTag = 1u << 10,
  kZone = 1u << 11,
  kStamp = 1u << 12,
  kHanging = 1u << 13,
  // agencies.txt: a word of an agency's name, of one or several words
  kAgencyWord = 1u << 14,
};

// Classes of `word` as written in the text; an abbreviation without its last full stop, a marked
// name with its mark. Words longer than any entry cost O(1). Cost: O(length * log entries).
WordClasses ClassesOf(std::string_view word);

}  // namespace crossread
