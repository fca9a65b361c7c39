#include "core/align/occasion.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/date.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr Day kFewDays = 2;            // between two articles that may still tell of one statement
constexpr uint32_t kLong = 12;         // words that nobody says twice
constexpr uint32_t kNearlySame = 850;  // similarity, thousandths
constexpr uint32_t kBeside = 3;        // tokens between a reporting word and its adverb

// One of the words or phrases of retelling_words.tsv that are of `kind` begins at token `t`.
bool IsRetelling(const Document& document, uint32_t t, std::string_view kind) {
  static const LexiconTable& words = Lexicon::English().Table("retelling_words.tsv");
  for (const LexiconRow& row : words.rows()) {
    if (row.column(0) != kind) continue;
    uint32_t at = t;
    std::string_view rest = row.key;
    while (!rest.empty() && at < document.tokens.size()) {
      const std::string_view word = rest.substr(0, rest.find(' '));
      const Token& token = document.tokens[at];
      if ((kind == "verb" ? document.Lemma(token) : document.Norm(token)) != word) break;
      rest.remove_prefix(std::min(rest.size(), word.size() + 1));
      ++at;
    }
    if (rest.empty()) return true;
  }
  return false;
}

// The sentences around the words of one place, and what they tell of how these were said.
class Telling {
 public:
  Telling(const Comparison& comparison, const Place& place)
      : analysis_(comparison.At(place.article)), document_(analysis_.document) {
    for (const Quotation& quotation : analysis_.quotations) {
      for (const Span content : quotation.content) {
        if (content.Overlaps(place.span)) quotation_ = &quotation;
      }
    }
    if (quotation_ == nullptr) return;
    const Span extent = quotation_->Extent(), cue = quotation_->cue;
    const uint32_t first = document_.SentenceAt(cue.empty() ? extent.begin
                                                            : std::min(extent.begin, cue.begin)),
                   last = document_.SentenceAt(cue.empty() ? extent.end - 1
                                                           : std::max(extent.end, cue.end) - 1);
    if (last >= document_.sentences.size()) return;
    tokens_ = {document_.sentences[first].tokens.begin, document_.sentences[last].tokens.end};
    if (tokens_.empty()) return;
    cue_ = document_.TokensIn(cue);
    const Span sentences = document_.SpanOf(tokens_);
    for (const Quotation& quotation : analysis_.quotations) {
      for (const Span content : quotation.content) {
        if (content.Overlaps(sentences)) said_.push_back(content);
      }
    }
  }

  // "… she repeated", "… she said again".
  bool IsOfRepetition() const {
    for (uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      if (IsSaid(t)) continue;
      if (analysis_.syntax.tokens[t].upos == Upos::kVerb && IsRetelling(document_, t, "verb"))
        return true;
      const bool beside = t + kBeside >= cue_.begin && t < cue_.end + kBeside;
      if (!cue_.empty() && beside && IsRetelling(document_, t, "adverb")) return true;
    }
    return false;
  }

  // The day on which the words were said: one that stands with the reporting word.
  const Time* Day() const {
    if (cue_.empty()) return nullptr;
    for (const Time& time : analysis_.times) {
      const IndexRange words = document_.TokensIn(time.span);
      if (words.empty() || !tokens_.Contains(words.begin) || IsSaid(words.begin)) continue;
      const bool day =
          time.granularity == Granularity::kDay || time.granularity == Granularity::kMinute;
      if (day && time.bound == Bound::kNone && !time.vague && IsOfCue(words.begin)) return &time;
    }
    return nullptr;
  }

  // The nouns of "told the inquiry", "said at the hearing": one that is known, neither a person nor
  // somebody's office.
  std::vector<TermId> Venues() const {
    std::vector<TermId> venues;
    for (const Chunk& chunk : analysis_.syntax.chunks) {
      if (chunk.kind != ChunkKind::kNoun || !tokens_.Contains(chunk.tokens.begin)) continue;
      if (IsSaid(chunk.head) || analysis_.syntax.tokens[chunk.head].upos != Upos::kNoun) continue;
      const bool told = chunk.tokens.begin == cue_.end;
      const bool there = chunk.has_preposition && IsPlace(chunk.preposition);
      if ((!told && !there) || !IsOfCue(chunk.tokens.begin) || !IsKnown(chunk)) continue;
      if (!IsPerson(chunk)) venues.push_back(analysis_.terms[chunk.head].synonym);
    }
    return venues;
  }

 private:
  std::string_view Norm(uint32_t t) const { return document_.Norm(document_.tokens[t]); }

  // Words of a speaker, of this one or another.
  bool IsSaid(uint32_t t) const {
    const Span span = document_.tokens[t].span;
    return std::any_of(said_.begin(), said_.end(),
                       [&](Span content) { return content.Contains(span); });
  }

  // No verb of another clause stands between: not "said Lee, who was elected on Monday".
  bool IsOfCue(uint32_t t) const {
    if (cue_.empty()) return false;
    const uint32_t begin = t < cue_.begin ? t : cue_.end, end = t < cue_.begin ? cue_.begin : t;
    for (const Clause& clause : analysis_.syntax.clauses.clauses) {
      if (clause.predicate >= begin && clause.predicate < end && !IsSaid(clause.predicate))
        return false;
    }
    return true;
  }

  bool IsPlace(uint32_t preposition) const {
    const std::string_view norm = Norm(preposition);
    return norm == "at" || norm == "in" || norm == "during" || norm == "before";
  }

