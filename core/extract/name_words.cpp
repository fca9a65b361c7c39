#include "core/extract/name_words.h"

#include <algorithm>

#include "core/base/utf8.h"

namespace crossread {
namespace {

// No key of a lexicon is longer; ends the search in a text without spaces.
constexpr size_t kLongestKey = 64;

const LexiconTable& Table(std::string_view name) { return Lexicon::English().Table(name); }

uint32_t CueClasses(std::string_view word) {
  static const LexiconTable& cues = Table("name_cues.tsv");
  const LexiconRow* row = cues.Find(word);
  if (row == nullptr) return 0;
  uint32_t classes = 0;
  std::string_view list = row->column(0);
  while (!list.empty()) {
    const size_t space = list.find(' ');
    const std::string_view name = list.substr(0, space);
    if (name == "place_before") classes |= kPlaceBefore;
    if (name == "person_before") classes |= kPersonBefore;
    if (name == "person_after") classes |= kPersonAfter;
    if (name == "speech_after") classes |= kSpeechAfter;
    if (name == "apposition_end") classes |= kApposition;
    list = space == std::string_view::npos ? std::string_view() : list.substr(space + 1);
  }
  return classes;
}

uint32_t CalendarClasses(std::string_view word) {
  static const LexiconTable& months = Table("months.tsv");
  static const LexiconTable& weekdays = Table("weekdays.tsv");
  for (const LexiconTable* table : {&months, &weekdays}) {
    if (const LexiconRow* row = table->Find(word); row != nullptr) {
      return row->column(1) == "short" ? kShortCalendar : kCalendar;
    }
  }
  return 0;
}

// `norm` as the token has it, `folded` without diacritics, `lemma` the dictionary form.
uint32_t ClassesOf(std::string_view norm, std::string_view folded, std::string_view lemma) {
  static const LexiconTable& stopwords = Table("stopwords.tsv");
  static const LexiconTable& given = Table("given_names.tsv");
  static const LexiconTable& family_first = Table("family_first.txt");
  static const LexiconTable& particles = Table("name_particles.tsv");
  static const LexiconTable& organisation_heads = Table("organisation_heads.txt");
  static const LexiconTable& place_heads = Table("place_heads.tsv");
  static const LexiconTable& verbs = Table("verbs.tsv");

  uint32_t classes = CueClasses(norm) | CalendarClasses(norm);
  if (const LexiconRow* row = stopwords.Find(norm); row != nullptr) {
    classes |= kStopword;
    if (row->column(0) == "modal") classes |= kModal;
  }
  if (given.Has(folded)) classes |= kGivenName;
  if (family_first.Has(folded)) classes |= kFamilyFirst;
  if (const LexiconRow* row = particles.Find(folded); row != nullptr) {
    classes |= row->column(0) == "suffix" ? kSuffix : kParticle;
    if (row->column(0) == "person") classes |= kPersonParticle;
  }
  if (organisation_heads.Has(norm)) classes |= kOrganisationHead;
  if (const LexiconRow* row = place_heads.Find(norm); row != nullptr) {
    classes |= kPlaceHead;
    if (row->column(0) == "surname") classes |= kPlaceHeadOrSurname;
  }
  if (verbs.Has(lemma)) classes |= kVerb;
  return classes;
}

bool HasLower(std::string_view text) {
  for (uint32_t i = 0; i < text.size();) {
    const Decoded d = DecodeUtf8(text, i);
    if (IsLower(d.code_point)) return true;
    i += d.length;
  }
  return false;
}

// In these, a name is the outlet's or the author's, not the story's.
bool IsStoryBlock(BlockKind kind) {
  return IsProse(kind) || kind == BlockKind::kSubhead || kind == BlockKind::kCaption;
}

}  // namespace

NameWords::NameWords(const Document& document) : document_(document) {
  ReadClasses();
  ReadSentences();
  ReadCapitals();
}

void NameWords::ReadClasses() {
  StringId last = 0;
  for (const Token& token : document_.tokens) last = std::max(last, token.norm);
  classes_.assign(last + 1, 0);
  folded_.resize(last + 1);
  std::vector<uint8_t> known(last + 1, 0);
  for (const Token& token : document_.tokens) {
    if (known[token.norm]) continue;
    known[token.norm] = 1;
    const std::string_view norm = document_.Norm(token);
    folded_[token.norm] = FoldDiacritics(norm);
    if (token.shape == TokenShape::kWord) {
      classes_[token.norm] = ClassesOf(norm, folded_[token.norm], document_.Lemma(token));
    }
  }
}

void NameWords::ReadSentences() {
  sentences_.reserve(document_.sentences.size());
  for (const Sentence& sentence : document_.sentences) sentences_.push_back(UseOf(sentence));
}

// Title case is looked for in headings, and in paragraphs that do not end like a sentence.
NameWords::Use NameWords::UseOf(const Sentence& sentence) const {
  const BlockKind kind = document_.blocks[sentence.block].kind;
  if (!IsStoryBlock(kind)) return Use::kNone;
  uint32_t words = 0, content = 0, capital = 0, small = 0;
  for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    if (!IsWord(t)) continue;
    ++words;
    const bool has_lower = HasLower(document_.Text(document_.tokens[t]));
    if (has_lower) ++small;
    if (Is(t, kStopword) && has_lower) continue;
    ++content;
    if (document_.tokens[t].capital) ++capital;
  }
  if (words >= 3 && small == 0) return Use::kWeak;
  const bool heading = kind == BlockKind::kHeadline || kind == BlockKind::kSubhead;
  if (!heading) {
    const uint32_t last = sentence.tokens.end - 1;
    if (sentence.tokens.empty() || IsMark(last, '.') || IsMark(last, '?') || IsMark(last, '!') ||
        document_.tokens[last].shape == TokenShape::kQuoteMark) {
      return Use::kFull;
    }
  }
  const uint32_t least = heading ? 2 : 3;
  return content >= least && capital * 10 >= content * 7 ? Use::kWeak : Use::kFull;
}

