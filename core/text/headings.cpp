// What only neighbours tell of a block: headline, standfirst, subheads, captions that no mark
// shows. Reads blocks that lines alone left as paragraphs, and changes no bounds.
#include "core/base/utf8.h"
#include "core/text/characters.h"
#include "core/text/line.h"
#include "core/text/list_marker.h"
#include "core/text/words.h"

namespace crossread {
namespace {

// Lengths in bytes, all set by hand on news pages (2026-03).
constexpr uint32_t kLongestHeadline = 220;
constexpr uint32_t kLongestSubhead = 100;
constexpr uint32_t kLongestStandfirst = 400;
constexpr uint32_t kLongestCaption = 150;
constexpr uint32_t kLongestRole = 60;

// Numbers of words, by hand as well.
constexpr int kMostSubheadWords = 14;
constexpr int kLeastLongWords = 4;  // of a headline that ends in a full stop
constexpr size_t kLongWord = 5;  // bytes; shorter ones ("with") have no capital in many headlines
constexpr int kMostNumberedWords = 6;  // of a subhead and its number: "1. The offer"
constexpr int kMostColonWords = 4;     // of a subhead that ends in a colon
constexpr int kLeastDeckWords = 5;     // fewer, under a headline, are a subhead: "Key developments"

class HeadingNamer {
 public:
  HeadingNamer(std::string_view title, const std::vector<LineHint>& hints, Document* document)
      : text_(document->text), title_(Fold(title)), hints_(hints), blocks_(document->blocks) {}

  void Run() {
    NameHeadline();
    for (size_t i = 1; i < blocks_.size(); ++i) {
      if (IsCaptionAbove(i)) blocks_[i - 1].kind = BlockKind::kCaption;
      if (IsRoleOfAuthor(i)) blocks_[i].kind = BlockKind::kByline;
    }
    for (size_t i = 1; i + 1 < blocks_.size(); ++i) {
      if (LooksLikeSubhead(i)) blocks_[i].kind = BlockKind::kSubhead;
    }
    for (Block& block : blocks_) {
      if (block.kind == BlockKind::kParagraph && IsQuotation(block.span)) {
        block.kind = BlockKind::kQuotation;
      }
    }
  }

 private:
  bool Is(size_t i, BlockKind kind) const { return i < blocks_.size() && blocks_[i].kind == kind; }
  bool IsParagraph(size_t i) const { return Is(i, BlockKind::kParagraph); }

  bool OnOneLine(Span span) const {
    return Slice(text_, span).find('\n') == std::string_view::npos;
  }

  // A dateline stands before it on its own line.
  bool FollowsGlued(size_t i) const {
    return i > 0 && blocks_[i - 1].kind == BlockKind::kDateline &&
           OnOneLine({blocks_[i - 1].span.end, blocks_[i].span.begin});
  }

  // Words of the block, at most `most` + 1 are counted.
  int Words(size_t i, int most) const {
    WordWalk walk(text_, blocks_[i].span, blocks_[i].span.size());
    int words = 0;
    while (words <= most && !walk.Next().empty()) ++words;
    return words;
  }

  // As written, with the marks around it; of a block on one line.
  std::string_view LastWord(size_t i) const {
    const std::string_view line = Slice(text_, blocks_[i].span);
    return line.substr(line.find_last_of(' ') + 1);
  }

  bool IsTitle(Span span) const {
    return !title_.empty() && span.size() <= 4 * title_.size() &&
           Fold(Slice(text_, span)) == title_;
  }

  // Short, on one line, and no whole sentence but perhaps a question.
  bool LooksLikeHeadline(size_t i) const {
    if (!IsParagraph(i) || i + 1 >= blocks_.size() || FollowsGlued(i)) return false;
    const Span span = blocks_[i].span;
    const char32_t last = LastCharacter(text_, span);
    return span.size() <= kLongestHeadline &&
           (!EndsSentence(text_, span) || last == '?' || HasHeadlineCase(i)) && last != ',' &&
           OnOneLine(span);
  }

