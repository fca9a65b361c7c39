#include "core/values/tally.h"

#include <algorithm>
#include <string_view>

namespace crossread {
namespace {

constexpr size_t kNear = 4;      // pieces between the numbers and the word of voting
constexpr size_t kBetween = 14;  // pieces between "nine voted for" and "four against"
constexpr int64_t kMostVotes = 2000;

bool IsOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class TallyReader {
 public:
  explicit TallyReader(const std::vector<Piece>& pieces) : pieces_(pieces) {}

  std::optional<Tally> Read() {
    std::optional<Tally> found;
    for (size_t i = 0; i < pieces_.size(); ++i) {
      size_t end = i;
      std::optional<Tally> tally = ReadPair(i, &end);
      if (!tally) tally = ReadSides(i, &end);
      if (!tally) continue;
      if (found && (found->more != tally->more || found->fewer != tally->fewer))
        return std::nullopt;
      found = tally;
      i = end - 1;
    }
    return found;
  }

 private:
  std::string_view Norm(size_t i) const {
    return i < pieces_.size() ? std::string_view(pieces_[i].norm) : std::string_view();
  }

  // A whole number of votes, and the piece after it.
  std::optional<Numeral> Votes(size_t i) const {
    if (i >= pieces_.size()) return std::nullopt;
    const std::optional<Numeral> number = ReadNumeral(pieces_, i, false);
    const bool votes = number && !number->ordinal && !number->fraction && !number->magnitude &&
                       number->value % 1000 == 0 && number->value <= kMostVotes * 1000;
    return votes ? number : std::nullopt;
  }

  static bool IsLink(std::string_view norm) { return IsOneOf(norm, {"-", "--", "to", "against"}); }

  // "9-4", "9 to 4", "nine votes to four".
  std::optional<Tally> ReadPair(size_t i, size_t* end) const {
    const std::optional<Numeral> first = Votes(i);
    if (!first || (i > 1 && IsHyphen(pieces_, i - 1))) return std::nullopt;
    size_t link = first->end;
    const bool said = IsOneOf(Norm(link), {"vote", "votes"});
    if (said) ++link;
    if (!IsLink(Norm(link))) return std::nullopt;
    const std::optional<Numeral> second = Votes(link + 1);
    if (!second) return std::nullopt;
    *end = second->end;
    // "9-4-1": one abstained.
    if (IsHyphen(pieces_, *end)) {
      const std::optional<Numeral> third = Votes(*end + 1);
      if (!third) return std::nullopt;
      *end = third->end;
    }
    if (!said && !IsVoteBeside(i, *end)) return std::nullopt;
    return Make(*first, *second, i, *end);
  }

  // "Voted 9-4", "by a vote of 9 to 4", "a 9-4 vote", "passed 9-4".
  bool IsVoteBeside(size_t begin, size_t end) const {
    for (size_t i = end; i < end + 2; ++i) {
      if (IsOneOf(Norm(i), {"vote", "votes", "majority", "ruling", "margin"})) return true;
    }
    if (begin > 0 && IsOneOf(Norm(begin - 1), {"passed", "carried", "approved", "rejected",
                                               "adopted", "defeated", "ruled"}))
      return true;
    for (size_t i = begin; i > 0 && begin - i < kNear;) {
      if (IsOneOf(Norm(--i), {"vote", "voted", "votes", "voting"})) return true;
    }
    return false;
  }

  // "Nine councillors voted for the closure and five against it", "nine in favour and five
  // against".
  std::optional<Tally> ReadSides(size_t i, size_t* end) const {
    const std::optional<Numeral> first = Votes(i);
    if (!first) return std::nullopt;
    size_t side = first->end;
    bool voted = false;
    for (size_t steps = 0; steps < kNear && !IsOneOf(Norm(side), {"for", "in"}); ++steps, ++side)
      voted |= IsOneOf(Norm(side), {"voted", "votes"});
    if (Norm(side) == "in" && !IsOneOf(Norm(side + 1), {"favour", "favor"})) return std::nullopt;
    if (!IsOneOf(Norm(side), {"for", "in"})) return std::nullopt;
    for (size_t k = side + 1; k < pieces_.size() && k < side + kBetween; ++k) {
      const std::optional<Numeral> second = Votes(k);
      if (!second) continue;
      size_t against = second->end;
      for (size_t steps = 0; steps < 3 && Norm(against) != "against"; ++steps, ++against)
        voted |= IsOneOf(Norm(against), {"voted", "votes"});
      if (Norm(against) != "against" || !voted) return std::nullopt;
      *end = against + 1;
      return Make(*first, *second, i, *end);
    }
    return std::nullopt;
  }

  Tally Make(const Numeral& first, const Numeral& second, size_t begin, size_t end) const {
    const int64_t x = first.value / 1000, y = second.value / 1000;
    return {std::max(x, y), std::min(x, y), {pieces_[begin].span.begin, pieces_[end - 1].span.end}};
  }

  const std::vector<Piece>& pieces_;
};

}  // namespace

std::optional<Tally> ReadTally(const std::vector<Piece>& pieces) {
  return TallyReader(pieces).Read();
}

}  // namespace crossread
