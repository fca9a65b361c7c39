#include "core/extract/mentions.h"

namespace crossread {

Mentions FindMentions(const Document&) { return {}; }

}  // namespace crossread
