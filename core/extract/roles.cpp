// The roles that an article gives its people, by six patterns.
//
// Before the name: "chief negotiator Teodor Marek", "foreign minister and mediator Ingrid Solvang".
//
// In apposition to it: "Pavel Drozdenko, an envoy of …", "Marek, Belmora's chief negotiator, said".
//
// The name in apposition to the role: "the president's envoy, Pavel Drozdenko, described".
//
// With a copula: "Solvang is the chief mediator", "Solvang, who serves as chief mediator".
//
// What the syntax calls its description: "Olga Brandt, 51, the festival's doping control officer".
//
// By a verb: "Anna Keel, who heads the company", where roles.tsv has "company head".
//
// What is headed makes the role: "president of the growers' association" is "association
// president", if roles.tsv has that; so is "the minister's deputy" a "deputy minister".
//
// A role is a phrase whose head roles.tsv knows, with its modifiers; anything else is left out. The
// near miss of all is the list: "Marek, envoy Pavel Drozdenko and a judge" gives Marek none.
#include <algorithm>
#include <string>

#include "core/extract/names.h"

namespace crossread {
namespace {

// Words between a determiner and the role's head: "the salmon farmer", "a retired high court
// judge".
constexpr uint32_t kMostModifiers = 4;
// Tokens of a possessor before a role: "President Viktor Stalenko's special envoy".
constexpr uint32_t kMostPossessor = 8;

const LexiconTable& Table(std::string_view name) { return Lexicon::English().Table(name); }

class RoleFinder {
 public:
  RoleFinder(const NameWords& words, const Syntax& syntax, const Mentions& mentions)
      : words_(words), document_(words.document()), syntax_(syntax), mentions_(mentions) {
    in_name_.assign(document_.tokens.size(), 0);
    for (const Mention& mention : mentions_.mentions) {
      const IndexRange tokens = document_.TokensIn(mention.span);
      const EntityKind kind = mention.entity == kNoEntity ? EntityKind::kPerson
                                                          : mentions_.entities[mention.entity].kind;
      const bool place = kind == EntityKind::kPlace || kind == EntityKind::kPeople;
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) in_name_[t] = place ? kOfPlace : kOfName;
    }
  }

  std::vector<RoleMention> Find() {
    for (const Mention& mention : mentions_.mentions) {
      if (mention.entity == kNoEntity) continue;
      if (mentions_.entities[mention.entity].kind != EntityKind::kPerson) continue;
      entity_ = mention.entity;
      first_role_ = roles_.size();
      name_ = document_.TokensIn(mention.span);
      sentence_ = document_.sentences[document_.tokens[name_.begin].sentence].tokens;
      Before();
      RoleThenName();
      Apposition();
      Copula();
      Heading();
      Descriptions();
    }
    std::stable_sort(roles_.begin(), roles_.end(),
                     [](const RoleMention& a, const RoleMention& b) { return a.span < b.span; });
    const auto same = [](const RoleMention& a, const RoleMention& b) {
      return a.span == b.span && a.entity == b.entity;
    };
    roles_.erase(std::unique(roles_.begin(), roles_.end(), same), roles_.end());
    return std::move(roles_);
  }

 private:
  bool IsDeterminer(uint32_t t) const {
    const std::string_view word = words_.Folded(t);
    return word == "the" || word == "a" || word == "an" || IsPossessive(t) || word == "his" ||
           word == "her" || word == "their" || word == "its" || word == "our" || word == "my";
  }
  bool IsPossessive(uint32_t t) const {
    const std::string_view word = document_.Norm(document_.tokens[t]);
    return word == "'s" || word == "'";
  }
  // A word that can stand between a determiner and a head: no name, no grammar, no mark.
  bool IsPlainWord(uint32_t t) const {
    return words_.IsWord(t) && !in_name_[t] && !words_.Is(t, kStopword) && !IsPossessive(t);
  }
  bool IsModifier(uint32_t t) const {
    static const LexiconTable& modifiers = Table("role_modifiers.tsv");
    if (!words_.IsWord(t)) return false;
    const LexiconRow* row = modifiers.Find(words_.Folded(t));
    // "Outside court, Assistant Commissioner": a rank is no name, though it looks like one.
    if (in_name_[t]) return row != nullptr && row->column(0) == "rank";
    return row != nullptr || words_.Folded(t).substr(0, 3) == "ex-";
  }
  bool IsNameToken(uint32_t t) const { return t < sentence_.end && in_name_[t]; }

