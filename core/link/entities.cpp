#include "core/link/entities.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/disjoint_sets.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// "faris" of "faris hamdan", and of "al-faris hamdan".
std::string_view FirstPart(std::string_view key) {
  static const LexiconTable& particles = Lexicon::English().Table("name_particles.tsv");
  const std::string_view first = key.substr(0, key.find(' '));
  const size_t hyphen = first.find('-');
  const bool article = hyphen != std::string_view::npos && particles.Has(first.substr(0, hyphen));
  return article ? first.substr(hyphen + 1) : first;
}

// "Faris Hamdan Jr."
bool HasSuffix(std::string_view key) {
  static const LexiconTable& particles = Lexicon::English().Table("name_particles.tsv");
  const size_t space = key.rfind(' ');
  if (space == std::string_view::npos) return false;
  const LexiconRow* row = particles.Find(key.substr(space + 1));
  return row != nullptr && row->column(0) == "suffix";
}

// "hamdan" of "faris hamdan jr".
std::string_view LastPart(std::string_view key) {
  if (HasSuffix(key)) key = key.substr(0, key.rfind(' '));
  const size_t space = key.rfind(' ');
  return space == std::string_view::npos ? key : key.substr(space + 1);
}

// First letter and the first two other consonants: "witkoff" and "witzoff" share "wt", so it is cut
// short on purpose; RelateNames decides.
std::string Skeleton(std::string_view part) {
  std::string out(part.substr(0, 1));
  for (size_t i = 1; i < part.size() && out.size() < 2; ++i) {
    if (std::string_view("aeiouyhw").find(part[i]) == std::string_view::npos) out += part[i];
  }
  return out;
}

struct Node {
  EntityRef ref;
  const Entity* entity;
};

// The most entities that one blocking key may hold before it says too little to compare within it.
constexpr size_t kMaxBlock = 200;

// "House Republican", "House Republicans".
bool IsPlural(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.size() + 1 == b.size() && b.back() == 's' && b.starts_with(a);
}

// In the running text, where a name is written with care.
bool IsProseName(const Analysis& analysis, uint32_t mention) {
  const Document& document = analysis.document;
  const uint32_t sentence = document.SentenceAt(analysis.mentions.mentions[mention].span.begin);
  return IsProse(document.blocks[document.sentences[sentence].block].kind);
}

// "Lock said", whatever a Lock may be.
bool Speaks(const Analysis& analysis, uint32_t mention) {
  static const LexiconTable& verbs = Lexicon::English().Table("reporting_verbs.tsv");
  const Document& document = analysis.document;
  const uint32_t next = document.TokensIn(analysis.mentions.mentions[mention].span).end;
  return next < document.tokens.size() && verbs.Has(document.Lemma(document.tokens[next]));
}

// "Mr. Marwik", where this article introduces nobody of a name like it and another tells at length
// of a Hana Marwick; kNoEntity if none does, or two people's names are near.
uint32_t IntroducedElsewhere(const std::vector<const Analysis*>& articles,
                             const std::vector<Node>& nodes, uint32_t n) {
  constexpr size_t kMostOften = 3;
  const Entity& slip = *nodes[n].entity;
  const Analysis& analysis = *articles[nodes[n].ref.article];
  const Document& document = analysis.document;
  const uint32_t first = document.TokensIn(analysis.mentions.mentions[slip.mentions[0]].span).begin;
  static const LexiconTable& titles = Lexicon::English().Table("titles.tsv");
  const bool titled =
      first > 0 && (titles.Has(document.Norm(document.tokens[first - 1])) ||
                    (first > 1 && document.Norm(document.tokens[first - 1]) == "." &&
                     titles.Has(document.Norm(document.tokens[first - 2]))));
  if (!titled) return kNoEntity;
  uint32_t meant = kNoEntity;
  for (uint32_t m = 0; m < nodes.size(); ++m) {
    const Entity& full = *nodes[m].entity;
    if (full.kind != EntityKind::kPerson || full.key.find(' ') == std::string::npos) continue;
    if (!IsSurnameSlip(slip.key, LastPart(full.key))) continue;
    if (meant != kNoEntity && LastPart(nodes[meant].entity->key) != LastPart(full.key))
      return kNoEntity;
    if (IsNameSlip(slip.key, LastPart(full.key)) && full.mentions.size() >= kMostOften) meant = m;
  }
  return meant;
}

using Variants = std::map<std::pair<uint32_t, uint32_t>, NameRelation>;

