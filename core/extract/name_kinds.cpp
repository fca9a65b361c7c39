// What kind of thing each name is, decided with the whole article in view: a surname's bearer, a
// place that is only ever "in" something, a people beside its country.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "core/extract/name_evidence.h"
#include "core/extract/names.h"

namespace crossread {
namespace {

class KindFinder {
 public:
  KindFinder(const NameWords& words, const Syntax& syntax, const std::vector<Name>& names)
      : words_(words), syntax_(syntax), names_(names) {
    for (const Name& name : names_) kinds_.push_back(name.kind);
  }

  std::vector<EntityKind> Find() {
    ShareKinds();
    WeighEvidence();
    FindPlaces();
    FindPeoples();
    return std::move(kinds_);
  }

 private:
  // A name of unknown kind takes the kind that the same words have elsewhere, or is a person if it
  // is the surname of one. A place that is a person's surname stays a place only behind "in" and
  // the like.
  void ShareKinds() {
    std::map<std::string, EntityKind> kind_of;
    std::map<std::string, bool> surnames;
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (names_[n].typed) kind_of.try_emplace(KeyOf(n), names_[n].kind);
      if (names_[n].typed && names_[n].kind == EntityKind::kPerson) AddSurnames(n, &surnames);
    }
    // "Teodor Marek" and later "Marek said", or "Marek" twice: then the full name is a person's,
    // since organisations are cut to their first word, or to "the" and their last.
    std::map<std::string, uint32_t> alone;
    for (const Name& name : names_) {
      if (name.tokens.size() != 1 || name.article || name.typed) continue;
      if (words_.Is(name.tokens.begin, kSeenLower | kOrganisationHead | kPlaceHead)) continue;
      alone[words_.Key(name.tokens)] += name.speaks ? 2 : 1;
    }
    for (uint32_t n = 0; n < names_.size(); ++n) {
      const IndexRange tokens = names_[n].tokens;
      const bool one = tokens.size() == 1;
      if (names_[n].typed) {
        const bool loose =
            kinds_[n] == EntityKind::kPlace || kinds_[n] == EntityKind::kOrganisation;
        if (loose && one && surnames.count(KeyOf(n)) && !IsBehindPlaceWord(tokens.begin)) {
          kinds_[n] = EntityKind::kPerson;
        }
        continue;
      }
      if (const auto found = kind_of.find(KeyOf(n)); found != kind_of.end()) {
        kinds_[n] = found->second;
      } else if (one && surnames.count(KeyOf(n))) {
        kinds_[n] = EntityKind::kPerson;
      } else if (!one && tokens.size() <= 3 && !names_[n].article && !names_[n].placed &&
                 alone[words_.Key({tokens.end - 1, tokens.end})] >= 2) {
        kinds_[n] = EntityKind::kPerson;
        AddSurnames(n, &surnames);
      }
    }
    for (uint32_t n = 0; n < names_.size(); ++n) {  // surnames of people found just now
      if (names_[n].typed || kinds_[n] != EntityKind::kOther) continue;
      const bool given = names_[n].tokens.size() == 1 && !names_[n].article &&
                         words_.Is(names_[n].tokens.begin, kGivenName);
      if (given || surnames.count(KeyOf(n))) kinds_[n] = EntityKind::kPerson;
    }
  }

