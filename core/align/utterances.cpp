// The same utterance in several articles: sentences inside quotation marks are paired across
// articles, and their words compared. Fragments of one speech find their places because a sentence
// may be paired with several parts of another. What a change means is judged by the checks.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>

#include "core/align/admission.h"
#include "core/align/comparison.h"
#include "core/align/quoted_segments.h"
#include "core/align/word_diff.h"
#include "core/base/ascii.h"
#include "core/base/disjoint_sets.h"
#include "core/base/utf8.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr size_t kMaxPostings = 120;     // of a term: the first sentences that have it
constexpr uint32_t kMinSharedTerms = 2;  // content words in common before words are compared
constexpr uint32_t kMinShared = 4;       // words in common: fewer are a phrase anybody may use
constexpr uint32_t kMinSharedOfTwo = 5;  // of an edited sentence of perhaps two speakers
constexpr uint32_t kMinSharedContent = 2;
constexpr uint32_t kEdited = 600;  // similarity, thousandths: one statement with changed words
constexpr uint32_t kOtherSpeaker = 800;  // the same if the speakers differ or are unknown
constexpr uint32_t kMinAnchor = 8;       // the same of a sentence that shows two speeches to be one
constexpr uint32_t kCover = 600;         // share of the shorter sentence that the run must make up
constexpr uint32_t kPivotBehind = 2;     // words after the cut to "if" or "but"
constexpr uint32_t kPivotReach = 4;      // words from the cut to a word that bears on what stayed
constexpr uint32_t kSeam = 3;            // words on the other side of a cut that both have
constexpr uint32_t kReworded = 450;      // share of content in common of one speaker's statement

struct Found {
  uint32_t a, b;  // segments
  WordDiff diff;
  bool same_speaker;
  bool reworded;
  uint32_t weight;
};

class UtteranceLinker {
 public:
  explicit UtteranceLinker(const Comparison& comparison)
      : comparison_(comparison), segments_(ReadSegments(comparison)) {}

  Utterances Run() {
    std::vector<Found> found = Compare();
    // The best matches first; each part of a sentence is used once for each other article. Of two
    // people whom one article gives the same words, each is paired with herself.
    std::stable_sort(found.begin(), found.end(), [](const Found& x, const Found& y) {
      return x.weight != y.weight ? x.weight > y.weight : x.same_speaker && !y.same_speaker;
    });
    std::map<std::pair<uint32_t, uint32_t>, std::vector<IndexRange>>
        taken;  // segment, other article
    Utterances out;
    for (const Found& f : found) {
      auto& in_a = taken[{f.a, segments_[f.b].ref.article}];
      auto& in_b = taken[{f.b, segments_[f.a].ref.article}];
      if (Overlaps(in_a, f.diff.core_a) || Overlaps(in_b, f.diff.core_b)) continue;
      in_a.push_back(f.diff.core_a);
      in_b.push_back(f.diff.core_b);
      out.pairs.push_back(MakePair(f));
    }
    std::stable_sort(out.pairs.begin(), out.pairs.end(),
                     [](const QuotationPair& x, const QuotationPair& y) {
                       if (x.a.article != y.a.article) return x.a.article < y.a.article;
                       if (x.b.article != y.b.article) return x.b.article < y.b.article;
                       if (!(x.part_a.span == y.part_a.span)) return x.part_a.span < y.part_a.span;
                       return x.part_b.span < y.part_b.span;
                     });
    Group(&out);
    return out;
  }

 private:
  std::vector<Found> Compare() const {
    std::unordered_map<TermId, std::vector<uint32_t>> postings;  // looked up, never iterated
    std::vector<Found> found;
    std::vector<Found> doubtful;
    std::map<uint32_t, uint32_t> shared;
    for (uint32_t s = 0; s < segments_.size(); ++s) {
      shared.clear();
      for (const TermId term : ContentTerms(segments_[s])) {
        std::vector<uint32_t>& list = postings[term];
        for (size_t p = 0; p < std::min(list.size(), kMaxPostings); ++p) {
          if (segments_[list[p]].ref.article != segments_[s].ref.article) ++shared[list[p]];
        }
        list.push_back(s);
      }
      for (const auto& [other, terms] : shared) {
        if (terms >= kMinSharedTerms) Judge(other, s, &found, &doubtful);
      }
    }
    AddAnchored(std::move(doubtful), &found);
    return found;
  }

