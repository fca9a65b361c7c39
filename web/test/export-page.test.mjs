// Exports from the page: the menu by keyboard, real downloads, the clipboard.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import {
  compared,
  example,
  give,
  picture,
  sample,
  sidewaysScroll,
  startBrowser,
} from './support/browser.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

const { articles } = sample.request;

/** The report made by hand, once the engine has loaded: after that, every request would be one too many. */
async function shown(options) {
  const page = await browser.open(options);
  await give(page, articles);
  await compared(page, articles.length);
  await page.evaluate((made) => {
    document.querySelector('crossread-panel').report = made;
  }, sample.report);
  await button(page).waitFor();
  return page;
}
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector('crossread-panel').shadowRoot;
    return activeElement?.dataset.format ?? activeElement?.className ?? null;
  });
const button = (page) => page.getByRole('button', { name: 'Export' });
const menu = (page) => page.getByRole('menu', { name: 'Export as a file' });

test('there is nothing to export before there is a report', async () => {
  const page = await browser.open();
  assert.equal(await button(page).count(), 0);
  await page.close();
});

test('the menu by keyboard: arrows, ends, Escape, Tab', async () => {
  const page = await shown();
  assert.equal(await button(page).getAttribute('aria-expanded'), 'false');
  assert.equal(await button(page).getAttribute('aria-haspopup'), 'menu');
  await button(page).focus();
  await page.keyboard.press('Enter');
  assert.equal(await button(page).getAttribute('aria-expanded'), 'true');
  const steps = [
    ['ArrowDown', 'markdown'],
    ['ArrowUp', 'html'],
    ['ArrowUp', 'json'],
    ['ArrowDown', 'html'],
    ['End', 'json'],
    ['Home', 'html'],
  ];
  assert.equal(await focused(page), 'html');
  for (const [key, format] of steps) {
    await page.keyboard.press(key);
    assert.equal(await focused(page), format, key);
  }
  await page.keyboard.press('Escape');
  assert.equal(await menu(page).count(), 0);
  assert.equal(await focused(page), 'link export');
  await page.keyboard.press('ArrowUp');
  assert.equal(await focused(page), 'json');
  await page.keyboard.press('Tab');
  assert.equal(await menu(page).count(), 0);
  await button(page).click();
  await page.locator('.exhibit h2').click();
  assert.equal(await menu(page).count(), 0);
  await button(page).click();
  await button(page).click();
  assert.equal(await menu(page).count(), 0);
  await page.close();
});

test('Escape in the menu leaves the text that is open as it is', async () => {
  const page = await shown();
  await page.locator('.show').first().click();
  await button(page).click();
  await page.keyboard.press('Escape');
  assert.equal(await page.locator('.reader').isVisible(), true);
  await page.close();
});

test('each format is downloaded without a request, and says when it holds full text', async () => {
  const page = await shown();
  const before = page.requests.length;
  const endings = [];
  for (const format of ['html', 'markdown', 'csv', 'annotations', 'json']) {
    await button(page).click();
    const item = page.locator(`[data-format="${format}"]`);
    assert.equal(/full text/.test(await item.textContent()), format === 'json');
    const [download] = await Promise.all([page.waitForEvent('download'), item.click()]);
    const name = download.suggestedFilename();
    assert.match(name, /^\d{4}-\d\d-\d\d-footbridge-at-orrin-closed-after-cable-snaps\.\w+$/);
    endings.push(name.split('.').at(-1));
    const text = readFileSync(await download.path(), 'utf8');
    assert.ok(text.includes('Orrin Herald'), format);
    assert.equal(text.includes('Work on the new cable began on Sunday'), format === 'json');
    assert.equal(await focused(page), 'link export');
    if (format === 'html') await looksLikeADocument(download);
  }
  assert.deepEqual(endings, ['html', 'md', 'csv', 'jsonld', 'json']);
  assert.deepEqual(
    page.requests.slice(before).filter((url) => !url.startsWith('blob:')),
    [],
  );
  assert.deepEqual(page.complaints, []);
  await page.close();
});

