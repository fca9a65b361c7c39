// What an edited copy changed: a number, a name, a "not", who said it. Each edit has one owner, the
// first kind that fits, and belongs to none unless both sides show values that exclude each other;
// spelling, synonyms and word order are no difference. Words inside quotation marks belong to
// utterances.cpp.
#include <algorithm>

#include "core/align/edit_view.h"

namespace crossread {
namespace {

constexpr size_t kMaxEdits = 5;  // more, and it is another sentence
constexpr int kOtherEvent = 3;   // values that differ in one sentence: not an edit
constexpr uint32_t kBeside = 3;  // tokens between a verb and its subject or object

class EditComparer : public EditView {
 public:
  EditComparer(const Comparison& comparison, const SentenceCopy& copy, const CopyEdit& edit,
               std::vector<Difference>* out)
      : EditView(comparison, copy, edit, out) {}

  void Run() const {
    if (edit_->a.size() > kLongEdit || edit_->b.size() > kLongEdit) return;
    if (IsInMarks(a_) || IsInMarks(b_)) return;
    const bool replaced = edit_->kind == EditKind::kReplaced;
    if (replaced ? CompareEditedValues(*this) : CompareEditedSources(*this)) return;
    CompareEditedSigns(*this);
  }

  // Beside the sign an edit puts one thing in the place of another: "the pier", "the lighthouse".
  bool HasOtherNounBeside(Span mark) const {
    const IndexRange sign = a_.document().TokensIn(mark);
    const auto has_noun = [](const EditSide& side, IndexRange tokens) {
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (side.analysis->syntax.tokens[t].upos == Upos::kNoun) return true;
      }
      return false;
    };
    return std::any_of(copy_->edits.begin(), copy_->edits.end(), [&](const CopyEdit& edit) {
      // The mark reaches from the sign to its noun, which may be an edit of its own.
      if (edit.kind != EditKind::kReplaced || edit.a.begin <= sign.begin) return false;
      if (edit.a.begin > sign.end + kBeside || edit.a.end + kBeside < sign.begin) return false;
      return has_noun(a_, edit.a) && has_noun(b_, edit.b) &&
             Touching(a_.analysis->quantities, a_, edit.a).empty() &&
             Touching(a_.analysis->times, a_, edit.a).empty();
    });
  }

 private:
  // The words of the edit, or the place where it left some out, stand inside quotation marks.
  bool IsInMarks(const EditSide& side) const {
    const Span at = side.tokens.empty() ? PlaceOf(side) : side.SpanOf(side.tokens);
    for (const Quotation& quotation : side.analysis->quotations) {
      if (quotation.kind == QuotationKind::kIndirect) continue;
      for (const Span content : quotation.content) {
        if (content.Overlaps(at)) return true;
      }
    }
    return false;
  }
};

// The differences from `first` on are of one copy. Where who, where and when all differ, it tells
// of another event; where somebody else did it, or to something else, a "not" contradicts
// nothing.
void DropOtherStatements(const Comparison& comparison, const SentenceCopy& copy, size_t first,
                         std::vector<Difference>* out) {
  const auto drop = [&](auto&& is) {
    out->erase(std::remove_if(out->begin() + static_cast<std::ptrdiff_t>(first), out->end(), is),
               out->end());
  };
  const auto count = [&](auto&& is) {
    return std::count_if(out->begin() + static_cast<std::ptrdiff_t>(first), out->end(), is);
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
    return is_sign(d) &&
           EditComparer(comparison, copy, copy.edits[0], out).HasOtherNounBeside(d.mark_a);
  };
  const bool other_doer = count(is_sign) > 0 && count(is_entity) > 0;
  if (other_event || other_doer) drop(is_sign);
  drop(is_sign_of_other);
  if (other_event) drop(is_value);
  if (other_doer) drop(is_entity);
}

}  // namespace

std::vector<Difference> CompareCopies(const Comparison& comparison) {
  std::vector<Difference> out;
  for (const SentenceCopy& copy : comparison.copies) {
    if (copy.edits.size() > kMaxEdits) continue;
    const size_t first = out.size();
    for (const CopyEdit& edit : copy.edits) EditComparer(comparison, copy, edit, &out).Run();
    DropOtherStatements(comparison, copy, first, &out);
  }
  return out;
}

}  // namespace crossread