  // Who "the star" is may be open, but where two speeches have one long sentence in common, what
  // resembles each other in the rest of them was said by one person as well.
  void AddAnchored(std::vector<Found> doubtful, std::vector<Found>* found) const {
    std::set<std::pair<uint32_t, uint32_t>> anchored;  // speeches
    for (const Found& f : *found) {
      if (f.diff.similarity < kOtherSpeaker || f.diff.shared < kMinAnchor) continue;
      if (!SurelyTwoSpeakers(comparison_, segments_[f.a].ref, segments_[f.b].ref))
        anchored.emplace(segments_[f.a].speech, segments_[f.b].speech);
    }
    for (Found& f : doubtful) {
      if (anchored.contains({segments_[f.a].speech, segments_[f.b].speech}))
        found->push_back(std::move(f));
    }
  }

  static std::vector<TermId> ContentTerms(const Segment& segment) {
    std::vector<TermId> terms;
    for (const DiffWord& word : segment.words) {
      if (word.content) terms.push_back(word.synonym);
    }
    std::sort(terms.begin(), terms.end());
    terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
    return terms;
  }

  // How much of the content of both sentences is the same or a synonym, in thousandths.
  static uint32_t SharedContent(const Segment& a, const Segment& b) {
    const std::vector<TermId> x = ContentTerms(a), y = ContentTerms(b);
    std::vector<TermId> both;
    std::set_intersection(x.begin(), x.end(), y.begin(), y.end(), std::back_inserter(both));
    return static_cast<uint32_t>(2000 * both.size() / std::max<size_t>(1, x.size() + y.size()));
  }

  void Judge(uint32_t a, uint32_t b, std::vector<Found>* found,
             std::vector<Found>* doubtful) const {
    Found f{a, b, DiffWords(segments_[a].words, segments_[b].words), false, false, 0};
    f.same_speaker = SameSpeaker(comparison_, segments_[a].ref, segments_[b].ref);
    if (f.diff.shared < kMinShared || f.diff.shared_content < kMinSharedContent) return;
    if (!Covers(f)) return;
    const bool doubt = !f.same_speaker && f.diff.similarity < 1000 &&
                       (f.diff.shared < kMinSharedOfTwo || f.diff.similarity < kOtherSpeaker);
    if (f.diff.similarity < kEdited) {
      if (!f.same_speaker || SharedContent(segments_[a], segments_[b]) < kReworded) return;
      f.reworded = true;
    }
    f.weight =
        f.diff.shared + 2 * f.diff.shared_content + (f.reworded ? 0 : f.diff.similarity / 100);
    (doubt ? doubtful : found)->push_back(std::move(f));
  }

  // The run is most of one of the two sentences. Two long sentences that share a phrase in their
  // midst are two utterances.
  bool Covers(const Found& f) const {
    const size_t share_a = f.diff.core_a.size() * 1000 / segments_[f.a].words.size();
    const size_t share_b = f.diff.core_b.size() * 1000 / segments_[f.b].words.size();
    return std::max(share_a, share_b) >= kCover;
  }

  static bool Overlaps(const std::vector<IndexRange>& taken, IndexRange range) {
    return std::any_of(taken.begin(), taken.end(),
                       [&](IndexRange r) { return r.begin < range.end && range.begin < r.end; });
  }

  QuotationPair MakePair(const Found& f) const {
    const Segment &a = segments_[f.a], &b = segments_[f.b];
    QuotationPair pair;
    pair.a = a.ref;
    pair.b = b.ref;
    pair.part_a = {a.ref.article, WholeWords(a, f.diff.core_a)};
    pair.part_b = {b.ref.article, WholeWords(b, f.diff.core_b)};
    pair.similarity = f.diff.similarity;
    pair.same_speaker = f.same_speaker;
    pair.reworded = f.reworded;
    const bool end_a = f.diff.core_a.end == a.words.size(),
               end_b = f.diff.core_b.end == b.words.size();
    pair.a_goes_on = !end_a && end_b && b.full_stop;
    pair.b_goes_on = !end_b && end_a && a.full_stop;
    pair.edits = f.diff.edits;
    if (!f.reworded) {
      AddCuts(a, f.diff.core_a, b, f.diff.core_b, true, &pair.cuts);
      AddCuts(b, f.diff.core_b, a, f.diff.core_a, false, &pair.cuts);
      std::erase_if(pair.cuts, [&](const QuoteCut& cut) {
        const bool inner = IsInner(f, cut);
        if (inner) AddInner(cut, &pair);
        return inner;
      });
    }
    for (WordEdit& edit : pair.edits) edit.trivial = IsTrivial(a.ref.article, b.ref.article, edit);
    return pair;
  }

