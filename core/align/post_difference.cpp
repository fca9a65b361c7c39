// One person, two posts in one body that are mostly two people's: the chairman of a company here,
// its chief executive there; a club's president, its owner. One may hold both, so that an article
// which gives both, or another body's post, says nothing against the other.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"
#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"
#include "core/lexicon/list.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 650;

// Whose post it is: a body by its number across articles, or the noun for it ("the club's", "its").
struct Owner {
  uint32_t body = kNoEntity;
  TermId noun = 0;
  bool said = false;
};

struct Post {
  uint32_t article = 0;
  const RoleMention* role = nullptr;
  const LexiconRow* row = nullptr;  // of posts.tsv
  Owner owner;
};

class PostComparer {
 public:
  explicit PostComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (const LinkedEntity& person : comparison_.entities.entities) {
      if (person.kind != EntityKind::kPerson || person.members.size() < 2) continue;
      const std::vector<Post> posts = PostsOf(person);
      for (const Post& x : posts) {
        for (const Post& y : posts) {
          if (x.article < y.article && Exclude(posts, x, y)) Add(x, y);
        }
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view Norm(uint32_t article, uint32_t t) const {
    const Document& document = comparison_.DocumentOf(article);
    return t < document.tokens.size() ? document.Norm(document.tokens[t]) : std::string_view();
  }

  std::vector<Post> PostsOf(const LinkedEntity& person) const {
    std::vector<Post> posts;
    for (const EntityRef member : person.members) {
      for (const RoleMention& role : comparison_.At(member.article).mentions.roles) {
        if (role.entity != member.entity) continue;
        const LexiconRow* row = RowOf(role.role);
        if (row != nullptr)
          posts.push_back({member.article, &role, row, OwnerOf(member.article, role)});
      }
    }
    return posts;
  }

  // The longest phrase at the end: "club owner" is an owner.
  static const LexiconRow* RowOf(std::string_view role) {
    static const LexiconTable& table = Lexicon::English().Table("posts.tsv");
    while (!role.empty()) {
      if (const LexiconRow* row = table.Find(role)) return row;
      const size_t space = role.find(' ');
      role.remove_prefix(space == std::string_view::npos ? role.size() : space + 1);
    }
    return nullptr;
  }

  Owner OwnerOf(uint32_t article, const RoleMention& role) const {
    const Analysis& analysis = comparison_.At(article);
    const IndexRange tokens = analysis.document.TokensIn(role.span);
    if (tokens.empty()) return {};
    const std::string_view behind = Norm(article, tokens.end);
    if (behind == "of" || behind == "at") {
      const Chunk* chunk = analysis.syntax.ChunkAt(tokens.end + 1);
      return chunk != nullptr ? OwnerIn(article, chunk->tokens, chunk->head) : Owner{};
    }
    // "Club president": the role has its body's noun in it.
    if (tokens.size() > 1 &&
        RowOf(analysis.document.Norm(analysis.document.tokens[tokens.begin])) == nullptr &&
        analysis.syntax.tokens[tokens.begin].upos == Upos::kNoun &&
        RowOf(role.role)->key.size() < role.role.size())
      return {kNoEntity, analysis.terms[tokens.begin].synonym, true};
    if (tokens.begin == 0) return {};
    uint32_t before = tokens.begin - 1;
    const std::string_view norm = Norm(article, before);
    if (norm == "its" || norm == "their") return {kNoEntity, 0, true};
    const bool possessive = norm == "'s" || norm == "'";
    if (possessive && before > 0) --before;
    const Mention* mention = MentionAt(analysis, before);
    if (mention == nullptr && !possessive) return {};
    return OwnerIn(article, {before, before + 1}, before);
  }

  Owner OwnerIn(uint32_t article, IndexRange tokens, uint32_t head) const {
    const Analysis& analysis = comparison_.At(article);
    Owner owner{kNoEntity, 0, true};
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Mention* mention = MentionAt(analysis, t);
      if (mention == nullptr || mention->entity == kNoEntity) continue;
      if (analysis.mentions.entities[mention->entity].kind == EntityKind::kPerson) return {};
      owner.body = comparison_.entities.Find(article, mention->entity);
    }
    if (owner.body == kNoEntity) owner.noun = analysis.terms[head].synonym;
    return owner;
  }

  bool IsOneBody(const Post& x, const Post& y) const {
    if (!x.owner.said || !y.owner.said) return false;
    const auto name = [&](const Post& post) -> const std::string& {
      return comparison_.entities.entities[post.owner.body].name;
    };
    if (x.owner.body != kNoEntity && y.owner.body != kNoEntity)
      return x.owner.body == y.owner.body || name(x) == name(y);
    if (x.owner.noun != 0 && y.owner.noun != 0) return x.owner.noun == y.owner.noun;
    // "Its chairman": the other article's body stands in the paragraph or the one before.
    if (x.owner.body != kNoEntity) return IsNear(y, x.owner.body);
    if (y.owner.body != kNoEntity) return IsNear(x, y.owner.body);
    return true;
  }
  bool IsNear(const Post& post, uint32_t body) const {
    constexpr uint32_t kSentences = 3;
    const Analysis& analysis = comparison_.At(post.article);
    const uint32_t at = analysis.document.SentenceAt(post.role->span.begin);
    for (const Mention& mention : analysis.mentions.mentions) {
      if (mention.entity == kNoEntity) continue;
      const uint32_t sentence = analysis.document.SentenceAt(mention.span.begin);
      if (sentence <= at && at - sentence < kSentences &&
          comparison_.entities.Find(post.article, mention.entity) == body)
        return true;
    }
    return false;
  }

  bool Exclude(const std::vector<Post>& posts, const Post& x, const Post& y) const {
    if (x.role->former || y.role->former || GoTogether(*x.row, *y.row) || !IsOneBody(x, y))
      return false;
    // An article that gives another post as well tells of somebody who holds several, or of a
    // change.
    return std::all_of(posts.begin(), posts.end(), [&](const Post& post) {
      return (post.article != x.article || post.row->column(0) == x.row->column(0)) &&
             (post.article != y.article || post.row->column(0) == y.row->column(0));
    });
  }
  static bool GoTogether(const LexiconRow& x, const LexiconRow& y) {
    return x.column(0) == y.column(0) || InList(x.column(1), y.column(0)) ||
           InList(y.column(1), x.column(0)) ||
           RelateRoles(x.key, y.key) == Relation::kDisjoint;  // told by checks/role_conflict.cpp
  }

  void Add(const Post& x, const Post& y) {
    Difference difference;
    difference.kind = DifferenceKind::kRole;
    difference.ground = Ground::kPost;
    difference.pair = kNoPair;
    difference.a = {x.article, x.role->span};
    difference.b = {y.article, y.role->span};
    difference.mark_a = x.role->span;
    difference.mark_b = y.role->span;
    difference.minor = x.row->column(0) == "owner" || y.row->column(0) == "owner";
    difference.score = kScore;
    difference.value_a = x.row->key;
    difference.value_b = y.row->key;
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> ComparePosts(const Comparison& comparison) {
  return PostComparer(comparison).Run();
}

}  // namespace crossread
