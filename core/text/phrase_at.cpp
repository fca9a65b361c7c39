#include "core/text/phrase_at.h"

#include <algorithm>
#include <string>

namespace crossread {

const LexiconRow* PhraseAt(const Document& document, uint32_t t, uint32_t end,
                           const LexiconTable& table, uint32_t* size) {
  const LexiconRow* longest = nullptr;
  std::string key;
  for (uint32_t k = t; k < std::min(t + table.longest_key(), end); ++k) {
    if (k > t) key += ' ';
    key += document.Norm(document.tokens[k]);
    const LexiconRow* row = table.Find(key);
    if (row == nullptr) continue;
    longest = row;
    if (size != nullptr) *size = k + 1 - t;
  }
  return longest;
}

}  // namespace crossread
