// Two texts (a zero byte between them) through the whole of it: evidence lies in its article, the
// report can be written, and kept analyses change nothing.
#include <algorithm>

#include "core/compare.h"
#include "tests/fuzz/require.h"

using namespace crossread;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input = AsText(data, size);
  const size_t cut = std::min(input.find('\0'), input.size());
  Request request;
  request.articles.resize(2);
  request.articles[0].id = "A";
  request.articles[0].text = std::string(input.substr(0, cut));
  request.articles[1].id = "B";
  request.articles[1].text = std::string(input.substr(std::min(cut + 1, input.size())));

  const Report report = Compare(request, nullptr);
  for (const Finding& finding : report.findings) {
    Require(!finding.message.empty() && !finding.id.empty(), "a finding has an id and a message");
    Require(!finding.evidence.empty(), "a finding has evidence");
    for (const Evidence& evidence : finding.evidence) {
      Require(evidence.group < finding.groups.size(), "evidence belongs to a group");
      RequireSpan(report.comparison.DocumentOf(evidence.place.article).text, evidence.place.span);
      for (Span mark : evidence.marks)
        Require(evidence.place.span.Contains(mark), "marks inside their place");
    }
  }
  AnalysisCache cache;
  const std::string json = ToJson(report, /*compact=*/false);
  Compare(request, &cache);
  Require(json == ToJson(Compare(request, &cache), /*compact=*/false),
          "the same with kept analyses");
  return 0;
}