  // What stands in `more` before and behind the run, where `less` has nothing but the run.
  void AddCuts(const Segment& more, IndexRange run, const Segment& less, IndexRange run_of_less,
               bool of_a, std::vector<QuoteCut>* cuts) const {
    const uint32_t size = static_cast<uint32_t>(more.words.size());
    if (run.begin > 0 && run_of_less.begin == 0) {
      QuoteCut cut;
      cut.of_a = of_a;
      cut.front = true;
      cut.words = SpanOf(more, {0, run.begin});
      SetPivot(PivotBefore(more, run.begin), &cut);
      if (cut.effect == "contrast") SetPivot({}, &cut);  // "…, but we will stay": all of it
      cut.marked = less.words[0].after_ellipsis || less.words[0].bracketed;
      // "If this is so" and "This is so": a capital that the other side does not have.
      cut.closed = IsCapital(less, 0) && (!IsCapital(more, run.begin) || run.begin == 1);
      cuts->push_back(cut);
    }
    if (run.end < size && run_of_less.end == less.words.size()) {
      QuoteCut cut;
      cut.of_a = of_a;
      cut.words = SpanOf(more, {run.end, size});
      SetPivot(PivotBehind(more, run.end), &cut);
      if (cut.effect == "negation" || (cut.effect == "time" && !IsPlan(more, run)))
        SetPivot({}, &cut);
      cut.marked = less.ellipsis || more.words[run.end].after_ellipsis;
      cut.closed = IsCapital(less, 0) && (less.full_stop || less.comma);
      cuts->push_back(cut);
    }
  }

  // A word or phrase of quote_pivots.tsv on which what stayed turns.
  struct Pivot {
    Span span;
    std::string_view effect;
  };
  static void SetPivot(const Pivot& pivot, QuoteCut* cut) {
    cut->pivot = pivot.span;
    cut->effect = pivot.effect;
  }
  Pivot PivotBefore(const Segment& segment, uint32_t end) const {
    const Pivot near = PivotIn(segment, {end - std::min(end, kPivotReach), end}, end);
    if (!near.span.empty()) return near;
    // "If …, we will stay", "as far as we know, …", however long: it opens the sentence.
    const Pivot opening = PivotAt(segment, 0, end);
    return opening.effect == "condition" || opening.effect == "hedge" ? opening : Pivot{};
  }
  Pivot PivotBehind(const Segment& segment, uint32_t begin) const {
    const uint32_t size = static_cast<uint32_t>(segment.words.size());
    const Pivot limit = PivotAt(segment, begin, size);
    // "And if not, …" begins another statement; "so far" does not.
    if (!IsAnd(segment, begin) || limit.effect == "limit")
      return PivotIn(segment, {begin, std::min(begin + kPivotBehind, size)}, size);
    const Span admission = AdmissionIn(comparison_.At(segment.ref.article), segment.words, begin);
    return admission.empty() ? Pivot{} : Pivot{admission, "admission"};
  }

