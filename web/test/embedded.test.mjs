// The element among strangers: nothing leaks in or out, its look follows the host, and it fits a sidebar.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { picture, repository, site, startBrowser } from './support/browser.mjs';
import { articles, hostPage } from './support/host.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const many = JSON.parse(readFileSync(join(repository, 'examples/02-bergen-talks/request.json'))).articles;

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

/** A host page with a stylesheet of its own, as its policy has it: `css` is served as host.css. */
async function open(css, body, { size = {}, list = articles } = {}) {
  const { path, before: prepare } = hostPage(body, '<link rel="stylesheet" href="host.css">');
  const page = await browser.open({
    path,
    ...size,
    async before(fresh) {
      await prepare(fresh);
      await fresh.route('**/host.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
    },
  });
  await page.evaluate(async (given) => {
    await customElements.whenDefined('crossread-panel');
    for (const panel of document.querySelectorAll('crossread-panel')) {
      panel.articles = given;
      if (given.length) await panel.compare();
    }
  }, list);
  return page;
}

// ---- nothing leaks

const NEUTRAL = 'crossread-panel { width: 800px; } main { padding: 8px; }';
const HOSTILE = `
  :root { font-size: 62.5%; }
  crossread-panel { width: 800px; }
  :not(:root) {
    font: italic 900 30px/3 fantasy !important; font-variant: small-caps !important; letter-spacing: 0.3em !important;
    word-spacing: 1em !important; text-transform: uppercase !important; text-indent: 3em !important;
    text-align: right !important; direction: rtl !important; white-space: pre !important; color: lime !important;
    text-shadow: 1px 1px red !important; cursor: crosshair !important; user-select: none !important;
    word-break: break-all !important; hyphens: auto !important; quotes: none !important; tab-size: 40 !important;
    border-collapse: separate !important; list-style: square !important; caption-side: bottom !important;
  }
  p, h2, h3, button, input, mark, table, dialog { margin: 50px !important; background: red !important; border: 9px solid !important; }`;

/** Every computed style in the panel, of one element of each kind. */
const stylesIn = (page) =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('crossread-panel');
    const kinds = new Map();
    for (const element of shadowRoot.querySelectorAll('.frame, .frame *'))
      kinds.set(`${element.localName}.${element.className}`, element);
    return [...kinds.values()].flatMap((element) => {
      const style = getComputedStyle(element);
      const names = [...style].filter((name) => !name.startsWith('--')); // these come in any order
      return names.map((name) => [
        `${element.localName}.${element.className} ${name}`,
        style.getPropertyValue(name),
      ]);
    });
  });

test('a host’s styles, however hostile, change nothing in the panel', async () => {
  const body = '<crossread-panel></crossread-panel>';
  const [neutral, hostile] = [await open(NEUTRAL, body), await open(HOSTILE, body)];
  const [wanted, found] = [await stylesIn(neutral), await stylesIn(hostile)];
  assert.equal(found.length, wanted.length);
  assert.ok(wanted.length > 10_000);
  assert.deepEqual(
    found.filter(([, value], index) => value !== wanted[index][1]),
    [],
  );
  await picture(hostile, 'hostile-host');
  await neutral.close();
  await hostile.close();
});

test('and the panel’s styles change nothing of the host, nor does it leave a global behind', async () => {
  const page = await browser.open({
    ...hostPage('<p class="small">A <mark>host</mark></p><button class="line">B</button>'),
    async before(fresh) {
      await hostPage('<p class="small">A <mark>host</mark></p><button class="line">B</button>').before(fresh);
      await fresh.route('**/src/define.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: '' }),
      );
    },
  });
  const changed = await page.evaluate(async (list) => {
    const look = () => ({
      globals: Object.getOwnPropertyNames(window).sort().join(' '),
      document: Object.getOwnPropertyNames(document).join(' '),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      styles: [...document.querySelectorAll('main > *, main mark, body')].map((element) =>
        [...getComputedStyle(element)]
          .filter((name) => !/size|width|height|origin/.test(name))
          .map((name) => `${name}: ${getComputedStyle(element).getPropertyValue(name)}`)
          .join(';'),
      ),
      html: document.head.innerHTML + document.body.getAttributeNames(),
    });
    const first = look();
    await import('./src/define.js?first');
    const panel = document.createElement('crossread-panel');
    document.body.append(panel);
    panel.articles = list;
    await panel.compare();
    const kept = [localStorage.length, sessionStorage.length, document.cookie];
    kept.push((await indexedDB.databases()).length, (await caches.keys()).length);
    const last = look();
    return {
      kept,
      found: panel.report.findings.length > 0,
      changed: Object.keys(first).filter((key) => String(first[key]) !== String(last[key])),
    };
  }, articles);
  assert.deepEqual(changed, { kept: [0, 0, '', 0, 0], found: true, changed: [] });
  await page.close();
});

