// A number, a date, a name or an office that an edit replaced.
#include <algorithm>
#include <string>

#include "core/align/edit_view.h"
#include "core/align/one_answer.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/synonyms.h"

namespace crossread {
namespace {

class ValueEdit : public EditView {
 public:
  explicit ValueEdit(const EditView& view) : EditView(view) {}

  bool Run() { return CompareQuantities() || CompareTimes() || CompareNames() || CompareRoles(); }

 private:
  // ---- values

  bool CompareQuantities() {
    const auto in_a = Touching(a_.analysis->quantities, a_),
               in_b = Touching(b_.analysis->quantities, b_);
    if (in_a.size() != 1 || in_b.size() != 1) return false;
    const Quantity &x = a_.analysis->quantities[in_a[0]], &y = b_.analysis->quantities[in_b[0]];
    if (x.kind != y.kind || x.vague || y.vague || CountOtherThings(x, y)) return false;
    if (Relate(x, y) != Relation::kDisjoint && !IsMoved(x, y)) return false;
    if (AnswerApart(comparison_, a_.article, in_a[0], b_.article, in_b[0])) return false;
    Add(DifferenceKind::kQuantity, x.span, y.span, FoldedText(a_, x.span), FoldedText(b_, y.span),
        in_a[0], in_b[0]);
    return true;
  }

  // "140 passengers", "12 lorries": the thing was edited with its number.
  static bool CountOtherThings(const Quantity& x, const Quantity& y) {
    if (x.noun.empty() || y.noun.empty() || x.noun == y.noun) return false;
    return SynonymClass(x.noun) != SynonymClass(y.noun);
  }

  // Of a short sentence it isn't known that one has it from the other, and both bounds may hold.
  static bool IsLong(const EditSide& side) {
    constexpr uint32_t kLong = 13;  // tokens
    return side.Sentence().size() >= kLong;
  }

  // "More than 30" and "more than 37", "about 600" and "about 750": both may be true, but not of
  // one statement that somebody copied.
  bool IsMoved(const Quantity& x, const Quantity& y) const {
    if (!x.approximate && !(IsLong(a_) && IsLong(b_))) return false;
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

  static bool IsBehindIn(const EditSide& side, const Mention& mention) {
    const IndexRange tokens = side.document().TokensIn(mention.span);
    if (tokens.empty() || tokens.begin == side.Sentence().begin) return false;
    const std::string_view before = side.Norm(tokens.begin - 1);
    return before == "in" || before == "at" || before == "near" || before == "outside" ||
           before == "off";
  }

  // The article has a name with a word of `key` in it.
  static bool Names(const EditSide& side, std::string_view key) {
    const auto& entities = side.analysis->mentions.entities;
    return std::any_of(entities.begin(), entities.end(), [&](const Entity& entity) {
      return HasWord(entity.key, LastWord(key)) || HasWord(key, LastWord(entity.key));
    });
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
  bool OnlyNames(const EditSide& side, const Mention& mention) const {
    static const LexiconTable& titles = Lexicon::English().Table("titles.tsv");
    for (uint32_t t = side.tokens.begin; t < side.tokens.end; ++t) {
      if (mention.span.Contains(side.document().tokens[t].span) || !side.IsWord(t)) continue;
      const std::string_view norm = side.Norm(t);
      if (side.analysis->terms[t].content && !titles.Has(norm)) return false;
    }
    return true;
  }

  // The article of `side` has the other spelling as well, elsewhere.
  static bool HasBoth(const EditSide& side, uint32_t word, const std::string& other) {
    for (const Token& token : side.document().tokens) {
      if (token.capital && &token != &side.document().tokens[word] &&
          FoldDiacritics(side.document().Text(token)) == other)
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
  static bool IsChannel(const EditSide& side, Span name) {
    return std::any_of(
        side.analysis->quotations.begin(), side.analysis->quotations.end(),
        [&](const Quotation& quotation) { return quotation.channel.Overlaps(name); });
  }

  // Speaks words inside quotation marks.
  static bool IsQuoted(const EditSide& side, Span name) {
    return std::any_of(side.analysis->quotations.begin(), side.analysis->quotations.end(),
                       [&](const Quotation& quotation) {
                         return quotation.speaker.span.Overlaps(name) &&
                                quotation.kind != QuotationKind::kIndirect;
                       });
  }

  // ---- roles

  const RoleMention* RoleIn(const EditSide& side) const {
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
};

}  // namespace

bool CompareEditedValues(const EditView& view) { return ValueEdit(view).Run(); }

}  // namespace crossread
