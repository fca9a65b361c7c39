// One name, two spellings, where the name says so by itself: a capital inside a surname ("Mcleod",
// "McLeod"), a town or a ship a letter apart ("Tarholm", "Tarhulm"), two given names of one age and
// surname. Other people whose names differ are linked in core/link.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/one_name.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kCapitalScore = 800;
constexpr uint32_t kLetterScore = 650;
constexpr uint32_t kAgeScore = 700;
constexpr size_t kFewestLetters = 6;   // of a word that a slip is told in
constexpr size_t kMostInBlock = 200;   // more names that begin alike: a list, nothing is compared
constexpr uint32_t kFewestShared = 2;  // content words that both sentences have

using Words = std::vector<std::string_view>;

Words Split(std::string_view text) {
  Words words;
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    if (end > 0) words.push_back(text.substr(0, end));
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return words;
}

// One way in which one article writes a name, where it stands first.
struct Spelling {
  Place place;
  uint32_t linked = kNoEntity;
  EntityKind kind = EntityKind::kOther;
  std::string text;    // as written
  std::string folded;  // without a leading "the"
};

class NameComparer {
 public:
  explicit NameComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) Collect(a);
    CompareCapitals();
    CompareLetters();
    CompareAges();
    return std::move(out_);
  }

 private:
  const Analysis& At(uint32_t article) const { return comparison_.At(article); }

  void Collect(uint32_t article) {
    const Document& document = comparison_.DocumentOf(article);
    const Mentions& mentions = At(article).mentions;
    std::set<std::string_view> seen;
    for (const Mention& mention : mentions.mentions) {
      if (mention.entity == kNoEntity) continue;
      const Sentence& sentence = document.sentences[document.SentenceAt(mention.span.begin)];
      if (!IsProse(document.blocks[sentence.block].kind)) continue;
      const std::string_view text = document.Text(mention.span);
      if (!seen.insert(text).second) continue;
      Spelling spelling{{article, mention.span},
                        comparison_.entities.Find(article, mention.entity),
                        mentions.entities[mention.entity].kind,
                        std::string(text),
                        FoldDiacritics(text)};
      if (spelling.folded.starts_with("the ")) spelling.folded.erase(0, 4);
      names_[article].insert(spelling.folded);
      spellings_.push_back(std::move(spelling));
    }
  }

  // ---- a capital inside

  // "Mcleod" and "McLeod" of one person. Names in capitals throughout are a typeface.
  void CompareCapitals() {
    std::map<std::pair<uint32_t, std::string>, const Spelling*> first;  // by person and surname
    for (const Spelling& spelling : spellings_) {
      if (spelling.kind != EntityKind::kPerson) continue;
      const std::string_view surname = Surname(spelling);
      if (!IsMixed(surname)) continue;
      const auto [other, added] =
          first.try_emplace({spelling.linked, FoldDiacritics(surname)}, &spelling);
      if (added || other->second == nullptr) continue;
      const std::string_view known = Surname(*other->second);
      if (known == surname || known.size() != surname.size()) continue;
      Add(*other->second, spelling, std::string(known), std::string(surname), kCapitalScore);
      other->second = nullptr;  // told once
    }
  }
  static std::string_view Surname(const Spelling& spelling) {
    const std::string_view text = spelling.text;
    return text.substr(text.rfind(' ') + 1);
  }
  // Begins with a capital, and has more small letters than others.
  static bool IsMixed(std::string_view word) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    const auto capitals = std::count_if(word.begin(), word.end(), is_capital);
    return !word.empty() && is_capital(word[0]) && capitals * 2 < static_cast<long>(word.size());
  }

  // ---- a letter

  // Two names of no people that are equal but for a letter or two of one word that no list knows.
  void CompareLetters() {
    std::map<std::pair<size_t, char>, std::vector<const Spelling*>> blocks;
    for (const Spelling& spelling : spellings_) {
      if (spelling.folded.size() < kFewestLetters) continue;
      const size_t words = Split(spelling.folded).size();
      if (spelling.kind == EntityKind::kPerson && words > 1) continue;
      blocks[{words, spelling.folded[0]}].push_back(&spelling);
    }
    std::set<std::pair<std::string, std::string>> told;
    for (const auto& [key, block] : blocks) {
      if (block.size() > kMostInBlock) continue;
      for (size_t i = 0; i < block.size(); ++i) {
        for (size_t j = i + 1; j < block.size(); ++j) {
          const Spelling &x = *block[i], &y = *block[j];
          if (!AreLettersApart(x, y)) continue;
          if (told.insert(std::minmax(x.folded, y.folded)).second)
            Add(x, y, x.folded, y.folded, kLetterScore);
        }
      }
    }
  }

  bool AreLettersApart(const Spelling& x, const Spelling& y) const {
    if (x.place.article == y.place.article || x.linked == y.linked) return false;
    const size_t longer = std::max(x.folded.size(), y.folded.size());
    if (longer - std::min(x.folded.size(), y.folded.size()) > 1) return false;
    if ((x.kind == EntityKind::kPeople) != (y.kind == EntityKind::kPeople))
      return IsPeopleMisspelt(x.kind == EntityKind::kPeople ? x : y,
                              x.kind == EntityKind::kPeople ? y : x);
    if (x.kind == EntityKind::kPeople) return false;
    // Surnames alone say too little, but for two of one office: "Inspector Coleman".
    if (x.kind == EntityKind::kPerson && y.kind == EntityKind::kPerson)
      return IsLetterOff(x.folded, y.folded) && HaveOneRole(x, y) && !SomeoneWritesBoth(x, y);
    if (x.kind != y.kind && x.kind != EntityKind::kOther && y.kind != EntityKind::kOther)
      return false;
    const Words of_x = Split(x.folded), of_y = Split(y.folded);
    size_t apart = of_x.size();
    for (size_t w = 0; w < of_x.size(); ++w) {
      if (of_x[w] == of_y[w]) continue;
      if (apart < of_x.size()) return false;
      apart = w;
    }
    if (apart == of_x.size() || !IsOneWord(of_x[apart], of_y[apart])) return false;
    return !SomeoneWritesBoth(x, y) && SharedWords(x, y) >= kFewestShared;
  }

  bool HaveOneRole(const Spelling& x, const Spelling& y) const {
    const auto roles = [&](const Spelling& spelling) {
      const Mentions& mentions = At(spelling.place.article).mentions;
      std::set<std::string_view> of;
      for (const RoleMention& role : mentions.roles) {
        if (comparison_.entities.Find(spelling.place.article, role.entity) == spelling.linked)
          of.insert(role.role);
      }
      return of;
    };
    const std::set<std::string_view> of_x = roles(x), of_y = roles(y);
    return std::any_of(of_x.begin(), of_x.end(),
                       [&](std::string_view role) { return of_y.count(role) > 0; });
  }

  // Whoever writes both means two.
  bool SomeoneWritesBoth(const Spelling& x, const Spelling& y) const {
    return std::any_of(names_.begin(), names_.end(), [&](const auto& of_article) {
      return of_article.second.count(x.folded) > 0 && of_article.second.count(y.folded) > 0;
    });
  }

  // "Norwegan fishermen" for Norwegian ones: no other name stands before a noun so.
  bool IsPeopleMisspelt(const Spelling& people, const Spelling& slip) const {
    if (slip.kind != EntityKind::kOther || slip.folded.size() < kFewestLetters) return false;
    if (slip.folded.find(' ') != std::string::npos || slip.folded.back() != people.folded.back())
      return false;
    if (!IsSurnameSlip(slip.folded, people.folded) || IsKnown(slip.folded)) return false;
    const Analysis& analysis = At(slip.place.article);
    const uint32_t behind = analysis.document.TokensIn(slip.place.span).end;
    if (behind >= analysis.document.tokens.size()) return false;
    const Token& next = analysis.document.tokens[behind];
    const bool describes = !next.capital && (analysis.syntax.tokens[behind].upos == Upos::kNoun ||
                                             analysis.document.Text(next) == "-");
    return describes && !SomeoneWritesBoth(people, slip) &&
           SharedWords(people, slip) >= kFewestShared;
  }

  bool IsOneWord(std::string_view x, std::string_view y) const {
    if (std::min(x.size(), y.size()) < kFewestLetters) return false;
    // "Corvia", "Corvian": an ending makes another word.
    if (x.substr(x.size() - 2) != y.substr(y.size() - 2)) return false;
    if (!IsSurnameSlip(x, y) && !(x[0] == y[0] && IsNameTransliteration(x, y))) return false;
    return !IsKnown(x) && !IsKnown(y);
  }

  // In a list of names, another spelling of a word, or a word that stands in small letters too.
  bool IsKnown(std::string_view word) const {
    static constexpr std::string_view kLists[] = {"gazetteer.tsv",     "demonyms.tsv",
                                                  "given_names.tsv",   "spelling_variants.tsv",
                                                  "organisations.txt", "transliterations.tsv"};
    const bool listed = std::any_of(
        std::begin(kLists), std::end(kLists),
        [&](std::string_view list) { return Lexicon::English().Table(list).Has(word); });
    return listed || StandsSmall(word);
  }
  bool StandsSmall(std::string_view word) const {
    for (const Article& article : comparison_.articles) {
      const Document& document = article.analysis->document;
      const bool found = std::any_of(
          document.tokens.begin(), document.tokens.end(),
          [&](const Token& token) { return !token.capital && document.Norm(token) == word; });
      if (found) return true;
    }
    return false;
  }

  uint32_t SharedWords(const Spelling& x, const Spelling& y) const {
    const std::set<std::string> of_x = WordsAround(x), of_y = WordsAround(y);
    return static_cast<uint32_t>(std::count_if(
        of_x.begin(), of_x.end(), [&](const std::string& word) { return of_y.count(word) > 0; }));
  }
  // The lemmas of the content words in the sentence, but for the name.
  std::set<std::string> WordsAround(const Spelling& spelling) const {
    const Analysis& analysis = At(spelling.place.article);
    const Document& document = analysis.document;
    const IndexRange tokens =
        document.sentences[document.SentenceAt(spelling.place.span.begin)].tokens;
    std::set<std::string> words;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = document.tokens[t];
      if (analysis.terms[t].content && !spelling.place.span.Contains(token.span))
        words.emplace(document.Lemma(token));
    }
    return words;
  }

  // ---- an age

  // "Torvald Holm, 34" and "Theodor Holm, 34".
  void CompareAges() {
    struct Aged {
      uint32_t article = 0, linked = kNoEntity;
      const Entity* person = nullptr;
    };
    std::map<int64_t, std::vector<Aged>> by_age;
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      for (const Quantity& age : At(a).quantities) {
        if (age.kind != QuantityKind::kAge || age.entity == kNoEntity || age.low != age.high)
          continue;
        const Entity& person = At(a).mentions.entities[age.entity];
        if (person.kind == EntityKind::kPerson)
          by_age[age.low].push_back({a, comparison_.entities.Find(a, age.entity), &person});
      }
    }
    std::set<std::pair<uint32_t, uint32_t>> told;
    for (const auto& [age, people] : by_age) {
      if (people.size() > kMostInBlock) continue;
      for (size_t i = 0; i < people.size(); ++i) {
        for (size_t j = i + 1; j < people.size(); ++j) {
          const Aged &x = people[i], &y = people[j];
          if (x.article == y.article || x.linked == y.linked) continue;
          if (RelateNames(x.person->key, y.person->key) != NameRelation::kUnrelated) continue;
          if (!AreOneName(x.person->key, y.person->key, /*given=*/false)) continue;
          if (KnowsBoth(comparison_, x.linked, y.linked)) continue;
          if (told.insert(std::minmax(x.linked, y.linked)).second)
            Add(FirstOf(x.article, *x.person), FirstOf(y.article, *y.person), x.person->key,
                y.person->key, kAgeScore);
        }
      }
    }
  }
  // Where the article has the person's name in full.
  Spelling FirstOf(uint32_t article, const Entity& person) const {
    const Mentions& mentions = At(article).mentions;
    Span span = mentions.mentions[person.mentions[0]].span;
    for (const uint32_t m : person.mentions) {
      if (comparison_.DocumentOf(article).Text(mentions.mentions[m].span) != person.name) continue;
      span = mentions.mentions[m].span;
      break;
    }
    return {{article, span}, kNoEntity, person.kind, person.name, person.key};
  }

  void Add(const Spelling& x, const Spelling& y, std::string value_x, std::string value_y,
           uint32_t score) {
    Difference difference;
    difference.kind = DifferenceKind::kName;
    difference.pair = kNoPair;
    difference.a = x.place;
    difference.b = y.place;
    difference.mark_a = x.place.span;
    difference.mark_b = y.place.span;
    difference.minor = true;
    difference.score = score;
    difference.value_a = std::move(value_x);
    difference.value_b = std::move(value_y);
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  std::vector<Spelling> spellings_;                  // by article, then place
  std::map<uint32_t, std::set<std::string>> names_;  // by article: folded
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareNames(const Comparison& comparison) {
  return NameComparer(comparison).Run();
}

}  // namespace crossread
