// Who speaks, and through whom.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/extract/mentions.h"
#include "core/extract/pronouns.h"
#include "core/extract/quotations.h"
#include "core/text/document.h"

namespace crossread {
namespace {

struct Read {
  Document document;
  std::vector<Quotation> quotations;
};

Read ReadQuotations(const char* text) {
  Read read;
  read.document = ReadDocument(text, "");
  const Syntax syntax = ReadSyntax(read.document, Model::English());
  const Mentions mentions = FindMentions(read.document, syntax);
  read.quotations = FindQuotations(read.document);
  const std::vector<Pronoun> pronouns =
      ResolvePronouns(read.document, syntax, mentions, read.quotations);
  AttributeQuotations(read.document, syntax, mentions, pronouns, &read.quotations);
  return read;
}

struct Case {
  const char* name;
  const char* text;
  const char* words;     // of the last quotation's speaker
  const char* resolved;  // its name
  SpeakerKind kind;
};

TEST(Attribution, Speakers) {
  const Case kCases[] = {
      {"name behind", "“It burned,” said Rasa Venn.", "Rasa Venn", "Rasa Venn",
       SpeakerKind::kNamed},
      {"role and name", "“It burned,” said coach Otto Kray.", "coach Otto Kray", "Otto Kray",
       SpeakerKind::kNamed},
      {"surname to full name", "Otto Kray came late. Kray said the mill burned.", "Kray",
       "Otto Kray", SpeakerKind::kNamed},
      {"office with of", "Secretary of State Otto Kray said the talks failed.",
       "Secretary of State Otto Kray", "Otto Kray", SpeakerKind::kNamed},
      {"name in apposition", "The chief negotiator, Otto Kray, said the talks failed.",
       "The chief negotiator, Otto Kray", "Otto Kray", SpeakerKind::kNamed},
      {"name, age, role", "Otto Kray, 35, a miller, said the talks failed.",
       "Otto Kray, 35, a miller", "Otto Kray", SpeakerKind::kNamed},
      {"apposition before a recipient", "“It burned,” the mayor, Rasa Venn, told reporters.",
       "the mayor, Rasa Venn", "Rasa Venn", SpeakerKind::kNamed},
      {"possessor behind a participle",
       "The mill burned, contradicting some officials' claims that it was empty.", "some officials",
       "some officials", SpeakerKind::kAnonymous},
      {"affiliation in brackets", "Rep. Otto Kray (R-Ohio), the chairman, said “it burned.”",
       "Rep. Otto Kray (R-Ohio), the chairman", "Otto Kray", SpeakerKind::kNamed},
      {"affiliation before the verb", "“It burned,” Rasa Venn (Vt.) said.", "Rasa Venn",
       "Rasa Venn", SpeakerKind::kNamed},
      {"signature below", "“It burned to the ground.”\n\n— Rasa Venn, Lysvik", "Rasa Venn",
       "Rasa Venn", SpeakerKind::kNamed},
      {"a verb that may be a noun", "“It burned to the ground,” Rasa Venn notes.", "Rasa Venn",
       "Rasa Venn", SpeakerKind::kNamed},
      {"signature", "“It burned.” ― Rasa Venn", "Rasa Venn", "Rasa Venn", SpeakerKind::kNamed},
      {"transcript inside marks", "Rasa Venn came.\n\n\"VENN: It burned.\"", "VENN", "Rasa Venn",
       SpeakerKind::kNamed},
      {"a month before the speaker", "The mill burned in August, the ministry said.",
       "the ministry", "the ministry", SpeakerKind::kOrganisation},
      {"time before", "On Friday Otto Kray said the talks failed.", "Otto Kray", "Otto Kray",
       SpeakerKind::kNamed},
      {"a spokesman is not his master", "A spokesman for Otto Kray said the talks failed.",
       "A spokesman for Otto Kray", "A spokesman for Otto Kray", SpeakerKind::kRole},
      {"capital for its government", "Kyiv said that the talks failed.", "Kyiv", "Kyiv",
       SpeakerKind::kOrganisation},
      {"ministry", "The health ministry said the clinic burned.", "The health ministry",
       "The health ministry", SpeakerKind::kOrganisation},
      {"source", "A Danish source said the talks failed.", "A Danish source", "A Danish source",
       SpeakerKind::kAnonymous},
      {"source with an adjective behind", "Sources familiar with the talks said they failed.",
       "Sources familiar with the talks", "Sources familiar with the talks",
       SpeakerKind::kAnonymous},
      {"list", "According to German, French, and Danish officials, the talks failed.",
       "German, French, and Danish officials", "German, French, and Danish officials",
       SpeakerKind::kAnonymous},
      {"nobody", "“The long talks of the past week have failed again.”", "", "",
       SpeakerKind::kUnknown},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    const Read read = ReadQuotations(c.text);
    ASSERT_FALSE(read.quotations.empty());
    const Speaker& speaker = read.quotations.back().speaker;
    EXPECT_EQ(read.document.Text(speaker.span), c.words);
    EXPECT_EQ(speaker.name, c.resolved);
    EXPECT_EQ(speaker.kind, c.kind);
  }
}

TEST(Attribution, Pronouns) {
  const Case kCases[] = {
      {"sentence before",
       "Minister Olga Sander arrived late. “The line is intact,” she told reporters.", "she",
       "Olga Sander", SpeakerKind::kNamed},
      {"gender decides", "Maria Sander met Peter Kray. “The line is intact,” he said.", "he",
       "Peter Kray", SpeakerKind::kNamed},
      {"the speaker goes on",
       "Peter Kray said that Robert Hale had left. He added that the line was intact.", "He",
       "Peter Kray", SpeakerKind::kNamed},
      {"quotation of its own",
       "“It burned,” Otto Kray said.\n\n“The roof fell in before midnight.”", "Otto Kray",
       "Otto Kray", SpeakerKind::kNamed},
      {"frame in the sentence before",
       "Police chief Otto Kray rejected the figure. “We counted twelve.”", "Police chief Otto Kray",
       "Otto Kray", SpeakerKind::kNamed},
      {"nobody fits", "“It burned,” she said.", "she", "", SpeakerKind::kUnknown},
      {"shared subject", "Otto Kray said it burned, adding that nobody was hurt.", "Otto Kray",
       "Otto Kray", SpeakerKind::kNamed},
  };
  for (const Case& c : kCases) {
    SCOPED_TRACE(c.name);
    const Read read = ReadQuotations(c.text);
    ASSERT_FALSE(read.quotations.empty());
    const Speaker& speaker = read.quotations.back().speaker;
    EXPECT_EQ(read.document.Text(speaker.span), c.words);
    EXPECT_EQ(speaker.name, c.resolved);
    EXPECT_EQ(speaker.kind, c.kind);
  }
}

TEST(Attribution, PluralSources) {
  const struct {
    const char* text;
    bool plural;
  } kCases[] = {
      {"Officials said the talks failed.", true},
      {"A source said the talks failed.", false},
      {"They said the talks failed.", true},
      {"The secretary and adviser Otto Kray said the talks failed.", false},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const Read read = ReadQuotations(c.text);
    ASSERT_EQ(read.quotations.size(), 1u);
    EXPECT_EQ(read.quotations[0].speaker.plural, c.plural);
  }
}

TEST(Attribution, NobodySpeaksInACompound) {
  for (const char* text :
       {"Doctors treated six divers with life-threatening injuries after the dive.",
        "A claim-confirming letter was found in the mill."}) {
    EXPECT_TRUE(ReadQuotations(text).quotations.empty()) << text;
  }
}

TEST(Attribution, ChannelIsNotTheSource) {
  const struct {
    const char* text;
    const char* speaker;
    const char* channel;
  } kCases[] = {
      {"A Danish source told Reuters that the talks failed.", "A Danish source", "Reuters"},
      {"A Danish source, speaking to Reuters, said the talks failed.", "A Danish source",
       "Reuters"},
      {"“It burned,” Kray wrote on Telegram.", "Kray", "Telegram"},
      {"Kray said in an interview with the BBC that it burned.", "Kray", "BBC"},
      {"Reuters reported that the talks failed.", "Reuters", ""},
      {"Kray said that Reuters had left.", "Kray", ""},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.text);
    const Read read = ReadQuotations(c.text);
    ASSERT_EQ(read.quotations.size(), 1u);
    EXPECT_EQ(read.document.Text(read.quotations[0].speaker.span), c.speaker);
    EXPECT_EQ(read.document.Text(read.quotations[0].channel), c.channel);
  }
}

}  // namespace
}  // namespace crossread
