#include <algorithm>
#include <string>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/io/request.h"

namespace crossread {

namespace {

// More control characters than this in a hundred bytes: not a text.
constexpr size_t kMaxControlPercent = 5;

bool LooksBinary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  if (head.find('\0') != std::string_view::npos) return true;
  const auto control = std::count_if(head.begin(), head.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && !IsAsciiSpace(c) && c != '\x1b';
  });
  return static_cast<size_t>(control) * 100 > head.size() * kMaxControlPercent;
}

std::string* FieldOf(std::string_view name, ArticleInput* article) {
  const std::string key = AsciiLower(TrimAscii(name));
  if (key == "source") return &article->source;
  if (key == "title") return &article->title;
  if (key == "date") return &article->date;
  if (key == "url") return &article->url;
  if (key == "id") return &article->id;
  return nullptr;
}

// Takes `title:`, `date:`, `source:`, `url:` lines off the front; they count as a header only if an
// empty line or the end follows, so that a first sentence "Source: police" stays in the text.
void ReadHeader(std::string_view* text, ArticleInput* article) {
  ArticleInput header = *article;
  std::string_view rest = *text;
  bool any = false;
  while (!rest.empty()) {
    const size_t newline = rest.find('\n');
    const std::string_view line = TrimAscii(rest.substr(0, newline));
    const std::string_view after =
        newline == std::string_view::npos ? "" : rest.substr(newline + 1);
    if (line.empty()) {
      if (any) {
        *article = header;
        *text = after;
      }
      return;
    }
    const size_t colon = line.find(':');
    std::string* field =
        colon == std::string_view::npos ? nullptr : FieldOf(line.substr(0, colon), &header);
    if (field == nullptr) return;
    *field = std::string(TrimAscii(line.substr(colon + 1)));
    any = true;
    rest = after;
  }
}

// "desk/a.txt" -> "a".
std::string Stem(std::string_view path) {
  path = path.substr(path.find_last_of("/\\") + 1);  // npos + 1 is 0
  return std::string(path.substr(0, path.rfind('.')));
}

}  // namespace

Result<std::vector<ArticleInput>> ReadArticleFile(std::string_view name, std::string_view bytes) {
  const std::string where(name);
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
  if (TrimAscii(bytes).empty()) {
    return Error{"empty", where, "this file is empty; give the article's text"};
  }
  const char first = TrimAscii(bytes).front();
  if (first == '{' || first == '[') {
    Result<std::vector<ArticleInput>> articles = ParseArticles(bytes);
    const std::string_view inside = TrimAscii(TrimAscii(bytes).substr(1));
    const bool list = !inside.empty() && (inside.front() == '{' || inside.front() == '[');
    if (articles.ok() || first == '{' || list) {
      if (articles.ok()) return articles;
      Error error = articles.error();
      error.where = where + error.where;
      return error;
    }
  }
  if (LooksBinary(bytes)) {
    return Error{"binary", where,
                 "this is not a text file; save the article as plain text or JSON"};
  }
  ArticleInput article;
  article.name = Stem(name);
  ReadHeader(&bytes, &article);
  for (std::string* field :
       {&article.id, &article.source, &article.title, &article.date, &article.url}) {
    *field = RepairUtf8(*field, nullptr);
  }
  article.text =
      std::string(bytes);  // bytes that are not UTF-8 are repaired, and counted, by the Document
  return std::vector<ArticleInput>{std::move(article)};
}

}  // namespace crossread
