// Says who speaks: the words that FindQuotations left in Speaker::span become a person, an
// organisation, a role or an anonymous source, a pronoun becomes the person it means, and the
// channel is told apart from the source ("a source told Reuters"). Where it can't tell, the speaker
// stays unknown.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/extract/mentions.h"
#include "core/extract/pronouns.h"
#include "core/extract/quotations.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// How far back a pronoun looks for its person, in sentences: further off, the writer repeats the
// name.
constexpr uint32_t kPronounReach = 6;
// How many words around a cue are searched for the channel. By hand.
constexpr uint32_t kChannelReach = 16;

const LexiconTable& Table(const char* name) { return Lexicon::English().Table(name); }

enum class PronounWord : uint8_t { kNone, kHe, kShe, kIt, kThey, kOther };

PronounWord PronounOf(std::string_view norm) {
  if (norm == "he" || norm == "him" || norm == "his") return PronounWord::kHe;
  if (norm == "she" || norm == "her") return PronounWord::kShe;
  if (norm == "it") return PronounWord::kIt;
  if (norm == "they") return PronounWord::kThey;
  if (norm == "i" || norm == "we" || norm == "you" || norm == "who" || norm == "which" ||
      norm == "that" || norm == "this") {
    return PronounWord::kOther;
  }
  return PronounWord::kNone;
}

class Attribution {
 public:
  Attribution(const Document& document, const Syntax& syntax, const Mentions& mentions,
              const std::vector<Pronoun>& pronouns, std::vector<Quotation>* quotations)
      : document_(document),
        syntax_(syntax),
        mentions_(mentions),
        pronouns_(pronouns),
        quotations_(*quotations) {}

  void Run() {
    for (size_t q = 0; q < quotations_.size(); ++q) {
      Quotation& quotation = quotations_[q];
      if (!quotation.speaker.span.empty()) ResolveSpeaker(q);
      if (!quotation.cue.empty()) FindChannel(&quotation);
    }
  }

 private:
  // ---- Speakers.

  void ResolveSpeaker(size_t q) {
    Speaker* speaker = &quotations_[q].speaker;
    IndexRange tokens = document_.TokensIn(speaker->span);
    if (tokens.empty()) return;
    tokens = WithNameBehind(WithName(tokens));
    speaker->span = document_.SpanOf(tokens);
    tokens = WithoutVerb(tokens);
    speaker->name = std::string(document_.Text(document_.SpanOf(tokens)));
    const PronounWord pronoun =
        tokens.size() == 1 ? PronounOf(Norm(tokens.begin)) : PronounWord::kNone;
    if (pronoun != PronounWord::kNone) {
      ResolvePronoun(pronoun, q);
      return;
    }
    const IndexRange head = HeadPart(tokens);
    speaker->plural = IsPlural(head);
    const Mention* mention = HeadMention(head);
    // "the chief negotiator, Ann Lee,"
    if (mention == nullptr && head.end < tokens.end && Norm(head.end) == ",") {
      mention = HeadMention({head.end + 1, tokens.end});
    }
    if (const Mention* shouted = ShoutedName(head)) mention = shouted;
    if (mention != nullptr) {
      NameSpeaker(*mention, speaker);
    } else if (CanSpeak(head)) {
      ClassifyHead(head, speaker);
    } else {
      *speaker = Speaker{};
    }
  }

  // Not "to 11 % of claims", "2010", "there": what stands where a speaker does is
  // no noun group.
  bool CanSpeak(IndexRange head) const {
    const Upos first = syntax_.tokens[head.begin].upos, last = syntax_.tokens[head.end - 1].upos;
    if (document_.tokens[head.end - 1].shape == TokenShape::kNumber) return false;
    if (first == Upos::kAdp || first == Upos::kPart || first == Upos::kSconj) return false;
    return last != Upos::kAdv && last != Upos::kDet && last != Upos::kAux && last != Upos::kAdp;
  }

  std::string_view Norm(uint32_t token) const { return document_.Norm(document_.tokens[token]); }

