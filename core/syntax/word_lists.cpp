#include "core/syntax/word_lists.h"

#include "core/lexicon/lexicon.h"

namespace crossread {

uint8_t WordListsOf(std::string_view norm, std::string_view lemma) {
  struct List {
    const LexiconTable& table;
    uint8_t bit;
  };
  static const Lexicon& lexicon = Lexicon::English();
  static const List lists[] = {
      {lexicon.Table("given_names.tsv"), kGivenName}, {lexicon.Table("gazetteer.tsv"), kPlaceName},
      {lexicon.Table("roles.tsv"), kRoleNoun},        {lexicon.Table("demonyms.tsv"), kDemonym},
      {lexicon.Table("event_nouns.tsv"), kEventNoun}, {lexicon.Table("antonyms.tsv"), kOpposite},
  };
  static const LexiconTable& verbs = lexicon.Table("verbs.tsv");
  uint8_t bits = 0;
  for (const List& list : lists) {
    if (list.table.Has(norm)) bits |= list.bit;
  }
  if (verbs.Has(lemma)) bits |= lemma == norm ? kVerbBase : kVerbForm;
  return bits;
}

}  // namespace crossread
