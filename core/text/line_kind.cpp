// What a line is by its own words: the order of the questions, and those that need no word list.
#include "core/text/characters.h"
#include "core/text/line.h"
#include "core/text/list_marker.h"
#include "core/text/words.h"

namespace crossread {
namespace {

constexpr uint32_t kShortestLabel = 2;  // bytes: "ad", "AP"
constexpr uint32_t kLongestHead = 32;   // bytes read of a line's first word

// "- tea", "* tea", "— tea", "3. tea", "(3) tea", "✓ tea".
bool IsListItem(std::string_view text, Span line) {
  const Decoded d = DecodeAt(text, line.begin);
  const bool dash = IsDash(d.code_point) || d.code_point == '*';
  if (dash && line.size() > d.length && text[line.begin + d.length] == ' ') return true;
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

// "214", "- 13 -", "(555) 555-0177": a count, the number of a page or a telephone. Near miss, an
// answer: "42." Cost: O(1) but for lines that begin with digits or marks.
bool IsNumberAlone(std::string_view text, Span line) {
  for (uint32_t i = line.begin; i < line.end;) {
    const Decoded d = DecodeAt(text, i);
    if (IsLetter(d.code_point)) return false;
    i += d.length;
  }
  return !EndsSentence(text, line);
}

BlockKind KindOf(std::string_view text, Span body, Line* line) {
  if (IsHashtags(text, body)) return BlockKind::kHashtags;
  if (!HasWord(text, body)) return BlockKind::kFurniture;
  if (body.size() < kShortestLabel) {
    return IsNumberAlone(text, body) ? BlockKind::kFurniture : BlockKind::kParagraph;
  }
  if (text.substr(body.begin, 2) == "![") return BlockKind::kCaption;  // a picture in Markdown
  const LineHead head = ReadHead(text, body);
  const uint32_t dateline = DatelineEnd(text, body, head);
  if (dateline >= body.end) return BlockKind::kDateline;
  if (dateline != 0) {
    line->dateline = static_cast<uint8_t>(dateline - line->span.begin);
    return BlockKind::kParagraph;
  }
  if (IsNumberAlone(text, body)) return BlockKind::kFurniture;
  if (IsByline(text, body, head)) return BlockKind::kByline;
  bool picture = false;
  if (IsCredit(text, body, head, &picture)) {
    if (picture) line->hint = LineHint::kPicture;
    return BlockKind::kCredit;
  }
  const Label label = ReadLabel(text, body, head);
  if (label.opens_list) line->hint = LineHint::kOpensList;
  if (label.kind == BlockKind::kCredit && (head.classes & kPicture) != 0) {
    line->hint = LineHint::kPicture;
  }
  if (label.kind != BlockKind::kParagraph) return label.kind;
  const BlockKind shape = KindByPattern(text, body, head);
  if (shape != BlockKind::kParagraph) return shape;
  if (EndsInAccount(text, body)) return BlockKind::kFurniture;
  if (IsListItem(text, line->span)) return BlockKind::kListItem;
  if (EndsInPictureCredit(text, body)) return BlockKind::kCaption;
  if (!IsNameLine(text, body)) return BlockKind::kParagraph;
  line->hint = LineHint::kNamesOnly;
  return BlockKind::kByline;
}

}  // namespace

LineHead ReadHead(std::string_view text, Span line) {
  uint32_t begin = line.begin;
  while (begin < line.end && begin - line.begin < kLongestHead && IsAsciiMark(text[begin])) ++begin;
  uint32_t end = begin;
  while (end < line.end && end - begin < kLongestHead && !IsAsciiSpace(text[end]) &&
         (!IsAsciiMark(text[end]) || text[end] == '\'' || text[end] == '-')) {
    ++end;
  }
  LineHead head;
  head.word = text.substr(begin, end - begin);
  head.classes = ClassesOf(head.word);
  return head;
}

void NameLine(std::string_view text, Line* line) {
  line->kind = KindOf(text, {line->span.begin + line->body, line->span.end}, line);
  if (line->kind == BlockKind::kCaption) line->hint = LineHint::kPicture;
}

}  // namespace crossread
