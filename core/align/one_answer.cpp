#include "core/align/one_answer.h"

#include <algorithm>

#include "core/align/counted_apart.h"
#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsNoun(Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn; }

bool Has(const Analysis& analysis, IndexRange tokens, TermId term) {
  return std::any_of(analysis.terms.begin() + tokens.begin, analysis.terms.begin() + tokens.end,
                     [&](const Term& other) { return other.content && other.synonym == term; });
}

// "Old", "second": of several.
bool TellsApart(std::string_view norm) {
  static const LexiconTable& words = Lexicon::English().Table("thing_distinguishers.txt");
  return words.Has(norm);
}

// "The hotel next door".
bool IsBeside(const Analysis& analysis, uint32_t thing) {
  return thing + 2 < analysis.terms.size() &&
         analysis.document.Norm(analysis.document.tokens[thing + 1]) == "next";
}

// What narrows the thing here is not told there: "the bridge over the canal", "a second hotel",
// "the hotel next door". told: tokens of the other article.
bool IsAnother(const Analysis& analysis, uint32_t thing, const Analysis& other, uint32_t twin,
               IndexRange told) {
  const Document& document = analysis.document;
  const auto norm = [&](uint32_t t) {
    return t < document.tokens.size() ? document.Norm(document.tokens[t]) : std::string_view();
  };
  const auto in_twin = [&](std::string_view word) {
    const Chunk* chunk = twin == kNoWord ? nullptr : other.syntax.ChunkAt(twin);
    if (chunk == nullptr) return false;
    for (uint32_t t = chunk->tokens.begin; t < chunk->tokens.end; ++t) {
      if (other.document.Norm(other.document.tokens[t]) == word) return true;
    }
    return false;
  };
  const Chunk* chunk = analysis.syntax.ChunkAt(thing);
  if (chunk != nullptr) {
    for (uint32_t t = chunk->tokens.begin; t < chunk->tokens.end && t != thing; ++t) {
      if (TellsApart(norm(t)) && norm(t) != "new" && !in_twin(norm(t))) return true;
      if (IsNoun(analysis.syntax.tokens[t].upos) && analysis.terms[t].telling &&
          !Has(other, told, analysis.terms[t].synonym))
        return true;
    }
  }
  if (IsBeside(analysis, thing)) return true;
  if (thing + 1 < document.tokens.size() && analysis.syntax.tokens[thing + 1].upos == Upos::kAdp) {
    const Chunk* after = analysis.syntax.ChunkAt(thing + 2);
    if (after != nullptr && after->kind == ChunkKind::kNoun &&
        !Has(other, told, analysis.terms[after->head].synonym))
      return true;
  }
  return false;
}

// "A second plane".
bool TellsOther(const Analysis& analysis, uint32_t thing) {
  const Chunk* chunk = analysis.syntax.ChunkAt(thing);
  if (chunk == nullptr) return false;
  const Document& document = analysis.document;
  return std::any_of(document.tokens.begin() + chunk->tokens.begin,
                     document.tokens.begin() + chunk->tokens.end, [&](const Token& token) {
                       return document.Norm(token) != "new" && TellsApart(document.Norm(token));
                     });
}

bool IsSize(std::string_view question) { return IsOneOf(question, {"size", "length", "height"}); }

bool IsPlural(const Analysis& analysis, uint32_t t) {
  const Token& token = analysis.document.tokens[t];
  return analysis.syntax.tokens[t].upos == Upos::kNoun &&
         analysis.document.Norm(token) != analysis.document.Lemma(token);
}

uint32_t EntityOf(const Comparison& comparison, uint32_t article, uint32_t thing) {
  if (thing == kNoWord) return kNoEntity;
  return comparison.entities.Find(article, EntityOfWord(comparison.At(article), thing));
}

}  // namespace

bool AnswerOne(const Comparison& comparison, uint32_t a, const NumberAnswer& x, uint32_t b,
               const NumberAnswer& y) {
  const bool size =
      IsSize(x.question) && IsSize(y.question) && (x.question == "size" || y.question == "size");
  return (x.question == y.question || size) && x.part == y.part &&
         AreOneThing(comparison, a, x.thing, b, y.thing);
}

