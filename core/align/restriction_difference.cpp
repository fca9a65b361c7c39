// What somebody refuses to give, in one article without its limit: "will not sell land that the
// town has failed to drain" and "will not sell land". Less is refused in the first. Asked of one
// speaker, or of one government, and of limits that are a denial themselves: other relative clauses
// often only describe.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/align/comparison.h"
#include "core/extract/referent.h"
#include "core/lexicon/antonyms.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 650;
constexpr uint32_t kLongestLimit = 10;  // tokens from the noun to the verb that denies

// One refusal: who, what and of what.
struct Refusal {
  uint32_t linked = kNoEntity;  // who refuses
  std::string government;       // or for which
  std::string_view act, keeps;  // class of the verb: what is refused, or what is done instead
  std::string_view object;      // class of the noun
  bool limited = false;
  Span span;
};

class RestrictionComparer {
 public:
  explicit RestrictionComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) refusals_.push_back(Of(a));
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      for (uint32_t b = a + 1; b < comparison_.articles.size(); ++b) {
        for (const Refusal& x : refusals_[a]) {
          for (const Refusal& y : refusals_[b]) Compare(a, x, b, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::vector<Refusal> Of(uint32_t article) const {
    const Analysis& analysis = comparison_.At(article);
    std::vector<Refusal> found;
    for (const Claim& claim : analysis.claims.claims) {
      for (uint32_t p = claim.predicates.begin; p < claim.predicates.end; ++p) {
        const Predicate& predicate = analysis.claims.predicates[p];
        const Clause* clause = analysis.syntax.clauses.At(predicate.token);
        if (clause == nullptr || predicate.nominal || clause->voice == Voice::kPassive) continue;
        if (predicate.sign.modality != Modality::kAsserted) continue;
        // "Will not sell", "will keep".
        if (predicate.sign.polarity == Polarity::kUnknown ||
            predicate.sign.status != Status::kPlanned)
          continue;
        Refusal refusal;
        if (!ReadObject(analysis, claim, p, *clause, &refusal)) continue;
        if (!ReadWho(article, claim, *clause, &refusal)) continue;
        const std::string_view verb = VerbOf(analysis, predicate).first;
        (predicate.sign.polarity == Polarity::kPositive ? refusal.keeps : refusal.act) = verb;
        const uint32_t subject = clause->subject;
        const Chunk* group = analysis.syntax.ChunkAt(subject);
        uint32_t first = clause->group.begin;
        if (subject < first) first = group != nullptr ? group->tokens.begin : subject;
        refusal.span.begin = analysis.document.tokens[first].span.begin;
        found.push_back(std::move(refusal));
      }
    }
    return found;
  }

  // The class of the verb, and the token behind it: "give up" is one verb.
  static std::pair<std::string_view, uint32_t> VerbOf(const Analysis& analysis,
                                                      const Predicate& predicate) {
    static const LexiconTable& phrasal = Lexicon::English().Table("phrasal_verbs.tsv");
    const Document& document = analysis.document;
    const std::string_view lemma = document.strings.Get(predicate.lemma);
    const uint32_t next = predicate.token + 1;
    if (next < document.tokens.size()) {
      const std::string both =
          std::string(lemma) + ' ' + std::string(document.Norm(document.tokens[next]));
      if (const LexiconRow* row = phrasal.Find(both))
        return {SynonymClass(row->column(0)), next + 1};
    }
    return {SynonymClass(lemma), next};
  }

  // A noun that no word but "any" or "its" narrows, and perhaps a limit behind it.
  static bool ReadObject(const Analysis& analysis, const Claim& claim, uint32_t p,
                         const Clause& clause, Refusal* refusal) {
    const Document& document = analysis.document;
    const Predicate& predicate = analysis.claims.predicates[p];
    const uint32_t head = clause.object;
    const uint32_t behind = VerbOf(analysis, predicate).second;
    if (head == kNoWord || head < behind || head > behind + 1) return false;
    if (analysis.syntax.tokens[head].upos != Upos::kNoun) return false;
    if (head > behind) {
      const std::string_view word = document.Norm(document.tokens[head - 1]);
      if (word != "any" && word != "its" && word != "their" && word != "our" && word != "his" &&
          word != "her")
        return false;
    }
    refusal->object = SynonymClass(document.Lemma(document.tokens[head]));
    refusal->span.end = document.tokens[head].span.end;
    const uint32_t next = head + 1;
    if (next >= claim.tokens.end) return true;
    const std::string_view norm = document.Norm(document.tokens[next]);
    const Upos upos = analysis.syntax.tokens[next].upos;
    if (upos == Upos::kPunct || upos == Upos::kCconj || norm == "while") return true;
    if (norm != "that" && norm != "which" && norm != "who" && norm != "not") return false;
    for (uint32_t q = p + 1; q < claim.predicates.end; ++q) {
      const Predicate& limit = analysis.claims.predicates[q];
      if (limit.nominal || limit.token <= head) continue;
      if (limit.token > head + kLongestLimit) break;
      if (limit.sign.polarity != Polarity::kNegative) continue;
      refusal->limited = true;
      refusal->span.end = document.tokens[limit.token].span.end;
      return true;
    }
    return false;
  }

  // The subject, or the speaker that "it" or "his country" means.
  bool ReadWho(uint32_t article, const Claim& claim, const Clause& clause, Refusal* refusal) const {
    const Analysis& analysis = comparison_.At(article);
    if (clause.subject == kNoWord) return false;
    const uint32_t entity = Refuser(analysis, claim, clause.subject);
    if (entity == kNoEntity) return false;
    refusal->linked = comparison_.entities.Find(article, entity);
    refusal->government = GovernmentOf(comparison_, article, entity);
    return true;
  }

  static uint32_t Refuser(const Analysis& analysis, const Claim& claim, uint32_t subject) {
    const Document& document = analysis.document;
    if (const uint32_t named = EntityAt(analysis, subject); named != kNoEntity) return named;
    const uint32_t speaker = claim.quotation != kNoQuotation
                                 ? analysis.quotations[claim.quotation].speaker.entity
                                 : kNoEntity;
    const std::string_view lemma = document.Lemma(document.tokens[subject]);
    const bool own = subject > 0 && (lemma == "country" || lemma == "government") &&
                     PronounKindOf(document.Norm(document.tokens[subject - 1])).has_value();
    const uint32_t pronoun = own ? subject - 1 : subject;
    if (!own && !PronounKindOf(document.Norm(document.tokens[subject])).has_value())
      return kNoEntity;
    const uint32_t meant = EntityAt(analysis, pronoun);
    return meant != kNoEntity ? meant : speaker;
  }

  void Compare(uint32_t a, const Refusal& x, uint32_t b, const Refusal& y) {
    if (x.limited == y.limited || x.object != y.object || !SameAct(x, y)) return;
    if (x.linked != y.linked && (x.government.empty() || x.government != y.government)) return;
    if (GivesLimit(a, x) || GivesLimit(b, y)) return;
    Difference difference;
    difference.kind = DifferenceKind::kPolarity;
    difference.pair = kNoPair;
    difference.a = {a, x.span};
    difference.b = {b, y.span};
    difference.mark_a = x.span;
    difference.mark_b = y.span;
    difference.world = World::kSameSource;
    difference.minor = true;
    difference.score = kScore;
    difference.value_a = x.limited ? "limited" : "unlimited";
    difference.value_b = y.limited ? "limited" : "unlimited";
    out_.push_back(std::move(difference));
  }

  // The article has this speaker's limit elsewhere: it only repeats the refusal in short.
  bool GivesLimit(uint32_t article, const Refusal& unlimited) const {
    return !unlimited.limited &&
           std::any_of(refusals_[article].begin(), refusals_[article].end(),
                       [&](const Refusal& own) {
                         return own.limited && own.linked == unlimited.linked &&
                                own.object == unlimited.object && SameAct(own, unlimited);
                       });
  }

  // "Will not cede" and "will not surrender", or "will retain".
  static bool SameAct(const Refusal& x, const Refusal& y) {
    if (x.act.empty() && y.act.empty()) return x.keeps == y.keeps;
    if (!x.act.empty() && !y.act.empty()) return x.act == y.act;
    return x.act.empty() ? AreAntonyms(x.keeps, y.act) : AreAntonyms(x.act, y.keeps);
  }

  const Comparison& comparison_;
  std::vector<std::vector<Refusal>> refusals_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareRestrictions(const Comparison& comparison) {
  return RestrictionComparer(comparison).Run();
}

}  // namespace crossread
