// Attendance from clauses: the verb says present or absent (attendance.tsv), the clause says who,
// and its sign whether it is so. "Failed to attend" and "no minister came" are absence by the sign.
#include "core/extract/attendance.h"

#include <algorithm>
#include <iterator>

#include "core/base/utf8.h"
#include "core/extract/analysis.h"
#include "core/extract/attendee.h"
#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/list.h"

namespace crossread {
namespace {

constexpr uint32_t kMostBefore = 3;   // sentences back to where an occasion may be named
constexpr uint32_t kLead = 12;        // sentences at the top that tell what the article is about
constexpr uint32_t kMostBytes = 160;  // of the words shown; else without the subject

const LexiconTable& Words() {
  static const LexiconTable& table = Lexicon::English().Table("attendance.tsv");
  return table;
}

// Short for it: most questions of this file are this one.
const LexiconRow* FindWord(std::string_view key, std::string_view kind) {
  return FindAttendanceWord(key, kind);
}

class AttendanceFinder {
 public:
  explicit AttendanceFinder(const Analysis& analysis)
      : analysis_(analysis),
        document_(analysis.document),
        syntax_(analysis.syntax),
        who_(analysis) {}

  std::vector<Attendance> Run() {
    const Claims& claims = analysis_.claims;
    for (uint32_t c = 0; c < claims.claims.size(); ++c) {
      const IndexRange predicates = claims.claims[c].predicates;
      for (uint32_t p = predicates.begin; p < predicates.end; ++p) {
        const Clause* clause = syntax_.clauses.At(claims.predicates[p].token);
        if (clause != nullptr && !claims.predicates[p].nominal)
          Read(c, claims.predicates[p].sign, *clause);
      }
    }
    for (uint32_t c = 0; c < claims.claims.size(); ++c) ReadInverted(c);
    std::stable_sort(out_.begin(), out_.end(),
                     [](const Attendance& x, const Attendance& y) { return x.words < y.words; });
    DropParts();
    return std::move(out_);
  }

 private:
  // "Was not invited", where "was not invited and did not come" is there as well, right behind it.
  void DropParts() {
    std::vector<Attendance> kept;
    for (Attendance& said : out_) {
      const bool whole = !kept.empty() && kept.back().present == said.present &&
                         kept.back().entity == said.entity && kept.back().group == said.group &&
                         said.words.Contains(kept.back().words);
      if (whole) kept.pop_back();
      kept.push_back(std::move(said));
    }
    out_ = std::move(kept);
  }

  std::string_view Norm(uint32_t t) const { return document_.Norm(document_.tokens[t]); }
  std::string_view Lemma(uint32_t t) const { return document_.Lemma(document_.tokens[t]); }
  bool Is(uint32_t t, Upos upos) const { return syntax_.tokens[t].upos == upos; }

  // ---- what the verb says

  struct Verb {
    const LexiconRow* row = nullptr;
    uint32_t end = 0;  // behind its last word

    bool Needs(std::string_view what) const { return InList(row->column(1), what); }
    bool present() const { return row->column(0) == "present"; }
  };

  void Read(uint32_t claim, const Sign& sign, const Clause& clause) {
    const Verb verb = VerbOf(clause);
    if (verb.row == nullptr || !IsFact(sign, clause)) return;
    const bool negative = sign.polarity == Polarity::kNegative || who_.IsNeither(clause);
    if (verb.Needs(negative ? "affirmed" : "negated")) return;
    if (verb.Needs("passive") && clause.voice != Voice::kPassive) return;
    if (!verb.Needs("passive") && clause.voice == Voice::kPassive) return;

    const IndexRange behind = Behind(clause, verb);
    if (IsOther(clause, behind)) return;
    Attendance said;
    said.present = verb.present() != negative;
    said.claim = claim;
    said.sentence = document_.tokens[clause.predicate].sentence;
    if (verb.row->key == "be" && !IsAtPredicate(clause)) return;
    said.occasions = OccasionsIn(
        {clause.copular ? clause.predicate : clause.predicate + 1, behind.end}, clause.object);
    said.named = !said.occasions.empty();
    if (verb.Needs("instead") && !HasWord(behind, "instead")) return;
    if (verb.Needs("place") && !said.named && !IsBeside(behind)) return;
    if (verb.Needs("occasion") && !said.named) return;
    if (!said.named && !verb.Needs("place") && GoesElsewhere(clause, {verb.end, behind.end}))
      return;
    if (!said.named) said.occasions = OccasionsNear(said.sentence);
    said.words = WordsOf(clause, verb, behind);
    said.verb = document_.tokens[clause.group.begin].span.begin;
    who_.AddEach(clause, said, &out_);
  }

