// Which words are reported, by which cue: marks, frames and the two put together.
#include "core/extract/quotations.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/extract/quote_marks.h"
#include "core/text/document.h"

namespace crossread {
namespace {

std::string_view KindName(QuotationKind kind) {
  switch (kind) {
    case QuotationKind::kDirect:
      return "direct";
    case QuotationKind::kMixed:
      return "mixed";
    case QuotationKind::kIndirect:
      return "indirect";
  }
  return "";
}

// "direct: “It burned,” / “and fell.” <said>": a line per quotation.
std::string Render(const Document& document, const Quotation& quotation) {
  std::string out(KindName(quotation.kind));
  out += ": ";
  for (size_t i = 0; i < quotation.content.size(); ++i) {
    if (i > 0) out += " / ";
    out += document.Text(quotation.content[i]);
  }
  if (!quotation.cue.empty()) out += " <" + std::string(document.Text(quotation.cue)) + ">";
  return out;
}

struct Case {
  const char* name;
  const char* text;
  std::vector<std::string> quotations;
};

void Check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const Document document = ReadDocument(c.text, "");
    std::vector<std::string> got;
    for (const Quotation& quotation : FindQuotations(document)) {
      got.push_back(Render(document, quotation));
    }
    EXPECT_EQ(got, c.quotations);
  }
}

TEST(Quotations, Direct) {
  Check({
      {"verb behind",
       "“The mill burned down,” Rasa Venn said.",
       {"direct: “The mill burned down,” <said>"}},
      {"inverted",
       "“The mill burned down,” said Rasa Venn.",
       {"direct: “The mill burned down,” <said>"}},
      {"verb before",
       "Rasa Venn said, “The mill burned down.”",
       {"direct: “The mill burned down.” <said>"}},
      {"recipient and colon",
       "Venn told reporters: “The mill is gone.”",
       {"direct: “The mill is gone.” <told>"}},
      {"colon of the cue",
       "Venn posted: “The mill is gone.”",
       {"direct: “The mill is gone.” <posted:>"}},
      {"split",
       "“The mill,” Venn said, “will not reopen.”",
       {"direct: “The mill,” / “will not reopen.” <said>"}},
      {"two sentences inside",
       "“It burned. We ran,” Venn said.",
       {"direct: “It burned. We ran,” <said>"}},
      {"goes on behind the frame",
       "“It burned,” Venn said. “We ran.”",
       {"direct: “It burned,” / “We ran.” <said>"}},
      {"two speakers",
       "“It burned,” said Venn. “It exploded,” said Otto Kray.",
       {"direct: “It burned,” <said>", "direct: “It exploded,” <said>"}},
      {"question", "“Who lit the fire?” Venn asked.", {"direct: “Who lit the fire?” <asked>"}},
      {"linking word", "But “nobody was hurt,” she added.", {"direct: “nobody was hurt,” <added>"}},
      {"time between",
       "Venn told Channel Nord in a talk recorded on Monday, “The mill is gone.”",
       {"direct: “The mill is gone.” <told>"}},
  });
}

TEST(Quotations, Paragraphs) {
  Check({
      {"reopened without a closing mark",
       "“It burned,” she said. “We ran.\n\n“We came back at dawn.”",
       {"direct: “It burned,” / “We ran. / “We came back at dawn.” <said>"}},
      {"torn by a line break",
       "He told the council: “It burned.\nWe ran away.”",
       {"direct: “It burned.\nWe ran away.” <told>"}},
      {"a line for each sentence",
       "“It burned.\n\nWe ran.\n\nWe came back at dawn,” she said.",
       {"direct: “It burned. / We ran. / We came back at dawn,” <said>"}},
      {"a line for each sentence, and a space before the closing mark",
       "\"It burned,\" she said.\n\n\"We ran.\n\nWe came back at dawn. \"\n\nThe mill stood empty.",
       {"direct: \"It burned,\" <said>", "direct: \"We ran. / We came back at dawn. \""}},
      {"a line for each sentence, and the closing mark behind its space",
       "\"It burned.\n\nWe came back at dawn, \"Venn told the council.\n\nThe mill stood empty.",
       {"direct: \"It burned. / We came back at dawn, \" <told>"}},
      {"never closed",
       "“It burned.\n\nThe mill stood empty.\n\n“We ran,” she said.",
       {"direct: “It burned.", "direct: “We ran,” <said>"}},
      {"a paragraph of its own",
       "“It burned,” Venn said.\n\n“The roof fell in before midnight.”",
       {"direct: “It burned,” <said>", "direct: “The roof fell in before midnight.”"}},
      {"colon at the end of a paragraph",
       "Venn wrote to the council:\n\n“The roof fell in before midnight.”",
       {"direct: “The roof fell in before midnight.” <wrote>"}},
  });
}

