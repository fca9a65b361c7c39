// Names as runs of capitalised words, cut where a title, a place, a people or a date ends one name
// and begins the next: "Norwegian | special envoy | Henrik Aasland". No parser: types come from
// lexicons, the words of the name and the word beside it, and a name of which nothing is known
// stays kOther.
#include "core/extract/names.h"

#include <algorithm>

#include "core/text/token_scan.h"

namespace crossread {
namespace {

// A longer run of capitals is no name but a line in title case that went unnoticed.
constexpr uint32_t kMostNameTokens = 12;
// People have at most so many names (tokens, hyphens and particles counted).
constexpr uint32_t kMostPersonTokens = 8;

const LexiconTable& Table(std::string_view name) { return Lexicon::English().Table(name); }

class NameFinder {
 public:
  explicit NameFinder(const NameWords& words) : words_(words), document_(words.document()) {}

  std::vector<Name> Find() {
    for (uint32_t s = 0; s < document_.sentences.size(); ++s) {
      if (words_.InStory(s) && !words_.IsWeak(s)) FindIn(document_.sentences[s].tokens);
    }
    return std::move(names_);
  }

 private:
  // ---- runs

  void FindIn(IndexRange sentence) {
    sentence_ = sentence;
    for (uint32_t t = sentence.begin; t < sentence.end;) {
      if (!CanBegin(t)) {
        ++t;
        continue;
      }
      const uint32_t end = EndOfRun(t);
      SplitRun({t, end});
      t = std::max(end, t + 1);
    }
  }

  // A capitalised word that can be part of a name.
  bool IsNameWord(uint32_t t) const {
    const Token& token = document_.tokens[t];
    if (token.shape != TokenShape::kWord || !token.capital) return false;
    if (words_.IsInitial(t)) {  // "Jo W. Holt", "Jo W Holt"; near miss: "A bridge"
      const std::string_view text = document_.Text(token);
      return text.back() == '.' || (!words_.Is(t, kStopword) && words_.Folded(t) != "i");
    }
    if (!words_.Is(t, kStopword) || words_.IsAcronym(t)) return true;
    // "met Will Harker": a given name although a modal; near miss: "Will Harker come?"
    return words_.Is(t, kGivenName) && !words_.IsOpening(t) && t + 1 < sentence_.end &&
           document_.tokens[t + 1].capital && !words_.Is(t + 1, kStopword);
  }

  // "al-Assad" begins with a small particle.
  bool IsGluedParticle(uint32_t t) const {
    return t + 2 < sentence_.end && words_.Is(t, kParticle) && !document_.tokens[t].capital &&
           words_.IsHyphen(t + 1) && words_.IsGlued(t + 1) && words_.IsGlued(t + 2) &&
           IsNameWord(t + 2);
  }

  bool IsNameAt(uint32_t t) const { return t < sentence_.end && IsNameWord(t); }

  bool CanBegin(uint32_t t) const {
    if (IsGluedParticle(t)) return true;
    if (!IsNameWord(t)) return false;
    return !words_.IsOpening(t) || CanOpen(t);
  }

  // The first word of a sentence has a capital in any case; it begins a name if a lexicon or the
  // rest of the article says so, or if another capitalised word follows it and it is no verb or
  // adverb.
  bool CanOpen(uint32_t t) const {
    static const LexiconTable& demonyms = Table("demonyms.tsv");
    static const LexiconTable& organisations = Table("organisations.txt");
    if (words_.Is(t, kSeenCapital) || words_.MatchPlace(t, sentence_.end) > t ||
        words_.Match(demonyms, t, sentence_.end) > t ||
        words_.Match(organisations, t, sentence_.end) > t) {
      return true;
    }
    const bool more = IsNameAt(t + 1) || (t + 2 < sentence_.end && words_.IsInitial(t + 1));
    if (more && (words_.Is(t, kGivenName) || TitleEnd({t, sentence_.end}) > t)) return true;
    if (words_.Is(t, kSeenLower)) return false;
    // "Linguist Marit Brekke": the name begins with its given name.
    if (more && words_.Is(t + 1, kGivenName) && IsNameAt(t + 2)) return false;
    const std::string_view word = words_.Folded(t);
    const bool verbal =
        words_.Is(t, kVerb) || (word.size() > 4 && (word.substr(word.size() - 3) == "ing" ||
                                                    word.substr(word.size() - 2) == "ly"));
    return !(more && verbal);
  }

