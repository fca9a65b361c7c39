#include "core/extract/referent.h"

#include <algorithm>
#include <iterator>

#include "core/extract/analysis.h"

namespace crossread {

const Mention* MentionAt(const Analysis& analysis, uint32_t t) {
  const Span word = analysis.document.tokens[t].span;
  const std::vector<Mention>& mentions = analysis.mentions.mentions;
  const auto behind =
      std::upper_bound(mentions.begin(), mentions.end(), word.begin,
                       [](uint32_t byte, const Mention& m) { return byte < m.span.begin; });
  if (behind == mentions.begin() || !std::prev(behind)->span.Contains(word)) return nullptr;
  return &*std::prev(behind);
}

uint32_t EntityAt(const Analysis& analysis, uint32_t t) {
  if (const Mention* mention = MentionAt(analysis, t)) return mention->entity;
  const std::vector<Pronoun>& pronouns = analysis.pronouns;
  const auto at =
      std::lower_bound(pronouns.begin(), pronouns.end(), t,
                       [](const Pronoun& p, uint32_t token) { return p.token < token; });
  return at != pronouns.end() && at->token == t ? at->entity : kNoEntity;
}

}  // namespace crossread
