// Prints what tools/train/scores.py learns from: for each event group of `crossread batch` on
// standard input a line, the alarms of its report: [{"spans": [{"article", "start", "end"}],
// "family", "features": […]}].
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "core/checks/score.h"
#include "core/compare.h"

int main() {
  using namespace crossread;
  using Json = nlohmann::ordered_json;
  std::string line;
  while (std::getline(std::cin, line)) {
    const Result<Request> request = ParseRequest(line);
    if (!request.ok()) {
      std::cerr << ToJson(request.error()) << '\n';
      return 2;
    }
    const Report report = Compare(request.value(), nullptr);
    Json alarms = Json::array();
    for (const Finding& finding : report.findings) {
      if (finding.severity == Severity::kInfo) continue;
      Json spans = Json::array();
      for (const Evidence& evidence : finding.evidence) {
        spans.push_back({{"article", report.comparison.articles[evidence.place.article].id},
                         {"start", evidence.place.span.begin},
                         {"end", evidence.place.span.end}});
      }
      alarms.push_back({{"family", FamilyName(finding.family)},
                        {"spans", std::move(spans)},
                        {"features", finding.features}});
    }
    std::cout << alarms.dump() << '\n';
  }
}
