#include <gtest/gtest.h>

#include <initializer_list>
#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/text/document.h"
#include "core/text/norm.h"

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

struct Case {
  std::string_view text;
  std::string_view expected;
};

void ExpectTokens(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(Tokens(c.text), c.expected);
}

TEST(Tokens, Clitics) {
  ExpectTokens({
      {"They don't go.", "They do n't go ."},
      {"They don’t go.", "They do n’t go ."},
      {"They cannot go.", "They can not go ."},
      {"They dont go, im gonna stay.", "They do nt go , i m gon na stay ."},
      {"As is his wont, Ive met Im.", "As is his wont , Ive met Im ."},
      {"Voss's and the owners' ship.", "Voss 's and the owners ' ship ."},
      {"We'll see, I'd say they've left.", "We 'll see , I 'd say they 've left ."},
      {"O'Hara left at nine o'clock.", "O'Hara left at nine o'clock ."},
      {"Tell 'em to wait 'til noon.", "Tell 'em to wait 'til noon ."},
      {"Rock 'n' roll and a cup o' tea.", "Rock 'n' roll and a cup o' tea ."},
      {"He called it 'a start'.", "He called it ' a start ' ."},
  });
}

TEST(Tokens, Hyphens) {
  ExpectTokens({
      {"A well-known non-profit group.", "A well - known non-profit group ."},
      {"The vice-president of a pre-war port.", "The vice - president of a pre-war port ."},
      {"In the mid-1980s, pro-Olav crews.", "In the mid-1980s , pro-Olav crews ."},
      {"A pre-9/11 rule.", "A pre - 9/11 rule ."},
      {"The Hizb-e-Bahr sailed career-wise.", "The Hizb - e - Bahr sailed career-wise ."},
      {"U.S.-led talks.", "U.S. - led talks ."},
      {"The crew—all nine–left -- at once.", "The crew — all nine – left -- at once ."},
  });
}

TEST(Tokens, AbbreviationsAndStops) {
  ExpectTokens({
      {"In the U.S. it rained.", "In the U.S. it rained ."},
      {"It rained in the U.S.", "It rained in the U.S."},
      {"It rained in Port Olav D.C..", "It rained in Port Olav D.C. ."},
      {"Sen. Voss met J. Drage.", "Sen. Voss met J. Drage ."},
      {"It came at 5 p.m. on Friday.", "It came at 5 p.m. on Friday ."},
      {"It came at 5 p.m.", "It came at 5 p.m ."},
      {"He sold nets, ropes, etc.", "He sold nets , ropes , etc ."},
      {"He sold nets, ropes, etc., to crews.", "He sold nets , ropes , etc. , to crews ."},
      {"He said no.", "He said no ."},
      {"See No. 5 or No.6.", "See No. 5 or No. 6 ."},
      {"At St.Olav on Nov.28, P.O.Box 9.", "At St. Olav on Nov. 28 , P.O. Box 9 ."},
      {"The dam broke.The town fled.", "The dam broke . The town fled ."},
      {"Yahoo! said it grew.", "Yahoo! said it grew ."},
      {"“Wait…” she said--twice?!", "“ Wait … ” she said -- twice ?!"},
      {"And then… . She left....", "And then … . She left ...."},
      {"1. The port is shut.", "1 . The port is shut ."},
  });
}

TEST(Tokens, NumbersAndUnits) {
  ExpectTokens({
      {"It cost $4.2 or US$1,000.", "It cost $ 4.2 or US$ 1,000 ."},
      {"A 24% rise at 10am, 2p.m. and 5 km.", "A 24 % rise at 10 am , 2 p.m. and 5 km ."},
      {"500g of rope on 5G, £9m.", "500 g of rope on 5G , £ 9 m ."},
      {"It was, say, 4-5 km or 1.5-2.0 km.", "It was , say , 4 - 5 km or 1.5 - 2.0 km ."},
      {"Open 5:00-8:30 daily.", "Open 5:00 - 8:30 daily ."},
      {"On 2031-03-04 at 10:30, the 7th.", "On 2031-03-04 at 10:30 , the 7th ."},
      {"Call 555-0199 or 713/555-0199, 77042-0199.",
       "Call 555-0199 or 713/555-0199 , 77042-0199 ."},
      {"On 9/11, 5/18 and 3/4/2031.", "On 9/11 , 5/18 and 3/4/2031 ."},
      {"A 1/2 ton, 24/7, in 2031/32.", "A 1 / 2 ton , 24 / 7 , in 2031 / 32 ."},
      {"The 1980s, the '90s, the 60's and 2003's end.",
       "The 1980s , the '90s , the 60's and 2003 's end ."},
      {"Rule #1 and #10yearchallenge.", "Rule # 1 and #10yearchallenge ."},
      {"Only 24°C or 24ºC.", "Only 24 ° C or 24 º C ."},
      {"Vote [1,2] of 1,000.", "Vote [ 1 , 2 ] of 1,000 ."},
  });
}

