// "No one was hurt", "made no arrests" in one article, three people hurt or arrested in another.
// Of the whole of what happened alone: where the denial has a place, a group or a "so far" of its
// own, or what happened has a day of its own, both may be true.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/align/event_people.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;
constexpr uint32_t kLead = 8;  // sentences that tell the event itself

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Toll {
  std::string_view fate;  // of fates.tsv: "hurt", "dead", "arrested"
  bool nobody = false;
  uint32_t token = 0;  // the verb or the noun
  uint32_t claim = 0;
  Span words;
};

class NobodyComparer {
 public:
  NobodyComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      told_.emplace_back();
      for (const Event& event : comparison.At(a).events) ReadVerb(a, event);
      ReadNouns(a);
      ReadMissing(a);
      KeepFew(&told_[a]);
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        for (const Toll& x : told_[a]) {
          for (const Toll& y : told_[b]) Compare(a, x, b, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view Norm(uint32_t article, uint32_t t) const {
    const Document& document = comparison_.DocumentOf(article);
    return t < document.tokens.size() ? document.Norm(document.tokens[t]) : std::string_view();
  }
  const Sentence& SentenceOf(uint32_t article, uint32_t t) const {
    const Document& document = comparison_.DocumentOf(article);
    return document.sentences[document.tokens[t].sentence];
  }
  static const LexiconRow* FateOf(std::string_view word) {
    static const LexiconTable& fates = Lexicon::English().Table("fates.tsv");
    return fates.Find(word);
  }

  // ---- what is told

  // Of what is told again and again the first few are enough.
  static void KeepFew(std::vector<Toll>* told) {
    constexpr size_t kFew = 8;  // of one fate and sign
    std::stable_sort(told->begin(), told->end(), [](const Toll& x, const Toll& y) {
      if (x.fate != y.fate) return x.fate < y.fate;
      return x.nobody != y.nobody ? x.nobody < y.nobody : x.token < y.token;
    });
    std::vector<Toll> kept;
    for (const Toll& toll : *told) {
      const bool many = kept.size() >= kFew && kept[kept.size() - kFew].fate == toll.fate &&
                        kept[kept.size() - kFew].nobody == toll.nobody;
      if (!many) kept.push_back(toll);
    }
    *told = std::move(kept);
  }

  void ReadVerb(uint32_t article, const Event& event) {
    const Analysis& analysis = comparison_.At(article);
    if (event.unreal || event.in_marks || event.sign.modality != Modality::kAsserted) return;
    if (analysis.claims.predicates[event.predicate].nominal) return;
    const std::string_view lemma = analysis.document.Lemma(analysis.document.tokens[event.token]);
    const LexiconRow* row = FateOf(lemma);
    if (row == nullptr || row->column(1) == "noun") return;
    uint32_t whose = row->column(2) == "agent" ? event.agent : event.patient;
    // "Was hurt", which the parse may take for active.
    if (whose == kNoWord && event.token > 0 &&
        analysis.document.Lemma(analysis.document.tokens[event.token - 1]) == "be")
      whose = event.agent;
    if (whose == kNoWord || event.sign.status != Status::kHappened) return;
    Toll toll;
    toll.fate = row->column(0);
    toll.token = event.token;
    toll.claim = event.claim;
    toll.nobody = IsNobody(article, whose);
    if (!toll.nobody && event.sign.polarity != Polarity::kPositive) return;
    if (!toll.nobody && !IsSomebody(article, whose)) return;
    // "A blast that killed nine": another one, as often as not.
    const Clause* clause = analysis.syntax.clauses.At(event.token);
    if (!toll.nobody && clause != nullptr && clause->role == ClauseRole::kRelative) return;
    if (toll.nobody && IsLimited(article, whose, event.token)) return;
    const Chunk* chunk = analysis.syntax.ChunkAt(whose);
    const Span who = chunk != nullptr ? analysis.document.SpanOf(chunk->tokens)
                                      : analysis.document.tokens[whose].span;
    const Span verb = analysis.document.tokens[event.token].span;
    toll.words = {std::min(who.begin, verb.begin), std::max(who.end, verb.end)};
    if (toll.words.size() < 200) told_[article].push_back(toll);
  }

  // "No injuries were reported", "made no arrests"; "two injuries", "three arrests".
  void ReadNouns(uint32_t article) {
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    for (uint32_t c = 0; c < analysis.claims.claims.size(); ++c) {
      const Claim& claim = analysis.claims.claims[c];
      if (claim.quotation != kNoQuotation &&
          analysis.quotations[claim.quotation].kind == QuotationKind::kDirect)
        continue;
      for (uint32_t t = claim.tokens.begin; t < claim.tokens.end; ++t) {
        const LexiconRow* row = FateOf(document.Lemma(document.tokens[t]));
        if (row == nullptr || row->column(1) == "verb" || t < claim.tokens.begin + 1 ||
            analysis.syntax.tokens[t].upos != Upos::kNoun)
          continue;
        const std::string_view before = Norm(article, t - 1);
        Toll toll;
        toll.fate = row->column(0);
        toll.token = t;
        toll.claim = c;
        toll.nobody = before == "no";
        toll.words = document.SpanOf({t - 1, t + 1});
        if (toll.nobody ? IsLimited(article, t, t) || IsOpen(article, claim)
                        : !IsCounted(article, t))
          continue;
        // "Casualties" are dead or hurt: where there are none, neither.
        if (toll.fate == "harmed" && !toll.nobody) continue;
        if (toll.fate == "harmed") {
          toll.fate = "dead";
          told_[article].push_back(toll);
          toll.fate = "hurt";
        }
        told_[article].push_back(toll);
      }
    }
  }
  // "Two people were missing", "three are still unaccounted for", "no one is missing", "everyone
  // has been accounted for".
  void ReadMissing(uint32_t article) {
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    for (uint32_t t = 1; t < document.tokens.size(); ++t) {
      const std::string_view norm = Norm(article, t);
      const bool found = norm == "accounted" && Norm(article, t + 1) == "for";
      if (norm != "missing" && !found && !(norm == "unaccounted" && Norm(article, t + 1) == "for"))
        continue;
      const IndexRange sentence = SentenceOf(article, t).tokens;
      uint32_t who = t;
      bool stated = false;
      while (who > sentence.begin &&
             IsOneOf(Norm(article, who - 1),
                     {"is", "are", "was", "were", "been", "have", "has", "still", "remain",
                      "remained", "reported", "listed", "as", "went"})) {
        stated |= !IsOneOf(Norm(article, who - 1), {"still", "as", "been"});
        --who;
      }
      const uint32_t claim = ClaimAt(article, t);
      if (who == sentence.begin || !stated || claim == UINT32_MAX) continue;
      --who;
      Toll toll;
      toll.fate = "missing";
      toll.token = t;
      toll.claim = claim;
      toll.nobody = found ? IsOneOf(Norm(article, who), {"everyone", "everybody", "all"})
                          : IsNobody(article, who);
      const bool counted =
          IsCountedGroup(article, who) && (analysis.syntax.tokens[who].upos == Upos::kNum ||
                                           IsPeople(document.Lemma(document.tokens[who])));
      if (toll.nobody ? IsLimited(article, who, t) : found || !counted) continue;
      // "For some hours", "no longer".
      if (IsOneOf(Norm(article, t + 1), {"for", "until", "at"}) && norm == "missing") continue;
      const auto told_before = [&](uint32_t word) {
        return IsOneOf(Norm(article, word), {"longer", "anymore", "first", "briefly", "not"});
      };
      bool over = false;
      for (uint32_t w = sentence.begin; w < sentence.end; ++w) over |= told_before(w);
      const Chunk* chunk = analysis.syntax.ChunkAt(who);
      const uint32_t begin = chunk != nullptr ? chunk->tokens.begin : who;
      toll.words = document.SpanOf({std::max(begin, sentence.begin), t + 1});
      if (!over && toll.words.size() < 200) told_[article].push_back(toll);
    }
  }
  uint32_t ClaimAt(uint32_t article, uint32_t t) const {
    const Claims& claims = comparison_.At(article).claims;
    for (uint32_t c = 0; c < claims.claims.size(); ++c) {
      const IndexRange tokens = claims.claims[c].tokens;
      if (tokens.begin <= t && t < tokens.end) return c;
    }
    return UINT32_MAX;
  }

  bool IsCounted(uint32_t article, uint32_t t) const {
    const Analysis& analysis = comparison_.At(article);
    const Span before = analysis.document.tokens[t - 1].span;
    return std::any_of(analysis.quantities.begin(), analysis.quantities.end(),
                       [&](const Quantity& quantity) {
                         return quantity.number.Contains(before) && quantity.low > 0;
                       });
  }
  // Planned, possible, or behind an "if".
  bool IsOpen(uint32_t article, const Claim& claim) const {
    const Analysis& analysis = comparison_.At(article);
    for (uint32_t p = claim.predicates.begin; p < claim.predicates.end; ++p) {
      const Sign& sign = analysis.claims.predicates[p].sign;
      if (sign.modality != Modality::kAsserted || sign.status == Status::kPlanned) return true;
    }
    return false;
  }

  bool IsNobody(uint32_t article, uint32_t t) const {
    if (IsOneOf(Norm(article, t), {"nobody", "no-one"})) return true;
    if (Norm(article, t) == "one" && t > 0 && Norm(article, t - 1) == "no") return true;
    if (Norm(article, t) == "one" && t > 1 && Norm(article, t - 1) == "-" &&
        Norm(article, t - 2) == "no")
      return true;
    return IsOneOf(Norm(article, t), {"people", "person"}) && t > 0 && Norm(article, t - 1) == "no";
  }
  static bool IsPeople(std::string_view lemma) {
    static const LexiconTable& people = Lexicon::English().Table("person_nouns.txt");
    static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
    static const LexiconTable& callings = Lexicon::English().Table("callings.tsv");
    return people.Has(lemma) || roles.Has(lemma) || callings.Has(lemma) ||
           IsOneOf(lemma, {"people", "person"});
  }
  // People, named or counted; not "it", and not somebody in another story: "who".
  bool IsSomebody(uint32_t article, uint32_t t) const {
    const Analysis& analysis = comparison_.At(article);
    if (IsPeople(analysis.document.Lemma(analysis.document.tokens[t]))) return true;
    if (IsCountedGroup(article, t)) return true;
    const uint32_t entity = EntityOfWord(comparison_, article, t);
    return entity != kNoEntity && comparison_.entities.entities[entity].kind == EntityKind::kPerson;
  }
  // "Four were killed", "nine passengers".
  bool IsCountedGroup(uint32_t article, uint32_t t) const {
    const Analysis& analysis = comparison_.At(article);
    const Chunk* chunk = analysis.syntax.ChunkAt(t);
    const Span words = chunk != nullptr ? analysis.document.SpanOf(chunk->tokens)
                                        : analysis.document.tokens[t].span;
    return std::any_of(analysis.quantities.begin(), analysis.quantities.end(),
                       [&](const Quantity& quantity) {
                         return quantity.kind == QuantityKind::kCount && quantity.low > 0 &&
                                words.Contains(quantity.number);
                       });
  }

  // "No one else", "no injuries so far", "no one in the second car", "no arrests at the camp".
  bool IsLimited(uint32_t article, uint32_t who, uint32_t verb) const {
    const Analysis& analysis = comparison_.At(article);
    const IndexRange tokens = SentenceOf(article, who).tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsOneOf(Norm(article, t),
                  {"immediate", "immediately", "yet",        "far",     "confirmed", "else",
                   "other",     "further",     "known",      "initial", "initially", "serious",
                   "seriously", "additional",  "more",       "early",   "previous",  "previously",
                   "appeared",  "since",       "apparently", "believed"}))
        return true;
    }
    if (IsOneOf(Norm(article, who + 1), {"in", "on", "at", "aboard", "from", "of", "among",
                                         "inside", "to", "who", "that", "with"}))
      return true;
    for (uint32_t t = verb + 1; t < std::min(verb + 6, tokens.end); ++t) {
      const Upos upos = analysis.syntax.tokens[t].upos;
      if (upos == Upos::kPunct) return false;
      const Chunk* chunk = analysis.syntax.ChunkAt(t);
      if (chunk != nullptr && chunk->kind == ChunkKind::kNoun && chunk->has_preposition &&
          chunk->tokens.begin == t &&
          !IsOneOf(analysis.document.Lemma(analysis.document.tokens[chunk->head]),
                   {"attack", "incident", "accident", "crash", "explosion", "blast", "fire",
                    "shooting", "collision", "raid", "bombing", "protest", "march", "quake",
                    "earthquake", "storm", "flood", "fall"}) &&
          !IsTimeAt(article, t))
        return true;
    }
    return false;
  }
  bool IsTimeAt(uint32_t article, uint32_t t) const {
    const Analysis& analysis = comparison_.At(article);
    const Span word = analysis.document.tokens[t].span;
    return std::any_of(analysis.times.begin(), analysis.times.end(),
                       [&](const Time& time) { return time.span.Contains(word); });
  }

