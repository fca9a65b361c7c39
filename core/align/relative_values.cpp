// Values told by their distance from others, which need no claims that line up: a place that is
// near another in one article and in it in the other ("Ellet, near Velden", "Velden's Ellet"), and
// how long something has lasted ("nearing its third year", "nearly three years of drought").
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/align/comparison.h"
#include "core/base/hash.h"
#include "core/extract/referent.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kPlaceScore = 750;
constexpr uint32_t kElapsedScore = 700;

bool IsOneOf(std::string_view norm, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), norm) != words.end();
}

bool InMarks(const Analysis& analysis, Span span) {
  return std::any_of(
      analysis.quotations.begin(), analysis.quotations.end(), [&](const Quotation& quotation) {
        return quotation.kind != QuotationKind::kIndirect && quotation.Extent().Overlaps(span);
      });
}

// ---- places

struct Nearness {
  std::string of, to;  // keys
  bool inside = false;
  Span span;
};

class PlaceReader {
 public:
  explicit PlaceReader(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document) {}

  std::vector<Nearness> Read() {
    const auto& tokens = document_.tokens;
    for (uint32_t t = 1; t + 1 < tokens.size(); ++t) {
      const std::string_view norm = document_.Norm(tokens[t]);
      if (norm == "near" || norm == "outside") {
        // "Ellet, near Velden"
        const bool comma = t > 1 && document_.Norm(tokens[t - 1]) == ",";
        Add(comma ? t - 2 : t - 1, t + 1, false);
      } else if (norm == "in") {
        Add(t - 1, t + 1, true);
      } else if (norm == "'s" && !tokens[t].space_before) {
        Add(t + 1, t - 1, true);
      }
    }
    return std::move(out_);
  }

 private:
  // The places whose names the tokens `of` and `to` belong to.
  void Add(uint32_t of, uint32_t to, bool inside) {
    const Mention *x = PlaceAt(of), *y = PlaceAt(to);
    if (x == nullptr || y == nullptr || x == y) return;
    if (document_.tokens[of].sentence != document_.tokens[to].sentence) return;
    const Span span{std::min(x->span.begin, y->span.begin), std::max(x->span.end, y->span.end)};
    if (!InMarks(analysis_, span)) out_.push_back({KeyOf(*x), KeyOf(*y), inside, span});
  }

  const Mention* PlaceAt(uint32_t t) const {
    const Mention* mention = MentionAt(analysis_, t);
    if (mention == nullptr || mention->entity == kNoEntity) return nullptr;
    const EntityKind kind = analysis_.mentions.entities[mention->entity].kind;
    return kind == EntityKind::kPlace ? mention : nullptr;
  }

  const std::string& KeyOf(const Mention& place) const {
    return analysis_.mentions.entities[place.entity].key;
  }

  const Analysis& analysis_;
  const Document& document_;
  std::vector<Nearness> out_;
};

// ---- how long

// Hundredths of years.
struct Elapsed {
  TermId event = 0;
  int64_t low = 0, high = 0;
  Span span;
};

class ElapsedReader {
 public:
  explicit ElapsedReader(const Analysis& analysis)
      : analysis_(analysis), document_(analysis.document) {}

