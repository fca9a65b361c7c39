#include "core/cli/lines.h"

#include <iostream>
#include <string>

#include "core/base/ascii.h"
#include "core/compare.h"

namespace crossread {
namespace {

constexpr int kSomeFailed = 3;

// Calls answer(line, &error) for each line that isn't empty and writes what it returns. Constant
// memory: one line is read, answered and written before the next.
template <typename Answer>
int ForEachLine(std::istream& in, std::ostream& out, std::ostream& log, Answer answer) {
  size_t number = 0, done = 0, failed = 0;
  std::string line;
  while (std::getline(in, line)) {
    ++number;
    if (TrimAscii(line).empty()) continue;
    const Result<std::string> result = answer(line);
    if (result.ok()) {
      ++done;
      out << result.value() << '\n';
    } else {
      ++failed;
      out << ToJson(result.error()) << '\n';
      log << "crossread: line " << number << ": " << result.error().where << ": "
          << result.error().message << " [" << result.error().code << "]\n";
    }
    out.flush();
    if (!out) break;  // the reader has gone
  }
  if (failed > 0) log << "crossread: " << done << " lines done, " << failed << " failed\n";
  return failed > 0 ? kSomeFailed : 0;
}

}  // namespace

int RunBatch(std::istream& in, std::ostream& out, std::ostream& log, bool compact) {
  return ForEachLine(in, out, log, [&](const std::string& line) -> Result<std::string> {
    const Result<Request> request = ParseRequest(line);
    if (!request.ok()) return request.error();
    return ToJson(Compare(request.value(), nullptr), compact);
  });
}

int RunQuotes(std::istream& in, std::ostream& out, std::ostream& log) {
  return ForEachLine(in, out, log, [&](const std::string& line) -> Result<std::string> {
    const Result<Request> request = ParseDocument(line);
    if (!request.ok()) return request.error();
    const ArticleInput& article = request.value().articles[0];
    return QuotationsToJson(request.value().id, AnalyseQuotations(article.text, article.title));
  });
}

}  // namespace crossread
