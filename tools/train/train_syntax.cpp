// Trains the syntax model: train_syntax OUT.model DEV.conllu TRAIN.conllu …
//
// The tagger first; then taggers on four fifths of the data each, to tag the rest, so that the
// parser learns on tags with the mistakes that it will meet; then the parser, with a dynamic oracle
// (Goldberg and Nivre 2013): it also learns how to go on after its own mistakes. The order of
// sentences comes from a fixed generator, weights are integers: the same data gives the same bytes.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/syntax/model.h"
#include "core/syntax/parse_features.h"
#include "core/syntax/parser.h"
#include "core/syntax/tag_features.h"
#include "core/syntax/tagger.h"
#include "tools/train/corpus.h"
#include "tools/train/learner.h"

namespace crossread::train {
namespace {

constexpr int kTagEpochs = 8;
constexpr int kParseEpochs = 8;
constexpr int kOrders = 3;  // learners of each kind, joined: they see the sentences in other orders
// A decision is corrected not only if it is wrong but also if it leads by no more than this.
constexpr int32_t kTagLead = 10, kParseLead = 10;
constexpr int kFolds = 5;
constexpr int kExploreAfter = 1;   // epochs in which the parser follows the oracle alone
constexpr uint32_t kExplore = 90;  // of 100 steps, those that follow the parser's own choice
// What is kept: so many weights, those that end under kLeastWeight (in 1/256) left out, and the
// step of an int8. By the figures on the development set and the model's size: docs/syntax.md.
constexpr int64_t kLeastWeight = 48;
constexpr int64_t kTagUnit = 96, kParseUnit = 96;
constexpr size_t kTagWeights = 40000, kParseWeights = 70000;

// Numbers that are the same everywhere (Steele et al. 2014, splitmix64).
class Generator {
 public:
  explicit Generator(int order) : state_(2031 + static_cast<uint64_t>(order)) {}
  uint32_t Next(uint32_t below) {
    state_ += 0x9E3779B97F4A7C15u;
    uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return static_cast<uint32_t>((z ^ (z >> 31)) % below);
  }
  template <typename T>
  void Shuffle(std::vector<T>* list) {
    for (size_t i = list->size(); i > 1; --i) {
      std::swap((*list)[i - 1], (*list)[Next(static_cast<uint32_t>(i))]);
    }
  }

