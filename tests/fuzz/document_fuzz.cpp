// Any bytes make a Document: blocks, sentences and tokens nest and follow one another in order.
#include "core/text/document.h"
#include "tests/fuzz/require.h"

using namespace crossread;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Document document = ReadDocument(AsText(data, size), "A title");
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    RequireSpan(document.text, block.span);
    Require(!block.span.empty() && block.span.begin >= end, "blocks in order, not empty");
    end = block.span.end;
    Require(block.sentences.begin <= block.sentences.end &&
                block.sentences.end <= document.sentences.size(),
            "a block's sentences exist");
    for (uint32_t s = block.sentences.begin; s < block.sentences.end; ++s) {
      Require(block.span.Contains(document.sentences[s].span), "sentences inside their block");
    }
  }
  end = 0;
  for (const Sentence& sentence : document.sentences) {
    RequireSpan(document.text, sentence.span);
    Require(!sentence.span.empty() && sentence.span.begin >= end, "sentences in order, not empty");
    end = sentence.span.end;
    Require(sentence.tokens.begin <= sentence.tokens.end &&
                sentence.tokens.end <= document.tokens.size(),
            "a sentence's tokens exist");
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      Require(sentence.span.Contains(document.tokens[t].span), "tokens inside their sentence");
    }
  }
  end = 0;
  for (const Token& token : document.tokens) {
    RequireSpan(document.text, token.span);
    Require(!token.span.empty() && token.span.begin >= end, "tokens in order, not empty");
    end = token.span.end;
  }
  return 0;
}
