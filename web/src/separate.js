// Several articles in one text, where they are clearly separated. It only finds them; whether they are
// taken apart is the reader's choice, since a line of dashes may as well divide one article.
import { fromText } from './ingest.js';

/** Shorter pieces are no articles: a line of dashes above a footer. */
const FEWEST_WORDS = 12;

const isRule = (line) => /^\s*([-=])\1{2,}\s*$/.test(line);
const isHeader = (line) => /^\s*(source|title|date|url)\s*:\s*\S/i.test(line);
const wordsIn = (text) => text.trim().split(/\s+/).filter(Boolean).length;

/** In Markdown a line of dashes right below a line of text makes it a heading, which has no full stop. */
const underlines = (above) => above.trim() !== '' && !/[.!?…]["'”’)\]]*\s*$/.test(above);

/** Where pieces begin, as line numbers: {at: first line of the piece, end: last line before it}. */
function borders(lines) {
  const found = [];
  for (let n = 1; n < lines.length; n += 1) {
    if (isRule(lines[n]) && !underlines(lines[n - 1])) found.push({ end: n, at: n + 1 });
    else if (isHeader(lines[n]) && lines[n - 1].trim() === '') {
      let last = n;
      while (last + 1 < lines.length && isHeader(lines[last + 1])) last += 1;
      const head = lines.slice(n, last + 1);
      // One line alone may be a credit ("Source: police"); it takes two to begin an article.
      const begins = head.length > 1 && head.some((line) => /^\s*(source|title)/i.test(line));
      if (begins && (lines[last + 1] ?? '').trim() === '') found.push({ end: n, at: n });
      n = last;
    }
  }
  return found;
}

/**
 * @param {import('./ingest.js').Fields} fields as fromText gives them: the first article's head is off
 * @returns {import('./ingest.js').Fields[]} two or more articles, or none if the text is one
 */
export function separate(fields) {
  const lines = fields.text.split('\n');
  const pieces = [];
  let from = 0;
  for (const { at, end } of [...borders(lines), { at: lines.length, end: lines.length }]) {
    const text = lines.slice(from, end).join('\n').trim();
    const piece = pieces.length ? fromText(`${text}\n`) : { ...fields, text };
    if (wordsIn(piece.text) >= FEWEST_WORDS) pieces.push({ ...piece, text: piece.text.trim() });
    else if (text !== '') return []; // something would belong to no article
    from = at;
  }
  return pieces.length > 1 ? pieces : [];
}
