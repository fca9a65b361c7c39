// Every row of line_patterns.tsv carries a line that it means and one that it must leave alone.
#include <gtest/gtest.h>

#include <string>

#include "core/lexicon/lexicon.h"
#include "core/text/document.h"

namespace crossread {
namespace {

BlockKind KindOf(std::string_view line) {
  const std::string text =
      "The bridge in Harlan was closed on Tuesday after engineers found cracks in it.\n\n" +
      std::string(line) + "\n\nThe council will meet again on Friday to talk about the cost.\n";
  return ReadDocument(text, "").blocks.at(1).kind;
}

TEST(LinePatterns, MeanTheirExampleAndSpareTheirNearMiss) {
  const LexiconTable& patterns = Lexicon::English().Table("line_patterns.tsv");
  ASSERT_GE(patterns.rows().size(), 10u);
  for (const LexiconRow& row : patterns.rows()) {
    EXPECT_EQ(BlockKindName(KindOf(row.column(1))), row.column(0)) << row.column(1);
    EXPECT_NE(BlockKindName(KindOf(row.column(2))), row.column(0)) << row.column(2);
  }
}

}  // namespace
}  // namespace crossread
