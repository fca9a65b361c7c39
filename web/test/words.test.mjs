import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { count, list, shortDate, words } from '../src/words.js';

const source = (path) => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');
const contract = readFileSync(new URL('../../docs/report.md', import.meta.url), 'utf8');

test('every family, state and status of the report has its word', () => {
  const named = (row) => contract.match(row)[1].split(' ');
  for (const family of named(/\| `family` \| `([^`]+)`/)) assert.ok(words.family[family], family);
  for (const state of named(/`state`: `([^`]+)`/)) assert.ok(words.states[state], state);
  for (const status of ['empty', 'not_english', 'other_event'])
    assert.ok(words.article.status[status], status);
  for (const severity of ['high', 'medium', 'low', 'info'])
    assert.ok(words.severity[severity] && words.glyph[severity]);
});

test('every reason to refuse a file has its sentence, with the file in it', () => {
  const readers = ['ingest.js', 'files.js', 'docx.js', 'mail.js', 'json.js', 'webpage.js', 'panel/intake.js'];
  const codes = readers.flatMap((name) =>
    [...source(name).matchAll(/IngestError\('(\w+)'/g)].map((match) => match[1]),
  );
  assert.ok(codes.length >= 5);
  for (const code of codes) assert.match(words.file[code]('photo.jpg', '9'), /photo\.jpg/);
});

test('every failure of the engine has its sentence', () => {
  const codes = ['rpc.js', 'worker.js', 'comparison.js'].flatMap((file) =>
    [...source(file).matchAll(/code: '(\w+)'/g)].map((match) => match[1]),
  );
  for (const code of new Set(codes)) assert.ok(words.problem[code], code);
});

test('no sentence stands outside the catalogue', () => {
  const files = [
    'view.js',
    'element.js',
    'intake.js',
    'download.js',
    'evidence.js',
    'export.js',
    'export_html.js',
    'page.js',
    'keep.js',
    'offline.js',
    'bring.js',
    'bookmarklet.js',
    'shared.js',
    ...['view', 'panel'].flatMap((folder) =>
      readdirSync(new URL(`../src/${folder}`, import.meta.url)).map((name) => `${folder}/${name}`),
    ),
  ];
  const keys = ['Annotation', 'End', 'Enter', 'Escape', 'Files', 'Home']; // names of the platform and of formats
  for (const file of files) {
    const code = source(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const strings = [...code.matchAll(/'([^'\n]*)'|`([^`]*)`/g)].map((match) => match[1] ?? match[2]);
    assert.deepEqual(
      strings.filter((text) => /^[A-Z][a-z]+( [a-z]+|$)/.test(text) && !keys.includes(text)),
      [],
      file,
    );
  }
});

test('numbers, lists and dates', () => {
  assert.equal(count(1, 'article'), '1 article');
  assert.equal(count(1200, 'claim'), '1,200 claims');
  assert.equal(list(['A', 'B', 'C']), 'A, B and C');
  assert.equal(shortDate('2026-03-14T08:30Z'), '14 Mar 2026, 08:30');
  assert.equal(shortDate('2026-03-14'), '14 Mar 2026');
  assert.equal(shortDate('last Friday'), 'last Friday');
});

test('silence is never called agreement', () => {
  assert.equal(
    words.findings.clean(212, 13, 4),
    'No conflict found among 212 claims in 13 kinds. That is not proof that they agree: 4 could not be checked.',
  );
});
