#include "core/extract/quote_fold.h"

#include <utility>

namespace crossread {
namespace {

// A speaker between a comma and its verb in an unclosed quotation is a short name or a pronoun.
constexpr uint32_t kMostWordsOfSpeaker = 3;
// Tokens between brackets behind a name that say where it belongs: "(D-S.C.)", "(Vt.)", "(UPI)".
constexpr uint32_t kLongestAffiliation = 8;
constexpr uint32_t kLongestTitle = 10;  // tokens, marks included

bool CarriesText(BlockKind kind) {
  return kind != BlockKind::kFurniture && kind != BlockKind::kCredit &&
         kind != BlockKind::kHashtags && kind != BlockKind::kByline && kind != BlockKind::kDateline;
}

// Whether a frame begins behind the comma at token `comma`: ", said Ali", ", he said", ", Ann Lee
// said".
bool FrameFollows(const Document& document, const SpeechWords& words, uint32_t comma,
                  uint32_t end) {
  ReportingWord word;
  for (uint32_t t = comma + 1; t < end && t <= comma + 1 + kMostWordsOfSpeaker; ++t) {
    if (words.Verb(t, &word) && (word.patterns & kTakesClause) != 0) return true;
    const Token& token = document.tokens[t];
    if (!token.capital && !words.Is(token, kSpeechPronoun)) return false;
  }
  return false;
}

void CutUnclosed(const Document& document, const SpeechWords& words, MarkedSpan* marked) {
  const IndexRange tokens = document.TokensIn(marked->span);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (document.Text(document.tokens[t]) != ",") continue;
    if (!FrameFollows(document, words, t, tokens.end)) continue;
    marked->span.end = document.tokens[t].span.end;
    return;
  }
}

// "MSNBC's “Morning Joe” on Friday", "on “The Late Train,” he said": every word but small ones has
// a capital, and what stands before leads to a programme's name. No speech: its words are left as
// words of the sentence, so that a frame reads over them.
bool IsTitle(const Document& document, const SpeechWords& words, const MarkedSpan& marked) {
  const BlockKind kind = document.blocks[marked.block].kind;
  if (!marked.closed || marked.continues || kind != BlockKind::kParagraph) return false;
  const IndexRange tokens = document.TokensIn(marked.span);
  if (tokens.begin == 0 || tokens.size() > kLongestTitle) return false;
  const Token& before = document.tokens[tokens.begin - 1];
  const std::string_view norm = document.Norm(before);
  const bool leads = norm == "'s" || norm == "on";
  if (!leads || before.sentence != document.tokens[tokens.begin].sentence) return false;
  uint32_t capitals = 0;
  for (uint32_t t = tokens.begin + 1; t + 1 < tokens.end; ++t) {
    const Token& token = document.tokens[t];
    if (token.shape != TokenShape::kWord) continue;
    if (!token.capital && !words.Is(token, kSpeechDeterminer | kSpeechPreposition |
                                               kSpeechConjunction | kSpeechParticle)) {
      return false;
    }
    capitals += token.capital;
  }
  return capitals >= 2;
}

class Folding {
 public:
  // `titles`: spans whose marks are passed over.
  Folding(const Document& document, std::vector<MarkedSpan> marked, std::vector<Span> titles)
      : document_(document), titles_(std::move(titles)) {
    folded_.marked = std::move(marked);
  }

  Folded Run() {
    for (uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const Block& block = document_.blocks[b];
      if (CarriesText(block.kind)) FoldBlock(b, document_.TokensIn(block.span));
    }
    return std::move(folded_);
  }

 private:
  void FoldBlock(uint32_t b, IndexRange tokens) {
    const std::vector<MarkedSpan>& marked = folded_.marked;
    while (next_ < marked.size() && marked[next_].block < b) ++next_;
    uint32_t sentence = kNoUnit;  // of the last token read
    for (uint32_t t = tokens.begin; t < tokens.end;) {
      const uint32_t first_sentence = document_.tokens[t].sentence;
      const bool fresh = first_sentence != sentence;
      if (next_ < marked.size() && marked[next_].span.begin < document_.tokens[t].span.end) {
        t = AddMarked(b, t, tokens.end, fresh);
      } else if (const uint32_t after = BehindAffiliation(t, tokens); after > t) {
        t = after;
      } else if (IsMarkOfTitle(document_.tokens[t].span)) {
        ++t;
      } else {
        Add(b, {document_.tokens[t].span, t, kNoUnit}, fresh);
        ++t;
      }
      sentence = document_.tokens[t - 1].sentence;
    }
  }

  bool IsMarkOfTitle(Span token) {
    while (next_title_ < titles_.size() && titles_[next_title_].end < token.end) ++next_title_;
    if (next_title_ == titles_.size()) return false;
    const Span title = titles_[next_title_];
    return token.begin == title.begin || token.end == title.end;
  }

  // "Ann Lee (R-Ohio) | said": behind the bracket that opens at `t`, or `t`. No unit covers it, so
  // that the name stands beside its verb.
  uint32_t BehindAffiliation(uint32_t t, IndexRange tokens) const {
    if (t == tokens.begin || document_.Text(document_.tokens[t]) != "(") return t;
    if (!document_.tokens[t - 1].capital) return t;
    for (uint32_t i = t + 1; i < tokens.end && i <= t + kLongestAffiliation; ++i) {
      const Token& token = document_.tokens[i];
      if (document_.Text(token) == ")") return i > t + 1 ? i + 1 : t;
      if (token.shape == TokenShape::kQuoteMark) return t;
      if (token.shape == TokenShape::kWord && !token.capital) return t;
    }
    return t;
  }

  // Adds the next marked span, which covers token t; returns the first token behind it.
  uint32_t AddMarked(uint32_t b, uint32_t t, uint32_t end, bool fresh) {
    const Span span = folded_.marked[next_].span;
    Add(b, {span, kNoUnit, next_}, fresh);
    ++next_;
    uint32_t after = t + 1;
    while (after < end && document_.tokens[after].span.begin < span.end) ++after;
    return after;
  }

  void Add(uint32_t b, Unit unit, bool fresh) {
    const uint32_t index = static_cast<uint32_t>(folded_.units.size());
    folded_.units.push_back(unit);
    const bool same_block = !folded_.statements.empty() && folded_.statements.back().block == b;
    if (fresh || !same_block) folded_.statements.push_back({b, {index, index}});
    folded_.statements.back().units.end = index + 1;
  }

  const Document& document_;
  Folded folded_;
  uint32_t next_ = 0;  // the first marked span not yet folded
  std::vector<Span> titles_;
  size_t next_title_ = 0;
};

}  // namespace

Folded FoldMarked(const Document& document, const SpeechWords& words) {
  std::vector<MarkedSpan> marked = FindMarkedSpans(document);
  for (size_t i = 0; i < marked.size(); ++i) {
    const bool goes_on = i + 1 < marked.size() && marked[i + 1].continues;
    if (!marked[i].closed && !goes_on) CutUnclosed(document, words, &marked[i]);
  }
  std::vector<Span> titles;
  std::erase_if(marked, [&](const MarkedSpan& m) {
    const bool title = IsTitle(document, words, m);
    if (title) titles.push_back(m.span);
    return title;
  });
  return Folding(document, std::move(marked), std::move(titles)).Run();
}

}  // namespace crossread
