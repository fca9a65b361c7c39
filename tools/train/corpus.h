// Sentences of a treebank in CoNLL-U, with the tags and the coarse labels that the model learns.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "core/syntax/feature.h"

namespace crossread::train {

struct Sentence {
  std::vector<std::string> forms;
  std::vector<WordForm> words;
  std::vector<uint8_t> tags;    // gold, indices into Names::tags
  std::vector<int> heads;       // the number of words for the root
  std::vector<uint8_t> labels;  // indices into Names::labels
};

struct Names {
  std::vector<std::string> tags;    // "NN/NOUN"
  std::vector<std::string> labels;  // "nsubj"
};

// Appends the sentences of `path`. Tags rarer than kLeastTag over all files are read as the
// commonest tag of the same XPOS. Errors end the program with a message.
std::vector<Sentence> ReadTreebanks(const std::vector<std::string>& paths, Names* names);
// Sentences of one more file under the same names; an unknown tag or label is read as the nearest.
std::vector<Sentence> ReadTreebank(const std::string& path, const Names& names);

}  // namespace crossread::train
