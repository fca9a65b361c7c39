#include "core/text/norm.h"

#include <algorithm>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/text/token_scan.h"
#include "core/text/word_classes.h"

namespace crossread {
namespace {

// The folded form of the quotation marks and dashes of General Punctuation (E2 80 ..), which are
// most of what a news text has outside ASCII; 0 for others. They agree with Fold().
char FoldMark(std::string_view bytes) {
  if (bytes.size() < 3 || bytes[0] != '\xE2' || bytes[1] != '\x80') return '\0';
  switch (static_cast<unsigned char>(bytes[2])) {
    case 0x93:
    case 0x94:
      return '-';
    case 0x98:
    case 0x99:
      return '\'';
    case 0x9C:
    case 0x9D:
      return '"';
    default:
      return '\0';
  }
}

// Fold(), without an allocation where it can be done byte by byte.
void FoldInto(std::string_view token, std::string* out) {
  out->resize(token.size());
  char* to = out->data();
  for (size_t i = 0; i < token.size(); ++i) {
    char c = token[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      c = FoldMark(token.substr(i));
      if (c == '\0') {
        *out = Fold(token);
        return;
      }
      i += 2;
    }
    *to++ = c == '`' ? '\'' : AsciiLower(c);
  }
  out->resize(static_cast<size_t>(to - out->data()));
}

void Remove(char c, std::string* text) {
  text->erase(std::remove(text->begin(), text->end(), c), text->end());
}

}  // namespace

std::string_view NormOf(std::string_view token, TokenShape shape, std::string* buffer) {
  FoldInto(token, buffer);
  if (shape == TokenShape::kNumber) {
    Remove(',', buffer);
    Remove('\'', buffer);
  } else if (shape == TokenShape::kWord && buffer->size() > 1 &&
             buffer->find('.') != std::string::npos &&
             (buffer->back() == '.' || IsDottedLetters(*buffer))) {
    const std::string_view bare = token.substr(0, token.size() - (token.back() == '.' ? 1 : 0));
    if ((ClassesOf(bare) & kApart) == 0) {
      Remove('.', buffer);
    } else if (buffer->back() != '.') {
      buffer->push_back('.');
    }
  }
  return *buffer;
}

std::string_view WithStops(std::string_view letters, std::string* buffer) {
  buffer->clear();
  for (char c : letters) {
    buffer->push_back(AsciiLower(c));
    buffer->push_back('.');
  }
  return *buffer;
}

}  // namespace crossread
