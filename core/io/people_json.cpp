#include "core/io/people_json.h"

#include <algorithm>
#include <map>
#include <set>

namespace crossread {
namespace {

using Json = nlohmann::ordered_json;

struct Person {
  const LinkedEntity* entity = nullptr;
  size_t articles = 0, mentions = 0;
};

class PeopleWriter {
 public:
  PeopleWriter(const Comparison& comparison, const SpanWriter& spans)
      : comparison_(comparison), spans_(spans) {}

  std::string Run() const {
    std::vector<Person> people;
    for (const LinkedEntity& entity : comparison_.entities.entities) {
      if (entity.kind == EntityKind::kPerson) people.push_back(Read(entity));
    }
    std::stable_sort(people.begin(), people.end(), [](const Person& x, const Person& y) {
      return x.articles != y.articles ? x.articles > y.articles : x.mentions > y.mentions;
    });
    Json list = Json::array();
    for (const Person& person : people) {
      list.push_back(Json{{"name", person.entity->name}, {"articles", ArticlesOf(*person.entity)}});
    }
    return list.dump();
  }

 private:
  const Mentions& MentionsOf(uint32_t article) const { return comparison_.At(article).mentions; }

  Person Read(const LinkedEntity& entity) const {
    Person person{&entity, 0, 0};
    uint32_t last = UINT32_MAX;
    for (const EntityRef& member : entity.members) {
      person.articles += member.article != last;
      last = member.article;
      person.mentions += MentionsOf(member.article).entities[member.entity].mentions.size();
    }
    return person;
  }

  // Members are by article: those of one article make one entry.
  Json ArticlesOf(const LinkedEntity& entity) const {
    Json list = Json::array();
    for (size_t first = 0, end = 0; first < entity.members.size(); first = end) {
      const uint32_t article = entity.members[first].article;
      std::set<uint32_t> here;
      for (; end < entity.members.size() && entity.members[end].article == article; ++end)
        here.insert(entity.members[end].entity);
      list.push_back(Json{{"article", comparison_.articles[article].id},
                          {"forms", FormsOf(article, here)},
                          {"roles", RolesOf(article, here)}});
    }
    return list;
  }

  // Each way in which the name is written, where it first stands, and how often.
  Json FormsOf(uint32_t article, const std::set<uint32_t>& here) const {
    std::vector<Span> first;
    std::map<std::string_view, size_t> count;
    for (const Mention& mention : MentionsOf(article).mentions) {
      if (here.count(mention.entity) == 0) continue;
      if (++count[comparison_.DocumentOf(article).Text(mention.span)] == 1)
        first.push_back(mention.span);
    }
    Json list = Json::array();
    for (const Span span : first) {
      list.push_back(Json{{"span", spans_.SpanOf({article, span})},
                          {"count", count[comparison_.DocumentOf(article).Text(span)]}});
    }
    return list;
  }

  // Each role once, where it is first given.
  Json RolesOf(uint32_t article, const std::set<uint32_t>& here) const {
    std::set<std::pair<std::string_view, bool>> seen;
    Json list = Json::array();
    for (const RoleMention& role : MentionsOf(article).roles) {
      if (here.count(role.entity) == 0 || !seen.insert({role.role, role.former}).second) continue;
      list.push_back(Json{{"span", spans_.SpanOf({article, role.span})}, {"former", role.former}});
    }
    return list;
  }

  const Comparison& comparison_;
  const SpanWriter& spans_;
};

}  // namespace

std::string PeopleToJson(const Comparison& comparison, const SpanWriter& spans) {
  return PeopleWriter(comparison, spans).Run();
}

}  // namespace crossread
