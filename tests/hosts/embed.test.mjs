// The protocol of embed.html (docs/embed-protocol.md) and its client across origins, in Chromium. Who may talk is
// tested in embed-origins.test.mjs.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { THEME } from '../../web/frame/theme.js';
import { ARTICLES, articlesIn, ask, conflict, embedHtml, inside, ready, startFrames } from './frames.mjs';
import { packaged, repository } from './support.mjs';

let stage;
before(async () => {
  stage = await startFrames();
});
after(() => stage?.stop());

describe('messages', () => {
  let page;
  before(async () => {
    page = await stage.open('/crossread/embed.html', { client: false });
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
    const page = await stage.open('/crossread/embed.html');
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
    const page = await stage.open('/crossread/embed.html');
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
    const page = await stage.open('about:blank', { client: false });
    const answer = await page.evaluate(async (src) => {
      const { connect } = await import('/crossread/embed.js');
      const element = document.createElement('iframe');
      element.src = src;
      document.body.append(element);
      return connect(element).ready;
    }, `${stage.frames.origin}/crossread/listed.html`);
    assert.deepEqual(answer.protocols, [1]);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });

  test('a frame that is greeted twice is the same frame, and what was asked of it is answered', async () => {
    const page = await stage.open('/crossread/embed.html');
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
    const page = await stage.open('/crossread/embed.html');
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
    const page = await stage.open(`${stage.frames.origin}/crossread/listed.html`);
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
    const capped = await stage.open('/crossread/embed.html', { options: { maxHeight: 250 } });
    await ready(capped);
    await capped.waitForFunction(() => window.told.some(({ type }) => type === 'resize'));
    assert.equal(await outer(capped), 250);
    await capped.close();
    const own = await stage.open('/crossread/embed.html', { options: { height: false } });
    await ready(own);
    await own.waitForFunction(() => window.told.some(({ type }) => type === 'resize'));
    assert.equal(await outer(own), 300);
    await own.close();
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
    const page = await stage.open('/crossread/embed.html', { client: false });
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
