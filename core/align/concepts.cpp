#include "core/align/concepts.h"

#include "core/base/hash.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

// The verb that a noun is of: "evacuate" of "evacuation"; empty if none.
std::string_view VerbOf(std::string_view noun) {
  static const LexiconTable& events = Lexicon::English().Table("event_nouns.tsv");
  static const LexiconTable& derivations = Lexicon::English().Table("derivations.tsv");
  for (const LexiconTable* table : {&events, &derivations}) {
    if (const LexiconRow* row = table->Find(noun)) return row->column(0);
  }
  return {};
}

}  // namespace

std::vector<TermId> ConceptsOf(const Analysis& analysis) {
  const Document& document = analysis.document;
  std::vector<TermId> concepts(document.tokens.size(), 0);
  for (uint32_t t = 0; t < concepts.size(); ++t) {
    const Term& term = analysis.terms[t];
    if (!term.content) continue;
    concepts[t] = term.synonym;
    if (term.synonym != term.lemma || analysis.syntax.tokens[t].upos != Upos::kNoun) continue;
    const std::string_view verb = VerbOf(document.Lemma(document.tokens[t]));
    if (!verb.empty()) concepts[t] = Fnv1a(SynonymClass(verb));
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
