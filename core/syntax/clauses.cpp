#include "core/syntax/clauses.h"

#include <algorithm>
#include <string_view>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kRoot = SyntaxToken::kRoot;

class ClauseReader {
 public:
  ClauseReader(const Document& document, const std::vector<SyntaxToken>& tokens,
               const std::vector<Chunk>& chunks, Clauses* out)
      : document_(document),
        tokens_(tokens),
        chunks_(chunks),
        out_(*out),
        clause_of_(tokens.size(), kNoClause),
        copula_of_(tokens.size(), kNoWord),
        extent_(tokens.size()) {}

  void Run() {
    for (const Sentence& sentence : document_.sentences) {
      first_ = static_cast<uint32_t>(out_.clauses.size());
      sentence_ = sentence.tokens;
      ReadExtents();
      FindPredicates();
      FindArguments();
      FindParents();
      for (uint32_t c = first_; c < out_.clauses.size(); ++c) MendForm(&out_.clauses[c]);
      for (uint32_t c = first_; c < out_.clauses.size(); ++c) FindSubject(c, 0);
      for (uint32_t c = first_; c < out_.clauses.size(); ++c) {
        FindNegator(&out_.clauses[c]);
        FindDiminisher(&out_.clauses[c]);
      }
    }
  }

 private:
  // The noun group's head for a word of it: all of "President Ann Lee" is "Lee".
  uint32_t HeadOf(uint32_t t) const {
    const Chunk* chunk = ChunkAt(t);
    return chunk != nullptr && chunk->kind == ChunkKind::kNoun ? chunk->head : t;
  }

  std::string_view Norm(uint32_t t) const { return document_.Norm(document_.tokens[t]); }
  std::string_view Lemma(uint32_t t) const { return document_.Lemma(document_.tokens[t]); }
  bool Is(uint32_t t, Upos upos) const { return tokens_[t].upos == upos; }

  // ---- what hangs on each token

