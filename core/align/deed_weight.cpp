#include "core/align/deed_weight.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "core/align/charges.h"
#include "core/align/event_people.h"
#include "core/align/one_thing.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kSamePatient = 4;  // one person or body is acted on
constexpr uint32_t kSameAgent = 2;    // one person or body acts
constexpr uint32_t kSameObject = 2;   // no name, but one noun: "the letter", "pay for the nets"
constexpr uint32_t kSharedWord = 1;   // any other content word of both clauses, up to kMostWords
constexpr uint32_t kMostWords = 3;
constexpr uint32_t kOnlyOne = 2;  // what comes once, told once in each article

class DeedWeigher {
 public:
  DeedWeigher(const Comparison& comparison, const Deed& x, const Deed& y)
      : comparison_(comparison), x_(x), y_(y) {}

  uint32_t Run() {
    if (IsSoleOne(comparison_, x_.article, *x_.event, y_.article, *y_.event) ||
        IsSoleOne(comparison_, y_.article, *y_.event, x_.article, *x_.event))
      weight_ = kSamePatient;
    if (!WeighWho(x_.event->patient, y_.event->patient,
                  PatientOf(comparison_, x_.article, *x_.event),
                  PatientOf(comparison_, y_.article, *y_.event), kSamePatient))
      return 0;
    if (!WeighWho(x_.event->agent, y_.event->agent, AgentOf(comparison_, x_.article, *x_.event),
                  AgentOf(comparison_, y_.article, *y_.event), kSameAgent))
      return 0;
    const bool bare = x_.event->patient == kNoWord && y_.event->patient == kNoWord;
    if (bare && !WeighOblique()) return 0;
    if (weight_ == 0) return 0;
    if (weight_ < kSamePatient && IsOnlyOne()) weight_ += kOnlyOne;
    return weight_ + std::min(kMostWords, SharedWords()) * kSharedWord;
  }

 private:
  const Analysis& A() const { return comparison_.At(x_.article); }
  const Analysis& B() const { return comparison_.At(y_.article); }

  // "Has sued", "would sue": of what comes once in a story each article tells but this one.
  bool IsOnlyOne() const {
    static const LexiconTable& single = Lexicon::English().Table("single_events.txt");
    const std::string_view kind = x_.event->kind;
    if (kind != y_.event->kind || !(single.Has(kind) || kind == "lawsuit")) return false;
    const uint32_t agent = AgentOf(comparison_, x_.article, *x_.event);
    if (agent == kNoEntity || agent != AgentOf(comparison_, y_.article, *y_.event)) return false;
    const auto count = [&](const Analysis& analysis) {
      return std::count_if(analysis.events.begin(), analysis.events.end(),
                           [&](const Event& event) { return event.kind == kind; });
    };
    return count(A()) == 1 && count(B()) == 1;
  }

  // False where both are said, and are not the same.
  bool WeighWho(uint32_t x, uint32_t y, uint32_t of_x, uint32_t of_y, uint32_t points) {
    if (x == kNoWord || y == kNoWord) return true;
    if (of_x != kNoEntity && of_y != kNoEntity) {
      if (of_x != of_y) return ShareSurname(of_x, of_y);
      weight_ += points;
      return true;
    }
    const auto is_pronoun = [](const Analysis& analysis, uint32_t t) {
      return analysis.syntax.tokens[t].upos == Upos::kPron;
    };
    if (is_pronoun(A(), x) || is_pronoun(B(), y)) return true;
    if (of_x != kNoEntity || of_y != kNoEntity) return true;
    // A name that we know nothing of may be what the other article describes.
    if ((A().syntax.tokens[x].upos == Upos::kPropn) != (B().syntax.tokens[y].upos == Upos::kPropn))
      return true;
    if (Names(A(), x, B().terms[y].synonym) || Names(B(), y, A().terms[x].synonym)) {
      weight_ += kSameObject;  // "the ferry traffic", "the ferries"
      return true;
    }
    if (A().terms[x].synonym != B().terms[y].synonym || AreOtherThings(A(), x, B(), y))
      return false;
    weight_ += kSameObject;
    return true;
  }

