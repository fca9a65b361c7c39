// `crossread syntax`: CoNLL-U, the format of treebanks (universaldependencies.org/format.html).
#include "core/io/report.h"
#include "core/syntax/morphology.h"

namespace crossread {

std::string ToConllu(const Document& document, const Syntax& syntax, const Model& model) {
  std::string out;
  const auto add = [&](std::string_view column) {
    out += column;
    out += '\t';
  };
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.empty()) continue;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = document.tokens[t];
      const SyntaxToken& read = syntax.tokens[t];
      const Tag& tag = model.tags()[read.tag];
      const bool root = read.head == SyntaxToken::kRoot;
      const uint32_t first = sentence.tokens.begin;
      add(std::to_string(t - first + 1));
      add(document.Text(token));
      add(LemmaOf(document.Norm(token), document.Lemma(token), tag.xpos));
      add(UposName(tag.upos));
      add(tag.xpos);
      add(ToFeats(tag.morphology));
      add(std::to_string(root ? 0 : read.head - first + 1));
      add(DependencyName(read.dependency));
      add("_");
      out += "start=" + std::to_string(token.span.begin) +
             "|end=" + std::to_string(token.span.end) + "|margin=" + std::to_string(read.margin) +
             "\n";
    }
    out += '\n';
  }
  return out;
}

}  // namespace crossread
