import assert from 'node:assert/strict';
import test from 'node:test';
import { isExact, segments } from '../src/highlight.js';

const shape = (start, end, marks) =>
  segments(start, end, marks).map((part) => [
    part.start,
    part.end,
    part.marks.map((mark) => mark.kind).join('+'),
  ]);

test('a span is exact if the text says there what it says', () => {
  const text = 'A 🚲 passer-by';
  assert.ok(isExact(text, { utf16: { start: 5, end: 11 }, exact: 'passer' }));
  assert.ok(!isExact(text, { utf16: { start: 4, end: 10 }, exact: 'passer' }), 'code points are not UTF-16');
  assert.ok(!isExact(text, { utf16: { start: 5, end: 99 }, exact: 'passer' }));
  assert.ok(!isExact(text, { utf16: { start: 5, end: 5 }, exact: '' }));
});

test('text is cut where marks begin and end', () => {
  assert.deepEqual(shape(0, 10, []), [[0, 10, '']]);
  assert.deepEqual(shape(0, 10, [{ start: 2, end: 4, kind: 'a' }]), [
    [0, 2, ''],
    [2, 4, 'a'],
    [4, 10, ''],
  ]);
});

test('the work grows with the marks, not with their square', () => {
  let looks = 0;
  const marks = Array.from({ length: 4000 }, (_, index) => ({
    start: index * 5,
    get end() {
      looks += 1;
      return index * 5 + 3;
    },
    kind: 'a',
  }));
  const parts = segments(0, 20_000, marks);
  assert.equal(parts.length, 8000);
  assert.deepEqual([...new Set(parts.map((part) => part.marks.length))], [1, 0]);
  assert.ok(looks < 50_000, `${looks} looks at an end`);
});

test('marks may overlap, nest, touch, and reach beyond', () => {
  const marks = [
    { start: -5, end: 4, kind: 'a' },
    { start: 2, end: 6, kind: 'b' },
    { start: 3, end: 4, kind: 'c' },
    { start: 8, end: 99, kind: 'd' },
    { start: 5, end: 5, kind: 'empty' },
  ];
  assert.deepEqual(shape(0, 10, marks), [
    [0, 2, 'a'],
    [2, 3, 'a+b'],
    [3, 4, 'a+b+c'],
    [4, 6, 'b'],
    [6, 8, ''],
    [8, 10, 'd'],
  ]);
});

test('the parts put together are the whole, whatever the marks', () => {
  const text = 'Twelve people were hurt, the fire service said.';
  for (let round = 0; round < 200; round += 1) {
    const at = (salt) => (round * 31 + salt * 17) % (text.length + 4);
    const marks = [1, 2, 3].map((salt) => ({
      start: at(salt),
      end: at(salt) + (at(salt + 5) % 9),
      kind: 'x',
    }));
    const parts = segments(0, text.length, marks);
    assert.equal(parts.map((part) => text.slice(part.start, part.end)).join(''), text);
    assert.ok(parts.every((part) => part.start < part.end));
  }
});
