#include "core/base/utf8.h"

#include <utf8proc.h>

#include <cstdlib>

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

}  // namespace

Decoded DecodeUtf8(std::string_view text, uint32_t byte) {
  const auto at = [&](uint32_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = at(byte);
  if (lead < 0x80) return {lead, 1, true};
  uint32_t length = 0;
  char32_t c = 0;
  char32_t least = 0;
  if (lead >= 0xC2 && lead <= 0xDF) {
    length = 2, c = lead & 0x1F, least = 0x80;
  } else if (lead >= 0xE0 && lead <= 0xEF) {
    length = 3, c = lead & 0x0F, least = 0x800;
  } else if (lead >= 0xF0 && lead <= 0xF4) {
    length = 4, c = lead & 0x07, least = 0x10000;
  } else {
    return {};
  }
  if (byte + length > text.size()) return {};
  for (uint32_t i = 1; i < length; ++i) {
    const unsigned char next = at(byte + i);
    if ((next & 0xC0) != 0x80) return {};
    c = (c << 6) | (next & 0x3F);
  }
  if (c < least || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) return {};
  return {c, length, true};
}

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

std::string RepairUtf8(std::string_view bytes, uint32_t* replaced) {
  std::string out;
  out.reserve(bytes.size());
  uint32_t count = 0;
  for (uint32_t i = 0; i < bytes.size();) {
    const Decoded d = DecodeUtf8(bytes, i);
    if (d.valid) {
      out.append(bytes.substr(i, d.length));
    } else {
      AppendUtf8(kReplacement, &out);
      ++count;
    }
    i += d.length;
  }
  if (replaced != nullptr) *replaced = count;
  return out;
}

bool IsLetter(char32_t c) {
  if (c < 0x80) return IsAsciiAlpha(static_cast<char>(c));
  const auto k = Category(c);
  return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool IsUpper(char32_t c) {
  if (c < 0x80) return IsAsciiUpper(static_cast<char>(c));
  const auto k = Category(c);
  return k == UTF8PROC_CATEGORY_LU || k == UTF8PROC_CATEGORY_LT;
}

bool IsLower(char32_t c) {
  if (c < 0x80) return IsAsciiLower(static_cast<char>(c));
  return Category(c) == UTF8PROC_CATEGORY_LL;
}

bool IsDigit(char32_t c) {
  if (c < 0x80) return IsAsciiDigit(static_cast<char>(c));
  return Category(c) == UTF8PROC_CATEGORY_ND;
}

bool IsCombiningMark(char32_t c) {
  if (c < 0x300) return false;
  const auto k = Category(c);
  return k >= UTF8PROC_CATEGORY_MN && k <= UTF8PROC_CATEGORY_ME;
}

bool IsSpace(char32_t c) {
  if (c < 0x80) return IsAsciiSpace(static_cast<char>(c));
  if (c == 0x85 || c == 0x200B || c == 0x2060 || c == 0xFEFF) return true;
  const auto k = Category(c);
  return k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP;
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

bool IsDash(char32_t c) {
  return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFF0D;
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
