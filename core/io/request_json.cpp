#include <nlohmann/json.hpp>

#include "core/base/ascii.h"
#include "core/io/request.h"

namespace crossread {
namespace {

using Json = nlohmann::json;

Error BadRequest(std::string where, std::string message) {
  return {"bad_request", std::move(where), std::move(message)};
}

// A string member, or "" if it is missing or null. False where it is something else.
bool ReadString(const Json& object, const char* key, std::string* out) {
  const auto member = object.find(key);
  if (member == object.end() || member->is_null()) return true;
  if (!member->is_string()) return false;
  *out = member->get<std::string>();
  return true;
}

// Plain text from the HTML of a ninjs body: tags go, block ends become paragraph breaks, the common
// entities are read. Not a parser for web pages: the page's own ingest does that with the
// browser's.
std::string TextOfHtml(std::string_view html) {
  std::string out;
  for (size_t i = 0; i < html.size();) {
    if (html[i] == '<') {
      const size_t end = html.find('>', i);
      if (end == std::string_view::npos) break;
      const std::string tag = AsciiLower(html.substr(i + 1, std::min<size_t>(end - i - 1, 12)));
      const bool block = tag.rfind("/p", 0) == 0 || tag.rfind("br", 0) == 0 ||
                         tag.rfind("/h", 0) == 0 || tag.rfind("/li", 0) == 0 ||
                         tag.rfind("/div", 0) == 0;
      if (block) out += tag.rfind("br", 0) == 0 ? "\n" : "\n\n";
      i = end + 1;
      continue;
    }
    if (html[i] == '&') {
      static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
          {"&amp;", "&"}, {"&lt;", "<"},   {"&gt;", ">"},   {"&quot;", "\""},
          {"&#39;", "'"}, {"&apos;", "'"}, {"&nbsp;", " "},
      };
      bool replaced = false;
      for (const auto& [entity, text] : kEntities) {
        if (html.substr(i, entity.size()) != entity) continue;
        out += text;
        i += entity.size();
        replaced = true;
        break;
      }
      if (replaced) continue;
    }
    out += html[i++];
  }
  return std::string(TrimAscii(out));
}

bool IsHtmlType(std::string_view type) {
  return type.find("html") != std::string_view::npos || type.find("xml") != std::string_view::npos;
}

// ninjs 1.x: headline, body_text, body_xhtml, versioncreated. 2.x, 3.x: headlines[], bodies[],
// versionCreated. Source: IPTC ninjs, https://iptc.org/standards/ninjs/
bool ReadNinjs(const Json& item, ArticleInput* article) {
  ReadString(item, "uri", &article->id);
  ReadString(item, "url", &article->url);
  ReadString(item, "versioncreated", &article->date);
  ReadString(item, "versionCreated", &article->date);
  ReadString(item, "headline", &article->title);
  if (const auto headlines = item.find("headlines");
      headlines != item.end() && headlines->is_array()) {
    for (const Json& headline : *headlines) {
      if (!headline.is_object()) continue;
      std::string role, value;
      ReadString(headline, "role", &role);
      ReadString(headline, "value", &value);
      if (article->title.empty() || role == "main") article->title = value;
    }
  }
  for (const char* key : {"source", "copyrightholder", "copyrightHolder"}) {
    if (article->source.empty()) ReadString(item, key, &article->source);
  }
  if (article->source.empty()) {
    const auto sources = item.find("infosources");
    if (sources != item.end() && sources->is_array() && !sources->empty() &&
        (*sources)[0].is_object()) {
      ReadString((*sources)[0], "name", &article->source);
    }
  }
  ReadString(item, "body_text", &article->text);
  if (article->text.empty()) {
    std::string html;
    ReadString(item, "body_xhtml", &html);
    if (html.empty()) ReadString(item, "body_html", &html);
    article->text = TextOfHtml(html);
  }
  if (const auto bodies = item.find("bodies"); bodies != item.end() && bodies->is_array()) {
    for (const Json& body : *bodies) {
      if (!body.is_object() || !article->text.empty()) continue;
      std::string type, value;
      ReadString(body, "contentType", &type);
      ReadString(body, "value", &value);
      article->text = IsHtmlType(type) ? TextOfHtml(value) : value;
    }
  }
  return !article->text.empty();
}

bool LooksLikeNinjs(const Json& value) {
  return value.is_object() && (value.contains("body_text") || value.contains("body_xhtml") ||
                               value.contains("body_html") || value.contains("bodies"));
}

Result<ArticleInput> ReadArticle(const Json& value, const std::string& where) {
  ArticleInput article;
  if (LooksLikeNinjs(value)) {
    if (ReadNinjs(value, &article)) return article;
    return BadRequest(where,
                      "this ninjs item has no body text; give body_text, body_xhtml or bodies");
  }
  if (!value.is_object()) return BadRequest(where, "an article must be an object with a \"text\"");
  for (const auto& [key, field] : {std::pair<const char*, std::string*>{"id", &article.id},
                                   {"source", &article.source},
                                   {"title", &article.title},
                                   {"date", &article.date},
                                   {"url", &article.url},
                                   {"text", &article.text}}) {
    if (!ReadString(value, key, field)) {
      return BadRequest(where + "/" + key, std::string("\"") + key + "\" must be a string");
    }
  }
  if (!value.contains("text")) {
    return Error{"missing_text", where + "/text",
                 "this article has no \"text\"; give its plain text"};
  }
  return article;
}

Result<Request> ReadRequest(const Json& json) {
  Request request;
  const Json* articles = nullptr;
  std::string prefix;
  if (json.is_array()) {
    articles = &json;
  } else if (json.is_object() && json.contains("articles")) {
    if (!ReadString(json, "id", &request.id)) return BadRequest("/id", "\"id\" must be a string");
    articles = &json["articles"];
    prefix = "/articles";
    if (!articles->is_array()) return BadRequest("/articles", "\"articles\" must be a list");
  } else if (LooksLikeNinjs(json)) {
    Result<ArticleInput> article = ReadArticle(json, "");
    if (!article.ok()) return article.error();
    request.articles.push_back(std::move(article.value()));
    return request;
  } else {
    return BadRequest("", "a request is an object with \"articles\": [{\"text\": …}, …]");
  }
  if (articles->size() > kMaxArticles) {
    return Error{"too_many_articles", prefix,
                 "at most " + std::to_string(kMaxArticles) +
                     " articles can be compared at once, not " + std::to_string(articles->size())};
  }
  for (size_t i = 0; i < articles->size(); ++i) {
    const std::string where = prefix + "/" + std::to_string(i);
    Result<ArticleInput> article = ReadArticle((*articles)[i], where);
    if (!article.ok()) return article.error();
    request.articles.push_back(std::move(article.value()));
  }
  return request;
}

Result<Json> ParseJson(std::string_view text) {
  if (text.size() > kMaxRequestBytes) {
    return Error{"too_large", "",
                 "the request has " + std::to_string(text.size()) + " bytes; the limit is " +
                     std::to_string(kMaxRequestBytes)};
  }
  // A lone surrogate escape (\ud800) or bad UTF-8 is refused by the parser like any other bad JSON.
  Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (json.is_discarded()) {
    return Error{"bad_json", "",
                 "this is not valid JSON in UTF-8; check quotes, commas and escapes"};
  }
  return json;
}

}  // namespace

