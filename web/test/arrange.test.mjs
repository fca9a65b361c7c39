import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { AS_REPORTED, arranged, inReport, isInBase } from '../src/arrange.js';

const { report } = JSON.parse(readFileSync(new URL('sample-report.json', import.meta.url)));
const by = (changes, of = report) => arranged(of, { ...AS_REPORTED, ...changes });
const states = (row) => Object.fromEntries(row.cells.map(({ article, state }) => [article, state]));

/** The sample with one row made by hand: {article: [state, words]}. */
function withRow(cells) {
  const made = structuredClone(report);
  const entries = Object.entries(cells);
  made.claims.push(
    ...entries
      .filter(([, [, exact]]) => exact)
      .map(([article, [, exact]]) => ({
        id: `x${article}`,
        article,
        span: { exact, utf16: { start: 0, end: 1 } },
      })),
  );
  made.coverage.rows = [
    {
      id: 'x',
      label: cells.A[1],
      articles: 3,
      origins: 3,
      cells: entries.map(([article, [state, exact]]) => ({
        article,
        state,
        claims: exact ? [`x${article}`] : [],
      })),
    },
  ];
  return made;
}

test('without a base article the rows are as the report has them', () => {
  assert.deepEqual(arranged(report, AS_REPORTED), report.coverage.rows);
});

test('an article that contradicts a claim leads the row with its own words, and the others contradict it', () => {
  const [row] = by({ base: 'B' });
  assert.equal(row.label, 'The bridge failed its inspection in January');
  assert.deepEqual(states(row), { A: 'contradicts', B: 'carries', C: 'contradicts' });
  assert.deepEqual(
    states(report.coverage.rows[0]),
    { A: 'carries', B: 'contradicts', C: 'carries' },
    'unchanged',
  );
  const [agreeing] = by({ base: 'C' });
  assert.equal(agreeing.label, 'the bridge passed its inspection in January');
  assert.deepEqual(states(agreeing), states(report.coverage.rows[0]));
});

test('what two articles that are at odds with a third are to each other is not invented', () => {
  const row = {
    A: ['carries', 'Twelve came'],
    B: ['contradicts', 'Nine came'],
    C: ['contradicts', 'Ten came'],
  };
  assert.deepEqual(states(by({ base: 'B' }, withRow(row))[0]), {
    A: 'contradicts',
    B: 'carries',
    C: 'unclear',
  });
  const same = { ...row, C: ['contradicts', 'nine came,'] };
  assert.deepEqual(states(by({ base: 'B' }, withRow(same))[0]), {
    A: 'contradicts',
    B: 'carries',
    C: 'carries',
  });
  const silent = { ...row, B: ['qualifies', 'Some nine came'], C: ['silent', ''] };
  assert.deepEqual(states(by({ base: 'B' }, withRow(silent))[0]), {
    A: 'qualifies',
    B: 'carries',
    C: 'silent',
  });
});

test('claims that the base article does not make come last', () => {
  const rows = by({ base: 'B' });
  const inBase = rows.map((row) => isInBase(row, 'B'));
  assert.deepEqual(
    inBase,
    [...inBase].sort((a, b) => Number(b) - Number(a)),
  );
  assert.ok(inBase.includes(false) && inBase.includes(true));
  assert.ok(report.coverage.rows.every((row) => isInBase(row, '')));
});

test('sorted by number of articles, or by the order in the base article', () => {
  const turned = structuredClone(report);
  turned.coverage.rows.reverse();
  assert.deepEqual(
    by({ sort: 'outlets' }, turned).map((row) => row.articles),
    [3, 3, 2, 1, 1],
  );
  const start = new Map(report.claims.map((claim) => [claim.id, claim.span.utf16.start]));
  const places = by({ base: 'A', sort: 'article' }, turned)
    .map((row) => row.cells.find(({ article }) => article === 'A').claims[0])
    .filter(Boolean)
    .map((id) => start.get(id));
  assert.equal(places.length, 4);
  assert.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  );
});

test('a base article that is gone or was not compared is none', () => {
  assert.deepEqual(inReport({ base: 'D', sort: 'article' }, report), AS_REPORTED);
  assert.deepEqual(inReport({ base: 'gone', sort: 'outlets' }, report), { base: '', sort: 'outlets' });
});
