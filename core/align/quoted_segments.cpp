#include "core/align/quoted_segments.h"

#include <string_view>
#include <utility>

namespace crossread {
namespace {

constexpr uint32_t kMaxWords = 150;  // of one sentence; the rest of a longer one is not compared

class SegmentReader {
 public:
  SegmentReader(const Analysis& analysis, QuotationRef ref) : analysis_(analysis), ref_(ref) {}

  void Read(std::vector<Segment>* out) {
    const Quotation& quotation = analysis_.quotations[ref_.quotation];
    const bool all = quotation.kind == QuotationKind::kDirect;
    for (const Span content : quotation.content) {
      bool inside = false;
      if (segment_.words.empty()) segment_.follows = false;
      broken_ = true;
      const IndexRange tokens = analysis_.document.TokensIn(content);
      for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
        if (analysis_.document.tokens[t].sentence != sentence_) Flush(out);
        sentence_ = analysis_.document.tokens[t].sentence;
        broken_ = false;
        if (analysis_.document.tokens[t].shape == TokenShape::kQuoteMark) {
          inside = !inside;
          if (!all) {
            Flush(out);
            segment_.follows = false;
          }
        } else if (all || inside) {
          Add(t);
        }
      }
      // A split quotation goes on in its next piece; a comma before the break keeps the sentence
      // open.
      if (stop_) Flush(out);
    }
    Flush(out);
  }

 private:
  void Add(uint32_t t) {
    const Token& token = analysis_.document.tokens[t];
    const std::string_view norm = analysis_.document.Norm(token);
    stop_ = norm == "." || norm == "!" || norm == "?";
    comma_ = norm == ",";
    if (norm == "..." || norm == "\xE2\x80\xA6") ellipsis_ = true;
    if (norm == "[") bracket_ = true;
    if (norm == "]") bracket_ = false;
    if (!IsDiffWord(analysis_, t) || segment_.words.size() >= kMaxWords) return;
    DiffWord word = ReadDiffWord(analysis_, t);
    word.bracketed = bracket_;
    word.after_ellipsis = ellipsis_;
    segment_.words.push_back(word);
    ellipsis_ = false;
  }

  void Flush(std::vector<Segment>* out) {
    segment_.ref = ref_;
    segment_.full_stop = stop_;
    segment_.comma = comma_;
    segment_.ellipsis = ellipsis_;
    const bool full = !segment_.words.empty();
    const bool goes_on = full ? !ellipsis_ && !broken_ : segment_.follows;
    if (full) out->push_back(std::move(segment_));
    segment_ = {};
    segment_.follows = goes_on;
    ellipsis_ = bracket_ = stop_ = comma_ = false;
  }

  const Analysis& analysis_;
  const QuotationRef ref_;
  Segment segment_;
  uint32_t sentence_ = UINT32_MAX;
  bool ellipsis_ = false, bracket_ = false, stop_ = false, comma_ = false;
  bool broken_ = false;  // a piece of the quotation ended before the token that is read
};

// The same person goes on: "“We left,” she said. “It was late.”"
bool IsOneSpeech(const Quotation& before, const Quotation& behind) {
  const Speaker &x = before.speaker, &y = behind.speaker;
  if (before.kind == QuotationKind::kIndirect || behind.kind == QuotationKind::kIndirect)
    return false;
  return x.kind != SpeakerKind::kUnknown && x.kind == y.kind && x.entity == y.entity &&
         x.name == y.name;
}

}  // namespace

std::vector<Segment> ReadSegments(const Comparison& comparison) {
  std::vector<Segment> segments;
  uint32_t speech = 0;
  for (uint32_t a = 0; a < comparison.articles.size(); ++a) {
    const auto& quotations = comparison.At(a).quotations;
    for (uint32_t q = 0; q < quotations.size(); ++q) {
      if (q == 0 || !IsOneSpeech(quotations[q - 1], quotations[q])) ++speech;
      if (quotations[q].kind == QuotationKind::kIndirect) continue;
      const size_t first = segments.size();
      SegmentReader(comparison.At(a), {a, q}).Read(&segments);
      for (size_t s = first; s < segments.size(); ++s) segments[s].speech = speech;
    }
  }
  return segments;
}

}  // namespace crossread
