// The report as JSON. docs/report.md is the contract; docs/report.schema.json checks it.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "core/align/variants.h"
#include "core/base/hash.h"
#include "core/base/offset_map.h"
#include "core/io/people_json.h"
#include "core/io/report.h"
#include "core/io/span_json.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

using Json = nlohmann::ordered_json;  // keys in the order of writing

// Thousandths as a decimal number: 870 -> 0.87; the one place where the core divides in floating
// point. The writer prints the shortest form that reads back, by an algorithm of its own, so it is
// the same on every build.
Json Fixed(uint32_t thousandths) { return thousandths / 1000.0; }

class ReportWriter {
 public:
  explicit ReportWriter(const Report& report)
      : report_(report), comparison_(report.comparison), spans_(report.comparison) {
    NumberQuotationsAndClaims();
  }

  // Member by member, and findings one by one: what is written makes room for what comes next.
  std::string Write(bool compact) {
    Put("schemaVersion", kSchemaVersion);
    Put("engine", Engine());
    if (!report_.id.empty()) Put("id", report_.id);
    Put("articles", Articles(compact));
    if (!compact) {
      Put("quotations", Quotations());
      Put("utterances", UtteranceList());
      Put("claims", ClaimList());
      Put("coverage", Json{{"rows", Rows()}});
      PutKey("people");
      out_ += PeopleToJson(comparison_, spans_);
    }
    Put("reuse", ReuseOf(compact));
    PutKey("findings");
    out_ += '[';
    for (const Finding& finding : report_.findings) {
      if (out_.back() != '[') out_ += ',';
      out_ += FindingOf(finding).dump();
    }
    out_ += ']';
    Put("abstained", AbstainedList());
    Put("checked", Checked());
    return std::move(out_) + '}';
  }

 private:
  void PutKey(const char* key) {
    out_ += out_.empty() ? '{' : ',';
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }
  void Put(const char* key, const Json& value) {
    PutKey(key);
    out_ += value.dump();
  }

  static Json Engine() {
    Json lexicons{{"language", "en"}, {"hash", Lexicon::English().Hash()}};
    return Json{{"name", "crossread"},
                {"version", Version()},
                {"lexicons", lexicons},
                {"model", Json{{"hash", Model::English().hash()}}}};
  }

  // ---- ids: "q3", "c17", counted through the compared articles

  void NumberQuotationsAndClaims() {
    uint32_t quotations = 0, claims = 0;
    for (const Article& article : comparison_.articles) {
      first_quotation_.push_back(quotations);
      first_claim_.push_back(claims);
      quotations += static_cast<uint32_t>(article.analysis->quotations.size());
      claims += static_cast<uint32_t>(article.analysis->claims.claims.size());
    }
  }
  std::string QuotationId(uint32_t article, uint32_t q) const {
    return "q" + std::to_string(first_quotation_[article] + q + 1);
  }
  std::string ClaimId(uint32_t article, uint32_t c) const {
    return "c" + std::to_string(first_claim_[article] + c + 1);
  }

  // ---- spans

  Json Range(uint32_t article, Span span) const { return spans_.Range(article, span); }
  Json SpanOf(const Place& place) const { return spans_.SpanOf(place); }
  Json SpanOrNull(uint32_t article, Span span) const {
    return span.empty() ? Json(nullptr) : SpanOf({article, span});
  }

  // ---- articles

  Json Articles(bool compact) const {
    Json list = Json::array();
    for (const ReportArticle& article : report_.articles) {
      const Document& document = article.analysis->document;
      const auto words =
          std::count_if(document.tokens.begin(), document.tokens.end(), [](const Token& t) {
            return t.shape == TokenShape::kWord || t.shape == TokenShape::kNumber;
          });
      Json entry{{"id", article.id},
                 {"label", article.label},
                 {"source", article.source},
                 {"title", article.title},
                 {"date", article.date},
                 {"url", article.url},
                 {"status", ArticleStatusName(article.status)},
                 {"bytes", article.bytes},
                 {"words", words},
                 {"sentences", document.sentences.size()},
                 {"replacedBytes", document.replaced_bytes},
                 {"hash", Hex(Fnv1a(document.text))}};
      if (!compact) entry["blocks"] = Blocks(document);
      list.push_back(std::move(entry));
    }
    return list;
  }

