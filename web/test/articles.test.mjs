import assert from 'node:assert/strict';
import test from 'node:test';
import { add, edit, plain, refuse, renew, siglum, told } from '../src/articles.js';
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

test('a list that is given anew is the same story as long as something of it stays', () => {
  const before = add([], [{ id: 'draft', text: 'a' }, { text: 'b', source: 'Vale' }, { text: 'c' }]);
  const given = plain(before);
  assert.equal(renew(before, given), before, 'nothing changed');
  const typed = renew(before, [{ ...given[0], text: 'a a' }, ...given.slice(1)]);
  assert.equal(letters(typed), 'ABC');
  assert.equal(typed[0].text, 'a a');
  assert.equal(typed[1], before[1]);
  const replaced = renew(before.slice(0, 2), [given[0], { id: 'other', text: 'd' }]);
  assert.equal(letters(replaced), 'AB');
  const others = renew(before, [
    given[2],
    { text: 'new' },
    { id: 'draft', text: 'z' },
    { id: 'draft', text: 'y' },
  ]);
  assert.equal(letters(others), 'CBAD');
  assert.deepEqual(
    others.map(({ id }) => id),
    ['C', 'B′', 'draft', 'draft′'],
  );
  assert.equal(
    renew(before, [{ text: 'b', source: 'Vale' }]),
    null,
    'the same words, but not said to be that article',
  );
  assert.equal(renew(before, [{ id: 'draft', text: 'of another story' }]), null);
  assert.equal(renew(before, []), null);
  const refused = refuse(before, 'draft', 'too long');
  assert.equal(renew(refused, given), refused);
  assert.equal(renew(refused, [{ id: 'draft', text: 'short' }, given[1]])[0].problem, undefined);
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

test('what is locked stays so until the host says otherwise; a request does not say it', () => {
  const before = add([], [{ id: 'draft', text: 'a', locked: true }, { text: 'b' }]);
  assert.deepEqual(
    told(before).map(({ locked }) => locked),
    [true, undefined],
  );
  assert.ok(plain(before).every((article) => !('locked' in article)));
  assert.equal(renew(before, told(before)), before);
  const typed = renew(before, [{ id: 'draft', text: 'a a', locked: true }, plain(before)[1]]);
  assert.deepEqual([typed[0].text, typed[0].locked], ['a a', true]);
  const freed = renew(before, plain(before));
  assert.deepEqual([freed[0].siglum, freed[0].locked, freed[1]], ['A', undefined, before[1]]);
});
