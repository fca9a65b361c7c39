// What phones and other programs share, as fields of a form. The way of it: offline.test.mjs.

import assert from 'node:assert/strict';
import test from 'node:test';
import { fromShared } from '../src/shared.js';

function shared(fields, ...files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append('files', file);
  return fromShared(form);
}
const only = (fields) => shared(fields).articles[0];

test('title, text and address become an article', () => {
  const given = { title: 'A stand\n falls', text: 'It fell.', url: 'https://vale.example/a' };
  assert.deepEqual(shared(given), {
    articles: [
      { source: '', title: 'A stand falls', date: '', url: 'https://vale.example/a', text: 'It fell.' },
    ],
    files: [],
  });
});

test('an address in the text is the article\u2019s, without the part that leads to a passage', () => {
  const told = ({ text, url }) => [text, url];
  assert.deepEqual(told(only({ text: 'It fell.\n\nhttps://vale.example/a#:~:text=It' })), [
    'It fell.',
    'https://vale.example/a',
  ]);
  assert.deepEqual(told(only({ title: 'A stand', text: 'https://vale.example/a' })), [
    '',
    'https://vale.example/a',
  ]);
  const text = 'It fell: https://vale.example/b';
  assert.deepEqual(told(only({ text, url: 'https://vale.example/a' })), [text, 'https://vale.example/a']);
  assert.deepEqual(told(only({ text: 'It fell.', url: 'javascript:alert(1)' })), ['It fell.', '']);
});

test('header lines count as in a paste', () => {
  const { source, title, text } = only({
    title: 'Note',
    text: 'source: Vale Press\ntitle: A stand\n\nIt fell.',
  });
  assert.deepEqual([source, title, text], ['Vale Press', 'A stand', 'It fell.']);
});

test('files come as files; a greeting beside them is no article, an article is', () => {
  const file = new File(['It fell.'], 'a.txt');
  const none = new File([], '');
  assert.deepEqual(shared({ title: 'a.txt', text: 'See here' }, file, none), { articles: [], files: [file] });
  assert.equal(shared({ text: 'It fell. '.repeat(40) }, file).articles.length, 1);
  assert.deepEqual(shared({ title: 'Nothing' }), { articles: [], files: [] });
});
