// For everyone: by keyboard, magnified, with larger text, without motion, in forced colours. (What axe says
// is in engines.test.mjs.)

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as support from './support/browser.mjs';

const { compared, example, give, picture, sidewaysScroll } = support;

let browser;
before(async () => {
  browser = await support.startBrowser();
});
after(() => browser?.close());

async function openExample(options) {
  const page = await browser.open(options);
  page.setDefaultTimeout(60_000);
  await give(page, example.articles);
  await compared(page, example.articles.length);
  return page;
}

/** Where the focus is: what it is on, in which part of the page, and whether a reader sees it there. */
const focus = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    const box = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const x = box.x + Math.min(box.width, 40) / 2;
    const y = Math.min(Math.max(box.y, 0) + 8, box.y + box.height / 2);
    const top = element.getRootNode().elementFromPoint(x, y);
    return {
      lost: element === document.body,
      part: element.closest(
        '.skip, .masthead, .cards, .adders, .tabs, .filter, .findings, .detail, .reader, .checked, .kept, dialog',
      )?.className,
      what: element.className || element.dataset.do || element.tagName.toLowerCase(),
      ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
      inView: box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.left < innerWidth,
      covered: !(top === element || element.contains(top) || top?.contains(element)),
      at: [Math.round(box.top), Math.round(box.left)],
    };
  });

test('Tab goes through the page in the order it is read, is always seen, and comes back the same way', async () => {
  const page = await openExample();
  const wanted = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossread-panel');
    const all = (root) => [
      ...root.querySelectorAll('a[href], button, input, textarea, summary, [tabindex="0"]'),
    ];
    return [...all(document), ...all(shadowRoot)].filter((one) => one.tabIndex >= 0 && one.checkVisibility())
      .length;
  });
  const stops = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const now = await focus(page);
    if (now.lost || stops.length > wanted + 5) break; // round to the browser itself
    stops.push(now);
  }
  assert.equal(stops.length, wanted, stops.map(({ part, what }) => `${part}: ${what}`).join('\n'));
  for (const stop of stops) {
    assert.ok(stop.ring, `no ring: ${JSON.stringify(stop)}`);
    assert.ok(stop.inView && !stop.covered, `out of sight: ${JSON.stringify(stop)}`);
  }
  const parts = stops.map(({ part }) => part).filter((part, n, list) => part !== list[n - 1]);
  assert.deepEqual(parts, [
    'skip',
    'masthead',
    'cards',
    'adders',
    'tabs',
    'filter',
    'findings',
    'pane detail',
    'checked',
    'kept',
  ]);
  // A card: its outlet, its text, its removal; then the next card, to the right.
  const cards = stops.filter(({ part }) => part === 'cards');
  assert.deepEqual(
    cards.slice(0, 3).map(({ what }) => what),
    ['outlet', 'title', 'remove'],
  );
  assert.ok(cards[3].at[1] > cards[0].at[1]);
  // Down the list, line by line.
  const lines = stops.filter(({ what }) => what === 'line').map(({ at }) => at[0]);
  assert.deepEqual(
    lines,
    lines.toSorted((a, b) => a - b),
  );
  await page.keyboard.press('Shift+Tab');
  assert.equal((await focus(page)).what, stops.at(-1).what);
  await page.close();
});

test('the focus is never lost, whatever is opened, closed, decided or removed', async () => {
  const page = await openExample();
  const steps = [
    ['opens the menu of exports', () => page.locator('.export').press('Enter'), ''],
    ['closes it', () => page.keyboard.press('Escape'), 'link export'],
    ['opens the dialog', () => page.locator('.adders .type').press('Enter'), 'textarea'],
    ['closes it', () => page.keyboard.press('Escape'), 'action type'],
    ['opens the filter', () => page.locator('.filter .more').press('Enter'), 'more'],
    ['filters', () => page.locator('.filter input').first().press('Space'), 'input'],
    ['clears it', () => page.locator('.filter .clear').press('Enter'), 'more'],
    ['chooses a finding', () => page.locator('.findings .line').nth(1).press('Enter'), 'line'],
    ['asks why it is dismissed', () => page.locator('[data-do=dismiss]').press('Enter'), 'action'],
    ['dismisses it', () => page.keyboard.press('Enter'), 'link'],
    ['takes it back', () => page.keyboard.press('Enter'), 'action'],
    ['goes to the text', () => page.locator('.show').first().press('Enter'), /here/],
    ['edits it', () => page.locator('.reader .edit').press('Enter'), 'textarea'],
    ['is done', () => page.locator('.reader .edit').press('Enter'), /here|h2/],
    ['turns to another article', () => page.locator('.switch .siglum').last().press('Enter'), 'h2'],
    ['goes back', () => page.locator('.reader .back').press('Enter'), /show|line/],
    ['removes an article', () => page.locator('.card .remove').first().press('Enter'), 'title'],
    ['puts it back', () => page.locator('.undo').press('Enter'), 'title'],
    ['turns to another tab', () => page.locator('.tab').nth(2).press('Enter'), 'tab'],
    ['forgets all', () => page.locator('.forget').press('Enter'), /articles/],
  ];
  for (const [name, act, there] of steps) {
    await act();
    const { lost, what } = await focus(page);
    assert.equal(lost, false, name);
    if (there instanceof RegExp) assert.match(what, there, name);
    else if (there) assert.equal(what, there, name);
  }
  await page.close();
});

