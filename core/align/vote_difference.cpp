// One vote, counted in two ways: "voted 9-4 to close the pool", "the closure was carried by eight
// votes to five". Asked only where each article counts one vote, of one body and one matter as far
// as their sentences tell.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/align/comparison.h"
#include "core/align/concepts.h"
#include "core/align/number_setting.h"
#include "core/align/sentence_times.h"
#include "core/lexicon/lexicon.h"
#include "core/values/tally.h"

namespace crossread {
namespace {

constexpr uint32_t kScore = 750;

struct Vote {
  Tally tally;
  uint32_t sentence = 0;
  uint32_t claim = UINT32_MAX;
  std::vector<std::string_view> bodies;  // sorted
  std::vector<TermId> words;             // concepts of the sentence but for those of voting; sorted
  bool matter = false;                   // it says what the vote is on
};

bool IsVoteWord(const LexiconTable& words, std::string_view word, std::string_view kind) {
  const LexiconRow* row = words.Find(word);
  return row != nullptr && row->column(0) == kind;
}

class VoteComparer {
 public:
  explicit VoteComparer(const Comparison& comparison) : comparison_(comparison) {
    for (uint32_t a = 0; a < comparison.articles.size(); ++a) votes_.push_back(Read(a));
  }

  std::vector<Difference> Run() {
    for (uint32_t a = 0; a < votes_.size(); ++a) {
      for (uint32_t b = a + 1; b < votes_.size(); ++b) {
        if (IsOne(a) && IsOne(b)) Compare(a, b);
      }
    }
    return std::move(out_);
  }

 private:
  static bool AreEqual(const Tally& x, const Tally& y) {
    return x.more == y.more && x.fewer == y.fewer;
  }
  bool IsOne(uint32_t article) const {
    const std::vector<Vote>& votes = votes_[article];
    return !votes.empty() && std::all_of(votes.begin(), votes.end(), [&](const Vote& vote) {
      return AreEqual(vote.tally, votes[0].tally);
    });
  }

  std::vector<Vote> Read(uint32_t article) const {
    const Analysis& analysis = comparison_.At(article);
    const Document& document = analysis.document;
    const std::vector<TermId> concepts = ConceptsOf(analysis);
    std::vector<Vote> votes;
    for (uint32_t s = 0; s < document.sentences.size(); ++s) {
      const Sentence& sentence = document.sentences[s];
      const std::optional<Tally> tally = ReadTally(SplitPieces(document, sentence));
      if (!tally) continue;
      Vote vote;
      vote.tally = *tally;
      vote.sentence = s;
      for (uint32_t c = 0; c < analysis.claims.claims.size(); ++c) {
        if (analysis.claims.claims[c].span.Contains(tally->span)) vote.claim = c;
      }
      ReadWords(analysis, sentence, concepts, &vote);
      votes.push_back(std::move(vote));
    }
    return votes;
  }

  static void ReadWords(const Analysis& analysis, const Sentence& sentence,
                        const std::vector<TermId>& concepts, Vote* vote) {
    static const LexiconTable& bodies = Lexicon::English().Table("voting_bodies.tsv");
    static const LexiconTable& signs = Lexicon::English().Table("vote_words.tsv");
    const Document& document = analysis.document;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const Token& token = document.tokens[t];
      const std::string_view lemma = document.Lemma(token);
      if (const LexiconRow* row = bodies.Find(lemma)) {
        vote->bodies.push_back(row->column(0));
      } else if (concepts[t] != 0 && !vote->tally.span.Contains(token.span) &&
                 !IsVoteWord(signs, lemma, "voting") &&
                 analysis.syntax.tokens[t].upos != Upos::kNum && !IsTimeAt(analysis, token.span)) {
        vote->words.push_back(concepts[t]);
        vote->matter |= analysis.syntax.tokens[t].upos == Upos::kNoun ||
                        analysis.syntax.tokens[t].upos == Upos::kPropn;
      }
    }
    std::sort(vote->bodies.begin(), vote->bodies.end());
    vote->bodies.erase(std::unique(vote->bodies.begin(), vote->bodies.end()), vote->bodies.end());
    SortTerms(&vote->words);
  }
  static bool IsTimeAt(const Analysis& analysis, Span word) {
    return std::any_of(analysis.times.begin(), analysis.times.end(),
                       [&](const Time& time) { return time.span.Contains(word); });
  }

  void Compare(uint32_t a, uint32_t b) {
    const Vote &x = votes_[a][0], &y = votes_[b][0];
    if (AreEqual(x.tally, y.tally) || IsOfAnother(a, x) || IsOfAnother(b, y)) return;
    if (!IsOneBody(x, y) || !IsOneMatter(x, y) ||
        TimesExclude(comparison_.At(a), x.sentence, comparison_.At(b), y.sentence))
      return;
    World world = World::kBothAsserted;
    if (x.claim != UINT32_MAX && y.claim != UINT32_MAX)
      world = WorldOf(comparison_, {a, x.claim}, {b, y.claim});
    if (world == World::kOtherSources) return;
    Difference difference;
    difference.kind = DifferenceKind::kQuantity;
    difference.ground = Ground::kVote;
    difference.pair = kNoPair;
    difference.a = {a, x.tally.span};
    difference.b = {b, y.tally.span};
    difference.mark_a = x.tally.span;
    difference.mark_b = y.tally.span;
    difference.value_a = Say(x.tally);
    difference.value_b = Say(y.tally);
    difference.world = world;
    difference.score = kScore;
    out_.push_back(std::move(difference));
  }
  static std::string Say(const Tally& tally) {
    return std::to_string(tally.more) + '-' + std::to_string(tally.fewer);
  }

  // A vote before this one, or on a part of the matter; one that is ahead, or only wished for.
  bool IsOfAnother(uint32_t article, const Vote& vote) const {
    static const LexiconTable& signs = Lexicon::English().Table("vote_words.tsv");
    const Document& document = comparison_.DocumentOf(article);
    const IndexRange tokens = document.sentences[vote.sentence].tokens;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      if (IsVoteWord(signs, document.Norm(document.tokens[t]), "another")) return true;
    }
    return false;
  }

  // The council and its planning committee are two bodies.
  static bool IsOneBody(const Vote& x, const Vote& y) {
    return x.bodies.empty() || y.bodies.empty() || x.bodies == y.bodies;
  }
  static bool IsOneMatter(const Vote& x, const Vote& y) {
    return !x.matter || !y.matter || !CommonTerms(x.words, y.words).empty();
  }

  const Comparison& comparison_;
  std::vector<std::vector<Vote>> votes_;  // by article
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> CompareVotes(const Comparison& comparison) {
  return VoteComparer(comparison).Run();
}

}  // namespace crossread
