#include "core/syntax/model.h"

#include <cstdio>
#include <cstdlib>

#include "core/base/hash.h"
#include "core/syntax/embedded_model.h"

namespace crossread {
namespace {

// The text up to the next line feed, which is taken as well.
std::string_view TakeLine(std::string_view* bytes) {
  const size_t end = bytes->find('\n');
  const std::string_view line = bytes->substr(0, end);
  bytes->remove_prefix(end == std::string_view::npos ? bytes->size() : end + 1);
  return line;
}

std::vector<std::string> Words(std::string_view line) {
  std::vector<std::string> words;
  while (!line.empty()) {
    const size_t space = line.find(' ');
    words.emplace_back(line.substr(0, space));
    line.remove_prefix(space == std::string_view::npos ? line.size() : space + 1);
  }
  return words;
}

}  // namespace

Result<Model> Model::Read(std::string_view bytes) {
  const Error broken{"model_unreadable", "", "this is no syntax model, or a part of one"};
  Model model;
  model.hash_ = Hex(Fnv1a(bytes));
  std::string_view version = TakeLine(&bytes);
  if (!version.starts_with(kModelMark)) return broken;
  version.remove_prefix(kModelMark.size());
  if (version != std::to_string(kFeatureVersion)) {
    return Error{"model_version", "",
                 "the syntax model has version " + std::string(version.substr(0, 10)) +
                     ", this program needs " + std::to_string(kFeatureVersion) +
                     "; train it anew with tools/dev train"};
  }
  model.data_ = TakeLine(&bytes);
  for (const std::string& name : Words(TakeLine(&bytes))) {
    const size_t slash = name.find('/');
    if (slash == std::string::npos) return broken;
    const std::optional<Upos> upos = ParseUpos(std::string_view(name).substr(slash + 1));
    if (!upos) return broken;
    const std::string xpos = name.substr(0, slash);
    model.tags_.push_back({xpos, *upos, ReadMorphology(xpos)});
  }
  for (const std::string& name : Words(TakeLine(&bytes))) {
    const std::optional<Dependency> label = ParseDependency(name);
    if (!label) return broken;
    model.labels_.push_back(*label);
  }
  const int tags = static_cast<int>(model.tags_.size());
  if (tags == 0 || tags > kMostClasses || model.labels_.empty() ||
      model.transitions() > kMostClasses) {
    return broken;
  }
  if (!model.tagger_.Read(&bytes, tags) || !model.parser_.Read(&bytes, model.transitions()) ||
      !bytes.empty()) {
    return broken;
  }
  return model;
}

const Model& Model::English() {
  static const Model* const model = [] {
    Result<Model> read = Read(EmbeddedModel());
    if (!read.ok()) {
      std::fprintf(stderr, "core/syntax/en.model: %s\n", read.error().message.c_str());
      std::abort();
    }
    return new Model(std::move(read.value()));  // never destroyed: used until the end
  }();
  return *model;
}

}  // namespace crossread
