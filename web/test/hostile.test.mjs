// Articles made to do harm: markup, addresses that are scripts, names that are JavaScript's own, writing that runs
// backwards, words and lines without end. All of it is shown as text, in the panel and in every export.

import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { compared, give, sidewaysScroll, startBrowser } from './support/browser.mjs';

const RLO = '\u202e'; // what follows is written from right to left, until it is closed
const FSI = '\u2068';
const attack = '<img src=x onerror="window.broken=1"><script>window.broken=2</script>';
const fell = (number) =>
  `${number} people were hurt when the footbridge at Ostrow gave way on Sunday, the fire chief said.`;

const articles = [
  {
    id: '__proto__',
    source: `${attack}Alder Post`,
    title: `</title></textarea>${attack}Bridge at Ostrow closed`,
    date: '2026-03-14',
    url: 'javascript:window.broken=3',
    text: `${attack}\n\n${fell('Eleven')} “It went without a sound ${attack},” said Mara Lind, the mayor.`,
  },
  {
    id: 'constructor',
    source: '=HYPERLINK("https://elsewhere.example","x")',
    title: `${RLO}gnp.egdirb${FSI}`,
    url: 'data:text/html,<script>window.broken=4</script>',
    text: `${fell('Four')} “It went ${RLO}without a sound,” said Mara Lind, the mayor.`,
  },
  {
    id: '"><b>',
    source: `Birch\u200b Times ${RLO}`,
    title: 'T'.repeat(100_000),
    url: 'https://ok.example/"onmouseover="window.broken=5',
    text: `${fell('Nine')}\u0000 “It went with\ud800 a sound,” said Mara Lind, the mayor.`,
  },
];

