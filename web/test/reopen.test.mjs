import assert from 'node:assert/strict';
import test from 'node:test';
import { notOpen, sinceSaved } from '../src/reopen.js';

const report = (ids, version = '1', articles = ['A', 'B']) => ({
  engine: { version },
  articles: articles.map((id) => ({ id })),
  findings: ids.map((id) => ({ id })),
});

test('a fresh report is told from the saved one by its findings', () => {
  const saved = report(['a', 'b', 'c']);
  assert.equal(sinceSaved(saved, report(['c', 'b', 'a'], '2'), {}), '', 'the same, whatever made them');
  assert.equal(sinceSaved(saved, report(['a'], '1', ['A', 'C']), {}), '', 'other articles');
  assert.equal(
    sinceSaved(saved, report(['a', 'x']), { b: { verdict: 'confirmed' }, a: { verdict: 'confirmed' } }),
    'Compared afresh, 2 findings of the saved report are gone and 1 is new. 1 of those gone had a verdict or a note.',
  );
  assert.equal(
    sinceSaved(saved, report(['a', 'b', 'c', 'd'], '2'), {}),
    'This report was saved by another version of Crossread. Compared afresh, 1 finding is new.',
  );
  assert.equal(
    sinceSaved(saved, report(['a', 'b']), {}),
    'Compared afresh, 1 finding of the saved report is gone.',
  );
});

test('an article that is open already is not opened twice', () => {
  const open = [{ id: 'A', siglum: 'A', source: 'V', title: '', date: '', url: '', text: 'It fell.' }];
  const given = [
    { id: 'A', text: 'It fell.' },
    { id: 'A', text: 'It stood.' },
    { id: 'B', text: 'It fell.' },
  ];
  assert.deepEqual(notOpen(given, open), given.slice(1));
});
