// What a line is by its own words: markers, labels from furniture.tsv, bylines, credits, hashtags.
// Reads no neighbour; headlines and subheads are blocks.cpp's.
#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/text/line.h"
#include "core/text/list_marker.h"
#include "core/text/word_classes.h"
#include "core/text/words.h"

namespace crossread {
namespace {

constexpr uint32_t kLongestByline = 120;   // bytes, by hand
constexpr uint32_t kLongestCredit = 80;    // bytes between the brackets, by hand
constexpr uint32_t kLongestPattern = 100;  // bytes of a line that line_patterns.tsv is asked about
constexpr uint32_t kShortestPattern = 5;
constexpr uint32_t kLongestLabel = 60;  // bytes read of a line's begin to find a label

bool IsListItem(std::string_view text, Span line) {
  const char first = text[line.begin];
  if ((first == '-' || first == '*') && line.size() > 2 && text[line.begin + 1] == ' ') return true;
  const Decoded d = DecodeAt(text, line.begin);
  if (IsDash(d.code_point) && d.length > 1 && line.size() > d.length &&
      text[line.begin + d.length] == ' ') {
    return true;
  }
  return !ReadListMarker(text, line.begin, line.end).span.empty();
}

// Every word is a hashtag. Cost: O(line) only while they are.
bool IsHashtags(std::string_view text, Span line) {
  if (text[line.begin] != '#') return false;
  WordWalk walk(text, line, line.size());
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    if (word.size() < 2 || word[0] != '#' || word[1] == '#') return false;
  }
  return true;
}

bool HasWord(std::string_view text, Span line) {
  for (uint32_t i = line.begin; i < line.end;) {
    const Decoded d = DecodeAt(text, i);
    if (IsLetter(d.code_point) || IsDigit(d.code_point)) return true;
    i += d.length;
  }
  return false;
}

// "By Ann Lee", "By Ann Lee and Bo Berg, Harbour Post", "BY ANN LEE": capitalised names up to a
// comma or a bar, no full stop at the end. Near misses: "By Monday the dam had failed", "By then,
// Lee was out."
bool IsByline(std::string_view text, Span line) {
  if (line.size() > kLongestByline || IsTerminator(static_cast<unsigned char>(text[line.end - 1])))
    return false;
  WordWalk walk(text, line, kLongestByline);
  const std::string_view by = walk.Next();
  if (by != "By" && by != "BY" && by != "by") return false;
  int names = 0;
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    const Decoded d = DecodeAt(word, 0);
    if (IsUpper(d.code_point)) {
      if (names == 0 && (ClassesOf(Bare(word)) & (kZone | kOpener)) != 0) return false;
      ++names;
      if (word.back() == ',' && names >= 2) return true;  // a role, a place or an outlet follows
    } else if (names >= 2 && (IsDigit(d.code_point) || word == "|" || IsDash(d.code_point))) {
      return true;
    } else if (word != "and" && word != "in" && word != "for" && word != "of" && word != "de" &&
               word != "van" && word != "von" && word != "&" && word != "the") {
      return false;
    }
  }
  return names >= 1;
}

// "(Harbour 24 with AP)", also with stray quotation marks behind it; "AP, Reuters".
bool IsCredit(std::string_view text, Span line) {
  if (line.size() > kLongestCredit + 10) return false;
  const std::string_view whole = Slice(text, line);
  if (whole[0] == '(' || whole[0] == '[') {
    const size_t close = whole.find(whole[0] == '(' ? ')' : ']');
    if (close == std::string_view::npos ||
        HasWord(text, {line.begin + static_cast<uint32_t>(close), line.end})) {
      return false;
    }
    return NamesAgency(whole.substr(1, close - 1));
  }
  WordWalk walk(text, line, kLongestCredit);
  for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
    const std::string_view bare = Bare(word.substr(0, word.find('/')));
    const bool joins =
        bare.empty() || bare == "and" || bare == "with" || bare == "With" || bare == "via";
    if (!joins && (ClassesOf(bare) & kAgencyWord) == 0) return false;
  }
  return NamesAgency(whole);
}

// A caption's last words: "(AP Photo/Ann Lee)", "[Bo Berg/Reuters]", "(Photo: Ann Lee)".
bool EndsInPictureCredit(std::string_view text, Span line) {
  const char last = text[line.end - 1];
  if (last != ')' && last != ']') return false;
  const char opening = last == ')' ? '(' : '[';
  const uint32_t limit = line.size() > kLongestCredit ? line.end - kLongestCredit : line.begin;
  for (uint32_t i = line.end - 1; i > limit; --i) {
    if (text[i - 1] != opening) continue;
    const std::string_view inside = text.substr(i, line.end - 1 - i);
    const std::string folded = Fold(inside);
    return (folded.find('/') != std::string::npos && NamesAgency(inside)) ||
           folded.find("photo") != std::string::npos ||
           folded.find("getty images") != std::string::npos;
  }
  return false;
}

