#include "core/extract/mentions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace crossread {
namespace {

const char* KindName(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPerson:
      return "person";
    case EntityKind::kOrganisation:
      return "organisation";
    case EntityKind::kPlace:
      return "place";
    case EntityKind::kPeople:
      return "people";
    case EntityKind::kOther:
      return "other";
  }
  return "";
}

struct Read {
  Document document;
  Mentions mentions;

  explicit Read(const char* text, const char* title = "")
      : document(ReadDocument(text, title)),
        mentions(FindMentions(document, ReadSyntax(document, Model::English()))) {}

  // One a line: "person Ingrid Solvang: Ingrid Solvang, Solvang".
  std::vector<std::string> Entities() const {
    std::vector<std::string> out;
    for (const Entity& entity : mentions.entities) {
      std::string line = std::string(KindName(entity.kind)) + " " + entity.name + ":";
      for (const uint32_t m : entity.mentions) {
        line += " " + std::string(document.Text(mentions.mentions[m].span)) + ",";
      }
      line.pop_back();
      out.push_back(line);
    }
    return out;
  }

  // "Ingrid Solvang = foreign minister", with " (former)".
  std::vector<std::string> Roles() const {
    std::vector<std::string> out;
    for (const RoleMention& role : mentions.roles) {
      out.push_back(mentions.entities[role.entity].name + " = " + role.role +
                    (role.former ? " (former)" : ""));
    }
    return out;
  }

  const Entity* Find(std::string_view name) const {
    for (const Entity& entity : mentions.entities) {
      if (entity.name == name) return &entity;
    }
    return nullptr;
  }
};

using Lines = std::vector<std::string>;

struct Case {
  const char* text;
  Lines expected;
};

TEST(FindMentions, NamesAndKinds) {
  const Case cases[] = {
      {"Negotiators met in Bergen on Saturday.", {"place Bergen: Bergen"}},
      // The first word of a sentence is a name only if something says so.
      {"Talks stalled. Bergen was quiet. Harvesters waited.", {"place Bergen: Bergen"}},
      {"The ferry sank. Rescuers found no one.", {}},
      {"On Monday, in March, the court rose.", {}},
      {"The envoy met Norwegian and Swedish officials.",
       {"people Norwegian: Norwegian", "people Swedish: Swedish"}},
      {"It was signed by Marit Brekke in the town of Lysvik.",
       {"person Marit Brekke: Marit Brekke", "place Lysvik: Lysvik"}},
      {"She grew up in Lysvik.", {"place Lysvik: Lysvik"}},
      {"It crossed the River Ellet near Corran Bridge.",
       {"place River Ellet: River Ellet", "place Corran Bridge: Corran Bridge"}},
      {"A loan came from Fenwick Bank and the University of Strathallan.",
       {"organisation Fenwick Bank: Fenwick Bank",
        "organisation University of Strathallan: University of Strathallan"}},
      {"It was drafted at the Ministry of Health and Welfare.",
       {"organisation Ministry of Health and Welfare: Ministry of Health and Welfare"}},
      {"The White House and the Kremlin were silent, NATO was not.",
       {"organisation White House: White House", "organisation Kremlin: Kremlin",
        "organisation NATO: NATO"}},
      {"He spoke for Bashir al-Haddad and Carla van der Meer.",
       {"person Bashir al-Haddad: Bashir al-Haddad",
        "person Carla van der Meer: Carla van der Meer"}},
      {"The book by Jean-Luc Morel won.", {"person Jean-Luc Morel: Jean-Luc Morel"}},
      // A hyphen or a dash between places joins nothing.
      {"The Norway-Kenya talks and the US\xE2\x80\x93Peru deal stalled.",
       {"place Norway: Norway", "place Kenya: Kenya", "place US: US", "place Peru: Peru"}},
      {"The car of Jo W. Holt, Jr. stood in Oslo.",
       {"person Jo W. Holt: Jo W. Holt", "place Oslo: Oslo"}},
      {"The mayor met Will Harker. Will he come?", {"person Will Harker: Will Harker"}},
      {"Police asked Charlotte Grey about Charlotte, North Carolina.",
       {"person Charlotte Grey: Charlotte Grey", "place Charlotte: Charlotte",
        "place North Carolina: North Carolina"}},
      {"He moved to Fargo in August with Theresa May.",
       {"place Fargo: Fargo", "person Theresa May: Theresa May"}},
      {"It is NOT true.", {}},
      {"", {}},
      {"\xE2\x80\x9C\xE2\x80\x9D . . .", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.text).Entities(), c.expected) << c.text;
}

