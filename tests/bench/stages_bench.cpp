// Time of the stages, over the texts of examples/. Run from the repository's root: tools/dev bench.
#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/compare.h"
#include "core/extract/analysis.h"
#include "core/text/document.h"

namespace crossread {
namespace {

std::vector<std::string> ExampleTexts() {
  std::vector<std::string> texts;
  for (const auto& entry : std::filesystem::recursive_directory_iterator("examples")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

// About `bytes` of text: the examples one after another, again and again.
std::string LongText(size_t bytes) {
  static const std::vector<std::string> texts = ExampleTexts();
  std::string out;
  for (size_t i = 0; out.size() < bytes && !texts.empty(); ++i)
    out += texts[i % texts.size()] + "\n\n";
  return out;
}

void SetBytes(benchmark::State& state, size_t bytes) {
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * bytes));
}

void BM_ReadDocument(benchmark::State& state) {
  const std::string text = LongText(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(ReadDocument(text, ""));
  SetBytes(state, text.size());
}
BENCHMARK(BM_ReadDocument)->Arg(4 << 10)->Arg(256 << 10)->Unit(benchmark::kMicrosecond);

void BM_Analyse(benchmark::State& state) {
  const std::string text = LongText(static_cast<size_t>(state.range(0)));
  for (auto _ : state) benchmark::DoNotOptimize(Analyse(text, "", "2026-03-14"));
  SetBytes(state, text.size());
}
BENCHMARK(BM_Analyse)->Arg(4 << 10)->Arg(256 << 10)->Unit(benchmark::kMicrosecond);

// n articles of 8 KB: how the comparison grows with their number.
void BM_Compare(benchmark::State& state) {
  Request request;
  for (int64_t i = 0; i < state.range(0); ++i) {
    ArticleInput article;
    article.id = std::to_string(i);
    article.text = LongText(8 << 10);
    article.text.insert(0, "Report number " + std::to_string(i) + ".\n\n");
    request.articles.push_back(std::move(article));
  }
  AnalysisCache cache;  // warm after the first round: the time is that of the comparison
  for (auto _ : state) benchmark::DoNotOptimize(Compare(request, &cache));
}
BENCHMARK(BM_Compare)->Arg(2)->Arg(5)->Arg(20)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace crossread
