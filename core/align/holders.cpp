// One office, two holders: "Corvia's police chief, Ann Lee" and "Bo Ek, police chief of Corvia".
// Asked of offices that a place or body has one of (single_offices.txt), where both articles say
// whose it is. Succession is no conflict: an article that knows both people, or that tells of
// another year, is left out.
//
// Where the names of the two share a part ("spokesman Bo Ek", "spokesman Per Ek"), they are one
// person under two names, in offices that a body has several of as well.
//
// And one holder, an office and its deputy, acting or at one time: "then an assistant prosecutor",
// "then a prosecutor". Of the present, link/role.cpp says what excludes what.
#include <algorithm>
#include <string>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/one_name.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 700;
constexpr uint32_t kRankScore = 650;

struct Holder {
  uint32_t article = 0;
  uint32_t entity = kNoEntity;  // of the article
  uint32_t linked = kNoEntity;
  uint32_t owner = kNoEntity;  // linked: whose office it is
  const RoleMention* role = nullptr;
  bool single = false;  // an office that there is one of
  std::string country;  // whose body the owner is, where its name says so: "the Corvian army"
};

// When an office was held.
enum class Tense : uint8_t { kNow, kThen, kFormer };

class HolderComparer {
 public:
  explicit HolderComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) Collect(a);
    for (size_t i = 0; i < holders_.size(); ++i) {
      for (size_t j = i + 1; j < holders_.size(); ++j) Compare(holders_[i], holders_[j]);
    }
    for (const LinkedEntity& person : comparison_.entities.entities) CompareRanks(person);
    return std::move(out_);
  }

 private:
  void Collect(uint32_t article) {
    static const LexiconTable& offices = Lexicon::English().Table("single_offices.txt");
    static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
    const Analysis& analysis = comparison_.At(article);
    for (const RoleMention& role : analysis.mentions.roles) {
      const LexiconRow* row = roles.Find(role.role);
      if (role.former || row == nullptr) continue;
      const bool single = offices.Has(row->column(0));
      if (!single && row->column(1) != "office" && !Speaks(role)) continue;
      if (TellsOfAnotherYear(analysis, role.span) || IsInMarks(analysis, role.span)) continue;
      const uint32_t owner = OwnerOf(article, role);
      if (owner == kNoEntity) continue;
      const uint32_t linked = comparison_.entities.Find(article, role.entity);
      if (linked == owner) continue;
      holders_.push_back({article, role.entity, linked, owner, &role, single, CountryOf(owner)});
    }
  }

  static bool Speaks(const RoleMention& role) {
    static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
    const LexiconRow* row = roles.Find(role.role);
    return row != nullptr && row->column(0).ends_with("spokesperson");
  }

  // Few hold it: no senator or judge, of whom two may be of one surname.
  bool MayBeOne(const Holder& holder) const {
    static constexpr std::string_view kMany[] = {"councillor", "judge",          "justice",
                                                 "lawmaker",   "representative", "senator"};
    static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
    if (holder.single || Speaks(*holder.role)) return true;
    const LexiconRow* row = roles.Find(holder.role->role);
    if (row == nullptr ||
        std::find(std::begin(kMany), std::end(kMany), row->column(0)) != std::end(kMany))
      return false;
    return comparison_.entities.entities[holder.owner].kind == EntityKind::kOrganisation;
  }

  std::string CountryOf(uint32_t owner) const {
    static const LexiconTable& demonyms = Lexicon::English().Table("demonyms.tsv");
    const EntityRef first = comparison_.entities.entities[owner].members[0];
    const Entity& entity = comparison_.At(first.article).mentions.entities[first.entity];
    if (entity.kind == EntityKind::kPlace) return entity.key;
    const LexiconRow* row =
        demonyms.Find(std::string_view(entity.key).substr(0, entity.key.find(' ')));
    return row == nullptr ? std::string() : std::string(row->column(0));
  }

  // A year in the sentence: "in 1998".
  static bool TellsOfAnotherYear(const Analysis& analysis, Span span) {
    const Document& document = analysis.document;
    const IndexRange tokens = document.sentences[document.SentenceAt(span.begin)].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const std::string_view text = document.Text(document.tokens[t]);
      const bool year =
          text.size() == 4 && (text[0] == '1' || text[0] == '2') &&
          std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (year) return true;
    }
    return false;
  }

  static bool IsInMarks(const Analysis& analysis, Span span) {
    return std::any_of(analysis.quotations.begin(), analysis.quotations.end(),
                       [&](const Quotation& quotation) {
                         return quotation.kind != QuotationKind::kIndirect &&
                                std::any_of(quotation.content.begin(), quotation.content.end(),
                                            [&](Span content) { return content.Overlaps(span); });
                       });
  }

  // "Corvia's mayor", "the Corvian president", "mayor of Corvia": the linked place or body.
  uint32_t OwnerOf(uint32_t article, const RoleMention& role) const {
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange tokens = document.TokensIn(role.span);
    const IndexRange sentence = document.sentences[document.tokens[tokens.begin].sentence].tokens;
    const auto norm = [&](uint32_t t) { return document.Norm(document.tokens[t]); };
    if (tokens.end + 1 < sentence.end && (norm(tokens.end) == "of" || norm(tokens.end) == "for")) {
      const uint32_t at = norm(tokens.end + 1) == "the" ? tokens.end + 2 : tokens.end + 1;
      return at < sentence.end ? BodyAt(article, at) : kNoEntity;
    }
    if (tokens.begin == sentence.begin) return kNoEntity;
    uint32_t before = tokens.begin - 1;
    const bool possessive = norm(before) == "'s" || norm(before) == "'";
    if (possessive && before == sentence.begin) return kNoEntity;
    return BodyAt(article, possessive ? before - 1 : before);
  }

  uint32_t BodyAt(uint32_t article, uint32_t token) const {
    const Analysis& analysis = comparison_.At(article);
    const Span word = analysis.document.tokens[token].span;
    for (const Mention& mention : analysis.mentions.mentions) {
      if (!mention.span.Contains(word)) continue;
      if (mention.entity == kNoEntity) return kNoEntity;
      const EntityKind kind = analysis.mentions.entities[mention.entity].kind;
      if (kind == EntityKind::kPerson) return kNoEntity;
      return comparison_.entities.Find(article, mention.entity);
    }
    return kNoEntity;
  }

  void Compare(const Holder& x, const Holder& y) {
    if (x.article == y.article || x.linked == y.linked) return;
    const bool one_country = !x.country.empty() && x.country == y.country;
    if (x.owner != y.owner && !one_country) return;
    const Relation relation = RelateRoles(x.role->role, y.role->role);
    const Entity &of_x = EntityOf(x), &of_y = EntityOf(y);
    if (of_x.kind != EntityKind::kPerson || of_y.kind != EntityKind::kPerson) return;
    if (RelateNames(of_x.key, of_y.key) != NameRelation::kUnrelated) return;
    const bool one_name =
        MayBeOne(x) && MayBeOne(y) && AreOneName(of_x.key, of_y.key, x.single && y.single);
    const bool near = relation == Relation::kNarrower || relation == Relation::kWider;
    if (relation != Relation::kEqual && !(one_name && near)) return;
    if (!one_name) {
      const bool single = x.single && y.single && x.owner == y.owner;
      if (!single || SharePart(of_x.key, of_y.key) || Gives(x.article, y) || Gives(y.article, x))
        return;
    } else if (KnowsBoth(comparison_, x.linked, y.linked)) {
      return;
    }
    Difference difference;
    difference.kind = one_name ? DifferenceKind::kName : DifferenceKind::kEntity;
    difference.minor = one_name;
    difference.pair = kNoPair;
    difference.a = {x.article, WithName(x)};
    difference.b = {y.article, WithName(y)};
    difference.mark_a = difference.a.span;
    difference.mark_b = difference.b.span;
    difference.score = kScore;
    difference.value_a = of_x.key;
    difference.value_b = of_y.key;
    out_.push_back(std::move(difference));
  }

  const Entity& EntityOf(const Holder& holder) const {
    return comparison_.At(holder.article).mentions.entities[holder.entity];
  }

  static bool SharePart(std::string_view x, std::string_view y) {
    const auto last = [](std::string_view name) { return name.substr(name.rfind(' ') + 1); };
    const auto first = [](std::string_view name) { return name.substr(0, name.find(' ')); };
    return last(x) == last(y) || first(x) == last(y) || last(x) == first(y);
  }

  // The article has this person in the office as well, whosever it says the office is, now or
  // before: it tells of a succession.
  bool Gives(uint32_t article, const Holder& holder) const {
    const std::vector<RoleMention>& roles = comparison_.At(article).mentions.roles;
    return std::any_of(roles.begin(), roles.end(), [&](const RoleMention& role) {
      if (comparison_.entities.Find(article, role.entity) != holder.linked) return false;
      const Relation relation = RelateRoles(role.role, holder.role->role);
      return role.former || relation == Relation::kEqual || relation == Relation::kNarrower ||
             relation == Relation::kWider;
    });
  }

  // The office with the name of its holder, where they stand together.
  Span WithName(const Holder& holder) const {
    constexpr uint32_t kNear = 40;  // bytes: ", police chief of the town of "
    const Mentions& mentions = comparison_.At(holder.article).mentions;
    Span span = holder.role->span;
    for (const uint32_t m : mentions.entities[holder.entity].mentions) {
      const Span name = mentions.mentions[m].span;
      const bool behind = name.begin >= span.end && name.begin - span.end <= kNear;
      const bool before = name.end <= span.begin && span.begin - name.end <= kNear;
      if (!behind && !before) continue;
      return {std::min(span.begin, name.begin), std::max(span.end, name.end)};
    }
    return span;
  }

  // ---- one holder, an office and its deputy

  void CompareRanks(const LinkedEntity& person) {
    if (person.kind != EntityKind::kPerson) return;
    std::vector<std::pair<EntityRef, const RoleMention*>> roles;
    for (const EntityRef member : person.members) {
      for (const RoleMention& role : comparison_.At(member.article).mentions.roles) {
        if (role.entity == member.entity) roles.emplace_back(member, &role);
      }
    }
    for (const auto& [of_x, x] : roles) {
      for (const auto& [of_y, y] : roles) {
        const uint32_t a = of_x.article, b = of_y.article;
        const std::string_view rank = RankOf(x->role, y->role);
        if (a == b || rank.empty() || GivesRole(b, of_y.entity, x->role)) continue;
        if (GivesRole(a, of_x.entity, y->role)) continue;
        const Tense tense = TenseOf(a, *x);
        const bool acting = rank == "acting" || rank == "interim";
        if (tense != TenseOf(b, *y) || (tense == Tense::kNow) != acting) continue;
        if (acting && (TellsOfChange(a, *x) || TellsOfChange(b, *y))) continue;
        Difference difference;
        difference.kind = DifferenceKind::kRole;
        difference.pair = kNoPair;
        difference.a = a < b ? Place{a, x->span} : Place{b, y->span};
        difference.b = a < b ? Place{b, y->span} : Place{a, x->span};
        difference.mark_a = difference.a.span;
        difference.mark_b = difference.b.span;
        difference.minor = tense != Tense::kThen;
        difference.score = kRankScore;
        difference.value_a = a < b ? x->role : y->role;
        difference.value_b = a < b ? y->role : x->role;
        out_.push_back(std::move(difference));
      }
    }
  }

  // "Assistant" of "assistant district attorney" and "district attorney", an office; else empty.
  static std::string_view RankOf(std::string_view role, std::string_view office) {
    static const LexiconTable& roles = Lexicon::English().Table("roles.tsv");
    static constexpr std::string_view kRanks[] = {"acting", "assistant", "deputy", "interim",
                                                  "vice"};
    if (role.size() < office.size() + 2 || !role.ends_with(office)) return {};
    const std::string_view before = role.substr(0, role.size() - office.size());
    const std::string_view rank = before.substr(0, before.size() - 1);
    if (before.back() != ' ' ||
        std::find(std::begin(kRanks), std::end(kRanks), rank) == std::end(kRanks))
      return {};
    const LexiconRow* row = roles.Find(office);
    return row != nullptr && row->column(1) == "office" ? rank : std::string_view();
  }

  bool GivesRole(uint32_t article, uint32_t entity, std::string_view role) const {
    const std::vector<RoleMention>& roles = comparison_.At(article).mentions.roles;
    return std::any_of(roles.begin(), roles.end(), [&](const RoleMention& other) {
      return other.entity == entity && other.role == role;
    });
  }

  // "Then a prosecutor", "the then prosecutor": of the time that is told of.
  Tense TenseOf(uint32_t article, const RoleMention& role) const {
    if (!role.former) return Tense::kNow;
    constexpr uint32_t kNear = 3;  // words before the role: "then the town's"
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange tokens = document.TokensIn(role.span);
    const IndexRange sentence = document.sentences[document.tokens[tokens.begin].sentence].tokens;
    const uint32_t first = tokens.begin - std::min(kNear, tokens.begin - sentence.begin);
    for (uint32_t t = first; t < tokens.end; ++t) {
      if (document.Norm(document.tokens[t]) == "then") return Tense::kThen;
    }
    return Tense::kFormer;
  }

  // "Named acting director", "succeeds": the sentence has both times in view.
  bool TellsOfChange(uint32_t article, const RoleMention& role) const {
    static constexpr std::string_view kVerbs[] = {"appoint", "become",  "choose",  "confirm",
                                                  "elect",   "install", "name",    "nominate",
                                                  "pick",    "promote", "replace", "succeed"};
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange tokens = document.sentences[document.SentenceAt(role.span.begin)].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const std::string_view lemma = document.Lemma(document.tokens[t]);
      if (std::find(std::begin(kVerbs), std::end(kVerbs), lemma) != std::end(kVerbs)) return true;
    }
    return false;
  }

  const Comparison& comparison_;
  std::vector<Holder> holders_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareHolders(const Comparison& comparison) {
  return HolderComparer(comparison).Run();
}

}  // namespace crossread
