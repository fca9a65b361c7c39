// Exports as text: what they say of a report, and that no article can break out of one.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { copiedFinding, fragmentLink } from '../src/evidence.js';
import { cell, exported, FORMATS, fileName } from '../src/export.js';
import { words } from '../src/words.js';

const { request, report } = JSON.parse(readFileSync(new URL('./sample-report.json', import.meta.url)));
const texts = request.articles;
const now = new Date(2026, 2, 15);
const make = (format, made = report, said = texts, verdicts = {}) =>
  exported(format, made, said, now, verdicts).text;

/** A report of two articles whose every field tries to be more than text. */
function hostile() {
  const nasty = '=1+1<script>alert(1)</script>"\'&amp;[x](javascript:alert(1)) `**_|\n# not a heading';
  const text = `${nasty} said so.`;
  const range = { start: 0, end: text.length };
  const span = { ...range, utf16: range, codePoints: range };
  const article = (id) => ({
    id,
    label: nasty,
    source: nasty,
    title: nasty,
    date: nasty,
    url: 'javascript:alert(1)',
    status: 'compared',
    hash: 'h',
  });
  const side = (id, group) => ({ ...span, article: id, exact: text, group, context: span, marks: [] });
  const made = {
    ...report,
    articles: [article('x'), article('y')],
    findings: [
      {
        ...report.findings[0],
        message: nasty,
        reason: nasty,
        groups: ['x', 'y'].map((id) => ({ label: nasty, articles: [id], origins: 1 })),
        spans: [side('x', 0), side('y', 1)],
      },
    ],
    abstained: [{ reason: 'r', count: 1, articles: ['x'], message: nasty }],
  };
  return { made, said: ['x', 'y'].map((id) => ({ id, text })) };
}

/** RFC 4180, with every cell in marks. */
function rows(csv) {
  const table = [[]];
  for (const [, value, , , end] of csv.matchAll(/"((?:[^"]|"")*)"((,)|(\r\n))/g)) {
    table.at(-1).push(value.replaceAll('""', '"'));
    if (end) table.push([]);
  }
  return table.slice(0, -1);
}

test('every format has its words and its file', () => {
  assert.deepEqual(Object.keys(words.export.formats).sort(), Object.keys(FORMATS).sort());
  for (const format of Object.keys(FORMATS)) {
    const file = exported(format, report, texts, now);
    assert.equal(
      file.name,
      `2026-03-15-footbridge-at-orrin-closed-after-cable-snaps.${FORMATS[format].ending}`,
    );
    assert.ok(file.text.length > 1000);
  }
});

test('only the file that holds the articles whole is named so, and only it holds them', () => {
  for (const [format, { whole }] of Object.entries(FORMATS)) {
    assert.equal(/full text/.test(words.export.formats[format][1]), whole, format);
    // A sentence that is no evidence of anything.
    assert.equal(make(format).includes('Work on the new cable began on Sunday'), whole, format);
  }
});

test('JSON: request and report, as they were', () => {
  const read = JSON.parse(make('json'));
  assert.deepEqual(read.request.articles, request.articles);
  assert.deepEqual(read.report, report);
  assert.deepEqual(read.verdicts, {});
  assert.match(read.about, /full text/);
});

const [first, second, third] = report.findings;
const decided = {
  [first.id]: { verdict: 'dismissed', reason: 'two_things', note: '' },
  [second.id]: { verdict: 'confirmed', reason: '', note: 'Ask <the> desk.\n=1+1' },
};

test('every file has what the reader decided, and what was dismissed apart, called so', () => {
  const html = make('html', report, texts, decided);
  const markdown = make('markdown', report, texts, decided);
  for (const text of [html, markdown]) {
    const at = (words) => text.lastIndexOf(words);
    assert.ok(at('Dismissed: two different things') > at('1 finding that the reader dismissed'));
    assert.ok(at(first.message) > at(third.message), 'behind all that stands');
    assert.ok(at('1 finding that the reader dismissed') > at(third.message));
    assert.equal(text.split('Confirmed').length, 2);
  }
  assert.ok(html.includes('Note: Ask &lt;the&gt; desk.'));
  assert.ok(markdown.includes('Note: Ask \\<the\\> desk. =1+1'));
  const [head, ...table] = rows(make('csv', report, texts, decided).slice(1));
  const columns = ['Id', 'Verdict', 'Reason', 'Note'].map((name) => head.indexOf(name));
  const of = (row) => columns.map((column) => row[column]);
  assert.deepEqual(of(table[0]), [second.id, 'Confirmed', '', "Ask <the> desk.\n'=1+1"]);
  assert.deepEqual(of(table[1]), [third.id, '', '', '']);
  assert.deepEqual(of(table.at(-1)), [first.id, 'Dismissed', 'Two different things', '']);
  const { items } = JSON.parse(make('annotations', report, texts, decided)).first;
  const bodies = (id) =>
    items.find((item) => item.id.includes(id)).body.map(({ value, purpose }) => `${purpose}: ${value}`);
  assert.ok(bodies(first.id).includes('assessing: Dismissed: two different things'));
  assert.ok(bodies(second.id).includes('commenting: Ask <the> desk.\n=1+1'));
  assert.ok(items.at(-1).id.includes(first.id));
  assert.deepEqual(JSON.parse(make('json', report, texts, decided)).verdicts, decided);
});

