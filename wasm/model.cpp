// Where the WASM build has its syntax model from: bytes that wasm/model.js fetched beside the
// module, so that the two load at the same time and the module stays small.
#include <emscripten/val.h>

#include <cstdint>
#include <string>

#include "core/syntax/embedded_model.h"

namespace crossread {

std::string_view EmbeddedModel() {
  static const std::string model = [] {
    const emscripten::val bytes = emscripten::val::module_property("model");
    std::string copy(bytes["length"].as<size_t>(), '\0');
    emscripten::val(
        emscripten::typed_memory_view(copy.size(), reinterpret_cast<uint8_t*>(copy.data())))
        .call<void>("set", bytes);
    return copy;
  }();
  return model;
}

}  // namespace crossread