TEST(Quotations, SignaturesAndTranscripts) {
  Check({
      {"signed", "“The mill is gone.” ― Rasa Venn", {"direct: “The mill is gone.” <―>"}},
      {"signed from a place",
       "“The mill is gone. We left.” — Otto Kray, Lysvik",
       {"direct: “The mill is gone. We left.” <—>"}},
      {"a verb behind the dash is no signature",
       "“The mill is gone” — Otto Kray left the town.",
       {"direct: “The mill is gone”"}},
      {"transcript inside marks",
       "They spoke at noon.\n\n\"VENN: The mill is gone.\n\n\"KRAY: And the roof?\"",
       {"direct: The mill is gone. <:>", "direct: And the roof?\" <:>"}},
      {"transcript without marks",
       "They spoke at noon.\n\nVENN: The mill is gone. We left.\n\nKRAY: And the roof?\n\nVENN: "
       "Gone.",
       {"indirect: The mill is gone. We left. <:>", "indirect: And the roof? <:>",
        "indirect: Gone. <:>"}},
      {"labels that do not come back",
       "Where: Lysvik.\n\nWhen: Friday.\n\nEntry: free of charge.",
       {}},
      {"what a transcript tells of the room",
       "They spoke at noon.\n\n\"(LAUGHTER.)\"\n\n\"VENN: The mill is gone.\"",
       {"direct: The mill is gone.\" <:>"}},
  });
}

TEST(Quotations, Headlines) {
  const std::string below =
      "\n\nThe mill by the river burned on Friday night. It will not open again.";
  const std::string colon = "Venn: Council Left the Mill ‘Without a Single Guard’" + below;
  const std::string calls =
      "Mayor Venn Calls Council Members ‘A Disgrace’ After Mill Fire." + below;
  const std::string other = "Mill Fire: Council Members Meet Again in Lysvik" + below;
  Check({
      {"a name and a colon",
       colon.c_str(),
       {"mixed: Council Left the Mill ‘Without a Single Guard’ <:>"}},
      {"a verb that may be a noun",
       calls.c_str(),
       {"mixed: Council Members ‘A Disgrace’ After Mill Fire <Calls>"}},
      {"no marks", other.c_str(), {}},
  });
}

TEST(Quotations, Marks) {
  Check({
      {"straight", "\"The mill is gone,\" she said.", {"direct: \"The mill is gone,\" <said>"}},
      {"doubled keys", "''The mill is gone,'' she said.", {"direct: ''The mill is gone,'' <said>"}},
      {"guillemets", "«The mill is gone», said Venn.", {"direct: «The mill is gone» <said>"}},
      {"low and high", "„The mill is gone“, said Venn.", {"direct: „The mill is gone“ <said>"}},
      {"single, with apostrophes",
       "‘We’re safe, and the millers’ homes stand,’ said Venn.",
       {"direct: ‘We’re safe, and the millers’ homes stand,’ <said>"}},
      {"straight single", "'It wasn't arson,' said Venn.", {"direct: 'It wasn't arson,' <said>"}},
      {"nested",
       "“She shouted ‘run’ and we ran,” said Kray.",
       {"direct: “She shouted ‘run’ and we ran,” <said>"}},
      {"never closed",
       "“We heard a bang, said Kray.\n\nThe street is closed.",
       {"direct: “We heard a bang, <said>"}},
      {"doubled at the end", "The street is closed. (Nordpress with agencies)““", {}},
      {"inches", "The 5'10\" keeper left at noon.", {}},
      {"short year", "The ’80s mill burned in '98.", {}},
      {"attribute", "<a href=\"the long road home\">link</a>", {}},
  });
}

