#include "core/extract/events.h"

#include <gtest/gtest.h>

#include "core/extract/analysis.h"

namespace crossread {
namespace {

std::string Names(const Analysis& a, const std::vector<uint32_t>& entities) {
  std::string out;
  for (const uint32_t entity : entities) {
    if (!out.empty()) out += ", ";
    out += a.mentions.entities[entity].key;
  }
  return out;
}

// "kind [occasion] by … to … with … when … where …" of each event that says more than its kind,
// joined by "; ".
std::string EventsOf(std::string_view text) {
  const Analysis a = Analyse(text, "", "2031-05-06");
  std::string out;
  for (const Event& event : a.events) {
    std::string said;
    if (event.occasion == Occasion::kEarlier) said += " earlier";
    if (event.occasion == Occasion::kLater) said += " later";
    if (event.occasion == Occasion::kOther) said += " other";
    if (!event.agents.empty()) said += " by " + Names(a, event.agents);
    if (!event.patients.empty()) said += " to " + Names(a, event.patients);
    if (!event.others.empty()) said += " with " + Names(a, event.others);
    if (event.time != kNoIndex)
      said += " when " + std::string(a.document.Text(a.times[event.time].span));
    if (event.place != kNoIndex)
      said += " where " + std::string(a.document.Text(a.mentions.mentions[event.place].span));
    if (said.empty()) continue;
    if (!out.empty()) out += "; ";
    out += std::string(event.kind) + said;
  }
  return out;
}

struct Case {
  const char* text;
  const char* events;
};

TEST(Events, WhoWhenAndWhere) {
  for (const Case& c : {
           Case{"Police arrested Ann Lee in Oslo on Monday.",
                "arrest to ann lee when Monday where Oslo"},
           Case{"Ann Lee resigned on May 2.", "resign by ann lee when May 2"},
           Case{"Ann Lee and Bo Ek signed the treaty in Bergen on Monday.",
                "sign by ann lee, bo ek when Monday where Bergen"},
           Case{"Ann Lee was arrested on Monday and Bo Ek was charged on Tuesday.",
                "arrest to ann lee when Monday; charge to bo ek when Tuesday"},
       }) {
    EXPECT_EQ(EventsOf(c.text), c.events) << c.text;
  }
}

TEST(Events, AVerbOfOccurrenceGivesItsDayToTheNoun) {
  for (const Case& c : {
           Case{"The hearing was held on Monday.", "hear when Monday"},
           Case{"The talks will resume on Tuesday.", "talk later when Tuesday"},
           Case{"The next session is set for 24 May.", "talk later when 24 May"},
           Case{"The previous talks took place in March.", "talk earlier when March"},
           Case{"The funeral is on Thursday, 15 May.", "bury when Thursday, 15 May"},
       }) {
    EXPECT_EQ(EventsOf(c.text), c.events) << c.text;
  }
}

TEST(Events, TwoDaysAreNoDay) {
  EXPECT_EQ(EventsOf("Ann Lee was arrested on Monday or on Tuesday."), "arrest to ann lee");
}

TEST(Events, ReportingIsNoEvent) {
  EXPECT_EQ(EventsOf("Ann Lee said on Monday that it was late."), "");
}

// "kind(agent; patient)" of each event that has either, with its status or "not"; joined by "; ".
std::string RolesOf(std::string_view text) {
  const Analysis a = Analyse(text, "", "2031-05-06");
  const auto word = [&](uint32_t t) {
    return t == kNoWord ? std::string() : std::string(a.document.Text(a.document.tokens[t].span));
  };
  std::string out;
  for (const Event& event : a.events) {
    if (event.agent == kNoWord && event.patient == kNoWord) continue;
    if (!out.empty()) out += "; ";
    if (event.sign.polarity == Polarity::kNegative) out += "not ";
    if (event.sign.status == Status::kPlanned) out += "planned ";
    out += std::string(event.kind) + "(" + word(event.agent) + "; " + word(event.patient) + ")";
  }
  return out;
}

TEST(Events, WhoActsAndWithWhatSign) {
  EXPECT_EQ(RolesOf("Ann Lee was arrested by police."), "arrest(police; Lee)");
  EXPECT_EQ(RolesOf("Ann Lee has not been charged."), "not charge(; Lee)");
  EXPECT_EQ(RolesOf("No charges have been filed against Ann Lee."), "not charge(; Lee)");
  EXPECT_EQ(RolesOf("Prosecutors filed charges against Ann Lee."), "charge(Prosecutors; Lee)");
  EXPECT_EQ(RolesOf("Ann Lee faces two counts."), "charge(; Lee)");
}

}  // namespace
}  // namespace crossread
