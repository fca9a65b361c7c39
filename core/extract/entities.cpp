// Which names of one article mean one thing: "Jo Holt", "Holt", "Ms. Holt"; "Rivers Agency",
// "RA".
//
// Full names are grouped first, wherever they stand, then surnames look for the one person who
// bears them. Two people of one surname stay two, and the surname alone is neither unless a title
// tells.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "core/extract/names.h"

namespace crossread {
namespace {

// More people of one surname than any article has; bounds the search among them.
constexpr size_t kMostBearers = 64;

const LexiconTable& Table(std::string_view name) { return Lexicon::English().Table(name); }

struct Person {
  std::vector<std::string> parts;  // folded, without particles and suffix
  std::string suffix;
  std::vector<uint32_t> names;
  std::vector<std::string> titles;
  Gender gender = Gender::kUnknown;
  bool relative = false;  // only ever "her husband Ann Lee", "the brother, Tom Lee"
};

class Resolver {
 public:
  Resolver(const NameWords& words, const Syntax& syntax, const std::vector<Name>& names)
      : words_(words),
        document_(words.document()),
        names_(names),
        kinds_(DecideKinds(words, syntax, names)),
        group_(names.size(), kNoEntity) {}

  Mentions Resolve() {
    GroupFullNames();
    GroupSurnames();
    GroupOthers();
    return Build();
  }

 private:
  std::string KeyOf(uint32_t n) const { return words_.Key(names_[n].tokens); }

  // ---- people

  Person PersonOf(uint32_t n) const {
    Person person;
    const IndexRange tokens = names_[n].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!words_.IsWord(t)) continue;
      if (words_.Is(t, kSuffix) && t > tokens.begin) {
        person.suffix = words_.Folded(t);
      } else if (!words_.Is(t, kParticle) || document_.tokens[t].capital) {
        person.parts.emplace_back(words_.Folded(t));
      }
    }
    if (person.parts.empty()) person.parts.push_back(KeyOf(n));
    ReadTitle(n, &person);
    person.relative = IsRelative(n);
    return person;
  }

  // "his wife Ann Lee", "the mayor's brother, Tom Lee".
  bool IsRelative(uint32_t n) const {
    static const LexiconTable& roles = Table("roles.tsv");
    uint32_t t = names_[n].title.empty() ? names_[n].tokens.begin : names_[n].title.begin;
    const uint32_t begin = document_.sentences[document_.tokens[t].sentence].tokens.begin;
    if (t > begin && words_.IsMark(t - 1, ',')) --t;
    if (t == begin) return false;
    const LexiconRow* row = roles.Find(words_.Folded(t - 1));
    return row != nullptr && row->column(1) == "relation" && words_.Is(t - 1, kPersonBefore);
  }

  void ReadTitle(uint32_t n, Person* person) const {
    static const LexiconTable& titles = Table("titles.tsv");
    static const LexiconTable& given = Table("given_names.tsv");
    if (!names_[n].title.empty()) {
      const std::string key = words_.Key(names_[n].title);
      person->titles.push_back(key);
      if (const LexiconRow* row = titles.Find(key); row != nullptr) {
        person->gender = GenderOf(row->column(1));
        if (!row->column(0).empty()) person->titles.emplace_back(row->column(0));
      }
    }
    if (person->gender == Gender::kUnknown && person->parts.size() > 1) {
      const LexiconRow* row = given.Find(person->parts.front());
      if (row != nullptr) person->gender = GenderOf(row->column(0));
    }
  }

  static bool SameFirst(const std::string& a, const std::string& b) {
    return a == b || ((a.size() == 1 || b.size() == 1) && a[0] == b[0]);
  }

  // Both are full names of one person: equal, or with and without the middle parts.
  static bool IsSamePerson(const Person& a, const Person& b) {
    if (a.suffix != b.suffix || a.parts.back() != b.parts.back()) return false;
    if (a.parts.size() == b.parts.size()) {
      for (size_t i = 0; i < a.parts.size(); ++i) {
        if (!SameFirst(a.parts[i], b.parts[i])) return false;
      }
      return true;
    }
    return SameFirst(a.parts.front(), b.parts.front());
  }

  void Join(uint32_t p, uint32_t n, const Person& person) {
    Person& known = people_[p];
    known.names.push_back(n);
    for (const std::string& title : person.titles) {
      if (std::find(known.titles.begin(), known.titles.end(), title) == known.titles.end()) {
        known.titles.push_back(title);
      }
    }
    if (known.gender == Gender::kUnknown) known.gender = person.gender;
    known.relative = known.relative && person.relative;
    group_[n] = p;
  }

