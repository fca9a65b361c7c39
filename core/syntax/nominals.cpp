#include "core/syntax/nominals.h"

#include <algorithm>
#include <string_view>

namespace crossread {
namespace {

// What stands between a noun group and the next one.
enum class Gap : uint8_t { kOther, kPossessive, kOf, kComma, kAnd, kDash };

// A noun group with its possessor before and its "of …" behind it.
struct Phrase {
  IndexRange tokens;
  const Chunk* head = nullptr;
  bool bare = false;  // one group alone
  bool name = false;  // its head is a proper noun, and no article stands before it
  Gap after = Gap::kOther;
};

class NominalReader {
 public:
  NominalReader(const Document& document, const std::vector<SyntaxToken>& tokens, Nominals* out)
      : document_(document), tokens_(tokens), out_(*out) {}

  // The noun groups of one sentence, in order.
  void Read(IndexRange sentence, const std::vector<const Chunk*>& groups) {
    sentence_ = sentence;
    for (const Chunk* group : groups) DescribeInside(*group);
    JoinPhrases(groups);
    for (size_t p = 0; p < phrases_.size();) {
      size_t end = p + 1;
      while (end < phrases_.size() && IsLink(phrases_[end - 1].after)) ++end;
      ReadRow(p, end);
      p = end;
    }
  }

 private:
  std::string_view Norm(uint32_t t) const { return document_.Norm(document_.tokens[t]); }
  bool Is(uint32_t t, Upos upos) const { return tokens_[t].upos == upos; }
  static bool IsLink(Gap gap) {
    return gap == Gap::kComma || gap == Gap::kAnd || gap == Gap::kDash;
  }
  static bool IsDash(std::string_view text) {
    return text == "-" || text == "–" || text == "—" || text == "--" || text == "(";
  }
  bool IsAnd(uint32_t t) const { return Norm(t) == "and" || Norm(t) == "or" || Norm(t) == "&"; }

  // ---- within one group: "chief negotiator Teodor Marek"

  void DescribeInside(const Chunk& group) {
    uint32_t name = group.tokens.end;
    while (name > group.tokens.begin && Is(name - 1, Upos::kPropn)) --name;
    if (name == group.tokens.end || name == group.tokens.begin || !Is(name - 1, Upos::kNoun)) {
      return;
    }
    out_.descriptions.push_back({{name, group.tokens.end}, {group.tokens.begin, name}, name - 1});
  }

  // ---- phrases

  Gap GapBetween(const Chunk& a, const Chunk& b) const {
    const uint32_t t = a.tokens.end, between = b.tokens.begin - a.tokens.end;
    if (between == 0) {
      const bool possessive = Is(t, Upos::kPart) && Norm(t).starts_with('\'');
      return possessive ? Gap::kPossessive : Gap::kOther;
    }
    if (between == 1 && Norm(t) == ",") return Gap::kComma;
    if (between == 1 && IsAnd(t)) return Gap::kAnd;
    if (between == 2 && Norm(t) == "," && IsAnd(t + 1)) return Gap::kAnd;
    if (between == 1 && IsDash(document_.Text(document_.tokens[t]))) return Gap::kDash;
    const bool of = between == 1 && (Norm(t) == "of" || Norm(t) == "for" || Norm(t) == "at");
    return of ? Gap::kOf : Gap::kOther;
  }

  void JoinPhrases(const std::vector<const Chunk*>& groups) {
    phrases_.clear();
    for (size_t g = 0; g < groups.size();) {
      Phrase phrase;
      phrase.tokens = groups[g]->tokens;
      phrase.head = groups[g];
      phrase.bare = true;
      bool tail = false;  // behind the first "of" the head is fixed
      for (++g; g < groups.size(); ++g) {
        const Gap gap = GapBetween(*groups[g - 1], *groups[g]);
        phrase.after = gap;
        if (gap != Gap::kPossessive && gap != Gap::kOf) break;
        tail = tail || gap == Gap::kOf;
        if (!tail) phrase.head = groups[g];
        phrase.tokens.end = groups[g]->tokens.end;
        phrase.bare = false;
      }
      // "Marek, whose son, Jon, …" leads into a clause.
      if (g == groups.size() || Norm(groups[g]->tokens.begin) == "whose") {
        phrase.after = Gap::kOther;
      }
      phrase.name = phrase.bare && IsName(*phrase.head);
      // "Marek, 44, a farmer": the age is no member of anything.
      const bool age = phrase.bare && phrase.head->tokens.size() == 1 &&
                       Is(phrase.head->head, Upos::kNum) && !phrases_.empty() &&
                       phrases_.back().name && phrases_.back().after == Gap::kComma &&
                       phrase.after == Gap::kComma;
      if (!age) phrases_.push_back(phrase);
    }
  }

