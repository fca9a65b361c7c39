// Predicates of one clause and their signs, from token order and lexicons alone. What it can't tell
// it leaves positive, asserted and without status, except where an embedding it doesn't know stands
// in the way: then polarity is unknown. Lexicons: verbs, event_nouns, implicatives, negators,
// status_cues, modality, stopwords, preventing_words.
#include <algorithm>
#include <string>

#include "core/extract/claims.h"
#include "core/extract/day_words.h"
#include "core/extract/effect.h"
#include "core/extract/terms.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kNoToken = UINT32_MAX;

// How far an embedding verb reaches over what isn't "to": "refused the offer to …" is out of reach.
constexpr uint32_t kMaxObjectWords = 4;

const LexiconTable& Table(std::string_view name) { return Lexicon::English().Table(name); }

bool EndsWith(std::string_view word, std::string_view ending) {
  return word.size() > ending.size() + 1 && word.substr(word.size() - ending.size()) == ending;
}

bool IsModal(std::string_view norm) {
  static const LexiconTable& stopwords = Table("stopwords.tsv");
  const LexiconRow* row = stopwords.Find(norm);
  return row != nullptr && row->column(0) == "modal";
}

Status ParseStatus(std::string_view word) {
  if (word == "planned") return Status::kPlanned;
  if (word == "ongoing") return Status::kOngoing;
  if (word == "happened") return Status::kHappened;
  if (word == "cancelled") return Status::kCancelled;
  return Status::kNone;
}

class PredicateFinder {
 public:
  PredicateFinder(IndexRange clause, const Syntax& syntax, Document* document)
      : clause_(clause), syntax_(syntax), document_(document) {}

  std::vector<Predicate> Run() {
    for (uint32_t t = clause_.begin; t < clause_.end; ++t) {
      // "are set to", "is scheduled to" speak of the verb behind them and are none themselves.
      static const LexiconTable& cues = Table("status_cues.tsv");
      const auto [cue, length] = LongestMatch(cues, t, clause_.end);
      if (cue != nullptr && length > 1 && cue->column(1) == "before_verb") {
        t += length - 1;
        continue;
      }
      if (const std::string_view verb = NominalVerb(t); !verb.empty()) {
        found_.push_back({t, document_->strings.Intern(std::string(verb)), true, {}});
      } else if (IsVerb(t)) {
        found_.push_back({t, document_->tokens[t].lemma, false, {}});
      }
    }
    for (uint32_t i = 0; i < found_.size(); ++i) SetSign(i);
    // "The talks were held": a noun takes the status of the occurrence verb behind it.
    for (uint32_t i = 0; i + 1 < found_.size(); ++i) SetStatusFromVerbBehind(i);
    return std::move(found_);
  }

 private:
  const Token& At(uint32_t t) const { return document_->tokens[t]; }
  std::string_view Norm(uint32_t t) const { return document_->Norm(At(t)); }
  std::string_view Lemma(uint32_t t) const { return document_->Lemma(At(t)); }
  uint32_t Before(uint32_t t) const { return t > clause_.begin ? t - 1 : kNoToken; }

  bool IsClass(uint32_t t, std::string_view klass) const {
    static const LexiconTable& stopwords = Table("stopwords.tsv");
    if (t == kNoToken) return false;
    const LexiconRow* row = stopwords.Find(Norm(t));
    return row != nullptr && row->column(0) == klass;
  }
  bool IsAdverb(uint32_t t) const { return EndsWith(Norm(t), "ly") || IsClass(t, "adv"); }
  bool IsAuxiliary(uint32_t t) const { return IsClass(t, "aux") || IsClass(t, "modal"); }
  bool IsName(uint32_t t) const {
    return At(t).capital && t != document_->sentences[At(t).sentence].tokens.begin;
  }
  bool IsPast(uint32_t t) const {
    const std::string_view norm = Norm(t);
    return norm != Lemma(t) && !EndsWith(norm, "s") && !EndsWith(norm, "ing");
  }

  // "a negotiated end", "its planned visit": an attribute, which tells no event of its own.
  bool IsAttribute(uint32_t t) const {
    const uint32_t before = SkipBack(Before(t), [&](uint32_t i) { return IsAdverb(i); });
    return IsClass(before, "det") || IsClass(before, "poss");
  }

