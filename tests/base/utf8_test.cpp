#include "core/base/utf8.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Utf8, DecodesEveryLengthAndRejectsWhatIsNotUtf8) {
  struct Case {
    std::string_view bytes;
    char32_t code_point;
    uint32_t length;
    bool valid;
  };
  const Case cases[] = {
      {"a", U'a', 1, true},
      {"\xC3\xA9", U'\u00E9', 2, true},
      {"\xE2\x80\x9C", U'\u201C', 3, true},
      {"\xF0\x9F\x98\x80", U'\U0001F600', 4, true},
      {"\xC0\x80", kReplacement, 1, false},          // overlong
      {"\xE0\x80\x80", kReplacement, 1, false},      // overlong
      {"\xED\xA0\x80", kReplacement, 1, false},      // surrogate
      {"\xF4\x90\x80\x80", kReplacement, 1, false},  // above U+10FFFF
      {"\xE2\x80", kReplacement, 1, false},          // cut off
      {"\x80", kReplacement, 1, false},              // continuation alone
      {"\xFF", kReplacement, 1, false},
  };
  for (const Case& c : cases) {
    const Decoded d = DecodeUtf8(c.bytes, 0);
    EXPECT_EQ(d.code_point, c.code_point) << testing::PrintToString(c.bytes);
    EXPECT_EQ(d.length, c.length);
    EXPECT_EQ(d.valid, c.valid);
    if (c.valid) {
      EXPECT_EQ(DecodeUtf8Before(c.bytes, c.length).code_point, c.code_point);
      std::string again;
      AppendUtf8(c.code_point, &again);
      EXPECT_EQ(again, c.bytes);
    }
  }
}

TEST(Utf8, RepairReplacesEachBadByteAndCountsIt) {
  uint32_t replaced = 0;
  EXPECT_EQ(RepairUtf8("a\xFF"
                       "b\xE2\x80",
                       &replaced),
            "a\uFFFDb\uFFFD\uFFFD");
  EXPECT_EQ(replaced, 3u);
  EXPECT_EQ(RepairUtf8("Zoë 😀", &replaced), "Zoë 😀");
  EXPECT_EQ(replaced, 0u);
}

TEST(Utf8, FoldMakesSpellingsOfOneWordEqual) {
  const std::string_view pairs[][2] = {
      {"ORLOVSKY’S", "orlovsky's"}, {"`quoted`", "'quoted'"},         {"“Aye”", "\"aye\""},
      {"2031–32", "2031-32"},       {"co\u00ADoperate", "cooperate"}, {"ﬁsh", "fish"},
      {"E\u0301clair", "éclair"},
  };
  for (const auto& [text, folded] : pairs) EXPECT_EQ(Fold(text), folded);
  EXPECT_EQ(FoldDiacritics("Müller-Łęcka"), "muller-łecka");  // ł is a letter of its own
}

TEST(Utf8, TrimKnowsNoBreakAndZeroWidthSpace) {
  const std::string_view text = "\uFEFF\u00A0 word\u200B\t\r";
  EXPECT_EQ(Slice(text, Trim(text, {0, static_cast<uint32_t>(text.size())})), "word");
  EXPECT_TRUE(Trim(" \u00A0", {0, 3}).empty());
}

}  // namespace
}  // namespace crossread
