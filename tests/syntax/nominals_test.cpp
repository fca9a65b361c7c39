#include "core/syntax/nominals.h"

#include <gtest/gtest.h>

#include <string>

#include "core/syntax/syntax.h"
#include "tests/support/fixture.h"

namespace crossread {
namespace {

// "Ann Lee = the mayor; [Lee, Ek, …]": descriptions, then lists by their members' heads.
std::string Dump(std::string_view text) {
  const Document document = ReadDocument(text, "");
  const Nominals nominals = ReadSyntax(document, Model::English()).nominals;
  const auto words = [&](IndexRange tokens) {
    return std::string(document.Text(document.SpanOf(tokens)));
  };
  std::string out;
  for (const Description& d : nominals.descriptions) {
    out += (out.empty() ? "" : "; ") + words(d.name) + " = " + words(d.words);
    EXPECT_TRUE(d.words.Contains(d.head));
  }
  for (const NounList& list : nominals.lists) {
    out += out.empty() ? "[" : "; [";
    for (uint32_t m = list.members.begin; m < list.members.end; ++m) {
      const uint32_t head = nominals.members[m];
      out += (m > list.members.begin ? ", " : "") + words({head, head + 1});
    }
    out += list.open ? ", …]" : "]";
  }
  return out;
}

TEST(Nominals, WhoIsDescribedAsWhat) {
  EXPECT_EQ(Dump("Olga Brandt, the doping control officer, said no."),
            "Olga Brandt = the doping control officer");
  EXPECT_EQ(Dump("His deputy, Tomas Hale, declined to comment."), "Tomas Hale = His deputy");
  EXPECT_EQ(Dump("She met Carla Finch, a spokeswoman for the port authority."),
            "Carla Finch = a spokeswoman for the port authority");
  EXPECT_EQ(Dump("Jon Riis, 54, a fisherman, was arrested."), "Jon Riis = a fisherman");
  EXPECT_EQ(Dump("They met chief negotiator Teodor Marek."), "Teodor Marek = chief negotiator");
  EXPECT_EQ(Dump("Ida Vik, Belmora's chief negotiator, left."),
            "Ida Vik = Belmora's chief negotiator");
}

TEST(Nominals, Lists) {
  EXPECT_EQ(Dump("Ann Lee, Bo Ek and Ida Vik met in Bergen."), "[Lee, Ek, Vik]");
  EXPECT_EQ(Dump("He named several guests, including Ann Lee and Bo Ek."), "[Lee, Ek, …]");
  EXPECT_EQ(Dump("Peter Kray, head of the health service, and Lena Voss, its chief surgeon, left."),
            "Peter Kray = head of the health service; Lena Voss = its chief surgeon; [Kray, Voss]");
}

// Commas that may mean either, and groups that only stand beside each other.
TEST(Nominals, NearMisses) {
  EXPECT_EQ(Dump("Marek, an envoy and a judge were there."), "");
  EXPECT_EQ(Dump("According to Ann Lee, the mayor resigned."), "");
  EXPECT_EQ(Dump("He met Teodor Marek, whose young son left."), "");
  EXPECT_EQ(Dump("In Oslo the ferries stopped."), "");
  EXPECT_EQ(Dump(""), "");
}

}  // namespace
}  // namespace crossread
