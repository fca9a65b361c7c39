#include "core/align/number_setting.h"

#include <algorithm>
#include <string_view>

#include "core/align/counted_apart.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kAfter = 6;           // tokens behind the number that still say what it is of
constexpr uint32_t kBeside = 4;          // tokens from a length to what lasts so long
constexpr uint32_t kLongSentence = 150;  // tokens: what is longer is a table or has lost its stops

const Clause* ClauseOf(const Analysis& analysis, uint32_t token) {
  for (uint32_t t = token; t != SyntaxToken::kRoot; t = analysis.syntax.tokens[t].head) {
    if (const Clause* clause = analysis.syntax.clauses.At(t)) return clause;
  }
  return nullptr;
}

// What a verb or noun of fates.tsv tells of those whom it is said of; empty if it is none.
std::string_view FateOf(const Analysis& analysis, uint32_t token, bool of_patient) {
  static const LexiconTable& fates = Lexicon::English().Table("fates.tsv");
  const LexiconRow* row = fates.Find(analysis.document.Lemma(analysis.document.tokens[token]));
  if (row == nullptr || row->column(1) == "noun") return {};
  return (row->column(2) == "patient") == of_patient ? row->column(0) : std::string_view();
}

// "23 wounded", "23 guests were wounded", "a blast that wounded 23": the number is of a fate.
void ReadFate(const Analysis& analysis, IndexRange number, NumberSetting* s) {
  static const LexiconTable& kinds = Lexicon::English().Table("kind_nouns.tsv");
  const std::string& noun = s->quantity->noun;
  const LexiconRow* kind = kinds.Find(noun);
  const bool person = s->person || noun.empty() || noun == "other" ||
                      (kind != nullptr && kind->column(0) == "person");
  if (s->quantity->kind != QuantityKind::kCount || !person) return;
  const Document& document = analysis.document;
  const uint32_t head = number.end - 1, end = document.sentences[s->sentence].tokens.end;
  for (const Clause* clause : s->clauses) {
    // Taggers have "hurt" for an adjective.
    const bool passive = clause->voice == Voice::kPassive || clause->copular;
    if (clause->object == head) s->fate = FateOf(analysis, clause->predicate, true);
    if (clause->subject == head && passive) s->fate = FateOf(analysis, clause->predicate, true);
    if (clause->subject == head && !passive) s->fate = FateOf(analysis, clause->predicate, false);
    if (!s->fate.empty()) return;
  }
  // Parsers err on "the blaze that injured 17 guests broke out", and on "three killed and 23
  // wounded".
  if (number.begin > document.sentences[s->sentence].tokens.begin) {
    s->fate = FateOf(analysis, number.begin - 1, true);
    if (!s->fate.empty()) return;
  }
  uint32_t next = number.end;
  static constexpr std::string_view kBetween[] = {"others", "was", "were", "been", "have", "had"};
  while (next < end && std::find(std::begin(kBetween), std::end(kBetween),
                                 document.Norm(document.tokens[next])) != std::end(kBetween))
    ++next;
  const bool participle =
      next < end && document.Norm(document.tokens[next]) != document.Lemma(document.tokens[next]);
  if (participle) s->fate = FateOf(analysis, next, true);
}

// The person that a word is of the name of.
uint32_t PersonAt(const Analysis& analysis, uint32_t token) {
  if (token == kNoWord) return kNoEntity;
  const Span span = analysis.document.tokens[token].span;
  for (const Mention& mention : analysis.mentions.mentions) {
    if (mention.span.Contains(span) && mention.entity != kNoEntity &&
        analysis.mentions.entities[mention.entity].kind == EntityKind::kPerson)
      return mention.entity;
  }
  return kNoEntity;
}

// Up from the number: the person whom a verb is done to, else who does it. "The club signed Vane
// for $9 million" and "Vane, said to have nine sons, …" are both of Vane.
void ReadHolder(const Analysis& analysis, uint32_t head, NumberSetting* s) {
  static constexpr std::string_view kRelating[] = {"have", "marry", "wed", "father", "raise"};
  const Document& document = analysis.document;
  for (uint32_t t = head; t != SyntaxToken::kRoot; t = analysis.syntax.tokens[t].head) {
    s->holder = t == head ? kNoEntity : PersonAt(analysis, t);
    const Clause* clause = analysis.syntax.clauses.At(t);
    if (clause == nullptr && s->holder == kNoEntity) continue;
    if (s->holder != kNoEntity) return;
    const std::string_view verb = document.Lemma(document.tokens[t]);
    s->relation |=
        std::find(std::begin(kRelating), std::end(kRelating), verb) != std::end(kRelating);
    s->holder = PersonAt(analysis, clause->object);
    for (uint32_t i = head; i > t && s->holder == kNoEntity && clause->object == kNoWord;)
      s->holder = PersonAt(analysis, --i);
    if (s->holder == kNoEntity) s->holder = PersonAt(analysis, clause->subject);
    if (s->holder != kNoEntity) return;
    // "He", "the club": somebody else; "who" stands for a word further up.
    const uint32_t subject = clause->subject;
    if (subject != kNoWord && document.Norm(document.tokens[subject]) != "who") return;
  }
}