  // The end of the run of name words that begins at `begin`, connectors included.
  uint32_t EndOfRun(uint32_t begin) const {
    uint32_t t = IsGluedParticle(begin) ? begin + 3 : begin + 1;
    while (t < sentence_.end && t - begin < kMostNameTokens) {
      const uint32_t next = AfterConnector(begin, t);
      if (next == t && !IsNameWord(t) && !(MayModal(t))) break;
      t = next + 1;
    }
    return std::min(t, sentence_.end);
  }

  // "Theresa May", "George Will": a modal with a capital behind a given name.
  bool MayModal(uint32_t t) const {
    return words_.Is(t, kModal | kCalendar) && document_.tokens[t].capital &&
           words_.Is(t - 1, kGivenName) && document_.tokens[t - 1].capital &&
           !words_.IsOpening(t - 1);
  }

  // The name word that a connector at `t` leads to; `t` if there is none.
  uint32_t AfterConnector(uint32_t begin, uint32_t t) const {
    if (words_.IsHyphen(t) && words_.IsGlued(t) && t + 1 < sentence_.end && words_.IsGlued(t + 1)) {
      return IsNameWord(t + 1) && JoinsHyphen(t) ? t + 1 : t;
    }
    if (IsGluedParticle(t)) return t + 2;
    if (words_.IsMark(t, '&')) return IsNameAt(t + 1) ? t + 1 : t;
    if (document_.tokens[t].capital || !words_.IsWord(t)) return t;
    uint32_t next = t;
    for (int i = 0; i < 3 && next < sentence_.end && words_.Is(next, kParticle); ++i) ++next;
    if (next > t) return IsNameAt(next) ? next : t;
    return AfterOf(begin, t);
  }

  // "of" joins where the words on its left call for it ("Bank of", "Isle of the") or a lexicon has
  // the whole ("Secretary of State"). Near miss: "the Mayor of Bergen", a role and a place.
  uint32_t AfterOf(uint32_t begin, uint32_t t) const {
    static const LexiconTable& organisations = Table("organisations.txt");
    const std::string_view word = words_.Folded(t);
    if (word == "and") return IsNameAt(t + 1) && InOfPhrase(begin, t) ? t + 1 : t;
    if (word != "of" && word != "for") return t;
    uint32_t next = t + 1;
    if (next < sentence_.end && words_.Folded(next) == "the") ++next;
    if (!IsNameAt(next)) return t;
    if (words_.Is(t - 1, kOrganisationHead | kPlaceHead)) return next;
    for (uint32_t from = begin; from < t; ++from) {
      if (words_.Match(organisations, from, sentence_.end) > t ||
          RoleEnd({from, sentence_.end}) > t || words_.MatchPlace(from, sentence_.end) > t) {
        return next;
      }
    }
    return t;
  }

  // "Ministry of Health and Welfare": "and" inside what "of" opened behind an organisation's head.
  bool InOfPhrase(uint32_t begin, uint32_t t) const {
    for (uint32_t of = begin + 1; of < t; ++of) {
      if (words_.Folded(of) == "of" && words_.Is(of - 1, kOrganisationHead) && t - of <= 3) {
        return !IsPlaceOrPeople(t - 1);
      }
    }
    return false;
  }

  bool IsPlaceOrPeople(uint32_t t) const {
    static const LexiconTable& demonyms = Table("demonyms.tsv");
    return words_.MatchPlace(t, t + 1) > t || demonyms.Has(words_.Folded(t));
  }

  // A hyphen joins the halves of one name ("Jean-Pierre"), not two names ("Norway-Karsavia talks").
  bool JoinsHyphen(uint32_t hyphen) const {
    const std::string_view mark = document_.Text(document_.tokens[hyphen]);
    if (mark.size() > 1 && mark != "\xE2\x80\x90" && mark != "\xE2\x80\x91")
      return false;  // a dash
    const uint32_t left = hyphen - 1, right = hyphen + 1;
    if (words_.Is(left, kParticle)) return true;
    if (IsPlaceOrPeople(left) || IsPlaceOrPeople(right)) {
      return words_.MatchPlace(left, sentence_.end) > right;
    }
    return !words_.IsAcronym(left) && !words_.IsAcronym(right);
  }

  // ---- cutting a run into names

  // The end of the title or role at run.begin; run.begin if there is none.
  uint32_t TitleEnd(IndexRange run) const {
    static const LexiconTable& titles = Table("titles.tsv");
    return std::max(words_.Match(titles, run.begin, run.end), RoleEnd(run));
  }
  uint32_t RoleEnd(IndexRange run) const {
    static const LexiconTable& roles = Table("roles.tsv");
    return words_.Match(roles, run.begin, run.end);
  }

