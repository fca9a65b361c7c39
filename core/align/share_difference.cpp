// All of a thing in one article, and nearly all or most of it in another: "checks for all sales",
// "checks for nearly all sales". Whoever reads the first would say that the second is false.
#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/number_setting.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 600;
constexpr uint32_t kMostModifiers = 4;  // words between the quantifier and the noun
constexpr size_t kSharedWords = 3;      // content words that both sentences have besides

enum class Share : uint8_t { kAll, kNearlyAll, kMost };

// "All gun sales": what there is the whole of, or not quite.
struct Shared {
  Share share = Share::kAll;
  Span span, mark;  // with the noun; the quantifier alone
  uint32_t head = 0;
  TermId noun = 0;
  uint32_t claim = UINT32_MAX;
  std::vector<TermId> modifiers, words;  // sorted
};

class ShareReader {
 public:
  explicit ShareReader(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document) {}

  std::vector<Shared> Read() {
    for (uint32_t t = 0; t < document_.tokens.size(); ++t) Add(t);
    return std::move(out_);
  }

 private:
  std::string_view Norm(uint32_t t) const {
    return t < document_.tokens.size() ? document_.Norm(document_.tokens[t]) : std::string_view();
  }
  bool Is(uint32_t t, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), Norm(t)) != words.end();
  }

  void Add(uint32_t t) {
    Shared shared;
    uint32_t begin = t;
    if (Is(t, {"all", "every", "each"})) {
      shared.share = Share::kAll;
      if (t > 0 && Is(t - 1, {"nearly", "almost", "virtually", "practically"})) {
        shared.share = Share::kNearlyAll;
        --begin;
      } else if (t > 0 && Is(t - 1, {"not", "at", "after", "of", "above", "first"})) {
        return;  // "not all", "at all", "first of all"
      }
      if (Norm(t + 1) == "but") return;  // "all but two"
    } else if (Norm(t) == "most" && !(t > 0 && Is(t - 1, {"the", "at", "a", "'s", "and"}))) {
      shared.share = Share::kMost;
    } else {
      return;
    }
    const uint32_t sentence = document_.tokens[t].sentence;
    const IndexRange around = document_.sentences[sentence].tokens;
    uint32_t first = t + 1;
    if (Norm(first) == "of") ++first;
    const Chunk* chunk = first < around.end ? analysis_.syntax.ChunkAt(first) : nullptr;
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun || chunk->head < first ||
        chunk->head > first + kMostModifiers)
      return;
    const Upos upos = analysis_.syntax.tokens[chunk->head].upos;
    if (upos != Upos::kNoun && upos != Upos::kPropn) return;
    shared.head = chunk->head;
    shared.noun = analysis_.terms[chunk->head].synonym;
    shared.mark = Span{document_.tokens[begin].span.begin, document_.tokens[t].span.end};
    shared.span = Span{shared.mark.begin, document_.tokens[chunk->head].span.end};
    for (uint32_t i = first; i < chunk->head; ++i) {
      if (analysis_.syntax.tokens[i].upos == Upos::kNum) return;
      if (analysis_.terms[i].content) shared.modifiers.push_back(analysis_.terms[i].synonym);
    }
    for (uint32_t i = around.begin; i < around.end; ++i) {
      if (analysis_.terms[i].content && !shared.span.Contains(document_.tokens[i].span))
        shared.words.push_back(analysis_.terms[i].synonym);
    }
    SortTerms(&shared.modifiers);
    SortTerms(&shared.words);
    const std::vector<Claim>& claims = analysis_.claims.claims;
    const auto claim = std::partition_point(claims.begin(), claims.end(), [&](const Claim& c) {
      return c.span.end <= shared.mark.begin;
    });
    if (claim != claims.end() && claim->span.Contains(shared.mark))
      shared.claim = static_cast<uint32_t>(claim - claims.begin());
    out_.push_back(std::move(shared));
  }

  const Analysis& analysis_;
  const Document& document_;
  std::vector<Shared> out_;
};

class ShareComparer {
 public:
  explicit ShareComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a)
      told_.push_back(ShareReader(comparison.At(a)).Read());
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (a_ = 0; a_ < count; ++a_) {
      for (b_ = a_ + 1; b_ < count; ++b_) {
        for (const Shared& x : told_[a_]) {
          for (const Shared& y : told_[b_]) Compare(x, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  void Compare(const Shared& x, const Shared& y) {
    if (x.share == y.share || x.noun != y.noun || x.modifiers != y.modifiers) return;
    // Neither "all cases" nor "most people" says by itself what it is the whole of.
    if (x.modifiers.empty() || CommonTerms(x.words, y.words).size() < kSharedWords) return;
    if (x.claim == UINT32_MAX || y.claim == UINT32_MAX) return;
    const World world = WorldOf(comparison_, {a_, x.claim}, {b_, y.claim});
    if (world == World::kOtherSources) return;
    if (Gives(b_, x) || Gives(a_, y)) return;
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.pair = kNoPair;
    difference.a = {a_, x.span};
    difference.b = {b_, y.span};
    difference.mark_a = x.mark;
    difference.mark_b = y.mark;
    difference.value_a = NameOf(x.share);
    difference.value_b = NameOf(y.share);
    difference.minor = true;
    difference.world = world;
    difference.score = kScore;
    out_.push_back(std::move(difference));
  }

  // The article has this share of the same thing as well.
  bool Gives(uint32_t article, const Shared& value) const {
    return std::any_of(told_[article].begin(), told_[article].end(), [&](const Shared& other) {
      return other.share == value.share && other.noun == value.noun &&
             other.modifiers == value.modifiers;
    });
  }

  static std::string NameOf(Share share) {
    if (share == Share::kAll) return "all";
    return share == Share::kNearlyAll ? "nearly all" : "most";
  }

  const Comparison& comparison_;
  std::vector<std::vector<Shared>> told_;
  uint32_t a_ = 0, b_ = 0;  // the articles at hand
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareShares(const Comparison& comparison) {
  return ShareComparer(comparison).Run();
}

}  // namespace crossread