template <size_t kSize>
bool IsAmong(const std::string_view (&words)[kSize], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "A town of 4,000", "a population of about 4,000", "4,000 people live": how many live in a place,
// which is then the holder.
void ReadPopulation(const Analysis& analysis, IndexRange number, NumberSetting* s) {
  static constexpr std::string_view kSettlements[] = {"city",   "community",  "hamlet",
                                                      "island", "population", "settlement",
                                                      "suburb", "town",       "village"};
  static constexpr std::string_view kDwellers[] = {"inhabitant", "people", "person", "resident"};
  const Document& document = analysis.document;
  const Quantity& quantity = *s->quantity;
  const IndexRange sentence = document.sentences[s->sentence].tokens;
  const auto lemma = [&](uint32_t t) { return document.Lemma(document.tokens[t]); };
  if (quantity.kind != QuantityKind::kCount) return;
  const bool dwellers = IsAmong(kDwellers, quantity.noun);
  bool population = (dwellers || quantity.noun.empty()) && number.begin >= sentence.begin + 2 &&
                    lemma(number.begin - 1) == "of" &&
                    IsAmong(kSettlements, lemma(number.begin - 2));
  uint32_t place = kNoWord;  // the words after it name the place; else words before the number do
  for (const Clause* clause : s->clauses) {
    const std::string_view verb = lemma(clause->predicate);
    population |= quantity.noun == "inhabitant" && verb == "have";
    const uint32_t in = clause->predicate + 1;
    if (dwellers && clause->subject == number.end - 1 && (verb == "live" || verb == "reside") &&
        in < sentence.end && lemma(in) == "in")
      place = in;
  }
  if (!population && place == kNoWord) return;
  s->fate = kPopulation;
  s->holder = kNoEntity;
  for (const Mention& mention : analysis.mentions.mentions) {
    if (mention.entity == kNoEntity || document.SentenceAt(mention.span.begin) != s->sentence ||
        analysis.mentions.entities[mention.entity].kind == EntityKind::kPerson)
      continue;
    const IndexRange name = document.TokensIn(mention.span);
    if (place == kNoWord && name.end <= number.begin) s->holder = mention.entity;
    if (place != kNoWord && name.begin > place && name.begin <= place + kBeside &&
        s->holder == kNoEntity)
      s->holder = mention.entity;
  }
}

// The heads of the noun groups that "and" joins with the number's, on either side.
void ReadMates(const Analysis& analysis, IndexRange number, NumberSetting* s) {
  const Document& document = analysis.document;
  const auto add = [&](uint32_t t) {
    const Chunk* chunk = analysis.syntax.ChunkAt(t);
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun) return;
    // "12 magazines and 300 rounds": what is counted itself is an anchor or the opposite of one.
    for (uint32_t i = chunk->tokens.begin; i < chunk->tokens.end; ++i) {
      if (analysis.syntax.tokens[i].upos == Upos::kNum) return;
    }
    const Term& head = analysis.terms[chunk->head];
    if (head.content && head.synonym != s->noun) s->mates.push_back(head.synonym);
  };
  const IndexRange sentence = document.sentences[s->sentence].tokens;
  if (number.end + 1 < sentence.end && document.Norm(document.tokens[number.end]) == "and")
    add(number.end + 1);
  if (number.begin > sentence.begin + 1 &&
      document.Norm(document.tokens[number.begin - 1]) == "and")
    add(number.begin - 2);
}

}  // namespace

bool IsPersonNoun(std::string_view noun) {
  static const LexiconTable& persons = Lexicon::English().Table("person_nouns.txt");
  static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
  return noun == "person" || noun == "people" || persons.Has(noun) || roles.Has(noun);
}

bool AreTwoTerms(const Analysis& a, const Quantity& x, const Analysis& b, const Quantity& y) {
  const auto is_exact = [](const Quantity& q) {
    return q.kind == QuantityKind::kDuration && q.low == q.high && !q.approximate && !q.vague;
  };
  if (!is_exact(x) || !is_exact(y) || x.low == y.low || x.written_unit != y.written_unit)
    return false;
  const auto is_fixed = [](const Analysis& analysis, const Quantity& q) {
    static const LexiconTable& fixed = Lexicon::English().Table("fixed_terms.txt");
    const Document& document = analysis.document;
    const IndexRange of = document.TokensIn(q.span);
    const IndexRange sentence = document.sentences[document.SentenceAt(q.span.begin)].tokens;
    const uint32_t begin = std::max(sentence.begin, of.begin - std::min(of.begin, kBeside)),
                   end = std::min(sentence.end, of.end + kBeside);
    return std::any_of(document.tokens.begin() + begin, document.tokens.begin() + end,
                       [&](const Token& token) { return fixed.Has(document.Lemma(token)); });
  };
  return is_fixed(a, x) && is_fixed(b, y);
}