TEST(FindMentions, TypesByNeighbours) {
  const Case cases[] = {
      {"Reporters found Drozdenko, 44, at home.", {"person Drozdenko: Drozdenko"}},
      {"It angered negotiator Zeqir Tolaj.", {"person Zeqir Tolaj: Zeqir Tolaj"}},
      {"It angered Zeqir Tolaj, who left.", {"person Zeqir Tolaj: Zeqir Tolaj"}},
      {"On Friday Zeqir Tolaj said so.", {"person Zeqir Tolaj: Zeqir Tolaj"}},
      // A verb before an adjective is no role before a name.
      {"They want to host Karsavian envoys.", {"other Karsavian: Karsavian"}},
      // A people beside its country, both in no lexicon.
      {"The army of Karsavia fell back, Karsavian officers said.",
       {"place Karsavia: Karsavia", "people Karsavian: Karsavian"}},
      // Once "in" does not make a place of what acts elsewhere.
      {"Shares in Brightwater fell. The regulator fined Brightwater. Nobody at Brightwater spoke, "
       "and "
       "critics of Brightwater cheered.",
       {"other Brightwater: Brightwater, Brightwater, Brightwater, Brightwater"}},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.text).Entities(), c.expected) << c.text;
}

TEST(FindMentions, GroupsWithinTheArticle) {
  const Case cases[] = {
      {"Ms. Solvang smiled. Then Ingrid Solvang left. Solvang, a lawyer, was tired.",
       {"person Ingrid Solvang: Solvang, Ingrid Solvang, Solvang"}},
      {"The US and the U.S. navy; America; the United States.",
       {"place United States: US, U.S., America, United States"}},
      {"The International Ice Patrol (IIP) was founded in 1914. The IIP warned ships.",
       {"organisation International Ice Patrol: International Ice Patrol, IIP, IIP"}},
      {"The pumps came from Pellworth Engineering. A clerk at Pellworth shrugged.",
       {"organisation Pellworth Engineering: Pellworth Engineering, Pellworth"}},
      {"The jury heard Zeqir Tolaj. For Tolaj it was the end. Friends of Tolaj wept.",
       {"person Zeqir Tolaj: Zeqir Tolaj, Tolaj, Tolaj"}},
      {"The vote hurt Ursula van der Meer. Few liked van der Meer.",
       {"person Ursula van der Meer: Ursula van der Meer, Meer"}},
      {"The court heard Xi Baoming. Later Xi left.", {"person Xi Baoming: Xi Baoming, Xi"}},
      {"Jo W. Holt sued. A judge sided with Jo Holt.", {"person Jo W. Holt: Jo W. Holt, Jo Holt"}},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.text).Entities(), c.expected) << c.text;
}

TEST(FindMentions, TwoPeopleOfOneSurname) {
  const Read read(
      "The court heard Nadia Fenwick and Colin Fenwick. Later Mr Fenwick left. The rest was up to "
      "Fenwick.");
  const Entity* nadia = read.Find("Nadia Fenwick");
  const Entity* colin = read.Find("Colin Fenwick");
  ASSERT_NE(nadia, nullptr);
  ASSERT_NE(colin, nullptr);
  EXPECT_EQ(nadia->mentions.size(), 1u);
  EXPECT_EQ(colin->mentions.size(), 2u) << "Mr says which";
  EXPECT_EQ(nadia->gender, Gender::kFemale);
  EXPECT_EQ(colin->gender, Gender::kMale);
  ASSERT_FALSE(read.mentions.mentions.empty());
  EXPECT_EQ(read.mentions.mentions.back().entity, kNoEntity) << "a surname that could be either's";
}

