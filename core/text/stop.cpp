#include "core/text/stop.h"

#include "core/text/characters.h"

namespace crossread {
namespace {

bool IsSuperscriptDigit(char32_t c) {
  return c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079);
}

// True where nothing but white space, the end or more punctuation stands at `byte`: a straight mark
// before it closes ('done." She'); before a letter or digit it opens ('done. "She').
bool IsLoose(std::string_view text, uint32_t byte, uint32_t end) {
  if (byte >= end) return true;
  const Decoded d = DecodeAt(text, byte);
  return !IsLetter(d.code_point) && !IsDigit(d.code_point) && d.code_point != '$';
}

// The end of "[12]" at `byte`, or `byte`. At most three digits, or a comma or dash list of such.
uint32_t SkipFootnote(std::string_view text, uint32_t byte, uint32_t end) {
  if (byte >= end || text[byte] != '[') return byte;
  uint32_t i = byte + 1;
  const uint32_t limit = end - byte > 12 ? byte + 12 : end;
  while (i < limit && (IsAsciiDigit(text[i]) || text[i] == ',' || text[i] == '-')) ++i;
  return i > byte + 1 && i < end && text[i] == ']' ? i + 1 : byte;
}

void ReadMarks(std::string_view text, uint32_t end, Stop* stop) {
  uint32_t i = stop->marks.begin;
  uint32_t dots = 0;
  while (i < end) {
    const Decoded d = DecodeAt(text, i);
    if (IsTerminator(d.code_point)) {
      if (d.code_point == '.')
        ++dots;
      else if (d.code_point == 0x2026)
        stop->ellipsis = true;
      else
        stop->question = true;
      if (IsOtherScriptTerminator(d.code_point)) stop->other_script = true;
      i += d.length;
      continue;
    }
    // ". . .": a full stop between spaces goes on with the run; in "end. .5" a number begins.
    const uint32_t dot = i + 1;
    if (d.code_point != ' ' || dots == 0 || dot >= end || text[dot] != '.' ||
        (dot + 1 < end && (IsAsciiDigit(text[dot + 1]) || IsAsciiAlpha(text[dot + 1])))) {
      break;
    }
    stop->spaced = true;
    i = dot;
  }
  if (dots > 1) stop->ellipsis = true;
  stop->marks.end = i;
}

void ReadClosers(std::string_view text, uint32_t end, Stop* stop) {
  uint32_t i = stop->marks.end;
  while (i < end) {
    const Decoded d = DecodeAt(text, i);
    const char32_t c = d.code_point;
    const uint32_t after = i + d.length;
    if (IsClosingQuote(c) ||
        ((IsStraightQuote(c) || IsOpeningQuote(c)) && IsLoose(text, after, end))) {
      stop->closes_quote = true;
    } else if (IsClosingBracket(c)) {
      stop->closes_bracket = true;
    } else if (c == '[' && SkipFootnote(text, i, end) != i) {
      i = SkipFootnote(text, i, end);
      continue;
    } else if (!IsSuperscriptDigit(c) && !IsTerminator(c) &&
               !(c == '*' && IsLoose(text, after, end))) {
      // A curly mark behind a space still closes: "done. ” She"; so does a straight one at the end.
      const uint32_t mark = SkipSpace(text, i, end);
      if (mark == i || mark >= end) break;
      const Decoded m = DecodeAt(text, mark);
      const uint32_t note = SkipFootnote(text, mark, end);
      if (note != mark) {
        i = note;
      } else if (m.code_point == 0x201D ? IsLoose(text, mark + m.length, end)
                                        : m.code_point == '"' && mark + 1 == end) {
        stop->closes_quote = true;
        i = mark + m.length;
      } else {
        break;
      }
      continue;
    }
    i = after;
  }
  stop->end = i;
}

NextKind KindOf(char32_t c) {
  if (IsUpper(c)) return NextKind::kUpper;
  if (IsLower(c)) return NextKind::kLower;
  if (IsLetter(c)) return NextKind::kUpper;
  if (IsDigit(c)) return NextKind::kDigit;
  if (IsDash(c)) return NextKind::kDash;
  if (c == ',' || c == ';' || c == ':' || c == '%' || IsTerminator(c) || IsClosingBracket(c) ||
      IsClosingQuote(c)) {
    return NextKind::kContinuing;
  }
  return NextKind::kSymbol;
}

void ReadNext(std::string_view text, uint32_t end, Stop* stop) {
  uint32_t i = SkipSpace(text, stop->end, end);
  stop->gap = i > stop->end;
  stop->next_word = i;
  while (i < end) {
    const Decoded d = DecodeAt(text, i);
    if (IsOpeningQuote(d.code_point) || IsStraightQuote(d.code_point)) {
      stop->opens_quote = true;
    } else if (IsOpeningBracket(d.code_point)) {
      stop->opens_bracket = true;
    } else {
      stop->next_word = i;
      stop->next_kind = KindOf(d.code_point);
      return;
    }
    i += d.length;
  }
}

}  // namespace

Stop ReadStop(std::string_view text, uint32_t byte, uint32_t end) {
  Stop stop;
  stop.marks = {byte, byte};
  // Nearly all: a full stop, a space, a letter.
  if (text[byte] == '.' && byte + 2 < end && text[byte + 1] == ' ' &&
      IsAsciiAlpha(text[byte + 2])) {
    stop.marks.end = stop.end = byte + 1;
    stop.gap = true;
    stop.next_word = byte + 2;
    stop.next_kind = IsAsciiUpper(text[byte + 2]) ? NextKind::kUpper : NextKind::kLower;
    return stop;
  }
  ReadMarks(text, end, &stop);
  ReadClosers(text, end, &stop);
  ReadNext(text, end, &stop);
  return stop;
}

std::string_view WordBefore(std::string_view text, uint32_t byte, uint32_t begin) {
  uint32_t i = byte;
  const uint32_t limit = byte - begin > kLongestStopWord ? byte - kLongestStopWord : begin;
  while (i > limit) {
    const char c = text[i - 1];
    if (IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '.' || c == '&' || c == '\'') {
      --i;
      continue;
    }
    if (static_cast<unsigned char>(c) < 0x80) break;
    const Decoded d = DecodeBefore(text, i);
    if (!IsLetter(d.code_point) && d.code_point != 0xB0 && d.code_point != 0x2019) break;
    if (i - limit < d.length) break;
    i -= d.length;
  }
  // Quotation marks and full stops that open the word are not part of it: "'St" -> "St".
  while (i < byte && (text[i] == '\'' || text[i] == '.' || text[i] == '&')) ++i;
  return text.substr(i, byte - i);
}

std::string_view WordAt(std::string_view text, uint32_t byte, uint32_t end) {
  uint32_t i = byte;
  const uint32_t limit = end - byte > kLongestStopWord ? byte + kLongestStopWord : end;
  while (i < limit) {
    const Decoded d = DecodeAt(text, i);
    if (!IsLetter(d.code_point) && !((d.code_point == '\'' || d.code_point == 0x2019) && i > byte))
      break;
    i += d.length;
  }
  return text.substr(byte, (i < end ? i : end) - byte);
}

}  // namespace crossread
