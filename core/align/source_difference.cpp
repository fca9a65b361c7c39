// Whose word a claim is, where two articles tell it alike and not in one copy: one unnamed source
// that has become several, an unnamed source that the other article has lost, and one whose report
// the other gives to somebody else. What a named source says and another article asserts is left to
// edited copies (copy_sources.cpp): in other words it may be known by now.
#include <algorithm>
#include <string>
#include <string_view>

#include "core/align/pair_view.h"
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
constexpr uint32_t kLostLinks = 3;

enum class SourceKind : uint8_t {
  kAsserted,  // the article's own word
  kUnnamed,   // a source whose name the article keeps back: "a person close to the tribunal"
  kOther,     // a person, a body, a group of people: anybody else
};
enum class SourceCount : uint8_t { kUnknown, kOne, kSeveral };

struct Source {
  SourceKind kind = SourceKind::kAsserted;
  SourceCount number = SourceCount::kUnknown;
  Span words;  // "a person close to the tribunal"
};

bool IsOneOf(std::string_view norm, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), norm) != words.end();
}

// Nouns that have no other use than to hide a name, and "people" with what they know.
bool Hides(const Document& document, IndexRange tokens) {
  static const LexiconTable& nouns = Lexicon::English().Table("anonymous_sources.tsv");
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::string_view norm = document.Norm(document.tokens[t]);
    const LexiconRow* row = nouns.Find(norm);
    if (row != nullptr && row->column(0) == "always") return true;
    const bool people = IsOneOf(norm, {"person", "people", "someone", "somebody", "those", "one"});
    if (!people || t + 1 >= tokens.end) continue;
    if (IsOneOf(document.Norm(document.tokens[t + 1]),
                {"familiar", "close", "briefed", "with", "knowledgeable", "involved", "aware"}))
      return true;
  }
  return false;
}

// "…, who asked not to be named": the sentence of the cue tells that the name is kept back.
bool TellsAnonymity(const Document& document, IndexRange sentence) {
  static const LexiconTable& phrases = Lexicon::English().Table("anonymity_phrases.txt");
  constexpr uint32_t kLongest = 6;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    std::string key;
    for (uint32_t k = t; k < std::min(t + kLongest, sentence.end); ++k) {
      if (k > t) key += ' ';
      key += document.Norm(document.tokens[k]);
      if (phrases.Has(key)) return true;
    }
  }
  return false;
}

// "A source", "one of the people" against "two sources", "officials". By the words before the first
// noun of the lexicon; "the source" was named before and tells no number by itself.
SourceCount CountOf(const Document& document, IndexRange tokens) {
  static const LexiconTable& numbers = Lexicon::English().Table("number_words.tsv");
  static const LexiconTable& nouns = Lexicon::English().Table("anonymous_sources.tsv");
  if (tokens.empty()) return SourceCount::kUnknown;
  const std::string_view first = document.Norm(document.tokens[tokens.begin]);
  if (IsOneOf(first, {"a", "an", "one", "another", "someone", "somebody"}))
    return SourceCount::kOne;
  if (IsOneOf(first, {"several", "some", "many", "multiple", "various"}))
    return SourceCount::kSeveral;
  if (numbers.Has(first)) return SourceCount::kSeveral;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const LexiconRow* row = nouns.Find(document.Norm(document.tokens[t]));
    if (row != nullptr)
      return row->column(1) == "plural" ? SourceCount::kSeveral : SourceCount::kUnknown;
  }
  return SourceCount::kUnknown;
}

bool IsAnonymousNoun(const Document& document, uint32_t t) {
  static const LexiconTable& nouns = Lexicon::English().Table("anonymous_sources.tsv");
  return nouns.Has(document.Norm(document.tokens[t]));
}

bool HasAnonymousNoun(const Document& document, IndexRange tokens) {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (IsAnonymousNoun(document, t)) return true;
  }
  return false;
}

// "A person …", "two sources …": the noun of the lexicon stands among the first words.
bool BeginsUnnamed(const Document& document, IndexRange tokens) {
  constexpr uint32_t kFirst = 2;
  const uint32_t end = std::min(tokens.begin + kFirst, tokens.end);
  for (uint32_t t = tokens.begin; t < end; ++t) {
    if (!document.tokens[t].capital && IsAnonymousNoun(document, t)) return true;
  }
  return false;
}

// Whom a paper has it from: "…, the Herald reported, citing two people familiar with the plan". The
// words from there to the end of the part of the sentence; empty if it cites nobody unnamed.
IndexRange CitedIn(const Document& document, IndexRange sentence) {
  for (uint32_t t = sentence.begin; t + 1 < sentence.end; ++t) {
    const std::string_view norm = document.Norm(document.tokens[t]);
    if (norm != "citing" && norm != "quoting") continue;
    IndexRange cited{t + 1, t + 1};
    while (cited.end < sentence.end && document.tokens[cited.end].shape == TokenShape::kWord)
      ++cited.end;
    if (Hides(document, cited)) return cited;
  }
  return {};
}

