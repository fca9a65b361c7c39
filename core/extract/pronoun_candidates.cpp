#include "core/extract/pronoun_candidates.h"

#include <algorithm>
#include <array>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// How far back names and pronouns are looked for, and noun groups without a name, in sentences:
// further off, the writer repeats them.
constexpr uint32_t kNameReach = 6;
constexpr uint32_t kNounReach = 2;
// No pronoun weighs more candidates or looks at more groups; bounds the cost where a "sentence" is
// a page.
constexpr size_t kMostCandidates = 48;
constexpr uint32_t kMostLooked = 400;

const LexiconTable& Table(const char* name) { return Lexicon::English().Table(name); }

// ---- features: each a template and a value, apart for he and she, it, they.

enum Template : uint16_t {
  kDistance,     // sentences × kind of antecedent
  kRole,         // grammatical relation of the antecedent × is it in the same sentence
  kRoles,        // relation of the pronoun × of the antecedent
  kWhat,         // person, organisation, …; a noun for a person, for a body, for a thing
  kAgreement,    // is the gender known
  kRank,         // how many others stand nearer
  kFrequency,    // how often the article names it
  kMarks,        // inside which quotation marks the two stand
  kSpeech,       // who of the two speaks
  kParagraphs,   // paragraphs between
  kClause,       // subject or not of the pronoun's own clause or of the one above it
  kDeterminer,   // of a noun group: the, a, a possessor, none
  kNear,         // tokens between, in one sentence
  kFirst,        // the first group of its sentence
  kProtagonist,  // the person most named
  kLabel,        // furniture: headings
  kNoneRole,     // of "means nothing here": relation of the pronoun
  kNoneNext,     // … what follows it: a form of "be", another verb
  kNoneCount,    // … how many candidates there are
  kNonePlace,    // … is it in a quotation
  kTemplates
};
constexpr uint16_t kValues = 28;
static_assert(3 * kTemplates * kValues <= kPronounFeatures);

uint16_t GroupOf(PronounKind kind) {
  return kind == PronounKind::kIt ? 1 : kind == PronounKind::kThey ? 2 : 0;
}

class Features {
 public:
  explicit Features(PronounKind kind) : group_(GroupOf(kind)) {}
  void Add(Template name, uint32_t value) {
    const uint16_t at = static_cast<uint16_t>(std::min<uint32_t>(value, kValues - 1));
    list_.push_back(static_cast<uint16_t>((group_ * kTemplates + name) * kValues + at));
  }
  std::vector<uint16_t> Take() { return std::move(list_); }

 private:
  uint16_t group_;
  std::vector<uint16_t> list_;
};

enum Relation : uint8_t {
  kSubject,
  kObject,
  kOblique,
  kPossessor,
  kOfNoun,
  kApposition,
  kMember,
  kTop,
  kElse,
  kRelations
};

// Relations as the features tell them apart. `possessor`: 's or a possessive pronoun.
Relation RelationOf(const SyntaxToken& token, bool possessor) {
  if (possessor) return kPossessor;
  switch (token.dependency) {
    case Dependency::kNsubj:
    case Dependency::kCsubj:
      return kSubject;
    case Dependency::kObj:
    case Dependency::kIobj:
      return kObject;
    case Dependency::kObl:
      return kOblique;
    case Dependency::kNmod:
      return kOfNoun;
    case Dependency::kAppos:
      return kApposition;
    case Dependency::kConj:
      return kMember;
    case Dependency::kRoot:
      return kTop;
    default:
      return kElse;
  }
}

// What a token is part of: nothing yet, something, the name of a person.
enum : char { kFree, kTaken, kPersonName };

bool IsPossessive(std::string_view norm) {
  return norm == "his" || norm == "her" || norm == "its" || norm == "their";
}

uint32_t Bucket(uint32_t n, std::initializer_list<uint32_t> limits) {
  uint32_t bucket = 0;
  for (const uint32_t limit : limits) bucket += n >= limit;
  return bucket;
}

}  // namespace

std::optional<PronounKind> PronounKindOf(std::string_view norm) {
  if (norm == "he" || norm == "him" || norm == "his" || norm == "himself") return PronounKind::kHe;
  if (norm == "she" || norm == "her" || norm == "herself") return PronounKind::kShe;
  if (norm == "it" || norm == "its" || norm == "itself") return PronounKind::kIt;
  if (norm == "they" || norm == "them" || norm == "their" || norm == "themselves") {
    return PronounKind::kThey;
  }
  return std::nullopt;
}

