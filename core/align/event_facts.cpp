#include "core/align/event_facts.h"

#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {

const Sign& SignOf(const Analysis& analysis, const Event& event) {
  return analysis.claims.predicates[event.predicate].sign;
}

bool IsFact(const Analysis& analysis, const Event& event) {
  const Sign& sign = SignOf(analysis, event);
  if (sign.polarity != Polarity::kPositive || sign.modality != Modality::kAsserted ||
      sign.status == Status::kCancelled)
    return false;
  const uint32_t quotation = analysis.claims.claims[event.claim].quotation;
  return quotation == kNoQuotation ||
         analysis.quotations[quotation].kind == QuotationKind::kIndirect;
}

bool IsOneOccasion(const Analysis& a, const Event& x, const Analysis& b, const Event& y) {
  const bool planned_x = SignOf(a, x).status == Status::kPlanned,
             planned_y = SignOf(b, y).status == Status::kPlanned;
  if (planned_x != planned_y) return false;
  if (x.occasion == Occasion::kOther || y.occasion == Occasion::kOther) return false;
  return x.occasion == y.occasion || planned_x;
}

bool HappensOnce(std::string_view kind) {
  static const LexiconTable& verbs = Lexicon::English().Table("single_events.txt");
  return verbs.Has(kind);
}

bool AreSameWords(const Analysis& a, const Time& x, const Analysis& b, const Time& y) {
  return Fold(a.document.Text(x.span)) == Fold(b.document.Text(y.span));
}

}  // namespace crossread
