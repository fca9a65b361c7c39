// Frames without a reporting word: a colon behind a name, a name behind a dash. Part of the
// quotation stage.
#pragma once

#include <cstdint>
#include <map>
#include <string_view>

#include "core/extract/quote_frame.h"
#include "core/extract/quote_phrase.h"

namespace crossread {

// A dash that may stand before a signature.
bool IsDash(std::string_view token);

// The frame that the colon or dash at unit `i` makes: "Lee: “…”", "“…” — Ann Lee, Oslo", and of a
// headline "Lee: The Mill Is ‘Gone for Good’". False if there is none.
bool ReadLabel(const Document& document, const Folded& folded, const Phrases& phrases, uint32_t i,
               Frame* frame);

// Of a transcript, where at least three paragraphs begin with a label ("LEE: We left.") and one of
// the labels comes back: block -> the token that is its label's colon.
std::map<uint32_t, uint32_t> FindTranscript(const Document& document);

inline constexpr uint32_t kMostWordsOfLabel = 4;  // "SEN. ANN LEE:"

}  // namespace crossread
