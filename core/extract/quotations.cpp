// Puts marked spans and reporting frames together into quotations. The words that name the speaker
// are left in Speaker::span; attribution.cpp says who that is.
#include "core/extract/quotations.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/extract/quote_fold.h"
#include "core/extract/quote_frame.h"
#include "core/extract/quote_label.h"
#include "core/extract/quote_words.h"
#include "core/lexicon/lexicon.h"
#include "core/text/characters.h"

namespace crossread {
namespace {

// A marked span that no frame claims is somebody's words from this many on; a single word is a
// scare quote or a nickname as often as not (of PolNeAR train's: 30 % quoted; of those of two to
// four: 68 %).
constexpr uint32_t kFewestWordsWithoutFrame = 2;
constexpr uint32_t kFewestWordsOfClause = 3;
constexpr uint32_t kLongestSignature = 14;  // units
constexpr uint32_t kLongestTitle = 10;      // tokens of a subhead in marks
constexpr uint32_t kFrameOfSubhead = 10;    // bytes around it: "– ‘We left’ –"
// Shares of letters inside marks that decide the kind: docs/spec.md.
constexpr uint32_t kDirectPercent = 90;
constexpr uint32_t kIndirectPercent = 5;

class QuotationFinder {
 public:
  explicit QuotationFinder(const Document& document)
      : document_(document),
        words_(document),
        folded_(FoldMarked(document, words_)),
        claimed_(folded_.marked.size(), false),
        transcript_(FindTranscript(document)),
        has_double_(std::any_of(folded_.marked.begin(), folded_.marked.end(),
                                [](const MarkedSpan& m) { return !m.single; })) {}

  std::vector<Quotation> Run() {
    for (const Statement& statement : folded_.statements) ReadStatement(statement);
    for (Quotation& quotation : quotations_) quotation.kind = KindOf(quotation);
    return std::move(quotations_);
  }

 private:
  // ---- Transcripts.

  void ReadTurn(uint32_t block, uint32_t colon) {
    const Span span = document_.blocks[block].span;
    Quotation quotation;
    quotation.content = {{document_.tokens[colon + 1].span.begin, span.end}};
    quotation.speaker.span = document_.SpanOf({document_.TokensIn(span).begin, colon});
    quotation.cue = document_.tokens[colon].span;
    quotations_.push_back(std::move(quotation));
    open_ = false;
  }

  // ---- One statement.

  void ReadStatement(const Statement& statement) {
    if (const auto turn = transcript_.find(statement.block); turn != transcript_.end()) {
      if (statement.block != block_) ReadTurn(statement.block, turn->second);
      block_ = statement.block;
      return;
    }
    if (statement.block != block_) {
      if (Signs(statement.units)) return;
      open_ = open_ && ReopensIn(statement);
      block_ = statement.block;
      fresh_block_ = true;
    }
    const std::vector<Frame> frames = FindFrames(document_, folded_, words_, statement.units);
    if (frames.empty() && IsAllMarked(statement.units)) {
      ReadStandalone(statement.units);
    } else {
      ReadFramed(statement.units, frames);
      ReadUnclaimed(statement.units, frames);
    }
    fresh_block_ = false;
  }

  // "— Ann Lee, Lysvik" as the paragraph below a quotation that nobody is known to have said.
  bool Signs(IndexRange units) {
    if (!open_ || !quotations_.back().speaker.span.empty() || units.size() < 2) return false;
    if (units.size() > kLongestSignature) return false;
    if (!IsDash(document_.Text(folded_.units[units.begin].span))) return false;
    uint32_t stop = units.begin + 1;
    for (uint32_t u = stop; u < units.end; ++u) {
      const Unit& unit = folded_.units[u];
      if (unit.is_marked()) return false;
      const Token& token = document_.tokens[unit.token];
      if (words_.Is(token, kSpeechVerb | kSpeechAuxiliary | kSpeechModal)) return false;
      if (u == stop && token.capital) ++stop;
    }
    if (stop == units.begin + 1) return false;
    quotations_.back().speaker.span = SpanOf({units.begin + 1, stop});
    quotations_.back().cue = folded_.units[units.begin].span;
    open_ = false;
    return true;
  }

