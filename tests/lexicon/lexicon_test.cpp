// Every word list of core/lexicon/en: its form, and what lists promise one another. A failure says
// file:line: reason, so that whoever corrects a list sees where.
#include "core/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/utf8.h"
#include "core/lexicon/embedded.h"
#include "tests/support/fixture.h"

namespace crossread {
namespace {

struct Line {
  uint32_t number = 0;  // from 1
  std::string_view text;
};

std::vector<Line> LinesOf(const EmbeddedFile& file) {
  std::vector<Line> lines;
  std::string_view rest = file.text;
  for (uint32_t number = 1; !rest.empty(); ++number) {
    const size_t newline = rest.find('\n');
    lines.push_back({number, rest.substr(0, newline)});
    rest.remove_prefix(newline == std::string_view::npos ? rest.size() : newline + 1);
  }
  return lines;
}

// As they stand in the folder: what is embedded has no comments.
const std::vector<EmbeddedFile>& Files() {
  static std::deque<std::string> texts;
  static const std::vector<EmbeddedFile> files = [] {
    std::vector<EmbeddedFile> list;
    for (size_t i = 0; i < kEmbeddedLexiconCount; ++i) {
      const std::string_view name = kEmbeddedLexicons[i].name;
      texts.push_back(ReadTestFile("core/lexicon/en/" + std::string(name)));
      list.push_back({name, texts.back()});
    }
    return list;
  }();
  return files;
}

std::vector<std::string_view> Columns(std::string_view line) {
  std::vector<std::string_view> columns;
  for (size_t tab = 0; tab != std::string_view::npos;) {
    tab = line.find('\t');
    columns.push_back(line.substr(0, tab));
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return columns;
}

bool IsComment(std::string_view line) { return !line.empty() && line.front() == '#'; }

// The lists whose last columns may be left out where they are empty; all others have the same
// number of columns in every row.
struct ColumnRange {
  std::string_view file;
  size_t least;
  size_t most;
};
constexpr ColumnRange kOptionalColumns[] = {
    {"abbreviations.tsv", 2, 3},  {"affixes.tsv", 2, 4},     {"anonymous_sources.tsv", 2, 3},
    {"attendance.tsv", 2, 3},     {"currencies.tsv", 3, 5},  {"figure_changes.tsv", 1, 2},
    {"gazetteer.tsv", 2, 5},      {"place_heads.tsv", 1, 2}, {"reporting_phrases.tsv", 2, 3},
    {"role_modifiers.tsv", 1, 3}, {"roles.tsv", 3, 4},       {"titles.tsv", 1, 3},
    {"vague_numbers.tsv", 3, 4},
};

ColumnRange RangeOf(std::string_view file, size_t first_row) {
  for (const ColumnRange& range : kOptionalColumns) {
    if (range.file == file) return range;
  }
  return {file, first_row, first_row};
}

// Calls report(line number, reason) for each fault of `file`.
template <typename Report>
void CheckForm(const EmbeddedFile& file, Report report) {
  uint32_t replaced = 0;
  RepairUtf8(std::string(file.text), &replaced);
  if (replaced != 0) report(0, "is not valid UTF-8");
  if (file.text.empty() || file.text.back() != '\n') report(0, "does not end in a line feed");

  const bool table = file.name.size() > 4 && file.name.substr(file.name.size() - 4) == ".tsv";
  std::string header;
  std::string_view last_line, last_key;
  size_t least = 0, most = 0;
  for (const Line& line : LinesOf(file)) {
    if (IsComment(line.text)) {
      if (last_line.empty()) header += line.text;
      continue;
    }
    if (line.text.empty()) {
      report(line.number, "empty line");
      continue;
    }
    const std::vector<std::string_view> columns = Columns(line.text);
    const std::string_view key = columns.front();
    if (most == 0) {
      const ColumnRange range = RangeOf(file.name, columns.size());
      least = range.least, most = range.most;
    }
    if (columns.size() < least || columns.size() > most) {
      report(line.number, "has " + std::to_string(columns.size()) + " columns, not " +
                              std::to_string(least) + " to " + std::to_string(most));
    }
    for (std::string_view column : columns) {
      const bool space_at_end = !column.empty() && (column.front() == ' ' || column.back() == ' ');
      if (space_at_end) report(line.number, "a column begins or ends with a space");
    }
    if (line.text.back() == '\t' || line.text.back() == '\r')
      report(line.number, "white space at its end");
    if (key.empty()) report(line.number, "empty key");
    if (key.find("  ") != std::string_view::npos) report(line.number, "two spaces in a key");
    if (Fold(key) != key) report(line.number, "key isn't folded: " + Fold(key));
    if (!last_line.empty() && key < last_key)
      report(line.number, "key sorts before the line above");
    if (line.text == last_line) report(line.number, "the same as the line above");
    last_line = line.text, last_key = key;
  }
  if (most == 0) report(0, "has no entries");
  if (!table && most > 1) report(0, "a .txt file has one column");
  for (std::string_view word : {"Columns", "Source", "Licence"}) {
    if (word == "Columns" && !table)
      continue;  // a .txt file has one, and says in words what it holds
    if (header.find(word) == std::string::npos) {
      report(1, "the opening comment doesn't say '" + std::string(word) + "'");
    }
  }
}

std::vector<std::string> FaultsOf(const EmbeddedFile& file) {
  std::vector<std::string> faults;
  CheckForm(file, [&](uint32_t line, const std::string& reason) {
    faults.push_back("core/lexicon/en/" + std::string(file.name) + ":" + std::to_string(line) +
                     ": " + reason);
  });
  return faults;
}

TEST(LexiconFiles, AreWellFormed) {
  for (const EmbeddedFile& file : Files()) {
    for (const std::string& fault : FaultsOf(file)) ADD_FAILURE() << fault;
  }
}

TEST(LexiconFiles, AreAllTablesOfTheLexicon) {
  for (const EmbeddedFile& file : Files()) {
    const std::vector<Line> lines = LinesOf(file);
    const auto rows = static_cast<size_t>(std::count_if(
        lines.begin(), lines.end(), [](const Line& l) { return !IsComment(l.text); }));
    EXPECT_EQ(Lexicon::English().Table(file.name).rows().size(), rows) << file.name;
  }
}

// The checker itself: a list with each fault is caught, at its line.
TEST(LexiconFiles, FaultsAreFound) {
  constexpr std::string_view kHeader = "# Columns: a | b. Source: us. Licence: MIT.\n";
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"b\tx\na\tx\n", "sorts before"},
      {"a\tx\na\tx\n", "same as"},
      {"A\tx\n", "folded"},
      {"a\tx\nb\n", "columns"},
      {"a\tx \n", "space"},
      {"\tx\n", "empty key"},
      {"a  b\tx\n", "two spaces"},
      {"a\tx\n\nb\tx\n", "empty line"},
      {"a\t\xff\n", "UTF-8"},
      {"a\tx", "line feed"},
      {"", "no entries"},
  };
  for (const auto& [rows, reason] : cases) {
    const std::string text = std::string(kHeader) + std::string(rows);
    const std::vector<std::string> faults = FaultsOf({"made_up.tsv", text});
    ASSERT_FALSE(faults.empty()) << rows;
    EXPECT_NE(faults.front().find(reason), std::string::npos) << rows << ": " << faults.front();
  }
  EXPECT_TRUE(
      FaultsOf({"made_up.tsv", "# Columns: a. Source: us. Licence: MIT.\na\tx\na\ty\n"}).empty());
  EXPECT_FALSE(FaultsOf({"made_up.tsv", "# Columns: a. Source: us.\na\tx\n"}).empty());
}

// ---- what the lists promise one another

const LexiconTable& Table(std::string_view name) { return Lexicon::English().Table(name); }

TEST(LexiconFiles, ColumnsHoldKnownWords) {
  struct Vocabulary {
    std::string_view file;
    size_t column;
    std::set<std::string_view> words;
  };
  const std::set<std::string_view> parts = {"n", "v", "a", "r"};
  const Vocabulary vocabularies[] = {
      {"attendance.tsv",
       0,
       {"present", "absent", "occasion", "setting", "beside", "seat", "envoy", "people",
        "unclear"}},
      {"verbs.tsv", 0, {"yes", "no"}},
      {"negators.tsv", 0, {"full", "degree"}},
      {"implicatives.tsv", 0, {"to", "ing", "object", "that"}},
      {"implicatives.tsv",
       1,
       {"negative", "positive", "planned", "ongoing", "happened", "cancelled", "possible",
        "unknown"}},
      {"status_cues.tsv", 0, {"planned", "ongoing", "happened", "cancelled"}},
      {"status_cues.tsv", 1, {"before_verb", "after_event", "modifier"}},
      {"modality.tsv", 0, {"possible", "likely", "reported", "conditional"}},
      {"clause_openers.tsv", 0, {"coordinate", "subordinate", "relative"}},
      {"stopwords.tsv", 0, {"det", "poss", "pron", "prep", "aux", "modal", "conj", "part", "adv"}},
      {"synonyms.tsv", 0, parts},
      {"antonyms.tsv", 0, parts},
      {"phrasal_verbs.tsv", 1, {"apart", "beside"}},
  };
  for (const Vocabulary& vocabulary : vocabularies) {
    for (const LexiconRow& row : Table(vocabulary.file).rows()) {
      const std::string_view word = row.column(vocabulary.column);
      EXPECT_EQ(vocabulary.words.count(word), 1u)
          << vocabulary.file << ": " << row.key << ": unknown word '" << word << "'";
    }
  }
}

// Readers take the first row of a key.
TEST(LexiconFiles, OneAnswerToAKey) {
  const std::pair<std::string_view, size_t> cases[] = {
      {"verbs.tsv", 0},     {"event_nouns.tsv", 0},       {"implicatives.tsv", 1},
      {"negators.tsv", 0},  {"modality.tsv", 0},          {"phrasal_verbs.tsv", 0},
      {"synonyms.tsv", 1},  {"spelling_variants.tsv", 0}, {"contractions.tsv", 0},
      {"stopwords.tsv", 0}, {"clause_openers.tsv", 0},
  };
  for (const auto& [file, column] : cases) {
    const LexiconRow* last = nullptr;
    for (const LexiconRow& row : Table(file).rows()) {
      if (last != nullptr && last->key == row.key) {
        EXPECT_EQ(last->column(column), row.column(column)) << file << ": " << row.key;
      }
      last = &row;
    }
  }
}

std::string_view ClassOf(std::string_view lemma) {
  const LexiconRow* row = Table("synonyms.tsv").Find(lemma);
  return row != nullptr ? row->column(1) : lemma;
}

TEST(Synonyms, HoldNoAntonyms) {
  for (const LexiconRow& row : Table("antonyms.tsv").rows()) {
    EXPECT_NE(ClassOf(row.key), ClassOf(row.column(1)))
        << "synonyms.tsv: " << row.key << " and " << row.column(1) << " are antonyms in one class";
  }
}

// A phrasal verb is in the class of the verb that it stands for, and no antonym of it.
TEST(PhrasalVerbs, AgreeWithSynonyms) {
  for (const LexiconRow& row : Table("phrasal_verbs.tsv").rows()) {
    if (Table("synonyms.tsv").Has(row.key)) {
      EXPECT_EQ(ClassOf(row.key), ClassOf(row.column(0))) << row.key;
    }
    EXPECT_NE(row.key.find(' '), std::string_view::npos) << row.key;
  }
}

TEST(Synonyms, ClassIsNamedByOneOfItsWords) {
  std::map<std::string_view, size_t> sizes;
  for (const LexiconRow& row : Table("synonyms.tsv").rows()) ++sizes[row.column(1)];
  for (const auto& [name, size] : sizes) {
    EXPECT_EQ(ClassOf(name), name) << "synonyms.tsv: class " << name;
    EXPECT_TRUE(Table("synonyms.tsv").Has(name)) << "synonyms.tsv: class " << name;
    EXPECT_GE(size, 2u) << "synonyms.tsv: class " << name << " has one word";
  }
}

TEST(Synonyms, JoinWordsThatRewritesExchange) {
  const std::string_view cases[][2] = {
      {"talk", "negotiation"},    {"talk", "meet"},          {"territory", "land"},
      {"capture", "seize"},       {"cede", "surrender"},     {"hurt", "injure"},
      {"comment", "remark"},      {"brief", "inform"},       {"fully", "entirely"},
      {"lawmaker", "legislator"}, {"blast", "explosion"},    {"approve", "approval"},
      {"organisation", "group"},  {"organise", "arrange"},   {"join", "participate"},
      {"truck", "lorry"},         {"resign", "resignation"}, {"buy", "acquisition"},
  };
  for (const auto& [a, b] : cases) EXPECT_EQ(ClassOf(a), ClassOf(b)) << a << ", " << b;
}

// Pairs whose exchange is a finding, however close the words are.
TEST(Synonyms, KeepApartWhatChangesTheFacts) {
  const std::string_view cases[][2] = {
      {"kill", "injure"},       {"kill", "murder"},           {"arrest", "charge"},
      {"charge", "convict"},    {"arrest", "detain"},         {"propose", "approve"},
      {"cut", "raise"},         {"city", "country"},          {"postpone", "cancel"},
      {"suspend", "cancel"},    {"trial", "hearing"},         {"ceasefire", "treaty"},
      {"senator", "secretary"}, {"hurricane", "typhoon"},     {"profit", "revenue"},
      {"refugee", "migrant"},   {"soldier", "civilian"},      {"missile", "rocket"},
      {"resign", "dismiss"},    {"election", "referendum"},   {"verdict", "sentence"},
      {"robbery", "burglary"},  {"allege", "confirm"},        {"plan", "deal"},
      {"shoot", "kill"},        {"earthquake", "aftershock"}, {"minister", "lawmaker"},
  };
  for (const auto& [a, b] : cases) EXPECT_NE(ClassOf(a), ClassOf(b)) << a << ", " << b;
}

TEST(Synonyms, VerbsAreVerbs) {
  for (const LexiconRow& row : Table("synonyms.tsv").rows()) {
    const bool one_word = row.key.find(' ') == std::string_view::npos;
    if (row.column(0) == "v" && one_word) {
      EXPECT_TRUE(Table("verbs.tsv").Has(row.key))
          << "synonyms.tsv: " << row.key << " isn't in verbs.tsv";
    }
  }
}

TEST(EventNouns, NameVerbs) {
  for (const LexiconRow& row : Table("event_nouns.tsv").rows()) {
    EXPECT_TRUE(Table("verbs.tsv").Has(row.column(0)))
        << "event_nouns.tsv: " << row.key << ": " << row.column(0) << " isn't in verbs.tsv";
  }
}

std::string_view Canonical(std::string_view word) {
  const LexiconRow* row = Table("spelling_variants.tsv").Find(word);
  return row != nullptr ? row->column(0) : word;
}

TEST(SpellingVariants, CanonicalFormsAreFinal) {
  for (const LexiconRow& row : Table("spelling_variants.tsv").rows()) {
    EXPECT_NE(row.key, row.column(0)) << "spelling_variants.tsv: " << row.key;
    EXPECT_EQ(Canonical(row.column(0)), row.column(0)) << "spelling_variants.tsv: " << row.key;
  }
}

TEST(SpellingVariants, JoinBritishAndAmerican) {
  const std::string_view cases[][2] = {
      {"emphasised", "emphasized"}, {"organisations", "organizations"},
      {"programme", "program"},     {"advisor", "adviser"},
      {"centre", "center"},         {"colour", "color"},
      {"travelling", "traveling"},  {"defence", "defense"},
      {"catalogue", "catalog"},     {"per cent", "percent"},
      {"towards", "toward"},        {"sceptical", "skeptical"},
      {"fulfil", "fulfill"},        {"co-operation", "cooperation"},
      {"paediatric", "pediatric"},  {"manoeuvres", "maneuvers"},
      {"kilometres", "kilometers"}, {"analysed", "analyzed"},
  };
  for (const auto& [variant, canonical] : cases)
    EXPECT_EQ(Canonical(variant), canonical) << variant;
  // Words that only look like variants.
  for (std::string_view word :
       {"exercise", "advise", "surprise", "four", "tour", "compromise", "promise", "hour",
        "supervise", "contour", "premise", "otherwise", "rise", "raise"}) {
    EXPECT_EQ(Canonical(word), word);
  }
}

TEST(Antonyms, StandInBothDirections) {
  std::set<std::pair<std::string, std::string>> pairs;
  for (const LexiconRow& row : Table("antonyms.tsv").rows()) {
    pairs.emplace(Canonical(row.key), row.column(1));
    EXPECT_EQ(Canonical(row.column(1)), row.column(1))
        << "antonyms.tsv: " << row.key << ": not canonical";
    EXPECT_NE(Canonical(row.key), row.column(1)) << "antonyms.tsv: " << row.key;
  }
  for (const auto& [a, b] : pairs) {
    EXPECT_EQ(pairs.count({b, a}), 1u) << "antonyms.tsv: " << a << " - " << b << " but not back";
  }
}

}  // namespace
}  // namespace crossread
