// A value or the caller's mistake. Used at the boundary only: nothing behind ParseRequest can fail.
#pragma once

#include <string>
#include <utility>
#include <variant>

namespace crossread {

struct Error {
  std::string code;     // stable identifier, e.g. "bad_json", "missing_text", "too_large"
  std::string where;    // JSON pointer ("/articles/1/text") or file[:line]
  std::string message;  // what is wrong and what to do, one English sentence
};

template <typename T>
class Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: implicit on purpose
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: implicit on purpose

  bool ok() const { return std::holds_alternative<T>(state_); }
  const T& value() const { return std::get<T>(state_); }
  T& value() { return std::get<T>(state_); }
  const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace crossread
