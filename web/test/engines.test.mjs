// The same in Chromium, Firefox ESR and WebKitGTK: the short walk of a reader, and what axe says of every
// state of the page. An engine that is not installed is skipped; tools/dev test --all-engines installs it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { after, before, describe, test } from 'node:test';
import { start } from '../serve.mjs';
import { site } from './support/browser.mjs';
import { engines, openIn } from './support/engines.mjs';
import { compared, give, states } from './support/states.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const one =
  'people were hurt when the north stand of the Fernhill ground fell on Saturday, the fire chief said.';

/** What a narrow page can get wrong that a wide one has right. */
const OF_SIZE = ['target-size', 'scrollable-region-focusable', 'color-contrast'];

const articlesOf = (page) =>
  page.run(() =>
    document.querySelector('crossread-panel').articles.map(({ source, text }) => [source, text]),
  );
const conflicts = (page) =>
  page.run(() =>
    document
      .querySelector('crossread-panel')
      .report.findings.filter(({ severity }) => severity === 'high')
      .map(({ message }) => message),
  );
/** How what differs is shown: a line below it, and a ground of its own. */
const shownMarks = (page, selector) =>
  page.run((wanted) => {
    const { shadowRoot } = document.querySelector('crossread-panel');
    return [...shadowRoot.querySelectorAll(wanted)].map((mark) => {
      const { textDecorationLine, backgroundColor } = getComputedStyle(mark);
      const { top, bottom } = mark.getBoundingClientRect();
      return [
        mark.textContent,
        textDecorationLine,
        backgroundColor !== 'rgba(0, 0, 0, 0)',
        top >= 0 && bottom <= innerHeight,
      ];
    });
  }, selector);

async function typeArticle(page, outlet, text) {
  await page.click('.type');
  await page.type(text);
  await page.click('dialog input');
  await page.type(outlet);
  await page.click('dialog .primary');
}

async function walk(page) {
  assert.equal(await page.text('h1'), 'Crossread');
  await typeArticle(page, 'Vale Press', `Twelve ${one}`);
  await compared(page, 1);
  await typeArticle(page, 'Harbour News', `Nine ${one}`);
  await compared(page, 2);
  const [message] = await conflicts(page);
  assert.match(message, /Vale Press gives “Twelve people”; Harbour News gives “Nine people”/);

  await page.click('.findings .line');
  assert.equal(await page.text('.exhibit h2'), message);
  const differing = await shownMarks(page, '.exhibit mark.differs');
  assert.deepEqual(differing, [
    ['Twelve people', 'underline', true, true],
    ['Nine people', 'underline', true, true],
  ]);
  await page.click('.show', -1);
  const [place] = await shownMarks(page, '.article-text mark.here');
  assert.deepEqual(place, ['Nine people', 'underline', true, true]);

  await page.click('.reader .edit');
  await page.click('.form textarea');
  await page.press('Control+a');
  await page.type(`Twelve ${one}`);
  await page.until(() => {
    const { report } = document.querySelector('crossread-panel');
    return report.findings.every(({ severity }) => severity === 'info');
  });
  await page.until(() =>
    /^No conflict found/.test(
      document.querySelector('crossread-panel').shadowRoot.querySelector('.clean').textContent,
    ),
  );

  const before = await articlesOf(page);
  assert.deepEqual(before, [
    ['Vale Press', `Twelve ${one}`],
    ['Harbour News', `Twelve ${one}`],
  ]);
  await page.until(
    () => sessionStorage.length > 0 && sessionStorage[sessionStorage.key(0)].split('Twelve').length === 3,
  );
  await page.reload();
  await compared(page, 2);
  assert.deepEqual(await articlesOf(page), before);
}

async function fromDisk(page) {
  await page.goto(String(pathToFileURL(join(site, 'crossread.html'))));
  await page.click('.primary.example');
  await compared(page, 3);
  assert.ok((await conflicts(page)).length > 0);
  assert.equal((await shownMarks(page, '.exhibit mark.differs'))[0][1], 'underline');
}

/** What axe finds wrong, a line each. @param {string[] | null} rules  only these */
async function faults(page, rules = null) {
  if (!(await page.run(() => 'axe' in window))) await page.run(`() => { ${axe} }`);
  await page.settled();
  return page.run(async (only) => {
    const { violations } = await window.axe.run({
      resultTypes: ['violations'],
      runOnly: only
        ? { type: 'rule', values: only }
        : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, any, all, none }) =>
          `${id}: ${target.flat().join(' ')}: ${[...any, ...all, ...none].map(({ message }) => message).join('; ')}`,
      ),
    );
  }, rules);
}

/** The empty page, whatever was kept of the one before. */
async function openEmpty(page, url, width, height) {
  await page.goto(url);
  await page.run(() => {
    document.querySelector('crossread-panel').articles = [];
  });
  await page.until(() => document.querySelector('crossread-panel').articles.length === 0);
  await page.resize(width, height);
}

for (const { name, skip } of engines) {
  describe(name, { skip, timeout: 600_000 }, () => {
    let page;
    let served;
    before(async () => {
      served = await start({ root: site });
      page = await openIn(name);
    });
    after(async () => {
      await page?.close();
      await served?.stop();
    });

    test('the walk: two articles, their conflict, its place, an edit, a reload, from a disk', async () => {
      await openEmpty(page, served.url, 1200, 850);
      await walk(page);
      await fromDisk(page);
    });

    for (const width of [1400, 360]) {
      test(`axe finds nothing wrong with any state at ${width} px`, async () => {
        await openEmpty(page, served.url, width, 860);
        const found = {};
        for (const [state, reach] of states) {
          await reach(page);
          const wrong = await faults(page, width === 360 ? OF_SIZE : null);
          if (width === 360) {
            for (const narrow of [320, 360]) {
              await page.resize(narrow, 860);
              const over = await page.run(() => {
                const boxes = [document.body, document.querySelector('crossread-panel')];
                return Math.max(...boxes.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
              });
              if (over > 0) wrong.push(`${over} px to scroll sideways at ${narrow}`);
            }
          } else {
            await page.dark(true);
            wrong.push(...(await faults(page, ['color-contrast'])).map((line) => `dark: ${line}`));
            await page.dark(false);
          }
          if (wrong.length) found[state] = wrong;
        }
        assert.deepEqual(found, {});
      });
    }

    test('without its server the page opens again, by its service worker', async (t) => {
      await page.goto(served.url);
      const has = await page.run(async () => Boolean(await navigator.serviceWorker?.getRegistration()));
      if (!has) return t.skip('the page has no service worker');
      await page.run(async () => Boolean(await navigator.serviceWorker.ready));
      await served.stop();
      await page.reload();
      await give(page, [{ text: `Twelve ${one}` }, { text: `Nine ${one}` }]);
      assert.equal((await conflicts(page)).length, 1);
    });
  });
}
