#include "core/lexicon/lexicon.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "core/base/hash.h"
#include "core/lexicon/embedded.h"

namespace crossread {
namespace {

LexiconRow ParseRow(std::string_view line) {
  LexiconRow row;
  size_t tab = line.find('\t');
  row.key = line.substr(0, tab);
  while (tab != std::string_view::npos) {
    const size_t begin = tab + 1;
    tab = line.find('\t', begin);
    row.columns.push_back(line.substr(begin, tab == std::string_view::npos ? tab : tab - begin));
  }
  return row;
}

uint32_t HashOf(std::string_view key) {
  const uint64_t hash = Fnv1a(key);
  return static_cast<uint32_t>(hash ^ hash >> 32);
}

uint32_t WordCount(std::string_view key) {
  return 1 + static_cast<uint32_t>(std::count(key.begin(), key.end(), ' '));
}

}  // namespace

LexiconTable::LexiconTable(std::string_view name, std::string_view text) : name_(name) {
  while (!text.empty()) {
    const size_t newline = text.find('\n');
    const std::string_view line = text.substr(0, newline);
    text.remove_prefix(newline == std::string_view::npos ? text.size() : newline + 1);
    if (line.empty() || line.front() == '#') continue;
    rows_.push_back(ParseRow(line));
    longest_key_ = std::max(longest_key_, WordCount(rows_.back().key));
  }
  const auto by_key = [](const LexiconRow& a, const LexiconRow& b) { return a.key < b.key; };
  if (!std::is_sorted(rows_.begin(), rows_.end(), by_key)) {
    std::stable_sort(rows_.begin(), rows_.end(), by_key);
  }
  size_t size = 8;
  while (size < rows_.size() * 2) size *= 2;  // at most half full
  slots_.assign(size, {});
  for (uint32_t r = 0; r < rows_.size(); ++r) {
    if (r > 0 && rows_[r].key == rows_[r - 1].key) continue;
    const uint32_t hash = HashOf(rows_[r].key);
    size_t slot = hash & (size - 1);
    while (slots_[slot].row != 0) slot = (slot + 1) & (size - 1);
    slots_[slot] = {hash, r + 1};
  }
}

const LexiconRow* LexiconTable::Find(std::string_view key) const {
  const uint32_t hash = HashOf(key);
  size_t slot = hash & (slots_.size() - 1);
  for (; slots_[slot].row != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if (slots_[slot].hash != hash) continue;
    const LexiconRow& row = rows_[slots_[slot].row - 1];
    if (row.key == key) return &row;
  }
  return nullptr;
}

Lexicon::Lexicon() : slots_(new Slot[kEmbeddedLexiconCount]) {}

const Lexicon& Lexicon::English() {
  static const Lexicon* const lexicon = new Lexicon;  // never destroyed: used until the end
  return *lexicon;
}

const LexiconTable& Lexicon::Table(std::string_view name) const {
  for (size_t i = 0; i < kEmbeddedLexiconCount; ++i) {
    const EmbeddedFile& file = kEmbeddedLexicons[i];
    if (file.name != name) continue;
    std::call_once(slots_[i].parsed, [&] {
      slots_[i].table = std::make_unique<const LexiconTable>(file.name, file.text);
    });
    return *slots_[i].table;
  }
  std::fprintf(stderr, "no lexicon file named %.*s\n", static_cast<int>(name.size()), name.data());
  std::abort();
}

std::string Lexicon::Hash() const {
  uint64_t hash = kFnvOffset;
  for (size_t i = 0; i < kEmbeddedLexiconCount; ++i) {
    hash = Fnv1a(kEmbeddedLexicons[i].name, hash);
    hash = Fnv1a(kEmbeddedLexicons[i].text, hash);
  }
  return Hex(hash);
}

}  // namespace crossread