TEST(Tokens, MarksInsideWords) {
  ExpectTokens({
      {"Bergen/Oslo line and/or bus, w/o s/he N/A.",
       "Bergen / Oslo line and / or bus , w/o s/he N/A ."},
      {"At 5 m/s.", "At 5 m / s ."},
      {"#Strike by @voss, AT&T and R&D.", "#Strike by @voss , AT&T and R&D ."},
      {"cats&dogs, the p&l.", "cats & dogs , the p&l ."},
      {"Read _The Ship_ now.", "Read _ The Ship _ now ."},
  });
}

TEST(Tokens, AddressesAndFiles) {
  ExpectTokens({
      {"See https://port.example/a-b, or www.port.example.",
       "See https://port.example/a-b , or www.port.example ."},
      {"Write a.voss@port.example (now).", "Write a.voss@port.example ( now ) ."},
      {"Write <mailto:a.voss@port.example>.", "Write < mailto:a.voss@port.example > ."},
      {"Open (port-plan_2.pdf) or 04-02-31.doc.", "Open ( port-plan_2.pdf ) or 04-02-31.doc ."},
  });
}

TEST(Tokens, MarksThatAreOneToken) {
  ExpectTokens({
      {"Fine :) she wrote :-).", "Fine :) she wrote :-) ."},
      {"A ratio of 4:D.", "A ratio of 4 : D ."},
      {"Left -> right ^_^ *** =====", "Left -> right ^_^ *** ====="},
      {"‘’Wait,’’ he said.", "‘’ Wait , ’’ he said ."},
      {"``Wait,'' he said.", "`` Wait , '' he said ."},
      {"A 👩‍🚒 and 🇳🇴 and 👍🏽.", "A 👩‍🚒 and 🇳🇴 and 👍🏽 ."},
  });
}

TEST(Tokens, NormsMakeSpellingsComparable) {
  const Case cases[] = {
      {"don’t don't dont", "do n't do n't do n't"},
      {"1,000 VOSS’s ships", "1000 voss 's ships"},
      {"the 1930’s and 1930s", "the 1930s and 1930s"},
      {"Sen. Voss of the U.S.A. and U.N. left", "sen voss of the usa and un left"},
      {"no No. 5", "no no. 5"},
      {"co\u00ADoperate co\u200Boperate co\u2060operate co\u200Doperate \uFB01sh",
       "cooperate cooperate cooperate cooperate fish"},
      {"ten\u00A0ships", "ten ships"},
      {"4.5 port.example", "4.5 port.example"},
      {"“Wait” – he", "\" wait \" - he"},
  };
  for (const Case& c : cases) EXPECT_EQ(Norms(c.text), c.expected);
}