  std::vector<Elapsed> Read() {
    for (uint32_t t = 2; t < document_.tokens.size(); ++t) {
      if (Norm(t) == "year") {
        AddNumbered(t);
        AddWarOf(t);
      } else if (Norm(t) == "years") {
        AddCounted(t);
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view Norm(uint32_t t) const { return document_.Norm(document_.tokens[t]); }

  // The value of a number word or of figures, an ordinal or not; 0 if it is none.
  int64_t NumberAt(uint32_t t, bool ordinal) const {
    static const LexiconTable& numbers = Lexicon::English().Table("number_words.tsv");
    const std::string_view norm = Norm(t);
    // "Third" is a fraction as well.
    const LexiconRow* const last = numbers.rows().data() + numbers.rows().size();
    for (const LexiconRow* row = numbers.Find(norm);
         row != nullptr && row != last && row->key == norm; ++row) {
      if (row->column(1) == (ordinal ? "ordinal" : "cardinal")) return ToNumber(row->column(0));
    }
    if (!ordinal) return ToNumber(norm);
    if (norm.size() < 3 || !IsOneOf(norm.substr(norm.size() - 2), {"st", "nd", "rd", "th"}))
      return 0;
    return ToNumber(norm.substr(0, norm.size() - 2));
  }

  static int64_t ToNumber(std::string_view digits) {
    if (digits.empty() || digits.size() > 2) return 0;
    int64_t value = 0;
    for (const char c : digits) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + (c - '0');
    }
    return value;
  }

  // "The strike, approaching its third year," has lasted for nearly two.
  void AddNumbered(uint32_t year) {
    const int64_t n = NumberAt(year - 1, true);
    if (n < 2 || year < 3 || !IsOneOf(Norm(year - 2), {"its", "their", "the"})) return;
    const uint32_t verb = year - 3;
    const std::string_view lemma = document_.Lemma(document_.tokens[verb]);
    Elapsed elapsed;
    if (lemma == "approach" || IsOneOf(Norm(verb), {"near", "nears", "nearing", "neared"})) {
      elapsed.low = (n - 2) * 100 + 50;
      elapsed.high = (n - 1) * 100;
    } else if (lemma == "enter") {
      elapsed.low = (n - 1) * 100 - 20;
      elapsed.high = (n - 1) * 100 + 30;
    } else if (Norm(verb) == "in" && Norm(year - 2) == "its") {
      elapsed.low = (n - 1) * 100;
      elapsed.high = n * 100;
    } else {
      return;
    }
    elapsed.span = document_.SpanOf({verb, year + 1});
    elapsed.event = EventBefore(verb);
    Add(elapsed);
  }

  // "Nearly two years of strikes", "nearly two years later, the strike has …".
  void AddCounted(uint32_t years) {
    const int64_t n = NumberAt(years - 1, false);
    if (n == 0) return;
    Elapsed elapsed = Bounds(n, years - 1);
    elapsed.span = document_.SpanOf({years - 2, years + 1});
    if (years + 2 >= document_.tokens.size()) return;
    if (Norm(years + 1) == "of") {
      elapsed.event = EventAt(years + 2);
      elapsed.span = document_.SpanOf({years - 2, years + 3});
    } else if (IsOneOf(Norm(years + 1), {"later", "on"})) {
      elapsed.event = EventBehind(years + 2);
    }
    Add(elapsed);
  }

  // "The two-year strike".
  void AddWarOf(uint32_t year) {
    if (Norm(year - 1) != "-" || year + 1 >= document_.tokens.size()) return;
    const int64_t n = NumberAt(year - 2, false);
    if (n == 0) return;
    Elapsed elapsed = Bounds(n, year - 2);
    elapsed.span = document_.SpanOf({year - 2, year + 2});
    elapsed.event = EventAt(year + 1);
    Add(elapsed);
  }

  Elapsed Bounds(int64_t n, uint32_t number) const {
    static const LexiconTable& approximators = Lexicon::English().Table("approximators.tsv");
    Elapsed elapsed;
    elapsed.low = n * 100 - 60;
    elapsed.high = n * 100 + 60;
    if (number == 0) return elapsed;
    const LexiconRow* row = approximators.Find(Norm(number - 1));
    if (row != nullptr && row->column(0) == "below") elapsed.high = n * 100;
    if (number > 1 && Norm(number - 1) == "than" && Norm(number - 2) == "more") {
      elapsed.low = n * 100;
      elapsed.high = n * 100 + 100;
    }
    return elapsed;
  }

  // Wars and strikes last; so says the lexicon of events, or of words exchanged for one.
  TermId EventAt(uint32_t t) const {
    static const LexiconTable& lasting = Lexicon::English().Table("lasting_events.tsv");
    const LexiconRow* row = lasting.Find(document_.Lemma(document_.tokens[t]));
    if (row == nullptr) row = lasting.Find(Norm(t));
    return row == nullptr ? 0 : Fnv1a(row->column(0));
  }

  TermId EventBefore(uint32_t t) const {
    constexpr uint32_t kReach = 6;
    const uint32_t begin = document_.sentences[document_.tokens[t].sentence].tokens.begin;
    for (uint32_t back = 1; back <= kReach && t >= begin + back; ++back) {
      if (const TermId event = EventAt(t - back)) return event;
    }
    return 0;
  }

  TermId EventBehind(uint32_t t) const {
    constexpr uint32_t kReach = 4;
    const uint32_t end = document_.sentences[document_.tokens[t - 1].sentence].tokens.end;
    for (uint32_t i = t; i < std::min(t + kReach, end); ++i) {
      if (const TermId event = EventAt(i)) return event;
    }
    return 0;
  }

  void Add(const Elapsed& elapsed) {
    if (elapsed.event != 0 && !InMarks(analysis_, elapsed.span)) out_.push_back(elapsed);
  }

  const Analysis& analysis_;
  const Document& document_;
  std::vector<Elapsed> out_;
};

// ---- both, of two articles

class RelativeComparer {
 public:
  explicit RelativeComparer(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Difference> Run() {
    const uint32_t count = static_cast<uint32_t>(comparison_.articles.size());
    std::vector<std::vector<Nearness>> places;
    std::vector<std::vector<Elapsed>> elapsed;
    for (uint32_t a = 0; a < count; ++a) {
      places.push_back(PlaceReader(comparison_.At(a)).Read());
      elapsed.push_back(ElapsedReader(comparison_.At(a)).Read());
    }
    for (uint32_t a = 0; a < count; ++a) {
      for (uint32_t b = a + 1; b < count; ++b) {
        ComparePlaces(a, places[a], b, places[b]);
        CompareElapsed(a, elapsed[a], b, elapsed[b]);
      }
    }
    return std::move(out_);
  }

 private:
  static bool SamePlaces(const Nearness& x, const Nearness& y) {
    return x.of == y.of && x.to == y.to;
  }

  static bool TellsBoth(const std::vector<Nearness>& values, const Nearness& value) {
    return std::any_of(values.begin(), values.end(), [&](const Nearness& other) {
      return SamePlaces(other, value) && other.inside != value.inside;
    });
  }

  void ComparePlaces(uint32_t a, const std::vector<Nearness>& in_a, uint32_t b,
                     const std::vector<Nearness>& in_b) {
    for (const Nearness& x : in_a) {
      for (const Nearness& y : in_b) {
        if (!SamePlaces(x, y) || x.inside == y.inside) continue;
        if (TellsBoth(in_a, x) || TellsBoth(in_b, y)) continue;
        Add(DifferenceKind::kPlace, a, x.span, x.inside ? "inside" : "beside", b, y.span,
            y.inside ? "inside" : "beside", kPlaceScore);
      }
    }
  }

  static bool Excludes(const Elapsed& x, const Elapsed& y) {
    return x.event == y.event && (x.high < y.low || y.high < x.low);
  }

  // An article that gives two times for one kind of event tells of two such events.
  static bool TellsTwo(const std::vector<Elapsed>& values, const Elapsed& value) {
    return std::any_of(values.begin(), values.end(),
                       [&](const Elapsed& other) { return Excludes(other, value); });
  }

  void CompareElapsed(uint32_t a, const std::vector<Elapsed>& in_a, uint32_t b,
                      const std::vector<Elapsed>& in_b) {
    for (const Elapsed& x : in_a) {
      for (const Elapsed& y : in_b) {
        if (!Excludes(x, y) || TellsTwo(in_a, x) || TellsTwo(in_b, y)) continue;
        Add(DifferenceKind::kQuantity, a, x.span, NameOf(x), b, y.span, NameOf(y), kElapsedScore);
      }
    }
  }

  static std::string NameOf(const Elapsed& elapsed) {
    return std::to_string(elapsed.low) + ".." + std::to_string(elapsed.high) + " y/100";
  }

  void Add(DifferenceKind kind, uint32_t a, Span of_a, std::string value_a, uint32_t b, Span of_b,
           std::string value_b, uint32_t score) {
    Difference difference;
    difference.kind = kind;
    difference.pair = kNoPair;
    difference.a = {a, of_a};
    difference.b = {b, of_b};
    difference.mark_a = of_a;
    difference.mark_b = of_b;
    difference.minor = true;
    difference.value_a = std::move(value_a);
    difference.value_b = std::move(value_b);
    difference.score = score;
    out_.push_back(std::move(difference));
  }

  const Comparison& comparison_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareRelativeValues(const Comparison& comparison) {
  return RelativeComparer(comparison).Run();
}

}  // namespace crossread
