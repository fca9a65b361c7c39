#include "core/align/concepts.h"

#include "core/base/hash.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {

std::vector<TermId> ConceptsOf(const Analysis& analysis) {
  static const LexiconTable& event_nouns = Lexicon::English().Table("event_nouns.tsv");
  const Document& document = analysis.document;
  std::vector<TermId> concepts(document.tokens.size(), 0);
  for (uint32_t t = 0; t < concepts.size(); ++t) {
    const Term& term = analysis.terms[t];
    if (!term.content) continue;
    concepts[t] = term.synonym;
    if (term.synonym != term.lemma || analysis.syntax.tokens[t].upos != Upos::kNoun) continue;
    const LexiconRow* event = event_nouns.Find(document.Lemma(document.tokens[t]));
    if (event != nullptr) concepts[t] = Fnv1a(SynonymClass(event->column(0)));
  }
  for (const Pronoun& pronoun : analysis.pronouns) {
    if (pronoun.entity == kNoEntity) continue;
    const Mention& mention =
        analysis.mentions.mentions[analysis.mentions.entities[pronoun.entity].mentions.front()];
    const IndexRange tokens = document.TokensIn(mention.span);
    if (!tokens.empty()) concepts[pronoun.token] = concepts[tokens.end - 1];
  }
  return concepts;
}

}  // namespace crossread