// "Lock said", where the article has introduced a Gary Locke and nobody anywhere is called Lock: a
// surname alone wants a full name before it, so it is that one with a slip. Only for a name that
// stands once, beside one that stands oftener or in another article too, and of one person alone.
void JoinSlips(const std::vector<const Analysis*>& articles, const std::vector<Node>& nodes,
               const std::map<uint32_t, std::vector<uint32_t>>& meanings, DisjointSets* sets,
               Variants* variants) {
  std::set<std::string_view> parts;  // of full names, and of what is no person
  std::map<std::string_view, std::set<uint32_t>> introduced;  // surname -> articles
  for (const Node& node : nodes) {
    std::string_view key = node.entity->key;
    const bool may_be_slip =
        node.entity->kind == EntityKind::kPerson || node.entity->kind == EntityKind::kOther;
    if (may_be_slip && key.find(' ') == std::string_view::npos) continue;
    if (node.entity->kind == EntityKind::kPerson)
      introduced[LastPart(key)].insert(node.ref.article);
    while (!key.empty()) {
      const size_t end = std::min(key.find_first_of(" -"), key.size());
      parts.insert(key.substr(0, end));
      key.remove_prefix(std::min(key.size(), end + 1));
    }
  }
  for (uint32_t n = 0; n < nodes.size(); ++n) {
    const Entity& slip = *nodes[n].entity;
    if (slip.mentions.size() != 1) continue;
    if (slip.key.find_first_of(" -'") != std::string::npos) continue;
    if (parts.count(slip.key) > 0) continue;
    // "Lokke" may be another way to write "Locke", but the surname itself is no slip.
    const auto means = meanings.find(n);
    if (means != meanings.end() &&
        std::any_of(means->second.begin(), means->second.end(), [&](uint32_t m) {
          return !IsSurnameSlip(slip.key, LastPart(nodes[m].entity->key));
        }))
      continue;
    const Analysis& analysis = *articles[nodes[n].ref.article];
    const bool speaks = slip.kind == EntityKind::kOther && Speaks(analysis, slip.mentions[0]);
    if (slip.kind != EntityKind::kPerson && !speaks) continue;
    if (!IsProseName(analysis, slip.mentions[0])) continue;
    uint32_t meant = kNoEntity;
    bool two = false;
    for (uint32_t m = 0; m < nodes.size(); ++m) {
      const Entity& full = *nodes[m].entity;
      if (nodes[m].ref.article != nodes[n].ref.article || full.kind != EntityKind::kPerson)
        continue;
      if (full.key.find(' ') == std::string::npos) continue;
      if (full.mentions.size() + introduced[LastPart(full.key)].size() < 3) continue;
      if (!IsSurnameSlip(slip.key, LastPart(full.key))) continue;
      two = meant != kNoEntity;
      meant = m;
    }
    if (two) continue;
    // Introduced first; by the other articles, if this one introduces nobody of a name like it.
    if (meant == kNoEntity) {
      meant = IntroducedElsewhere(articles, nodes, n);
      if (meant == kNoEntity) continue;
    } else if (nodes[meant].entity->mentions[0] > slip.mentions[0]) {
      continue;
    }
    sets->Join(n, meant);
    const bool respelt = IsNameTransliteration(slip.key, LastPart(nodes[meant].entity->key));
    (*variants)[{std::min(n, meant), std::max(n, meant)}] =
        respelt ? NameRelation::kTransliteration : NameRelation::kMisspelling;
  }
}

}  // namespace