  // The verb behind an event noun ("meetings" -> "meet"), or "" where the token is not read as one.
  // "The meeting ended" is one; "they are meeting" is not; nor is "to attack".
  std::string_view NominalVerb(uint32_t t) const {
    static const LexiconTable& nouns = Table("event_nouns.tsv");
    if (At(t).shape != TokenShape::kWord || IsName(t)) return {};
    std::string_view norm = Norm(t);
    const LexiconRow* row = nouns.Find(norm);
    const bool plural = row == nullptr && EndsWith(norm, "s");
    if (plural) row = nouns.Find(norm.substr(0, norm.size() - 1));
    if (row == nullptr) return {};
    const uint32_t before =
        SkipBack(Before(t), [&](uint32_t i) { return IsAdverb(i) || IsNegator(i); });
    if (before != kNoToken &&
        (IsAuxiliary(before) || Norm(before) == "to" || IsClass(before, "pron")))
      return {};
    if (EndsWith(norm, "ing") && t + 1 < clause_.end && IsClass(t + 1, "det")) return {};
    return row->column(0);
  }

  // A verb that says something of somebody: no auxiliary, no attribute ("the arrested men"); or
  // what a form of "be" before it says: "was a critic", "is not clear"; "are likely to" is a hedge.
  bool IsVerb(uint32_t t) const {
    static const LexiconTable& modality = Table("modality.tsv");
    const Clause* clause = syntax_.clauses.At(t);
    if (clause == nullptr) return false;
    if (!clause->copular) return syntax_.tokens[t].upos == Upos::kVerb;
    return clause->group.end == t + 1 && LongestMatch(modality, t, clause_.end).row == nullptr;
  }

  bool IsNegator(uint32_t t) const {
    static const LexiconTable& negators = Table("negators.tsv");
    const LexiconRow* row = negators.Find(Norm(t));
    return row != nullptr && row->column(0) == "full";
  }

  template <typename Skip>
  uint32_t SkipBack(uint32_t t, Skip skip) const {
    while (t != kNoToken && skip(t)) t = Before(t);
    return t;
  }

  // First token of the verb group that ends in the verb at `t`: "has not yet | met".
  uint32_t GroupBegin(uint32_t t) const {
    uint32_t begin = t;
    for (uint32_t i = Before(t); i != kNoToken; i = Before(i)) {
      if (!IsAuxiliary(i) && !IsAdverb(i) && !IsNegator(i) && Norm(i) != "to") break;
      begin = i;
    }
    return begin;
  }

  void SetSign(uint32_t index) {
    Predicate& predicate = found_[index];
    linked_ = false;
    const uint32_t from = index > 0 ? found_[index - 1].token + 1 : clause_.begin;
    const uint32_t group =
        predicate.nominal ? predicate.token : std::max(from, GroupBegin(predicate.token));
    if (!predicate.nominal && !IsAttribute(predicate.token)) SetStatusFromTense(group, &predicate);
    SetStatusFromCue(from, &predicate);
    SetModality(from, &predicate);
    SetNegation(from, &predicate);
    if (index > 0) Embed(found_[index - 1], group, &predicate);
    // "require it to surrender": whatever "require" does to its complement is not known here.
    // That "are set to" belongs to "meet" is.
    if (!predicate.nominal && index > 0 && !linked_ && HasTo(group, predicate)) {
      predicate.sign.polarity = Polarity::kUnknown;
    }
    if (!predicate.nominal && IsPerhapsDenied(index, from)) {
      predicate.sign.polarity = Polarity::kUnknown;
    }
  }

