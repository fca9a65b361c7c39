// ReadTally: the one vote that a sentence counts.
#include "core/values/tally.h"

#include <gtest/gtest.h>

#include <string>

#include "core/extract/analysis.h"

namespace crossread {
namespace {

// "9-4" of the first sentence, or "" where it counts no vote.
std::string TallyOf(std::string_view text) {
  const Analysis a = Analyse(text, "", "2031-05-06");
  const auto tally = ReadTally(SplitPieces(a.document, a.document.sentences[0]));
  return tally ? std::to_string(tally->more) + '-' + std::to_string(tally->fewer) : "";
}

TEST(Tally, IsReadAsItIsWritten) {
  for (const char* text :
       {"The council voted 9-4 to close the pool.", "The closure passed 9–4.",
        "The vote was 9 to 4.", "The closure was carried by nine votes to four.",
        "The motion to keep the pool was lost by four votes to nine.",
        "Nine councillors voted for the closure and four against it.",
        "Nine members voted in favour and four against.", "The council voted 9-4-1 to close it."})
    EXPECT_EQ(TallyOf(text), "9-4") << text;
}

TEST(Tally, ScoresOddsAndSeveralVotesAreNone) {
  for (const char* text : {"The water polo team won 8-5 on Sunday.", "The pool opens from 9 to 4.",
                           "Nine councillors spoke for the closure and four against it.",
                           "The council voted 9-4 to close the pool and voted 8-5 to sell it."})
    EXPECT_EQ(TallyOf(text), "") << text;
}

}  // namespace
}  // namespace crossread
