// Fixtures of checks: stories of a few sentences with the findings that they must give. The same
// format in tests/checks/*.txt and in the examples of docs/checks/*.md:
//
//   === tolls that disagree
//   --- a
//   Police said 12 people were hurt.
//   --- b
//   Police said nine people were hurt.
//   --- findings
//   quantity_conflict  a:"12 people"  b:"nine people"
//
// Evidence is written as text: all of it, or one of its marks. `none` stands for no finding. An
// article may open with `date:` and other header lines and an empty line, as article files do.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/io/report.h"
#include "core/io/request.h"

namespace crossread {

struct ExpectedFinding {
  std::string check;
  std::vector<std::pair<std::string, std::string>> evidence;  // article id, exact text
  std::string line;                                           // as written, for messages
};

struct FixtureCase {
  std::string file;
  int line = 0;  // of the title
  std::string title;
  Request request;
  std::vector<ExpectedFinding> expected;
};

// Reads the cases of `path` (relative to the repository's root). In a .md file they stand in ```
// blocks that open with `===`. A case that is not in the format ends the test program with its
// place.
std::vector<FixtureCase> ReadFixture(const std::string& path);

// What is wrong with `report`, or "". Findings of `check` count whatever their severity; those of
// other checks unless they are info.
std::string Mismatch(const FixtureCase& fixture, std::string_view check, const Report& report);

std::string ReadTestFile(const std::string& path);
std::vector<std::string> FilesIn(const std::string& folder,
                                 const std::string& ending);  // sorted paths

}  // namespace crossread
