// What a pronoun may mean: the names, noun groups and pronouns before it, each with the features
// that its score is the sum of. Internal to pronouns.cpp and tools/train.
#pragma once

#include <cstdint>
#include <vector>

#include "core/extract/pronouns.h"

namespace crossread {

// A name, a noun group or an earlier pronoun: something that a pronoun can stand for.
struct Antecedent {
  enum class Kind : uint8_t { kName, kNoun, kPronoun };
  Kind kind = Kind::kName;
  IndexRange tokens;
  uint32_t head = 0;  // token
  uint32_t group =
      0;  // the token whose relation is its own: the head, or a noun that it stands for
  uint32_t entity = kNoEntity;  // of a name; of a pronoun what it leans to
  bool sure = true;             // false for a pronoun that only leans
  PronounKind pronoun = PronounKind::kHe;
};

struct PronounCandidate {
  uint32_t antecedent = 0;  // index into PronounReader::antecedents(), or kNone
  std::vector<uint16_t> features;

  static constexpr uint32_t kNone = UINT32_MAX;  // "means nothing here": always among them
};

// More features than there are; the size of the table of weights.
inline constexpr uint16_t kPronounFeatures = 3 * 560;

class PronounReader {
 public:
  // Keeps references to all. Cost: O(tokens + mentions + quotations).
  PronounReader(const Document& document, const Syntax& syntax, const Mentions& mentions,
                const std::vector<Quotation>& quotations);

  const std::vector<Antecedent>& antecedents() const { return antecedents_; }
  const std::vector<Pronoun>& pronouns() const { return pronouns_; }

  // The candidates of pronoun p, the nearest first, kNone last. Asks for the entities that Settle
  // gave the pronouns before. Cost: O(noun groups of the sentences before).
  std::vector<PronounCandidate> Candidates(uint32_t p) const;

  uint32_t SentencesBetween(const Antecedent& antecedent, const Pronoun& pronoun) const {
    return SentenceOf(pronoun.token) - SentenceOf(antecedent.head);
  }

  // Pronoun p means `entity`, or at least leans to `leaning`: what comes behind it may stand on
  // that.
  void Settle(uint32_t p, uint32_t entity, uint32_t leaning);

 private:
  void ReadQuotations();
  void ReadAntecedents();
  bool MayMean(const Pronoun& pronoun, const Antecedent& antecedent) const;
  bool AgreesWith(PronounKind kind, const Antecedent& antecedent) const;
  std::vector<uint16_t> FeaturesOf(const Pronoun& pronoun, const Antecedent& antecedent,
                                   uint32_t rank) const;
  std::vector<uint16_t> FeaturesOfNone(const Pronoun& pronoun, uint32_t candidates) const;

  uint32_t SentenceOf(uint32_t token) const { return document_.tokens[token].sentence; }
  bool IsPlural(const Antecedent& antecedent) const;
  void Stand(const Chunk& chunk);
  bool IsMarkOfPossession(uint32_t token) const;
  bool IsNamedBeside(IndexRange tokens, const std::vector<char>& named) const;
  bool IsPersonNoun(uint32_t token) const;
  bool IsBodyNoun(uint32_t token) const;
  // The token that carries the relation of the whole group: "Lee" of "coach Ann Lee".
  uint32_t Top(IndexRange tokens) const;

  const Document& document_;
  const Syntax& syntax_;
  const Mentions& mentions_;
  const std::vector<Quotation>& quotations_;
  std::vector<Antecedent> antecedents_;  // in text order
  uint32_t names_ = 0;                   // while they are read: the names are its first
  std::vector<Pronoun> pronouns_;
  std::vector<uint32_t> antecedent_of_;  // by pronoun
  std::vector<Gender> genders_;          // by entity, with what pronouns told
  std::vector<uint32_t> counts_;         // by entity: mentions in the article
  std::vector<int32_t> marked_in_;       // by token: the direct quotation around it, or -1
  std::vector<int32_t> reported_in_;     // by token: the quotation of any kind around it, or -1
  std::vector<int32_t> speaks_;  // by token: the quotation whose speaker it is part of, or -1
  uint32_t most_ = 0;            // mentions of the person most named
};

}  // namespace crossread