PronounReader::PronounReader(const Document& document, const Syntax& syntax,
                             const Mentions& mentions, const std::vector<Quotation>& quotations)
    : document_(document), syntax_(syntax), mentions_(mentions), quotations_(quotations) {
  for (const Entity& entity : mentions_.entities) {
    genders_.push_back(entity.gender);
    counts_.push_back(static_cast<uint32_t>(entity.mentions.size()));
    if (entity.kind == EntityKind::kPerson) most_ = std::max(most_, counts_.back());
  }
  ReadQuotations();
  ReadAntecedents();
}

void PronounReader::ReadQuotations() {
  marked_in_.assign(document_.tokens.size(), -1);
  reported_in_ = speaks_ = marked_in_;
  const auto fill = [&](Span span, int32_t q, std::vector<int32_t>* by_token) {
    const IndexRange tokens = document_.TokensIn(span);
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) (*by_token)[t] = q;
  };
  for (size_t q = 0; q < quotations_.size(); ++q) {
    const int32_t index = static_cast<int32_t>(q);
    for (const Span content : quotations_[q].content) {
      fill(content, index, &reported_in_);
      if (quotations_[q].kind == QuotationKind::kDirect) fill(content, index, &marked_in_);
    }
    // "President Holt's envoy, Ann Lee": Holt does not speak.
    Span speaker = quotations_[q].speaker.span;
    const IndexRange words = document_.TokensIn(speaker);
    for (uint32_t t = words.begin; t < words.end; ++t) {
      if (IsMarkOfPossession(t)) speaker.begin = document_.tokens[t].span.end;
    }
    if (!speaker.empty()) fill(speaker, index, &speaks_);
  }
}

bool PronounReader::IsMarkOfPossession(uint32_t token) const {
  const std::string_view norm = document_.Norm(document_.tokens[token]);
  return norm == "'s" || norm == "'";
}

uint32_t PronounReader::Top(IndexRange tokens) const {
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const uint32_t head = syntax_.tokens[t].head;
    if (head == SyntaxToken::kRoot || !tokens.Contains(head)) return t;
  }
  return tokens.end - 1;
}

void PronounReader::ReadAntecedents() {
  std::vector<char> named(document_.tokens.size(), kFree);
  for (const Mention& mention : mentions_.mentions) {
    Antecedent antecedent;
    antecedent.tokens = document_.TokensIn(mention.span);
    if (antecedent.tokens.empty()) continue;
    const bool person = mention.entity == kNoEntity ||
                        mentions_.entities[mention.entity].kind == EntityKind::kPerson;
    for (uint32_t t = antecedent.tokens.begin; t < antecedent.tokens.end; ++t) {
      named[t] = person ? kPersonName : kTaken;
    }
    antecedent.head = antecedent.group = Top(antecedent.tokens);
    antecedent.entity = mention.entity;
    antecedents_.push_back(antecedent);
  }
  names_ = static_cast<uint32_t>(antecedents_.size());
  for (uint32_t t = 0; t < document_.tokens.size(); ++t) {
    if (named[t]) continue;
    const std::string_view norm = document_.Norm(document_.tokens[t]);
    const std::optional<PronounKind> kind = PronounKindOf(norm);
    if (!kind) continue;
    Antecedent antecedent;
    antecedent.kind = Antecedent::Kind::kPronoun;
    antecedent.tokens = {t, t + 1};
    antecedent.head = antecedent.group = t;
    antecedent.pronoun = *kind;
    antecedents_.push_back(antecedent);
    Pronoun pronoun;
    pronoun.token = t;
    pronoun.kind = *kind;
    pronoun.reflexive = norm.size() > 4 && (norm.substr(norm.size() - 4) == "self" ||
                                            norm.substr(norm.size() - 3) == "ves");
    pronouns_.push_back(pronoun);
    named[t] = kTaken;
  }
  for (const Chunk& chunk : syntax_.chunks) {
    const bool noun = chunk.kind == ChunkKind::kNoun && !named[chunk.head] &&
                      syntax_.tokens[chunk.head].upos != Upos::kPron &&
                      syntax_.tokens[chunk.head].upos != Upos::kDet;
    if (!noun) continue;
    if (IsNamedBeside(chunk.tokens, named)) {
      Stand(chunk);
      continue;
    }
    Antecedent antecedent;
    antecedent.kind = Antecedent::Kind::kNoun;
    antecedent.tokens = chunk.tokens;
    antecedent.head = antecedent.group = chunk.head;
    antecedents_.push_back(antecedent);
  }
  std::stable_sort(
      antecedents_.begin(), antecedents_.end(),
      [](const Antecedent& a, const Antecedent& b) { return a.tokens.end < b.tokens.end; });
  for (uint32_t a = 0; a < antecedents_.size(); ++a) {
    if (antecedents_[a].kind == Antecedent::Kind::kPronoun) antecedent_of_.push_back(a);
  }
}