test('defined once, however often it is loaded, and not where the name is taken', async () => {
  const page = await browser.open(hostPage());
  const first = await page.evaluate(async () => {
    const defined = await customElements.whenDefined('crossread-panel');
    await import('./src/define.js?once-more'); // a module of its own, as another version is
    return customElements.get('crossread-panel') === defined;
  });
  assert.ok(first);
  await page.close();
  const taken = await browser.open({
    ...hostPage(),
    async before(fresh) {
      await hostPage().before(fresh);
      await fresh.addInitScript(() => customElements.define('crossread-panel', class extends HTMLElement {}));
    },
  });
  assert.equal(await taken.evaluate(() => document.querySelector('crossread-panel').shadowRoot), null);
  assert.deepEqual([...page.complaints, ...taken.complaints], []);
  await taken.close();
});

// ---- the host's look

test('custom properties and parts give it the host’s look; light or dark is the host’s color-scheme', async () => {
  const css = `
    crossread-panel { --crossread-accent: rgb(1, 2, 3); --crossread-font: monospace; --crossread-radius: 0px; --crossread-rem: 20px; }
    crossread-panel::part(card) { border-color: rgb(4, 5, 6); }
    crossread-panel::part(tab current) { color: rgb(7, 8, 9); }`;
  const page = await open(css, '<crossread-panel></crossread-panel>', { size: { scheme: 'dark' } });
  const looks = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('crossread-panel');
      const style = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
      return {
        accent: style('.adders').getPropertyValue('--accent'),
        link: style('.link:not(.export)').color,
        font: style('.panel').fontFamily,
        size: style('.panel').fontSize,
        radius: style('.card').borderRadius,
        card: style('.card').borderTopColor,
        tab: style('.tab[aria-current]').color,
        ground: style('.frame').backgroundColor,
      };
    });
  const { link, ...look } = await looks();
  assert.deepEqual(look, {
    accent: 'rgb(1, 2, 3)',
    font: 'monospace',
    size: '18.75px',
    radius: '0px',
    card: 'rgb(4, 5, 6)',
    tab: 'rgb(7, 8, 9)',
    ground: 'rgb(251, 250, 247)', // a host that says nothing of dark is light
  });
  await page.evaluate(() => {
    document.querySelector('crossread-panel').style.colorScheme = 'light dark';
  });
  assert.equal((await looks()).ground, 'rgb(22, 21, 19)');
  await page.close();
});

test('a notice takes no room while there is none, whatever ground and layout a host gives it', async () => {
  const css = 'crossread-panel::part(notice) { display: flex; padding: 20px; background: gold; }';
  const page = await open(css, '<crossread-panel></crossread-panel>');
  const notice = page.locator('.notice');
  assert.equal(await notice.isVisible(), false);
  await page.locator('.card .remove').first().click();
  assert.equal(await notice.isVisible(), true);
  await page.getByRole('button', { name: 'Put it back' }).click();
  assert.equal(await notice.isVisible(), false);
  await page.close();
});

// ---- a sidebar

const SIDEBAR = (width) =>
  `:root { color-scheme: light dark; } body { margin: 0; } aside { width: ${width}px; height: 800px; overflow: auto; }`;
const ASIDE = '<aside tabindex="0" aria-label="Sidebar"><crossread-panel></crossread-panel></aside>';

