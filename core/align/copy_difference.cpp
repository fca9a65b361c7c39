// What an edited copy changed: a number, a name, a "not", who said it. Each edit has one owner, the
// first kind that fits, and belongs to none unless both sides show values that exclude each other;
// spelling, synonyms and word order are no difference. Words inside quotation marks belong to
// utterances.cpp.
#include <algorithm>
#include <string>

#include "core/align/comparison.h"
#include "core/base/utf8.h"
#include "core/extract/terms.h"
#include "core/lexicon/antonyms.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr size_t kMaxEdits = 5;       // more, and it is another sentence
constexpr uint32_t kLongEdit = 24;    // tokens: a longer one is another clause
constexpr int kOtherEvent = 3;        // values that differ in one sentence: not an edit
constexpr uint32_t kBeside = 3;       // tokens between a verb and its subject or object
constexpr uint32_t kCopyScore = 500;  // plus two fifths of the similarity

// One article's side of an edit.
struct Side {
  const Analysis* analysis = nullptr;
  uint32_t article = 0;
  uint32_t sentence = 0;
  IndexRange tokens;  // of the edit

  const Document& document() const { return analysis->document; }
  std::string_view Norm(uint32_t t) const { return document().Norm(document().tokens[t]); }
  std::string_view Lemma(uint32_t t) const { return document().Lemma(document().tokens[t]); }
  IndexRange Sentence() const { return document().sentences[sentence].tokens; }
  Span SpanOf(IndexRange range) const { return document().SpanOf(range); }
  bool IsWord(uint32_t t) const {
    const TokenShape shape = document().tokens[t].shape;
    return shape == TokenShape::kWord || shape == TokenShape::kNumber;
  }
};

bool IsNegator(std::string_view norm) {
  return norm == "not" || norm == "n't" || norm == "never" || norm == "cannot" || norm == "no";
}

bool IsDo(std::string_view norm) { return norm == "do" || norm == "does" || norm == "did"; }