  // "Mayor Says the Mill Is Gone for Good.": every long word has a capital, a full stop or not.
  bool HasHeadlineCase(size_t i) const {
    WordWalk walk(text_, blocks_[i].span, blocks_[i].span.size());
    int long_words = 0;
    for (std::string_view word = walk.Next(); !word.empty(); word = walk.Next()) {
      if (word.size() < kLongWord) continue;
      if (IsAsciiLower(word[0])) return false;
      ++long_words;
    }
    return long_words >= kLeastLongWords;
  }

  // "ANALYSIS", "Opinion" above a headline.
  bool IsKicker(size_t i) const {
    const int words = Words(i, 2);
    if (words > 2) return false;
    for (char c : Slice(text_, blocks_[i].span)) {
      if (words == 2 && IsAsciiLower(c)) return false;
    }
    return true;
  }

  // The first prose of the article, if it is the given title or looks like a headline; then what
  // stands below it.
  void NameHeadline() {
    size_t i = 0;
    bool pictures = false;
    for (; i < blocks_.size() && !IsProse(blocks_[i].kind); ++i) {
      if (hints_[i] == LineHint::kNamesOnly) break;
      pictures = pictures || hints_[i] == LineHint::kPicture;
    }
    if (i + 1 >= blocks_.size()) return;
    if (pictures && hints_[i + 1] == LineHint::kPicture) return;  // one of a gallery's captions
    // Names above all else are what the article is about.
    if (hints_[i] == LineHint::kNamesOnly) blocks_[i].kind = BlockKind::kParagraph;
    if (!IsParagraph(i)) return;
    const bool title = IsTitle(blocks_[i].span);
    if (!title && !LooksLikeHeadline(i)) return;
    if (!title && IsKicker(i) && (LooksLikeHeadline(i + 1) || IsTitle(blocks_[i + 1].span))) {
      blocks_[i++].kind = BlockKind::kFurniture;
    }
    blocks_[i].kind = BlockKind::kHeadline;
    if (IsStandfirst(i + 1)) blocks_[i + 1].kind = BlockKind::kStandfirst;
  }

  // Below the headline: before a byline or a dateline, or a line without a full stop above the
  // text.
  bool IsStandfirst(size_t i) const {
    if (!IsParagraph(i) || i + 1 >= blocks_.size()) return false;
    const Block& next = blocks_[i + 1];
    if (next.kind == BlockKind::kByline || next.kind == BlockKind::kDateline) {
      return blocks_[i].span.size() <= kLongestStandfirst;
    }
    return IsParagraph(i + 1) && next.span.size() > blocks_[i].span.size() &&
           LooksLikeHeadline(i) && LastCharacter(text_, blocks_[i].span) != '?' &&
           Words(i, kLeastDeckWords) >= kLeastDeckWords;
  }

  // Whether the block above i is the caption that the credit in i shows it to be: short, and no
  // whole sentence.
  bool IsCaptionAbove(size_t i) const {
    const Span above = blocks_[i - 1].span;
    return hints_[i] == LineHint::kPicture && IsParagraph(i - 1) &&
           above.size() <= kLongestCaption && !EndsSentence(text_, above);
  }

  // "Local Democracy Reporter", "Ann Lee is a columnist": below a byline, and no sentence. Near
  // miss: the same line anywhere else.
  bool IsRoleOfAuthor(size_t i) const {
    const Span span = blocks_[i].span;
    return IsParagraph(i) && Is(i - 1, BlockKind::kByline) && span.size() <= kLongestRole &&
           OnOneLine(span) && (ClassesOf(LastWord(i)) & kDesk) != 0;
  }

