import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { choices, inForce, isActive, NO_FILTER, passes, toggled } from '../src/filter.js';
import { firstKey, splitFindings } from '../src/model.js';
import { isDismissed, judged, REASONS, readVerdicts, verdictOf } from '../src/verdicts.js';
import { words } from '../src/words.js';

const { request, report } = JSON.parse(readFileSync(new URL('sample-report.json', import.meta.url)));
const [bridge, people, , cable, spelling] = report.findings.map(({ id }) => id);
const ids = (findings) => findings.map(({ id }) => id);

test('a finding is confirmed, dismissed with a reason, noted, and let alone again', () => {
  const dismissed = judged({}, 'f', { verdict: 'dismissed', reason: 'style' });
  assert.deepEqual(dismissed, { f: { verdict: 'dismissed', reason: 'style', note: '' } });
  assert.ok(isDismissed(dismissed, 'f'));
  const noted = judged(dismissed, 'f', { note: 'asked the desk' });
  assert.deepEqual(noted.f, { verdict: 'dismissed', reason: 'style', note: 'asked the desk' });
  const confirmed = judged(noted, 'f', { verdict: 'confirmed' });
  assert.deepEqual(confirmed.f, { verdict: 'confirmed', reason: '', note: 'asked the desk' });
  const back = judged(confirmed, 'f', { verdict: '' });
  assert.deepEqual(back.f, { verdict: '', reason: '', note: 'asked the desk' });
  assert.deepEqual(judged(back, 'f', { note: '' }), {});
  assert.deepEqual(dismissed.f.note, '', 'nothing is changed in place');
  assert.equal(verdictOf({}, 'constructor').verdict, '');
});

test('what a host gives is read as far as it makes sense', () => {
  assert.deepEqual(readVerdicts(null), {});
  assert.deepEqual(
    readVerdicts({
      a: { verdict: 'confirmed', reason: 'style', more: 1 },
      b: { verdict: 'dismissed', reason: 'no such reason', note: 'one\r\ntwo' },
      c: { verdict: 'perhaps' },
      d: 'dismissed',
      e: null,
      f: { note: 'alone' },
    }),
    {
      a: { verdict: 'confirmed', reason: '', note: '' },
      b: { verdict: 'dismissed', reason: 'other', note: 'one\ntwo' },
      f: { verdict: '', reason: '', note: 'alone' },
    },
  );
});

test('every reason has its word', () => {
  assert.deepEqual(Object.keys(words.verdict.reasons), REASONS);
});

test('what is dismissed is no conflict, and not what is looked at first', () => {
  const verdicts = judged(judged({}, bridge, { verdict: 'dismissed' }), people, { verdict: 'confirmed' });
  const { loud, low, dismissed } = splitFindings(report, verdicts);
  assert.deepEqual([loud.length, low.length, ids(dismissed)], [3, 1, [bridge]]);
  assert.equal(firstKey('conflicts', report, verdicts), people);
});

test('a filter passes the chosen families and articles; nothing chosen passes all', () => {
  const left = (filter) => ids(splitFindings(report, {}, filter).loud);
  assert.equal(left(NO_FILTER).length, 4);
  const families = toggled(toggled(NO_FILTER, 'families', 'number'), 'families', 'polarity');
  assert.deepEqual(left(families), [bridge, people], 'either');
  assert.ok(!left(toggled(NO_FILTER, 'articles', 'C')).includes(cable), 'C has no part in it');
  assert.deepEqual(left(toggled(toggled(families, 'families', 'number'), 'articles', 'C')), [bridge], 'both');
  assert.equal(isActive(toggled(toggled(NO_FILTER, 'articles', 'C'), 'articles', 'C')), false);
  const { groups: _, ...spansAlone } = report.findings[0];
  assert.ok(passes({ ...spansAlone, groups: [] }, toggled(NO_FILTER, 'articles', 'B')));
});

test('on offer is what the findings have, and what was chosen as long as its article is there', () => {
  const { loud } = splitFindings(report);
  const chosen = { families: ['place'], articles: ['D', 'gone'] };
  const offer = choices(loud, inForce(chosen, request.articles), request.articles);
  assert.deepEqual(offer, {
    families: ['polarity', 'number', 'quote', 'attribution', 'place'],
    articles: ['A', 'B', 'C', 'D'],
  });
  assert.deepEqual(inForce(chosen, request.articles).articles, ['D']);
  assert.ok(!choices(loud, NO_FILTER, request.articles).articles.includes('D'));
  assert.ok(spelling);
});
