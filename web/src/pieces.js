// Stretches of article text to show, with their marks and the places to jump to. Pure.
import { isExact } from './highlight.js';

/** @typedef {import('./types.js').Piece} Piece */
/** @typedef {Map<string, string>} Texts  by article id */

/**
 * A piece of one article, with marks given in the article's offsets.
 * @param {string} text @param {string} article @param {number} start @param {number} end
 * @param {import('./highlight.js').Mark[]} marks @param {import('./types.js').Range} place
 * @returns {Piece}
 */
export function piece(text, article, start, end, marks, place = { start, end }) {
  return {
    text: text.slice(start, end),
    marks: marks.map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start })),
    places: [{ article, utf16: place }],
  };
}

/** Pieces with the same words, marks and edits in several articles become one, with all its places. */
export function collapse(pieces) {
  /** @type {Map<string, Piece>} */
  const byWords = new Map();
  for (const one of pieces) {
    const key = JSON.stringify([one.text, one.marks, one.edits, one.note]);
    const same = byWords.get(key);
    if (same) same.places.push(...one.places);
    else byWords.set(key, { ...one, places: [...one.places] });
  }
  return [...byWords.values()];
}

/** One span by itself, or its words alone if the text no longer has them there. */
export function plainPiece(texts, span, kind) {
  const text = texts.get(span.article) ?? '';
  if (!isExact(text, span)) return { text: span.exact, marks: [], places: [] };
  const { start, end } = span.utf16;
  return piece(text, span.article, start, end, kind ? [{ start, end, kind }] : []);
}
