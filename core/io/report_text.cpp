// The report as a person reads it in a terminal: conflicts first, each with its words underlined.
#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/io/report.h"

namespace crossread {
namespace {

constexpr uint32_t kContext = 60;    // characters shown before and after the words
constexpr uint32_t kMaxWords = 160;  // characters of the words themselves before they are cut

// One line of text with carets under the marked part of it. Characters count as one column each; a
// terminal that draws some of them wider shows the carets a little to the left.
struct Line {
  std::string text;
  std::string carets;

  void Add(std::string_view part, bool marked) {
    for (uint32_t i = 0; i < part.size();) {
      const Decoded d = DecodeUtf8(part, i);
      const bool space = IsSpace(d.code_point);
      if (!IsIgnorable(d.code_point) && !(space && !text.empty() && text.back() == ' ')) {
        if (space) {
          text += ' ';
        } else {
          text += part.substr(i, d.length);
        }
        carets += marked ? '^' : ' ';
      }
      i += d.length;
    }
  }
};

// The byte that lies `count` characters before (after) `byte`, not beyond `limit`.
uint32_t Back(std::string_view text, uint32_t byte, uint32_t count, uint32_t limit) {
  while (byte > limit && count-- > 0) byte -= DecodeUtf8Before(text, byte).length;
  return byte;
}
uint32_t Forward(std::string_view text, uint32_t byte, uint32_t count, uint32_t limit) {
  while (byte < limit && count-- > 0) byte += DecodeUtf8(text, byte).length;
  return byte;
}

class TextWriter {
 public:
  explicit TextWriter(const Report& report) : report_(report), comparison_(report.comparison) {}

  std::string Write() {
    Header();
    size_t info = 0;
    for (const Finding& finding : report_.findings) {
      if (finding.severity == Severity::kInfo) {
        ++info;
        continue;
      }
      WriteFinding(finding);
    }
    if (report_.findings.size() == info) out_ += "No conflict found.\n\n";
    Coverage();
    Reuse();
    Footer(info);
    return std::move(out_);
  }

 private:
  size_t Count(Severity severity) const {
    return static_cast<size_t>(
        std::count_if(report_.findings.begin(), report_.findings.end(),
                      [&](const Finding& f) { return f.severity == severity; }));
  }

  static std::string Number(size_t count, std::string_view one, std::string_view many) {
    return std::to_string(count) + ' ' + std::string(count == 1 ? one : many);
  }

  void Header() {
    out_ += Number(report_.articles.size(), "article", "articles") + ", " +
            Number(Count(Severity::kHigh) + Count(Severity::kMedium), "conflict", "conflicts") +
            ", " +
            Number(comparison_.reuse.origins.size(), "independent origin", "independent origins") +
            "\n";
    for (const ReportArticle& article : report_.articles) {
      out_ += "  " + article.id + "  " + article.label;
      if (!article.date.empty()) out_ += ", " + article.date;
      if (article.status != ArticleStatus::kCompared) {
        out_ += "  (not compared: " + std::string(ArticleStatusName(article.status)) + ")";
      }
      out_ += '\n';
    }
    out_ += '\n';
  }

  static std::string Score(uint32_t thousandths) {
    std::string digits = std::to_string(1000 + std::min<uint32_t>(thousandths, 999));
    return "0." + digits.substr(1, 2);
  }

  void WriteFinding(const Finding& finding) {
    out_ += std::string(SeverityName(finding.severity)) + "  " + std::string(finding.check) + "  " +
            Score(finding.score) + "  " + finding.id + "\n";
    out_ += "  " + finding.message + "\n";
    for (const Evidence& evidence : finding.evidence) WriteEvidence(evidence);
    out_ += "  why: " + finding.reason + "\n\n";
  }

  void WriteEvidence(const Evidence& evidence) {
    const Place& place = evidence.place;
    const std::string_view text = comparison_.DocumentOf(place.article).text;
    const Span words = place.span;
    const uint32_t begin = Back(text, words.begin, kContext, 0);
    const uint32_t shown = Forward(text, words.begin, kMaxWords, words.end);
    const uint32_t end = Forward(text, shown, kContext, static_cast<uint32_t>(text.size()));
    Line line;
    if (begin > 0) line.Add("…", false);
    line.Add(text.substr(begin, words.begin - begin), false);
    if (evidence.marks.empty()) {
      line.Add(text.substr(words.begin, shown - words.begin), true);
    } else {
      uint32_t at = words.begin;
      for (const Span mark : evidence.marks) {
        if (mark.begin < at || mark.end > shown) continue;
        line.Add(text.substr(at, mark.begin - at), false);
        line.Add(text.substr(mark.begin, mark.size()), true);
        at = mark.end;
      }
      line.Add(text.substr(at, shown - at), false);
    }
    line.Add(text.substr(shown, end - shown), false);
    if (end < text.size()) line.Add("…", false);
    const std::string& id = comparison_.articles[place.article].id;
    const std::string margin = "    " + id + "  ";
    out_ += margin + line.text + "\n";
    std::string carets = std::string(margin.size(), ' ') + line.carets;
    carets.erase(carets.find_last_not_of(' ') + 1);
    if (!carets.empty()) out_ += carets + "\n";
  }

  // The rows that say something about several articles; the rest is counted.
  void Coverage() {
    size_t alone = 0;
    std::string rows;
    for (const CoverageRow& row : comparison_.coverage.rows) {
      if (row.articles < 2) {
        ++alone;
        continue;
      }
      rows += "  ";
      for (const Cell& cell : row.cells) {
        static constexpr const char* kGlyphs[] = {"·", "●", "◑", "≠", "✕"};
        rows += kGlyphs[static_cast<int>(cell.state)];
        rows += ' ';
      }
      rows += ' ' + std::to_string(row.origins) + (row.origins == 1 ? " origin   " : " origins  ") +
              Quote(comparison_, {row.base.article, comparison_.At(row.base).span}) + "\n";
    }
    if (comparison_.articles.size() < 2) return;
    out_ += "Claims (● carries, ◑ qualifies, ≠ disputed, ✕ contradicts, · silent)\n ";
    for (const Article& article : comparison_.articles) out_ += ' ' + article.id;
    out_ += "\n" + rows + "  and " + Number(alone, "claim", "claims") + " in one article only\n\n";
  }

  void Reuse() {
    if (comparison_.articles.size() < 2) return;
    out_ += "Origins\n";
    for (const auto& group : comparison_.reuse.origins) {
      out_ += "  " + NamesOf(comparison_, group) +
              (group.size() > 1 ? " share most of their copy\n" : "\n");
    }
    out_ += '\n';
  }

  void Footer(size_t info) {
    size_t claims = 0;
    for (const Article& article : comparison_.articles)
      claims += article.analysis->claims.claims.size();
    out_ += "Checked: " + Number(AllChecks().size(), "kind", "kinds") + " in " +
            Number(claims, "claim", "claims") + "; " + Number(info, "note", "notes") +
            " (info) not shown here.\n";
    for (const Abstention& abstention : report_.abstained) {
      out_ += "Could not check: " + abstention.message + " (" + std::to_string(abstention.count) +
              ")\n";
    }
  }

  const Report& report_;
  const Comparison& comparison_;
  std::string out_;
};

}  // namespace

std::string ToText(const Report& report) { return TextWriter(report).Write(); }

}  // namespace crossread