test('where all conflicts were dismissed, no file says that none was found', () => {
  const all = Object.fromEntries(
    report.findings.map(({ id }) => [id, { verdict: 'dismissed', reason: 'known', note: '' }]),
  );
  for (const format of ['html', 'markdown']) {
    const text = make(format, report, texts, all);
    assert.match(text, /Every conflict that was found has been dismissed/);
    assert.doesNotMatch(text, /No conflict found/);
  }
});

test('HTML and Markdown name every finding, every side and what was not checked', () => {
  for (const format of ['html', 'markdown']) {
    const text = make(format);
    for (const finding of report.findings) {
      assert.ok(text.includes(finding.message.replaceAll("'", '&#39;')), finding.message);
      for (const { label } of finding.groups) assert.ok(text.includes(label), label);
    }
    for (const { label } of report.articles) assert.ok(text.includes(label));
    assert.ok(text.includes('14 Mar 2026, 08:30'));
    assert.ok(text.includes('https://valepress.example/orrin-footbridge#:~:text='));
    assert.ok(text.includes('Could not check: 2.'));
    assert.ok(text.includes('Not compared: it is not in English'));
    assert.ok(!text.includes('javascript:'));
  }
  assert.ok(make('html').includes('The bridge <mark>passed</mark> its inspection'));
});

test('without conflicts the files do not look like an approval', () => {
  const quiet = { ...report, findings: report.findings.filter(({ severity }) => severity === 'info') };
  for (const format of ['html', 'markdown']) assert.match(make(format, quiet), /not proof that they agree/);
});

test('HTML: what articles say stays text', () => {
  const { made, said } = hostile();
  const html = make('html', made, said);
  const tags = new Set([...html.matchAll(/<([a-z]\w*)/g)].map((match) => match[1]));
  assert.ok(!tags.has('script') && !tags.has('img') && !tags.has('a'));
  assert.ok(html.includes('&lt;script&gt;') && html.includes('&amp;amp;'));
  assert.match(html, /Content-Security-Policy" content="default-src 'none'/);
});