/** What is cut off at the side, where nothing lets one scroll there; and words cut off in buttons. */
const cutOff = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossread-panel');
    const scrolls = (one) => {
      for (let up = one.parentElement; up; up = up.parentElement)
        if (getComputedStyle(up).overflowX === 'auto') return true;
      return false;
    };
    const seen = [...shadowRoot.querySelectorAll('*'), ...document.querySelectorAll('.kept *')].filter(
      (one) => one.getClientRects().length > 0 && !one.closest('.unseen'),
    );
    const name = (one) => `${one.tagName.toLowerCase()}.${one.className} ${one.textContent.slice(0, 40)}`;
    return [
      ...seen.filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && !scrolls(one)),
      ...seen.filter(
        (one) =>
          one.matches('button, summary, h2, h3') &&
          one.scrollWidth > one.clientWidth + 1 &&
          one.clientWidth > 0,
      ),
    ].map(name);
  });

test('magnified to 200 %, and with text at 200 %: all is there, nothing is cut off', async () => {
  const page = await openExample({ width: 1280, height: 800 });
  assert.deepEqual(
    await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('crossread-panel');
      return ['.line .family', '.line .headline', '.words'].map(
        (one) => getComputedStyle(shadowRoot.querySelector(one)).fontSize,
      );
    }),
    ['13px', '17px', '17px'],
  );
  const session = await page.context().newCDPSession(page);
  const magnify = (width, height, deviceScaleFactor) =>
    session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor, mobile: false });
  const look = async (name) => {
    for (const tab of ['Claims', 'Quotations', 'People', 'Copy', 'Texts', 'Conflicts']) {
      await page.getByRole('button', { name: tab, exact: true }).click();
      assert.equal(await sidewaysScroll(page), 0, `${name}, ${tab}`);
      assert.deepEqual(await cutOff(page), [], `${name}, ${tab}`);
    }
    await page.locator('.findings .line').first().click();
    await page.locator('.show').first().click();
    assert.deepEqual(await cutOff(page), [], `${name}, text`);
    const [place] = await page
      .locator('mark.here')
      .first()
      .evaluateAll((marks) =>
        marks
          .map((mark) => mark.getBoundingClientRect())
          .map(({ top, bottom }) => top >= 0 && bottom <= innerHeight),
      );
    assert.ok(place, `${name}: the place is in view`);
    while (await page.locator('.back:visible').count()) await page.locator('.back:visible').first().click();
  };
  await magnify(640, 400, 2);
  await look('zoom-200');
  await magnify(1280, 800, 1);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await look('text-200');
  await page.close();
});

test('nothing moves by itself for who asked for that', async () => {
  const page = await openExample();
  const moving = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('crossread-panel');
      return [
        document.documentElement,
        ...document.querySelectorAll('*'),
        ...shadowRoot.querySelectorAll('*'),
      ].filter((one) => {
        const style = getComputedStyle(one);
        return (
          style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0) ||
          style.animationName !== 'none' ||
          style.scrollBehavior !== 'auto'
        );
      }).length;
    });
  assert.ok((await moving()) > 0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  assert.equal(await moving(), 0);
  await page.close();
});

test('in forced colours what is chosen, differs or has the focus is still told apart', async () => {
  const page = await openExample();
  await page.emulateMedia({ forcedColors: 'active' });
  await page.locator('.findings .line').nth(1).click();
  await page.locator('.show').first().click();
  const style = (selector, names) =>
    page.evaluate(
      ([wanted, all]) => {
        const { shadowRoot } = document.querySelector('crossread-panel');
        return [...shadowRoot.querySelectorAll(wanted)]
          .filter((one) => one.getClientRects().length > 0)
          .map((one) => all.map((name) => getComputedStyle(one)[name]));
      },
      [selector, names],
    );
  for (const chosen of ['.line[aria-current]', '.tab[aria-current]', '.switch [aria-current]', '.card.open'])
    assert.deepEqual(await style(chosen, ['outlineStyle', 'outlineWidth']), [['solid', '2px']], chosen);
  for (const [line] of await style('mark.differs, .article-text mark.said', ['textDecorationLine']))
    assert.equal(line, 'underline');
  assert.ok((await style('mark.differs', ['color'])).length >= 2);
  await picture(page, 'forced-colors');
  await page.locator('.export').press('Enter');
  await page.keyboard.press('ArrowDown');
  assert.equal((await focus(page)).ring, true);
  await page.close();
});