  void SplitRun(IndexRange run) {
    static const LexiconTable& demonyms = Table("demonyms.tsv");
    IndexRange title;
    for (uint32_t t = run.begin; t < run.end;) {
      const IndexRange rest{t, run.end};
      const uint32_t title_end = IsGivenAndMore(rest, TitleEnd(rest)) ? t : TitleEnd(rest);
      uint32_t end = title_end > t ? KnownOrganisationEnd(rest) : OrganisationEnd(rest);
      if (end > title_end) {
        Add({rest.begin, end}, EntityKind::kOrganisation, {});
        title = {};
      } else if (words_.IsCalendar(t) && !(t > run.begin && MayModal(t))) {
        end = t + 1;
        title = {};
      } else if (end = title_end; end > t) {
        // A role at the end of a run names nobody, unless it is a surname (Cook, Bishop).
        if (end == run.end && end == t + 1) AddUnsure({t, end});
        title = {t, end};
      } else if (end = words_.Match(demonyms, t, run.end); end > t && title.empty()) {
        Add({t, end}, EntityKind::kPeople, {});
      } else if (IsNameWord(t) || IsGluedParticle(t)) {
        end = AddNameAt(rest, title);
        title = {};
      } else {
        end = t + 1;  // a connector whose name was cut off
      }
      t = end;
    }
  }

  // "Dean Holt", "Earl Vane": a given name that is a title as well, with one word behind it.
  bool IsGivenAndMore(IndexRange rest, uint32_t end) const {
    return end == rest.begin + 1 && words_.Is(rest.begin, kGivenName) && end < rest.end;
  }

  uint32_t KnownOrganisationEnd(IndexRange rest) const {
    static const LexiconTable& organisations = Table("organisations.txt");
    static const LexiconTable& agencies = Table("agencies.txt");
    static const LexiconTable& metonyms = Table("metonyms.tsv");
    return std::max({words_.Match(organisations, rest.begin, rest.end),
                     words_.Match(agencies, rest.begin, rest.end),
                     words_.Match(metonyms, rest.begin, rest.end)});
  }

  // Known by name, or ending in (or being opened by) a head: "World Bank", "Fenwick Partners",
  // "Bank of Ellet".
  uint32_t OrganisationEnd(IndexRange rest) const {
    uint32_t found = KnownOrganisationEnd(rest);
    const uint32_t place =
        words_.MatchPlace(rest.begin, rest.end);  // "United States": no head in it
    for (uint32_t t = std::max(rest.begin, place); t < rest.end; ++t) {
      if (t > rest.begin && (words_.IsCalendar(t) || IsTitleInside({t, rest.end}))) break;
      if (!words_.Is(t, kOrganisationHead) || t < found) continue;
      // "Grant Service" has no given name's reading worth keeping, "Robert Church" has: a person.
      if (t == rest.begin + 1 && words_.Is(rest.begin, kGivenName) && t + 1 == rest.end &&
          !words_.MatchPlace(rest.begin, t)) {
        continue;
      }
      const bool of = t + 1 < rest.end && !document_.tokens[t + 1].capital &&
                      (words_.Folded(t + 1) == "of" || words_.Folded(t + 1) == "for");
      if (of) return OfPhraseEnd({t + 1, rest.end});
      // A head alone, "the Ministry": only behind an article, or it is a word with a capital
      // ("Court"); and only alone: "International Ice Patrol" does not end with its first word.
      if (t == rest.begin && (t == sentence_.begin || words_.Folded(t - 1) != "the" ||
                              (t + 1 < rest.end && IsNameWord(t + 1)))) {
        continue;
      }
      found = t + 1;
    }
    return found;
  }

  // A title inside a run ends what could be an organisation's name; "Prime" of "Prime Energy" does
  // not.
  bool IsTitleInside(IndexRange rest) const {
    const uint32_t end = TitleEnd(rest);
    return end > rest.begin && end < rest.end && !words_.Is(rest.begin, kOrganisationHead);
  }

  uint32_t OfPhraseEnd(IndexRange rest) const {
    uint32_t t = rest.begin;
    while (t < rest.end && !words_.IsCalendar(t) &&
           !(t > rest.begin + 1 && IsTitleInside({t, rest.end})))
      ++t;
    return t;
  }

  // A place, a person or a name of unknown kind at rest.begin; returns its end.
  uint32_t AddNameAt(IndexRange rest, IndexRange title) {
    const uint32_t place = words_.MatchPlace(rest.begin, rest.end);
    if (place > rest.begin && title.empty() && !BeginsPerson(rest, place)) {
      const uint32_t end = EndOfPlaceName(rest, place);
      if (end == place || words_.Is(end - 1, kPlaceHead)) {
        Add({rest.begin, end}, EntityKind::kPlace, {});
      } else {
        Add({rest.begin, end}, EntityKind::kOther, {}, /*typed=*/false);
      }
      return end;
    }
    const uint32_t end = EndOfName(rest);
    AddTyped({rest.begin, end}, title);
    return end;
  }

