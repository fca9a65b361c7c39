// Any bytes as a request or as an article's file: a value, or an error that says what is wrong.
#include <set>

#include "core/io/request.h"
#include "tests/fuzz/require.h"

using namespace crossread;

namespace {

void RequireError(const Error& error) {
  Require(!error.code.empty() && !error.message.empty(), "an error has a code and a message");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view input = AsText(data, size);
  const Result<Request> request = ParseRequest(input);
  if (request.ok()) {
    std::set<std::string> ids;
    for (const ArticleInput& article : request.value().articles) {
      Require(ids.insert(article.id).second, "ids are unique");
    }
    Require(ids.size() <= kMaxArticles, "the limit of articles holds");
  } else {
    RequireError(request.error());
  }
  const Result<std::vector<ArticleInput>> articles = ReadArticleFile("input.txt", input);
  if (!articles.ok()) RequireError(articles.error());
  return 0;
}
