// The syntax model: what the tagger and the parser have learnt, with the names of their tags and
// labels. One file, core/syntax/en.model, made by tools/train and embedded into both builds; its
// licence stands beside it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/syntax/grammar.h"
#include "core/syntax/morphology.h"
#include "core/syntax/weights.h"

namespace crossread {

struct Tag {
  std::string xpos;            // "VBD", of the Penn Treebank
  Upos upos = Upos::kX;        // VERB or AUX, of Universal Dependencies
  Morphology morphology = {};  // of xpos
};

class Model {
 public:
  // The bytes must outlive the model. Errors: "model_unreadable" if they are no whole model,
  // "model_version" if it was trained for other features than this code's.
  static Result<Model> Read(std::string_view bytes);

  // The English model of this build. A model that can't be read is our bug and ends the program.
  static const Model& English();

  const std::vector<Tag>& tags() const { return tags_; }
  const std::vector<Dependency>& labels() const { return labels_; }
  const Weights& tagger() const { return tagger_; }
  const Weights& parser() const { return parser_; }
  const std::string& hash() const { return hash_; }  // 16 hexadecimal digits over the bytes
  const std::string& data() const { return data_; }  // the same over the treebanks it learnt from

  // The parser's classes: SHIFT, LEFT with each label, RIGHT with each label.
  int transitions() const { return 1 + 2 * static_cast<int>(labels_.size()); }

 private:
  std::vector<Tag> tags_;
  std::vector<Dependency> labels_;
  Weights tagger_;
  Weights parser_;
  std::string hash_;
  std::string data_;
};

// The first bytes of a model file: a mark and the version of its features. Then, a line each, the
// hash of the treebanks, the tags ("NN/NOUN VBD/VERB …") and the labels; then the tables of the
// tagger and of the parser.
inline constexpr std::string_view kModelMark = "crossread syntax ";

}  // namespace crossread
