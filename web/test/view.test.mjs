// The view without the engine: a report made by hand, and HTML as it comes out of a clipboard.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { give, sample, sidewaysScroll, startBrowser, twoCopies } from './support/browser.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

const show = (page, report = sample.report) =>
  page.evaluate(
    ([articles, made]) => {
      const panel = document.querySelector('crossread-panel');
      panel.articles = articles;
      panel.report = made;
    },
    [sample.request.articles, report],
  );

test('a report made by hand is shown: findings, sides, marks, what was checked', async () => {
  const page = await browser.open();
  await show(page);
  assert.equal(await page.locator('.summary').textContent(), '4 articles · 4 conflicts · 2 origins');
  assert.equal(await page.locator('.findings .lines:not([hidden]) .line').count(), 4);
  assert.match(await page.locator('.exhibit h2').textContent(), /^Did the bridge pass/);
  assert.deepEqual(await page.locator('.exhibit mark.differs').allTextContents(), [
    'passed',
    'passed',
    'failed',
  ]);
  assert.match(await page.locator('.why').textContent(), /polarity_conflict/);
  assert.match(
    await page.locator('.checked summary').textContent(),
    /7 kinds in 10 claims.*Could not check: 2/,
  );
  assert.match(await page.locator('[data-article="D"] .status').textContent(), /not in English/);
  await page.getByRole('button', { name: '1 smaller difference' }).click();
  assert.equal(await page.locator('.findings .lines:not([hidden]) .line').count(), 5);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('people and a table of shared copy stand behind their tabs', async () => {
  const page = await browser.open();
  await show(page);
  await page.getByRole('button', { name: 'People', exact: true }).click();
  assert.match(await page.locator('.people .line').textContent(), /Tilda Marsh.*town engineer; engineer/);
  assert.equal(await page.locator('.exhibit h2').textContent(), 'Tilda Marsh, named in 2 articles');
  await page.getByRole('button', { name: '1 person whom one article alone names' }).click();
  assert.equal(await page.locator('.people .line').count(), 2);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const rows = page.locator('.heatmap tbody tr');
  assert.deepEqual(await rows.nth(2).locator('td').allTextContents(), ['20%', '·', 'the article itself']);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('marks stand at their UTF-16 places, after an emoji too', async () => {
  const page = await browser.open();
  await show(page);
  await page.locator('.line', { hasText: 'rusty for years' }).click();
  await page.getByRole('button', { name: 'Show in A, Vale Press' }).click();
  const exact = 'A passer-by 🚲 who asked not to be named said that the cable had been rusty for years';
  assert.equal((await page.locator('mark.here').allTextContents()).join(''), exact);
  await page.close();
});

test('a report that no longer fits its texts marks nothing wrong', async () => {
  const page = await browser.open();
  const moved = structuredClone(sample.report);
  for (const finding of moved.findings) for (const span of finding.spans) span.utf16.start -= 1;
  await show(page, moved);
  assert.equal(await page.locator('.exhibit mark').count(), 0);
  assert.match(await page.locator('.exhibit').textContent(), /no longer in it/);
  await page.close();
});

test('the matrix is a table with a head for every row and column, a glyph and a word in every cell', async () => {
  const page = await browser.open();
  await show(page);
  await page.getByRole('button', { name: 'Claims', exact: true }).click();
  assert.deepEqual(await page.locator('thead th[scope=col]').allTextContents(), [
    'Claim',
    'A Vale Press',
    'B Orrin Herald',
    'C Lode Valley Radio',
  ]);
  assert.equal(await page.locator('tbody th[scope=row]').count(), 3);
  assert.equal(await page.locator('tbody tr').first().locator('td').nth(1).textContent(), '✕contradicts');
  await page.getByRole('button', { name: 'B contradicts' }).first().click();
  assert.equal(
    (await page.locator('mark.here').allTextContents()).join(''),
    'The bridge failed its inspection in January',
  );
  await page.close();
});

test('the matrix is read against an article of choice, in an order of choice, by keyboard', async () => {
  const page = await browser.open();
  await show(page);
  await page.getByRole('button', { name: 'Claims', exact: true }).click();
  const base = page.getByLabel('Claims of');
  const sort = page.getByLabel('Sort by');
  const heads = () => page.locator('tbody th .headline').allTextContents();
  assert.deepEqual(await sort.locator('option').allTextContents(), ['conflict', 'number of articles']);
  await base.focus();
  await page.keyboard.press('ArrowDown'); // A
  await page.keyboard.press('ArrowDown');
  assert.equal((await heads())[0], 'The bridge failed its inspection in January');
  assert.match(
    await page.locator('.exhibit h2').textContent(),
    /failed/,
    'the evidence is of the same words',
  );
  assert.deepEqual(await page.locator('tbody tr').first().locator('.word').allTextContents(), [
    'contradicts',
    'carries',
    'contradicts',
  ]);
  assert.match(await page.locator('caption').textContent(), /compared with Orrin Herald/);
  const shared = (await heads()).length;
  await page.getByRole('button', { name: '1 claim that Orrin Herald does not make' }).click();
  assert.equal((await heads()).length, shared + 1);
  assert.equal((await heads()).at(-1), 'a cable snapped on the footbridge over the Lode');
  await sort.selectOption({ label: 'order in B Orrin Herald' });
  assert.match((await heads())[0], /^Nine people/, 'the Herald has the inspection later');
  await base.selectOption('');
  assert.equal(await sort.inputValue(), 'conflict', 'there is no order in no article');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('quotations and copy in words', async () => {
  const page = await browser.open();
  await show(page);
  await page.getByRole('button', { name: 'Quotations' }).click();
  assert.match(await page.locator('.quotations .line').first().textContent(), /1 change not marked.*A B C/);
  const left = page.locator('.exhibit .piece del');
  // Seen struck; read out with what the strike means.
  assert.deepEqual(await left.allTextContents(), ['left out: on the bridge;']);
  assert.match(await left.evaluate((one) => getComputedStyle(one).textDecorationLine), /line-through/);
  assert.equal(await page.locator('.exhibit .legend').count(), 1);
  const [silent, marked] = await page
    .locator('.legend del')
    .evaluateAll((all) => all.map((one) => getComputedStyle(one).outlineStyle));
  assert.notEqual(silent, marked, 'what is marked looks otherwise');
  assert.match(
    await page.locator('.exhibit .piece').nth(1).textContent(),
    /nobody left out: on the bridge; had any.*1 change not marked · 1 word of it not quoted/,
  );
  await page.getByRole('button', { name: 'Copy' }).click();
  assert.match(await page.locator('.copy').textContent(), /3 articles from 2 origins/);
  assert.match(
    await page.locator('.copy .line').textContent(),
    /11% of Vale Press, 20% of Lode Valley Radio/,
  );
  await page.close();
});

test('only web addresses become links', async () => {
  const page = await browser.open();
  await show(page);
  await page.locator('[data-article="C"] .title').click();
  assert.equal(await page.locator('.about a').count(), 0, 'javascript: is not an address');
  await page.locator('.switch button', { hasText: 'A' }).click();
  assert.equal(
    await page.locator('.about a').getAttribute('href'),
    'https://valepress.example/orrin-footbridge',
  );
  await page.close();
});

test('at 360 px nothing scrolls sideways, at any depth', async () => {
  const page = await browser.open({ width: 360, height: 740 });
  await show(page);
  for (const go of [
    () => page.locator('.line').first().click(),
    () => page.locator('.show').first().click(),
    () => page.locator('.edit').click(),
    () => page.locator('.reader .back').click(),
    () => page.locator('.detail > .back').click(),
    () => page.getByRole('button', { name: 'Claims', exact: true }).click(),
    () => page.getByRole('button', { name: 'Quotations' }).click(),
    () => page.getByRole('button', { name: 'Copy' }).click(),
  ]) {
    await go();
    assert.equal(await sidewaysScroll(page), 0, String(go));
  }
  await page.close();
});

test('a word of a megabyte and a hostile text stay text', async () => {
  const page = await browser.open({ width: 360, height: 740 });
  const text = `<img src=x onerror="window.broken=1"> ${'a'.repeat(1_000_000)} \u202Eolleh`;
  await give(page, [{ source: '<b>B</b>', text }]);
  await page.locator('.card .title').click();
  assert.equal(await sidewaysScroll(page), 0);
  assert.match(await page.locator('.article-text').textContent(), /^<img src=x/);
  assert.equal(await page.locator('.article-text img').count(), 0);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  await page.close();
});

const html = (page, markup, options = {}) =>
  page.evaluate(
    async ([source, how]) => (await import('/modules/ingest.js')).fromHtml(source, how),
    [markup, options],
  );

test('pasted HTML becomes paragraphs', async () => {
  const page = await browser.open({ before: twoCopies });
  const text = async (markup, options) => (await html(page, markup, options)).text;
  const cases = [
    ['<p>One  <b>bold</b>\n word.</p><p>Two.</p>', 'One bold word.\n\nTwo.'],
    ['One<br>two<br><br>three', 'One\ntwo\n\nthree'],
    ['<h1>Head</h1><div><div>Deep</div></div>', 'Head\n\nDeep'],
    ['<ul><li>a</li><li><p>b</p></li></ul><ol><li>c</li></ol>', '• a\n• b\n\n1. c'],
    [
      '<p>a</p><script>x()</script><style>p{}</style><p hidden>h</p><p style="display: none">n</p><p>b</p>',
      'a\n\nb',
    ],
    ['<p>caf&eacute;&nbsp;&amp; more</p>', 'café\u00a0& more'],
    [
      '<table><tr><td>Fine</td><td>£38m</td></tr><tr><td>Costs</td><td>£1m</td></tr></table>',
      'Fine £38m\nCosts £1m',
    ],
    ['<pre>one\n  two\n\nthree</pre>', 'one\ntwo\n\nthree'],
    [
      '<html><head><title>t</title></head><body><!--StartFragment--><span>a</span> <span>b</span><!--EndFragment--></body></html>',
      'a b',
    ],
    [
      '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span>From a document.</span></p></b>',
      'From a document.',
    ],
    ['<p>“<a href="x">Linked</a>,” he said.</p>', '“Linked,” he said.'],
    [
      '<figure><img src="http://192.0.2.1/x.png" onerror="window.broken=1"><figcaption>Photo: A</figcaption></figure><p>b</p>',
      'Photo: A\n\nb',
    ],
  ];
  for (const [markup, wanted] of cases) assert.equal(await text(markup), wanted, markup);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.ok(
    page.requests.every((url) => url.startsWith(browser.origin)),
    'no picture was fetched',
  );
  assert.deepEqual(page.complaints, []);
  await page.close();
});
