// The articles side by side: what is linked, what is copied, which claims are about the same thing
// and how they differ. Built by the functions of this folder in the order of compare.cpp; checks
// read it.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/extract/analysis.h"
#include "core/link/entities.h"
#include "core/link/relation.h"

namespace crossread {

struct Article {
  std::string id;     // unique in the request
  std::string label;  // how findings call it: source, else title, else id
  std::string date;   // ISO 8601 or empty
  const Analysis* analysis = nullptr;
};

struct ClaimRef {
  uint32_t article = 0;
  uint32_t claim = 0;  // index into that article's Claims::claims
  bool operator==(const ClaimRef&) const = default;
};
inline bool operator<(ClaimRef a, ClaimRef b) {
  return a.article != b.article ? a.article < b.article : a.claim < b.claim;
}

struct QuotationRef {
  uint32_t article = 0;
  uint32_t quotation = 0;
  bool operator==(const QuotationRef&) const = default;
};

// A place in one article.
struct Place {
  uint32_t article = 0;
  Span span;
  bool operator==(const Place&) const = default;
};

// ---- who copied whom (align/reuse.cpp)

struct Passage {  // the same words in two articles
  Span a, b;
  uint32_t words = 0;
};

struct ReusePair {
  uint32_t a = 0, b = 0;  // articles, a < b
  uint32_t words = 0;     // in passages
  uint32_t share_a = 0;   // of article a's prose words, in thousandths
  uint32_t share_b = 0;
  std::vector<Passage> passages;  // by position in a
};

struct Reuse {
  std::vector<ReusePair> pairs;                // by a, then b
  std::vector<std::vector<uint32_t>> origins;  // groups of articles that share most of their copy
  std::vector<uint32_t> origin_of;             // [article] -> index into origins
};

// ---- claims about the same thing (align/retrieve.cpp, align/alignment.cpp)

enum class LinkKind : uint8_t {
  kNorm,
  kLemma,
  kSynonym,
  kConcept /* align/concepts.h */,
  kAntonym
};

struct TokenLink {
  uint32_t a = 0, b = 0;  // token indices
  LinkKind kind = LinkKind::kNorm;
};

struct Pair {
  ClaimRef a, b;                 // a.article < b.article
  std::vector<TokenLink> links;  // one to one, by token of a
  uint32_t score = 0;            // weight of the linked content words of both sides, in thousandths
  uint32_t cover = 0;  // weight of the linked words of the shorter side, in thousandths of it
  uint32_t content_links = 0;  // linked content words