  static Json Blocks(const Document& document) {
    const OffsetMap map(document.text);
    Json list = Json::array();
    for (const Block& block : document.blocks) {
      list.push_back(Json{{"kind", BlockKindName(block.kind)},
                          {"start", block.span.begin},
                          {"end", block.span.end},
                          {"utf16", SpanWriter::Utf16(map, block.span)},
                          {"codePoints", SpanWriter::CodePoints(map, block.span)}});
    }
    return list;
  }

  // ---- quotations and claims

  static std::string_view KindName(QuotationKind kind) {
    switch (kind) {
      case QuotationKind::kDirect:
        return "direct";
      case QuotationKind::kMixed:
        return "mixed";
      case QuotationKind::kIndirect:
        return "indirect";
    }
    return "";
  }
  static std::string_view KindName(SpeakerKind kind) {
    switch (kind) {
      case SpeakerKind::kUnknown:
        return "unknown";
      case SpeakerKind::kNamed:
        return "named";
      case SpeakerKind::kOrganisation:
        return "organisation";
      case SpeakerKind::kRole:
        return "role";
      case SpeakerKind::kAnonymous:
        return "anonymous";
    }
    return "";
  }
  static std::string_view ForceName(CueForce force) {
    switch (force) {
      case CueForce::kNeutral:
        return "neutral";
      case CueForce::kAssertive:
        return "assertive";
      case CueForce::kDoubtful:
        return "doubtful";
      case CueForce::kDenial:
        return "denial";
      case CueForce::kBelief:
        return "belief";
      case CueForce::kPlan:
        return "plan";
    }
    return "";
  }