  // ---- the phrase

  // The longest known role that ends before `end` and begins at or after `least`; `end` if there is
  // none.
  uint32_t RoleBegin(uint32_t least, uint32_t end) const {
    static const LexiconTable& roles = Table("roles.tsv");
    static const LexiconTable& titles = Table("titles.tsv");
    uint32_t found = end;
    const uint32_t from = end > least + 7 ? end - 7 : least;  // "son|-|in|-|law" is five tokens
    for (uint32_t t = end; t-- > from;) {
      if (!words_.IsWord(t) && !words_.IsHyphen(t)) break;
      const std::string key = words_.Key({t, end});
      // "ex-minister" is one token.
      const bool ex = key.size() > 3 && key.compare(0, 3, "ex-") == 0;
      if (roles.Has(ex ? key.substr(3) : key) || IsRoleTitle(titles.Find(key))) found = t;
    }
    if (found < end && found > least && words_.IsHyphen(found - 1) && words_.IsGlued(found)) {
      return HyphenBegin(least, found);
    }
    return found;
  }
  static bool IsRoleTitle(const LexiconRow* row) {
    return row != nullptr && !row->column(0).empty();
  }

  // "tycoon-turned-diplomat": the whole compound.
  uint32_t HyphenBegin(uint32_t least, uint32_t t) const {
    while (t >= least + 2 && words_.IsHyphen(t - 1) && words_.IsGlued(t) && words_.IsGlued(t - 1) &&
           words_.IsWord(t - 2)) {
      t -= 2;
    }
    return t;
  }

  // `begin` moved back over the role's modifiers: words of the lexicon, or, behind a determiner,
  // preposition or comma, whatever plain words stand between.
  uint32_t WithModifiers(uint32_t least, uint32_t begin) const {
    uint32_t t = begin;
    while (t > least && IsModifier(t - 1)) t = SkipHyphen(least, t - 1);
    uint32_t u = t;
    for (uint32_t i = 0; i < kMostModifiers && u > least; ++i) {
      if (IsBoundary(u - 1)) return u;
      if (!IsPlainWord(u - 1) || document_.tokens[u - 1].capital || IsVerbLike(u - 1)) break;
      --u;
    }
    return u > least && IsBoundary(u - 1) ? u : t;
  }
  uint32_t SkipHyphen(uint32_t least, uint32_t t) const {
    return t >= least + 2 && words_.IsHyphen(t - 1) && words_.IsGlued(t) ? HyphenBegin(least, t)
                                                                         : t;
  }
  // A verb, and not the noun of the same form: the bare form and "-s" are too often nouns to count.
  bool IsVerbLike(uint32_t t) const {
    const Token& token = document_.tokens[t];
    const bool inflected = token.lemma != token.norm && words_.Folded(t).back() != 's';
    return words_.Is(t, kSpeechAfter) || (words_.Is(t, kVerb) && inflected);
  }
  // A place or people, but no person: "US property developer", not "Holt met senator".
  bool IsBoundary(uint32_t t) const {
    return IsDeterminer(t) || words_.Is(t, kStopword) || in_name_[t] == kOfPlace ||
           words_.IsMark(t, ',');
  }

