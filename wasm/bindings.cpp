// The WASM surface: JSON text in, JSON text out; sentences alone as numbers, syntax as CoNLL-U. No
// handles, so no delete() and no struct layout mirrored in JavaScript; a mistake of the caller
// comes back as
// {"error":{…}}.
#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "core/compare.h"
#include "core/text/document.h"

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

// Articles of a comparison to come, in portions that leave time to say how far it is, or to stop.
void Prepare(const std::string& request_json) { crossread::PrepareJson(request_json, &Cache()); }

// Uint8Array of UTF-8 in; Uint32Array of byte offsets out: begin and end of each sentence, half
// open, in order. The splitter is the one that compare() calls.
emscripten::val Sentences(const emscripten::val& utf8) {
  std::string text(utf8["length"].as<size_t>(), '\0');
  emscripten::val(
      emscripten::typed_memory_view(text.size(), reinterpret_cast<uint8_t*>(text.data())))
      .call<void>("set", utf8);
  const crossread::Document document = crossread::SplitDocument(std::move(text), "");
  std::vector<uint32_t> ends;
  ends.reserve(2 * document.sentences.size());
  for (const crossread::Sentence& s : document.sentences) {
    ends.push_back(s.span.begin);
    ends.push_back(s.span.end);
  }
  return emscripten::val(emscripten::typed_memory_view(ends.size(), ends.data()))
      .call<emscripten::val>("slice");
}

// UTF-16 text in, CoNLL-U out: the tags and dependencies that compare() stands on.
std::string Syntax(const std::string& text) {
  const crossread::Document document = crossread::ReadDocument(text, "");
  const crossread::Model& model = crossread::Model::English();
  return crossread::ToConllu(document, crossread::ReadSyntax(document, model), model);
}

}  // namespace

EMSCRIPTEN_BINDINGS(crossread) {
  emscripten::function("compare", &Compare);
  emscripten::function("prepare", &Prepare);
  emscripten::function("sentences", &Sentences);
  emscripten::function("syntax", &Syntax);
  emscripten::function("checks", &crossread::ChecksJson);
  emscripten::function("version", &crossread::Version);
}