  // "Her barrister, Ann Lee." and "the mayor, Ann Lee, on Monday": the name behind a role.
  IndexRange WithNameBehind(IndexRange tokens) const {
    if (tokens.end + 1 >= document_.tokens.size() || Norm(tokens.end) != ",") return tokens;
    if (HeadMention(tokens) != nullptr || syntax_.tokens[tokens.end - 1].upos != Upos::kNoun)
      return tokens;
    const Mention* mention = MentionAt(tokens.end + 1);
    if (mention == nullptr || mention->entity == kNoEntity) return tokens;
    const EntityKind kind = mentions_.entities[mention->entity].kind;
    const IndexRange name = document_.TokensIn(mention->span);
    if (kind != EntityKind::kPerson && (kind != EntityKind::kOther || name.size() < 2))
      return tokens;
    const uint32_t end = name.end;
    const bool closed = end == document_.tokens.size() || Norm(end) == "," || Norm(end) == "." ||
                        Norm(end) == ";" ||
                        document_.tokens[end].sentence != document_.tokens[tokens.begin].sentence;
    return closed ? IndexRange{tokens.begin, end} : tokens;
  }

  // "Holt released a statement", "a court paper filed by Lee": what stands before the first verb
  // that is no part of a name or of a noun group.
  IndexRange WithoutVerb(IndexRange tokens) const {
    for (uint32_t t = tokens.begin + 1; t < tokens.end; ++t) {
      const Chunk* chunk = syntax_.ChunkAt(t);
      if (chunk == nullptr || chunk->kind != ChunkKind::kVerb || document_.tokens[t].capital)
        continue;
      const Chunk* before = syntax_.ChunkAt(t - 1);
      const bool subject = before != nullptr && before->kind == ChunkKind::kNoun &&
                           before->tokens.end == t && MentionAt(t) == nullptr &&
                           syntax_.tokens[before->head].upos != Upos::kPron;
      if (subject) return {tokens.begin, t};
      break;
    }
    return tokens;
  }

  // A span that is only what stands behind a name in apposition, with the name before it: "Ann Lee,
  // 44, | a lawyer", "Tom Holt of Ellet, | Norway".
  IndexRange WithName(IndexRange tokens) const {
    constexpr uint32_t kReach = 12;
    const uint32_t begin =
        document_.sentences[document_.tokens[tokens.begin].sentence].tokens.begin;
    if (tokens.begin == begin || Norm(tokens.begin - 1) != "," ||
        document_.tokens.size() <= tokens.end || Norm(tokens.end) != ",")
      return tokens;
    const Mention* inside = MentionAt(tokens.begin);
    if (inside != nullptr && inside->entity != kNoEntity &&
        mentions_.entities[inside->entity].kind == EntityKind::kPerson)
      return tokens;
    for (uint32_t t = tokens.begin - 1; t-- > begin && tokens.begin - t < kReach;) {
      if (document_.tokens[t].shape == TokenShape::kQuoteMark ||
          syntax_.tokens[t].upos == Upos::kVerb || syntax_.tokens[t].upos == Upos::kAux)
        break;
      const Mention* mention = MentionAt(t);
      if (mention == nullptr || mention->entity == kNoEntity) continue;
      if (mentions_.entities[mention->entity].kind != EntityKind::kPerson) continue;
      const std::string_view next = Norm(t + 1);
      if (next != "," && next != "of" && next != "from" && next != "(") break;
      return {document_.TokenAt(mention->span.begin), tokens.end};
    }
    return tokens;
  }

  // The noun phrase's own words, without what hangs on them: "a spokesman" of "a spokesman for
  // Lee".
  IndexRange HeadPart(IndexRange tokens) const {
    static const LexiconTable& stopwords = Table("stopwords.tsv");
    for (uint32_t t = tokens.begin + 1; t < tokens.end; ++t) {
      const std::string_view norm = Norm(t);
      const LexiconRow* row = stopwords.Find(norm);
      const bool preposition = row != nullptr && row->column(0) == "prep";
      const bool inside_name = MentionAt(t) != nullptr || InRole(document_.tokens[t].span);
      const bool mark = document_.tokens[t].shape == TokenShape::kPunctuation && norm != "-" &&
                        norm != "." && norm != "/";
      if (norm == "," && ListsModifiers({t + 1, tokens.end})) continue;
      if ((preposition || mark || norm == "who" || norm == "which") && !inside_name) {
        return {tokens.begin, t};
      }
    }
    return tokens;
  }

