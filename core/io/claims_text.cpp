// What was understood of each article, one claim a line, for a person to read and a script to
// measure: `crossread claims`.
#include <nlohmann/json.hpp>

#include "core/io/report.h"

namespace crossread {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order of writing

// A noun group around its head, or "" for no word.
std::string GroupText(const Analysis& analysis, uint32_t head) {
  if (head == kNoWord) return {};
  const Chunk* chunk = analysis.syntax.ChunkAt(head);
  const IndexRange tokens = chunk != nullptr ? chunk->tokens : IndexRange{head, head + 1};
  return std::string(analysis.document.Text(analysis.document.SpanOf(tokens)));
}

Json PredicateJson(const Analysis& analysis, const Predicate& predicate) {
  Json out{{"lemma", analysis.document.strings.Get(predicate.lemma)}};
  if (const Clause* clause = analysis.syntax.clauses.At(predicate.token)) {
    const Clauses& clauses = analysis.syntax.clauses;
    const std::string who = GroupText(analysis, clauses.AgentOf(*clause, analysis.document));
    const std::string whom = GroupText(analysis, clauses.PatientOf(*clause));
    if (!who.empty()) out["who"] = who;
    if (!whom.empty()) out["whom"] = whom;
  }
  if (predicate.nominal) out["noun"] = true;
  const Sign& sign = predicate.sign;
  if (sign.polarity != Polarity::kPositive) out["polarity"] = PolarityName(sign.polarity);
  if (sign.status != Status::kNone) out["status"] = StatusName(sign.status);
  if (sign.modality != Modality::kAsserted) out["modality"] = ModalityName(sign.modality);
  return out;
}

Json NamesJson(const Analysis& analysis, const std::vector<uint32_t>& entities) {
  Json out = Json::array();
  for (const uint32_t entity : entities) out.push_back(analysis.mentions.entities[entity].name);
  return out;
}

std::string_view OccasionName(Occasion occasion) {
  switch (occasion) {
    case Occasion::kSame:
      return "same";
    case Occasion::kEarlier:
      return "earlier";
    case Occasion::kLater:
      return "later";
    case Occasion::kOther:
      return "other";
  }
  return "";
}

Json EventJson(const Analysis& analysis, const Event& event) {
  Json out{{"kind", event.kind}};
  if (event.occasion != Occasion::kSame) out["occasion"] = OccasionName(event.occasion);
  if (!event.agents.empty()) out["by"] = NamesJson(analysis, event.agents);
  if (!event.patients.empty()) out["to"] = NamesJson(analysis, event.patients);
  if (!event.others.empty()) out["with"] = NamesJson(analysis, event.others);
  if (event.time != kNoIndex) out["when"] = analysis.document.Text(analysis.times[event.time].span);
  if (event.place != kNoIndex)
    out["where"] = analysis.document.Text(analysis.mentions.mentions[event.place].span);
  return out;
}

std::string SourceOf(const Analysis& analysis, const Claim& claim) {
  if (claim.quotation == kNoQuotation) return {};
  const Speaker& speaker = analysis.quotations[claim.quotation].speaker;
  if (!speaker.name.empty()) return speaker.name;
  return speaker.span.empty() ? "unknown" : std::string(analysis.document.Text(speaker.span));
}

template <typename Value>
void AddValues(const Document& document, const std::vector<Value>& values, Span within, Json* out) {
  for (const Value& value : values) {
    if (within.Contains(value.span)) out->push_back(document.Text(value.span));
  }
}

Json ClaimJson(const Comparison& comparison, ClaimRef ref) {
  const Analysis& analysis = comparison.At(ref.article);
  const Claim& claim = comparison.At(ref);
  Json out{{"article", comparison.articles[ref.article].id},
           {"claim", ref.claim},
           {"start", claim.span.begin},
           {"end", claim.span.end},
           {"text", analysis.document.Text(claim.span)}};
  if (const std::string source = SourceOf(analysis, claim); !source.empty()) out["source"] = source;
  Json predicates = Json::array(), values = Json::array();
  for (uint32_t p = claim.predicates.begin; p < claim.predicates.end; ++p) {
    predicates.push_back(PredicateJson(analysis, analysis.claims.predicates[p]));
  }
  AddValues(analysis.document, analysis.quantities, claim.span, &values);
  AddValues(analysis.document, analysis.times, claim.span, &values);
  Json events = Json::array();
  for (const Event& event : analysis.events) {
    if (event.claim != ref.claim) continue;
    Json json = EventJson(analysis, event);
    if (json.size() > 1) events.push_back(std::move(json));  // its kind alone is its predicate
  }
  out["predicates"] = std::move(predicates);
  out["events"] = std::move(events);
  out["values"] = std::move(values);
  return out;
}

// [article][claim] -> the pairs it is in
std::vector<std::vector<std::vector<uint32_t>>> PairsOf(const Comparison& comparison) {
  std::vector<std::vector<std::vector<uint32_t>>> out(comparison.articles.size());
  for (uint32_t a = 0; a < out.size(); ++a) out[a].resize(comparison.At(a).claims.claims.size());
  for (uint32_t p = 0; p < comparison.pairs.size(); ++p) {
    const Pair& pair = comparison.pairs[p];
    out[pair.a.article][pair.a.claim].push_back(p);
    out[pair.b.article][pair.b.claim].push_back(p);
  }
  return out;
}

// "  not planned may agree(the ministers, a truce)"
std::string PredicateText(const Json& predicate) {
  std::string out;
  for (const char* const key : {"polarity", "status", "modality"}) {
    if (predicate.contains(key)) out += predicate[key].get<std::string>() + ' ';
  }
  out += predicate["lemma"].get<std::string>() + '(' + predicate.value("who", std::string()) +
         "; " + predicate.value("whom", std::string()) + ')';
  return out;
}

// "later meet by Lee, Ek when Tuesday where Oslo"
std::string EventText(const Json& event) {
  std::string out = event["kind"].get<std::string>();
  if (event.contains("occasion")) out = event["occasion"].get<std::string>() + ' ' + out;
  for (const char* const key : {"by", "to", "with", "when", "where"}) {
    if (!event.contains(key)) continue;
    out += std::string(" ") + key;
    if (event[key].is_string()) out += ' ' + event[key].get<std::string>();
    for (size_t n = 0; event[key].is_array() && n < event[key].size(); ++n)
      out += (n == 0 ? " " : ", ") + event[key][n].get<std::string>();
  }
  return out;
}

}  // namespace

