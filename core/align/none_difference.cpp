// "No horn was blown", "batons but no tear gas" in one article, the horn or the gas at work in
// another. That both tell of one thing is weighed: the noun, who acts, what is done with it, what
// else both sentences name.
#include <algorithm>
#include <string>
#include <vector>

#include "core/align/event_people.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

// Points of evidence, by hand on our own stories.
constexpr uint32_t kSameThing = 2;
constexpr uint32_t kCompound = 1;  // of two words: "tear gas"
constexpr uint32_t kTelling = 1;   // a word that is not in every text
constexpr uint32_t kSameAgent = 2;
constexpr uint32_t kSharedWord = 1;  // up to kMostWords
constexpr uint32_t kMostWords = 2;
constexpr uint32_t kOutright = 1;  // "no gas", "any gas"
constexpr uint32_t kEnough = 3;
constexpr uint32_t kScore = 650;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A thing that something is done with, or that nothing is.
struct Told {
  const Event* event = nullptr;
  uint32_t noun = kNoWord;
  TermId thing = 0;
  TermId before = 0;             // "tear" of "tear gas"
  std::vector<TermId> narrower;  // all that stands before the noun to narrow it; sorted
  std::string_view act;          // of light_acts.tsv
  bool none = false;
  bool outright = false;  // "no horn", "did not use any gas"
  Span mark;
};

