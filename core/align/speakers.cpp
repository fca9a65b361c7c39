// Are the speakers of two quotations one person, or surely two? Between the two answers lies what
// the articles leave open.
#include <algorithm>
#include <string>
#include <string_view>

#include "core/align/comparison.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// A speaker's words without "the": "the fire chief" -> "fire chief". Empty where they could be
// anybody's in another article: "an official", "her barrister".
std::string DefiniteRole(const Comparison& comparison, QuotationRef ref) {
  const Speaker& speaker = comparison.At(ref).speaker;
  if (speaker.kind == SpeakerKind::kAnonymous || speaker.plural) return {};
  std::string words = Fold(comparison.DocumentOf(ref.article).Text(speaker.span));
  static const LexiconTable& stopwords = Lexicon::English().Table("stopwords.tsv");
  const std::string first = words.substr(0, words.find(' '));
  if (first == "the") return words.substr(4);
  const LexiconRow* row = stopwords.Find(first);
  const bool vague = row != nullptr && (row->column(0) == "det" || row->column(0) == "poss");
  return vague ? std::string() : words;
}

// "The fire chief" in one article, and a person whom some article calls fire chief.
bool HasRole(const Comparison& comparison, QuotationRef role, uint32_t linked) {
  const std::string words = DefiniteRole(comparison, role);
  if (words.empty()) return false;
  for (const EntityRef member : comparison.entities.entities[linked].members) {
    for (const RoleMention& mention : comparison.At(member.article).mentions.roles) {
      if (mention.entity != member.entity || mention.former) continue;
      // "The president" of a union is its "union president".
      if (mention.role == words || Fold(comparison.Text({member.article, mention.span})) == words)
        return true;
    }
  }
  return false;
}

std::string_view LastPart(const Speaker& speaker) {
  return std::string_view(speaker.name).substr(speaker.name.rfind(' ') + 1);
}

bool HasPart(const Comparison& comparison, QuotationRef ref, std::string_view part) {
  const Speaker& speaker = comparison.At(ref).speaker;
  return speaker.name.find(part) != std::string::npos ||
         comparison.DocumentOf(ref.article).Text(speaker.span).find(part) != std::string_view::npos;
}

// The speaker is named in the paragraph of the words: beside them, or, where "he" said them, as the
// only person who was named before them there. Who spoke in another paragraph is a guess.
bool IsNamedHere(const Comparison& comparison, QuotationRef ref) {
  const Analysis& analysis = comparison.At(ref.article);
  const Document& document = analysis.document;
  const Quotation& quotation = comparison.At(ref);
  const Span speaker = quotation.speaker.span;
  const auto block_of = [&](uint32_t byte) {
    return document.sentences[document.SentenceAt(byte)].block;
  };
  const uint32_t block = block_of(quotation.Extent().begin);
  if (block_of(speaker.begin) != block) return false;
  const std::string& name = quotation.speaker.name;
  const std::string_view last = std::string_view(name).substr(name.rfind(' ') + 1);
  if (document.Text(speaker).find(last) != std::string_view::npos) return true;
  const auto is_speaker = [&](const Mention& mention) {
    return mention.entity != kNoEntity && mention.entity == quotation.speaker.entity;
  };
  bool named = false, others = false;
  for (const Mention& mention : analysis.mentions.mentions) {
    if (speaker.Overlaps(mention.span) && is_speaker(mention)) return true;
    if (mention.span.begin >= quotation.Extent().begin || mention.entity == kNoEntity) continue;
    if (block_of(mention.span.begin) != block) continue;
    const bool person = analysis.mentions.entities[mention.entity].kind == EntityKind::kPerson;
    if (person && !is_speaker(mention)) others = true;
    named = named || is_speaker(mention);
  }
  return named && !others;  // of two people "he" may be either
}

// Of the last word that tells it: "union leaders", "the police chief". Empty if none does.
std::string_view PartyOf(const Comparison& comparison, QuotationRef ref) {
  static const LexiconTable& parties = Lexicon::English().Table("source_parties.tsv");
  const Document& document = comparison.DocumentOf(ref.article);
  const IndexRange tokens = document.TokensIn(comparison.At(ref).speaker.span);
  for (uint32_t t = tokens.end; t-- > tokens.begin;) {
    if (const LexiconRow* row = parties.Find(document.Lemma(document.tokens[t])))
      return row->column(0);
  }
  return {};
}

}  // namespace

bool AreTwoParties(const Comparison& comparison, QuotationRef a, QuotationRef b) {
  const std::string_view x = PartyOf(comparison, a), y = PartyOf(comparison, b);
  return !x.empty() && !y.empty() && x != y;
}

bool SameSpeaker(const Comparison& comparison, QuotationRef a, QuotationRef b) {
  const Speaker &x = comparison.At(a).speaker, &y = comparison.At(b).speaker;
  if (x.kind == SpeakerKind::kUnknown || y.kind == SpeakerKind::kUnknown) return false;
  const uint32_t ex = comparison.entities.Find(a.article, x.entity);
  const uint32_t ey = comparison.entities.Find(b.article, y.entity);
  if (ex != kNoEntity && ey != kNoEntity) return ex == ey;
  if (x.kind == SpeakerKind::kRole && ey != kNoEntity) return HasRole(comparison, a, ey);
  if (y.kind == SpeakerKind::kRole && ex != kNoEntity) return HasRole(comparison, b, ex);
  if (FoldDiacritics(x.name) != FoldDiacritics(y.name)) return false;
  return !DefiniteRole(comparison, a).empty() && !DefiniteRole(comparison, b).empty();
}

bool SurelyTwoSpeakers(const Comparison& comparison, QuotationRef a, QuotationRef b) {
  const Speaker &x = comparison.At(a).speaker, &y = comparison.At(b).speaker;
  if (x.kind != SpeakerKind::kNamed || y.kind != SpeakerKind::kNamed) return false;
  const uint32_t of_x = comparison.entities.Find(a.article, x.entity);
  const uint32_t of_y = comparison.entities.Find(b.article, y.entity);
  if (of_x == kNoEntity || of_y == kNoEntity || of_x == of_y) return false;
  if (HasPart(comparison, a, LastPart(y)) || HasPart(comparison, b, LastPart(x))) return false;
  if (!IsNamedHere(comparison, a) || !IsNamedHere(comparison, b)) return false;
  return RelateNames(FoldDiacritics(x.name), FoldDiacritics(y.name)) == NameRelation::kUnrelated;
}

}  // namespace crossread
