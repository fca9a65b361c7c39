#include "core/syntax/word_lists.h"

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// "Nv" as bits: 16 noun, 32 verb, 64 adjective, 128 adverb; below them, 1 to 8 for the first
// letter.
uint8_t ClassBits(std::string_view letters) {
  constexpr std::string_view kLetters = "nvarNVAR";
  uint8_t bits = 0;
  for (const char letter : letters) {
    const size_t place = kLetters.find(letter);
    if (place == std::string_view::npos) continue;
    if (bits == 0) bits = static_cast<uint8_t>(1 + place);
    bits |= static_cast<uint8_t>(16 << place % 4);
  }
  return bits;
}

}  // namespace

ListedWord WordListsOf(std::string_view norm, std::string_view lemma) {
  struct List {
    const LexiconTable& table;
    uint8_t bit;
  };
  static const Lexicon& lexicon = Lexicon::English();
  static const List lists[] = {
      {lexicon.Table("given_names.tsv"), kGivenName}, {lexicon.Table("gazetteer.tsv"), kPlaceName},
      {lexicon.Table("roles.tsv"), kRoleNoun},        {lexicon.Table("demonyms.tsv"), kDemonym},
      {lexicon.Table("event_nouns.tsv"), kEventNoun}, {lexicon.Table("antonyms.tsv"), kOpposite},
  };
  static const LexiconTable& verbs = lexicon.Table("verbs.tsv");
  static const LexiconTable& forms = lexicon.Table("verb_forms.tsv");
  static const LexiconTable& classes = lexicon.Table("word_classes.tsv");
  ListedWord word;
  for (const List& list : lists) {
    if (list.table.Has(norm)) word.lists |= list.bit;
  }
  if (verbs.Has(lemma)) word.lists |= lemma == norm ? kVerbBase : kVerbForm;
  const LexiconRow* row = classes.Find(norm);
  if (row == nullptr) row = classes.Find(lemma);
  if (row != nullptr) word.classes = ClassBits(row->column(0));
  const LexiconRow* form = forms.Find(norm);
  if (form != nullptr) word.forms = form->column(0) == "past" ? 1 : 2;
  return word;
}

}  // namespace crossread
