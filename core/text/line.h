// One line of an article, before lines become blocks: what it is by its own words and marks alone.
// What only neighbours tell is blocks.cpp's and headings.cpp's.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/base/span.h"
#include "core/text/document.h"
#include "core/text/word_classes.h"

namespace crossread {

// What a line says of its neighbours.
enum class LineHint : uint8_t {
  kNone,
  kPicture,    // a caption, or the credit of a picture: the line above may be its caption
  kOpensList,  // "Most read": the lines below are other stories' titles
  kNamesOnly,  // a byline without "By": it needs a neighbour that belongs to an article's head
};

struct Line {
  Span span;  // white space trimmed, not empty
  // Where its words begin, behind ">" of quoted mail and "**" of Markdown: bytes from span.begin.
  uint8_t body = 0;
  // The end of a dateline with which a paragraph begins, in bytes from span.begin, or 0.
  uint8_t dateline = 0;
  BlockKind kind = BlockKind::kParagraph;  // kParagraph where the line alone does not tell
  LineHint hint = LineHint::kNone;
  bool blank_before = false;  // an empty line stands before it
};

// The lines of a text that hold more than white space, read one after another and kept only as far
// ahead as one looks: a page of a million short lines costs no memory. Each is named as it is read.
// Cost: O(n) for all.
class LineReader {
 public:
  static constexpr size_t kWindow = 32;  // lines

  explicit LineReader(std::string_view text) : text_(text) {}

  // The line `ahead` lines behind the one at hand (0 is that itself), or nullptr if there are
  // fewer. ahead < kWindow; valid until Advance().
  const Line* Peek(size_t ahead) {
    while (count_ <= ahead) {
      if (!ReadNext()) return nullptr;
    }
    return &ring_[(first_ + ahead) % kWindow];
  }
  // Goes on by as many lines as were peeked at, at most.
  void Advance(size_t lines) {
    first_ += lines;
    count_ -= lines;
  }

 private:
  bool ReadNext();
  void NameTeaser(Line* line);

  std::string_view text_;
  size_t byte_ = 0;
  size_t first_ = 0;  // number of the line at hand; `count_` lines from it on are in the ring
  size_t count_ = 0;
  size_t teasers_left_ = 0;  // lines that may still belong to a list of other stories
  Line ring_[kWindow];
};

// The double quotation marks of a line: curly ones tell by themselves what they do, straight ones
// are counted.
enum class QuoteEdge : uint8_t { kNone, kOpening, kClosing };
struct QuoteMarks {
  QuoteEdge first = QuoteEdge::kNone;
  QuoteEdge last = QuoteEdge::kNone;
  uint32_t curly = 0;
  uint32_t straight = 0;
};
QuoteMarks ReadQuoteMarks(std::string_view line);

// Sets kind, dateline and hint. Reads a bounded number of bytes, but for hashtags.
void NameLine(std::string_view text, Line* line);

// ---- The parts of NameLine, in its order. `line` is what is left of a line behind Line::body.

// The first word of a line, without the marks around it, and what the lexicons say of it: most
// questions about a line are settled by it.
struct LineHead {
  std::string_view word;  // empty if the line begins with marks only
  WordClasses classes = kNoClass;
};
LineHead ReadHead(std::string_view text, Span line);

// text/dateline.cpp. The end of a dateline or date stamp with which `line` begins ("OSLO, March 3
// (Agency) - Police …", "date 2031-04-02 Police …"), or 0; line.end if it is all of the line
// ("Published 3 March 2031, 14:30 GMT", "Oslo, March 3").
inline constexpr uint32_t kLongestDateline = 100;  // bytes read
uint32_t DatelineEnd(std::string_view text, Span line, const LineHead& head);

// text/signature.cpp. Who wrote, took or sent it.
bool IsByline(std::string_view text, Span line, const LineHead& head);
bool IsNameLine(std::string_view text, Span line);  // "Ann Lee", "Ann Lee in Oslo"
// "(Harbour 24 with AP)", "Bo Berg/AFP", "— AFP". *picture: it credits a picture.
bool IsCredit(std::string_view text, Span line, const LineHead& head, bool* picture);
// "She is on X: @annlee.", "Ann Lee @annlee", "Follow her on X @annlee": where to find somebody.
// Near miss: "By noon the debate was won by @annlee."
bool EndsInAccount(std::string_view text, Span line);
// A caption's last words: "(AP Photo/Ann Lee)", "Photograph: Ann Lee", "| Ann Lee/AFP".
bool EndsInPictureCredit(std::string_view text, Span line);

// text/label.cpp. What furniture.tsv says of the words with which the line begins, and
// line_patterns.tsv of its shape; kParagraph if nothing.
struct Label {
  BlockKind kind = BlockKind::kParagraph;
  bool opens_list = false;
};
Label ReadLabel(std::string_view text, Span line, const LineHead& head);
BlockKind KindByPattern(std::string_view text, Span line, const LineHead& head);

// ---- Questions about a line or a piece of one.

// The last character that is neither quotation mark, closing bracket nor space; 0 if none.
char32_t LastCharacter(std::string_view text, Span line);
// It ends in a terminator, a colon or a semicolon, marks that close behind it aside.
bool EndsSentence(std::string_view text, Span line);
// A full stop or question mark, then a capital: it holds more than one sentence.
bool HasSentenceEnd(std::string_view text, Span line);
// "to the city", but not "iPhone sales".
bool OpensInLowerCase(std::string_view text, Span line);
// ", he said", ", the crews shouted": a reporting verb among the three words behind a comma. Such a
// line is somebody's sentence.
bool HasReportingTag(std::string_view text, Span line);

// text/headings.cpp. Names what only neighbours tell among document->blocks: headline, standfirst,
// subheads, captions without a mark of their own. `title` may be empty; one hint a block.
void NameHeadings(std::string_view title, const std::vector<LineHint>& hints, Document* document);

// ---- Agencies

// text/dateline.cpp. The text (at most kLongestDateline bytes are read) names an agency or outlet
// of agencies.txt, in one to three words.
bool NamesAgency(std::string_view text);

}  // namespace crossread
