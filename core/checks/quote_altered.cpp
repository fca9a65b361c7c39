// Words inside quotation marks that are not the same in two articles: replaced, dropped or added
// without an ellipsis or brackets, or one speaker's statement in other words throughout. Merely
// shorter is no change.
#include <algorithm>
#include <map>

#include "core/align/occasion.h"
#include "core/base/disjoint_sets.h"
#include "core/checks/check.h"

namespace crossread {
namespace {

constexpr uint32_t kEditedScore = 650;  // plus a third of the similarity
constexpr uint32_t kRewordedScore = 700;

// One side's words in one article: parts of its quotations that overlap are one.
struct Variant {
  Place place;
  std::vector<Span> marks;
};

bool Changes(const WordEdit& edit) {
  return edit.kind != EditKind::kSame && !edit.trivial && !edit.marked;
}

bool IsAltered(const QuotationPair& pair) {
  return pair.reworded || std::any_of(pair.edits.begin(), pair.edits.end(), Changes);
}

// A content word replaced or a statement reworded: high. Words dropped or added: medium. Only
// function words touched: low.
Severity SeverityOf(const QuotationPair& pair) {
  if (pair.reworded) return Severity::kHigh;
  Severity worst = Severity::kLow;
  for (const WordEdit& edit : pair.edits) {
    if (!Changes(edit) || !edit.content) continue;
    const bool high = edit.kind == EditKind::kReplaced || edit.pivotal;
    const Severity severity = high ? Severity::kHigh : Severity::kMedium;
    worst = std::min(worst, severity);
  }
  return worst;
}

std::string ReasonOf(const QuotationPair& pair) {
  if (pair.reworded) return "same speaker, one statement in other words inside quotation marks";
  uint32_t replaced = 0, dropped = 0;
  for (const WordEdit& edit : pair.edits) {
    if (!Changes(edit)) continue;
    ++(edit.kind == EditKind::kReplaced ? replaced : dropped);
  }
  std::string out = pair.same_speaker ? "same speaker" : "nearly the same words";
  if (replaced > 0)
    out += ", " + std::to_string(replaced) + (replaced == 1 ? " place" : " places") + " reworded";
  if (dropped > 0) {
    out += ", words missing on one side in " + std::to_string(dropped) +
           (dropped == 1 ? " place" : " places");
  }
  return out + ", not marked by … or [ ]";
}

class AlteredFinder {
 public:
  AlteredFinder(const Comparison& comparison, std::vector<Finding>* findings)
      : comparison_(comparison), findings_(findings) {}

  void Run() {
    for (const QuotationPair& pair : comparison_.utterances.pairs) {
      if (SurelyTwoSpeakers(comparison_, pair.a, pair.b)) continue;
      // Words that differ because they were said at another time.
      if (IsAltered(pair) && MayBeTwoOccasions(comparison_, pair)) continue;
      const uint32_t a = Node(pair.part_a), b = Node(pair.part_b);
      links_.push_back({a, b, &pair});
    }
    sentence_ = same_ = DisjointSets(variants_.size());
    for (const Link& link : links_) {
      sentence_.Join(link.a, link.b);
      if (!IsAltered(*link.pair)) same_.Join(link.a, link.b);
    }
    std::map<uint32_t, std::vector<const Link*>> of_sentence;
    for (const Link& link : links_) {
      if (same_.Find(link.a) != same_.Find(link.b))
        of_sentence[sentence_.Find(link.a)].push_back(&link);
    }
    for (const auto& [sentence, links] : of_sentence) Report(links);
  }

 private:
  struct Link {
    uint32_t a, b;
    const QuotationPair* pair;
  };

  // The variant of this article that overlaps `place`, widened to hold it, or a new one.
  uint32_t Node(const Place& place) {
    for (uint32_t v = 0; v < variants_.size(); ++v) {
      Place& known = variants_[v].place;
      if (known.article != place.article || !known.span.Overlaps(place.span)) continue;
      known.span.begin = std::min(known.span.begin, place.span.begin);
      known.span.end = std::max(known.span.end, place.span.end);
      return v;
    }
    variants_.push_back({place, {}});
    return static_cast<uint32_t>(variants_.size() - 1);
  }

  void Report(const std::vector<const Link*>& links) {
    Finding finding;
    finding.severity = Severity::kInfo;
    const QuotationPair* worst = nullptr;
    std::map<uint32_t, std::vector<Span>> marks;  // by variant
    for (const Link* link : links) {
      const Severity severity = SeverityOf(*link->pair);
      if (worst == nullptr || severity < finding.severity) worst = link->pair;
      finding.severity = std::min(finding.severity, severity);
      const uint32_t score =
          link->pair->reworded ? kRewordedScore : kEditedScore + link->pair->similarity / 3;
      finding.score = std::max(finding.score, score);
      AddMarks(*link, &marks);
    }
    AddGroups(links, marks, &finding);
    finding.message = worst->reworded ? RewordedMessage(finding, SpeakerOf(links))
                                      : EditedMessage(finding, SpeakerOf(links));
    finding.reason = ReasonOf(*worst);
    findings_->push_back(std::move(finding));
  }

