// Which words of two wordings correspond: a longest common subsequence. The engine has done this already, and
// better, for what differs; here it only tells where, in one wording, stood a word that only the other has.

/** Apostrophes part words, so that "don't" still has a word in common with "do not". @param {string} text */
export const wordsOf = (text) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: match[0].toLowerCase(),
  }));

/**
 * Time and memory: the product of both lengths, which quotations keep small.
 * @param {string} a @param {string} b
 * @returns {[import('./types.js').Range, import('./types.js').Range][]} in order
 */
export function wordPairs(a, b) {
  const [x, y] = [wordsOf(a), wordsOf(b)];
  // common[i][j]: how many words of x from i on and of y from j on correspond
  const common = Array.from({ length: x.length + 1 }, () => new Uint16Array(y.length + 1));
  for (let i = x.length - 1; i >= 0; i -= 1)
    for (let j = y.length - 1; j >= 0; j -= 1)
      common[i][j] =
        x[i].word === y[j].word ? common[i + 1][j + 1] + 1 : Math.max(common[i + 1][j], common[i][j + 1]);
  const pairs = [];
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    if (x[i].word === y[j].word) pairs.push([x[i++], y[j++]]);
    else if (common[i + 1][j] >= common[i][j + 1]) i += 1;
    else j += 1;
  }
  return pairs;
}

/**
 * Where in `b` the words at `from` of `a` would stand, had `b` them: before the word that corresponds to the
 * next one, or behind the last.
 * @param {ReturnType<typeof wordPairs>} pairs of `a` and `b` @param {number} from @param {number} end of `b`
 */
export const placeOf = (pairs, from, end) =>
  pairs.find(([inA]) => inA.start >= from)?.[1].start ?? pairs.at(-1)?.[1].end ?? end;