// The name behind a group that it stands for has that group's relation: "the envoy, Tom Holt,
// left".
void PronounReader::Stand(const Chunk& chunk) {
  const auto names_end = antecedents_.begin() + names_;
  const auto name =
      std::lower_bound(antecedents_.begin(), names_end, chunk.tokens.end + 1,
                       [](const Antecedent& a, uint32_t token) { return a.tokens.begin < token; });
  if (name != names_end && name->tokens.begin == chunk.tokens.end + 1) name->group = chunk.head;
}

// "Ann Lee, 44, a farmer", "Ann Lee (R), leader of …", "the chief farmer, Ann Lee", and whatever is
// a role of hers: the name stands for the group.
bool PronounReader::IsNamedBeside(IndexRange tokens, const std::vector<char>& named) const {
  if (!IsPersonNoun(tokens.end - 1)) return false;
  const Span span = document_.SpanOf(tokens);
  for (auto role =
           std::upper_bound(mentions_.roles.begin(), mentions_.roles.end(), span.end,
                            [](uint32_t end, const RoleMention&r) { return end <= r.span.begin; });
       role != mentions_.roles.begin() && (--role)->span.end + 200 > span.begin;) {
    if (role->span.Overlaps(span)) return true;
  }
  const IndexRange sentence = document_.sentences[SentenceOf(tokens.begin)].tokens;
  const auto is = [&](uint32_t t, std::string_view mark) {
    return sentence.Contains(t) && document_.Text(document_.tokens[t]) == mark;
  };
  if (is(tokens.end, ",") && sentence.Contains(tokens.end + 1) &&
      named[tokens.end + 1] == kPersonName)
    return true;
  uint32_t t = tokens.begin;
  if (t == sentence.begin || !is(t - 1, ",")) return false;
  --t;  // the comma; then an age and its comma, or brackets
  if (t >= sentence.begin + 2 && document_.tokens[t - 1].shape == TokenShape::kNumber &&
      is(t - 2, ","))
    t -= 2;
  if (t > sentence.begin && is(t - 1, ")")) {
    for (uint32_t i = 0; i < 6 && t > sentence.begin; ++i) {
      if (is(--t, "(")) break;
    }
  }
  return t > sentence.begin && named[t - 1] == kPersonName;
}

bool PronounReader::IsPersonNoun(uint32_t token) const {
  static const LexiconTable& roles = Table("roles.tsv");
  static const LexiconTable& heads = Table("speaker_heads.tsv");
  static const LexiconTable& anonymous = Table("anonymous_sources.tsv");
  const std::string_view lemma = document_.Lemma(document_.tokens[token]);
  const LexiconRow* head = heads.Find(lemma);
  return roles.Has(lemma) || anonymous.Has(lemma) || (head != nullptr && head->column(0) == "role");
}

bool PronounReader::IsBodyNoun(uint32_t token) const {
  static const LexiconTable& heads = Table("speaker_heads.tsv");
  const LexiconRow* row = heads.Find(document_.Lemma(document_.tokens[token]));
  return row != nullptr && row->column(0) == "body";
}

bool PronounReader::IsPlural(const Antecedent& antecedent) const {
  if (antecedent.kind == Antecedent::Kind::kPronoun)
    return antecedent.pronoun == PronounKind::kThey;
  return syntax_.tokens[antecedent.head].morphology.number == Number::kPlural;
}

bool PronounReader::AgreesWith(PronounKind kind, const Antecedent& antecedent) const {
  if (antecedent.kind == Antecedent::Kind::kPronoun) return antecedent.pronoun == kind;
  const bool person = kind == PronounKind::kHe || kind == PronounKind::kShe;
  if (antecedent.kind == Antecedent::Kind::kNoun) {
    if (kind == PronounKind::kThey) return IsPlural(antecedent) || IsBodyNoun(antecedent.head);
    return !IsPlural(antecedent) && IsPersonNoun(antecedent.head) == person;
  }
  if (antecedent.entity == kNoEntity) return person;
  const EntityKind entity = mentions_.entities[antecedent.entity].kind;
  if (!person) return entity != EntityKind::kPerson;
  if (entity != EntityKind::kPerson && entity != EntityKind::kOther) return false;
  const Gender gender = genders_[antecedent.entity];
  return gender != (kind == PronounKind::kHe ? Gender::kFemale : Gender::kMale);
}

