#pragma once

#include <nlohmann/json.hpp>
#include <utility>

namespace crossread {

// An object, member by member. An initializer list would build each member, a list of two for it,
// and then the object; of places there are tens of thousands in a large report.
class Members {
 public:
  explicit Members(size_t count) { members_.reserve(count); }
  // Every key once: none is looked for.
  Members& Put(const char* key, nlohmann::ordered_json value) {
    members_.emplace_back(key, std::move(value));
    return *this;
  }
  nlohmann::ordered_json Take() { return nlohmann::ordered_json(std::move(members_)); }

 private:
  nlohmann::ordered_json::object_t members_;
};

}  // namespace crossread
