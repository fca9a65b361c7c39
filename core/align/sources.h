// Whose word a claim is, as far as it hides or tells who speaks: the article's own, a source whose
// name is kept back, another medium's, anybody else's.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/extract/analysis.h"

namespace crossread {

enum class SourceKind : uint8_t {
  kAsserted,  // the article's own word
  kUnnamed,   // a source whose name the article keeps back: "a person close to the tribunal"
  kOther,     // a person, a body, a group of people: anybody else
};
enum class SourceCount : uint8_t { kUnknown, kOne, kSeveral };

struct Source {
  SourceKind kind = SourceKind::kAsserted;
  SourceCount number = SourceCount::kUnknown;
  Span words;           // "a person close to the tribunal"
  bool medium = false;  // another paper, or "reports"; says itself where it has it from or not
};

// The speaker whose report the claim is, or the sources that act in it: "Russian sources have ruled
// out …". The number is told of unnamed ones and of groups that may be ("officials").
Source SourceOf(const Analysis& analysis, const Claim& claim);

// Whether a source is somebody who can be asked: a person or a body in nouns, not "he", "most", a
// law or a record.
bool IsSomebody(const Analysis& analysis, const Source& source);

// "An unnamed source", "several sources", "another medium", "another": for difference.value_a.
std::string_view NameOf(const Source& source);

// "Officials", "a source": a noun that hides who speaks.
bool HasAnonymousNoun(const Document& document, IndexRange tokens);

// How many content words of both have a synonym on the other side; each of x once.
uint32_t CountSharedWords(const Analysis& x, IndexRange in_x, const Analysis& y, IndexRange in_y);

}  // namespace crossread