bool PronounReader::MayMean(const Pronoun& pronoun, const Antecedent& antecedent) const {
  const uint32_t t = pronoun.token;
  if (antecedent.tokens.end > t || !AgreesWith(pronoun.kind, antecedent)) return false;
  const uint32_t apart = SentenceOf(t) - SentenceOf(antecedent.head);
  if (apart > (antecedent.kind == Antecedent::Kind::kNoun ? kNounReach : kNameReach)) return false;
  // Whoever speaks calls himself "I".
  if (marked_in_[t] >= 0 && speaks_[antecedent.head] == marked_in_[t]) return false;
  // Who is talked about inside marks is not who talks: "“Lee lied,” he said".
  if (speaks_[t] >= 0 && marked_in_[t] < 0 && marked_in_[antecedent.head] >= 0) return false;
  if (apart > 0) return true;
  // Two arguments of one verb are two things, unless the pronoun is reflexive or a possessor.
  const std::string_view norm = document_.Norm(document_.tokens[t]);
  const SyntaxToken& read = syntax_.tokens[t];
  const SyntaxToken& other = syntax_.tokens[antecedent.head];
  const bool possessive =
      IsPossessive(norm) && !(norm == "her" && read.dependency != Dependency::kNmod);
  if (!pronoun.reflexive && !possessive && read.head == other.head &&
      read.dependency != Dependency::kConj && other.dependency != Dependency::kConj) {
    return false;
  }
  return read.head != antecedent.head || possessive;
}

std::vector<PronounCandidate> PronounReader::Candidates(uint32_t p) const {
  const Pronoun& pronoun = pronouns_[p];
  std::vector<PronounCandidate> out;
  std::vector<uint32_t> seen;  // entities that stand nearer
  uint32_t rank = 0;
  const uint32_t end = antecedent_of_[p];
  for (uint32_t a = end; a-- > 0 && out.size() < kMostCandidates && end - a <= kMostLooked;) {
    const Antecedent& antecedent = antecedents_[a];
    if (SentenceOf(antecedent.head) + kNameReach < SentenceOf(pronoun.token)) break;
    if (!MayMean(pronoun, antecedent)) continue;
    out.push_back({a, FeaturesOf(pronoun, antecedent, rank)});
    const bool again = antecedent.entity != kNoEntity &&
                       std::find(seen.begin(), seen.end(), antecedent.entity) != seen.end();
    if (!again) ++rank;
    if (antecedent.entity != kNoEntity) seen.push_back(antecedent.entity);
  }
  out.push_back({PronounCandidate::kNone, FeaturesOfNone(pronoun, rank)});
  return out;
}

