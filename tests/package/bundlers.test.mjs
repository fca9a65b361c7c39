// The package in pages: built by Vite and by esbuild without configuration, and as it is, in Chromium under the
// policy that web/serve.mjs sends, which forbids workers from blobs.

import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startBrowser } from '../../web/test/support/browser.mjs';
import { esbuild, example, pack, project, repository, run, tool } from './support.mjs';

const articles = example.articles.slice(0, 2);
const html = (script) =>
  `<!doctype html><meta charset="utf-8"><title>host</title><main></main><script type="module" src="${script}"></script>`;
/** Compares two articles and shows the report as text, and in the panel where there is one. */
const main = (from, panel) => `
  import { compare } from '${from}';
  ${panel ? `import '${panel}';` : ''}
  const articles = ${JSON.stringify(articles)};
  const report = await compare(articles, { id: 'here' });
  const list = document.createElement('ul');
  for (const { message } of report.findings) list.appendChild(document.createElement('li')).textContent = message;
  document.querySelector('main').append(list);
  if (${Boolean(panel)}) {
    const shown = document.createElement('crossread-panel');
    shown.articles = articles;
    document.querySelector('main').append(shown);
  }
  document.body.dataset.report = report.id;`;

let packed;
let browser;
let messages;
let built; // by Vite
before(async () => {
  packed = await pack();
  const vite = await project(packed, 'vite-project', {
    'index.html': html('/main.js'),
    'main.js': main('crossread', 'crossread/element/define'),
  });
  await run(tool('vite'), ['build'], vite);
  built = join(vite, 'dist');
  writeFileSync(join(built, 'favicon.ico'), ''); // Chromium asks for it, and complains

  const bundled = await project(packed, 'esbuild-project', {
    'inline.js': main('crossread/inline'),
    'beside.js': main('crossread'),
  });
  const out = join(built, 'esbuild');
  await run(
    esbuild,
    ['inline.js', 'beside.js', '--bundle', '--format=esm', '--minify', `--outdir=${out}`],
    bundled,
  );
  const installed = join(bundled, 'node_modules/crossread');
  for (const name of ['crossread.worker.js', 'crossread.wasm', 'en.model'])
    cpSync(join(installed, name), join(out, name));
  writeFileSync(join(out, 'inline.html'), html('inline.js'));
  writeFileSync(join(out, 'beside.html'), html('beside.js'));

  const plain = join(built, 'plain');
  mkdirSync(plain);
  cpSync(installed, join(plain, 'crossread'), { recursive: true });
  writeFileSync(join(plain, 'index.html'), html('main.js'));
  writeFileSync(join(plain, 'main.js'), main('./crossread/index.js', './crossread/define.js'));

  const node = await import(join(installed, 'node.js'));
  messages = (await node.compare(articles)).findings.map(({ message }) => message);
  browser = await startBrowser({ root: built });
});
after(async () => {
  await browser?.close();
  packed?.remove();
});

const documentedParts = JSON.parse(readFileSync(join(repository, 'build/package/custom-elements.json')))
  .modules.flatMap(({ declarations }) => declarations.flatMap(({ cssParts = [] }) => cssParts))
  .map(({ name }) => name)
  .sort();

/** Opens a page and waits for its report: {page, workers}. */
async function shown(path) {
  const page = await browser.open({ path });
  await page.waitForSelector('body[data-report="here"]', { timeout: 120_000 });
  assert.ok(messages.length > 0);
  assert.deepEqual(await page.locator('main > ul > li').allTextContents(), messages);
  return page;
}

async function inPanel(page) {
  const [message] = messages;
  const has = (wanted) => document.querySelector('crossread-panel').shadowRoot.textContent.includes(wanted);
  await page.waitForFunction(has, message, { timeout: 120_000 });
  const parts = () =>
    [...document.querySelector('crossread-panel').shadowRoot.querySelectorAll('[part]')].flatMap(
      ({ part }) => [...part],
    );
  assert.deepEqual([...new Set(await page.evaluate(parts))].sort(), documentedParts);
  const rules = () =>
    document.querySelector('crossread-panel').shadowRoot.adoptedStyleSheets[0].cssRules.length;
  assert.ok((await page.evaluate(rules)) > 50, 'styled');
}

test('Vite: the functions and the panel, in workers, the engine’s files once each', async () => {
  const page = await shown('');
  assert.ok(page.workers().length > 0);
  await inPanel(page);
  assert.deepEqual(page.complaints, []);
  const assets = readdirSync(join(built, 'assets'));
  for (const kind of [/\.wasm$/, /\.model$/])
    assert.equal(assets.filter((name) => kind.test(name)).length, 1, kind);
  assert.ok(page.requests.some((url) => url.endsWith('.wasm')));
});

test('esbuild: crossread/inline is one script, and works in the page’s thread where a blob may be no worker', async () => {
  const page = await shown('esbuild/inline.html');
  assert.deepEqual(page.workers(), []);
  assert.deepEqual(
    page.requests.filter((url) => /wasm|model|worker/.test(url)),
    [],
  );
});

test('esbuild: crossread, with its three files copied beside the bundle', async () => {
  const page = await shown('esbuild/beside.html');
  assert.equal(page.workers().length, 1);
  assert.deepEqual(page.complaints, []);
});

test('no bundler: the package as it is; a script that is refused leaves the work to this thread', async () => {
  const page = await shown('plain/');
  assert.equal(page.workers().length > 0, true);
  await inPanel(page);
  assert.deepEqual(page.complaints, []);
  const here = await page.evaluate(async (list) => {
    const { compare, close, init } = await import('./crossread/index.js');
    close();
    const told = {};
    await init({ worker: '/no/such/worker.js' });
    told.refused = (await compare(list)).findings.length;
    close();
    await init({ worker: false, wasm: fetch('./crossread/crossread.wasm') });
    told.asked = (await compare(list)).findings.length;
    const signal = AbortSignal.abort();
    told.aborted = await compare(list, {}, { signal }).catch(({ name, code }) => ({ name, code }));
    return told;
  }, articles);
  assert.deepEqual(here, {
    refused: messages.length,
    asked: messages.length,
    aborted: { name: 'AbortError', code: 'aborted' },
  });
});

test('where the policy lets blobs be workers, crossread/inline is in one, and crossread if asked', async () => {
  const withoutPolicy = async (route) => {
    const response = await route.fetch();
    const headers = { ...response.headers() };
    delete headers['content-security-policy'];
    await route.fulfill({ response, headers });
  };
  const page = await browser.open({
    path: 'esbuild/inline.html',
    before: (fresh) => fresh.route('**/*.html', withoutPolicy),
  });
  await page.waitForSelector('body[data-report="here"]', { timeout: 120_000 });
  const found = await page.evaluate(async (list) => {
    const { compare, init } = await import('../plain/crossread/index.js');
    await init({ worker: 'blob' });
    return (await compare(list)).findings.length;
  }, articles);
  assert.equal(found, messages.length);
  assert.deepEqual(
    page.workers().map((worker) => worker.url().slice(0, 5)),
    ['blob:', 'blob:'],
  );
});
