#include "core/values/numerals.h"

#include <algorithm>
#include <string_view>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/values/digits.h"

namespace crossread {
namespace {

constexpr char32_t kEmDash = 0x2014;
constexpr char32_t kHorizontalBar = 0x2015;
constexpr size_t kMaxWordsOfNumeral = 24;  // "nine hundred and ninety-nine million …" has fewer

bool IsWordCharacter(char32_t c) { return IsLetter(c); }

// The end of the word that begins at `byte`. A dotted abbreviation is one word with its dots
// ("p.m.", "U.S."); "Dec." is not, since its dot may end the sentence.
uint32_t WordEnd(std::string_view text, uint32_t byte, uint32_t end) {
  uint32_t letters = 0;
  bool dotted = false;
  while (byte < end) {
    const Decoded d = DecodeUtf8(text, byte);
    if (IsWordCharacter(d.code_point) || IsIgnorable(d.code_point)) {
      byte += d.length;
      ++letters;
    } else if (d.code_point == '.' && letters == 1 && byte + 1 < end &&
               (dotted || IsLetter(DecodeUtf8(text, byte + 1).code_point))) {
      ++byte;
      letters = 0;
      dotted = true;
    } else {
      break;
    }
  }
  if (dotted && letters == 1 && byte < end && text[byte] == '.') ++byte;
  return byte;
}

std::string NormOf(std::string_view text, PieceKind kind) {
  std::string norm = Fold(text);
  const char drop = kind == PieceKind::kWord ? '.' : kind == PieceKind::kDigits ? ',' : '\0';
  if (drop != '\0') norm.erase(std::remove(norm.begin(), norm.end(), drop), norm.end());
  if (kind == PieceKind::kDigits)
    norm.erase(std::remove(norm.begin(), norm.end(), ' '), norm.end());
  return norm;
}

const LexiconTable& NumberWords() {
  static const LexiconTable& table = Lexicon::English().Table("number_words.tsv");
  return table;
}

int64_t ParseInteger(std::string_view digits) {
  int64_t value = 0;
  for (char c : digits) {
    if (value >= kMaxNumeral / 10) return kMaxNumeral;
    value = value * 10 + (c - '0');
  }
  return value;
}

// The row of pieces[i] with this class, or nullptr. A word may have two ("third").
const LexiconRow* WordOfClass(const std::vector<Piece>& pieces, size_t i, std::string_view name) {
  if (i >= pieces.size() || pieces[i].kind == PieceKind::kDigits) return nullptr;
  const LexiconTable& table = NumberWords();
  const LexiconRow* row = table.Find(pieces[i].norm);
  const LexiconRow* end = table.rows().data() + table.rows().size();
  for (; row != nullptr && row != end && row->key == pieces[i].norm; ++row) {
    if (row->column(1) == name) return row;
  }
  return nullptr;
}

// Its value, or -1.
int64_t ValueOfClass(const std::vector<Piece>& pieces, size_t i, std::string_view name) {
  const LexiconRow* row = WordOfClass(pieces, i, name);
  return row == nullptr ? -1 : ParseInteger(row->column(0));
}

bool IsWord(const std::vector<Piece>& pieces, size_t i, std::string_view norm) {
  return i < pieces.size() && pieces[i].norm == norm;
}

// The piece after a joining hyphen at i, or i.
size_t SkipHyphen(const std::vector<Piece>& pieces, size_t i) {
  return IsHyphen(pieces, i) ? i + 1 : i;
}

// value * factor, or kMaxNumeral + 1 where that is too much.
int64_t Times(int64_t value, int64_t factor) {
  return factor != 0 && value > kMaxNumeral / factor ? kMaxNumeral + 1 : value * factor;
}

// The last place of a whole number that its writer vouches for. Below 100 that is one. Above,
// trailing zeros may come from rounding, but not by more than a tenth: 300 is good to 30, 312 to 1,
// 1500 to 100.
int64_t StepOfInteger(int64_t number) {
  if (number < 100) return 1;
  int64_t step = 1;
  while (step <= number / 10 && number % (step * 10) == 0) step *= 10;
  return std::min(step, number / 10);
}

// Multiplies by "thousand", "million", "bn", … at numeral->end, where one stands there.
void ReadMagnitude(const std::vector<Piece>& pieces, bool after_currency, Numeral* numeral) {
  const size_t next = SkipHyphen(pieces, numeral->end);
  if (next >= pieces.size()) return;
  int64_t factor = ValueOfClass(pieces, next, "magnitude");
  const bool joined = next == numeral->end && !pieces[next].space_before;
  if (factor < 0 && (joined || pieces[next].norm.size() > 1)) {
    factor = ValueOfClass(pieces, next, "suffix");
  }
  if (factor < 0 && after_currency) factor = ValueOfClass(pieces, next, "money_suffix");
  if (factor < 0) return;
  numeral->value = Times(numeral->value, factor);
  numeral->step = Times(numeral->step, factor);
  numeral->magnitude = true;
  numeral->end = next + 1;
}

// "and a half", "-and-a-half" at numeral->end.
void ReadAndAHalf(const std::vector<Piece>& pieces, Numeral* numeral) {
  size_t i = SkipHyphen(pieces, numeral->end);
  if (!IsWord(pieces, i, "and")) return;
  i = SkipHyphen(pieces, i + 1);
  if (!IsWord(pieces, i, "a")) return;
  i = SkipHyphen(pieces, i + 1);
  if (!IsWord(pieces, i, "half")) return;
  numeral->value += 500;
  numeral->step = 500;
  numeral->end = i + 1;
}

std::optional<Numeral> ReadDigits(const std::vector<Piece>& pieces, size_t begin,
                                  bool after_currency) {
  const std::string_view digits = pieces[begin].norm;
  const size_t dot = digits.find('.');
  const std::string_view whole = digits.substr(0, dot);
  const std::string_view decimals =
      dot == std::string_view::npos ? std::string_view() : digits.substr(dot + 1);
  if (decimals.find('.') != std::string_view::npos) return std::nullopt;
  if (whole.size() > 1 && whole.front() == '0') return std::nullopt;

  Numeral numeral;
  numeral.in_digits = true;
  numeral.end = begin + 1;
  numeral.value = Times(ParseInteger(whole), 1000);
  numeral.step = Times(StepOfInteger(ParseInteger(whole)), 1000);
  if (!decimals.empty()) {
    int64_t place = 1000;
    for (char c : decimals.substr(0, 3)) {
      place /= 10;
      numeral.value += (c - '0') * place;
    }
    numeral.step = place;
  }
  const size_t next = begin + 1;
  if (next < pieces.size() && !pieces[next].space_before) {
    if (WordOfClass(pieces, next, "ordinal_suffix") != nullptr) {
      numeral.ordinal = true;
      numeral.end = next + 1;
      return numeral;
    }
  }
  const size_t half = SkipHyphen(pieces, next);
  if (half + 2 < pieces.size() && pieces[half].norm == "1" && pieces[half + 1].norm == "/" &&
      pieces[half + 2].norm == "2" && !pieces[half + 1].space_before) {
    numeral.value += 500;  // "2 1/2 years", "2-1/2"
    numeral.step = 500;
    numeral.end = half + 3;
  } else if (const int64_t part = ValueOfClass(pieces, next, "part"); part > 0) {
    numeral.value += 1000 / part;
    numeral.step = 1000 / part;
    numeral.end = next + 1;
  } else {
    ReadAndAHalf(pieces, &numeral);
  }
  ReadMagnitude(pieces, after_currency, &numeral);
  if (numeral.value > kMaxNumeral) return std::nullopt;
  return numeral;
}

// A fraction of which `count` parts are taken: the denominator stands at i. "a third" and "half"
// need "of" (or "the", "its" for half) behind them, else they are ordinals and games' halves.
std::optional<Numeral> ReadFraction(const std::vector<Piece>& pieces, size_t i, int64_t count,
                                    bool hyphen) {
  int64_t denominator = ValueOfClass(pieces, i, count == 1 ? "fraction" : "fractions");
  if (denominator < 2 || count >= denominator) return std::nullopt;
  if (!IsWord(pieces, i + 1, "of") && !(hyphen && count > 1)) return std::nullopt;
  Numeral numeral;
  numeral.end = i + 1;
  numeral.value = count * 100'000 / denominator;
  numeral.step = 5'000;  // "a third" is said of anything from 31 to 36 percent
  numeral.fraction = true;
  // "three-quarters of a million": a number.
  const int64_t magnitude =
      IsWord(pieces, i + 2, "a") ? ValueOfClass(pieces, i + 3, "magnitude") : -1;
  if (magnitude > 0) {
    numeral.end = i + 4;
    numeral.value = Times(magnitude * 1000 / denominator, count);
    numeral.step = magnitude * 100;
    numeral.fraction = false;
    numeral.magnitude = true;
  }
  return numeral;
}

// "half of", "half the", "half its" (a share); "half a million", "half an hour" (a number).
std::optional<Numeral> ReadHalf(const std::vector<Piece>& pieces, size_t begin) {
  const size_t next = SkipHyphen(pieces, begin + 1);
  if (next >= pieces.size()) return std::nullopt;
  Numeral numeral;
  numeral.end = begin + 1;
  const std::string& word = pieces[next].norm;
  if (word == "a" || word == "an") {
    numeral.value = 500;
    numeral.step = 100;
    numeral.end = next + 1;
    const size_t end = numeral.end;
    ReadMagnitude(pieces, false, &numeral);
    if (numeral.end == end && IsWord(pieces, end, "dozen")) {
      numeral.value = 6000;
      numeral.step = 2000;
      numeral.end = end + 1;
    }
    return numeral;
  }
  if (next > begin + 1) {  // "a half-hour": the caller asks for a unit
    numeral.value = 500;
    numeral.step = 100;
    numeral.end = next;
    return numeral;
  }
  if (word != "of" && word != "the" && word != "its" && word != "their" && word != "his" &&
      word != "her" && word != "all" && word != "our") {
    return std::nullopt;
  }
  numeral.value = 50'000;
  numeral.step = 5'000;
  numeral.fraction = true;
  return numeral;
}

// What has been read of a number in words.
struct Words {
  int64_t total = 0;    // the magnitudes that are done: 4,000,000 of "four million two hundred"
  int64_t current = 0;  // the group being read: 2, then 200
  int64_t last_magnitude = INT64_MAX;
  bool any = false;
  bool tens = false;     // a ten stands last: a unit may follow
  bool hundred = false;  // a hundred or thousand stands last: "and" may follow
  bool magnitude = false;
};

// Adds the word at i to the number, or returns false.
bool AddWord(const std::vector<Piece>& pieces, size_t i, Words* words) {
  int64_t value = ValueOfClass(pieces, i, "cardinal");
  if (value >= 0) {
    if (words->any && !(words->tens && value >= 1 && value <= 9) && !words->hundred) return false;
    words->current += value;
    words->tens = words->hundred = false;
  } else if (value = ValueOfClass(pieces, i, "tens"); value > 0) {
    if (words->any && !words->hundred) return false;
    words->current += value;
    words->tens = true;
    words->hundred = false;
  } else if (ValueOfClass(pieces, i, "hundred") > 0) {
    if (!words->any || words->current == 0 || words->current > 99) return false;
    words->current *= 100;
    words->tens = false;
    words->hundred = true;
  } else if (value = ValueOfClass(pieces, i, "magnitude"); value > 0) {
    if (!words->any || words->current == 0 || value >= words->last_magnitude) return false;
    words->total += Times(words->current, value);
    words->current = 0;
    words->last_magnitude = value;
    words->magnitude = words->hundred = true;
    words->tens = false;
  } else {
    return false;
  }
  words->any = true;
  return true;
}

// The ordinal word that may close the number at i: "twenty-|first", "fourth".
bool AddOrdinal(const std::vector<Piece>& pieces, size_t i, Words* words) {
  const int64_t value = ValueOfClass(pieces, i, "ordinal");
  if (value < 0) return false;
  if (words->any && !(words->tens && value <= 9) && !words->hundred) return false;
  words->current += value;
  words->any = true;
  return true;
}

// The step of a number in words: its last word's place.
int64_t StepOfWords(const Words& words) {
  const int64_t value = words.total + words.current;
  if (words.current != 0 || !words.magnitude) return StepOfInteger(value);
  const int64_t mantissa = value / words.last_magnitude;
  return StepOfInteger(mantissa) * words.last_magnitude;
}

std::optional<Numeral> ReadWords(const std::vector<Piece>& pieces, size_t begin) {
  size_t i = begin;
  Words words;
  const bool article = IsWord(pieces, i, "a") || IsWord(pieces, i, "an");
  if (article) {  // "a hundred", "a million", "a dozen", "a third of"
    if (auto fraction = ReadFraction(pieces, i + 1, 1, false)) return fraction;
    words.current = 1;
    words.any = true;
    ++i;
  }
  size_t end = begin;  // after the last word that belongs to the number
  Numeral numeral;
  for (size_t n = 0; n < kMaxWordsOfNumeral && i < pieces.size(); ++n) {
    if (IsWord(pieces, i, "and")) {  // "four hundred and twelve", not "twelve and four"
      if (!words.hundred || (ValueOfClass(pieces, i + 1, "cardinal") < 0 &&
                             ValueOfClass(pieces, i + 1, "tens") < 0)) {
        break;
      }
      ++i;
      continue;
    }
    if (article && n == 0 && ValueOfClass(pieces, i, "hundred") < 0 &&
        ValueOfClass(pieces, i, "magnitude") < 0) {
      break;
    }
    if (AddOrdinal(pieces, i, &words)) {
      numeral.ordinal = true;
      end = i + 1;
      break;
    }
    if (!AddWord(pieces, i, &words)) break;
    end = i + 1;
    i = SkipHyphen(pieces, end);
    if (i != end && !words.tens && !words.hundred && ValueOfClass(pieces, i, "magnitude") < 0 &&
        ValueOfClass(pieces, i, "hundred") < 0) {
      i = end;  // "two-day": the hyphen is not the number's
      break;
    }
  }
  numeral.end = end;
  const size_t dozen =
      SkipHyphen(pieces, words.any && end > begin ? end : begin + (article ? 1 : 0));
  if (words.any && !numeral.ordinal && words.total == 0 && words.current <= 99 &&
      ValueOfClass(pieces, dozen, "dozen") > 0) {
    const int64_t size = ValueOfClass(pieces, dozen, "dozen");
    numeral.value = words.current * size * 1000;
    numeral.step = 2000;
    numeral.end = dozen + 1;
    return numeral;
  }
  if (end == begin) return std::nullopt;
  numeral.value = Times(words.total + words.current, 1000);
  numeral.step = Times(StepOfWords(words), 1000);
  numeral.magnitude = words.magnitude;
  if (numeral.value > kMaxNumeral) return std::nullopt;
  if (numeral.ordinal) return numeral;
  if (words.total == 0) {
    const size_t next = SkipHyphen(pieces, end);
    if (auto fraction = ReadFraction(pieces, next, words.current, next != end)) return fraction;
    ReadAndAHalf(pieces, &numeral);
    if (numeral.end != end) ReadMagnitude(pieces, false, &numeral);
  }
  return numeral;
}

// The first words of all that is read from pieces: a sorted list, so that one search a word is
// enough to pass over running text.
std::vector<std::string_view> OpeningWords() {
  std::vector<std::string_view> words = {"a",    "an",   "between", "coming",
                                         "last", "next", "past",    "this"};
  for (const char* name :
       {"calendar_words.tsv", "currencies.tsv", "holidays.tsv", "months.tsv", "number_words.tsv",
        "relative_times.tsv", "vague_numbers.tsv", "weekdays.tsv"}) {
    for (const LexiconRow& row : Lexicon::English().Table(name).rows()) {
      words.push_back(row.key.substr(0, row.key.find(' ')));
    }
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

bool Opens(const Piece& piece) {
  static const std::vector<std::string_view> words = OpeningWords();
  return piece.kind == PieceKind::kDigits ||
         std::binary_search(words.begin(), words.end(), std::string_view(piece.norm));
}

}  // namespace

std::vector<Piece> SplitPieces(const Document& document, const Sentence& sentence) {
  const std::string_view text = document.text;
  std::vector<Piece> pieces;
  bool space = true;
  for (uint32_t i = sentence.span.begin; i < sentence.span.end;) {
    const Decoded d = DecodeUtf8(text, i);
    if (IsSpace(d.code_point)) {
      space = true;
      i += d.length;
      continue;
    }
    Piece piece;
    uint32_t end = i + d.length;
    if (IsAsciiDigit(text[i])) {
      piece.kind = PieceKind::kDigits;
      end = DigitsEnd(std::string_view(text).substr(0, sentence.span.end), i);
    } else if (IsLetter(d.code_point)) {
      piece.kind = PieceKind::kWord;
      end = WordEnd(text, i, sentence.span.end);
    } else if ((d.code_point == '\'' || d.code_point == 0x2019) && !space &&
               end < sentence.span.end && IsLetter(DecodeUtf8(text, end).code_point)) {
      piece.kind = PieceKind::kWord;  // "'s", "'ll"
      end = WordEnd(text, end, sentence.span.end);
    }
    piece.span = {i, end};
    piece.capital = IsUpper(d.code_point);
    piece.space_before = space;
    piece.norm = d.code_point == kEmDash || d.code_point == kHorizontalBar
                     ? std::string("--")
                     : NormOf(Slice(text, piece.span), piece.kind);
    piece.opens = Opens(piece);
    pieces.push_back(std::move(piece));
    space = false;
    i = end;
  }
  return pieces;
}

bool IsHyphen(const std::vector<Piece>& pieces, size_t i) {
  return i + 1 < pieces.size() && pieces[i].norm == "-" && !pieces[i].space_before &&
         !pieces[i + 1].space_before;
}

PhraseMatch MatchPhrase(const LexiconTable& table, const std::vector<Piece>& pieces, size_t begin) {
  PhraseMatch best;
  if (begin >= pieces.size()) return best;
  const std::vector<LexiconRow>& rows = table.rows();
  const std::string_view word = pieces[begin].norm;
  const auto first =
      std::lower_bound(rows.begin(), rows.end(), word,
                       [](const LexiconRow& row, std::string_view key) { return row.key < key; });
  // Most words begin no phrase: they are done here, without a copy.
  if (first == rows.end() || first->key.substr(0, word.size()) != word) return best;
  if (first->key.size() > word.size() && first->key[word.size()] != ' ') return best;
  std::string phrase(word);
  size_t i = begin;
  for (uint32_t words = 1; words <= table.longest_key(); ++words) {
    if (const LexiconRow* row = table.Find(phrase)) best = {row, i + 1};
    i = SkipHyphen(pieces, i + 1);
    if (i >= pieces.size()) break;
    phrase += ' ';
    phrase += pieces[i].norm;
  }
  return best;
}

std::optional<Numeral> ReadNumeral(const std::vector<Piece>& pieces, size_t begin,
                                   bool after_currency) {
  if (begin >= pieces.size()) return std::nullopt;
  const Piece& piece = pieces[begin];
  if (piece.kind == PieceKind::kDigits) return ReadDigits(pieces, begin, after_currency);
  if (piece.kind == PieceKind::kMark && piece.norm.size() < 2) return std::nullopt;
  if (const int64_t part = ValueOfClass(pieces, begin, "part"); part > 0) {
    Numeral numeral;
    numeral.end = begin + 1;
    numeral.value = numeral.step = 1000 / part;
    ReadMagnitude(pieces, after_currency, &numeral);
    return numeral;
  }
  if (piece.kind != PieceKind::kWord) return std::nullopt;
  if (piece.norm != "a" && piece.norm != "an" && !NumberWords().Has(piece.norm))
    return std::nullopt;
  if (piece.norm == "half") return ReadHalf(pieces, begin);
  return ReadWords(pieces, begin);
}

int32_t ReadYearsOfAge(const std::vector<Piece>& pieces, size_t i, size_t* end) {
  *end = i + 1;
  if (const int64_t first = ValueOfClass(pieces, i, "years_of_age"); first > 0) {
    return static_cast<int32_t>(first);
  }
  if (i + 1 >= pieces.size() || pieces[i].kind != PieceKind::kDigits) return -1;
  const std::string& digits = pieces[i].norm;
  if (digits.size() != 2 || digits[0] < '2' || digits[1] != '0') return -1;
  if (pieces[i + 1].norm != "s" || pieces[i + 1].space_before) return -1;
  *end = i + 2;
  return (digits[0] - '0') * 10;
}

}  // namespace crossread
