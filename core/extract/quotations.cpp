// Not written yet: no article has quotations until it is.
#include "core/extract/quotations.h"
namespace crossread {
std::vector<Quotation> FindQuotations(const Document&) { return {}; }
void AttributeQuotations(const Document&, const Mentions&, std::vector<Quotation>*) {}
}  // namespace crossread
