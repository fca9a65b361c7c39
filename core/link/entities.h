// One number for one person, place or organisation across all articles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/extract/analysis.h"
#include "core/link/relation.h"

namespace crossread {

// Where an entity of one article stands: articles by index into the comparison.
struct EntityRef {
  uint32_t article = 0;
  uint32_t entity = 0;  // index into that article's Mentions::entities
  bool operator==(const EntityRef&) const = default;
};

struct LinkedEntity {
  EntityKind kind = EntityKind::kOther;
  std::string name;                // the most frequent form; of equals the first
  std::vector<EntityRef> members;  // by article, then entity
};

// Two spellings that were taken for one person.
struct NamePair {
  EntityRef a, b;
  NameRelation relation = NameRelation::kUnrelated;
};

struct LinkedEntities {
  std::vector<LinkedEntity> entities;     // by first member
  std::vector<std::vector<uint32_t>> of;  // [article][entity] -> index into entities
  std::vector<NamePair> variants;  // different spellings (not kSame) of one entity, each once

  uint32_t Find(uint32_t article, uint32_t entity) const {
    return entity == kNoEntity ? kNoEntity : of[article][entity];
  }
};

// People are linked by RelateNames among names that share a given name or a surname's skeleton;
// places, peoples and organisations by key. Cost: near-linear in the number of entities.
LinkedEntities LinkEntities(const std::vector<const Analysis*>& articles);

}  // namespace crossread
