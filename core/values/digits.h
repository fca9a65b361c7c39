// Where a number in digits ends.
#pragma once

#include <cstdint>
#include <string_view>

namespace crossread {

// The end of the digits that begin at `begin`: "1,000", "4.2", "20.12.2025"; "12," and "3." stop
// before the mark, and a comma needs three digits behind it ("9,10" are two numbers). Of a text
// whose marks a tokeniser has set apart, "15, 000" as well. Cost: O(digits), or O(1) windows of 8
// kB where a comma is followed by three digits.
uint32_t DigitsEnd(std::string_view text, uint32_t begin);

}  // namespace crossread