  bool IsName(const Chunk& group) const {
    return Is(group.head, Upos::kPropn) && !Is(group.tokens.begin, Upos::kDet);
  }
  // "the mayor", "Belmora's mayor", "his deputy".
  bool IsDefinite(const Phrase& phrase) const {
    const uint32_t t = phrase.head->tokens.begin;
    return Norm(t) == "the" || Is(t, Upos::kPart) || Norm(t) == "his" || Norm(t) == "her" ||
           Norm(t) == "its" || Norm(t) == "their";
  }

  // ---- rows of phrases, with commas, dashes and "and" between them

  void ReadRow(size_t begin, size_t end) {
    if (end - begin < 2) return;
    // What describes what, from the left; `members` is the row without the descriptions.
    std::vector<size_t> members;
    std::vector<Description> found;
    size_t names = 0, linked = 0;
    for (size_t p = begin; p < end; ++p) {
      const Phrase& a = phrases_[p];
      members.push_back(p);
      if (members.size() > 1 && phrases_[p - 1].after == Gap::kAnd) ++linked;
      names += a.name;
      if (p + 1 == end || a.after == Gap::kAnd) continue;
      const Phrase& b = phrases_[p + 1];
      const bool closed = p + 2 < end || IsClosed(b.tokens.end);
      if (!closed || IsPronoun(a) || IsPronoun(b)) continue;
      if (a.name && !b.name && Is(b.head->head, Upos::kNoun)) {
        found.push_back({a.head->tokens, b.tokens, b.head->head});
      } else if (b.name && !a.name && IsDefinite(a) && Is(a.head->head, Upos::kNoun)) {
        found.push_back({b.head->tokens, a.tokens, a.head->head});
        ++names;
      } else {
        continue;
      }
      ++p;
    }
    // A list of names with a description here and there; anything else with one is open to doubt.
    const bool clear = found.empty() || names == members.size();
    if (!clear) return;
    out_.descriptions.insert(out_.descriptions.end(), found.begin(), found.end());
    if (members.size() < 2 || linked == 0) return;
    NounList list;
    list.members.begin = static_cast<uint32_t>(out_.members.size());
    for (const size_t p : members) out_.members.push_back(phrases_[p].head->head);
    list.members.end = static_cast<uint32_t>(out_.members.size());
    list.open = IsOpen(phrases_[begin].tokens.begin, phrases_[end - 1].tokens.end);
    out_.lists.push_back(list);
  }

  bool IsPronoun(const Phrase& phrase) const { return Is(phrase.head->head, Upos::kPron); }

  // "Ann Lee, the mayor, …", "… the mayor who": but not "to Ann Lee, the mayor resigned".
  bool IsClosed(uint32_t t) const {
    if (t >= sentence_.end) return true;
    const TokenShape shape = document_.tokens[t].shape;
    return shape == TokenShape::kPunctuation || shape == TokenShape::kQuoteMark ||
           Norm(t) == "who" || Norm(t) == "whose";
  }

  bool IsOpen(uint32_t begin, uint32_t end) const {
    if (begin > sentence_.begin) {
      const std::string_view before = Norm(begin - 1);
      if (before.starts_with("includ")) return true;
      if (before == "as" && begin > sentence_.begin + 1 && Norm(begin - 2) == "such") return true;
    }
    if (end < sentence_.end && Norm(end) == ",") ++end;
    return end + 1 < sentence_.end && Norm(end) == "among" && Norm(end + 1) == "others";
  }

  const Document& document_;
  const std::vector<SyntaxToken>& tokens_;
  Nominals& out_;
  std::vector<Phrase> phrases_;  // of the sentence
  IndexRange sentence_;
};

}  // namespace

Nominals ReadNominals(const Document& document, const std::vector<SyntaxToken>& tokens,
                      const std::vector<Chunk>& chunks) {
  Nominals nominals;
  NominalReader reader(document, tokens, &nominals);
  std::vector<const Chunk*> groups;
  auto chunk = chunks.begin();
  for (const Sentence& sentence : document.sentences) {
    groups.clear();
    for (; chunk != chunks.end() && chunk->tokens.begin < sentence.tokens.end; ++chunk) {
      if (chunk->kind == ChunkKind::kNoun) groups.push_back(&*chunk);
    }
    reader.Read(sentence.tokens, groups);
  }
  std::stable_sort(
      nominals.descriptions.begin(), nominals.descriptions.end(),
      [](const Description& a, const Description& b) { return a.name.begin < b.name.begin; });
  return nominals;
}

}  // namespace crossread
