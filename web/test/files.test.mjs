// Files of every format that need no document: Markdown, Word, JSON. Web pages: html.test.mjs.

import assert from 'node:assert/strict';
import test from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { fromFile } from '../src/files.js';

const libraries = { fflate: () => import('fflate'), postalMime: () => import('postal-mime') };
const read = (name, content, type = '') => fromFile(new File([content], name, { type }), libraries);
const one = async (...file) => (await read(...file))[0];
const code = (...file) =>
  read(...file).then(
    () => 'none',
    (error) => error.code,
  );

// ---- Markdown

test('metadata above a Markdown text becomes fields, and nothing of it text', async () => {
  const article = await one(
    'story.md',
    '---\ntitle: "The stand"\nlayout: post\ndate: 2026-03-14\n---\n\nIt fell.\n',
  );
  assert.deepEqual(
    [article.title, article.date, article.text.trim()],
    ['The stand', '2026-03-14', 'It fell.'],
  );
  const text = '---\nNo metadata here.\n---\nIt fell.\n';
  assert.equal((await one('story.md', text)).text, text);
});

// ---- Word

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const word = (body, files = {}) =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ),
    ...files,
  });
const run = (text) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (...runs) =>
  `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${runs.join('')}</w:p>`;

test('a Word file becomes its paragraphs', async () => {
  const file = word(
    paragraph(run('The stand '), run('gave way &amp; fell'), run(' on Friday&#8212;at&#x20;noon.')) +
      '<w:p/>' +
      paragraph(run('“Nobody')).replace(
        '</w:p>',
        '<w:r><w:br/><w:t>was</w:t><w:tab/><w:t>hurt.”</w:t></w:r></w:p>',
      ) +
      `<w:tbl><w:tr><w:tc>${paragraph(run('Hurt'))}</w:tc><w:tc>${paragraph(run('12'))}</w:tc></w:tr></w:tbl>`,
  );
  const article = await one('Vale_Press.docx', file);
  assert.equal(
    article.text,
    'The stand gave way & fell on Friday—at noon.\n\n“Nobody\nwas hurt.”\n\nHurt\n\n12',
  );
  assert.equal(article.source, 'Vale Press');
});

test('of tracked changes the text as it now stands is read', async () => {
  const changed =
    `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run('Twelve')}` +
    `<w:del w:id="2"><w:r><w:delText> or more</w:delText></w:r></w:del>` +
    `<w:ins w:id="3">${run(' people')}</w:ins><w:r><w:instrText> PAGE </w:instrText></w:r>${run(' fled.')}</w:p>`;
  assert.equal((await one('a.docx', word(changed))).text, 'Twelve people fled.');
});

test('a text box is read once, as a paragraph of its own', async () => {
  const box = `<w:txbxContent>${paragraph(run('In the box.'))}</w:txbxContent>`;
  const alternate = `<mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent>`;
  const text = (await one('a.docx', word(paragraph(run('Around it.'), `<w:r>${alternate}</w:r>`)))).text;
  assert.deepEqual(text.split('\n\n').sort(), ['Around it.', 'In the box.']);
});

test('a header at the top of a Word file becomes fields', async () => {
  const article = await one(
    'a.docx',
    word(paragraph(run('Source: Vale Press')) + paragraph(run('It fell.'))),
  );
  assert.deepEqual([article.source, article.text], ['Vale Press', 'It fell.']);
});

test('a Word file that is none, is broken or empty says so', async () => {
  assert.equal(await code('a.docx', 'The stand fell.'), 'docx');
  assert.equal(await code('a.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })), 'docx');
  assert.equal(await code('a.docx', word(paragraph(run('It fell.'))).slice(0, 120)), 'docx');
  assert.equal(await code('a.docx', word('<w:p/>')), 'empty');
  assert.equal(await code('a.docx', ''), 'empty');
  const offline = { fflate: () => Promise.reject(new Error('offline')) };
  await assert.rejects(fromFile(new File([word('<w:p/>')], 'a.docx'), offline), { code: 'not_loaded' });
});

test('a picture in a Word file does not count against the article', async () => {
  const picture = { 'word/media/1.png': [new Uint8Array(5 * 1024 * 1024), { level: 0 }] };
  assert.equal((await one('a.docx', word(paragraph(run('It fell.')), picture))).text, 'It fell.');
});

// ---- mails

const mail = (...lines) => lines.join('\r\n');

test('a mail of text: paragraphs in any charset, lines that flow joined, who sent it and when', async () => {
  const file = mail(
    'From: "Lee, Ann (Vale Press)" <ann@vale.example>',
    'Subject: A stand falls',
    'Date: 14 Mar 2026 08:05 GMT',
    'Content-Type: text/plain; charset=macintosh; format=flowed',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    'The stand =D2gave=D3 way =',
    'on Friday, and twelve=20',
    'people were hurt.',
    '',
    'Nobody died.',
  );
  assert.deepEqual(await one('a.eml', file), {
    source: 'Lee, Ann (Vale Press)',
    title: 'A stand falls',
    date: '2026-03-14T08:05Z',
    url: '',
    text: 'The stand “gave” way on Friday, and twelve people were hurt.\n\nNobody died.',
  });
  assert.equal((await one('a', mail('Subject: S', '', 'It fell.'), 'message/rfc822')).title, 'S');
});

test('a mail that is none, is empty or comes too deep says so', async () => {
  assert.equal(await code('a.eml', 'The stand fell.'), 'mail');
  assert.equal(await code('a.eml', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 10, 58, 32])), 'mail');
  assert.equal(await code('a.eml', mail('Subject: S', '', ' ')), 'empty');
  const nested = Array.from({ length: 300 }, (_, i) =>
    mail(`Content-Type: multipart/mixed; boundary="b${i}"`, '', `--b${i}`, ''),
  );
  assert.equal(await code('a.eml', `Subject: S\r\n${nested.join('')}`), 'mail');
  const offline = { postalMime: () => Promise.reject(new Error('offline')) };
  await assert.rejects(fromFile(new File(['Subject: S'], 'a.eml'), offline), { code: 'not_loaded' });
});

