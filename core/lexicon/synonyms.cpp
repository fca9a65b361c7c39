#include "core/lexicon/synonyms.h"

#include "core/lexicon/lexicon.h"

namespace crossread {

std::string_view SynonymClass(std::string_view lemma) {
  static const LexiconTable& synonyms = Lexicon::English().Table("synonyms.tsv");
  const LexiconRow* row = synonyms.Find(lemma);
  return row != nullptr ? row->column(1) : lemma;
}

}  // namespace crossread
