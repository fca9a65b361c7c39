// Tokens as in the UD English treebanks (EWT, GUM), since the syntax stage is trained on those:
// clitics and the parts of hyphenated words are tokens, numbers, addresses and abbreviations are
// one. A sentence is cut at white space; each chunk is read from left to right by token_scan.cpp,
// which says where the next token ends.
#include <algorithm>
#include <string>

#include "core/base/utf8.h"
#include "core/text/characters.h"
#include "core/text/document.h"
#include "core/text/token_scan.h"

namespace crossread {
namespace {

// The form to compare by (see Document::Norm).
std::string NormOf(std::string_view token, TokenShape shape) {
  std::string norm = Fold(token);
  if (shape == TokenShape::kNumber) {
    norm.erase(std::remove(norm.begin(), norm.end(), ','), norm.end());
  } else if (shape == TokenShape::kWord && norm.size() > 1 &&
             (norm.back() == '.' || IsDottedLetters(norm))) {
    norm.erase(std::remove(norm.begin(), norm.end(), '.'), norm.end());
  }
  return norm;
}

void Append(Span span, uint32_t sentence, bool space, Document* document) {
  const std::string_view word = document->Text(span);
  Token token;
  token.span = span;
  token.sentence = sentence;
  token.space_before = space;
  token.shape = ShapeOf(word);
  token.capital = IsUpper(DecodeAt(word, 0).code_point);
  token.norm = document->strings.Intern(NormOf(word, token.shape));
  document->tokens.push_back(token);
}

}  // namespace

void Tokenize(Document* document) {
  document->tokens.reserve(document->text.size() / 5);
  const std::string_view text = document->text;
  for (uint32_t s = 0; s < document->sentences.size(); ++s) {
    Sentence& sentence = document->sentences[s];
    sentence.tokens.begin = static_cast<uint32_t>(document->tokens.size());
    const uint32_t end = sentence.span.end;
    for (uint32_t i = sentence.span.begin; i < end;) {
      const uint32_t chunk = SkipSpace(text, i, end);
      bool space = chunk > i || i == sentence.span.begin;
      const uint32_t chunk_end = EndOfChunk(text, chunk, end);
      for (i = chunk; i < chunk_end;) {
        const TokenEnds ends = ScanToken(text, {i, chunk_end}, end);
        if (ends.middle != 0) {
          Append({i, ends.middle}, s, space, document);
          Append({ends.middle, ends.end}, s, false, document);
        } else {
          Append({i, ends.end}, s, space, document);
        }
        space = false;
        i = ends.end;
      }
    }
    sentence.tokens.end = static_cast<uint32_t>(document->tokens.size());
  }
}

}  // namespace crossread