 private:
  uint64_t state_;
};

// The best class but for `other`; -1 leaves none out.
int Best(const int32_t* scores, int classes, int other) {
  int best = -1;
  for (int c = 0; c < classes; ++c) {
    if (c != other && (best < 0 || scores[c] > scores[best])) best = c;
  }
  return best;
}

// Tags `s` with the learner as it stands; with `learn`, corrects it.
void TagPass(const Sentence& s, int classes, bool learn, Learner* learner,
             std::vector<uint8_t>* tags) {
  const int count = static_cast<int>(s.words.size());
  tags->assign(s.words.size(), kNoTag);
  uint8_t before = kNoTag, before_that = kNoTag;
  for (int i = 0; i < count; ++i) {
    Feature features[kTagFeatures];
    TagFeatures(s.words.data(), count, i, before, before_that, features);
    int32_t scores[kMostClasses] = {};
    learner->Score(features, kTagFeatures, scores);
    const int guess = Best(scores, classes, -1);
    if (learn) {
      const int right = s.tags[static_cast<size_t>(i)];
      const int rival = Best(scores, classes, right);
      if (scores[rival] + kTagLead >= scores[right]) {
        learner->Update(features, kTagFeatures, right, rival);
      }
      learner->Step();
    }
    before_that = before;
    before = static_cast<uint8_t>(guess);
    (*tags)[static_cast<size_t>(i)] = before;
  }
}

// What kOrders learners make of the same task, joined. `train` is given the number of each.
template <typename Train>
Learner TrainInOrders(Train train) {
  Learner learner = train(0);
  for (int order = 1; order < kOrders; ++order) learner.Join(train(order));
  return learner;
}

Learner TrainTagger(const std::vector<const Sentence*>& data, int classes, Learner learner,
                    int order_number) {
  Generator random(order_number);
  std::vector<const Sentence*> order = data;
  std::vector<uint8_t> tags;
  for (int epoch = 0; epoch < kTagEpochs; ++epoch) {
    random.Shuffle(&order);
    for (const Sentence* s : order) TagPass(*s, classes, /*learn=*/true, &learner, &tags);
  }
  return learner;
}

// What each move costs: the gold arcs that can no longer be made after it.
struct Costs {
  int shift = 0, left = 0, right = 0;
};
Costs CostsOf(const ParseState& state, const std::vector<int>& gold) {
  Costs costs;
  const auto head = [&](int w) { return w < state.count ? gold[static_cast<size_t>(w)] : -2; };
  const int top = state.Top(0), below = state.Top(1), next = state.next;
  if (top >= 0) {
    for (int b = next; b <= state.count; ++b) {
      if (head(b) == top) ++costs.left, ++costs.right;
      if (head(top) == b) ++costs.right;
      if (head(top) == b && b != next) ++costs.left;
    }
    if (below >= 0 && head(top) == below) ++costs.left;
  }
  for (size_t k = 0; k < state.stack.size(); ++k) {
    const int w = state.stack[k];
    if (head(w) == next) ++costs.shift;
    if (k + 1 < state.stack.size() && head(next) == w) ++costs.shift;
  }
  return costs;
}

void ParsePass(const Sentence& s, const std::vector<uint8_t>& tags, int labels, bool explore,
               Generator* random, ParseState* state, Learner* learner) {
  const int classes = 1 + 2 * labels;
  state->Reset(s.words);
  while (!state->IsOver()) {
    Feature features[kParseFeatures];
    ParseFeatures(*state, s.words.data(), tags.data(), features);
    int32_t scores[kMostClasses] = {};
    learner->Score(features, kParseFeatures, scores);
    const Costs costs = CostsOf(*state, s.heads);
    const bool can[3] = {state->CanShift(), state->CanLeft(), state->CanRight()};
    const int cost[3] = {costs.shift, costs.left, costs.right};
    int least = INT32_MAX;
    for (int m = 0; m < 3; ++m) {
      if (can[m]) least = std::min(least, cost[m]);
    }
    const int top = state->Top(0);
    const int gold_head = top >= 0 ? s.heads[static_cast<size_t>(top)] : -1;
    int guess = -1, right = -1, rival = -1;  // rival: the best of the wrong ones
    for (int c = 0; c < classes; ++c) {
      const int move = c == 0 ? 0 : c <= labels ? 1 : 2;
      if (!can[move]) continue;
      if (guess < 0 || scores[c] > scores[guess]) guess = c;
      // An arc of the treebank must have its label; another may have any.
      const int parent = move == 1 ? state->next : state->Top(1);
      const bool good =
          cost[move] == least && (move == 0 || parent != gold_head ||
                                  (c - 1) % labels == s.labels[static_cast<size_t>(top)]);
      int& best = good ? right : rival;
      if (best < 0 || scores[c] > scores[best]) best = c;
    }
    if (rival >= 0 && scores[rival] + kParseLead >= scores[right]) {
      learner->Update(features, kParseFeatures, right, rival);
    }
    learner->Step();
    const int take = explore && random->Next(100) < kExplore ? guess : right;
    const uint8_t label = static_cast<uint8_t>((take - 1) % labels);
    if (take == 0) {
      state->Shift();
    } else if (take <= labels) {
      state->Left(label);
    } else {
      state->Right(label);
    }
  }
}

Learner TrainParser(const std::vector<Sentence>& data,
                    const std::vector<std::vector<uint8_t>>& tags, int labels, Learner learner,
                    int order_number) {
  Generator random(order_number);
  std::vector<size_t> order(data.size());
  for (size_t i = 0; i < order.size(); ++i) order[i] = i;
  ParseState state;
  for (int epoch = 0; epoch < kParseEpochs; ++epoch) {
    random.Shuffle(&order);
    for (const size_t i : order) {
      ParsePass(data[i], tags[i], labels, epoch >= kExploreAfter, &random, &state, &learner);
    }
  }
  std::fprintf(stderr, "parser: done in order %d of %d\n", order_number + 1, kOrders);
  return learner;
}

std::string Join(const std::vector<std::string>& words) {
  std::string line;
  for (const std::string& word : words) line += (line.empty() ? "" : " ") + word;
  return line + "\n";
}

// 16 hexadecimal digits over the bytes of the files, one after another.
std::string HashOf(const std::vector<std::string>& paths) {
  uint64_t hash = kFnvOffset;
  for (const std::string& path : paths) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    hash = Fnv1a(bytes, hash);
  }
  return Hex(hash);
}

// Prints how the model does on gold sentences and tokens, with its own tags.
void Evaluate(const std::string& bytes, const std::vector<Sentence>& dev) {
  const Result<Model> model = Model::Read(bytes);
  if (!model.ok()) {
    std::fprintf(stderr, "%s\n", model.error().message.c_str());
    std::exit(1);
  }
  Parser parser(model.value());
  int64_t tokens = 0, tag = 0, words = 0, uas = 0, las = 0;
  std::vector<uint8_t> tags;
  std::vector<Arc> arcs;
  const auto& labels = model.value().labels();
  for (const Sentence& s : dev) {
    TagWords(model.value(), s.words, &tags);
    parser.Parse(s.words, tags, &arcs);
    for (size_t i = 0; i < s.words.size(); ++i) {
      ++tokens;
      tag += tags[i] == s.tags[i];
      if (labels[s.labels[i]] == Dependency::kPunct) continue;
      ++words;
      uas += arcs[i].head == s.heads[i];
      las += arcs[i].head == s.heads[i] && arcs[i].label == s.labels[i];
    }
  }
  const auto percent = [](int64_t part, int64_t whole) {
    return 100.0 * double(part) / double(whole);
  };
  std::printf("tags %.2f  UAS %.2f  LAS %.2f  (%lld tokens; gold sentences, its own tags)\n",
              percent(tag, tokens), percent(uas, words), percent(las, words),
              static_cast<long long>(tokens));
}

int Main(int argc, char** argv) {
  if (argc < 4) {
    std::fprintf(stderr, "usage: train_syntax OUT.model DEV.conllu TRAIN.conllu …\n");
    return 2;
  }
  Names names;
  const std::vector<Sentence> data = ReadTreebanks({argv + 3, argv + argc}, &names);
  const std::vector<Sentence> dev = ReadTreebank(argv[2], names);
  const int classes = static_cast<int>(names.tags.size());
  const int labels = static_cast<int>(names.labels.size());
  std::printf("%zu sentences, %d tags, %d labels\n", data.size(), classes, labels);

  std::vector<const Sentence*> all;
  for (const Sentence& s : data) all.push_back(&s);
  const auto train_tagger = [&](const std::vector<const Sentence*>& some, const Learner& learner) {
    return TrainInOrders([&](int order) { return TrainTagger(some, classes, learner, order); });
  };
  const Learner large = train_tagger(all, Learner());
  const Learner small = large.Smaller(kTagWeights);
  const Learner tagger = train_tagger(all, small);
  std::fprintf(stderr, "tagger: done\n");

  std::vector<std::vector<uint8_t>> tags(data.size());
  for (size_t fold = 0; fold < kFolds; ++fold) {
    std::vector<const Sentence*> others;
    for (size_t i = 0; i < data.size(); ++i) {
      if (i % kFolds != fold) others.push_back(&data[i]);
    }
    Learner learner = TrainTagger(others, classes, small, 0);
    for (size_t i = fold; i < data.size(); i += kFolds) {
      TagPass(data[i], classes, /*learn=*/false, &learner, &tags[i]);
    }
    std::fprintf(stderr, "tags of fold %zu: done\n", fold + 1);
  }
  const auto train_parser = [&](const Learner& learner) {
    return TrainInOrders(
        [&](int order) { return TrainParser(data, tags, labels, learner, order); });
  };
  const Learner parser = train_parser(train_parser(Learner()).Smaller(kParseWeights));

  const std::string bytes = std::string(kModelMark) + std::to_string(kFeatureVersion) + "\n" +
                            HashOf({argv + 3, argv + argc}) + "\n" + Join(names.tags) +
                            Join(names.labels) + tagger.Table(kLeastWeight, kTagUnit) +
                            parser.Table(kLeastWeight, kParseUnit);
  std::ofstream(argv[1], std::ios::binary) << bytes;
  std::printf("%s: %zu bytes\n", argv[1], bytes.size());
  Evaluate(bytes, dev);
  return 0;
}

}  // namespace
}  // namespace crossread::train

int main(int argc, char** argv) { return crossread::train::Main(argc, argv); }
