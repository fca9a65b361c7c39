// Who and where: names in one article, resolved to entities within it, and the roles that the
// article gives them ("Secretary of State Marco Rubio", "Kirill Dmitriev, an envoy of …").
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/span.h"
#include "core/syntax/syntax.h"
#include "core/text/document.h"

namespace crossread {

inline constexpr uint32_t kNoEntity = UINT32_MAX;

enum class EntityKind : uint8_t {
  kPerson,
  kOrganisation,
  kPlace,
  kPeople /* "Russian", "Europeans" */,
  kOther
};
enum class Gender : uint8_t { kUnknown, kFemale, kMale };

// One name in the text, without title, role or possessive 's.
struct Mention {
  Span span;
  uint32_t entity = kNoEntity;
};

// "Senator" before a name, or "an envoy of President Putin" beside one. Words, not a judgement.
struct RoleMention {
  Span span;  // the role's words: "Secretary of State"
  uint32_t entity = kNoEntity;
  std::string role;     // folded, article and place of office dropped: "secretary of state"
  bool former = false;  // "former", "ex-", "then"
};

// All names in one article that mean one thing: Marco Rubio, Rubio, Mr. Rubio.
struct Entity {
  EntityKind kind = EntityKind::kOther;
  Gender gender = Gender::kUnknown;
  std::string name;  // the fullest form, as first written: "Marco Rubio"
  std::string key;   // FoldDiacritics(name), dots dropped, or the gazetteer's name: "united states"
  std::vector<uint32_t> mentions;  // indices, in text order
};

struct Mentions {
  std::vector<Mention> mentions;   // by span.begin; do not overlap
  std::vector<Entity> entities;    // by first mention
  std::vector<RoleMention> roles;  // by span.begin
};

// Two people who share a surname stay two; a surname alone that could mean either has entity
// kNoEntity. Total. Cost: O(tokens · entities of one surname).
Mentions FindMentions(const Document& document, const Syntax& syntax);

}  // namespace crossread