LinkedEntities LinkEntities(const std::vector<const Analysis*>& articles) {
  std::vector<Node> nodes;
  LinkedEntities linked;
  linked.of.resize(articles.size());
  for (uint32_t a = 0; a < articles.size(); ++a) {
    const auto& entities = articles[a]->mentions.entities;
    linked.of[a].resize(entities.size());
    for (uint32_t e = 0; e < entities.size(); ++e) {
      linked.of[a][e] = static_cast<uint32_t>(nodes.size());  // for now the node, below the group
      nodes.push_back({{a, e}, &entities[e]});
    }
  }
  DisjointSets sets(nodes.size());

  // Equal keys of one kind; an ordered map keeps this independent of hashing. People and places of
  // one key (Russia, Russians) are one as well.
  std::map<std::pair<int, std::string_view>, uint32_t> by_key;
  std::map<std::string, std::vector<uint32_t>> blocks;
  for (uint32_t n = 0; n < nodes.size(); ++n) {
    const Entity& entity = *nodes[n].entity;
    const EntityKind kind = entity.kind == EntityKind::kPeople ? EntityKind::kPlace : entity.kind;
    const auto [first, added] = by_key.try_emplace({static_cast<int>(kind), entity.key}, n);
    if (!added) {
      sets.Join(first->second, n);
    } else if (entity.kind == EntityKind::kPerson ||
               (entity.kind == EntityKind::kOther &&
                entity.key.find(' ') != std::string::npos)) {  // one node a spelling is enough
      blocks["surname " + Skeleton(LastPart(entity.key))].push_back(n);
      if (entity.key.find(' ') != std::string::npos) {
        blocks["given " + std::string(FirstPart(entity.key))].push_back(n);
      }
    }
  }

  // One word of which one article alone tells what it is: "Harcourt declined", "Harcourt, a bank".
  for (const auto& [key, n] : by_key) {
    if (key.first != static_cast<int>(EntityKind::kOther)) continue;
    uint32_t known = kNoEntity;
    bool two = false;
    for (const EntityKind kind :
         {EntityKind::kPerson, EntityKind::kOrganisation, EntityKind::kPlace}) {
      const auto at = by_key.find({static_cast<int>(kind), key.second});
      if (at == by_key.end()) continue;
      two = known != kNoEntity;
      known = at->second;
    }
    if (known != kNoEntity && !two) sets.Join(known, n);
  }

  // Full names first; then surnames alone, each only if it can mean one of them: with two Sarpongs
  // in the story "Sarpong" in a third article is left by itself.
  const auto is_full = [&](uint32_t n) {
    return nodes[n].entity->key.find(' ') != std::string::npos;
  };
  Variants variants;
  std::map<uint32_t, std::vector<uint32_t>> meanings;  // surname alone -> full names
  for (const auto& [key, block] : blocks) {
    if (block.size() > kMaxBlock) continue;
    for (size_t i = 0; i < block.size(); ++i) {
      for (size_t j = i + 1; j < block.size(); ++j) {
        const uint32_t a = std::min(block[i], block[j]), b = std::max(block[i], block[j]);
        // "Anre Hale" may be no name that is known: a misspelt person, if another article has one.
        const bool a_is_person = nodes[a].entity->kind == EntityKind::kPerson;
        const bool b_is_person = nodes[b].entity->kind == EntityKind::kPerson;
        if (!a_is_person && !b_is_person) continue;
        const NameRelation relation = RelateNames(nodes[a].entity->key, nodes[b].entity->key);
        if (relation == NameRelation::kUnrelated) continue;
        if (!a_is_person || !b_is_person) {
          const bool full = is_full(a) && is_full(b);
          const bool equal = full && nodes[a].entity->key == nodes[b].entity->key;
          const bool respelt = full && relation == NameRelation::kTransliteration;
          if (relation != NameRelation::kMisspelling && !equal && !respelt) continue;
          if (IsPlural(nodes[a].entity->key, nodes[b].entity->key)) continue;
        }
        // Inside one article the mentions stage has decided who is who.
        if (nodes[a].ref.article == nodes[b].ref.article && relation == NameRelation::kSame)
          continue;
        if (is_full(a) != is_full(b)) {
          meanings[is_full(a) ? b : a].push_back(is_full(a) ? a : b);
          continue;
        }
        sets.Join(a, b);
        if (relation != NameRelation::kSame) variants[{a, b}] = relation;
      }
    }
  }
  for (auto& [surname, names] : meanings) {
    // Of father and son the surname alone is the father's.
    const auto is_son = [&](uint32_t n) { return HasSuffix(nodes[n].entity->key); };
    if (!std::all_of(names.begin(), names.end(), is_son)) std::erase_if(names, is_son);
    const bool one = std::all_of(names.begin(), names.end(), [&, first = names[0]](uint32_t n) {
      return sets.Find(n) == sets.Find(first);
    });
    if (one) sets.Join(surname, names[0]);
  }
  JoinSlips(articles, nodes, meanings, &sets, &variants);
  for (const auto& [pair, relation] : variants) {
    linked.variants.push_back({nodes[pair.first].ref, nodes[pair.second].ref, relation});
  }

  std::vector<uint32_t> group_of(nodes.size(), kNoEntity);
  std::vector<size_t> most_mentions;
  for (uint32_t n = 0; n < nodes.size(); ++n) {
    uint32_t& group = group_of[sets.Find(n)];
    if (group == kNoEntity) {
      group = static_cast<uint32_t>(linked.entities.size());
      linked.entities.push_back({nodes[n].entity->kind, nodes[n].entity->name, {}});
      most_mentions.push_back(0);
    }
    LinkedEntity& entity = linked.entities[group];
    entity.members.push_back(nodes[n].ref);
    const size_t mentions = nodes[n].entity->mentions.size();
    if (mentions > most_mentions[group]) {
      most_mentions[group] = mentions;
      entity.name = nodes[n].entity->name;
    }
    linked.of[nodes[n].ref.article][nodes[n].ref.entity] = group;
  }
  return linked;
}

}  // namespace crossread
