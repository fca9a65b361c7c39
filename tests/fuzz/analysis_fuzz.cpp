// Everything that is read from one article lies inside it: quotations, mentions, quantities, times,
// claims.
#include "core/extract/analysis.h"
#include "tests/fuzz/require.h"

using namespace crossread;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const Analysis analysis = Analyse(AsText(data, size), "", "2026-03-14");
  const std::string_view text = analysis.document.text;
  for (const Quotation& quotation : analysis.quotations) {
    Require(!quotation.content.empty(), "a quotation has content");
    uint32_t end = 0;
    for (Span part : quotation.content) {
      RequireSpan(text, part);
      Require(!part.empty() && part.begin >= end, "parts of a quotation in order, not empty");
      end = part.end;
    }
    RequireSpan(text, quotation.cue);
    RequireSpan(text, quotation.channel);
    RequireSpan(text, quotation.speaker.span);
  }
  for (const Mention& mention : analysis.mentions.mentions) RequireSpan(text, mention.span);
  for (const Quantity& quantity : analysis.quantities) RequireSpan(text, quantity.span);
  for (const Time& time : analysis.times) RequireSpan(text, time.span);
  for (const Claim& claim : analysis.claims.claims) RequireSpan(text, claim.span);
  return 0;
}
