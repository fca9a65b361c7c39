#include "core/extract/answers.h"

#include <algorithm>

#include "core/extract/analysis.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kBeside =
    8;  // tokens before a number that may say "originally", "the first phase"
constexpr uint32_t kNear = 3;  // tokens behind a number that may say "a year", "each"

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool IsNoun(Upos upos) { return upos == Upos::kNoun || upos == Upos::kPropn; }

class AnswerReader {
 public:
  explicit AnswerReader(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document) {}

  std::vector<NumberAnswer> Read() {
    for (uint32_t q = 0; q < analysis_.quantities.size(); ++q) {
      quantity_ = &analysis_.quantities[q];
      answer_ = {};
      narrowed_ = false;
      answer_.quantity = q;
      if (!Place() || !ReadAny()) continue;
      answer_.apart = narrowed_ || IsRate() || IsOfBefore();
      answer_.whole = !answer_.apart && IsWhole();
      out_.push_back(answer_);
    }
    return std::move(out_);
  }

 private:
  std::string_view Norm(uint32_t t) const {
    return t < sentence_.end && t >= sentence_.begin ? document_.Norm(document_.tokens[t])
                                                     : std::string_view();
  }
  std::string_view Lemma(uint32_t t) const {
    return t < sentence_.end && t >= sentence_.begin ? document_.Lemma(document_.tokens[t])
                                                     : std::string_view();
  }

  // The question of questions.tsv that a word asks where it stands so; empty if none.
  static std::string_view QuestionOf(std::string_view word, std::string_view stands) {
    static const LexiconTable& table = Lexicon::English().Table("questions.tsv");
    const LexiconRow* row = table.Find(word);
    const LexiconRow* end = table.rows().data() + table.rows().size();
    for (; row != nullptr && row != end && row->key == word; ++row) {
      if (row->column(0) == stands) return row->column(1);
    }
    return {};
  }

  // ---- where it stands

  // False where the number is of no kind that answers, or in marks.
  bool Place() {
    const Quantity& q = *quantity_;
    const bool kind = q.kind == QuantityKind::kCount || q.kind == QuantityKind::kMoney ||
                      q.kind == QuantityKind::kMeasure || q.kind == QuantityKind::kDuration;
    if (!kind || q.vague || q.low <= 1000) return false;
    for (const Quotation& quotation : analysis_.quotations) {
      if (quotation.kind == QuotationKind::kIndirect) continue;
      for (const Span content : quotation.content) {
        if (content.Contains(q.span)) return false;
      }
    }
    const IndexRange tokens = document_.TokensIn(q.span);
    if (tokens.empty()) return false;
    sentence_ = document_.sentences[document_.SentenceAt(q.span.begin)].tokens;
    begin_ = tokens.begin;
    // Of "$430 million arena" the arena is no unit.
    const bool unit = !q.unit.empty() && !q.of.empty();
    end_ = unit ? document_.TokensIn({q.span.begin, q.of.begin}).end : tokens.end;
    if (end_ > begin_ + 1 && Norm(end_ - 1) == "-") --end_;
    last_ = end_ - 1;
    return end_ > begin_;
  }

  // Of the whole, at this time, as far as the sentence tells.
  bool IsWhole() const {
    for (uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
      const bool bound = Norm(t) == "more" && Norm(t + 1) == "than";
      if (Changes().Has(Norm(t)) && !bound) return false;
    }
    if (quantity_->kind == QuantityKind::kCount && answer_.question != kAboard &&
        IsOneOf(Norm(end_), {"and", "at", "in", "left", "on", "to"}))
      return false;
    return !IsOneOf(Norm(begin_ - 1), {"of", "about", "first", "last"}) ||
           !QuestionOf(Lemma(begin_ - 2), "of").empty();
  }
  static const LexiconTable& Changes() { return Lexicon::English().Table("figure_changes.tsv"); }

  // "Was originally to cost 4 million".
  bool IsOfBefore() const {
    for (uint32_t t = std::max(sentence_.begin, begin_ - std::min(begin_, kBeside)); t < end_;
         ++t) {
      const LexiconRow* row = Changes().Find(Norm(t));
      if (row != nullptr && row->column(0) == "apart") return true;
    }
    return false;
  }

