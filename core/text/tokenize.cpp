// Tokens as in the UD English treebanks (EWT, GUM), since the syntax stage is trained on those:
// clitics and the parts of hyphenated words are tokens, numbers, addresses and abbreviations are
// one. A sentence is cut at white space; each chunk is read from left to right by token_scan.cpp,
// which says where the next token ends.
#include <algorithm>
#include <string>

#include "core/base/utf8.h"
#include "core/text/characters.h"
#include "core/text/document.h"
#include "core/text/norm.h"
#include "core/text/token_scan.h"
#include "core/text/word_classes.h"

namespace crossread {
namespace {

class Tokenizer {
 public:
  explicit Tokenizer(Document* document) : document_(document), text_(document->text) {}

  void Read(uint32_t index) {
    Sentence& sentence = document_->sentences[index];
    sentence_ = index;
    case_ = Case::kUnknown;
    first_ = sentence.tokens.begin = static_cast<uint32_t>(document_->tokens.size());
    const Span span = sentence.span;
    for (uint32_t i = span.begin; i < span.end;) {
      const uint32_t chunk = SkipSpace(text_, i, span.end);
      bool space = chunk > i || i == span.begin;
      const uint32_t chunk_end = EndOfChunk(text_, chunk, span.end);
      for (i = chunk; i < chunk_end;) {
        const TokenEnds ends = ScanToken(text_, {i, chunk_end}, span);
        if (ends.middle != 0) {
          Append({i, ends.middle}, space, {});
          Append({ends.middle, ends.end}, false, ends.clitic_norm);
        } else {
          Append({i, ends.end}, space, {});
        }
        space = false;
        i = ends.end;
      }
    }
    sentence.tokens.end = static_cast<uint32_t>(document_->tokens.size());
  }

 private:
  enum class Case : uint8_t { kUnknown, kCapitals, kMixed };

  // `norm` may be empty: then it is made from the text.
  void Append(Span span, bool space, std::string_view norm) {
    const std::string_view word = document_->Text(span);
    Token token;
    token.span = span;
    token.sentence = sentence_;
    token.space_before = space;
    token.shape = ShapeOf(word);
    token.capital = IsUpper(DecodeAt(word, 0).code_point);
    if (norm.empty()) norm = Norm(word, token.shape);
    token.norm = document_->strings.Intern(norm);
    document_->tokens.push_back(token);
  }

  std::string_view Norm(std::string_view word, TokenShape shape) {
    if (word.size() == 2 && shape == TokenShape::kWord && (IsHalfDay(word) || IsCountry(word))) {
      return WithStops(word, &buffer_);
    }
    return NormOf(word, shape, &buffer_);
  }

  // "10 am"; near miss: "I am".
  bool IsHalfDay(std::string_view word) const {
    return AsciiLower(word[1]) == 'm' && document_->tokens.size() > first_ &&
           document_->tokens.back().shape == TokenShape::kNumber && (ClassesOf(word) & kStamp) != 0;
  }

  // "US" among words in lower case; near misses: "tell us", "LET US GO".
  bool IsCountry(std::string_view word) {
    if (!IsAsciiUpper(word[0]) || !IsAsciiUpper(word[1]) || (ClassesOf(word) & kBare) == 0) {
      return false;
    }
    if (case_ == Case::kUnknown) {
      const std::string_view text = document_->Text(document_->sentences[sentence_].span);
      const bool lower = std::any_of(text.begin(), text.end(), IsAsciiLower);
      case_ = lower ? Case::kMixed : Case::kCapitals;
    }
    return case_ == Case::kMixed;
  }

  Document* document_;
  std::string_view text_;
  std::string buffer_;
  uint32_t sentence_ = 0;
  uint32_t first_ = 0;          // the sentence's first token
  Case case_ = Case::kUnknown;  // of the sentence's letters
};

}  // namespace

void Tokenize(Document* document) {
  document->tokens.reserve(document->text.size() / 5);
  Tokenizer tokenizer(document);
  for (uint32_t s = 0; s < document->sentences.size(); ++s) tokenizer.Read(s);
}

}  // namespace crossread
