// The protocol of embed.html (docs/embed-protocol.md) and its client across origins: all of it in Chromium, the
// way to a report and the list of origins in the other engines too. Each guard is tested by what it keeps out.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { THEME } from '../../web/frame/theme.js';
import { engines, openIn } from '../../web/test/support/engines.mjs';
import { packaged, repository, serve, startChromium } from './support.mjs';

const text = (number) =>
  `${number} people were hurt when the weir at Ostermoor gave way on Saturday, the harbour master said.`;
const ARTICLES = [
  { id: 'draft', source: 'Draft', text: text('Twelve') },
  { id: 'other', source: 'Meridian', text: text('Nine') },
];
const embedHtml = readFileSync(join(packaged, 'embed.html'), 'utf8');
/** embed.html as somebody serves it who lets `origins` talk to it. */
const allowing = (...origins) =>
  embedHtml.replace('"crossread-origins" content=""', `"crossread-origins" content="${origins.join(' ')}"`);
const html = (body) => `<!doctype html><meta charset="utf-8"><title>host</title><body>${body}`;
const iframe = (src, attributes = '') =>
  `<iframe src="${src}" ${attributes} style="width: 700px; height: 300px; border: 0"></iframe>`;

let browser;
let frames; // the origin that serves the frame: 127.0.0.1 on one port
let hosts; // a page's, on another port; as localhost it is a third
const paths = { frames: { '/crossread/': `${packaged}/` }, hosts: { '/crossread/': `${packaged}/` } };
const headers = { frames: () => ({}), hosts: () => ({}) };
before(async () => {
  frames = await serve(paths.frames, (path) => headers.frames(path));
  hosts = await serve(paths.hosts, (path) => headers.hosts(path));
  paths.frames['/crossread/listed.html'] = allowing('https://cms.example', hosts.origin);
  paths.hosts['/plain.html'] = html('');
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await frames?.stop();
  await hosts?.stop();
});

/** A host's page with a frame in it, in which `talk` and `frame`, the client, are at hand. */
async function open(src, { origin = hosts.origin, attributes = '', options = {}, client = true } = {}) {
  paths.hosts['/host.html'] = html(iframe(src, attributes));
  const page = await browser.open(`${origin}/host.html`);
  await page.evaluate(
    async ([given, connected]) => {
      const { connect } = await import('/crossread/embed.js');
      const element = document.querySelector('iframe');
      window.heard = [];
      window.addEventListener('message', ({ data, origin }) => window.heard.push({ origin, ...data }));
      window.told = [];
      if (!connected) return;
      window.frame = connect(element, given);
      for (const type of ['ready', 'report', 'select', 'error', 'articles', 'verdict', 'resize'])
        window.frame.addEventListener(type, ({ detail }) => window.told.push({ type, detail }));
    },
    [options, client],
  );
  return page;
}
const ready = (page) => page.evaluate(() => window.frame.ready.catch(({ code }) => code));
const inside = (page) => page.frames()[1];
/** Waits for `count` articles in the panel: what it takes to know that they did come, or has been long enough. */
const articlesIn = (page, count) =>
  inside(page).waitForFunction(
    (wanted) => document.querySelector('crossread-panel')?.articles.length === wanted,
    count,
  );
/** What a frame answers to a message by hand. */
const ask = (page, message) =>
  page.evaluate(
    (sent) =>
      new Promise((resolve) => {
        window.addEventListener('message', ({ data }) => data.id === sent.id && resolve(data));
        document.querySelector('iframe').contentWindow.postMessage(sent, '*');
      }),
    message,
  );
const conflict = (report) => report.findings.map(({ check }) => check);