  // The token of b that token t of a is linked with, or UINT32_MAX.
  uint32_t LinkOf(uint32_t t) const;
};

// Whose words are compared. A yes or no in a report is never played against an assertion; a number
// or a plan is, at a lower severity.
enum class World : uint8_t {
  kBothAsserted,
  kSameSource,    // both reports of one source's statement
  kMixed,         // one asserted, one reported
  kOtherSources,  // two sources: disputed, never an alarm
};

// ---- the same utterance in several articles (align/utterances.cpp)

enum class EditKind : uint8_t {
  kSame,
  kReplaced,
  kDropped /* only in a */,
  kAdded /* only in b */
};

struct WordEdit {
  EditKind kind = EditKind::kSame;
  Span a, b;             // the words; empty on the side that has none
  uint32_t words = 0;    // of a; of b where a has none
  bool marked = false;   // an ellipsis or brackets tell the reader
  bool trivial = false;  // spelling, contraction, marks: "it's"/"it is", "US"/"U.S."
  bool content = false;  // a content word, negation or modal is touched
  bool pivotal = false;  // a negation, modal, "only" or "if" is touched
};

// Words at an edge of a sentence that the other article's quotation leaves out.
struct QuoteCut {
  bool of_a = true;    // the side that has the words
  bool front = false;  // before what both have; else behind it
  Span words;
  Span pivot;  // "if", "not", "for now" among them, which bears on what stayed; else empty
  std::string_view effect;  // of the pivot, by quote_pivots.tsv
  bool closed = false;      // the other side ends there, or begins, as a sentence would
  bool marked = false;      // an ellipsis or brackets tell the reader
};

struct QuotationPair {
  QuotationRef a, b;          // a.article < b.article
  Place part_a, part_b;       // the sentences, or runs of words, that correspond
  uint32_t similarity = 0;    // shared words of both parts, in thousandths
  bool same_speaker = false;  // both known, and one entity or one name
  bool reworded = false;      // one statement in other words throughout, not an edited one
  bool a_goes_on = false;     // b closes with a full stop what goes on in a's sentence
  bool b_goes_on = false;
  std::vector<WordEdit> edits;  // in order; kSame runs included
  std::vector<QuoteCut> cuts;
};

struct Utterances {
  std::vector<QuotationPair> pairs;
  std::vector<std::vector<uint32_t>> group_of;  // [article][quotation] -> group, or kNoGroup
  uint32_t groups = 0;
};
inline constexpr uint32_t kNoGroup = UINT32_MAX;

// ---- a quoted fragment and the sentence it comes from (align/quoted_fragments.cpp)

enum class FragmentChange : uint8_t {
  kDegree,     // "very", "just" lost or added
  kWords,      // other words lost
  kModal,      // "will it be closed?" became "should be closed"
  kOfArticle,  // what another paper reported, in other words than its article has
};

struct FragmentPair {
  Place fragment, whole;  // the words in common and what stands between them
  Span mark;              // the words that one side alone has, or the modal of the whole
  bool mark_in_whole = false;
  FragmentChange change = FragmentChange::kWords;
};

// ---- one article reports what another quotes (align/reported_speech.cpp)

// The same words of one speaker, without marks in one article and inside marks in the other.
struct ReportedPair {
  QuotationRef reported, quoted;  // of two articles
  Place reported_part, quoted_part;
  uint32_t similarity = 0;  // shared words of both, whatever their person and tense; thousandths
  uint32_t shared = 0;      // these words
};

// ---- sentences that two articles have nearly word for word (align/copies.cpp)

struct CopyEdit {
  EditKind kind = EditKind::kReplaced;  // never kSame
  IndexRange a, b;  // tokens; on the side that has none, empty, before the next word in common
};

// A sentence and the one that was edited from it, or from which it was.
struct SentenceCopy {
  uint32_t article_a = 0, article_b = 0;  // a < b
  uint32_t sentence_a = 0, sentence_b = 0;
  uint32_t similarity = 0;      // 2 · shared / words of both, in thousandths
  std::vector<CopyEdit> edits;  // in order; at least one

  // (token of a, token of b) of every word in common, ascending
  std::vector<std::pair<uint32_t, uint32_t>> same;
};

// ---- how two claims differ (align/difference.cpp)

enum class DifferenceKind : uint8_t {
  kQuantity,
  kTime,
  kPolarity,
  kStatus,
  kModality,
  kName,
  kEntity,
  kPlace,
  kRole,
  kParticipants,
  kAttribution,
};

// What became of a source (DifferenceKind::kAttribution).
enum class SourceShift : uint8_t {
  kDropped,  // cut from an edited copy
  kClause,   // cut from a relative clause that is else the same
  kLost,     // an unnamed source's word in one article, the other's own
  kNumber,   // one unnamed source, several
  kOther,    // an unnamed source, and somebody else
  kQuoted,   // words in marks in one article, the other's own
};

inline constexpr uint32_t kNoPair = UINT32_MAX;

// What shows that two places speak of one thing.
enum class Ground : uint8_t {
  kText,      // claims that line up, an edited copy, or values that need neither
  kDeed,      // one event by its verb and its people (align/deed_difference.cpp,
              // align/event_difference.cpp)
  kOpposite,  // the same people and verbs that exclude each other (align/deed_difference.cpp)
  kAgency,    // one outcome of one person (align/agency_difference.cpp)
  kComment,   // one body that was asked (align/comment_difference.cpp)
  kThing,     // one thing that something is done with (align/none_difference.cpp)
  kToll,      // who was hurt or arrested in what happened (align/nobody_difference.cpp)
  kSite,      // one street or building (align/site_difference.cpp)
  kFounding,  // one thing that is opened or built once (align/founding_difference.cpp)
  kVote,      // one vote (align/vote_difference.cpp)
  kQuestion,  // one question of one thing (align/question_difference.cpp)
  kPost,      // posts of one person in one body (align/post_difference.cpp)
};

struct Difference {
  DifferenceKind kind = DifferenceKind::kQuantity;
  Ground ground = Ground::kText;
  uint32_t pair = 0;    // index into Comparison::pairs; kNoPair for values that need no claims
  Place a, b;           // the words that differ, with the ones around them that line up
  Span mark_a, mark_b;  // the words that differ alone
  uint32_t index_a = 0, index_b = 0;  // of the quantity, time, mention or predicate in its article
  World world = World::kBothAsserted;
  SourceShift sources = SourceShift::kDropped;
  bool unnamed_a = false;    // of kLost and kOther: the unnamed source is that of a
  bool minor = false;        // both may be true, though they don't tell the same
  bool still_ahead = false;  // of kStatus: the plan is for a day after that of the other article
  uint32_t score = 0;        // thousandths
  // Of an edited copy, which has no pair and, but for quantities and times, no index: the values
  // that are told apart ("positive", "negative"; names; roles). Of attendance, which has no pair
  // either, "present" and "absent".
  std::string value_a, value_b;

