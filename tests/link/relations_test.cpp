// relations.tsv: pairs of every kind as a reader judges them. Unlike the tables of the tests beside
// this one it holds what Relate() gets wrong as well; it must get nearly all right, and may never
// call two values apart that a reader would let stand together.
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/date.h"
#include "core/base/utf8.h"
#include "core/extract/analysis.h"
#include "core/link/relation.h"
#include "tests/support/fixture.h"

namespace crossread {
namespace {

constexpr double kLeastShare = 0.97;

struct Pair {
  std::string kind, a, b, relation, date_a, date_b;
};

std::vector<Pair> ReadPairs() {
  std::vector<Pair> pairs;
  std::istringstream in(ReadTestFile("tests/link/relations.tsv"));
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> columns;
    std::istringstream fields(line);
    for (std::string field; std::getline(fields, field, '\t');) columns.push_back(field);
    columns.resize(6);
    pairs.push_back({columns[0], columns[1], columns[2], columns[3], columns[4], columns[5]});
  }
  return pairs;
}

std::string Word(Relation relation) {
  switch (relation) {
    case Relation::kUnknown:
      return "unknown";
    case Relation::kEqual:
      return "equal";
    case Relation::kNarrower:
      return "narrower";
    case Relation::kWider:
      return "wider";
    case Relation::kOverlap:
      return "overlap";
    case Relation::kDisjoint:
      return "disjoint";
  }
  return "";
}

std::string Word(NameRelation relation) {
  switch (relation) {
    case NameRelation::kUnrelated:
      return "unrelated";
    case NameRelation::kSame:
      return "same";
    case NameRelation::kNickname:
      return "nickname";
    case NameRelation::kTransliteration:
      return "transliteration";
    case NameRelation::kHomophone:
      return "homophone";
    case NameRelation::kMisspelling:
      return "misspelling";
  }
  return "";
}

std::string Mirrored(const std::string& relation) {
  if (relation == "narrower") return "wider";
  return relation == "wider" ? "narrower" : relation;
}

std::vector<Quantity> Quantities(const std::string& phrase) {
  return FindQuantities(ReadDocument("It took " + phrase + " in all.", ""));
}

std::vector<Time> Times(const std::string& phrase, const std::string& date) {
  return FindTimes(ReadDocument("They " + phrase + ".", ""), ParseIsoDay(date));
}

// The key of a name, as Entity::key has it.
std::string Key(const std::string& name) {
  std::string key;
  for (char c : FoldDiacritics(name)) {
    if (c != '.') key += c;
  }
  return key;
}

// A phrase of which the mentions hold only a part ("southern Lebanon") is taken as it is written.
std::string PlaceKey(const std::string& phrase) {
  const Analysis analysis = Analyse("It happened in " + phrase + ".", "", "");
  const std::vector<Entity>& entities = analysis.mentions.entities;
  const std::string name = phrase.substr(phrase.starts_with("the ") ? 4 : 0);
  const bool whole = entities.size() == 1 && (entities[0].kind == EntityKind::kPeople ||
                                              Key(entities[0].name) == Key(name));
  return whole ? entities[0].key : Key(phrase);
}

// Values that the extractors do not find, or of which they find several, cannot be compared.
std::string Related(const Pair& pair) {
  if (pair.kind == "quantity") {
    const std::vector<Quantity> a = Quantities(pair.a), b = Quantities(pair.b);
    return Word(a.size() == 1 && b.size() == 1 ? Relate(a[0], b[0]) : Relation::kUnknown);
  }
  if (pair.kind == "time") {
    const std::vector<Time> a = Times(pair.a, pair.date_a), b = Times(pair.b, pair.date_b);
    return Word(a.size() == 1 && b.size() == 1 ? Relate(a[0], b[0]) : Relation::kUnknown);
  }
  if (pair.kind == "place") return Word(RelatePlaces(PlaceKey(pair.a), PlaceKey(pair.b)));
  if (pair.kind == "role") return Word(RelateRoles(pair.a, pair.b));
  if (pair.kind == "name") return Word(RelateNames(Key(pair.a), Key(pair.b)));
  ADD_FAILURE() << "no such kind: " << pair.kind;
  return "";
}

TEST(Relations, AsAReaderJudges) {
  struct Share {
    int right = 0, all = 0;
  };
  std::map<std::string, Share> shares;
  for (const Pair& pair : ReadPairs()) {
    const std::string related = Related(pair);
    const std::string back =
        Mirrored(Related({pair.kind, pair.b, pair.a, "", pair.date_b, pair.date_a}));
    EXPECT_EQ(related, back) << pair.a << " | " << pair.b;
    const bool right = related == pair.relation;
    for (const std::string& kind : {pair.kind, std::string("all")}) {
      shares[kind].right += right;
      ++shares[kind].all;
    }
    if (right) continue;
    std::printf("%-8s %s | %s: %s, not %s\n", pair.kind.c_str(), pair.a.c_str(), pair.b.c_str(),
                pair.relation.c_str(), related.c_str());
    EXPECT_NE(related, "disjoint") << pair.a << " | " << pair.b;
    EXPECT_NE(pair.relation, "unrelated") << pair.a << " | " << pair.b << ": two people";
  }
  for (const auto& [kind, share] : shares) {
    std::printf("%-8s %d of %d\n", kind.c_str(), share.right, share.all);
  }
  EXPECT_GE(shares["all"].right, kLeastShare * shares["all"].all);
}

}  // namespace
}  // namespace crossread
