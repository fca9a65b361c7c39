#include "core/extract/attendee.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "core/base/utf8.h"
#include "core/extract/referent.h"

namespace crossread {
namespace {

constexpr uint32_t kWhich = 5;  // tokens behind a group that may say which is meant

}  // namespace

const LexiconRow* FindAttendanceWord(std::string_view key, std::string_view kind) {
  static const LexiconTable& words = Lexicon::English().Table("attendance.tsv");
  const LexiconRow* const end = words.rows().data() + words.rows().size();
  for (const LexiconRow* row = words.Find(key); row != nullptr && row != end; ++row) {
    if (row->key != key) return nullptr;
    if (row->column(0) == kind) return row;
  }
  return nullptr;
}

bool AttendeeFinder::HasWord(IndexRange tokens, std::string_view word) const {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (Norm(t) == word) return true;
  }
  return false;
}

void AttendeeFinder::AddEach(const Clause& clause, const Attendance& said,
                             std::vector<Attendance>* out) const {
  const uint32_t subject = SubjectOf(clause);
  if (subject == kNoWord) return;
  Add(subject, said, out);
  const IndexRange group = GroupOf(subject);
  for (uint32_t t = subject + 1; t < clause.group.begin; ++t) {
    const SyntaxToken& token = syntax_.tokens[t];
    if (token.dependency == Dependency::kConj && group.Contains(token.head))
      Add(GroupOf(t).end - 1, said, out);
  }
}

IndexRange AttendeeFinder::GroupOf(uint32_t t) const {
  const Chunk* chunk = syntax_.ChunkAt(t);
  if (chunk == nullptr) return {t, t + 1};
  IndexRange group{chunk->tokens.begin, chunk->head + 1};
  const uint32_t first = document_.sentences[document_.tokens[t].sentence].tokens.begin;
  while (group.begin > first && (IsHyphen(group.begin) || IsHyphen(group.begin - 1))) --group.begin;
  return group;
}

uint32_t AttendeeFinder::SubjectOf(const Clause& clause) const {
  if (clause.subject != kNoWord) return clause.subject;
  const uint32_t first =
      document_.sentences[document_.tokens[clause.predicate].sentence].tokens.begin;
  if (clause.form != VerbForm::kFinite || clause.group.begin < first + 3) return kNoWord;
  const Chunk* chunk = syntax_.ChunkAt(first);
  if (chunk == nullptr || chunk->kind != ChunkKind::kNoun || chunk->has_preposition) return kNoWord;
  const bool closed = Norm(chunk->tokens.end) == "," && Norm(clause.group.begin - 1) == ",";
  return closed ? chunk->head : kNoWord;
}

bool AttendeeFinder::IsNeither(const Clause& clause) const {
  const uint32_t subject = SubjectOf(clause);
  if (subject == kNoWord || subject >= clause.group.begin) return false;
  const uint32_t begin = GroupOf(subject).begin;
  return HasWord({begin > 0 ? begin - 1 : 0, clause.group.begin}, "neither") ||
         HasWord({begin, clause.group.begin}, "nor");
}

void AttendeeFinder::Add(uint32_t head, Attendance said, std::vector<Attendance>* out) const {
  if (Norm(head) == "no" && head + 1 < syntax_.tokens.size())
    ++head;  // "No American" may be read as an American "no"
  if (Is(head, Upos::kPron)) {
    said.entity = EntityAt(analysis_, head);
  } else {
    said.entity = EntityAt(analysis_, head);
    if (said.entity == kNoEntity) said.entity = DescribedBy(head);
    if (said.entity == kNoEntity && said.present) said.entity = SentBy(head);
    if (said.entity == kNoEntity) SetGroup(head, &said);
  }
  if (said.entity != kNoEntity || !said.group.empty()) out->push_back(std::move(said));
}

// "Ann Lee, the mayor, sat": the name.
uint32_t AttendeeFinder::DescribedBy(uint32_t head) const {
  const std::vector<Description>& all = syntax_.nominals.descriptions;
  const IndexRange sentence = document_.sentences[document_.tokens[head].sentence].tokens;
  auto description =
      std::lower_bound(all.begin(), all.end(), sentence.begin,
                       [](const Description& d, uint32_t t) { return d.name.begin < t; });
  for (; description != all.end() && description->name.begin < sentence.end; ++description) {
    if (description->words.Contains(head)) return EntityAt(analysis_, description->name.end - 1);
  }
  return kNoEntity;
}

// "An envoy of the United States": the country sits at the table.
uint32_t AttendeeFinder::SentBy(uint32_t head) const {
  if (FindAttendanceWord(Norm(head), "envoy") == nullptr) return kNoEntity;
  const Chunk* behind = head + 2 < syntax_.tokens.size() ? syntax_.ChunkAt(head + 2) : nullptr;
  const bool of = behind != nullptr && (Norm(head + 1) == "of" || Norm(head + 1) == "from");
  return of ? EntityAt(analysis_, behind->head) : kNoEntity;
}

// "The transport minister", "union leaders", "no firefighters"; nothing where words behind it or
// a name in it say which ("the minister of Elsinia").
void AttendeeFinder::SetGroup(uint32_t head, Attendance* said) const {
  const Chunk* chunk = syntax_.ChunkAt(head);
  if (!Is(head, Upos::kNoun) || chunk == nullptr || chunk->kind != ChunkKind::kNoun) return;
  said->plural = syntax_.tokens[head].morphology.number == Number::kPlural;
  IndexRange words = GroupOf(head);
  const std::string_view first = Norm(words.begin);
  const bool definite = first == "the" || first == "no";
  if (!definite && !said->plural) return;
  if (!definite && !OpensGroup(words.begin)) return;
  if (definite) ++words.begin;
  if (words.empty() || chunk->tokens.end != head + 1 || !IsRole(head)) return;
  for (uint32_t t = words.begin; t < words.end; ++t) {
    const bool plain =
        !Is(t, Upos::kDet) && !Is(t, Upos::kNum) && !Is(t, Upos::kPart) && !Is(t, Upos::kPron);
    if (!plain || EntityAt(analysis_, t) != kNoEntity) return;
  }
  for (uint32_t t = head + 1; t < head + kWhich && t < syntax_.tokens.size(); ++t) {
    const SyntaxToken& token = syntax_.tokens[t];
    const bool which =
        token.dependency == Dependency::kAcl || token.dependency == Dependency::kNmod;
    if (Norm(t) == "of" || (token.head == head && which)) return;
  }
  said->group = Fold(document_.Text(document_.SpanOf(words)));
}

// Nothing of the group stands before it: "retired" may be taken for a verb.
bool AttendeeFinder::OpensGroup(uint32_t t) const {
  const uint32_t first = document_.sentences[document_.tokens[t].sentence].tokens.begin;
  return t == first || Is(t - 1, Upos::kPunct) || Is(t - 1, Upos::kCconj) ||
         Is(t - 1, Upos::kSconj) || Is(t - 1, Upos::kAux);
}

bool AttendeeFinder::IsRole(uint32_t t) const {
  static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
  const std::string_view norm = Norm(t);
  if (roles.Has(norm) || FindAttendanceWord(norm, "people") != nullptr) return true;
  if (t > 0 && roles.Has(std::string(Norm(t - 1)) + ' ' + std::string(norm))) return true;
  if (norm.size() < 3 || norm.back() != 's') return false;
  const std::string_view one = norm.substr(0, norm.size() - 1);
  return roles.Has(one) || FindAttendanceWord(one, "people") != nullptr;
}

}  // namespace crossread
