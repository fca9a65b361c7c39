// What a tag says of a word's form: tense, number, finite or not; and the lemma that goes with it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace crossread {

enum class VerbForm : uint8_t { kNone, kFinite, kInfinitive, kParticiple, kGerund };
enum class Tense : uint8_t { kNone, kPast, kPresent };
enum class Number : uint8_t { kNone, kSingular, kPlural };

struct Morphology {
  VerbForm form = VerbForm::kNone;
  Tense tense = Tense::kNone;
  Number number = Number::kNone;

  bool operator==(const Morphology&) const = default;
};

// Of a Penn Treebank tag: "VBD" -> finite, past; "NNS" -> plural. A base form ("VB") is an
// infinitive and a modal finite; "VBN" is a participle, and only its auxiliaries tell the voice.
Morphology ReadMorphology(std::string_view xpos);

// "Number=Plur", "Tense=Past|VerbForm=Fin": the features as CoNLL-U has them, "_" for none.
std::string ToFeats(const Morphology& morphology);

// The dictionary form of a token with this tag. `norm` is its Document::Norm, `lemma` the guess
// without a tag (Document::Lemma): "meetings" and "meeting" as nouns -> "meeting", as verb ->
// "meet"; names stay as they are; "'s" as a verb -> "be".
std::string_view LemmaOf(std::string_view norm, std::string_view lemma, std::string_view xpos);

}  // namespace crossread