describe('who may talk', () => {
  test('a listed origin: it compares, and hears what the reader does', async () => {
    const page = await open(`${frames.origin}/crossread/listed.html`);
    const { version, protocols } = await ready(page);
    assert.match(version, /^\d+\.\d+\.\d+$/);
    assert.deepEqual(protocols, [1]);
    const report = await page.evaluate((given) => window.frame.compare(given), ARTICLES);
    assert.deepEqual(conflict(report), ['quantity_conflict']);
    await inside(page).click('.findings .line');
    await inside(page).click('.show >> nth=0');
    await page.waitForFunction(() => window.told.some(({ detail }) => detail.span));
    const { detail } = await page.evaluate(() => window.told.find((one) => one.detail.span));
    assert.equal(detail.key, report.findings[0].id);
    assert.equal(detail.article, 'draft');
    assert.equal(ARTICLES[0].text.slice(detail.span.start, detail.span.end), 'Twelve people');
    assert.deepEqual(page.complaints, []);
    assert.ok((await page.evaluate(() => window.heard)).every(({ origin }) => origin === frames.origin));
    await page.close();
  });

  for (const [who, src, origin] of [
    ['an origin that is not listed', () => `${frames.origin}/crossread/embed.html`, () => hosts.origin],
    [
      'the same server by another name',
      () => `${frames.origin}/crossread/listed.html`,
      () => hosts.localhost,
    ],
  ]) {
    test(`${who} gets no answer, and nothing that it says is done`, async () => {
      const page = await open(src(), { origin: origin(), options: { timeout: 1500 } });
      await page.waitForLoadState('load');
      await page.evaluate((articles) => {
        const message = { v: 1, type: 'articles', id: 1, payload: { articles } };
        document.querySelector('iframe').contentWindow.postMessage(message, '*');
      }, ARTICLES);
      assert.equal(await ready(page), 'no_answer');
      assert.deepEqual(await page.evaluate(() => window.heard), []);
      const there = await inside(page).evaluate(() => document.querySelector('crossread-panel').articles);
      assert.deepEqual(there, []);
      await page.close();
    });
  }

  test('another window of a listed origin is not the parent', async () => {
    const page = await open(`${frames.origin}/crossread/listed.html`);
    await ready(page);
    await page.evaluate(async (articles) => {
      const other = document.createElement('iframe');
      other.src = '/plain.html';
      document.body.append(other);
      await new Promise((loaded) => other.addEventListener('load', loaded));
      window.echo = new Promise((said) =>
        other.contentWindow.addEventListener('message', said, { once: true }),
      );
      const script = other.contentDocument.createElement('script');
      script.textContent = `parent.frames[0].postMessage(${JSON.stringify({
        v: 1,
        type: 'articles',
        id: 'stolen',
        payload: { articles },
      })}, '*')`;
      other.contentDocument.body.append(script);
    }, ARTICLES);
    // What the parent says behind it is answered, so that the other has had its turn.
    const { payload } = await ask(page, { v: 1, type: 'save', id: 'after' });
    assert.ok(payload);
    assert.deepEqual(
      await inside(page).evaluate(() => document.querySelector('crossread-panel').articles),
      [],
    );
    await page.close();
  });

  test('the frame posts to its host’s origin alone', async () => {
    const page = await open('/crossread/embed.html', { client: false });
    await page.evaluate(() => {
      window.targets = [];
      const post = window.postMessage.bind(window);
      window.postMessage = (message, target) => {
        window.targets.push(target);
        post(message, target);
      };
    });
    await ask(page, { v: 1, type: 'hello', id: 1, payload: {} });
    await ask(page, { v: 1, type: 'compare', id: 2, payload: { articles: ARTICLES } });
    await ask(page, { v: 2, type: 'compare', id: 3 });
    const targets = await page.evaluate(() => window.targets);
    assert.ok(targets.length > 4);
    assert.deepEqual([...new Set(targets)], [hosts.origin]);
    await page.close();
  });

  test('the client hears its own frame, as long as it is of the origin that was meant', async () => {
    const page = await open(`${frames.origin}/crossread/listed.html`);
    await ready(page);
    const forged = { v: 1, type: 'report', id: null, payload: { report: { findings: [] } } };
    paths.frames['/intruder.html'] = html(
      `<script>parent.postMessage(${JSON.stringify(forged)}, '*')</script>`,
    );
    paths.hosts['/intruder.html'] = paths.frames['/intruder.html'];
    const messages = (count) => page.waitForFunction((wanted) => window.heard.length >= wanted, count);
    const reports = () => page.evaluate(() => window.told.filter(({ type }) => type === 'report').length);
    const before = await page.evaluate(() => window.heard.length);
    // Another window of the frame's origin, then a page of another origin in the frame's window.
    await page.evaluate((src) => {
      const other = document.createElement('iframe');
      other.src = src;
      document.body.append(other);
    }, `${frames.origin}/intruder.html`);
    await messages(before + 1);
    assert.equal(await reports(), 0);
    await page.evaluate((src) => {
      document.querySelector('iframe').src = src;
    }, `${hosts.localhost}/intruder.html`);
    await messages(before + 2);
    assert.equal(await reports(), 0);
    await page.close();
  });
});

