#include "core/align/variants.h"

#include <algorithm>
#include <map>
#include <utility>

namespace crossread {
namespace {

// Of each group the quotation with the most parts in common with others, of those the longest.
std::vector<QuotationRef> Bases(const Comparison& comparison) {
  const Utterances& utterances = comparison.utterances;
  std::vector<std::vector<uint32_t>> links(utterances.group_of.size());
  for (size_t a = 0; a < links.size(); ++a) links[a].resize(utterances.group_of[a].size());
  for (const QuotationPair& pair : utterances.pairs) {  // one for each part in common
    ++links[pair.a.article][pair.a.quotation];
    ++links[pair.b.article][pair.b.quotation];
  }
  std::vector<QuotationRef> bases(utterances.groups);
  std::vector<std::pair<uint32_t, uint32_t>> best(utterances.groups);  // links, bytes
  for (uint32_t a = 0; a < links.size(); ++a) {
    for (uint32_t q = 0; q < links[a].size(); ++q) {
      const uint32_t group = utterances.group_of[a][q];
      if (group == kNoGroup) continue;
      uint32_t bytes = 0;
      for (const Span span : comparison.At(a).quotations[q].content) bytes += span.size();
      const std::pair<uint32_t, uint32_t> worth{links[a][q], bytes};
      if (worth > best[group]) best[group] = worth, bases[group] = {a, q};
    }
  }
  return bases;
}

}  // namespace

std::vector<Utterance> ArrangeVariants(const Comparison& comparison) {
  const Utterances& utterances = comparison.utterances;
  const std::vector<QuotationRef> bases = Bases(comparison);
  using Key = std::pair<uint32_t, uint32_t>;          // article, quotation
  using Placed = std::pair<uint32_t, Variant::Part>;  // by its first byte in the base's article
  std::map<Key, std::vector<Placed>> parts;
  for (uint32_t p = 0; p < utterances.pairs.size(); ++p) {
    const QuotationPair& pair = utterances.pairs[p];
    const QuotationRef base = bases[utterances.group_of[pair.a.article][pair.a.quotation]];
    if (pair.a == base) {
      parts[{pair.b.article, pair.b.quotation}].push_back({pair.part_a.span.begin, {p, true}});
    } else if (pair.b == base) {
      parts[{pair.a.article, pair.a.quotation}].push_back({pair.part_b.span.begin, {p, false}});
    }
  }
  const auto by_place = [](const auto& x, const auto& y) { return x.first < y.first; };
  std::vector<std::vector<std::pair<uint32_t, Variant>>> placed(utterances.groups);
  for (uint32_t a = 0; a < utterances.group_of.size(); ++a) {
    for (uint32_t q = 0; q < utterances.group_of[a].size(); ++q) {
      const uint32_t group = utterances.group_of[a][q];
      const QuotationRef here{a, q};
      if (group == kNoGroup || here == bases[group]) continue;
      std::vector<Placed>& found = parts[{a, q}];
      std::stable_sort(found.begin(), found.end(), by_place);
      Variant variant{here, {}};
      for (const auto& [byte, part] : found) variant.parts.push_back(part);
      placed[group].push_back({found.empty() ? UINT32_MAX : found.front().first, variant});
    }
  }
  std::vector<Utterance> out(utterances.groups);
  for (uint32_t g = 0; g < utterances.groups; ++g) {
    out[g].base = bases[g];
    std::stable_sort(placed[g].begin(), placed[g].end(), by_place);
    for (auto& [byte, variant] : placed[g]) out[g].variants.push_back(std::move(variant));
  }
  return out;
}

}  // namespace crossread
