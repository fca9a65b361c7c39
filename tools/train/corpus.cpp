#include "tools/train/corpus.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>

#include "core/lexicon/lemma.h"
#include "core/syntax/word_lists.h"
#include "core/text/norm.h"
#include "core/text/token_scan.h"

namespace crossread::train {
namespace {

constexpr int kLeastTag = 20;  // rarer tags teach nothing and cost a class

// The labels that the stages above ask for; all others are "dep".
const std::set<std::string> kLabels = {
    "nsubj", "obj",  "iobj",  "obl",  "ccomp", "xcomp",     "advcl",  "acl",   "appos",
    "aux",   "cop",  "mark",  "conj", "cc",    "case",      "det",    "amod",  "compound",
    "flat",  "root", "punct", "nmod", "csubj", "parataxis", "advmod", "nummod"};

struct Row {
  std::string form, xpos, upos, deprel;
  int head = 0;
};

std::string Label(const std::string& deprel) {
  const std::string coarse = deprel.substr(0, deprel.find(':'));
  return kLabels.count(coarse) != 0 ? coarse : "dep";
}

std::vector<std::vector<Row>> ReadRows(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "%s: this treebank can't be read\n", path.c_str());
    std::exit(2);
  }
  std::vector<std::vector<Row>> sentences(1);
  std::string line;
  while (std::getline(in, line)) {
    if (line.empty()) {
      if (!sentences.back().empty()) sentences.emplace_back();
      continue;
    }
    if (line[0] == '#') continue;
    std::vector<std::string> columns(1);
    for (char c : line) {
      if (c == '\t') {
        columns.emplace_back();
      } else {
        columns.back() += c;
      }
    }
    if (columns.size() != 10 || columns[0].find_first_not_of("0123456789") != std::string::npos) {
      continue;  // "3-4" and "5.1" stand for words that have rows of their own, or none
    }
    sentences.back().push_back(
        {columns[1], columns[4], columns[3], columns[7], std::atoi(columns[6].c_str())});
  }
  if (sentences.back().empty()) sentences.pop_back();
  return sentences;
}

// The tag itself if it is a class, else the first class with its XPOS, else the first with its
// UPOS.
uint8_t TagOf(const Row& row, const Names& names) {
  const auto find = [&](auto matches) {
    return std::find_if(names.tags.begin(), names.tags.end(), matches);
  };
  auto tag = find([&](const std::string& t) { return t == row.xpos + "/" + row.upos; });
  if (tag == names.tags.end()) {
    tag = find([&](const std::string& t) { return t.substr(0, t.find('/')) == row.xpos; });
  }
  if (tag == names.tags.end()) {
    tag = find([&](const std::string& t) { return t.substr(t.find('/') + 1) == row.upos; });
  }
  return tag == names.tags.end() ? 0 : static_cast<uint8_t>(tag - names.tags.begin());
}

ListedWord ListsOf(const std::string& form) {
  std::string buffer;
  const std::string norm(NormOf(form, ShapeOf(form), &buffer));
  return WordListsOf(norm, Lemma(norm));
}

std::vector<Sentence> Encode(const std::vector<std::vector<Row>>& rows, const Names& names) {
  std::vector<Sentence> sentences;
  for (const std::vector<Row>& tokens : rows) {
    Sentence s;
    for (size_t i = 0; i < tokens.size(); ++i) {
      const Row& row = tokens[i];
      s.forms.push_back(row.form);
      s.words.push_back(ReadWordForm(row.form, ListsOf(row.form), i == 0));
      s.tags.push_back(TagOf(row, names));
      s.heads.push_back(row.head == 0 ? static_cast<int>(tokens.size()) : row.head - 1);
      const auto label = std::find(names.labels.begin(), names.labels.end(), Label(row.deprel));
      s.labels.push_back(static_cast<uint8_t>(label - names.labels.begin()));
    }
    sentences.push_back(std::move(s));
  }
  return sentences;
}

}  // namespace

std::vector<Sentence> ReadTreebanks(const std::vector<std::string>& paths, Names* names) {
  std::vector<std::vector<Row>> all;
  std::map<std::string, int> tags;
  for (const std::string& path : paths) {
    for (std::vector<Row>& sentence : ReadRows(path)) {
      for (const Row& row : sentence) ++tags[row.xpos + "/" + row.upos];
      all.push_back(std::move(sentence));
    }
  }
  std::vector<std::pair<int, std::string>> order;  // the commonest first
  for (const auto& [tag, count] : tags) {
    if (count >= kLeastTag) order.emplace_back(-count, tag);
  }
  std::sort(order.begin(), order.end());
  for (const auto& [count, tag] : order) names->tags.push_back(tag);
  names->labels.assign(kLabels.begin(), kLabels.end());
  names->labels.push_back("dep");
  return Encode(all, *names);
}

std::vector<Sentence> ReadTreebank(const std::string& path, const Names& names) {
  return Encode(ReadRows(path), names);
}

}  // namespace crossread::train
