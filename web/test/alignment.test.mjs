import assert from 'node:assert/strict';
import test from 'node:test';
import { lastUpTo, spread } from '../src/search.js';
import { across, alignment, chain, kept, levelLine, rising } from '../src/alignment.js';

const span = (article, start, end = start + 10) => ({ article, utf16: { start, end } });

test('of places that cross, those that weigh most together are kept, in one order', () => {
  assert.deepEqual(chain([]), []);
  const straight = [10, 20, 30].map((x) => [x, x * 2, 1]);
  assert.deepEqual(chain([...straight, [12, 100, 1]]), [
    [10, 20],
    [20, 40],
    [30, 60],
  ]);
  assert.deepEqual(chain([...straight, [12, 100, 9]]), [
    [10, 20],
    [12, 100],
  ]);
  assert.deepEqual(chain([...[5, 6].map((y) => [1, y, 1]), [2, 6, 1]]).length, 2, 'a place is used once');
});

test('a chain is as heavy as the best that trying all of them finds', () => {
  const random = (seed) => ((seed * 7919 + 104729) % 1000003) / 1000003;
  for (let round = 1; round < 60; round += 1) {
    const pairs = Array.from({ length: 9 }, (_, index) =>
      [1, 2, 3].map((salt) => 1 + Math.floor(random(round * 31 + index * 17 + salt * 7) * 8)),
    );
    let best = 0;
    for (let set = 0; set < 1 << pairs.length; set += 1) {
      const chosen = pairs
        .filter((_, index) => set & (1 << index))
        .sort((a, b) => a[0] - b[0] || a[1] - b[1]);
      if (chosen.every((one, i) => i === 0 || (one[0] > chosen[i - 1][0] && one[1] > chosen[i - 1][1])))
        best = Math.max(
          best,
          chosen.reduce((sum, [, , weight]) => sum + weight, 0),
        );
    }
    const found = chain(pairs);
    assert.ok(found.every((one, i) => i === 0 || (one[0] > found[i - 1][0] && one[1] > found[i - 1][1])));
    const weight = ([x, y]) =>
      Math.max(...pairs.filter((one) => one[0] === x && one[1] === y).map((one) => one[2]));
    assert.equal(
      found.reduce((sum, pair) => sum + weight(pair), 0),
      best,
      JSON.stringify(pairs),
    );
  }
});

test('claims, findings and shared copy line two articles up', () => {
  const report = {
    claims: [
      { id: 'c1', span: span('a', 100) },
      { id: 'c2', span: span('b', 300) },
      { id: 'c3', span: span('c', 5) },
    ],
    coverage: {
      rows: [
        {
          cells: [
            { article: 'a', state: 'carries', claims: ['c1'] },
            { article: 'b', state: 'contradicts', claims: ['c2'] },
            { article: 'c', state: 'carries', claims: ['c3'] },
          ],
        },
      ],
    },
    findings: [{ spans: [span('a', 200), span('b', 400)] }],
    reuse: { pairs: [{ articles: ['b', 'a'], passages: [[span('b', 500, 560), span('a', 300, 360)]] }] },
  };
  assert.deepEqual(alignment(report, 'a', 'b'), [
    [100, 300],
    [200, 400],
    [300, 500],
    [360, 560],
  ]);
  assert.deepEqual(alignment(report, 'a', 'c'), [[100, 5]]);
});

test('between pairs in proportion, beyond them at their distance', () => {
  const pairs = [
    [10, 100],
    [20, 140],
    [60, 150],
  ];
  assert.deepEqual(
    [0, 10, 15, 20, 40, 60, 70].map((x) => across(pairs, x)),
    [90, 100, 120, 140, 145, 150, 160],
  );
  assert.equal(across([], 7), 7);
  assert.deepEqual(
    rising([
      [0, 0],
      [5, 5],
      [5, 6],
      [6, 5],
      [7, 9],
    ]),
    [
      [0, 0],
      [5, 5],
      [7, 9],
    ],
  );
});

test('the level line runs from the upper edge to the lower one without a jump, and what is read never runs back', () => {
  for (const [most, height] of [
    [0, 500],
    [100, 500],
    [5000, 500],
  ]) {
    let before = 0;
    for (let top = 0; top <= most; top += 1) {
      const read = top + levelLine(top, most, height);
      assert.ok(read >= before && read - before < 8, `${top} of ${most}`);
      before = read;
    }
    if (most) assert.equal(levelLine(most, most, height), height);
  }
  assert.equal(levelLine(2500, 5000, 600), 200);
});

test('a distance is kept nearby and lost on the way, never faster than the text scrolls', () => {
  assert.equal(kept(200, 1000, 500), 1);
  assert.equal(kept(-200, -1000, 500), 1);
  assert.equal(kept(5000, 1000, 500), 0);
  for (let way = 0; way < 3000; way += 10)
    assert.ok(1000 * Math.abs(kept(way + 10, 1000, 500) - kept(way, 1000, 500)) <= 10);
});

test('of a long list a few are taken, evenly, with both ends; a short one is as it was', () => {
  const long = Array.from({ length: 1001 }, (_, index) => index);
  assert.deepEqual(spread(long, 5), [0, 250, 500, 750, 1000]);
  assert.equal(spread(long, 1001), long);
});

test('the last item up to a number is found as by looking at all', () => {
  const list = [1, 3, 3, 3, 8];
  for (let most = 0; most < 10; most += 1)
    assert.equal(
      lastUpTo(list, most, (item) => item),
      list.findLastIndex((item) => item <= most),
    );
});
