// Where a thing stands: two house numbers in one street, one house in two streets of nearly one
// name, a named hospital or school in two towns. Asked only where each article gives one answer:
// who tells of two houses in a street tells of two places.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/align/comparison.h"
#include "core/base/ascii.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;
constexpr uint32_t kNumbersOfBlock = 100;

enum class SiteKind : uint8_t { kStreet, kBuilding };
using Site = std::pair<SiteKind, std::string>;  // "tanner street"; a building's linked entity

// One answer of one article.
struct Answer {
  Span span;          // number and street; building and town
  Span mark;          // the number; the town
  std::string value;  // "12200"; the town's key
  bool block = false;
};

// A street that something stands in: "14 Tanner Street", "his flat in Tanner Road".
struct House {
  Span street;
  std::string number;  // empty: a dwelling is named before the street
  std::string name, kind;
  bool stands = false;  // something does

  bool IsIn(const House& other) const { return name == other.name && kind == other.kind; }
};

// Of two kinds, or a letter or two apart: "Tanner Street" and "Tanner Road", or "Taner Street".
bool AreNearlyOne(const House& x, const House& y) {
  if (x.name == y.name) return x.kind != y.kind;
  constexpr size_t kLongName = 6, kSlip = 2;
  const size_t shorter = std::min(x.name.size(), y.name.size()),
               longer = std::max(x.name.size(), y.name.size());
  if (x.kind != y.kind || shorter < kLongName || longer - shorter > 1) return false;
  size_t front = 0, back = 0;
  while (front < shorter && x.name[front] == y.name[front]) ++front;
  while (back < shorter - front &&
         x.name[x.name.size() - 1 - back] == y.name[y.name.size() - 1 - back])
    ++back;
  // "22nd" and "23rd" are two streets.
  return front > 0 && !IsAsciiDigit(x.name[0]) && longer - front - back <= kSlip;
}