  // The role that begins at `begin` behind its determiner: modifiers, then the longest known
  // phrase. Returns its tokens; empty if none.
  IndexRange RoleAt(uint32_t begin) const {
    static const LexiconTable& roles = Table("roles.tsv");
    uint32_t end = begin;
    for (uint32_t t = begin; t < sentence_.end && t - begin <= kMostModifiers; ++t) {
      if (in_name_[t] && !IsPeople(t)) break;
      end = words_.Match(roles, t, sentence_.end);
      if (end > t) {
        end = Extend(end);
        return {begin, end};
      }
      if (!IsModifier(t) && !IsPlainWord(t) && !words_.IsHyphen(t) && !in_name_[t]) break;
      end = begin;
    }
    return {begin, begin};
  }
  bool IsPeople(uint32_t t) const {
    static const LexiconTable& demonyms = Table("demonyms.tsv");
    return demonyms.Has(words_.Folded(t));
  }
  // "opposition | leader": a head that is the next head's modifier; "tycoon | -turned-diplomat".
  uint32_t Extend(uint32_t end) const {
    static const LexiconTable& roles = Table("roles.tsv");
    for (int i = 0; i < 4 && end < sentence_.end; ++i) {
      const bool hyphen = words_.IsHyphen(end) && words_.IsGlued(end) && end + 1 < sentence_.end &&
                          words_.IsGlued(end + 1);
      if (hyphen) {
        end += 2;
        continue;
      }
      const uint32_t next =
          document_.tokens[end].capital ? end : words_.Match(roles, end, sentence_.end);
      if (next == end) break;
      end = next;
    }
    return std::min(end, sentence_.end);
  }

  void Add(IndexRange tokens, bool former) {
    static const LexiconTable& modifiers = Table("role_modifiers.tsv");
    // A people or place before the role is its office's, not the role's: "Norwegian special envoy".
    while (tokens.size() > 1 && in_name_[tokens.begin] && !IsModifier(tokens.begin)) ++tokens.begin;
    RoleMention role;
    role.entity = entity_;
    role.span = document_.SpanOf(tokens);
    for (bool more = true; more && tokens.size() > 1;) {
      const LexiconRow* row = modifiers.Find(words_.Folded(tokens.begin));
      more = row != nullptr && row->column(0) == "former";
      if (!more) break;
      former = true;
      ++tokens.begin;
      if (words_.IsHyphen(tokens.begin) && tokens.size() > 1) ++tokens.begin;
    }
    role.role = words_.Key(tokens);
    if (role.role.substr(0, 3) == "ex-") former = true, role.role.erase(0, 3);
    if (const std::string whole = WithWhatIsHeaded(tokens, role.role); !whole.empty())
      role.role = whole;
    role.former = former;
    roles_.push_back(role);
  }

  // What is headed follows: "chairman of", "spokesman for", "deputy at the ministry".
  static bool NamesBody(std::string_view preposition, std::string_view role) {
    if (preposition == "of") return true;
    const bool speaks = role == "spokesman" || role == "spokeswoman" || role == "spokesperson";
    return preposition == "for" ? speaks : preposition == "at" && role == "deputy";
  }