  bool IsKnown(const Chunk& chunk) const {
    const std::string_view first = Norm(chunk.tokens.begin);
    return first == "the" || first == "this" || first == "that";
  }

  bool IsPerson(const Chunk& chunk) const {
    static const LexiconTable& people = Lexicon::English().Table("person_nouns.txt");
    const Span span = document_.SpanOf(chunk.tokens);
    if (quotation_->speaker.span.Overlaps(span)) return true;
    const bool office =
        std::any_of(analysis_.mentions.roles.begin(), analysis_.mentions.roles.end(),
                    [&](const RoleMention& role) { return role.span.Overlaps(span); });
    const std::string_view lemma = document_.Lemma(document_.tokens[chunk.head]);
    return office || people.Has(lemma) || lemma == "reporter" || lemma == "journalist";
  }

  const Analysis& analysis_;
  const Document& document_;
  const Quotation* quotation_ = nullptr;
  IndexRange tokens_;  // of the sentences
  IndexRange cue_;
  std::vector<Span> said_;
};

// -1: they exclude each other; 1: one day; 0: that isn't told.
int CompareDays(const Time* x, const Time* y) {
  if (x == nullptr || y == nullptr) return 0;
  if (x->resolved && y->resolved) return x->last < y->first || y->last < x->first ? -1 : 1;
  if (x->weekday < 0 || y->weekday < 0) return 0;
  return x->weekday == y->weekday ? 1 : -1;
}

bool Share(const std::vector<TermId>& x, const std::vector<TermId>& y) {
  return std::any_of(x.begin(), x.end(),
                     [&](TermId term) { return std::find(y.begin(), y.end(), term) != y.end(); });
}

// Nearly the same long sentence.
bool IsLong(const QuotationPair& pair) {
  uint32_t shared = 0;
  for (const WordEdit& edit : pair.edits) shared += edit.kind == EditKind::kSame ? edit.words : 0;
  return shared >= kLong && pair.similarity >= kNearlySame;
}

// What is said at the two places, or beside it in the same quotations, is one long sentence.
bool ShareLongSentence(const Comparison& comparison, const Place& a, const Place& b) {
  const auto has = [](const Place& part, const Place& place) {
    return part.article == place.article && part.span.Overlaps(place.span);
  };
  // Sorted by article.
  const auto [first_article, last_article] = std::minmax(a.article, b.article);
  const std::pair articles(first_article, last_article);
  const auto key = [](const QuotationPair& pair) {
    return std::pair(pair.a.article, pair.b.article);
  };
  const std::vector<QuotationPair>& all = comparison.utterances.pairs;
  const auto begin = std::partition_point(
      all.begin(), all.end(), [&](const QuotationPair& pair) { return key(pair) < articles; });
  const auto end = std::partition_point(
      begin, all.end(), [&](const QuotationPair& pair) { return key(pair) == articles; });
  return std::any_of(begin, end, [&](const QuotationPair& pair) {
    const bool same = (has(pair.part_a, a) && has(pair.part_b, b)) ||
                      (has(pair.part_a, b) && has(pair.part_b, a));
    return same && std::any_of(begin, end, [&](const QuotationPair& other) {
             return other.a == pair.a && other.b == pair.b && IsLong(other);
           });
  });
}

std::optional<Day> DayOf(const Comparison& comparison, uint32_t article) {
  return ParseIsoDay(comparison.articles[article].date);
}

bool HasRetellingWord(const Comparison& comparison, const Place& part) {
  const Document& document = comparison.DocumentOf(part.article);
  const IndexRange tokens = document.TokensIn(part.span);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (IsRetelling(document, t, "words")) return true;
  }
  return false;
}

}  // namespace

bool AreOfTwoDays(const Comparison& comparison, const Place& a, const Place& b, Span* of_a,
                  Span* of_b) {
  const Telling x(comparison, a), y(comparison, b);
  const Time *in_a = x.Day(), *in_b = y.Day();
  if (CompareDays(in_a, in_b) >= 0) return false;
  *of_a = in_a->span;
  *of_b = in_b->span;
  return true;
}

bool MayBeTwoOccasions(const Comparison& comparison, const Place& a, const Place& b,
                       uint32_t shared) {
  const Telling x(comparison, a), y(comparison, b);
  const int days = CompareDays(x.Day(), y.Day());
  if (days != 0) return days < 0;
  if (shared >= kLong || ShareLongSentence(comparison, a, b)) return false;
  const auto day_a = DayOf(comparison, a.article), day_b = DayOf(comparison, b.article);
  // On one day it may be one talk, of which both have both sayings.
  const bool one_day = day_a && day_b && *day_a == *day_b;
  if (!one_day && (x.IsOfRepetition() || y.IsOfRepetition())) return true;
  if (!day_a || !day_b || std::abs(*day_a - *day_b) <= kFewDays) return false;
  return !Share(x.Venues(), y.Venues());
}

bool MayBeTwoOccasions(const Comparison& comparison, const QuotationPair& pair) {
  if (MayBeTwoOccasions(comparison, pair.part_a, pair.part_b)) return true;
  const auto day_a = DayOf(comparison, pair.a.article), day_b = DayOf(comparison, pair.b.article);
  if (!day_a || !day_b || *day_a == *day_b) return false;
  const Place &earlier = *day_a < *day_b ? pair.part_a : pair.part_b,
              &later = *day_a < *day_b ? pair.part_b : pair.part_a;
  return HasRetellingWord(comparison, later) && !HasRetellingWord(comparison, earlier);
}

}  // namespace crossread
