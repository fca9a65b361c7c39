// Whom the words of an event mean across articles.
#pragma once

#include <cstdint>

#include "core/align/comparison.h"
#include "core/extract/referent.h"

namespace crossread {

// Indices into Comparison::entities; kNoEntity if none.
inline uint32_t AgentOf(const Comparison& comparison, uint32_t article, const Event& event) {
  return comparison.entities.Find(article, event.agent_entity);
}
inline uint32_t PatientOf(const Comparison& comparison, uint32_t article, const Event& event) {
  return comparison.entities.Find(article, event.patient_entity);
}
inline uint32_t EntityOfWord(const Comparison& comparison, uint32_t article, uint32_t token) {
  return comparison.entities.Find(article, EntityOfWord(comparison.At(article), token));
}

}  // namespace crossread
