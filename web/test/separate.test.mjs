import assert from 'node:assert/strict';
import test from 'node:test';
import { add, canJoin, divide, division, edit, join, keepWhole } from '../src/articles.js';
import { duplicates } from '../src/duplicates.js';
import { fromText } from '../src/ingest.js';
import { separate } from '../src/separate.js';

const first = 'The stand gave way on Friday evening and twelve people were hurt, the fire chief said.';
const second = 'A stand in the park collapsed on Friday. Nobody was killed, the mayor said at the scene.';
const third = 'Twelve visitors went to hospital after a stand fell down during the concert on Friday night.';
const parts = (text) => separate(fromText(text));
const texts = (text) => parts(text).map((part) => part.text);

test('a line of dashes or equals signs separates articles', () => {
  assert.deepEqual(texts(`${first}\n\n---\n\n${second}\n\n=====\n\n${third}\n`), [first, second, third]);
  assert.deepEqual(texts(`${first}\n---\n${second}`), [first, second]);
});

test('heads separate articles and become their fields', () => {
  const found = parts(
    `Source: Vale Press\nTitle: One\n\n${first}\n\nSource: North Wire\nDate: 2026-03-14\n\n${second}\n`,
  );
  assert.deepEqual(
    found.map(({ source, title, date, text }) => [source, title, date, text]),
    [
      ['Vale Press', 'One', '', first],
      ['North Wire', '', '2026-03-14', second],
    ],
  );
  const ruled = parts(`${first}\n\n---\nSource: North Wire\nDate: 2026-03-14\n\n${second}`);
  assert.deepEqual(
    ruled.map(({ source, text }) => [source, text]),
    [
      ['', first],
      ['North Wire', second],
    ],
  );
});

test('one article stays one', () => {
  for (const text of [
    first,
    `${first}\n\n${second}`,
    `${first}\n\n---\n\nMore on page 4`,
    `${first}\n\nSource: police\n\n${second}`,
    `${first}\n\nWhat we know so far\n---\n${second}`, // a heading in Markdown
    `${first}\n\n-- ${second}`,
    `${first}\n\n---\n\n\n`,
    '',
  ])
    assert.deepEqual(parts(text), [], text);
});

test('dividing keeps the first one\u2019s id and letter and the order of the rest', () => {
  const fields = fromText(`Source: Vale Press\n\n${first}\n\n---\n\n${second}`);
  const articles = add([], [{ ...fields, parts: separate(fields) }, { text: third }]);
  assert.deepEqual(
    divide(articles, 'A').map(({ id, siglum, source, text, parts: left }) => [
      id,
      siglum,
      source,
      text,
      left,
    ]),
    [
      ['A', 'A', 'Vale Press', first, undefined],
      ['C', 'C', '', second, undefined],
      ['B', 'B', '', third, undefined],
    ],
  );
  assert.equal(keepWhole(articles, 'A')[0].parts, undefined);
  assert.equal(keepWhole(articles, 'A')[0].text, fields.text);
  // The offer is about the text, and outlives a new name, but not a new text.
  assert.equal(edit(articles, 'A', { source: 'V' })[0].parts.length, 2);
  assert.equal(edit(articles, 'A', { text: first })[0].parts, undefined);
});

test('duplicates: the same text but for its spaces, or the same address', () => {
  const articles = add(
    [],
    [
      { text: first, url: 'https://v.example/a' },
      { text: second, url: 'https://v.example/a/#top' },
      { text: `${first.replace(' ', '\n')} ` },
      { text: '' },
      { text: '', url: 'none' },
      { text: third, url: 'none' },
    ],
  );
  assert.deepEqual(
    [...duplicates(articles)].map(([id, { of, same }]) => [id, of.id, same]),
    [
      ['B', 'A', 'address'],
      ['C', 'A', 'text'],
    ],
  );
});

test('what was divided can be joined again, unless a part is gone or rewritten', () => {
  const parts = ['One.', 'Two.', 'Three.'].map((text) => ({ text }));
  const before = add([], [{ text: 'X' }, { source: 'V', text: 'One. Two. Three.', parts }, { text: 'Y' }]);
  const after = divide(before, 'B');
  const divided = division(before, 'B', after);
  assert.equal(divided.texts.size, 3);
  assert.equal(canJoin(after, divided), true);
  assert.deepEqual(join(after, divided), before);
  // Names may be typed meanwhile, and that of the whole stays.
  const named = edit(edit(after, 'B', { source: 'Vale Press' }), 'E', { title: 'T' });
  assert.equal(canJoin(named, divided), true);
  assert.deepEqual(join(named, divided), edit(before, 'B', { source: 'Vale Press' }));
  assert.equal(canJoin(edit(after, 'E', { text: 'Four.' }), divided), false);
  assert.equal(canJoin(after.slice(0, 3), divided), false);
  assert.equal(canJoin(after, null), false);
});
