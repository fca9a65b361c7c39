#include "core/syntax/morphology.h"

namespace crossread {
namespace {

struct TagMorphology {
  std::string_view xpos;
  Morphology morphology;
};

constexpr TagMorphology kTags[] = {
    {"MD", {VerbForm::kFinite, Tense::kNone, Number::kNone}},
    {"NN", {VerbForm::kNone, Tense::kNone, Number::kSingular}},
    {"NNP", {VerbForm::kNone, Tense::kNone, Number::kSingular}},
    {"NNPS", {VerbForm::kNone, Tense::kNone, Number::kPlural}},
    {"NNS", {VerbForm::kNone, Tense::kNone, Number::kPlural}},
    {"VB", {VerbForm::kInfinitive, Tense::kNone, Number::kNone}},
    {"VBD", {VerbForm::kFinite, Tense::kPast, Number::kNone}},
    {"VBG", {VerbForm::kGerund, Tense::kNone, Number::kNone}},
    {"VBN", {VerbForm::kParticiple, Tense::kPast, Number::kNone}},
    {"VBP", {VerbForm::kFinite, Tense::kPresent, Number::kNone}},
    {"VBZ", {VerbForm::kFinite, Tense::kPresent, Number::kSingular}},
};

bool IsVerb(std::string_view xpos) { return xpos.starts_with("VB") || xpos == "MD"; }

}  // namespace

Morphology ReadMorphology(std::string_view xpos) {
  for (const TagMorphology& tag : kTags) {
    if (tag.xpos == xpos) return tag.morphology;
  }
  return {};
}

std::string ToFeats(const Morphology& morphology) {
  static constexpr std::string_view kForms[] = {"", "Fin", "Inf", "Part", "Ger"};
  static constexpr std::string_view kTenses[] = {"", "Past", "Pres"};
  static constexpr std::string_view kNumbers[] = {"", "Sing", "Plur"};
  std::string feats;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.empty()) return;
    if (!feats.empty()) feats += '|';
    feats += name;
    feats += '=';
    feats += value;
  };
  add("Number", kNumbers[static_cast<size_t>(morphology.number)]);
  add("Tense", kTenses[static_cast<size_t>(morphology.tense)]);
  add("VerbForm", kForms[static_cast<size_t>(morphology.form)]);
  return feats.empty() ? "_" : feats;
}

std::string_view LemmaOf(std::string_view norm, std::string_view lemma, std::string_view xpos) {
  if (IsVerb(xpos)) return norm == "'s" ? std::string_view("be") : lemma;
  if (xpos.starts_with("NNP")) return norm;
  // The guess undoes endings of verbs; a noun or an adjective keeps them ("the meeting",
  // "related"). Of plurals it undoes the s alone, but for "meetings", which it takes on to the
  // verb.
  if (norm.ends_with("ing") || norm.ends_with("ed")) return norm;
  if (norm.ends_with("ings")) return norm.substr(0, norm.size() - 1);
  return lemma;
}

}  // namespace crossread
