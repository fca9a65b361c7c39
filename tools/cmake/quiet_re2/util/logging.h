// Stands for RE2's header of this name in the WASM build. RE2's own writes to a stream, which
// brings all of iostream along, for messages on a console; what they say, RE2::ok() and
// RE2::error() say too. A check that fails still ends the run.
#pragma once

#include <assert.h>
#include <stdlib.h>

#include "util/util.h"

struct LogMessage {
  LogMessage& stream() { return *this; }
  template <typename T>
  LogMessage& operator<<(const T&) {
    return *this;
  }
};
struct LogMessageFatal : LogMessage {
  ATTRIBUTE_NORETURN ~LogMessageFatal() { abort(); }
};

#define DCHECK(condition) assert(condition)
#define DCHECK_EQ(a, b) assert((a) == (b))
#define DCHECK_NE(a, b) assert((a) != (b))
#define DCHECK_LE(a, b) assert((a) <= (b))
#define DCHECK_LT(a, b) assert((a) < (b))
#define DCHECK_GE(a, b) assert((a) >= (b))
#define DCHECK_GT(a, b) assert((a) > (b))

#define CHECK(condition) \
  if (condition) {       \
  } else                 \
    LogMessageFatal().stream()
#define CHECK_EQ(a, b) CHECK((a) == (b))
#define CHECK_NE(a, b) CHECK((a) != (b))
#define CHECK_LE(a, b) CHECK((a) <= (b))
#define CHECK_LT(a, b) CHECK((a) < (b))
#define CHECK_GE(a, b) CHECK((a) >= (b))
#define CHECK_GT(a, b) CHECK((a) > (b))

#define LOG_INFO LogMessage()
#define LOG_WARNING LogMessage()
#define LOG_ERROR LogMessage()
#define LOG_FATAL LogMessageFatal()
#define LOG_DFATAL LogMessage()
#define LOG(severity) LOG_##severity.stream()
#define VLOG(level)   \
  if ((level) <= 0) { \
  } else              \
    LOG_INFO.stream()
