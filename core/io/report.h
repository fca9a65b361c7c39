// What Crossread answers. ToJson writes it as docs/report.md says; ToText as a person reads it.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/align/comparison.h"
#include "core/checks/check.h"
#include "core/io/request.h"
#include "core/syntax/syntax.h"

namespace crossread {

inline constexpr int kSchemaVersion = 1;

enum class ArticleStatus : uint8_t { kCompared, kEmpty, kTooLarge, kNotEnglish, kOtherEvent };
std::string_view ArticleStatusName(ArticleStatus status);

struct ReportArticle {
  std::string id, label, source, title, date, url;
  ArticleStatus status = ArticleStatus::kCompared;
  size_t bytes = 0;  // of the text, also where it was not read
  std::shared_ptr<const Analysis> analysis;
  uint32_t compared = UINT32_MAX;  // index into Comparison::articles, if compared
};

// Something that could not be judged: counted and named, not guessed.
struct Abstention {
  std::string
      reason;  // "not_english", "other_event", "empty", "unknown_speaker", "vague_number", …
  uint32_t count = 0;
  std::vector<std::string> articles;  // ids
  std::string message;
};

struct Report {
  std::string id;  // the request's
  std::vector<ReportArticle> articles;
  Comparison comparison;  // of the compared articles; refers to their analyses
  std::vector<Finding> findings;
  std::vector<Abstention> abstained;
};

std::string Version();

// The whole report in one line of JSON, keys in fixed order; `compact` leaves out quotations,
// claims, coverage and blocks: for archives and gates that read findings alone. No trailing
// newline.
std::string ToJson(const Report& report, bool compact);
std::string ToJson(const Error& error);

// Findings with their evidence, the words underlined by carets; then what was and could not be
// checked.
std::string ToText(const Report& report);

// [{id, family, summary}] of every check, as JSON.
std::string ChecksJson();

// Protocol lines of `crossread sentences`, `quotes`, `entities` and `syntax` (docs/cli.md).
std::string QuotationsToJson(const std::string& id, const Analysis& analysis);
// A line for each name and each third-person pronoun, in text order.
std::string EntitiesToJsonLines(const Analysis& analysis);
// The claims of every compared article with what was read in them and which claims of other
// articles line up with them (`crossread claims`): a claim a line as JSON, or for a person to read.
std::string ClaimsToJsonLines(const Comparison& comparison);
std::string ClaimsToText(const Comparison& comparison);
// Into `out`, which has room for kLongestSentenceLine bytes a sentence; returns the bytes written.
inline constexpr size_t kLongestSentenceLine = 48;
size_t WriteSentences(const Document& document, IndexRange sentences, char* out);
std::string ToConllu(const Document& document, const Syntax& syntax, const Model& model);

}  // namespace crossread