/** What does not fit: sideways scrolling, tabs in two rows, what is cut off at the side. */
const misfits = (page) =>
  page.evaluate(() => {
    const aside = document.querySelector('aside');
    const { shadowRoot } = document.querySelector('crossread-panel');
    const wrong = [];
    if (aside.scrollWidth > aside.clientWidth) wrong.push(`${aside.scrollWidth} px wide`);
    const rows = new Set([...shadowRoot.querySelectorAll('.tab')].map((tab) => tab.offsetTop));
    if (rows.size > 1) wrong.push('tabs in two rows');
    const right = aside.getBoundingClientRect().right;
    for (const element of shadowRoot.querySelectorAll(
      'p, h2, h3, input, select, textarea, .line, .link, .action',
    )) {
      const box = element.getBoundingClientRect();
      if (box.width > 1 && box.right > right + 1 && !element.closest('.cards, .switch, td')) {
        wrong.push(`cut off: ${element.localName}.${element.className}`);
      }
    }
    return wrong;
  });

const faults = (page) =>
  page.evaluate(async () => {
    const { violations } = await window.axe.run({
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
    });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.flat().join(' ')}`),
    );
  });

const STEPS = [
  ['list', async () => {}],
  ['evidence', (page) => page.locator('.findings .line').first().click()],
  ['text', (page) => page.locator('.show').first().click()],
  ['edit', (page) => page.locator('.reader .edit').click()],
  [
    'claims',
    async (page) => {
      await page.locator('.reader .back').click();
      if (await page.locator('.detail > .back').isVisible()) await page.locator('.detail > .back').click();
      await page.locator('.tab').nth(1).click();
    },
  ],
  ['claim', (page) => page.locator('.matrix .line').first().click()],
  [
    'quotations',
    async (page) => {
      await page.locator('.detail > .back').click();
      await page.locator('.tab').nth(2).click();
    },
  ],
  ['people', (page) => page.locator('.tab').nth(3).click()],
  ['copy', (page) => page.locator('.tab').nth(4).click()],
  ['texts', (page) => page.locator('.tab').nth(5).click()],
  [
    'export',
    async (page) => {
      await page.locator('.tab').first().click();
      await page.locator('.export').click();
    },
  ],
];

test('tabs fit or fade where there is more of them; in a sidebar the cards stand one below the other', async () => {
  const page = await open(SIDEBAR(340), ASIDE, { size: { width: 1300, height: 760 } });
  const fades = async (width) => {
    await page.evaluate((px) => {
      document.querySelector('aside').style.width = `${px}px`;
    }, width);
    return page.evaluate(async () => {
      const row = document.querySelector('crossread-panel').shadowRoot.querySelector('.tabs');
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const more = [row.scrollLeft > 1, row.scrollWidth - row.clientWidth - row.scrollLeft > 1];
      return [...more, row.classList.contains('before'), row.classList.contains('after')].join(' ');
    });
  };
  const fits = 'false false false false';
  for (const width of [1200, 1100, 720, 360, 340]) assert.equal(await fades(width), fits, `${width} px`);
  assert.equal(await fades(260), 'false true false true');
  await page.locator('.tab').last().click();
  assert.equal(await fades(260), 'true false true false');
  await page.locator('.tab').first().click();
  const boxes = await page
    .locator('.card')
    .evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
  assert.ok(boxes.length === 3 && boxes.every(({ right }) => right <= 260));
  assert.ok(boxes.every(({ top }, index) => index === 0 || top >= boxes[index - 1].bottom));
  const first = await page.locator('.findings .line').first().boundingBox();
  assert.ok(first.y + first.height < 760, 'the first conflict is in view');
  await page.close();
});

for (const [width, scheme] of [
  [280, 'light'],
  [300, 'dark'],
]) {
  test(`in a sidebar of ${width} px, ${scheme}, everything fits, and axe finds nothing wrong`, async () => {
    const page = await open(SIDEBAR(width), ASIDE, { size: { scheme, width: 900, height: 800 }, list: many });
    assert.deepEqual(page.complaints, []); // axe itself has the policy complain
    await page.evaluate(axe);
    const found = {};
    for (const [name, go] of STEPS) {
      await go(page);
      const wrong = [...(await misfits(page)), ...(await faults(page))];
      if (wrong.length) found[name] = wrong;
      await picture(page, `sidebar-${width}-${name}`);
    }
    assert.deepEqual(found, {});
    // Every tab can be reached by clicks alone: the one that is chosen shows what is behind it.
    await page.keyboard.press('Escape');
    for (const index of [2, 3, 4, 5]) {
      const tab = page.locator('.tab').nth(index);
      const seen = await tab.evaluate((element) => {
        const [box, row] = [element, element.parentElement].map((one) => one.getBoundingClientRect());
        return Math.min(box.right, row.right) - Math.max(box.left, row.left);
      });
      assert.ok(seen > 8, `tab ${index} shows ${seen} px`);
      await tab.click();
    }
    await page.close();
  });
}

test('beside a text that is short, its strip is no longer than the text', async () => {
  const page = await open(SIDEBAR(300), ASIDE, { size: { width: 900, height: 800 } });
  await page.locator('.tab').last().click();
  await page.locator('.strip .tick').first().waitFor();
  const [strip, text, scroller] = await Promise.all(
    ['.strip', '.column .article-text', '.column-text'].map((part) =>
      page.locator(part).first().boundingBox(),
    ),
  );
  assert.ok(text.y + text.height < scroller.y + scroller.height - 50, 'the text is short');
  assert.ok(Math.abs(strip.y + strip.height - (text.y + text.height)) < 16);
  const tick = await page.locator('.strip .tick').first().boundingBox();
  const mark = await page.locator('.column mark').first().boundingBox();
  assert.ok(Math.abs(tick.y - mark.y) < 12, 'and a tick stands beside its place');
  await page.close();
});

test('of a verdict that can only be read, nothing says that it is the reader’s own', async () => {
  const page = await open(SIDEBAR(300), ASIDE, { size: { width: 900, height: 800 } });
  await page.evaluate(() => {
    const panel = document.querySelector('crossread-panel');
    const [{ id }] = panel.report.findings;
    panel.verdicts = { [id]: { verdict: '', reason: '', note: 'Ask the desk.' } };
  });
  const line = page.locator('.findings .line').first();
  assert.match(await line.textContent(), /Your note/);
  await page.evaluate(() => document.querySelector('crossread-panel').setAttribute('readonly', ''));
  assert.doesNotMatch(await line.textContent(), /Your/);
  assert.match(await line.textContent(), /Note/);
  const baselines = await page.evaluate(() =>
    [...document.querySelector('crossread-panel').shadowRoot.querySelectorAll('.card')]
      .filter((card) => card.querySelector('.outlet').textContent)
      .map((card) =>
        ['.siglum', '.outlet'].map((part) => {
          const probe = document.createElement('span');
          probe.style.cssText = 'display: inline-block';
          card.querySelector(part).append(probe);
          const { bottom } = probe.getBoundingClientRect();
          probe.remove();
          return bottom;
        }),
      ),
  );
  assert.ok(baselines.length > 0 && baselines.every(([a, b]) => Math.abs(a - b) < 1), String(baselines));
  await page.close();
});

test('one depth at a time follows from the panel’s own width, or from `compact`', async () => {
  const body = '<crossread-panel></crossread-panel><crossread-panel compact></crossread-panel>';
  const page = await open('body { margin: 0; }', body, { size: { width: 1300, height: 900 } });
  const shown = await page.evaluate(() =>
    [...document.querySelectorAll('crossread-panel')].map(({ shadowRoot }) => {
      shadowRoot.querySelector('.findings .line').click();
      return ['.list', '.detail'].map((part) => shadowRoot.querySelector(part).checkVisibility());
    }),
  );
  assert.deepEqual(shown, [
    [true, true],
    [false, true],
  ]);
  await page.close();
});

// ---- about

test('version, licence and notices can be read from the panel; in the page as one file, too', async () => {
  const page = await open('', '<crossread-panel></crossread-panel>', { list: [] });
  const versionLine = /project\(crossread VERSION ([\d.]+)/;
  const [, version] = versionLine.exec(readFileSync(join(repository, 'CMakeLists.txt'), 'utf8'));
  const read = async (where) => {
    await where.getByRole('button', { name: 'About Crossread' }).click();
    const text = where.locator('.notices');
    await text.filter({ hasText: 'Emscripten' }).waitFor();
    const said = await text.textContent();
    assert.ok(said.startsWith(`Crossread ${version}\n\nMIT License`));
    assert.ok(said.endsWith(readFileSync(join(repository, 'NOTICE'), 'utf8')));
    await where.getByRole('button', { name: 'Close' }).click();
    assert.equal(await text.isVisible(), false);
    assert.deepEqual(where.complaints, []);
  };
  assert.ok(!page.requests.some((url) => url.endsWith('notices.txt')), 'not before it is asked for');
  await read(page);
  await page.goto(String(pathToFileURL(join(site, 'crossread.html'))));
  await read(page);
  await page.close();
});
