// Yes or no, planned or held, may or is: one sign that an edit changed.
#include <algorithm>
#include <string>

#include "core/align/charges.h"
#include "core/align/edit_view.h"
#include "core/extract/terms.h"
#include "core/lexicon/antonyms.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

bool IsNegator(std::string_view norm) {
  return norm == "not" || norm == "n't" || norm == "never" || norm == "cannot" || norm == "no";
}

bool IsDo(std::string_view norm) { return norm == "do" || norm == "does" || norm == "did"; }

class SignEdit : public EditView {
 public:
  explicit SignEdit(const EditView& view) : EditView(view) {}

  void Run() {
    if (ComparePolarity() || CompareOpposites() || CompareHedges()) return;
    CompareSigns();
  }

 private:
  // ---- yes or no

  // One side has a "not", and nothing else tells the two apart.
  bool ComparePolarity() {
    uint32_t negators_a = 0, negators_b = 0;
    const std::vector<std::string_view> rest_a = RestOf(a_, &negators_a),
                                        rest_b = RestOf(b_, &negators_b);
    if (negators_a + negators_b != 1 || rest_a != rest_b) return false;
    const EditSide& negated = negators_a == 1 ? a_ : b_;
    if (!NegatesClause(negated)) return false;
    Add(DifferenceKind::kPolarity, WithVerb(a_), WithVerb(b_),
        negators_a == 1 ? "negative" : "positive", negators_b == 1 ? "negative" : "positive");
    return true;
  }

