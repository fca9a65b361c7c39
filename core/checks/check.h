// A check: one kind of disagreement, in one file, with its page in docs/checks and its fixture in
// tests/checks of the same name. It words what the Comparison holds; it compares nothing itself.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

enum class Family : uint8_t {
  kQuote,
  kQuoteAttribution,
  kName,
  kRole,
  kEntity,
  kNumber,
  kDate,
  kPlace,
  kPolarity,
  kStatus,
  kModality,
  kAttribution,
  kParticipants,
  kTextReuse,
  kSingleSource,
  kAgreement,
};

enum class Severity : uint8_t {
  kHigh,    // both cannot be true and a reader is misled
  kMedium,  // the meaning shifts
  kLow,     // wording
  kInfo,    // never an alarm
};

std::string_view FamilyName(Family family);        // "quote_attribution"
std::string_view SeverityName(Severity severity);  // "high"

// Who stands on one side of a finding.
struct ValueGroup {
  std::string label;  // the value as first written: "12 people"
  std::string value;  // the same normalised, whatever the order of articles: names the finding
  std::vector<uint32_t> articles;  // ascending, unique
  uint32_t origins = 0;            // independent ones among them; filled in by RunChecks
};

struct Evidence {
  Place place;
  uint32_t group = 0;       // index into Finding::groups
  std::vector<Span> marks;  // the words inside place that differ; empty where all of it does
};

// Small integers that tell how likely a finding is right (checks/score.cpp).
using ScoreFeatures = std::array<int, 12>;

struct Finding {
  std::string_view check;  // id
  Family family = Family::kQuote;
  Severity severity = Severity::kInfo;
  uint32_t score = 0;  // thousandths: of a check, the strength of its evidence; RunChecks makes it
                       // the chance that the finding is right (checks/score.h)
  ScoreFeatures features{};  // what the score was made of (checks/score.h); by RunChecks
  bool of_copy = false;      // from a sentence that one article has edited from the other
  std::string id;            // filled in by RunChecks: hash of check, labels and article ids
  std::string message;       // one sentence: who says what
  std::string reason;        // the rule that fired, and on what
  std::vector<ValueGroup> groups;
  std::vector<Evidence> evidence;  // ordered by RunChecks: group, article, begin
};

struct Check {
  std::string_view id;  // the file's stem, and the name everywhere else
  Family family;
  std::string_view summary;  // one line for `crossread checks`
  void (*run)(const Comparison& comparison, const Check& check, std::vector<Finding>* findings);
};

// Every check, sorted by id (checks/registry.cpp).
const std::vector<const Check*>& AllChecks();

// Runs all checks; sorted by severity, score, first place, check; ids filled in. Cost: that of the
// checks.
std::vector<Finding> RunChecks(const Comparison& comparison);

// ---- what checks share to word a finding (checks/wording.cpp)

// "Meridian", "Meridian and Herald", "Meridian, Herald and Ledger"; of many the first and "and 12
// others".
std::string NamesOf(const Comparison& comparison, const std::vector<uint32_t>& articles);
// The text of a place in curly marks, white space folded, at most 120 bytes and then an ellipsis.
std::string Quote(const Comparison& comparison, const Place& place);
// Names a side by its words whatever the order of its articles: the smaller of the folded text of
// `place` and `known` ("" is none).
std::string SmallestText(const Comparison& comparison, const Place& place,
                         const std::string& known);
// Whether article x was written before article y, as far as their dates tell.
bool IsEarlier(const Comparison& comparison, uint32_t x, uint32_t y);
// "s" after one name, "" after several: "Meridian gives", "Meridian and Herald give".
std::string_view VerbEnding(const ValueGroup& group);
// "Meridian says “a”; Herald and Ledger say “b”." with `verb` in its base form.
std::string SayEach(const Comparison& comparison, const Finding& finding, std::string_view verb);

// One disagreement, however many pairs of articles show it: differences of one kind that share a
// place are one group, whose sides are the values. value(difference, first) names the value of a
// side; equal names are one side; each group has two at least. Disputes of two sources are left
// out: the matrix shows them. (checks/grouping.cpp)
struct DifferenceGroup {
  struct Side {
    std::string value;
    std::vector<Evidence> evidence;  // by place; several differences of one place are one
  };
  std::vector<Side> sides;            // by first place
  std::vector<uint32_t> differences;  // indices into Comparison::differences
  uint32_t score = 0;                 // the best of them
};
std::vector<DifferenceGroup> GroupDifferences(const Comparison& comparison, DifferenceKind kind,
                                              std::string (*value)(const Comparison&,
                                                                   const Difference&, bool first));
// The value of a side of an edited copy.
std::string CopyValue(const Comparison& comparison, const Difference& difference, bool first);
// Whether a finding from `first` on has evidence that overlaps a place of `group`: told already.
bool IsTold(const std::vector<Finding>& findings, size_t first, const DifferenceGroup& group);
// Fills finding.groups and .evidence from the sides; a side's label is the words of its first
// place.
// named_by_words: the values alone ("planned") don't tell two findings apart: the id takes in the
// words.
void AddSides(const Comparison& comparison, const DifferenceGroup& group, bool named_by_words,
              Finding* finding);

}  // namespace crossread
