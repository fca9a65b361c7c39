#include "core/link/entities.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

// The linked entity of the first entity with this name in `article`, or kNoEntity.
uint32_t Linked(const LinkedEntities& linked, const std::vector<Analysis>& articles,
                uint32_t article, const std::string& name) {
  const auto& entities = articles[article].mentions.entities;
  for (uint32_t e = 0; e < entities.size(); ++e) {
    if (entities[e].name == name) return linked.Find(article, e);
  }
  return kNoEntity;
}

LinkedEntities Link(const std::vector<Analysis>& articles) {
  std::vector<const Analysis*> pointers;
  for (const Analysis& article : articles) pointers.push_back(&article);
  return LinkEntities(pointers);
}

std::vector<Analysis> Read(std::initializer_list<const char*> texts) {
  std::vector<Analysis> articles;
  for (const char* text : texts) articles.push_back(Analyse(text, "", ""));
  return articles;
}

TEST(LinkEntities, JoinsShortAndFullNamesAcrossArticles) {
  const auto articles =
      Read({"Minister Helena Brandt resigned in Velden. Brandt spoke for an hour.",
            "Ms Brandt resigned in Velden after a long debate, her office said."});
  const LinkedEntities linked = Link(articles);
  const uint32_t full = Linked(linked, articles, 0, "Helena Brandt");
  ASSERT_NE(full, kNoEntity);
  EXPECT_EQ(Linked(linked, articles, 1, "Brandt"), full);
  EXPECT_TRUE(linked.variants.empty());
}

TEST(LinkEntities, LeavesASurnameThatCouldMeanTwoPeopleByItself) {
  const auto articles =
      Read({"Minister Kwabena Asante opened the session in Accra and spoke for an hour.",
            "Deputy governor Yaw Asante opened the session in Accra and left early.",
            "Mr Asante opened the session in Accra, an official said on Monday."});
  const LinkedEntities linked = Link(articles);
  const uint32_t one = Linked(linked, articles, 0, "Kwabena Asante");
  const uint32_t other = Linked(linked, articles, 1, "Yaw Asante");
  const uint32_t surname = Linked(linked, articles, 2, "Asante");
  ASSERT_NE(one, kNoEntity);
  ASSERT_NE(other, kNoEntity);
  ASSERT_NE(surname, kNoEntity);
  EXPECT_NE(one, other);
  EXPECT_NE(surname, one);
  EXPECT_NE(surname, other);
}

TEST(LinkEntities, TellsHowTwoSpellingsAreRelated) {
  const auto articles = Read({"Envoy Stefan Holkoff landed in Bergen on Saturday.",
                              "Stefan Holzoff, the envoy, landed in Bergen on Saturday."});
  const LinkedEntities linked = Link(articles);
  ASSERT_EQ(linked.variants.size(), 1u);
  EXPECT_EQ(linked.variants[0].relation, NameRelation::kMisspelling);
  EXPECT_EQ(Linked(linked, articles, 0, "Stefan Holkoff"),
            Linked(linked, articles, 1, "Stefan Holzoff"));
}

}  // namespace
}  // namespace crossread
