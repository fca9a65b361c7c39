// A text that says one thing thousands of times: what is drawn of it at once, and how often the layout is asked, are
// bounded, however long it is; and nothing of it is out of reach.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBrowser } from './support/browser.mjs';

const TIMES = 2000;
const SENTENCE = 'Ten people were hurt at the weir. ';
const OTHER = 'Twelve people were hurt at the weir.';
const range = (start, end) => ({ utf16: { start, end } });
const span = (article, start, exact, group) => ({
  article,
  exact,
  group,
  ...range(start, start + exact.length),
  context: range(start, start + exact.length),
  marks: [],
});
const spans = Array.from({ length: TIMES }, (_, index) =>
  span('A', index * SENTENCE.length, SENTENCE.trim(), 0),
);
const articles = [
  { id: 'A', source: 'Alder Post', text: SENTENCE.repeat(TIMES) },
  { id: 'B', source: 'Birch Times', text: OTHER },
];
const report = {
  schemaVersion: 1,
  articles: articles.map(({ id, source, text }) => ({
    id,
    label: source,
    status: 'compared',
    words: 7,
    blocks: [{ kind: 'paragraph', ...range(0, text.length) }],
  })),
  quotations: [],
  claims: spans.map((one, index) => ({ id: `c${index}`, article: 'A', span: one })),
  coverage: {
    rows: spans.map((one, index) => ({
      id: `r${index}`,
      label: one.exact,
      articles: 1,
      origins: 1,
      cells: [
        { article: 'A', state: 'carries', claims: [`c${index}`] },
        { article: 'B', state: 'silent', claims: [] },
      ],
    })),
  },
  people: [],
  reuse: { pairs: [], origins: [['A'], ['B']] },
  findings: [
    {
      id: 'f',
      check: 'quantity_conflict',
      family: 'number',
      severity: 'high',
      message: 'How many people were hurt?',
      reason: '',
      groups: [
        { label: 'ten', articles: ['A'], origins: 1 },
        { label: 'twelve', articles: ['B'], origins: 1 },
      ],
      spans: [...spans, span('B', 0, OTHER, 1)],
    },
  ],
  abstained: [],
  checked: { claims: TIMES, pairs: 1, checks: ['quantity_conflict'] },
};

let browser;
let page;
before(async () => {
  browser = await startBrowser();
  page = await browser.open();
  await page.evaluate(
    ([given, made]) => {
      window.asked = 0; // how often a place was looked for in the layout
      const { getBoundingClientRect } = Range.prototype;
      Range.prototype.getBoundingClientRect = function () {
        window.asked += 1;
        return getBoundingClientRect.call(this);
      };
      const panel = document.querySelector('crossread-panel');
      panel.setAttribute('manual', '');
      panel.articles = given;
      panel.report = made;
    },
    [articles, report],
  );
});
after(() => browser?.close());

test('the evidence has some of the places, and the next ones when asked, with the focus on the first of them', async () => {
  const places = page.locator('.side >> nth=0').locator('.show');
  const more = page.locator('.exhibit .further');
  await more.waitFor();
  assert.equal(await places.count(), 30);
  assert.equal(await more.textContent(), 'Show more (1,970 left)');
  await more.click();
  assert.equal(await places.count(), 60);
  const focused = await page.evaluate(
    () => document.querySelector('crossread-panel').shadowRoot.activeElement.dataset.place,
  );
  assert.equal(focused, `A ${30 * SENTENCE.length}`);
});

test('the matrix has some of its rows, and the next ones when asked', async () => {
  await page.locator('.tab >> nth=1').click();
  await page.locator('.matrix .more').click();
  const rows = page.locator('.matrix tbody tr');
  assert.equal(await rows.count(), 200);
  await page.locator('.matrix .further').click();
  assert.equal(await rows.count(), 400);
});

test('side by side every place is marked, the strip has no more ticks than it has room for', async () => {
  await page.locator('.tab >> nth=5').click();
  const [first] = await page.locator('.column').all();
  await first.locator('.tick >> nth=0').waitFor();
  assert.equal(await first.locator('mark').count(), TIMES);
  assert.equal(await first.locator('.tick').count(), 400);
  const asked = () => page.evaluate(() => window.asked);
  assert.ok((await asked()) < 1000);
  await page.evaluate(() => {
    window.asked = 0;
  });
  await first.locator('mark >> nth=3').click();
  await first.locator('.tick.now >> nth=0').waitFor();
  assert.ok((await asked()) < 1000, 'nor when one of the marks is chosen');
});

test('a word without end is not broken into lines where it is edited', async () => {
  await page.evaluate(() => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = [{ id: 'W', source: 'Willow Daily', text: 'w'.repeat(20_000) }];
  });
  await page.locator('.card .title').click();
  await page.getByRole('button', { name: 'Edit' }).click();
  assert.equal(await page.locator('.form textarea').getAttribute('wrap'), 'off');
  assert.deepEqual(page.complaints, []);
});
