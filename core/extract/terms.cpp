#include "core/extract/terms.h"

#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

std::string_view Canonical(std::string_view word) {
  static const LexiconTable& variants = Lexicon::English().Table("spelling_variants.tsv");
  const LexiconRow* row = variants.Find(word);
  return row != nullptr ? row->column(0) : word;
}

bool IsContent(const Token& token, std::string_view norm) {
  static const LexiconTable& stopwords = Lexicon::English().Table("stopwords.tsv");
  if (token.shape != TokenShape::kWord && token.shape != TokenShape::kNumber) return false;
  return !stopwords.Has(norm);
}

Term TermOf(const Document& document, const Token& token) {
  static const LexiconTable& synonyms = Lexicon::English().Table("synonyms.tsv");
  Term term;
  const std::string_view norm = document.Norm(token);
  if (norm.empty()) return term;
  const std::string_view lemma = Canonical(document.Lemma(token));
  term.norm = Fnv1a(Canonical(norm));
  term.lemma = Fnv1a(lemma);
  term.content = IsContent(token, norm);
  const LexiconRow* row = synonyms.Find(lemma);
  term.synonym = row != nullptr ? Fnv1a(row->column(1)) : term.lemma;
  return term;
}

// A place, its people and its capital are one term; a person is the last part of the name, so that
// "Rubio" and "Marco Rubio" meet.
void NameTerms(const Document& document, const Mentions& mentions, std::vector<Term>* terms) {
  for (const Mention& mention : mentions.mentions) {
    const IndexRange tokens = document.TokensIn(mention.span);
    if (tokens.empty()) continue;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) (*terms)[t].content = true;
    if (mention.entity == kNoEntity) continue;
    const Entity& entity = mentions.entities[mention.entity];
    if (entity.kind != EntityKind::kPlace && entity.kind != EntityKind::kPeople) continue;
    Term& last = (*terms)[tokens.end - 1];
    last.lemma = last.synonym = Fnv1a(entity.key);
  }
}

}  // namespace

std::vector<Term> FindTerms(const Document& document, const Mentions& mentions) {
  std::vector<Term> terms;
  terms.reserve(document.tokens.size());
  std::vector<Term> of_norm;  // one look-up a distinct norm and shape
  std::vector<uint8_t> known;
  for (const Token& token : document.tokens) {
    const bool plain = token.shape == TokenShape::kWord;
    if (plain && token.norm < known.size() && known[token.norm]) {
      terms.push_back(of_norm[token.norm]);
      continue;
    }
    terms.push_back(TermOf(document, token));
    if (!plain) continue;
    if (token.norm >= known.size()) {
      known.resize(token.norm + 1, 0);
      of_norm.resize(token.norm + 1);
    }
    known[token.norm] = 1;
    of_norm[token.norm] = terms.back();
  }
  NameTerms(document, mentions, &terms);
  return terms;
}

}  // namespace crossread
