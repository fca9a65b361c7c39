// What needs a browser's documents: pasted HTML, saved web pages, ninjs bodies in HTML; and a drop of files
// of every kind. The modules are those of the served page.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import * as support from './support/browser.mjs';

const { compared, drop, example, paste, picture, sidewaysScroll } = support;
const [wire, courier, third] = example.articles;

let browser;
let page;
let folder;
before(async () => {
  browser = await support.startBrowser();
  page = await browser.open({ before: support.twoCopies });
  folder = mkdtempSync(join(tmpdir(), 'crossread-files-'));
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

const fromHtml = (html) =>
  page.evaluate(async (text) => (await import('/modules/ingest.js')).fromHtml(text), html);
const fromFile = (name, content) =>
  page.evaluate(
    async ([called, text]) => (await import('/modules/files.js')).fromFile(new File([text], called)),
    [name, content],
  );
const sentences = [
  'The stand gave way on Friday evening, and twelve people were hurt, the fire chief said at the scene.',
  'Officers closed the park, and a crane lifted the beams, while doctors treated the hurt in a tent nearby.',
  'The mayor, who had opened the concert, promised an inquiry, and asked for patience until it was done.',
  'Engineers had checked the beams in May, according to the town, and had found nothing out of order then.',
];
const body = sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');

test('pasted HTML becomes paragraphs; scripts, styles and menus are left behind', async () => {
  const { text } = await fromHtml(
    `<style>p { color: red }</style><nav><a href="/">Home</a></nav><div><p>One <b>two</b>\n three.</p>` +
      `<p onclick="alert(1)" style="color: red">Four.<br>Five.</p></div><script>window.broken = 1</script>` +
      '<img src="https://elsewhere.example/x.png" onerror="window.broken = 1"><p hidden>Six.</p><ul><li>Seven</li></ul>',
  );
  assert.equal(text, 'One two three.\n\nFour.\nFive.\n\n• Seven');
});

test('a mail with its tables and office markup becomes paragraphs', async () => {
  const { text } = await fromHtml(
    '<html xmlns:o="x"><head><title>Mail</title><style>.x{}</style></head><body><!--[if mso]><p>No</p><![endif]-->' +
      '<div style="display:none">Preview</div><table><tr><td><p class="MsoNormal">One.<o:p></o:p></p></td></tr>' +
      '<tr><td><p>Two.<o:p>&nbsp;</o:p></p></td></tr></table></body></html>',
  );
  assert.equal(text.replace(/\u00a0/g, '').trim(), 'One.\n\nTwo.');
});

test('of a saved page the article is read, and what the page says of itself', async () => {
  const linked = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', '@id': '#vale', name: 'Vale Press' },
      {
        '@type': ['NewsArticle'],
        headline: 'Fire &amp; rescue after a stand falls',
        datePublished: '2026-03-14T20:15:00+01:00',
        publisher: { '@id': '#vale' },
        mainEntityOfPage: { '@id': 'https://vale.example/stand' },
      },
    ],
  };
  const [article] = await fromFile(
    'saved page.html',
    `<!doctype html><html><head><title>Stand falls | Vale Press</title><script>window.broken = 1</script>
     <script type="application/ld+json">{ not json</script>
     <script type="application/ld+json">${JSON.stringify(linked)}</script></head><body>
     <header><a href="/">Home</a></header><nav><ul><li><a href="/sport">Sport</a></li></ul></nav>
     <div class="content"><div class="story">${body}<p style="display: none">Subscribe now.</p></div></div>
     <div class="sidebar"><ul><li><a href="/a">Other story one</a></li><li><a href="/b">Other story two</a></li></ul></div>
     <footer>All rights reserved</footer></body></html>`,
  );
  assert.equal(article.text, sentences.join('\n\n'));
  assert.deepEqual(
    [article.title, article.date, article.source, article.url],
    [
      'Fire & rescue after a stand falls',
      '2026-03-14T20:15:00+01:00',
      'Vale Press',
      'https://vale.example/stand',
    ],
  );
});

test('without linked data the meta elements speak, else the title', async () => {
  const [article] = await fromFile(
    'a.html',
    `<head><title>T</title><meta property="og:site_name" content="Vale Press"><meta property="og:title" content="A stand falls">
     <meta property="article:published_time" content="2026-03-14"><link rel="canonical" href="https://vale.example/a"></head>
     <article>${body}</article>`,
  );
  assert.deepEqual(
    [article.title, article.date, article.source, article.url],
    ['A stand falls', '2026-03-14', 'Vale Press', 'https://vale.example/a'],
  );
  const [plain] = await fromFile('b.html', '<title>A stand</title><p>It fell.</p>');
  assert.deepEqual([plain.title, plain.text, plain.url], ['A stand', 'It fell.', '']);
});

test('where Readability is not to be had, the page\u2019s own elements do', async () => {
  const text = await page.evaluate(async (html) => {
    const { fromPage } = await import('/modules/webpage.js');
    return (await fromPage(html, () => Promise.reject(new Error('offline')))).text;
  }, `<body><nav>Home</nav><header>Vale</header><main>${body}</main><footer>Rights</footer></body>`);
  assert.equal(text, sentences.join('\n\n'));
});

