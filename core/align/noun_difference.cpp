// "Suspected smugglers" and "smugglers": a hedge on the noun that two claims say the same of.
#include <algorithm>
#include <string_view>
#include <vector>

#include "core/align/pair_view.h"

namespace crossread {
namespace {

constexpr uint32_t kStem = 4;  // letters: "piracy suspects" and "pirates"

struct Group {
  const Analysis* analysis;
  IndexRange tokens;
  uint32_t head;

  std::string_view Norm(uint32_t t) const {
    return analysis->document.Norm(analysis->document.tokens[t]);
  }
  std::string_view Lemma(uint32_t t) const {
    return analysis->document.Lemma(analysis->document.tokens[t]);
  }
};

class NounComparer {
 public:
  NounComparer(const PairView& view, std::vector<Difference>* out) : view_(view), out_(*out) {}

  void Run() {
    if (view_.pair->score < kSameClause || view_.world == World::kOtherSources) return;
    if (view_.InMarks(*view_.a, *view_.claim_a) || view_.InMarks(*view_.b, *view_.claim_b)) return;
    for (uint32_t i = view_.claim_a->predicates.begin; i < view_.claim_a->predicates.end; ++i) {
      for (uint32_t j = view_.claim_b->predicates.begin; j < view_.claim_b->predicates.end; ++j) {
        ComparePredicate(i, j);
      }
    }
  }

 private:
  void ComparePredicate(uint32_t i, uint32_t j) {
    const Predicate &x = view_.a->claims.predicates[i], &y = view_.b->claims.predicates[j];
    if (x.nominal || y.nominal || x.sign.polarity != y.sign.polarity) return;
    if (x.sign.modality != y.sign.modality || x.sign.status != y.sign.status) return;
    if (view_.pair->LinkOf(x.token) != y.token || view_.IsAntonymLink(x.token)) return;
    if (view_.LinkedNeighbours(x.token, y.token) < kMinContext) return;
    for (const Group& a : NounsBeside(*view_.a, *view_.claim_a, x.token)) {
      for (const Group& b : NounsBeside(*view_.b, *view_.claim_b, y.token)) CompareNoun(a, b, i, j);
    }
  }

  void CompareNoun(const Group& a, const Group& b, uint32_t i, uint32_t j) {
    const bool hedged_a = IsHedged(a), hedged_b = IsHedged(b);
    if (hedged_a == hedged_b) return;
    const Group &hedged = hedged_a ? a : b, &plain = hedged_a ? b : a;
    const bool linked = view_.pair->LinkOf(a.head) == b.head || IsKindOfSuspect(hedged, plain);
    if (!linked || NumberOf(a) != NumberOf(b) || SpeaksOfSuspicion(*plain.analysis)) return;
    Difference difference =
        view_.Make(DifferenceKind::kModality, a.analysis->document.SpanOf(a.tokens),
                   b.analysis->document.SpanOf(b.tokens), i, j, view_.pair->score + 100);
    difference.value_a = ModalityName(hedged_a ? Modality::kPossible : Modality::kAsserted);
    difference.value_b = ModalityName(hedged_b ? Modality::kPossible : Modality::kAsserted);
    out_.push_back(std::move(difference));
  }

  // The nouns of what a predicate is said of, with the words before them. Not by the chunks, which
  // end at a participle.
  static std::vector<Group> NounsBeside(const Analysis& analysis, const Claim& claim,
                                        uint32_t predicate) {
    std::vector<Group> groups;
    for (uint32_t t = claim.tokens.begin; t < claim.tokens.end; ++t) {
      const bool last = t + 1 == claim.tokens.end || !IsNoun(analysis, t + 1);
      if (t == predicate || !last || !IsNoun(analysis, t)) continue;
      if (!PairView::Beside(analysis, t, predicate)) continue;
      Group group{&analysis, {t, t + 1}, t};
      while (group.tokens.begin > claim.tokens.begin && group.tokens.begin - 1 != predicate &&
             IsModifier(group, group.tokens.begin - 1))
        --group.tokens.begin;
      groups.push_back(group);
    }
    return groups;
  }

  static bool IsNoun(const Analysis& analysis, uint32_t t) {
    const Upos upos = analysis.syntax.tokens[t].upos;
    return upos == Upos::kNoun || upos == Upos::kPropn;
  }

  static bool IsModifier(const Group& group, uint32_t t) {
    const Upos upos = group.analysis->syntax.tokens[t].upos;
    return upos == Upos::kNum || upos == Upos::kAdj || IsNoun(*group.analysis, t) ||
           IsHedge(group.Norm(t));
  }

  static bool IsHedge(std::string_view norm) {
    return norm == "suspected" || norm == "alleged" || norm == "accused";
  }

  // "Alleged", "suspected" before the noun, or "suspects" as the noun.
  static bool IsHedged(const Group& group) {
    if (group.Lemma(group.head) == "suspect") return true;
    for (uint32_t t = group.tokens.begin; t < group.head; ++t) {
      if (IsHedge(group.Norm(t))) return true;
    }
    return false;
  }

  // "Piracy suspects" are suspected pirates: the word before says of what.
  static bool IsKindOfSuspect(const Group& hedged, const Group& plain) {
    if (hedged.Lemma(hedged.head) != "suspect" || hedged.head == hedged.tokens.begin) return false;
    const std::string_view kind = hedged.Norm(hedged.head - 1), noun = plain.Norm(plain.head);
    return kind.size() >= kStem && kind.substr(0, kStem) == noun.substr(0, kStem);
  }

  static std::string_view NumberOf(const Group& group) {
    for (uint32_t t = group.tokens.begin; t < group.tokens.end; ++t) {
      if (group.analysis->syntax.tokens[t].upos == Upos::kNum) return group.Norm(t);
    }
    return {};
  }

  // The article tells elsewhere that nothing is proven: then the plain noun is short for that.
  static bool SpeaksOfSuspicion(const Analysis& analysis) {
    const Document& document = analysis.document;
    return std::any_of(document.tokens.begin(), document.tokens.end(), [&](const Token& token) {
      const std::string_view norm = document.Norm(token);
      return norm.substr(0, 7) == "suspect" || norm.substr(0, 5) == "alleg" ||
             norm.substr(0, 5) == "accus" || norm == "charged" || norm == "purported";
    });
  }

  const PairView& view_;
  std::vector<Difference>& out_;
};

}  // namespace

void CompareNouns(const PairView& view, std::vector<Difference>* out) {
  NounComparer(view, out).Run();
}

}  // namespace crossread
