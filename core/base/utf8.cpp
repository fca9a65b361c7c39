#include "core/base/utf8.h"

#include <utf8proc.h>

#include <cstdlib>
#include <cstring>

#include "core/base/ascii.h"

namespace crossread {
namespace {

utf8proc_category_t Category(char32_t c) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool IsAscii(std::string_view text) {
  for (char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  }
  return true;
}

char32_t FoldMark(char32_t c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x00B4:
    case 0x02BC:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x00AB:
    case 0x00BB:
      return '"';
    default:
      return IsDash(c) ? U'-' : c;
  }
}

std::string Map(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                                             static_cast<utf8proc_option_t>(options));
  if (size < 0) {  // out of memory or not UTF-8: the caller's text is valid, so only the former
    std::free(mapped);
    return std::string(text);
  }
  std::string out;
  out.reserve(static_cast<size_t>(size));
  const std::string_view view(reinterpret_cast<const char*>(mapped), static_cast<size_t>(size));
  for (uint32_t i = 0; i < view.size();) {
    const Decoded d = DecodeUtf8(view, i);
    AppendUtf8(FoldMark(d.code_point), &out);
    i += d.length;
  }
  std::free(mapped);
  return out;
}

// The first byte in [byte, text.size()) that begins no valid character, or text.size(). ASCII is
// passed over eight bytes at a time.
uint32_t SkipValid(std::string_view text, uint32_t byte) {
  const uint32_t size = static_cast<uint32_t>(text.size());
  while (byte < size) {
    for (uint64_t word; byte + sizeof(word) <= size; byte += sizeof(word)) {
      std::memcpy(&word, text.data() + byte, sizeof(word));
      if ((word & 0x8080808080808080u) != 0) break;
    }
    while (byte < size && static_cast<unsigned char>(text[byte]) < 0x80) ++byte;
    while (byte < size && static_cast<unsigned char>(text[byte]) >= 0x80) {
      const Decoded d = DecodeUtf8(text, byte);
      if (!d.valid) return byte;
      byte += d.length;
    }
  }
  return size;
}

}  // namespace

Decoded DecodeUtf8Before(std::string_view text, uint32_t byte) {
  uint32_t begin = byte - 1;
  while (begin > 0 && byte - begin < 4 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
    --begin;
  }
  return DecodeUtf8(text, begin);
}

void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | (c >> 6)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | (c >> 12)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | (c >> 18)));
    out->push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

std::string RepairUtf8(std::string bytes, uint32_t* replaced) {
  if (replaced != nullptr) *replaced = 0;
  uint32_t valid_end = SkipValid(bytes, 0);
  if (valid_end == bytes.size()) return bytes;
  std::string out;
  out.reserve(bytes.size() + 16);
  uint32_t count = 0;
  for (uint32_t i = 0;;) {
    out.append(bytes, i, valid_end - i);
    if (valid_end == bytes.size()) break;
    AppendUtf8(kReplacement, &out);
    ++count;
    i = valid_end + 1;
    valid_end = SkipValid(bytes, i);
  }
  if (replaced != nullptr) *replaced = count;
  return out;
}

namespace unicode {

bool IsLetter(char32_t c) {
  const auto k = Category(c);
  return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool IsUpper(char32_t c) {
  const auto k = Category(c);
  return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool IsLower(char32_t c) { return Category(c) == UTF8PROC_CATEGORY_LL; }

bool IsDigit(char32_t c) { return Category(c) == UTF8PROC_CATEGORY_ND; }

bool IsSpace(char32_t c) {
  if (c == 0x85 || c == 0x200B || c == 0x2060 || c == 0xFEFF) return true;
  const auto k = Category(c);
  return k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP;
}

}  // namespace unicode

bool IsCombiningMark(char32_t c) {
  if (c < 0x300) return false;
  const auto k = Category(c);
  return k >= UTF8PROC_CATEGORY_MN && k <= UTF8PROC_CATEGORY_ME;
}

bool IsIgnorable(char32_t c) {
  return c == 0xAD || c == 0x34F || c == 0x61C || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFE00 && c <= 0xFE0F);
}

bool IsQuoteMark(char32_t c) {
  const char32_t folded = FoldMark(c);
  return folded == '\'' || folded == '"' || c == 0x2039 || c == 0x203A;
}

std::string Fold(std::string_view text) {
  if (IsAscii(text)) {
    std::string out(text);
    for (char& c : out) c = c == '`' ? '\'' : AsciiLower(c);
    return out;
  }
  return Map(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_IGNORE |
                       UTF8PROC_CASEFOLD);
}

std::string FoldDiacritics(std::string_view text) {
  if (IsAscii(text)) return Fold(text);
  return Map(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_IGNORE |
                       UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
}

Span Trim(std::string_view text, Span span) {
  while (!span.empty()) {
    const Decoded d = DecodeUtf8(text, span.begin);
    if (!IsSpace(d.code_point)) break;
    span.begin += d.length;
  }
  while (!span.empty()) {
    const Decoded d = DecodeUtf8Before(text, span.end);
    if (!IsSpace(d.code_point)) break;
    span.end -= d.length;
  }
  return span;
}

}  // namespace crossread
