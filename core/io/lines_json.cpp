// Protocol lines of the command line: sentences, quotations, names and pronouns.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/base/ascii.h"
#include "core/io/report.h"

namespace crossread {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order of writing

// Where a reported clause begins with its "that": corpora of attribution count it in.
uint32_t WithThat(const Document& document, uint32_t begin) {
  uint32_t t = document.TokenAt(begin);
  if (t > 0 && document.Norm(document.tokens[t - 1]) == ",") --t;
  const bool that = t > 0 && document.Norm(document.tokens[t - 1]) == "that";
  return that ? document.tokens[t - 1].span.begin : begin;
}

// Of a quotation of which nine letters in ten stand inside marks, those of "that" make one in ten.
constexpr uint32_t kMostLettersBesideThat = 36;

uint32_t Letters(const Analysis& analysis, const Quotation& quotation) {
  uint32_t letters = 0;
  for (const Span span : quotation.content) {
    for (const char c : analysis.document.Text(span)) letters += IsAsciiAlpha(c) || IsAsciiDigit(c);
  }
  return letters;
}

}  // namespace

size_t WriteSentences(const Document& document, IndexRange sentences, char* out) {
  constexpr std::string_view kStart = "{\"start\":", kEnd = ",\"end\":", kTail = "}\n";
  constexpr size_t kLongestNumber = 10;  // digits of 2^32
  static_assert(kStart.size() + kEnd.size() + kTail.size() + 2 * kLongestNumber <=
                kLongestSentenceLine);
  char* at = out;
  for (uint32_t s = sentences.begin; s < sentences.end; ++s) {
    const Span span = document.sentences[s].span;
    at = std::copy(kStart.begin(), kStart.end(), at);
    at = std::to_chars(at, at + kLongestNumber, span.begin).ptr;
    at = std::copy(kEnd.begin(), kEnd.end(), at);
    at = std::to_chars(at, at + kLongestNumber, span.end).ptr;
    at = std::copy(kTail.begin(), kTail.end(), at);
  }
  return static_cast<size_t>(at - out);
}

std::string QuotationsToJson(const std::string& id, const Analysis& analysis) {
  static constexpr const char* kKinds[] = {"direct", "mixed", "indirect"};
  Json quotes = Json::array();
  for (const Quotation& quotation : analysis.quotations) {
    Json content = Json::array();
    for (const Span span : quotation.content) content.push_back({span.begin, span.end});
    const uint32_t begin = WithThat(analysis.document, quotation.content[0].begin);
    content[0][0] = begin;
    // Its letters stand outside the marks: docs/spec.md draws the line at nine of ten.
    const bool mixed = quotation.kind == QuotationKind::kDirect &&
                       begin < quotation.content[0].begin &&
                       Letters(analysis, quotation) < kMostLettersBesideThat;
    Json speaker = nullptr, cue = nullptr;
    // An unresolved pronoun has words but no name.
    if (!quotation.speaker.span.empty()) {
      const Span span = quotation.speaker.span;
      const bool known = quotation.speaker.kind != SpeakerKind::kUnknown;
      speaker = Json{
          {"start", span.begin},
          {"end", span.end},
          {"text", known ? quotation.speaker.name : std::string(analysis.document.Text(span))}};
    }
    if (!quotation.cue.empty())
      cue = Json{{"start", quotation.cue.begin}, {"end", quotation.cue.end}};
    const QuotationKind kind = mixed ? QuotationKind::kMixed : quotation.kind;
    quotes.push_back(Json{{"kind", kKinds[static_cast<int>(kind)]},
                          {"content", std::move(content)},
                          {"speaker", std::move(speaker)},
                          {"cue", std::move(cue)}});
  }
  return Json{{"id", id}, {"quotes", std::move(quotes)}}.dump();
}

std::string EntitiesToJsonLines(const Analysis& analysis) {
  static constexpr const char* kKinds[] = {"person", "organisation", "place", "people", "other"};
  const Mentions& mentions = analysis.mentions;
  std::vector<std::pair<uint32_t, Json>> lines;  // by their first byte
  const auto add = [&](const char* what, Span span, uint32_t index) -> Json& {
    Json line{{"what", what}, {"start", span.begin}, {"end", span.end}, {"entity", nullptr}};
    if (index != kNoEntity) {
      const Entity& entity = mentions.entities[index];
      line["entity"] = index;
      line["kind"] = kKinds[static_cast<int>(entity.kind)];
      line["name"] = entity.name;
    }
    return lines.emplace_back(span.begin, std::move(line)).second;
  };
  for (const Mention& mention : mentions.mentions) add("name", mention.span, mention.entity);
  for (const RoleMention& role : mentions.roles) {
    Json& line = add("role", role.span, role.entity);
    line["role"] = role.role;
    line["former"] = role.former;
  }
  for (const Pronoun& pronoun : analysis.pronouns) {
    add("pronoun", analysis.document.tokens[pronoun.token].span, pronoun.entity);
  }
  std::stable_sort(lines.begin(), lines.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::string out;
  for (const auto& [begin, line] : lines) out += line.dump() + "\n";
  return out;
}

}  // namespace crossread
