// Inflection undone by spelling. The hard part is the final e ("stated" -> "state", "visited" ->
// "visit"): a stem of one syllable that ends in vowel and consonant would have doubled the
// consonant had there been no e; longer stems go by their ending. What that misses stands in
// irregular.tsv.
#include "core/lexicon/lemma.h"

#include "core/base/ascii.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool EndsWith(std::string_view word, std::string_view ending) {
  return word.size() >= ending.size() && word.substr(word.size() - ending.size()) == ending;
}

// The n-th character from the end (1 = last), or '\0'.
char FromEnd(std::string_view word, size_t n) {
  return n <= word.size() ? word[word.size() - n] : '\0';
}

int VowelGroups(std::string_view word) {
  int groups = 0;
  bool in_group = false;
  for (size_t i = 0; i < word.size(); ++i) {
    const bool vowel = IsVowel(word[i]) || (word[i] == 'y' && i > 0);
    if (vowel && !in_group && !(word[i] == 'u' && i > 0 && word[i - 1] == 'q')) ++groups;
    in_group = vowel && !(word[i] == 'u' && i > 0 && word[i - 1] == 'q');
  }
  return groups;
}

// Whether a stem of several syllables that ends in a single consonant after a single vowel lost an
// e. Each line: endings that do, e.g. "negotiat-e", "combin-e", "provid-e", "requir-e"; others do
// not: "visit", "mention", "target", "offer".
bool LongStemLostE(char vowel, char last) {
  switch (last) {
    case 't':
      return vowel == 'a' || vowel == 'u' || vowel == 'o';
    case 'n':
      return vowel == 'i' || vowel == 'u';
    case 'd':
      return vowel != 'e' && vowel != 'y';
    case 'r':
      return vowel != 'e';
    case 'm':
      return vowel == 'u' || vowel == 'a';
    case 'b':
      return vowel == 'i';
    case 'k':
      return vowel == 'o' || vowel == 'a';
    case 'p':
      return vowel == 'a';
    case 'l':
      return vowel == 'u';
    default:
      return false;
  }
}

// "stat" -> true (state), "visit" -> false.
bool LostFinalE(std::string_view stem) {
  const char last = FromEnd(stem, 1);
  const char before = FromEnd(stem, 2);
  const char third = FromEnd(stem, 3);
  if (last == 'c' || last == 'v' || last == 'u' || last == 'z') return true;
  if (last == 's') return before != 's';
  if (last == 'g') return before != 'g' && !EndsWith(stem, "ing") && before != 'o';
  if (last == 'l' && !IsVowel(before) && before != 'l' && before != 'r' && before != 'w' &&
      before != 'y') {
    return true;
  }
  if (IsVowel(last) || last == 'w' || last == 'x' || last == 'y' || last == 'h') return false;
  if (before == 'y') return true;  // "analys", "typ"
  if (!IsVowel(before) || (IsVowel(third) && !(third == 'u' && FromEnd(stem, 4) == 'q') &&
                           !((third == 'i' || third == 'u' || third == 'e') && before == 'a'))) {
    return false;
  }
  if (third == 'e' && before == 'a') return false;  // "repeat", "lead"
  if (VowelGroups(stem) == 1) return true;
  return LongStemLostE(before, last);
}

// The dictionary form of a verb from its stem without -ed or -ing.
std::string FromStem(std::string_view stem) {
  const char last = FromEnd(stem, 1);
  if (last == FromEnd(stem, 2) && !IsVowel(last)) {
    const bool keeps =
        last == 's' || last == 'z' || last == 'f' || (last == 'l' && VowelGroups(stem) == 1);
    return std::string(keeps ? stem : stem.substr(0, stem.size() - 1));
  }
  std::string out(stem);
  if (LostFinalE(stem)) out += 'e';
  return out;
}

bool IsPlainWord(std::string_view norm) {
  for (char c : norm) {
    if (!IsAsciiLower(c)) return false;
  }
  return true;
}

std::string WithoutS(std::string_view norm) {
  if (EndsWith(norm, "ies") && norm.size() > 4)
    return std::string(norm.substr(0, norm.size() - 3)) + "y";
  for (std::string_view ending : {"sses", "shes", "ches", "xes", "zzes", "oes"}) {
    if (EndsWith(norm, ending)) return std::string(norm.substr(0, norm.size() - 2));
  }
  return std::string(norm.substr(0, norm.size() - 1));
}

}  // namespace

std::string Lemma(std::string_view norm) {
  static const LexiconTable& irregular = Lexicon::English().Table("irregular.tsv");
  if (const LexiconRow* row = irregular.Find(norm)) return std::string(row->column(0));
  if (norm.size() < 4 || !IsPlainWord(norm)) return std::string(norm);
  if (norm.back() == 's') {
    const char before = FromEnd(norm, 2);
    if (before == 's' || before == 'u' || before == 'i') return std::string(norm);
    return WithoutS(norm);
  }
  if (EndsWith(norm, "ied") && norm.size() > 4) {
    return std::string(norm.substr(0, norm.size() - 3)) + "y";
  }
  for (std::string_view ending : {"ed", "ing"}) {
    if (!EndsWith(norm, ending)) continue;
    const std::string_view stem = norm.substr(0, norm.size() - ending.size());
    if (stem.size() >= 2 && VowelGroups(stem) > 0 && !(ending == "ed" && stem.back() == 'e')) {
      return FromStem(stem);
    }
  }
  return std::string(norm);
}

}  // namespace crossread
