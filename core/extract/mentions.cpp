#include "core/extract/mentions.h"

#include "core/extract/name_words.h"
#include "core/extract/names.h"

namespace crossread {

Mentions FindMentions(const Document& document, const Syntax& syntax) {
  if (document.tokens.empty()) return {};
  const NameWords words(document);
  Mentions mentions = ResolveEntities(words, syntax, FindNames(words));
  mentions.roles = FindRoles(words, syntax, mentions);
  return mentions;
}

}  // namespace crossread
