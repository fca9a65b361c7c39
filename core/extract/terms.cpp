#include "core/extract/terms.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

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

TermId ClassOf(std::string_view lemma) { return Fnv1a(SynonymClass(lemma)); }

Term TermOf(const Document& document, const Token& token) {
  Term term;
  const std::string_view norm = document.Norm(token);
  if (norm.empty()) return term;
  const std::string_view lemma = Canonical(document.Lemma(token));
  term.norm = Fnv1a(Canonical(norm));
  term.lemma = Fnv1a(lemma);
  term.content = IsContent(token, norm);
  term.synonym = ClassOf(lemma);
  static const LexiconTable& common = Lexicon::English().Table("word_classes.tsv");
  term.telling =
      term.content && token.shape == TokenShape::kWord && !common.Has(document.Lemma(token));
  return term;
}

// ---- phrasal verbs

// Words of an object between a verb and its particle: "turned the Surinamese request down".
constexpr uint32_t kMostBetween = 4;

std::string_view ClassOfStopword(std::string_view norm) {
  static const LexiconTable& stopwords = Lexicon::English().Table("stopwords.tsv");
  const LexiconRow* row = stopwords.Find(norm);
  return row != nullptr ? row->column(0) : std::string_view();
}

// "down" at the end of what it belongs to, and not "down the road".
bool IsLast(const Document& document, uint32_t particle, uint32_t end) {
  if (particle + 1 >= end) return true;
  const Token& next = document.tokens[particle + 1];
  if (next.shape == TokenShape::kNumber) return false;
  if (next.shape != TokenShape::kWord) return true;
  const std::string_view kind = ClassOfStopword(document.Norm(next));
  return kind == "prep" || kind == "conj" || kind == "adv" || kind == "aux" || kind == "modal";
}

// Verbs of phrasal_verbs.tsv, to ask first.
bool BeginsPhrasalVerb(std::string_view lemma) {
  static const std::vector<std::string_view> verbs = [] {
    std::vector<std::string_view> out;  // sorted, as the table is
    for (const LexiconRow& row : Lexicon::English().Table("phrasal_verbs.tsv").rows()) {
      const std::string_view verb = row.key.substr(0, row.key.find(' '));
      if (out.empty() || out.back() != verb) out.push_back(verb);
    }
    return out;
  }();
  return std::binary_search(verbs.begin(), verbs.end(), lemma);
}

void PhrasalTerms(const Document& document, std::vector<Term>* terms) {
  for (uint32_t t = 0; t < document.tokens.size(); ++t) {
    const PhrasalVerb found = PhrasalVerbAt(document, t);
    if (found.row == nullptr) continue;
    const std::string_view lemma = Canonical(found.row->column(0));
    Term& term = (*terms)[t];
    term.lemma = Fnv1a(lemma);
    term.synonym = ClassOf(lemma);
    term.content = true;
    term.telling = false;
    (*terms)[found.particle].content = false;
  }
}

// A place, its people and its capital are one term; a person is the last part of the name, so that
// "Rubio" and "Marco Rubio" meet.
void NameTerms(const Document& document, const Mentions& mentions, std::vector<Term>* terms) {
  for (const Mention& mention : mentions.mentions) {
    const IndexRange tokens = document.TokensIn(mention.span);
    if (tokens.empty()) continue;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      (*terms)[t].content = (*terms)[t].telling = true;
    }
    if (mention.entity == kNoEntity) continue;
    const Entity& entity = mentions.entities[mention.entity];
    if (entity.kind != EntityKind::kPlace && entity.kind != EntityKind::kPeople) continue;
    Term& last = (*terms)[tokens.end - 1];
    last.lemma = last.synonym = Fnv1a(entity.key);
  }
}

}  // namespace

PhrasalVerb PhrasalVerbAt(const Document& document, uint32_t t) {
  static const LexiconTable& table = Lexicon::English().Table("phrasal_verbs.tsv");
  const Token& verb = document.tokens[t];
  if (verb.shape != TokenShape::kWord || !BeginsPhrasalVerb(document.Lemma(verb))) return {};
  const uint32_t end = document.sentences[verb.sentence].tokens.end;
  std::string key(document.Lemma(verb));
  key += ' ';
  const size_t stem = key.size();
  for (uint32_t i = t + 1; i < end && i - t <= kMostBetween + 1; ++i) {
    const std::string_view norm = document.Norm(document.tokens[i]);
    if (i > t + 1 && (norm == "'s" || norm == "'")) continue;
    if (document.tokens[i].shape != TokenShape::kWord) break;
    key.resize(stem);
    key += norm;
    const bool apart = i > t + 1;
    uint32_t last = i;
    const LexiconRow* row = table.Find(key);
    if (row == nullptr && norm == "to" && i + 1 < end) {  // "took the city to court"
      key += ' ';
      key += document.Norm(document.tokens[++last]);
      row = table.Find(key);
    }
    if (row != nullptr) {
      if (apart && (row->column(1) != "apart" || !IsLast(document, last, end))) return {};
      return {row, last};
    }
    // What stands between is an object: it begins with its determiner or is a pronoun.
    const std::string_view kind = ClassOfStopword(norm);
    const bool opens = kind == "det" || kind == "poss" || kind == "pron";
    if (!apart && !opens && !document.tokens[i].capital) break;
    if (apart && !kind.empty()) break;
  }
  return {};
}

std::string_view MeantLemma(const Document& document, uint32_t t) {
  const PhrasalVerb found = PhrasalVerbAt(document, t);
  return found.row != nullptr ? found.row->column(0) : document.Lemma(document.tokens[t]);
}

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
  PhrasalTerms(document, &terms);
  NameTerms(document, mentions, &terms);
  return terms;
}

}  // namespace crossread
