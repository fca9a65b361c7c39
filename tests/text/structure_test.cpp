// Whole pages with their structure: tests/text/structure/*.txt.
//
//   # what the file covers                 title: the title that is given (optional)
//   [headline]                             the kind of the block below
//   Ferries stop as talks fail
//   [blank]                                an empty line of the page
//   [dateline]
//   OSLO (AP) —
//   [paragraph+]                           follows the block before on its line, behind one space
//   Talks failed. ¦ Nobody knows why.      " ¦" stands between two sentences
//   [credit|furniture]                     either will do
//
// Line breaks inside a block stand in the page as well. A block's span is its text without the
// white space around it.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/text/document.h"
#include "tests/support/fixture.h"

namespace crossread {
namespace {

struct ExpectedBlock {
  int line = 0;  // of its [kind]
  std::string kinds;
  Span span;
  std::vector<Span> sentences;
};

struct Page {
  std::string file;
  std::string title;
  std::string text;
  std::vector<ExpectedBlock> blocks;
};

bool IsMarker(const std::string& line) {
  return line.size() > 2 && line.front() == '[' && line.back() == ']' &&
         line.find_first_not_of("abcdefghijklmnopqrstuvwxyz_|+", 1) == line.size() - 1;
}

// Appends `line` without its sentence marks; a sentence ends at each.
void AppendLine(std::string_view line, ExpectedBlock* block, std::string* text) {
  constexpr std::string_view kMark = " \xC2\xA6";
  for (size_t mark = line.find(kMark); mark != std::string_view::npos; mark = line.find(kMark)) {
    *text += line.substr(0, mark);
    block->sentences.back().end = static_cast<uint32_t>(text->size());
    block->sentences.push_back({block->sentences.back().end, 0});
    line.remove_prefix(mark + kMark.size());
  }
  *text += line;
}

void Finish(Page* page) {
  if (page->blocks.empty()) return;
  ExpectedBlock& block = page->blocks.back();
  block.span = Trim(page->text, {block.span.begin, static_cast<uint32_t>(page->text.size())});
  block.sentences.back().end = block.span.end;
  for (Span& sentence : block.sentences) sentence = Trim(page->text, sentence);
}

Page ReadPage(const std::string& file) {
  Page page{file, {}, {}, {}};
  std::istringstream in(ReadTestFile(file));
  std::string line;
  bool first_line = false;  // of a block: what separates it from the one before is written
  for (int number = 1; std::getline(in, line); ++number) {
    if (line == "[blank]") {
      page.text += "\n";
    } else if (IsMarker(line)) {
      Finish(&page);
      const bool glued = line[line.size() - 2] == '+';
      if (!page.blocks.empty()) page.text += glued ? " " : "\n";
      const uint32_t begin = static_cast<uint32_t>(page.text.size());
      page.blocks.push_back(
          {number, line.substr(1, line.size() - (glued ? 3 : 2)), {begin, 0}, {{begin, 0}}});
      first_line = true;
    } else if (page.blocks.empty()) {
      if (line.starts_with("title: ")) page.title = line.substr(7);
    } else {
      if (!first_line) page.text += "\n";
      first_line = false;
      AppendLine(line, &page.blocks.back(), &page.text);
    }
  }
  Finish(&page);
  return page;
}

// The blocks of `document` that share a byte with `span`, as "[kind] text" each.
std::string Overlapping(const Document& document, Span span) {
  std::string out;
  for (const Block& block : document.blocks) {
    if (block.span.end <= span.begin || block.span.begin >= span.end) continue;
    out += "\n       [" + std::string(BlockKindName(block.kind)) + "] " +
           std::string(document.Text(block.span));
  }
  return out.empty() ? "\n       nothing" : out;
}

void ExpectBlock(const Page& page, const ExpectedBlock& expected, const Document& document) {
  const std::string wanted =
      "  want [" + expected.kinds + "] " + std::string(document.Text(expected.span)) + "\n  got  ";
  for (const Block& block : document.blocks) {
    if (block.span != expected.span) continue;
    std::vector<Span> sentences;
    for (uint32_t s = block.sentences.begin; s < block.sentences.end; ++s) {
      sentences.push_back(document.sentences[s].span);
    }
    const std::string kind(BlockKindName(block.kind));
    if (("|" + expected.kinds + "|").find("|" + kind + "|") == std::string::npos) {
      ADD_FAILURE_AT(page.file.c_str(), expected.line) << wanted << "[" << kind << "]";
    } else if (sentences != expected.sentences) {
      std::string got;
      for (Span s : sentences) got += "\n       (" + std::string(document.Text(s)) + ")";
      ADD_FAILURE_AT(page.file.c_str(), expected.line) << wanted << "sentences" << got;
    }
    return;
  }
  ADD_FAILURE_AT(page.file.c_str(), expected.line)
      << wanted << "other bounds" << Overlapping(document, expected.span);
}

TEST(Structure, PagesHaveTheirBlocks) {
  const std::vector<std::string> files = FilesIn("tests/text/structure", ".txt");
  EXPECT_FALSE(files.empty());
  for (const std::string& file : files) {
    const Page page = ReadPage(file);
    const Document document = SplitDocument(page.text, page.title);
    for (const ExpectedBlock& block : page.blocks) ExpectBlock(page, block, document);
  }
}

}  // namespace
}  // namespace crossread