  // "president" | "of the national growers' association" -> "association president", and
  // "minister's | deputy" -> "deputy minister", if roles.tsv has them; else empty.
  std::string WithWhatIsHeaded(IndexRange tokens, const std::string& role) const {
    static const LexiconTable& roles = Table("roles.tsv");
    if (tokens.end < sentence_.end && NamesBody(words_.Folded(tokens.end), role))
      return OfBody(tokens.end + 1, role);
    // "a physician employed by the club"
    if (tokens.end + 2 < sentence_.end && words_.Folded(tokens.end + 1) == "by" &&
        document_.Lemma(document_.tokens[tokens.end]) == "employ")
      return OfBody(tokens.end + 2, role);
    if (tokens.begin < sentence_.begin + 2 || !IsPossessive(tokens.begin - 1)) return {};
    const uint32_t end = tokens.begin - 1, begin = RoleBegin(sentence_.begin, end);
    const std::string whole = begin == end ? std::string() : role + ' ' + words_.Key({begin, end});
    return roles.Has(whole) ? whole : std::string();
  }
  // The noun group at `begin` and `role`: "the ferry | company", "head" -> "company head".
  std::string OfBody(uint32_t begin, const std::string& role) const {
    static const LexiconTable& roles = Table("roles.tsv");
    uint32_t t = begin;
    while (t < sentence_.end && t - begin < kMostPossessor &&
           (words_.IsWord(t) || words_.IsHyphen(t) || IsPossessive(t)) &&
           (t == begin || !words_.Is(t, kStopword) || IsPossessive(t))) {
      ++t;
    }
    for (uint32_t end = t; end > begin; --end) {  // "the ferry company said": not all is the group
      const bool ends = end == t || IsVerbLike(end) || words_.Is(end, kSpeechAfter);
      if (!ends || !words_.IsWord(end - 1)) continue;
      // "parliament's finance committee": whose it is makes another office.
      if (end > begin + 2 && IsPossessive(begin + 1)) {
        const std::string owned =
            words_.Key({begin, begin + 1}) + ' ' + words_.Key({end - 1, end}) + ' ' + role;
        if (roles.Has(owned)) return owned;
      }
      std::string whole = end > begin + 1 ? words_.Key({end - 2, end}) + ' ' + role : std::string();
      if (roles.Has(whole)) return whole;
      whole = document_.Lemma(document_.tokens[end - 1]);
      whole += ' ' + role;
      if (roles.Has(whole)) return whole;
    }
    return {};
  }

  // An abbreviated title at the role's end in full: "republican sen" -> "republican senator".
  void SpellOut(IndexRange head, std::string* role) const {
    static const LexiconTable& titles = Table("titles.tsv");
    const std::string key = words_.Key(head);
    const LexiconRow* row = titles.Find(key);
    if (row == nullptr || row->column(0).empty() || role->size() < key.size()) return;
    if (role->compare(role->size() - key.size(), key.size(), key) != 0) return;
    role->replace(role->size() - key.size(), key.size(), row->column(0));
  }

  // ---- the patterns

  // "Secretary of State Marco …", and a role before it joined by "and": "foreign minister and chief
  // mediator Ingrid …". Near miss: "the prime minister and President Stalenko", a title by itself.
  void Before() {
    uint32_t end = name_.begin;
    uint32_t begin = RoleBegin(sentence_.begin, end);
    // "The Corvian Army spokesman": the name is whose role it is.
    while (begin < end && Crosses(begin, end)) begin = RoleBegin(begin + 1, end);
    if (begin == end) return;
    const bool bare_title = end - begin == 1 && document_.tokens[begin].capital;
    const uint32_t head = begin;
    begin = WithModifiers(sentence_.begin, begin);
    Add({begin, end}, /*former=*/false);
    SpellOut({head, end}, &roles_.back().role);
    if (bare_title || begin < sentence_.begin + 2 || words_.Folded(begin - 1) != "and") return;
    const uint32_t first_end = begin - 1;
    uint32_t first = RoleBegin(sentence_.begin, first_end);
    if (first == first_end || Crosses(first, first_end)) return;
    first = WithModifiers(sentence_.begin, first);
    const bool loose =
        first > sentence_.begin && IsDeterminer(first - 1) && !IsPossessive(first - 1);
    if (!loose) Add({first, first_end}, /*former=*/false);
  }
  bool Crosses(uint32_t begin, uint32_t end) const {
    for (uint32_t t = begin; t < end; ++t) {
      if (in_name_[t]) return true;
    }
    return false;
  }

