#include "core/extract/name_evidence.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace crossread {
namespace {

constexpr size_t kPerson = static_cast<size_t>(EntityKind::kPerson);
constexpr size_t kOrganisation = static_cast<size_t>(EntityKind::kOrganisation);
constexpr size_t kPlace = static_cast<size_t>(EntityKind::kPlace);

class Evidence {
 public:
  Evidence(const NameWords& words, const Syntax& syntax, const std::vector<Name>& names, uint32_t n)
      : words_(words), document_(words.document()), syntax_(syntax), names_(names), n_(n) {
    tokens_ = names_[n].tokens;
    sentence_ = document_.sentences[document_.tokens[tokens_.begin].sentence].tokens;
  }

  KindPoints Read() {
    Prepositions();
    Neighbours();
    Apposition();
    Compounds();
    Dates();
    Subject();
    return points_;
  }

 private:
  bool Inside(uint32_t t) const { return sentence_.Contains(t); }
  std::string_view Norm(uint32_t t) const {
    return Inside(t) ? document_.Norm(document_.tokens[t]) : std::string_view();
  }
  std::string_view Lemma(uint32_t t) const {
    return Inside(t) ? document_.Lemma(document_.tokens[t]) : std::string_view();
  }
  bool IsPossessed() const { return Norm(tokens_.end) == "'s" || Norm(tokens_.end) == "'"; }

  // The kind that a common noun names, from kind_nouns.tsv and roles.tsv.
  enum class Noun { kNone, kPerson, kOrganisation, kPlace, kOfOrganisation };
  Noun NounAt(uint32_t t) const {
    static const LexiconTable& nouns = Lexicon::English().Table("kind_nouns.tsv");
    static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
    if (!Inside(t) || document_.tokens[t].capital) return Noun::kNone;
    if (const LexiconRow* row = nouns.Find(Lemma(t)); row != nullptr) {
      const std::string_view kind = row->column(0);
      return kind == "place"          ? Noun::kPlace
             : kind == "organisation" ? Noun::kOrganisation
             : kind == "person"       ? Noun::kPerson
                                      : Noun::kOfOrganisation;
    }
    return roles.Has(Lemma(t)) ? Noun::kPerson : Noun::kNone;
  }

  // A role of two words: "general secretary".
  bool IsLongRole(uint32_t t) const {
    static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
    if (!Inside(t) || !Inside(t + 1) || document_.tokens[t].capital) return false;
    return roles.Has(std::string(Norm(t)) + " " + std::string(Norm(t + 1)));
  }

  // "in Lysvik", "from Lysvik", "went to Lysvik"; not "in Lysvik's", "in the Lysvik".
  void Prepositions() {
    static const LexiconTable& motion = Lexicon::English().Table("motion_verbs.txt");
    if (tokens_.begin == sentence_.begin || IsPossessed() || IsBeforeNoun()) return;
    const uint32_t before = tokens_.begin - 1;
    const std::string_view word = Norm(before);
    if (words_.Is(before, kPlaceBefore)) points_[kPlace] += 2;
    if (word == "from" || word == "into" || word == "around") ++points_[kPlace];
    if (NounAt(before - 1) == Noun::kOfOrganisation) points_[kOrganisation] += 3;  // "shares in"
    if (word != "to" && word != "from") return;
    for (uint32_t t = before; t-- > sentence_.begin && before - t <= 3;) {
      if (motion.Has(Lemma(t))) points_[kPlace] += 2;
    }
  }

  // "the Pellworth deal": the name only describes what follows.
  bool IsBeforeNoun() const {
    if (!Inside(tokens_.end)) return false;
    const Upos upos = syntax_.tokens[tokens_.end].upos;
    return upos == Upos::kNoun || upos == Upos::kPropn;
  }

  // "Lysvik, Norway"; "Lysvik and Oslo", where the other's kind is known.
  void Neighbours() {
    if (n_ + 1 < names_.size())
      Neighbour(names_[n_ + 1], tokens_.end, names_[n_ + 1].tokens.begin, true);
    if (n_ > 0) Neighbour(names_[n_ - 1], names_[n_ - 1].tokens.end, tokens_.begin, false);
  }
  void Neighbour(const Name& other, uint32_t from, uint32_t to, bool behind) {
    if (!other.typed || from >= to || to - from > 2 || !Inside(from) || !Inside(to)) return;
    if (behind ? IsPossessedAt(other.tokens.end) : IsPossessed()) return;
    const bool comma = Norm(from) == ",";
    const bool joined = Norm(to - 1) == "and" || Norm(to - 1) == "or";
    if (!joined && !(comma && to - from == 1)) return;
    if (other.kind == EntityKind::kPlace) points_[kPlace] += behind && !joined ? 3 : 2;
    if (other.kind == EntityKind::kPerson && joined) points_[kPerson] += 1;
  }
  bool IsPossessedAt(uint32_t t) const { return Norm(t) == "'s" || Norm(t) == "'"; }