  // "Absent from the march were the firefighters": what the sentence opens with says it.
  void ReadInverted(uint32_t claim) {
    const uint32_t sentence = analysis_.claims.claims[claim].sentence;
    const IndexRange tokens = document_.sentences[sentence].tokens;
    uint32_t first = analysis_.claims.claims[claim].tokens.begin;
    if (first != tokens.begin) return;
    if (Norm(first) == "also") ++first;
    if (first + 2 >= tokens.end) return;
    const bool among = Norm(first) == "among";
    const LexiconRow* row = FindVerb("be " + std::string(Norm(first)));
    if (row == nullptr && !among) return;
    uint32_t be = first + 1;
    while (be < tokens.end && Norm(be) != "was" && Norm(be) != "were") {
      if (document_.tokens[be].shape == TokenShape::kPunctuation || Is(be, Upos::kVerb)) return;
      ++be;
    }
    const Chunk* who = be + 1 < tokens.end ? syntax_.ChunkAt(be + 1) : nullptr;
    if (who == nullptr || who->kind != ChunkKind::kNoun) return;
    Attendance said;
    said.present = among || row->column(0) == "present";
    said.claim = claim;
    said.sentence = sentence;
    said.words = document_.SpanOf({first, who->tokens.end});
    said.verb = said.words.end;
    said.occasions = OccasionsIn({first, be}, kNoWord);
    said.named = !said.occasions.empty();
    if (among && !said.named) return;
    if (!said.named) said.occasions = OccasionsNear(sentence);
    who_.Add(who->head, said, &out_);
  }

  // The longest entry: the verb with the words right behind it ("stay away", "take part"), with its
  // object ("take … seat"), or alone; "be" stands for the copula.
  Verb VerbOf(const Clause& clause) const {
    const uint32_t t = clause.predicate;
    const uint32_t end = document_.sentences[document_.tokens[t].sentence].tokens.end;
    std::string key = clause.copular ? "be " + std::string(Norm(t)) : std::string(Lemma(t));
    Verb verb;
    if (clause.copular) verb = {FindVerb("be"), t + 1};
    if (const LexiconRow* row = FindVerb(key)) verb = {row, t + 1};
    if (clause.object != kNoWord && clause.object > t) {
      const std::string phrase = key + ' ' + std::string(Norm(clause.object));
      if (FindWord(phrase, "unclear") != nullptr) return {};
      if (const LexiconRow* row = FindVerb(phrase)) verb = {row, clause.object + 1};
    }
    for (uint32_t i = t + 1; i < end && i < t + Words().longest_key(); ++i) {
      key += ' ' + std::string(Norm(i));
      if (const LexiconRow* row = FindVerb(key)) verb = {row, std::max(verb.end, i + 1)};
    }
    return verb;
  }
  static const LexiconRow* FindVerb(std::string_view key) {
    const LexiconRow* row = FindWord(key, "present");
    return row != nullptr ? row : FindWord(key, "absent");
  }

  // It happened, once and surely: a past tense, or the complement of one ("declined to attend").
  bool IsFact(const Sign& sign, const Clause& clause) const {
    if (sign.polarity == Polarity::kUnknown) return false;
    if (sign.status == Status::kPlanned || sign.status == Status::kCancelled) return false;
    const Sentence& sentence = document_.sentences[document_.tokens[clause.predicate].sentence];
    const BlockKind block = document_.blocks[sentence.block].kind;
    if (block == BlockKind::kHeadline || Norm(sentence.tokens.end - 1) == "?") return false;
    const Clause* finite = &clause;
    if (clause.form != VerbForm::kFinite) {
      const bool implied = !sign.negation.empty() || sign.status == Status::kHappened;
      if (!implied || clause.role != ClauseRole::kInfinitive || clause.parent == kNoClause)
        return false;
      finite = &syntax_.clauses.clauses[clause.parent];
    }
    // "Could not come" is a fact, "could come" is none.
    const bool could = finite->modal != kNoWord && Norm(finite->modal) == "could" &&
                       sign.polarity == Polarity::kNegative;
    if (sign.modality != Modality::kAsserted && !could) return false;
    if (finite->form != VerbForm::kFinite || (finite->tense != Tense::kPast && !could))
      return false;
    if (finite->negator != kNoWord && Norm(finite->negator) == "never") return false;
    return !IsConditional(*finite);
  }