TEST(Quotations, MisplacedMarks) {
  Check({
      {"behind its space",
       "The mill burned. \"It fell in, \"Venn told the council. He added: \"We ran.\"",
       {"direct: \"It fell in, \" <told>", "direct: \"We ran.\" <added:>"}},
      {"single, with spaces on both sides",
       "'It fell in before midnight, ' the owner says. The owners ' sons ran.",
       {"direct: 'It fell in before midnight, ' <says>"}},
      {"opens where no quotation is open",
       "When it burned, \"the roof fell in before midnight,\" Venn said.",
       {"mixed: When it burned, \"the roof fell in before midnight,\" <said>"}},
      {"titles between the quotation and the verb",
       "“It burned,” Ada Venn, chief clerk, Mill Board, said.",
       {"direct: “It burned,” <said>"}},
  });
}

TEST(Quotations, NotSpeech) {
  Check({
      {"so-called", "The so-called “safe corridor” stayed shut.", {}},
      {"one word", "The “corridor” stayed shut.", {}},
      {"title", "She reread “The Miller of Ostrava” twice.", {}},
      {"named", "He hosts a podcast “night shift at the mill” every week.", {}},
      {"nothing said", "She said nothing. He told the truth.", {}},
      {"not said", "Venn did not say that the mill burned.", {}},
      {"a noun", "The claims were paid in May. Reports of the fire spread.", {}},
      {"passive", "Venn was told to leave the mill.", {}},
      {"programme",
       "Venn told Nordpress's “Night Shift” on Friday that the mill was gone.",
       {"indirect: the mill was gone <told>"}},
      {"subhead", "The mill is gone.\n\n'A Quiet Town.'\n\nThe roof fell in before midnight.", {}},
      {"compound", "The work-related reports reached the mill.", {}},
  });
}

TEST(Quotations, Indirect) {
  Check({
      {"that",
       "Rasa Venn said that the mill burned down.",
       {"indirect: the mill burned down <said>"}},
      {"bare", "Rasa Venn said the mill burned down.", {"indirect: the mill burned down <said>"}},
      {"time before that",
       "Venn said on Friday that the mill burned.",
       {"indirect: the mill burned <said>"}},
      {"recipient",
       "A miller told Nordpress that the fire was out.",
       {"indirect: the fire was out <told>"}},
      {"behind a clause", "The fire was out, Venn said.", {"indirect: The fire was out <said>"}},
      {"behind a clause, with a time and a place",
       "The fire was out, the council said in a report released on Friday.",
       {"indirect: The fire was out <said>"}},
      {"behind a clause, late",
       "The mill was closed, Venn's office announced late Friday.",
       {"indirect: The mill was closed <announced>"}},
      {"before a clause, with a time and a place",
       "After the fire, Venn said in Oslo sales fell.",
       {"indirect: in Oslo sales fell <said>"}},
      {"behind an opening clause",
       "When the fire was out, Venn said in Oslo sales dropped.",
       {"indirect: in Oslo sales dropped <said>"}},
      {"a verb that may be a noun, behind a clause",
       "The miller burned his books, the lawsuit claims.",
       {"indirect: The miller burned his books <claims>"}},
      {"a verb that may be a noun, before a pronoun",
       "The miller's friends claim he was asleep.",
       {"indirect: he was asleep <claim>"}},
      {"in the middle",
       "The mill, the council said, was not insured.",
       {"indirect: The mill / was not insured <said>"}},
      {"according to, behind",
       "Two people died, according to the council.",
       {"indirect: Two people died <according to>"}},
      {"according to, before",
       "According to the council, two people died on Friday.",
       {"indirect: two people died on Friday <According to>"}},
      {"per", "Two people died, per Nordpress.", {"indirect: Two people died <per>"}},
      {"per is no cue", "Prices rose four per cent.", {}},
      {"aside",
       "Venn, who runs the mill, said the fire was out.",
       {"indirect: the fire was out <said>"}},
      {"shared subject",
       "The council met and said roads were safe, adding that schools would open.",
       {"indirect: roads were safe <said>", "indirect: schools would open <adding>"}},
      {"beside each other",
       "Venn said the fire was out, but Kray insisted that smoke was rising.",
       {"indirect: the fire was out <said>", "indirect: smoke was rising <insisted>"}},
      {"report in a report",
       "Venn said Kray claimed that the fire was out.",
       {"indirect: Kray claimed that the fire was out <said>"}},
      {"gerund", "The council denied starting the fire.", {"indirect: starting the fire <denied>"}},
      {"quoted as saying",
       "The miller was quoted as saying the fire was out.",
       {"indirect: the fire was out <saying>"}},
      {"noun",
       "Some council members’ assertions that the mill was safe were wrong.",
       {"indirect: the mill was safe were wrong <assertions>"}},
      {"light verb",
       "Venn expressed cautious hope that the mill would reopen.",
       {"indirect: the mill would reopen <expressed cautious hope>"}},
      {"auxiliary",
       "The council has repeatedly said that roads are safe.",
       {"indirect: roads are safe <has repeatedly said>"}},
  });
}

