#include <gtest/gtest.h>

#include <string>

#include "core/link/relation.h"

namespace crossread {
namespace {

struct Case {
  const char* a;
  const char* b;
  NameRelation relation;
};

constexpr NameRelation kUnrelated = NameRelation::kUnrelated, kSame = NameRelation::kSame,
                       kNickname = NameRelation::kNickname,
                       kTransliteration = NameRelation::kTransliteration,
                       kMisspelling = NameRelation::kMisspelling;

const Case kCases[] = {
    // Equal, or one is a short form of the other.
    {"ingrid solvang", "ingrid solvang", kSame},
    {"solvang", "ingrid solvang", kSame},
    {"jo w holt", "jo holt", kSame},
    {"jo w holt", "j holt", kSame},
    {"ines prado", "ines prado villalba", kSame},
    {"prado villalba", "ines prado villalba", kSame},
    {"prado", "ines prado villalba", kSame},
    {"carla van der meer", "van der meer", kSame},
    {"carla van der meer", "meer", kSame},
    {"omar al-haddad", "omar haddad", kSame},
    {"haddad", "omar al-haddad", kSame},
    {"xi baoming", "xi", kSame},
    {"baoming", "xi baoming", kSame},
    {"park jun-seo", "park jun seo", kSame},
    {"vance jr", "tom vance jr", kSame},
    // Familiar forms.
    {"bill hartwell", "william hartwell", kNickname},
    {"bill hartwell", "will hartwell", kNickname},
    {"liz dunmore", "elizabeth dunmore", kNickname},
    {"tony achebe", "anthony achebe", kNickname},
    {"steve brannock", "stephen brannock", kNickname},
    {"sasha koval", "alexander koval", kNickname},
    {"ted w lowry", "edward lowry", kNickname},
    // Two ways of writing another script.
    {"danylo zarembsky", "danylo zarembskyy", kTransliteration},
    {"danylo zarembskiy", "danylo zarembski", kTransliteration},
    {"zarembsky", "zarembskyy", kTransliteration},
    {"zarembskyy", "danylo zarembsky", kTransliteration},
    {"pavel lavrentiev", "pavel lavrentiyev", kTransliteration},
    {"kirill drozdov", "kiril drozdov", kTransliteration},
    {"mohammed haddad", "muhammad haddad", kTransliteration},
    {"hussein nouri", "hussain nuri", kTransliteration},
    {"sergei lavrik", "serhiy lavrik", kTransliteration},
    {"rustem aliyev", "rustam aliev", kTransliteration},
    {"omar sheikh", "omar sheik", kTransliteration},
    {"viktor stalenko", "victor stalenko", kTransliteration},
    {"yusuf karim", "youssef karim", kTransliteration},
    {"dmytro kovalenko", "dmitry kovalenko", kTransliteration},
    {"jozef witkowski", "jozef vitkovski", kTransliteration},
    {"soren ostergaard", "soeren ostergaard", kTransliteration},
    // Slips.
    {"henrik aasland", "henrik aaslund", kMisspelling},
    {"dale brannock", "dale brannick", kMisspelling},
    {"ruth halloway", "ruth haloway",
     NameRelation::kHomophone},  // a doubled letter is no proof of a slip
    {"ingrid haugstad", "ingrid haugstaad", kTransliteration},
    {"desmond achterberg", "desmond achtenburg", kMisspelling},
    {"kirsty munro", "kirsty murno", kMisspelling},
    {"harriet colquhoun", "harriet colqhoun", kMisspelling},
    {"steve carvoff", "steve carzoff", kMisspelling},
    {"bill harkwell", "william hartwell", kMisspelling},
    {"marit brekke", "marrit brekke", kTransliteration},
    {"teodor marekson", "teofor marekson", kMisspelling},
    // Two people.
    {"anna powell", "brian howell", kUnrelated},
    {"anna powell", "anna howell", kUnrelated},  // the first letter is hardly ever a slip
    {"mark johnson", "peter johnston", kUnrelated},
    {"ruth halloway", "owen halloway", kUnrelated},
    {"maria prado", "marie prado", kUnrelated},  // two known given names
    {"joan price", "john price", kUnrelated},
    {"tom rice", "tom rich", kUnrelated},  // too short
    {"ann lee", "ann leo", kUnrelated},
    {"jo brown", "jo crown", kUnrelated},
    {"witkamp", "witzamp", kUnrelated},  // nothing else agrees
    {"powell", "howell", kUnrelated},
    {"johnson", "johnston", kUnrelated},
    {"h aasland", "henrik aaslund", kUnrelated},  // an initial is too little
    {"aaslund", "henrik aasland", kUnrelated},
    {"henrik aasland", "hendrik aaslund", kUnrelated},  // two given names and a slip
    {"tom vance", "tom vance jr", kUnrelated},
    {"jo a holt", "jo b holt", kUnrelated},
    {"ingrid", "ingrid solvang", kUnrelated},  // a given name alone may be anybody's
    {"ingrid", "solvang", kUnrelated},
    {"kim yong un", "kim yong il", kUnrelated},
    {"eleanor dacey", "eleanor marsh", kUnrelated},
    {"desmond achterberg", "desmond achtmanner", kUnrelated},
    {"marcus holt", "markus weller", kUnrelated},
    {"nadia fenwick", "colin fenwick", kUnrelated},
    {"viktor stalenko", "danylo stalenko", kUnrelated},
    {"", "holt", kUnrelated},
};

TEST(RelateNames, Table) {
  for (const Case& c : kCases) {
    EXPECT_EQ(RelateNames(c.a, c.b), c.relation) << c.a << " / " << c.b;
    EXPECT_EQ(RelateNames(c.b, c.a), c.relation) << c.b << " / " << c.a;
  }
}

TEST(RelateNames, LongPartsCostLittle) {
  const std::string a(100000, 'a');
  std::string b = a;
  b[500] = 'b';
  EXPECT_EQ(RelateNames("ann " + a, "ann " + b), NameRelation::kUnrelated);
}

}  // namespace
}  // namespace crossread
