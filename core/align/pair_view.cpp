#include "core/align/pair_view.h"

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

IndexRange GroupOf(const Analysis& analysis, uint32_t t) {
  const Chunk* chunk = analysis.syntax.ChunkAt(t);
  return chunk != nullptr ? chunk->tokens : IndexRange{t, t + 1};
}

uint32_t ContentWords(const Analysis& analysis, IndexRange tokens) {
  uint32_t words = 0;
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) words += analysis.terms[t].content;
  return words;
}

// The name that goes with a noun, or the name itself; empty if there is none.
IndexRange NameOf(const Analysis& analysis, uint32_t t) {
  for (const Description& description : analysis.syntax.nominals.descriptions) {
    if (description.head == t || description.name.Contains(t)) return description.name;
  }
  if (analysis.syntax.tokens[t].upos != Upos::kPropn) return {};
  return GroupOf(analysis, t);
}

// "A man", "a demonstrator": who is not named, but for a role that says which.
bool IsAnybody(const Analysis& analysis, uint32_t t) {
  static const LexiconTable& persons = Lexicon::English().Table("person_nouns.txt");
  const IndexRange group = GroupOf(analysis, t);
  const std::string_view first = analysis.document.Norm(analysis.document.tokens[group.begin]);
  if ((first != "a" && first != "an" && first != "one") || !NameOf(analysis, t).empty())
    return false;
  for (uint32_t i = group.begin; i < group.end; ++i) {
    if (persons.Has(analysis.document.Lemma(analysis.document.tokens[i]))) return true;
  }
  return false;
}

// The noun before a relative clause: "land" of "land that the army has failed to take".
bool IsWhatItTellsOf(const Analysis& analysis, uint32_t noun, uint32_t predicate) {
  const uint32_t pronoun = noun + 1;
  if (pronoun >= analysis.document.tokens.size() ||
      analysis.syntax.tokens[noun].upos != Upos::kNoun)
    return false;
  const std::string_view norm = analysis.document.Norm(analysis.document.tokens[pronoun]);
  if (norm != "that" && norm != "which" && norm != "who") return false;
  const Clause* clause = analysis.syntax.clauses.At(predicate);
  for (int step = 0; clause != nullptr && step < 2; ++step) {
    if (clause->object == pronoun || clause->subject == pronoun) return true;
    if (clause->parent == kNoClause) break;
    clause = &analysis.syntax.clauses.clauses[clause->parent];
  }
  return false;
}

}  // namespace

PairView::PairView(const Comparison& of, uint32_t at)
    : comparison(&of),
      index(at),
      pair(&of.pairs[at]),
      a(&of.At(pair->a.article)),
      b(&of.At(pair->b.article)),
      claim_a(&of.At(pair->a)),
      claim_b(&of.At(pair->b)),
      world(WorldOf(of, pair->a, pair->b)) {}

uint32_t PairView::ContextLinks(Span x, Span y) const {
  uint32_t links = 0;
  for (const TokenLink& link : pair->links) {
    if (link.kind == LinkKind::kAntonym) continue;
    if (x.Contains(a->document.tokens[link.a].span)) continue;
    if (y.Contains(b->document.tokens[link.b].span)) continue;
    ++links;
  }
  return links;
}

uint32_t PairView::LinkedNeighbours(uint32_t x, uint32_t y) const {
  return static_cast<uint32_t>(
      std::count_if(pair->links.begin(), pair->links.end(), [&](const TokenLink& link) {
        // "He" may be whom the other verb is done to.
        return link.kind != LinkKind::kAntonym && link.kind != LinkKind::kConcept && link.a != x &&
               link.b != y && Beside(*a, link.a, x) && Beside(*b, link.b, y);
      }));
}

bool PairView::ArgumentsAgree(uint32_t x, uint32_t y) const {
  const Clauses &in_a = a->syntax.clauses, &in_b = b->syntax.clauses;
  const Clause *clause_x = in_a.At(x), *clause_y = in_b.At(y);
  if (clause_x == nullptr || clause_y == nullptr) return true;
  return ArgumentAgrees(in_a.AgentOf(*clause_x, a->document),
                        in_b.AgentOf(*clause_y, b->document)) &&
         PatientsAgree(x, y);
}

bool PairView::PatientsAgree(uint32_t x, uint32_t y) const {
  const Clauses &in_a = a->syntax.clauses, &in_b = b->syntax.clauses;
  const Clause *clause_x = in_a.At(x), *clause_y = in_b.At(y);
  if (clause_x == nullptr || clause_y == nullptr) return true;
  return ArgumentAgrees(in_a.PatientOf(*clause_x), in_b.PatientOf(*clause_y));
}

bool PairView::ArgumentAgrees(uint32_t x, uint32_t y) const {
  if (x == kNoWord || y == kNoWord) return true;
  if (a->syntax.tokens[x].upos == Upos::kPron || b->syntax.tokens[y].upos == Upos::kPron)
    return true;
  if (IsAnybody(*a, x) && IsAnybody(*b, y)) return true;
  // "The minister, Ann Lee," is Ann Lee.
  const IndexRange name_x = NameOf(*a, x), name_y = NameOf(*b, y);
  for (const TokenLink& link : pair->links) {
    if (name_x.Contains(link.a) && name_y.Contains(link.b)) return true;
  }
  const IndexRange group_x = GroupOf(*a, x), group_y = GroupOf(*b, y);
  bool linked = false;
  uint32_t loose_x = ContentWords(*a, group_x), loose_y = ContentWords(*b, group_y);
  for (const TokenLink& link : pair->links) {
    if (!group_x.Contains(link.a) || !group_y.Contains(link.b)) continue;
    --loose_x;
    --loose_y;
    linked = linked || (link.a == x && link.b == y);
  }
  return linked && (loose_x == 0 || loose_y == 0);
}

bool PairView::IsAntonymLink(uint32_t token) const {
  return std::any_of(pair->links.begin(), pair->links.end(), [&](const TokenLink& link) {
    return link.a == token && link.kind == LinkKind::kAntonym;
  });
}

bool PairView::Beside(const Analysis& analysis, uint32_t token, uint32_t predicate) {
  // An owner goes with what it owns: "the harbour's pilots" as "the harbour pilots".
  if (token + 1 < analysis.document.tokens.size() &&
      analysis.document.Norm(analysis.document.tokens[token + 1]) == "'s" && token < predicate)
    ++token;
  if (token + kNeighbourhood >= predicate && token <= predicate + kNeighbourhood) return true;
  if (IsWhatItTellsOf(analysis, token, predicate)) return true;
  const Clause* clause = analysis.syntax.clauses.At(predicate);
  return clause != nullptr && analysis.syntax.IsArgument(token, *clause);
}

bool PairView::InMarks(const Analysis& analysis, const Claim& claim) {
  return claim.quotation != kNoQuotation &&
         analysis.quotations[claim.quotation].kind == QuotationKind::kDirect;
}

Difference PairView::Make(DifferenceKind kind, Span mark_a, Span mark_b, uint32_t index_a,
                          uint32_t index_b, uint32_t score) const {
  Difference difference;
  difference.kind = kind;
  difference.pair = index;
  difference.a = {pair->a.article, mark_a};
  difference.b = {pair->b.article, mark_b};
  difference.mark_a = mark_a;
  difference.mark_b = mark_b;
  difference.index_a = index_a;
  difference.index_b = index_b;
  difference.world = world;
  difference.score = std::min<uint32_t>(score, 1000);
  return difference;
}

}  // namespace crossread
