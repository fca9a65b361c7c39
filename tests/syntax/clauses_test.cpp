#include "core/syntax/clauses.h"

#include <gtest/gtest.h>

#include <string>

#include "core/syntax/syntax.h"
#include "tests/support/fixture.h"

namespace crossread {
namespace {

// One clause a line: "[role] predicate: subject > object (in place) not may passive".
std::string Dump(std::string_view text) {
  static constexpr std::string_view kRoles[] = {
      "main", "complement", "infinitive", "adverbial", "relative", "coordinated", "beside"};
  const Document document = ReadDocument(text, "");
  const Syntax syntax = ReadSyntax(document, Model::English());
  const auto word = [&](uint32_t t) {
    return t == kNoWord ? std::string("-") : std::string(document.Text(document.tokens[t]));
  };
  std::string out;
  for (const Clause& clause : syntax.clauses.clauses) {
    if (!out.empty()) out += "\n";
    out += std::string(kRoles[static_cast<size_t>(clause.role)]) + " " +
           (clause.copular ? "be " : "") + word(clause.predicate) + ": " + word(clause.subject) +
           " > " + word(clause.object);
    for (uint32_t o = clause.obliques.begin; o < clause.obliques.end; ++o) {
      const Argument& oblique = syntax.clauses.obliques[o];
      out += " (" + word(oblique.preposition) + " " + word(oblique.head) + ")";
    }
    if (clause.negated()) out += " " + word(clause.negator);
    if (clause.modal != kNoWord) out += " " + word(clause.modal);
    if (clause.voice == Voice::kPassive) out += " passive";
    if (clause.reported) out += " reported";
  }
  return out;
}

TEST(Clauses, WhoDidWhatToWhom) {
  EXPECT_EQ(Dump("The army took the town in May."), "main took: army > town (in May)");
  EXPECT_EQ(Dump("The town was taken by the army."), "main taken: town > - (by army) passive");
  EXPECT_EQ(Dump("The harbour is closed to ships."), "");
}

}  // namespace
}  // namespace crossread
