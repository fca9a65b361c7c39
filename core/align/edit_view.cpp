#include "core/align/edit_view.h"

#include <algorithm>

#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kCopyScore = 500;  // plus two fifths of the similarity

}  // namespace

EditView::EditView(const Comparison& comparison, const SentenceCopy& copy, const CopyEdit& edit,
                   std::vector<Difference>* out)
    : comparison_(comparison),
      copy_(&copy),
      edit_(&edit),
      a_{&comparison.At(copy.article_a), copy.article_a, copy.sentence_a, edit.a},
      b_{&comparison.At(copy.article_b), copy.article_b, copy.sentence_b, edit.b},
      out_(out) {}

Span EditView::PlaceOf(const EditSide& side) {
  const uint32_t t = std::min(side.tokens.begin, side.Sentence().end - 1);
  return side.document().tokens[t].span;
}

void EditView::Add(DifferenceKind kind, Span mark_a, Span mark_b, std::string value_a,
                   std::string value_b, uint32_t index_a, uint32_t index_b) {
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
  // "62,000, police said", "140,000, the unions said".
  if (difference.pair != kNoPair && kind == DifferenceKind::kQuantity) {
    const Pair& pair = comparison_.pairs[difference.pair];
    const QuotationRef by_a{pair.a.article, comparison_.At(pair.a).quotation},
        by_b{pair.b.article, comparison_.At(pair.b).quotation};
    if (by_a.quotation != kNoQuotation && by_b.quotation != kNoQuotation &&
        AreTwoParties(comparison_, by_a, by_b))
      difference.world = World::kOtherSources;
  }
  difference.value_a = std::move(value_a);
  difference.value_b = std::move(value_b);
  out_->push_back(std::move(difference));
}

uint32_t EditView::PairAt(Span mark_a, Span mark_b) const {
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

std::string EditView::FoldedText(const EditSide& side, Span span) const {
  return Fold(side.document().Text(span));
}

const Mention* EditView::MentionIn(const EditSide& side) const {
  const auto touching = Touching(side.analysis->mentions.mentions, side);
  return touching.size() == 1 ? &side.analysis->mentions.mentions[touching[0]] : nullptr;
}

const Entity* EditView::EntityOf(const EditSide& side, const Mention& mention) {
  return mention.entity == kNoEntity ? nullptr : &side.analysis->mentions.entities[mention.entity];
}

bool EditView::AreOneEntity(const Mention& x, const Mention& y) const {
  return comparison_.entities.Find(a_.article, x.entity) ==
         comparison_.entities.Find(b_.article, y.entity);
}

std::string_view EditView::LastWord(std::string_view name) {
  const size_t space = name.rfind(' ');
  return space == std::string_view::npos ? name : name.substr(space + 1);
}

bool EditView::HasWord(std::string_view name, std::string_view word) {
  for (size_t at = name.find(word); at != std::string_view::npos; at = name.find(word, at + 1)) {
    if ((at == 0 || name[at - 1] == ' ') &&
        (at + word.size() == name.size() || name[at + word.size()] == ' '))
      return true;
  }
  return false;
}

bool EditView::IsShared(const EditSide& side, Span span) const {
  const IndexRange tokens = side.document().TokensIn(span);
  if (tokens.empty()) return false;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (side.IsWord(t) && !IsShared(side, t)) return false;
  }
  return true;
}

bool EditView::IsShared(const EditSide& side, uint32_t t) const {
  return std::any_of(copy_->same.begin(), copy_->same.end(), [&](const auto& pair) {
    return (side.article == a_.article ? pair.first : pair.second) == t;
  });
}

bool EditView::IsAttributed(const EditSide& side) const {
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

Span EditView::WithVerb(const EditSide& side) {
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

uint32_t EditView::OnlyWord(const EditSide& side) {
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

}  // namespace crossread
