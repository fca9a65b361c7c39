#include "core/extract/claims.h"

#include <algorithm>

#include "core/lexicon/lexicon.h"

namespace crossread {
namespace {

// Where a sentence may be cut in two clauses: a semicolon, a dash with space around it, or a comma
// and a word from lexicon/en/clause_openers.tsv. "…, while Kano refused" is cut; "Kano, the
// capital" is not.
bool OpensClause(const Document& document, uint32_t token, uint32_t begin) {
  static const LexiconTable& openers = Lexicon::English().Table("clause_openers.tsv");
  if (token == begin) return false;
  const std::string_view before = document.Norm(document.tokens[token - 1]);
  if (before == ";" || before == "--") return true;
  if (before == "-" && document.tokens[token - 1].space_before &&
      document.tokens[token].space_before) {
    return true;
  }
  return before == "," && openers.Has(document.Norm(document.tokens[token]));
}

// Tokens. A text without full stops is cut into pieces, so that lining up two of them stays
// bounded.
constexpr uint32_t kMaxClaim = 120;

bool IsWord(const Token& token) {
  return token.shape == TokenShape::kWord || token.shape == TokenShape::kNumber;
}

class ClaimFinder {
 public:
  ClaimFinder(const std::vector<Quotation>& quotations, const Syntax& syntax, Document* document)
      : quotations_(quotations), syntax_(syntax), document_(document) {
    MarkOwners();
  }

  Claims Run() {
    for (uint32_t s = 0; s < document_->sentences.size(); ++s) {
      const Sentence& sentence = document_->sentences[s];
      if (IsProse(document_->blocks[sentence.block].kind)) AddSentence(s);
    }
    return std::move(claims_);
  }

 private:
  static constexpr uint32_t kFrame = UINT32_MAX - 1;  // "she told reporters": claims nothing itself

  // For each token the quotation whose content holds it, kFrame for cue and speaker, or
  // kNoQuotation.
  void MarkOwners() {
    owner_.assign(document_->tokens.size(), kNoQuotation);
    for (uint32_t q = 0; q < quotations_.size(); ++q) {
      const Quotation& quotation = quotations_[q];
      for (const Span content : quotation.content) Own(content, q);
      Own(quotation.cue, kFrame);
      Own(quotation.speaker.span, kFrame);
      Own(quotation.channel, kFrame);
    }
  }

  void Own(Span span, uint32_t owner) {
    if (span.empty()) return;
    const IndexRange tokens = document_->TokensIn(span);
    std::fill(owner_.begin() + tokens.begin, owner_.begin() + tokens.end, owner);
  }

  void AddSentence(uint32_t sentence) {
    const IndexRange tokens = document_->sentences[sentence].tokens;
    framed_ = std::find(owner_.begin() + tokens.begin, owner_.begin() + tokens.end, kFrame) !=
              owner_.begin() + tokens.end;
    uint32_t begin = tokens.begin;
    for (uint32_t t = tokens.begin + 1; t < tokens.end; ++t) {
      if (owner_[t] == owner_[begin]) continue;
      SplitClauses(sentence, {begin, t});
      begin = t;
    }
    SplitClauses(sentence, {begin, tokens.end});
  }

  // Cuts where a clause opens and both parts have a verb: "…, while Kano | refused". Near miss: the
  // list "US, Ukrainian, and European officials met" stays whole.
  void SplitClauses(uint32_t sentence, IndexRange run) {
    if (run.empty() || owner_[run.begin] == kFrame) return;
    std::vector<uint32_t> verbs;
    for (const Predicate& predicate : FindPredicates(run, syntax_, document_)) {
      if (!predicate.nominal) verbs.push_back(predicate.token);
    }
    const auto has_verb = [&](uint32_t from, uint32_t to) {
      const auto verb = std::lower_bound(verbs.begin(), verbs.end(), from);
      return verb != verbs.end() && *verb < to;
    };
    uint32_t begin = run.begin;
    for (uint32_t t = run.begin; t < run.end; ++t) {
      if (!OpensClause(*document_, t, begin) || !has_verb(begin, t) || !has_verb(t, run.end))
        continue;
      AddClause(sentence, {begin, t});
      begin = t;
    }
    for (; run.end - begin > kMaxClaim; begin += kMaxClaim)
      AddClause(sentence, {begin, begin + kMaxClaim});
    AddClause(sentence, {begin, run.end});
  }

  // A clause of fewer than three words says nothing that another article could contradict. Beside a
  // reporting frame what has no verb is a piece of the frame: "Channel 8 that", "close to tears".
  void AddClause(uint32_t sentence, IndexRange tokens) {
    while (!tokens.empty() && !IsWord(document_->tokens[tokens.begin])) ++tokens.begin;
    while (!tokens.empty() && !IsWord(document_->tokens[tokens.end - 1])) --tokens.end;
    if (tokens.empty()) return;
    const auto words = std::count_if(document_->tokens.begin() + tokens.begin,
                                     document_->tokens.begin() + tokens.end, IsWord);
    if (words < 3) return;
    Claim claim;
    claim.sentence = sentence;
    claim.tokens = tokens;
    claim.span = document_->SpanOf(tokens);
    claim.quotation = owner_[tokens.begin];
    const std::vector<Predicate> found = FindPredicates(tokens, syntax_, document_);
    if (framed_ && found.empty() && claim.quotation == kNoQuotation) return;
    claim.predicates.begin = static_cast<uint32_t>(claims_.predicates.size());
    claims_.predicates.insert(claims_.predicates.end(), found.begin(), found.end());
    claim.predicates.end = static_cast<uint32_t>(claims_.predicates.size());
    claims_.claims.push_back(claim);
  }

  const std::vector<Quotation>& quotations_;
  const Syntax& syntax_;
  Document* document_;
  std::vector<uint32_t> owner_;
  bool framed_ = false;  // the sentence at hand has a cue or a speaker
  Claims claims_;
};

}  // namespace

std::string_view PolarityName(Polarity polarity) {
  switch (polarity) {
    case Polarity::kPositive:
      return "positive";
    case Polarity::kNegative:
      return "negative";
    case Polarity::kUnknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view StatusName(Status status) {
  switch (status) {
    case Status::kNone:
      return "none";
    case Status::kPlanned:
      return "planned";
    case Status::kOngoing:
      return "ongoing";
    case Status::kHappened:
      return "happened";
    case Status::kCancelled:
      return "cancelled";
  }
  return "none";
}

std::string_view ModalityName(Modality modality) {
  return modality == Modality::kPossible ? "possible" : "asserted";
}

Claims FindClaims(const std::vector<Quotation>& quotations, const Syntax& syntax,
                  Document* document) {
  return ClaimFinder(quotations, syntax, document).Run();
}

}  // namespace crossread
