#include "core/extract/day_words.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kReach = 8;  // tokens from the verb to its day

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsDayOrMonth(const Document& document, uint32_t t) {
  static const LexiconTable& months = Lexicon::English().Table("months.tsv");
  static const LexiconTable& weekdays = Lexicon::English().Table("weekdays.tsv");
  const std::string_view norm = document.Norm(document.tokens[t]);
  return weekdays.Has(norm) || (months.Has(norm) && document.tokens[t].capital);
}

}  // namespace

Span TimetableAt(const Document& document, IndexRange clause, uint32_t verb) {
  static const LexiconTable& verbs = Lexicon::English().Table("timetable_verbs.txt");
  if (!verbs.Has(document.Lemma(document.tokens[verb]))) return {};
  const uint32_t end = std::min(verb + kReach, clause.end);
  for (uint32_t t = verb + 1; t < end; ++t) {
    const std::string_view norm = document.Norm(document.tokens[t]);
    if (norm == "tomorrow") return document.SpanOf({verb, t + 1});
    if (t + 1 >= clause.end) break;
    const std::string_view next = document.Norm(document.tokens[t + 1]);
    const bool day = IsDayOrMonth(document, t + 1);
    if ((IsOneOf(norm, {"in", "on", "from", "this", "next"}) && day) ||
        (norm == "next" && IsOneOf(next, {"week", "month", "year"})))
      return document.SpanOf({verb, t + 2});
  }
  return {};
}

bool IsOfDay(const Document& document, IndexRange clause, uint32_t t) {
  const auto is_name = [&](uint32_t i) { return clause.Contains(i) && IsDayOrMonth(document, i); };
  const std::string_view norm = document.Norm(document.tokens[t]);
  if (IsOneOf(norm, {"on", "last", "late", "early"})) return is_name(t + 1);
  if (is_name(t) || IsOneOf(norm, {"today", "yesterday", "again"})) return true;
  const bool behind = t > clause.begin && is_name(t - 1);
  return behind && (document.tokens[t].shape == TokenShape::kNumber ||
                    IsOneOf(norm, {"night", "evening", "morning"}));
}

}  // namespace crossread