  bool ReopensIn(const Statement& statement) const {
    const Unit& first = folded_.units[statement.units.begin];
    return first.is_marked() && folded_.marked[first.marked].continues;
  }

  bool IsWordUnit(uint32_t u) const {
    const Unit& unit = folded_.units[u];
    if (unit.is_marked()) return false;
    const TokenShape shape = document_.tokens[unit.token].shape;
    return shape == TokenShape::kWord || shape == TokenShape::kNumber ||
           shape == TokenShape::kSymbol;
  }
  bool IsAllMarked(IndexRange units) const {
    bool marked = false;
    for (uint32_t u = units.begin; u < units.end; ++u) {
      if (IsWordUnit(u)) return false;
      marked = marked || folded_.units[u].is_marked();
    }
    return marked;
  }

  // A sentence or paragraph that is nothing but a quotation: it goes on from the one before, or has
  // the subject of the sentence before as its speaker.
  void ReadStandalone(IndexRange units) {
    for (uint32_t u = units.begin; u < units.end; ++u) {
      const Unit& unit = folded_.units[u];
      if (!unit.is_marked()) continue;
      claimed_[unit.marked] = true;
      if (IsBracketed(unit.span)) continue;
      if (AddLabelled(unit.span) || IsTitle(folded_.marked[unit.marked])) continue;
      const bool goes_on = folded_.marked[unit.marked].continues || !fresh_block_;
      if (open_ && goes_on) {
        quotations_.back().content.push_back(unit.span);
      } else {
        AddBare(unit.span);
      }
    }
  }

  // "'A Quiet Town.'" as a paragraph of its own: a subhead.
  bool IsTitle(const MarkedSpan& marked) const {
    const Span span = marked.span;
    const Block& block = document_.blocks[block_];
    const bool alone = block.span.size() <= span.size() + kFrameOfSubhead;
    if (!marked.single || !alone || document_.TokensIn(span).size() > kLongestTitle) return false;
    return has_double_ || !LooksSpoken(span);
  }

  // "“(Crosstalk.)”": what a transcript tells of the room.
  bool IsBracketed(Span span) const {
    const IndexRange tokens = document_.TokensIn(span);
    if (tokens.size() < 2 || document_.Text(document_.tokens[tokens.begin + 1]) != "(")
      return false;
    for (uint32_t t = tokens.begin + 2; t < tokens.end; ++t) {
      if (document_.Text(document_.tokens[t]) != ")") continue;
      for (++t; t < tokens.end; ++t) {
        if (document_.tokens[t].shape == TokenShape::kWord) return false;
      }
      return true;
    }
    return false;
  }

  // A transcript's line inside marks: "“LEE: We left.”". Its label is the speaker.
  bool AddLabelled(Span span) {
    const IndexRange tokens = document_.TokensIn(span);
    uint32_t t = tokens.begin + 1;
    while (t < tokens.end && t <= tokens.begin + kMostWordsOfLabel && IsShouted(t)) ++t;
    if (t == tokens.begin + 1 || t + 1 >= tokens.end) return false;
    if (document_.Text(document_.tokens[t]) != ":") return false;
    Quotation quotation;
    quotation.content = {{document_.tokens[t + 1].span.begin, span.end}};
    quotation.speaker.span = document_.SpanOf({tokens.begin + 1, t});
    quotation.cue = document_.tokens[t].span;
    quotations_.push_back(std::move(quotation));
    open_ = true;
    return true;
  }
  bool IsShouted(uint32_t t) const {
    const std::string_view text = document_.Text(document_.tokens[t]);
    return text.size() > 1 && std::none_of(text.begin(), text.end(), IsAsciiLower) &&
           document_.tokens[t].shape == TokenShape::kWord;
  }

  void AddBare(Span span) {
    Quotation quotation;
    quotation.content = {span};
    quotation.speaker.span = running_speaker_;
    quotation.cue = pending_cue_;
    quotation.force = pending_force_;
    pending_cue_ = {};
    pending_force_ = CueForce::kNeutral;
    quotations_.push_back(std::move(quotation));
    open_ = true;
  }

  // ---- Statements with frames.

