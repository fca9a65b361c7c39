// What the lexicons say of a word next to a full stop or at the begin of a line, as one set of
// flags: abbreviations.tsv, sentence_words.tsv, agencies.txt, months.tsv and furniture.tsv. Asked
// at every stop and every line, so a look-up is one probe of a table and allocates nothing.
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
  kApart = 1u << 8,
  kBare = 1u << 9,
  // sentence_words.tsv
  kOpener = 1u << 10,
  kPreposition = 1u << 11,
  kTag = 1u << 12,
  kZone = 1u << 13,
  kStamp = 1u << 14,
  kHanging = 1u << 15,
  kPicture = 1u << 16,
  kDesk = 1u << 17,
  kAccount = 1u << 21,
  // agencies.txt: a word of an agency's name, of one or several words
  kAgencyWord = 1u << 18,
  // furniture.tsv: the first word of a label
  kLabelWord = 1u << 19,
  // months.tsv, "May" and "Sept" alike
  kMonthName = 1u << 20,
};

// The classes of abbreviations.tsv that take a full stop wherever they stand.
inline constexpr WordClasses kShortForms =
    kTitle | kMonth | kTime | kInner | kAbbreviation | kListEnd;

// Classes of `word` as written in the text; an abbreviation without its last full stop, a marked
// name with its mark. Cost: O(length); words longer than any entry cost O(1).
WordClasses ClassesOf(std::string_view word);

}  // namespace crossread
