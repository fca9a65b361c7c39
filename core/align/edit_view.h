// One edit of a copied sentence, as what it changed is asked for: both sides, and what more than
// one kind of question needs.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"

namespace crossread {

inline constexpr uint32_t kLongEdit = 24;  // tokens: a longer edit is another clause

// One article's side of an edit.
struct EditSide {
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

class EditView {
 public:
  EditView(const Comparison& comparison, const SentenceCopy& copy, const CopyEdit& edit,
           std::vector<Difference>* out);

 protected:
  void Add(DifferenceKind kind, Span mark_a, Span mark_b, std::string value_a, std::string value_b,
           uint32_t index_a = 0, uint32_t index_b = 0);

  // Of an empty side: the word behind the gap, or the last one before it.
  static Span PlaceOf(const EditSide& side);

  // The best pair of claims that hold the marks, so that the matrix shows the difference.
  uint32_t PairAt(Span mark_a, Span mark_b) const;

  std::string FoldedText(const EditSide& side, Span span) const;

  const Mention* MentionIn(const EditSide& side) const;

  static const Entity* EntityOf(const EditSide& side, const Mention& mention);

  bool AreOneEntity(const Mention& x, const Mention& y) const;

  static std::string_view LastWord(std::string_view name);

  static bool HasWord(std::string_view name, std::string_view word);

  // Every word of `span` is one that both sides have.
  bool IsShared(const EditSide& side, Span span) const;

  bool IsShared(const EditSide& side, uint32_t t) const;

  // Some quotation reaches into the sentence whose cue is not the other side's as well.
  bool IsAttributed(const EditSide& side) const;

  // From the auxiliary before the edit to the next word behind it: "had not earned".
  static Span WithVerb(const EditSide& side);

  // The one word of the edit, or verb of two, beside articles and forms of "be".
  static uint32_t OnlyWord(const EditSide& side);

  // The values that the edit touches, or other tokens of that side.
  template <typename Value>
  static std::vector<uint32_t> Touching(const std::vector<Value>& values, const EditSide& side) {
    return Touching(values, side, side.tokens);
  }
  template <typename Value>
  static std::vector<uint32_t> Touching(const std::vector<Value>& values, const EditSide& side,
                                        IndexRange tokens) {
    std::vector<uint32_t> out;
    const Span span = side.SpanOf(tokens);
    for (uint32_t i = 0; i < values.size(); ++i) {
      if (values[i].span.Overlaps(span)) out.push_back(i);
    }
    return out;
  }

  const Comparison& comparison_;
  const SentenceCopy* copy_;
  const CopyEdit* edit_;
  EditSide a_, b_;

 private:
  std::vector<Difference>* out_;
};

// What an edit changed; true if it has found its owner. (align/copy_values.cpp, copy_sources.cpp,
// copy_signs.cpp)
bool CompareEditedValues(const EditView& view);
bool CompareEditedSources(const EditView& view);
void CompareEditedSigns(const EditView& view);

}  // namespace crossread
