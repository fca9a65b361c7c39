#include "core/syntax/chunks.h"

#include <algorithm>
#include <string_view>

namespace crossread {
namespace {

// Tokens. No noun group that says anything is longer; keeps a run of marks linear.
constexpr uint32_t kLongestNoun = 60;

// What a Penn Treebank tag may be inside a chunk.
enum Part : uint16_t {
  kNothing = 0,
  kOpensNoun = 1,     // a, the, her, this, which
  kModifies = 2,      // adjective, number, participle: only before a noun
  kNoun = 4,          // may end a noun group, and others may follow it
  kPronoun = 8,       // a noun group by itself
  kVerb = 16,         // may end a verb group
  kModal = 32,        // will, to: opens a verb group, needs a verb behind it
  kAdverb = 64,       // inside either
  kPossessive = 128,  // 's: ends one noun group, and opens the next
  kPreposition = 256,
  kInside = 512,  // the hyphen of a compound, $
};

struct TagParts {
  std::string_view xpos;
  uint16_t parts;
};
constexpr TagParts kTagParts[] = {
    {"$", kInside},
    {"CD", kModifies | kNoun},
    {"DT", kOpensNoun | kPronoun},
    {"EX", kPronoun},
    {"HYPH", kInside},
    {"IN", kPreposition},
    {"JJ", kModifies},
    {"JJR", kModifies},
    {"JJS", kModifies},
    {"MD", kModal},
    {"NN", kNoun},
    {"NNP", kNoun},
    {"NNPS", kNoun},
    {"NNS", kNoun},
    {"PDT", kOpensNoun},
    {"POS", kPossessive},
    {"PRP", kPronoun},
    {"PRP$", kOpensNoun},
    {"RB", kAdverb},
    {"RBR", kAdverb},
    {"RBS", kAdverb},
    {"TO", kModal},
    {"VB", kVerb},
    {"VBD", kVerb},
    {"VBG", kVerb | kModifies},
    {"VBN", kVerb | kModifies},
    {"VBP", kVerb},
    {"VBZ", kVerb},
    {"WDT", kPronoun},
    {"WP", kPronoun},
    {"WP$", kOpensNoun},
};

uint16_t PartsOf(std::string_view xpos) {
  for (const TagParts& tag : kTagParts) {
    if (tag.xpos == xpos) return tag.parts;
  }
  return kNothing;
}

class Chunker {
 public:
  Chunker(const Document& document, const std::vector<SyntaxToken>& tokens, const Model& model,
          std::vector<Chunk>* out)
      : document_(document), tokens_(tokens), out_(out) {
    for (const Tag& tag : model.tags()) {
      parts_.push_back(PartsOf(tag.xpos));
      auxiliary_.push_back(tag.upos == Upos::kAux);
    }
  }

  void Run(IndexRange sentence) {
    end_ = sentence.end;
    for (uint32_t t = sentence.begin; t < end_;) {
      uint32_t next = ReadNoun(t, sentence.begin);
      if (next == t) next = ReadVerb(t);
      t = next == t ? t + 1 : next;
    }
  }

 private:
  bool Is(uint32_t t, uint16_t parts) const {
    return t < end_ && (parts_[tokens_[t].tag] & parts) != 0;
  }
  bool IsWord(uint32_t t, std::string_view norm) const {
    return t < end_ && document_.Norm(document_.tokens[t]) == norm;
  }

  // Behind the noun group that begins at `t`, or `t`. It runs as far as its parts do and ends at
  // its last noun: "the very old | harbour", "the two | ", "she". A participle is a part only
  // between a word that opens the group and a noun: "the arrested men", but not "men arrested".
  uint32_t ReadNoun(uint32_t t, uint32_t sentence_begin) {
    uint32_t i = t;
    // "drew | sustained support": right behind a verb a participle before a noun goes with that.
    const bool opened = Is(i, kOpensNoun | kPossessive) || (t == verb_end_ && Is(t + 1, kNoun));
    while (Is(i, kOpensNoun | kPossessive) && i < t + 3) ++i;  // "all the", "'s"
    uint32_t noun = end_;
    for (; i < std::min(end_, t + kLongestNoun); ++i) {
      if (Is(i, kNoun)) {
        noun = i;
      } else if (Is(i, kVerb) ? !(opened && noun == end_ && Is(i, kModifies))
                              : !Is(i, kModifies | kInside) && !IsAdverbOfModifier(i) &&
                                    !IsHyphenated(i, t)) {
        break;
      }
    }
    if (noun == end_) {
      if (!Is(t, kPronoun)) return t;
      noun = t;
    }
    Chunk chunk;
    chunk.tokens = {t, noun + 1};
    chunk.head = noun;
    // "no fewer than twelve" denies nothing.
    chunk.negated = IsWord(t, "no") && !IsComparative(t + 1);
    chunk.has_preposition = t > sentence_begin && Is(t - 1, kPreposition | kModal) &&
                            (Is(t - 1, kPreposition) || IsWord(t - 1, "to"));
    if (chunk.has_preposition) chunk.preposition = t - 1;
    out_->push_back(chunk);
    return noun + 1;
  }

  bool IsComparative(uint32_t t) const {
    return IsWord(t, "more") || IsWord(t, "less") || IsWord(t, "fewer") || IsWord(t, "other");
  }

  // "very" of "the very old harbour"; "in" of "his son-in-law".
  bool IsAdverbOfModifier(uint32_t t) const {
    return Is(t, kAdverb) && Is(t + 1, kModifies) && !Is(t + 1, kVerb);
  }
  bool IsHyphenated(uint32_t t, uint32_t begin) const {
    return t > begin && Is(t - 1, kInside) && Is(t + 1, kInside);
  }

  // Behind the verb group that begins at `t`, or `t`: auxiliaries, adverbs between, the verb; "has
  // failed to sign", but not "has signed | revised plans".
  uint32_t ReadVerb(uint32_t t) {
    if (!Is(t, kVerb | kModal)) return t;
    uint32_t verb = end_;
    bool negated = false;
    bool whole = false;  // its full verb is there: only "to" leads on to another
    for (uint32_t i = t; i < end_; ++i) {
      if (Is(i, kVerb) && !whole) {
        verb = i;
        whole = !auxiliary_[tokens_[i].tag];
      } else if (Is(i, kModal)) {
        whole = false;
      } else if (!Is(i, kAdverb)) {
        break;
      }
    }
    if (verb == end_) return t;
    for (uint32_t i = t; i < verb; ++i) {
      negated = negated || IsWord(i, "not") || IsWord(i, "n't") || IsWord(i, "never");
    }
    Chunk chunk;
    chunk.kind = ChunkKind::kVerb;
    chunk.tokens = {t, verb + 1};
    chunk.head = verb;
    chunk.negated = negated;
    out_->push_back(chunk);
    verb_end_ = verb + 1;
    return verb_end_;
  }

  const Document& document_;
  const std::vector<SyntaxToken>& tokens_;  // as the model reads them
  std::vector<Chunk>* out_;
  std::vector<uint16_t> parts_;     // of each of the model's tags
  std::vector<bool> auxiliary_;     // likewise
  uint32_t end_ = 0;                // of the sentence
  uint32_t verb_end_ = UINT32_MAX;  // behind the last verb group
};

}  // namespace

std::vector<Chunk> ReadChunks(const Document& document, const std::vector<SyntaxToken>& tokens,
                              const Model& model) {
  std::vector<Chunk> chunks;
  Chunker chunker(document, tokens, model, &chunks);
  for (const Sentence& sentence : document.sentences) chunker.Run(sentence.tokens);
  return chunks;
}

}  // namespace crossread
