// The bookmark that copies the article of an open tab: run in a page of another origin, pasted into ours.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import * as support from './support/browser.mjs';

const { compared, picture, sidewaysScroll } = support;

const sentences = [
  'The stand gave way on Friday evening, and twelve people were hurt, the fire chief said at the scene.',
  'Officers closed the park, and a crane lifted the beams, while doctors treated the hurt in a tent nearby.',
  'The mayor, who had opened the concert, promised an inquiry, and asked for patience until it was done.',
  'Engineers had checked the beams in May, according to the town, and had found nothing out of order then.',
];
const data = {
  '@graph': [
    { '@type': 'Organization', '@id': '#vale', name: 'Vale Press' },
    { '@type': ['NewsArticle'], datePublished: '2026-03-14T20:15:00+01:00', publisher: { '@id': '#vale' } },
  ],
};
const pages = {
  '/story?from=mail': `<!doctype html><title>Stand falls | Vale Press</title>
    <meta property="og:title" content="Twelve hurt as a stand falls"><link rel="canonical" href="/story">
    <script type="application/ld+json">${JSON.stringify(data)}</script>
    <header><a href="/">Home</a><p>The paper of the valley since 1902.</p></header>
    <nav><ul><li>Sport</li></ul></nav>
    <article><h1>Twelve hurt as a stand falls</h1>
      <div class="body">${sentences.map((text) => `<div><p>${text}</p></div>`).join('')}
        <p hidden>Subscribe now.</p><figure><figcaption>The beams.</figcaption></figure>
        <h2>An inquiry</h2><blockquote><p>We believed that stand.</p></blockquote>
        <ul><li>It was built in 1988.</li><li><a href="/a">Read on: the stand</a></li></ul></div>
      <aside><p>Other story.</p></aside></article>
    <footer><p>All rights reserved.</p></footer>`,
  '/bare': `<title>A stand</title><div>It fell.<br>Nobody was hurt.</div>`,
  '/empty': '<title>Nothing</title>',
};

let browser;
let server;
let elsewhere;
const asked = [];
before(async () => {
  browser = await support.startBrowser();
  server = createServer((request, response) => {
    asked.push(request.url);
    // As strict as a page can be: neither inline styles nor any request.
    response.setHeader('Content-Security-Policy', "default-src 'none'");
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(pages[request.url] ?? '');
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  elsewhere = `http://127.0.0.1:${server.address().port}`;
});
after(async () => {
  await browser?.close();
  server?.close();
});

const link = (page) => page.getByRole('link', { name: 'Copy for Crossread' });
const articlesOf = (page) => page.evaluate(() => document.querySelector('crossread-panel').articles);

/** Opens a page elsewhere, does something in it, and runs the bookmark there, as a click on the bar does. */
async function copyFrom(path, code, prepare = () => {}) {
  const page = await browser.context.newPage();
  await page.goto(elsewhere + path);
  // Some papers add a line of their own to what is copied.
  await page.evaluate(() =>
    document.addEventListener('copy', (event) => {
      event.clipboardData.setData('text/plain', 'Read more at Vale Press');
      event.preventDefault();
    }),
  );
  await page.evaluate(prepare);
  await page.evaluate(code);
  const said = await page.getByRole('alert').textContent();
  const left = await page.evaluate(() => document.querySelectorAll('textarea').length);
  assert.equal(left, 0);
  await page.close();
  return said;
}

test('an open page comes in whole: outlet, title, date, address, and its text alone', async () => {
  const page = await browser.open();
  await page.getByRole('button', { name: 'Add from an open tab' }).click();
  assert.ok(await link(page).isVisible());
  await picture(page, 'bring-1400');
  const href = await link(page).getAttribute('href');
  assert.match(href, /^javascript:\(function%20(?:\w|%24)+\(/);
  const code = decodeURIComponent(href.slice('javascript:'.length));
  assert.ok(href.length < 8000, 'short enough for any bookmark');

  assert.match(await copyFrom('/story?from=mail', code), /^Copied for Crossread \(words: 8\d\)/);
  await page.bringToFront();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+V');
  await compared(page, 1);
  const { id, ...article } = (await articlesOf(page))[0];
  assert.deepEqual(article, {
    source: 'Vale Press',
    title: 'Twelve hurt as a stand falls',
    date: '2026-03-14T20:15:00+01:00',
    url: `${elsewhere}/story`,
    text: [...sentences, 'An inquiry', 'We believed that stand.', '• It was built in 1988.'].join('\n\n'),
  });

  // What is selected goes before what is found.
  await copyFrom('/story?from=mail', code, () =>
    getSelection().selectAllChildren(document.querySelector('blockquote')),
  );
  await page.bringToFront();
  await page.keyboard.press('Control+V');
  await compared(page, 2);
  assert.equal((await articlesOf(page))[1].text, 'We believed that stand.');

  // A page without paragraphs, and one without anything.
  await copyFrom('/bare', code);
  await page.bringToFront();
  await page.keyboard.press('Control+V');
  await compared(page, 3);
  const bare = (await articlesOf(page))[2];
  assert.deepEqual(
    [bare.source, bare.title, bare.text],
    ['127.0.0.1', 'A stand', 'It fell.\nNobody was hurt.'],
  );
  assert.match(await copyFrom('/empty', code), /^No article was found/);

  const pagesOnly = asked.filter((url) => url !== '/favicon.ico');
  assert.deepEqual(
    pagesOnly,
    ['/story?from=mail', '/story?from=mail', '/bare', '/empty'],
    'nothing else is asked',
  );
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('on our own page a click explains it and gives its address; by keyboard, and at 360 px', async () => {
  const page = await browser.open({ width: 360, height: 740, scheme: 'dark' });
  await page.getByRole('button', { name: 'Add from an open tab' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await link(page).evaluate((node) => node === document.activeElement), true);
  await page.keyboard.press('Enter');
  await page.getByText('works from the bookmarks bar').waitFor();
  assert.equal(
    await page.evaluate(() => navigator.clipboard.readText()),
    await link(page).getAttribute('href'),
  );
  await picture(page, 'bring-360-dark');
  assert.equal(await sidewaysScroll(page), 0);
  await page.keyboard.press('Escape');
  assert.equal(await link(page).isVisible(), false);
  assert.match(page.url(), /^http:/);
  assert.deepEqual(page.complaints, []);
  await page.close();
});