bool AreOneThing(const Comparison& comparison, uint32_t a, uint32_t x, uint32_t b, uint32_t y) {
  const Analysis &in_a = comparison.At(a), &in_b = comparison.At(b);
  const uint32_t of_x = EntityOf(comparison, a, x), of_y = EntityOf(comparison, b, y);
  const auto known = [&](uint32_t entity, uint32_t article) {
    const LinkedEntity& linked = comparison.entities.entities[entity];
    return linked.kind != EntityKind::kPerson && linked.kind != EntityKind::kPlace &&
           std::any_of(linked.members.begin(), linked.members.end(),
                       [&](const EntityRef& member) { return member.article == article; });
  };
  if ((x != kNoWord && y == kNoWord && TellsOther(in_a, x)) ||
      (y != kNoWord && x == kNoWord && TellsOther(in_b, y)))
    return false;
  if (x == kNoWord || y == kNoWord)
    return (of_x == kNoEntity || known(of_x, b)) && (of_y == kNoEntity || known(of_y, a));
  // In one article another thing is told of with its own words.
  const auto told = [&](const Analysis& analysis, uint32_t t) {
    if (a == b) return analysis.document.sentences[analysis.document.tokens[t].sentence].tokens;
    return IndexRange{0, static_cast<uint32_t>(analysis.terms.size())};
  };
  if (IsAnother(in_a, x, in_b, y, told(in_b, y)) || IsAnother(in_b, y, in_a, x, told(in_a, x)))
    return false;
  if (IsPlural(in_a, x) || IsPlural(in_b, y)) return false;
  const TermId noun_x = in_a.terms[x].synonym, noun_y = in_b.terms[y].synonym;
  if (of_x != kNoEntity && of_y != kNoEntity) return of_x == of_y;
  if (of_x == kNoEntity && of_y == kNoEntity) return noun_x == noun_y;
  // "The hotel" and "the Bellamy": the other article knows that name and the noun.
  const auto all = [](const Analysis& analysis) {
    return IndexRange{0, static_cast<uint32_t>(analysis.terms.size())};
  };
  return of_x != kNoEntity ? known(of_x, b) && Has(in_a, all(in_a), noun_y)
                           : known(of_y, a) && Has(in_b, all(in_b), noun_x);
}

bool AnswerApart(const Comparison& comparison, uint32_t a, uint32_t quantity_a, uint32_t b,
                 uint32_t quantity_b) {
  const auto find = [](const Analysis& analysis, uint32_t quantity) {
    const auto at = std::lower_bound(
        analysis.answers.begin(), analysis.answers.end(), quantity,
        [](const NumberAnswer& answer, uint32_t q) { return answer.quantity < q; });
    return at != analysis.answers.end() && at->quantity == quantity ? &*at : nullptr;
  };
  const Analysis &in_a = comparison.At(a), &in_b = comparison.At(b);
  if (AreCountedApart(in_a, in_a.quantities[quantity_a], in_b, in_b.quantities[quantity_b]))
    return true;
  const NumberAnswer *x = find(in_a, quantity_a), *y = find(in_b, quantity_b);
  if (x == nullptr || y == nullptr) return false;
  if (x->question == y->question && x->apart != y->apart) return true;
  if (x->question != y->question || x->thing == kNoWord || y->thing == kNoWord) return false;
  const auto sentence = [](const Analysis& analysis, uint32_t t) {
    return analysis.document.sentences[analysis.document.tokens[t].sentence].tokens;
  };
  // The one thing is told of beside the other: "the roof of the stadium". Both in both sentences
  // are one thing that was parsed in two ways.
  const TermId noun_x = in_a.terms[x->thing].synonym, noun_y = in_b.terms[y->thing].synonym;
  if (noun_x != noun_y &&
      Has(in_b, sentence(in_b, y->thing), noun_x) != Has(in_a, sentence(in_a, x->thing), noun_y))
    return true;
  return TellsOther(in_a, x->thing) != TellsOther(in_b, y->thing) ||
         IsBeside(in_a, x->thing) != IsBeside(in_b, y->thing);
}

}  // namespace crossread