class CopyComparer {
 public:
  explicit CopyComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (const SentenceCopy& copy : comparison_.copies) {
      if (copy.edits.size() > kMaxEdits) continue;
      copy_ = &copy;
      const size_t first = out_.size();
      for (const CopyEdit& edit : copy.edits) {
        a_ = {&comparison_.At(copy.article_a), copy.article_a, copy.sentence_a, edit.a};
        b_ = {&comparison_.At(copy.article_b), copy.article_b, copy.sentence_b, edit.b};
        edit_ = &edit;
        if (edit.a.size() > kLongEdit || edit.b.size() > kLongEdit) continue;
        if (IsInMarks(a_) || IsInMarks(b_)) continue;
        Compare();
      }
      DropOtherStatements(first);
    }
    return std::move(out_);
  }

 private:
  void Compare() {
    if (edit_->kind == EditKind::kReplaced) {
      if (CompareQuantities() || CompareTimes() || CompareNames() || CompareRoles()) return;
    } else if (CompareSources() || CompareParticipants()) {
      return;
    }
    if (ComparePolarity() || CompareOpposites() || CompareHedges()) return;
    CompareSigns();
  }

  // The differences from `first` on are of one copy. Where who, where and when all differ, it tells
  // of another event; where somebody else did it, or to something else, a "not" contradicts
  // nothing.
  void DropOtherStatements(size_t first) {
    const auto drop = [&](auto&& is) {
      out_.erase(std::remove_if(out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end(), is),
                 out_.end());
    };
    const auto count = [&](auto&& is) {
      return std::count_if(out_.begin() + static_cast<std::ptrdiff_t>(first), out_.end(), is);
    };
    const auto is_value = [](const Difference& d) {
      return d.kind == DifferenceKind::kQuantity || d.kind == DifferenceKind::kTime ||
             d.kind == DifferenceKind::kEntity || d.kind == DifferenceKind::kPlace;
    };
    const auto is_sign = [](const Difference& d) {
      return d.kind == DifferenceKind::kPolarity || d.kind == DifferenceKind::kModality ||
             d.kind == DifferenceKind::kStatus;
    };
    const auto is_entity = [](const Difference& d) { return d.kind == DifferenceKind::kEntity; };
    const bool other_event = count(is_value) >= kOtherEvent;
    const auto is_sign_of_other = [&](const Difference& d) {
      return is_sign(d) && HasOtherNounBeside(d.mark_a);
    };
    const bool other_doer = count(is_sign) > 0 && count(is_entity) > 0;
    if (other_event || other_doer) drop(is_sign);
    drop(is_sign_of_other);
    if (other_event) drop(is_value);
    if (other_doer) drop(is_entity);
  }

  // Beside the sign an edit puts one thing in the place of another: "the pier", "the lighthouse".
  bool HasOtherNounBeside(Span mark) const {
    const IndexRange sign = a_.document().TokensIn(mark);
    const auto has_noun = [](const Side& side, IndexRange tokens) {
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (side.analysis->syntax.tokens[t].upos == Upos::kNoun) return true;
      }
      return false;
    };
    return std::any_of(copy_->edits.begin(), copy_->edits.end(), [&](const CopyEdit& edit) {
      if (edit.kind != EditKind::kReplaced || a_.SpanOf(edit.a).Overlaps(mark)) return false;
      if (edit.a.begin > sign.end + kBeside || edit.a.end + kBeside < sign.begin) return false;
      return has_noun(a_, edit.a) && has_noun(b_, edit.b) &&
             Touching(a_.analysis->quantities, a_, edit.a).empty() &&
             Touching(a_.analysis->times, a_, edit.a).empty();
    });
  }

  // ---- helpers

  // The words of the edit, or the place where it left some out, stand inside quotation marks.
  bool IsInMarks(const Side& side) const {
    const Span at = side.tokens.empty() ? PlaceOf(side) : side.SpanOf(side.tokens);
    for (const Quotation& quotation : side.analysis->quotations) {
      if (quotation.kind == QuotationKind::kIndirect) continue;
      for (const Span content : quotation.content) {
        if (content.Overlaps(at)) return true;
      }
    }
    return false;
  }

  // Of an empty side: the word behind the gap, or the last one before it.
  static Span PlaceOf(const Side& side) {
    const uint32_t t = std::min(side.tokens.begin, side.Sentence().end - 1);
    return side.document().tokens[t].span;
  }

  void Add(DifferenceKind kind, Span mark_a, Span mark_b, std::string value_a, std::string value_b,
           uint32_t index_a = 0, uint32_t index_b = 0) {
    Difference difference;
    difference.kind = kind;
    difference.pair = PairAt(mark_a, mark_b);
    difference.a = {a_.article, mark_a};
    difference.b = {b_.article, mark_b};
    difference.mark_a = mark_a;
    difference.mark_b = mark_b;
    difference.index_a = index_a;
    difference.index_b = index_b;
    difference.score = kCopyScore + copy_->similarity * 2 / 5;
    difference.value_a = std::move(value_a);
    difference.value_b = std::move(value_b);
    out_.push_back(std::move(difference));
  }

  // The best pair of claims that hold the marks, so that the matrix shows the difference.
  uint32_t PairAt(Span mark_a, Span mark_b) const {
    uint32_t best = kNoPair;
    for (uint32_t p = 0; p < comparison_.pairs.size(); ++p) {
      const Pair& pair = comparison_.pairs[p];
      if (pair.a.article != a_.article || pair.b.article != b_.article) continue;
      if (!comparison_.At(pair.a).span.Overlaps(mark_a)) continue;
      if (!comparison_.At(pair.b).span.Overlaps(mark_b)) continue;
      if (best == kNoPair || pair.score > comparison_.pairs[best].score) best = p;
    }
    return best;
  }

  std::string FoldedText(const Side& side, Span span) const {
    return Fold(side.document().Text(span));
  }

  // ---- values

  template <typename Value>
  static std::vector<uint32_t> Touching(const std::vector<Value>& values, const Side& side) {
    return Touching(values, side, side.tokens);
  }

  template <typename Value>
  static std::vector<uint32_t> Touching(const std::vector<Value>& values, const Side& side,
                                        IndexRange tokens) {
    std::vector<uint32_t> out;
    const Span span = side.SpanOf(tokens);
    for (uint32_t i = 0; i < values.size(); ++i) {
      if (values[i].span.Overlaps(span)) out.push_back(i);
    }
    return out;
  }

  bool CompareQuantities() {
    const auto in_a = Touching(a_.analysis->quantities, a_),
               in_b = Touching(b_.analysis->quantities, b_);
    if (in_a.size() != 1 || in_b.size() != 1) return false;
    const Quantity &x = a_.analysis->quantities[in_a[0]], &y = b_.analysis->quantities[in_b[0]];
    if (x.kind != y.kind || x.vague || y.vague || CountOtherThings(x, y)) return false;
    if (Relate(x, y) != Relation::kDisjoint && !IsMoved(x, y)) return false;
    Add(DifferenceKind::kQuantity, x.span, y.span, FoldedText(a_, x.span), FoldedText(b_, y.span),
        in_a[0], in_b[0]);
    return true;
  }

  // "140 passengers", "12 lorries": the thing was edited with its number.
  static bool CountOtherThings(const Quantity& x, const Quantity& y) {
    if (x.noun.empty() || y.noun.empty() || x.noun == y.noun) return false;
    static const LexiconTable& synonyms = Lexicon::English().Table("synonyms.tsv");
    const LexiconRow *rx = synonyms.Find(x.noun), *ry = synonyms.Find(y.noun);
    return rx == nullptr || ry == nullptr || rx->column(1) != ry->column(1);
  }

  // "More than 30" and "more than 37", "about 600" and "about 750": both may be true, but not of
  // one statement that somebody copied.
  static bool IsMoved(const Quantity& x, const Quantity& y) {
    if (x.unit != y.unit || x.approximate != y.approximate || x.at_least != y.at_least ||
        x.at_most != y.at_most)
      return false;
    const int64_t of_x = x.at_most ? x.high : x.low, of_y = y.at_most ? y.high : y.low;
    const int64_t larger = std::max(of_x, of_y), apart = larger - std::min(of_x, of_y);
    return (x.approximate || x.at_least || x.at_most) && apart * 10 > larger;
  }

  bool CompareTimes() {
    const auto in_a = Touching(a_.analysis->times, a_), in_b = Touching(b_.analysis->times, b_);
    if (in_a.size() != 1 || in_b.size() != 1) return false;
    const Time &x = a_.analysis->times[in_a[0]], &y = b_.analysis->times[in_b[0]];
    if (x.vague || y.vague || Relate(x, y) != Relation::kDisjoint) return false;
    if (FoldedText(a_, x.span) == FoldedText(b_, y.span)) return false;
    Add(DifferenceKind::kTime, x.span, y.span, FoldedText(a_, x.span), FoldedText(b_, y.span),
        in_a[0], in_b[0]);
    return true;
  }

  // ---- names

  const Mention* MentionIn(const Side& side) const {
    const auto touching = Touching(side.analysis->mentions.mentions, side);
    return touching.size() == 1 ? &side.analysis->mentions.mentions[touching[0]] : nullptr;
  }

  static const Entity* EntityOf(const Side& side, const Mention& mention) {
    return mention.entity == kNoEntity ? nullptr
                                       : &side.analysis->mentions.entities[mention.entity];
  }

  bool CompareNames() {
    const Mention *x = MentionIn(a_), *y = MentionIn(b_);
    if (CompareSpelling(x, y)) return true;
    if (x == nullptr || y == nullptr || !OnlyNames(a_, *x) || !OnlyNames(b_, *y)) return false;
    if (IsChannel(a_, x->span) && IsChannel(b_, y->span)) return true;
    const Entity *of_x = EntityOf(a_, *x), *of_y = EntityOf(b_, *y);
    if (of_x == nullptr || of_y == nullptr || AreOneEntity(*x, *y)) return false;
    if (CompareTowns(*x, *of_x, *y, *of_y)) return true;
    if (of_x->kind != of_y->kind) return false;
    const std::string text_x = FoldDiacritics(a_.document().Text(x->span)),
                      text_y = FoldDiacritics(b_.document().Text(y->span));
    DifferenceKind kind = DifferenceKind::kEntity;
    switch (of_x->kind) {
      case EntityKind::kPlace:
        if (RelatePlaces(of_x->key, of_y->key) != Relation::kDisjoint) return false;
        kind = DifferenceKind::kPlace;
        break;
      case EntityKind::kPerson:
        if (RelateNames(text_x, text_y) != NameRelation::kUnrelated) return false;
        if (HasWord(text_x, LastWord(text_y)) || HasWord(text_y, LastWord(text_x))) return false;
        // Of words inside quotation marks: utterances.cpp.
        if (IsQuoted(a_, x->span) && IsQuoted(b_, y->span)) return true;
        break;
      default:
        if (IsAcronym(text_x, text_y) || IsAcronym(text_y, text_x)) return false;
        if (HasWord(text_x, LastWord(text_y)) || HasWord(text_y, LastWord(text_x))) return false;
    }
    Add(kind, x->span, y->span, text_x, text_y);
    return true;
  }

  // "Found in Kranj", "found at Domžale": two places that no gazetteer relates, each unknown to the
  // other article.
  bool CompareTowns(const Mention& x, const Entity& of_x, const Mention& y, const Entity& of_y) {
    const auto may_be_place = [](const Entity& entity) {
      return entity.kind == EntityKind::kPlace || entity.kind == EntityKind::kOther;
    };
    if (!may_be_place(of_x) || !may_be_place(of_y)) return false;
    if (!IsBehindIn(a_, x) || !IsBehindIn(b_, y)) return false;
    if (RelatePlaces(of_x.key, of_y.key) != Relation::kUnknown) return false;
    if (Names(a_, of_y.key) || Names(b_, of_x.key)) return false;
    Add(DifferenceKind::kPlace, x.span, y.span, of_x.key, of_y.key);
    return true;
  }

  static bool IsBehindIn(const Side& side, const Mention& mention) {
    const IndexRange tokens = side.document().TokensIn(mention.span);
    if (tokens.empty() || tokens.begin == side.Sentence().begin) return false;
    const std::string_view before = side.Norm(tokens.begin - 1);
    return before == "in" || before == "at" || before == "near" || before == "outside" ||
           before == "off";
  }

  // The article has a name with a word of `key` in it.
  static bool Names(const Side& side, std::string_view key) {
    const auto& entities = side.analysis->mentions.entities;
    return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
      return HasWord(entity.key, LastWord(key)) || HasWord(key, LastWord(entity.key));
    });
  }

  bool AreOneEntity(const Mention& x, const Mention& y) const {
    return comparison_.entities.Find(a_.article, x.entity) ==
           comparison_.entities.Find(b_.article, y.entity);
  }

  // One word, a letter or two apart, of a name that is known on one side at least and is no place.
  bool CompareSpelling(const Mention* x, const Mention* y) {
    const uint32_t word_x = OnlyWord(a_), word_y = OnlyWord(b_);
    if (word_x == kNoWord || word_y == kNoWord || (x == nullptr && y == nullptr)) return false;
    if (!a_.document().tokens[word_x].capital || !b_.document().tokens[word_y].capital)
      return false;
    for (const auto& [side, mention] : {std::pair(&a_, x), std::pair(&b_, y)}) {
      const Entity* entity = mention == nullptr ? nullptr : EntityOf(*side, *mention);
      if (entity != nullptr && entity->kind != EntityKind::kPerson &&
          entity->kind != EntityKind::kOther)
        return false;
    }
    const std::string text_x = FoldDiacritics(a_.document().Text(a_.document().tokens[word_x])),
                      text_y = FoldDiacritics(b_.document().Text(b_.document().tokens[word_y]));
    if (!IsNameSlip(text_x, text_y)) return false;
    // House style, unless an article writes both.
    if (IsNameTransliteration(text_x, text_y) && !HasBoth(a_, word_x, text_y) &&
        !HasBoth(b_, word_y, text_x))
      return true;
    Add(DifferenceKind::kName, x != nullptr ? x->span : a_.document().tokens[word_x].span,
        y != nullptr ? y->span : b_.document().tokens[word_y].span, text_x, text_y);
    return true;
  }

  // The edit is the name, or a part of it, with a title or an article.
  bool OnlyNames(const Side& side, const Mention& mention) const {
    static const LexiconTable& titles = Lexicon::English().Table("titles.tsv");
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      if (mention.span.Contains(side.document().tokens[t].span) || !side.IsWord(t)) continue;
      const std::string_view norm = side.Norm(t);
      if (side.analysis->terms[t].content && !titles.Has(norm)) return false;
    }
    return true;
  }

  // The article of `side` has the other spelling as well, elsewhere.
  static bool HasBoth(const Side& side, uint32_t word, const std::string& other) {
    for (const Token& token : side.document().tokens) {
      if (token.capital && &token != &side.document().tokens[word] &&
          FoldDiacritics(side.document().Text(token)) == other)
        return true;
    }
    return false;
  }

  static std::string_view LastWord(std::string_view name) {
    const size_t space = name.rfind(' ');
    return space == std::string_view::npos ? name : name.substr(space + 1);
  }

  static bool HasWord(std::string_view name, std::string_view word) {
    for (size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
      if ((at == 0 || name[at - 1] == ' ') &&
          (at + word.size() == name.size() || name[at + word.size()] == ' '))
        return true;
    }
    return false;
  }

  // "FBI", "Caricom": put together from how the words of the other begin.
  static bool IsAcronym(std::string_view letters, std::string_view words) {
    if (letters.find('.') != std::string_view::npos) return true;
    return IsBlend(letters, words, 0);
  }

  // Whether `letters` is what is left of `words` from a word's begin on, a prefix of each or
  // nothing of "of" and "the".
  static bool IsBlend(std::string_view letters, std::string_view words, size_t depth) {
    constexpr size_t kMostWords = 8;
    if (letters.empty()) return true;
    if (words.empty() || depth > kMostWords) return false;
    const size_t end = std::min(words.find_first_of(" -"), words.size());
    const std::string_view rest = words.substr(std::min(words.size(), end + 1));
    for (size_t taken = std::min(end, letters.size()) + 1; taken-- > 0;) {
      if (taken == 0 && depth == 0) return false;
      if (letters.substr(0, taken) != words.substr(0, taken)) continue;
      if (IsBlend(letters.substr(taken), rest, depth + 1)) return true;
    }
    return false;
  }

  // "Told Reuters", "told the BBC": each names itself.
  static bool IsChannel(const Side& side, Span name) {
    return std::any_of(
        side.analysis->quotations.begin(), side.analysis->quotations.end(),
        [&](const Quotation& quotation) { return quotation.channel.Overlaps(name); });
  }

  // Speaks words inside quotation marks.
  static bool IsQuoted(const Side& side, Span name) {
    return std::any_of(side.analysis->quotations.begin(), side.analysis->quotations.end(),
                       [&](const Quotation& quotation) {
                         return quotation.speaker.span.Overlaps(name) &&
                                quotation.kind != QuotationKind::kIndirect;
                       });
  }

  // ---- roles

  const RoleMention* RoleIn(const Side& side) const {
    const auto touching = Touching(side.analysis->mentions.roles, side);
    return touching.size() == 1 ? &side.analysis->mentions.roles[touching[0]] : nullptr;
  }

  bool CompareRoles() {
    const RoleMention *x = RoleIn(a_), *y = RoleIn(b_);
    if (x == nullptr || y == nullptr || x->former || y->former) return false;
    // "Senator Marta Quill", "Governor Peter Quill": each has an office.
    const Mention *of_x = MentionIn(a_), *of_y = MentionIn(b_);
    if (of_x != nullptr && of_y != nullptr && !AreOneEntity(*of_x, *of_y)) return false;
    // Of one statement that somebody copied, two offices are enough.
    if (RelateRoles(x->role, y->role) != Relation::kDisjoint && !AreTwoOffices(x->role, y->role))
      return false;
    Add(DifferenceKind::kRole, x->span, y->span, x->role, y->role);
    return true;
  }

  // ---- sources and participants: words that only one side has

  const Side& Longer() const { return edit_->kind == EditKind::kDropped ? a_ : b_; }
  const Side& Shorter() const { return edit_->kind == EditKind::kDropped ? b_ : a_; }

  void AddOneSided(DifferenceKind kind, Span longer, Span shorter, std::string more,
                   std::string less) {
    if (edit_->kind == EditKind::kDropped) {
      Add(kind, longer, shorter, std::move(more), std::move(less));
    } else {
      Add(kind, shorter, longer, std::move(less), std::move(more));
    }
  }

  // The words of the shorter side on both sides of the gap, for the reader to find the place.
  Span AroundGap(uint32_t words) const {
    const Side& side = Shorter();
    const IndexRange sentence = side.Sentence();
    const uint32_t begin = std::max(sentence.begin,
                                    side.tokens.begin - std::min(words, side.tokens.begin)),
                   end = std::min(sentence.end, side.tokens.begin + words);
    IndexRange range{begin, end};
    while (range.size() > 1 && !side.IsWord(range.end - 1)) --range.end;
    while (range.size() > 1 && !side.IsWord(range.begin)) ++range.begin;
    return side.SpanOf(range);
  }

  // "…, police said": the copy has lost its source, and nothing near names it.
  bool CompareSources() {
    const Side &longer = Longer(), &shorter = Shorter();
    const Quotation* quotation = SourceIn(longer);
    Span source, frame;
    if (quotation != nullptr) {
      if (IsSpeechGoingOn(*quotation, longer, shorter)) return false;
      source = quotation->speaker.span.empty() ? quotation->cue : quotation->speaker.span;
      frame = {std::min(source.begin, quotation->cue.begin),
               std::max(source.end, quotation->cue.end)};
    } else {
      source = BehindAccordingTo(longer);
      if (source.empty()) return false;
      frame = {longer.SpanOf(longer.tokens).begin, source.end};
    }
    if (IsAttributed(shorter) || IsHedged(shorter) || IsHedgedInstead(longer, shorter))
      return false;
    if (HasMark(longer) || HasMark(shorter) || IsAgency(longer, source)) return false;
    AddOneSided(DifferenceKind::kAttribution, frame,
                shorter.document().sentences[shorter.sentence].span, FoldedText(longer, source),
                "asserted");
    return true;
  }

  // The source of an edit that is nothing but "according to …", around speech that both report.
  static Span BehindAccordingTo(const Side& side) {
    const uint32_t t = side.tokens.begin;
    if (side.tokens.size() < 3 || side.Norm(t) != "according" || side.Norm(t + 1) != "to")
      return {};
    return side.SpanOf({t + 2, side.tokens.end});
  }

  // The indirect speech whose cue and speaker the edit holds.
  static const Quotation* SourceIn(const Side& side) {
    const Span span = side.SpanOf(side.tokens);
    for (const Quotation& quotation : side.analysis->quotations) {
      if (quotation.kind != QuotationKind::kIndirect || quotation.cue.empty()) continue;
      if (!span.Contains(quotation.cue)) continue;
      if (!quotation.speaker.span.empty() && !span.Overlaps(quotation.speaker.span)) continue;
      if (!quotation.content.front().Overlaps(span) || quotation.content.size() > 1)
        return &quotation;
    }
    return nullptr;
  }

  // Some quotation reaches into the sentence whose cue is not the other side's as well.
  bool IsAttributed(const Side& side) const {
    const Span span = side.document().sentences[side.sentence].span;
    for (const Quotation& quotation : side.analysis->quotations) {
      if (!quotation.Extent().Overlaps(span) && !quotation.cue.Overlaps(span)) continue;
      if (!IsShared(side, quotation.cue)) return true;
    }
    // Or a verb of saying that no quotation was made of.
    static const LexiconTable& verbs = Lexicon::English().Table("reporting_verbs.tsv");
    const IndexRange sentence = side.Sentence();
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (verbs.Has(side.Lemma(t)) && !IsShared(side, t)) return true;
    }
    return false;
  }

  // Every word of `span` is one that both sides have.
  bool IsShared(const Side& side, Span span) const {
    const IndexRange tokens = side.document().TokensIn(span);
    if (tokens.empty()) return false;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (side.IsWord(t) && !IsShared(side, t)) return false;
    }
    return true;
  }

  bool IsShared(const Side& side, uint32_t t) const {
    return std::any_of(copy_->same.begin(), copy_->same.end(), [&](const auto& pair) {
      return (side.article == a_.article ? pair.first : pair.second) == t;
    });
  }

  // "According to the Associated Press" credits the wire that both may have used.
  static bool IsAgency(const Side& side, Span source) {
    static const LexiconTable& agencies = Lexicon::English().Table("agencies.txt");
    std::string name = Fold(side.document().Text(source));
    if (name.substr(0, 4) == "the ") name = name.substr(4);
    return agencies.Has(name);
  }

  // A mark that no quotation was made of: torn or mistyped ones.
  static bool HasMark(const Side& side) {
    const IndexRange sentence = side.Sentence();
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (side.document().tokens[t].shape == TokenShape::kQuoteMark) return true;
    }
    return false;
  }

  // "Allegedly" tells the reader as much as "police said".
  bool IsHedged(const Side& side) const {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    const IndexRange sentence = side.Sentence();
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const LexiconRow* row = modality.Find(side.Norm(t));
      if (row != nullptr && row->column(0) == "reported" && !IsShared(side, t)) return true;
    }
    return false;
  }

  // So does a "may", or "is believed to", that stands on the side that lost the source alone.
  static bool IsHedgedInstead(const Side& with_source, const Side& without) {
    const auto is_hedged = [](const Side& side) {
      const auto& predicates = side.analysis->claims.predicates;
      return std::any_of(predicates.begin(), predicates.end(), [&](const Predicate& predicate) {
        return side.Sentence().Contains(predicate.token) &&
               predicate.sign.modality != Modality::kAsserted;
      });
    };
    return is_hedged(without) && !is_hedged(with_source);
  }

  // "Police said he had left. He had been awake, they said": the sentence before, of the same
  // paragraph, is that source's as well, and a reader goes on with it.
  static bool IsSpeechGoingOn(const Quotation& quotation, const Side& longer, const Side& shorter) {
    const Document& document = shorter.document();
    if (shorter.sentence == 0) return false;
    const Sentence& before = document.sentences[shorter.sentence - 1];
    if (before.block != document.sentences[shorter.sentence].block) return false;
    const std::string source = Fold(longer.document().Text(quotation.speaker.span));
    if (source == "he" || source == "she" || source == "they") return true;
    return std::any_of(
        shorter.analysis->quotations.begin(), shorter.analysis->quotations.end(),
        [&](const Quotation& other) {
          return other.Extent().Overlaps(before.span) && !other.speaker.span.empty() &&
                 LastWord(Fold(document.Text(other.speaker.span))) == LastWord(source);
        });
  }

  // "Ann Lee and Bo Berg met" and "Ann Lee met": one fewer, beside a name that both have.
  bool CompareParticipants() {
    const Side& longer = Longer();
    std::vector<const Mention*> names;
    for (const uint32_t m : Touching(longer.analysis->mentions.mentions, longer)) {
      names.push_back(&longer.analysis->mentions.mentions[m]);
    }
    if (names.empty()) return false;
    bool joined = false;
    for (uint32_t t = longer.tokens.begin; t < longer.tokens.end; ++t) {
      const Span word = longer.document().tokens[t].span;
      if (std::any_of(names.begin(), names.end(),
                      [&](const Mention* name) { return name->span.Contains(word); }))
        continue;
      const std::string_view norm = longer.Norm(t);
      if (norm == "and")
        joined = true;
      else if (!IsListWord(norm))
        return false;
    }
    if (!joined && !IsBetweenPeople(longer)) return false;
    if (!IsBesideName(longer) || IsOpenList(longer)) return false;
    for (const Mention* name : names) {
      const Entity* entity = EntityOf(longer, *name);
      if (entity == nullptr || entity->kind == EntityKind::kOther) return false;
      if (HasName(Shorter(), longer, *name, true) && !HasName(longer, longer, *name, false))
        return false;
    }
    AddOneSided(DifferenceKind::kParticipants, longer.SpanOf(longer.tokens), AroundGap(3),
                FoldedText(longer, names.front()->span), "without");
    return true;
  }

  // "Ann Lee, Bo Berg and Cy Dow": of the list the one before "and". Of places "Toledo, Ohio and
  // Akron" may name two.
  static bool IsBetweenPeople(const Side& side) {
    const IndexRange sentence = side.Sentence();
    const uint32_t before = side.tokens.begin, end = side.tokens.end;
    if (end >= sentence.end || side.Norm(end) != "and") return false;
    const bool comma =
        side.Norm(before) == "," || (before > sentence.begin && side.Norm(before - 1) == ",");
    const auto touching = Touching(side.analysis->mentions.mentions, side);
    return comma && std::all_of(touching.begin(), touching.end(), [&](uint32_t m) {
             const Entity* entity = EntityOf(side, side.analysis->mentions.mentions[m]);
             return entity != nullptr && entity->kind == EntityKind::kPerson;
           });
  }

  // "Including", "such as": a list that leaves names out on purpose.
  static bool IsOpenList(const Side& side) {
    const IndexRange sentence = side.Sentence();
    for (uint32_t t = sentence.begin; t < side.tokens.begin; ++t) {
      const std::string_view norm = side.Norm(t);
      if (norm == "including" || norm == "include" || norm == "includes" || norm == "included" ||
          norm == "among" || norm == "such" || norm == "like")
        return true;
    }
    return false;
  }

  // A sentence beside that of `side`, or that one as well, names them: another order.
  static bool HasName(const Side& side, const Side& of, const Mention& name, bool itself) {
    const std::string last(LastWord(of.document().Text(name.span)));
    const auto& sentences = side.document().sentences;
    const uint32_t first = side.sentence - std::min(side.sentence, 1u),
                   end = std::min(side.sentence + 2, static_cast<uint32_t>(sentences.size()));
    for (uint32_t t = sentences[first].tokens.begin; t < sentences[end - 1].tokens.end; ++t) {
      if (!itself && side.Sentence().Contains(t)) continue;
      if (side.document().Text(side.document().tokens[t]) == last) return true;
    }
    return false;
  }

  static bool IsListWord(std::string_view norm) {
    static const LexiconTable& titles = Lexicon::English().Table("titles.tsv");
    return norm == "," || norm == "the" || titles.Has(norm);
  }

  // A name stands before the edit, or behind it, with nothing but a comma or "and" between.
  bool IsBesideName(const Side& side) const {
    const auto is_name = [&](uint32_t t) {
      const Span word = side.document().tokens[t].span;
      return std::any_of(side.analysis->mentions.mentions.begin(),
                         side.analysis->mentions.mentions.end(),
                         [&](const Mention& mention) { return mention.span.Contains(word); });
    };
    const IndexRange sentence = side.Sentence();
    uint32_t before = side.tokens.begin;
    while (before > sentence.begin && side.Norm(before - 1) == ",") --before;
    if (before > sentence.begin && is_name(before - 1)) return true;
    uint32_t behind = side.tokens.end;
    while (behind < sentence.end && (IsListWord(side.Norm(behind)) || side.Norm(behind) == "and"))
      ++behind;
    return behind < sentence.end && is_name(behind);
  }

  // ---- yes or no

  // One side has a "not", and nothing else tells the two apart.
  bool ComparePolarity() {
    uint32_t negators_a = 0, negators_b = 0;
    const std::vector<std::string_view> rest_a = RestOf(a_, &negators_a),
                                        rest_b = RestOf(b_, &negators_b);
    if (negators_a + negators_b != 1 || rest_a != rest_b) return false;
    const Side& negated = negators_a == 1 ? a_ : b_;
    if (!NegatesClause(negated)) return false;
    Add(DifferenceKind::kPolarity, WithVerb(a_), WithVerb(b_),
        negators_a == 1 ? "negative" : "positive", negators_b == 1 ? "negative" : "positive");
    return true;
  }

  // Lemmas without negators, and without the "do" that a "not" asks for.
  static std::vector<std::string_view> RestOf(const Side& side, uint32_t* negators) {
    std::vector<std::string_view> rest;
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      const std::string_view norm = side.Norm(t);
      if (IsNegator(norm)) ++*negators;
      if (norm == "cannot" || norm == "ca")
        rest.push_back("can");
      else if (!IsNegator(norm) && !IsDo(norm) && side.IsWord(t))
        rest.push_back(side.Lemma(t));
    }
    return rest;
  }

  // Not "not only", "no more than", "whether or not", "not all".
  static bool NegatesClause(const Side& side) {
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      if (!IsNegator(side.Norm(t))) continue;
      if (t > side.Sentence().begin && side.Norm(t - 1) == "or") return false;
      if (t + 1 >= side.Sentence().end) return false;
      const std::string_view next = side.Norm(t + 1);
      for (const std::string_view word : {"only", "just", "more", "less", "all", "every", "merely",
                                          "simply", "longer", "least", "surprisingly", "to"}) {
        if (next == word) return false;
      }
      return true;
    }
    return false;
  }

  // From the auxiliary before the edit to the next word behind it: "had not earned".
  static Span WithVerb(const Side& side) {
    const IndexRange sentence = side.Sentence();
    IndexRange range = side.tokens;
    if (range.begin > sentence.begin &&
        side.analysis->syntax.tokens[range.begin - 1].upos == Upos::kAux)
      --range.begin;
    for (uint32_t t = range.end; t < sentence.end && t < range.begin + kLongEdit; ++t) {
      range.end = t + 1;
      const Upos upos = side.analysis->syntax.tokens[t].upos;
      if (upos == Upos::kVerb || upos == Upos::kAdj || upos == Upos::kNoun || upos == Upos::kPropn)
        break;
    }
    while (range.size() > 1 && !side.IsWord(range.end - 1)) --range.end;
    if (range.empty()) return PlaceOf(side);
    return side.SpanOf(range);
  }

  // "More" and "fewer", "guilty" and "innocent": one word against its opposite.
  bool CompareOpposites() {
    const uint32_t x = OnlyWord(a_), y = OnlyWord(b_);
    if (x == kNoWord || y == kNoWord) return false;
    const std::string_view lemma_x = MeantLemma(a_.document(), x),
                           lemma_y = MeantLemma(b_.document(), y);
    if (!AreAntonyms(lemma_x, lemma_y) && !AreAntonyms(a_.Norm(x), b_.Norm(y))) return false;
    Add(DifferenceKind::kPolarity, a_.document().tokens[x].span, b_.document().tokens[y].span,
        std::string(lemma_x), std::string(lemma_y));
    return true;
  }

  // The one word of the edit, or verb of two, beside articles and forms of "be".
  static uint32_t OnlyWord(const Side& side) {
    uint32_t found = kNoWord;
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      if (!side.IsWord(t)) continue;
      const std::string_view lemma = side.Lemma(t);
      if (lemma == "a" || lemma == "an" || lemma == "the" || lemma == "be") continue;
      if (found != kNoWord && PhrasalVerbAt(side.document(), found).particle == t) continue;
      if (found != kNoWord) return kNoWord;
      found = t;
    }
    return found;
  }

  // ---- plans and hedges

  // "Could be", "allegedly censoring" on one side alone, and at most a plain auxiliary on the
  // other.
  bool CompareHedges() {
    const bool hedged_a = IsHedge(a_), hedged_b = IsHedge(b_);
    const Side& plain = hedged_a ? b_ : a_;
    if (hedged_a == hedged_b || !IsPlain(plain)) return false;
    if (IsSurerSource(plain, hedged_a ? a_ : b_)) return false;
    Add(DifferenceKind::kModality, WithVerb(a_), WithVerb(b_),
        std::string(ModalityName(hedged_a ? Modality::kPossible : Modality::kAsserted)),
        std::string(ModalityName(hedged_b ? Modality::kPossible : Modality::kAsserted)));
    return true;
  }

  // The article that has no source hedges instead.
  bool IsSurerSource(const Side& plain, const Side& hedged) const {
    return IsAttributed(plain) && !IsAttributed(hedged);
  }

  static bool IsHedge(const Side& side) {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    const uint32_t word = OnlyWord(side);
    if (word == kNoWord) return false;
    const LexiconRow* row = modality.Find(side.Norm(word));
    return row != nullptr && row->column(0) != "conditional";
  }

  static bool IsPlain(const Side& side) {
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      const std::string_view norm = side.Norm(t), lemma = side.Lemma(t);
      if (norm != "will" && norm != "'ll" && lemma != "be" && lemma != "have" && lemma != "do")
        return false;
    }
    return true;
  }

  // One verb on both sides, another sign.

  void CompareSigns() {
    const Predicate *x = PredicateAt(a_), *y = PredicateAt(b_);
    if (x == nullptr || y == nullptr || x->lemma == 0) return;
    if (a_.document().strings.Get(x->lemma) != b_.document().strings.Get(y->lemma)) return;
    const Sign &of_x = x->sign, &of_y = y->sign;
    if (of_x.polarity == Polarity::kUnknown || of_x.polarity != of_y.polarity) return;
    if (of_x.modality != of_y.modality) {
      const bool hedged_a = of_x.modality != Modality::kAsserted;
      if (IsSurerSource(hedged_a ? b_ : a_, hedged_a ? a_ : b_)) return;
      Add(DifferenceKind::kModality, WithVerb(a_), WithVerb(b_),
          std::string(ModalityName(of_x.modality)), std::string(ModalityName(of_y.modality)));
    } else if (Excludes(of_x.status, of_y.status) && !IsOtherOccasion()) {
      Add(DifferenceKind::kStatus, WithVerb(a_), WithVerb(b_), std::string(StatusName(of_x.status)),
          std::string(StatusName(of_y.status)));
    }
  }

  // "Previously", "again": one of the two sentences tells of another time.
  bool IsOtherOccasion() const {
    static const LexiconTable& words = Lexicon::English().Table("other_occasion.txt");
    const auto tells = [&](const Side& side, IndexRange tokens) {
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (words.Has(side.Norm(t))) return true;
      }
      return false;
    };
    return std::any_of(copy_->edits.begin(), copy_->edits.end(), [&](const CopyEdit& edit) {
      return tells(a_, edit.a) || tells(b_, edit.b);
    });
  }

  static bool Excludes(Status x, Status y) {
    const auto is_over = [](Status s) { return s == Status::kHappened || s == Status::kCancelled; };
    return (x == Status::kPlanned && is_over(y)) || (y == Status::kPlanned && is_over(x));
  }

  // The verb in the edit, or the first one behind it within a few words.
  static const Predicate* PredicateAt(const Side& side) {
    constexpr uint32_t kReach = 4;
    const IndexRange reach{side.tokens.begin,
                           std::min(side.tokens.end + kReach, side.Sentence().end)};
    for (const Predicate& predicate : side.analysis->claims.predicates) {
      if (!predicate.nominal && reach.Contains(predicate.token)) return &predicate;
    }
    return nullptr;
  }

  const Comparison& comparison_;
  const SentenceCopy* copy_ = nullptr;
  const CopyEdit* edit_ = nullptr;
  Side a_, b_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareCopies(const Comparison& comparison) {
  return CopyComparer(comparison).Run();
}

}  // namespace crossread
