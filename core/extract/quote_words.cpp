#include "core/extract/quote_words.h"

#include <algorithm>
#include <string>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

enum Begins : uint8_t { kBeginsVerb = 1, kBeginsNoun = 2, kBeginsPhrase = 4 };

bool HasWord(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const size_t space = list.find(' ');
    if (list.substr(0, space) == word) return true;
    if (space == std::string_view::npos) break;
    list.remove_prefix(space + 1);
  }
  return false;
}

bool EndsWith(std::string_view text, std::string_view ending) {
  return text.size() > ending.size() + 2 && text.substr(text.size() - ending.size()) == ending;
}

const LexiconTable& Verbs() {
  static const LexiconTable& table = Lexicon::English().Table("reporting_verbs.tsv");
  return table;
}
const LexiconTable& Nouns() {
  static const LexiconTable& table = Lexicon::English().Table("reporting_nouns.tsv");
  return table;
}
const LexiconTable& Phrases() {
  static const LexiconTable& table = Lexicon::English().Table("reporting_phrases.tsv");
  return table;
}

SpeechFlags ClassFlags(std::string_view word_class) {
  if (word_class == "det") return kSpeechDeterminer;
  if (word_class == "poss") return kSpeechPossessive;
  if (word_class == "pron") return kSpeechPronoun;
  if (word_class == "prep") return kSpeechPreposition;
  if (word_class == "conj") return kSpeechConjunction;
  if (word_class == "aux") return kSpeechAuxiliary;
  if (word_class == "modal") return kSpeechModal;
  if (word_class == "adv") return kSpeechAdverb;
  return kSpeechNone;
}

// A word that is a verb without asking its neighbours. Past forms of irregular verbs count; those
// in -ed and -ing may be modifiers ("the wounded man"), which costs little where this is used.
bool IsSureVerb(std::string_view norm, std::string_view lemma) {
  static const LexiconTable& verbs = Lexicon::English().Table("verbs.tsv");
  const LexiconRow* row = verbs.Find(lemma);
  if (row == nullptr) return false;
  if (row->column(0) == "no") return true;
  return norm != lemma && !EndsWith(norm, "s");
}

SpeechFlags LookUp(std::string_view norm, std::string_view lemma) {
  static const LexiconTable& stopwords = Lexicon::English().Table("stopwords.tsv");
  static const LexiconTable& adverbs = Lexicon::English().Table("speech_adverbs.tsv");
  static const LexiconTable& weekdays = Lexicon::English().Table("weekdays.tsv");
  static const LexiconTable& months = Lexicon::English().Table("months.tsv");
  SpeechFlags flags = kSpeechNone;
  const LexiconRow* stop = stopwords.Find(norm);
  if (stop != nullptr) flags |= ClassFlags(stop->column(0));
  if (const LexiconRow* row = adverbs.Find(norm)) {
    flags |= row->column(0) == "manner" ? kSpeechAdverb
             : row->column(0) == "time" ? kSpeechTime | kSpeechAdverb
                                        : kSpeechTime;
  } else if (stop == nullptr && EndsWith(norm, "ly")) {
    flags |= kSpeechAdverb;
  }
  if (weekdays.Has(norm) || (months.Has(norm) && norm != "may")) flags |= kSpeechTime;
  if (norm == "not" || norm == "n't" || norm == "never") flags |= kSpeechNegator;
  if (norm == "that") flags |= kSpeechThat;
  if (norm == "who" || norm == "which") flags |= kSpeechRelative;
  if (norm == "to") flags |= kSpeechParticle;
  if (stop == nullptr && (flags & kSpeechAdverb) == 0 && IsSureVerb(norm, lemma)) {
    flags |= kSpeechVerb;
  }
  return flags;
}

// Whether `word` is a key of `table` or the first word of one.
bool BeginsKey(const LexiconTable& table, std::string_view word) {
  if (table.Has(word)) return true;
  const std::string first = std::string(word) + ' ';
  const auto row =
      std::lower_bound(table.rows().begin(), table.rows().end(), first,
                       [](const LexiconRow& r, const std::string& w) { return r.key < w; });
  return row != table.rows().end() && row->key.substr(0, first.size()) == first;
}

CueForce ForceOf(std::string_view name) {
  if (name == "assertive") return CueForce::kAssertive;
  if (name == "doubtful") return CueForce::kDoubtful;
  if (name == "denial") return CueForce::kDenial;
  if (name == "belief") return CueForce::kBelief;
  if (name == "plan") return CueForce::kPlan;
  return CueForce::kNeutral;
}

