// What Crossread is asked, and how a request in JSON is read. The only input that can be refused.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace crossread {

// Limits, each an answer in bounded time on the page as well as natively.
inline constexpr size_t kMaxArticles = 500;  // a day of one story; 200 take about a second
inline constexpr size_t kMaxArticleBytes =
    1024 * 1024;  // a book; a longer article is reported, not compared
inline constexpr size_t kMaxRequestBytes =
    32 * 1024 * 1024;  // what JSON parsing in a browser tab bears

struct ArticleInput {
  std::string id;      // unique; defaults to A, B, …, Z, AA, …
  std::string source;  // the outlet's name, may be empty
  std::string title;   // may be empty
  std::string date;    // ISO 8601, may be empty
  std::string url;     // may be empty
  std::string name;    // of the file it came from, without folder and ending; may be empty
  std::string text;    // may be empty: such an article is reported as empty and not compared
};

struct Request {
  std::string id;  // echoed in the report; may be empty
  std::vector<ArticleInput> articles;
};

// json: a request (docs/report.md), one ninjs object, or a list of articles. Errors: bad_json,
// bad_request, missing_text, duplicate_id, too_many_articles, too_large (the whole), each with a
// JSON pointer. Cost: O(n).
Result<Request> ParseRequest(std::string_view json);

// One document {"id", "text"}, as `crossread quotes` reads it: a request of one article. Errors: as
// above.
Result<Request> ParseDocument(std::string_view json);

// The articles of a request, a list of articles or a ninjs item, without checking ids.
Result<std::vector<ArticleInput>> ParseArticles(std::string_view json);

// One article from a file: plain text, with or without `title:`, `date:`, `source:`, `url:` lines
// before an empty line, or ninjs JSON (1.x to 3.x); a request's articles where the file holds a
// request. `name`: the file's name, for errors and as the id's default. Errors: as above, and
// binary, empty.
Result<std::vector<ArticleInput>> ReadArticleFile(std::string_view name, std::string_view bytes);

// Gives articles without an id one, and refuses ids that stand twice.
Result<Request> CompleteRequest(Request request);

std::string DefaultArticleId(size_t index);  // 0 -> "A", 25 -> "Z", 26 -> "AA"

}  // namespace crossread