TEST(FindMentions, KeysAreComparableAcrossArticles) {
  const Read read(
      "In the U.K. the Belgians met Andr\xC3\xA9 Luk\xC3\xA1\xC4\x8D on the way to Kiev.");
  ASSERT_EQ(read.mentions.entities.size(), 4u);
  EXPECT_EQ(read.mentions.entities[0].key, "united kingdom");
  EXPECT_EQ(read.mentions.entities[1].key, "belgium");
  EXPECT_EQ(read.mentions.entities[2].key, "andre lukac");
  EXPECT_EQ(read.mentions.entities[3].key, "kyiv");
}

TEST(FindMentions, TitleCaseCountsOnlyWhatIsKnown) {
  const Read read(
      "Bergen Talks Stall as Solvang Walks Out\n\nIngrid Solvang left the talks in Bergen on "
      "Monday. "
      "The talks were to end the war.",
      "Bergen Talks Stall as Solvang Walks Out");
  EXPECT_EQ(read.Entities(), (Lines{"place Bergen: Bergen, Bergen",
                                    "person Ingrid Solvang: Solvang, Ingrid Solvang"}));
}

TEST(FindMentions, NoNamesFromFurniture) {
  const Read read(
      "By Ann Lowry\n\nThe ferry reached Bergen on Monday, and nobody was hurt, the harbour office "
      "said.\n\n#Bergen #Ferry\n\n(Reporting by Tom Vance; Editing by Jo Holt)\n");
  EXPECT_EQ(read.Entities(), (Lines{"place Bergen: Bergen"}));
}

TEST(FindMentions, Roles) {
  const Case cases[] = {
      // Before the name.
      {"It was Belmora's chief negotiator Teodor Marek.", {"Teodor Marek = chief negotiator"}},
      {"They saw Sen. Ruth Halloway.", {"Ruth Halloway = senator"}},
      {"They saw Republican Rep. Ruth Halloway.", {"Ruth Halloway = republican representative"}},
      {"They saw Secretary of State Ruth Halloway.", {"Ruth Halloway = secretary of state"}},
      {"They saw US Secretary of State and national security adviser Owen Pratley.",
       {"Owen Pratley = secretary of state", "Owen Pratley = national security adviser"}},
      {"They saw property tycoon-turned-diplomat Owen Pratley.",
       {"Owen Pratley = property tycoon-turned-diplomat"}},
      {"They saw his son-in-law Owen Pratley.", {"Owen Pratley = son-in-law"}},
      {"They saw former mayor Owen Pratley and ex-minister Ruth Halloway.",
       {"Owen Pratley = mayor (former)", "Ruth Halloway = minister (former)"}},
      {"They saw Mrs Halloway.", {}},
      // The prime minister is somebody else.
      {"It fell to the prime minister and President Viktor Stalenko.",
       {"Viktor Stalenko = president"}},
      // In apposition.
      {"Pavel Drozdenko, an envoy of President Viktor Stalenko, left.",
       {"Pavel Drozdenko = envoy", "Viktor Stalenko = president"}},
      {"Pavel Drozdenko, President Viktor Stalenko's special envoy, left.",
       {"Viktor Stalenko = president", "Pavel Drozdenko = special envoy"}},
      {"Ingrid Solvang, Norway's top diplomat and chief mediator, left.",
       {"Ingrid Solvang = top diplomat", "Ingrid Solvang = chief mediator"}},
      {"Comfort Nartey, the retired judge who led the inquiry, left.",
       {"Comfort Nartey = judge (former)"}},
      {"Eleanor Dacey, 83, a teacher, waved.", {"Eleanor Dacey = teacher"}},
      {"Henrik Aasland, the salmon farmer, waved.", {"Henrik Aasland = salmon farmer"}},
      // The name in apposition to the role.
      {"President Viktor Stalenko's envoy, Pavel Drozdenko, left.",
       {"Viktor Stalenko = president", "Pavel Drozdenko = envoy"}},
      {"The Norwegian foreign minister, Ingrid Solvang, said so.",
       {"Ingrid Solvang = foreign minister"}},
      // With a copula.
      {"Ingrid Solvang is the chief mediator.", {"Ingrid Solvang = chief mediator"}},
      {"Ingrid Solvang, who is also security adviser to the king, left.",
       {"Ingrid Solvang = security adviser"}},
      {"Owen Pratley was the mayor.", {"Owen Pratley = mayor (former)"}},
      // With what they head, where the lexicon has it.
      {"Teodor Marek, president of the national growers' association, left.",
       {"Teodor Marek = association president"}},
      {"Teodor Marek, manager of the company that runs the ferry, left.",
       {"Teodor Marek = company manager"}},
      {"Teodor Marek, president of the republic, left.", {"Teodor Marek = president"}},
      {"Anna Marek, the minister's deputy, left.", {"Anna Marek = deputy minister"}},
      {"Anna Marek, who also chairs the trade committee, left.",
       {"Anna Marek = committee chairman"}},
      {"Anna Marek heads the ferry company.", {"Anna Marek = company head"}},
      {"Anna Marek, a physician employed by the club, left.", {"Anna Marek = club physician"}},
      {"Anna Marek runs the marathon.", {}},
      {"Anna Marek, the minister's house and garden behind her, left.", {}},
      // Near misses: lists, and words that are no role.
      {"They met Teodor Marek, envoy Pavel Drozdenko and a judge.", {"Pavel Drozdenko = envoy"}},
      {"They met Teodor Marek, the judge and the coroner.", {}},
      {"They met a judge, Teodor Marek and others.", {}},
      {"Teodor Marek, a tall figure, left.", {}},
  };
  for (const Case& c : cases) EXPECT_EQ(Read(c.text).Roles(), c.expected) << c.text;
}

