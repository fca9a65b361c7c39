// Words that only one side of an edit has: a source that was lost, a name fewer in a list.
#include <algorithm>
#include <string>

#include "core/align/edit_view.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

class SourceEdit : public EditView {
 public:
  explicit SourceEdit(const EditView& view) : EditView(view) {}

  bool Run() { return CompareSources() || CompareParticipants(); }

 private:
  // ---- sources and participants: words that only one side has

  const EditSide& Longer() const { return edit_->kind == EditKind::kDropped ? a_ : b_; }
  const EditSide& Shorter() const { return edit_->kind == EditKind::kDropped ? b_ : a_; }

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
    const EditSide& side = Shorter();
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
    const EditSide &longer = Longer(), &shorter = Shorter();
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
  static Span BehindAccordingTo(const EditSide& side) {
    const uint32_t t = side.tokens.begin;
    if (side.tokens.size() < 3 || side.Norm(t) != "according" || side.Norm(t + 1) != "to")
      return {};
    return side.SpanOf({t + 2, side.tokens.end});
  }

  // The indirect speech whose cue and speaker the edit holds.
  static const Quotation* SourceIn(const EditSide& side) {
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

  // "According to the Associated Press" credits the wire that both may have used.
  static bool IsAgency(const EditSide& side, Span source) {
    static const LexiconTable& agencies = Lexicon::English().Table("agencies.txt");
    std::string name = Fold(side.document().Text(source));
    if (name.substr(0, 4) == "the ") name = name.substr(4);
    return agencies.Has(name);
  }

  // A mark that no quotation was made of: torn or mistyped ones.
  static bool HasMark(const EditSide& side) {
    const IndexRange sentence = side.Sentence();
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (side.document().tokens[t].shape == TokenShape::kQuoteMark) return true;
    }
    return false;
  }

  // "Allegedly" tells the reader as much as "police said".
  bool IsHedged(const EditSide& side) const {
    static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
    const IndexRange sentence = side.Sentence();
    for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
      const LexiconRow* row = modality.Find(side.Norm(t));
      if (row != nullptr && row->column(0) == "reported" && !IsShared(side, t)) return true;
    }
    return false;
  }

  // So does a "may", or "is believed to", that stands on the side that lost the source alone.
  static bool IsHedgedInstead(const EditSide& with_source, const EditSide& without) {
    const auto is_hedged = [](const EditSide& side) {
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
  static bool IsSpeechGoingOn(const Quotation& quotation, const EditSide& longer,
                              const EditSide& shorter) {
    const Document& document = shorter.document();
    if (shorter.sentence == 0) return false;
    const Sentence& before = document.sentences[shorter.sentence - 1];
    if (before.block != document.sentences[shorter.sentence].block) return false;
    const std::string source = Fold(longer.document().Text(quotation.speaker.span));
    if (source == "he" || source == "she" || source == "they") return true;
    // "The collector" is "the district collector, Asha Thomas".
    const auto names = [&](Span speaker) {
      const IndexRange tokens = document.TokensIn(speaker);
      return std::any_of(
          document.tokens.begin() + tokens.begin, document.tokens.begin() + tokens.end,
          [&](const Token& token) { return document.Norm(token) == LastWord(source); });
    };
    return std::any_of(shorter.analysis->quotations.begin(), shorter.analysis->quotations.end(),
                       [&](const Quotation& other) {
                         return other.Extent().Overlaps(before.span) &&
                                !other.speaker.span.empty() && names(other.speaker.span);
                       });
  }

  // "Ann Lee and Bo Berg met" and "Ann Lee met": one fewer, beside a name that both have.
  bool CompareParticipants() {
    const EditSide& longer = Longer();
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
  static bool IsBetweenPeople(const EditSide& side) {
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
  static bool IsOpenList(const EditSide& side) {
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
  static bool HasName(const EditSide& side, const EditSide& of, const Mention& name, bool itself) {
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
  bool IsBesideName(const EditSide& side) const {
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
};

}  // namespace

bool CompareEditedSources(const EditView& view) { return SourceEdit(view).Run(); }

}  // namespace crossread
