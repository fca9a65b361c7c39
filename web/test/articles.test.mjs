import assert from 'node:assert/strict';
import test from 'node:test';
import { add, edit, plain, refuse, siglum } from '../src/articles.js';
import { wellFormed } from '../src/engine.js';

const letters = (articles) => articles.map((article) => article.siglum).join('');

test('letters go on after Z', () => {
  assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(siglum), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('an article keeps its id and letter when others come and go', () => {
  let articles = add([], [{ text: 'a' }, { text: 'b' }, { text: 'c' }]);
  articles = articles.toSpliced(1, 1);
  articles = add(articles, [{ text: 'd' }]);
  assert.equal(letters(articles), 'ACD');
  assert.deepEqual(
    articles.map((article) => article.id),
    ['A', 'C', 'D'],
  );
  assert.equal(letters(add([], [{ text: 'again' }])), 'A');
});

test('a file that was not read has a card but no letter, and no id is given twice', () => {
  const articles = add(
    [],
    [
      { id: 'x', text: 'a' },
      { source: 'photo.jpg', problem: 'No.' },
      { id: 'x', text: 'b' },
    ],
  );
  assert.equal(letters(articles), 'AB');
  assert.equal(new Set(articles.map((article) => article.id)).size, 3);
});

test('a refused article is asked about again once it is changed', () => {
  const [article] = edit(refuse(add([], [{ text: 'a' }]), 'A', 'Too long.'), 'A', { text: 'b' });
  assert.equal(article.problem, undefined);
  assert.equal(article.text, 'b');
});

test('lone surrogates are replaced, and nothing moves', () => {
  for (const [bad, good] of [
    ['a\uD800b', 'a\uFFFDb'],
    ['\uDE00\uD83D', '\uFFFD\uFFFD'],
    ['🚲\uD83D c', '🚲\uFFFD c'],
  ]) {
    assert.equal(wellFormed(bad), good);
    const own = String.prototype.toWellFormed;
    String.prototype.toWellFormed = undefined; // as in an older browser
    try {
      assert.equal(wellFormed(bad), good);
    } finally {
      String.prototype.toWellFormed = own;
    }
  }
  assert.equal(add([], [{ text: 'a\uD800b' }])[0].text, 'a\uFFFDb');
  assert.deepEqual(Object.keys(plain(add([], [{ text: 'a' }]))[0]), [
    'id',
    'source',
    'title',
    'date',
    'url',
    'text',
  ]);
});