// ---- JSON

const json = (name, value) => read(name, JSON.stringify(value));
const jsonCode = (value) => code('a.json', JSON.stringify(value));

test('ninjs 1: one headline, one body', async () => {
  const item = {
    uri: 'https://vale.example/2026/stand',
    type: 'text',
    versioncreated: '2026-03-14T09:00:00Z',
    copyrightholder: 'Vale Press',
    headline: 'A stand falls',
    body_text: 'The stand fell.\n\nTwelve were hurt.',
  };
  assert.deepEqual(await json('a.json', item), [
    {
      source: 'Vale Press',
      title: 'A stand falls',
      date: '2026-03-14T09:00:00Z',
      url: 'https://vale.example/2026/stand',
      text: 'The stand fell.\n\nTwelve were hurt.',
    },
  ]);
});

test('ninjs 2 and 3: several headlines and bodies, in either spelling', async () => {
  for (const [version, type, created, sources] of [
    ['2.1', 'contenttype', 'versioncreated', 'infosources'],
    ['3.0', 'contentType', 'versionCreated', 'infoSources'],
  ]) {
    const [article] = await json('a.json', {
      standard: { name: 'ninjs', version },
      uri: 'urn:newsml:vale.example:20260314:1',
      [created]: '2026-03-14T09:00:00Z',
      [sources]: [{ role: 'main', name: 'Vale Press' }],
      headlines: [
        { role: 'short', value: 'Stand' },
        { role: 'main', value: 'A stand falls' },
      ],
      bodies: [
        { role: 'xml', [type]: 'application/xml', value: '<nitf/>' },
        { role: 'main', [type]: 'text/plain', value: 'The stand fell.' },
      ],
    });
    assert.deepEqual(
      article,
      {
        source: 'Vale Press',
        title: 'A stand falls',
        date: '2026-03-14T09:00:00Z',
        url: '',
        text: 'The stand fell.',
      },
      version,
    );
  }
});

test('a list of news items gives its articles, not its pictures', async () => {
  const articles = await json('a.json', [
    { uri: 'urn:a', type: 'text', headline: 'One', body_text: 'It fell.' },
    { uri: 'urn:b', type: 'picture', headline: 'A picture' },
    { uri: 'urn:c', type: 'text', headline: 'Two', body_text: 'It stood.' },
  ]);
  assert.deepEqual(
    articles.map(({ title }) => title),
    ['One', 'Two'],
  );
});

test('a request and a report with texts open again, with their ids', async () => {
  const articles = [
    {
      id: 'x',
      source: 'Vale Press',
      title: 'T',
      date: '2026-03-14',
      url: 'https://v.example',
      text: 'It fell.',
    },
    { id: 'y', source: '', title: '', date: '', url: '', text: 'It stood.' },
  ];
  assert.deepEqual(await json('request.json', { id: 'r', articles }), articles);
  const more = articles.map((article) => ({ ...article, label: 'L', status: 'compared', words: 2 }));
  assert.deepEqual(await json('report.json', { schemaVersion: 1, articles: more, findings: [] }), articles);
});

test('an exported report opens with its articles, its report and what was decided', async () => {
  const articles = [{ id: 'x', source: 'V', title: '', date: '', url: '', text: 'It fell.' }];
  const report = { schemaVersion: 1, articles: [{ id: 'x' }], findings: [] };
  const verdicts = { f: { verdict: 'confirmed', reason: '', note: 'So.' } };
  const list = await json('saved.json', { about: '', request: { articles }, report, verdicts });
  assert.deepEqual([...list], articles);
  assert.deepEqual(list.saved, { report, verdicts });
  // What is damaged beside the articles costs none of them.
  const odd = await json('saved.json', {
    request: { articles },
    report: 'no',
    verdicts: [{ verdict: 'confirmed' }],
  });
  assert.deepEqual([odd.length, odd.saved], [1, { report: null, verdicts: {} }]);
  assert.equal(await jsonCode({ request: { articles: [] } }), 'json_unknown');
});

test('JSON that holds no article says why', async () => {
  assert.equal(await code('a.json', '{"articles": ['), 'json');
  assert.equal(await jsonCode({ schemaVersion: 1, articles: [{ id: 'A' }], findings: [] }), 'report');
  for (const value of [null, 3, 'text', {}, [], { articles: [] }, { articles: 'x' }, [null], { items: [1] }])
    assert.equal(await jsonCode(value), 'json_unknown', JSON.stringify(value));
  assert.equal(await jsonCode({ uri: 'urn:a', type: 'picture' }), 'empty');
  assert.equal(await jsonCode({ articles: [{ text: ' ' }] }), 'empty');
});

test('the kind of a file goes by its name, else by its type', async () => {
  assert.equal((await one('noname', '{"text": "It fell."}', 'application/ld+json')).text, 'It fell.');
  assert.equal((await one('a.txt', '{"text": 1}', 'text/plain')).text, '{"text": 1}');
});
