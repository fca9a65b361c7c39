// Lines that their first words or their shape give away: furniture.tsv and line_patterns.tsv.
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/text/characters.h"
#include "core/text/line.h"
#include "core/text/words.h"

namespace crossread {
namespace {

constexpr uint32_t kLongestPattern = 100;  // bytes of a line that line_patterns.tsv is asked about
constexpr uint32_t kLongestLabelledPattern = 160;
constexpr uint32_t kShortestPattern = 4;
constexpr size_t kLongestDate = 24;         // bytes: "September 24, 2031"
constexpr uint32_t kLongestKey = 60;        // bytes read of a line's begin to find a label
constexpr uint32_t kLongestLabelled = 120;  // bytes behind a label's colon: more is a paragraph

BlockKind KindNamed(std::string_view name) {
  constexpr BlockKind kKinds[] = {BlockKind::kByline, BlockKind::kDateline, BlockKind::kCaption,
                                  BlockKind::kCredit, BlockKind::kFurniture};
  for (BlockKind kind : kKinds) {
    if (BlockKindName(kind) == name) return kind;
  }
  return BlockKind::kParagraph;
}

bool EndsWithStop(std::string_view text, Span line) {
  return DecodeBefore(text, line.end).code_point == '.';
}

// Nothing but an end mark is left of the line: "Read more", "Read more…", "[Read more]".
bool IsOver(std::string_view rest) {
  return rest.empty() || rest == "." || rest == "..." || rest == ")" || rest == "]" ||
         rest == ">" || rest == "\xC2\xBB" || rest == "\xE2\x80\xA6" || rest == "\xE2\x86\x92";
}

// A mark that parts a label from what it labels.
bool IsLabelMark(std::string_view rest) {
  return rest[0] == ':' || rest[0] == '|' || rest[0] == '>' || rest.substr(0, 2) == "](" ||
         rest.substr(0, 2) == "\xC2\xBB" || rest.substr(0, 3) == "\xE2\x80\xA6" ||
         rest.substr(0, 3) == "\xE2\x86\x92";
}

// `rest`, the part of `line` behind the words of a row, goes with what the row asks for.
bool Fits(std::string_view text, Span line, Span rest, const LexiconRow& row) {
  const std::string_view how = row.column(1);
  const std::string_view behind = Slice(text, rest);
  if (how == "start") return !HasReportingTag(text, line);
  if (how == "by") {
    WordWalk walk(text, rest, kLongestLabelled);
    std::string_view name = walk.Next();
    if (name == ":") name = walk.Next();
    const std::string_view bare = Bare(name);
    if (bare.empty() || (!IsUpper(DecodeAt(bare, 0).code_point) && bare != "our")) return false;
    // "Edited by Lee, the paper grew.", but not "Reporting by Lee in Oslo, our correspondent."
    const size_t comma = behind.find(", ");
    return !(EndsWithStop(text, line) && comma != std::string_view::npos &&
             IsAsciiLower(behind[comma + 2]) && behind.find(';') == std::string_view::npos);
  }
  if (IsOver(behind)) return true;
  if (how == "note") {
    if (behind[0] == ':') return true;
    const size_t colon = behind.find(": ");
    if (colon == std::string_view::npos) return false;
    const char before = behind[colon - 1];
    return (behind[0] == '(' && before == ')') || (colon <= kLongestDate && IsAsciiDigit(before));
  }
  if (how == "alone" || row.column(0) == "dateline") return false;
  if (row.column(0) == "caption" && behind[0] == ',') return !EndsWithStop(text, line);
  if (!IsLabelMark(behind)) return false;
  const bool speech = EndsWithStop(text, line) && HasReportingTag(text, rest);
  if (speech || row.column(0) == "caption") return !speech;
  return behind.size() <= kLongestLabelled && !HasSentenceEnd(text, rest);
}

// The patterns of line_patterns.tsv as one automaton, and the kind of each.
class LinePatterns {
 public:
  LinePatterns() : set_(Options(), re2::RE2::ANCHOR_BOTH) {
    for (const LexiconRow& row : Lexicon::English().Table("line_patterns.tsv").rows()) {
      const re2::StringPiece pattern(row.key.data(), row.key.size());
      if (set_.Add(pattern, nullptr) >= 0) kinds_.push_back(KindNamed(row.column(0)));
    }
    set_.Compile();
  }

  BlockKind Match(std::string_view line) const {
    const re2::StringPiece text(line.data(), line.size());
    if (!set_.Match(text, nullptr))
      return BlockKind::kParagraph;  // nearly always, and in less time
    std::vector<int> matches;
    set_.Match(text, &matches);
    if (matches.empty()) return BlockKind::kParagraph;
    return kinds_[static_cast<size_t>(*std::min_element(matches.begin(), matches.end()))];
  }

 private:
  static re2::RE2::Options Options() {
    re2::RE2::Options options;
    options.set_case_sensitive(false);
    return options;
  }

  re2::RE2::Set set_;
  std::vector<BlockKind> kinds_;
};

}  // namespace

Label ReadLabel(std::string_view text, Span line, const LineHead& head) {
  if ((head.classes & kLabelWord) == 0) return {};
  if (text[line.begin] == '(' || text[line.begin] == '[') ++line.begin;
  if (head.word.data() != text.data() + line.begin) return {};  // other marks stand before it
  char folded[kLongestKey];
  uint32_t ends[kLongestKey];  // of each folded byte in the text
  size_t size = 0;
  for (uint32_t i = line.begin; i < line.end && size < kLongestKey;) {
    const bool apostrophe = text[i] == '\xE2' && text.substr(i, 3) == "\xE2\x80\x99";
    folded[size] = apostrophe ? '\'' : AsciiLower(text[i]);
    i += apostrophe ? 3 : 1;
    ends[size++] = i;
  }
  const std::string_view begin(folded, size);
  const std::string_view first = begin.substr(0, begin.find_first_of(" :|,.)]"));
  static const std::vector<LexiconRow>& rows = Lexicon::English().Table("furniture.tsv").rows();
  auto row = std::lower_bound(rows.begin(), rows.end(), first,
                              [](const LexiconRow& r, std::string_view w) { return r.key < w; });
  Label label;
  for (; row != rows.end(); ++row) {  // the rows with this first word stand together
    const std::string_view key = row->key;
    if (key.substr(0, first.size()) != first) break;
    if (key.size() > first.size() && IsAsciiAlpha(key[first.size()])) break;
    if (begin.substr(0, key.size()) != key) continue;
    if (key.size() < size && (IsAsciiAlpha(begin[key.size()]) || IsAsciiDigit(begin[key.size()]))) {
      continue;
    }
    const Span rest = TrimLine(text, {ends[key.size() - 1], line.end});
    if (!Fits(text, line, rest, *row)) continue;
    label.kind = KindNamed(row->column(0));
    label.opens_list = row->column(1) == "list" && (rest.empty() || rest.size() == 1);
  }
  return label;
}

BlockKind KindByPattern(std::string_view text, Span line, const LineHead& head) {
  static const LinePatterns* const patterns =
      new LinePatterns;  // never destroyed: used until the end
  // "Copyright 2031 Harbour Post. All rights reserved. …": only behind such a word they are longer.
  const uint32_t longest =
      (head.classes & kLabelWord) != 0 ? kLongestLabelledPattern : kLongestPattern;
  if (line.size() < kShortestPattern || line.size() > longest) return BlockKind::kParagraph;
  return patterns->Match(Slice(text, line));
}

}  // namespace crossread