  // Words that are missing inside: both quotations go on beyond the cut, and with the same words.
  // "We tried. Well, it failed." and "We tried. It failed."
  bool IsInner(const Found& f, const QuoteCut& cut) const {
    if (cut.marked || !cut.pivot.empty()) return false;
    const uint32_t more = cut.of_a ? f.a : f.b, less = cut.of_a ? f.b : f.a;
    const auto neighbour = [&](uint32_t s) -> const Segment* {
      if (cut.front ? s == 0 : s + 1 == segments_.size()) return nullptr;
      const Segment& beside = segments_[cut.front ? s - 1 : s + 1];
      const bool follows = segments_[cut.front ? s : s + 1].follows;
      return follows && beside.ref == segments_[s].ref ? &beside : nullptr;
    };
    const Segment *x = neighbour(more), *y = neighbour(less);
    if (x == nullptr || y == nullptr || std::min(x->words.size(), y->words.size()) < kSeam)
      return false;
    const auto same = [](const DiffWord& v, const DiffWord& w) { return v.term == w.term; };
    return cut.front
               ? std::equal(x->words.rbegin(), x->words.rbegin() + kSeam, y->words.rbegin(), same)
               : std::equal(x->words.begin(), x->words.begin() + kSeam, y->words.begin(), same);
  }

