#include "core/extract/terms.h"

#include <gtest/gtest.h>

#include "core/base/hash.h"
#include "core/extract/analysis.h"

namespace crossread {
namespace {

// What the verb written `word` means in `text`, and whether its term agrees.
std::string Meant(const char* text, std::string_view word) {
  const Analysis a = Analyse(text, "", "");
  for (uint32_t t = 0; t < a.document.tokens.size(); ++t) {
    if (a.document.Text(a.document.tokens[t]) != word) continue;
    const std::string lemma(MeantLemma(a.document, t));
    EXPECT_EQ(a.terms[t].lemma, Fnv1a(lemma)) << text;
    const PhrasalVerb verb = PhrasalVerbAt(a.document, t);
    if (verb.row != nullptr) {
      EXPECT_FALSE(a.terms[verb.particle].content) << text;
    }
    return lemma;
  }
  return "none";
}

TEST(Terms, PhrasalVerbsAreOneWord) {
  struct Case {
    const char* text;
    const char* word;
    const char* lemma;
  };
  const Case cases[] = {
      {"The council turned down the request.", "turned", "reject"},
      {"The council turned the request down.", "turned", "reject"},
      {"The council turned the farmers' request down on Friday.", "turned", "reject"},
      {"The council turned it down.", "turned", "reject"},
      {"The council is turning Aldermoor down.", "turning", "reject"},
      {"The request was turned down.", "turned", "reject"},
      {"They put the vote off until May.", "put", "postpone"},
      {"The talks were called off.", "called", "cancel"},
      {"The chairman stepped down.", "stepped", "resign"},
      {"The union pulled out of the talks.", "pulled", "withdraw"},
      // Near misses: the particle belongs to what follows, or to another verb, or stands too far.
      {"The bus turned the corner down the road.", "turned", "turn"},
      {"He turned to the mayor and sat down.", "turned", "turn"},
      {"She called the old man, who was off duty.", "called", "call"},
      {"She put the three old and very heavy boxes off the table.", "put", "put"},
      {"The union pulled its members out.", "pulled", "pull"},
  };
  for (const Case& c : cases) EXPECT_EQ(Meant(c.text, c.word), c.lemma) << c.text;
}

}  // namespace
}  // namespace crossread