/** From the disk, as a reader opens it. */
async function looksLikeADocument(download) {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-export-'));
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  const page = await browser.open({ width: 800 });
  // What this page still loads is no request of the file's.
  await page.evaluate(() => document.querySelector('crossread-panel').load());
  page.requests.length = 0;
  await page.goto(String(pathToFileURL(file)));
  assert.equal(await page.locator('.finding').count(), sample.report.findings.length);
  assert.equal(await page.locator('script, img, iframe, link').count(), 0);
  assert.equal(await page.locator('h1').count(), 1);
  assert.equal(await sidewaysScroll(page), 0);
  const mark = page.locator('mark').first();
  assert.equal(await mark.textContent(), 'passed');
  assert.equal(await mark.evaluate((element) => getComputedStyle(element).fontWeight), '700');
  await picture(page, 'export-document-800');
  await page.setViewportSize({ width: 360, height: 800 });
  assert.equal(await sidewaysScroll(page), 0);
  await page.setViewportSize({ width: 800, height: 900 });
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await picture(page, 'export-document-print');
  const printed = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  assert.equal(printed, 'light');
  assert.equal(page.requests.length, 1); // the file itself
  assert.deepEqual(page.complaints, []);
  await page.close();
  rmSync(folder, { recursive: true });
}

test('a finding is copied with its sources', async () => {
  const page = await shown();
  await page.getByRole('button', { name: 'Copy with sources' }).click();
  await page.getByText('Copied.').waitFor();
  await picture(page, 'export-copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copied.startsWith(`${sample.report.findings[0].message}\n\nVale Press, 14 Mar 2026, 08:30: “`));
  assert.match(copied, /\nhttps:\/\/valepress\.example\/orrin-footbridge#:~:text=The%20bridge/);
  await page.close();
});

test('a saved report opens again with its verdicts, and says where it is not what it was', async () => {
  const page = await browser.open();
  await give(page, example.articles);
  const report = await compared(page, 3);
  const [first, second] = report.findings;
  await page.getByRole('button', { name: 'Confirm', exact: true }).click();
  await button(page).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('[data-format="json"]').click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  await page.close();

  const other = await browser.open();
  const open = (content) =>
    other
      .locator('input[type=file]')
      .setInputFiles({ name: 'saved.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  const verdicts = () => other.evaluate(() => document.querySelector('crossread-panel').verdicts);
  await open(text);
  await compared(other, 3);
  assert.deepEqual(await verdicts(), { [first.id]: { verdict: 'confirmed', reason: '', note: '' } });
  assert.match(await other.locator('.findings .line').first().textContent(), /✓ Confirmed/);
  assert.equal(await other.locator('.reopened').count(), 0, 'the same report');

  // Another reader's file on the same articles: they are not added again, what was decided here stays.
  const theirs = JSON.parse(text);
  const note = { verdict: '', reason: '', note: 'Call them.' };
  theirs.verdicts = { [first.id]: { verdict: 'dismissed', reason: 'style', note: '' }, [second.id]: note };
  await open(JSON.stringify(theirs));
  await other.getByText('Your note').first().waitFor();
  assert.deepEqual(Object.keys(await verdicts()).sort(), [first.id, second.id].sort());
  assert.equal((await verdicts())[first.id].verdict, 'confirmed');
  assert.equal(await other.locator('.card').count(), 3);

  // From a version that did not find the first, and found something else.
  await give(other, []);
  theirs.report.engine.version = '0.0.1';
  theirs.report.findings[0].id = 'f00';
  theirs.verdicts = { f00: note };
  await open(JSON.stringify(theirs));
  assert.equal(
    await other.locator('.reopened').textContent(),
    'This report was saved by another version of Crossread. Compared afresh, 1 finding of the saved report is gone ' +
      'and 1 is new. 1 of those gone had a verdict or a note.',
  );
  await picture(other, 'reopened-1400');
  await other.locator('.card .outlet').first().pressSequentially('s');
  await other.locator('.reopened').waitFor({ state: 'detached' });
  assert.deepEqual(other.complaints, []);
  await other.close();
});

test('a copy that the browser refuses is said to have failed', async () => {
  const page = await shown();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
  });
  await page.getByRole('button', { name: 'Copy with sources' }).click();
  await page.getByText('The browser did not allow it.').waitFor();
  await page.close();
});

test('the menu fits every width, light and dark', async () => {
  for (const [width, scheme] of [
    [360, 'light'],
    [800, 'dark'],
    [1400, 'light'],
  ]) {
    const page = await shown({ width, scheme });
    await button(page).click();
    const box = await menu(page).boundingBox();
    assert.ok(box.x >= 0 && box.x + box.width <= width, `${width}`);
    assert.equal(await sidewaysScroll(page), 0);
    const item = await page.locator('[data-format="json"]').boundingBox();
    const onTop = await page.evaluate(
      ([x, y]) =>
        document
          .querySelector('crossread-panel')
          .shadowRoot.elementFromPoint(x, y)
          ?.closest('.export-menu') !== null,
      [item.x + item.width / 2, item.y + item.height / 2],
    );
    assert.equal(onTop, true, `${width}`);
    await picture(page, `export-${width}-${scheme}`);
    await page.close();
  }
});
