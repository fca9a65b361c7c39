// Columns that scroll together: what two articles tell alike stays level while either is scrolled. All
// heights are read beforehand; a scroll computes and sets, once a frame, and never waits for a layout.
import { across, kept, levelLine, rising } from '../alignment.js';

/** @typedef {import('./column.js').Column} Column */

export function createTogether() {
  let columns = [];
  let on = true;
  let moved = null; // the column that was scrolled last
  let leader = null; // the same, while nothing else has moved the columns
  let steady = false; // places were brought level by hand, and the reader is still there
  let frame = 0;
  /** @type {Map<Column, Map<Column, import('../alignment.js').Pair[]>>} by leader and follower, in pixels */
  const pairs = new Map();
  /** By follower: where it and its leader were when that began to lead, and how far it was from where its text would have it. */
  const distances = new Map();

  /** Where `to` is level with `from`, scrolled to `top`. */
  function levelWith(from, to, top) {
    const line = levelLine(top, from.most(), from.height);
    return across(pairs.get(from).get(to), top + line) - line;
  }

  /** The column by which the reader knows where they are. */
  const reference = () => (columns.includes(moved) ? moved : (columns[0] ?? null));
  const others = (column) => columns.filter((one) => one !== column);

  function lead(column) {
    leader = column;
    for (const other of others(column)) {
      const by = other.top - levelWith(column, other, column.top);
      distances.set(other, { by, top: other.top, from: column.top, steady });
    }
  }

  function step() {
    frame = 0;
    const column = moved;
    if (!columns.includes(column)) return;
    if (leader !== column) lead(column);
    column.moved();
    if (!on) return;
    for (const other of others(column)) {
      const then = distances.get(other);
      const way = column.top - then.from;
      const share = kept(way, then.by, column.height);
      if (share === 0) steady = false;
      const level = levelWith(column, other, column.top);
      other.scrollTo(level + share * (then.steady ? then.top + way - level : then.by));
    }
  }

  /** Brings columns level with one of them. */
  function follow(column, followers) {
    for (const other of followers)
      other.scrollTo(Math.min(levelWith(column, other, column.top), other.most()), true);
    leader = null;
  }

  return {
    /**
     * After anything that moves the text in a column: reads where all that belongs together stands.
     * @param {Column[]} shown @param {(a: Column, b: Column) => import('../alignment.js').Pair[]} alignmentOf
     */
    relayout(shown, alignmentOf) {
      columns = shown;
      leader = null;
      pairs.clear();
      for (const column of columns) pairs.set(column, new Map());
      for (const [index, a] of columns.entries())
        for (const b of columns.slice(index + 1)) {
          const places = alignmentOf(a, b).map(([x, y]) => [a.y(x), b.y(y)]);
          const both = rising([[0, 0], ...places, [a.full, b.full]]);
          pairs.get(a).set(b, both);
          pairs.get(b).set(
            a,
            both.map(([x, y]) => [y, x]),
          );
        }
    },

    scrolled(column) {
      moved = column;
      if (!frame) frame = requestAnimationFrame(step);
    },

    /** @param {boolean} wanted */
    setOn(wanted) {
      on = wanted;
      const first = reference();
      steady = false;
      if (on && first) follow(first, others(first));
    },

    /**
     * Brings places level, at one height below the columns' upper edge or less, if a text begins below it.
     * Columns without a place go along. At once, without an animation, whatever motion the reader likes.
     * @param {Map<Column, number>} places where, in pixels of its text @param {number} height
     */
    level(places, height) {
      const at = Math.max(0, Math.min(height, ...places.values()));
      for (const [column, y] of places) column.scrollTo(y - at, true);
      const [first] = places.keys();
      if (on)
        follow(
          first,
          columns.filter((column) => !places.has(column)),
        );
      leader = null;
      steady = true;
    },

    reference,
  };
}