  // "Charlotte Grey", "Jordan Achebe": a place that is a given name, with a word behind it that is
  // neither place nor people nor what places are made of.
  bool BeginsPerson(IndexRange rest, uint32_t place) const {
    return place == rest.begin + 1 && words_.Is(rest.begin, kGivenName) && place < rest.end &&
           !words_.Is(place, kPlaceHead | kOrganisationHead) && !IsPlaceOrPeople(place) &&
           TitleEnd({place, rest.end}) == place && !words_.IsCalendar(place);
  }

  // Where a place's name ends: behind "Ellet Bridge" if it begins with a place, at the place if
  // what follows is a title, a people, another place, or if the place is a country ("US Marines").
  uint32_t EndOfPlaceName(IndexRange rest, uint32_t place) const {
    if (place == rest.end || words_.IsAcronym(rest.begin) || !IsNameWord(place) ||
        words_.IsCalendar(place) || IsPlaceOrPeople(place) || TitleEnd({place, rest.end}) > place ||
        words_.Is(place, kGivenName)) {
      return place;
    }
    return EndOfName(rest);
  }

  uint32_t EndOfName(IndexRange rest) const {
    uint32_t t = rest.begin + 1;
    while (t < rest.end && t - rest.begin < kMostPersonTokens) {
      if (IsNameWord(t) && words_.IsCalendar(t) && !MayModal(t)) break;
      const bool inside = t > rest.begin + 1 && IsNameWord(t) && !words_.IsHyphen(t - 1);
      if (inside && (IsPlaceOrPeople(t) || words_.MatchPlace(t, rest.end) > t)) break;
      if (IsAbbreviatedTitle({t, rest.end})) break;
      if (IsTitleInside({t, rest.end}) && !words_.Is(t, kGivenName)) break;
      ++t;
    }
    return t;
  }

  // "… Ellet Sen. Holt": a title with a full stop begins another name.
  bool IsAbbreviatedTitle(IndexRange rest) const {
    static const LexiconTable& titles = Table("titles.tsv");
    return words_.Match(titles, rest.begin, rest.end) > rest.begin && rest.size() > 1 &&
           document_.Text(document_.tokens[rest.begin]).back() == '.' &&
           !words_.IsInitial(rest.begin);
  }

  void AddTyped(IndexRange tokens, IndexRange title) {
    const bool one = tokens.size() == 1;
    if (one && words_.Is(tokens.begin, kSuffix)) return;  // "Holt, Jr."
    if (!title.empty()) {
      Add(tokens, EntityKind::kPerson, title);
    } else if (IsPersonByWords(tokens)) {
      Add(tokens, EntityKind::kPerson, {});
    } else if (words_.Is(tokens.end - 1, kPlaceHead) ||
               (!one && words_.Is(tokens.begin, kPlaceHead))) {
      if (!one) Add(tokens, EntityKind::kPlace, {});  // "Highway 31" by itself names nothing
    } else if (one && words_.IsAcronym(tokens.begin)) {
      AddAcronym(tokens);
    } else if (one && words_.IsInitial(tokens.begin)) {
      return;
    } else if (IsPersonByNeighbours(tokens)) {
      Add(tokens, EntityKind::kPerson, {});
    } else if (one && words_.IsOpening(tokens.begin) && !words_.Is(tokens.begin, kSeenCapital)) {
      AddUnsure(tokens);
    } else {
      Add(tokens, EntityKind::kOther, {}, /*typed=*/false);
    }
  }

  // "the FPA", "FPA said": an organisation. Without a word beside it "DH" or "HIV" may be anything,
  // and a word in capitals for emphasis ("NOT", "WHEREAS") nothing.
  void AddAcronym(IndexRange tokens) {
    constexpr size_t kLongestAcronym = 8;
    const uint32_t t = tokens.begin;
    if (words_.Folded(t).size() > kLongestAcronym || words_.Is(t, kStopword | kSeenLower)) return;
    const bool article = t > sentence_.begin && words_.Folded(t - 1) == "the";
    const bool speaks = tokens.end < sentence_.end && words_.Is(tokens.end, kSpeechAfter);
    Add(tokens, EntityKind::kOrganisation, {}, article || speaks);
    if (!names_.back().typed) names_.back().kind = EntityKind::kOther;
  }

