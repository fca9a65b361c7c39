#include "core/align/charges.h"

#include <algorithm>

#include "core/align/event_people.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

const Sentence& SentenceOf(const Comparison& comparison, uint32_t article, const Event& event) {
  const Document& document = comparison.DocumentOf(article);
  return document.sentences[document.tokens[event.token].sentence];
}

// Every content word behind the denial is in the charge's sentence, or means any charge.
bool HoldsLimit(const Comparison& comparison, uint32_t of_no, const Event& no, uint32_t of_yes,
                const Event& yes) {
  const Analysis &in_no = comparison.At(of_no), &in_yes = comparison.At(of_yes);
  const IndexRange known = SentenceOf(comparison, of_yes, yes).tokens;
  const uint32_t end = SentenceOf(comparison, of_no, no).tokens.end;
  for (uint32_t t = no.token + 1; t < end; ++t) {
    if (in_no.syntax.tokens[t].upos == Upos::kPunct) break;
    const Chunk* chunk = in_no.syntax.ChunkAt(t);
    if (!in_no.terms[t].content || (chunk != nullptr && chunk->head == no.patient)) continue;
    if (IsOneOf(in_no.document.Lemma(in_no.document.tokens[t]),
                {"anything", "case", "crime", "offence", "offense", "wrongdoing", "yet"}))
      continue;
    const bool held =
        std::any_of(in_yes.terms.begin() + known.begin, in_yes.terms.begin() + known.end,
                    [&](const Term& term) { return term.synonym == in_no.terms[t].synonym; });
    if (!held) return false;
  }
  return true;
}

bool IsOld(const Comparison& comparison, uint32_t article, const Event& event) {
  constexpr Day kNow = 30;
  const auto day = ParseIsoDay(comparison.articles[article].date);
  const Span sentence = SentenceOf(comparison, article, event).span;
  const std::vector<Time>& times = comparison.At(article).times;
  return std::any_of(times.begin(), times.end(), [&](const Time& time) {
    if (!sentence.Contains(time.span)) return false;
    return time.resolved ? day && time.last + kNow < *day : time.year >= 0;
  });
}

// "Convict", and what a court does instead.
bool IsVerdict(std::string_view lemma) {
  static const LexiconTable& antonyms = Lexicon::English().Table("antonyms.tsv");
  if (lemma == "convict") return true;
  const LexiconRow* end = antonyms.rows().data() + antonyms.rows().size();
  const LexiconRow* row = antonyms.Find("convict");
  for (; row != nullptr && row != end && row->key == "convict"; ++row) {
    if (row->column(1) == lemma) return true;
  }
  return false;
}

}  // namespace

bool IsCharge(const Comparison& comparison, uint32_t article, const Event& event) {
  if (event.kind != "charge") return false;
  if (event.patient == kNoWord) return event.sign.polarity == Polarity::kNegative;
  const uint32_t patient = PatientOf(comparison, article, event);
  return patient != kNoEntity && comparison.entities.entities[patient].kind == EntityKind::kPerson;
}

bool AreOneCharge(const Comparison& comparison, uint32_t a, const Event& x, uint32_t b,
                  const Event& y) {
  if (y.sign.polarity == Polarity::kNegative && x.sign.polarity != Polarity::kNegative)
    return AreOneCharge(comparison, b, y, a, x);
  const auto day_no = ParseIsoDay(comparison.articles[a].date),
             day_yes = ParseIsoDay(comparison.articles[b].date);
  if (day_no && day_yes && *day_no < *day_yes) return false;
  return HoldsLimit(comparison, a, x, b, y) && !IsOld(comparison, b, y);
}

bool IsOfficial(const Comparison& comparison, uint32_t article, const Event& event) {
  static const LexiconTable& heads = Lexicon::English().Table("speaker_heads.tsv");
  if (!IsCharge(comparison, article, event)) return false;
  const Analysis& analysis = comparison.At(article);
  const uint32_t q = analysis.claims.claims[event.claim].quotation;
  if (q == kNoQuotation || analysis.quotations[q].kind != QuotationKind::kIndirect) return false;
  const IndexRange tokens = analysis.document.TokensIn(analysis.quotations[q].speaker.span);
  if (tokens.empty()) return false;
  const Token& last = analysis.document.tokens[tokens.end - 1];
  const LexiconRow* row = heads.Find(analysis.document.Norm(last));
  return (row != nullptr && row->column(0) == "body") ||
         IsOneOf(analysis.document.Lemma(last), {"authority", "prosecutor", "sheriff"});
}

bool IsSoleOne(const Comparison& comparison, uint32_t of_no, const Event& no, uint32_t of_yes,
               const Event& yes) {
  constexpr uint32_t kBefore = 2;  // sentences
  if (no.kind != "charge" || no.patient != kNoWord) return false;
  const uint32_t who = PatientOf(comparison, of_yes, yes);
  if (who == kNoEntity) return false;
  const std::vector<Event>& told = comparison.At(of_yes).events;
  const bool others = std::any_of(told.begin(), told.end(), [&](const Event& other) {
    const uint32_t patient = PatientOf(comparison, of_yes, other);
    return other.kind == yes.kind && patient != kNoEntity && patient != who;
  });
  if (others) return false;
  const Analysis& analysis = comparison.At(of_no);
  const std::vector<Sentence>& sentences = analysis.document.sentences;
  const uint32_t at = analysis.document.tokens[no.token].sentence;
  const Span near{sentences[at > kBefore ? at - kBefore : 0].span.begin, sentences[at].span.end};
  const std::vector<Mention>& mentions = analysis.mentions.mentions;
  return std::any_of(mentions.begin(), mentions.end(), [&](const Mention& mention) {
    return near.Contains(mention.span) && comparison.entities.Find(of_no, mention.entity) == who;
  });
}

// The noun behind "of" after the verb, wherever the parse hangs it; none where it means any charge.
uint32_t ChargeWord(const Analysis& analysis, uint32_t verb) {
  constexpr uint32_t kReach = 7;  // tokens
  const Document& document = analysis.document;
  if (!IsVerdict(document.Lemma(document.tokens[verb]))) return kNoWord;
  const uint32_t sentence_end = document.sentences[document.tokens[verb].sentence].tokens.end;
  uint32_t end = std::min(verb + kReach, sentence_end - 1);
  for (uint32_t t = verb + 1; t < end; ++t) {
    if (document.Norm(document.tokens[t]) != "of") continue;
    const Chunk* chunk = analysis.syntax.ChunkAt(t + 1);
    const uint32_t head = chunk != nullptr ? chunk->head : t + 1;
    const std::string_view lemma = document.Lemma(document.tokens[head]);
    // "Of two counts of fraud".
    if (IsOneOf(lemma, {"charge", "count"}) && head + 2 < sentence_end &&
        document.Norm(document.tokens[head + 1]) == "of") {
      end = head + 2;
      continue;
    }
    const bool any = !analysis.terms[head].content ||
                     IsOneOf(lemma, {"accusation", "allegation", "charge", "count", "crime",
                                     "offence", "offense", "wrongdoing"});
    return any ? kNoWord : head;
  }
  return kNoWord;
}

}  // namespace crossread