  void ReadFramed(IndexRange units, const std::vector<Frame>& frames) {
    open_ = false;
    running_speaker_ = {};
    pending_cue_ = {};
    uint32_t from = units.begin;  // what stands before belongs to an earlier frame
    for (size_t f = 0; f < frames.size(); ++f) {
      const Frame& frame = frames[f];
      Remember(frame);
      if (frame.place == FramePlace::kNeither) continue;
      const bool follows =
          frame.place == FramePlace::kLeads || GoesOnBehind(frame, from, units.end);
      const size_t next = follows ? EndingFrame(frames, f, units) : f + 1;
      const uint32_t to = !follows               ? frame.span.end
                          : next < frames.size() ? frames[next].span.begin
                                                 : units.end;
      AddFramed(frame, {from, to});
      from = to;
      f = next - 1;  // frames inside the content report within a report: the outermost only
    }
  }

  void Remember(const Frame& frame) {
    if (!frame.subject.empty()) running_speaker_ = SpanOf(frame.subject);
    pending_cue_ = frame.introduces ? SpanOf(frame.cue) : Span{};
    pending_force_ = frame.introduces ? frame.word.force : CueForce::kNeutral;
  }

  // The first frame after `f` that isn't part of what `f` reports: one that shares its subject
  // (", adding that"), or stands beside it (", but he also said"), or trails.
  size_t EndingFrame(const std::vector<Frame>& frames, size_t f, IndexRange units) const {
    for (size_t k = f + 1; k < frames.size(); ++k) {
      if (frames[k].place == FramePlace::kNeither) continue;
      if (frames[k].span.begin < frames[f].span.end) continue;
      if (frames[k].coordinated || StandsBeside(frames[k], units)) return k;
    }
    return frames.size();
  }

  bool StandsBeside(const Frame& frame, IndexRange units) const {
    const uint32_t u = frame.span.begin;
    if (u < units.begin + 2) return false;
    if (frame.place == FramePlace::kTrails) return folded_.units[u - 1].is_marked();
    const std::string_view norm = Norm(u - 1);
    return Joins(norm) && Norm(u - 2) == ",";
  }

  // What joins one report to the next: ", but he said", ", with Lee warning".
  static bool Joins(std::string_view norm) {
    return norm == "and" || norm == "but" || norm == "while" || norm == "though" ||
           norm == "although" || norm == "with";
  }

  std::string_view Norm(uint32_t u) const {
    const Unit& unit = folded_.units[u];
    return unit.is_marked() ? std::string_view() : document_.Norm(document_.tokens[unit.token]);
  }

  void AddFramed(const Frame& frame, IndexRange room) {
    Quotation quotation;
    if (frame.place == FramePlace::kTrails) AddBefore(frame, room, &quotation);
    AddContent({frame.span.end, room.end}, &quotation);
    if (quotation.content.empty()) return;
    if (frame.place == FramePlace::kTrails) TakeBeginning(&quotation);
    quotation.cue = SpanOf(frame.cue);
    quotation.force = frame.word.force;
    if (!frame.subject.empty()) quotation.speaker.span = SpanOf(frame.subject);
    open_ = IsMarkedEnd(quotation);
    quotations_.push_back(std::move(quotation));
  }

  // “We left. ¶ It was late,” she said: the paragraphs before the frame's are hers as well.
  void TakeBeginning(Quotation* quotation) {
    if (quotations_.empty() || !quotations_.back().speaker.span.empty()) return;
    const auto first = MarkedFrom(quotation->content.front().begin);
    if (first == folded_.marked.begin() || first == folded_.marked.end()) return;
    std::vector<Span>& before = quotations_.back().content;
    if (!first->continues || before.back().end != std::prev(first)->span.end) return;
    quotation->content.insert(quotation->content.begin(), before.begin(), before.end());
    quotations_.pop_back();
  }

  // What stands before a trailing frame: the quotation beside it, or the clause.
  void AddBefore(const Frame& frame, IndexRange room, Quotation* quotation) {
    uint32_t from = room.begin;
    uint32_t to = frame.span.begin;
    while (to > from && !folded_.units[to - 1].is_marked() && !IsWordUnit(to - 1)) --to;
    if (to <= from) return;
    to = EndBeforeName(from, to);
    if (folded_.units[to - 1].is_marked()) {
      if (IsOpening(from, to - 1)) from = to - 1;
    } else {
      // "Now, Lee said", "it rang and the clock told the time": nothing is reported here.
      const bool apart = to < frame.span.begin || frame.word.patterns == 0;
      const bool split = room.end > frame.span.end;  // "The ship, the navy said, was …"
      if (!apart || (!split && !IsClause({from, to}))) return;
    }
    AddUnits({from, to}, quotation);
  }

