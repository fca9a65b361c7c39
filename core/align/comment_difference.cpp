// A body that did not answer in one article and speaks in another: "did not respond to requests for
// comment", "the bank said in a statement". Each paper may be right about its own question, but who
// reads the one is told that the body was silent.
#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/align/event_people.h"
#include "core/base/date.h"
#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;
constexpr uint32_t kReach = 8;  // tokens in which "did not respond" must come to a question

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A body by its number across articles, or a state by the one term of "Sudanese" and "Sudan".
struct Body {
  uint32_t entity = kNoEntity;
  TermId state = 0;
  bool person = false;  // by the one article: an unknown name of two words that speaks

  bool known() const { return entity != kNoEntity || state != 0; }
  bool Is(const Body& other) const {
    return (entity != kNoEntity && entity == other.entity) || (state != 0 && state == other.state);
  }
};

struct Said {
  Body body;
  Span words;
  uint32_t claim = 0;
  uint32_t predicate = 0;
};

class CommentComparer {
 public:
  CommentComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      silent_.push_back(FindSilences(a));
      spoken_.push_back(FindStatements(a));
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        if (!WrittenTogether(a, b)) continue;
        for (const Said& x : silent_[a]) {
          for (const Said& y : spoken_[b]) Compare(a, x, b, y, true);
        }
        for (const Said& x : spoken_[a]) {
          for (const Said& y : silent_[b]) Compare(a, x, b, y, false);
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
  std::string_view Lemma(uint32_t article, uint32_t t) const {
    const Document& document = comparison_.DocumentOf(article);
    return t < document.tokens.size() ? document.Lemma(document.tokens[t]) : std::string_view();
  }

  bool WrittenTogether(uint32_t a, uint32_t b) const {
    const auto day_a = ParseIsoDay(comparison_.articles[a].date),
               day_b = ParseIsoDay(comparison_.articles[b].date);
    return !day_a || !day_b || std::abs(int64_t{*day_a} - int64_t{*day_b}) <= 1;
  }

  // ---- whose words

  // The body that speaks through the noun at `head`: itself, the state whose government it is, or
  // the one that a spokesman is of. A person speaks on too many occasions: what both articles take
  // for one is none.
  Body BodyOf(uint32_t article, uint32_t head) const {
    if (head == kNoWord) return {};
    const Analysis& analysis = comparison_.At(article);
    head = Described(analysis, head);
    const Chunk* chunk = analysis.syntax.ChunkAt(head);
    IndexRange tokens = chunk != nullptr ? chunk->tokens : IndexRange{head, head + 1};
    const std::string_view lemma = Lemma(article, head);
    const bool spokesman = lemma.starts_with("spokes");
    if (spokesman && IsOneOf(Norm(article, tokens.end), {"for", "of", "at"})) {
      const Chunk* whose = analysis.syntax.ChunkAt(tokens.end + 1);
      if (whose == nullptr) return {};
      tokens = whose->tokens;
    } else if (!spokesman && !IsName(analysis, head) &&
               !IsOneOf(lemma, {"government", "ministry", "department", "agency", "company"})) {
      return {};
    }
    Body body;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Mention* mention = NameAt(analysis, t);
      if (mention == nullptr) continue;
      const EntityKind kind = analysis.mentions.entities[mention->entity].kind;
      body.person = kind == EntityKind::kPerson;
      body.entity = comparison_.entities.Find(article, mention->entity);
      // One word: "Sudan" is not "South Sudan".
      const bool state = (kind == EntityKind::kPlace || kind == EntityKind::kPeople) &&
                         mention->span == analysis.document.tokens[t].span;
      body.state = state ? analysis.terms[t].lemma : 0;
    }
    if (!body.known()) body.state = Office(analysis, tokens, head);
    return body;
  }
  // "The energy ministry", by its words; 0 for a mere "the ministry".
  static TermId Office(const Analysis& analysis, IndexRange tokens, uint32_t head) {
    TermId office = 0;
    for (uint32_t t = tokens.begin; t < head && t < tokens.end; ++t) {
      if (analysis.terms[t].content) office = office * 31 + analysis.terms[t].lemma;
    }
    return office == 0 ? 0 : office * 31 + analysis.terms[head].lemma;
  }

