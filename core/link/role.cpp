// Can two roles be one person's? "Senator" and "Secretary of State" cannot; "envoy" and
// "son-in-law" can.
//
// A role is reduced to the longest phrase at its end that roles.tsv has ("property
// tycoon-turned-diplomat": diplomat), the words before it are its modifiers. Roles exclude each
// other only by role_conflicts.tsv, for what is a kind of a role as well; everything else
// is compatible or not known.
#include <algorithm>
#include <string>

#include "core/lexicon/lexicon.h"
#include "core/lexicon/list.h"
#include "core/link/relation.h"

namespace crossread {
namespace {

enum class Modifiers : uint8_t {
  kNone,
  kPlain,   // "chief", "special": the same office
  kOther,   // words we know nothing of: "student" president
  kFormer,  // no longer held
  kRank,    // "deputy": another office
};

struct Role {
  const LexiconRow* row = nullptr;  // of roles.tsv; nullptr if it has no head that we know
  std::string_view modifiers;       // the words before the row's key
  Modifiers kind = Modifiers::kNone;

  std::string_view canonical() const { return row->column(0); }
};

const LexiconTable& Roles() {
  static const LexiconTable& table = Lexicon::English().Table("roles.tsv");
  return table;
}

bool IsBreak(char c) { return c == ' ' || c == '-'; }

// The words with one spelling each: "theatre" is "theater", "interim" acting, a hyphen a space.
std::string Spelling(std::string_view words) {
  static const LexiconTable& modifiers = Lexicon::English().Table("role_modifiers.tsv");
  static const LexiconTable& variants = Lexicon::English().Table("spelling_variants.tsv");
  std::string out;
  while (!words.empty()) {
    const size_t end =
        static_cast<size_t>(std::find_if(words.begin(), words.end(), IsBreak) - words.begin());
    std::string_view word = words.substr(0, end);
    if (const LexiconRow* row = variants.Find(word)) word = row->column(0);
    const LexiconRow* modifier = modifiers.Find(word);
    out += modifier == nullptr || modifier->column(1).empty() ? word : modifier->column(1);
    out += ' ';
    words.remove_prefix(std::min(words.size(), end + 1));
  }
  return out;
}

Modifiers KindOfModifiers(std::string_view words) {
  static const LexiconTable& table = Lexicon::English().Table("role_modifiers.tsv");
  Modifiers kind = Modifiers::kNone;
  while (!words.empty()) {
    const size_t end =
        static_cast<size_t>(std::find_if(words.begin(), words.end(), IsBreak) - words.begin());
    const LexiconRow* row = table.Find(words.substr(0, end));
    Modifiers word = Modifiers::kPlain;
    if (end == 0) {
      word = Modifiers::kNone;
    } else if (row == nullptr) {
      word = Modifiers::kOther;
    } else if (row->column(0) == "former") {
      word = Modifiers::kFormer;
    } else if (row->column(0) == "rank") {
      word = Modifiers::kRank;
    }
    kind = std::max(kind, word);
    words.remove_prefix(std::min(words.size(), end + 1));
  }
  return kind;
}

// The longest phrase at the end of `role` that the lexicon knows.
Role Resolve(std::string_view role) {
  for (size_t begin = 0; begin < role.size();) {
    if (const LexiconRow* row = Roles().Find(role.substr(begin)); row != nullptr) {
      const std::string_view modifiers = role.substr(0, begin);
      return {row, modifiers, KindOfModifiers(modifiers)};
    }
    while (begin < role.size() && !IsBreak(role[begin])) ++begin;
    ++begin;
  }
  return {};
}

// "finance minister" is a minister and "secretary of state" a secretary, but a "deputy mayor" is no
// mayor.
bool IsKindOf(std::string_view a, std::string_view b) {
  if (a.size() <= b.size()) return false;
  if (a.substr(0, b.size()) == b) return a.substr(b.size(), 4) == " of ";
  const size_t before = a.size() - b.size() - 1;
  return IsBreak(a[before]) && a.substr(before + 1) == b &&
         KindOfModifiers(a.substr(0, before)) != Modifiers::kRank;
}

bool AreListed(std::string_view a, std::string_view b) {
  static const LexiconTable& table = Lexicon::English().Table("role_conflicts.tsv");
  const LexiconRow* row = table.Find(std::min(a, b));
  return row != nullptr && InList(row->column(0), std::max(a, b));
}

// Calls f(canonical role) for the role and what it is a kind of by roles.tsv, until f says true: a
// foreign minister is a cabinet minister. Roles that name each other are two words for one office
// that may be one of two ("defense chief"): no kinds.
template <typename F>
bool AnyKind(const LexiconRow& role, F f) {
  if (f(role.column(0))) return true;
  std::string_view wider = role.column(2);
  while (!wider.empty()) {
    const std::string_view name = wider.substr(0, wider.find('|'));
    wider.remove_prefix(std::min(wider.size(), name.size() + 1));
    const LexiconRow* row = Roles().Find(name);
    const bool mutual = row == nullptr || InList(row->column(2), role.column(0));
    if (!mutual && f(name)) return true;
  }
  return false;
}

// By role_conflicts.tsv, for the roles themselves or what they are kinds of.
bool Excludes(const Role& a, const Role& b) {
  return AnyKind(*a.row, [&](std::string_view kind_a) {
    return AnyKind(*b.row, [&](std::string_view kind_b) { return AreListed(kind_a, kind_b); });
  });
}

// The words that make a deputy's office of one, before it.
bool IsDeputy(std::string_view words) {
  return words == "deputy" || words == "vice" || words == "assistant";
}

// "Deputy director" and "director"; of heads that many are ("officer", "chief") nothing is said.
bool IsDeputyOf(const Role& a, const Role& b) {
  // A chief's deputy is addressed as a chief.
  static constexpr std::string_view kLoose[] = {
      "boss",   "chief",    "fire chief", "head",     "judge",        "justice",   "lawmaker",
      "leader", "minister", "officer",    "official", "police chief", "secretary", "sheriff"};
  const std::string_view name = b.canonical();
  if (b.row->column(1) != "office" || b.kind > Modifiers::kPlain) return false;
  if (std::find(std::begin(kLoose), std::end(kLoose), name) != std::end(kLoose)) return false;
  if (a.canonical() == name) {
    const size_t end = a.modifiers.find_last_not_of(" -");
    return end != std::string_view::npos && IsDeputy(a.modifiers.substr(0, end + 1));
  }
  const size_t space = a.canonical().find(' ');
  return space != std::string_view::npos && a.kind <= Modifiers::kPlain &&
         IsDeputy(a.canonical().substr(0, space)) && a.canonical().substr(space + 1) == name;
}

// Two offices or two ranks; a general may be the army chief.
bool AreOffices(const LexiconRow& a, const LexiconRow& b) {
  return a.column(1) == b.column(1) && (a.column(1) == "office" || a.column(1) == "rank");
}

// "Brother" and "cousin", but not "brother" and "sibling".
bool AreKin(const LexiconRow& a, const LexiconRow& b) {
  const std::string_view name_a = a.column(0), name_b = b.column(0);
  return a.column(1) == "relation" && b.column(1) == "relation" && name_a != name_b &&
         InList(a.column(2), "relative") && InList(b.column(2), "relative") &&
         !InList(a.column(2), name_b) && !InList(b.column(2), name_a);
}

Relation RelateKnown(const Role& a, const Role& b) {
  const std::string_view name_a = a.canonical(), name_b = b.canonical();
  if (name_a == name_b) {
    if (Spelling(a.modifiers) == Spelling(b.modifiers)) return Relation::kEqual;
    // "Former president" and "president" are one office at two times; "ex-" and "former" are one.
    if (a.kind == Modifiers::kFormer || b.kind == Modifiers::kFormer) {
      return a.kind == b.kind ? Relation::kEqual : Relation::kUnknown;
    }
    if (a.modifiers.empty()) return Relation::kWider;
    return b.modifiers.empty() ? Relation::kNarrower : Relation::kUnknown;
  }
  const bool a_is_b = InList(a.row->column(2), name_b) || IsKindOf(name_a, name_b);
  const bool b_is_a = InList(b.row->column(2), name_a) || IsKindOf(name_b, name_a);
  if (a_is_b && b_is_a) return Relation::kEqual;
  // An envoy is a diplomat, but not each of them a "tycoon-turned-diplomat".
  if (a_is_b) return b.kind == Modifiers::kOther ? Relation::kOverlap : Relation::kNarrower;
  if (b_is_a) return a.kind == Modifiers::kOther ? Relation::kOverlap : Relation::kWider;
  const bool plain = std::max(a.kind, b.kind) <= Modifiers::kPlain;
  if (Excludes(a, b)) return plain ? Relation::kDisjoint : Relation::kUnknown;
  return AreOffices(*a.row, *b.row) ? Relation::kUnknown : Relation::kOverlap;
}

}  // namespace

Relation RelateRoles(std::string_view a, std::string_view b) {
  if (a == b) return Relation::kEqual;
  const Role role_a = Resolve(a);
  const Role role_b = Resolve(b);
  if (role_a.row == nullptr || role_b.row == nullptr) return Relation::kUnknown;
  if (IsDeputyOf(role_a, role_b) || IsDeputyOf(role_b, role_a)) return Relation::kDisjoint;
  // A rank before the head makes an office that the lexicon does not have: nothing is known of it.
  if (role_a.kind == Modifiers::kRank || role_b.kind == Modifiers::kRank) {
    return role_a.canonical() == role_b.canonical() &&
                   Spelling(role_a.modifiers) == Spelling(role_b.modifiers)
               ? Relation::kEqual
               : Relation::kUnknown;
  }
  return RelateKnown(role_a, role_b);
}

bool AreTwoOffices(std::string_view a, std::string_view b) {
  const Role role_a = Resolve(a), role_b = Resolve(b);
  if (role_a.row == nullptr || role_b.row == nullptr) return false;
  if (AreKin(*role_a.row, *role_b.row)) return role_a.kind == role_b.kind;
  if (!AreOffices(*role_a.row, *role_b.row)) return false;
  return role_a.canonical() != role_b.canonical() && RelateRoles(a, b) == Relation::kUnknown;
}

}  // namespace crossread