  // What follows the first comma of "US, Danish and other officials": names before a common noun.
  bool ListsModifiers(IndexRange tokens) const {
    if (tokens.empty() || document_.tokens[tokens.end - 1].capital) return false;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (Norm(t) == "and" || Norm(t) == "or") return true;
      if (!document_.tokens[t].capital && Norm(t) != ",") return false;
    }
    return false;
  }

  // Whether `span` is part of a role: the "of" of "Secretary of State Ann Lee".
  bool InRole(Span span) const {
    const auto after =
        std::upper_bound(mentions_.roles.begin(), mentions_.roles.end(), span.begin,
                         [](uint32_t b, const RoleMention& r) { return b < r.span.begin; });
    return after != mentions_.roles.begin() && (after - 1)->span.Contains(span);
  }

  // The mention that covers token t, or nullptr. Cost: O(log mentions).
  const Mention* MentionAt(uint32_t t) const {
    const uint32_t byte = document_.tokens[t].span.begin;
    const auto after =
        std::upper_bound(mentions_.mentions.begin(), mentions_.mentions.end(), byte,
                         [](uint32_t b, const Mention& m) { return b < m.span.end; });
    return after != mentions_.mentions.end() && after->span.Contains(byte) ? &*after : nullptr;
  }

  // The name that the phrase ends in: "Lee" of "coach Ann Lee", none of "Lee's lawyer", "the Lee
  // campaign".
  const Mention* HeadMention(IndexRange head) const {
    const Mention* mention = MentionAt(head.end - 1);
    if (mention == nullptr || mention->entity == kNoEntity) return nullptr;
    // "the Russian", "the Danes": peoples are no one's name.
    if (mentions_.entities[mention->entity].kind == EntityKind::kPeople) return nullptr;
    return mention;
  }

  // "VENN:" of a transcript: the one person whose surname it is, or nullptr.
  const Mention* ShoutedName(IndexRange head) {
    const std::string_view label = document_.Text(document_.tokens[head.end - 1]);
    if (label.size() < 2 || std::any_of(label.begin(), label.end(), IsAsciiLower)) return nullptr;
    if (surnames_.empty()) ReadSurnames();
    const auto found = surnames_.find(FoldDiacritics(label));
    if (found == surnames_.end() || found->second == kNoEntity) return nullptr;
    return &mentions_.mentions[mentions_.entities[found->second].mentions.front()];
  }

  void ReadSurnames() {
    for (uint32_t e = 0; e < mentions_.entities.size(); ++e) {
      const Entity& entity = mentions_.entities[e];
      const bool person = entity.kind == EntityKind::kPerson || entity.kind == EntityKind::kOther;
      const size_t space = entity.key.rfind(' ');
      if (!person || entity.mentions.empty() || space == std::string::npos) continue;
      const auto [at, added] = surnames_.try_emplace(entity.key.substr(space + 1), e);
      if (!added) at->second = kNoEntity;
    }
  }

  void NameSpeaker(const Mention& mention, Speaker* speaker) const {
    const Entity& entity = mentions_.entities[mention.entity];
    speaker->entity = mention.entity;
    speaker->name = entity.name;
    speaker->kind = entity.kind == EntityKind::kPerson || entity.kind == EntityKind::kOther
                        ? SpeakerKind::kNamed
                        : SpeakerKind::kOrganisation;
  }

  void ClassifyHead(IndexRange head, Speaker* speaker) const {
    static const LexiconTable& anonymous = Table("anonymous_sources.tsv");
    static const LexiconTable& heads = Table("speaker_heads.tsv");
    static const LexiconTable& roles = Table("roles.tsv");
    // From the end, as an adjective may follow the noun: "sources familiar with …".
    for (uint32_t t = head.end; t-- > head.begin;) {
      const std::string_view norm = Norm(t);
      const std::string_view lemma = document_.Lemma(document_.tokens[t]);
      if (const LexiconRow* row = anonymous.Find(norm)) {
        speaker->kind = SpeakerKind::kAnonymous;
        speaker->plural = row->column(1) == "plural";
        return;
      }
      const LexiconRow* row = heads.Find(norm);
      if (row == nullptr) row = heads.Find(lemma);
      if (row != nullptr || roles.Has(lemma)) {
        const bool body = row != nullptr && row->column(0) == "body";
        speaker->kind = body ? SpeakerKind::kOrganisation : SpeakerKind::kRole;
        return;
      }
    }
    const bool name = document_.tokens[head.end - 1].capital;
    speaker->kind = name ? SpeakerKind::kNamed : SpeakerKind::kRole;
  }

  // "officials", "two aides", "Lee and Park"; not "the secretary and adviser Ann Lee".
  bool IsPlural(IndexRange head) const {
    const Token& last = document_.tokens[head.end - 1];
    for (uint32_t t = head.begin + 1; t < head.end; ++t) {
      if (Norm(t) != "and" || MentionAt(t) != nullptr) continue;
      const Mention* before = MentionAt(t - 1);
      if (before != nullptr && before->entity != kNoEntity) return true;
    }
    const std::string_view norm = document_.Norm(last);
    return !last.capital && norm.size() > 3 && norm.back() == 's' && norm != document_.Lemma(last);
  }

  // ---- Pronouns.

  void ResolvePronoun(PronounWord pronoun, size_t q) {
    Speaker* speaker = &quotations_[q].speaker;
    // Unresolved, "he" is nobody: two articles' "he" must not become one speaker.
    speaker->kind = SpeakerKind::kUnknown;
    speaker->name.clear();
    if (pronoun == PronounWord::kThey) speaker->plural = true;
    if (pronoun == PronounWord::kThey || pronoun == PronounWord::kOther) return;
    uint32_t entity = Resolved(document_.TokenAt(speaker->span.begin));
    if (entity == kNoEntity) entity = Referent(pronoun, q);
    if (entity == kNoEntity) return;
    speaker->entity = entity;
    speaker->name = mentions_.entities[entity].name;
    speaker->kind = pronoun == PronounWord::kIt ? SpeakerKind::kOrganisation : SpeakerKind::kNamed;
  }

  bool Fits(PronounWord pronoun, const Entity& entity) const {
    switch (pronoun) {
      case PronounWord::kHe:
        return entity.kind == EntityKind::kPerson && entity.gender != Gender::kFemale;
      case PronounWord::kShe:
        return entity.kind == EntityKind::kPerson && entity.gender != Gender::kMale;
      case PronounWord::kIt:
        return entity.kind == EntityKind::kOrganisation || entity.kind == EntityKind::kPlace;
      default:
        return false;
    }
  }

  bool IsSure(PronounWord pronoun, uint32_t entity) const {
    const Gender gender = mentions_.entities[entity].gender;
    return pronoun == PronounWord::kIt ||
           gender == (pronoun == PronounWord::kShe ? Gender::kFemale : Gender::kMale);
  }

  // What ResolvePronouns made of the pronoun at token t. Cost: O(log pronouns).
  uint32_t Resolved(uint32_t t) const {
    const auto at =
        std::lower_bound(pronouns_.begin(), pronouns_.end(), t,
                         [](const Pronoun& p, uint32_t token) { return p.token < token; });
    return at != pronouns_.end() && at->token == t ? at->entity : kNoEntity;
  }

  // Where that is open, the frame of a quotation tells more than any pronoun does: the speaker of
  // the quotation before, where he or she fits and no other name stands nearer; else
  // the first fitting name of the nearest sentence that has one (its subject, as a rule), one whose
  // gender is known before one whose isn't. Names in what is reported are passed over: who is
  // talked about is not who talks.
  uint32_t Referent(PronounWord pronoun, size_t q) const {
    const uint32_t byte = quotations_[q].speaker.span.begin;
    const uint32_t sentence = document_.SentenceAt(byte);
    uint32_t previous_end = 0;
    const uint32_t previous = PreviousSpeaker(pronoun, q, &previous_end);
    uint32_t found = kNoEntity;
    uint32_t found_sentence = UINT32_MAX;
    for (size_t m = FirstMentionFrom(byte); m-- > 0;) {
      const Mention& mention = mentions_.mentions[m];
      if (previous != kNoEntity && mention.span.begin < previous_end) break;
      const uint32_t where = document_.SentenceAt(mention.span.begin);
      if (where + kPronounReach < sentence) break;
      if (found != kNoEntity && where != found_sentence) break;
      if (mention.entity == kNoEntity || !Fits(pronoun, mentions_.entities[mention.entity]))
        continue;
      if (InQuotation(mention.span.begin, q)) continue;
      if (found != kNoEntity && IsSure(pronoun, found) && !IsSure(pronoun, mention.entity))
        continue;
      found = mention.entity;
      found_sentence = where;
    }
    return found != kNoEntity ? found : previous;
  }

  size_t FirstMentionFrom(uint32_t byte) const {
    const auto at = std::lower_bound(mentions_.mentions.begin(), mentions_.mentions.end(), byte,
                                     [](const Mention& m, uint32_t b) { return m.span.begin < b; });
    return static_cast<size_t>(at - mentions_.mentions.begin());
  }

  uint32_t PreviousSpeaker(PronounWord pronoun, size_t q, uint32_t* end) const {
    if (q == 0) return kNoEntity;
    const Quotation& before = quotations_[q - 1];
    const uint32_t entity = before.speaker.entity;
    if (entity == kNoEntity || !Fits(pronoun, mentions_.entities[entity])) return kNoEntity;
    *end = std::max(before.Extent().end, before.speaker.span.end);
    return entity;
  }

  // Whether `byte` is inside what one of the two quotations before `q`, or `q` itself, reports.
  bool InQuotation(uint32_t byte, size_t q) const {
    for (size_t k = q + 1; k-- > 0 && k + 3 > q;) {
      for (const Span content : quotations_[k].content) {
        if (content.Contains(byte)) return true;
      }
    }
    return false;
  }

  // ---- Channels.

  // "told Reuters", "wrote on Telegram", "speaking to the BBC, said", "in an interview with CNN".
  void FindChannel(Quotation* quotation) const {
    const uint32_t cue = document_.TokenAt(quotation->cue.begin);
    if (cue >= document_.tokens.size()) return;
    const uint32_t sentence = document_.tokens[cue].sentence;
    for (uint32_t t = cue + 1; t < document_.tokens.size() && t < cue + kChannelReach; ++t) {
      const Token& token = document_.tokens[t];
      if (token.sentence != sentence || InContent(*quotation, token.span.begin)) break;
      if (TryChannel(t, quotation)) return;
    }
    const uint32_t first = document_.TokenAt(quotation->speaker.span.end);
    for (uint32_t t = first; t < cue && t < first + kChannelReach; ++t) {
      if (document_.tokens[t].sentence == sentence && TryChannel(t, quotation)) return;
    }
  }

  bool InContent(const Quotation& quotation, uint32_t byte) const {
    for (const Span content : quotation.content) {
      if (content.Contains(byte)) return true;
    }
    return false;
  }

  // A name of channels.tsv from token t on, behind "told", "to", "on", "with" or "by way of".
  bool TryChannel(uint32_t t, Quotation* quotation) const {
    static const LexiconTable& channels = Table("channels.tsv");
    const Token& token = document_.tokens[t];
    if (!token.capital || t == 0 || quotation->speaker.span.Contains(token.span.begin))
      return false;
    const LexiconRow* found = nullptr;
    uint32_t end = t;
    std::string key;
    for (uint32_t k = t; k < document_.tokens.size() && k < t + channels.longest_key(); ++k) {
      if (document_.tokens[k].sentence != token.sentence) break;
      if (k > t) key += ' ';
      key += Norm(k);
      if (const LexiconRow* row = channels.Find(key)) {
        found = row;
        end = k + 1;
      }
    }
    if (found == nullptr) return false;
    uint32_t before = t - 1;
    if (Norm(before) == "the" && before > 0) --before;
    const std::string_view link = Norm(before);
    const bool told = document_.Lemma(document_.tokens[before]) == "tell";
    const bool platform = found->column(0) == "platform";
    if (platform ? link != "on" && link != "via" : !told && link != "to" && link != "with")
      return false;
    quotation->channel = document_.SpanOf({t, end});
    return true;
  }

  const Document& document_;
  const Syntax& syntax_;
  const Mentions& mentions_;
  const std::vector<Pronoun>& pronouns_;
  std::vector<Quotation>& quotations_;
  // Folded surname -> the one entity that has it, or kNoEntity; filled when first asked.
  std::unordered_map<std::string, uint32_t> surnames_;
};

}  // namespace

void AttributeQuotations(const Document& document, const Syntax& syntax, const Mentions& mentions,
                         const std::vector<Pronoun>& pronouns, std::vector<Quotation>* quotations) {
  Attribution(document, syntax, mentions, pronouns, quotations).Run();
}

}  // namespace crossread
