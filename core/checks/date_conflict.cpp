// Two dates for one thing, in sentences that are otherwise nearly the same.
#include <algorithm>

#include "core/align/occasion.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

std::string ValueOf(const Comparison& comparison, const Difference& d, bool first) {
  const Time& time = first ? comparison.At(d.a.article).times[d.index_a]
                           : comparison.At(d.b.article).times[d.index_b];
  if (time.resolved) return std::to_string(time.first) + ".." + std::to_string(time.last);
  return std::to_string(time.year) + "/" + std::to_string(time.month) + "/" +
         std::to_string(time.day) + "/" + std::to_string(time.weekday) + "/" +
         std::to_string(time.minute);
}

// Of an event told in other words: one side is reported, or they are a day and a month.
bool IsWeak(const Comparison& comparison, const Difference& d) {
  if (d.ground != Ground::kDeed) return false;
  const Granularity a = comparison.At(d.a.article).times[d.index_a].granularity,
                    b = comparison.At(d.b.article).times[d.index_b].granularity;
  return d.world != World::kBothAsserted || a != b;
}

bool AllWeak(const Comparison& comparison, const DifferenceGroup& group) {
  return std::all_of(group.differences.begin(), group.differences.end(),
                     [&](uint32_t d) { return IsWeak(comparison, comparison.differences[d]); });
}

// The days on which one speaker said much the same, and not in the same words: two statements.
bool AreOfTwoStatements(const Comparison& comparison, const Difference& d) {
  const auto& pairs = comparison.utterances.pairs;
  return std::any_of(pairs.begin(), pairs.end(), [&](const QuotationPair& pair) {
    if (pair.a.article != d.a.article || pair.b.article != d.b.article) return false;
    const bool same = std::all_of(pair.edits.begin(), pair.edits.end(), [](const WordEdit& edit) {
      return edit.kind == EditKind::kSame || edit.trivial || edit.marked;
    });
    if (same && !pair.reworded) return false;
    Span of_a, of_b;
    return AreOfTwoDays(comparison, pair.part_a, pair.part_b, &of_a, &of_b) &&
           of_a.Overlaps(d.mark_a) && of_b.Overlaps(d.mark_b);
  });
}

bool AllOfTwoStatements(const Comparison& comparison, const DifferenceGroup& group) {
  return std::all_of(group.differences.begin(), group.differences.end(), [&](uint32_t d) {
    return AreOfTwoStatements(comparison, comparison.differences[d]);
  });
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kTime, ValueOf)) {
    if (AllOfTwoStatements(comparison, group)) continue;
    Finding finding;
    finding.severity = AllWeak(comparison, group) ? Severity::kMedium : Severity::kHigh;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "give");
    const bool event = comparison.differences[group.differences[0]].ground == Ground::kDeed;
    const bool founding = comparison.differences[group.differences[0]].ground == Ground::kFounding;
    finding.reason = founding ? "one thing that is opened, built or founded once, two years"
                     : event  ? "one event by its kind and people, dates exclude each other"
                              : "nearly the same statement, dates exclude each other";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kDateConflict = {"date_conflict", Family::kDate, "two dates for one thing", Run};

}  // namespace crossread