  // What the words around all mentions of a name say together; of unsure ones nothing.
  void WeighEvidence() {
    constexpr int kLeast = 3, kLead = 2;
    std::map<std::string, KindPoints> sums;
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] != EntityKind::kOther || names_[n].typed) continue;
      const KindPoints points = EvidenceOf(words_, syntax_, names_, n);
      KindPoints& sum = sums.try_emplace(KeyOf(n), KindPoints{}).first->second;
      for (size_t k = 0; k < sum.size(); ++k) sum[k] += points[k];
    }
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] != EntityKind::kOther || names_[n].typed) continue;
      const KindPoints& sum = sums[KeyOf(n)];
      const auto best = std::max_element(sum.begin(), sum.end());
      const auto near =
          std::count_if(sum.begin(), sum.end(), [&](int points) { return points + kLead > *best; });
      if (*best >= kLeast && near == 1) kinds_[n] = static_cast<EntityKind>(best - sum.begin());
    }
  }

  // A name that stands behind "in" and the like at least every third time, and never speaks, is a
  // place: "in Lysvik". Near miss: a company of which it says once "shares in Brightwater".
  void FindPlaces() {
    struct Count {
      uint32_t all = 0, placed = 0, speaks = 0;
    };
    std::map<std::string, Count> counts;
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] != EntityKind::kOther || names_[n].typed) continue;
      Count& count = counts[KeyOf(n)];
      ++count.all;
      if (names_[n].placed) ++count.placed;
      if (names_[n].speaks) ++count.speaks;
    }
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] != EntityKind::kOther || names_[n].typed) continue;
      const Count& count = counts[KeyOf(n)];
      if (count.placed * 3 >= count.all && count.speaks == 0) kinds_[n] = EntityKind::kPlace;
    }
  }

  // A people that no lexicon has, beside its country: "Karsavian" and "Karsavia", "Belmoran" and
  // "Belmora".
  void FindPeoples() {
    std::map<std::string, bool> countries;
    for (uint32_t n = 0; n < names_.size(); ++n) {
      const bool open = kinds_[n] == EntityKind::kOther || kinds_[n] == EntityKind::kPlace;
      if (open && names_[n].tokens.size() == 1) countries.try_emplace(KeyOf(n), false);
    }
    for (uint32_t n = 0; n < names_.size(); ++n) {
      if (kinds_[n] != EntityKind::kOther || names_[n].tokens.size() != 1) continue;
      const std::string country = CountryOfPeople(KeyOf(n));
      const auto found = countries.find(country);
      if (country.empty() || found == countries.end()) continue;
      found->second = true;
      kinds_[n] = EntityKind::kPeople;
    }
    for (uint32_t n = 0; n < names_.size(); ++n) {
      const auto found = countries.find(KeyOf(n));
      if (found != countries.end() && found->second && kinds_[n] == EntityKind::kOther) {
        kinds_[n] = EntityKind::kPlace;
      }
    }
  }

  void AddSurnames(uint32_t n, std::map<std::string, bool>* surnames) const {
    const IndexRange tokens = names_[n].tokens;
    if (tokens.size() == 1) {
      if (!names_[n].title.empty()) (*surnames)[KeyOf(n)] = true;
      return;
    }
    uint32_t last = tokens.end - 1;
    if (words_.Is(last, kSuffix) && last > tokens.begin) --last;
    (*surnames)[words_.Key({last, last + 1})] = true;
    if (words_.Is(tokens.begin, kFamilyFirst)) {
      (*surnames)[words_.Key({tokens.begin, tokens.begin + 1})] = true;
    }
  }

  bool IsBehindPlaceWord(uint32_t token) const {
    return token > 0 && words_.Is(token - 1, kPlaceBefore);
  }

  std::string KeyOf(uint32_t n) const { return words_.Key(names_[n].tokens); }

  const NameWords& words_;
  const Syntax& syntax_;
  const std::vector<Name>& names_;
  std::vector<EntityKind> kinds_;  // by name
};

}  // namespace

std::string CountryOfPeople(std::string people) {
  constexpr size_t kShortest = 6;
  if (people.size() > kShortest && people.back() == 's') people.pop_back();
  if (people.size() < kShortest || people.substr(people.size() - 2) != "an") return {};
  people.pop_back();
  return people;
}

std::vector<EntityKind> DecideKinds(const NameWords& words, const Syntax& syntax,
                                    const std::vector<Name>& names) {
  return KindFinder(words, syntax, names).Find();
}

}  // namespace crossread
