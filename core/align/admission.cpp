#include "core/align/admission.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kReach = 4;  // words from "we" to the word that admits: "we used far too much"

bool IsAnyOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsFirstPerson(std::string_view word) { return IsAnyOf(word, {"i", "we"}); }

// "We know they were wrong", "we do not regret it", "what went wrong": nothing is owned up to.
bool Turns(std::string_view word, std::string_view effect) {
  return effect == "negation" || IsAnyOf(word, {"they", "he", "she", "it", "you", "that", "what",
                                                "who", "his", "her", "their", "your", "if"});
}

}  // namespace

Span AdmissionIn(const Analysis& analysis, const std::vector<DiffWord>& words, uint32_t begin) {
  static const LexiconTable& pivots = Lexicon::English().Table("quote_pivots.tsv");
  const auto word = [&](size_t w) { return Fold(analysis.document.Text(words[w].span)); };
  size_t before = 0;
  while (before < begin && !IsFirstPerson(word(before))) ++before;
  if (before == begin) return {};
  uint32_t reach = 0;
  for (size_t w = begin; w < words.size(); ++w) {
    const std::string norm = word(w);
    const LexiconRow* row = pivots.Find(norm);
    const std::string_view effect = row != nullptr ? row->column(0) : std::string_view();
    if (IsFirstPerson(norm)) {
      reach = kReach;
    } else if (Turns(norm, effect)) {
      reach = 0;
    } else if (reach > 0) {
      --reach;
      // "We used too much", but "we were there too".
      const bool degree =
          norm != "too" ||
          (w + 1 < words.size() && IsAnyOf(word(w + 1), {"much", "many", "far", "late", "little",
                                                         "few", "long", "slow", "slowly", "hard"}));
      if (effect == "admission" && degree) return words[w].span;
    }
  }
  return {};
}

}  // namespace crossread