std::string ClaimsToJsonLines(const Comparison& comparison) {
  const auto pairs_of = PairsOf(comparison);
  std::string out;
  for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
    for (uint32_t c = 0; c < pairs_of[a].size(); ++c) {
      Json line = ClaimJson(comparison, {a, c});
      Json partners = Json::array();
      for (const uint32_t p : pairs_of[a][c]) {
        const Pair& pair = comparison.pairs[p];
        const ClaimRef other = pair.a == ClaimRef{a, c} ? pair.b : pair.a;
        partners.push_back({{"article", comparison.articles[other.article].id},
                            {"claim", other.claim},
                            {"score", pair.score}});
      }
      line["partners"] = std::move(partners);
      out += line.dump() + '\n';
    }
  }
  return out;
}

std::string ClaimsToText(const Comparison& comparison) {
  const auto pairs_of = PairsOf(comparison);
  std::string out;
  for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
    out += "== " + comparison.articles[a].label + '\n';
    for (uint32_t c = 0; c < pairs_of[a].size(); ++c) {
      const Json claim = ClaimJson(comparison, {a, c});
      out += std::to_string(c) + "  " + claim["text"].get<std::string>() + '\n';
      if (claim.contains("source"))
        out += "    said by " + claim["source"].get<std::string>() + '\n';
      for (const Json& predicate : claim["predicates"])
        out += "    " + PredicateText(predicate) + '\n';
      for (const Json& event : claim["events"]) {
        if (event.size() > 1) out += "    * " + EventText(event) + '\n';
      }
      for (const Json& value : claim["values"]) out += "    # " + value.get<std::string>() + '\n';
      for (const uint32_t p : pairs_of[a][c]) {
        const Pair& pair = comparison.pairs[p];
        const ClaimRef other = pair.a == ClaimRef{a, c} ? pair.b : pair.a;
        out += "    = " + comparison.articles[other.article].label + ' ' +
               std::to_string(other.claim) + " (" + std::to_string(pair.score) + ")\n";
      }
    }
  }
  return out;
}

}  // namespace crossread
