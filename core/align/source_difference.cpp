// Whose word a claim is, where two articles tell it alike and not in one copy: one unnamed source
// that has become several, an unnamed source that the other article has lost, and one whose report
// the other gives to somebody else. What a named source says and another article asserts is left to
// edited copies (copy_sources.cpp): in other words it may be known by now.
#include <algorithm>
#include <string>
#include <string_view>

#include "core/align/pair_view.h"
#include "core/align/sources.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// Thousandths, by hand on our own stories.
constexpr uint32_t kSameReport = 300;  // Pair::score of two reports of one thing
constexpr uint32_t kLostScore = 350;   // of a report and an assertion, or of two reporters' words
constexpr uint32_t kLostCover = 450;   // Pair::cover of the same, if they share the source's words
constexpr uint32_t kUnsharedScore = 450;  // and if they don't
constexpr uint32_t kOtherScore = 600;     // of two speakers who have no word in common
constexpr uint32_t kOtherCover = 700;
constexpr uint32_t kMediumScore = 500;  // and of a source and a paper that has it from one
constexpr uint32_t kMediumCover = 600;
constexpr uint32_t kLostLinks = 3;

// One side of a pair.
struct Side {
  const Analysis* analysis;
  const Claim* claim;
  Source source;

  const Document& document() const { return analysis->document; }
  std::string_view Norm(uint32_t t) const { return document().Norm(document().tokens[t]); }

  const Block& block() const {
    return document().blocks[document().sentences[claim->sentence].block];
  }
};

class SourceComparer {
 public:
  SourceComparer(const PairView& view, std::vector<Difference>* out)
      : view_(view),
        a_{view.a, view.claim_a, SourceOf(*view.a, *view.claim_a)},
        b_{view.b, view.claim_b, SourceOf(*view.b, *view.claim_b)},
        out_(*out) {}

  void Run() {
    if (view_.pair->score < kSameReport) return;
    if (CompareNumbers()) return;
    const bool unnamed_a = a_.source.kind == SourceKind::kUnnamed,
               unnamed_b = b_.source.kind == SourceKind::kUnnamed;
    if (unnamed_a != unnamed_b) {
      const Side &unnamed = unnamed_a ? a_ : b_, &other = unnamed_a ? b_ : a_;
      const std::string_view name = NameOf(unnamed.source);
      if (IsLost(unnamed, other)) {
        Add(SourceShift::kLost, unnamed_a ? name : "no source", unnamed_a ? "no source" : name);
        return;
      }
    }
    const bool kept_a = unnamed_a || a_.source.medium, kept_b = unnamed_b || b_.source.medium;
    if (kept_a != kept_b && IsOther(kept_a ? a_ : b_, kept_a ? b_ : a_))
      Add(SourceShift::kOther, NameOf(a_.source), NameOf(b_.source));
  }

 private:
  bool CompareNumbers() {
    const SourceCount x = a_.source.number, y = b_.source.number;
    if (x == SourceCount::kUnknown || y == SourceCount::kUnknown) return false;
    if (x != y) Add(SourceShift::kNumber, NameOf(a_.source), NameOf(b_.source));
    return true;
  }

  void Add(SourceShift shift, std::string_view value_a, std::string_view value_b) {
    constexpr uint32_t kBonus = 200;
    Difference difference = view_.Make(DifferenceKind::kAttribution, a_.source.words,
                                       b_.source.words, 0, 0, view_.pair->score + kBonus);
    difference.value_a = value_a;
    difference.value_b = value_b;
    difference.sources = shift;
    difference.unnamed_a = a_.source.kind == SourceKind::kUnnamed;
    // Whose words are told apart does not matter here: the difference is about them.
    difference.world = World::kSameSource;
    out_.push_back(std::move(difference));
  }

  // The other article asserts it, or is content with the body that the source only told of
  // ("the agency warns …" of "the agency warns …, people who have read its report said").
  bool IsLost(const Side& unnamed, const Side& other) const {
    if (view_.pair->cover < kLostCover || view_.pair->content_links < kLostLinks) return false;
    if (!IsComparable(unnamed) || !IsComparable(other)) return false;
    if (IsHedged(other) && !IsHedged(unnamed)) return false;
    if (other.source.kind == SourceKind::kOther)
      return view_.pair->score >= kSameReport && SpeaksIn(other, unnamed);
    if (HasMark(unnamed) || HasMark(other) || TellsWhoSays(other)) return false;
    const bool shared = ActsInIt(unnamed, other);
    return view_.pair->score >= (shared ? kLostScore : kUnsharedScore) && !IsSourcedNearby(other);
  }

  // Two who can't be one: the source of one article stays unnamed on purpose, or is another paper,
  // that of the other is a person or a body. Only of what is nearly one sentence, since many say
  // the same of one event.
  bool IsOther(const Side& kept, const Side& other) const {
    const uint32_t score = kept.source.medium ? kMediumScore : kOtherScore,
                   cover = kept.source.medium ? kMediumCover : kOtherCover;
    if (view_.pair->score < score || view_.pair->cover < cover) return false;
    if (other.source.kind != SourceKind::kOther || !IsComparable(kept) || !IsComparable(other))
      return false;
    if (kept.source.medium && TellsReport(kept)) return false;
    return IsSomebody(*other.analysis, other.source) &&
           !SharesWord(kept, kept.document().TokensIn(kept.source.words), other,
                       other.document().TokensIn(other.source.words));
  }