  void AddInner(const QuoteCut& cut, QuotationPair* pair) const {
    const Place& part = cut.of_a ? pair->part_a : pair->part_b;
    WordEdit edit;
    edit.kind = cut.of_a ? EditKind::kDropped : EditKind::kAdded;
    (cut.of_a ? edit.a : edit.b) = cut.words;
    const Analysis& analysis = comparison_.At(part.article);
    const IndexRange tokens = analysis.document.TokensIn(cut.words);
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (!IsDiffWord(analysis, t)) continue;
      ++edit.words;
      edit.content = edit.content || analysis.terms[t].content;
    }
    Span& span = cut.of_a ? pair->part_a.span : pair->part_b.span;
    span = {std::min(span.begin, cut.words.begin), std::max(span.end, cut.words.end)};
    pair->edits.insert(cut.front ? pair->edits.begin() : pair->edits.end(), edit);
  }

  // "We will stay", "we do not leave": what "until" makes conditional. "We waited" is told.
  bool IsPlan(const Segment& segment, IndexRange words) const {
    const Document& document = comparison_.DocumentOf(segment.ref.article);
    for (uint32_t w = words.begin; w < words.end; ++w) {
      const std::string_view norm =
          document.Norm(document.tokens[document.TokenAt(segment.words[w].span.begin)]);
      for (const std::string_view word :
           {"will", "'ll", "wo", "must", "can", "not", "n't", "never"}) {
        if (norm == word) return true;
      }
    }
    return false;
  }

  bool IsAnd(const Segment& segment, uint32_t word) const {
    const Document& document = comparison_.DocumentOf(segment.ref.article);
    const std::string_view norm =
        document.Norm(document.tokens[document.TokenAt(segment.words[word].span.begin)]);
    return norm == "and" || norm == "or" || norm == "so";
  }

  static Span SpanOf(const Segment& segment, IndexRange words) {
    return {segment.words[words.begin].span.begin, segment.words[words.end - 1].span.end};
  }

  bool IsCapital(const Segment& segment, uint32_t word) const {
    const Document& document = comparison_.DocumentOf(segment.ref.article);
    return document.tokens[document.TokenAt(segment.words[word].span.begin)].capital;
  }

  // The first that begins among `words` and goes no further than `end`.
  Pivot PivotIn(const Segment& segment, IndexRange words, uint32_t end) const {
    for (uint32_t w = words.begin; w < words.end; ++w) {
      const Pivot pivot = PivotAt(segment, w, end);
      if (!pivot.span.empty()) return pivot;
    }
    return {};
  }

  // The longest that begins at word `first`.
  Pivot PivotAt(const Segment& segment, uint32_t first, uint32_t end) const {
    static const LexiconTable& pivots = Lexicon::English().Table("quote_pivots.tsv");
    const Document& document = comparison_.DocumentOf(segment.ref.article);
    Pivot found;
    std::string key;
    for (uint32_t w = first; w < std::min(first + pivots.longest_key(), end); ++w) {
      const uint32_t t = document.TokenAt(segment.words[w].span.begin);
      if (w > first) key += ' ';
      key += document.Norm(document.tokens[t]);
      // "No, we will stay" answers somebody.
      const bool answer = key == "no" && t + 1 < document.tokens.size() &&
                          document.Norm(document.tokens[t + 1]) == ",";
      const LexiconRow* row = answer ? nullptr : pivots.Find(key);
      if (row != nullptr && row->column(0) != "admission")
        found = {SpanOf(segment, {first, w + 1}), row->column(0)};
    }
    return found;
  }

  // The span of a run of words, not cut inside one: "that's", not "'s".
  Span WholeWords(const Segment& segment, IndexRange words) const {
    const Document& document = comparison_.DocumentOf(segment.ref.article);
    uint32_t first = document.TokenAt(segment.words[words.begin].span.begin);
    uint32_t last = document.TokenAt(segment.words[words.end - 1].span.begin);
    const auto glued = [&](uint32_t t) {
      return !document.tokens[t].space_before &&
             document.tokens[t - 1].shape == TokenShape::kWord &&
             document.tokens[t].shape == TokenShape::kWord;
    };
    while (first > 0 && glued(first)) --first;
    while (last + 1 < document.tokens.size() && glued(last + 1)) ++last;
    return {document.tokens[first].span.begin, document.tokens[last].span.end};
  }

  // "co-operate" and "cooperate", "per cent" and "percent": the same letters.
  bool IsTrivial(uint32_t a, uint32_t b, const WordEdit& edit) const {
    if (edit.kind != EditKind::kReplaced) return false;
    if (IsSameClockTime(comparison_.At(a), edit.a, comparison_.At(b), edit.b)) return true;
    return Letters(comparison_.DocumentOf(a).Text(edit.a)) ==
           Letters(comparison_.DocumentOf(b).Text(edit.b));
  }

  // "7:05 pm" and "19:05".
  static bool IsSameClockTime(const Analysis& a, Span words_a, const Analysis& b, Span words_b) {
    const auto clock = [](const Analysis& analysis, Span words) -> const Time* {
      const std::string_view text = analysis.document.Text(words);
      if (!IsAsciiDigit(text[0])) return nullptr;
      for (const Time& time : analysis.times) {
        if (time.minute >= 0 && time.span.Contains(words)) return &time;
      }
      return nullptr;
    };
    const Time *x = clock(a, words_a), *y = clock(b, words_b);
    return x != nullptr && y != nullptr && x->minute == y->minute && x->day == y->day &&
           x->month == y->month && x->weekday == y->weekday;
  }

  static std::string Letters(std::string_view text) {
    std::string out;
    constexpr std::string_view kFullHour = ":00";  // "6 p.m.", "6:00 p.m."
    for (const char c : FoldDiacritics(text)) {
      if (c != ' ' && c != '-' && c != '\'' && c != '.' && c != ',' && c != '\n') out += c;
    }
    const size_t hour = out.find(kFullHour);
    if (hour != std::string::npos) out.erase(hour, kFullHour.size());
    return out;
  }

  void Group(Utterances* out) const {
    out->group_of.resize(comparison_.articles.size());
    std::map<std::pair<uint32_t, uint32_t>, uint32_t> node_of;
    std::vector<QuotationRef> nodes;
    for (const QuotationPair& pair : out->pairs) {
      for (const QuotationRef ref : {pair.a, pair.b}) {
        const auto [node, added] =
            node_of.try_emplace({ref.article, ref.quotation}, static_cast<uint32_t>(nodes.size()));
        if (added) nodes.push_back(ref);
      }
    }
    DisjointSets sets(nodes.size());
    for (const QuotationPair& pair : out->pairs) {
      sets.Join(node_of.at({pair.a.article, pair.a.quotation}),
                node_of.at({pair.b.article, pair.b.quotation}));
    }
    for (uint32_t a = 0; a < comparison_.articles.size(); ++a) {
      out->group_of[a].assign(comparison_.At(a).quotations.size(), kNoGroup);
    }
    std::map<uint32_t, uint32_t> group_of_root;
    for (const auto& [key, node] :
         node_of) {  // by article and quotation: groups are numbered in text order
      const auto [group, added] = group_of_root.try_emplace(sets.Find(node), out->groups);
      if (added) ++out->groups;
      out->group_of[key.first][key.second] = group->second;
    }
  }

  const Comparison& comparison_;
  const std::vector<Segment> segments_;
};

}  // namespace

Utterances LinkUtterances(const Comparison& comparison) {
  return UtteranceLinker(comparison).Run();
}

}  // namespace crossread
