#include "core/syntax/chunks.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/fixture.h"

namespace crossread {
namespace {

// "[The old ferry] {will not sail} …": noun groups in square brackets, verb groups in curly ones,
// "!" before a negated one, the preposition before its group.
std::string Dump(std::string_view text) {
  const Document document = ReadDocument(text, "");
  const std::vector<Chunk> chunks = ReadSyntax(document, Model::English()).chunks;
  std::string out;
  for (const Chunk& chunk : chunks) {
    if (!out.empty()) out += " ";
    if (chunk.has_preposition) {
      out += std::string(document.Text(document.tokens[chunk.preposition])) + " ";
    }
    if (chunk.negated) out += "!";
    out += chunk.kind == ChunkKind::kNoun ? "[" : "{";
    out += document.Text(document.SpanOf(chunk.tokens));
    out += chunk.kind == ChunkKind::kNoun ? "]" : "}";
  }
  return out;
}

TEST(Chunks, NounAndVerbGroups) {
  EXPECT_EQ(Dump("The two old ferries will not sail to the islands on Monday."),
            "[The two old ferries] !{will not sail} to [the islands] on [Monday]");
  EXPECT_EQ(Dump("Mayor Ann Lee has never signed a very long letter."),
            "[Mayor Ann Lee] !{has never signed} [a very long letter]");
  EXPECT_EQ(Dump("She wants to sell the county's boats."),
            "[She] {wants to sell} [the county] ['s boats]");
  EXPECT_EQ(Dump("No ferry was seen by the crews."), "![No ferry] {was seen} by [the crews]");
  EXPECT_EQ(Dump("The county has drawn sustained support for his son-in-law."),
            "[The county] {has drawn} [sustained support] for [his son-in-law]");
  EXPECT_EQ(Dump("The arrested men were released."), "[The arrested men] {were released}");
}

TEST(Chunks, StandInOrderInsideTheirSentences) {
  const Model& model = Model::English();
  for (const std::string& file : FilesIn("tests/text/structure", ".txt")) {
    const Document document = ReadDocument(ReadTestFile(file), "");
    uint32_t end = 0;
    for (const Chunk& chunk : ReadSyntax(document, model).chunks) {
      EXPECT_GE(chunk.tokens.begin, end) << file;
      EXPECT_TRUE(chunk.tokens.Contains(chunk.head)) << file;
      const uint32_t sentence = document.tokens[chunk.tokens.begin].sentence;
      EXPECT_TRUE(document.sentences[sentence].tokens.Contains(chunk.tokens.end - 1)) << file;
      if (chunk.has_preposition) {
        EXPECT_EQ(chunk.preposition + 1, chunk.tokens.begin) << file;
      }
      end = chunk.tokens.end;
    }
  }
}

}  // namespace
}  // namespace crossread