  void ReadExtents() {
    std::vector<uint32_t>& waiting = scratch_;  // dependents that are not yet counted in
    waiting.assign(sentence_.size(), 0);
    for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      extent_[t] = {t, t + 1};
      if (tokens_[t].head != kRoot) ++waiting[tokens_[t].head - sentence_.begin];
    }
    for (uint32_t leaf = sentence_.begin; leaf < sentence_.end; ++leaf) {
      // Upwards from each leaf, as far as all that hangs on a token is known.
      for (uint32_t t = leaf; t != kRoot && waiting[t - sentence_.begin] == 0;) {
        waiting[t - sentence_.begin] = UINT32_MAX;  // done
        const uint32_t head = tokens_[t].head;
        if (head != kRoot) {
          extent_[head].begin = std::min(extent_[head].begin, extent_[t].begin);
          extent_[head].end = std::max(extent_[head].end, extent_[t].end);
          --waiting[head - sentence_.begin];
        }
        t = head;
      }
    }
  }

  // ---- predicates

  void FindPredicates() {
    for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      const SyntaxToken& token = tokens_[t];
      if (token.dependency == Dependency::kCop && token.head != kRoot) copula_of_[token.head] = t;
    }
    for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      const bool copular = copula_of_[t] != kNoWord;
      if (!copular && !IsVerb(t)) continue;
      Clause clause;
      clause.predicate = t;
      clause.copular = copular;
      clause.extent = extent_[t];
      clause.margin = tokens_[t].margin;
      SetGroup(&clause);
      clause_of_[t] = static_cast<uint32_t>(out_.clauses.size());
      out_.clauses.push_back(clause);
    }
  }

  // A verb that says something: not an auxiliary of another, and not a part of a noun group ("the
  // arrested men").
  bool IsVerb(uint32_t t) const {
    const Dependency dependency = tokens_[t].dependency;
    const Chunk* chunk = ChunkAt(t);
    if (Is(t, Upos::kAux)) {
      // "There is a plan", "she did": an auxiliary that stands alone.
      return dependency != Dependency::kAux && dependency != Dependency::kCop &&
             (chunk == nullptr || chunk->head == t);
    }
    if (!Is(t, Upos::kVerb)) return false;
    if (dependency == Dependency::kAmod) return IsMistaken(t);
    return chunk == nullptr || chunk->kind == ChunkKind::kVerb;
  }

  // "Negotiators held fresh talks": taken for an attribute of the talks, but right behind a noun.
  bool IsMistaken(uint32_t t) const {
    const Chunk* chunk = ChunkAt(t);
    return chunk != nullptr && chunk->kind == ChunkKind::kVerb && chunk->tokens.size() == 1 &&
           tokens_[t].head != kRoot && tokens_[t].head > t &&
           tokens_[t].morphology.form == VerbForm::kParticiple && NounBefore(t) != kNoWord;
  }

  const Chunk* ChunkAt(uint32_t t) const {
    const auto chunk =
        std::lower_bound(chunks_.begin(), chunks_.end(), t,
                         [](const Chunk& c, uint32_t i) { return c.tokens.end <= i; });
    return chunk != chunks_.end() && chunk->tokens.Contains(t) ? &*chunk : nullptr;
  }

  // The auxiliaries before the predicate and what they say of it.
  void SetGroup(Clause* clause) const {
    const uint32_t t = clause->predicate;
    const uint32_t verb = clause->copular ? copula_of_[t] : t;
    uint32_t begin = verb;
    const Chunk* chunk = ChunkAt(verb);
    const uint32_t floor = chunk != nullptr ? chunk->tokens.begin : verb;
    while (begin > floor && !Is(begin - 1, Upos::kVerb)) --begin;
    // "will quickly be signed": but not the adverbs that the group opens with.
    while (begin < verb && Is(begin, Upos::kAdv) && !IsNegatorAdverb(begin)) ++begin;
    while (begin > sentence_.begin && IsNegatorAdverb(begin - 1)) --begin;  // "not | captured"
    clause->group = {std::min(begin, t), std::max(verb, t) + 1};
    uint32_t auxiliary = kNoWord;
    for (uint32_t i = begin; i <= verb; ++i) {
      const Morphology& form = tokens_[i].morphology;
      if (Norm(i) == "to" && i < verb) clause->marker = i;
      if (form.form == VerbForm::kNone) continue;
      if (clause->form == VerbForm::kNone) {
        clause->form = form.form;
        clause->tense = form.tense;
        if (form.form == VerbForm::kFinite && form.tense == Tense::kNone) clause->modal = i;
      }
      if (i < verb && clause->modal != i) auxiliary = i;
    }
    if (clause->copular || tokens_[t].morphology.form != VerbForm::kParticiple) return;
    // "'s" may be "is" or "has".
    const bool be = auxiliary != kNoWord && Norm(auxiliary) != "'s" &&
                    (Lemma(auxiliary) == "be" || Lemma(auxiliary) == "get");
    if (be || auxiliary == kNoWord) clause->voice = Voice::kPassive;
  }

  // ---- arguments

  void FindArguments() {
    std::vector<std::pair<uint32_t, Argument>> obliques;
    for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      const SyntaxToken& token = tokens_[t];
      if (token.head == kRoot || clause_of_[token.head] == kNoClause) continue;
      Clause& clause = out_.clauses[clause_of_[token.head]];
      switch (token.dependency) {
        case Dependency::kNsubj:
          if (clause.subject != kNoWord) break;
          clause.subject = HeadOf(t);
          clause.margin = std::min(clause.margin, token.margin);
          break;
        case Dependency::kObj:
          if (clause.object != kNoWord) break;
          clause.object = HeadOf(t);
          clause.margin = std::min(clause.margin, token.margin);
          break;
        case Dependency::kIobj:
          clause.recipient = HeadOf(t);
          break;
        case Dependency::kObl:
          obliques.push_back({clause_of_[token.head], {HeadOf(t), PrepositionOf(t)}});
          break;
        case Dependency::kMark:
          if (clause.marker == kNoWord) clause.marker = t;
          break;
        default:
          break;
      }
    }
    std::stable_sort(obliques.begin(), obliques.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (uint32_t c = first_, o = 0; c < out_.clauses.size(); ++c) {
      out_.clauses[c].obliques.begin = static_cast<uint32_t>(out_.obliques.size());
      for (; o < obliques.size() && obliques[o].first == c; ++o) {
        out_.obliques.push_back(obliques[o].second);
      }
      out_.clauses[c].obliques.end = static_cast<uint32_t>(out_.obliques.size());
    }
  }

  uint32_t PrepositionOf(uint32_t t) const {
    for (uint32_t i = extent_[t].begin; i < t; ++i) {
      if (tokens_[i].head == t && tokens_[i].dependency == Dependency::kCase) return i;
    }
    return kNoWord;
  }

  // "Negotiators held talks": a participle without an auxiliary that has an object is a past tense
  // that was tagged wrongly.
  void MendForm(Clause* clause) const {
    const SyntaxToken& token = tokens_[clause->predicate];
    if (token.dependency == Dependency::kAmod) clause->object = HeadOf(token.head);
    if (const uint32_t subject = SubjectOfOnlyVerb(*clause); subject != kNoWord) {
      clause->subject = subject;
      SetFinite(clause);
      return;
    }
    if (clause->copular || clause->group.size() != 1 || clause->object == kNoWord) return;
    if (clause->form != VerbForm::kParticiple) return;
    SetFinite(clause);
  }
  static void SetFinite(Clause* clause) {
    clause->form = VerbForm::kFinite;
    clause->voice = Voice::kActive;
    clause->margin = 0;
  }

  // "The head of the works, Ann Lee, resigned on Monday.": behind a name in apposition parsers take
  // the verb of the sentence for a participle that describes its subject. "Hurt by debris" stays
  // one.
  uint32_t SubjectOfOnlyVerb(const Clause& clause) const {
    const uint32_t t = clause.predicate;
    if (clause.copular || clause.group.size() != 1 || clause.form != VerbForm::kParticiple ||
        tokens_[t].dependency != Dependency::kAcl || out_.clauses.size() != first_ + 1)
      return kNoWord;
    uint32_t noun = tokens_[t].head;
    if (noun != kRoot && tokens_[noun].dependency == Dependency::kAppos) noun = tokens_[noun].head;
    if (noun == kRoot || noun > t || tokens_[noun].head != kRoot) return kNoWord;
    const bool whole = t + 1 < sentence_.end && Norm(sentence_.end - 1) == ".";
    return whole && Norm(t - 1) == "," && Norm(t + 1) != "by" ? HeadOf(noun) : kNoWord;
  }

  // ---- how clauses hang together

  void FindParents() {
    for (uint32_t c = first_; c < out_.clauses.size(); ++c) {
      Clause& clause = out_.clauses[c];
      clause.role = RoleOf(tokens_[clause.predicate].dependency);
      for (uint32_t t = tokens_[clause.predicate].head; t != kRoot; t = tokens_[t].head) {
        if (clause_of_[t] == kNoClause) continue;
        clause.parent = clause_of_[t];
        break;
      }
      if (clause.parent == kNoClause) clause.role = ClauseRole::kMain;
      clause.reported =
          clause.role == ClauseRole::kComplement && Reports(out_.clauses[clause.parent].predicate);
    }
  }

  static ClauseRole RoleOf(Dependency dependency) {
    switch (dependency) {
      case Dependency::kCcomp:
      case Dependency::kCsubj:
        return ClauseRole::kComplement;
      case Dependency::kXcomp:
        return ClauseRole::kInfinitive;
      case Dependency::kAdvcl:
        return ClauseRole::kAdverbial;
      case Dependency::kAcl:
        return ClauseRole::kRelative;
      case Dependency::kConj:
        return ClauseRole::kCoordinated;
      case Dependency::kRoot:
        return ClauseRole::kMain;
      default:
        return ClauseRole::kBeside;
    }
  }

  bool Reports(uint32_t verb) const {
    static const LexiconTable& verbs = Lexicon::English().Table("reporting_verbs.tsv");
    return verbs.Has(Lemma(verb));
  }

  // ---- subjects that are said elsewhere

  // Depth bounds a chain of coordinations that would have to be followed to the first.
  void FindSubject(uint32_t c, uint32_t depth) {
    constexpr uint32_t kDeepest = 8;
    Clause& clause = out_.clauses[c];
    if (depth > kDeepest) return;
    const uint32_t noun = tokens_[clause.predicate].head;
    if (clause.role == ClauseRole::kRelative && noun != kRoot) {
      // "the men who fled", "the men arrested": the noun itself.
      if (clause.subject == kNoWord ? clause.form != VerbForm::kInfinitive
                                    : IsRelative(clause.subject)) {
        clause.subject = HeadOf(noun);
      }
      if (clause.object != kNoWord && IsRelative(clause.object)) clause.object = HeadOf(noun);
    }
    if (clause.subject != kNoWord) return;
    if (clause.form == VerbForm::kFinite || clause.copular) {
      const uint32_t beside = NounBefore(clause.group.begin);
      if (beside != kNoWord) {
        clause.subject = beside;
        clause.margin = 0;
        return;
      }
    }
    if (clause.parent == kNoClause) return;
    FindSubject(clause.parent, depth + 1);
    const Clause& parent = out_.clauses[clause.parent];
    switch (clause.role) {
      case ClauseRole::kInfinitive: {  // "urged them to sign": they sign
        const uint32_t other = parent.recipient != kNoWord ? parent.recipient : parent.object;
        const bool between =
            other != kNoWord && other > parent.predicate && other < clause.predicate;
        clause.subject = between ? other : parent.subject;
        break;
      }
      case ClauseRole::kCoordinated:
        clause.subject = parent.subject;
        break;
      case ClauseRole::kAdverbial:
        if (clause.form != VerbForm::kFinite) clause.subject = parent.subject;
        break;
      default:
        break;
    }
    if (clause.subject != kNoWord) clause.margin = std::min(clause.margin, parent.margin);
  }

  bool IsRelative(uint32_t t) const {
    const std::string_view norm = Norm(t);
    return norm == "who" || norm == "which" || norm == "that" || norm == "whom";
  }

  // The head of a noun group without a preposition that ends right before token t, but for adverbs.
  uint32_t NounBefore(uint32_t t) const {
    while (t > sentence_.begin && Is(t - 1, Upos::kAdv)) --t;
    if (t == sentence_.begin) return kNoWord;
    const Chunk* chunk = ChunkAt(t - 1);
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun || chunk->has_preposition ||
        chunk->tokens.end != t || IsNegativeWord(chunk->head)) {
      return kNoWord;
    }
    return chunk->head;
  }

  // ---- negation

  // "not", "n't", "never" in the verb group reach the clause; so do "no" on its subject or object,
  // "nobody" as either, and "without" as its marker. "not only" denies nothing.
  void FindNegator(Clause* clause) const {
    const uint32_t verb = clause->copular ? copula_of_[clause->predicate] : clause->predicate;
    const uint32_t end = clause->copular ? std::max(clause->predicate, verb) : verb;
    for (uint32_t t = clause->group.begin; t < end; ++t) {
      if (IsNegatorAdverb(t) && !(t + 1 < sentence_.end && Norm(t + 1) == "only")) {
        clause->negator = t;
        return;
      }
    }
    for (const uint32_t argument : {clause->subject, clause->object, clause->predicate}) {
      if (argument == kNoWord || (argument == clause->predicate && !clause->copular)) continue;
      if (IsNegativeWord(argument)) {
        clause->negator = argument;
        return;
      }
      const Chunk* chunk = ChunkAt(argument);
      if (chunk == nullptr) continue;
      const uint32_t begin = chunk->tokens.begin;
      if (chunk->negated || (begin > sentence_.begin && Norm(begin - 1) == "no")) {
        clause->negator = chunk->negated ? begin : begin - 1;
        return;
      }
    }
    if (clause->marker != kNoWord && Norm(clause->marker) == "without") {
      clause->negator = clause->marker;
    }
  }

  // What only nearly denies: "hardly" in the verb group, "little" or "few" (not "a few") before a
  // subject or an object.
  void FindDiminisher(Clause* clause) const {
    for (uint32_t t = clause->group.begin; t < clause->group.end; ++t) {
      if (Is(t, Upos::kAdv) && Diminishes(t)) clause->diminisher = t;
    }
    for (const uint32_t argument : {clause->subject, clause->object}) {
      const Chunk* chunk = argument == kNoWord ? nullptr : ChunkAt(argument);
      if (chunk != nullptr && Diminishes(chunk->tokens.begin)) {
        clause->diminisher = chunk->tokens.begin;
      }
    }
  }

  bool Diminishes(uint32_t t) const {
    static const LexiconTable& negators = Lexicon::English().Table("negators.tsv");
    const LexiconRow* row = negators.Find(Norm(t));
    return row != nullptr && row->column(0) == "degree";
  }

  bool IsNegatorAdverb(uint32_t t) const {
    const std::string_view norm = Norm(t);
    return norm == "not" || norm == "n't" || norm == "never";
  }
  // "nothing but" and "nothing less than" deny nothing.
  bool IsNegativeWord(uint32_t t) const {
    const std::string_view norm = Norm(t);
    const std::string_view next = t + 1 < sentence_.end ? Norm(t + 1) : std::string_view();
    if (next == "but" || next == "more" || next == "less" || next == "short") return false;
    return norm == "nobody" || norm == "nothing" || norm == "none" || norm == "neither" ||
           norm == "no";
  }

  const Document& document_;
  const std::vector<SyntaxToken>& tokens_;
  const std::vector<Chunk>& chunks_;
  Clauses& out_;
  std::vector<uint32_t> clause_of_;  // of each token that is a predicate
  std::vector<uint32_t> copula_of_;  // of each token that a copula stands with
  std::vector<IndexRange> extent_;   // of each token
  std::vector<uint32_t> scratch_;
  uint32_t first_ = 0;   // clause of the sentence
  IndexRange sentence_;  // its tokens
};

}  // namespace

const Clause* Clauses::At(uint32_t t) const {
  const auto clause = std::lower_bound(clauses.begin(), clauses.end(), t,
                                       [](const Clause& c, uint32_t i) { return c.predicate < i; });
  return clause != clauses.end() && clause->predicate == t ? &*clause : nullptr;
}

uint32_t Clauses::AgentOf(const Clause& clause, const Document& document) const {
  if (clause.voice == Voice::kActive) return clause.subject;
  for (uint32_t o = clause.obliques.begin; o < clause.obliques.end; ++o) {
    const uint32_t preposition = obliques[o].preposition;
    if (preposition != kNoWord && document.Norm(document.tokens[preposition]) == "by")
      return obliques[o].head;
  }
  return kNoWord;
}

Clauses ReadClauses(const Document& document, const std::vector<SyntaxToken>& tokens,
                    const std::vector<Chunk>& chunks) {
  Clauses clauses;
  ClauseReader(document, tokens, chunks, &clauses).Run();
  return clauses;
}

}  // namespace crossread
