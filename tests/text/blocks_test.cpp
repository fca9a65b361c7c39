#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/text/document.h"

namespace crossread {
namespace {

// One line a block: "kind: text", newlines inside as "/".
std::vector<std::string> Blocks(std::string_view text, std::string_view title = "") {
  const Document document = ReadDocument(text, title);
  std::vector<std::string> out;
  for (const Block& block : document.blocks) {
    std::string line = std::string(BlockKindName(block.kind)) + ": ";
    for (char c : document.Text(block.span)) line += c == '\n' ? '/' : c;
    out.push_back(line);
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(Blocks, WhatALineIsByItsOwnWords) {
  struct Case {
    std::string_view line;
    std::string_view kind;
  };
  const Case cases[] = {
      {"By Maren Voss", "byline"},
      {"BY MAREN VOSS AND OLE DRAGE", "byline"},
      {"By Maren Voss, Harbour Post correspondent", "byline"},
      {"By Monday the dam had failed", "paragraph"},
      {"By then, Voss was out.", "paragraph"},
      {"(Harbour 24 with AP)", "credit"},
      {"(France 24 with AP)“`", "credit"},
      {"Reporting by Ole Drage; editing by Maren Voss", "credit"},
      {"AP, Reuters", "credit"},
      {"(the mayor agreed with the plan)", "paragraph"},
      {"Photo: Ole Drage", "caption"},
      {"The quay at dawn. (AP Photo/Ole Drage)", "caption"},
      {"Photo editors met on Friday.", "paragraph"},
      {"#Harbour #Strike", "hashtags"},
      {"#1 in the league was Voss.", "paragraph"},
      {"Read more: Five things to know about the strike", "furniture"},
      {"Read more books, she said.", "paragraph"},
      {"We use cookies to improve your visit", "furniture"},
      {"Related deaths rose to nine, the agency said.", "paragraph"},
      {"* * *", "furniture"},
      {"- Ferries stay in port", "list_item"},
      {"• Ferries stay in port", "list_item"},
      {"2) Ferries stay in port", "list_item"},
      {"14.5 million people live here.", "paragraph"},
      {"Published 3 March 2031, 14:30 GMT", "dateline"},
      {"Friday, March 7, 2031", "dateline"},
      {"March 7 was a Friday.", "paragraph"},
  };
  for (const Case& c : cases) {
    // Between two paragraphs, so that a lone first line is not taken for a headline.
    const std::string text = "The strike began on Monday.\n" + std::string(c.line) + "\nIt ended.";
    EXPECT_EQ(Blocks(text)[1], std::string(c.kind) + ": " + std::string(c.line));
  }
}

TEST(Blocks, DatelinesAndStampsAreCutFromTheirParagraph) {
  EXPECT_EQ(
      Blocks("OSLO, March 3 (Reuters) - Ferries stopped on Monday."),
      (Lines{"dateline: OSLO, March 3 (Reuters) -", "paragraph: Ferries stopped on Monday."}));
  EXPECT_EQ(Blocks("PORT ELLEN, Scotland — Ferries stopped."),
            (Lines{"dateline: PORT ELLEN, Scotland —", "paragraph: Ferries stopped."}));
  EXPECT_EQ(Blocks("Bergen, Norway (AP) — Ferries stopped."),
            (Lines{"dateline: Bergen, Norway (AP) —", "paragraph: Ferries stopped."}));
  EXPECT_EQ(Blocks(" date 2031-03-03 Ferries stopped on Monday."),
            (Lines{"dateline: date 2031-03-03", "paragraph: Ferries stopped on Monday."}));
  for (std::string_view plain : {"NATO - the alliance - said no.", "DRAGE: We will see.",
                                 "2031-03-03 was a Monday.", "Bergen - a port - is old."}) {
    EXPECT_EQ(Blocks(plain), (Lines{"paragraph: " + std::string(plain)}));
  }
}

TEST(Blocks, ALineBreakInsideASentenceIsNone) {
  EXPECT_EQ(
      Blocks("The union said it would meet the owners, the mayor,\nBergen council and the port."),
      (Lines{"paragraph: The union said it would meet the owners, the mayor,/Bergen council and "
             "the port."}));
  EXPECT_EQ(Blocks("The union said on Monday evening that it would\nmeet the owners."),
            (Lines{"paragraph: The union said on Monday evening that it would/meet the owners."}));
  // Near misses: a short line; a full stop; a list.
  EXPECT_EQ(Blocks("Dear all,\nThe ferry is late.").size(), 2u);
  EXPECT_EQ(Blocks("The union said on Monday evening that it would.\nmeet the owners.").size(), 2u);
}

TEST(Blocks, AnOpenQuotationSpansLines) {
  EXPECT_EQ(
      Blocks("Voss said: “We asked them to wait.\nThey did not. They left.”\nThe port is shut.")
          .size(),
      2u);
  EXPECT_EQ(
      Blocks("Voss said: \"We asked them to wait.\nThey did not.\"\nThe port is shut.").size(), 2u);
  // Each paragraph opens with a mark again: a quotation of several paragraphs.
  EXPECT_EQ(Blocks("“We asked them to wait.\n“They did not.”\nThe port is shut.").size(), 3u);
  // Never closed: nothing is joined.
  EXPECT_EQ(Blocks("“We asked them to wait.\nThey left.\nThe port is shut.").size(), 3u);
}

TEST(Blocks, TextBrokenAtAFixedWidthIsOneParagraph) {
  EXPECT_EQ(Blocks("The ferries of the northern line stayed in port on Monday\n"
                   "after talks between Harbour Union and the owners of the\n"
                   "Nordlys company broke down, and no date for another round\n"
                   "Was named by either of them.\n")
                .size(),
            1u);
}

TEST(Blocks, HeadlineStandfirstSubheads) {
  EXPECT_EQ(
      Blocks("Ferries stop as talks fail\nUnion and owners blame each other.\nBy Maren Voss\n"
             "The ferries stopped on Monday.\nWhat happens next?\n"
             "Talks may resume on Friday, the mayor said.\nKey points\n- No ferries\n- No date"),
      (Lines{"headline: Ferries stop as talks fail",
             "standfirst: Union and owners blame each other.", "byline: By Maren Voss",
             "paragraph: The ferries stopped on Monday.", "subhead: What happens next?",
             "paragraph: Talks may resume on Friday, the mayor said.", "subhead: Key points",
             "list_item: - No ferries", "list_item: - No date"}));
  // Near miss of a subhead: the full stop stands before a loose quotation mark.
  EXPECT_EQ(
      Blocks("One.\nThe harbour became his life. \"\nThe ferries stopped on Monday evening.")[1],
      "paragraph: The harbour became his life. \"");
  // A first line with a full stop is text, unless it is the title that was given.
  EXPECT_EQ(Blocks("Ferries stopped.\nThe port is shut.")[0], "paragraph: Ferries stopped.");
  EXPECT_EQ(Blocks("Ferries stopped.\nThe port is shut.", "FERRIES STOPPED.")[0],
            "headline: Ferries stopped.");
  EXPECT_EQ(Blocks("Only one line")[0], "paragraph: Only one line");
}

TEST(Blocks, AreInOrderTrimmedAndApart) {
  const Document document =
      ReadDocument("\r\n A line \r\n\r\n\u00A0Another one.\u200B\n \nOSLO (AP) - Third.", "");
  uint32_t end = 0;
  for (const Block& block : document.blocks) {
    EXPECT_GE(block.span.begin, end);
    EXPECT_EQ(Trim(document.text, block.span), block.span);
    EXPECT_FALSE(block.sentences.empty());
    end = block.span.end;
  }
  EXPECT_EQ(document.blocks.size(), 4u);
}

}  // namespace
}  // namespace crossread
