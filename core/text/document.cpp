#include "core/text/document.h"

#include <algorithm>
#include <utility>

#include "core/base/utf8.h"
#include "core/lexicon/lemma.h"

namespace crossread {

bool IsProse(BlockKind kind) {
  return kind == BlockKind::kParagraph || kind == BlockKind::kQuotation ||
         kind == BlockKind::kStandfirst || kind == BlockKind::kHeadline ||
         kind == BlockKind::kListItem;
}

std::string_view BlockKindName(BlockKind kind) {
  switch (kind) {
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kHeadline:
      return "headline";
    case BlockKind::kStandfirst:
      return "standfirst";
    case BlockKind::kByline:
      return "byline";
    case BlockKind::kDateline:
      return "dateline";
    case BlockKind::kSubhead:
      return "subhead";
    case BlockKind::kListItem:
      return "list_item";
    case BlockKind::kQuotation:
      return "quotation";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kCredit:
      return "credit";
    case BlockKind::kHashtags:
      return "hashtags";
    case BlockKind::kFurniture:
      return "furniture";
  }
  return "paragraph";
}

uint32_t Document::TokenAt(uint32_t byte) const {
  const auto token = std::upper_bound(tokens.begin(), tokens.end(), byte,
                                      [](uint32_t b, const Token& t) { return b < t.span.end; });
  return static_cast<uint32_t>(token - tokens.begin());
}

IndexRange Document::TokensIn(Span span) const {
  const auto begin = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, uint32_t b) { return t.span.begin < b; });
  const auto end = std::upper_bound(tokens.begin(), tokens.end(), span.end,
                                    [](uint32_t b, const Token& t) { return b < t.span.end; });
  IndexRange range{static_cast<uint32_t>(begin - tokens.begin()),
                   static_cast<uint32_t>(end - tokens.begin())};
  range.end = std::max(range.begin, range.end);
  return range;
}

uint32_t Document::SentenceAt(uint32_t byte) const {
  const auto sentence =
      std::upper_bound(sentences.begin(), sentences.end(), byte,
                       [](uint32_t b, const Sentence& s) { return b < s.span.end; });
  return static_cast<uint32_t>(sentence - sentences.begin());
}

Span Document::SpanOf(IndexRange range) const {
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

namespace {

// One look-up a distinct norm: articles repeat their words.
void FillLemmas(Document* document) {
  std::vector<StringId> lemma_of;
  for (Token& token : document->tokens) {
    if (token.norm >= lemma_of.size()) lemma_of.resize(token.norm + 1, 0);
    if (lemma_of[token.norm] == 0) {
      lemma_of[token.norm] = document->strings.Intern(Lemma(document->Norm(token)));
    }
    token.lemma = lemma_of[token.norm];
  }
}

}  // namespace

Document SplitDocument(std::string bytes, std::string_view title) {
  Document document;
  document.text = RepairUtf8(std::move(bytes), &document.replaced_bytes);
  SplitBlocks(title, &document);
  SplitSentences(&document);
  return document;
}

Document ReadDocument(std::string_view bytes, std::string_view title) {
  Document document = SplitDocument(std::string(bytes), title);
  Tokenize(&document);
  FillLemmas(&document);
  return document;
}

}  // namespace crossread
