#include "core/text/list_marker.h"

#include "core/text/characters.h"

namespace crossread {
namespace {

constexpr uint32_t kMostDigits = 3;  // "2024." opens a sentence, not a list item

}  // namespace

ListMarker ReadListMarker(std::string_view text, uint32_t byte, uint32_t end) {
  ListMarker marker;
  uint32_t i = byte;
  if (i >= end) return marker;
  const Decoded first = DecodeAt(text, i);
  if (IsBullet(first.code_point)) {
    marker.bullet = first.code_point;
    i = SkipSpace(text, i + first.length, end);
    marker.span = {byte, i};
  }
  const bool enclosed = i < end && text[i] == '(';  // "(3) tea"
  if (enclosed) ++i;
  const uint32_t begin = i;
  uint32_t value = 0;
  while (i < end && i - begin < kMostDigits && IsAsciiDigit(text[i])) {
    value = value * 10 + static_cast<uint32_t>(text[i++] - '0');
  }
  bool letter = false;
  if (i == begin && i < end && IsAsciiLower(text[i])) {
    letter = true;
    value = static_cast<uint32_t>(text[i++] - 'a') + 1;
  }
  const uint32_t tail = i;
  if (tail == begin) return marker;
  const bool stop = i < end && text[i] == '.';
  if (stop) ++i;
  const bool bracket = i < end && text[i] == ')';
  if (bracket) ++i;
  if (enclosed && !bracket) return marker;
  if (i == tail || i >= end || !IsAsciiSpace(text[i])) return marker;
  marker.span = {byte, i};
  marker.value = value;
  marker.letter = letter;
  marker.stop = stop;
  marker.bracket = bracket;
  return marker;
}

uint32_t FollowingMarker(std::string_view text, const ListMarker& last, uint32_t begin,
                         uint32_t byte, uint32_t end) {
  if ((text[byte] == '.') != last.stop) return 0;
  uint32_t i = byte;
  if (last.letter) {
    if (i > begin && IsAsciiLower(text[i - 1])) --i;
  } else {
    while (i > begin && byte - i < kMostDigits && IsAsciiDigit(text[i - 1])) --i;
  }
  if (i == byte || i == begin || !IsAsciiSpace(text[i - 1])) return 0;
  const ListMarker marker = ReadListMarker(text, i, end);
  if (marker.value != last.value + 1 || marker.letter != last.letter || marker.stop != last.stop ||
      marker.bracket != last.bracket) {
    return 0;
  }
  const uint32_t next = SkipSpace(text, marker.span.end, end);
  return next < end && IsUpper(DecodeAt(text, next).code_point) ? i : 0;
}

}  // namespace crossread
