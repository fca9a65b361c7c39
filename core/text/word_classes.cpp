#include "core/text/word_classes.h"

#include <algorithm>
#include <vector>

#include "core/base/ascii.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr size_t kLongestWord =
    16;  // bytes; ClassTable drops longer entries, the lexicons have none

struct Entry {
  std::string_view word;
  WordClasses any = 0;      // however it is written
  WordClasses capital = 0;  // only where it begins with a capital
};

struct ClassName {
  std::string_view name;
  WordClass value;
};
constexpr ClassName kClassNames[] = {
    {"title", kTitle},   {"number", kNumberAbbreviation},
    {"month", kMonth},   {"time", kTime},
    {"inner", kInner},   {"word", kAbbreviation},
    {"list", kListEnd},  {"mark", kMarkedName},
    {"apart", kApart},   {"bare", kBare},
    {"opener", kOpener}, {"preposition", kPreposition},
    {"tag", kTag},       {"zone", kZone},
    {"stamp", kStamp},   {"hanging", kHanging},
};

WordClasses ParseClasses(std::string_view names) {
  WordClasses classes = 0;
  while (!names.empty()) {
    const size_t space = names.find(' ');
    const std::string_view name = names.substr(0, space);
    for (const ClassName& known : kClassNames) {
      if (known.name == name) classes |= known.value;
    }
    names.remove_prefix(space == std::string_view::npos ? names.size() : space + 1);
  }
  return classes;
}

// The lexicons merged, sorted by word, with the place where each first byte begins.
class ClassTable {
 public:
  ClassTable() {
    Add("abbreviations.tsv");
    Add("sentence_words.tsv");
    AddAgencyWords();
    std::stable_sort(entries_.begin(), entries_.end(),
                     [](const Entry& a, const Entry& b) { return a.word < b.word; });
    Merge();
    for (uint32_t byte = 0, entry = 0; byte < 256; ++byte) {
      while (entry < entries_.size() &&
             static_cast<unsigned char>(entries_[entry].word[0]) < byte) {
        ++entry;
      }
      first_[byte] = entry;
    }
    first_[256] = static_cast<uint32_t>(entries_.size());
  }

  const Entry* Find(std::string_view word) const {
    const unsigned char byte = static_cast<unsigned char>(word[0]);
    const auto begin = entries_.begin() + first_[byte];
    const auto end = entries_.begin() + first_[byte + 1];
    const auto entry = std::lower_bound(
        begin, end, word, [](const Entry& e, std::string_view w) { return e.word < w; });
    return entry != end && entry->word == word ? &*entry : nullptr;
  }

 private:
  void Add(std::string_view file) {
    for (const LexiconRow& row : Lexicon::English().Table(file).rows()) {
      if (row.key.empty() || row.key.size() > kLongestWord) continue;
      const WordClasses classes = ParseClasses(row.column(0));
      const bool cap = row.column(1) == "cap";
      entries_.push_back({row.key, cap ? 0 : classes, classes});
    }
  }

  void AddAgencyWords() {
    for (const LexiconRow& row : Lexicon::English().Table("agencies.txt").rows()) {
      std::string_view rest = row.key;
      while (!rest.empty()) {
        const size_t space = rest.find(' ');
        const std::string_view word = rest.substr(0, space);
        if (word.size() <= kLongestWord) entries_.push_back({word, kAgencyWord, kAgencyWord});
        rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
      }
    }
  }

  // One entry a word: the lexicons may each have something to say of it.
  void Merge() {
    size_t kept = 0;
    for (const Entry& entry : entries_) {
      if (kept > 0 && entries_[kept - 1].word == entry.word) {
        entries_[kept - 1].any |= entry.any;
        entries_[kept - 1].capital |= entry.capital;
      } else {
        entries_[kept++] = entry;
      }
    }
    entries_.resize(kept);
  }

  std::vector<Entry> entries_;
  uint32_t first_[257] = {};
};

}  // namespace

WordClasses ClassesOf(std::string_view word) {
  static const ClassTable table;
  if (word.empty() || word.size() > kLongestWord) return kNoClass;
  char folded[kLongestWord];
  size_t size = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    // A curly apostrophe is three bytes; everything else outside ASCII is compared as it is.
    if (word.substr(i, 3) == "\xE2\x80\x99") {
      folded[size++] = '\'';
      i += 2;
    } else {
      folded[size++] = AsciiLower(word[i]);
    }
  }
  const Entry* entry = table.Find(std::string_view(folded, size));
  if (entry == nullptr) return kNoClass;
  return IsAsciiUpper(word[0]) ? entry->capital : entry->any;
}

}  // namespace crossread