  bool IsOfCopy() const { return !value_a.empty(); }
};

// ---- the claim x article matrix (align/coverage.cpp)

enum class CellState : uint8_t { kSilent, kCarries, kQualifies, kDisputed, kContradicts };

std::string_view CellStateName(CellState state);  // "carries"

struct Cell {
  CellState state = CellState::kSilent;
  std::vector<uint32_t> claims;  // of this article, ascending
};

// One thing that is claimed, and what each article does with it.
struct CoverageRow {
  ClaimRef base;            // whose words label the row: of the first article that has it
  std::vector<Cell> cells;  // one an article
  uint32_t articles = 0;    // not silent
  uint32_t origins = 0;     // independent ones among them

  bool InConflict() const;  // some article contradicts the base
};

struct Coverage {
  // In conflict first, then by origins, articles and the base's place.
  std::vector<CoverageRow> rows;
};

struct Comparison {
  std::vector<Article> articles;  // the compared ones only
  LinkedEntities entities;
  Reuse reuse;
  std::vector<Pair> pairs;  // by a, then b
  Utterances utterances;
  std::vector<FragmentPair> fragments;  // by the fragment
  std::vector<ReportedPair> reported;   // by the reported side
  std::vector<SentenceCopy> copies;     // by articles, then sentences
  std::vector<Difference> differences;  // by kind, a, b
  Coverage coverage;

