// The commands that read a line and write a line: `batch` and `quotes`. A bad line becomes an error
// record in its place and the rest goes on; the exit code is then 3.
#pragma once

#include <iosfwd>

namespace crossread {

int RunBatch(std::istream& in, std::ostream& out, std::ostream& log, bool compact);
int RunQuotes(std::istream& in, std::ostream& out, std::ostream& log);

}  // namespace crossread