  // “…,” Ann Lee, chief clerk, Town Hall, said: what stands between a whole utterance and the words
  // next to the verb names who speaks.
  uint32_t EndBeforeName(uint32_t from, uint32_t to) const {
    uint32_t end = to;
    while (end > from && !folded_.units[end - 1].is_marked()) {
      const Token& token = document_.tokens[folded_.units[end - 1].token];
      if (words_.Is(token, kSpeechVerb | kSpeechAuxiliary | kSpeechModal)) return to;
      --end;
    }
    return end > from && IsWholeUtterance(document_, folded_.units[end - 1].span) ? end : to;
  }

  bool IsClause(IndexRange units) const {
    uint32_t word_count = 0;
    bool verb = false;
    for (uint32_t u = units.begin; u < units.end; ++u) {
      if (folded_.units[u].is_marked()) return true;
      word_count += IsWordUnit(u);
      verb = verb || words_.Is(document_.tokens[folded_.units[u].token],
                               kSpeechVerb | kSpeechAuxiliary | kSpeechModal);
    }
    return verb && word_count >= kFewestWordsOfClause;
  }

  // Nothing but a linking word stands before the quotation: "But “no,” he said".
  bool IsOpening(uint32_t from, uint32_t to) const {
    for (uint32_t u = from; u < to; ++u) {
      if (IsWordUnit(u) && !words_.Is(document_.tokens[folded_.units[u].token],
                                      kSpeechConjunction | kSpeechAdverb)) {
        return false;
      }
    }
    return true;
  }

  // Whether a trailing frame's content goes on behind it: a quotation or a clause split in two.
  bool GoesOnBehind(const Frame& frame, uint32_t from, uint32_t to) const {
    const uint32_t u = frame.span.end;
    if (u + 1 >= to || Norm(u) != ",") return false;
    uint32_t before = frame.span.begin;
    while (before > from && !folded_.units[before - 1].is_marked() && !IsWordUnit(before - 1))
      --before;
    const bool marked_before = before > from && folded_.units[before - 1].is_marked();
    const bool marked_after = folded_.units[u + 1].is_marked();
    return marked_before == marked_after && (marked_before || SplitsClause({u + 1, to}));
  }

  void AddContent(IndexRange units, Quotation* quotation) {
    while (!units.empty() && IsLooseEnd(units.end - 1)) --units.end;
    while (!units.empty() && !folded_.units[units.begin].is_marked() && !IsWordUnit(units.begin)) {
      ++units.begin;
    }
    if (!units.empty()) AddUnits(units, quotation);
  }

  // "The ship, the navy said, was not …": the part behind the frame begins with its verb.
  bool SplitsClause(IndexRange units) const {
    if (units.empty() || !IsWordUnit(units.begin)) return false;
    const Token& token = document_.tokens[folded_.units[units.begin].token];
    const std::string_view norm = document_.Norm(token);
    const bool participle = norm.size() > 4 && norm.substr(norm.size() - 3) == "ing";
    return !participle && words_.Is(token, kSpeechAuxiliary | kSpeechModal | kSpeechVerb);
  }

  // Marks and linking words at the end of a clause: ", but" before the next frame.
  bool IsLooseEnd(uint32_t u) const {
    if (folded_.units[u].is_marked()) return false;
    if (!IsWordUnit(u)) return true;
    const std::string_view norm = Norm(u);
    return Joins(norm) || norm == "by" || norm == "or";
  }

  void AddUnits(IndexRange units, Quotation* quotation) {
    for (uint32_t u = units.begin; u < units.end; ++u) {
      if (folded_.units[u].is_marked()) claimed_[folded_.units[u].marked] = true;
    }
    quotation->content.push_back(SpanOf(units));
  }

  // The first marked span that ends behind `byte`.
  std::vector<MarkedSpan>::const_iterator MarkedFrom(uint32_t byte) const {
    return std::lower_bound(folded_.marked.begin(), folded_.marked.end(), byte,
                            [](const MarkedSpan& m, uint32_t b) { return m.span.end <= b; });
  }

