// The page with its service worker: what that keeps and asks for, what it leaves alone, how a new version
// comes, and the page without a server.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { writeServiceWorker } from '../../tools/service_worker.mjs';
import * as support from './support/browser.mjs';

const { compared, example, give, sidewaysScroll } = support;

let browser;
let root; // a copy of the page, for a test to change
before(async () => {
  root = mkdtempSync(join(tmpdir(), 'crossread-site-'));
  cpSync(support.site, root, { recursive: true });
  browser = await support.startBrowser({ root, offline: true });
});
// The last tab stays: without one there would be no browser.
afterEach(async () => {
  const blank = await browser.context.newPage();
  await Promise.all(browser.context.pages().map((page) => page !== blank && page.close()));
});
after(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

const kept = (page) => page.getByText('Works offline').waitFor({ timeout: 60_000 });
const files = () => JSON.parse(/FILES = (.*);/.exec(readFileSync(join(root, 'sw.js'), 'utf8'))[1]);
/** What the server was asked for; sw.js is the browser's own look for a new version, some time after a load. */
const askedSince = (number) => browser.served.slice(number).filter((url) => url !== '/sw.js');
const sorted = (list) => [...new Set(list)].sort();

test('once it is loaded and kept, not one request is made, for giving, comparing or opening an example', async () => {
  const page = await browser.open();
  await kept(page);
  // All there is was asked of our own origin: the worker itself, and each file once more for its copy.
  assert.deepEqual(
    sorted(browser.served),
    sorted(['/sw.js', ...files().map((name) => `/${name.replace('./', '')}`)]),
  );
  const requests = browser.served.length;
  const asked = page.requests.length;
  await give(page, example.articles);
  await compared(page, example.articles.length);
  await give(page, example.articles.slice(1));
  await compared(page, example.articles.length - 1);
  await page.locator('.findings .line').first().click();
  assert.equal(page.requests.length, asked, 'not even of the worker');
  await page.getByRole('button', { name: 'Forget the articles' }).click();
  await page.getByRole('button', { name: 'Open the example' }).click();
  await compared(page, example.articles.length);
  assert.deepEqual(browser.served.slice(requests), [], 'the example comes from the copy');
  assert.deepEqual(
    page.requests.filter((url) => !url.startsWith(browser.origin)),
    [],
  );
  await page.setViewportSize({ width: 360, height: 740 });
  assert.equal(await sidewaysScroll(page), 0);
});

test('the worker answers for the files of the page alone, and keeps nothing else', async () => {
  const page = await browser.open();
  await kept(page);
  const before = browser.served.length;
  const given = await page.evaluate(async () => {
    const statuses = [];
    for (const [url, method] of [
      ['src/words.js'],
      ['index.html'],
      ['src/words.js?x'],
      ['nowhere.txt'],
      ['src/words.js', 'POST'],
    ])
      statuses.push((await fetch(url, { method })).status);
    return statuses;
  });
  assert.deepEqual(given.slice(0, 4), [200, 200, 200, 404]);
  assert.deepEqual(askedSince(before), ['/src/words.js?x', '/nowhere.txt', 'POST /src/words.js']);
  const inCaches = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await (await caches.open(names[0])).keys();
    return [names.length, requests.map(({ url }) => url.slice(location.origin.length))];
  });
  assert.equal(inCaches[0], 1);
  assert.deepEqual(sorted(inCaches[1]), sorted(files().map((name) => `/${name.replace('./', '')}`)));
});

const change = (file, from, to) => {
  const text = readFileSync(join(root, file), 'utf8');
  assert.ok(text.match(from));
  writeFileSync(join(root, file), text.replace(from, to));
};
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const worker = registration.installing;
    while (worker && !/installed|redundant/.test(worker.state))
      await new Promise((done) => setTimeout(done, 20));
    return worker?.state ?? 'none';
  });

test('a new version waits for the last tab of the old one to close, and then comes in whole', async () => {
  const page = await browser.open();
  await kept(page);
  change('src/words.js', 'Open the example', 'Open the first example');
  writeServiceWorker(root);
  change('src/words.js', 'Open the first example', 'Open the example');
  assert.equal(await update(page), 'redundant', 'files of another version are not taken');
  change('src/words.js', 'Open the example', 'Open the first example');
  assert.equal(await update(page), 'installed');
  // The open tab, its reload and a second tab are all of the old version.
  await page.reload();
  await page.getByRole('button', { name: 'Open the example' }).click();
  await compared(page, example.articles.length);
  const other = await browser.open();
  await other.getByRole('button', { name: 'Open the example' }).waitFor();
  await kept(other);
  await page.close();
  await other.close();
  // With both closed the new one takes over; a browser may take a moment to notice.
  let next;
  for (let tries = 0; tries < 50; tries += 1) {
    next = await browser.open();
    if (await next.getByRole('button', { name: 'Open the first example' }).isVisible()) break;
    await next.close();
    await new Promise((done) => setTimeout(done, 100));
  }
  await next.getByRole('button', { name: 'Open the first example' }).click();
  await compared(next, example.articles.length);
  assert.equal(await next.evaluate(async () => (await caches.keys()).length), 1, 'the old copy is gone');
});

test('without a server the page opens, with its articles, and compares', async () => {
  const page = await browser.open();
  await kept(page);
  await give(page, example.articles.slice(1));
  await compared(page, example.articles.length - 1);
  await page.waitForFunction(() => sessionStorage.length > 0);
  await browser.stop();
  await page.reload();
  await compared(page, example.articles.length - 1);
  const fresh = await browser.open();
  await kept(fresh);
  await fresh.getByRole('button', { name: /^Open the (first )?example/ }).click();
  const report = await compared(fresh, example.articles.length);
  assert.ok(report.findings.some(({ severity }) => severity === 'high'));
  assert.match(await fresh.locator('.masthead').evaluate((node) => getComputedStyle(node).display), /flex/);
  assert.match(fresh.answer.headers()['content-security-policy'], /worker-src 'self'/);
  assert.deepEqual(fresh.complaints, []);
});
