#include "core/extract/attendance.h"

#include <gtest/gtest.h>

#include "core/extract/analysis.h"

namespace crossread {
namespace {

// "+ name or group: occasions" of each attendance, joined by "; ".
std::string AttendanceOf(std::string_view text) {
  const Analysis a = Analyse(text, "", "2031-05-06");
  std::string out;
  for (const Attendance& said : a.attendance) {
    if (!out.empty()) out += "; ";
    out += said.present ? "+ " : "- ";
    out += said.entity != kNoEntity ? a.mentions.entities[said.entity].key : said.group;
    out += ':';
    for (const std::string_view occasion : said.occasions) out += ' ' + std::string(occasion);
  }
  return out;
}

struct Case {
  const char* text;
  const char* attendance;
};

void Expect(std::initializer_list<Case> cases) {
  for (const Case& c : cases) EXPECT_EQ(AttendanceOf(c.text), c.attendance) << c.text;
}

TEST(Attendance, VerbsSayWhoWasThere) {
  Expect({
      {"Ann Lee attended the hearing on Monday.", "+ ann lee: hearing"},
      {"Ann Lee sat beside the mayor at the hearing.", "+ ann lee: hearing"},
      {"The talks began at noon. Ann Lee took the seat at his right hand.", "+ ann lee: talks"},
      {"Ann Lee was given half an hour at the table.", "+ ann lee: dinner talks"},
      {"Ann Lee was on the bridge with the mate.", "+ ann lee: bridge"},
      {"The firefighters were among the marchers.", "+ firefighters: march"},
      {"Ann Lee stood among the mourners at the graveside.", "+ ann lee: funeral"},
      {"Ann Lee accompanied the mayor to the ceremony.", "+ ann lee: ceremony"},
      {"A delegate of Norway sat in on the talks.", "+ norway: talks"},
  });
}

TEST(Attendance, VerbsSayWhoWasAway) {
  Expect({
      {"The transport minister did not attend the hearing.", "- transport minister: hearing"},
      {"Ann Lee declined to attend the hearing.", "- ann lee: hearing"},
      {"Ann Lee could not attend the hearing.", "- ann lee: hearing"},
      {"Ann Lee was not admitted to the talks.", "- ann lee: talks"},
      {"The council held a ceremony. Ann Lee stayed away.", "- ann lee: ceremony"},
      {"The council held a ceremony. Ann Lee sent a letter instead.", "- ann lee: ceremony"},
      {"The ceremony began. Ann Lee was not invited and did not come.", "- ann lee: ceremony"},
      {"Ann Lee boycotted the ceremony in Harlan.", "- ann lee: ceremony"},
      {"No American took part in the talks.", "- united states: talks"},
      {"Neither Ann Lee nor Bo Ek attended the funeral.", "- ann lee: funeral; - bo ek: funeral"},
      {"Absent from the march were the firefighters.", "- firefighters: march"},
  });
}

TEST(Attendance, OnlyPlainFactsOfOneOccasion) {
  for (const char* text : {
           "Ann Lee will attend the hearing on Monday.",
           "Ann Lee may have attended the hearing.",
           "Ann Lee often attended the hearings.",
           "Ann Lee did not attend the previous hearing.",
           "Ann Lee never attended a hearing.",
           "If Ann Lee attended the hearing, nobody saw her.",
           "Did Ann Lee attend the hearing?",
           "Ann Lee appeared at the hearing by video link.",
           "Ann Lee was invited to the hearing.",
           "Ann Lee did not sit beside the mayor at the hearing.",
           "Ann Lee attended the village school in Harlan.",
           "Ann Lee did not come to power in Harlan.",
           "Ann Lee stood behind the decision of the council.",
           "Ann Lee was in the early stages of an illness.",
           "Ann Lee spoke about the hearing on Monday.",
           "The news came a day after the hearing.",
           "Some firefighters did not attend the hearing.",
           "The minister of Elsinia did not attend the hearing.",
       }) {
    EXPECT_EQ(AttendanceOf(text), "") << text;
  }
}

}  // namespace
}  // namespace crossread