  // By given name, particle or initial in the middle: "Marit Brekke", "Omar al-Haddad", "Jo W.
  // Holt".
  bool IsPersonByWords(IndexRange tokens) const {
    if (tokens.size() < 2) return false;
    const bool river =
        words_.Is(tokens.end - 1, kPlaceHead) && !words_.Is(tokens.end - 1, kPlaceHeadOrSurname);
    if (words_.Is(tokens.begin, kGivenName) && !river) return true;
    if (words_.Is(tokens.begin, kFamilyFirst) && tokens.size() <= 4 && !river) return true;
    for (uint32_t t = tokens.begin + 1; t + 1 < tokens.end; ++t) {
      const bool small = !document_.tokens[t].capital && words_.IsWord(t);
      if (small && words_.Is(t, kPersonParticle) && !words_.Is(tokens.begin, kPlaceHead))
        return true;
      if (words_.IsInitial(t) && !words_.IsHyphen(t - 1)) return true;
    }
    const bool initials = words_.IsInitial(tokens.begin) || IsDottedInitials(tokens.begin);
    return initials && words_.IsWord(tokens.begin + 1) && !words_.IsInitial(tokens.end - 1);
  }

  // "J.K." before a surname.
  bool IsDottedInitials(uint32_t t) const {
    const std::string_view text = document_.Text(document_.tokens[t]);
    return text.size() == 4 && text.back() == '.' && words_.IsAcronym(t) && IsDottedLetters(text);
  }

  // By the word before or behind: "negotiator Teodor Marek", "Koval, 44,", "Koval, who". Near miss:
  // "to host Karsavian envoys", where the word before is a verb and the name no noun.
  bool IsPersonByNeighbours(IndexRange tokens) const {
    static const LexiconTable& roles = Table("roles.tsv");
    const bool one = tokens.size() == 1;
    if (tokens.begin > sentence_.begin) {
      const uint32_t before = tokens.begin - 1;
      const bool beside = words_.IsWord(before) && !words_.IsGlued(tokens.begin);
      if (beside && words_.Is(before, kPersonBefore)) return true;
      if (beside && roles.Has(words_.Folded(before)) && !words_.Is(before, kVerb) &&
          !(one && IsBeforeNoun(tokens.end))) {
        return true;
      }
    }
    uint32_t after = tokens.end;
    const bool comma = after < sentence_.end && words_.IsMark(after, ',');
    if (comma && after + 2 < sentence_.end &&
        document_.tokens[after + 1].shape == TokenShape::kNumber && words_.IsMark(after + 2, ',') &&
        document_.Text(document_.tokens[after + 1]).size() <= 3) {
      return true;  // an age
    }
    if (comma) ++after;
    if (after < sentence_.end && words_.Is(after, kPersonAfter)) return true;
    return !comma && !one && tokens.size() <= 3 && after < sentence_.end &&
           words_.Is(after, kSpeechAfter);
  }

  bool IsBeforeNoun(uint32_t t) const {
    return t < sentence_.end && words_.IsWord(t) && !words_.Is(t, kStopword | kVerb | kSpeechAfter);
  }

  // ---- the list of names

  void Add(IndexRange tokens, EntityKind kind, IndexRange title, bool typed = true) {
    while (tokens.end > tokens.begin && !IsNameWord(tokens.end - 1) && !MayModal(tokens.end - 1)) {
      --tokens.end;  // a connector left at the end
    }
    if (tokens.empty()) return;
    Name name;
    name.tokens = tokens;
    name.kind = kind;
    name.typed = typed;
    name.title = title;
    name.placed = tokens.begin > sentence_.begin && words_.Is(tokens.begin - 1, kPlaceBefore) &&
                  !IsPossessive(tokens.end);
    name.article = tokens.begin > sentence_.begin && words_.Folded(tokens.begin - 1) == "the";
    name.speaks = tokens.end < sentence_.end && words_.Is(tokens.end, kSpeechAfter);
    names_.push_back(name);
  }

  bool IsPossessive(uint32_t t) const {
    return t < sentence_.end && document_.Norm(document_.tokens[t]) == "'s";
  }

  void AddUnsure(IndexRange tokens) {
    Add(tokens, EntityKind::kOther, {}, /*typed=*/false);
    if (!names_.empty() && names_.back().tokens == tokens) names_.back().sure = false;
  }

  const NameWords& words_;
  const Document& document_;
  IndexRange sentence_;
  std::vector<Name> names_;
};

}  // namespace

std::vector<Name> FindNames(const NameWords& words) {
  std::vector<Name> names = NameFinder(words).Find();
  AddKnownNames(words, &names);
  return names;
}

}  // namespace crossread
