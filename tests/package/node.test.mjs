// The package in a Node project: the same bytes as the command line, errors with codes, types, hashes.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { compareNatively } from '../parity/support.mjs';
import { example, pack, project, repository, run, tool } from './support.mjs';

let packed;
let root;
before(async () => {
  packed = await pack();
  root = await project(packed, 'node-project', {
    'compare.js': `
      import { readFileSync } from 'node:fs';
      import { compareText } from 'crossread';
      import * as named from 'crossread/node';
      const { articles, ...options } = JSON.parse(readFileSync(process.argv[2]));
      if (named.compareText !== compareText) throw new Error('two engines');
      process.stdout.write(await compareText(articles, options));`,
    'errors.js': `
      import { readFileSync } from 'node:fs';
      import { AbortError, close, compare, CrossreadError, init } from 'crossread';
      const told = [];
      const tell = (promise) => promise.then(
        () => told.push('none'),
        (error) => told.push([error instanceof CrossreadError, error instanceof AbortError, error.name, error.code, error.where]),
      );
      await tell(init({ wasm: new URL('file:///no/such.wasm') }));
      const wasm = await WebAssembly.compile(readFileSync(new URL(import.meta.resolve('crossread/crossread.wasm'))));
      const model = new Response(readFileSync(new URL(import.meta.resolve('crossread/en.model'))));
      const first = init({ wasm, model });
      told.push(first === init({ wasm: 'not read' }), await first);
      await tell(compare('no array'));
      await tell(compare([{ text: 1 }]));
      await tell(compare([{ id: 'a', text: 'One.' }, { id: 'a', text: 'Two.' }]));
      await tell(compare([], {}, { signal: AbortSignal.abort() }));
      const long = Array.from({ length: 40 }, (_, i) => ({ text: \`The mayor opened bridge \${i} on Friday, the town said. \`.repeat(40) }));
      const during = new AbortController();
      const aborted = tell(compare(long, {}, { signal: during.signal, progress: () => during.abort() }));
      const next = compare([{ text: 'The bridge is open.' }], { id: 'next' });
      await aborted;
      told.push((await next).id);
      const closed = tell(compare(long));
      close();
      await closed;
      await init({ wasm: new Response(readFileSync(new URL(import.meta.resolve('crossread/crossread.wasm')))) });
      told.push((await compare([{ text: 'The bridge is open.' }], { id: 'anew' })).id);
      console.log(JSON.stringify(told));`,
    'server.js': `
      import { CrossreadPanel } from 'crossread/element';
      import 'crossread/element/define';
      console.log(typeof CrossreadPanel, typeof customElements);`,
    'types.ts': readFileSync(join(repository, 'tests/package/consumer.ts'), 'utf8'),
  });
});
after(() => packed?.remove());

test('the report has the bytes that the command line writes, and the process ends by itself', async () => {
  const request = join(repository, 'examples/01-grandstand/request.json');
  const report = await run(process.execPath, ['compare.js', request], root);
  assert.equal(report, compareNatively(JSON.stringify(example)));
});

test('init counts once; what fails says so by code; an aborted comparison lets the next one through', async () => {
  const told = JSON.parse(await run(process.execPath, ['errors.js'], root));
  const error = (code, where = '') => [true, false, 'CrossreadError', code, where];
  const aborted = [true, true, 'AbortError', 'aborted', ''];
  assert.deepEqual(told, [
    error('not_loaded'),
    true,
    { version: JSON.parse(readFileSync(join(root, 'node_modules/crossread/package.json'))).version },
    error('bad_request', '/articles'),
    error('bad_request', '/articles/0/text'),
    error('duplicate_id', '/articles/1/id'),
    aborted,
    aborted,
    'next',
    error('closed'),
    'anew',
  ]);
});

test('a server that draws pages may import the element and its definition, which does nothing there', async () => {
  assert.equal((await run(process.execPath, ['server.js'], root)).trim(), 'function undefined');
});

test('the types hold for a strict consumer, with Node’s resolution and a bundler’s', async () => {
  const strict = [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom',
  ];
  for (const [module, resolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ]) {
    await run(
      tool('tsc'),
      [...strict, '--module', module, '--moduleResolution', resolution, 'types.ts'],
      root,
    );
  }
});

test('every script and data file has its hash in integrity.json, and no path of the build is in a script', () => {
  const installed = join(root, 'node_modules/crossread');
  const { files } = JSON.parse(readFileSync(join(installed, 'integrity.json')));
  const present = readdirSync(installed, { recursive: true }).filter((name) =>
    /\.(m?js|wasm|model)$/.test(name),
  );
  assert.ok(present.length > 10);
  for (const name of present) {
    const bytes = readFileSync(join(installed, name));
    assert.equal(files[name], `sha384-${createHash('sha384').update(bytes).digest('base64')}`, name);
    assert.ok(!bytes.includes(repository), name);
  }
});
