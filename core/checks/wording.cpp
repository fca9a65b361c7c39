#include "core/base/ascii.h"
#include "core/base/date.h"
#include "core/base/utf8.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

constexpr size_t kMaxQuotedBytes = 120;
constexpr size_t kMaxNames = 6;  // named in a sentence; the groups list all

}  // namespace

std::string_view FamilyName(Family family) {
  switch (family) {
    case Family::kQuote:
      return "quote";
    case Family::kQuoteAttribution:
      return "quote_attribution";
    case Family::kName:
      return "name";
    case Family::kRole:
      return "role";
    case Family::kEntity:
      return "entity";
    case Family::kNumber:
      return "number";
    case Family::kDate:
      return "date";
    case Family::kPlace:
      return "place";
    case Family::kPolarity:
      return "polarity";
    case Family::kStatus:
      return "status";
    case Family::kModality:
      return "modality";
    case Family::kAttribution:
      return "attribution";
    case Family::kParticipants:
      return "participants";
    case Family::kTextReuse:
      return "text_reuse";
    case Family::kSingleSource:
      return "single_source";
    case Family::kAgreement:
      return "agreement";
  }
  return "";
}

std::string_view SeverityName(Severity severity) {
  switch (severity) {
    case Severity::kHigh:
      return "high";
    case Severity::kMedium:
      return "medium";
    case Severity::kLow:
      return "low";
    case Severity::kInfo:
      return "info";
  }
  return "";
}

std::string NamesOf(const Comparison& comparison, const std::vector<uint32_t>& articles) {
  const size_t shown = articles.size() > kMaxNames ? kMaxNames - 1 : articles.size();
  std::string out;
  for (size_t i = 0; i < shown; ++i) {
    if (i > 0) out += i + 1 == articles.size() ? " and " : ", ";
    out += comparison.articles[articles[i]].label;
  }
  if (shown < articles.size()) out += " and " + std::to_string(articles.size() - shown) + " others";
  return out;
}

std::string Quote(const Comparison& comparison, const Place& place) {
  std::string text;
  for (const char c : comparison.Text(place)) {
    const bool space = IsAsciiSpace(c);
    if (!space || (!text.empty() && text.back() != ' ')) text += space ? ' ' : c;
  }
  if (text.size() > kMaxQuotedBytes) {
    size_t cut = text.rfind(' ', kMaxQuotedBytes);
    if (cut == std::string::npos) {
      cut = kMaxQuotedBytes;
      while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
    }
    text.resize(cut);
    text += "…";
  }
  return "“" + text + "”";
}

std::string SmallestText(const Comparison& comparison, const Place& place,
                         const std::string& known) {
  std::string text = Fold(comparison.Text(place));
  return known.empty() || text < known ? text : known;
}

std::string_view VerbEnding(const ValueGroup& group) {
  return group.articles.size() == 1 ? "s" : "";
}

std::string SayEach(const Comparison& comparison, const Finding& finding, std::string_view verb) {
  std::string out;
  for (uint32_t g = 0; g < finding.groups.size(); ++g) {
    if (g > 0 && finding.groups[g].articles == finding.groups[0].articles) {
      out += " and also";  // one article, at odds with itself
    } else {
      if (g > 0) out += "; ";
      out += NamesOf(comparison, finding.groups[g].articles);
      out += ' ';
      out += verb;
      out += VerbEnding(finding.groups[g]);
    }
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.group != g) continue;
      out += ' ' + Quote(comparison, evidence.place);
      break;
    }
  }
  return out + ".";
}

// Where a time or a zone is missing, days order, and one day does not.
bool IsEarlier(const Comparison& comparison, uint32_t x, uint32_t y) {
  const std::string &date_x = comparison.articles[x].date, &date_y = comparison.articles[y].date;
  const auto minute_x = ParseIsoMinute(date_x), minute_y = ParseIsoMinute(date_y);
  if (minute_x && minute_y) return *minute_x < *minute_y;
  const auto day_x = ParseIsoDay(date_x), day_y = ParseIsoDay(date_y);
  return day_x && day_y && *day_x < *day_y;
}

}  // namespace crossread