class NoneComparer {
 public:
  NoneComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      told_.emplace_back();
      for (const Event& event : comparison.At(a).events) Read(a, event);
      std::stable_sort(told_[a].begin(), told_[a].end(),
                       [](const Told& x, const Told& y) { return x.thing < y.thing; });
      KeepFew(&told_[a]);
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        auto first = told_[b].begin();
        for (const Told& x : told_[a]) {
          while (first != told_[b].end() && first->thing < x.thing) ++first;
          for (auto y = first; y != told_[b].end() && y->thing == x.thing; ++y)
            Compare(a, x, b, *y);
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

  // ---- what is told

  void Read(uint32_t article, const Event& event) {
    if (event.unreal || event.in_marks || event.sign.modality != Modality::kAsserted ||
        event.sign.polarity == Polarity::kUnknown || !IsOver(article, event))
      return;
    const Analysis& analysis = comparison_.At(article);
    if (analysis.claims.predicates[event.predicate].nominal) return;
    for (const uint32_t word : {event.agent, event.patient}) {
      if (word != kNoWord) Add(article, event, ThingOf(article, word), event.sign.negation);
    }
    AddUnparsed(article, event);
    AddLeftOut(article, event);
  }

  // "Sounded its whistle three times": an object that the parse has missed.
  void AddUnparsed(uint32_t article, const Event& event) {
    const Analysis& analysis = comparison_.At(article);
    const Clause* clause = analysis.syntax.clauses.At(event.token);
    if (event.patient != kNoWord || clause == nullptr || clause->voice == Voice::kPassive) return;
    const Chunk* next = analysis.syntax.ChunkAt(event.token + 1);
    if (next != nullptr && next->kind == ChunkKind::kNoun)
      Add(article, event, ThingOf(article, next->head), event.sign.negation);
  }

  // Of what is told again and again the first few are enough.
  static void KeepFew(std::vector<Told>* told) {
    constexpr uint32_t kFew = 8;  // of one thing and sign
    uint32_t seen[2] = {0, 0};
    TermId thing = 0;
    std::erase_if(*told, [&](const Told& one) {
      if (one.thing != thing) seen[0] = seen[1] = 0;
      thing = one.thing;
      return ++seen[one.none ? 1 : 0] > kFew;
    });
  }

  // "Paid" may be read without a status: its tense tells.
  bool IsOver(uint32_t article, const Event& event) const {
    if (event.sign.status != Status::kNone) return event.sign.status == Status::kHappened;
    const Clause* clause = comparison_.At(article).syntax.clauses.At(event.token);
    return clause != nullptr && clause->tense == Tense::kPast && clause->modal == kNoWord;
  }

  // "Two canisters of tear gas": the gas.
  uint32_t ThingOf(uint32_t article, uint32_t head) const {
    const Analysis& analysis = comparison_.At(article);
    const Chunk* chunk = analysis.syntax.ChunkAt(head);
    if (chunk == nullptr) return head;
    // "Its horn four times", which the parse takes for one group.
    if (Norm(article, head) == "times" && head >= chunk->tokens.begin + 2) return head - 2;
    if (Norm(article, chunk->tokens.end) != "of") return head;
    const Span words = analysis.document.SpanOf(chunk->tokens);
    const bool counted =
        std::any_of(analysis.quantities.begin(), analysis.quantities.end(),
                    [&](const Quantity& quantity) { return words.Contains(quantity.number); });
    const Chunk* whole = analysis.syntax.ChunkAt(chunk->tokens.end + 1);
    return counted && whole != nullptr && whole->kind == ChunkKind::kNoun ? whole->head : head;
  }

  void Add(uint32_t article, const Event& event, uint32_t noun, Span negation) {
    const Analysis& analysis = comparison_.At(article);
    if (analysis.syntax.tokens[noun].upos != Upos::kNoun) return;
    if (EntityOfWord(comparison_, article, noun) != kNoEntity) return;
    if (!analysis.terms[noun].content) return;
    Told told;
    told.event = &event;
    told.noun = noun;
    told.thing = analysis.terms[noun].synonym;
    const Chunk* chunk = analysis.syntax.ChunkAt(noun);
    if (chunk != nullptr && noun > chunk->tokens.begin &&
        analysis.syntax.tokens[noun - 1].upos == Upos::kNoun)
      told.before = analysis.terms[noun - 1].lemma;
    for (uint32_t t = chunk != nullptr ? chunk->tokens.begin : noun; t < noun; ++t) {
      const Upos upos = analysis.syntax.tokens[t].upos;
      const bool narrows =
          upos == Upos::kNoun || upos == Upos::kAdj || upos == Upos::kPropn || upos == Upos::kVerb;
      if (narrows) told.narrower.push_back(analysis.terms[t].synonym);
      if (IsOneOf(Norm(article, t), {"no", "any", "single"})) told.outright = true;
    }
    std::sort(told.narrower.begin(), told.narrower.end());
    const LexiconRow* row =
        ActOf(analysis.document.Lemma(analysis.document.tokens[event.token]), event.kind);
    if (row == nullptr) return;
    told.act = row->column(0);
    told.none = !negation.empty() || event.sign.polarity == Polarity::kNegative;
    const Span word = analysis.document.tokens[noun].span,
               verb = analysis.document.tokens[event.token].span;
    told.mark = {std::min(word.begin, verb.begin), std::max(word.end, verb.end)};
    if (!negation.empty() && told.none) {
      told.mark.begin = std::min(told.mark.begin, negation.begin);
      told.mark.end = std::max(told.mark.end, negation.end);
    }
    told_[article].push_back(told);
  }

  // "Used batons but no tear gas": the verb's own, behind its object.
  void AddLeftOut(uint32_t article, const Event& event) {
    constexpr uint32_t kReach = 10;  // tokens
    if (event.sign.polarity != Polarity::kPositive || event.patient == kNoWord ||
        event.patient < event.token)
      return;
    const Analysis& analysis = comparison_.At(article);
    const uint32_t end =
        analysis.document.sentences[analysis.document.tokens[event.token].sentence].tokens.end;
    for (uint32_t t = event.patient + 1; t < std::min(event.patient + kReach, end); ++t) {
      const Chunk* chunk = analysis.syntax.ChunkAt(t);
      if (chunk != nullptr && chunk->kind == ChunkKind::kVerb) return;
      if (Norm(article, t) != "no" || !IsOneOf(Norm(article, t - 1), {"but", "and"})) continue;
      if (chunk == nullptr || chunk->kind != ChunkKind::kNoun) return;
      const Chunk* next = analysis.syntax.ChunkAt(chunk->tokens.end);
      if (next != nullptr && next->kind == ChunkKind::kVerb) return;  // "but no gas was used"
      Add(article, event, chunk->head, analysis.document.tokens[t].span);
      return;
    }
  }

  static const LexiconRow* ActOf(std::string_view lemma, std::string_view kind) {
    static const LexiconTable& acts = Lexicon::English().Table("light_acts.tsv");
    const LexiconRow* row = acts.Find(lemma);
    return row != nullptr ? row : acts.Find(kind);
  }

  // ---- whether they are at odds

  void Compare(uint32_t a, const Told& x, uint32_t b, const Told& y) {
    if (x.none == y.none || x.act != y.act) return;
    if (x.before != y.before && x.before != 0 && y.before != 0) return;
    const Told &none = x.none ? x : y, &some = x.none ? y : x;
    const uint32_t of_none = x.none ? a : b, of_some = x.none ? b : a;
    if (!std::includes(some.narrower.begin(), some.narrower.end(), none.narrower.begin(),
                       none.narrower.end()))
      return;
    if (!HoldsLimit(of_none, none, of_some, some)) return;
    if (!AgentsAgree(a, x, b, y) || IsOld(of_some, some)) return;
    const Event &of_x = *x.event, &of_y = *y.event;
    const uint32_t weight = Weigh(a, x, b, y);
    if (weight < kEnough) return;
    if (TellsOther(a, x) || TellsOther(b, y)) return;
    const World world = WorldOf(comparison_, {a, of_x.claim}, {b, of_y.claim});
    if (world == World::kOtherSources || world == World::kMixed) return;
    Difference difference;
    difference.kind = DifferenceKind::kPolarity;
    difference.ground = Ground::kThing;
    difference.pair = kNoPair;
    difference.mark_a = x.mark;
    difference.mark_b = y.mark;
    difference.a = {a, x.mark};
    difference.b = {b, y.mark};
    difference.index_a = of_x.predicate;
    difference.index_b = of_y.predicate;
    difference.value_a = x.none ? "none" : "some";
    difference.value_b = y.none ? "none" : "some";
    difference.score = kScore + 30 * weight;
    out_.push_back(std::move(difference));
  }

  // Days before the article, or "a week ago".
  bool IsOld(uint32_t article, const Told& told) const {
    const Analysis& analysis = comparison_.At(article);
    const Sentence& sentence =
        analysis.document.sentences[analysis.document.tokens[told.noun].sentence];
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (IsOneOf(Norm(article, t), {"ago", "previously", "had"})) return true;
    }
    const auto day = ParseIsoDay(comparison_.articles[article].date);
    return std::any_of(analysis.times.begin(), analysis.times.end(), [&](const Time& time) {
      if (!sentence.span.Contains(time.span)) return false;
      return time.resolved ? day && time.last + 3 < *day : time.year >= 0;
    });
  }

