#include <gtest/gtest.h>

#include <string>

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
                   kNarrower = Relation::kNarrower, kDisjoint = Relation::kDisjoint;

// Symmetric but for narrower, which is wider the other way round.
const Case kCases[] = {
    // One place, two names.
    {"oslo", "oslo", kEqual},
    {"us", "united states", kEqual},
    {"usa", "america", kEqual},
    {"uk", "britain", kEqual},
    {"holland", "netherlands", kEqual},
    {"kiev", "kyiv", kEqual},
    {"odessa", "odesa", kEqual},
    {"burma", "myanmar", kEqual},
    {"the hague", "hague", kEqual},
    {"turkiye", "turkey", kEqual},
    {"nyc", "new york city", kEqual},
    {"calif", "california", kEqual},
    {"saint petersburg", "st petersburg", kEqual},
    {"the netherlands", "netherlands", kEqual},
    {"washington dc", "district of columbia", kEqual},
    {"lysvik", "lysvik", kEqual},  // equal needs no gazetteer
    // Inside.
    {"oslo", "norway", kNarrower},
    {"bergen", "europe", kNarrower},
    {"miami", "florida", kNarrower},
    {"miami", "united states", kNarrower},
    {"florida", "us", kNarrower},
    {"hallandale beach", "florida", kNarrower},
    {"brooklyn", "new york", kNarrower},
    {"new york city", "new york", kNarrower},
    {"salzburg", "austria", kNarrower},
    {"edinburgh", "uk", kNarrower},
    {"toronto", "canada", kNarrower},
    {"donetsk region", "donbas", kNarrower},
    {"donbas", "ukraine", kNarrower},
    {"rafah", "gaza", kNarrower},
    {"ramallah", "west bank", kNarrower},
    {"qatar", "gulf", kNarrower},
    {"tbilisi", "georgia", kNarrower},
    {"atlanta", "georgia", kNarrower},
    {"georgia", "united states", kNarrower},  // the state may be meant
    {"washington dc", "washington", kNarrower},
    {"kenya", "africa", kNarrower},
    {"birmingham", "england", kNarrower},
    {"birmingham", "alabama", kNarrower},
    {"crimea", "ukraine", kNarrower},
    {"crimea", "russia", kNarrower},
    // Apart.
    {"oslo", "stockholm", kDisjoint},
    {"oslo", "bergen", kDisjoint},
    {"oslo", "sweden", kDisjoint},
    {"norway", "sweden", kDisjoint},
    {"miami", "texas", kDisjoint},
    {"miami", "orlando", kDisjoint},
    {"miami", "moscow", kDisjoint},
    {"florida", "texas", kDisjoint},
    {"scotland", "wales", kDisjoint},
    {"kenya", "asia", kDisjoint},
    {"paris", "germany", kDisjoint},
    {"salzburg", "vienna", kDisjoint},
    {"new york", "boston", kDisjoint},
    {"ontario", "michigan", kDisjoint},
    {"africa", "europe", kDisjoint},
    {"glasgow", "england", kDisjoint},
    {"lima", "chile", kDisjoint},
    // Not known, or not apart by any border that all draw.
    {"lysvik", "oslo", kUnknown},
    {"lysvik", "norway", kUnknown},
    {"tamarack falls", "oregon", kUnknown},
    {"", "norway", kUnknown},
    {"", "lysvik", kUnknown},
    {"long beach", "los angeles", kUnknown},
    {"hallandale beach", "miami", kUnknown},
    {"rostock", "hesse", kUnknown},  // its region is not in the gazetteer
    {"london", "kent", kUnknown},
    {"west bank", "israel", kUnknown},
    {"taiwan", "china", kUnknown},
    {"kosovo", "serbia", kUnknown},
    {"kashmir", "nepal", kUnknown},
    {"middle east", "turkey", Relation::kWider},
    {"gulf", "iran", kUnknown},
    {"black sea", "ukraine", kUnknown},
    {"gaza", "israel", kUnknown},
    {"siberia", "moscow", kUnknown},
    {"balkans", "turkey", kUnknown},
    {"south florida", "orlando", kUnknown},
    {"scandinavia", "iceland", kUnknown},
};

Relation Reverse(Relation relation) {
  if (relation == Relation::kNarrower) return Relation::kWider;
  return relation == Relation::kWider ? Relation::kNarrower : relation;
}

TEST(RelatePlaces, Table) {
  for (const Case& c : kCases) {
    EXPECT_EQ(RelatePlaces(c.a, c.b), c.relation) << c.a << " / " << c.b;
    EXPECT_EQ(RelatePlaces(c.b, c.a), Reverse(c.relation)) << c.b << " / " << c.a;
  }
}

// Every container and every alias of the gazetteer is a place of the gazetteer.
TEST(Gazetteer, ReferencesResolve) {
  const LexiconTable& table = Lexicon::English().Table("gazetteer.tsv");
  for (const LexiconRow& row : table.rows()) {
    std::string list(row.column(1));
    for (size_t bar; !list.empty(); list = bar == std::string::npos ? "" : list.substr(bar + 1)) {
      bar = list.find('|');
      EXPECT_TRUE(table.Has(list.substr(0, bar))) << row.key << " in " << list;
    }
    if (!row.column(2).empty()) {
      EXPECT_TRUE(table.Has(row.column(2))) << row.key;
    }
  }
  for (const char* file : {"demonyms.tsv", "metonyms.tsv", "capitals.tsv"}) {
    for (const LexiconRow& row : Lexicon::English().Table(file).rows()) {
      EXPECT_TRUE(table.Has(row.column(0))) << file << ": " << row.key;
    }
  }
}

}  // namespace
}  // namespace crossread
