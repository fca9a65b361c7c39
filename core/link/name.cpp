// Are two spellings one person? "Dale Brannock" and "Dale Brannick" differ by a slip, "Zarembsky"
// and "Zarembskyy" by the way of writing Cyrillic, "Bill" and "William" by familiarity.
//
// Names are compared part by part. A slip is assumed only where everything else agrees and the part
// is long enough that two people are unlikely to differ in it; two known given names (Maria, Marie)
// are two people. Cost: O(length²) of two parts of a name.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/list.h"
#include "core/link/relation.h"

namespace crossread {
namespace {

// Slips: one edit in a part of at least five letters, two in one of eight, the first letter right.
// By hand on pairs of surnames: shorter ones (Brown, Crown; Rice, Price) are too often two people.
constexpr size_t kMinSlip = 5;
constexpr size_t kMinTwoSlips = 8;
// Longer "parts" are no names; bounds the edit distance.
constexpr size_t kMaxPart = 40;

enum class Part : uint8_t { kEqual, kInitial, kNickname, kTransliteration, kSlip, kDifferent };

struct Name {
  std::vector<std::string_view> parts;  // without particles and suffix
  std::string_view suffix;              // "jr"
};

const LexiconTable& GivenNames() {
  static const LexiconTable& table = Lexicon::English().Table("given_names.tsv");
  return table;
}

Name ReadName(std::string_view key) {
  static const LexiconTable& particles = Lexicon::English().Table("name_particles.tsv");
  Name name;
  std::vector<std::string_view> all;
  while (!key.empty()) {
    const size_t end = std::min(key.find_first_of(" -"), key.size());
    const std::string_view part = key.substr(0, end);
    key.remove_prefix(std::min(key.size(), end + 1));
    if (part.empty()) continue;
    const LexiconRow* row = particles.Find(part);
    if (row != nullptr && row->column(0) == "suffix" && !all.empty()) {
      name.suffix = part;
      continue;
    }
    all.push_back(part);
    if (row == nullptr || row->column(0) == "suffix") name.parts.push_back(part);
  }
  if (name.parts.empty()) name.parts = all;  // a name of particles alone: "Ben", "Van"
  return name;
}

// ---- transliteration

struct Rule {
  std::string_view from, to;
};

// The rules of transliterations.tsv, longest first, then by byte.
const std::vector<Rule>& Rules() {
  static const std::vector<Rule> rules = [] {
    std::vector<Rule> all;
    for (const LexiconRow& row : Lexicon::English().Table("transliterations.tsv").rows()) {
      if (row.column(1) == "rule") all.push_back({row.key, row.column(0)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Rule& a, const Rule& b) { return a.from.size() > b.from.size(); });
    return all;
  }();
  return rules;
}

std::string CommonForm(std::string_view part) {
  static const LexiconTable& table = Lexicon::English().Table("transliterations.tsv");
  for (const LexiconRow* row = table.Find(part); row != nullptr && row->key == part; ++row) {
    if (row->column(1) == "word") return std::string(row->column(0));
    if (row == &table.rows().back()) break;
  }
  return std::string(part);
}

std::string WithoutDoubles(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (out.empty() || out.back() != c || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

// What is left of a part when ways of writing one sound are made one: "zarembskyy" -> "zarembski".
std::string Skeleton(std::string_view part) {
  const std::string word = CommonForm(part);
  std::string text;
  for (size_t i = 0; i < word.size();) {
    const std::string_view rest = std::string_view(word).substr(i);
    const auto rule = std::find_if(Rules().begin(), Rules().end(), [&](const Rule& r) {
      return rest.substr(0, r.from.size()) == r.from;
    });
    if (rule == Rules().end()) {
      text += word[i++];
    } else {
      text += rule->to;
      i += rule->from.size();
    }
  }
  return WithoutDoubles(text);
}

// ---- slips

std::u32string Letters(std::string_view part) {
  std::u32string out;
  for (uint32_t i = 0; i < part.size();) {
    const Decoded d = DecodeUtf8(part, i);
    out += d.code_point;
    i += d.length;
  }
  return out;
}

// Insertions, deletions, replacements and swaps of neighbours between a and b.
// Method: optimal string alignment. Source: R. Wagner, M. Fischer, J. ACM 21(1), 1974, with swaps.
size_t Edits(const std::u32string& a, const std::u32string& b) {
  std::vector<size_t> before(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) last[j] = j;
  for (size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      row[j] =
          std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(row);
  }
  return last[b.size()];
}

// ---- parts

bool IsNickname(std::string_view a, std::string_view b) {
  static const LexiconTable& table = Lexicon::English().Table("nicknames.tsv");
  const LexiconRow* row_a = table.Find(a);
  const LexiconRow* row_b = table.Find(b);
  if (row_a != nullptr && InList(row_a->column(0), b)) return true;
  if (row_b != nullptr && InList(row_b->column(0), a)) return true;
  if (row_a == nullptr || row_b == nullptr) return false;
  std::string_view list = row_a->column(0);  // Bill, Will: both William
  while (!list.empty()) {
    const size_t bar = list.find('|');
    if (InList(row_b->column(0), list.substr(0, bar))) return true;
    list = bar == std::string_view::npos ? std::string_view() : list.substr(bar + 1);
  }
  return false;
}

Part RelateParts(std::string_view a, std::string_view b) {
  if (a == b) return Part::kEqual;
  if ((a.size() == 1 || b.size() == 1) && a[0] == b[0]) return Part::kInitial;
  if (IsNickname(a, b)) return Part::kNickname;
  if (Skeleton(a) == Skeleton(b)) return Part::kTransliteration;
  return IsNameSlip(a, b) ? Part::kSlip : Part::kDifferent;
}

// ---- names

// One part against a full name: its surname, any part behind the first that is no given name, or
// the first where the family name stands first (Xi Jinping).
NameRelation RelateShort(std::string_view part, const Name& name) {
  static const LexiconTable& family_first = Lexicon::English().Table("family_first.txt");
  const auto& parts = name.parts;
  if (part == parts.back()) return NameRelation::kSame;
  if (part == parts.front()) {
    return family_first.Has(part) ? NameRelation::kSame : NameRelation::kUnrelated;
  }
  for (size_t i = 1; i + 1 < parts.size(); ++i) {
    if (part == parts[i] && !GivenNames().Has(part)) return NameRelation::kSame;
  }
  return RelateParts(part, parts.back()) == Part::kTransliteration ? NameRelation::kTransliteration
                                                                   : NameRelation::kUnrelated;
}

// Middle names: where both give some, those that stand at one place must agree.
bool MiddlesAgree(const Name& a, const Name& b) {
  const size_t count = std::min(a.parts.size(), b.parts.size());
  for (size_t i = 1; i + 1 < count; ++i) {
    const Part part = RelateParts(a.parts[i], b.parts[i]);
    if (part == Part::kSlip || part == Part::kDifferent) return false;
  }
  return true;
}

// "Inés Prado" and "Inés Prado Villalba": a second surname left out.
bool IsPrefix(const Name& shorter, const Name& longer) {
  return shorter.parts.size() < longer.parts.size() &&
         std::equal(shorter.parts.begin(), shorter.parts.end(), longer.parts.begin());
}

// "Faris Khaled" and "Faris Khalid Mansour": the same, in another way of writing.
bool IsPrefixSpeltAnew(const Name& a, const Name& b) {
  const Name &shorter = a.parts.size() < b.parts.size() ? a : b, &longer = &shorter == &a ? b : a;
  if (shorter.parts.size() == longer.parts.size() || shorter.parts.size() < 2) return false;
  if (shorter.parts[0] != longer.parts[0]) return false;
  return std::equal(shorter.parts.begin(), shorter.parts.end(), longer.parts.begin(),
                    [](std::string_view x, std::string_view y) {
                      const Part part = RelateParts(x, y);
                      return part == Part::kEqual || part == Part::kTransliteration;
                    });
}

// "Prado Villalba" and "Inés Prado Villalba": the given name left out.
bool IsSurname(const Name& shorter, const Name& longer) {
  return shorter.parts.size() < longer.parts.size() && !GivenNames().Has(shorter.parts.front()) &&
         std::equal(shorter.parts.rbegin(), shorter.parts.rend(), longer.parts.rbegin());
}

// How an English given name sounds, roughly: "robyn" and "robin", "bettie" and "betty".
std::string Sound(std::string_view part) {
  struct Rule {
    std::string_view from, to;
  };
  static constexpr Rule kRules[] = {{"ph", "f"}, {"ck", "k"}, {"ie", "i"}, {"ey", "i"},
                                    {"y", "i"},  {"c", "k"},  {"z", "s"},  {"h", ""}};
  std::string out;
  for (size_t i = 0; i < part.size();) {
    const std::string_view rest = part.substr(i);
    const Rule* rule = std::find_if(std::begin(kRules), std::end(kRules), [&](const Rule& r) {
      return rest.substr(0, r.from.size()) == r.from && (i > 0 || r.from != "h");
    });
    if (rule == std::end(kRules)) {
      out += part[i++];
    } else {
      out += rule->to;
      i += rule->from.size();
    }
  }
  return WithoutDoubles(out);
}

// A given name in a spelling of its own, which transliterations.tsv does not name: "Robyn".
bool IsAsGiven(std::string_view part) {
  static const LexiconTable& table = Lexicon::English().Table("transliterations.tsv");
  if (!GivenNames().Has(part)) return false;
  return std::none_of(table.rows().begin(), table.rows().end(), [&](const LexiconRow& row) {
    return row.column(1) == "word" && (row.key == part || row.column(0) == part);
  });
}

// "Heffner" and "Hefner": one consonant twice or once, in no word of transliterations.tsv. A vowel
// may be long in one alphabet and not in another ("Haugstaad").
bool IsDoubling(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() + 1 != b.size() || WithoutDoubles(a) != WithoutDoubles(b)) return false;
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin()).second;
  if (std::string_view("aeiouy").find(*differs) != std::string_view::npos) return false;
  return CommonForm(a) == a && CommonForm(b) == b;
}

constexpr size_t kMinShortSlip = 4;  // of a given name before a surname that both have

// "Anre" for "Andre": a slip in a given name, too short to be told without the surname.
bool IsShortSlip(std::string_view first_a, std::string_view first_b, std::string_view last) {
  if (last.size() < kMinSlip || first_a[0] != first_b[0]) return false;
  if (GivenNames().Has(first_a) == GivenNames().Has(first_b)) return false;
  const std::u32string a = Letters(first_a), b = Letters(first_b);
  return std::min(a.size(), b.size()) >= kMinShortSlip && Edits(a, b) == 1;
}

// Full names that differ in the given name alone.
NameRelation RelateGiven(std::string_view a, std::string_view b, std::string_view last) {
  // "Bobbie" and "Bobby": one of them is known.
  if ((GivenNames().Has(a) || GivenNames().Has(b)) && Sound(a) == Sound(b))
    return NameRelation::kHomophone;
  return IsShortSlip(a, b, last) ? NameRelation::kMisspelling : NameRelation::kUnrelated;
}

NameRelation RelateFull(const Name& a, const Name& b) {
  if (a.suffix != b.suffix) return NameRelation::kUnrelated;  // father and son
  if (IsPrefix(a, b) || IsPrefix(b, a) || IsSurname(a, b) || IsSurname(b, a)) {
    return NameRelation::kSame;
  }
  if (IsPrefixSpeltAnew(a, b)) return NameRelation::kTransliteration;
  const Part first = RelateParts(a.parts.front(), b.parts.front());
  Part last = RelateParts(a.parts.back(), b.parts.back());
  if (first == Part::kEqual && last == Part::kDifferent &&
      IsLetterOff(a.parts.back(), b.parts.back()))
    last = Part::kSlip;
  if (first == Part::kDifferent && last == Part::kEqual && MiddlesAgree(a, b)) {
    return RelateGiven(a.parts.front(), b.parts.front(), a.parts.back());
  }
  if (first == Part::kDifferent || last == Part::kDifferent || !MiddlesAgree(a, b)) {
    return NameRelation::kUnrelated;
  }
  if (first == Part::kSlip || last == Part::kSlip) {
    // One slip, and nothing else left open: an initial or a second slip is too little.
    if (a.parts.size() != b.parts.size() || first == last) return NameRelation::kUnrelated;
    const Part other = first == Part::kSlip ? last : first;
    return other == Part::kInitial ? NameRelation::kUnrelated : NameRelation::kMisspelling;
  }
  if (last == Part::kInitial || last == Part::kNickname) return NameRelation::kUnrelated;
  if (first == Part::kNickname) return NameRelation::kNickname;
  if (first == Part::kTransliteration || last == Part::kTransliteration) {
    const std::string_view given_a = a.parts.front(), given_b = b.parts.front();
    const bool english = (last == Part::kEqual || IsDoubling(a.parts.back(), b.parts.back())) &&
                         IsAsGiven(given_a) && IsAsGiven(given_b);
    return english ? NameRelation::kHomophone : NameRelation::kTransliteration;
  }
  for (size_t i = 1; i + 1 < std::min(a.parts.size(), b.parts.size()); ++i) {
    if (RelateParts(a.parts[i], b.parts[i]) == Part::kTransliteration) {
      return NameRelation::kTransliteration;
    }
  }
  return NameRelation::kSame;
}

std::string Joined(const Name& name) {
  std::string out;
  for (const std::string_view part : name.parts) out += part;
  return out;
}

}  // namespace

bool IsNameSlip(std::string_view part_a, std::string_view part_b) {
  const std::u32string a = Letters(part_a), b = Letters(part_b);
  const size_t shorter = std::min(a.size(), b.size());
  if (shorter < kMinSlip || std::max(a.size(), b.size()) > kMaxPart || a[0] != b[0]) return false;
  if (GivenNames().Has(part_a) && GivenNames().Has(part_b)) return false;
  return Edits(a, b) <= (shorter >= kMinTwoSlips ? 2u : 1u);
}

bool IsSurnameSlip(std::string_view part_a, std::string_view part_b) {
  const std::u32string a = Letters(part_a), b = Letters(part_b);
  if (std::min(a.size(), b.size()) < kMinShortSlip || std::max(a.size(), b.size()) > kMaxPart)
    return false;
  if (a[0] != b[0] || Edits(a, b) != 1) return false;
  // "Clintons" are several, "Clinton's" its owner's.
  const std::u32string& longer = a.size() > b.size() ? a : b;
  if (a.size() != b.size() && longer.back() == U's') return false;
  return !GivenNames().Has(part_a) || !GivenNames().Has(part_b);
}

bool IsLetterOff(std::string_view part_a, std::string_view part_b) {
  const std::u32string a = Letters(part_a), b = Letters(part_b);
  if (std::min(a.size(), b.size()) < kMinSlip || std::max(a.size(), b.size()) > kMaxPart)
    return false;
  if (a[0] != b[0] || Edits(a, b) != 1) return false;
  const std::u32string& longer = a.size() > b.size() ? a : b;
  return a.size() == b.size() || longer.back() != U's';
}

bool IsNameTransliteration(std::string_view part_a, std::string_view part_b) {
  return Skeleton(part_a) == Skeleton(part_b);
}

NameRelation RelateNames(std::string_view key_a, std::string_view key_b) {
  if (key_a == key_b) return NameRelation::kSame;
  const Name a = ReadName(key_a);
  const Name b = ReadName(key_b);
  if (a.parts.empty() || b.parts.empty()) return NameRelation::kUnrelated;
  if (a.parts == b.parts && a.suffix == b.suffix) return NameRelation::kSame;
  if (a.parts.size() == 1 && b.parts.size() == 1) {
    return RelateParts(a.parts[0], b.parts[0]) == Part::kTransliteration
               ? NameRelation::kTransliteration
               : NameRelation::kUnrelated;
  }
  if (a.parts.size() == 1) return RelateShort(a.parts[0], b);
  if (b.parts.size() == 1) return RelateShort(b.parts[0], a);
  const NameRelation relation = RelateFull(a, b);
  if (relation == NameRelation::kUnrelated && a.suffix == b.suffix && Joined(a) == Joined(b)) {
    return NameRelation::kTransliteration;  // "Min-ji", "Minji"
  }
  return relation;
}

}  // namespace crossread
