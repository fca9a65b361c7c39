// Word lists that a journalist could correct: core/lexicon/en/*.{txt,tsv}, embedded at build,
// parsed once. Every stage asks here; no word list lives in C++.
//
// A file: UTF-8, one entry a line, columns separated by one tab; '#' opens a comment line; the
// opening comment says what the columns mean, where the data comes from and its licence. Keys are
// folded (see Fold) and sorted by byte; a key of several words has single spaces. tests/lexicon
// checks all of this.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace crossread {

// One line: the key and the columns after it. Missing columns are empty.
struct LexiconRow {
  std::string_view key;
  std::vector<std::string_view> columns;

  std::string_view column(size_t index) const {
    return index < columns.size() ? columns[index] : std::string_view();
  }
};

// One file, sorted by key; equal keys (one word, two readings) stand next to each other.
class LexiconTable {
 public:
  LexiconTable(std::string_view name, std::string_view text);

  std::string_view name() const { return name_; }
  const std::vector<LexiconRow>& rows() const { return rows_; }
  uint32_t longest_key() const { return longest_key_; }  // in words

  // The first row with this key, or nullptr. Cost: O(length of the key).
  const LexiconRow* Find(std::string_view folded_key) const;
  bool Has(std::string_view folded_key) const { return Find(folded_key) != nullptr; }

 private:
  std::string_view name_;
  std::vector<LexiconRow> rows_;
  // Open addressing. With the hash, a key that is not here costs no look at a row.
  struct Slot {
    uint32_t hash = 0;
    uint32_t row = 0;  // index of a key's first row + 1; 0: free
  };
  std::vector<Slot> slots_;
  uint32_t longest_key_ = 0;
};

class Lexicon {
 public:
  // The English lexicon. It lives until the program ends.
  static const Lexicon& English();

  // The table of file `name` ("reporting_verbs.tsv"), parsed when it is first asked for: splitting
  // sentences needs five of some sixty. An unknown name is our bug and ends the program.
  const LexiconTable& Table(std::string_view name) const;

  std::string Hash() const;  // 16 hexadecimal digits over names and contents

 private:
  struct Slot {
    std::once_flag parsed;
    std::unique_ptr<const LexiconTable> table;
  };
  Lexicon();
  std::unique_ptr<Slot[]> slots_;  // one a file of kEmbeddedLexicons
};

}  // namespace crossread
