// The native command line and the WASM module must write the same bytes, for everything that we have.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import createSegmenter from './segment.mjs';
import {
  allRequests,
  compareNatively,
  loadWasm,
  problemsOf,
  root,
  sentencesNatively,
  syntaxNatively,
} from './support.mjs';

const requests = allRequests();
const wasm = await loadWasm();
const pages = join(root, 'tests/text/structure');

// One test for the three groups, not one per request: hundreds of lines would hide a failure.
function group(name, members) {
  test(`${name}: ${members.length} requests, same bytes from both builds`, () => {
    const failed = [];
    for (const { name: request, request: json } of members) {
      const native = compareNatively(json);
      const fromWasm = wasm.compare(json);
      if (native !== fromWasm) failed.push(`${request}: ${firstDifference(native, fromWasm)}`);
      else failed.push(...problemsOf(native, json).map((problem) => `${request}: ${problem}`));
    }
    assert.deepEqual(failed.slice(0, 20), []);
  });
}

function firstDifference(a, b) {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i += 1;
  const at = Math.max(0, i - 40);
  return `differs at ${i}: ${JSON.stringify(a.slice(at, i + 40))} / ${JSON.stringify(b.slice(at, i + 40))}`;
}

const isExample = ({ name }) => name.startsWith('examples/');
const isSeed = ({ name }) => name === 'seeds';
group('examples', requests.filter(isExample));
group(
  'fixtures',
  requests.filter((request) => !isExample(request) && !isSeed(request)),
);
if (existsSync(join(root, '../shared/seeds'))) group('seeds', requests.filter(isSeed));
else console.log('# ../shared/seeds is not here: the seeds are not compared');

test('the same bytes with analyses kept and without', async () => {
  const examples = requests.filter(isExample);
  for (const { name, request } of examples) {
    const warm = wasm.compare(request);
    const cold = (await loadWasm()).compare(request);
    assert.equal(warm, cold, name);
  }
  // An article that stays while others change: its kept analysis meets new company.
  const [first, second] = examples.map(({ request }) => JSON.parse(request).articles);
  const mixed = JSON.stringify({ articles: [{ ...second[0], id: 'x' }, ...first] });
  assert.equal(wasm.compare(mixed), (await loadWasm()).compare(mixed));
});

test('sentences: the same offsets from both builds, of any bytes', async () => {
  const { segment } = await createSegmenter();
  const texts = [
    ...readdirSync(pages).map((file) => readFileSync(join(pages, file))),
    ...requests.flatMap(({ request }) => JSON.parse(request).articles.map(({ text }) => Buffer.from(text))),
    ...[
      'a.',
      'J. ',
      '"A b ',
      '“A b. ',
      '. . . ',
      '?! ',
      '1.5 2. ',
      'A\n',
      'A: b\r\n',
      '“é”—😀. ',
      '漢字。',
      '(a ',
    ].map((pattern) => Buffer.from(pattern.repeat(3000))),
    Buffer.from([0x41, 0x2e, 0x20, 0xff, 0x42, 0xed, 0xa0, 0x80, 0x2e, 0x20, 0xc3]), // not UTF-8
    Buffer.from(''),
  ];
  const differ = texts.filter((text) => {
    const native = sentencesNatively(text);
    const fromWasm = [...segment(text)];
    return JSON.stringify(native) !== JSON.stringify(fromWasm);
  });
  assert.deepEqual(
    differ.map((text) => text.subarray(0, 60).toString()),
    [],
  );
});

test('syntax: the same tags, dependencies and margins from both builds', () => {
  const texts = [
    ...readdirSync(pages).map((file) => readFileSync(join(pages, file), 'utf8')),
    ...requests
      .filter(isExample)
      .flatMap(({ request }) => JSON.parse(request).articles.map(({ text }) => text)),
    'word '.repeat(3000),
    '',
  ];
  const differ = texts.filter((text) => syntaxNatively(text) !== wasm.syntax(text));
  assert.deepEqual(
    differ.map((text) => text.slice(0, 60)),
    [],
  );
});

test('bad requests are {"error":{code,where,message}} and the module goes on', () => {
  const bad = ['', '{', '5', 'null', '{"articles":1}', '{"articles":[{}]}', '{"articles":[{"text":5}]}'];
  bad.push('{"articles":[{"text":"a \\ud800 b"}]}'); // a lone surrogate as an escape
  bad.push('[['.repeat(500_000)); // deep nesting
  for (const json of bad) {
    const { error } = JSON.parse(wasm.compare(json));
    assert.ok(error, `no error for ${json.slice(0, 60)}`);
    assert.deepEqual(Object.keys(error), ['code', 'where', 'message']);
    for (const key in error) assert.equal(typeof error[key], 'string');
    assert.ok(error.code && error.message, json.slice(0, 60));
  }
  const { request } = requests[0];
  assert.equal(wasm.compare(request), compareNatively(request));
});

test('a lone surrogate made well-formed before the call keeps every offset', () => {
  const text = 'A \ud83d crowd of 12 people \ud83d\ude00 was there. \udc00 Police said so.';
  const wellFormed = text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
  const request = JSON.stringify({
    articles: [{ text: wellFormed }, { text: 'About 30 people came, police said.' }],
  });
  const report = wasm.compare(request);
  assert.equal(report, compareNatively(request));
  assert.deepEqual(problemsOf(report, request), []);
});

test('checks() and version() say the same as the reports', () => {
  const report = JSON.parse(wasm.compare(requests[0].request));
  assert.equal(report.engine.version, wasm.version());
  assert.ok(Array.isArray(JSON.parse(wasm.checks()).checks ?? JSON.parse(wasm.checks())));
});