  // "the president's envoy, Pavel Drozdenko, described": a definite role, commas around the name.
  void RoleThenName() {
    if (name_.begin < sentence_.begin + 2 || !words_.IsMark(name_.begin - 1, ',')) return;
    if (name_.end < sentence_.end && document_.tokens[name_.end].shape == TokenShape::kWord) return;
    const uint32_t end = name_.begin - 1;
    uint32_t begin = RoleBegin(sentence_.begin, end);
    if (begin == end || Crosses(begin, end)) return;
    begin = WithModifiers(sentence_.begin, begin);
    uint32_t determiner = begin;  // before the people or place: "the Norwegian foreign minister, …"
    while (determiner > sentence_.begin && in_name_[determiner - 1]) --determiner;
    if (determiner == sentence_.begin) return;
    const std::string_view before = words_.Folded(determiner - 1);
    if (before == "the" || (IsDeterminer(determiner - 1) && before != "a" && before != "an")) {
      Add({begin, end}, /*former=*/false);
    }
  }

  // "Pavel Drozdenko, 44, an envoy of …": behind the comma, a role with what belongs before it.
  void Apposition() {
    uint32_t t = name_.end;
    if (t >= sentence_.end || !words_.IsMark(t, ',')) return;
    ++t;
    if (t + 1 < sentence_.end && document_.tokens[t].shape == TokenShape::kNumber &&
        words_.IsMark(t + 1, ',')) {
      t += 2;  // an age
    }
    const bool then = t + 1 < sentence_.end && IsDeterminer(t + 1) &&
                      (words_.Folded(t) == "then" || words_.Folded(t) == "formerly");
    t = BehindDeterminer(then ? t + 1 : t);
    AddRolesAt(t, /*former=*/then, /*apposition=*/true);
  }

  // Behind "the", "a", "the minister's", "Belmora's", "President Viktor Stalenko's"; `t` itself if
  // there is none.
  uint32_t BehindDeterminer(uint32_t t) const {
    if (t < sentence_.end && IsDeterminer(t)) {
      uint32_t u = t + 1;
      while (u < sentence_.end && u - t < kMostPossessor && IsPlainWord(u)) ++u;
      return u > t + 1 && u < sentence_.end && IsPossessive(u) ? u + 1 : t + 1;
    }
    for (uint32_t u = t; u < sentence_.end && u - t < kMostPossessor; ++u) {
      if (IsPossessive(u)) return u > t ? u + 1 : t;
      const bool part = in_name_[u] || document_.tokens[u].capital || words_.Is(u, kParticle) ||
                        words_.Folded(u) == "the" || words_.Folded(u) == "of" || IsPlainWord(u);
      if (!part) break;
    }
    return t;
  }

  // A role at `t` and those joined to it by "and". In apposition what follows must end the phrase.
  void AddRolesAt(uint32_t t, bool former, bool apposition) {
    for (int i = 0; i < 3; ++i) {
      const IndexRange role = t < sentence_.end ? RoleAt(t) : IndexRange{t, t};
      if (role.empty() || (apposition && !EndsPhrase(role.end))) return;
      Add(role, former);
      if (role.end >= sentence_.end || words_.Folded(role.end) != "and") return;
      t = role.end + 1;
    }
  }
  // Near misses: "Marek, envoy Pavel Drozdenko", "Marek, the judge and the coroner".
  bool EndsPhrase(uint32_t t) const {
    if (t >= sentence_.end) return true;
    if (IsNameToken(t) || IsPossessive(t)) return false;
    // "a physician employed by the club"
    const Morphology& morphology = syntax_.tokens[t].morphology;
    if (morphology.form == VerbForm::kParticiple && t + 1 < sentence_.end &&
        words_.Folded(t + 1) == "by")
      return true;
    const TokenShape shape = document_.tokens[t].shape;
    if (shape == TokenShape::kPunctuation || shape == TokenShape::kQuoteMark) return true;
    if (words_.Folded(t) == "and")
      return t + 1 < sentence_.end && !IsDeterminer(t + 1) && !IsNameToken(t + 1);
    return words_.Is(t, kApposition | kStopword);
  }

