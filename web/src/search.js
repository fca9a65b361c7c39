// Finding a place in a list that rises, without looking at all of it.

/**
 * @template T
 * @param {T[]} list rising in what `of` gives
 * @param {number} most
 * @param {(item: T) => number} of
 * @returns {number} where the last item is that is not above `most`; -1 if all are
 */
export function lastUpTo(list, most, of) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(list[middle]) <= most) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** At most `count` of a list, evenly spread, with the first and the last. @template T @param {T[]} list */
export const spread = (list, count) =>
  list.length <= count
    ? list
    : Array.from(
        { length: count },
        (_, index) => list[Math.round((index * (list.length - 1)) / (count - 1))],
      );