  // Lemmas without negators, and without the "do" that a "not" asks for.
  static std::vector<std::string_view> RestOf(const EditSide& side, uint32_t* negators) {
    std::vector<std::string_view> rest;
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      const std::string_view norm = side.Norm(t);
      if (IsNegator(norm)) ++*negators;
      if (norm == "cannot" || norm == "ca")
        rest.push_back("can");
      else if (!IsNegator(norm) && !IsDo(norm) && side.IsWord(t))
        rest.push_back(side.Lemma(t));
    }
    return rest;
  }

  // Not "not only", "no more than", "whether or not", "not all".
  static bool NegatesClause(const EditSide& side) {
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      if (!IsNegator(side.Norm(t))) continue;
      if (t > side.Sentence().begin && side.Norm(t - 1) == "or") return false;
      if (t + 1 >= side.Sentence().end) return false;
      const std::string_view next = side.Norm(t + 1);
      for (const std::string_view word : {"only", "just", "more", "less", "all", "every", "merely",
                                          "simply", "longer", "least", "surprisingly", "to"}) {
        if (next == word) return false;
      }
      return true;
    }
    return false;
  }

  // "More" and "fewer", "guilty" and "innocent": one word against its opposite.
  bool CompareOpposites() {
    const uint32_t x = OnlyWord(a_), y = OnlyWord(b_);
    if (x == kNoWord || y == kNoWord) return false;
    const std::string_view lemma_x = MeantLemma(a_.document(), x),
                           lemma_y = MeantLemma(b_.document(), y);
    if (!AreAntonyms(lemma_x, lemma_y) && !AreAntonyms(a_.Norm(x), b_.Norm(y))) return false;
    // "Convicted of fraud", "acquitted of bribery".
    const uint32_t of_x = ChargeWord(*a_.analysis, x), of_y = ChargeWord(*b_.analysis, y);
    if (of_x != kNoWord && of_y != kNoWord &&
        a_.analysis->terms[of_x].synonym != b_.analysis->terms[of_y].synonym)
      return false;
    // "North of the town": where, not whether.
    const bool where = IsDirection(lemma_x) && IsDirection(lemma_y);
    Add(where ? DifferenceKind::kPlace : DifferenceKind::kPolarity, a_.document().tokens[x].span,
        b_.document().tokens[y].span, std::string(lemma_x), std::string(lemma_y));
    return true;
  }

  static bool IsDirection(std::string_view lemma) {
    static const LexiconTable& parts = Lexicon::English().Table("place_parts.txt");
    return parts.Has(lemma);
  }

  // ---- plans and hedges

  // "Could be", "allegedly censoring" on one side alone, and at most a plain auxiliary on the
  // other.
  bool CompareHedges() {
    const bool hedged_a = IsHedge(a_), hedged_b = IsHedge(b_);
    const EditSide& plain = hedged_a ? b_ : a_;
    if (hedged_a == hedged_b || !IsPlain(plain)) return false;
    if (IsSurerSource(plain, hedged_a ? a_ : b_)) return false;
    Add(DifferenceKind::kModality, WithVerb(a_), WithVerb(b_),
        std::string(ModalityName(hedged_a ? Modality::kPossible : Modality::kAsserted)),
        std::string(ModalityName(hedged_b ? Modality::kPossible : Modality::kAsserted)));
    return true;
  }

  // The article that has no source hedges instead.
  bool IsSurerSource(const EditSide& plain, const EditSide& hedged) const {
    return IsAttributed(plain) && !IsAttributed(hedged);
  }

  static bool IsHedge(const EditSide& side) {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    const uint32_t word = OnlyWord(side);
    if (word == kNoWord) return false;
    const LexiconRow* row = modality.Find(side.Norm(word));
    return row != nullptr && row->column(0) != "conditional";
  }

  static bool IsPlain(const EditSide& side) {
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      const std::string_view norm = side.Norm(t), lemma = side.Lemma(t);
      if (norm != "will" && norm != "'ll" && lemma != "be" && lemma != "have" && lemma != "do")
        return false;
    }
    return true;
  }

  // One verb on both sides, another sign.

  void CompareSigns() {
    const Predicate *x = PredicateAt(a_), *y = PredicateAt(b_);
    if (x == nullptr || y == nullptr || x->lemma == 0) return;
    if (a_.document().strings.Get(x->lemma) != b_.document().strings.Get(y->lemma)) return;
    const Sign &of_x = x->sign, &of_y = y->sign;
    if (of_x.polarity == Polarity::kUnknown || of_x.polarity != of_y.polarity) return;
    if (of_x.modality != of_y.modality) {
      const bool hedged_a = of_x.modality != Modality::kAsserted;
      if (IsSurerSource(hedged_a ? b_ : a_, hedged_a ? a_ : b_)) return;
      Add(DifferenceKind::kModality, WithVerb(a_), WithVerb(b_),
          std::string(ModalityName(of_x.modality)), std::string(ModalityName(of_y.modality)));
    } else if (Excludes(of_x.status, of_y.status) && !IsOtherOccasion()) {
      Add(DifferenceKind::kStatus, WithVerb(a_), WithVerb(b_), std::string(StatusName(of_x.status)),
          std::string(StatusName(of_y.status)));
    }
  }

  // "Previously", "again": one of the two sentences tells of another time.
  bool IsOtherOccasion() const {
    static const LexiconTable& words = Lexicon::English().Table("occasions.tsv");
    const auto tells = [&](const EditSide& side, IndexRange tokens) {
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (words.Has(side.Norm(t))) return true;
      }
      return false;
    };
    return std::any_of(copy_->edits.begin(), copy_->edits.end(), [&](const CopyEdit& edit) {
      return tells(a_, edit.a) || tells(b_, edit.b);
    });
  }

  static bool Excludes(Status x, Status y) {
    const auto is_over = [](Status s) { return s == Status::kHappened || s == Status::kCancelled; };
    return (x == Status::kPlanned && is_over(y)) || (y == Status::kPlanned && is_over(x));
  }

  // The verb in the edit, or the first one behind it within a few words.
  static const Predicate* PredicateAt(const EditSide& side) {
    constexpr uint32_t kReach = 4;
    const IndexRange reach{side.tokens.begin,
                           std::min(side.tokens.end + kReach, side.Sentence().end)};
    for (const Predicate& predicate : side.analysis->claims.predicates) {
      if (!predicate.nominal && reach.Contains(predicate.token)) return &predicate;
    }
    return nullptr;
  }
};

}  // namespace

void CompareEditedSigns(const EditView& view) { SignEdit(view).Run(); }

}  // namespace crossread