  // An infinitive that would be a yes, behind a word that may deny it and that its sign does not
  // account for: "was too ill to attend", "isn't going to play", "dropped its plan to sell".
  bool IsPerhapsDenied(uint32_t index, uint32_t from) const {
    static const LexiconTable& preventing = Table("preventing_words.txt");
    const Predicate& predicate = found_[index];
    if (predicate.sign.polarity != Polarity::kPositive || !predicate.sign.negation.empty())
      return false;
    if (predicate.token > clause_.begin && Norm(predicate.token - 1) == "against") return true;
    uint32_t to = predicate.token;
    while (to > from && Norm(to) != "to") --to;
    if (Norm(to) != "to") return false;
    for (uint32_t t = from; t < to; ++t) {
      if (IsNegator(t) || preventing.Has(Norm(t))) return true;
    }
    if (index == 0) return false;
    const Predicate& outer = found_[index - 1];
    // "Was too ill", "was unable", right before the "to".
    const uint32_t before = Before(outer.token);
    const bool prevents =
        preventing.Has(Norm(outer.token)) || (before != kNoToken && preventing.Has(Norm(before)));
    if (prevents && outer.token + 1 == to) return true;
    if (outer.sign.status == Status::kCancelled) return true;
    uint32_t end = outer.token + 1;
    const Effect effect = EffectOf(outer, &end);
    if (linked_) return effect == Effect::kNone && outer.sign.polarity == Polarity::kNegative;
    return effect == Effect::kCancels || effect == Effect::kNegates;
  }

  // A "to" that no status cue accounts for.
  bool HasTo(uint32_t begin, const Predicate& predicate) const {
    for (uint32_t t = begin; t < predicate.token; ++t) {
      if (Norm(t) == "to" && !predicate.sign.cue.Contains(At(t).span)) return true;
    }
    return false;
  }

  void SetStatusFromTense(uint32_t group, Predicate* predicate) {
    const uint32_t t = predicate->token;
    Sign& sign = predicate->sign;
    bool be_present = false;
    bool done = false;
    for (uint32_t i = group; i < t; ++i) {
      const std::string_view norm = Norm(i);
      if (norm == "will" || norm == "'ll" || norm == "shall" || norm == "wo") {
        sign.status = Status::kPlanned;
        sign.cue = At(i).span;
        return;
      }
      if (IsModal(norm) || norm == "to") return;  // could, would, "to meet": no status of its own
      if (norm == "was" || norm == "were" || Lemma(i) == "have") done = true;
      if (norm == "is" || norm == "are" || norm == "'re" || norm == "am") be_present = true;
    }
    const bool ing = EndsWith(Norm(t), "ing");
    if (ing && be_present && !done) {
      sign.status = Status::kOngoing;
      sign.cue = Span{At(group).span.begin, At(t).span.end};
    } else if ((done && !ing) || (IsPast(t) && !be_present)) {
      sign.status = Status::kHappened;
      sign.cue = At(t).span;
    } else if (const Span cue = TimetableAt(*document_, clause_, t); group == t && !cue.empty()) {
      sign.status = Status::kPlanned;
      sign.cue = cue;
    }
  }

  // A cue phrase in [from, predicate): "are set to", "upcoming". The longest at each place counts.
  void SetStatusFromCue(uint32_t from, Predicate* predicate) {
    static const LexiconTable& cues = Table("status_cues.tsv");
    for (uint32_t t = from; t < predicate->token; ++t) {
      const auto [row, length] = LongestMatch(cues, t, predicate->token);
      if (row == nullptr) continue;
      const bool modifier = row->column(1) == "modifier";
      if (row->column(1) == "after_event" || modifier != predicate->nominal) continue;
      predicate->sign.status = ParseStatus(row->column(0));
      predicate->sign.cue = document_->SpanOf({t, t + length});
      t += length - 1;
    }
  }

  void SetModality(uint32_t from, Predicate* predicate) {
    static const LexiconTable& modality = Table("modality.tsv");
    for (uint32_t t = from; t < predicate->token; ++t) {
      const auto [row, length] = LongestMatch(modality, t, predicate->token);
      if (row == nullptr || row->column(0) == "conditional") continue;
      if (!Hedges({t, t + length}, *predicate)) continue;
      predicate->sign.modality = Modality::kPossible;
      predicate->sign.modal = document_->SpanOf({t, t + length});
      t += length - 1;
    }
  }

  // A hedge says something of a verb if it stands in its group or right before it, or hangs on it;
  // of an event noun wherever it stands since the last predicate.
  bool Hedges(IndexRange hedge, const Predicate& predicate) const {
    if (predicate.nominal) return true;
    const IndexRange group = syntax_.clauses.At(predicate.token)->group;
    if (hedge.end >= group.begin) return true;
    for (uint32_t t = hedge.begin; t < hedge.end; ++t) {
      if (syntax_.tokens[t].head == predicate.token) return true;
    }
    return false;
  }

