#include "core/syntax/feature.h"

#include <algorithm>

namespace crossread {
namespace {

constexpr size_t kLongestForm = 40;  // bytes; of longer tokens the end decides

constexpr uint32_t kSeed = 2166136261u;  // FNV-1a
uint32_t Hash(std::string_view bytes) {
  uint32_t hash = kSeed;
  for (char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace

WordForm ReadWordForm(std::string_view token, ListedWord listed, bool first) {
  WordForm form;
  form.listed = listed;
  if (token.size() > kLongestForm) token.remove_prefix(token.size() - kLongestForm);
  char folded[kLongestForm];
  size_t size = 0;
  int capitals = 0, lower = 0, letters = 0;
  for (size_t i = 0; i < token.size(); ++i) {
    char c = token[i];
    if (IsAsciiUpper(c)) ++capitals;
    if (IsAsciiLower(c)) ++lower;
    if (IsAsciiDigit(c)) {
      form.shape |= kShapeDigit;
      c = '0';
    }
    if (c == '-') form.shape |= kShapeHyphen;
    if (IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0xC3) ++letters;
    // Curly marks as straight ones: E2 80 98, 99 and 9C, 9D.
    if (c == '\xE2' && i + 2 < token.size() && token[i + 1] == '\x80') {
      const char last = token[i + 2];
      if (last == '\x98' || last == '\x99' || last == '\x9C' || last == '\x9D') {
        c = last < '\x9A' ? '\'' : '"';
        i += 2;
      }
    }
    folded[size++] = AsciiLower(c);
  }
  const std::string_view word(folded, size);
  form.word = Hash(word);
  for (size_t n = 1; n <= 4; ++n) {
    form.suffix[n - 1] = Hash(word.substr(size - std::min(n, size)));
  }
  form.prefix = Hash(word.substr(0, 3));
  if (IsAsciiUpper(token[0])) form.shape |= kShapeCapital;
  if (capitals >= 2 && lower == 0) form.shape |= kShapeCapitals;
  if (letters == 0 && (form.shape & kShapeDigit) == 0) form.shape |= kShapeMark;
  if (first) form.shape |= kShapeFirst;
  if (word == ",") form.shape |= kShapeComma;
  if (word == "\"") form.shape |= kShapeQuote;
  return form;
}

}  // namespace crossread
