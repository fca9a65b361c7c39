// How two articles run beside each other: which of their places belong together, and which place of one
// article stands level with a place of the other. Numbers in, numbers out; no DOM.

import { spread } from './search.js';

/** @typedef {[number, number]} Pair  a place of one article and the place of the other that goes with it */

const EACH = 3; // of one claim or finding: more places in one article say little about where it stands
const PAIRS = 500; // are enough to scroll by; each is looked for in the layout
const CHARACTERS = 40; // of a shared passage that count as much as one claim

/** Everything that the report lines up of two articles, with how firmly. @returns {[number, number, number][]} */
function candidates(report, a, b) {
  const all = [];
  const add = (ofA, ofB, weight) => {
    for (const x of ofA.slice(0, EACH)) for (const y of ofB.slice(0, EACH)) all.push([x, y, weight]);
  };
  const claims = new Map(report.claims.map(({ id, span }) => [id, span.utf16.start]));
  for (const { cells } of report.coverage.rows) {
    const starts = (article) =>
      cells
        .filter((cell) => cell.article === article)
        .flatMap((cell) => cell.claims.map((id) => claims.get(id)))
        .filter((start) => start !== undefined);
    add(starts(a), starts(b), 2);
  }
  for (const { spans } of report.findings) {
    const starts = (article) =>
      spans.filter((span) => span.article === article).map((span) => span.utf16.start);
    add(starts(a), starts(b), 2);
  }
  for (const { articles, passages } of report.reuse.pairs) {
    const [x, y] = [articles.indexOf(a), articles.indexOf(b)];
    if (x < 0 || y < 0) continue;
    for (const passage of passages) {
      const [one, other] = [passage[x].utf16, passage[y].utf16];
      const weight = 1 + (one.end - one.start) / CHARACTERS / 2;
      all.push([one.start, other.start, weight], [one.end, other.end, weight]);
    }
  }
  return all;
}

const heavier = (one, other) => (other && !(one?.total >= other.total) ? other : one);

/**
 * Articles tell things in their own order, and what scrolls must not run back and forth: of all pairs, those
 * that keep one order and weigh most together. O(n log n).
 * @param {[number, number, number][]} pairs with weights @returns {Pair[]} rising in both
 */
export function chain(pairs) {
  const sorted = [...pairs].sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  const ys = [...new Set(sorted.map(([, y]) => y))].sort((one, other) => one - other);
  const ranks = new Map(ys.map((y, index) => [y, index + 1]));
  const tree = new Array(ys.length + 1); // Fenwick's: the heaviest chain that ends at or before a rank
  const upTo = (rank) => {
    let best;
    for (let i = rank; i > 0; i -= i & -i) best = heavier(best, tree[i]);
    return best;
  };
  for (const [x, y, weight] of sorted) {
    const before = upTo(ranks.get(y) - 1);
    const link = { x, y, total: weight + (before?.total ?? 0), before };
    for (let i = ranks.get(y); i < tree.length; i += i & -i) tree[i] = heavier(tree[i], link);
  }
  const links = [];
  for (let link = upTo(ys.length); link; link = link.before) links.push([link.x, link.y]);
  return links.reverse();
}

/** @param {import('./types.js').Report} report @param {string} a @param {string} b articles, by id */
export const alignment = (report, a, b) => spread(chain(candidates(report, a, b)), PAIRS);

/** Only the pairs that rise in both: two places may stand in one line. @param {Pair[]} pairs @returns {Pair[]} */
export function rising(pairs) {
  const kept = [];
  for (const pair of pairs) {
    const last = kept.at(-1);
    if (!last || (pair[0] > last[0] && pair[1] > last[1])) kept.push(pair);
  }
  return kept;
}

/** What goes with `x`, between the pairs in proportion, beyond the outer ones at their distance. @param {Pair[]} pairs */
export function across(pairs, x) {
  let low = 0;
  let high = pairs.length - 1;
  if (high < 0) return x;
  if (x <= pairs[0][0]) return pairs[0][1] + x - pairs[0][0];
  if (x >= pairs[high][0]) return pairs[high][1] + x - pairs[high][0];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (pairs[middle][0] <= x) low = middle;
    else high = middle;
  }
  const [[x0, y0], [x1, y1]] = [pairs[low], pairs[high]];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

/**
 * How far below its upper edge a column is level with the others: a third of its height; at the text's start
 * the upper edge itself, at its end the lower one, so that every column reaches both ends with the others.
 * @param {number} top how far it is scrolled @param {number} most how far it can be @param {number} height
 */
export function levelLine(top, most, height) {
  if (most <= 0) return 0;
  const ramp = Math.min(most / 2, height * 1.5);
  const at = Math.min(Math.max(top, 0), most);
  if (at < ramp) return ((at / ramp) * height) / 3;
  if (at > most - ramp) return height - (((most - at) / ramp) * height * 2) / 3;
  return height / 3;
}

/**
 * How much of its distance a column keeps that stands elsewhere than its text would have it: all of it
 * nearby, less and less further on. 1 to 0.
 * @param {number} way scrolled since @param {number} by the distance @param {number} height of the column
 */
export const kept = (way, by, height) =>
  Math.min(1, Math.max(0, 1 - (Math.abs(way) - height / 2) / (Math.abs(by) + height)));
