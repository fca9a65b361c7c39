#include "tests/support/fixture.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>

namespace crossread {
namespace {

[[noreturn]] void Die(const std::string& file, int line, const std::string& what) {
  std::cerr << file << ":" << line << ": " << what << "\n";
  std::exit(1);
}

bool StartsWith(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

// check  a:"text"  b:"text"
ExpectedFinding ParseExpected(const std::string& file, int number, const std::string& line) {
  ExpectedFinding expected;
  expected.line = line;
  size_t at = line.find(' ');
  expected.check = line.substr(0, at);
  while (at != std::string::npos && (at = line.find_first_not_of(' ', at)) != std::string::npos) {
    const size_t open = line.find(":\"", at);
    const size_t close = open == std::string::npos ? open : line.find('"', open + 2);
    if (close == std::string::npos) Die(file, number, "evidence is written as article:\"text\"");
    expected.evidence.emplace_back(line.substr(at, open - at),
                                   line.substr(open + 2, close - open - 2));
    at = close + 1;
  }
  return expected;
}

class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file), markdown_(file.ends_with(".md")) {}

  std::vector<FixtureCase> Read() {
    std::istringstream in(ReadTestFile(file_));
    std::string line;
    while (std::getline(in, line)) {
      ++number_;
      if (markdown_ && StartsWith(line, "```")) {
        Finish();
        open_ = !open_;
      } else if (!markdown_ || open_) {
        Take(line);
      }
    }
    Finish();
    return std::move(cases_);
  }

 private:
  void Take(const std::string& line) {
    if (StartsWith(line, "=== ")) {
      Finish();
      current_ = {file_, number_, line.substr(4), {}, {}};
      active_ = true;
    } else if (!active_) {
      return;  // the file's opening comment, or a Markdown block that is no fixture
    } else if (StartsWith(line, "--- ")) {
      FinishArticle();
      section_ = line.substr(4);
    } else if (section_ == "findings") {
      if (line.empty() || line[0] == '#') return;
      any_expectation_ = true;
      if (line != "none") current_.expected.push_back(ParseExpected(file_, number_, line));
    } else if (!section_.empty()) {
      text_ += line + "\n";
    }
  }

  void FinishArticle() {
    if (!section_.empty() && section_ != "findings") {
      Result<std::vector<ArticleInput>> article = ReadArticleFile(section_, text_);
      if (!article.ok()) Die(file_, number_, article.error().message);
      article.value()[0].id = section_;
      current_.request.articles.push_back(article.value()[0]);
    }
    text_.clear();
    section_.clear();
  }

  void Finish() {
    if (!active_) return;
    FinishArticle();
    if (!any_expectation_) Die(file_, current_.line, "this case has no findings, not even 'none'");
    cases_.push_back(std::move(current_));
    active_ = any_expectation_ = false;
  }

  const std::string file_;
  const bool markdown_;
  bool open_ = false, active_ = false, any_expectation_ = false;
  int number_ = 0;
  std::string section_, text_;
  FixtureCase current_;
  std::vector<FixtureCase> cases_;
};

bool Matches(const ExpectedFinding& expected, const Finding& finding,
             const Comparison& comparison) {
  if (finding.check != expected.check) return false;
  return std::all_of(expected.evidence.begin(), expected.evidence.end(), [&](const auto& wanted) {
    return std::any_of(
        finding.evidence.begin(), finding.evidence.end(), [&](const Evidence& evidence) {
          if (comparison.articles[evidence.place.article].id != wanted.first) return false;
          if (comparison.Text(evidence.place) == wanted.second) return true;
          return std::any_of(evidence.marks.begin(), evidence.marks.end(), [&](Span mark) {
            return comparison.Text({evidence.place.article, mark}) == wanted.second;
          });
        });
  });
}

std::string Describe(const Finding& finding, const Comparison& comparison) {
  std::string out(finding.check);
  for (const Evidence& evidence : finding.evidence) {
    out += "  " + comparison.articles[evidence.place.article].id + ":\"" +
           std::string(comparison.Text(evidence.place)) + "\"";
  }
  return out;
}

}  // namespace

std::string ReadTestFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) Die(path, 0, "can't be read; tests run in the repository's root");
  return std::string(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
}

std::vector<std::string> FilesIn(const std::string& folder, const std::string& ending) {
  std::vector<std::string> files;
  if (!std::filesystem::exists(folder)) return files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().string().ends_with(ending)) files.push_back(entry.path().generic_string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<FixtureCase> ReadFixture(const std::string& path) { return Reader(path).Read(); }

std::string Mismatch(const FixtureCase& fixture, std::string_view check, const Report& report) {
  std::string out;
  std::vector<bool> met(fixture.expected.size(), false);
  for (const Finding& finding : report.findings) {
    if (finding.severity == Severity::kInfo && finding.check != check) continue;
    bool expected = false;
    for (size_t e = 0; e < fixture.expected.size(); ++e) {
      if (!Matches(fixture.expected[e], finding, report.comparison)) continue;
      met[e] = expected = true;
    }
    if (!expected) out += "  not expected: " + Describe(finding, report.comparison) + "\n";
  }
  for (size_t e = 0; e < met.size(); ++e) {
    if (!met[e]) out += "  missing:      " + fixture.expected[e].line + "\n";
  }
  return out.empty() ? out
                     : fixture.file + ":" + std::to_string(fixture.line) + ": " + fixture.title +
                           "\n" + out;
}

}  // namespace crossread
