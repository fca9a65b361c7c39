#include "core/align/renewal.h"

#include <string_view>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// "Reopen" of "open", "re-elect" of "elect": a verb that has an opposite.
bool IsRepeating(std::string_view lemma) {
  static const LexiconTable& antonyms = Lexicon::English().Table("antonyms.tsv");
  if (lemma.substr(0, 2) != "re") return false;
  lemma.remove_prefix(2);
  if (!lemma.empty() && lemma.front() == '-') lemma.remove_prefix(1);
  return antonyms.Has(lemma);
}

bool IsAgain(const Analysis& analysis, const Predicate& predicate) {
  constexpr uint32_t kReach = 8;  // tokens behind the verb
  const Document& document = analysis.document;
  if (IsRepeating(document.strings.Get(predicate.lemma))) return true;
  const IndexRange sentence = document.sentences[document.tokens[predicate.token].sentence].tokens;
  const uint32_t end =
      predicate.token + kReach < sentence.end ? predicate.token + kReach : sentence.end;
  for (uint32_t t = predicate.token > sentence.begin ? predicate.token - 1 : predicate.token;
       t < end; ++t) {
    if (document.Norm(document.tokens[t]) == "again") return true;
  }
  return false;
}

}  // namespace

bool IsRenewed(const Analysis& of_earlier, const Predicate& earlier, const Analysis& of_later,
               const Predicate& later) {
  return later.sign.polarity == Polarity::kPositive && IsAgain(of_later, later) &&
         !IsAgain(of_earlier, earlier);
}

}  // namespace crossread
