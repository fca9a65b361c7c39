#include "core/text/word_classes.h"

#include <cstring>
#include <vector>

#include "core/base/ascii.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr size_t kLongestWord = 16;  // bytes; longer keys are left out, and classes need none

// A folded word, padded with zeros.
struct Key {
  uint64_t halves[2] = {0, 0};

  bool operator==(const Key&) const = default;
};

// The word's key, however it is written; false if it is longer than any key.
bool ReadKey(std::string_view word, Key* key) {
  if (word.empty() || word.size() > kLongestWord + 2) return false;
  char folded[kLongestWord + 2] = {};
  size_t size = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    // A curly apostrophe is three bytes; everything else outside ASCII is compared as it is.
    if (word[i] == '\xE2' && word.substr(i, 3) == "\xE2\x80\x99") {
      folded[size++] = '\'';
      i += 2;
    } else {
      folded[size++] = AsciiLower(word[i]);
    }
  }
  std::memcpy(key->halves, folded, kLongestWord);
  return size <= kLongestWord;
}

struct Entry {
  Key key;
  WordClasses any = 0;      // however it is written
  WordClasses capital = 0;  // only where it begins with a capital
};

struct ClassName {
  std::string_view name;
  WordClass value;
};
constexpr ClassName kClassNames[] = {
    {"title", kTitle},     {"number", kNumberAbbreviation},
    {"month", kMonth},     {"time", kTime},
    {"inner", kInner},     {"word", kAbbreviation},
    {"list", kListEnd},    {"mark", kMarkedName},
    {"opener", kOpener},   {"preposition", kPreposition},
    {"tag", kTag},         {"zone", kZone},
    {"stamp", kStamp},     {"hanging", kHanging},
    {"desk", kDesk},       {"picture", kPicture},
    {"apart", kApart},     {"bare", kBare},
    {"account", kAccount},
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

// The lexicons merged: open addressing, one entry a word.
class ClassTable {
 public:
  ClassTable() : slots_(kSlots) {
    for (std::string_view file : {"abbreviations.tsv", "sentence_words.tsv"}) {
      for (const LexiconRow& row : Lexicon::English().Table(file).rows()) {
        const WordClasses classes = ParseClasses(row.column(0));
        Add(row.key, row.column(1) == "cap" ? kNoClass : classes, classes);
      }
    }
    for (const LexiconRow& row : Lexicon::English().Table("agencies.txt").rows()) {
      std::string_view rest = row.key;
      while (!rest.empty()) {
        const size_t space = rest.find(' ');
        Add(rest.substr(0, space), kAgencyWord, kAgencyWord);
        rest.remove_prefix(space == std::string_view::npos ? rest.size() : space + 1);
      }
    }
    for (const LexiconRow& row : Lexicon::English().Table("months.tsv").rows()) {
      Add(row.key, kMonthName, kMonthName);
    }
    for (const LexiconRow& row : Lexicon::English().Table("furniture.tsv").rows()) {
      Add(row.key.substr(0, row.key.find(' ')), kLabelWord, kLabelWord);
    }
  }

  const Entry& Find(const Key& key) const { return slots_[SlotOf(key)]; }

 private:
  static constexpr int kSlotBits = 12;  // under a third of them are taken
  static constexpr size_t kSlots = size_t{1} << kSlotBits;

  // The slot that holds `key`, or the free one where it would stand.
  size_t SlotOf(const Key& key) const {
    const uint64_t hash =
        (key.halves[0] ^ (key.halves[1] * 0xC2B2AE3D27D4EB4Fu)) * 0x9E3779B97F4A7C15u;
    size_t slot = static_cast<size_t>(hash >> (64 - kSlotBits));
    while (slots_[slot].key != key && slots_[slot].key != Key{}) slot = (slot + 1) % kSlots;
    return slot;
  }

  void Add(std::string_view word, WordClasses any, WordClasses capital) {
    Key key;
    if (!ReadKey(word, &key)) return;
    Entry& entry = slots_[SlotOf(key)];
    entry.key = key;
    entry.any |= any;
    entry.capital |= capital;
  }

  std::vector<Entry> slots_;
};

}  // namespace

WordClasses ClassesOf(std::string_view word) {
  static const ClassTable* const table = new ClassTable;  // never destroyed: used until the end
  Key key;
  if (!ReadKey(word, &key)) return kNoClass;
  const Entry& entry = table->Find(key);
  return IsAsciiUpper(word[0]) ? entry.capital : entry.any;
}

}  // namespace crossread
