#include "core/lexicon/antonyms.h"

#include "core/lexicon/lexicon.h"

namespace crossread {

bool AreAntonyms(std::string_view a, std::string_view b) {
  static const LexiconTable& antonyms = Lexicon::English().Table("antonyms.tsv");
  const LexiconRow* row = antonyms.Find(a);
  const LexiconRow* end = antonyms.rows().data() + antonyms.rows().size();
  for (; row != nullptr && row != end && row->key == a; ++row) {
    if (row->column(1) == b) return true;
  }
  return false;
}

}  // namespace crossread
