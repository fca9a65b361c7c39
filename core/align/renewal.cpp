#include "core/align/renewal.h"

#include <string_view>

#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

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

// What decides is repeated by "again", not undone: "again rejected the offer" tells of no yes
// between.
bool IsDecisive(std::string_view lemma) {
  static const LexiconTable& exclusive = Lexicon::English().Table("exclusive_verbs.txt");
  return exclusive.Has(lemma) || exclusive.Has(SynonymClass(lemma));
}

// "Again" that belongs to the verb: before it, or behind it in the same clause.
bool HasAgain(const Analysis& analysis, uint32_t verb) {
  const Document& document = analysis.document;
  const IndexRange sentence = document.sentences[document.tokens[verb].sentence].tokens;
  if (verb > sentence.begin && document.Norm(document.tokens[verb - 1]) == "again") return true;
  for (uint32_t t = verb + 1; t < sentence.end; ++t) {
    if (document.Norm(document.tokens[t]) == "again") return true;
    const Upos upos = analysis.syntax.tokens[t].upos;
    const bool ends = upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kPunct ||
                      upos == Upos::kCconj || upos == Upos::kSconj;
    if (ends) return false;
  }
  return false;
}

bool IsAgain(const Analysis& analysis, const Predicate& predicate) {
  const std::string_view lemma = analysis.document.strings.Get(predicate.lemma);
  if (IsRepeating(lemma)) return true;
  return !IsDecisive(lemma) && HasAgain(analysis, predicate.token);
}

}  // namespace

bool IsRenewed(const Analysis& of_earlier, const Predicate& earlier, const Analysis& of_later,
               const Predicate& later) {
  return later.sign.polarity == Polarity::kPositive && IsAgain(of_later, later) &&
         !IsAgain(of_earlier, earlier);
}

}  // namespace crossread
