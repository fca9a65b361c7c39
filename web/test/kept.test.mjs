// The page over a reload, and from a disk. With its service worker: offline.test.mjs.

import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, afterEach, before, test } from 'node:test';
import * as support from './support/browser.mjs';

const { compared, example, give, picture, sidewaysScroll } = support;

let browser;
let root; // a copy of the page, for a test to change
before(async () => {
  root = mkdtempSync(join(tmpdir(), 'crossread-site-'));
  cpSync(support.site, root, { recursive: true });
  browser = await support.startBrowser({ root });
});
afterEach(() => Promise.all(browser.context.pages().map((page) => page.close())));
after(async () => {
  await browser?.close();
  rmSync(root, { recursive: true, force: true });
});

const stored = (page) => page.evaluate(() => [sessionStorage.length, localStorage.length]);
const written = (page) => page.waitForFunction(() => sessionStorage.length > 0);
const verdictsOf = (page) => page.evaluate(() => document.querySelector('crossread-panel').verdicts);
const articlesOf = (page) => page.evaluate(() => document.querySelector('crossread-panel').articles);

test('a reload keeps the articles and the verdicts in this tab, and in no other', async () => {
  const page = await browser.open();
  await give(page, example.articles);
  await compared(page, example.articles.length);
  await written(page);
  assert.deepEqual(await stored(page), [1, 0]);
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await page.waitForFunction(() => JSON.stringify({ ...sessionStorage }).includes('confirmed'));
  const before = await articlesOf(page);
  const verdicts = await verdictsOf(page);
  assert.equal(Object.values(verdicts)[0].verdict, 'confirmed');
  await page.reload();
  await compared(page, example.articles.length);
  assert.deepEqual(await articlesOf(page), before);
  assert.deepEqual(await verdictsOf(page), verdicts);
  const other = await browser.open();
  assert.deepEqual(await articlesOf(other), []);
  // What was typed just before leaving is kept too.
  await page.evaluate(() => {
    document.querySelector('crossread-panel').articles = [{ source: 'Vale Press', text: 'Nine were hurt.' }];
  });
  await page.reload();
  await compared(page, 1);
  await page.close();
});

test('the device keeps them when asked; forget empties both, and the page', async () => {
  const page = await browser.open();
  await give(page, example.articles);
  await written(page);
  await page.getByLabel('Keep the articles on this device').check();
  assert.deepEqual(await stored(page), [1, 1]);
  const other = await browser.open();
  await compared(other, example.articles.length);
  assert.equal(await other.getByLabel('Keep the articles on this device').isChecked(), true);
  await other.close();
  await picture(page, 'kept-1400');
  await page.setViewportSize({ width: 360, height: 800 });
  assert.equal(await sidewaysScroll(page), 0);
  await page.getByRole('button', { name: 'Forget the articles' }).click();
  assert.deepEqual(await stored(page), [0, 0]);
  assert.deepEqual(await articlesOf(page), []);
  assert.ok(await page.getByText('Forgotten').isVisible());
  assert.equal(await page.getByLabel('Keep the articles on this device').isChecked(), false);
  await page.reload();
  await page.getByRole('button', { name: 'Open the example' }).waitFor();
  assert.deepEqual(await stored(page), [0, 0]);
  assert.deepEqual(page.complaints, []);
});

test('storage that is forbidden or full is said, and the articles are compared all the same', async () => {
  const page = await browser.open({
    before: (fresh) =>
      fresh.addInitScript(() => {
        Object.defineProperty(window, 'sessionStorage', {
          get() {
            throw new DOMException('no', 'SecurityError');
          },
        });
      }),
  });
  await give(page, example.articles);
  await compared(page, example.articles.length);
  await page.getByText('forbids keeping anything').waitFor();
  assert.deepEqual(page.complaints, []);
  await page.close();
  const full = await browser.open();
  await give(full, [{ source: 'Vale Press', text: 'Nine were hurt. '.repeat(60_000) }]);
  await written(full);
  await give(
    full,
    Array.from({ length: 12 }, () => ({ text: 'Nine were hurt. '.repeat(60_000) })),
  );
  await full.getByText('no room to keep the last change').waitFor();
});

test('the page as one file runs from a disk and compares the example, and can ask for nothing', async () => {
  const page = await browser.context.newPage();
  page.setDefaultTimeout(60_000);
  const asked = [];
  const complaints = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  const url = String(pathToFileURL(join(root, 'crossread.html')));
  await page.goto(url);
  await page.getByText('it can ask nobody for anything').waitFor();
  await page.getByRole('button', { name: 'Open the example' }).click();
  const report = await compared(page, example.articles.length);
  assert.ok(report.findings.some(({ severity }) => severity === 'high'));
  assert.match(await page.locator('.masthead').evaluate((node) => getComputedStyle(node).display), /flex/);
  await picture(page, 'one-file-1400');
  await written(page);
  await page.reload();
  await compared(page, example.articles.length);
  assert.deepEqual(
    asked.filter((one) => one !== url && !one.startsWith('blob:') && !one.startsWith('data:')),
    [],
  );
  assert.deepEqual(complaints, []);
  const outcome = await page.evaluate(() =>
    fetch('http://127.0.0.1/').then(
      () => 'let out',
      () => 'held back',
    ),
  );
  assert.equal(outcome, 'held back');
  assert.match(complaints.join(), /Content Security Policy/);
});
