// Who was there in one article and away in another, over whole comparisons.
#include <gtest/gtest.h>

#include "core/compare.h"

namespace crossread {
namespace {

// The words of both sides of each finding of participants_conflict, "a | b", joined by "; ".
std::string FindingsOf(std::initializer_list<const char*> texts,
                       std::initializer_list<const char*> dates = {}) {
  Request request;
  for (const char* text : texts) request.articles.emplace_back().text = text;
  for (size_t i = 0; i < dates.size(); ++i) request.articles[i].date = dates.begin()[i];
  const Report report = Compare(CompleteRequest(request).value(), nullptr);
  std::string out;
  for (const Finding& finding : report.findings) {
    if (finding.check != "participants_conflict") continue;
    if (!out.empty()) out += "; ";
    for (const Evidence& evidence : finding.evidence) {
      if (&evidence != &finding.evidence.front()) out += " | ";
      out += report.comparison.Text(evidence.place);
    }
  }
  return out;
}

TEST(AttendanceConflict, OneNameThereAndAway) {
  EXPECT_EQ(FindingsOf({"Ann Lee, the transport minister, did not attend the hearing in Harlan.",
                        "At the hearing in Harlan the mayor spoke first. Ann Lee sat beside her."}),
            "Ann Lee, the transport minister, did not attend the hearing in Harlan | Ann Lee sat "
            "beside her");
}

TEST(AttendanceConflict, AnOfficeIsItsHolder) {
  EXPECT_EQ(FindingsOf({"The talks in Harlan began at nine. The attorney general was not invited "
                        "and did not come.",
                        "The talks in Harlan began at nine. Attorney General Jon Riis took the "
                        "seat at his right hand."}),
            "The attorney general was not invited and did not come | Attorney General Jon Riis "
            "took the seat at his right hand");
}

TEST(AttendanceConflict, AGroupOrAPartOfIt) {
  EXPECT_EQ(FindingsOf({"Off-duty firefighters were among the marchers in Harlan on Sunday.",
                        "Thousands joined the march in Harlan. Absent were the firefighters."}),
            "Off-duty firefighters were among the marchers in Harlan on Sunday | Absent were the "
            "firefighters");
}

TEST(AttendanceConflict, ACountryAndItsEnvoy) {
  EXPECT_EQ(FindingsOf({"Norway asked for a seat at the talks but was not admitted to the room.",
                        "The talks lasted a day. An envoy of Norway sat in as an observer."}),
            "Norway asked for a seat at the talks but was not admitted to the room | An envoy of "
            "Norway sat in as an observer");
}

TEST(AttendanceConflict, ALetterInstead) {
  EXPECT_EQ(FindingsOf({"The museum opened with a ceremony. Ann Lee sent a letter instead.",
                        "Ann Lee stood on the platform when the ribbon was cut at the ceremony."}),
            "");  // "when": one moment of it
  EXPECT_EQ(FindingsOf({"The museum opened with a ceremony. Ann Lee sent a letter instead.",
                        "Ann Lee stood on the platform beside the mayor."}),
            "Ann Lee sent a letter | Ann Lee stood on the platform beside the mayor");
}

TEST(AttendanceConflict, AboardAndAshore) {
  EXPECT_EQ(FindingsOf({"The pilot, Jon Riis, was on the bridge of the ferry.",
                        "Nobody else was on the bridge. Jon Riis had stayed ashore."}),
            "The pilot, Jon Riis, was on the bridge of the ferry | Jon Riis had stayed ashore");
}

TEST(AttendanceConflict, StaysSilent) {
  const char* const kAway = "Ann Lee, the mayor, did not attend the hearing in Harlan.";
  const char* const cases[][2] = {
      // another occasion, said or by its kind
      {kAway, "Ann Lee attended the funeral in Harlan."},
      {kAway, "Ann Lee attended the previous hearing in Harlan."},
      {kAway, "Ann Lee attended a hearing in Velden."},
      {"Ann Lee did not attend the hearing on May 3, 2031.",
       "Ann Lee attended the hearing on May 9, 2031."},
      // an article that says both tells of two
      {kAway, "Ann Lee missed the hearing in Harlan. Later Ann Lee sat in the courtroom."},
      // somebody else
      {kAway, "Bo Ek attended the hearing in Harlan."},
      {kAway, "Ann Lee's lawyer attended the hearing in Harlan."},
      {"The minister did not attend the hearing.",
       "Minister Jon Riis and Minister Ida Holm attended the hearing."},
      {"Retired firefighters stayed away from the march.", "Firefighters were among the marchers."},
      // no fact, or only somebody's word
      {kAway, "Ann Lee will attend the hearing in Harlan."},
      {kAway, "“Ann Lee attended the hearing in Harlan,” said Bo Ek."},
      {kAway, "Ann Lee denied that she attended the hearing in Harlan."},
      {"Ann Lee said she did not attend the hearing.", "Ann Lee sat in the courtroom."},
      // one way to be there is not the only one
      {"Ann Lee did not sit beside the judge at the hearing.", "Ann Lee attended the hearing."},
  };
  for (const auto& [a, b] : cases) EXPECT_EQ(FindingsOf({a, b}), "") << a << " / " << b;
}

TEST(AttendanceConflict, DaysApartItNeedsADay) {
  const auto texts = {"Ann Lee was absent from the talks.", "Ann Lee sat at the table."};
  EXPECT_NE(FindingsOf(texts, {"2031-05-03", "2031-05-04"}), "");
  EXPECT_EQ(FindingsOf(texts, {"2031-05-03", "2031-05-09"}), "");
}

}  // namespace
}  // namespace crossread
