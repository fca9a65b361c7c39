#include <gtest/gtest.h>

#include <string>

#include "core/base/utf8.h"
#include "core/text/document.h"

namespace crossread {
namespace {

std::string Tokens(std::string_view text) {
  const Document document = ReadDocument(text, "");
  std::string out;
  for (const Token& token : document.tokens) {
    if (!out.empty()) out += " ";
    out += document.Text(token);
  }
  return out;
}

std::string Norms(std::string_view text) {
  const Document document = ReadDocument(text, "");
  std::string out;
  for (const Token& token : document.tokens) {
    if (!out.empty()) out += " ";
    out += document.Norm(token);
  }
  return out;
}

TEST(Tokens, AreCutAsInTheTreebanks) {
  const std::string_view cases[][2] = {
      {"They don't go.", "They do n't go ."},
      {"They don’t go.", "They do n’t go ."},
      {"They cannot go.", "They can not go ."},
      {"Voss's and the owners' ship.", "Voss 's and the owners ' ship ."},
      {"We'll see, I'd say they've left.", "We 'll see , I 'd say they 've left ."},
      {"O'Hara left.", "O'Hara left ."},
      {"A well-known non-profit group.", "A well - known non-profit group ."},
      {"It cost $4.2 or US$1,000.", "It cost $ 4.2 or US$ 1,000 ."},
      {"A 24% rise at 10am.", "A 24 % rise at 10 am ."},
      {"In the U.S. it rained.", "In the U.S. it rained ."},
      {"Sen. Voss met J. Drage.", "Sen. Voss met J. Drage ."},
      {"He said no.", "He said no ."},
      {"It was, say, 4-5 km.", "It was , say , 4 - 5 km ."},
      {"On 2031-03-04 at 10:30, the 7th.", "On 2031-03-04 at 10:30 , the 7th ."},
      {"“Wait…” she said--twice?!", "“ Wait … ” she said -- twice ?!"},
      {"See https://port.example/a-b, or www.port.example.",
       "See https://port.example/a-b , or www.port.example ."},
      {"Write a.voss@port.example (now).", "Write a.voss@port.example ( now ) ."},
      {"#Strike by @voss, AT&T and R&D.", "#Strike by @voss , AT&T and R&D ."},
      {"The 1980s and the '90s.", "The 1980s and the '90s ."},
      {"Bergen/Oslo line.", "Bergen / Oslo line ."},
  };
  for (const auto& [text, tokens] : cases) EXPECT_EQ(Tokens(text), tokens);
}

TEST(Tokens, NormsMakeSpellingsComparable) {
  EXPECT_EQ(Norms("The U.S. don’t"), "the us do n't");
  EXPECT_EQ(Norms("1,000 VOSS’s ships"), "1000 voss 's ships");
  EXPECT_EQ(Norms("Sen. Voss of the U.S.A. left at 5 p.m."), "sen voss of the usa left at 5 pm");
  EXPECT_EQ(Norms("co\u00ADoperate"), "cooperate");
  EXPECT_EQ(Norms("4.5 port.example"), "4.5 port.example");
}

TEST(Tokens, ShapesAndFlags) {
  const Document document = ReadDocument("Voss paid $4.5, “twice”.", "");
  struct Expected {
    TokenShape shape;
    bool capital;
    bool space_before;
  };
  const Expected expected[] = {
      {TokenShape::kWord, true, true},          {TokenShape::kWord, false, true},
      {TokenShape::kSymbol, false, true},       {TokenShape::kNumber, false, false},
      {TokenShape::kPunctuation, false, false}, {TokenShape::kQuoteMark, false, true},
      {TokenShape::kWord, false, false},        {TokenShape::kQuoteMark, false, false},
      {TokenShape::kPunctuation, false, false},
  };
  ASSERT_EQ(document.tokens.size(), std::size(expected));
  for (size_t i = 0; i < std::size(expected); ++i) {
    EXPECT_EQ(document.tokens[i].shape, expected[i].shape) << i;
    EXPECT_EQ(document.tokens[i].capital, expected[i].capital) << i;
    EXPECT_EQ(document.tokens[i].space_before, expected[i].space_before) << i;
  }
}

TEST(Tokens, CoverEverySentence) {
  for (std::string_view text :
       {"don't.",          "'",    "’s",    "a-",      "-a",  "#",        "@",
        "😀👩‍🚒", "1,",   "1,2,3", "$",       "US$", "x\u00ADy", "\u00AD",
        "e\u0301",         "...a", "n't",   "http://", "a@b", "京都。"}) {
    const Document document = ReadDocument(text, "");
    for (const Sentence& sentence : document.sentences) {
      uint32_t end = sentence.span.begin;
      for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        const Token& token = document.tokens[t];
        EXPECT_FALSE(token.span.empty()) << text;
        EXPECT_TRUE(Trim(document.text, {end, token.span.begin}).empty()) << text;
        EXPECT_EQ(token.space_before, token.span.begin > end || t == sentence.tokens.begin) << text;
        end = token.span.end;
      }
      EXPECT_EQ(end, sentence.span.end) << text;
    }
  }
}

}  // namespace
}  // namespace crossread
