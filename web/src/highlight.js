// Marks in article text. Offsets are UTF-16, as the report gives them beside bytes and code points. Before
// anything is marked, the text must say at that place what the report says it does.

/**
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {string} kind  becomes a CSS class: `said` (the evidence), `differs` (its differing words), …
 * @property {string} [key]  what it belongs to
 */

/**
 * @param {string} text
 * @param {{utf16: {start: number, end: number}, exact: string}} span
 */
export function isExact(text, span) {
  return span.utf16.start < span.utf16.end && text.slice(span.utf16.start, span.utf16.end) === span.exact;
}

/**
 * Cuts [start, end) at every mark's ends. Marks may overlap, nest, or reach beyond the ends.
 * @param {number} start
 * @param {number} end
 * @param {Mark[]} marks
 * @returns {{start: number, end: number, marks: Mark[]}[]} in order, without gaps, none empty
 */
export function segments(start, end, marks) {
  const inside = marks.filter((mark) => mark.start < mark.end && mark.start < end && mark.end > start);
  const rank = new Map(inside.map((mark, index) => [mark, index]));
  const coming = inside.toSorted((one, other) => one.start - other.start);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  const ordered = [...cuts].sort((a, b) => a - b);
  // A sweep: only what is open at a cut is looked at there, since one text may have ten thousand marks.
  let next = 0;
  let open = [];
  return ordered.slice(0, -1).map((from, index) => {
    open = open.filter((mark) => mark.end > from);
    while (next < coming.length && coming[next].start <= from) open.push(coming[next++]);
    const here = open.toSorted((one, other) => rank.get(one) - rank.get(other));
    return { start: from, end: ordered[index + 1], marks: here };
  });
}

/**
 * The text of [start, end) with its marks. What carries marks is a <mark> with the kinds as classes and,
 * where a mark has one, its key as `data-key`.
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Mark[]} marks
 * @returns {DocumentFragment}
 */
export function highlighted(text, start, end, marks) {
  const fragment = document.createDocumentFragment();
  for (const part of segments(start, end, marks)) {
    const words = text.slice(part.start, part.end);
    if (part.marks.length === 0) {
      fragment.append(words);
      continue;
    }
    const element = document.createElement('mark');
    element.className = [...new Set(part.marks.map((mark) => mark.kind))].join(' ');
    const key = part.marks.findLast((mark) => mark.key)?.key;
    if (key) element.dataset.key = key;
    element.textContent = words;
    fragment.append(element);
  }
  return fragment;
}