  std::string SpeakerOf(const std::vector<const Link*>& links) const {
    for (const Link* link : links) {
      for (const QuotationRef ref : {link->pair->a, link->pair->b}) {
        const Speaker& speaker = comparison_.At(ref).speaker;
        if (speaker.kind != SpeakerKind::kNamed) continue;
        const uint32_t linked = comparison_.entities.Find(ref.article, speaker.entity);
        return linked == kNoEntity ? speaker.name : comparison_.entities.entities[linked].name;
      }
    }
    return "one speaker";
  }

  // The first words that differ on each side: the whole sentences stand in the evidence.
  std::string EditedMessage(const Finding& finding, const std::string& speaker) const {
    std::string out = "Words of " + speaker + " differ inside quotation marks: ";
    std::vector<std::string> said;
    for (uint32_t g = 0; g < finding.groups.size(); ++g) {
      if (g > 0) out += "; ";
      out += NamesOf(comparison_, finding.groups[g].articles);
      out += finding.groups[g].articles.size() == 1 ? " has " : " have ";
      said.push_back(WordsOf(finding, g, said));
      out += said.back();
    }
    return out + ".";
  }

  // The first words that changed which no other side of `said` is quoted with already.
  std::string WordsOf(const Finding& finding, uint32_t group,
                      const std::vector<std::string>& said) const {
    std::string first;
    for (const Evidence& evidence : finding.evidence) {
      if (evidence.group != group) continue;
      const std::vector<Span> whole = {evidence.place.span};
      for (const Span mark : evidence.marks.empty() ? whole : evidence.marks) {
        const std::string words =
            Quote(comparison_, {evidence.place.article, WithNeighbours(evidence, mark)});
        if (std::find(said.begin(), said.end(), words) == said.end()) return words;
        if (first.empty()) first = words;
      }
    }
    return first;
  }

  // A mark, which holds the words that changed or the ones on both sides of a gap, and a word or
  // two around it: "the" by itself tells nobody what became of a sentence.
  Span WithNeighbours(const Evidence& evidence, Span mark) const {
    constexpr uint32_t kFewWords = 5, kNeighbours = 2;
    const Document& document = comparison_.DocumentOf(evidence.place.article);
    const IndexRange words = document.TokensIn(mark);
    const IndexRange all = document.TokensIn(evidence.place.span);
    if (words.empty() || words.size() > kFewWords) return mark;
    uint32_t begin = words.begin, end = words.end;
    for (uint32_t n = 0; n < kNeighbours && begin > all.begin && IsWord(document, begin - 1); ++n)
      --begin;
    for (uint32_t n = 0; n < kNeighbours && end < all.end && IsWord(document, end); ++n) ++end;
    return document.SpanOf({begin, end});
  }
  static bool IsWord(const Document& document, uint32_t t) {
    const TokenShape shape = document.tokens[t].shape;
    return shape == TokenShape::kWord || shape == TokenShape::kNumber;
  }

  // The words that changed; where they are missing on one side, the words on both sides of the gap.
  void AddMarks(const Link& link, std::map<uint32_t, std::vector<Span>>* marks) {
    const std::vector<WordEdit>& edits = link.pair->edits;
    for (size_t e = 0; e < edits.size(); ++e) {
      if (!Changes(edits[e])) continue;
      const WordEdit* before = e > 0 ? &edits[e - 1] : nullptr;
      const WordEdit* after = e + 1 < edits.size() ? &edits[e + 1] : nullptr;
      Mark(link.pair->a.article, edits[e].a, before ? before->a : Span{}, after ? after->a : Span{},
           link.a, marks);
      Mark(link.pair->b.article, edits[e].b, before ? before->b : Span{}, after ? after->b : Span{},
           link.b, marks);
    }
  }

  // Where the whole statement is worded anew single words say little: who has which wording does.
  std::string RewordedMessage(const Finding& finding, const std::string& speaker) const {
    std::string out = "One statement of " + speaker + " stands inside quotation marks in " +
                      std::to_string(finding.groups.size()) + " wordings: ";
    for (uint32_t g = 0; g < finding.groups.size(); ++g) {
      if (g > 0) out += " | ";
      out += NamesOf(comparison_, finding.groups[g].articles);
    }
    return out + ".";
  }

  void Mark(uint32_t article, Span words, Span before, Span after, uint32_t variant,
            std::map<uint32_t, std::vector<Span>>* marks) {
    if (words.empty() && !(before.empty() && after.empty())) {
      const Document& document = comparison_.DocumentOf(article);
      const IndexRange left = document.TokensIn(before), right = document.TokensIn(after);
      // At an edge of the sentence only one of them is there.
      const uint32_t first = left.empty() ? right.begin : left.end - 1;
      const uint32_t last = right.empty() ? first : right.begin;
      words = {document.tokens[first].span.begin, document.tokens[last].span.end};
    }
    if (!words.empty()) (*marks)[variant].push_back(words);
  }