  // ---- whether they are at odds

  void Compare(uint32_t a, const Toll& x, uint32_t b, const Toll& y) {
    if (x.nobody == y.nobody || x.fate != y.fate) return;
    if (!IsOfTheEvent(a, x) || !IsOfTheEvent(b, y)) return;
    if (TellsOther(a, x) || TellsOther(b, y)) return;
    if (x.fate == "missing" && OnTwoDays(a, b)) return;  // they were found
    if (WorldOf(comparison_, {a, x.claim}, {b, y.claim}) == World::kOtherSources) return;
    Difference difference;
    difference.kind = DifferenceKind::kPolarity;
    difference.ground = Ground::kToll;
    difference.pair = kNoPair;
    difference.mark_a = x.words;
    difference.mark_b = y.words;
    difference.a = {a, x.words};
    difference.b = {b, y.words};
    difference.value_a = x.nobody ? "nobody" : "somebody";
    difference.value_b = y.nobody ? "nobody" : "somebody";
    difference.score = kScore;
    out_.push_back(std::move(difference));
  }

  // In the lead of an article, at no time of its own, and not before what is told.
  bool IsOfTheEvent(uint32_t article, const Toll& toll) const {
    static const LexiconTable& occasions = Lexicon::English().Table("occasions.tsv");
    const Analysis& analysis = comparison_.At(article);
    const Sentence& sentence = SentenceOf(article, toll.token);
    if (analysis.document.tokens[toll.token].sentence > kLead) return false;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (occasions.Has(Norm(article, t)) ||
          IsOneOf(Norm(article, t), {"had", "ago", "years", "anniversary", "but"}))
        return false;
    }
    const auto day = ParseIsoDay(comparison_.articles[article].date);
    for (const Time& time : analysis.times) {
      if (!sentence.span.Contains(time.span)) continue;
      if (day && time.resolved && time.last + 3 < *day) return false;
      if (!time.resolved && time.year >= 0) return false;
    }
    return true;
  }
  bool OnTwoDays(uint32_t a, uint32_t b) const {
    const auto day_a = ParseIsoDay(comparison_.articles[a].date),
               day_b = ParseIsoDay(comparison_.articles[b].date);
    return day_a && day_b && *day_a != *day_b;
  }
  bool TellsOther(uint32_t article, const Toll& said) const {
    return std::any_of(told_[article].begin(), told_[article].end(), [&](const Toll& other) {
      return other.fate == said.fate && other.nobody != said.nobody;
    });
  }

  const Comparison& comparison_;
  std::vector<std::vector<Toll>> told_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareTolls(const Comparison& comparison) {
  return NobodyComparer(comparison).Run();
}

}  // namespace crossread
