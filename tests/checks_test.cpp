// Runs every fixture in tests/checks and every example in docs/checks.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/compare.h"
#include "tests/support/fixture.h"

namespace crossread {
namespace {

std::vector<FixtureCase> AllCases() {
  std::vector<FixtureCase> cases;
  for (const auto& [folder, ending] :
       {std::pair("tests/checks", ".txt"), std::pair("docs/checks", ".md")}) {
    for (const std::string& file : FilesIn(folder, ending)) {
      for (FixtureCase& fixture : ReadFixture(file)) cases.push_back(std::move(fixture));
    }
  }
  return cases;
}

// "tests/checks/quantity_conflict.apart.txt" -> "quantity_conflict".
std::string CheckOf(const std::string& file) {
  const size_t begin = file.rfind('/') + 1;
  return file.substr(begin, file.find('.', begin) - begin);
}

TEST(Checks, FixturesGiveTheirFindingsAndNoOthers) {
  const std::vector<FixtureCase> cases = AllCases();
  ASSERT_GE(cases.size(), 40u) << "are tests run in the repository's root?";
  for (const FixtureCase& fixture : cases) {
    const Report report = Compare(fixture.request, nullptr);
    EXPECT_EQ(Mismatch(fixture, CheckOf(fixture.file), report), "");
  }
}

// The same articles in the other order give the same findings with the same ids.
TEST(Checks, FindingsDoNotDependOnTheOrderOfArticles) {
  for (const FixtureCase& fixture : AllCases()) {
    Request turned = fixture.request;
    std::reverse(turned.articles.begin(), turned.articles.end());
    const auto ids = [](const Report& report) {
      std::vector<std::string> out;
      for (const Finding& finding : report.findings) {
        if (finding.severity != Severity::kInfo)
          out.push_back(std::string(finding.check) + " " + finding.id);
      }
      std::sort(out.begin(), out.end());
      return out;
    };
    EXPECT_EQ(ids(Compare(fixture.request, nullptr)), ids(Compare(turned, nullptr)))
        << fixture.file << ":" << fixture.line << ": " << fixture.title;
  }
}

TEST(Checks, AnArticleAgreesWithItself) {
  for (const FixtureCase& fixture : AllCases()) {
    for (const ArticleInput& article : fixture.request.articles) {
      Request once, twice;
      once.articles = {article};
      twice.articles = {article, article};
      twice.articles[1].id = "copy";
      const auto alarms = [](const Request& request) {
        std::vector<std::string> checks;
        for (const Finding& finding : Compare(request, nullptr).findings) {
          if (finding.severity != Severity::kInfo) checks.emplace_back(finding.check);
        }
        std::sort(checks.begin(), checks.end());
        checks.erase(std::unique(checks.begin(), checks.end()), checks.end());
        return checks;
      };
      // But for where it is at odds with itself.
      EXPECT_EQ(alarms(twice), alarms(once))
          << fixture.file << ":" << fixture.line << " article " << article.id;
    }
  }
}

TEST(Checks, AreSortedAndNamedOnce) {
  const auto& checks = AllChecks();
  for (size_t i = 1; i < checks.size(); ++i) EXPECT_LT(checks[i - 1]->id, checks[i]->id);
}

}  // namespace
}  // namespace crossread
