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

uint32_t EntityOfWord(const Analysis& analysis, uint32_t t) {
  if (t == kNoWord) return kNoEntity;
  const Document& document = analysis.document;
  const std::string_view norm = document.Norm(document.tokens[t]);
  if (norm == "who" || norm == "whom" || norm == "which" || norm == "that") {
    while (t > 0 && analysis.syntax.tokens[t - 1].upos == Upos::kPunct) --t;
    if (t == 0) return kNoEntity;
    const Upos upos = analysis.syntax.tokens[t - 1].upos;
    const bool noun = upos == Upos::kNoun || upos == Upos::kPropn;
    return noun ? EntityAt(analysis, t - 1) : kNoEntity;
  }
  if (const uint32_t entity = EntityAt(analysis, t); entity != kNoEntity) return entity;
  for (const Description& description : analysis.syntax.nominals.descriptions) {
    if (description.head == t && description.name.end > description.name.begin)
      return EntityAt(analysis, description.name.end - 1);
  }
  return kNoEntity;
}

}  // namespace crossread
