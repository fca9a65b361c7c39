// Everything that is known of one article by itself. Pure: the same article gives the same
// Analysis, whatever it is compared with, so compare.cpp keeps analyses by content.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "core/extract/answers.h"
#include "core/extract/attendance.h"
#include "core/extract/claims.h"
#include "core/extract/events.h"
#include "core/extract/mentions.h"
#include "core/extract/pronouns.h"
#include "core/extract/quantities.h"
#include "core/extract/quotations.h"
#include "core/extract/terms.h"
#include "core/extract/times.h"
#include "core/syntax/syntax.h"
#include "core/text/document.h"

namespace crossread {

enum class Language : uint8_t { kUnknown /* too short to tell */, kEnglish, kOther };

struct Analysis {
  Document document;
  Language language = Language::kUnknown;
  Syntax syntax;
  Mentions mentions;
  std::vector<Quantity> quantities;
  std::vector<Time> times;
  std::vector<Quotation> quotations;
  std::vector<Pronoun> pronouns;
  Claims claims;
  std::vector<Term> terms;  // one a token
  std::vector<Attendance> attendance;
  std::vector<Event> events;
  std::vector<NumberAnswer> answers;
};

// text: any bytes. title, date (ISO 8601): may be empty. Total. Cost: O(n).
Analysis Analyse(std::string_view text, std::string_view title, std::string_view date);

// Only as far as the quotations and their speakers need: no quantities, times, claims or terms.
Analysis AnalyseQuotations(std::string_view text, std::string_view title);

}  // namespace crossread