  // A verb takes what its clause says, wherever it stands ("recommended no charges"); an event noun
  // every "no" and "without" since the last predicate ("no talks").
  void SetNegation(uint32_t from, Predicate* predicate) {
    if (!predicate->nominal) {
      const Clause& clause = *syntax_.clauses.At(predicate->token);
      if (clause.negated() && clause_.Contains(clause.negator)) Negate(clause.negator, predicate);
      // "Offered little hope" is neither a yes nor a no.
      if (clause.diminisher != kNoWord) predicate->sign.polarity = Polarity::kUnknown;
      return;
    }
    for (uint32_t t = from; t < predicate->token; ++t) {
      const std::string_view norm = Norm(t);
      if (IsNegator(t) && norm != "not" && norm != "n't" && norm != "never") Negate(t, predicate);
    }
  }

  void Negate(uint32_t negator, Predicate* predicate) {
    predicate->sign.polarity = Flip(predicate->sign.polarity);
    predicate->sign.negation = At(negator).span;
  }

  // Composes the sign of `outer` into `inner` where the one embeds the other: "failed to |
  // capture", "called off | talks". `group` is where the inner predicate's own words begin.
  void Embed(const Predicate& outer, uint32_t group, Predicate* inner) {
    uint32_t end = outer.token + 1;
    const Effect effect = EffectOf(outer, &end);
    linked_ = inner->nominal ? Governs(end, inner->token) : Reaches(end, group, inner->token);
    if (!linked_) return;
    if (effect == Effect::kNone) return;  // "will condemn the attack" says nothing of the attack
    const Span cue{At(outer.token).span.begin, At(end - 1).span.end};
    Sign& sign = inner->sign;
    const bool negated = outer.sign.polarity == Polarity::kNegative;
    switch (effect) {
      case Effect::kNegates:
        if (!negated) {
          sign.polarity = Flip(sign.polarity);
          sign.negation = cue;
        }
        break;
      case Effect::kKeeps:
        if (negated) {
          sign.polarity = Flip(sign.polarity);
          sign.negation = outer.sign.negation;
        }
        if (outer.sign.status != Status::kNone) Inherit(outer, inner);
        break;
      case Effect::kPlans:
        SetStatus(negated ? Status::kNone : Status::kPlanned, cue, &sign);
        // Who does not plan to do it may do it yet.
        if (negated) sign.polarity = Polarity::kUnknown;
        break;
      case Effect::kContinues:
        SetStatus(Status::kOngoing, cue, &sign);
        break;
      case Effect::kCompletes:
        SetStatus(negated ? Status::kNone : Status::kHappened, cue, &sign);
        break;
      case Effect::kCancels:
        SetStatus(Status::kCancelled, cue, &sign);
        break;
      case Effect::kMaybe:
        sign.modality = Modality::kPossible;
        sign.modal = cue;
        break;
      case Effect::kHides:
        sign.polarity = Polarity::kUnknown;
        return;
      case Effect::kNone:
        break;
    }
    if (outer.sign.polarity == Polarity::kUnknown) sign.polarity = Polarity::kUnknown;
    if (effect != Effect::kCancels && effect != Effect::kNegates &&
        outer.sign.status == Status::kPlanned) {
      SetStatus(Status::kPlanned, outer.sign.cue, &sign);
    }
  }

  static void SetStatus(Status status, Span cue, Sign* sign) {
    sign->status = status;
    sign->cue = cue;
  }

  static void Inherit(const Predicate& outer, Predicate* inner) {
    if (inner->sign.status == Status::kNone)
      SetStatus(outer.sign.status, outer.sign.cue, &inner->sign);
    if (outer.sign.modality == Modality::kPossible) {
      inner->sign.modality = Modality::kPossible;
      inner->sign.modal = outer.sign.modal;
    }
    if (outer.sign.polarity == Polarity::kNegative && inner->sign.polarity == Polarity::kPositive) {
      inner->sign.polarity = Polarity::kNegative;
      inner->sign.negation = outer.sign.negation;
    }
  }