  // "The operator, Marwick Lifting": its name.
  static uint32_t Described(const Analysis& analysis, uint32_t head) {
    if (IsName(analysis, head)) return head;
    for (const Description& description : analysis.syntax.nominals.descriptions) {
      if (description.head == head && !description.name.empty()) return description.name.end - 1;
    }
    return head;
  }
  static bool IsName(const Analysis& analysis, uint32_t t) {
    return NameAt(analysis, t) != nullptr;
  }
  static const Mention* NameAt(const Analysis& analysis, uint32_t t) {
    const Mention* mention = MentionAt(analysis, t);
    return mention != nullptr && mention->entity != kNoEntity ? mention : nullptr;
  }

  // ---- silence

  std::vector<Said> FindSilences(uint32_t article) const {
    const Analysis& analysis = comparison_.At(article);
    std::vector<Said> found;
    for (const Event& event : analysis.events) {
      if (event.in_marks || event.sign.polarity != Polarity::kNegative) continue;
      if (event.unreal && !IsUnwilling(article, event.token)) continue;
      const uint32_t who = SilentOne(article, event);
      const Body body = BodyOf(article, who);
      if (!body.known()) continue;
      Said said;
      said.body = body;
      said.words = Around(analysis, who, event.token);
      said.claim = event.claim;
      said.predicate = event.predicate;
      found.push_back(said);
    }
    return found;
  }

  // "Would not comment".
  bool IsUnwilling(uint32_t article, uint32_t t) const {
    return t > 1 && Norm(article, t - 1) == "not" && Norm(article, t - 2) == "would";
  }

  uint32_t SilentOne(uint32_t article, const Event& event) const {
    const std::string_view lemma = Lemma(article, event.token);
    const uint32_t t = event.token;
    // "Declined to comment further" follows a comment; "to comment on" keeps one thing back.
    if (lemma == "comment")
      return IsOneOf(Norm(article, t + 1), {"further", "beyond", "on", "about"}) ? kNoWord
                                                                                 : event.agent;
    if (IsOneOf(lemma, {"respond", "reply", "return", "answer"}))
      return AsksBehind(article, t) ? event.agent : kNoWord;
    if (lemma == "reach") return AsksBehind(article, t) ? event.patient : kNoWord;
    // "There was no immediate comment from the bank", "the bank had no comment".
    if (lemma == "be" || lemma == "have") {
      for (uint32_t i = t + 1; i < t + 5; ++i) {
        if (Norm(article, i) != "comment") continue;
        if (lemma == "have") return event.agent;
        if (Norm(article, i + 1) != "from") return kNoWord;
        const Chunk* chunk = comparison_.At(article).syntax.ChunkAt(i + 2);
        return chunk != nullptr ? chunk->head : kNoWord;
      }
    }
    return kNoWord;
  }
  bool AsksBehind(uint32_t article, uint32_t t) const {
    for (uint32_t i = t + 1; i <= t + kReach; ++i) {
      if (IsOneOf(Lemma(article, i), {"comment", "request", "message", "call", "inquiry", "enquiry",
                                      "question", "email", "e-mail"}))
        return true;
    }
    return false;
  }

  // ---- statements

  std::vector<Said> FindStatements(uint32_t article) const {
    const Analysis& analysis = comparison_.At(article);
    std::vector<Said> found;
    for (const Quotation& quotation : analysis.quotations) {
      if (quotation.speaker.span.empty() || quotation.speaker.plural || quotation.cue.empty())
        continue;
      if (quotation.force == CueForce::kBelief || quotation.force == CueForce::kPlan) continue;
      const IndexRange tokens = analysis.document.TokensIn(quotation.speaker.span);
      if (tokens.empty()) continue;
      const Chunk* chunk = analysis.syntax.ChunkAt(tokens.begin);
      const Body body = BodyOf(article, chunk != nullptr ? chunk->head : tokens.begin);
      if (!body.known() || IsOld(article, quotation)) continue;
      if (!IsAnswer(article, quotation)) continue;
      Said said;
      said.body = body;
      said.words = quotation.speaker.span;
      said.words.begin = std::min(said.words.begin, quotation.cue.begin);
      said.words.end = std::max(said.words.end, quotation.cue.end);
      const Span content = quotation.content.front();
      if (content.begin >= said.words.end && content.begin < said.words.end + 12)
        said.words.end = content.end;
      found.push_back(said);
    }
    AddSpeechActs(article, &found);
    return found;
  }

