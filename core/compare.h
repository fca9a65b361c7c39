// The façade. From a request to a report, as one function; and the same with JSON at both ends,
// which is all that the command line and the page call.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/io/report.h"
#include "core/io/request.h"

namespace crossread {

// Analyses by the content of their article, so that typing in one article costs one article.
// Bounded: the least recently used go first. A report is the same with and without it.
class AnalysisCache {
 public:
  explicit AnalysisCache(size_t max_bytes = 64 * 1024 * 1024) : max_bytes_(max_bytes) {}

  std::shared_ptr<const Analysis> Get(const ArticleInput& article);
  size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string key;  // title, date and text themselves: a hash alone could confuse two articles
    std::shared_ptr<const Analysis> analysis;
  };
  size_t max_bytes_;
  size_t bytes_ = 0;          // of text
  std::list<Entry> entries_;  // most recently used first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

// Total: any request of CompleteRequest gives a report. cache may be null.
Report Compare(const Request& request, AnalysisCache* cache);

// A request in JSON to a report or an error in JSON.
std::string CompareJson(std::string_view request_json, AnalysisCache* cache);

// The articles of a request in JSON into the cache, so that comparing them has this behind it. A
// bad request is not told here: comparing it does.
void PrepareJson(std::string_view request_json, AnalysisCache* cache);

}  // namespace crossread
