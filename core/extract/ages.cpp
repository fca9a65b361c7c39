// Whose age it is: "Ann Lee, 41, said", "the 41-year-old Ann Lee", "Lee is 41".
#include <algorithm>

#include "core/extract/quantities.h"

namespace crossread {
namespace {

class AgeOwners {
 public:
  AgeOwners(const Document& document, const Syntax& syntax, const Mentions& mentions)
      : document_(document), syntax_(syntax), mentions_(mentions) {}

  void Find(Quantity* quantity) const {
    const IndexRange tokens = document_.TokensIn(quantity->span);
    if (tokens.empty()) return;
    if (quantity->kind == QuantityKind::kAge) {
      quantity->entity = Beside(tokens.begin, document_.TokensIn(quantity->number));
    } else if (quantity->kind == QuantityKind::kCount && quantity->of.empty()) {
      // "Lee is 41": a bare number that is said of a person.
      const Clause* clause = syntax_.clauses.At(tokens.end - 1);
      if (clause == nullptr || !clause->copular || clause->subject == kNoWord) return;
      if (quantity->low < kYoungest || quantity->high > kOldest) return;
      quantity->entity = PersonAt(clause->subject);
      if (quantity->entity != kNoEntity) quantity->kind = QuantityKind::kAge;
    }
  }

 private:
  static constexpr int64_t kYoungest = 1000, kOldest = 120'000;  // thousandths of a year

  // The name right before ", 41,", or the one that "41-year-old" stands before in one noun group.
  uint32_t Beside(uint32_t begin, IndexRange number) const {
    uint32_t before = begin;
    while (before > 0 && IsJoiner(before - 1)) --before;
    if (before > 0 && before < begin) {
      const uint32_t entity = PersonAt(before - 1);
      if (entity != kNoEntity) return entity;
    }
    if (number.empty()) return kNoEntity;
    const Chunk* chunk = syntax_.ChunkAt(number.begin);
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun || chunk->head < number.end)
      return kNoEntity;
    return PersonAt(chunk->head);
  }

  // "Ann Lee, 41", "Ann Lee (41)", "Ann Lee, aged 41".
  bool IsJoiner(uint32_t t) const {
    const std::string_view norm = document_.Norm(document_.tokens[t]);
    return norm == "," || norm == "(" || norm == "aged";
  }

  uint32_t PersonAt(uint32_t t) const {
    const uint32_t byte = document_.tokens[t].span.begin;
    const auto mention =
        std::upper_bound(mentions_.mentions.begin(), mentions_.mentions.end(), byte,
                         [](uint32_t b, const Mention& m) { return b < m.span.end; });
    if (mention == mentions_.mentions.end() || !mention->span.Contains(byte)) return kNoEntity;
    const uint32_t entity = mention->entity;
    if (entity == kNoEntity || mentions_.entities[entity].kind != EntityKind::kPerson)
      return kNoEntity;
    return entity;
  }

  const Document& document_;
  const Syntax& syntax_;
  const Mentions& mentions_;
};

}  // namespace

void FindAgeOwners(const Document& document, const Syntax& syntax, const Mentions& mentions,
                   std::vector<Quantity>* quantities) {
  const AgeOwners owners(document, syntax, mentions);
  for (Quantity& quantity : *quantities) owners.Find(&quantity);
}

}  // namespace crossread
