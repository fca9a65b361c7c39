// The articles side by side, as an editor uses them: on long texts and a report made here, without the engine.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { picture, sidewaysScroll, startBrowser } from './support/browser.mjs';

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

const ARABIC = 'قال الوزير إن الجسر أغلق يوم الجمعة، وإن 12 شخصا أصيبوا في الحادث قرب النهر.';
const FILL =
  'The council met again in the old hall and heard what the engineers had found below the river road.';

/**
 * Three articles on one event, some 3,500 words each, in one order but for a late paragraph of A, with
 * which B opens. B has two paragraphs of its own after every fifth, C leaves every other one out. Every eighth
 * paragraph is in conflict between A and B, the ninth between A and C.
 */
function longStory(paragraphs = 120) {
  const ids = ['a', 'b', 'c'];
  const texts = { a: '', b: '', c: '' };
  const blocks = { a: [], b: [], c: [] };
  const claims = [];
  const rows = [];
  const findings = [];
  const put = (id, words) => {
    const start = texts[id].length;
    const utf16 = { start, end: start + words.length };
    texts[id] += `${words}\n\n`;
    blocks[id].push({ kind: 'paragraph', utf16 });
    return { article: id, utf16, exact: words, group: 0, context: { utf16 }, marks: [] };
  };
  const say = (n, id) =>
    n === 16
      ? ARABIC
      : `Point ${n} of the inquiry as ${id} has it, before the rest. ${`${FILL} `.repeat(1 + (n % 2))}`.trim();
  const claim = (id, span) => {
    claims.push({ id: `${id}${claims.length}`, article: id, span });
    return { article: id, state: 'carries', claims: [claims.at(-1).id] };
  };
  const finding = (name, severity, spans) =>
    findings.push({
      id: name,
      check: 'made_here',
      family: 'number',
      severity,
      message: `What is said of ${name}?`,
      reason: 'made here',
      groups: spans.map((span) => ({ label: '', articles: [span.article], origins: 1 })),
      spans: spans.map((span, group) => ({ ...span, group })),
    });
  const late = 80;
  const opening = put('b', say(late, 'b'));
  for (let n = 1; n <= paragraphs; n += 1) {
    const a = put('a', say(n, 'a'));
    const spans = [a, n === late ? opening : put('b', say(n, 'b'))];
    if (n % 2) spans.push(put('c', say(n, 'c')));
    if (n % 5 === 0) for (const own of [1, 2]) put('b', `Only here, ${n} and ${own}. ${FILL}`);
    rows.push({
      id: `r${n}`,
      label: '',
      articles: 2,
      origins: 2,
      cells: spans.map((span) => claim(span.article, span)),
    });
    const short = spans.slice(0, 2).map((span) => {
      const end = span.utf16.start + 20;
      return { ...span, utf16: { start: span.utf16.start, end }, exact: span.exact.slice(0, 20) };
    });
    if (n % 8 === 0) finding(`point ${n}`, n % 16 ? 'medium' : 'high', short);
    if (n === 9) finding('point nine', 'high', [short[0], spans[2]]);
  }
  return {
    articles: ids.map((id) => ({ id, source: `Paper ${id.toUpperCase()}`, text: texts[id] })),
    report: {
      schemaVersion: 1,
      articles: ids.map((id) => ({ id, label: id, status: 'compared', words: 1, blocks: blocks[id] })),
      quotations: [],
      claims,
      coverage: { rows },
      people: [],
      reuse: {
        pairs: [
          {
            articles: ['a', 'b'],
            words: 20,
            shares: [0.1, 0.1],
            passages: [[findings[0].spans[0], findings[0].spans[1]]],
          },
        ],
        origins: [['a', 'b'], ['c']],
      },
      findings,
      abstained: [],
      checked: { claims: claims.length, pairs: 1, checks: ['made_here'] },
    },
  };
}

const story = longStory();
async function show(page, { articles, report } = story) {
  await page.evaluate(
    ([list, made]) => {
      const panel = document.querySelector('crossread-panel');
      panel.articles = list;
      panel.report = made;
    },
    [articles, report],
  );
  await page.getByRole('button', { name: 'Texts', exact: true }).click();
  await frames(page);
}

