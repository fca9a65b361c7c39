#include "core/syntax/syntax.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/fixture.h"

namespace crossread {
namespace {

// "Voss/PROPN:nsubj>signed signed/VERB:root …" of the one sentence of `text`.
std::string Dump(std::string_view text) {
  const Document document = ReadDocument(text, "");
  const Model& model = Model::English();
  const Syntax syntax = ReadSyntax(document, model);
  std::string out;
  for (size_t t = 0; t < document.tokens.size(); ++t) {
    const SyntaxToken& read = syntax.tokens[t];
    if (!out.empty()) out += " ";
    out += document.Text(document.tokens[t]);
    out += "/";
    out += UposName(read.upos);
    out += ":";
    out += DependencyName(read.dependency);
    if (read.head != SyntaxToken::kRoot) {
      out += ">" + std::string(document.Text(document.tokens[read.head]));
    }
  }
  return out;
}

// Whoever is wrong about these has lost more than a word.
TEST(Syntax, PlainSentences) {
  EXPECT_EQ(Dump("The mayor signed the letter."),
            "The/DET:det>mayor mayor/NOUN:nsubj>signed signed/VERB:root the/DET:det>letter "
            "letter/NOUN:obj>signed ./PUNCT:punct>signed");
  EXPECT_EQ(Dump("The ferries did not sail."),
            "The/DET:det>ferries ferries/NOUN:nsubj>sail did/AUX:aux>sail not/PART:advmod>sail "
            "sail/VERB:root ./PUNCT:punct>sail");
  EXPECT_EQ(Dump("The town was taken by the army."),
            "The/DET:det>town town/NOUN:nsubj>taken was/AUX:aux>taken taken/VERB:root "
            "by/ADP:case>army the/DET:det>army army/NOUN:obl>taken ./PUNCT:punct>taken");
  EXPECT_EQ(Dump("She said that the talks had failed."),
            "She/PRON:nsubj>said said/VERB:root that/SCONJ:mark>failed the/DET:det>talks "
            "talks/NOUN:nsubj>failed had/AUX:aux>failed failed/VERB:ccomp>said ./PUNCT:punct>said");
}

void ExpectTrees(const Document& document, const std::string& name) {
  const Syntax syntax = ReadSyntax(document, Model::English());
  ASSERT_EQ(syntax.tokens.size(), document.tokens.size());
  for (const Sentence& sentence : document.sentences) {
    uint32_t roots = 0;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      uint32_t up = t, steps = 0;
      while (syntax.tokens[up].head != SyntaxToken::kRoot && steps <= sentence.tokens.size()) {
        up = syntax.tokens[up].head;
        ++steps;
        ASSERT_TRUE(sentence.tokens.Contains(up)) << name;
      }
      ASSERT_LE(steps, sentence.tokens.size()) << name << ": a circle";
      if (up == t) ++roots;
    }
    // One root for each part of an endless "sentence".
    EXPECT_EQ(roots, (sentence.tokens.size() + 399) / 400) << name;
  }
}

TEST(Syntax, EverySentenceIsATree) {
  for (const std::string& file : FilesIn("tests/text/structure", ".txt")) {
    ExpectTrees(ReadDocument(ReadTestFile(file), ""), file);
  }
  for (std::string_view unit : {"word ", "a.", "“A b. ", "(a ", ". . . ", "1.5 2. ", "A\n", ", ",
                                "and ", "that ", "😀 ", "漢字。", "\" "}) {
    std::string text;
    while (text.size() < 20000) text += unit;
    ExpectTrees(ReadDocument(text, ""), std::string(unit));
  }
  ExpectTrees(ReadDocument("", ""), "nothing");
}

}  // namespace
}  // namespace crossread