TEST(Quotations, Mixed) {
  Check({
      {"in a clause",
       "Venn said the plan was “dead on arrival” in the council.",
       {"mixed: the plan was “dead on arrival” in the council <said>"}},
      {"called", "Venn called the fire “a disgrace”.", {"mixed: the fire “a disgrace” <called>"}},
      {"described",
       "Kray, Venn’s lawyer, described the hearing as “constructive.”",
       {"mixed: the hearing as “constructive.” <described>"}},
  });
}

TEST(Quotations, Force) {
  const struct {
    const char* text;
    CueForce force;
  } kCases[] = {
      {"Venn said that the mill burned.", CueForce::kNeutral},
      {"Venn insisted that the mill burned.", CueForce::kAssertive},
      {"Venn claimed that the mill burned.", CueForce::kDoubtful},
      {"Venn denied that the mill burned.", CueForce::kDenial},
      {"Venn ruled out a new mill.", CueForce::kDenial},
      {"Venn believes that the mill burned.", CueForce::kBelief},
      {"Venn vowed to rebuild the mill.", CueForce::kPlan},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const std::vector<Quotation> quotations = FindQuotations(ReadDocument(c.text, ""));
    ASSERT_EQ(quotations.size(), 1u);
    EXPECT_EQ(quotations[0].force, c.force);
  }
}

TEST(Quotations, MarkedSpansAreInsideTheirBlocksAndInOrder) {
  const Document document = ReadDocument(
      "“One ‘two’ three.\n“Four\nfive” six 'seven' \"eight\" \"nine.\n\n»Ten« “ ”eleven“ ““``''\n",
      "");
  uint32_t last = 0;
  for (const MarkedSpan& marked : FindMarkedSpans(document)) {
    EXPECT_GE(marked.span.begin, last);
    EXPECT_TRUE(document.blocks[marked.block].span.Contains(marked.span));
    last = marked.span.end;
  }
}

// Nothing but marks and cues, of every kind: a result, and content that is never empty.
TEST(Quotations, AnyInputGivesContentInOrder) {
  for (const char* piece :
       {"\"", "“", "”", "'", "‘ ", "said ", ", said ", "said that ", "\"a,\" X said, ",
        "according to ", "'s claim that ", ": ", "\n“a", "A, B and "}) {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += piece;
    const Document document = ReadDocument(text, "");
    for (const Quotation& quotation : FindQuotations(document)) {
      ASSERT_FALSE(quotation.content.empty()) << piece;
      uint32_t last = 0;
      for (const Span content : quotation.content) {
        EXPECT_GE(content.begin, last) << piece;
        EXPECT_LT(content.begin, content.end) << piece;
        EXPECT_LE(content.end, document.text.size()) << piece;
        last = content.end;
      }
    }
  }
}

}  // namespace
}  // namespace crossread
