// Which government speaks: a capital or a building stands for it ("Oslo", "the Kremlin"), and so
// does whoever leads it ("the Norwegian prime minister, Jonas Berg").
#include "core/align/comparison.h"
#include "core/base/utf8.h"
#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

std::string CountryOf(const Entity& entity) {
  static const LexiconTable& capitals = Lexicon::English().Table("capitals.tsv");
  static const LexiconTable& metonyms = Lexicon::English().Table("metonyms.tsv");
  static const LexiconTable& demonyms = Lexicon::English().Table("demonyms.tsv");
  for (const LexiconTable* table : {&capitals, &metonyms, &demonyms}) {
    if (const LexiconRow* row = table->Find(entity.key)) return std::string(row->column(0));
  }
  const bool place = entity.kind == EntityKind::kPlace || entity.kind == EntityKind::kPeople;
  return place ? entity.key : std::string();
}

bool IsFormer(std::string_view word) {
  static const LexiconTable& modifiers = Lexicon::English().Table("role_modifiers.tsv");
  const LexiconRow* row = modifiers.Find(word);
  return row != nullptr && row->column(0) == "former";
}

// "Norway's prime minister", "the Norwegian prime minister", "prime minister of Norway".
std::string CountryOfOffice(const Analysis& analysis, const RoleMention& role) {
  const Document& document = analysis.document;
  const IndexRange tokens = document.TokensIn(role.span);
  if (tokens.empty()) return {};
  const IndexRange sentence = document.sentences[document.tokens[tokens.begin].sentence].tokens;
  const auto norm = [&](uint32_t t) { return document.Norm(document.tokens[t]); };
  const auto country_at = [&](uint32_t t) {
    const Mention* mention = MentionAt(analysis, t);
    if (mention == nullptr || mention->entity == kNoEntity) return std::string();
    // "The former Norwegian president" speaks for nobody.
    const uint32_t first = document.TokensIn(mention->span).begin;
    if (first > sentence.begin && IsFormer(norm(first - 1))) return std::string();
    const Entity& entity = analysis.mentions.entities[mention->entity];
    return entity.kind == EntityKind::kPerson ? std::string() : CountryOf(entity);
  };
  if (tokens.end + 1 < sentence.end && norm(tokens.end) == "of") return country_at(tokens.end + 1);
  if (tokens.begin == sentence.begin) return {};
  const uint32_t before = tokens.begin - 1;
  const bool possessive = norm(before) == "'s" || norm(before) == "'";
  if (possessive && before == sentence.begin) return {};
  return country_at(possessive ? before - 1 : before);
}

}  // namespace

std::string GovernmentOf(const Comparison& comparison, uint32_t article, uint32_t entity) {
  static const LexiconTable& leaders = Lexicon::English().Table("leading_offices.txt");
  static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
  if (entity == kNoEntity) return {};
  const Entity& speaker = comparison.At(article).mentions.entities[entity];
  if (speaker.kind != EntityKind::kPerson) return CountryOf(speaker);
  const uint32_t linked = comparison.entities.Find(article, entity);
  std::string found;
  for (const EntityRef member : comparison.entities.entities[linked].members) {
    const Analysis& analysis = comparison.At(member.article);
    for (const RoleMention& role : analysis.mentions.roles) {
      const LexiconRow* row = roles.Find(role.role);
      if (role.entity != member.entity || role.former || row == nullptr) continue;
      if (!leaders.Has(row->column(0))) continue;
      const std::string country = CountryOfOffice(analysis, role);
      if (country.empty()) continue;
      if (!found.empty() && found != country) return {};
      found = country;
    }
  }
  return found;
}

}  // namespace crossread