  void AddGroups(const std::vector<const Link*>& links,
                 std::map<uint32_t, std::vector<Span>>& marks, Finding* finding) {
    std::map<uint32_t, std::vector<uint32_t>> sides;  // root in same_ -> variants
    const uint32_t sentence = sentence_.Find(links[0]->a);
    for (uint32_t v = 0; v < variants_.size(); ++v) {
      if (sentence_.Find(v) == sentence) sides[same_.Find(v)].push_back(v);
    }
    for (const auto& [root, members] : sides) {
      ValueGroup group;
      const uint32_t index = static_cast<uint32_t>(finding->groups.size());
      for (const uint32_t v : members) {
        const Place& place = variants_[v].place;
        if (group.label.empty()) group.label = std::string(comparison_.Text(place));
        group.articles.push_back(place.article);
        group.value = SmallestText(comparison_, place, group.value);
        std::vector<Span>& spans = marks[v];
        std::sort(spans.begin(), spans.end());
        spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
        finding->evidence.push_back({place, index, spans});
      }
      std::sort(group.articles.begin(), group.articles.end());
      group.articles.erase(std::unique(group.articles.begin(), group.articles.end()),
                           group.articles.end());
      finding->groups.push_back(std::move(group));
    }
  }

  const Comparison& comparison_;
  std::vector<Finding>* findings_;
  std::vector<Variant> variants_;
  std::vector<Link> links_;
  DisjointSets sentence_;  // variants of one sentence
  DisjointSets same_;      // variants without a change between them
};

constexpr uint32_t kFragmentScore = 600;

// An utterance that is reported already has the change.
bool IsReported(const Comparison& comparison, const FragmentPair& pair) {
  const auto overlaps = [&](const Place& part) {
    const Place& side = part.article == pair.whole.article ? pair.whole : pair.fragment;
    return part.article == side.article && part.span.Overlaps(side.span);
  };
  return std::any_of(comparison.utterances.pairs.begin(), comparison.utterances.pairs.end(),
                     [&](const QuotationPair& other) {
                       return IsAltered(other) && overlaps(other.part_a) && overlaps(other.part_b);
                     });
}

Severity SeverityOf(FragmentChange change) {
  switch (change) {
    case FragmentChange::kModal:
    case FragmentChange::kOfArticle:
      return Severity::kHigh;
    case FragmentChange::kDegree:
      return Severity::kMedium;
    case FragmentChange::kWords:
      break;
  }
  return Severity::kLow;
}

std::string ReasonOf(FragmentChange change) {
  switch (change) {
    case FragmentChange::kModal:
      return "same speaker and topic, another modal inside quotation marks";
    case FragmentChange::kOfArticle:
      return "quoted from another paper, whose article has other words";
    case FragmentChange::kDegree:
    case FragmentChange::kWords:
      break;
  }
  return "same speaker and topic, words missing on one side inside quotation marks";
}

// "a bad idea" and "a very bad idea", "should be closed" and "will it be closed?"
void ReportFragment(const Comparison& comparison, const FragmentPair& pair,
                    std::vector<Finding>* findings) {
  Finding finding;
  finding.score = kFragmentScore;
  finding.severity = SeverityOf(pair.change);
  for (const Place& place : {pair.whole, pair.fragment}) {
    ValueGroup group;
    group.label = group.value = std::string(comparison.Text(place));
    group.articles = {place.article};
    std::vector<Span> marks;
    if ((place == pair.whole) == pair.mark_in_whole) marks.push_back(pair.mark);
    finding.evidence.push_back(
        {place, static_cast<uint32_t>(finding.groups.size()), std::move(marks)});
    finding.groups.push_back(std::move(group));
  }
  finding.message = comparison.articles[pair.fragment.article].label + " quotes " +
                    Quote(comparison, pair.fragment) + "; in " +
                    comparison.articles[pair.whole.article].label + " the words are " +
                    Quote(comparison, pair.whole) + ".";
  finding.reason = ReasonOf(pair.change);
  findings->push_back(std::move(finding));
}

void Run(const Comparison& comparison, const Check&, std::vector<Finding>* findings) {
  AlteredFinder(comparison, findings).Run();
  for (const FragmentPair& pair : comparison.fragments) {
    if (IsReported(comparison, pair)) continue;
    const bool of_speaker = pair.change != FragmentChange::kOfArticle;
    if (of_speaker && MayBeTwoOccasions(comparison, pair.fragment, pair.whole)) continue;
    ReportFragment(comparison, pair, findings);
  }
}

}  // namespace

extern const Check kQuoteAltered = {"quote_altered", Family::kQuote,
                                    "words inside quotation marks differ", Run};

}  // namespace crossread