std::string DefaultArticleId(size_t index) {
  std::string id;
  for (++index; index > 0; index = (index - 1) / 26) {
    id.insert(id.begin(), static_cast<char>('A' + (index - 1) % 26));
  }
  return id;
}

Result<Request> CompleteRequest(Request request) {
  std::vector<std::string> ids;
  for (size_t i = 0; i < request.articles.size(); ++i) {
    std::string& id = request.articles[i].id;
    if (id.empty()) {
      id = DefaultArticleId(i);
      // A default that somebody else has taken by hand gets a prime.
      for (bool taken = true; taken;) {
        taken = false;
        for (const ArticleInput& other : request.articles)
          taken = taken || (&other.id != &id && other.id == id);
        if (taken) id += '\'';
      }
    }
    for (const std::string& other : ids) {
      if (other != id) continue;
      return Error{"duplicate_id", "/articles/" + std::to_string(i) + "/id",
                   "two articles have the id \"" + id + "\"; give each its own"};
    }
    ids.push_back(id);
  }
  return request;
}

Result<Request> ParseRequest(std::string_view text) {
  Result<Json> json = ParseJson(text);
  if (!json.ok()) return json.error();
  Result<Request> request = ReadRequest(json.value());
  if (!request.ok()) return request;
  return CompleteRequest(std::move(request.value()));
}

Result<std::vector<ArticleInput>> ParseArticles(std::string_view text) {
  Result<Json> json = ParseJson(text);
  if (!json.ok()) return json.error();
  Result<Request> request = ReadRequest(json.value());
  if (!request.ok()) return request.error();
  return std::move(request.value().articles);
}

Result<Request> ParseDocument(std::string_view text) {
  Result<Json> json = ParseJson(text);
  if (!json.ok()) return json.error();
  Result<ArticleInput> article = ReadArticle(json.value(), "");
  if (!article.ok()) return article.error();
  Request request;
  request.id = article.value().id;
  request.articles.push_back(std::move(article.value()));
  return request;
}

}  // namespace crossread