/** Waits until what was asked for has been drawn. */
const frames = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
const scrollers = (page) => page.locator('.column-text');
const tops = (page) => scrollers(page).evaluateAll((all) => all.map(({ scrollTop }) => scrollTop));
/** How far below its column's upper edge the paragraph of each column that begins so stands. */
const heights = (page, beginning) =>
  scrollers(page).evaluateAll(
    (all, start) =>
      all.map((one) => {
        const found = [...one.querySelectorAll('p')].find((p) => p.textContent.startsWith(start));
        return found ? found.getBoundingClientRect().top - one.getBoundingClientRect().top : null;
      }),
    beginning,
  );
const near = (a, b, by, what) => assert.ok(Math.abs(a - b) <= by, `${what}: ${a} and ${b}`);
async function wheel(page, column, by) {
  const { x, y, width, height } = await scrollers(page).nth(column).boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.wheel(0, by);
  await frames(page);
}
/** Scrolls the first column until the paragraph that begins so is where one reads, a third down. */
async function readAt(page, beginning) {
  await scrollers(page)
    .first()
    .evaluate((one, start) => {
      const found = [...one.querySelectorAll('p')].find((p) => p.textContent.startsWith(start));
      const third = one.getBoundingClientRect().top + one.clientHeight / 3;
      one.scrollTop += found.getBoundingClientRect().top - third;
    }, beginning);
  await frames(page);
}
const press = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).click();
  await frames(page);
};
const about = (page) => page.locator('.texts-about .headline').textContent();