  // "The police used no gas", "an officer fired gas": whoever does what all can see or hear is not
  // told by his noun; who paid, found or sent something is.
  bool AgentsAgree(uint32_t a, const Told& x, uint32_t b, const Told& y) const {
    const Event &of_x = *x.event, &of_y = *y.event;
    if (of_x.agent == kNoWord || of_y.agent == kNoWord) return true;
    const uint32_t who_x = AgentOf(comparison_, a, of_x), who_y = AgentOf(comparison_, b, of_y);
    if (who_x != kNoEntity && who_y != kNoEntity) return who_x == who_y;
    const bool outright = x.none ? x.outright : y.outright;
    if (outright && x.before != 0 && IsOneOf(x.act, {"use", "sound", "explode"})) return true;
    return comparison_.At(a).terms[of_x.agent].synonym ==
           comparison_.At(b).terms[of_y.agent].synonym;
  }

  // "No agreement on the borders", "no horn was blown at the bridge": what narrows the denial is in
  // the other sentence too.
  bool HoldsLimit(uint32_t of_none, const Told& none, uint32_t of_some, const Told& some) const {
    const Analysis& analysis = comparison_.At(of_none);
    const Chunk* chunk = analysis.syntax.ChunkAt(none.noun);
    const uint32_t behind_noun = chunk != nullptr ? chunk->tokens.end : none.noun + 1;
    return HoldsLimitAt(of_none, behind_noun, of_some, some) &&
           HoldsLimitAt(of_none, none.event->token + 1, of_some, some);
  }
  bool HoldsLimitAt(uint32_t of_none, uint32_t next, uint32_t of_some, const Told& some) const {
    const Analysis& analysis = comparison_.At(of_none);
    if (!IsOneOf(Norm(of_none, next),
                 {"of", "on", "about", "for", "to", "with", "between", "that", "which", "who",
                  "against", "from", "at", "in", "by", "near", "inside", "outside"}))
      return true;
    const Chunk* limit = analysis.syntax.ChunkAt(next + 1);
    if (limit == nullptr || limit->kind != ChunkKind::kNoun) return false;
    const Span words = analysis.document.SpanOf(limit->tokens);
    if (std::any_of(analysis.times.begin(), analysis.times.end(),
                    [&](const Time& time) { return time.span.Overlaps(words); }))
      return true;
    const std::vector<TermId> others = Words(of_some, some);
    return std::binary_search(others.begin(), others.end(), analysis.terms[limit->head].synonym);
  }

  uint32_t Weigh(uint32_t a, const Told& x, uint32_t b, const Told& y) const {
    uint32_t weight = kSameThing;
    if (x.before != 0 && x.before == y.before) weight += kCompound;
    if (comparison_.At(a).terms[x.noun].telling) weight += kTelling;
    if (x.none ? x.outright : y.outright) weight += kOutright;
    const uint32_t who = AgentOf(comparison_, a, *x.event);
    if (who != kNoEntity && who == AgentOf(comparison_, b, *y.event)) weight += kSameAgent;
    const std::vector<TermId> of_x = Words(a, x), of_y = Words(b, y);
    std::vector<TermId> both;
    std::set_intersection(of_x.begin(), of_x.end(), of_y.begin(), of_y.end(),
                          std::back_inserter(both));
    return weight + std::min(kMostWords, static_cast<uint32_t>(both.size())) * kSharedWord;
  }
  std::vector<TermId> Words(uint32_t article, const Told& told) const {
    const Analysis& analysis = comparison_.At(article);
    const IndexRange tokens =
        analysis.document.sentences[analysis.document.tokens[told.noun].sentence].tokens;
    std::vector<TermId> words;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (analysis.terms[t].content && analysis.terms[t].synonym != told.thing &&
          analysis.terms[t].lemma != told.before)
        words.push_back(analysis.terms[t].synonym);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  // The article tells of some and of none: of two occasions, or of what changed.
  bool TellsOther(uint32_t article, const Told& said) const {
    return std::any_of(told_[article].begin(), told_[article].end(), [&](const Told& other) {
      return other.thing == said.thing && other.none != said.none;
    });
  }

  const Comparison& comparison_;
  std::vector<std::vector<Told>> told_;  // by article, by thing
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareNone(const Comparison& comparison) {
  return NoneComparer(comparison).Run();
}

}  // namespace crossread