  // *end gets the token after the verb and its particle: "called off |".
  Effect EffectOf(const Predicate& outer, uint32_t* end) const {
    static const LexiconTable& implicatives = Table("implicatives.tsv");
    if (outer.nominal) return Effect::kNone;
    const auto [row, length] = LongestMatch(implicatives, outer.token, clause_.end);
    const PhrasalVerb verb = PhrasalVerbAt(*document_, outer.token);
    if (verb.row != nullptr && verb.particle > outer.token + 1) {  // "turned the ban | down"
      const LexiconRow* apart = implicatives.Find(verb.row->key);
      if (apart == nullptr || apart->column(0) != "object") return Effect::kNone;
      return ParseEffect(apart->column(1));
    }
    if (row == nullptr) return Effect::kNone;
    *end = outer.token + length;
    return ParseEffect(row->column(1));
  }

  // Between an embedding verb and a verb group only "to", "from", adverbs and a day may stand:
  // "agreed on Monday to pay".
  bool Reaches(uint32_t begin, uint32_t group, uint32_t verb) const {
    if (begin > verb) return false;
    for (uint32_t t = begin; t < group; ++t) {
      if (Norm(t) != "to" && Norm(t) != "from" && !IsAdverb(t) && !IsOfDay(*document_, clause_, t))
        return false;
    }
    return group < verb ||
           EndsWith(Norm(verb), "ing");  // "failed | to capture", "stopped | shelling"
  }

  // Between a verb and the noun it governs at most a few words that could belong to the noun.
  bool Governs(uint32_t begin, uint32_t noun) const {
    if (begin > noun || noun - begin > kMaxObjectWords) return false;
    for (uint32_t t = begin; t < noun; ++t) {
      if (At(t).shape == TokenShape::kPunctuation || IsClass(t, "prep") || IsClass(t, "conj"))
        return false;
    }
    return true;
  }

  void SetStatusFromVerbBehind(uint32_t index) {
    static const LexiconTable& cues = Table("status_cues.tsv");
    Predicate& noun = found_[index];
    const Predicate& verb = found_[index + 1];
    if (!noun.nominal || verb.nominal || noun.sign.status != Status::kNone) return;
    // "Is set for": the cue begins with the auxiliary, "took place" with the verb.
    Match match = LongestMatch(cues, verb.token, clause_.end);
    uint32_t begin = verb.token;
    for (uint32_t t = GroupBegin(verb.token); t < verb.token && t > noun.token; ++t) {
      const Match longer = LongestMatch(cues, t, clause_.end);
      if (longer.row == nullptr || t + longer.length <= verb.token) continue;
      match = longer;
      begin = t;
      break;
    }
    const auto [row, length] = match;
    if (row == nullptr || row->column(1) != "after_event") return;
    const bool unrealised =
        verb.sign.status == Status::kPlanned || verb.sign.status == Status::kOngoing;
    noun.sign.status = unrealised ? verb.sign.status : ParseStatus(row->column(0));
    if (verb.sign.status == Status::kNone && begin == verb.token)
      noun.sign.status = Status::kNone;  // "talks to end the war"
    noun.sign.cue = document_->SpanOf({begin, begin + length});
    if (verb.sign.polarity == Polarity::kNegative) {
      noun.sign.polarity = Polarity::kNegative;
      noun.sign.negation = verb.sign.negation;
    }
  }

  struct Match {
    const LexiconRow* row = nullptr;
    uint32_t length = 0;  // tokens
  };

  // The longest entry of `table` (keys in lemmas) that begins at token `t` and ends before `end`.
  Match LongestMatch(const LexiconTable& table, uint32_t t, uint32_t end) const {
    Match best;
    std::string key;
    const uint32_t last = std::min(end, t + table.longest_key());
    for (uint32_t i = t; i < last; ++i) {
      if (i > t) key += ' ';
      key += Lemma(i);
      if (const LexiconRow* row = table.Find(key)) best = {row, i + 1 - t};
    }
    // Participles stand in the lists as they are written: "scheduled", "alleged".
    if (best.row == nullptr && t < end) {
      if (const LexiconRow* row = table.Find(Norm(t))) best = {row, 1};
    }
    return best;
  }

  const IndexRange clause_;
  const Syntax& syntax_;
  Document* const document_;
  std::vector<Predicate> found_;
  bool linked_ = false;  // the predicate at hand is embedded in the one before it
};

}  // namespace

std::vector<Predicate> FindPredicates(IndexRange tokens, const Syntax& syntax, Document* document) {
  return PredicateFinder(tokens, syntax, document).Run();
}

}  // namespace crossread
