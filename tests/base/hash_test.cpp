#include "core/base/hash.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(Hash, PublishedVectors) {  // draft-eastlake-fnv, appendix C
  EXPECT_EQ(Hex(Fnv1a("")), "cbf29ce484222325");
  EXPECT_EQ(Hex(Fnv1a("a")), "af63dc4c8601ec8c");
  EXPECT_EQ(Hex(Fnv1a("foobar")), "85944171f73967e8");
}

TEST(Hash, ChainsLikeOneText) { EXPECT_EQ(Fnv1a("bar", Fnv1a("foo")), Fnv1a("foobar")); }

}  // namespace
}  // namespace crossread
