// Where two claims about the same thing differ: all gates stand here and in the files that this one
// calls, once; the checks word the result.
//
// A difference is kept only if the claims line up (Pair::score), the words that differ have
// lined-up neighbours, the values exclude each other (or the sign is flipped), and both are said in
// one world. Unknown is never a difference.
#include <algorithm>
#include <unordered_map>

#include "core/align/hedged_figures.h"
#include "core/align/lead_sources.h"
#include "core/align/pair_view.h"
#include "core/align/two_things.h"
#include "core/align/under_way.h"

namespace crossread {
namespace {

class DifferenceFinder {
 public:
  explicit DifferenceFinder(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    RateBestPartners();
    for (uint32_t p = 0; p < comparison_.pairs.size(); ++p) {
      const PairView view(comparison_, p);
      if (HasItsCopy(*view.pair)) continue;
      CompareValues(view, &out_);
      CompareArguments(view, &out_);
      ComparePredicates(view, &out_);
      CompareNouns(view, &out_);
      CompareSources(view, &out_);
      CompareParties(view, &out_);
      CompareReservations(view, &out_);
    }
    for (const Difference& difference : CompareCopies(comparison_)) AddOnce(difference);
    DropTwoThings(comparison_, &out_);  // so that none hides what is found without claims
    for (const Difference& difference : CompareArticleValues(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareNumbers(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareQuestions(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareVotes(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareTollNumbers(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareShares(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareAttendance(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareEvents(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareWithin(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareRelativeValues(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareHolders(comparison_)) AddOnce(difference);
    for (const Difference& difference : ComparePosts(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareSites(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareNames(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareDeeds(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareTimes(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareFoundings(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareAgency(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareComments(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareNone(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareTolls(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareRestrictions(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareInsertedSources(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareQuotedAssertions(comparison_)) AddOnce(difference);
    for (const Difference& difference : CompareLeadSources(comparison_)) AddOnce(difference);
    std::erase_if(out_, [&](const Difference& d) { return IsToldUnderWay(comparison_, d); });
    DropTwoThings(comparison_, &out_);
    const size_t told = out_.size();
    for (const Difference& difference : CompareHedgedFigures(comparison_)) {
      if (!IsAtOdds(difference, told)) out_.push_back(difference);
    }
    std::stable_sort(out_.begin(), out_.end(), [](const Difference& x, const Difference& y) {
      if (x.kind != y.kind) return x.kind < y.kind;
      if (x.a.article != y.a.article) return x.a.article < y.a.article;
      if (!(x.a.span == y.a.span)) return x.a.span < y.a.span;
      if (x.b.article != y.b.article) return x.b.article < y.b.article;
      return x.b.span < y.b.span;
    });
    return std::move(out_);
  }

 private:
  static uint64_t Key(ClaimRef claim, uint32_t other) {
    return uint64_t{claim.article} << 48 | uint64_t{other} << 32 | claim.claim;
  }

  void RateBestPartners() {
    best_.reserve(comparison_.pairs.size() * 2);
    for (const Pair& pair : comparison_.pairs) {
      for (const auto& [claim, other] : {std::pair(pair.a, pair.b), std::pair(pair.b, pair.a)}) {
        uint32_t& best = best_[Key(claim, other.article)];
        best = std::max(best, pair.score);
      }
    }
  }

  // The other article has this very statement elsewhere: what is merely like it is another one.
  bool HasItsCopy(const Pair& pair) const {
    const uint32_t best =
        std::max(best_.at(Key(pair.a, pair.b.article)), best_.at(Key(pair.b, pair.a.article)));
    return best >= kCopy && pair.score + kCopyMargin < best;
  }

  // "Attended" against "did not attend" is told as a yes and a no.
  static bool Tells(DifferenceKind known, DifferenceKind kind) {
    return known == kind ||
           (kind == DifferenceKind::kParticipants && known == DifferenceKind::kPolarity);
  }

  // A difference that no pair of claims has shown already.
  void AddOnce(const Difference& difference) {
    const bool known = std::any_of(out_.begin(), out_.end(), [&](const Difference& other) {
      return !IsDisputed(other) && Tells(other.kind, difference.kind) &&
             other.a.article == difference.a.article && other.b.article == difference.b.article &&
             (other.mark_a.Overlaps(difference.mark_a) ||
              other.a.span.Contains(difference.mark_a)) &&
             (other.mark_b.Overlaps(difference.mark_b) || other.b.span.Contains(difference.mark_b));
    });
    if (!known) out_.push_back(difference);
  }

  // Another article has another figure there, which tells more than a hedge does. Only the first
  // `told` differences are asked.
  bool IsAtOdds(const Difference& hedged, size_t told) const {
    const auto touches = [](const Difference& other, const Place& place, Span mark) {
      return (other.a.article == place.article && other.mark_a.Overlaps(mark)) ||
             (other.b.article == place.article && other.mark_b.Overlaps(mark));
    };
    return std::any_of(
        out_.begin(), out_.begin() + static_cast<ptrdiff_t>(told), [&](const Difference& other) {
          return other.kind == hedged.kind && (touches(other, hedged.a, hedged.mark_a) ||
                                               touches(other, hedged.b, hedged.mark_b));
        });
  }

  // Shown in the matrix alone (checks/grouping.cpp).
  static bool IsDisputed(const Difference& difference) {
    return difference.world == World::kOtherSources ||
           (difference.kind == DifferenceKind::kPolarity && difference.world == World::kMixed);
  }

  const Comparison& comparison_;
  // claim and other article -> score of the best partner there; looked up, never iterated
  std::unordered_map<uint64_t, uint32_t> best_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> FindDifferences(const Comparison& comparison) {
  return DifferenceFinder(comparison).Run();
}

}  // namespace crossread