  Json Quotations() const {
    Json list = Json::array();
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      const auto& quotations = comparison_.At(a).quotations;
      for (uint32_t q = 0; q < quotations.size(); ++q) {
        const Quotation& quotation = quotations[q];
        Json content = Json::array();
        for (const Span span : quotation.content) content.push_back(SpanOf({a, span}));
        Json speaker = nullptr;
        if (quotation.speaker.kind != SpeakerKind::kUnknown) {
          speaker = Json{{"kind", KindName(quotation.speaker.kind)},
                         {"name", quotation.speaker.name},
                         {"span", SpanOrNull(a, quotation.speaker.span)}};
        }
        const uint32_t group = comparison_.utterances.group_of[a][q];
        list.push_back(Json{
            {"id", QuotationId(a, q)},
            {"article", comparison_.articles[a].id},
            {"kind", KindName(quotation.kind)},
            {"content", std::move(content)},
            {"cue", SpanOrNull(a, quotation.cue)},
            {"speaker", std::move(speaker)},
            {"channel", SpanOrNull(a, quotation.channel)},
            {"force", ForceName(quotation.force)},
            {"group", group == kNoGroup ? Json(nullptr) : Json("u" + std::to_string(group + 1))}});
      }
    }
    return list;
  }

  // ---- one utterance in several articles

  static std::string_view KindName(EditKind kind) {
    switch (kind) {
      case EditKind::kSame:
        return "same";
      case EditKind::kReplaced:
        return "replaced";
      case EditKind::kDropped:
        return "dropped";
      case EditKind::kAdded:
        return "added";
    }
    return "";
  }

  Json UtteranceList() const {
    Json list = Json::array();
    const std::vector<Utterance> utterances = ArrangeVariants(comparison_);
    for (size_t u = 0; u < utterances.size(); ++u) {
      const QuotationRef base = utterances[u].base;
      Json variants = Json::array();
      for (const Variant& variant : utterances[u].variants) {
        Json parts = Json::array();
        for (const Variant::Part& part : variant.parts) {
          parts.push_back(PartOf(comparison_.utterances.pairs[part.pair], part.base_is_a));
        }
        const QuotationRef here = variant.quotation;
        variants.push_back(Json{{"quotation", QuotationId(here.article, here.quotation)},
                                {"parts", std::move(parts)}});
      }
      const Speaker& speaker = comparison_.At(base).speaker;
      const bool known = speaker.kind != SpeakerKind::kUnknown;
      list.push_back(Json{{"id", "u" + std::to_string(u + 1)},
                          {"base", QuotationId(base.article, base.quotation)},
                          {"speaker", known ? Json(speaker.name) : Json(nullptr)},
                          {"variants", std::move(variants)}});
    }
    return list;
  }

  Json PartOf(const QuotationPair& pair, bool base_is_a) const {
    const Place &base = base_is_a ? pair.part_a : pair.part_b,
                &other = base_is_a ? pair.part_b : pair.part_a;
    Json edits = Json::array();
    for (const WordEdit& edit : pair.edits) {
      if (edit.kind == EditKind::kSame) continue;
      const EditKind turned = edit.kind == EditKind::kDropped ? EditKind::kAdded
                              : edit.kind == EditKind::kAdded ? EditKind::kDropped
                                                              : edit.kind;
      edits.push_back(
          Json{{"kind", KindName(base_is_a ? edit.kind : turned)},
               {"spans", Json::array({SpanOrNull(base.article, base_is_a ? edit.a : edit.b),
                                      SpanOrNull(other.article, base_is_a ? edit.b : edit.a)})},
               {"marked", edit.marked},
               {"trivial", edit.trivial}});
    }
    return Json{{"spans", Json::array({SpanOf(base), SpanOf(other)})},
                {"similarity", Fixed(pair.similarity)},
                {"sameSpeaker", pair.same_speaker},
                {"reworded", pair.reworded},
                {"edits", std::move(edits)}};
  }

  Json ClaimList() const {
    Json list = Json::array();
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      const Claims& claims = comparison_.At(a).claims;
      for (uint32_t c = 0; c < claims.claims.size(); ++c) {
        const Claim& claim = claims.claims[c];
        const Sign sign = claims.SignOf(claim);
        const bool quoted = claim.quotation != kNoQuotation;
        list.push_back(
            Json{{"id", ClaimId(a, c)},
                 {"article", comparison_.articles[a].id},
                 {"span", SpanOf({a, claim.span})},
                 {"polarity", PolarityName(sign.polarity)},
                 {"status", StatusName(sign.status)},
                 {"modality", ModalityName(sign.modality)},
                 {"quotation", quoted ? Json(QuotationId(a, claim.quotation)) : Json(nullptr)}});
      }
    }
    return list;
  }

  // ---- the matrix

  Json Rows() const {
    Json rows = Json::array();
    for (size_t r = 0; r < comparison_.coverage.rows.size(); ++r) {
      const CoverageRow& row = comparison_.coverage.rows[r];
      Json cells = Json::array();
      for (uint32_t a = 0; a < row.cells.size(); ++a) {
        Json claims = Json::array();
        for (const uint32_t claim : row.cells[a].claims) claims.push_back(ClaimId(a, claim));
        cells.push_back(Json{{"article", comparison_.articles[a].id},
                             {"state", CellStateName(row.cells[a].state)},
                             {"claims", std::move(claims)}});
      }
      const Place base{row.base.article, comparison_.At(row.base).span};
      rows.push_back(Json{{"id", "r" + std::to_string(r + 1)},
                          {"label", std::string(comparison_.Text(base))},
                          {"articles", row.articles},
                          {"origins", row.origins},
                          {"cells", std::move(cells)}});
    }
    return rows;
  }

  // ---- reuse

  Json IdsOf(const std::vector<uint32_t>& articles) const {
    Json ids = Json::array();
    for (const uint32_t article : articles) ids.push_back(comparison_.articles[article].id);
    return ids;
  }

  Json ReuseOf(bool compact) const {
    Json pairs = Json::array();
    for (const ReusePair& pair : comparison_.reuse.pairs) {
      Json entry{{"articles", IdsOf({pair.a, pair.b})},
                 {"words", pair.words},
                 {"shares", {Fixed(pair.share_a), Fixed(pair.share_b)}}};
      if (!compact) {
        Json passages = Json::array();
        for (const Passage& passage : pair.passages) {
          passages.push_back(
              Json::array({SpanOf({pair.a, passage.a}), SpanOf({pair.b, passage.b})}));
        }
        entry["passages"] = std::move(passages);
      }
      pairs.push_back(std::move(entry));
    }
    Json origins = Json::array();
    for (const auto& group : comparison_.reuse.origins) origins.push_back(IdsOf(group));
    return Json{{"pairs", std::move(pairs)}, {"origins", std::move(origins)}};
  }

  // ---- findings

  // The sentences around a place, whole.
  Span ContextOf(const Place& place) const {
    const Document& document = comparison_.DocumentOf(place.article);
    Span context = place.span;
    for (uint32_t s = document.SentenceAt(place.span.begin); s < document.sentences.size(); ++s) {
      const Span sentence = document.sentences[s].span;
      if (sentence.begin >= place.span.end) break;
      context = {std::min(context.begin, sentence.begin), std::max(context.end, sentence.end)};
    }
    return context;
  }

  Json FindingOf(const Finding& finding) const {
    Json groups = Json::array();
    for (const ValueGroup& group : finding.groups) {
      groups.push_back(Json{
          {"label", group.label}, {"articles", IdsOf(group.articles)}, {"origins", group.origins}});
    }
    Json spans = Json::array();
    for (const Evidence& evidence : finding.evidence) {
      Json span = SpanOf(evidence.place);
      span["group"] = evidence.group;
      span["context"] = Range(evidence.place.article, ContextOf(evidence.place));
      Json marks = Json::array();
      for (const Span mark : evidence.marks) marks.push_back(Range(evidence.place.article, mark));
      span["marks"] = std::move(marks);
      spans.push_back(std::move(span));
    }
    return Json{{"id", finding.id},
                {"check", finding.check},
                {"family", FamilyName(finding.family)},
                {"severity", SeverityName(finding.severity)},
                {"score", Fixed(finding.score)},
                {"message", finding.message},
                {"reason", finding.reason},
                {"groups", std::move(groups)},
                {"spans", std::move(spans)}};
  }

  Json AbstainedList() const {
    Json list = Json::array();
    for (const Abstention& abstention : report_.abstained) {
      list.push_back(Json{{"reason", abstention.reason},
                          {"count", abstention.count},
                          {"articles", abstention.articles},
                          {"message", abstention.message}});
    }
    return list;
  }

  Json Checked() const {
    size_t claims = 0;
    for (const Article& article : comparison_.articles)
      claims += article.analysis->claims.claims.size();
    Json checks = Json::array();
    for (const Check* check : AllChecks()) checks.push_back(check->id);
    return Json{
        {"claims", claims}, {"pairs", comparison_.pairs.size()}, {"checks", std::move(checks)}};
  }

  const Report& report_;
  const Comparison& comparison_;
  const SpanWriter spans_;
  std::vector<uint32_t> first_quotation_, first_claim_;
  std::string out_;
};

}  // namespace

std::string Version() { return CROSSREAD_VERSION; }

std::string_view ArticleStatusName(ArticleStatus status) {
  switch (status) {
    case ArticleStatus::kCompared:
      return "compared";
    case ArticleStatus::kEmpty:
      return "empty";
    case ArticleStatus::kTooLarge:
      return "too_large";
    case ArticleStatus::kNotEnglish:
      return "not_english";
    case ArticleStatus::kOtherEvent:
      return "other_event";
  }
  return "";
}

std::string ToJson(const Report& report, bool compact) {
  return ReportWriter(report).Write(compact);
}

std::string ToJson(const Error& error) {
  const Json body{{"code", error.code}, {"where", error.where}, {"message", error.message}};
  return Json{{"error", body}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string ChecksJson() {
  Json list = Json::array();
  for (const Check* check : AllChecks()) {
    list.push_back(Json{
        {"id", check->id}, {"family", FamilyName(check->family)}, {"summary", check->summary}});
  }
  return list.dump();
}

}  // namespace crossread
