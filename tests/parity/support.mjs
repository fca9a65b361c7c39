// What the JavaScript tests and tools/golden.mjs share: both builds of the engine, requests to feed them,
// and what must hold for any report.

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const cli = join(root, 'build/release/crossread');

/** The report (JSON text) that the native command line gives for a request (JSON text). */
export function compareNatively(request) {
  const run = spawnSync(cli, ['compare', '--format', 'json', '-'], {
    input: request,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  if (run.status !== 0) throw new Error(`crossread exited with ${run.status ?? run.signal}: ${run.stderr}`);
  return run.stdout.replace(/\n$/, '');
}

/** [start, end, start, end, …] of the sentences that the native command line finds in UTF-8 bytes. */
export function sentencesNatively(bytes) {
  const run = spawnSync(cli, ['sentences'], { input: bytes, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`crossread exited with ${run.status ?? run.signal}: ${run.stderr}`);
  return run.stdout
    .split('\n')
    .filter(Boolean)
    .flatMap((line) => Object.values(JSON.parse(line)));
}

/** Tags and dependencies of a text as the native command line prints them (CoNLL-U). */
export function syntaxNatively(text) {
  const run = spawnSync(cli, ['syntax'], { input: text, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`crossread exited with ${run.status ?? run.signal}: ${run.stderr}`);
  return run.stdout;
}

/** A fresh instance of the WASM module, nothing cached: {compare, sentences, syntax, checks, version}. */
export async function loadWasm() {
  const { default: create } = await import(pathToFileURL(join(root, 'build/wasm/crossread.mjs')));
  // In Node the glue cannot fetch a file; given the bytes, it does not try.
  const bytes = (name) => readFileSync(join(root, 'build/wasm', name));
  return create({ wasmBinary: bytes('crossread.wasm'), model: bytes('en.model') });
}

/** Ids of the stories in examples/, sorted. */
export function stories() {
  return readdirSync(join(root, 'examples'))
    .filter((id) => existsSync(join(root, 'examples', id, 'request.json')))
    .sort();
}

/** {name, request} for every example, every case of every fixture, and the seeds where they are present. */
export function allRequests() {
  const requests = stories().map((id) => ({
    name: `examples/${id}`,
    request: readFileSync(join(root, 'examples', id, 'request.json'), 'utf8'),
  }));
  const fixtures = join(root, 'tests/checks');
  for (const file of readdirSync(fixtures).sort()) {
    if (file.endsWith('.txt'))
      requests.push(...fixtureRequests(file, readFileSync(join(fixtures, file), 'utf8')));
  }
  const seeds = join(root, '../shared/seeds');
  if (existsSync(seeds)) {
    const articles = readdirSync(seeds)
      .sort()
      .map((file) => ({ id: file.slice(0, 3), text: readFileSync(join(seeds, file), 'utf8') }));
    requests.push({ name: 'seeds', request: JSON.stringify({ articles }) });
  }
  return requests;
}

/** The cases of a fixture as requests: `=== title`, then `--- a` and an article, …, then `--- findings`. */
function fixtureRequests(file, text) {
  const cases = text.split(/^=== /m).slice(1);
  return cases.map((body) => {
    const [title, ...blocks] = body.split(/^--- /m);
    const articles = [];
    for (const block of blocks) {
      const end = block.indexOf('\n');
      const [id] = block.slice(0, end).split(/\s/);
      if (id !== 'findings') articles.push({ id, ...articleFrom(block.slice(end + 1).trim()) });
    }
    return { name: `${file}: ${title.trim()}`, request: JSON.stringify({ articles }) };
  });
}

/** An article that may open with `date:` and other lines and an empty one. */
function articleFrom(text) {
  const [head] = /^(?:(?:title|date|source|url): .*\n)+\n/.exec(text) ?? [''];
  const fields = head.trim().split('\n').filter(Boolean);
  return {
    ...Object.fromEntries(
      fields.map((line) => [line.split(':', 1)[0], line.slice(line.indexOf(':') + 1).trim()]),
    ),
    text: text.slice(head.length),
  };
}

let validate;
/** What is wrong with a report: [] if it follows docs/report.schema.json and every span is its exact text. */
export function problemsOf(reportJson, requestJson) {
  const report = JSON.parse(reportJson);
  if (!validate) {
    const require = createRequire(join(root, 'web/package.json'));
    const Ajv = require('ajv/dist/2020').default;
    validate = new Ajv({ allErrors: true, strict: false }).compile(
      JSON.parse(readFileSync(join(root, 'docs/report.schema.json'), 'utf8')),
    );
  }
  const problems = validate(report)
    ? []
    : validate.errors.map((error) => `schema: ${error.instancePath} ${error.message}`);
  return [...problems, ...spanProblems(report, JSON.parse(requestJson))];
}

/** Every {article, start, end, utf16, codePoints, exact}: the three ranges must all cut out `exact`. */
function spanProblems(report, request) {
  const texts = new Map();
  request.articles.forEach((article, i) => {
    const id = article.id ?? report.articles[i].id;
    const codePoints = Array.from(article.text);
    texts.set(id, { bytes: Buffer.from(article.text), utf16: article.text, codePoints });
  });
  const problems = [];
  const visit = (value, path) => {
    if (value === null || typeof value !== 'object') return;
    if ('exact' in value && 'utf16' in value) {
      const text = texts.get(value.article);
      const cuts = text && {
        bytes: text.bytes.subarray(value.start, value.end).toString(),
        utf16: text.utf16.slice(value.utf16.start, value.utf16.end),
        codePoints: text.codePoints.slice(value.codePoints.start, value.codePoints.end).join(''),
      };
      if (!cuts) problems.push(`${path}: no article ${value.article}`);
      for (const unit in cuts) {
        if (cuts[unit] !== value.exact) problems.push(`${path}: ${unit} gives ${JSON.stringify(cuts[unit])}`);
      }
    }
    for (const key in value) visit(value[key], `${path}/${key}`);
  };
  visit(report, '');
  return problems;
}
