// The WASM surface: JSON text in, JSON text out, three functions. No handles, so no delete() and no
// struct layout mirrored in JavaScript; a mistake of the caller comes back as {"error":{…}}.
#include <emscripten/bind.h>

#include <string>

#include "core/compare.h"

namespace {

// Analyses of articles that did not change since the last call. Bounded by AnalysisCache itself;
// the result is the same bytes with and without it (tests/parity).
crossread::AnalysisCache& Cache() {
  static crossread::AnalysisCache cache;
  return cache;
}

std::string Compare(const std::string& request_json) {
  return crossread::CompareJson(request_json, &Cache());
}

}  // namespace

EMSCRIPTEN_BINDINGS(crossread) {
  emscripten::function("compare", &Compare);
  emscripten::function("checks", &crossread::ChecksJson);
  emscripten::function("version", &crossread::Version);
}