void SortTerms(std::vector<TermId>* terms) {
  std::sort(terms->begin(), terms->end());
  terms->erase(std::unique(terms->begin(), terms->end()), terms->end());
}

std::vector<TermId> CommonTerms(const std::vector<TermId>& x, const std::vector<TermId>& y) {
  std::vector<TermId> both;
  std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
  return both;
}

std::vector<NumberSetting> SettingsOf(const Analysis& analysis) {
  const Document& document = analysis.document;
  std::vector<NumberSetting> settings;
  for (uint32_t q = 0; q < analysis.quantities.size(); ++q) {
    const Quantity& quantity = analysis.quantities[q];
    NumberSetting s;
    s.quantity = &quantity;
    s.index = q;
    s.sentence = document.SentenceAt(quantity.span.begin);
    const IndexRange tokens = document.TokensIn(quantity.span);
    if (s.sentence >= document.sentences.size() || tokens.empty()) continue;
    const uint32_t head = tokens.end - 1;
    if (const Clause* clause = ClauseOf(analysis, head)) s.clauses.push_back(clause);
    const IndexRange around = document.sentences[s.sentence].tokens;
    if (around.size() > kLongSentence) continue;
    const std::vector<Clause>& clauses = analysis.syntax.clauses.clauses;
    const Clause* before = nullptr;  // the last verb before the number
    auto clause = std::partition_point(clauses.begin(), clauses.end(),
                                       [&](const Clause& c) { return c.predicate < around.begin; });
    for (; clause != clauses.end() && clause->predicate < around.end; ++clause) {
      if (clause->subject == head || clause->object == head) s.clauses.push_back(&*clause);
      if (clause->predicate < tokens.begin &&
          analysis.syntax.tokens[clause->predicate].upos == Upos::kVerb)
        before = &*clause;
    }
    // "Signed him to a deal worth $9 million": parsers lose the verb behind a noun that is an act.
    if (before != nullptr) s.clauses.push_back(before);
    if (!quantity.noun.empty()) {
      s.noun = analysis.terms[head].synonym;
      s.person = IsPersonNoun(quantity.noun);
    }
    const std::vector<Claim>& claims = analysis.claims.claims;
    const auto claim = std::partition_point(claims.begin(), claims.end(), [&](const Claim& c) {
      return c.span.end <= quantity.number.begin;
    });
    if (claim != claims.end() && claim->span.Contains(quantity.number))
      s.claim = static_cast<uint32_t>(claim - claims.begin());
    for (uint32_t t = tokens.begin; t < head; ++t) {
      if (quantity.number.Contains(document.tokens[t].span)) continue;
      const std::string_view norm = document.Norm(document.tokens[t]);
      static constexpr std::string_view kRest[] = {"other", "more", "additional", "further"};
      s.another |= std::find(std::begin(kRest), std::end(kRest), norm) != std::end(kRest);
      if (!analysis.terms[t].content) continue;
      s.modifiers.push_back(analysis.terms[t].synonym);
      const char first = document.Text(document.tokens[t])[0];
      if (first >= 'A' && first <= 'Z') s.named.push_back(analysis.terms[t].synonym);
    }
    const Sentence& sentence = document.sentences[s.sentence];
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (!analysis.terms[t].content || quantity.span.Contains(document.tokens[t].span)) continue;
      s.words.push_back(analysis.terms[t].synonym);
      if (analysis.syntax.tokens[t].upos == Upos::kPropn)
        s.names.push_back(analysis.terms[t].synonym);
    }
    for (uint32_t t = tokens.end; t < sentence.tokens.end && t < tokens.end + kAfter; ++t) {
      if (analysis.syntax.tokens[t].upos == Upos::kPunct) break;
      if (analysis.terms[t].content) s.after.push_back(analysis.terms[t].synonym);
    }
    ReadMates(analysis, tokens, &s);
    ReadFate(analysis, tokens, &s);
    s.graded = !s.fate.empty() && TellsGrade(document, around);
    ReadHolder(analysis, head, &s);
    for (uint32_t t = tokens.begin;
         before != nullptr && s.holder == kNoEntity && --t > before->predicate;)
      s.holder = PersonAt(analysis, t);
    if (tokens.end < sentence.tokens.end && quantity.kind == QuantityKind::kDuration) {
      static constexpr std::string_view kSince[] = {"before", "after", "earlier", "later"};
      const std::string_view norm = document.Norm(document.tokens[tokens.end]);
      if (std::find(std::begin(kSince), std::end(kSince), norm) != std::end(kSince))
        s.since = analysis.terms[tokens.end].synonym;
    }
    ReadPopulation(analysis, tokens, &s);
    SortTerms(&s.mates);
    SortTerms(&s.modifiers);
    SortTerms(&s.named);
    SortTerms(&s.after);
    SortTerms(&s.words);
    SortTerms(&s.names);
    settings.push_back(std::move(s));
  }
  return settings;
}

}  // namespace crossread
