#include "core/align/word_diff.h"

#include <algorithm>
#include <string>

#include "core/base/ascii.h"
#include "core/base/hash.h"
#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

constexpr uint32_t kContentWeight = 3;
constexpr uint32_t kFunctionWeight = 1;
constexpr size_t kMaxEdge = 3;  // words at an end of both sentences that count as replaced

using Matches = std::vector<std::pair<uint32_t, uint32_t>>;

TermId CanonicalTerm(const Analysis& analysis, uint32_t t) {
  static const LexiconTable& contractions = Lexicon::English().Table("contractions.tsv");
  const std::string_view norm = analysis.document.Norm(analysis.document.tokens[t]);
  if (norm == "'s") return Fnv1a("is");
  if (norm == "&") return Fnv1a("and");
  // "eleventh" and "11th", "twelve" and "12".
  static const LexiconTable& numbers = Lexicon::English().Table("number_words.tsv");
  const LexiconRow* number = numbers.Find(norm);
  if (number != nullptr && number->column(1) == "ordinal") {
    return Fnv1a("#" + std::string(number->column(0)));
  }
  if (number != nullptr && number->column(1) == "cardinal") return Fnv1a(number->column(0));
  if (norm.size() > 2 && IsAsciiDigit(norm[0]) && IsAsciiAlpha(norm.back())) {
    const size_t digits = norm.find_first_not_of("0123456789");
    if (numbers.Has(norm.substr(digits))) return Fnv1a("#" + std::string(norm.substr(0, digits)));
  }
  // "Gen." and "General".
  static const LexiconTable& titles = Lexicon::English().Table("titles.tsv");
  const LexiconRow* title = analysis.document.tokens[t].capital ? titles.Find(norm) : nullptr;
  if (title != nullptr && !title->column(0).empty()) return Fnv1a(title->column(0));
  const LexiconRow* row = contractions.Find(norm);
  return row != nullptr ? Fnv1a(row->column(0)) : analysis.terms[t].norm;
}

// Words on which a sentence turns, though they are function words.
bool IsPivotal(const Analysis& analysis, uint32_t t) {
  static const LexiconTable& negators = Lexicon::English().Table("negators.tsv");
  static const LexiconTable& modality = Lexicon::English().Table("modality.tsv");
  const std::string_view norm = analysis.document.Norm(analysis.document.tokens[t]);
  return negators.Has(norm) || modality.Has(norm) || norm == "only" || norm == "if" ||
         norm == "but" || norm == "unless";
}

// A match at the edge counts only if it is a content word or its neighbour matches too: a lone
// "the" at the far end would stretch the run over words that have nothing to do with each other.
// What opens (or ends) both sentences belongs to the run: "We do not say" and "We say".
bool IsFirm(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b, const Matches& matches,
            size_t m) {
  if (a[matches[m].first].content) return true;
  if (matches[m].first == 0 && matches[m].second == 0) return true;
  if (matches[m].first + 1 == a.size() && matches[m].second + 1 == b.size()) return true;
  const auto follows = [&](size_t x, size_t y) {
    return matches[x].first + 1 == matches[y].first && matches[x].second + 1 == matches[y].second;
  };
  return (m > 0 && follows(m - 1, m)) || (m + 1 < matches.size() && follows(m, m + 1));
}

// A lone word before a gap that stands at the other end of the gap as well belongs there: of
// "Nobody asks, but nobody can tell" it is the second "nobody" that "Nobody can tell" has.
void CloseGap(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b, Matches* matches) {
  if (matches->size() < 2) return;
  auto& [in_a, in_b] = (*matches)[0];
  const auto [next_a, next_b] = (*matches)[1];
  if (in_b + 1 == next_b && a[next_a - 1].term == a[in_a].term) in_a = next_a - 1;
  if (in_a + 1 == next_a && b[next_b - 1].term == b[in_b].term) in_b = next_b - 1;
}

Span SpanOf(const std::vector<DiffWord>& words, uint32_t begin, uint32_t end) {
  if (begin == end) return {};
  return {words[begin].span.begin, words[end - 1].span.end};
}

bool AnyOf(const std::vector<DiffWord>& words, uint32_t begin, uint32_t end, bool DiffWord::*flag) {
  return std::any_of(words.begin() + begin, words.begin() + end,
                     [&](const DiffWord& w) { return w.*flag; });
}

// The gap between two matches: words [a1, a2) against [b1, b2).
WordEdit Gap(const std::vector<DiffWord>& a, uint32_t a1, uint32_t a2,
             const std::vector<DiffWord>& b, uint32_t b1, uint32_t b2) {
  WordEdit edit;
  edit.kind = a1 == a2 ? EditKind::kAdded : b1 == b2 ? EditKind::kDropped : EditKind::kReplaced;
  edit.a = SpanOf(a, a1, a2);
  edit.b = SpanOf(b, b1, b2);
  edit.words = a1 == a2 ? b2 - b1 : a2 - a1;
  // The ellipsis stands before the word that follows the gap, on the side that left words out.
  const auto ellipsis = [](const std::vector<DiffWord>& words, uint32_t begin, uint32_t end) {
    return AnyOf(words, begin, std::min<uint32_t>(end + 1, static_cast<uint32_t>(words.size())),
                 &DiffWord::after_ellipsis);
  };
  edit.marked = AnyOf(a, a1, a2, &DiffWord::bracketed) || AnyOf(b, b1, b2, &DiffWord::bracketed) ||
                ellipsis(a, a1, a2) || ellipsis(b, b1, b2);
  edit.pivotal = AnyOf(a, a1, a2, &DiffWord::pivotal) || AnyOf(b, b1, b2, &DiffWord::pivotal);
  edit.content = AnyOf(a, a1, a2, &DiffWord::content) || AnyOf(b, b1, b2, &DiffWord::content);
  return edit;
}

}  // namespace

