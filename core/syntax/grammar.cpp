#include "core/syntax/grammar.h"

#include <iterator>

namespace crossread {
namespace {

constexpr std::string_view kUpos[] = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                      "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                      "PUNCT", "SCONJ", "SYM", "VERB", "X"};
static_assert(std::size(kUpos) == static_cast<size_t>(Upos::kX) + 1);

constexpr std::string_view kDependencies[] = {
    "acl",      "advcl", "advmod", "amod",  "appos", "aux",       "case",  "cc",   "ccomp",
    "compound", "conj",  "cop",    "csubj", "dep",   "det",       "flat",  "iobj", "mark",
    "nmod",     "nsubj", "nummod", "obj",   "obl",   "parataxis", "punct", "root", "xcomp"};
static_assert(std::size(kDependencies) == static_cast<size_t>(Dependency::kXcomp) + 1);

template <typename Value, size_t N>
std::optional<Value> Find(const std::string_view (&names)[N], std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

}  // namespace

std::string_view UposName(Upos upos) { return kUpos[static_cast<size_t>(upos)]; }
std::string_view DependencyName(Dependency dependency) {
  return kDependencies[static_cast<size_t>(dependency)];
}

std::optional<Upos> ParseUpos(std::string_view name) { return Find<Upos>(kUpos, name); }
std::optional<Dependency> ParseDependency(std::string_view name) {
  return Find<Dependency>(kDependencies, name);
}

}  // namespace crossread
