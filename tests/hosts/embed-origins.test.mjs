// Who may talk to embed.html (docs/embed-protocol.md), and where it may be put: in Chromium, the list of origins in the
// other engines too. Each guard is tested by what it keeps out.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines, openIn } from '../../web/test/support/engines.mjs';
import { ARTICLES, ask, conflict, html, iframe, inside, ready, startFrames } from './frames.mjs';
import { repository } from './support.mjs';

let stage;
before(async () => {
  stage = await startFrames();
});
after(() => stage?.stop());

describe('who may talk', () => {
  test('a listed origin: it compares, and hears what the reader does', async () => {
    const page = await stage.open(`${stage.frames.origin}/crossread/listed.html`);
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
    assert.ok(
      (await page.evaluate(() => window.heard)).every(({ origin }) => origin === stage.frames.origin),
    );
    await page.close();
  });

  for (const [who, src, origin] of [
    [
      'an origin that is not listed',
      () => `${stage.frames.origin}/crossread/embed.html`,
      () => stage.hosts.origin,
    ],
    [
      'the same server by another name',
      () => `${stage.frames.origin}/crossread/listed.html`,
      () => stage.hosts.localhost,
    ],
  ]) {
    test(`${who} gets no answer, and nothing that it says is done`, async () => {
      const page = await stage.open(src(), { origin: origin(), options: { timeout: 1500 } });
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
    const page = await stage.open(`${stage.frames.origin}/crossread/listed.html`);
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
    const page = await stage.open('/crossread/embed.html', { client: false });
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
    assert.deepEqual([...new Set(targets)], [stage.hosts.origin]);
    await page.close();
  });

  test('the client hears its own frame, as long as it is of the origin that was meant', async () => {
    const page = await stage.open(`${stage.frames.origin}/crossread/listed.html`);
    await ready(page);
    const forged = { v: 1, type: 'report', id: null, payload: { report: { findings: [] } } };
    stage.paths.frames['/intruder.html'] = html(
      `<script>parent.postMessage(${JSON.stringify(forged)}, '*')</script>`,
    );
    stage.paths.hosts['/intruder.html'] = stage.paths.frames['/intruder.html'];
    const messages = (count) => page.waitForFunction((wanted) => window.heard.length >= wanted, count);
    const reports = () => page.evaluate(() => window.told.filter(({ type }) => type === 'report').length);
    const before = await page.evaluate(() => window.heard.length);
    // Another window of the frame's origin, then a page of another origin in the frame's window.
    await page.evaluate((src) => {
      const other = document.createElement('iframe');
      other.src = src;
      document.body.append(other);
    }, `${stage.frames.origin}/intruder.html`);
    await messages(before + 1);
    assert.equal(await reports(), 0);
    await page.evaluate((src) => {
      document.querySelector('iframe').src = src;
    }, `${stage.hosts.localhost}/intruder.html`);
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
        stage.paths.hosts['/host.html'] = html(iframe(`${stage.frames.origin}/crossread/listed.html`));
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
        assert.deepEqual(await talk(stage.hosts.origin, 30_000), [['quantity_conflict'], true]);
        assert.equal(await talk(stage.hosts.localhost, 1500), 'no_answer');
      } finally {
        await there.close();
      }
    });
  }
});

describe('where it is put', () => {
  const compared = async (page) => {
    const report = await page.evaluate((given) => window.frame.compare(given), ARTICLES);
    assert.deepEqual(conflict(report), ['quantity_conflict']);
  };

  test('a sandbox with scripts, its origin and downloads', async () => {
    const attributes = 'sandbox="allow-scripts allow-same-origin allow-downloads"';
    const page = await stage.open(`${stage.frames.origin}/crossread/listed.html`, { attributes });
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
    stage.headers.frames = () => ({ 'Access-Control-Allow-Origin': '*' });
    const page = await stage.open(`${stage.frames.origin}/crossread/listed.html`, { attributes, options });
    await compared(page);
    assert.deepEqual(
      page.workers().map((worker) => worker.url().slice(0, 9)),
      ['blob:null'],
    );
    await page.close();
    stage.headers.frames = () => ({});
    const without = await stage.open(`${stage.frames.origin}/crossread/listed.html`, {
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
    stage.headers.hosts = () => ({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    stage.headers.frames = () => ({
      'Cross-Origin-Embedder-Policy': 'require-corp',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    const page = await stage.open(`${stage.frames.origin}/crossread/listed.html`);
    assert.equal(await page.evaluate(() => crossOriginIsolated), true);
    await compared(page);
    assert.equal(page.workers().length, 1);
    assert.deepEqual(page.complaints, []);
    stage.headers.hosts = () => ({});
    stage.headers.frames = () => ({});
    await page.close();
  });

  test('the folder of the page serves it too; opened by itself it is a panel', async () => {
    stage.paths.hosts['/page/'] = `${join(repository, 'build/web')}/`;
    const page = await stage.open('/page/embed.html');
    await compared(page);
    assert.deepEqual(page.complaints, []);
    await page.goto(`${stage.hosts.origin}/page/embed.html`);
    await page.evaluate((given) => {
      window.postMessage({ v: 1, type: 'articles', payload: { articles: given } }, '*');
      document.querySelector('crossread-panel').articles = given.slice(1);
    }, ARTICLES);
    await page.waitForFunction(() => document.querySelector('crossread-panel').report);
    assert.equal(await page.evaluate(() => document.querySelector('crossread-panel').articles.length), 1);
    await page.close();
  });
});
