#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/lexicon/lexicon.h"
#include "core/link/relation.h"

namespace crossread {
namespace {

struct Case {
  const char* a;
  const char* b;
  Relation relation;
};

constexpr Relation kUnknown = Relation::kUnknown, kEqual = Relation::kEqual,
                   kNarrower = Relation::kNarrower, kOverlap = Relation::kOverlap,
                   kDisjoint = Relation::kDisjoint;

const Case kCases[] = {
    // One role in two words.
    {"mayor", "mayor", kEqual},
    {"top diplomat", "secretary of state", kEqual},
    {"top diplomat", "foreign minister", kEqual},
    {"national security advisor", "national security adviser", kEqual},
    {"prime minister", "premier", kEqual},
    {"chief executive", "ceo", kEqual},
    {"chief executive officer", "ceo", kEqual},
    {"special envoy", "envoy", kEqual},
    {"top negotiator", "chief negotiator", kEqual},
    {"lead negotiator", "chief negotiator", kEqual},
    {"spokesman", "spokeswoman", kEqual},
    {"defence minister", "defense minister", kEqual},
    {"minister of defence", "defense minister", kEqual},
    {"congressman", "representative", kEqual},
    {"chairman", "chair", kEqual},
    {"attorney", "lawyer", kEqual},
    {"neighbour", "neighbor", kEqual},
    {"pope", "pontiff", kEqual},
    {"basket weaver", "basket weaver", kEqual},  // equal needs no lexicon
    // The one is a kind of the other.
    {"chief negotiator", "negotiator", kNarrower},
    {"finance minister", "minister", kNarrower},
    {"secretary of state", "secretary", kNarrower},
    {"senator", "lawmaker", kNarrower},
    {"ambassador", "diplomat", kNarrower},
    {"district attorney", "prosecutor", kNarrower},
    {"chief justice", "judge", kNarrower},
    {"security adviser", "adviser", kNarrower},
    {"high school teacher", "teacher", kNarrower},
    {"police spokesman", "spokesman", kNarrower},
    {"culture minister", "cabinet minister", kNarrower},
    {"fire chief", "chief", kNarrower},
    {"secretary of state", "foreign minister", kNarrower},
    {"special envoy", "diplomat", kNarrower},
    {"deputy sheriff", "sheriff", kUnknown},  // near miss: another office
    // One person can be both.
    {"envoy", "son-in-law", kOverlap},
    {"envoy", "property tycoon-turned-diplomat", kOverlap},
    {"secretary of state", "lawyer", kOverlap},
    {"senator", "farmer", kOverlap},
    {"mayor", "wife", kOverlap},
    {"foreign minister", "chief negotiator", kOverlap},
    {"judge", "author", kOverlap},
    {"president", "father", kOverlap},
    {"ambassador", "friend", kOverlap},
    {"mayor", "presidential candidate", kOverlap},
    {"fire chief", "witness", kOverlap},
    {"student", "driver", kOverlap},
    {"tycoon", "politician", kOverlap},
    {"coach", "teacher", kOverlap},
    // One person is not both at one time.
    {"senator", "secretary of state", kDisjoint},
    {"senator", "governor", kDisjoint},
    {"president", "vice president", kDisjoint},
    {"president", "prime minister", kUnknown},  // held together in a few states
    {"prime minister", "opposition leader", kDisjoint},
    {"mayor", "police chief", kDisjoint},
    {"mayor", "deputy mayor", kDisjoint},
    {"deputy director", "director", kDisjoint},
    {"assistant district attorney", "district attorney", kDisjoint},
    {"deputy fire chief", "fire chief", kUnknown},  // addressed as a chief
    {"judge", "prosecutor", kDisjoint},
    {"defence minister", "ambassador", kDisjoint},
    {"general", "colonel", kDisjoint},
    {"democratic senator", "treasury secretary", kDisjoint},
    {"ceo", "cfo", kDisjoint},
    {"fire chief", "police chief", kDisjoint},
    {"brother", "son-in-law", kOverlap},  // both, to two people
    {"wife", "sister", kOverlap},
    {"attorney general", "sheriff", kDisjoint},
    // So are their kinds.
    {"culture minister", "mayor", kDisjoint},
    {"minister of transport", "deputy mayor", kDisjoint},
    {"cabinet minister", "judge", kDisjoint},
    {"magistrate", "physician", kDisjoint},
    {"chief justice", "police chief", kDisjoint},
    {"police spokeswoman", "chief of police", kDisjoint},
    {"harbormaster", "company manager", kDisjoint},
    {"parliamentary committee chairman", "deputy minister", kDisjoint},
    {"doping control officer", "team physician", kDisjoint},
    {"deputy finance minister", "finance minister", kDisjoint},
    {"king", "crown prince", kDisjoint},
    // Not known.
    {"senator", "foreign minister", kUnknown},  // ministers sit in many a senate
    {"finance minister", "deputy prime minister", kUnknown},
    {"foreign minister", "defence minister", kUnknown},
    {"secretary of state", "national security adviser", kUnknown},
    {"mayor", "minister", kUnknown},  // a minister may be a cleric
    {"defence minister", "general", kOverlap},
    {"energy minister", "company head", kOverlap},  // of a state's company
    {"senator", "association president", kOverlap},
    {"director", "chairman", kUnknown},
    {"deputy mayor", "police chief", kUnknown},
    {"acting mayor", "sheriff", kUnknown},
    {"former senator", "secretary of state", kUnknown},
    {"ex-senator", "secretary of state", kUnknown},
    {"student president", "senator", kUnknown},
    {"basket weaver", "mayor", kUnknown},
    {"basket weaver", "lamplighter", kUnknown},
    {"", "mayor", kUnknown},
    {"head", "director", kUnknown},
    {"lieutenant general", "general", kUnknown},
    {"chief inspector", "superintendent", kUnknown},
    {"eastern governor", "western governor", kUnknown},
};

Relation Reverse(Relation relation) {
  if (relation == Relation::kNarrower) return Relation::kWider;
  return relation == Relation::kWider ? Relation::kNarrower : relation;
}

TEST(RelateRoles, Table) {
  for (const Case& c : kCases) {
    EXPECT_EQ(RelateRoles(c.a, c.b), c.relation) << c.a << " / " << c.b;
    EXPECT_EQ(RelateRoles(c.b, c.a), Reverse(c.relation)) << c.b << " / " << c.a;
  }
}

std::vector<std::string> Split(std::string_view list) {
  std::vector<std::string> out;
  while (!list.empty()) {
    const size_t bar = list.find('|');
    out.emplace_back(list.substr(0, bar));
    list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
  }
  return out;
}

// What roles.tsv and role_conflicts.tsv refer to is a canonical role.
TEST(Roles, ReferencesResolve) {
  const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
  const auto is_canonical = [&](std::string_view role) {
    const LexiconRow* row = roles.Find(role);
    return row != nullptr && row->column(0) == role;
  };
  for (const LexiconRow& row : roles.rows()) {
    EXPECT_TRUE(is_canonical(row.column(0))) << row.key;
    for (const std::string& also : Split(row.column(2))) EXPECT_TRUE(is_canonical(also)) << row.key;
  }
  for (const LexiconRow& row : Lexicon::English().Table("role_conflicts.tsv").rows()) {
    EXPECT_TRUE(is_canonical(row.key)) << row.key;
    for (const std::string& other : Split(row.column(0))) {
      EXPECT_TRUE(is_canonical(other)) << row.key << ": " << other;
      EXPECT_LT(row.key, other) << "a pair stands under the one that sorts first";
    }
  }
  for (const LexiconRow& row : Lexicon::English().Table("titles.tsv").rows()) {
    if (!row.column(0).empty()) {
      EXPECT_TRUE(is_canonical(row.column(0))) << row.key;
    }
  }
}

}  // namespace
}  // namespace crossread