describe('who may talk, elsewhere', () => {
  for (const { name, skip } of engines.filter((engine) => engine.name !== 'Chromium')) {
    test(`${name}: a listed origin compares and sees the height; the same server by another name does not`, {
      skip,
    }, async () => {
      const there = await openIn(name);
      const talk = async (origin, timeout) => {
        paths.hosts['/host.html'] = html(iframe(`${frames.origin}/crossread/listed.html`));
        await there.goto(`${origin}/host.html`, () => document.readyState === 'complete');
        return there.run(
          async (articles, options) => {
            const { connect } = await import('/crossread/embed.js');
            const element = document.querySelector('iframe');
            const frame = connect(element, options);
            const resized = new Promise((told) => frame.addEventListener('resize', told));
            const report = await frame.compare(articles).catch(({ code }) => code);
            if (!report.findings) return report;
            await resized;
            return [report.findings.map(({ check }) => check), element.clientHeight !== 300];
          },
          ARTICLES,
          { timeout },
        );
      };
      try {
        assert.deepEqual(await talk(hosts.origin, 30_000), [['quantity_conflict'], true]);
        assert.equal(await talk(hosts.localhost, 1500), 'no_answer');
      } finally {
        await there.close();
      }
    });
  }
});

describe('messages', () => {
  let page;
  before(async () => {
    page = await open('/crossread/embed.html', { client: false });
    await page.waitForLoadState('load');
    await ask(page, { v: 1, type: 'hello', id: 'first', payload: { protocols: [1] } });
  });
  after(() => page?.close());

  for (const [what, message, code, where] of [
    ['a type that is none', { v: 1, type: 'eat' }, 'unknown_type', '/type'],
    ['a type of another kind', { v: 1, type: ['load'], payload: {} }, 'unknown_type', '/type'],
    ['a name that every object has', { v: 1, type: 'constructor' }, 'unknown_type', '/type'],
    ['another version', { v: 2, type: 'save' }, 'bad_version', '/v'],
    [
      'no common version',
      { v: 2, type: 'hello', payload: { protocols: [2, 3] } },
      'bad_version',
      '/payload/protocols',
    ],
    ['a payload that is a list', { v: 1, type: 'articles', payload: [] }, 'bad_payload', '/payload'],
    ['no articles', { v: 1, type: 'articles' }, 'bad_payload', '/payload/articles'],
    [
      'an article without text',
      { v: 1, type: 'compare', payload: { articles: [ARTICLES[0], { text: 7 }] } },
      'bad_payload',
      '/payload/articles/1/text',
    ],
    [
      'a source that is no text',
      { v: 1, type: 'articles', payload: { articles: [{ text: '', source: {} }] } },
      'bad_payload',
      '/payload/articles/0/source',
    ],
    [
      'half a report',
      { v: 1, type: 'report', payload: { report: { schemaVersion: 1 } } },
      'bad_payload',
      '/payload/report/articles',
    ],
    [
      'a report to come',
      { v: 1, type: 'report', payload: { report: { schemaVersion: 2 } } },
      'bad_payload',
      '/payload/report/schemaVersion',
    ],
    ['something never saved', { v: 1, type: 'open', payload: { saved: '{}' } }, 'unreadable', ''],
    [
      'an attribute in words',
      { v: 1, type: 'attributes', payload: { attributes: { compact: 'no' } } },
      'bad_payload',
      '/payload/attributes/compact',
    ],
    [
      'a property that is not ours',
      { v: 1, type: 'theme', payload: { theme: { '--crossread-accent': 'red', position: 'fixed' } } },
      'bad_payload',
      '/payload/theme/position',
    ],
    ...[
      'url(https://tracker.example/)',
      'var(--x) url(//tracker.example)',
      'red; position: fixed',
      '12px',
      '',
    ].map((value) => [
      `“${value}” as a colour`,
      { v: 1, type: 'theme', payload: { theme: { '--crossread-accent': value } } },
      'bad_payload',
      '/payload/theme/--crossread-accent',
    ]),
  ]) {
    test(`${what}: ${code}`, async () => {
      const { v, type, payload } = await ask(page, { id: what, ...message });
      assert.deepEqual([v, type, payload.code, payload.where], [1, 'error', code, where]);
      assert.notEqual(payload.message, '');
    });
  }

  test('what is not of this protocol gets no answer; what a later version adds is left alone', async () => {
    const heard = () => page.evaluate(() => window.heard.filter(({ type }) => type !== 'resize').length);
    const before = await heard();
    await page.evaluate(() => {
      const { contentWindow } = document.querySelector('iframe');
      for (const message of ['hi', null, 7, [1], { type: 'save', id: 1 }])
        contentWindow.postMessage(message, '*');
    });
    const later = {
      v: 1,
      type: 'hello',
      id: 'later',
      trace: 1,
      payload: { protocols: [2, 1], host: 'CMS 9' },
    };
    assert.equal((await ask(page, later)).type, 'ready');
    assert.equal(await heard(), before + 1);
    const { type } = await ask(page, {
      v: 1,
      type: 'articles',
      id: 'more',
      payload: { articles: [{ ...ARTICLES[0], byline: ['Ann Lee'] }], mode: 'quiet' },
    });
    assert.equal(type, 'done');
    await articlesIn(page, 1);
  });

  test('nothing of all this was an exception', () => {
    assert.deepEqual(page.complaints, []);
  });
});

