// One article as text: blocks (headline, paragraph, caption, …), sentences and tokens, all as spans
// of the unmodified text. The first stage; it knows nothing of quotations, names or other articles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/text/string_pool.h"

namespace crossread {

enum class BlockKind : uint8_t {
  kParagraph,
  kHeadline,    // the article's own title, standing in its text
  kStandfirst,  // the summary under the headline
  kByline,      // "By Ann Lee"
  kDateline,    // "MOSCOW, Dec 20 (Reuters) -" or a date stamp; its paragraph follows as a block of
                // its own
  kSubhead,
  kListItem,
  kQuotation,  // a paragraph that is one quotation: inside its own marks, or set off by ">"
  kCaption,    // "Photo: …"
  kCredit,     // "(FRANCE 24 with AP)", "Reporting by …"
  kHashtags,
  kFurniture,  // "Read more: …", navigation, cookie notices
};

// True for the kinds whose sentences are the article's own statements (paragraph, quotation,
// standfirst, headline, list item); claims are taken from no other.
bool IsProse(BlockKind kind);
std::string_view BlockKindName(BlockKind kind);  // "paragraph", "list_item", …

struct Block {
  Span span;  // white space trimmed, not empty; blocks are in order and do not overlap
  BlockKind kind = BlockKind::kParagraph;
  IndexRange sentences;
};

struct Sentence {
  Span span;  // white space trimmed
  uint32_t block = 0;
  IndexRange tokens;
};

enum class TokenShape : uint8_t { kWord, kNumber, kPunctuation, kQuoteMark, kSymbol };

// A word, number or mark as in UD English treebanks: "do|n't", "Putin|'s", "well|-|known", "$|4.2".
// The tokens of a sentence are in order, lie inside it, do not overlap, and cover all of it but
// white space.
struct Token {
  Span span;
  StringId norm = 0;   // the form to compare by: Document::Norm
  StringId lemma = 0;  // dictionary form: Document::Lemma
  uint32_t sentence = 0;
  TokenShape shape = TokenShape::kWord;
  bool capital = false;      // begins with an upper-case letter
  bool space_before = true;  // white space (or the block's begin) stands before it
};

struct Document {
  std::string text;             // valid UTF-8, never modified after ReadDocument
  uint32_t replaced_bytes = 0;  // bytes of the input that were not UTF-8 (each became U+FFFD)
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;  // of the sentences of every block, furniture as well
  StringPool strings;

  std::string_view Text(Span span) const { return Slice(text, span); }
  std::string_view Text(const Token& token) const { return Slice(text, token.span); }
  // The normal form: folded, "1,000" -> "1000", "Sen." -> "sen", "’s" -> "'s"; "U.S." and "US" ->
  // "u.s.", which is not the pronoun (text/norm.h). "per cent" stays two tokens.
  std::string_view Norm(const Token& token) const { return strings.Get(token.norm); }
  std::string_view Lemma(const Token& token) const { return strings.Get(token.lemma); }

  // Index of the first token that ends after `byte` (tokens.size() if none). Cost: O(log tokens).
  uint32_t TokenAt(uint32_t byte) const;
  // Tokens that lie inside `span`, whole.
  IndexRange TokensIn(Span span) const;
  // Index of the sentence that contains `byte`, or the next one (sentences.size() if none).
  uint32_t SentenceAt(uint32_t byte) const;
  // From the first token's begin to the last one's end. `tokens` is not empty.
  Span SpanOf(IndexRange tokens) const;
};

// Blocks and sentences of `bytes`, without tokens: the first half of ReadDocument. Cost: O(n).
Document SplitDocument(std::string bytes, std::string_view title);

// Blocks, sentences and tokens of `bytes`. `title` (may be empty) helps to know the headline when
// the text repeats it. Total: any bytes give a Document. Cost: O(n).
Document ReadDocument(std::string_view bytes, std::string_view title);

// The parts of ReadDocument, in its order. Each fills its own vectors only.
void SplitBlocks(std::string_view title, Document* document);  // text/blocks.cpp
void SplitSentences(Document* document);                       // text/segment.cpp
void Tokenize(Document* document);                             // text/tokenize.cpp; lemma is left 0

}  // namespace crossread