test('Markdown: what articles say stays text', () => {
  const { made, said } = hostile();
  const text = make('markdown', made, said);
  assert.doesNotMatch(text, /[^\\]<script|[^\\]\[x\]|^# not|[^\\]`/m);
  assert.ok(text.includes('\\[x\\]'));
});

test('CSV: one finding a row, and no cell is a formula', () => {
  const table = rows(make('csv').replace('\ufeff', ''));
  assert.equal(table.length, report.findings.length + 1);
  assert.deepEqual(new Set(table.map((row) => row.length)), new Set([table[0].length]));
  assert.deepEqual(
    table.slice(1).map((row) => row[4]),
    report.findings.map((one) => one.message),
  );
  for (const value of ['=1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1']) {
    assert.ok(cell(value).startsWith(`"'`), JSON.stringify(value));
  }
  assert.equal(cell('on Friday; =1'), `"on Friday; '=1"`);
  assert.equal(cell('say "so", 5-6'), '"say ""so"", 5-6"');
  const { made, said } = hostile();
  for (const value of rows(make('csv', made, said).slice(1)).flat())
    assert.doesNotMatch(value, /^[=+\-@\t\r]/);
});

test('annotations: one for each side, with quotation and position that find the words again', () => {
  const collection = JSON.parse(make('annotations'));
  assert.equal(collection['@context'], 'http://www.w3.org/ns/anno.jsonld');
  const { items } = collection.first;
  assert.equal(collection.total, items.length);
  assert.equal(
    items.length,
    report.findings.reduce((sum, { groups }) => sum + groups.length, 0),
  );
  assert.equal(new Set(items.map((item) => item.id)).size, items.length);
  assert.deepEqual(new Set(items.map((item) => item.type)), new Set(['Annotation']));
  const ids = report.findings.flatMap((one) =>
    one.groups
      .flatMap((_, group) => one.spans.filter((span) => span.group === group))
      .map((span) => span.article),
  );
  const targets = items.flatMap((item) => item.target);
  assert.equal(targets.length, ids.length);
  let behindAstral = 0;
  for (const [index, { source, selector }] of targets.entries()) {
    const { text } = texts.find((article) => article.id === ids[index]);
    const [quote, position] = selector;
    assert.ok(text.includes(quote.prefix + quote.exact + quote.suffix));
    // A TextPositionSelector counts characters, not UTF-16 units: the bicycle is one.
    assert.equal([...text].slice(position.start, position.end).join(''), quote.exact);
    behindAstral += Number(text.slice(position.start, position.end) !== quote.exact);
    assert.ok(quote.prefix.isWellFormed?.() ?? true);
    assert.match(source, ids[index] === 'A' ? /^https:/ : /^urn:x-crossread:article:/);
  }
  assert.ok(behindAstral > 0);
});

test('an annotation of words that have moved has no position', () => {
  const moved = texts.map((article) => ({ ...article, text: `New. ${article.text}` }));
  const { items } = JSON.parse(make('annotations', report, moved)).first;
  for (const { selector } of items.flatMap((item) => item.target)) {
    assert.deepEqual(
      selector.map((one) => one.type),
      ['TextQuoteSelector'],
    );
    assert.equal(selector[0].prefix, undefined);
  }
});

test('a prefix never cuts a character in two', () => {
  const text = `${'🚲'.repeat(40)}x${'🚲'.repeat(40)}`;
  const range = { start: 80, end: 81 };
  const span = {
    article: 'A',
    utf16: range,
    codePoints: { start: 40, end: 41 },
    exact: 'x',
    group: 0,
    marks: [],
  };
  const one = { ...report, findings: [{ ...report.findings[0], spans: [span] }] };
  const [target] = JSON.parse(make('annotations', one, [{ id: 'A', text }])).first.items[0].target;
  assert.equal(target.selector[0].prefix, '🚲'.repeat(32));
  assert.equal(target.selector[0].suffix, '🚲'.repeat(32));
});

test('text fragments', () => {
  const url = 'https://a.example/x';
  assert.equal(fragmentLink(url, 'closed, half-way'), `${url}#:~:text=closed%2C%20half%2Dway`);
  assert.equal(fragmentLink(`${url}#top`, 'closed'), `${url}#top:~:text=closed`);
  assert.equal(fragmentLink(`${url}#:~:text=old`, 'closed'), `${url}#:~:text=closed`);
  assert.equal(
    fragmentLink(
      url,
      'The bridge will be closed until a new cable has been hung, which is due to begin on Monday.',
    ),
    `${url}#:~:text=The%20bridge%20will%20be%20closed,due%20to%20begin%20on%20Monday.`,
  );
  assert.equal(
    fragmentLink(url, 'One two three four five.\n\nSix seven eight nine ten.'),
    `${url}#:~:text=One%20two%20three%20four%20five.,Six%20seven%20eight%20nine%20ten.`,
  );
  for (const none of ['javascript:alert(1)', 'data:text/html,x', '', 'a.example']) {
    assert.equal(fragmentLink(none, 'closed'), null);
  }
});

test('a copied finding has its sentence, each side, and links where there are any', () => {
  const copied = copiedFinding(report, report.findings[0].id, texts);
  assert.deepEqual(copied.split('\n\n'), [
    report.findings[0].message,
    'Vale Press, 14 Mar 2026, 08:30: “The bridge passed its inspection in January, the council said.”\n' +
      'https://valepress.example/orrin-footbridge#:~:text=The%20bridge%20passed%20its%20inspection%20in%20January%2C%20the%20council%20said.',
    'Lode Valley Radio, 14 Mar 2026: “The council says that the bridge passed its inspection in January.”',
    'Orrin Herald, 15 Mar 2026, 06:00: “The bridge failed its inspection in January.”',
  ]);
  assert.equal(copiedFinding(report, 'gone', texts), '');
});

test('names of files are safe whatever the title', () => {
  const named = (title, label = '') => fileName({ articles: [{ title, label }] }, 'md', now);
  assert.equal(named('../../etc/passwd\u202e: “Café’s” <b>'), '2026-03-15-etc-passwd-cafes-b.md');
  assert.equal(named('橋が閉鎖'), '2026-03-15-crossread.md');
  assert.equal(named('', 'Vale Press'), '2026-03-15-vale-press.md');
  assert.equal(fileName({ articles: [] }, 'csv', now), '2026-03-15-crossread.csv');
  for (const title of ['word '.repeat(50), 'x'.repeat(500)])
    assert.match(named(title), /^[\w-]{20,72}\w\.md$/);
});