  bool IsConditional(const Clause& clause) const {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    for (const Clause* c = &clause;; c = &syntax_.clauses.clauses[c->parent]) {
      if (c->marker != kNoWord) {
        const LexiconRow* row = modality.Find(Norm(c->marker));
        if (row != nullptr && row->column(0) == "conditional") return true;
        if (Norm(c->marker) == "whether") return true;
      }
      if (c->role != ClauseRole::kCoordinated || c->parent == kNoClause) return false;
    }
  }

  // ---- what stands behind it

  // Up to a mark or the next clause: "beside the mayor at the hearing".
  IndexRange Behind(const Clause& clause, const Verb& verb) const {
    const uint32_t sentence_end =
        document_.sentences[document_.tokens[clause.predicate].sentence].tokens.end;
    const uint32_t begin = clause.predicate + 1;
    uint32_t end = begin;
    while (end < sentence_end && (end < verb.end || !EndsClause(end))) ++end;
    return {begin, end};
  }
  bool EndsClause(uint32_t t) const {
    if (document_.tokens[t].shape == TokenShape::kPunctuation && Norm(t) != "-") return true;
    if (document_.tokens[t].shape == TokenShape::kQuoteMark) return true;
    const Clause* clause = syntax_.clauses.At(t);
    return clause != nullptr && !clause->copular;
  }

  bool HasWord(IndexRange tokens, std::string_view word) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (Norm(t) == word) return true;
    }
    return false;
  }

  // "At the previous hearing", "often attended", "appeared by video link".
  bool IsOther(const Clause& clause, IndexRange behind) const {
    static const LexiconTable& other = Lexicon::English().Table("occasions.tsv");
    for (uint32_t t = clause.group.begin; t < behind.end; ++t) {
      if (other.Has(Norm(t))) return true;
      if (FindWord(Norm(t), "unclear") != nullptr) return true;
    }
    return clause.group.begin > 0 && FindWord(Norm(clause.group.begin - 1), "unclear") != nullptr;
  }

  // "Was on the bridge", "was among the marchers"; not "was behind the talks".
  bool IsAtPredicate(const Clause& clause) const {
    const Chunk* chunk = syntax_.ChunkAt(clause.predicate);
    if (!clause.copular || chunk == nullptr || !chunk->has_preposition) return false;
    const std::string_view norm = Norm(chunk->preposition);
    return norm == "in" || norm == "on" || norm == "at" || norm == "among" || norm == "inside";
  }

  // "Beside the mayor", "among them"; not "behind the decision".
  bool IsBeside(IndexRange behind) const {
    for (uint32_t t = behind.begin; t + 1 < behind.end; ++t) {
      const bool next_to = Norm(t) == "to" && t > 0 && Norm(t - 1) == "next";
      if (FindWord(Norm(t), "beside") == nullptr && !next_to) continue;
      const Chunk* chunk = syntax_.ChunkAt(t + 1);
      if (chunk == nullptr) continue;
      const uint32_t entity = EntityAt(analysis_, chunk->head);
      const bool name =
          entity != kNoEntity && analysis_.mentions.entities[entity].kind == EntityKind::kPerson;
      if (name || PronounKindOf(Norm(chunk->head)) || who_.IsRole(chunk->head)) return true;
    }
    return false;
  }

  // An object or a goal that is no occasion: "attended the school", "did not come to power".
  bool GoesElsewhere(const Clause& clause, IndexRange behind) const {
    if (clause.object != kNoWord && clause.object > clause.predicate) {
      const std::string phrase =
          std::string(Lemma(clause.predicate)) + ' ' + std::string(Norm(clause.object));
      if (Words().Find(Norm(clause.object)) == nullptr && FindVerb(phrase) == nullptr) return true;
    }
    for (uint32_t t = behind.begin; t < behind.end; ++t) {
      const std::string_view norm = Norm(t);
      if (norm != "to" && norm != "in" && norm != "at" && norm != "from" && norm != "for" &&
          norm != "into" && norm != "with")
        continue;
      if (!IsTimeAt(t + 1, behind.end) && !IsPlainPlace(t + 1, behind.end)) return true;
    }
    return false;
  }
  bool IsTimeAt(uint32_t begin, uint32_t end) const {
    if (begin >= end) return false;
    const Span words = document_.SpanOf({begin, std::min(end, begin + 2)});
    const std::vector<Time>& times = analysis_.times;
    const auto time =
        std::lower_bound(times.begin(), times.end(), words.begin,
                         [](const Time& t, uint32_t byte) { return t.span.end <= byte; });
    return time != times.end() && time->span.Overlaps(words);
  }
  // A seat or a desk, which every occasion has.
  bool IsPlainPlace(uint32_t begin, uint32_t end) const {
    for (uint32_t t = begin; t < end && t < begin + 4; ++t) {
      if (FindWord(Norm(t), "seat") != nullptr) return true;
    }
    return false;
  }