// Spans are of the text as it is, in order, and do not overlap; entities and mentions agree.
TEST(FindMentions, ResultsAreConsistent) {
  const Read read(
      "\xE2\x80\x9CWe go,\xE2\x80\x9D said Ren\xC3\xA9 Morel of Fenwick Bank\xE2\x80\x99s Oslo "
      "office. "
      "Sen. Jo Holt (D-Ohio) and Bashir al-Haddad met the U.S.-Kenya team in St. Petersburg, Fla. "
      "Holt, Morel and al-Haddad left on May 3.");
  const Mentions& mentions = read.mentions;
  uint32_t end = 0;
  for (uint32_t m = 0; m < mentions.mentions.size(); ++m) {
    const Mention& mention = mentions.mentions[m];
    EXPECT_LE(end, mention.span.begin);
    end = mention.span.end;
    EXPECT_LE(end, read.document.text.size());
    ASSERT_LT(mention.entity, mentions.entities.size());
    const auto& list = mentions.entities[mention.entity].mentions;
    EXPECT_TRUE(std::find(list.begin(), list.end(), m) != list.end());
  }
  for (const Entity& entity : mentions.entities) EXPECT_FALSE(entity.key.empty());
  EXPECT_NE(read.Find("Ren\xC3\xA9 Morel"), nullptr);
  EXPECT_EQ(read.Find("May"), nullptr);
}

// Time grows in proportion to the text: each of these takes well under a second.
TEST(FindMentions, LongInputs) {
  const auto repeat = [](const char* part, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += part;
    return out;
  };
  for (const char* part :
       {"A", "Ann ", "A-", "Bank of ", "chief ", "Ann, ", "\"(", "Mr Al Bo said. "}) {
    const std::string text = "Then he saw " + repeat(part, 100000) + " there.";
    const Read read(text.c_str());
    for (const Mention& mention : read.mentions.mentions) EXPECT_LT(mention.span.end, text.size());
  }
}

}  // namespace
}  // namespace crossread
