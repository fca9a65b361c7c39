#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/utf8.h"
#include "core/text/document.h"

namespace crossread {
namespace {

std::string Sentences(std::string_view text) {
  const Document document = ReadDocument(text, "");
  std::string out;
  for (const Sentence& sentence : document.sentences) {
    if (!out.empty()) out += "|";
    out += document.Text(sentence.span);
  }
  return out;
}

// Each case is written with "|" where a sentence ends; the text is the same without it.
void ExpectCut(std::initializer_list<std::string_view> cases) {
  for (std::string_view expected : cases) {
    std::string text;
    for (char c : expected) {
      if (c != '|')
        text += c;
      else if (!text.empty() && text.back() != ' ')
        text += ' ';
    }
    EXPECT_EQ(Sentences(text), expected);
  }
}

TEST(Sentences, PlainStops) {
  ExpectCut({"The ferry left.|It was late.", "Was it late?|Yes!|Very.",
             "It is 4.5 km.|That is far.", "No stop at the end", "He left at 5.|She stayed.",
             "Really?!|Yes.", "She paid $3.50.|He paid £2."});
}

TEST(Sentences, ClosingMarksStayWithTheSentence) {
  ExpectCut({"“We wait. ”|They left.", "“We wait.”|They left.", "(They left.)|It rained.",
             "\"We wait.\"|They left.", "“We wait.|We hope.|We go,” Voss said.|They left.",
             "It ended. [4]|The port reopened.", "It ended.[4]|The port reopened.",
             "\"We wait.\"|\"They left.\""});
}

TEST(Sentences, AQuestionInAQuotationGoesOn) {
  ExpectCut({"“Who left?” she asked.|Nobody knew.", "“Who left?” Voss asked.|Nobody knew.",
             "“Go!” Mayor Maren Voss shouted.|They went.", "“Who left?”|Voss left.",
             "“Who left?” I asked.|Nobody knew."});
}

TEST(Sentences, AbbreviationsByLexiconAndContext) {
  ExpectCut({"She lives in the U.S.|The harbour is far.", "The U.S. Harbour Authority closed it.",
             "Sen. Voss met Dr. Drage.|They spoke.", "Nordlys Inc. Chairman Ole Drage left.",
             "He works for Nordlys Inc.|She does not.", "See No. 5 for it.",
             "He said no.|She said yes.", "They left at 5 p.m.|Ferries stopped.",
             "They left at 5 p.m. Monday.", "It rained in Jan. 2031.", "At 5 a.m. Ms. Voss left.",
             "Ferries, buses, etc.|The port has all.", "J. R. Voss and Ole K. Drage left.",
             "Some ports, e.g. Bergen, are open.", "Voss vs. Drage was the case.",
             "It ran on pp. 3 and 4.|It was long.", "St. Olav’s Quay is on 5th St.|It is old."});
}

TEST(Sentences, TitlesRanksAndUnits) {
  ExpectCut(
      {"Const. Voss met Cllr. Drage and Smt. Rao.|They spoke.",
       "Sgt. Maj. Voss, Pfc. Drage and Pte. Lee left.|Wg. Cdr. Rao stayed.",
       "The Rt. Hon. Ann Voss spoke.|The Hon. Ole Drage did not.",
       "Rs. 500 crore was paid.|Rs. 600 was not.",
       "The town (pop. 811) is on State Rte. 29.|It is small.", "It cost approx. $5.|It was cheap.",
       "Sen. Voss, R-Tex., voted no.|Nobody else did.",
       "The J.P. Lee Co. Ltd. makes it.|It is old.", "He is Lt. Gov.-elect.|She left.",
       "Voss, M.D., F.A.C.S., operated.|Drage lived.",
       "The score was 21-17, 19-21, 21-15.|Voss won.", "The 5.30 p.m. train was late.|It came.",
       "It is open 9 a.m.-5 p.m. daily.|It is free.", "On Jan. 6 it snowed.|In Dec. it rained."});
  // Near misses: the same letters as words.
  ExpectCut({"They drank soda pop.|Drage had two.", "It was never const.|They changed it."});
}

TEST(Sentences, WhoSpeaksBehindAQuestion) {
  ExpectCut({"“Free horse?” Lee’s wife asked.|She laughed.",
             "\"It's over!\" the mayor's aide said.|He left.", "“Free horse?”|Lee’s wife left.",
             "‘Are you sure?’ Voss asked.|‘Yes.’", "'Are you sure?' Voss asked.|'Yes.'",
             "He shouted “Never!” and left.|She stayed.",
             "The “Why?” campaign failed.|So did “How?”.",
             "“I said, ‘Is it over?’ and left.”|She nodded.", "He said it (“the end”).|They wept.",
             "“[It] is over,” he said.|“[We] lost.”"});
}

TEST(Sentences, EllipsesAndMarksInNames) {
  ExpectCut({"We waited ... and then left.", "We waited...|Then we left.", "We waited… and left.",
             "The thing is . . . I never went.", "She quoted him [...] twice.", "They read (?) it.",
             "She works at Yahoo! in the port.", "He wrote dots.|. . . It was short."});
}

TEST(Sentences, AddressesAndMissingSpaces) {
  ExpectCut({"See https://port.example/a.b?c=D.|It helps."});
  const std::pair<std::string_view, std::string_view> glued[] = {
      {"The dam broke.The town fled.", "The dam broke.|The town fled."},
      {"It broke in 1961.Voss fled.", "It broke in 1961.|Voss fled."},
      {"He blamed rain (a lot).Voss left.", "He blamed rain (a lot).|Voss left."},
      {"It is known [6].Some doubt it.", "It is known [6].|Some doubt it."},
      {"The dam broke.It’s gone.", "The dam broke.|It’s gone."},
      {"The dam broke.I fled.", "The dam broke.|I fled."},
      {"They fled to Bergen.Nobody came.", "They fled to Bergen.|Nobody came."},
      {"He said, \"It broke.\"Then he left.", "He said, \"It broke.\"|Then he left."},
      {"“It broke.”The town fled.", "“It broke.”|The town fled."},
      // Near misses.
      {"She booked at Booking.Com early.", "She booked at Booking.Com early."},
      {"Ask Mr.Voss of U.S.Army fame.", "Ask Mr.Voss of U.S.Army fame."},
      {"See port.example/a.The for more.", "See port.example/a.The for more."},
      {"“Who broke it?”Voss asked.", "“Who broke it?”Voss asked."},
  };
  for (const auto& [text, expected] : glued) EXPECT_EQ(Sentences(text), expected);
  EXPECT_EQ(Sentences("He uses Node.Js and port.Example.com daily."),
            "He uses Node.Js and port.Example.com daily.");
  EXPECT_EQ(Sentences("Write to a.Voss@port.example today."),
            "Write to a.Voss@port.example today.");
}

TEST(Sentences, ListsInsideAParagraph) {
  ExpectCut({"1. Ferries stop|2. Trains stop", "1) Ferries stop.|2) Trains stop.",
             "a. Ferries stop|b. Trains stop", "• Ferries stop|• Trains stop",
             "In all, 2 ferries and 3.5 trains", "It is deep (6. 6 feet).|It is cold.",
             "Q. And the mayor?|A. He never came."});
}

TEST(Sentences, OtherScriptsDoNotMislead) {
  EXPECT_EQ(Sentences("船は出た。港は静か。"), "船は出た。|港は静か。");
  EXPECT_EQ(Sentences("Это порт. Он стар."), "Это порт.|Он стар.");
  EXPECT_EQ(Sentences("Great! 😀 We left."), "Great!|😀 We left.");
}

TEST(Sentences, CoverTheTextInOrder) {
  const std::string_view texts[] = {"",
                                    " ",
                                    "...",
                                    "?!",
                                    "“",
                                    "a.a.a.",
                                    "1. 2. 3.",
                                    "“é”—😀. X",
                                    "\uFEFFA.\u200B B.",
                                    "A.\r\nB.\r\n",
                                    ". . . . .",
                                    "([{“‘",
                                    "a\u2028b. C"};
  for (std::string_view text : texts) {
    const Document document = ReadDocument(text, "");
    uint32_t end = 0;
    for (const Sentence& s : document.sentences) {
      EXPECT_TRUE(Trim(document.text, {end, s.span.begin}).empty()) << text;  // nothing is left out
      EXPECT_EQ(Trim(document.text, s.span), s.span) << text;
      EXPECT_FALSE(s.span.empty());
      end = s.span.end;
    }
    EXPECT_TRUE(Trim(document.text, {end, static_cast<uint32_t>(document.text.size())}).empty())
        << text;
  }
}

// A quadratic loop would take minutes here; the test's time limit is the assertion.
TEST(Sentences, LongRunsOfOnePatternAreLinear) {
  for (std::string_view unit :
       {"a.",      "J. ", "Mr. ", "\"A b ", "“A b. ", "(a ", ". . . ", "?! ", "1.5 2. ", "A\n", "x",
        "“é”—😀. ", "a-",  "#a ",  "“A b\n", "- ",     "[1",  "'",      "a/",  "a@",      "• "}) {
    std::string text;
    while (text.size() < 500000) text += unit;
    const Document document = ReadDocument(text, "");
    EXPECT_FALSE(document.tokens.empty()) << unit;
  }
}

}  // namespace
}  // namespace crossread