uint16_t PatternsOf(std::string_view list) {
  constexpr struct {
    std::string_view name;
    uint16_t patterns;
  } kPatterns[] = {
      {"clause", kTakesClause | kTakesThat | kTakesQuote},
      {"that", kTakesThat | kTakesQuote},
      {"tell", kTakesRecipient | kTakesThat | kTakesClause | kTakesQuote},
      {"quote", kTakesQuote},
      {"call", kTakesObject | kTakesQuote},
      {"gerund", kTakesGerund},
      {"inf", kTakesInfinitive},
      {"object", kTakesNounPhrase | kTakesObject},
      {"question", kTakesQuestion | kTakesQuote},
      {"frame", kFrameOnly},
      {"noun", kNounToo},
  };
  uint16_t patterns = 0;
  for (const auto& pattern : kPatterns) {
    if (HasWord(list, pattern.name)) patterns |= pattern.patterns;
  }
  return patterns;
}

// The row whose words are those from token t on: the first as lemma or norm, the rest as norms.
const LexiconRow* FindFrom(const LexiconTable& table, const Document& document, uint32_t t,
                           bool by_lemma, uint32_t* words) {
  const uint32_t sentence = document.tokens[t].sentence;
  std::string key(by_lemma ? document.Lemma(document.tokens[t])
                           : document.Norm(document.tokens[t]));
  const LexiconRow* found = nullptr;
  for (uint32_t n = 1; n <= table.longest_key(); ++n) {
    if (const LexiconRow* row = table.Find(key)) {
      found = row;
      *words = n;
    }
    if (t + n >= document.tokens.size() || document.tokens[t + n].sentence != sentence) break;
    key += ' ';
    key += document.Norm(document.tokens[t + n]);
  }
  return found;
}

}  // namespace

SpeechWords::SpeechWords(const Document& document) : document_(document) {
  StringId most = 0;
  for (const Token& token : document.tokens) most = std::max(most, token.norm);
  flags_.assign(most + 1, kSpeechNone);
  begins_.assign(most + 1, 0);
  std::vector<bool> seen(most + 1, false);
  for (const Token& token : document.tokens) {
    if (seen[token.norm]) continue;
    seen[token.norm] = true;
    const std::string_view norm = document.Norm(token);
    const std::string_view lemma = document.Lemma(token);
    flags_[token.norm] = LookUp(norm, lemma);
    begins_[token.norm] = static_cast<uint8_t>((BeginsKey(Verbs(), lemma) ? kBeginsVerb : 0) |
                                               (Nouns().Has(lemma) ? kBeginsNoun : 0) |
                                               (BeginsKey(Phrases(), norm) ? kBeginsPhrase : 0));
  }
}

bool SpeechWords::Verb(uint32_t t, ReportingWord* word) const {
  if ((begins_[document_.tokens[t].norm] & kBeginsVerb) == 0) return false;
  // Nobody speaks in "life-threatening".
  if (t > 0 && document_.Norm(document_.tokens[t - 1]) == "-" &&
      document_.tokens[t - 1].span.end == document_.tokens[t].span.begin &&
      EndsWith(document_.Norm(document_.tokens[t]), "ing"))
    return false;
  const LexiconRow* row = FindFrom(Verbs(), document_, t, /*by_lemma=*/true, &word->words);
  if (row == nullptr) return false;
  word->force = ForceOf(row->column(0));
  word->patterns = PatternsOf(row->column(1));
  return true;
}

bool SpeechWords::Noun(uint32_t t, ReportingWord* word) const {
  if ((begins_[document_.tokens[t].norm] & kBeginsNoun) == 0) return false;
  const LexiconRow* row = Nouns().Find(document_.Lemma(document_.tokens[t]));
  *word = {ForceOf(row->column(0)), 0, false, 1};
  return true;
}

bool SpeechWords::Phrase(uint32_t t, ReportingWord* word) const {
  if ((begins_[document_.tokens[t].norm] & kBeginsPhrase) == 0) return false;
  const LexiconRow* row = FindFrom(Phrases(), document_, t, /*by_lemma=*/false, &word->words);
  if (row == nullptr) return false;
  word->force = ForceOf(row->column(0));
  word->patterns = 0;
  word->name_only = row->column(1) == "name";
  return true;
}

}  // namespace crossread
