// The peer of `crossread sentences` in tools/dev bench: ICU's sentence boundaries (UAX #29), the
// same protocol. Text on standard input, {"start","end"} in UTF-8 bytes a line on standard output.
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <cstdio>
#include <memory>
#include <string>

namespace {

std::string ReadInput() {
  std::string text;
  char chunk[1 << 16];
  while (const size_t size = std::fread(chunk, 1, sizeof(chunk), stdin)) text.append(chunk, size);
  return text;
}

bool IsBlank(char c) { return static_cast<unsigned char>(c) <= ' '; }

}  // namespace

int main() {
  const std::string text = ReadInput();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale("en"), status));
  UText* const input =
      utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  if (U_FAILURE(status)) return 1;
  breaks->setText(input, status);
  std::string lines;
  size_t begin = static_cast<size_t>(breaks->first());
  for (int32_t at = breaks->next(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    size_t start = begin, end = static_cast<size_t>(at);
    begin = end;
    while (start < end && IsBlank(text[start])) ++start;
    while (end > start && IsBlank(text[end - 1])) --end;
    if (start == end) continue;
    lines += "{\"start\":" + std::to_string(start) + ",\"end\":" + std::to_string(end) + "}\n";
  }
  std::fwrite(lines.data(), 1, lines.size(), stdout);
  utext_close(input);
  return 0;
}
