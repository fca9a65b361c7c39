// Two dates for one thing, in sentences that are otherwise nearly the same.
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

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  for (const DifferenceGroup& group :
       GroupDifferences(comparison, DifferenceKind::kTime, ValueOf)) {
    Finding finding;
    finding.severity = Severity::kHigh;
    finding.score = group.score;
    AddSides(comparison, group, /*named_by_words=*/false, &finding);
    finding.message = SayEach(comparison, finding, "give");
    const bool event = comparison.differences[group.differences[0]].ground == Ground::kDeed;
    finding.reason = event ? "one event by its kind and people, dates exclude each other"
                           : "nearly the same statement, dates exclude each other";
    findings->push_back(std::move(finding));
  }
}

}  // namespace

extern const Check kDateConflict = {"date_conflict", Family::kDate, "two dates for one thing", Run};

}  // namespace crossread