  // "Solvang is the chief mediator", "who serves as chief mediator"; "was" tells of the past.
  void Copula() {
    uint32_t t = name_.end;
    if (t < sentence_.end && words_.IsMark(t, ',')) ++t;
    if (t < sentence_.end && words_.Folded(t) == "who") ++t;
    if (t + 2 >= sentence_.end) return;
    const std::string_view verb = words_.Folded(t);
    const bool as = words_.Folded(t + 1) == "as" && document_.Lemma(document_.tokens[t]) == "serve";
    const bool was = verb == "was" || verb == "served";
    if (verb != "is" && verb != "was" && verb != "became" && verb != "remains" && !as) return;
    t += as ? 2 : 1;
    const std::string_view adverb = words_.Folded(t);
    if (adverb == "also" || adverb == "now") ++t;
    AddRolesAt(BehindDeterminer(t), was, /*apposition=*/true);
  }

  // "Anna Keel, who also heads the ferry company": what roles.tsv has as "company head".
  void Heading() {
    uint32_t t = name_.end;
    if (t < sentence_.end && words_.IsMark(t, ',')) ++t;
    if (t < sentence_.end && words_.Folded(t) == "who") ++t;
    if (t + 2 < sentence_.end && (words_.Folded(t) == "also" || words_.Folded(t) == "now")) ++t;
    if (t + 2 >= sentence_.end || IsTaken(t)) return;
    static const LexiconTable& verbs = Table("heading_verbs.tsv");
    const std::string_view verb = words_.Folded(t);
    const LexiconRow* row = verb.back() == 's' ? verbs.Find(document_.Lemma(document_.tokens[t]))
                                               : nullptr;  // "headed" may be long ago
    const bool owned = t + 2 < sentence_.end && IsPossessive(t + 2);
    if (row == nullptr || !(IsDeterminer(t + 1) || in_name_[t + 1] || owned)) return;
    const std::string whole = OfBody(t + 1, std::string(row->column(0)));
    if (whole.empty()) return;
    RoleMention mention;
    mention.entity = entity_;
    mention.span = document_.SpanOf({t, t + 1});
    mention.role = whole;
    roles_.push_back(mention);
  }

  // Whether another pattern gave the person a role with this token.
  bool IsTaken(uint32_t t) const {
    const uint32_t byte = document_.tokens[t].span.begin;
    return std::any_of(roles_.begin() + static_cast<ptrdiff_t>(first_role_), roles_.end(),
                       [&](const RoleMention& role) { return role.span.Contains(byte); });
  }

  // The noun group that describes the name, if roles.tsv knows its last words.
  void Descriptions() {
    const auto& all = syntax_.nominals.descriptions;
    auto it = std::lower_bound(all.begin(), all.end(), name_.begin,
                               [](const Description& d, uint32_t t) { return d.name.end <= t; });
    for (; it != all.end() && it->name.begin < name_.end; ++it) {
      if (it->name.end != name_.end) continue;
      const uint32_t end = it->head + 1;
      const uint32_t begin = RoleBegin(it->words.begin, end);
      if (begin == end || Crosses(begin, end) || IsTaken(begin)) continue;
      Add({WithModifiers(it->words.begin, begin), end}, /*former=*/false);
    }
  }

  const NameWords& words_;
  const Document& document_;
  const Syntax& syntax_;
  const Mentions& mentions_;
  static constexpr uint8_t kOfName = 1, kOfPlace = 2;
  std::vector<uint8_t> in_name_;  // by token: 0, kOfName or kOfPlace
  uint32_t entity_ = kNoEntity;
  size_t first_role_ = 0;  // of the mention, in roles_
  IndexRange name_;
  IndexRange sentence_;
  std::vector<RoleMention> roles_;
};

}  // namespace

std::vector<RoleMention> FindRoles(const NameWords& words, const Syntax& syntax,
                                   const Mentions& mentions) {
  return RoleFinder(words, syntax, mentions).Find();
}

}  // namespace crossread
