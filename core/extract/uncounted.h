// Numbers that count nothing: parts of names, codes, scores, addresses, list marks, "one" as a
// pronoun.
#pragma once

#include <cstddef>
#include <vector>

#include "core/values/amount.h"

namespace crossread {

// Part of a name or an address ("Flight 370", "F-16", "10 Orchard Street"). counts: a plural noun
// or a unit stands behind the number ("Page 12" against "In Lyon 12 people").
bool IsNamed(const std::vector<Piece>& pieces, const Amount& amount, bool counts);

// Digits joined to others: scores (3-2), phone numbers (555-0199), ratios (2:1), decades ("in his
// 50s").
bool IsCode(const std::vector<Piece>& pieces, const Amount& amount);

// A mark that joins digits to the digits behind it stands at pieces[i].
bool JoinsDigits(const std::vector<Piece>& pieces, size_t i);

// "One of them", "no one", "one day"; not "one person", "one-day talks".
bool IsPronounOne(const std::vector<Piece>& pieces, const Amount& amount);

// "1." or "2)" at the beginning of a sentence, or a number that is all of it.
bool IsListNumber(const std::vector<Piece>& pieces, const Amount& amount);

}  // namespace crossread