test('scrolling one text keeps what the others say of the same level; it can be switched off', async () => {
  const page = await browser.open();
  await show(page);
  assert.equal(await scrollers(page).count(), 3);
  assert.deepEqual(await tops(page), [0, 0, 0]);
  await readAt(page, 'Point 25 ');
  const [a, b, c] = await heights(page, 'Point 25 ');
  near(a, b, 3, 'B');
  near(a, c, 3, 'C');
  assert.ok((await tops(page))[1] > (await tops(page))[0] + 300, 'B has more to scroll through');
  // Another one leads: nothing jumps.
  await wheel(page, 1, 10);
  near((await heights(page, 'Point 25 '))[0], a - 10, 12, 'A goes on from where it was');
  // Both ends are reached by all.
  for (const [by, last] of [
    [999_999, true],
    [-999_999, false],
  ]) {
    await wheel(page, 1, by);
    const left = await scrollers(page).evaluateAll((all) =>
      all.map((one) => one.scrollHeight - one.clientHeight - one.scrollTop),
    );
    for (const one of last ? left : await tops(page)) near(one, 0, 2, 'the end');
  }
  await page.getByLabel('Scroll together').uncheck();
  await wheel(page, 0, 3000);
  const [alone, ...still] = await tops(page);
  near(alone, 3000, 1, 'A alone');
  assert.deepEqual(still, [0, 0]);
  await page.getByLabel('Scroll together').check();
  await frames(page);
  assert.ok((await tops(page))[1] > 3000);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a mark, a tick or Next choose a finding; its evidence is brought level in every column', async () => {
  const page = await browser.open();
  await show(page);
  assert.equal(await about(page), '16 conflicts marked in these texts.');
  await readAt(page, 'Point 24 ');
  const before = await tops(page);
  const mark = page.locator('.column').first().locator('mark[data-key="point 24"]');
  const { y } = await mark.boundingBox();
  await mark.click();
  await frames(page);
  assert.equal(await about(page), 'What is said of point 24?');
  near((await mark.boundingBox()).y, y, 1, 'what was clicked stays');
  near((await tops(page))[0], before[0], 1, 'so does its text');
  const level = async (key) => {
    const marks = page.locator(`.column mark[data-key="${key}"]`);
    const ys = await marks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
    assert.equal(ys.length, 2);
    near(ys[0], ys[1], 2, key);
    assert.equal(await page.locator('.tick.now').count(), 2);
  };
  await level('point 24');
  await press(page, 'Next');
  assert.equal(await about(page), 'What is said of point 32?');
  assert.match(await page.locator('.steps').textContent(), /5 of 16/);
  await level('point 32');
  await press(page, 'Previous');
  for (let back = 0; back < 4; back += 1) await press(page, 'Previous');
  assert.equal(await about(page), 'What is said of point 120?', 'round the end');
  await level('point 120');
  // Where the texts do not keep one order, nearby scrolling keeps it level all the same.
  await page.locator('.column').first().locator('.tick[data-key="point 80"]').click();
  await frames(page);
  await level('point 80');
  await wheel(page, 1, 60);
  const [a, b] = await heights(page, 'Point 80 ');
  near(b, -48, 5, 'B');
  near(a, b, 3, 'point 80');
  await wheel(page, 0, -999_999);
  near((await tops(page))[1], 0, 2, 'further on the texts are level as ever');
  // The strip: a tick, and elsewhere the part of the text that is pointed at.
  const tick = page.locator('.column').nth(1).locator('.tick[data-key="point 64"]');
  assert.match(await tick.getAttribute('class'), /high/);
  await tick.click();
  await frames(page);
  assert.equal(await about(page), 'What is said of point 64?');
  await level('point 64');
  const strip = await page.locator('.strip').first().boundingBox();
  await page.mouse.click(strip.x + 1, strip.y + strip.height * 0.9);
  await frames(page);
  const share = await scrollers(page)
    .first()
    .evaluate((one) => (one.scrollTop + one.clientHeight / 2) / one.scrollHeight);
  near(share, 0.9, 0.02, 'where the strip was pressed');
  const seen = await page.locator('.seen').first().boundingBox();
  near(seen.y + seen.height / 2, strip.y + strip.height * 0.9, 8, 'the visible part');
  await page.getByLabel('Mark shared copy').check();
  assert.equal(await page.locator('mark.shared').count(), 2);
  await page.getByLabel('Mark shared copy').uncheck();
  assert.equal(await page.locator('mark.shared').count(), 0);
  await picture(page, 'texts-1400');
  // Another width: what is level stays so.
  await press(page, 'Next');
  await page.setViewportSize({ width: 800, height: 900 });
  await frames(page);
  await frames(page);
  assert.equal(await scrollers(page).count(), 2);
  await level('point 72');
  await picture(page, 'texts-800');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('from the list to the texts and back; the columns are the sides, or what the reader asks for', async () => {
  const page = await browser.open({ width: 800, height: 900 });
  await show(page);
  const columns = () => page.locator('.column h3').allTextContents();
  const focused = () =>
    page.evaluate(() => document.querySelector('crossread-panel').shadowRoot.activeElement?.outerHTML);
  assert.deepEqual(await columns(), ['Paper A', 'Paper B']);
  await press(page, 'Conflicts');
  await page.locator('.findings .line', { hasText: 'point nine' }).click();
  await press(page, 'Show in the texts');
  assert.deepEqual(await columns(), ['Paper A', 'Paper C']);
  assert.match(await focused(), /class="pane list"/);
  assert.equal(await about(page), 'What is said of point nine?');
  const [a, c] = await heights(page, 'Point 9 ');
  near(a, c, 2, 'level');
  // B is asked for instead of C, by keyboard, and comes in at the place that is read.
  await wheel(page, 0, 900);
  await page.getByRole('button', { name: 'B Paper B' }).focus();
  await page.keyboard.press('Enter');
  await frames(page);
  assert.deepEqual(await columns(), ['Paper A', 'Paper B']);
  assert.match(await focused(), /aria-pressed="true"/);
  assert.equal(await page.getByRole('button', { name: 'B Paper B' }).getAttribute('aria-pressed'), 'true');
  assert.ok((await tops(page))[1] > 900);
  await press(page, 'Show in C, Paper C');
  assert.deepEqual(await columns(), ['Paper A', 'Paper C']);
  assert.match(await focused(), /aria-label="Text of Paper C"/);
  const again = await heights(page, 'Point 9 ');
  near(again[0], again[1], 2, 'level');
  await page.getByRole('button', { name: 'A Paper A' }).click();
  assert.deepEqual(await columns(), ['Paper C']);
  await press(page, 'Evidence');
  assert.match(await focused(), /class="line"/);
  assert.equal(await page.locator('.exhibit h2').textContent(), 'What is said of point nine?');
  await press(page, 'Texts');
  assert.deepEqual(await columns(), ['Paper C']);
  await page.locator('.column h3 button').click();
  assert.equal(await page.locator('.reader h2').textContent(), 'Paper C', 'its head opens an article');
  // Another story begins at its beginning.
  await page.evaluate(() => {
    document.querySelector('crossread-panel').articles = [];
  });
  await frames(page);
  await show(page);
  assert.deepEqual(await columns(), ['Paper A', 'Paper B']);
  assert.deepEqual(await tops(page), [0, 0]);
  assert.equal(await about(page), '16 conflicts marked in these texts.');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('at 360 px one text, which is exchanged for another at the same place', async () => {
  const page = await browser.open({ width: 360, height: 740, scheme: 'dark' });
  await show(page);
  assert.equal(await scrollers(page).count(), 1);
  assert.equal(await page.getByLabel('Scroll together').isVisible(), false);
  assert.ok(await page.locator('.strip').isVisible());
  await readAt(page, 'Point 25 ');
  const [before] = await heights(page, 'Point 25 ');
  await press(page, 'B Paper B');
  const [now] = await heights(page, 'Point 25 ');
  near(now, before, 30, 'to a line');
  await press(page, 'Next');
  await press(page, 'Show in A, Paper A');
  assert.equal(await page.locator('.column h3').textContent(), 'Paper A');
  assert.equal(await page.locator('.column mark.said').count(), 1);
  const box = await page.locator('.column mark.said').boundingBox();
  assert.ok(box.y > 0 && box.y < 740 + 200);
  assert.equal(await sidewaysScroll(page), 0);
  await picture(page, 'texts-360-dark');
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('a paragraph from right to left runs so, with its marks in place, beside one from left to right', async () => {
  const page = await browser.open();
  await show(page);
  const marks = page.locator('mark[data-key="point 16"]');
  assert.deepEqual(await marks.allTextContents(), [ARABIC.slice(0, 20), ARABIC.slice(0, 20)]);
  const [arabic, english] = await page
    .locator('.column')
    .first()
    .locator('p')
    .evaluateAll((all) => {
      const at = all.findIndex((p) => /^\p{Script=Arabic}/u.test(p.textContent));
      return [all[at], all[at - 1]].map((p) => {
        const range = document.createRange();
        range.setStart(p.firstChild.firstChild ?? p.firstChild, 0);
        range.setEnd(p.firstChild.firstChild ?? p.firstChild, 1);
        const first = range.getBoundingClientRect();
        const { left, width } = p.getBoundingClientRect();
        return {
          direction: getComputedStyle(p).direction,
          first: (first.left + first.width / 2 - left) / width,
        };
      });
    });
  assert.equal(arabic.direction, 'rtl');
  assert.ok(arabic.first > 0.9, 'it begins at the right edge');
  assert.equal(english.direction, 'ltr');
  assert.ok(english.first < 0.1);
  await marks.first().scrollIntoViewIfNeeded();
  await frames(page);
  await marks.first().click();
  await frames(page);
  const ys = await marks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  near(ys[0], ys[1], 2, 'level');
  await picture(page, 'texts-rtl-1400');
  await page.close();
});

test('scrolling ten thousand words waits for no layout and blocks for no 50 ms', async () => {
  const page = await browser.open();
  await show(page, longStory(400));
  const words = await page.evaluate(
    () => document.querySelector('crossread-panel').articles[0].text.split(/\s+/).length,
  );
  assert.ok(words > 10_000, String(words));
  await wheel(page, 0, 100);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const layouts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount').value;
  };
  /** Forty frames of scrolling: how many layouts, and the longest task. */
  async function run() {
    const before = await layouts();
    const longest = await page.evaluate(async () => {
      const long = [];
      const observer = new PerformanceObserver((list) =>
        long.push(...list.getEntries().map((one) => one.duration)),
      );
      observer.observe({ entryTypes: ['longtask'] });
      const [one] = document.querySelector('crossread-panel').shadowRoot.querySelectorAll('.column-text');
      for (let step = 0; step < 40; step += 1) {
        one.scrollTop += 300;
        await new Promise(requestAnimationFrame);
      }
      await new Promise((done) => setTimeout(done, 50));
      observer.disconnect();
      return Math.max(0, ...long);
    });
    return { longest, layouts: (await layouts()) - before };
  }
  // Other work on the machine may delay a task; it does not do so every time.
  let best = await run();
  for (let again = 0; again < 3 && best.longest > 50; again += 1) best = await run();
  assert.ok(best.longest <= 50, `${best.longest} ms`);
  assert.ok(best.layouts <= 45, `${best.layouts} layouts in 40 frames`);
  assert.ok((await tops(page))[1] > 10_000, 'the others went along');
  await page.close();
});