  uint32_t AddPerson(uint32_t n, Person person) {
    const uint32_t p = static_cast<uint32_t>(people_.size());
    person.names = {n};
    const auto bear = [&](const std::string& surname) {
      std::vector<uint32_t>& bearers = by_surname_[surname];
      if (bearers.size() < kMostBearers) bearers.push_back(p);
    };
    bear(person.parts.back());
    if (person.parts.size() > 1) {
      if (words_.Is(names_[n].tokens.begin, kFamilyFirst)) bear(person.parts.front());
      const auto [entry, added] = by_given_.try_emplace(person.parts.front(), p);
      if (!added) entry->second = kNoEntity;
    }
    people_.push_back(std::move(person));
    group_[n] = p;
    return p;
  }

  void GroupFullNames() {
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] != EntityKind::kPerson) continue;
      Person person = PersonOf(n);
      if (person.parts.size() < 2) continue;
      uint32_t found = kNoEntity;
      for (const uint32_t p : by_surname_[person.parts.back()]) {
        if (IsSamePerson(people_[p], person)) {
          found = p;
          break;
        }
      }
      if (found == kNoEntity) {
        AddPerson(n, std::move(person));
      } else {
        Join(found, n, person);
      }
    }
  }

  void GroupSurnames() {
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] != EntityKind::kPerson || group_[n] != kNoEntity) continue;
      Person person = PersonOf(n);
      if (person.parts.size() != 1) continue;
      const std::vector<uint32_t>& bearers = by_surname_[person.parts.front()];
      if (bearers.empty()) {
        const uint32_t p = GivenNameAlone(person.parts.front());
        if (p == kNoEntity) {
          AddPerson(n, std::move(person));
        } else {
          Join(p, n, person);
        }
        continue;
      }
      const uint32_t p = Choose(bearers, person, n);
      if (p != kNoEntity) Join(p, n, person);
    }
  }

  // The one of several people of the surname n whom a title or its gender singles out, or who alone
  // was named before; kNoEntity if none. A relative is called by the full name or the given one.
  uint32_t Choose(const std::vector<uint32_t>& bearers, const Person& person, uint32_t n) const {
    if (bearers.size() == 1) {
      const Person& bearer = people_[bearers.front()];
      const bool clash = person.gender != Gender::kUnknown && bearer.gender != Gender::kUnknown &&
                         person.gender != bearer.gender;
      return clash ? kNoEntity : bearers.front();
    }
    const auto only = [&](auto fits) {
      uint32_t found = kNoEntity;
      for (const uint32_t p : bearers) {
        if (!fits(people_[p])) continue;
        if (found != kNoEntity) return kNoEntity;
        found = p;
      }
      return found;
    };
    const uint32_t by_title = only([&](const Person& p) {
      return std::any_of(person.titles.begin(), person.titles.end(), [&](const std::string& title) {
        return std::find(p.titles.begin(), p.titles.end(), title) != p.titles.end();
      });
    });
    if (by_title != kNoEntity) return by_title;
    if (person.gender != Gender::kUnknown) {
      return only([&](const Person& p) { return p.gender == person.gender; });
    }
    const uint32_t no_relative = only([&](const Person& p) { return !p.relative; });
    if (no_relative != kNoEntity) return no_relative;
    return only([&](const Person& p) { return p.names.front() < n; });
  }

  // "Comfort" after "Comfort Nartey": the one person with that given name.
  uint32_t GivenNameAlone(const std::string& part) const {
    const auto found = by_given_.find(part);
    return found == by_given_.end() ? kNoEntity : found->second;
  }

  // ---- everything else, by key

  std::string KeyOfPlace(uint32_t n) const {
    static const LexiconTable& gazetteer = Table("gazetteer.tsv");
    static const LexiconTable& demonyms = Table("demonyms.tsv");
    const std::string key = KeyOf(n);
    const LexiconTable& table = kinds_[n] == EntityKind::kPeople ? demonyms : gazetteer;
    const LexiconRow* row = table.Find(key);
    if (row == nullptr) {
      const std::string country =
          kinds_[n] == EntityKind::kPeople ? CountryOfPeople(key) : std::string();
      return country.empty() ? key : country;
    }
    const std::string_view name = row->column(kinds_[n] == EntityKind::kPeople ? 0 : 2);
    return name.empty() ? key : std::string(name);
  }

  // The first letters of a name's capitalised words: "International Ice Patrol" -> "iip".
  std::string Initials(uint32_t n) const {
    std::string out;
    const IndexRange tokens = names_[n].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (document_.tokens[t].capital) out += words_.Folded(t)[0];
    }
    return out;
  }

  bool IsOrganisation(uint32_t n) const {
    return kinds_[n] == EntityKind::kOrganisation || kinds_[n] == EntityKind::kOther;
  }

  // Short forms of the article's organisations: initials and, where only one begins with it, the
  // first word ("Pellworth" for "Pellworth Engineering"). An empty key: two claim it.
  void ReadShortForms() {
    std::map<std::string, bool> acronyms;
    for (const Name& name : names_) {
      if (name.tokens.size() == 1 && words_.IsAcronym(name.tokens.begin)) {
        acronyms[words_.Key(name.tokens)] = true;
      }
    }
    const auto add = [&](std::string form, const std::string& key) {
      const auto [entry, added] = short_forms_.try_emplace(std::move(form), key);
      if (!added && entry->second != key) entry->second.clear();
    };
    for (uint32_t n = 0; n < names_.size(); ++n) {
      const IndexRange tokens = names_[n].tokens;
      if (!IsOrganisation(n) || tokens.size() < 2) continue;
      const std::string initials = Initials(n);
      if (initials.size() >= 2) add(initials, KeyOf(n));
      if (acronyms.count(initials)) kinds_[n] = EntityKind::kOrganisation;
      const uint32_t first = tokens.begin;
      const bool plain = words_.MatchPlace(first, tokens.end) == first &&
                         !words_.Is(first, kStopword | kOrganisationHead | kPlaceHead | kSeenLower);
      if (plain && kinds_[n] == EntityKind::kOrganisation)
        add(words_.Key({first, first + 1}), KeyOf(n));
    }
  }

  void GroupOthers() {
    ReadShortForms();
    std::map<std::pair<EntityKind, std::string>, uint32_t> by_key;
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] == EntityKind::kPerson) continue;
      std::string key = KeyOf(n);
      if (kinds_[n] == EntityKind::kPlace || kinds_[n] == EntityKind::kPeople) {
        key = KeyOfPlace(n);
      } else if (names_[n].tokens.size() == 1) {
        const auto form = short_forms_.find(key);
        if (form != short_forms_.end() && !form->second.empty()) {
          key = form->second;
          kinds_[n] = EntityKind::kOrganisation;
        }
      }
      const uint32_t next = static_cast<uint32_t>(people_.size() + others_.size());
      const auto [entry, added] = by_key.try_emplace({kinds_[n], key}, next);
      if (added) others_.push_back(key);
      group_[n] = entry->second;
    }
  }

  // ---- the result

  Mentions Build() {
    Mentions mentions;
    std::vector<uint32_t> entity_of(people_.size() + others_.size(), kNoEntity);
    for (uint32_t n = 0; n < names_.size(); ++n) {
      Mention mention;
      mention.span = document_.SpanOf(names_[n].tokens);
      if (group_[n] != kNoEntity) {
        uint32_t& entity = entity_of[group_[n]];
        if (entity == kNoEntity) {
          entity = static_cast<uint32_t>(mentions.entities.size());
          mentions.entities.push_back(EntityOf(n));
        }
        mention.entity = entity;
        Fill(n, static_cast<uint32_t>(mentions.mentions.size()), &mentions.entities[entity]);
      }
      mentions.mentions.push_back(mention);
    }
    return mentions;
  }

  Entity EntityOf(uint32_t n) const {
    Entity entity;
    entity.kind = kinds_[n];
    if (group_[n] < people_.size()) {
      entity.gender = people_[group_[n]].gender;
    } else {
      entity.key = others_[group_[n] - people_.size()];
    }
    return entity;
  }

  // Adds a mention; the fullest name, as first written, is the entity's.
  void Fill(uint32_t n, uint32_t mention, Entity* entity) {
    entity->mentions.push_back(mention);
    const std::string_view name = document_.Text(document_.SpanOf(names_[n].tokens));
    const bool person = group_[n] < people_.size();
    const bool fuller = names_[n].tokens.size() > longest_[group_[n]];
    if (!fuller) return;
    longest_[group_[n]] = names_[n].tokens.size();
    entity->name = std::string(name);
    if (person) entity->key = KeyOf(n);
  }

  const NameWords& words_;
  const Document& document_;
  const std::vector<Name>& names_;
  std::vector<EntityKind> kinds_;  // by name
  std::vector<uint32_t> group_;    // by name: index into people_, then others_
  std::vector<Person> people_;
  std::map<std::string, std::vector<uint32_t>> by_surname_;
  std::map<std::string, uint32_t> by_given_;  // kNoEntity where two people bear it
  std::vector<std::string> others_;           // keys
  std::map<std::string, std::string> short_forms_;
  std::map<uint32_t, uint32_t> longest_;  // tokens of the fullest name so far, by group
};

}  // namespace

Mentions ResolveEntities(const NameWords& words, const Syntax& syntax,
                         const std::vector<Name>& names) {
  return Resolver(words, syntax, names).Resolve();
}

}  // namespace crossread
