// The command line: arguments, files and exit codes; nothing else. Exit codes: 0 fine, 1 --fail-on
// met, 2 usage or input error, 3 some lines of a batch failed.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "core/cli/lines.h"
#include "core/compare.h"

namespace crossread {
namespace {

constexpr int kFindings = 1;
constexpr int kInputError = 2;

std::string ReadAll(std::istream& in) {
  std::string bytes;
  // A file tells its size, and is then read without growing; a pipe does not.
  if (in.seekg(0, std::ios::end) && in.tellg() > 0) {
    bytes.reserve(static_cast<size_t>(in.tellg()));
    in.seekg(0);
  } else {
    in.clear();
  }
  std::vector<char> chunk(1 << 16);
  while (in.read(chunk.data(), static_cast<std::streamsize>(chunk.size())) || in.gcount() > 0) {
    bytes.append(chunk.data(), static_cast<size_t>(in.gcount()));
  }
  return bytes;
}

// A few thousand at a time: all of them may take more memory than the text.
void PrintSentences(const Document& document, std::ostream& out) {
  constexpr uint32_t kAtOnce = 2048;
  const uint32_t count = static_cast<uint32_t>(document.sentences.size());
  std::vector<char> lines(kAtOnce * kLongestSentenceLine);
  for (uint32_t begin = 0; begin < count; begin += kAtOnce) {
    const IndexRange range{begin, std::min(count, begin + kAtOnce)};
    const size_t size = WriteSentences(document, range, lines.data());
    out.write(lines.data(), static_cast<std::streamsize>(size));
  }
}

int Fail(const Error& error) {
  std::cerr << "crossread: " << error.where << (error.where.empty() ? "" : ": ") << error.message
            << " [" << error.code << "]\n";
  return kInputError;
}

Result<std::string> ReadFile(const std::string& path) {
  if (path == "-") return ReadAll(std::cin);
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Error{"folder", path, "this is a folder; name the files in it"};
  }
  std::ifstream in(path, std::ios::binary);
  if (!in)
    return Error{"unreadable", path, "this file can't be read; check its name and permissions"};
  return ReadAll(in);
}

// The articles of all files that can be read; those that can't are told on standard error, and
// *failed is set, so that one bad file loses none of the others.
Result<Request> ReadRequestFiles(const std::vector<std::string>& paths, bool* failed) {
  Request request;
  for (const std::string& path : paths) {
    Result<std::string> bytes = ReadFile(path);
    Result<std::vector<ArticleInput>> articles =
        bytes.ok() ? ReadArticleFile(path == "-" ? "standard input" : path, bytes.value())
                   : Result<std::vector<ArticleInput>>(bytes.error());
    if (!articles.ok()) {
      Fail(articles.error());
      *failed = true;
      continue;
    }
    for (ArticleInput& article : articles.value()) request.articles.push_back(std::move(article));
  }
  if (request.articles.size() > kMaxArticles) {
    return Error{"too_many_articles", "",
                 "at most " + std::to_string(kMaxArticles) +
                     " articles can be compared at once; give fewer files"};
  }
  return CompleteRequest(std::move(request));
}

// The severity named, or -1 for "never".
int SeverityLimit(const std::string& name) {
  for (const Severity s : {Severity::kHigh, Severity::kMedium, Severity::kLow, Severity::kInfo}) {
    if (SeverityName(s) == name) return static_cast<int>(s);
  }
  return -1;
}

int RunCompare(const std::vector<std::string>& paths, const std::string& format,
               const std::string& fail_on) {
  bool failed = false;
  const Result<Request> request = ReadRequestFiles(paths, &failed);
  if (!request.ok()) return Fail(request.error());
  if (request.value().articles.empty()) return kInputError;
  const Report report = Compare(request.value(), nullptr);
  if (format == "json") {
    std::cout << ToJson(report, /*compact=*/false) << '\n';
  } else {
    std::cout << ToText(report);
  }
  if (failed) return kInputError;
  const int limit = SeverityLimit(fail_on);
  for (const Finding& finding : report.findings) {
    if (static_cast<int>(finding.severity) <= limit) return kFindings;
  }
  return 0;
}

int RunClaims(const std::vector<std::string>& paths, const std::string& format) {
  bool failed = false;
  const Result<Request> request = ReadRequestFiles(paths, &failed);
  if (!request.ok()) return Fail(request.error());
  if (request.value().articles.empty()) return kInputError;
  const Report report = Compare(request.value(), nullptr);
  std::cout << (format == "json" ? ClaimsToJsonLines(report.comparison)
                                 : ClaimsToText(report.comparison));
  return failed ? kInputError : 0;
}

int Main(int argc, char** argv) {
  CLI::App app{"Crossread finds where several articles on one event do not agree."};
  app.set_version_flag("--version", "crossread " + Version());
  app.require_subcommand(1);
  app.footer(
      "Exit codes: 0 fine, 1 --fail-on was met, 2 usage or input error, 3 some lines of a batch "
      "failed.");

  std::vector<std::string> files;
  std::string format = "text", fail_on = "never";
  CLI::App* compare =
      app.add_subcommand("compare", "Compare articles and report what does not agree");
  compare
      ->add_option("FILE", files,
                   "Article files (text, request or ninjs JSON); - is standard input")
      ->required();
  compare->add_option("--format", format, "text or json")->check(CLI::IsMember({"text", "json"}));
  compare->add_option("--fail-on", fail_on, "Exit with 1 if a finding is at least this severe")
      ->check(CLI::IsMember({"high", "medium", "low", "info", "never"}));

  bool compact = false;
  CLI::App* batch = app.add_subcommand(
      "batch", "Event groups as JSON lines on standard input, a report a line on standard output");
  batch->add_flag("--compact", compact, "Findings only, without quotations, claims and coverage");
  CLI::App* claims = app.add_subcommand(
      "claims", "What each article claims, and which claims of the others line up with it");
  claims
      ->add_option("FILE", files,
                   "Article files (text, request or ninjs JSON); - is standard input")
      ->required();
  claims->add_option("--format", format, "text, or json: a claim a line")
      ->check(CLI::IsMember({"text", "json"}));
  CLI::App* sentences = app.add_subcommand(
      "sentences", "Sentences of the text on standard input: {\"start\",\"end\"} a line");
  CLI::App* syntax = app.add_subcommand(
      "syntax", "Tags and dependencies of the text on standard input, as CoNLL-U");
  CLI::App* entities = app.add_subcommand(
      "entities",
      "Names, roles and third-person pronouns of the text on standard input: JSON a line");
  CLI::App* quotes = app.add_subcommand(
      "quotes",
      "Documents {\"id\",\"text\"} a line on standard input, their quotations a line out");
  CLI::App* checks = app.add_subcommand("checks", "List the checks as JSON");

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : kInputError;
  }
  if (*compare) return RunCompare(files, format, fail_on);
  if (*claims) return RunClaims(files, format);
  if (*batch) return RunBatch(std::cin, std::cout, std::cerr, compact);
  if (*quotes) return RunQuotes(std::cin, std::cout, std::cerr);
  if (*sentences) {
    PrintSentences(SplitDocument(ReadAll(std::cin), ""), std::cout);
    return 0;
  }
  if (*syntax) {
    const Document document = ReadDocument(ReadAll(std::cin), "");
    const Model& model = Model::English();
    std::cout << ToConllu(document, ReadSyntax(document, model), model);
    return 0;
  }
  if (*entities) {
    std::cout << EntitiesToJsonLines(Analyse(ReadAll(std::cin), "", ""));
    return 0;
  }
  if (*checks) std::cout << ChecksJson() << '\n';
  return 0;
}

}  // namespace
}  // namespace crossread

int main(int argc, char** argv) {
  std::ios::sync_with_stdio(false);
  return crossread::Main(argc, argv);
}
