// In which year a thing was opened, built or founded, told in two ways: "the pool opened in 1971",
// "the pool, open since 1974". Asked only where each article gives one year.
#include <algorithm>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/one_answer.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;
constexpr uint32_t kNear = 4;      // tokens from the word to its year
constexpr int64_t kFarYears = 60;  // farther apart, it is rather another house

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

struct Founding {
  std::string_view question;  // of foundings.tsv
  uint32_t thing = kNoWord;
  uint32_t time = 0;  // index into the article's times
  int32_t year = 0;
  Span words;
};

class FoundingReader {
 public:
  explicit FoundingReader(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document) {}

  std::vector<Founding> Read() {
    for (uint32_t i = 0; i < analysis_.times.size(); ++i) {
      const Time& time = analysis_.times[i];
      const IndexRange tokens = document_.TokensIn(time.span);
      if (time.granularity != Granularity::kYear || time.year < 0 || time.relative ||
          tokens.size() != 1 || tokens.begin < 2 || InMarks(time.span))
        continue;
      Founding founding;
      founding.time = i;
      founding.year = time.year;
      founding.words = time.span;
      sentence_ = document_.sentences[document_.tokens[tokens.begin].sentence].tokens;
      if (ReadVerb(tokens.begin, &founding) && !IsAgain() && IsNoun(founding.thing))
        out_.push_back(founding);
    }
    return std::move(out_);
  }

 private:
  std::string_view Norm(uint32_t t) const {
    return t >= sentence_.begin && t < sentence_.end ? document_.Norm(document_.tokens[t])
                                                     : std::string_view();
  }
  bool IsNoun(uint32_t t) const {
    return t != kNoWord && (analysis_.syntax.tokens[t].upos == Upos::kNoun ||
                            analysis_.syntax.tokens[t].upos == Upos::kPropn);
  }
  bool InMarks(Span span) const {
    return std::any_of(
        analysis_.quotations.begin(), analysis_.quotations.end(), [&](const Quotation& quotation) {
          return quotation.kind != QuotationKind::kIndirect && quotation.Extent().Overlaps(span);
        });
  }
  // "Opened again", "the new wing was built": not the beginning of the whole.
  bool IsAgain() const {
    for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      if (IsOneOf(Norm(t), {"again", "extension", "first", "if", "originally", "part", "rebuilt",
                            "second", "until", "wing"}))
        return true;
    }
    return false;
  }

  // The word of foundings.tsv right before the year, and what it is said of.
  bool ReadVerb(uint32_t year, Founding* founding) const {
    static const LexiconTable& table = Lexicon::English().Table("foundings.tsv");
    if (!IsOneOf(Norm(year - 1), {"in", "since", "from", "to"})) return false;
    for (uint32_t t = year - 1; t > sentence_.begin && year - t <= kNear;) {
      const LexiconRow* row = table.Find(document_.Lemma(document_.tokens[--t]));
      if (row == nullptr) continue;
      const bool date = row->key == "date", since = Norm(year - 1) == "since";
      if (date != IsOneOf(Norm(year - 1), {"from", "to"})) return false;
      if (row->key == "set" && Norm(t + 1) != "up") return false;
      founding->question = row->column(0);
      founding->words.begin = document_.tokens[t].span.begin;
      // "Open since 1974" is a state.
      if (since) return Norm(t) == "open" && ReadState(t, founding);
      return ReadDone(t, row->column(1), year, founding);
    }
    return false;
  }

  bool ReadDone(uint32_t t, std::string_view how, uint32_t year, Founding* founding) const {
    const Clause* clause = analysis_.syntax.clauses.At(t);
    if (clause == nullptr || clause->negated() || clause->modal != kNoWord) return false;
    if (!IsOneOf(Norm(t), {"dates", "dating", "dated"}) &&
        document_.Norm(document_.tokens[t]) == document_.Lemma(document_.tokens[t]))
      return false;
    const bool passive = clause->voice == Voice::kPassive;
    // "The school opened a branch in 1971".
    if (clause->object != kNoWord && clause->object < year && !passive) return false;
    if (how == "patient" && !passive) return false;
    founding->thing = Behind(clause->subject, t);
    return true;
  }

  bool ReadState(uint32_t t, Founding* founding) const {
    if (const Clause* clause = analysis_.syntax.clauses.At(t);
        clause != nullptr && clause->copular && !clause->negated()) {
      founding->thing = Behind(clause->subject, t);
      return true;
    }
    if (t < sentence_.begin + 2 || Norm(t - 1) != ",") return false;
    founding->thing = HeadBefore(t - 1);
    return true;
  }

  // "Which": the noun before it.
  uint32_t Behind(uint32_t subject, uint32_t t) const {
    if (IsNoun(subject)) return subject;
    // Parsers take a short sentence for "the pool that opened in 1971".
    if (subject == kNoWord && HeadBefore(t) != kNoWord) return HeadBefore(t);
    for (uint32_t w = t; w > sentence_.begin; --w) {
      if (!IsOneOf(Norm(w - 1), {"which", "that"})) continue;
      return HeadBefore(Norm(w - 2) == "," ? w - 2 : w - 1);
    }
    return kNoWord;
  }
  uint32_t HeadBefore(uint32_t t) const {
    const Chunk* chunk = t > sentence_.begin ? analysis_.syntax.ChunkAt(t - 1) : nullptr;
    return chunk != nullptr && chunk->kind == ChunkKind::kNoun && chunk->tokens.end == t
               ? chunk->head
               : kNoWord;
  }

  const Analysis& analysis_;
  const Document& document_;
  IndexRange sentence_;
  std::vector<Founding> out_;
};

