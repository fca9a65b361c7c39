#include "core/extract/analysis.h"

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// Below this many words nothing can be said of the language.
constexpr uint32_t kMinWordsForLanguage = 12;
// In English news 40 to 50 % of all words are function words of our list; in other Latin-script
// languages at most 12 % coincide (by hand, on twelve languages' sample sentences).
constexpr uint32_t kMinFunctionWordPercent = 20;

Language GuessLanguage(const Document& document) {
  static const LexiconTable& stopwords = Lexicon::English().Table("stopwords.tsv");
  uint32_t words = 0;
  uint32_t function_words = 0;
  for (const Token& token : document.tokens) {
    if (token.shape != TokenShape::kWord) continue;
    ++words;
    if (stopwords.Has(document.Norm(token))) ++function_words;
  }
  if (words < kMinWordsForLanguage) return Language::kUnknown;
  const bool english = uint64_t{function_words} * 100 >= uint64_t{words} * kMinFunctionWordPercent;
  return english ? Language::kEnglish : Language::kOther;
}

}  // namespace

Analysis AnalyseQuotations(std::string_view text, std::string_view title) {
  Analysis a;
  a.document = ReadDocument(text, title);
  a.language = GuessLanguage(a.document);
  if (a.language == Language::kOther)
    return a;  // blocks and sentences only: the rest reads English
  a.syntax = ReadSyntax(a.document, Model::English());
  a.mentions = FindMentions(a.document, a.syntax);
  a.quotations = FindQuotations(a.document);
  a.pronouns = ResolvePronouns(a.document, a.syntax, a.mentions, a.quotations);
  AttributeQuotations(a.document, a.syntax, a.mentions, a.pronouns, &a.quotations);
  return a;
}

Analysis Analyse(std::string_view text, std::string_view title, std::string_view date) {
  Analysis a = AnalyseQuotations(text, title);
  if (a.language == Language::kOther) return a;
  a.quantities = FindQuantities(a.document);
  FindAgeOwners(a.document, a.syntax, a.mentions, &a.quantities);
  a.times = FindTimes(a.document, ParseIsoDay(date));
  a.claims = FindClaims(a.quotations, a.syntax, &a.document);
  a.terms = FindTerms(a.document, a.mentions);
  a.attendance = FindAttendance(a);
  a.events = FindEvents(a);
  a.answers = FindAnswers(a);
  return a;
}

}  // namespace crossread
