#include "core/align/one_thing.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// What tells which one is meant.
struct Marks {
  std::vector<TermId> names;     // "the Ardle plant", "the plant in Ardle"
  std::vector<TermId> ordinals;  // "the second offer"
  std::vector<TermId> wholes;    // "damage to the church"
  std::vector<TermId> owners;    // "the company's appeal"
};

class MarkReader {
 public:
  MarkReader(const Analysis& analysis, uint32_t head) : analysis_(analysis), head_(head) {}

  Marks Run() {
    const Chunk* chunk = analysis_.syntax.ChunkAt(head_);
    const IndexRange group = chunk != nullptr ? chunk->tokens : IndexRange{head_, head_ + 1};
    for (uint32_t t = group.begin; t < group.end; ++t) {
      if (t == head_) continue;
      if (IsOrdinal(t)) marks_.ordinals.push_back(analysis_.terms[t].lemma);
      if (IsPlainName(t)) marks_.names.push_back(analysis_.terms[t].lemma);
      ReadOwner(t);
    }
    ReadBehind(group.end);
    return std::move(marks_);
  }

 private:
  std::string_view Norm(uint32_t t) const {
    return analysis_.document.Norm(analysis_.document.tokens[t]);
  }
  bool IsOrdinal(uint32_t t) const {
    static const LexiconTable& occasions = Lexicon::English().Table("occasions.tsv");
    const LexiconRow* row = occasions.Find(Norm(t));
    return Norm(t) == "first" || (row != nullptr && row->column(0) == "other");
  }
  bool IsPlainName(uint32_t t) const {
    const Mention* mention = MentionAt(analysis_, t);
    if (mention == nullptr || mention->entity == kNoEntity) return false;
    // The last word of a name is its term.
    return analysis_.document.tokens[t].span.end == mention->span.end;
  }

  // The noun before an "'s", which chunkers take for the end of a group or the beginning of one.
  void ReadOwner(uint32_t t) {
    if (Norm(t) == "'s" && t > 0 && analysis_.syntax.tokens[t - 1].upos == Upos::kNoun)
      marks_.owners.push_back(analysis_.terms[t - 1].synonym);
  }

  // "… of Quay Street", "… in Ardle", "… to the church", right behind the group.
  void ReadBehind(uint32_t t) {
    const IndexRange sentence =
        analysis_.document.sentences[analysis_.document.tokens[head_].sentence].tokens;
    if (t + 1 >= sentence.end || !IsOneOf(Norm(t), {"of", "in", "at", "to", "for", "on"})) return;
    const Chunk* chunk = analysis_.syntax.ChunkAt(t + 1);
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun) return;
    const size_t before = marks_.names.size();
    for (uint32_t i = chunk->tokens.begin; i < chunk->tokens.end; ++i) {
      if (IsPlainName(i)) marks_.names.push_back(analysis_.terms[i].lemma);
    }
    if (marks_.names.size() > before) return;
    if (analysis_.syntax.tokens[chunk->head].upos == Upos::kNoun)
      marks_.wholes.push_back(analysis_.terms[chunk->head].synonym);
  }

  const Analysis& analysis_;
  const uint32_t head_;
  Marks marks_;
};

bool Has(const std::vector<TermId>& terms, TermId term) {
  return std::find(terms.begin(), terms.end(), term) != terms.end();
}

// Both say which, and nothing in common.
bool Exclude(const std::vector<TermId>& x, const std::vector<TermId>& y) {
  return !x.empty() && !y.empty() &&
         std::none_of(x.begin(), x.end(), [&](TermId term) { return Has(y, term); });
}

// Some word of the sentence around `t` is one of `terms`.
bool IsNamedIn(const Analysis& analysis, uint32_t t, const std::vector<TermId>& terms) {
  const IndexRange sentence =
      analysis.document.sentences[analysis.document.tokens[t].sentence].tokens;
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    if (Has(terms, analysis.terms[i].lemma) || Has(terms, analysis.terms[i].synonym)) return true;
  }
  return false;
}

}  // namespace

bool AreOtherThings(const Analysis& a, uint32_t x, const Analysis& b, uint32_t y) {
  const Marks of_x = MarkReader(a, x).Run(), of_y = MarkReader(b, y).Run();
  const auto exclude = [&](const std::vector<TermId>& in_a, const std::vector<TermId>& in_b) {
    return Exclude(in_a, in_b) && !IsNamedIn(b, y, in_a) && !IsNamedIn(a, x, in_b);
  };
  return exclude(of_x.names, of_y.names) || Exclude(of_x.ordinals, of_y.ordinals) ||
         exclude(of_x.wholes, of_y.wholes) || exclude(of_x.owners, of_y.owners);
}

}  // namespace crossread