  // Said to be heard now: it has said, denied or answered something.
  bool IsAnswer(uint32_t article, const Quotation& quotation) const {
    const Analysis& analysis = comparison_.At(article);
    if (quotation.force == CueForce::kDenial) return true;
    const IndexRange cue = analysis.document.TokensIn(quotation.cue);
    for (uint32_t t = cue.begin; t < cue.end; ++t) {
      const Clause* clause = analysis.syntax.clauses.At(t);
      // What it announces it tells everybody, and may still leave questions open.
      if (clause != nullptr && clause->tense == Tense::kPast && Lemma(article, t) != "announce")
        return true;
      if (IsOneOf(Lemma(article, t), {"respond", "reply", "tell", "confirm", "deny"})) return true;
    }
    for (uint32_t t = cue.end; t < cue.end + 4; ++t) {
      if (IsOneOf(Lemma(article, t), {"statement", "email", "e-mail"})) return true;
    }
    return false;
  }

  // "The bank regretted the losses": what it says without words of its own.
  void AddSpeechActs(uint32_t article, std::vector<Said>* found) const {
    static const LexiconTable& verbs = Lexicon::English().Table("answer_verbs.txt");
    const Analysis& analysis = comparison_.At(article);
    for (const Event& event : analysis.events) {
      if (event.in_marks || event.unreal || event.sign.polarity != Polarity::kPositive) continue;
      if (event.sign.status != Status::kHappened || !verbs.Has(Lemma(article, event.token)))
        continue;
      const Sentence& sentence =
          analysis.document.sentences[analysis.document.tokens[event.token].sentence];
      Said said;
      said.body = BodyOf(article, event.agent);
      if (!said.body.known() || IsOldSentence(article, sentence, {})) continue;
      said.words = Around(analysis, event.agent, event.token);
      said.claim = event.claim;
      said.predicate = event.predicate;
      found->push_back(said);
    }
  }

  // "Said last year", "has long denied".
  bool IsOld(uint32_t article, const Quotation& quotation) const {
    const Document& document = comparison_.DocumentOf(article);
    return IsOldSentence(article, document.sentences[document.SentenceAt(quotation.cue.begin)],
                         quotation.content);
  }
  bool IsOldSentence(uint32_t article, const Sentence& sentence,
                     const std::vector<Span>& quoted) const {
    const Analysis& analysis = comparison_.At(article);
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Span word = analysis.document.tokens[t].span;
      if (std::any_of(quoted.begin(), quoted.end(),
                      [&](Span content) { return content.Contains(word); }))
        continue;
      if (IsOneOf(Norm(article, t),
                  {"previously", "earlier", "long", "repeatedly", "ago", "last", "once", "before",
                   "had", "initially", "later", "then", "website", "report", "filing"}))
        return true;
    }
    const auto day = ParseIsoDay(comparison_.articles[article].date);
    for (const Time& time : analysis.times) {
      if (!sentence.span.Contains(time.span)) continue;
      if (day && time.resolved && time.last + 1 < *day) return true;
      if (!time.resolved && (time.year >= 0 || time.month >= 0)) return true;
    }
    return false;
  }

  void Compare(uint32_t a, const Said& x, uint32_t b, const Said& y, bool a_is_silent) {
    if (!x.body.Is(y.body) || (x.body.person && y.body.person)) return;
    // An article that has both asked about two things.
    const auto speaks = [&](uint32_t article) {
      return std::any_of(spoken_[article].begin(), spoken_[article].end(),
                         [&](const Said& said) { return said.body.Is(x.body); });
    };
    if (speaks(a_is_silent ? a : b)) return;
    // It answered some of what the other paper asked.
    const std::vector<Said>& kept = silent_[a_is_silent ? b : a];
    if (std::any_of(kept.begin(), kept.end(),
                    [&](const Said& said) { return said.body.Is(x.body); }))
      return;
    Difference difference;
    difference.kind = DifferenceKind::kPolarity;
    difference.ground = Ground::kComment;
    difference.pair = kNoPair;
    difference.a = {a, x.words};
    difference.b = {b, y.words};
    difference.mark_a = x.words;
    difference.mark_b = y.words;
    difference.value_a = a_is_silent ? "no comment" : "comment";
    difference.value_b = a_is_silent ? "comment" : "no comment";
    difference.score = kScore;
    out_.push_back(std::move(difference));
  }

  static Span Around(const Analysis& analysis, uint32_t who, uint32_t verb) {
    const Chunk* chunk = analysis.syntax.ChunkAt(who);
    const Span name = chunk != nullptr ? analysis.document.SpanOf(chunk->tokens)
                                       : analysis.document.tokens[who].span;
    const Span word = analysis.document.tokens[verb].span;
    return {std::min(name.begin, word.begin), std::max(name.end, word.end)};
  }

  const Comparison& comparison_;
  std::vector<std::vector<Said>> silent_, spoken_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareComments(const Comparison& comparison) {
  return CommentComparer(comparison).Run();
}

}  // namespace crossread