  // The noun before the head of a group: "ferry" of "ferry traffic".
  static bool Names(const Analysis& analysis, uint32_t head, TermId term) {
    const Chunk* chunk = analysis.syntax.ChunkAt(head);
    if (chunk == nullptr || head == chunk->tokens.begin || head != chunk->head) return false;
    return analysis.syntax.tokens[head - 1].upos == Upos::kNoun &&
           analysis.terms[head - 1].synonym == term;
  }

  // "Pay for the nets" and "pay for the repair": what stands for an object behind one preposition.
  bool WeighOblique() {
    const Argument *x = ObliqueOf(A(), x_.event->token), *y = ObliqueOf(B(), y_.event->token);
    if (x == nullptr || y == nullptr || Norm(A(), x->preposition) != Norm(B(), y->preposition))
      return true;
    if (A().terms[x->head].synonym == B().terms[y->head].synonym) {
      if (AreOtherThings(A(), x->head, B(), y->head)) return false;
      weight_ += kSameObject;
      return true;
    }
    const auto is_noun = [](const Analysis& analysis, uint32_t t) {
      return analysis.syntax.tokens[t].upos == Upos::kNoun;
    };
    return !is_noun(A(), x->head) || !is_noun(B(), y->head);
  }
  static std::string_view Norm(const Analysis& analysis, uint32_t t) {
    return analysis.document.Norm(analysis.document.tokens[t]);
  }
  static const Argument* ObliqueOf(const Analysis& analysis, uint32_t verb) {
    const Clauses& clauses = analysis.syntax.clauses;
    const Clause* clause = clauses.At(verb);
    if (clause == nullptr) return nullptr;
    for (uint32_t o = clause->obliques.begin; o < clause->obliques.end; ++o) {
      const Argument& oblique = clauses.obliques[o];
      if (oblique.preposition == kNoWord || oblique.head < verb) continue;
      const std::string_view norm = Norm(analysis, oblique.preposition);
      for (const std::string_view word : {"for", "to", "from", "against", "with", "about", "of"}) {
        if (norm == word) return &oblique;
      }
    }
    return nullptr;
  }

  // "Joan R. Ek" and "Ek", whom the articles may mean by one name: no evidence either way.
  bool ShareSurname(uint32_t x, uint32_t y) const {
    const LinkedEntity &of_x = comparison_.entities.entities[x],
                       &of_y = comparison_.entities.entities[y];
    if (of_x.kind != EntityKind::kPerson || of_y.kind != EntityKind::kPerson) return false;
    const auto holds = [](const std::string& name, const std::string& other) {
      const std::string last = other.substr(other.rfind(' ') + 1);
      return (" " + name + " ").find(" " + last + " ") != std::string::npos;
    };
    return holds(of_x.name, of_y.name) || holds(of_y.name, of_x.name);
  }

  // Content words of both clauses but for the verb and who was weighed already.
  uint32_t SharedWords() const {
    const std::vector<TermId> of_x = Words(x_), of_y = Words(y_);
    std::vector<TermId> both;
    std::set_intersection(of_x.begin(), of_x.end(), of_y.begin(), of_y.end(),
                          std::back_inserter(both));
    return static_cast<uint32_t>(both.size());
  }
  std::vector<TermId> Words(const Deed& deed) const {
    constexpr uint32_t kReach = 12;  // tokens on each side
    const Analysis& analysis = comparison_.At(deed.article);
    const Event& event = *deed.event;
    const IndexRange tokens = analysis.claims.claims[event.claim].tokens;
    std::vector<TermId> words;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (t + kReach < event.token || t > event.token + kReach) continue;
      if (t == event.token || t == event.agent || t == event.patient) continue;
      const Chunk* chunk = analysis.syntax.ChunkAt(t);
      if (chunk != nullptr && chunk->head == event.agent) continue;
      if (analysis.terms[t].content) words.push_back(analysis.terms[t].synonym);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

  const Comparison& comparison_;
  const Deed x_, y_;
  uint32_t weight_ = 0;
};

}  // namespace

uint32_t WeighDeeds(const Comparison& comparison, const Deed& x, const Deed& y) {
  return DeedWeigher(comparison, x, y).Run();
}

}  // namespace crossread