  const Analysis& At(uint32_t article) const { return *articles[article].analysis; }
  const Document& DocumentOf(uint32_t article) const {
    return articles[article].analysis->document;
  }
  const Claim& At(ClaimRef ref) const { return At(ref.article).claims.claims[ref.claim]; }
  const Quotation& At(QuotationRef ref) const { return At(ref.article).quotations[ref.quotation]; }
  std::string_view Text(const Place& place) const {
    return DocumentOf(place.article).Text(place.span);
  }
};

// The stages, in order. Each reads what the ones before it have filled in and returns its own part.
Reuse FindReuse(const std::vector<Article>& articles);
std::vector<Pair> PairClaims(const Comparison& comparison);
Utterances LinkUtterances(const Comparison& comparison);
std::vector<FragmentPair> FindFragments(const Comparison& comparison);
// What one article quotes from another (align/quoted_articles.cpp), where the words differ.
std::vector<FragmentPair> FindQuotedArticles(const Comparison& comparison);
std::vector<ReportedPair> FindReportedSpeech(const Comparison& comparison);
std::vector<SentenceCopy> FindCopies(const Comparison& comparison);
std::vector<Difference> FindDifferences(const Comparison& comparison);
// The differences of edited copies (align/copy_difference.cpp); part of FindDifferences.
std::vector<Difference> CompareCopies(const Comparison& comparison);
// The differences that need no claims (align/article_values.cpp); part of FindDifferences.
std::vector<Difference> CompareArticleValues(const Comparison& comparison);
// A place beside another or in it, and how long something has lasted (align/relative_values.cpp);
// part of FindDifferences.
std::vector<Difference> CompareRelativeValues(const Comparison& comparison);
// The numbers that many signs together tie to one question (align/number_evidence.cpp); part of
// FindDifferences.
std::vector<Difference> CompareNumbers(const Comparison& comparison);
// Two answers to one question by the words around them (align/question_difference.cpp); part of
// FindDifferences.
std::vector<Difference> CompareQuestions(const Comparison& comparison);
// One vote, counted in two ways (align/vote_difference.cpp); part of FindDifferences.
std::vector<Difference> CompareVotes(const Comparison& comparison);
// How many people one thing happened to (align/toll_difference.cpp); part of FindDifferences.
std::vector<Difference> CompareTollNumbers(const Comparison& comparison);
// All of a thing, and nearly all or most of it (align/share_difference.cpp); part of
// FindDifferences.
std::vector<Difference> CompareShares(const Comparison& comparison);
// Who was there in one article only (align/attendance.cpp); part of FindDifferences.
std::vector<Difference> CompareAttendance(const Comparison& comparison);
// One event of one kind on two days or in two places (align/event_difference.cpp); part of
// FindDifferences.
std::vector<Difference> CompareEvents(const Comparison& comparison);
// One event told differently (align/deed_difference.cpp), resigned or dismissed
// (align/agency_difference.cpp), silent or quoted (align/comment_difference.cpp), nothing or
// something (align/none_difference.cpp), nobody or somebody (align/nobody_difference.cpp); parts of
// FindDifferences.
std::vector<Difference> CompareDeeds(const Comparison& comparison);
std::vector<Difference> CompareAgency(const Comparison& comparison);
std::vector<Difference> CompareComments(const Comparison& comparison);
std::vector<Difference> CompareNone(const Comparison& comparison);
std::vector<Difference> CompareTolls(const Comparison& comparison);
// Where one article is at odds with itself (align/self_difference.cpp); part of FindDifferences.
std::vector<Difference> CompareWithin(const Comparison& comparison);
// One name that says by itself that it is spelt in two ways (align/name_difference.cpp); part of
// FindDifferences.
std::vector<Difference> CompareNames(const Comparison& comparison);
// Two holders of one office (align/holders.cpp); part of FindDifferences.
std::vector<Difference> CompareHolders(const Comparison& comparison);
// Two posts of one person in one body (align/post_difference.cpp); part of FindDifferences.
std::vector<Difference> ComparePosts(const Comparison& comparison);
// Two times of one event told in other words (align/time_evidence.cpp); part of FindDifferences.
std::vector<Difference> CompareTimes(const Comparison& comparison);
// Two years in which one thing was opened, built or founded (align/founding_difference.cpp); part
// of FindDifferences.
std::vector<Difference> CompareFoundings(const Comparison& comparison);
// A house or a building in two places (align/site_difference.cpp); part of FindDifferences.
std::vector<Difference> CompareSites(const Comparison& comparison);
// A refusal with its limit and without it (align/restriction_difference.cpp); part of
// FindDifferences.
std::vector<Difference> CompareRestrictions(const Comparison& comparison);
// A source in a relative clause that another article has without it (align/inserted_source.cpp);
// part of FindDifferences.
std::vector<Difference> CompareInsertedSources(const Comparison& comparison);
// Words inside marks that another article has as its own (align/quoted_assertion.cpp); part of
// FindDifferences.
std::vector<Difference> CompareQuotedAssertions(const Comparison& comparison);
Coverage BuildCoverage(const Comparison& comparison);

// The country whose government an entity of an article is, speaks for or leads, by the gazetteer's
// name (align/government.cpp); empty if none, or if it isn't said.
std::string GovernmentOf(const Comparison& comparison, uint32_t article, uint32_t entity);
// Whose words two claims are (align/world.cpp).
World WorldOf(const Comparison& comparison, ClaimRef a, ClaimRef b);
// Who speaks (align/speakers.cpp). True if both speakers are known and are one person, organisation
// or role.
bool SameSpeaker(const Comparison& comparison, QuotationRef a, QuotationRef b);
// True if both are named in the paragraphs of their words, and their names have nothing in common:
// "Fanning" and "Const. Tim Fanning" may be one, however the articles resolve them.
bool SurelyTwoSpeakers(const Comparison& comparison, QuotationRef a, QuotationRef b);
// True if the words for both tell whom they speak for, and it is not the same: "police",
// "organisers".
bool AreTwoParties(const Comparison& comparison, QuotationRef a, QuotationRef b);

}  // namespace crossread