BlockKind KindNamed(std::string_view name) {
  constexpr BlockKind kKinds[] = {BlockKind::kByline, BlockKind::kDateline, BlockKind::kCaption,
                                  BlockKind::kCredit, BlockKind::kFurniture};
  for (BlockKind kind : kKinds) {
    if (BlockKindName(kind) == name) return kind;
  }
  return BlockKind::kParagraph;
}

// What furniture.tsv says of the words with which the line begins. "label": the line is these words
// alone, or a colon, bar or arrow follows them; "start": anything may follow.
BlockKind KindByLabel(std::string_view text, Span line) {
  static const LexiconTable& table = Lexicon::English().Table("furniture.tsv");
  const std::vector<LexiconRow>& rows = table.rows();
  const uint32_t size = line.size() > kLongestLabel ? kLongestLabel : line.size();
  char folded[kLongestLabel];
  size_t used = 0;
  for (uint32_t i = line.begin; i < line.begin + size; ++i) {
    if (text.substr(i, 3) == "\xE2\x80\x99") {
      folded[used++] = '\'';
      i += 2;
    } else {
      folded[used++] = AsciiLower(text[i]);
    }
  }
  const std::string_view begin(folded, used);
  const std::string_view first = begin.substr(0, begin.find_first_of(" :|,."));
  if (first.size() < 2) return BlockKind::kParagraph;
  auto row = std::lower_bound(rows.begin(), rows.end(), first,
                              [](const LexiconRow& r, std::string_view w) { return r.key < w; });
  for (; row != rows.end() && row->key.substr(0, first.size()) == first; ++row) {
    const std::string_view key = row->key;
    if (begin.substr(0, key.size()) != key) continue;
    const std::string_view rest = TrimAscii(begin.substr(key.size()));
    if (row->column(1) == "start") {
      if (rest.empty() || begin[key.size()] == ' ' || begin[key.size()] == ':')
        return KindNamed(row->column(0));
    } else if (rest.empty() || rest == "." || rest == "..." || rest[0] == ':' || rest[0] == '|' ||
               rest[0] == '>' || rest.substr(0, 2) == "\xC2\xBB" ||
               rest.substr(0, 3) == "\xE2\x80\xA6" || rest.substr(0, 3) == "\xE2\x86\x92") {
      return KindNamed(row->column(0));
    }
  }
  return BlockKind::kParagraph;
}

// The patterns of line_patterns.tsv as one automaton, and the kind of each.
class LinePatterns {
 public:
  LinePatterns() : set_(re2::RE2::Options(), re2::RE2::ANCHOR_BOTH) {
    for (const LexiconRow& row : Lexicon::English().Table("line_patterns.tsv").rows()) {
      const re2::StringPiece pattern(row.key.data(), row.key.size());
      if (set_.Add(pattern, nullptr) >= 0) kinds_.push_back(KindNamed(row.column(0)));
    }
    set_.Compile();
  }

  BlockKind Match(std::string_view folded) const {
    std::vector<int> matches;
    if (!set_.Match(re2::StringPiece(folded.data(), folded.size()), &matches)) {
      return BlockKind::kParagraph;
    }
    return kinds_[static_cast<size_t>(*std::min_element(matches.begin(), matches.end()))];
  }

 private:
  re2::RE2::Set set_;
  std::vector<BlockKind> kinds_;
};

// "4 min read", "Photo 3 of 12", "Published 14 March 2026".
BlockKind KindByPattern(std::string_view text, Span line) {
  static const LinePatterns* const patterns =
      new LinePatterns;  // never destroyed: used until the end
  if (line.size() < kShortestPattern || line.size() > kLongestPattern) return BlockKind::kParagraph;
  return patterns->Match(Fold(Slice(text, line)));
}

}  // namespace

BlockKind KindOfLine(std::string_view text, Span line) {
  if (IsHashtags(text, line)) return BlockKind::kHashtags;
  if (!HasWord(text, line)) return BlockKind::kFurniture;
  if (IsByline(text, line)) return BlockKind::kByline;
  const BlockKind shape = KindByPattern(text, line);
  if (shape != BlockKind::kParagraph) return shape;
  if (IsDateStamp(text, line)) return BlockKind::kDateline;
  if (IsCredit(text, line)) return BlockKind::kCredit;
  const BlockKind label = KindByLabel(text, line);
  if (label != BlockKind::kParagraph) return label;
  if (IsListItem(text, line)) return BlockKind::kListItem;
  if (EndsInPictureCredit(text, line)) return BlockKind::kCaption;
  return BlockKind::kParagraph;
}

}  // namespace crossread
