#include "core/base/offset_map.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/utf8.h"

namespace crossread {
namespace {

// A fixed generator (Numerical Recipes' constants): tests must not differ from run to run.
class Random {
 public:
  explicit Random(uint32_t seed) : state_(seed) {}
  uint32_t Below(uint32_t bound) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 8) % bound;
  }

 private:
  uint32_t state_;
};

// Counts from the begin of the text to every character and compares.
void ExpectMatchesBruteForce(std::string_view text) {
  const OffsetMap map(text);
  uint32_t utf16 = 0;
  uint32_t code_points = 0;
  for (uint32_t byte = 0;;) {
    ASSERT_EQ(map.Utf16(byte), utf16) << "byte " << byte << " of " << text;
    ASSERT_EQ(map.CodePoint(byte), code_points) << "byte " << byte << " of " << text;
    if (byte >= text.size()) break;
    const Decoded d = DecodeUtf8(text, byte);
    utf16 += d.code_point >= 0x10000 ? 2 : 1;
    ++code_points;
    byte += d.length;
  }
}

TEST(OffsetMap, PlainCases) {
  for (std::string_view text :
       {"", "plain", "é", "😀", "a😀b", "京都 and Zoë", "e\u0301 👩‍🚒 ½"}) {
    ExpectMatchesBruteForce(text);
  }
}

TEST(OffsetMap, RandomTextsMatchBruteForce) {
  const std::string_view alphabet[] = {"a", " ",       "\n",     "é",      "ß", "’",
                                       "“", "京",      "都",     "…",      "😀", "🇳",
                                       "𝒜", "e\u0301", "\u200D", "\uFEFF", "я"};
  Random random(7);
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (uint32_t n = random.Below(60); n > 0; --n)
      text += alphabet[random.Below(std::size(alphabet))];
    ExpectMatchesBruteForce(text);
  }
}

}  // namespace
}  // namespace crossread