  bool IsMarkedEnd(const Quotation& quotation) const {
    const uint32_t end = quotation.content.back().end;
    const auto marked =
        std::lower_bound(folded_.marked.begin(), folded_.marked.end(), end,
                         [](const MarkedSpan& m, uint32_t byte) { return m.span.end < byte; });
    return marked != folded_.marked.end() && marked->span.end == end;
  }

  Span SpanOf(IndexRange units) const {
    return {folded_.units[units.begin].span.begin, folded_.units[units.end - 1].span.end};
  }

  // ---- Marked spans that no frame took.

  void ReadUnclaimed(IndexRange units, const std::vector<Frame>& frames) {
    for (uint32_t u = units.begin; u < units.end; ++u) {
      const Unit& unit = folded_.units[u];
      if (!unit.is_marked() || claimed_[unit.marked]) continue;
      if (!LooksSpoken(unit.span) || (u > units.begin && IsNaming(u - 1))) continue;
      claimed_[unit.marked] = true;
      Quotation quotation;
      quotation.content = {unit.span};
      if (!frames.empty() && !frames.back().subject.empty()) {
        quotation.speaker.span = SpanOf(frames.back().subject);
      }
      quotations_.push_back(std::move(quotation));
    }
  }

  // Long enough, and not the name of a work: titles write most words with a capital.
  bool LooksSpoken(Span span) const {
    const IndexRange tokens = document_.TokensIn(span);
    uint32_t word_count = 0, capitals = 0;
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = document_.tokens[t];
      if (token.shape != TokenShape::kWord && token.shape != TokenShape::kNumber) continue;
      ++word_count;
      capitals += token.capital;
    }
    return word_count >= kFewestWordsWithoutFrame && capitals * 2 < word_count;
  }

  // A word that makes the marks behind it those of a name or a term: "so-called “green corridor”".
  bool IsNaming(uint32_t u) const {
    static const LexiconTable& naming = Lexicon::English().Table("naming_words.txt");
    while (u > 0 && !folded_.units[u].is_marked() &&
           words_.Is(document_.tokens[folded_.units[u].token], kSpeechDeterminer)) {
      --u;
    }
    if (folded_.units[u].is_marked()) return false;
    const bool hyphened = u >= 2 && Norm(u - 1) == "-";
    return naming.Has(hyphened ? std::string(Norm(u - 2)) + "-" + std::string(Norm(u))
                               : std::string(Norm(u)));
  }

  QuotationKind KindOf(const Quotation& quotation) const {
    uint32_t letters = 0, inside = 0;
    for (const Span content : quotation.content) {
      auto marked = MarkedFrom(content.begin);
      for (uint32_t i = content.begin; i < content.end;) {
        const Decoded d = DecodeAt(document_.text, i);
        if (IsLetter(d.code_point) || IsDigit(d.code_point)) {
          while (marked != folded_.marked.end() && marked->span.end <= i) ++marked;
          ++letters;
          inside += marked != folded_.marked.end() && marked->span.Contains(i);
        }
        i += d.length;
      }
    }
    if (uint64_t{inside} * 100 >= uint64_t{letters} * kDirectPercent) return QuotationKind::kDirect;
    return uint64_t{inside} * 100 <= uint64_t{letters} * kIndirectPercent ? QuotationKind::kIndirect
                                                                          : QuotationKind::kMixed;
  }

  const Document& document_;
  const SpeechWords words_;
  const Folded folded_;
  std::vector<bool> claimed_;                      // by index of a marked span
  const std::map<uint32_t, uint32_t> transcript_;  // block -> the colon of its label
  const bool has_double_;  // then single marks around a paragraph are a subhead's
  std::vector<Quotation> quotations_;

  uint32_t block_ = kNoUnit;
  bool fresh_block_ = false;  // the statement is its block's first
  bool open_ = false;         // the last quotation may go on in the next sentence
  Span running_speaker_;      // of the last frame, for quotations without one
  Span pending_cue_;          // of a frame that ended in a colon: what follows is its content
  CueForce pending_force_ = CueForce::kNeutral;
};

}  // namespace

std::vector<Quotation> FindQuotations(const Document& document) {
  return QuotationFinder(document).Run();
}

}  // namespace crossread
