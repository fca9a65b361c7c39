#include "core/syntax/model.h"

#include <gtest/gtest.h>

#include <string>

#include "core/syntax/embedded_model.h"

namespace crossread {
namespace {

std::string CodeOf(std::string_view bytes) {
  const Result<Model> model = Model::Read(bytes);
  return model.ok() ? "" : model.error().code;
}

TEST(Model, TheEmbeddedOneIsWhole) {
  const Model& model = Model::English();
  EXPECT_GT(model.tags().size(), 40u);
  EXPECT_EQ(model.labels().size(), 27u);
  EXPECT_EQ(model.hash().size(), 16u);
  EXPECT_EQ(model.data().size(), 16u);
}

TEST(Model, WhatIsNoModelIsRefused) {
  const std::string_view whole = EmbeddedModel();
  EXPECT_EQ(CodeOf(whole), "");
  EXPECT_EQ(CodeOf(""), "model_unreadable");
  EXPECT_EQ(CodeOf("crossread lexicon 1\n"), "model_unreadable");
  for (size_t size : {size_t{20}, size_t{200}, size_t{2000}, whole.size() / 2, whole.size() - 1}) {
    EXPECT_EQ(CodeOf(whole.substr(0, size)), "model_unreadable") << size;
  }
  EXPECT_EQ(CodeOf(std::string(whole) + "x"), "model_unreadable");
  // A class that no transition has: it would be counted behind the scores. The file ends with the
  // values of the parser's weights, as many as there are classes before them.
  std::string broken(whole);
  const size_t weights = broken.size() / 8;  // fewer than the parser has
  for (size_t i = 1; i <= 4 * weights; ++i) broken[broken.size() - i] = '\x7F';
  EXPECT_EQ(CodeOf(broken), "model_unreadable");
}

TEST(Model, OneOfAnotherVersionIsRefusedInWords) {
  std::string other(EmbeddedModel());
  other.replace(0, other.find('\n'), std::string(kModelMark) + "999");
  const Result<Model> model = Model::Read(other);
  ASSERT_FALSE(model.ok());
  EXPECT_EQ(model.error().code, "model_version");
  EXPECT_NE(model.error().message.find("999"), std::string::npos);
  EXPECT_NE(model.error().message.find("tools/dev train"), std::string::npos);
}

}  // namespace
}  // namespace crossread
