// Whom a third-person pronoun means, and where nothing says so.
#include "core/extract/pronouns.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/extract/analysis.h"

namespace crossread {
namespace {

// "she=Olga Sander him=-": every pronoun with the name of what it means.
std::string Pronouns(const char* text) {
  const Analysis a = Analyse(text, "", "");
  std::string out;
  for (const Pronoun& pronoun : a.pronouns) {
    if (!out.empty()) out += ' ';
    out += std::string(a.document.Text(a.document.tokens[pronoun.token])) + "=" +
           (pronoun.entity == kNoEntity ? "-" : a.mentions.entities[pronoun.entity].name);
  }
  return out;
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(ResolvePronouns, Fire) {
  const Case kCases[] = {
      {"Maria Sander is a farmer. She was born in Oslo.", "She=Maria Sander"},
      {"Maria Sander sold her farm in Oslo last spring.", "her=Maria Sander"},
      // Gender decides.
      {"Maria Sander met Peter Kray in Oslo. She left the town on Friday.", "She=Maria Sander"},
      {"Maria Sander met Peter Kray in Oslo. He left the town on Friday.", "He=Peter Kray"},
      // One pronoun stands on the one before it.
      {"Peter Kray is a farmer. He was born in Oslo. He moved to Bergen in 1998.",
       "He=Peter Kray He=Peter Kray"},
      // Words in apposition are no other person.
      {"Peter Kray, a retired judge, left the court. He moved to Bergen.", "He=Peter Kray"},
      // The speaker goes on.
      {"“The roof fell in,” Otto Kray said. “Nobody was hurt,” he added.", "he=Otto Kray"},
  };
  for (const Case& c : kCases) EXPECT_EQ(Pronouns(c.text), c.expected) << c.text;
}

TEST(ResolvePronouns, Abstain) {
  const Case kCases[] = {
      {"She left the town on Friday.", "She=-"},
      // Nobody fits.
      {"Peter Kray left. She stayed.", "She=-"},
      {"The town of Bergen was quiet. He left on Friday.", "He=-"},
      // A person without a name is nearer.
      {"Peter Kray waited in the hall. A driver came in, and the guards took his papers.", "his=-"},
      // No thing, but the weather.
      {"It was raining in Bergen.", "It=-"},
      // Two arguments of one verb are two persons.
      {"Peter Kray hit him.", "him=-"},
      // Whoever speaks calls himself "I".
      {"“He is a liar,” said Otto Kray.", "He=-"},
      {"", ""},
  };
  for (const Case& c : kCases) EXPECT_EQ(Pronouns(c.text), c.expected) << c.text;
}

TEST(ResolvePronouns, InOrderAndInRange) {
  const Analysis a = Analyse(
      "Ann Lee and Tom Holt met. They hurt themselves; it was her idea, he said of himself.", "",
      "");
  ASSERT_EQ(a.pronouns.size(), 6u);
  for (size_t p = 0; p < a.pronouns.size(); ++p) {
    if (p > 0) {
      EXPECT_LT(a.pronouns[p - 1].token, a.pronouns[p].token);
    }
    if (a.pronouns[p].entity != kNoEntity) {
      EXPECT_LT(a.pronouns[p].entity, a.mentions.entities.size());
      EXPECT_EQ(a.pronouns[p].entity, a.pronouns[p].leaning);
    }
  }
  EXPECT_TRUE(a.pronouns[1].reflexive);
  EXPECT_FALSE(a.pronouns[0].reflexive);
}

// One sentence as long as a page: the cost stays bounded.
TEST(ResolvePronouns, LongInputs) {
  std::string text;
  for (int i = 0; i < 4000; ++i) text += "Ann Lee and it and he ";
  EXPECT_EQ(Analyse(text, "", "").pronouns.size(), 8000u);
}

}  // namespace
}  // namespace crossread