  // A short line without a full stop (a question may be one), before longer text or a list. Near
  // misses: the last line of the article; "He said:"; one of several short lines in a row.
  bool LooksLikeSubhead(size_t i) const {
    const Span span = blocks_[i].span;
    const Block& next = blocks_[i + 1];
    const bool before_list = next.kind == BlockKind::kListItem;
    const bool before_text = next.kind == BlockKind::kParagraph && next.span.size() > span.size();
    const bool hash = text_[span.begin] == '#';  // "## What happens next", in Markdown
    if (span.size() > kLongestSubhead || !(before_list || before_text || hash)) return false;
    if (!OnOneLine(span)) return false;
    if (blocks_[i].kind == BlockKind::kListItem) return before_text && IsNumberedSubhead(i);
    if (blocks_[i].kind != BlockKind::kParagraph || FollowsGlued(i)) return false;
    const std::string_view line = Slice(text_, span);
    if (hash) return line.find_first_not_of('#') == line.find(' ');
    if (line.starts_with("**") && line.ends_with("**")) return true;
    const char32_t first = DecodeAt(text_, span.begin).code_point;
    if (!IsLetter(first) && !IsDigit(first) && !IsOpeningQuote(first) && !IsStraightQuote(first)) {
      return false;
    }
    if (OpensInLowerCase(text_, span) || HasSentenceEnd(text_, span)) return false;
    if (HasReportingTag(text_, span) || Words(i, kMostSubheadWords) > kMostSubheadWords)
      return false;
    const char32_t last = LastCharacter(text_, span);
    if (last == '?') return IsHeadingQuestion(i);
    if (last == ':') return before_list && LooksLikeLabel(i);
    return last != ',' && last != 0 && !EndsSentence(text_, span);
  }

  // “We are too few.” and nothing else, or a paragraph behind ">". Near misses: “Why?” she asked.
  // “There was no time.”; a paragraph whose quotation goes on in the next.
  bool IsQuotation(Span span) const {
    if (text_[span.begin] == '>') return true;
    const char32_t first = DecodeAt(text_, span.begin).code_point;
    const bool curly = first == 0x201C;
    if (!curly && first != '"') return false;
    if (DecodeBefore(text_, span.end).code_point != (curly ? 0x201D : U'"')) return false;
    const QuoteMarks marks = ReadQuoteMarks(Slice(text_, span));
    return curly ? marks.curly == 2 : marks.straight == 2;
  }

  // "1. The offer", alone with its number: neither a list item before nor one behind it.
  bool IsNumberedSubhead(size_t i) const {
    return ReadListMarker(text_, blocks_[i].span.begin, blocks_[i].span.end).stop &&
           blocks_[i - 1].kind != BlockKind::kListItem && !EndsSentence(text_, blocks_[i].span) &&
           Words(i, kMostNumberedWords) <= kMostNumberedWords;
  }

  // "What happens next?" Near misses: "Why?", "“Who will pay?”", "LEE: What will you do?", and what
  // a writer asks along the way: "But can they pay?", "It is much, isn’t it?"
  bool IsHeadingQuestion(size_t i) const {
    const std::string_view line = Slice(text_, blocks_[i].span);
    const QuoteMarks marks = ReadQuoteMarks(line);
    const bool aside = line.starts_with("But ") || line.starts_with("And ") ||
                       line.find(", ") != std::string_view::npos;
    return Words(i, 1) > 1 && line.find(':') == std::string_view::npos && marks.curly == 0 &&
           marks.straight == 0 && !aside;
  }

  // "Key developments:" before a list. Near miss: "Solheim added:".
  bool LooksLikeLabel(size_t i) const {
    return (ClassesOf(Bare(LastWord(i))) & kTag) == 0 &&
           Words(i, kMostColonWords) <= kMostColonWords;
  }

  std::string_view text_;
  std::string title_;
  const std::vector<LineHint>& hints_;
  std::vector<Block>& blocks_;
};

}  // namespace

void NameHeadings(std::string_view title, const std::vector<LineHint>& hints, Document* document) {
  HeadingNamer(title, hints, document).Run();
}

}  // namespace crossread