std::vector<uint16_t> PronounReader::FeaturesOf(const Pronoun& pronoun,
                                                const Antecedent& antecedent, uint32_t rank) const {
  const uint32_t t = pronoun.token;
  const uint32_t head = antecedent.head;
  const uint32_t apart = SentenceOf(t) - SentenceOf(head);
  const uint32_t kind = static_cast<uint32_t>(antecedent.kind);
  const bool named = antecedent.entity != kNoEntity;
  Features features(pronoun.kind);
  const bool open = antecedent.kind == Antecedent::Kind::kPronoun && !named;
  features.Add(kDistance, std::min(apart, 4u) * 4 + (open ? 3 : kind));

  const auto possessor = [&](uint32_t token, uint32_t end) {
    return (end < document_.tokens.size() && IsMarkOfPossession(end)) ||
           (IsPossessive(document_.Norm(document_.tokens[token])) &&
            syntax_.tokens[token].dependency == Dependency::kNmod);
  };
  const Relation role =
      RelationOf(syntax_.tokens[antecedent.group], possessor(head, antecedent.tokens.end));
  const Relation own = RelationOf(syntax_.tokens[t], possessor(t, t + 1));
  features.Add(kRole, role * 2 + (apart == 0));
  const uint32_t own3 = own == kSubject ? 0 : own == kPossessor ? 1 : 2;
  features.Add(kRoles, own3 * kRelations + role);

  uint32_t what = 8;
  if (antecedent.kind == Antecedent::Kind::kName) {
    what = named ? static_cast<uint32_t>(mentions_.entities[antecedent.entity].kind) : 5;
  } else if (antecedent.kind == Antecedent::Kind::kNoun) {
    what = IsPersonNoun(head) ? 6 : IsBodyNoun(head) ? 7 : 8;
  } else {
    what = !named ? 10 : antecedent.sure ? 9 : 11;
  }
  features.Add(kWhat, what);

  if (named && pronoun.kind != PronounKind::kIt && pronoun.kind != PronounKind::kThey) {
    features.Add(kAgreement, genders_[antecedent.entity] == Gender::kUnknown ? 0 : 1);
  } else {
    features.Add(kAgreement, IsPlural(antecedent) ? 2 : 3);
  }
  features.Add(kRank, std::min(rank, 7u) + (named ? 0 : 8));
  if (named) {
    features.Add(kFrequency, Bucket(counts_[antecedent.entity], {2, 3, 5, 9, 16}));
    if (counts_[antecedent.entity] == most_) features.Add(kProtagonist, most_ > 2);
  }

  const int32_t marks = marked_in_[t], other_marks = marked_in_[head];
  features.Add(kMarks, marks < 0 ? (other_marks < 0 ? 0 : 1)
                                 : (other_marks < 0        ? 2
                                    : other_marks == marks ? 3
                                                           : 4));
  const int32_t report = reported_in_[t];
  const int32_t says = speaks_[head];
  features.Add(kSpeech, speaks_[t] >= 0
                            ? (says >= 0 ? (says + 1 == speaks_[t] && apart <= 2 ? 0 : 1)
                               : reported_in_[head] >= 0 ? 2
                                                         : 3)
                        : says < 0       ? 4
                        : report < 0     ? 5
                        : says == report ? 6
                                         : 7);
  const uint32_t block = document_.sentences[SentenceOf(t)].block;
  const uint32_t other_block = document_.sentences[SentenceOf(head)].block;
  features.Add(kParagraphs, std::min(block - other_block, 3u));

  if (apart == 0) {
    // The verb above the pronoun, and the one above that: is the antecedent the subject of either?
    uint32_t verb = syntax_.tokens[t].head;
    uint32_t depth = 0;
    const uint32_t governor = syntax_.tokens[head].head;
    for (; verb != SyntaxToken::kRoot && depth < 4 && verb != governor; ++depth) {
      verb = syntax_.tokens[verb].head;
    }
    const bool above = verb != SyntaxToken::kRoot && verb == governor;
    features.Add(kClause, above ? (role == kSubject ? 0 : 6) + depth : 12);
    features.Add(kNear, Bucket(t - head, {2, 4, 7, 12, 20, 35}));
  }
  if (antecedent.kind == Antecedent::Kind::kNoun) {
    const std::string_view first = document_.Norm(document_.tokens[antecedent.tokens.begin]);
    features.Add(kDeterminer, first == "the"                       ? 0
                              : first == "a" || first == "an"      ? 1
                              : first == "this" || first == "that" ? 2
                              : IsPossessive(first)                ? 3
                                                                   : 4);
  }
  const uint32_t begin = document_.sentences[SentenceOf(head)].tokens.begin;
  features.Add(kFirst, Bucket(antecedent.tokens.begin - begin, {1, 3, 6}) * 2 + (apart == 0));
  const BlockKind label = document_.blocks[other_block].kind;
  features.Add(kLabel, label == BlockKind::kHeadline || label == BlockKind::kSubhead);
  return features.Take();
}

std::vector<uint16_t> PronounReader::FeaturesOfNone(const Pronoun& pronoun,
                                                    uint32_t candidates) const {
  const uint32_t t = pronoun.token;
  Features features(pronoun.kind);
  const Relation own = RelationOf(syntax_.tokens[t], false);
  features.Add(kNoneRole, IsPossessive(document_.Norm(document_.tokens[t])) ? 8 : own);
  if (t + 1 < document_.tokens.size()) {
    const SyntaxToken& next = syntax_.tokens[t + 1];
    features.Add(kNoneNext, next.upos == Upos::kAux     ? 0
                            : next.upos == Upos::kVerb  ? 1
                            : next.upos == Upos::kPunct ? 2
                                                        : 3);
  }
  features.Add(kNoneCount, std::min(candidates, 8u));
  features.Add(kNonePlace, (marked_in_[t] >= 0 ? 2 : 0) + (speaks_[t] >= 0));
  return features.Take();
}

void PronounReader::Settle(uint32_t p, uint32_t entity, uint32_t leaning) {
  pronouns_[p].entity = entity;
  pronouns_[p].leaning = leaning;
  antecedents_[antecedent_of_[p]].entity = leaning;
  antecedents_[antecedent_of_[p]].sure = entity != kNoEntity;
  if (entity == kNoEntity || genders_[entity] != Gender::kUnknown) return;
  if (pronouns_[p].kind == PronounKind::kHe) genders_[entity] = Gender::kMale;
  if (pronouns_[p].kind == PronounKind::kShe) genders_[entity] = Gender::kFemale;
}

}  // namespace crossread