test('of a mail the HTML is read, as if it had been pasted; attachments are left alone', async () => {
  const encoded = Buffer.from(
    `<div style="display:none">Preview</div>${body}<img src="https://elsewhere.example/x.png">`,
  );
  const [article] = await fromFile(
    'a.eml',
    [
      'From: =?utf-8?q?Vale_Press_=E2=80=93_Newsroom?= <news@vale.example>',
      'Subject: Fwd: =?iso-8859-1?Q?Ca?= =?iso-8859-1?Q?f=E9_stand_falls?=',
      'Date: Sat, 14 Mar 2026 23:15:00 -0500',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="m"',
      '',
      '--m',
      'Content-Type: multipart/alternative; boundary="a"',
      '',
      '--a',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'The plain text, which counts less.',
      '--a',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      encoded.toString('base64').replace(/.{76}/g, '$&\r\n'),
      '--a--',
      '--m',
      'Content-Type: text/html; name="other.html"',
      'Content-Disposition: attachment; filename="other.html"',
      '',
      '<p>Another article.</p>',
      '--m--',
      '',
    ].join('\r\n'),
  );
  assert.deepEqual(article, {
    source: 'Vale Press – Newsroom',
    title: 'Café stand falls',
    date: '2026-03-14T23:15-05:00',
    url: '',
    text: sentences.join('\n\n'),
  });
});

test('a ninjs body in HTML becomes paragraphs', async () => {
  const item = { uri: 'urn:a', type: 'text', body_text: 'One. Two.', body_xhtml: '<p>One.</p><p>Two.</p>' };
  assert.equal((await fromFile('a.json', JSON.stringify(item)))[0].text, 'One.\n\nTwo.');
});

test('nothing of all that ran, and nobody else was asked', async () => {
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.deepEqual(page.complaints, []);
  assert.ok(page.requests.every((url) => url.startsWith(browser.origin)));
});

const fileOf = (name, content) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const paragraphs = (text) => text.split(/\n\s*\n/).map((part) => part.trim());

test('a drop of files of every kind: each becomes a card, a broken one says why', async () => {
  const own = await browser.open();
  assert.ok(!own.requests.some((url) => url.includes('/lib/')), 'no library before it is needed');
  const docx = zipSync({
    'word/document.xml': strToU8(
      `<w:document><w:body>${paragraphs(courier.text)
        .map(
          (text) => `<w:p><w:r><w:t>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</w:t></w:r></w:p>`,
        )
        .join('')}</w:body></w:document>`,
    ),
  });
  const html = `<title>${third.title}</title><article>${paragraphs(third.text)
    .map((text) => `<p>${text}</p>`)
    .join('')}</article>`;
  const ninjs = { uri: 'https://wire.example/1', type: 'text', headline: wire.title, body_text: wire.text };
  await drop(own, [
    fileOf('wire.txt', `source: Cascade Wire\n\n${wire.text}`),
    fileOf('Courier.docx', docx),
    fileOf('broken.docx', docx.slice(0, 300)),
    fileOf('third.html', html),
    fileOf('wire.json', JSON.stringify(ninjs)),
    fileOf('mail.eml', `From: Third <a@third.example>\nSubject: A stand falls\n\n${sentences.join('\n\n')}`),
    fileOf('broken.eml', docx),
    fileOf('report.json', JSON.stringify({ schemaVersion: 1, articles: [{ id: 'A' }], findings: [] })),
  ]);
  const report = await compared(own, 5);
  assert.equal(await own.locator('.card').count(), 8);
  assert.deepEqual(await own.locator('.card .note').allTextContents(), [
    'broken.docx is damaged or no Word file. Open it in its program, save it as .docx and drop it again.',
    'broken.eml is damaged or no mail. Save it from its program as .eml and drop it again, or paste its text.',
    'report.json is a report without its articles’ texts, so it cannot be reopened. Export it with the texts.'.replace(
      '’',
      "'",
    ),
  ]);
  assert.equal(report.articles[1].label, 'Courier');
  const texts = await own.evaluate(() =>
    document.querySelector('crossread-panel').articles.map(({ text }) => text),
  );
  assert.deepEqual(paragraphs(texts[1]), paragraphs(courier.text));
  // The same text came twice, and its card says whose it is.
  assert.equal(await own.locator('.card .twin').textContent(), 'The same text as A, Cascade Wire');
  await picture(own, 'files-1400');
  assert.deepEqual(own.complaints, []);
  await own.close();
});

test('several articles in one paste: divided only if the reader says so, by keyboard', async () => {
  const own = await browser.open({ width: 360, height: 740 });
  await paste(own, { 'text/plain': `${wire.text.trim()}\n\n---\n\n${courier.text.trim()}\n` });
  await compared(own, 1);
  assert.match(await own.locator('.offer').textContent(), /looks like 2 articles/);
  await picture(own, 'offer-360');
  assert.equal(await sidewaysScroll(own), 0);
  await own.getByRole('button', { name: 'Divide into 2' }).focus();
  await own.keyboard.press('Enter');
  await compared(own, 2);
  assert.equal(await own.locator('.offer').count(), 0);
  const focus = () =>
    own.evaluate(() => document.querySelector('crossread-panel').shadowRoot.activeElement?.className);
  assert.equal(await focus(), 'title');
  await picture(own, 'divided-360');
  await own.getByRole('button', { name: 'Join them again' }).press('Enter');
  await compared(own, 1);
  assert.match(await own.locator('.offer').textContent(), /looks like 2 articles/);
  assert.equal(await focus(), 'title');
  assert.equal(await own.getByRole('button', { name: 'Join them again' }).count(), 0);
  await own.getByRole('button', { name: 'Divide into 2' }).click();
  await compared(own, 2);
  await own
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  assert.equal(await own.getByRole('button', { name: 'Join them again' }).count(), 0, 'a part is gone');
  await paste(own, { 'text/plain': `${wire.text.trim()}\n\n---\n\n${courier.text.trim()}\n` });
  await own.getByRole('button', { name: 'Keep as one' }).click();
  assert.equal(await own.locator('.offer').count(), 0);
  assert.equal(await own.locator('.card').count(), 2);
  assert.equal(await focus(), 'title');
  await own.close();
});