  // "Lysvik, a small town in …", "Marek, the lawyer"; "the town of Lysvik"; "the company
  // Pellworth".
  void Apposition() {
    if (Norm(tokens_.end) == ",") AddNoun(GroupHead(tokens_.end + 1), 3);
    const std::string_view behind_role = Norm(tokens_.end + 2);
    if (Norm(tokens_.end) == "," && tokens_.size() > 1 &&
        (behind_role == "of" || behind_role == "for" || behind_role == "at") &&
        NounAt(tokens_.end + 1) == Noun::kPerson) {
      points_[kPerson] += 3;  // "Hana Voss, head of the agency", "spokeswoman for the agency"
    }
    if (Norm(tokens_.end) == "," && tokens_.size() > 1 && Norm(tokens_.end + 3) == "of" &&
        IsLongRole(tokens_.end + 1)) {
      points_[kPerson] += 3;  // "Hana Voss, general secretary of the union"
    }
    const uint32_t verb = tokens_.end;
    if (Norm(verb) == "is" || Norm(verb) == "was") AddNoun(GroupHead(verb + 1), 3);
    if (tokens_.begin < sentence_.begin + 2) return;
    const uint32_t before = tokens_.begin - 1;
    const bool of = Norm(before) == "of";
    const Noun noun = NounAt(of ? before - 1 : before);
    if (of ? noun == Noun::kPlace : noun == Noun::kPlace || noun == Noun::kOrganisation) {
      AddNoun(of ? before - 1 : before, 3);
    }
    if (of && noun == Noun::kOfOrganisation) points_[kOrganisation] += 3;
    // "Her barrister, Marek."
    const auto& all = syntax_.nominals.descriptions;
    const auto it =
        std::lower_bound(all.begin(), all.end(), tokens_.begin,
                         [](const Description& d, uint32_t t) { return d.name.end <= t; });
    const bool behind = it != all.end() && it->name.end == tokens_.end && it->head < tokens_.begin;
    if (behind && NounAt(it->head) == Noun::kPerson) points_[kPerson] += 3;
  }

  // The head of the noun group that begins at `t` with an article; the sentence's end if none does.
  uint32_t GroupHead(uint32_t t) const {
    if (Norm(t) != "a" && Norm(t) != "an" && Norm(t) != "the") return sentence_.end;
    const Chunk* chunk = syntax_.ChunkAt(t);
    return chunk != nullptr && chunk->kind == ChunkKind::kNoun ? chunk->head : sentence_.end;
  }

  void AddNoun(uint32_t t, int points) {
    const Noun noun = NounAt(t);
    if (noun == Noun::kPlace) points_[kPlace] += points;
    if (noun == Noun::kOrganisation) points_[kOrganisation] += points;
    if (noun == Noun::kPerson) points_[kPerson] += points;
  }

  // "Pellworth founder Ann Lee", "Pellworth's chief executive"; "Marek's wife".
  void Compounds() {
    const uint32_t after = IsPossessed() ? tokens_.end + 1 : tokens_.end;
    const Chunk* chunk = Inside(after) ? syntax_.ChunkAt(after) : nullptr;
    if (chunk == nullptr || chunk->kind != ChunkKind::kNoun || chunk->head < after) return;
    const Noun noun = NounAt(chunk->head);
    if (noun == Noun::kOfOrganisation) points_[kOrganisation] += 3;
    if (IsPossessed() && words_.Is(chunk->head, kPersonBefore)) points_[kPerson] += 3;
  }

  // "(1851 – 1903)", "(born 1970)" behind a name: a life.
  void Dates() {
    if (Norm(tokens_.end) != "(" || !Inside(tokens_.end + 2)) return;
    const uint32_t first = tokens_.end + 1;
    const bool year = document_.tokens[first].shape == TokenShape::kNumber;
    const std::string_view next = Norm(first + 1);
    if (Norm(first) == "born" || Norm(first) == "b" ||
        (year && next == "-" && tokens_.size() > 1)) {
      points_[kPerson] += 3;
    }
  }

  // "Marek married", "Sana Hult wrote": what people do. One word may be an organisation.
  void Subject() {
    if (names_[n_].article || !Inside(tokens_.end)) return;
    for (uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      const SyntaxToken& read = syntax_.tokens[t];
      if (read.dependency != Dependency::kNsubj || read.head == SyntaxToken::kRoot) continue;
      if (words_.Is(read.head, kSpeechAfter)) points_[kPerson] += tokens_.size() > 1 ? 2 : 1;
      if (words_.Is(read.head, kPersonAfter)) points_[kPerson] += 3;
    }
  }

  const NameWords& words_;
  const Document& document_;
  const Syntax& syntax_;
  const std::vector<Name>& names_;
  const uint32_t n_;
  IndexRange tokens_, sentence_;
  KindPoints points_{};
};

}  // namespace

KindPoints EvidenceOf(const NameWords& words, const Syntax& syntax, const std::vector<Name>& names,
                      uint32_t n) {
  return Evidence(words, syntax, names, n).Read();
}

}  // namespace crossread
