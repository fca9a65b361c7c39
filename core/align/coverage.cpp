// The claim x article matrix: claims that line up across articles make a row.
//
// Two claims share a row if each is the other's best partner in that article and they line up
// firmly: a chain of loose likenesses must not join what is not one claim.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "core/align/comparison.h"
#include "core/base/disjoint_sets.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

constexpr uint32_t kSameRow = 430;  // Pair::score, thousandths; by hand on our own stories

constexpr uint32_t kSurelySame = 600;  // without a predicate that lines up

constexpr uint32_t kContained = 900;  // Pair::cover: whatever the shorter says, the other says too

class CoverageBuilder {
 public:
  explicit CoverageBuilder(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      first_of_.push_back(static_cast<uint32_t>(claims_.size()));
      for (uint32_t c = 0; c < comparison.At(a).claims.claims.size(); ++c)
        claims_.push_back({a, c});
    }
    sets_ = DisjointSets(claims_.size());
  }

  Coverage Run() {
    JoinBestPartners();
    for (uint32_t n = 0; n < claims_.size(); ++n) {
      const auto [entry, added] =
          row_of_.try_emplace(sets_.Find(n), static_cast<uint32_t>(rows_.size()));
      if (added) {
        rows_.emplace_back();
        rows_.back().base = claims_[n];
        rows_.back().cells.resize(comparison_.articles.size());
      }
      Cell& cell = rows_[entry->second].cells[claims_[n].article];
      cell.claims.push_back(claims_[n].claim);
      cell.state = std::max(cell.state, Against(rows_[entry->second].base, claims_[n]));
      if (loose_.count(n) != 0) cell.state = std::max(cell.state, CellState::kQualifies);
    }
    for (const Difference& difference : comparison_.differences) Mark(difference);
    for (const QuotationPair& pair : comparison_.utterances.pairs) Mark(pair);
    RaiseCells();
    for (CoverageRow& row : rows_) Count(&row);
    std::stable_sort(rows_.begin(), rows_.end(), Before);
    return {std::move(rows_)};
  }

 private:
  uint32_t Node(ClaimRef ref) const { return first_of_[ref.article] + ref.claim; }

  void JoinBestPartners() {
    std::unordered_map<uint64_t, std::pair<uint32_t, uint32_t>>
        best;  // node, article -> score, node; looked up, never iterated
    best.reserve(comparison_.pairs.size() * 2);
    const auto key = [](uint32_t node, uint32_t article) { return uint64_t{node} << 32 | article; };
    const auto offer = [&](uint32_t node, uint32_t article, uint32_t score, uint32_t partner) {
      auto [entry, added] = best.try_emplace(key(node, article), score, partner);
      if (!added && score > entry->second.first) entry->second = {score, partner};
    };
    for (const Pair& pair : comparison_.pairs) {
      offer(Node(pair.a), pair.b.article, pair.score, Node(pair.b));
      offer(Node(pair.b), pair.a.article, pair.score, Node(pair.a));
    }
    for (const Pair& pair : comparison_.pairs) {
      const uint32_t a = Node(pair.a), b = Node(pair.b);
      const bool mutual =
          best[key(a, pair.b.article)].second == b && best[key(b, pair.a.article)].second == a;
      if (!mutual || pair.score < kSameRow || !SharesPredicate(pair)) continue;
      sets_.Join(a, b);
      const bool same =
          pair.cover >= kContained || LinkedPredicate(pair, /*verb=*/true) || SaysOnlyWhen(pair);
      if (!same) loose_.insert(b);
      if (same) firm_.insert(b);
    }
    for (const uint32_t b : firm_) loose_.erase(b);
  }

  // Both say something, and of the same kind: "at his press conference" is no claim.
  bool SharesPredicate(const Pair& pair) const {
    const IndexRange in_a = comparison_.At(pair.a).predicates,
                     in_b = comparison_.At(pair.b).predicates;
    return LinkedPredicate(pair, /*verb=*/false) ||
           (in_a.empty() == in_b.empty() && pair.score >= kSurelySame);
  }

  // Two predicates line up; of which one at least is a `verb`: two articles that mention an arrest
  // may say anything of it.
  bool LinkedPredicate(const Pair& pair, bool verb) const {
    const Claims &a = comparison_.At(pair.a.article).claims,
                 &b = comparison_.At(pair.b.article).claims;
    const IndexRange in_a = comparison_.At(pair.a).predicates,
                     in_b = comparison_.At(pair.b).predicates;
    for (uint32_t i = in_a.begin; i < in_a.end; ++i) {
      const uint32_t link = pair.LinkOf(a.predicates[i].token);
      if (link == UINT32_MAX) continue;
      for (uint32_t j = in_b.begin; j < in_b.end; ++j) {
        if (b.predicates[j].token != link) continue;
        if (!verb || !a.predicates[i].nominal || !b.predicates[j].nominal) return true;
      }
    }
    return false;
  }

  // Neither has a verb that could say another thing: it is no clause, or the verbs only say that
  // something is or when ("was held", "took place").
  bool SaysOnlyWhen(const Pair& pair) const { return SaysOnlyWhen(pair.a) && SaysOnlyWhen(pair.b); }
  bool SaysOnlyWhen(ClaimRef ref) const {
    static const LexiconTable& verbs = Lexicon::English().Table("occurrence_verbs.tsv");
    const Analysis& analysis = comparison_.At(ref.article);
    const IndexRange predicates = comparison_.At(ref).predicates;
    for (uint32_t p = predicates.begin; p < predicates.end; ++p) {
      const Predicate& predicate = analysis.claims.predicates[p];
      const Clause* clause = analysis.syntax.clauses.At(predicate.token);
      const bool copular = clause != nullptr && clause->copular;
      if (!predicate.nominal && !copular &&
          !verbs.Has(analysis.document.strings.Get(predicate.lemma)))
        return false;
    }
    return true;
  }

  // A claim that says "may" where the base asserts, or the other way round, qualifies it. So does
  // one that says "not" where the base doesn't, or gives another number: that no difference was
  // found does not make them agree.
  CellState Against(ClaimRef base, ClaimRef claim) const {
    const Sign x = comparison_.At(base.article).claims.SignOf(comparison_.At(base));
    const Sign y = comparison_.At(claim.article).claims.SignOf(comparison_.At(claim));
    const bool same = x.modality == y.modality && x.polarity == y.polarity;
    return same && !OtherNumber(base, claim) ? CellState::kCarries : CellState::kQualifies;
  }

  // A number of the base whose like the claim has, but none that could be it.
  bool OtherNumber(ClaimRef base, ClaimRef claim) const {
    const auto of = [&](ClaimRef ref) {
      std::vector<const Quantity*> found;
      for (const Quantity& quantity : comparison_.At(ref.article).quantities) {
        if (comparison_.At(ref).span.Contains(quantity.span) && !quantity.vague)
          found.push_back(&quantity);
      }
      return found;
    };
    if (base == claim) return false;
    const std::vector<const Quantity*> in_claim = of(claim);
    for (const Quantity* x : of(base)) {
      bool like = false, agrees = false;
      for (const Quantity* y : in_claim) {
        if (x->kind != y->kind) continue;
        if (x->kind != QuantityKind::kAge && SynonymClass(x->noun) != SynonymClass(y->noun))
          continue;
        like = true;
        agrees = agrees || Relate(*x, *y) != Relation::kDisjoint;
      }
      if (like && !agrees) return true;
    }
    return false;
  }

  // The side of a difference that the row's base is not on contradicts it; where both may be true,
  // it tells it in another way.
  void Mark(const Difference& difference) {
    const bool mixed =
        difference.world == World::kMixed && difference.kind == DifferenceKind::kPolarity;
    const bool disputed = mixed || difference.world == World::kOtherSources;
    const bool compatible = difference.minor || difference.kind == DifferenceKind::kAttribution ||
                            difference.kind == DifferenceKind::kModality;
    const CellState to = disputed     ? CellState::kDisputed
                         : compatible ? CellState::kQualifies
                                      : CellState::kContradicts;
    if (difference.pair != kNoPair) {
      const Pair& pair = comparison_.pairs[difference.pair];
      MarkShared(pair.a, pair.b, to);
    } else if (difference.a.article != difference.b.article) {
      const Place a{difference.a.article, difference.mark_a};
      const Place b{difference.b.article, difference.mark_b};
      MarkShared(a, b, to);
      MarkLabel(a, b.article, to);
      MarkLabel(b, a.article, to);
    }
  }

  void MarkShared(ClaimRef a, ClaimRef b, CellState to) {
    const uint32_t row = row_of_[sets_.Find(Node(a))];
    if (row == row_of_[sets_.Find(Node(b))]) marks_.push_back({row, a.article, b.article, to});
  }

  // What was found without a pair of claims is at odds in the rows that have both its places.
  void MarkShared(const Place& a, const Place& b, CellState to) {
    const std::vector<uint32_t> in_b = ClaimsIn(b);
    for (const uint32_t x : ClaimsIn(a)) {
      for (const uint32_t y : in_b) MarkShared({a.article, x}, ClaimRef{b.article, y}, to);
    }
  }

  // An article that says otherwise elsewhere does not carry a row whose label has the place: it may
  // have joined the row by the label's other words.
  void MarkLabel(const Place& place, uint32_t other, CellState to) {
    for (const uint32_t claim : ClaimsIn(place)) {
      const ClaimRef ref{place.article, claim};
      const uint32_t row = row_of_[sets_.Find(Node(ref))];
      if (rows_[row].base == ref && rows_[row].cells[other].state != CellState::kSilent)
        marks_.push_back({row, place.article, other, to});
    }
  }

  // Two articles of one row that are at odds.
  struct OddsMark {
    uint32_t row, a, b;
    CellState state;
  };

  // The side that is not the row's base. Between two others the later one, unless one of them is at
  // odds with the base already: then the other says what the base says.
  void RaiseCells() {
    std::set<std::pair<uint32_t, uint32_t>> against_base;  // row, article
    for (const OddsMark& mark : marks_) {
      const uint32_t base = rows_[mark.row].base.article;
      if (mark.a != base && mark.b != base) continue;
      const uint32_t other = mark.a == base ? mark.b : mark.a;
      RaiseCell(mark.row, other, mark.state);
      against_base.insert({mark.row, other});
    }
    for (const OddsMark& mark : marks_) {
      const uint32_t base = rows_[mark.row].base.article;
      if (mark.a == base || mark.b == base) continue;
      if (against_base.count({mark.row, mark.a}) == 0 &&
          against_base.count({mark.row, mark.b}) == 0)
        RaiseCell(mark.row, mark.b, mark.state);
    }
  }
  void RaiseCell(uint32_t row, uint32_t article, CellState to) {
    CellState& state = rows_[row].cells[article].state;
    state = std::max(state, to);
  }

  // Words changed inside quotation marks: a row that has both wordings doesn't simply carry it.
  void Mark(const QuotationPair& pair) {
    if (!pair.same_speaker) return;
    for (const QuoteCut& cut : pair.cuts) MarkCut(pair, cut);
    CellState to = pair.reworded ? CellState::kQualifies : CellState::kSilent;
    for (const WordEdit& edit : pair.edits) {
      if (edit.kind == EditKind::kSame || edit.trivial || edit.marked || !edit.content) continue;
      to = std::max(to, edit.pivotal ? CellState::kContradicts : CellState::kQualifies);
    }
    if (to == CellState::kSilent) return;
    MarkShared(pair.part_a, pair.part_b, to);
  }

  // Words of one wording that the other leaves out: who leaves them out does not say what the label
  // says; who has more than the label says it, unless a condition is among what he has.
  void MarkCut(const QuotationPair& pair, const QuoteCut& cut) {
    const Place& whole = cut.of_a ? pair.part_a : pair.part_b;
    const Place& part = cut.of_a ? pair.part_b : pair.part_a;
    const std::vector<uint32_t> in_part = ClaimsIn(part);
    for (const uint32_t x : ClaimsIn({whole.article, cut.words})) {
      const ClaimRef longer{whole.article, x};
      const bool labels = rows_[row_of_[sets_.Find(Node(longer))]].base == longer;
      if (!labels && cut.pivot.empty()) continue;
      for (const uint32_t y : in_part)
        MarkShared(longer, ClaimRef{part.article, y}, CellState::kQualifies);
    }
  }

  std::vector<uint32_t> ClaimsIn(const Place& place) const {
    const auto& claims = comparison_.At(place.article).claims.claims;
    auto claim = std::lower_bound(claims.begin(), claims.end(), place.span.begin,
                                  [](const Claim& c, uint32_t byte) { return c.span.end <= byte; });
    std::vector<uint32_t> found;
    for (; claim != claims.end() && claim->span.begin < place.span.end; ++claim) {
      found.push_back(static_cast<uint32_t>(claim - claims.begin()));
    }
    return found;
  }

  void Count(CoverageRow* row) const {
    std::vector<uint32_t> origins;
    for (uint32_t a = 0; a < row->cells.size(); ++a) {
      if (row->cells[a].state == CellState::kSilent) continue;
      ++row->articles;
      origins.push_back(comparison_.reuse.origin_of[a]);
    }
    std::sort(origins.begin(), origins.end());
    row->origins =
        static_cast<uint32_t>(std::unique(origins.begin(), origins.end()) - origins.begin());
  }

  static bool Before(const CoverageRow& x, const CoverageRow& y) {
    if (x.InConflict() != y.InConflict()) return x.InConflict();
    if (x.origins != y.origins) return x.origins > y.origins;
    if (x.articles != y.articles) return x.articles > y.articles;
    return x.base < y.base;
  }

  const Comparison& comparison_;
  std::vector<uint32_t> first_of_;
  std::vector<ClaimRef> claims_;
  DisjointSets sets_;                    // of nodes: claims of one row
  std::map<uint32_t, uint32_t> row_of_;  // root -> row
  // Claims that joined a row by a predicate that lines up, or without one.
  std::set<uint32_t> firm_, loose_;
  std::vector<OddsMark> marks_;
  std::vector<CoverageRow> rows_;
};

}  // namespace

std::string_view CellStateName(CellState state) {
  switch (state) {
    case CellState::kSilent:
      return "silent";
    case CellState::kCarries:
      return "carries";
    case CellState::kQualifies:
      return "qualifies";
    case CellState::kDisputed:
      return "disputed";
    case CellState::kContradicts:
      return "contradicts";
  }
  return "";
}

bool CoverageRow::InConflict() const {
  return std::any_of(cells.begin(), cells.end(),
                     [](const Cell& cell) { return cell.state >= CellState::kDisputed; });
}

Coverage BuildCoverage(const Comparison& comparison) { return CoverageBuilder(comparison).Run(); }

}  // namespace crossread