bool IsDiffWord(const Analysis& analysis, uint32_t t) {
  const Token& token = analysis.document.tokens[t];
  return token.shape == TokenShape::kWord || token.shape == TokenShape::kNumber ||
         analysis.document.Norm(token) == "&";
}

DiffWord ReadDiffWord(const Analysis& analysis, uint32_t t) {
  DiffWord word;
  word.term = CanonicalTerm(analysis, t);
  word.synonym = analysis.terms[t].synonym;
  word.pivotal = IsPivotal(analysis, t);
  word.content = word.pivotal || analysis.terms[t].content;
  word.span = analysis.document.tokens[t].span;
  return word;
}

Matches AlignWords(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b) {
  // Most of what copies share is whole sentences.
  const auto same_term = [](const DiffWord& x, const DiffWord& y) { return x.term == y.term; };
  if (std::equal(a.begin(), a.end(), b.begin(), b.end(), same_term)) {
    Matches all;
    all.reserve(a.size());
    for (uint32_t i = 0; i < a.size(); ++i) all.emplace_back(i, i);
    return all;
  }
  const size_t columns = b.size() + 1;
  std::vector<uint32_t> best((a.size() + 1) * columns, 0);
  const auto weight = [](const DiffWord& w) {
    return w.content ? kContentWeight : kFunctionWeight;
  };
  for (size_t i = a.size(); i-- > 0;) {
    for (size_t j = b.size(); j-- > 0;) {
      uint32_t value = std::max(best[(i + 1) * columns + j], best[i * columns + j + 1]);
      if (a[i].term == b[j].term) {
        value = std::max(value, best[(i + 1) * columns + j + 1] + weight(a[i]));
      }
      best[i * columns + j] = value;
    }
  }
  Matches matches;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    const uint32_t here = best[i * columns + j];
    if (a[i].term == b[j].term && here == best[(i + 1) * columns + j + 1] + weight(a[i])) {
      matches.emplace_back(i++, j++);
    } else if (here == best[(i + 1) * columns + j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return matches;
}

WordDiff DiffWords(const std::vector<DiffWord>& a, const std::vector<DiffWord>& b) {
  WordDiff diff;
  Matches matches = AlignWords(a, b);
  while (!matches.empty() && !IsFirm(a, b, matches, matches.size() - 1)) matches.pop_back();
  size_t first = 0;
  while (first < matches.size() && !IsFirm(a, b, matches, first)) ++first;
  matches.erase(matches.begin(), matches.begin() + static_cast<std::ptrdiff_t>(first));
  if (matches.empty()) return diff;
  CloseGap(a, b, &matches);

  diff.core_a = {matches.front().first, matches.back().first + 1};
  diff.core_b = {matches.front().second, matches.back().second + 1};
  // A few words left over on both sides are other words in the same place: "before winter", "before
  // spring". Words left over on one side only are a longer quotation.
  const auto replaced = [](size_t left_a, size_t left_b) {
    return left_a > 0 && left_b > 0 && left_a <= kMaxEdge && left_b <= kMaxEdge;
  };
  if (replaced(diff.core_a.begin, diff.core_b.begin)) diff.core_a.begin = diff.core_b.begin = 0;
  if (replaced(a.size() - diff.core_a.end, b.size() - diff.core_b.end)) {
    diff.core_a.end = static_cast<uint32_t>(a.size());
    diff.core_b.end = static_cast<uint32_t>(b.size());
  }
  diff.shared = static_cast<uint32_t>(matches.size());
  diff.similarity = 2000 * diff.shared / (diff.core_a.size() + diff.core_b.size());

  uint32_t i = diff.core_a.begin, j = diff.core_b.begin;
  size_t m = 0;
  while (m < matches.size()) {
    if (i < matches[m].first || j < matches[m].second) {
      diff.edits.push_back(Gap(a, i, matches[m].first, b, j, matches[m].second));
      i = matches[m].first, j = matches[m].second;
    }
    const uint32_t a1 = i, b1 = j;
    while (m < matches.size() && matches[m].first == i && matches[m].second == j) {
      if (a[i].content) ++diff.shared_content;
      ++i, ++j, ++m;
    }
    WordEdit same;
    same.a = SpanOf(a, a1, i);
    same.b = SpanOf(b, b1, j);
    same.words = i - a1;
    diff.edits.push_back(same);
  }
  if (i < diff.core_a.end || j < diff.core_b.end) {
    diff.edits.push_back(Gap(a, i, diff.core_a.end, b, j, diff.core_b.end));
  }
  return diff;
}

}  // namespace crossread