class SiteComparer {
 public:
  explicit SiteComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (article_ = 0; article_ < comparison_.articles.size(); ++article_) {
      ReadStreets();
      ReadBuildings();
      ReadHouses();
    }
    CompareHouses();
    for (const auto& [site, by_article] : answers_) {
      for (auto a = by_article.begin(); a != by_article.end(); ++a) {
        for (auto b = std::next(a); b != by_article.end(); ++b) {
          if (IsOne(a->second) && IsOne(b->second))
            Compare(site, a->first, a->second[0], b->first, b->second[0]);
        }
      }
    }
    return std::move(out_);
  }

 private:
  static bool IsOne(const std::vector<Answer>& answers) {
    return std::all_of(answers.begin(), answers.end(),
                       [&](const Answer& answer) { return answer.value == answers[0].value; });
  }

  const Analysis& analysis() const { return comparison_.At(article_); }
  const Document& document() const { return analysis().document; }
  std::string_view Text(uint32_t t) const { return document().Text(document().tokens[t]); }
  std::string_view Norm(uint32_t t) const { return document().Norm(document().tokens[t]); }

  void Keep(SiteKind kind, const std::string& name, Answer answer) {
    answers_[{kind, name}][article_].push_back(std::move(answer));
  }

  // ---- "14 Tanner Street", "the 1200 block of East Tanner Street"

  void ReadStreets() {
    for (const Sentence& sentence : document().sentences) {
      for (uint32_t t = sentence.tokens.begin; t + 2 < sentence.tokens.end; ++t) {
        if (document().tokens[t].shape == TokenShape::kNumber) ReadStreet(t, sentence.tokens.end);
      }
    }
  }

  void ReadStreet(uint32_t number, uint32_t end) {
    constexpr uint32_t kMostWords = 4;  // of a street's name
    const std::string_view digits = Text(number);
    if (!std::all_of(digits.begin(), digits.end(), IsAsciiDigit) || digits.size() > 5) return;
    uint32_t t = number + 1;
    const bool block = Norm(t) == "block" && t + 1 < end && Norm(t + 1) == "of";
    if (block) t += 2;
    if (t < end && IsDirection(Norm(t))) ++t;
    std::string street;
    for (uint32_t i = t; i < std::min(end, t + kMostWords); ++i) {
      const Token& token = document().tokens[i];
      if (!token.capital && token.shape != TokenShape::kNumber) return;
      const std::string_view kind = StreetKind(Norm(i));
      if (i > t && !kind.empty()) {
        Answer answer;
        answer.span = document().SpanOf({number, i + 1});
        answer.mark = document().tokens[number].span;
        answer.value = digits;
        answer.block = block;
        Keep(SiteKind::kStreet, street + std::string(kind), std::move(answer));
        return;
      }
      street += std::string(Norm(i)) + ' ';
    }
  }

  // ---- "his flat in Tanner Road"

  void ReadHouses() {
    houses_.emplace_back();
    for (const Sentence& sentence : document().sentences) {
      for (uint32_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
        if (document().tokens[t].capital && !StreetKind(Norm(t)).empty())
          ReadHouse(sentence.tokens, t);
      }
    }
  }

  void ReadHouse(IndexRange sentence, uint32_t kind) {
    constexpr uint32_t kMostWords = 3;  // of a street's name
    constexpr uint32_t kDwelling = 5;   // tokens from a dwelling to its street
    static constexpr std::string_view kDwellings[] = {"address", "apartment", "flat",
                                                      "home",    "house",     "residence"};
    House house;
    house.kind = StreetKind(Norm(kind));
    uint32_t begin = kind;
    while (begin > sentence.begin && kind - begin < kMostWords &&
           document().tokens[begin - 1].capital && !IsDirection(Norm(begin - 1))) {
      --begin;
      house.name = std::string(Norm(begin)) + (house.name.empty() ? "" : " ") + house.name;
    }
    if (house.name.empty()) return;
    house.street = document().SpanOf({begin, kind + 1});
    uint32_t before = begin;
    while (before > sentence.begin && IsDirection(Norm(before - 1))) --before;
    const std::string_view number = before > sentence.begin ? Text(before - 1) : "";
    bool stands = false;
    if (!number.empty() && std::all_of(number.begin(), number.end(), IsAsciiDigit)) {
      house.number = number;
      stands = true;
    }
    for (uint32_t t = before; !stands && t > sentence.begin && before - t < kDwelling; --t) {
      const auto* end = std::end(kDwellings);
      stands = std::find(std::begin(kDwellings), end, Norm(t - 1)) != end;
    }
    house.stands = stands;
    houses_.back().push_back(std::move(house));
  }

  // One house, by its number or as the only dwelling, in two streets that are nearly one. Whoever
  // names both streets knows two.
  void CompareHouses() {
    const auto knows = [&](uint32_t article, const House& house) {
      return std::any_of(houses_[article].begin(), houses_[article].end(),
                         [&](const House& other) { return other.IsIn(house); });
    };
    for (uint32_t a = 0; a < houses_.size(); ++a) {
      for (uint32_t b = a + 1; b < houses_.size(); ++b) {
        for (const House& x : houses_[a]) {
          const auto y =
              std::find_if(houses_[b].begin(), houses_[b].end(), [&](const House& other) {
                return x.stands && other.stands && x.number == other.number &&
                       AreNearlyOne(x, other);
              });
          if (y == houses_[b].end() || knows(a, *y) || knows(b, x)) continue;
          AddPlaces(a, {x.street, x.street, x.name + ' ' + x.kind}, b,
                    {y->street, y->street, y->name + ' ' + y->kind});
        }
      }
    }
  }

  static bool IsDirection(std::string_view norm) {
    static constexpr std::string_view kDirections[] = {"north", "south", "east", "west",
                                                       "n",     "s",     "e",    "w"};
    return std::find(std::begin(kDirections), std::end(kDirections), norm) != std::end(kDirections);
  }

  // "Street" of "Street" and "St."; empty if it is no kind of street.
  static std::string_view StreetKind(std::string_view norm) {
    static const LexiconTable& kinds = Lexicon::English().Table("street_kinds.tsv");
    const LexiconRow* row = kinds.Find(norm);
    return row != nullptr ? row->column(0) : std::string_view();
  }

  // ---- "Mercy Hospital in Dover"

  void ReadBuildings() {
    static const LexiconTable& buildings = Lexicon::English().Table("building_heads.txt");
    const std::vector<Mention>& mentions = analysis().mentions.mentions;
    for (size_t m = 0; m + 1 < mentions.size(); ++m) {
      const Mention &building = mentions[m], &town = mentions[m + 1];
      const uint32_t linked = comparison_.entities.Find(article_, building.entity);
      if (linked == kNoEntity || town.entity == kNoEntity) continue;
      const IndexRange name = document().TokensIn(building.span);
      const IndexRange place = document().TokensIn(town.span);
      if (name.size() < 2 || place.begin != name.end + 1) continue;
      if (Norm(name.end) != "in" && Norm(name.end) != ",") continue;
      const bool is_building =
          std::any_of(document().tokens.begin() + name.begin, document().tokens.begin() + name.end,
                      [&](const Token& token) { return buildings.Has(document().Norm(token)); });
      const Entity& entity = analysis().mentions.entities[town.entity];
      if (!is_building || entity.kind != EntityKind::kPlace) continue;
      Answer answer;
      answer.span = {building.span.begin, town.span.end};
      answer.mark = town.span;
      answer.value = entity.key;
      Keep(SiteKind::kBuilding, std::to_string(linked), std::move(answer));
    }
  }

  // ---- whether they agree

  bool Agree(const Site& site, const Answer& x, const Answer& y) const {
    if (x.value == y.value) return true;
    if (site.first == SiteKind::kBuilding)
      return RelatePlaces(x.value, y.value) != Relation::kDisjoint;
    if (x.block == y.block) return false;
    const auto block_of = [](const Answer& answer) {
      return std::stoul(answer.value) / kNumbersOfBlock;
    };
    return block_of(x) == block_of(y);  // a house in that block
  }

  void Compare(const Site& site, uint32_t a, const Answer& x, uint32_t b, const Answer& y) {
    if (!Agree(site, x, y)) AddPlaces(a, x, b, y);
  }

  void AddPlaces(uint32_t a, const Answer& x, uint32_t b, const Answer& y) {
    Difference difference;
    difference.kind = DifferenceKind::kPlace;
    difference.ground = Ground::kSite;
    difference.pair = kNoPair;
    difference.a = {a, x.span};
    difference.b = {b, y.span};
    difference.mark_a = x.mark;
    difference.mark_b = y.mark;
    difference.value_a = x.value;
    difference.value_b = y.value;
    difference.minor = true;
    difference.score = kScore;
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  uint32_t article_ = 0;
  std::map<Site, std::map<uint32_t, std::vector<Answer>>> answers_;  // by article
  std::vector<std::vector<House>> houses_;                           // [article]
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareSites(const Comparison& comparison) {
  return SiteComparer(comparison).Run();
}

}  // namespace crossread
