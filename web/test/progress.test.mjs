// A comparison that takes longer than a blink says how far it is, can be ended, and gives way to the next.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as support from './support/browser.mjs';

const { compared, example, give, picture } = support;

// Sixty articles on one event, each with its own figures and days, so that none is read from a cache.
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
const sixty = Array.from({ length: 60 }, (_, i) => ({
  source: `Outlet ${i + 1}`,
  text: example.articles[i % 3].text
    .replaceAll('Council', `Council of ward ${i + 1}`)
    .concat(`\n\nThe ${days[i % 5]} after, ${i + 20} residents wrote to the paper about it.`),
}));

let browser;
let page;
before(async () => {
  browser = await support.startBrowser();
  page = await browser.open();
  page.setDefaultTimeout(60_000);
  await compared(await giveTwo(), 2);
});
after(() => browser?.close());

async function giveTwo() {
  await give(page, example.articles.slice(0, 2));
  return page;
}
const bar = () => page.locator('.progress progress');
const progress = () =>
  page.evaluate(() => {
    const told = [];
    window.told = told;
    document
      .querySelector('crossread-panel')
      .addEventListener('crossread-progress', ({ detail }) => told.push(detail));
  });

test('sixty articles: the bar moves, and the report is of all of them', async () => {
  await progress();
  await give(page, sixty);
  await bar().waitFor();
  assert.match(await bar().getAttribute('aria-label'), /^\d+ of 60 articles read$/);
  await picture(page, 'progress-1400');
  const report = await compared(page, 60);
  assert.ok(report.articles.every(({ status }) => status === 'compared'));
  await bar().waitFor({ state: 'hidden' });
  const told = await page.evaluate(() => window.told);
  assert.ok(told.length > 1);
  assert.ok(told.every(({ read, of }, i) => of === 60 && read >= (told[i - 1]?.read ?? 0)));
});

test('stopped, it says so; the articles are there, and compared when the reader wants it', async () => {
  await give(
    page,
    sixty.map((article) => ({ ...article, text: `${article.text} More is expected.` })),
  );
  await page.locator('.stop').click();
  const resume = page.locator('.resume');
  await resume.waitFor();
  assert.equal(await page.locator('.card').count(), 60);
  assert.ok(await bar().isHidden());
  assert.equal(
    await page.evaluate(() => document.querySelector('crossread-panel').shadowRoot.activeElement.className),
    'link resume',
  );
  await resume.click();
  assert.equal((await compared(page, 60)).articles.length, 60);
  assert.ok(await resume.isHidden());
});

test('an article that comes while others are read does not wait for their comparison', async () => {
  await give(
    page,
    sixty.map((article) => ({ ...article, text: `${article.text} Nobody was hurt.` })),
  );
  await giveTwo();
  const report = await compared(page, 2);
  assert.equal(report.articles.length, 2);
  assert.deepEqual(page.complaints, []);
});
