// Prints what tools/train/pronouns.py learns from: for the text on standard input a line for each
// third-person pronoun, {"start", "candidates": [{"start", "end", "head", "features"}]}; the
// candidate "nothing" has no "start". Bytes.
#include <iostream>
#include <iterator>
#include <string>

#include "core/extract/analysis.h"
#include "core/extract/pronoun_candidates.h"

int main() {
  using namespace crossread;
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const Analysis analysis = Analyse(text, "", "");
  const Document& document = analysis.document;
  PronounReader reader(document, analysis.syntax, analysis.mentions, analysis.quotations);
  for (uint32_t p = 0; p < reader.pronouns().size(); ++p) {
    const Pronoun& pronoun = analysis.pronouns[p];
    std::cout << "{\"start\":" << document.tokens[pronoun.token].span.begin << ",\"candidates\":[";
    const char* comma = "";
    for (const PronounCandidate& candidate : reader.Candidates(p)) {
      std::cout << comma << "{\"features\":[";
      comma = ",";
      const char* inner = "";
      for (const uint16_t feature : candidate.features) {
        std::cout << inner << feature;
        inner = ",";
      }
      std::cout << "]";
      if (candidate.antecedent != PronounCandidate::kNone) {
        const Antecedent& antecedent = reader.antecedents()[candidate.antecedent];
        const Span span = document.SpanOf(antecedent.tokens);
        std::cout << ",\"start\":" << span.begin << ",\"end\":" << span.end
                  << ",\"head\":" << document.tokens[antecedent.head].span.begin;
        if (antecedent.entity != kNoEntity) std::cout << ",\"entity\":" << antecedent.entity;
      }
      std::cout << "}";
    }
    std::cout << "]}\n";
    reader.Settle(p, pronoun.entity, pronoun.leaning);
  }
}