  // ---- the occasion

  // By the heads of the noun groups among `tokens`; a setting only as `object` or behind a
  // preposition: "at the table".
  std::vector<std::string_view> OccasionsIn(IndexRange tokens, uint32_t object) const {
    std::vector<std::string_view> classes;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Chunk* chunk = syntax_.ChunkAt(t);
      if (chunk == nullptr || chunk->kind != ChunkKind::kNoun || chunk->head != t) continue;
      const LexiconRow* row = nullptr;
      if (t > 0) row = FindOccasion(std::string(Norm(t - 1)) + ' ' + std::string(Norm(t)));
      if (row == nullptr) row = FindOccasion(Norm(t));
      if (row == nullptr && (chunk->has_preposition || t == object))
        row = FindWord(Norm(t), "setting");
      for (std::string_view list = row != nullptr ? row->column(1) : ""; !list.empty();) {
        const size_t bar = std::min(list.find('|'), list.size());
        classes.push_back(list.substr(0, bar));
        list.remove_prefix(std::min(list.size(), bar + 1));
      }
    }
    std::sort(classes.begin(), classes.end());
    classes.erase(std::unique(classes.begin(), classes.end()), classes.end());
    return classes;
  }
  static const LexiconRow* FindOccasion(std::string_view noun) {
    const LexiconRow* row = FindWord(noun, "occasion");
    if (row != nullptr || noun.size() < 4 || noun.back() != 's') return row;
    return FindWord(noun.substr(0, noun.size() - 1), "occasion");
  }

  // Of the nearest sentence up to here that names one; else of the article's first that does.
  std::vector<std::string_view> OccasionsNear(uint32_t sentence) const {
    for (uint32_t back = 0; back <= std::min(kMostBefore, sentence); ++back) {
      std::vector<std::string_view> classes = OccasionsOf(sentence - back);
      if (!classes.empty()) return classes;
    }
    for (uint32_t first = 0; first < std::min(kLead, sentence); ++first) {
      std::vector<std::string_view> classes = OccasionsOf(first);
      if (!classes.empty()) return classes;
    }
    return {};
  }
  std::vector<std::string_view> OccasionsOf(uint32_t s) const {
    const Sentence& sentence = document_.sentences[s];
    if (!IsProse(document_.blocks[sentence.block].kind)) return {};
    return OccasionsIn(sentence.tokens, kNoWord);
  }

  // ---- the words to show

  Span WordsOf(const Clause& clause, const Verb& verb, IndexRange behind) const {
    uint32_t end = std::max(verb.end, clause.group.end);
    for (uint32_t t = end; t < behind.end; ++t) {
      if (const Chunk* chunk = syntax_.ChunkAt(t);
          chunk != nullptr && chunk->kind == ChunkKind::kNoun)
        end = std::min(chunk->tokens.end, behind.end);
    }
    const Span said = document_.SpanOf({clause.group.begin, end});
    const uint32_t subject = who_.SubjectOf(clause);
    if (subject == kNoWord || subject >= clause.group.begin) return said;
    uint32_t first = who_.GroupOf(subject).begin;
    // "The company's chief executive": with whose he is.
    if (first > 0 && Norm(first) == "'s") {
      const Chunk* owner = syntax_.ChunkAt(first - 1);
      first = owner != nullptr ? owner->tokens.begin : first - 1;
    }
    const Span all{document_.tokens[first].span.begin, said.end};
    return all.size() <= kMostBytes ? all : said;
  }

  const Analysis& analysis_;
  const Document& document_;
  const Syntax& syntax_;
  const AttendeeFinder who_;
  std::vector<Attendance> out_;
};

}  // namespace

std::vector<Attendance> FindAttendance(const Analysis& analysis) {
  return AttendanceFinder(analysis).Run();
}

}  // namespace crossread