class FoundingComparer {
 public:
  explicit FoundingComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a)
      told_.push_back(FoundingReader(comparison.At(a)).Read());
  }

  std::vector<Difference> Run() {
    for (uint32_t a = 0; a < told_.size(); ++a) {
      for (uint32_t b = a + 1; b < told_.size(); ++b) {
        for (const Founding& x : told_[a]) {
          for (const Founding& y : told_[b]) Compare(a, x, b, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  void Compare(uint32_t a, const Founding& x, uint32_t b, const Founding& y) {
    if (x.question != y.question || x.year == y.year) return;
    if (std::max(x.year, y.year) - std::min(x.year, y.year) > kFarYears) return;
    if (!AreOneThing(comparison_, a, x.thing, b, y.thing)) return;
    if (!IsOnly(a, x) || !IsOnly(b, y) || Gives(a, y.year) || Gives(b, x.year)) return;
    Difference difference;
    difference.kind = DifferenceKind::kTime;
    difference.ground = Ground::kFounding;
    difference.pair = kNoPair;
    difference.a = {a, x.words};
    difference.b = {b, y.words};
    difference.mark_a = comparison_.At(a).times[x.time].span;
    difference.mark_b = comparison_.At(b).times[y.time].span;
    difference.index_a = x.time;
    difference.index_b = y.time;
    difference.score = kScore;
    out_.push_back(difference);
  }

  bool IsOnly(uint32_t article, const Founding& founding) const {
    return std::all_of(told_[article].begin(), told_[article].end(), [&](const Founding& other) {
      return other.question != founding.question || other.year == founding.year;
    });
  }
  // The article knows the year, of whatever.
  bool Gives(uint32_t article, int32_t year) const {
    const std::vector<Time>& times = comparison_.At(article).times;
    return std::any_of(times.begin(), times.end(),
                       [&](const Time& time) { return time.year == year; });
  }

  const Comparison& comparison_;
  std::vector<std::vector<Founding>> told_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareFoundings(const Comparison& comparison) {
  return FoundingComparer(comparison).Run();
}

}  // namespace crossread