describe('the panel behind it', () => {
  test('attributes and theme, given as a whole', async () => {
    const page = await open('/crossread/embed.html');
    await page.evaluate(() => {
      window.frame.attributes = { readonly: true, compact: true };
      window.frame.theme = {
        '--crossread-accent': 'rgb(1, 2, 3)',
        '--crossread-font-text': '"Gill Sans", serif',
      };
    });
    await ready(page);
    const panel = () =>
      inside(page).evaluate(() => {
        const element = document.querySelector('crossread-panel');
        const style = getComputedStyle(element.shadowRoot.querySelector('.frame'));
        return [
          element.getAttributeNames().sort().join(),
          style.getPropertyValue('--accent'),
          style.getPropertyValue('--font-text'),
        ];
      });
    await page.evaluate(() => window.frame.save());
    const [names, accent, reading] = await panel();
    assert.match(names, /compact,readonly/);
    assert.deepEqual([accent, reading], ['rgb(1, 2, 3)', '"Gill Sans", serif']);
    await page.evaluate(() => {
      window.frame.attributes = { manual: true };
      window.frame.theme = { '--crossread-ink': '#123' };
      return window.frame.save();
    });
    const [now, plain] = await panel();
    assert.doesNotMatch(now, /compact|readonly/);
    assert.match(now, /manual/);
    assert.notEqual(plain, 'rgb(1, 2, 3)');
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('every custom property of the style may be set, but for those of its place', () => {
    const style = readFileSync(join(repository, 'web/src/style.css'), 'utf8');
    const named = new Set(style.match(/--crossread-[\w-]+/g));
    for (const layout of ['--crossread-below', '--crossread-view']) named.delete(layout);
    assert.deepEqual([...THEME.keys()].sort(), [...named, 'color-scheme'].sort());
  });

  test('a saved report is opened and saved again; what the reader changes is told, what the host gave is not', async () => {
    const page = await open('/crossread/embed.html');
    const saved = await page.evaluate(async (given) => {
      await window.frame.compare(given);
      const text = await window.frame.save();
      await window.frame.clear();
      return text;
    }, ARTICLES);
    await articlesIn(page, 0);
    await page.evaluate(async (given) => {
      window.told.length = 0;
      window.frame.articles = given;
      await window.frame.save();
    }, ARTICLES);
    await articlesIn(page, 2);
    await page.evaluate(() => window.frame.compare());
    assert.ok(!(await page.evaluate(() => window.told.some(({ type }) => type === 'articles'))), 'no echo');
    await inside(page).click('.card .remove >> nth=0');
    await page.waitForFunction(() => window.frame.articles.length === 1);
    const again = await page.evaluate(async (given) => {
      await window.frame.open(given);
      return window.frame.save();
    }, saved);
    assert.deepEqual(JSON.parse(again).request, JSON.parse(saved).request);
    assert.deepEqual(JSON.parse(again).report, JSON.parse(saved).report);
    await inside(page).click('.findings .line');
    await inside(page).click('.judge .action >> nth=0');
    await page.waitForFunction(() => window.told.some(({ type }) => type === 'verdict'));
    const verdicts = Object.values(await page.evaluate(() => window.frame.verdicts));
    assert.deepEqual(
      verdicts.map(({ verdict }) => verdict),
      ['confirmed'],
    );
    await page.close();
  });

  test('a host may connect to an iframe that is still empty', async () => {
    const page = await open('about:blank', { client: false });
    const answer = await page.evaluate(async (src) => {
      const { connect } = await import('/crossread/embed.js');
      const element = document.createElement('iframe');
      element.src = src;
      document.body.append(element);
      return connect(element).ready;
    }, `${frames.origin}/crossread/listed.html`);
    assert.deepEqual(answer.protocols, [1]);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('a frame that is greeted twice is the same frame, and what was asked of it is answered', async () => {
    const page = await open('/crossread/embed.html');
    await ready(page);
    const report = await page.evaluate((given) => {
      const asked = window.frame.compare(given).catch(({ code }) => code);
      document.querySelector('iframe').dispatchEvent(new Event('load'));
      return asked;
    }, ARTICLES);
    assert.deepEqual(conflict(report), ['quantity_conflict']);
    assert.equal(await page.evaluate(() => window.told.filter(({ type }) => type === 'ready').length), 1);
    await page.close();
  });

  test('what was assigned waits for the frame, and is there again in one that has loaded anew', async () => {
    const page = await open('/crossread/embed.html');
    await page.evaluate((given) => {
      window.frame.articles = given;
    }, ARTICLES);
    const twice = (count) =>
      page.waitForFunction(
        (wanted) =>
          window.told.filter(({ type }) => type === 'ready').length === wanted && window.frame.report,
        count,
      );
    await twice(1);
    await page.evaluate(() => document.querySelector('iframe').contentWindow.location.reload());
    await twice(2);
    await articlesIn(page, 2);
    const closed = await page.evaluate(() => {
      const asked = window.frame.save().catch(({ code }) => code);
      window.frame.close();
      return Promise.all([asked, window.frame.save().catch(({ code }) => code)]);
    });
    assert.deepEqual(closed, ['closed', 'closed']);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
});

describe('height', () => {
  const heights = (page) => page.evaluate(() => window.told.filter(({ type }) => type === 'resize').length);
  const outer = (page) => page.evaluate(() => document.querySelector('iframe').clientHeight);
  const needed = (page) =>
    inside(page).evaluate(() =>
      Math.ceil(document.querySelector('crossread-panel').getBoundingClientRect().height),
    );
  const tabs = ['.tab >> nth=5', '.tab >> nth=1', '.tab >> nth=0'];

  test('follows the panel, and comes to rest', async () => {
    const page = await open(`${frames.origin}/crossread/listed.html`);
    await page.evaluate((given) => window.frame.compare(given), ARTICLES);
    for (const tab of tabs) {
      await inside(page).click(tab);
      await page.waitForTimeout(300);
      const before = await heights(page);
      await page.waitForTimeout(300);
      assert.equal(await heights(page), before, `at rest after ${tab}`);
      assert.equal(await outer(page), await needed(page));
      const scrolls = await inside(page).evaluate(() => document.documentElement.scrollHeight > innerHeight);
      assert.equal(scrolls, false);
    }
    assert.ok((await heights(page)) < 12);
    await page.close();
  });

  test('is capped by maxHeight, and the frame’s own with height: false', async () => {
    const capped = await open('/crossread/embed.html', { options: { maxHeight: 250 } });
    await ready(capped);
    await capped.waitForFunction(() => window.told.some(({ type }) => type === 'resize'));
    assert.equal(await outer(capped), 250);
    await capped.close();
    const own = await open('/crossread/embed.html', { options: { height: false } });
    await ready(own);
    await own.waitForFunction(() => window.told.some(({ type }) => type === 'resize'));
    assert.equal(await outer(own), 300);
    await own.close();
  });
});

describe('where it is put', () => {
  const compared = async (page) => {
    const report = await page.evaluate((given) => window.frame.compare(given), ARTICLES);
    assert.deepEqual(conflict(report), ['quantity_conflict']);
  };

  test('a sandbox with scripts, its origin and downloads', async () => {
    const attributes = 'sandbox="allow-scripts allow-same-origin allow-downloads"';
    const page = await open(`${frames.origin}/crossread/listed.html`, { attributes });
    await compared(page);
    assert.equal(page.workers().length, 1);
    await inside(page).getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await inside(page).click('[role=menuitem] >> nth=0');
    assert.match((await download).suggestedFilename(), /crossread|draft/);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('a sandbox without an origin: it works where its files are for everybody, and else says why not', async () => {
    const attributes = 'sandbox="allow-scripts"';
    const options = { origin: 'null' };
    headers.frames = () => ({ 'Access-Control-Allow-Origin': '*' });
    const page = await open(`${frames.origin}/crossread/listed.html`, { attributes, options });
    await compared(page);
    assert.deepEqual(
      page.workers().map((worker) => worker.url().slice(0, 9)),
      ['blob:null'],
    );
    await page.close();
    headers.frames = () => ({});
    const without = await open(`${frames.origin}/crossread/listed.html`, {
      attributes,
      options: { ...options, timeout: 100 },
    });
    assert.equal(await ready(without), 'no_answer');
    const notice = inside(without).locator('.not-started');
    await notice.waitFor({ state: 'visible' });
    assert.match(await notice.textContent(), /Access-Control-Allow-Origin/);
    await without.close();
  });

  test('an isolated page, whose frames say that they may be there', async () => {
    headers.hosts = () => ({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    headers.frames = () => ({
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    const page = await open(`${frames.origin}/crossread/listed.html`);
    assert.equal(await page.evaluate(() => crossOriginIsolated), true);
    await compared(page);
    assert.equal(page.workers().length, 1);
    assert.deepEqual(page.complaints, []);
    headers.hosts = () => ({});
    headers.frames = () => ({});
    await page.close();
  });

  test('the folder of the page serves it too; opened by itself it is a panel', async () => {
    paths.hosts['/page/'] = `${join(repository, 'build/web')}/`;
    const page = await open('/page/embed.html');
    await compared(page);
    assert.deepEqual(page.complaints, []);
    await page.goto(`${hosts.origin}/page/embed.html`);
    await page.evaluate((given) => {
      window.postMessage({ v: 1, type: 'articles', payload: { articles: given } }, '*');
      document.querySelector('crossread-panel').articles = given.slice(1);
    }, ARTICLES);
    await page.waitForFunction(() => document.querySelector('crossread-panel').report);
    assert.equal(await page.evaluate(() => document.querySelector('crossread-panel').articles.length), 1);
    await page.close();
  });
});

describe('what is served', () => {
  const docs = readFileSync(join(repository, 'docs/embed-protocol.md'), 'utf8');

  test('the client is under 2 kB, minified', () => {
    const client = readFileSync(join(packaged, 'embed.js'));
    assert.ok(client.length < 2000, `${client.length} bytes, ${brotliCompressSync(client).length} by brotli`);
  });

  test('embed.html has nothing inline, and the policy that the page on it gives', () => {
    const [, policy] = /Content-Security-Policy" content="([^"]+)"/.exec(embedHtml);
    assert.ok(docs.includes(policy));
    assert.doesNotMatch(embedHtml, /<style|style=|\son\w+=|<script(?![^>]*src=)/);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:/);
  });

  test('the example by hand does what it says', async () => {
    const [, code] = /## By hand[\s\S]*?```js\n([\s\S]*?)```/.exec(docs);
    const page = await open('/crossread/embed.html', { client: false });
    await page.waitForLoadState('load');
    const lines = [];
    page.on('console', (said) => lines.push(said.text()));
    await page.addScriptTag({ type: 'module', content: code });
    await page.evaluate(() => document.querySelector('iframe').contentWindow.location.reload());
    for (let tries = 0; lines.length === 0 && tries < 200; tries += 1) await page.waitForTimeout(50);
    assert.match(lines.join('\n'), /gives “Twelve/);
    await page.close();
  });
});