void NameWords::ReadCapitals() {
  for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
    const Token& token = document_.tokens[t];
    if (token.shape != TokenShape::kWord) continue;
    if (!token.capital) {
      classes_[token.norm] |= kSeenLower;
    } else if (sentences_[token.sentence] == Use::kFull && !IsOpening(t)) {
      classes_[token.norm] |= kSeenCapital;
    }
  }
}

bool NameWords::IsMark(uint32_t token, char mark) const {
  const std::string_view text = document_.Text(document_.tokens[token]);
  return text.size() == 1 && text[0] == mark;
}

bool NameWords::IsHyphen(uint32_t token) const {
  const Token& t = document_.tokens[token];
  return t.shape == TokenShape::kPunctuation && document_.Norm(t) == "-";
}

bool NameWords::IsOpening(uint32_t token) const {
  const Sentence& sentence = document_.sentences[document_.tokens[token].sentence];
  if (token == sentence.tokens.begin) return true;
  const Token& before = document_.tokens[token - 1];
  if (before.shape == TokenShape::kWord) return false;
  if (IsMark(token - 1, ':')) return true;
  // An opening quotation mark, and bullets or brackets at the sentence's begin.
  if (before.shape == TokenShape::kQuoteMark) return IsGlued(token);
  for (uint32_t t = sentence.tokens.begin; t < token; ++t) {
    if (document_.tokens[t].shape == TokenShape::kWord) return false;
    if (token - t > 4) return false;  // marks in a row: not looked through, so that this stays O(1)
  }
  return true;
}

bool NameWords::IsAcronym(uint32_t token) const {
  const Token& t = document_.tokens[token];
  const std::string_view text = document_.Text(t);
  const bool letters = document_.Norm(t).size() >= 2;
  return t.shape == TokenShape::kWord && t.capital && letters && text.size() <= 12 &&
         !HasLower(text);
}

bool NameWords::IsInitial(uint32_t token) const {
  const Token& t = document_.tokens[token];
  return t.shape == TokenShape::kWord && t.capital && document_.Norm(t).size() == 1;
}

bool NameWords::IsCalendar(uint32_t token) const {
  if (Is(token, kCalendar)) return true;
  if (!Is(token, kShortCalendar)) return false;
  if (document_.Text(document_.tokens[token]).back() == '.') return true;
  const uint32_t next = token + 1;
  return next < document_.tokens.size() && document_.tokens[next].shape == TokenShape::kNumber;
}

std::string NameWords::Key(IndexRange range) const {
  std::string key;
  for (uint32_t t = range.begin; t < range.end; ++t) {
    if (t > range.begin && !IsGlued(t)) key += ' ';
    key += Folded(t);
  }
  return key;
}

uint32_t NameWords::Match(const LexiconTable& table, uint32_t token, uint32_t end) const {
  std::string key;
  uint32_t found = token;
  uint32_t words = 1;
  for (uint32_t t = token; t < end; ++t) {
    if (t > token && !IsGlued(t)) {
      if (++words > table.longest_key()) break;
      key += ' ';
    }
    key += Folded(t);
    if (key.size() > kLongestKey) break;
    if (table.Has(key)) found = t + 1;
  }
  return found;
}

uint32_t NameWords::MatchPlace(uint32_t token, uint32_t end) const {
  static const LexiconTable& gazetteer = Table("gazetteer.tsv");
  const uint32_t found = Match(gazetteer, token, end);
  if (found != token + 1 || Folded(token).size() > 3) return found;
  const LexiconRow* row = gazetteer.Find(Folded(token));
  const bool alias = row != nullptr && !row->column(2).empty();
  const std::string_view text = document_.Text(document_.tokens[token]);
  return alias && !IsAcronym(token) && text.back() != '.' ? token : found;
}

}  // namespace crossread
