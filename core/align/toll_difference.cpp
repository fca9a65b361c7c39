// How many people one thing happened to, told in two numbers: "seven people were injured", "nine
// were hurt". The words have nothing in common but what happened, so it is asked only where all
// else is silent: each article gives one whole number of it near its beginning, of people of no
// kind, place or day of their own. And where one article gives two such numbers itself.
#include <algorithm>
#include <string>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/counted_apart.h"
#include "core/align/number_setting.h"
#include "core/align/sentence_times.h"
#include "core/base/date.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 650;
constexpr uint32_t kScoreWithin = 600;
constexpr uint32_t kLead = 8;     // sentences that tell the event itself
constexpr int64_t kFarthest = 4;  // one toll has no answers farther apart than this factor

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TollComparer {
 public:
  explicit TollComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
      tolls_.push_back(SettingsOf(comparison.At(a)));
      std::erase_if(tolls_.back(), [](const NumberSetting& s) {
        return s.fate.empty() || s.fate == kPopulation || s.quantity->vague;
      });
    }
  }

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a; b < count; ++b) {
        if (OnTwoDays(a, b)) continue;
        for (const NumberSetting& x : tolls_[a]) {
          for (const NumberSetting& y : tolls_[b]) {
            if (a != b || x.sentence < y.sentence) Compare(a, x, b, y);
          }
        }
      }
    }
    return std::move(out_);
  }

 private:
  bool OnTwoDays(uint32_t a, uint32_t b) const {
    const auto day_a = ParseIsoDay(comparison_.articles[a].date),
               day_b = ParseIsoDay(comparison_.articles[b].date);
    return day_a && day_b && *day_a != *day_b;
  }

  void Compare(uint32_t a, const NumberSetting& x, uint32_t b, const NumberSetting& y) {
    const Quantity &p = *x.quantity, &q = *y.quantity;
    if (x.fate != y.fate || Relate(p, q) != Relation::kDisjoint) return;
    if (std::max(p.low, q.low) / kFarthest > std::min(p.low, q.low)) return;
    if (!IsWhole(a, x) || !IsWhole(b, y)) return;
    if (!KnowsNames(a, x, b) || !KnowsNames(b, y, a)) return;
    if (a == b ? TellsThird(a, x, y) : MayGive(b, x) || MayGive(a, y)) return;
    World world = World::kBothAsserted;
    if (x.claim != UINT32_MAX && y.claim != UINT32_MAX)
      world = WorldOf(comparison_, {a, x.claim}, {b, y.claim});
    if (world == World::kOtherSources ||
        TimesExclude(comparison_.At(a), x.sentence, comparison_.At(b), y.sentence))
      return;
    if (AreCountedApart(comparison_.At(a), p, comparison_.At(b), q)) return;
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.ground = Ground::kToll;
    difference.pair = kNoPair;
    difference.a = {a, p.span};
    difference.b = {b, q.span};
    difference.mark_a = p.span;
    difference.mark_b = q.span;
    difference.index_a = x.index;
    difference.index_b = y.index;
    difference.world = world;
    difference.score = a == b ? kScoreWithin : kScore;
    out_.push_back(difference);
  }

  // Of everybody, once and for all, in what the article is about.
  bool IsWhole(uint32_t article, const NumberSetting& s) const {
    static const LexiconTable& changes = Lexicon::English().Table("figure_changes.tsv");
    static const LexiconTable& occasions = Lexicon::English().Table("occasions.tsv");
    static const LexiconTable& unsure = Lexicon::English().Table("toll_doubts.txt");
    const Quantity& q = *s.quantity;
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    const bool people = q.noun.empty() || q.noun == "person" || q.noun == "people";
    if (!people || q.low != q.high || q.approximate || q.at_least || q.at_most || q.low <= 1000)
      return false;
    if (s.sentence > kLead || s.graded || s.another || !s.modifiers.empty()) return false;
    for (const Quotation& quotation : analysis.quotations) {
      if (quotation.kind != QuotationKind::kIndirect && quotation.Extent().Overlaps(q.span))
        return false;
    }
    const IndexRange tokens = document.sentences[s.sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const std::string_view norm = document.Norm(document.tokens[t]);
      if (changes.Has(norm) || occasions.Has(norm) || unsure.Has(norm)) return false;
    }
    // "Seven of them", "seven in the second car".
    const IndexRange number = document.TokensIn(q.span);
    return !(number.end < tokens.end && analysis.syntax.tokens[number.end].upos == Upos::kAdp) &&
           !(number.begin > tokens.begin &&
             IsOneOf(document.Norm(document.tokens[number.begin - 1]),
                     {"of", "the", "these", "those", "first", "last"}));
  }

  // The names of the sentence stand elsewhere as well: it tells of no place of its own.
  bool KnowsNames(uint32_t article, const NumberSetting& s, uint32_t other) const {
    const Analysis& in = comparison_.At(other);
    return std::all_of(s.names.begin(), s.names.end(), [&](TermId name) {
      for (uint32_t t = 0; t < in.terms.size(); ++t) {
        if (in.terms[t].synonym == name &&
            (article != other || in.document.tokens[t].sentence != s.sentence))
          return true;
      }
      return false;
    });
  }

  // The other article has a number of this fate that may be this one.
  bool MayGive(uint32_t article, const NumberSetting& value) const {
    return std::any_of(tolls_[article].begin(), tolls_[article].end(), [&](const NumberSetting& o) {
      return o.fate == value.fate && Relate(*o.quantity, *value.quantity) != Relation::kDisjoint;
    });
  }
  // Who gives three numbers tells of several things, and so does who gives one of two again.
  bool TellsThird(uint32_t article, const NumberSetting& x, const NumberSetting& y) const {
    return std::any_of(tolls_[article].begin(), tolls_[article].end(), [&](const NumberSetting& o) {
      return o.fate == x.fate && o.index != x.index && o.index != y.index;
    });
  }

  const Comparison& comparison_;
  std::vector<std::vector<NumberSetting>> tolls_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareTollNumbers(const Comparison& comparison) {
  return TollComparer(comparison).Run();
}

}  // namespace crossread