  // "The Tribune reported that the navy claims …": the paper says itself whom it has it from.
  static bool TellsReport(const Side& side) {
    static const LexiconTable& reporting = Lexicon::English().Table("reporting_verbs.tsv");
    const IndexRange cue =
        side.document().TokensIn(side.analysis->quotations[side.claim->quotation].cue);
    for (uint32_t t = cue.end; t < side.claim->tokens.end; ++t) {
      const Token& token = side.document().tokens[t];
      if (token.capital) continue;
      const LexiconRow* row = reporting.Find(side.document().Lemma(token));
      // "The navy claims they left": taken for a noun.
      const bool clause =
          t + 1 < side.claim->tokens.end && side.analysis->syntax.tokens[t + 1].upos == Upos::kPron;
      if (row != nullptr && (clause || side.analysis->syntax.tokens[t].upos == Upos::kVerb))
        return true;
    }
    return false;
  }

  // A statement of the text, not a headline, which leaves the source to its story; not inside
  // marks.
  static bool IsComparable(const Side& side) {
    const BlockKind kind = side.block().kind;
    if (kind == BlockKind::kHeadline || kind == BlockKind::kSubhead) return false;
    if (side.claim->predicates.empty()) return false;
    return side.claim->quotation == kNoQuotation ||
           side.analysis->quotations[side.claim->quotation].kind == QuotationKind::kIndirect;
  }

  // "Reportedly", "is believed to", "may": as good as a source.
  static bool IsHedged(const Side& side) {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    const IndexRange sentence = side.document().sentences[side.claim->sentence].tokens;
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const LexiconRow* row = modality.Find(side.Norm(t));
      if (row != nullptr && row->column(0) == "reported") return true;
    }
    const auto& predicates = side.analysis->claims.predicates;
    return std::any_of(predicates.begin() + side.claim->predicates.begin,
                       predicates.begin() + side.claim->predicates.end,
                       [](const Predicate& p) { return p.sign.modality == Modality::kPossible; });
  }

  // Marks that no quotation was made of: torn or single ones.
  static bool HasMark(const Side& side) {
    const IndexRange sentence = side.document().sentences[side.claim->sentence].tokens;
    return std::any_of(side.document().tokens.begin() + sentence.begin,
                       side.document().tokens.begin() + sentence.end,
                       [](const Token& token) { return token.shape == TokenShape::kQuoteMark; });
  }

  // "An official identified …": who says so acts in the sentence.
  static bool TellsWhoSays(const Side& side) {
    return std::any_of(side.analysis->claims.predicates.begin() + side.claim->predicates.begin,
                       side.analysis->claims.predicates.begin() + side.claim->predicates.end,
                       [&](const Predicate& predicate) {
                         return HasAnonymousNoun(side.document(), AgentOf(side, predicate.token));
                       });
  }

  // A report begins in this sentence or in the one before it, of the same paragraph.
  static bool IsSourcedNearby(const Side& side) {
    const Document& document = side.document();
    const uint32_t sentence = side.claim->sentence;
    const bool before = sentence > 0 && document.sentences[sentence - 1].block ==
                                            document.sentences[sentence].block;
    const Span near{document.sentences[sentence - before].span.begin,
                    document.sentences[sentence].span.end};
    return std::any_of(
        side.analysis->quotations.begin(), side.analysis->quotations.end(),
        [&](const Quotation& quotation) { return quotation.Extent().Overlaps(near); });
  }

  // The speaker of `speaking` acts in the claim of `told`: "the agency" and "the agency warns …".
  static bool SpeaksIn(const Side& speaking, const Side& told) {
    if (speaking.source.words.empty()) return false;
    const IndexRange speaker = speaking.document().TokensIn(speaking.source.words);
    return std::any_of(told.analysis->claims.predicates.begin() + told.claim->predicates.begin,
                       told.analysis->claims.predicates.begin() + told.claim->predicates.end,
                       [&](const Predicate& predicate) {
                         const IndexRange agent = AgentOf(told, predicate.token);
                         return !agent.empty() && SharesWord(speaking, speaker, told, agent) &&
                                CountShared(speaking, speaker, told, agent) ==
                                    CountContent(speaking, speaker);
                       });
  }

  // "A ministry source" and "the ministry refuses": a source's own words name who acts.
  static bool ActsInIt(const Side& unnamed, const Side& other) {
    const IndexRange source = unnamed.document().TokensIn(unnamed.source.words);
    return std::any_of(other.analysis->claims.predicates.begin() + other.claim->predicates.begin,
                       other.analysis->claims.predicates.begin() + other.claim->predicates.end,
                       [&](const Predicate& predicate) {
                         return SharesWord(unnamed, source, other, AgentOf(other, predicate.token));
                       });
  }

  static IndexRange AgentOf(const Side& side, uint32_t predicate) {
    const Clause* clause = side.analysis->syntax.clauses.At(predicate);
    if (clause == nullptr) return {};
    const uint32_t agent = side.analysis->syntax.clauses.AgentOf(*clause, side.document());
    if (agent == kNoWord) return {};
    const Chunk* chunk = side.analysis->syntax.ChunkAt(agent);
    return chunk != nullptr ? chunk->tokens : IndexRange{agent, agent + 1};
  }

  static uint32_t CountContent(const Side& side, IndexRange tokens) {
    uint32_t count = 0;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) count += side.analysis->terms[t].content;
    return count;
  }

  static uint32_t CountShared(const Side& x, IndexRange in_x, const Side& y, IndexRange in_y) {
    return CountSharedWords(*x.analysis, in_x, *y.analysis, in_y);
  }

  static bool SharesWord(const Side& x, IndexRange in_x, const Side& y, IndexRange in_y) {
    return CountShared(x, in_x, y, in_y) > 0;
  }

  const PairView& view_;
  const Side a_, b_;
  std::vector<Difference>& out_;
};

}  // namespace

void CompareSources(const PairView& view, std::vector<Difference>* out) {
  SourceComparer(view, out).Run();
}

}  // namespace crossread
