#include "core/text/affixes.h"

#include "core/base/ascii.h"

namespace crossread {

const LexiconRow* FindAffix(std::string_view part, std::string_view kind) {
  static const LexiconTable& table = Lexicon::English().Table("affixes.tsv");
  if (part.empty() || part.size() > kLongestAffix) return nullptr;
  char folded[kLongestAffix];
  for (size_t i = 0; i < part.size(); ++i) folded[i] = AsciiLower(part[i]);
  const std::string_view key(folded, part.size());
  const LexiconRow* end = table.rows().data() + table.rows().size();
  for (const LexiconRow* row = table.Find(key); row != nullptr && row != end && row->key == key;
       ++row) {
    if (row->column(0) == kind) return row;
  }
  return nullptr;
}

}  // namespace crossread