  // "4 million a year".
  bool IsRate() const {
    for (uint32_t t = end_; t < end_ + kNear; ++t) {
      if (IsOneOf(Norm(t), {"per", "each", "every", "apiece", "annually", "yearly", "monthly"}))
        return true;
      if (IsOneOf(Norm(t), {"a", "an"}) &&
          IsOneOf(Norm(t + 1), {"day", "head", "hour", "month", "night", "person", "piece",
                                "ticket", "week", "year"}))
        return true;
    }
    return IsOneOf(Norm(begin_ - 1), {"annual", "yearly"});
  }

  bool ReadAny() {
    return ReadAboard() || ReadCompound() || ReadWordBefore() || ReadWordAfter() || ReadVerb() ||
           ReadWith() || ReadOwned();
  }

  // ---- patterns

  // "212 passengers on board", "with 88 aboard", "carrying 212 people".
  bool ReadAboard() {
    if (quantity_->kind != QuantityKind::kCount) return false;
    const std::string& noun = quantity_->noun;
    if (IsOneOf(noun, {"crew", "sailor"})) {
      answer_.group = "crew";
    } else if (noun == "passenger") {
      answer_.group = "passenger";
    } else if (!noun.empty() && !IsOneOf(noun, {"person", "people"})) {
      return false;
    }
    const bool after = !QuestionOf(Norm(end_), "after").empty() && Norm(end_) == kAboard;
    const bool on_board = Norm(end_) == "on" && Norm(end_ + 1) == "board";
    const bool carry = QuestionOf(Lemma(begin_ - 1), "verb") == kAboard;
    const bool have = answer_.group == "passenger" && Lemma(begin_ - 1) == "have";
    // "The 304 passengers", of whom the article has told.
    const bool known = answer_.group == "passenger" && Norm(begin_ - 1) == "the" && !IsNarrowed();
    if (!after && !on_board && !carry && !have && !known) return false;
    if (Norm(end_) == "and" || IsOneOf(Norm(begin_ - 1), {"other"})) return false;
    // "German passengers" are some of them; another ship's are others.
    if (begin_ + 1 < last_ && !noun.empty()) {
      for (uint32_t t = begin_; t < last_; ++t) {
        narrowed_ |=
            analysis_.terms[t].content && !quantity_->number.Contains(document_.tokens[t].span);
      }
    }
    answer_.question = kAboard;
    if (on_board || after) {
      const uint32_t next = on_board ? end_ + 2 : end_ + 1;
      const Chunk* chunk = next < sentence_.end ? analysis_.syntax.ChunkAt(next) : nullptr;
      if (chunk != nullptr && chunk->tokens.begin == next && chunk->kind == ChunkKind::kNoun)
        answer_.thing = chunk->head;
    }
    if (answer_.thing == kNoWord && (carry || have)) {
      if (const Clause* clause = analysis_.syntax.clauses.At(begin_ - 1))
        answer_.thing = clause->subject;
    }
    DropPronoun();
    return true;
  }

  // "The 430-million-euro arena", "the 24,000-seat stadium", "the 340-metre bridge".
  bool ReadCompound() {
    const Chunk* chunk = analysis_.syntax.ChunkAt(last_);
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun) return false;
    const std::string_view unit = Norm(last_);
    const uint32_t head = chunk->head;
    if (head <= last_ || !IsNoun(analysis_.syntax.tokens[head].upos)) return false;
    if (IsOneOf(Norm(end_), {"last", "next", "this"})) return false;  // "$80 million last summer"