// The speaker whose report the claim is, or the sources that act in it: "Russian sources have ruled
// out …". The number is told of unnamed ones and of groups that may be ("officials").
Source SourceOf(const Analysis& analysis, const Claim& claim) {
  const Document& document = analysis.document;
  if (claim.quotation != kNoQuotation) {
    const Speaker& speaker = analysis.quotations[claim.quotation].speaker;
    Source source{SourceKind::kOther, SourceCount::kUnknown, speaker.span};
    const IndexRange cited = CitedIn(document, document.sentences[claim.sentence].tokens);
    if (speaker.kind == SpeakerKind::kOrganisation && !cited.empty())
      return {SourceKind::kUnnamed, CountOf(document, cited), document.SpanOf(cited)};
    if (speaker.span.empty() || speaker.kind == SpeakerKind::kNamed) return source;
    const IndexRange tokens = document.TokensIn(speaker.span);
    // "A person close to the company" is no company; "the company's officials" are its own.
    const bool body = speaker.kind == SpeakerKind::kOrganisation || speaker.entity != kNoEntity;
    if (body && !BeginsUnnamed(document, tokens)) return source;
    if (Hides(document, tokens) ||
        TellsAnonymity(document, document.sentences[claim.sentence].tokens))
      source.kind = SourceKind::kUnnamed;
    if (speaker.kind == SpeakerKind::kAnonymous || source.kind == SourceKind::kUnnamed ||
        HasAnonymousNoun(document, tokens))
      source.number = CountOf(document, tokens);
    return source;
  }
  for (uint32_t p = claim.predicates.begin; p < claim.predicates.end; ++p) {
    const Clause* clause = analysis.syntax.clauses.At(analysis.claims.predicates[p].token);
    if (clause == nullptr) continue;
    const uint32_t agent = analysis.syntax.clauses.AgentOf(*clause, document);
    if (agent == kNoWord) continue;
    if (!IsOneOf(document.Norm(document.tokens[agent]), {"source", "sources"})) continue;
    const Chunk* chunk = analysis.syntax.ChunkAt(agent);
    const IndexRange group = chunk != nullptr ? chunk->tokens : IndexRange{agent, agent + 1};
    return {SourceKind::kUnnamed, CountOf(document, group), document.SpanOf(group)};
  }
  return {SourceKind::kAsserted, SourceCount::kUnknown, claim.span};
}

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
    if (unnamed_a == unnamed_b) return;
    const Side &unnamed = unnamed_a ? a_ : b_, &other = unnamed_a ? b_ : a_;
    const std::string_view name = NameOf(unnamed.source.number);
    if (IsLost(unnamed, other)) {
      Add(SourceShift::kLost, unnamed_a ? name : "no source", unnamed_a ? "no source" : name);
    } else if (IsOther(unnamed, other)) {
      Add(SourceShift::kOther, unnamed_a ? name : "another", unnamed_a ? "another" : name);
    }
  }

 private:
  bool CompareNumbers() {
    const SourceCount x = a_.source.number, y = b_.source.number;
    if (x == SourceCount::kUnknown || y == SourceCount::kUnknown) return false;
    if (x != y) Add(SourceShift::kNumber, NameOf(x), NameOf(y));
    return true;
  }

  static std::string_view NameOf(SourceCount number) {
    switch (number) {
      case SourceCount::kOne:
        return "one source";
      case SourceCount::kSeveral:
        return "several sources";
      case SourceCount::kUnknown:
        break;
    }
    return "unnamed source";
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

  // Two who can't be one: the source of one article stays unnamed on purpose, that of the other is
  // a person or a body. Only of what is nearly one sentence, since many say the same of one event.
  bool IsOther(const Side& unnamed, const Side& other) const {
    if (view_.pair->score < kOtherScore || view_.pair->cover < kOtherCover) return false;
    if (other.source.kind != SourceKind::kOther || other.source.words.empty()) return false;
    if (!IsComparable(unnamed) || !IsComparable(other)) return false;
    const IndexRange tokens = other.document().TokensIn(other.source.words);
    const Upos last = other.analysis->syntax.tokens[tokens.end - 1].upos;
    if (last != Upos::kNoun && last != Upos::kPropn) return false;
    return !SharesWord(unnamed, unnamed.document().TokensIn(unnamed.source.words), other, tokens);
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
    uint32_t shared = 0;
    for (uint32_t i = in_x.begin; i < in_x.end; ++i) {
      const Term& term = x.analysis->terms[i];
      for (uint32_t j = in_y.begin; term.content && j < in_y.end; ++j) {
        if (term.synonym != y.analysis->terms[j].synonym) continue;
        ++shared;
        break;
      }
    }
    return shared;
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