let browser;
let folder;
before(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), 'crossread-hostile-'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What no article may bring about in a page. */
async function unharmed(page) {
  const harm = await page.evaluate(() => {
    const root = document.querySelector('crossread-panel')?.shadowRoot ?? document;
    const all = [...root.querySelectorAll('*')];
    return {
      broken: window.broken,
      polluted: {}.verdict ?? {}.text ?? {}.broken,
      elements: all.filter((one) =>
        one.matches('img, script, iframe, object, embed, base, meta[http-equiv=refresh]'),
      ),
      handlers: all.filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on'))),
      addresses: all
        .map((one) => one.getAttribute('href'))
        .filter((href) => href && !/^(https?:|#|src\/)|\.css$/.test(href)),
    };
  });
  assert.deepEqual(harm, {
    broken: undefined,
    polluted: undefined,
    elements: [],
    handlers: [],
    addresses: [],
  });
  assert.equal(await sidewaysScroll(page), 0);
}

/** Every tab, and one line of it in full where it has lines. */
async function everyView(page, look) {
  const back = async () => {
    while (await page.locator('.back:visible').count()) await page.locator('.back:visible').first().click();
  };
  for (const index of (await page.locator('.tab').all()).keys()) {
    await back();
    await page.locator('.tab').nth(index).click();
    await look();
    const line = page.locator('.list .line:visible').first();
    if (!(await line.count())) continue;
    await line.click();
    await look();
    const show = page.locator('.show:visible').last();
    if (!(await show.count())) continue;
    await show.click();
    await look();
  }
  await back();
  await page.locator('.tab').first().click();
}

async function shown(options) {
  const page = await browser.open(options);
  await give(page, articles);
  await compared(page, 3);
  return page;
}

test('markup, addresses and ids are text in every view, wide and narrow', async () => {
  for (const width of [1400, 340]) {
    const page = await shown({ width });
    assert.match(await page.locator('.findings .line').first().textContent(), /<img src=x onerror="window/);
    await everyView(page, () => unharmed(page));
    await page.locator('.card .title').first().click();
    assert.match(await page.locator('.reader .article-text').textContent(), /^<img src=x onerror="window/);
    await unharmed(page);
    assert.deepEqual(page.complaints, []);
    await page.close();
  }
});

test('writing that runs backwards turns around nothing but its own paragraph', async () => {
  const page = await shown();
  const { findings, articles: told } = await page.evaluate(
    () => document.querySelector('crossread-panel').report,
  );
  const said = [
    ...findings.flatMap(({ message, reason }) => [message, reason]),
    ...told.map(({ label }) => label),
  ];
  assert.ok(said.some((text) => text.includes('“It went without a sound”')));
  assert.deepEqual(
    said.filter((text) => /[\u202a-\u202e\u2066-\u2069]/.test(text)),
    [],
  );
  let seen = 0;
  await everyView(page, async () => {
    const places = await page.evaluate(() => {
      const found = [];
      const texts = document.createTreeWalker(
        document.querySelector('crossread-panel').shadowRoot,
        NodeFilter.SHOW_TEXT,
      );
      while (texts.nextNode()) {
        if (!/[\u202a-\u202e\u2066-\u2069]/.test(texts.currentNode.data)) continue;
        let around = texts.currentNode.parentElement;
        while (around && !/isolate|plaintext/.test(getComputedStyle(around).unicodeBidi))
          around = around.parentElement;
        found.push(around?.textContent);
      }
      return found;
    });
    seen += places.length;
    for (const place of places) assert.ok(articles[1].text.includes(place), place);
  });
  assert.ok(seen > 0, 'the text itself is as it was');
  await page.close();
});

test('a word of a megabyte, ten thousand lines, a title of 100 kB: compared, shown, and the page answers', async () => {
  const page = await browser.open({ width: 340, height: 740 });
  await page.evaluate(() => {
    let last = performance.now();
    window.pause = 0;
    setInterval(() => {
      window.pause = Math.max(window.pause, performance.now() - last);
      last = performance.now();
    }, 10);
  });
  for (const text of [
    `${'a'.repeat(1_000_000)} ${fell('Nine')}`,
    `${'Ostrow\n'.repeat(10_000)}\n${fell('Nine')}`,
  ]) {
    const began = performance.now();
    await give(page, [
      { text, title: 'T'.repeat(100_000), source: 'S'.repeat(10_000) },
      { text: fell('Four') },
    ]);
    await compared(page, 2);
    await everyView(page, async () => assert.equal(await sidewaysScroll(page), 0));
    await page.locator('.card .title').first().click();
    assert.equal(await sidewaysScroll(page), 0);
    assert.ok(performance.now() - began < 30_000);
  }
  const pause = await page.evaluate(() => window.pause);
  assert.ok(pause < 3000, `the page stood still for ${Math.round(pause)} ms`);
  await page.close();
});

async function download(page, format) {
  await page.getByRole('button', { name: 'Export' }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-format="${format}"]`).click(),
  ]);
  assert.match(saved.suggestedFilename(), /^[\w.-]+$/);
  return readFileSync(await saved.path(), 'utf8');
}

test('exports: the document runs nothing even without its policy, the table no formula, Markdown no markup', async () => {
  const page = await shown();
  const html = await download(page, 'html');
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  assert.match(html, policy);
  const file = join(folder, 'report.html');
  writeFileSync(file, html.replace(policy, ''));
  const opened = await browser.context.newPage();
  await opened.goto(String(pathToFileURL(file)));
  assert.ok((await opened.locator('body').textContent()).includes('<img src=x onerror="window.broken=1">'));
  await unharmed(opened);
  await opened.close();

  const csv = await download(page, 'csv');
  const cells = [...csv.matchAll(/"((?:[^"]|"")*)"/g)].map(([, text]) => text);
  assert.ok(cells.some((text) => text.includes("'=HYPERLINK")));
  assert.deepEqual(
    cells.filter((text) => /^[=+\-@\t\r]|[;\t\r\n]\s*"?[=+\-@]/.test(text)),
    [],
  );

  const markdown = await download(page, 'markdown');
  assert.ok(markdown.includes('\\<img src=x'));
  assert.doesNotMatch(markdown, /(?<!\\)<(?!https:)/);
  assert.doesNotMatch(markdown, /\]\(<?(javascript|data):/i);

  const annotations = JSON.parse(await download(page, 'annotations'));
  const sources = annotations.first.items.flatMap(({ target }) => target.map(({ source }) => source));
  assert.deepEqual(
    sources.filter((source) => !/^(https:|urn:)/.test(source)),
    [],
  );
  for (const text of [csv, markdown]) assert.doesNotMatch(text, /[\u202a-\u202e\u2066-\u2069]/);

  const json = await download(page, 'json');
  await page.evaluate((text) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = [];
    panel.addFiles([new File([text], 'saved.json')]);
  }, json);
  await compared(page, 3);
  const ids = () => document.querySelector('crossread-panel').articles.map(({ id }) => id);
  assert.deepEqual(
    await page.evaluate(ids),
    articles.map(({ id }) => id),
  );
  await unharmed(page);
  await page.close();
});

test('names of files are text, in cards and in what is said of them', async () => {
  const page = await browser.open({ width: 340, height: 740 });
  const names = [
    `${attack.replaceAll('/', '')}.txt`,
    `${RLO}txt.exe`,
    `${'n'.repeat(5000)}.txt`,
    '__proto__.json',
    '..',
  ];
  await page.evaluate((all) => {
    const panel = document.querySelector('crossread-panel');
    panel.addFiles(all.flatMap((name) => [new File(['\u0000'], name), new File(['{"a":1}'], name)]));
  }, names);
  await page.locator('.card .note').nth(5).waitFor();
  const said = await page.locator('.cards').textContent();
  assert.match(said, /<img src=x onerror="window.broken=1">/);
  assert.ok(!said.includes(RLO));
  await unharmed(page);
  await page.close();
});

test('names of JavaScript’s own are names: ids of articles and findings, keys of verdicts and reports', async () => {
  const page = await shown();
  await page.evaluate(() => {
    const panel = document.querySelector('crossread-panel');
    const verdict = '{"verdict": "dismissed", "reason": "other", "note": "n"}';
    panel.verdicts = JSON.parse(`{"__proto__": ${verdict}, "constructor": ${verdict}}`);
    panel.options = JSON.parse('{"__proto__": {"text": "x"}}');
    panel.report = JSON.parse(
      JSON.stringify(panel.report).replaceAll('"label"', '"__proto__": {"text": 1}, "label"'),
    );
  });
  await everyView(page, () => unharmed(page));
  assert.deepEqual(page.complaints, []);
  await page.close();
});
