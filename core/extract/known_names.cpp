// Names where a capital says nothing: the first word of a sentence, and lines in title case. There
// only what is known counts: the names that stand elsewhere in this article, and those of the
// lexicons.
#include <algorithm>
#include <map>
#include <string>

#include "core/extract/names.h"

namespace crossread {
namespace {

// Tokens of the longest name that is looked for in title case.
constexpr uint32_t kMostTokens = 8;

using KnownNames = std::map<std::string, EntityKind>;

// What is sure in one place is known in all: full names, and the last part of a person's.
KnownNames Known(const NameWords& words, const std::vector<Name>& names) {
  KnownNames known;
  for (const Name& name : names) {
    if (!name.sure) continue;
    known.try_emplace(words.Key(name.tokens), name.kind);
    if (name.kind == EntityKind::kPerson || (!name.typed && name.tokens.size() > 1)) {
      known.try_emplace(words.Key({name.tokens.end - 1, name.tokens.end}), name.kind);
    }
  }
  return known;
}

// The name at `token` of a line in title case; empty if nothing known begins there.
Name KnownNameAt(const NameWords& words, const KnownNames& known, uint32_t token, uint32_t end) {
  static const LexiconTable& demonyms = Lexicon::English().Table("demonyms.tsv");
  static const LexiconTable& organisations = Lexicon::English().Table("organisations.txt");
  Name name;
  name.tokens = {token, token};
  const auto take = [&](uint32_t to, EntityKind kind) {
    if (to > name.tokens.end) name.tokens.end = to, name.kind = kind;
  };
  for (uint32_t to = token + 1; to <= std::min(end, token + kMostTokens); ++to) {
    const auto found = known.find(words.Key({token, to}));
    if (found != known.end()) take(to, found->second);
  }
  take(words.Match(organisations, token, end), EntityKind::kOrganisation);
  take(words.MatchPlace(token, end), EntityKind::kPlace);
  take(words.Match(demonyms, token, end), EntityKind::kPeople);
  name.typed = name.kind != EntityKind::kOther;
  return name;
}

}  // namespace

void AddKnownNames(const NameWords& words, std::vector<Name>* names) {
  const Document& document = words.document();
  const KnownNames known = Known(words, *names);
  const auto gone = [&](const Name& name) {
    return !name.sure && !known.count(words.Key(name.tokens));
  };
  names->erase(std::remove_if(names->begin(), names->end(), gone), names->end());

  for (uint32_t s = 0; s < document.sentences.size(); ++s) {
    if (!words.InStory(s) || !words.IsWeak(s)) continue;
    const IndexRange sentence = document.sentences[s].tokens;
    for (uint32_t t = sentence.begin; t < sentence.end;) {
      const bool can_begin = words.IsWord(t) && document.tokens[t].capital &&
                             !words.IsCalendar(t) &&
                             (!words.Is(t, kStopword) || words.IsAcronym(t));
      const Name name = can_begin ? KnownNameAt(words, known, t, sentence.end) : Name();
      if (!name.tokens.empty()) names->push_back(name);
      t = std::max(name.tokens.end, t + 1);
    }
  }
  std::stable_sort(names->begin(), names->end(),
                   [](const Name& a, const Name& b) { return a.tokens.begin < b.tokens.begin; });
}

}  // namespace crossread
