#include "core/syntax/syntax.h"

#include <algorithm>
#include <optional>

#include "core/syntax/parser.h"
#include "core/syntax/tagger.h"
#include "core/syntax/word_lists.h"

namespace crossread {
namespace {

// A run of tokens without a full stop that is longer than any sentence is parsed in parts of this
// size: a parse of it would say nothing.
constexpr uint32_t kMostTokens = 400;

}  // namespace

Syntax ReadSyntax(const Document& document, const Model& model) {
  Syntax syntax;
  syntax.tokens.resize(document.tokens.size());
  Parser parser(model);
  std::vector<WordForm> words;
  std::vector<uint8_t> tags;
  std::vector<Arc> arcs;
  std::vector<std::optional<ListedWord>> listed;  // by norm, as they are asked for
  for (const Sentence& sentence : document.sentences) {
    for (uint32_t begin = sentence.tokens.begin; begin < sentence.tokens.end;) {
      const uint32_t end = std::min(sentence.tokens.end, begin + kMostTokens);
      words.clear();
      for (uint32_t t = begin; t < end; ++t) {
        const Token& token = document.tokens[t];
        if (token.norm >= listed.size()) listed.resize(token.norm + 1);
        std::optional<ListedWord>& known = listed[token.norm];
        if (!known) known = WordListsOf(document.Norm(token), document.Lemma(token));
        words.push_back(ReadWordForm(document.Text(token), *known, t == begin));
      }
      TagWords(model, words, &tags);
      parser.Parse(words, tags, &arcs);
      for (uint32_t t = begin; t < end; ++t) {
        const Arc& arc = arcs[t - begin];
        const bool root = arc.head == static_cast<int>(words.size());
        const Tag& tag = model.tags()[tags[t - begin]];
        syntax.tokens[t] = {root ? SyntaxToken::kRoot : begin + static_cast<uint32_t>(arc.head),
                            model.labels()[arc.label],
                            arc.margin,
                            tags[t - begin],
                            tag.upos,
                            tag.morphology};
      }
      begin = end;
    }
  }
  syntax.chunks = ReadChunks(document, syntax.tokens, model);
  syntax.clauses = ReadClauses(document, syntax.tokens, syntax.chunks);
  syntax.nominals = ReadNominals(document, syntax.tokens, syntax.chunks);
  return syntax;
}

const Chunk* Syntax::ChunkAt(uint32_t t) const {
  const auto chunk = std::lower_bound(chunks.begin(), chunks.end(), t,
                                      [](const Chunk& c, uint32_t i) { return c.tokens.end <= i; });
  return chunk != chunks.end() && chunk->tokens.Contains(t) ? &*chunk : nullptr;
}

bool Syntax::IsArgument(uint32_t t, const Clause& clause) const {
  const Chunk* chunk = ChunkAt(t);
  const uint32_t head = chunk != nullptr ? chunk->head : t;
  if (head == clause.subject || head == clause.object) return true;
  for (uint32_t o = clause.obliques.begin; o < clause.obliques.end; ++o) {
    if (clauses.obliques[o].head == head) return true;
  }
  return false;
}

}  // namespace crossread