    const bool hyphen = document_.Text(quantity_->span).find('-') != std::string_view::npos;
    if (quantity_->kind == QuantityKind::kCount) {
      if (!hyphen) return false;
      SetCounted(last_);
    } else {
      // "For 75 million francs Castell gets": no compound has a plural in it.
      if (unit.size() > 2 && unit.back() == 's') return false;
      switch (quantity_->kind) {
        case QuantityKind::kMoney:
          answer_.question = "sum";
          break;
        case QuantityKind::kMeasure:
          answer_.question = "size";
          break;
        default:
          answer_.question = "lasting";
          break;
      }
    }
    answer_.thing = head;
    return true;
  }

  void SetCounted(uint32_t noun) {
    answer_.question = QuestionOf(Lemma(noun), "count");
    if (!answer_.question.empty()) return;
    answer_.question = kHas;
    answer_.part = analysis_.terms[noun].synonym;
  }

  // "A price of 4 million", "the price of the bridge is 4 million", "its cost is put at 4 million",
  // "worth 4 million".
  bool ReadWordBefore() {
    if (const std::string_view q = QuestionOf(Norm(begin_ - 1), "before"); !q.empty()) {
      answer_.question = q;
      TakeNounBefore(begin_ - 1);
      return true;
    }
    if (Norm(begin_ - 1) == "of" || (Norm(begin_ - 1) == "for" && Lemma(begin_ - 2) == "room")) {
      const std::string_view q = QuestionOf(Lemma(begin_ - 2), "of");
      if (q.empty()) return false;
      answer_.question = q;
      for (const Clause* clause : ClausesNear()) {
        if (Lemma(clause->predicate) == "have") answer_.thing = clause->subject;
      }
      DropPronoun();
      return true;
    }
    for (const Clause* clause : ClausesNear()) {
      const uint32_t subject = clause->subject;
      if (subject == kNoWord) continue;
      const std::string_view q = QuestionOf(Lemma(subject), "of");
      const bool says =
          clause->copular || (IsOneOf(Norm(begin_ - 1), {"at"}) &&
                              IsOneOf(Lemma(clause->predicate), {"put", "give", "stand"}));
      if (q.empty() || !says) continue;
      answer_.question = q;
      if (Norm(subject + 1) == "of") {
        const Chunk* of = analysis_.syntax.ChunkAt(subject + 2);
        if (of == nullptr) return false;
        answer_.thing = of->head;
      } else if (const Chunk* own = analysis_.syntax.ChunkAt(subject);
                 own != nullptr && own->tokens.size() > 2) {
        return false;  // "the ticket price": of what, is not told apart
      }
      return true;
    }
    return false;
  }

  // "340 metres long".
  bool ReadWordAfter() {
    if (quantity_->kind != QuantityKind::kMeasure) return false;
    const std::string_view q = QuestionOf(Norm(end_), "after");
    if (q.empty()) return false;
    answer_.question = q;
    for (const Clause* clause : ClausesNear()) {
      if (clause->copular && clause->subject != kNoWord && clause->subject < begin_)
        answer_.thing = clause->subject;
    }
    DropPronoun();
    return true;
  }

  // "The stadium will cost 340 million", "it employs 160 people", "has 120 rooms", "lasted six
  // hours", "was built for 4 million".
  bool ReadVerb() {
    for (const Clause* clause : ClausesNear()) {
      const bool object =
          clause->object == last_ ||
          (clause->object != kNoWord && clause->object >= begin_ && clause->object < end_);
      const std::string_view verb = Lemma(clause->predicate);
      const bool adjacent = begin_ == clause->predicate + 1;
      if (clause->voice == Voice::kActive && (object || adjacent) && clause->recipient == kNoWord) {
        const std::string_view q = QuestionOf(verb, "verb");
        const bool people = quantity_->noun.empty() || quantity_->noun == "person" ||
                            quantity_->noun == "people" || quantity_->noun == "spectator";
        if (!q.empty() && (quantity_->kind != QuantityKind::kCount || people)) {
          answer_.question = q;
          answer_.thing = clause->subject;
        } else if (verb == "have" && quantity_->kind == QuantityKind::kCount &&
                   !quantity_->noun.empty()) {
          SetCounted(last_);
          narrowed_ = IsNarrowed();
          answer_.thing = clause->subject;
          if (answer_.thing == kNoWord) return false;
        }
      }
      if (quantity_->kind == QuantityKind::kDuration && clause->subject != kNoWord &&
          ((adjacent && IsOneOf(verb, {"last", "take"})) ||
           (Norm(begin_ - 1) == "for" && IsOneOf(verb, {"last", "burn", "rage", "continue"})))) {
        answer_.question = "lasting";
        answer_.thing = clause->subject;
      }
      if (quantity_->kind == QuantityKind::kMoney && Norm(begin_ - 1) == "for") {
        if (const std::string_view q = QuestionOf(verb, "made"); !q.empty()) {
          answer_.question = q;
          answer_.thing = analysis_.syntax.clauses.PatientOf(*clause);
        }
      }
      if (!answer_.question.empty()) {
        DropPronoun();
        return true;
      }
    }
    return false;
  }

  // "The hotel, with 210 rooms".
  // "The 190 employees of the works".
  bool ReadOwned() {
    if (quantity_->kind != QuantityKind::kCount || quantity_->noun.empty()) return false;
    const std::string_view q = QuestionOf(Lemma(last_), "count");
    if (q.empty() || Norm(begin_ - 1) != "the" || Norm(end_) != "of") return false;
    const Chunk* chunk = end_ + 1 < sentence_.end ? analysis_.syntax.ChunkAt(end_ + 1) : nullptr;
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun) return false;
    answer_.question = q;
    answer_.thing = chunk->head;
    return true;
  }

  bool ReadWith() {
    if (quantity_->kind != QuantityKind::kCount || quantity_->noun.empty()) return false;
    if (Norm(begin_ - 1) != "with" || !TakeNounBefore(begin_ - 1)) return false;
    // "Ended the game with 40 points".
    for (const Clause* clause : ClausesNear()) {
      if (clause->object == answer_.thing) return false;
    }
    SetCounted(last_);
    narrowed_ = IsNarrowed();
    return true;
  }

  // ---- helpers of the patterns

  // "40 rooms with a view", "2,400 seats for guests", "40 of the rooms".
  bool IsNarrowed() const {
    for (uint32_t t = begin_; t < last_; ++t) {
      if (analysis_.terms[t].content && !quantity_->number.Contains(document_.tokens[t].span))
        return true;
    }
    return IsOneOf(Norm(end_),
                   {"with", "for", "of", "from", "who", "that", "which", "where", "under"});
  }

  bool TakeNounBefore(uint32_t t) {
    if (t > sentence_.begin && Norm(t - 1) == ",") --t;
    const Chunk* chunk = t > sentence_.begin ? analysis_.syntax.ChunkAt(t - 1) : nullptr;
    if (chunk != nullptr && chunk->kind == ChunkKind::kNoun && chunk->tokens.end == t) {
      answer_.thing = chunk->head;
    } else {
      for (const Clause* clause : ClausesNear()) {
        if (clause->copular) answer_.thing = clause->subject;
      }
    }
    DropPronoun();
    return answer_.thing != kNoWord;
  }

  // "It", "which": not said here. Parsers take the arena for the subject of "the roof of the arena
  // costs".
  void DropPronoun() {
    if (answer_.thing == kNoWord) return;
    for (const Chunk* chunk = analysis_.syntax.ChunkAt(answer_.thing);
         chunk != nullptr && chunk->has_preposition && chunk->preposition > sentence_.begin &&
         Norm(chunk->preposition) == "of" && answer_.thing < begin_;) {
      chunk = analysis_.syntax.ChunkAt(chunk->preposition - 1);
      if (chunk == nullptr || chunk->kind != ChunkKind::kNoun) break;
      answer_.thing = chunk->head;
    }
    if (!IsNoun(analysis_.syntax.tokens[answer_.thing].upos)) {
      // "The bridge, which will cost": the word before the clause.
      const Chunk* chunk = nullptr;
      const std::string_view norm = Norm(answer_.thing);
      if ((norm == "which" || norm == "that") && answer_.thing > sentence_.begin) {
        uint32_t t = answer_.thing - 1;
        if (Norm(t) == "," && t > sentence_.begin) --t;
        chunk = analysis_.syntax.ChunkAt(t);
      }
      answer_.thing = chunk != nullptr && chunk->kind == ChunkKind::kNoun ? chunk->head : kNoWord;
    }
  }

  // The clauses of the sentence that begin before the number ends, the nearest first.
  std::vector<const Clause*> ClausesNear() const {
    std::vector<const Clause*> near;
    const std::vector<Clause>& clauses = analysis_.syntax.clauses.clauses;
    auto clause = std::partition_point(clauses.begin(), clauses.end(), [&](const Clause& c) {
      return c.predicate < sentence_.begin;
    });
    for (; clause != clauses.end() && clause->predicate < end_; ++clause) {
      if (clause->extent.begin <= begin_ && clause->extent.end >= end_) near.push_back(&*clause);
    }
    std::reverse(near.begin(), near.end());
    return near;
  }

  const Analysis& analysis_;
  const Document& document_;
  const Quantity* quantity_ = nullptr;
  IndexRange sentence_;
  uint32_t begin_ = 0, end_ = 0, last_ = 0;  // tokens of the number with its unit or noun
  NumberAnswer answer_;
  bool narrowed_ = false;  // "40 rooms with a view"
  std::vector<NumberAnswer> out_;
};

}  // namespace

std::vector<NumberAnswer> FindAnswers(const Analysis& analysis) {
  return AnswerReader(analysis).Read();
}

}  // namespace crossread
