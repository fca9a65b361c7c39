#include "core/io/request.h"

#include <gtest/gtest.h>

namespace crossread {
namespace {

TEST(ParseRequest, ReadsArticlesAndNamesThem) {
  const auto request = ParseRequest(
      R"({"id":"g7","articles":[{"text":"One."},{"id":"x","source":"Herald","title":"T","date":"2026-03-14",)"
      R"("url":"https://herald.example/1","text":"Two.","unknown":3},{"text":"Three.","title":null}]})");
  ASSERT_TRUE(request.ok()) << request.error().message;
  EXPECT_EQ(request.value().id, "g7");
  ASSERT_EQ(request.value().articles.size(), 3u);
  EXPECT_EQ(request.value().articles[0].id, "A");
  EXPECT_EQ(request.value().articles[1].id, "x");
  EXPECT_EQ(request.value().articles[1].source, "Herald");
  EXPECT_EQ(request.value().articles[2].id, "C");
  EXPECT_EQ(request.value().articles[2].title, "");
}

struct BadRequest {
  const char* json;
  const char* code;
  const char* where;
};

TEST(ParseRequest, SaysWhereAndWhat) {
  const BadRequest cases[] = {
      {"", "bad_json", ""},
      {"{", "bad_json", ""},
      {"{\"articles\":[{\"text\":\"\\ud800\"}]}", "bad_json", ""},
      {"{\"articles\":[{\"text\":\"\xff\"}]}", "bad_json", ""},
      {"7", "bad_request", ""},
      {"{}", "bad_request", ""},
      {R"({"articles":{}})", "bad_request", "/articles"},
      {R"({"articles":[3]})", "bad_request", "/articles/0"},
      {R"({"articles":[{"text":"a"},{"title":"b"}]})", "missing_text", "/articles/1/text"},
      {R"({"articles":[{"text":7}]})", "bad_request", "/articles/0/text"},
      {R"({"articles":[{"id":"a","text":"x"},{"id":"a","text":"y"}]})", "duplicate_id",
       "/articles/1/id"},
      {R"({"id":4,"articles":[]})", "bad_request", "/id"},
  };
  for (const BadRequest& c : cases) {
    const auto request = ParseRequest(c.json);
    ASSERT_FALSE(request.ok()) << c.json;
    EXPECT_EQ(request.error().code, c.code) << c.json;
    EXPECT_EQ(request.error().where, c.where) << c.json;
    EXPECT_FALSE(request.error().message.empty());
  }
}

TEST(ParseRequest, RefusesTooMuch) {
  std::string many = "{\"articles\":[";
  for (size_t i = 0; i <= kMaxArticles; ++i) many += (i ? ",{\"text\":\"a\"}" : "{\"text\":\"a\"}");
  EXPECT_EQ(ParseRequest(many + "]}").error().code, "too_many_articles");
  const std::string large(kMaxRequestBytes, 'a');
  EXPECT_EQ(ParseRequest("{\"articles\":[{\"text\":\"" + large + "\"}]}").error().code,
            "too_large");
}

TEST(ParseRequest, ReadsNinjs) {
  const auto one = ParseRequest(
      R"({"uri":"urn:x:1","headline":"Bridge shut","versioncreated":"2026-03-14T08:00:00Z","body_text":"It is shut."})");
  ASSERT_TRUE(one.ok());
  EXPECT_EQ(one.value().articles[0].id, "urn:x:1");
  EXPECT_EQ(one.value().articles[0].title, "Bridge shut");
  EXPECT_EQ(one.value().articles[0].text, "It is shut.");
  const auto three = ParseRequest(
      R"({"uri":"u","headlines":[{"role":"sub","value":"S"},{"role":"main","value":"M"}],"versionCreated":"2026-03-14",)"
      R"("bodies":[{"contentType":"application/xhtml+xml","value":"<p>One &amp; two.</p><p>Three.</p>"}]})");
  ASSERT_TRUE(three.ok());
  EXPECT_EQ(three.value().articles[0].title, "M");
  EXPECT_EQ(three.value().articles[0].text, "One & two.\n\nThree.");
}

TEST(ReadArticleFile, TakesHeaderLinesOnlyBeforeAnEmptyLine) {
  const auto with = ReadArticleFile(
      "desk/a.txt", "source: Herald\nTitle: Shut\ndate: 2026-03-14\n\nIt is shut.\n");
  ASSERT_TRUE(with.ok());
  EXPECT_EQ(with.value()[0].source, "Herald");
  EXPECT_EQ(with.value()[0].title, "Shut");
  EXPECT_EQ(with.value()[0].name, "a");
  EXPECT_EQ(with.value()[0].text, "It is shut.\n");
  const auto without = ReadArticleFile("a.txt", "Source: police say so.\nIt is shut.\n");
  EXPECT_EQ(without.value()[0].source, "");
  EXPECT_EQ(without.value()[0].text, "Source: police say so.\nIt is shut.\n");
}

TEST(ReadArticleFile, RefusesWhatIsNoText) {
  EXPECT_EQ(ReadArticleFile("a.txt", "").error().code, "empty");
  EXPECT_EQ(ReadArticleFile("a.txt", " \n\t").error().code, "empty");
  EXPECT_EQ(ReadArticleFile("a.png", std::string_view("\x89PNG\r\n\0\0", 8)).error().code,
            "binary");
  EXPECT_EQ(ReadArticleFile("a.json", "{\"articles\":[{}]}").error().where,
            "a.json/articles/0/text");
  EXPECT_TRUE(ReadArticleFile("a.txt", "[1] is a footnote. The text goes on.").ok());
}

TEST(DefaultArticleId, CountsInLetters) {
  EXPECT_EQ(DefaultArticleId(0), "A");
  EXPECT_EQ(DefaultArticleId(25), "Z");
  EXPECT_EQ(DefaultArticleId(26), "AA");
  EXPECT_EQ(DefaultArticleId(701), "ZZ");
  EXPECT_EQ(DefaultArticleId(702), "AAA");
}

}  // namespace
}  // namespace crossread
