// The page as its reader feels it, in Chromium: from a cold load to the first result, from an edit to the next
// result, and how long the main thread was ever busy at one go meanwhile. Run by tools/dev bench. The sizes of
// what is loaded are what tools/build_page.mjs prints.
//
//   node tests/bench/page.mjs [REQUEST.json | FOLDER of .txt files]   without it, the first example

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compared, example, startBrowser } from '../../web/test/support/browser.mjs';

const RUNS = 5;
const EDITS = 30;

function articlesOf(path) {
  if (!path) return example.articles;
  if (!statSync(path).isDirectory()) return JSON.parse(readFileSync(path, 'utf8')).articles;
  return readdirSync(path)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ id: name.slice(0, -4), text: readFileSync(join(path, name), 'utf8') }));
}

const articles = articlesOf(process.argv[2]);
const median = (numbers) => numbers.toSorted((x, y) => x - y)[Math.floor(numbers.length / 2)];
const ms = (number) => Math.round(number * 10) / 10;

/** Runs in the page before its scripts. */
function watch(given) {
  window.longest = 0; // of the main thread's tasks, ms; those under 50 are not told
  window.reports = []; // times of reports, ms since navigation, once they are painted
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
  }).observe({ type: 'longtask', buffered: true });
  addEventListener('crossread-report', () =>
    requestAnimationFrame(() => setTimeout(() => window.reports.push(performance.now()))),
  );
  customElements.whenDefined('crossread-panel').then(async () => {
    let panel = document.querySelector('crossread-panel');
    for (; !panel; panel = document.querySelector('crossread-panel'))
      await new Promise(requestAnimationFrame);
    panel.articles = given;
  });
}

const cold = [];
const loading = [];
const edits = [];
let reading = 0;
for (let run = 0; run < RUNS; ++run) {
  const browser = await startBrowser(); // its own profile: nothing is cached
  const page = await browser.open({ before: (fresh) => fresh.addInitScript(watch, articles) });
  await compared(page, articles.length);
  await page.waitForFunction(() => window.reports.length > 0);
  cold.push(await page.evaluate(() => window.reports[0]));
  loading.push(await page.evaluate(() => window.longest));
  if (run === RUNS - 1) {
    // One edit after the other, each once the one before is done; 150 ms are the pause that typing waits for.
    await page.evaluate(async (count) => {
      window.longest = 0;
      window.edits = [];
      const panel = document.querySelector('crossread-panel');
      const report = () =>
        new Promise((done) => panel.addEventListener('crossread-report', done, { once: true }));
      for (let i = 0; i < count; ++i) {
        const [first, ...others] = panel.articles;
        const start = performance.now();
        const next = report();
        panel.articles = [{ ...first, text: `${first.text} It rained on ${i + 2} days.` }, ...others];
        await next;
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        window.edits.push(performance.now() - start);
      }
    }, EDITS);
    edits.push(...(await page.evaluate(() => window.edits)));
    // Then as its reader: every tab, the first finding's place in the text, and typing in an article.
    await page.evaluate(() => {
      window.longest = 0;
    });
    for (const tab of await page.locator('nav .tab').all()) await tab.click();
    await page.locator('nav .tab').first().click();
    const place = page.locator('.exhibit .show').first();
    if (await place.count()) await place.click();
    await page.locator('.card .title').first().click();
    await page.getByRole('button', { name: 'Edit' }).click();
    const area = page.locator('.form textarea');
    await area.press('Control+End');
    await area.pressSequentially(' Nine people were hurt, the mayor said on Monday.', { delay: 60 });
    await page.waitForTimeout(1000);
    reading = await page.evaluate(() => window.longest);
  }
  await browser.close();
}
console.table([
  {
    articles: articles.length,
    'first result, cold (ms)': ms(median(cold)),
    'changed article to result (ms)': ms(median(edits)),
    'longest task while loading (ms)': ms(median(loading)) || 'under 50',
    'longest task later (ms)': ms(reading) || 'under 50',
  },
]);
