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
      ['src/page.js'],
      ['index.html'],
      ['src/page.js?x'],
      ['nowhere.txt'],
      ['src/page.js', 'POST'],
    ])
      statuses.push((await fetch(url, { method })).status);
    return statuses;
  });
  assert.deepEqual(given.slice(0, 4), [200, 200, 200, 404]);
  assert.deepEqual(askedSince(before), ['/src/page.js?x', '/nowhere.txt', 'POST /src/page.js']);
  const inCaches = await page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await (await caches.open(names[0])).keys();
    return [names.length, requests.map(({ url }) => url.slice(location.origin.length))];
  });
  assert.equal(inCaches[0], 1);
  assert.deepEqual(sorted(inCaches[1]), sorted(files().map((name) => `/${name.replace('./', '')}`)));
});

test('the page can be installed once its worker is there, and says what it takes', async () => {
  const page = await browser.open();
  await kept(page);
  const session = await browser.context.newCDPSession(page);
  const { data, errors } = await session.send('Page.getAppManifest');
  assert.deepEqual(errors, []);
  const { icons, share_target: share } = JSON.parse(data);
  assert.deepEqual([share.action, share.method], ['share', 'POST']);
  for (const { src } of icons) assert.ok(files().includes(src), src);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  assert.deepEqual(
    installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
    [],
  );
});

/** Posts a form as the system does when something is shared: a navigation that no page of ours starts. */
async function share(fields, path) {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(60_000);
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${browser.origin}/share">${Object.keys(fields)
      .map((name) => `<textarea name="${name}"></textarea>`)
      .join('')}<input type="file" name="files"><button>Share</button></form>`,
  );
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name=${name}]`).fill(value);
  if (path) await page.locator('[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Share' }).click();
  await page.waitForURL(`${browser.origin}/`);
  return page;
}
const articlesOf = (page) => page.evaluate(() => document.querySelector('crossread-panel').articles);

test('what is shared comes in once, with its file, and the server never sees it', async () => {
  await kept(await browser.open());
  const [wire, courier] = example.articles;
  const file = join(root, 'courier.txt');
  writeFileSync(file, courier.text);
  const before = browser.served.length;
  const page = await share({ title: wire.title, text: wire.text, url: 'https://wire.example/1' }, file);
  rmSync(file);
  const report = await compared(page, 2);
  assert.ok(report.findings.some(({ severity }) => severity === 'high'));
  const [first, second] = await articlesOf(page);
  assert.equal(first.text.replace(/\r/g, ''), wire.text.trim());
  assert.deepEqual([first.title, first.url], [wire.title, 'https://wire.example/1']);
  assert.deepEqual([second.source, second.text], ['courier', courier.text]);
  assert.equal(page.url(), `${browser.origin}/`);
  assert.deepEqual(askedSince(before), []);
  const left = await page.evaluate(async () => {
    const name = (await caches.keys()).find((key) => key.endsWith(' shared'));
    return (await (await caches.open(name)).keys()).length;
  });
  assert.equal(left, 0, 'nothing of it is kept beside the articles');
  await page.waitForFunction(() => sessionStorage.length > 0);
  await page.reload();
  await compared(page, 2);
  // An address alone is an article that waits for its text, also over a reload.
  const other = await share({ title: 'A stand falls', text: 'https://vale.example/stand#:~:text=stand' });
  await other.waitForFunction(() => sessionStorage.length > 0);
  await other.reload();
  await other.locator('.card .title').waitFor();
  const [bare] = await articlesOf(other);
  assert.deepEqual([bare.title, bare.url, bare.text], ['A stand falls', 'https://vale.example/stand', '']);
});

test('a server is not sent what is shared; ours would not read it', async () => {
  const answer = await fetch(`${browser.origin}/share`, { method: 'POST', body: new FormData() });
  assert.deepEqual([answer.status, answer.headers.get('allow'), await answer.text()], [405, 'GET, HEAD', '']);
});

const change = (file, from, to) => {
  const text = readFileSync(join(root, file), 'utf8');
  assert.ok(text.match(from));
  writeFileSync(join(root, file), text.replace(from, to));
};
/** Has the browser look for a new version. @returns {Promise<boolean>} whether one is there and waits */
const update = (page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {}); // an install that fails
    while (registration.installing) await new Promise((done) => setTimeout(done, 20));
    return registration.waiting !== null;
  });

test('a new version waits for the last tab of the old one to close, and then comes in whole', async () => {
  const page = await browser.open();
  await kept(page);
  change('src/page.js', 'Open the example', 'Open the first example');
  writeServiceWorker(root);
  change('src/page.js', 'Open the first example', 'Open the example');
  assert.equal(await update(page), false, 'files of another version are not taken');
  change('src/page.js', 'Open the example', 'Open the first example');
  assert.equal(await update(page), true);
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
  const copies = (names) => names.filter((name) => !name.endsWith(' shared')).length;
  assert.equal(copies(await next.evaluate(() => caches.keys())), 1, 'the old copy is gone');
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
