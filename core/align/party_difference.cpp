// Who took part, as adjectives of one group: "Danish, Norwegian and Swedish envoys met" and "Danish
// and Swedish envoys met", in what is else nearly the same report.
#include <algorithm>
#include <vector>

#include "core/align/pair_view.h"

namespace crossread {
namespace {

constexpr uint32_t kSameReport = 650;  // Pair::score: one report, somebody added or left out
constexpr uint32_t kFewestParties = 2;

// "Danish and Swedish envoys".
struct Parties {
  uint32_t head = kNoWord;  // token of "envoys"
  IndexRange tokens;
  std::vector<TermId> names;  // sorted
};

class PartyReader {
 public:
  explicit PartyReader(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document) {}

  std::vector<Parties> Read(IndexRange claim) const {
    std::vector<Parties> out;
    for (uint32_t t = claim.begin + 1; t < claim.end; ++t) {
      if (document_.tokens[t].capital || analysis_.syntax.tokens[t].upos != Upos::kNoun) continue;
      Parties parties = Before(t, claim.begin);
      if (parties.names.size() >= kFewestParties) out.push_back(std::move(parties));
    }
    return out;
  }

 private:
  // Names with commas and "and" between them, up to token `head`.
  Parties Before(uint32_t head, uint32_t begin) const {
    Parties parties{head, {head, head + 1}, {}};
    bool joined = false, after_name = false;
    for (uint32_t t = head; t-- > begin;) {
      const std::string_view norm = document_.Norm(document_.tokens[t]);
      if (document_.tokens[t].capital && analysis_.terms[t].content) {
        if (after_name) return {};  // "South Korean": two words are one name
        parties.names.push_back(analysis_.terms[t].lemma);
        parties.tokens.begin = t;
        after_name = true;
      } else if ((norm == "," || norm == "and") && (after_name || joined)) {
        joined = joined || norm == "and";
        after_name = false;
      } else {
        break;
      }
    }
    if (!joined) return {};
    std::sort(parties.names.begin(), parties.names.end());
    parties.names.erase(std::unique(parties.names.begin(), parties.names.end()),
                        parties.names.end());
    return parties;
  }

  const Analysis& analysis_;
  const Document& document_;
};

// All of `few` are among `many`, and the sentence of `few` names none of the others.
bool LeavesOut(const Parties& many, const Parties& few, const Analysis& analysis,
               const Claim& claim) {
  if (many.names.size() <= few.names.size()) return false;
  if (!std::includes(many.names.begin(), many.names.end(), few.names.begin(), few.names.end()))
    return false;
  const IndexRange sentence = analysis.document.sentences[claim.sentence].tokens;
  return std::none_of(many.names.begin(), many.names.end(), [&](TermId name) {
    if (std::binary_search(few.names.begin(), few.names.end(), name)) return false;
    for (uint32_t t = claim.tokens.begin; t < sentence.end; ++t) {
      if (analysis.terms[t].lemma == name) return true;
    }
    return false;
  });
}

}  // namespace

void CompareParties(const PairView& view, std::vector<Difference>* out) {
  if (view.pair->score < kSameReport || view.world == World::kOtherSources) return;
  if (view.InMarks(*view.a, *view.claim_a) || view.InMarks(*view.b, *view.claim_b)) return;
  for (const Parties& x : PartyReader(*view.a).Read(view.claim_a->tokens)) {
    for (const Parties& y : PartyReader(*view.b).Read(view.claim_b->tokens)) {
      if (view.pair->LinkOf(x.head) != y.head) continue;
      const bool of_a = LeavesOut(x, y, *view.b, *view.claim_b);
      if (!of_a && !LeavesOut(y, x, *view.a, *view.claim_a)) continue;
      Difference difference = view.Make(
          DifferenceKind::kParticipants, view.a->document.SpanOf({x.tokens.begin, x.head + 1}),
          view.b->document.SpanOf({y.tokens.begin, y.head + 1}), 0, 0, view.pair->score);
      difference.value_a = of_a ? "more" : "fewer";
      difference.value_b = of_a ? "fewer" : "more";
      out->push_back(std::move(difference));
    }
  }
}

}  // namespace crossread