TEST(Tokens, AnAbbreviationIsNoOtherWord) {
  const Case cases[] = {
      {"The U.S. told us", "the u.s. told us"},
      {"The US told us", "the u.s. told us"},
      {"the U.S", "the u.s."},
      {"LET US GO", "let us go"},
      {"Us two", "us two"},
      {"At 10 a.m. I am", "at 10 a.m. i am"},
      {"At 10am or 10 AM", "at 10 a.m. or 10 a.m."},
      {"At 5 p.m. the PM", "at 5 p.m. the pm"},
  };
  for (const Case& c : cases) EXPECT_EQ(Norms(c.text), c.expected);
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

std::string Repeat(std::string_view text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

// Tokens lie inside their sentence, in order, on the borders of characters, and leave out nothing
// but white space.
void ExpectCover(const std::string& text) {
  const Document document = ReadDocument(text, "");
  const std::string_view shown = std::string_view(text).substr(0, 60);
  const auto is_border = [&](uint32_t byte) {
    return byte == document.text.size() ||
           (static_cast<unsigned char>(document.text[byte]) & 0xC0) != 0x80;
  };
  uint32_t count = 0;
  for (const Sentence& sentence : document.sentences) {
    uint32_t end = sentence.span.begin;
    ASSERT_EQ(sentence.tokens.begin, count) << shown;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = document.tokens[t];
      ASSERT_FALSE(token.span.empty()) << shown;
      ASSERT_GE(token.span.begin, end) << shown;
      ASSERT_TRUE(is_border(token.span.begin) && is_border(token.span.end)) << shown;
      ASSERT_TRUE(Trim(document.text, {end, token.span.begin}).empty()) << shown;
      ASSERT_EQ(token.space_before, token.span.begin > end || t == sentence.tokens.begin) << shown;
      end = token.span.end;
    }
    ASSERT_EQ(end, sentence.span.end) << shown;
    count = sentence.tokens.end;
  }
  ASSERT_EQ(count, document.tokens.size()) << shown;
}

constexpr std::string_view kNasty[] = {"don't.",
                                       "'",
                                       "’s",
                                       "a-",
                                       "-a",
                                       "#",
                                       "@",
                                       "_",
                                       "__a__",
                                       "1,",
                                       "1,2,3",
                                       "$",
                                       "US$",
                                       "1.",
                                       "1/",
                                       "1/2/",
                                       "1930's",
                                       "5'10\"",
                                       "+",
                                       "+1",
                                       ".5",
                                       ".?",
                                       "...a",
                                       "n't",
                                       "'n'",
                                       "im",
                                       "http://",
                                       "a@b",
                                       "mailto:",
                                       ".doc",
                                       "a.doc.",
                                       "w/",
                                       "w/o",
                                       "A/B",
                                       "A/B/C",
                                       "&",
                                       "a&b",
                                       "A&",
                                       "U.S..",
                                       "p.m..",
                                       "St.",
                                       "St.O",
                                       "Yahoo!",
                                       ":)",
                                       "(:",
                                       "<3",
                                       "<>",
                                       "->",
                                       "``a''",
                                       "’’’",
                                       "….",
                                       "😀👩‍🚒",
                                       "🇳🇴🇳",
                                       "👍🏽",
                                       "\u200D🚒",
                                       "a\u200D",
                                       "x\u00ADy",
                                       "\u00AD",
                                       "e\u0301",
                                       "\u0301",
                                       "\uFEFFa",
                                       "a\uFEFF",
                                       "a\u200Bb",
                                       "a\u200B b",
                                       "\u202Ea\u202C",
                                       "\u2066\u2069",
                                       "24º",
                                       "º",
                                       "京都。東京",
                                       "مرحبا، كيف؟",
                                       "हिन्दी में",
                                       "ﬁn",
                                       "a\r\nb",
                                       "a\tb",
                                       "a\u00A0b",
                                       "a\u2028b",
                                       "\x80\xFFq",
                                       "\xE2\x80",
                                       "w‑w",
                                       "well\u2010known"};

TEST(Tokens, CoverEverySentence) {
  for (std::string_view text : kNasty) {
    ExpectCover(std::string(text));
    ExpectCover("He left " + std::string(text) + " there.");
    ExpectCover("(" + std::string(text) + "); “" + std::string(text) + "”");
    ExpectCover(Repeat(text, 50));
    for (std::string_view other : kNasty) ExpectCover(std::string(text) + std::string(other));
  }
}

TEST(Tokens, CoverAMegabyteInOneWord) {
  constexpr size_t kMegabyte = 1 << 20;
  for (std::string_view text :
       {"a", "'", "’", "1", ".", "-", "a-", "a'", "1,000", "U.S.", "京", "\u00AD"}) {
    ExpectCover(Repeat(text, kMegabyte / text.size()));
  }
}

TEST(StringPool, ViewsHoldWhenItIsMoved) {
  StringPool pool;
  const StringId id = pool.Intern("a");
  const std::string_view view = pool.Get(id);
  const StringPool moved = std::move(pool);
  EXPECT_EQ(moved.Get(id).data(), view.data());
}

TEST(StringPool, KeepsEachStringOnce) {
  StringPool pool;
  EXPECT_EQ(pool.Intern(""), 0u);
  std::vector<StringId> ids;
  for (int i = 0; i < 5000; ++i) ids.push_back(pool.Intern("word" + std::to_string(i)));
  for (int i = 0; i < 5000; ++i) {
    EXPECT_EQ(ids[i], static_cast<StringId>(i + 1));
    EXPECT_EQ(pool.Get(ids[i]), "word" + std::to_string(i));
    EXPECT_EQ(pool.Intern("word" + std::to_string(i)), ids[i]);
  }
  EXPECT_EQ(pool.Intern(pool.Get(ids[7]).substr(0, 4)), 5001u);
  EXPECT_EQ(pool.Get(5001), "word");
}

TEST(Norms, FoldAsFoldDoes) {
  std::string buffer;
  for (std::string_view text :
       {"“", "”", "‘", "’", "–", "—", "‚", "„", "…", "Ärger", "n’t", "İ", "´"}) {
    EXPECT_EQ(NormOf(text, TokenShape::kPunctuation, &buffer), Fold(text)) << text;
  }
}

}  // namespace
}  // namespace crossread
