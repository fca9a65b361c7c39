// The page as a reader meets it: the served build, with the real engine, in Debian's Chromium.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { CSP } from '../serve.mjs';
import * as support from './support/browser.mjs';

const { compared, drop, example, give, paste, picture, sidewaysScroll } = support;
const [wire, courier] = example.articles;

let browser;
let folder;
before(async () => {
  browser = await support.startBrowser();
  folder = mkdtempSync(join(tmpdir(), 'crossread-files-'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function fileOf(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
const cards = (page) => page.locator('.card');
/** What has the focus, inside the panel. */
const focused = (page) =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector('crossread-panel').shadowRoot;
    return { text: activeElement?.textContent ?? '', class: activeElement?.className ?? '' };
  });
/** Presses Tab until what has the focus matches; the way of those who have no mouse. */
async function tabTo(page, selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const there = await page.evaluate(
      (wanted) =>
        Boolean(document.querySelector('crossread-panel').shadowRoot.activeElement?.matches(wanted)),
      selector,
    );
    if (there) return;
  }
  assert.fail(`Tab does not reach ${selector}`);
}

test('the empty page says what to do, under a strict policy, and asks nobody else', async () => {
  const page = await browser.open();
  assert.match(await page.locator('.promise').textContent(), /several articles about one event/);
  assert.ok(await page.getByRole('button', { name: 'Paste or type an article' }).isVisible());
  assert.ok(await page.getByRole('button', { name: 'Open the example' }).isVisible());
  assert.equal(await page.getByRole('heading', { level: 1 }).textContent(), 'Crossread');
  assert.equal(page.answer.headers()['content-security-policy'], CSP);
  const evaluated = await page.evaluate(() => {
    const script = document.createElement('script');
    script.append('window.ran = true'); // textContent would be refused before the policy of scripts is asked
    document.head.append(script);
    return window.ran ?? 'blocked';
  });
  assert.equal(evaluated, 'blocked');
  await picture(page, 'empty-1400');
  assert.ok(page.requests.every((url) => url.startsWith(browser.origin)));
  await page.close();
});

test('one click opens the example: findings with their evidence', async () => {
  const page = await browser.open();
  await page.getByRole('button', { name: 'Open the example' }).click();
  const report = await compared(page, example.articles.length);
  assert.equal(await cards(page).count(), example.articles.length);
  const conflicts = report.findings.filter(({ severity }) => severity === 'high' || severity === 'medium');
  assert.ok(conflicts.length > 0);
  assert.equal(await page.locator('.findings .lines:not([hidden]) .line').count(), conflicts.length);
  assert.equal(await page.locator('.exhibit h2').textContent(), conflicts[0].message);
  assert.ok((await page.locator('.exhibit .side').count()) >= 2);
  assert.ok((await page.locator('.exhibit mark.differs').count()) >= 2);
  await picture(page, 'example-1400');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a click on evidence shows its very words in the article, and Back returns', async () => {
  const page = await browser.open();
  await give(page, example.articles);
  const report = await compared(page, example.articles.length);
  const loud = report.findings.filter(({ severity }) => severity === 'high' || severity === 'medium');
  for (const [index, finding] of loud.slice(0, 5).entries()) {
    await page.locator('.findings .line').nth(index).click();
    const [span] = finding.spans;
    const button = page.locator(`.show[data-place="${span.article} ${span.utf16.start}"]`);
    await button.click();
    assert.equal((await page.locator('mark.here').allTextContents()).join(''), span.exact);
    assert.ok(await page.locator('mark.here').first().isVisible());
    assert.match((await focused(page)).class, /here/);
    if (index === 0) await picture(page, 'text-1400');
    await page.locator('.reader .back').click();
    assert.equal(await page.locator('.reader').isVisible(), false);
    assert.match((await focused(page)).text, /^Show in/);
  }
  // The words themselves may be clicked too.
  await page.locator('.words').first().click();
  assert.equal((await page.locator('mark.here').count()) > 0, true);
  await page.close();
});

test('a real paste of HTML adds an article, its scripts and markup left behind', async () => {
  const page = await browser.open();
  await page.evaluate(() =>
    document.addEventListener('paste', (event) => (window.trusted = event.isTrusted)),
  );
  const paragraphs = courier.text
    .split(/\n+/)
    .map((line) => `<p>${line}</p>`)
    .join('');
  await paste(page, {
    'text/html': `<h1>Town shaken</h1>${paragraphs}<script>window.broken = 1</script>`,
    'text/plain': 'the plain text, which counts less',
  });
  await compared(page, 1);
  assert.equal(await page.evaluate(() => window.trusted), true);
  assert.match(await page.locator('.clean').first().textContent(), /Add a second article/);
  await paste(page, { 'text/plain': `source: Cascade Wire\ndate: 2026-09-19\n\n${wire.text}` });
  const report = await compared(page, 2);
  const articles = await page.evaluate(() => document.querySelector('crossread-panel').articles);
  assert.match(articles[0].text, /^Town shaken\n\n\S/);
  assert.doesNotMatch(articles[0].text, /broken|<p>|\n\n\n/);
  assert.deepEqual(
    [articles[1].source, articles[1].date, articles[1].text],
    ['Cascade Wire', '2026-09-19', wire.text],
  );
  assert.equal(report.articles[1].label, 'Cascade Wire');
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('typing into the dialog adds an article; an empty one is refused', async () => {
  const page = await browser.open();
  await page.getByRole('button', { name: 'Paste or type an article' }).click();
  await page.getByRole('button', { name: 'Add article' }).click();
  assert.match(await page.locator('dialog .note').textContent(), /no text/);
  await picture(page, 'dialog-1400');
  await page.getByLabel('Outlet').fill('Vale Press');
  await page.getByLabel('Text', { exact: true }).fill('Twelve people were hurt.');
  await page.getByRole('button', { name: 'Add article' }).click();
  const report = await compared(page, 1);
  assert.equal(report.articles[0].label, 'Vale Press');
  // A paste into the dialog's text stays in the dialog.
  await page.getByRole('button', { name: 'Add an article' }).click();
  await paste(page, { 'text/html': '<p>Nine</p><p>people</p>' });
  assert.equal(await page.getByLabel('Text', { exact: true }).inputValue(), 'Nine\n\npeople');
  assert.equal(await cards(page).count(), 1);
  await page.keyboard.press('Escape');
  await page.close();
});

test('files dropped from the disk become cards; a bad one says why and costs none of the others', async () => {
  const page = await browser.open();
  const files = [
    fileOf('wire.txt', `source: Cascade Wire\n\n${wire.text}`),
    fileOf('photo.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])),
    fileOf('courier.md', courier.text),
  ];
  await page.evaluate(() => document.addEventListener('drop', (event) => (window.trusted = event.isTrusted)));
  await drop(page, files);
  const report = await compared(page, 2);
  assert.equal(await page.evaluate(() => window.trusted), true);
  assert.deepEqual(
    report.articles.map((article) => article.label),
    ['Cascade Wire', 'courier'],
  );
  assert.equal(await cards(page).count(), 3);
  assert.match(await page.locator('.card .note').textContent(), /photo\.txt is not a text file/);
  await picture(page, 'bad-file-1400');
  await page.getByRole('button', { name: 'Remove photo.txt' }).click();
  assert.equal(await cards(page).count(), 2);
  // The file chooser takes the same way.
  await page.locator('input[type=file]').setInputFiles([fileOf('empty.txt', ' \n'), files[0]]);
  await compared(page, 3);
  assert.match(await page.locator('.card .note').textContent(), /empty\.txt has no text/);
  await page.close();
});

test('editing a text changes the results in place', async () => {
  const page = await browser.open();
  await give(page, [wire, courier]);
  const first = await compared(page, 2);
  assert.ok(first.findings.some(({ severity }) => severity === 'high'));
  await page.locator('.card .title').nth(1).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  const area = page.locator('.form textarea');
  assert.equal(await area.inputValue(), courier.text);
  // An edit elsewhere leaves the finding, its line and the reader's place alone.
  await page.evaluate(() => {
    const root = document.querySelector('crossread-panel').shadowRoot;
    root.querySelector('.findings .line').remembered = true;
  });
  await area.press('Control+End');
  await area.pressSequentially(' The weather was mild for September.', { delay: 5 });
  await page.waitForFunction(
    () =>
      document.querySelector('crossread-panel').report.articles[1].blocks.at(-1).utf16.end ===
      document.querySelector('crossread-panel').articles[1].text.length,
  );
  const kept = await page.evaluate(
    () => document.querySelector('crossread-panel').shadowRoot.querySelector('.findings .line').remembered,
  );
  assert.equal(kept, true, 'the line is the same element');
  assert.match((await focused(page)).class, /^$/); // still in the text area
  // The same words in both articles: no conflict is left.
  await area.fill(wire.text);
  await page.waitForFunction(() =>
    document
      .querySelector('crossread-panel')
      .report.findings.every(({ severity }) => severity === 'info' || severity === 'low'),
  );
  assert.match(await page.locator('.findings .clean').textContent(), /^No conflict found among .* not proof/);
  await picture(page, 'edit-1400');
  await page.getByRole('button', { name: 'Done' }).click();
  assert.equal(await page.locator('.article-text').isVisible(), true);
  await page.close();
});

test('naming an outlet changes what findings call it', async () => {
  const page = await browser.open();
  await give(page, [{ ...wire, source: '' }, courier]);
  await compared(page, 2);
  const outlet = page.locator('.card .outlet').first();
  await outlet.pressSequentially('North Wire');
  await page.waitForFunction(
    () => document.querySelector('crossread-panel').report.articles[0].label === 'North Wire',
  );
  assert.equal(
    await outlet.evaluate((input) => input === input.getRootNode().activeElement),
    true,
    'focus stays',
  );
  assert.match(await page.locator('.findings').textContent(), /North Wire/);
  await page.close();
});

test('an article can be removed and put back; the others keep their letters', async () => {
  const page = await browser.open();
  await give(page, example.articles);
  await compared(page, 3);
  await page.locator('.card .remove').nth(1).click();
  await compared(page, 2);
  assert.deepEqual(await page.locator('.card .siglum').allTextContents(), ['A', 'C']);
  await page.getByRole('button', { name: 'Put it back' }).click();
  await compared(page, 3);
  assert.deepEqual(await page.locator('.card .siglum').allTextContents(), ['A', 'B', 'C']);
  for (let left = 3; left > 0; left -= 1) await page.locator('.card .remove').first().click();
  assert.ok(await page.locator('.promise').isVisible());
  await page.close();
});

test('the whole way by keyboard alone', async () => {
  const page = await browser.open();
  await tabTo(page, '.primary.example');
  await page.keyboard.press('Enter');
  await compared(page, 3);
  await tabTo(page, '.findings .line');
  await page.keyboard.press('Enter');
  assert.match((await focused(page)).class, /line/, 'the focus stays where it is');
  await tabTo(page, '.show');
  const shown = (await focused(page)).text;
  await page.keyboard.press('Enter');
  assert.match((await focused(page)).class, /here/);
  await page.keyboard.press('Escape');
  assert.equal((await focused(page)).text, shown, 'back on the button it came from');
  await page.keyboard.press('Escape');
  assert.match((await focused(page)).class, /line/);
  await page.close();
});

test('the skip link leads past the articles', async () => {
  const page = await browser.open();
  await give(page, example.articles);
  await compared(page, 3);
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.match((await focused(page)).class, /tab/);
  await page.close();
});

test('at 360 px one depth at a time: down by click, up by Back', async () => {
  const page = await browser.open({ width: 360, height: 740 });
  await picture(page, 'empty-360');
  await give(page, example.articles);
  await compared(page, 3);
  const seen = async () =>
    Promise.all(['.list', '.detail', '.reader'].map((pane) => page.locator(`.pane${pane}`).isVisible()));
  assert.deepEqual(await seen(), [true, false, false]);
  await picture(page, 'example-360');
  await page.locator('.findings .line').first().click();
  assert.deepEqual(await seen(), [false, true, false]);
  assert.equal(
    await page.locator('.exhibit h2').evaluate((h2) => h2 === h2.getRootNode().activeElement),
    true,
  );
  await picture(page, 'evidence-360');
  await page.locator('.show').first().click();
  assert.deepEqual(await seen(), [false, false, true]);
  const place = await page.locator('mark.here').first().boundingBox();
  assert.ok(place.y > 0 && place.y < 740, 'the place is in view');
  await picture(page, 'text-360');
  assert.equal(await sidewaysScroll(page), 0);
  await page.locator('.reader .back').click();
  await page.locator('.detail > .back').click();
  assert.deepEqual(await seen(), [true, false, false]);
  assert.match((await focused(page)).class, /line/);
  await page.close();
});

test('dark where the reader has it dark', async () => {
  const page = await browser.open({ scheme: 'dark' });
  await give(page, example.articles);
  await compared(page, 3);
  const ground = await page.evaluate(
    () =>
      getComputedStyle(document.querySelector('crossread-panel').shadowRoot.querySelector('.frame'))
        .backgroundColor,
  );
  assert.equal(ground, 'rgb(22, 21, 19)');
  await picture(page, 'example-1400-dark');
  await page.close();
});

test('an article that is too long is said so on its card, and the others are compared', async () => {
  const page = await browser.open();
  await give(page, [wire, { source: 'Too long', text: 'a '.repeat(600_000) }, courier]);
  const report = await compared(page, 3);
  assert.deepEqual(
    report.articles.map(({ status }) => status),
    ['compared', 'too_large', 'compared'],
  );
  assert.ok(report.findings.length > 0);
  assert.match(await page.locator('.card .status').textContent(), /longer than 1 MiB/);
  assert.equal(await cards(page).count(), 3);
  await page.close();
});

test('lone surrogates do no harm', async () => {
  const page = await browser.open();
  await give(
    page,
    example.articles.map((article) => ({ ...article, text: `🚲\uD83D c ${article.text}` })),
  );
  const report = await compared(page, 3);
  const texts = await page.evaluate(() =>
    document.querySelector('crossread-panel').articles.map(({ text }) => text),
  );
  assert.ok(texts.every((text) => text.startsWith('🚲\uFFFD c ')));
  assert.ok(report.findings.length > 0);
  assert.equal(await page.locator('.words.moved').count(), 0);
  await page.close();
});

test('an engine that does not load is said in plain words, and can be asked for again', async () => {
  for (const part of ['crossread.wasm', 'en.model']) {
    const page = await browser.open({
      before: (fresh) => fresh.route(`**/${part}`, (route) => route.abort()),
    });
    await give(page, example.articles);
    await page.locator('.notice .note').waitFor();
    assert.match(await page.locator('.notice .note').textContent(), /engine did not load/);
    assert.equal(await cards(page).count(), 3);
    // Asked for in vain, it is said once more: as a new alert, which is read out.
    const first = await page.locator('.notice .note').elementHandle();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.notice .note').waitFor();
    assert.ok(!(await first.evaluate((note) => note.isConnected)));
    // Its files are there again: no reload, and with it no loss of what was typed, is needed.
    await page.unroute(`**/${part}`);
    await page.getByRole('button', { name: 'Try again' }).click();
    await compared(page, 3);
    await page.locator('.notice').waitFor({ state: 'hidden' });
    await page.close();
  }
});

test('nothing leaves the origin, nothing is stored beyond this tab, and after loading nothing is asked for', async () => {
  const page = await browser.open();
  await give(page, example.articles);
  await compared(page, 3);
  const before = page.requests.length;
  await page.locator('.findings .line').first().click();
  await page.locator('.show').first().click();
  await paste(page, { 'text/plain': wire.text });
  await compared(page, 4);
  assert.equal(page.requests.length, before);
  assert.deepEqual(
    page.requests.filter((url) => !url.startsWith(browser.origin)),
    [],
  );
  const stored = await page.evaluate(async () => [
    localStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  assert.deepEqual(stored, [0, '', 0, 0]);
  await page.close();
});

const seeds = join(support.repository, '../shared/seeds');
const missing = existsSync(seeds) ? false : 'the seeds are not on this machine';
for (const width of [360, 800, 1400]) {
  test(`the seeds at ${width} px`, { skip: missing }, async () => {
    const page = await browser.open({ width, height: 900 });
    const names = readdirSync(seeds).sort();
    await page.locator('input[type=file]').setInputFiles(names.map((name) => join(seeds, name)));
    const report = await compared(page, names.length);
    assert.ok(report.findings.some(({ severity }) => severity === 'high'));
    assert.equal(await page.locator('.words.moved').count(), 0);
    await picture(page, `seeds-${width}`);
    await page.locator('.findings .line').first().click();
    await picture(page, `seeds-evidence-${width}`);
    await page.locator('.show').first().click();
    await picture(page, `seeds-text-${width}`);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    for (const tab of ['Claims', 'Quotations', 'Copy']) {
      await page.getByRole('button', { name: tab, exact: true }).click();
      assert.equal(await sidewaysScroll(page), 0, tab);
      await picture(page, `seeds-${tab.toLowerCase()}-${width}`);
    }
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}
