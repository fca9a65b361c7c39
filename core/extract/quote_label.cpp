#include "core/extract/quote_label.h"

#include <algorithm>

namespace crossread {
namespace {

constexpr uint32_t kLongestHeadlineName = 6;  // units
constexpr size_t kFewestTurns = 3;            // paragraphs with a label that make a transcript

void ReadColon(const Phrases& s, uint32_t i, Frame* frame) {
  frame->word = {CueForce::kNeutral, kTakesQuote, false, 1};
  frame->cue = {i, i + 1};
  frame->introduces = i + 1 >= s.end();
  frame->place = frame->introduces ? FramePlace::kNeither : FramePlace::kLeads;
  frame->subject = s.MainSubject(i);
  frame->span = {frame->subject.empty() ? i : frame->subject.begin, i + 1};
}

// Nothing but a name before the colon of a headline, and a quotation somewhere behind it.
bool IsHeadlineName(const Document& document, const Phrases& s, uint32_t colon) {
  if (colon == s.begin() || colon > s.begin() + kLongestHeadlineName) return false;
  const Sentence& sentence = document.sentences[s.TokenOf(colon).sentence];
  if (document.blocks[sentence.block].kind != BlockKind::kHeadline) return false;
  for (uint32_t i = s.begin(); i < colon; ++i) {
    if (!s.IsCapital(i) || s.IsVerb(i)) return false;
  }
  for (uint32_t i = colon + 1; i < s.end(); ++i) {
    if (s.IsMarked(i)) return true;
  }
  return false;
}

// Nothing but a name up to the end, or to a comma with words that hold no verb.
bool ReadSignature(const Phrases& s, uint32_t i, Frame* frame) {
  uint32_t stop = i + 1;
  while (stop < s.end() && (s.IsCapital(stop) || (stop > i + 1 && s.Norm(stop) == "."))) ++stop;
  if (stop == i + 1 || stop > i + kLongestSubject) return false;
  if (stop < s.end() && !s.IsComma(stop)) return false;
  for (uint32_t k = stop; k < s.end(); ++k) {
    if (s.IsMarked(k) || s.IsVerb(k) || k > i + kLongestSubject) return false;
  }
  if (s.Norm(stop - 1) == ".") --stop;
  frame->word = {CueForce::kNeutral, kTakesQuote, false, 1};
  frame->cue = {i, i + 1};
  frame->subject = {i + 1, stop};
  frame->span = {i, s.end()};
  frame->place = FramePlace::kTrails;
  return true;
}

}  // namespace

bool IsDash(std::string_view token) {
  return token == "-" || token == "--" || token == "–" || token == "—" || token == "―";
}

bool ReadLabel(const Document& document, const Folded& folded, const Phrases& s, uint32_t i,
               Frame* frame) {
  if (s.Norm(i) == ":") {
    const bool beside = s.IsMarked(i + 1) || i + 1 == s.end();
    if (!beside && !IsHeadlineName(document, s, i)) return false;
    ReadColon(s, i, frame);
    return true;
  }
  return i == s.begin() + 1 && s.IsMarked(s.begin()) &&
         IsDash(document.Text(folded.units[i].span)) && ReadSignature(s, i, frame);
}

std::map<uint32_t, uint32_t> FindTranscript(const Document& document) {
  std::map<std::string_view, uint32_t> labels;
  std::map<uint32_t, uint32_t> found;
  for (uint32_t b = 0; b < document.blocks.size(); ++b) {
    if (document.blocks[b].kind != BlockKind::kParagraph) continue;
    const IndexRange tokens = document.TokensIn(document.blocks[b].span);
    uint32_t t = tokens.begin;
    while (t < tokens.end && t < tokens.begin + kMostWordsOfLabel &&
           document.tokens[t].shape == TokenShape::kWord && document.tokens[t].capital) {
      ++t;
    }
    if (t == tokens.begin || t + 1 >= tokens.end) continue;
    if (document.Text(document.tokens[t]) != ":") continue;
    if (document.tokens[t + 1].shape == TokenShape::kQuoteMark) continue;
    ++labels[document.Text(document.SpanOf({tokens.begin, t}))];
    found[b] = t;
  }
  const bool again =
      std::any_of(labels.begin(), labels.end(), [](const auto& label) { return label.second > 1; });
  if (found.size() < kFewestTurns || !again) found.clear();
  return found;
}

}  // namespace crossread
