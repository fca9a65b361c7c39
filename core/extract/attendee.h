// Whom a clause says was there, or was not: names, pronouns with a name, holders of offices, groups
// ("union leaders"). What words behind a group narrow down ("the minister of Elsinia") is left out.
#pragma once

#include <string_view>
#include <vector>

#include "core/extract/analysis.h"
#include "core/lexicon/lexicon.h"

namespace crossread {

// The row of attendance.tsv with this key and kind ("march" is a verb and an occasion), or nullptr.
const LexiconRow* FindAttendanceWord(std::string_view key, std::string_view kind);

class AttendeeFinder {
 public:
  // `analysis` outlives the finder; its syntax, mentions and pronouns are read.
  explicit AttendeeFinder(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document), syntax_(analysis.syntax) {}

  // Appends `said` once for the clause's subject and once for each other member of its list.
  void AddEach(const Clause& clause, const Attendance& said, std::vector<Attendance>* out) const;
  // Appends `said` of whoever token `head` names; nothing of whom it does not tell.
  void Add(uint32_t head, Attendance said, std::vector<Attendance>* out) const;

  // Of "Ann Lee, who leads the union, was not admitted" a parse may lose it: what the sentence
  // opens with.
  uint32_t SubjectOf(const Clause& clause) const;
  // "Neither Ann Lee nor Bo Ek attended": the verb has no "not".
  bool IsNeither(const Clause& clause) const;
  // The noun group around token t with what a hyphen cut off: "off-duty firefighters".
  IndexRange GroupOf(uint32_t t) const;
  // "Minister", "firefighters", "police".
  bool IsRole(uint32_t t) const;

 private:
  std::string_view Norm(uint32_t t) const { return document_.Norm(document_.tokens[t]); }
  bool Is(uint32_t t, Upos upos) const { return syntax_.tokens[t].upos == upos; }
  bool IsHyphen(uint32_t t) const { return Norm(t) == "-" && !document_.tokens[t].space_before; }
  bool HasWord(IndexRange tokens, std::string_view word) const;
  uint32_t DescribedBy(uint32_t head) const;
  uint32_t SentBy(uint32_t head) const;
  void SetGroup(uint32_t head, Attendance* said) const;
  bool OpensGroup(uint32_t t) const;

  const Analysis& analysis_;
  const Document& document_;
  const Syntax& syntax_;
};

}  // namespace crossread
