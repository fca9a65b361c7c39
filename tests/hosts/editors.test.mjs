// TinyMCE, TipTap and CKEditor 5 with the panel beside them, as examples/hosts has them: typed into, compared,
// jumped to, and left as they were, in every engine that is installed.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines, openIn } from '../../web/test/support/engines.mjs';
import { packaged, repository, serve } from './support.mjs';

const esbuild = createRequire(join(repository, 'web/package.json'))('esbuild');
const installed = join(repository, 'tests/hosts/node_modules');
const hosts = join(repository, 'examples/hosts');

// The editors' own styles are inline; everything else is as strict as the panel likes it.
const CSP =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

/** What each editor is asked for what the test wants to know. */
const editors = {
  tinymce: {
    focus: '.tox-edit-area',
    selected: () => window.tinymce.activeEditor.selection.getContent({ format: 'text' }),
    focused: () => window.tinymce.activeEditor.hasFocus(),
    html: () => window.tinymce.activeEditor?.initialized && window.tinymce.activeEditor.getContent(),
  },
  tiptap: {
    focus: '.ProseMirror > p:last-child',
    selected: () => String(getSelection()),
    focused: () => document.activeElement.matches('.ProseMirror'),
    html: () => document.querySelector('.ProseMirror').editor.getHTML(),
  },
  ckeditor5: {
    focus: '.ck-content > p:last-child',
    selected: () => String(getSelection()),
    focused: () => document.activeElement.matches('.ck-content'),
    html: () => document.querySelector('.ck-content').ckeditorInstance.getData(),
  },
};

/** Loaded before everything else, so that nothing goes wrong unseen. */
const watch = `window.wrong = [];
  for (const type of ['error', 'unhandledrejection'])
    addEventListener(type, (event) => wrong.push(String(event.message ?? event.reason)), true);
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    wrong.push(violatedDirective + ' ' + blockedURI));`;

const sources = [
  'The ferry Morning Star ran aground off Tarrow Point on Tuesday morning with 84 people on board, the ' +
    'coastguard said. Seven people were hurt, two of them seriously. “We heard a long scrape and then it was ' +
    'quiet,” said Ida Lunn, a passenger.',
  'The ferry Morning Star ran aground off Tarrow Point on Tuesday morning. Seven people were hurt, two of ' +
    'them seriously, the coastguard said. The ferry company promised an inquiry.',
];

let server;
before(async () => {
  const { outputFiles } = await esbuild.build({
    entryPoints: [join(hosts, 'tiptap/crossread.js')],
    bundle: true,
    format: 'esm',
    write: false,
    alias: { 'crossread/draft': join(packaged, 'draft.js') },
    nodePaths: [installed],
    logLevel: 'error',
  });
  const watched = (name) => {
    const html = readFileSync(join(hosts, name, 'index.html'), 'utf8');
    return html.replace('<meta charset="utf-8">', '$&<script src="/watch.js"></script>');
  };
  server = await serve(
    {
      '/': `${hosts}/`,
      '/node_modules/': `${installed}/`,
      '/node_modules/crossread/': `${packaged}/`,
      '/watch.js': watch,
      '/tiptap/crossread.bundle.js': outputFiles[0].text,
      ...Object.fromEntries(Object.keys(editors).map((name) => [`/${name}/index.html`, watched(name)])),
    },
    () => ({ 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff' }),
  );
});
after(() => server?.stop());

const draftOf = () =>
  document.querySelector('crossread-panel').articles.find(({ id }) => id === 'draft')?.text;
const reportOn = (count) => {
  const { report } = document.querySelector('crossread-panel');
  return report?.articles.length === count && report.findings.map(({ message }) => message);
};

async function pasteSource(page, outlet, text) {
  await page.click('.type');
  await page.type(text);
  await page.click('dialog input');
  await page.type(outlet);
  await page.click('dialog .primary');
}

async function walk(page, { focus, selected, focused, html }) {
  const before = await page.until(html);
  assert.match(
    await page.until(draftOf),
    /^Ferry runs aground off Tarrow Point\n\nThe ferry Morning Star ran/,
  );
  assert.match(await page.run(draftOf), /\n\nThe ship is upright\.\n\nThe sea was calm\.\n\n“We heard .*\.$/);

  await page.until(reportOn, 1); // then nothing moves any more
  await pasteSource(page, 'Tarrow Gazette', sources[0]);
  await page.until(reportOn, 2);
  await pasteSource(page, 'Harbour Wire', sources[1]);
  await page.until(reportOn, 3);

  await page.click(focus);
  await page.press('Control+End');
  await page.type('Eleven people were hurt, ');
  await page.until(
    (wanted) => document.querySelector('crossread-panel').articles[0].text.endsWith(wanted),
    'Eleven people were hurt,',
  );
  assert.ok(await page.run(focused), 'the focus stays where it is typed');
  await page.type('two of them seriously.');
  const messages = await page.until(`() => {
    const found = (${reportOn})(3);
    return found && found.some((message) => message.includes('Eleven')) && found;
  }`);
  assert.match(messages[0], /^Draft gives “Eleven people”; .*Gazette.* “Seven people”/);
  assert.ok(await page.run(focused), 'also once there is something to say');
  const outlets = () => document.querySelector('crossread-panel').articles.map(({ source }) => source);
  assert.deepEqual((await page.run(outlets)).toSorted(), ['Draft', 'Harbour Wire', 'Tarrow Gazette']);

  await page.click('.findings .line');
  await page.click('.show');
  assert.equal(await page.until(selected), 'Eleven people');
  assert.ok(await page.run(focused), 'the jump leads into the editor');

  await page.type('Twelve people');
  await page.until(`() => (${draftOf})().endsWith('Twelve people were hurt, two of them seriously.')`);
  let steps = 0;
  while ((await page.run(html)) !== before && steps < 8) {
    await page.press('Control+z');
    steps += 1;
  }
  assert.equal(await page.run(html), before, 'undo leads back to the beginning');
  assert.ok(steps > 0);

  const wrong = await page.run(() => window.wrong);
  // WebKit tells a page so of CKEditor without us, too: nothing is lost, it is drawn a frame later.
  assert.deepEqual(
    wrong.filter((message) => !message.startsWith('ResizeObserver loop')),
    [],
  );
  const elsewhere = (origin) =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => !name.startsWith(origin) && !/^(data|blob):/.test(name));
  assert.deepEqual(await page.run(elsewhere, server.origin), []);
}

for (const { name, skip } of engines) {
  describe(name, { skip }, () => {
    let page;
    before(async () => {
      page = await openIn(name);
      await page.resize(1200, 900);
    });
    after(() => page?.close());
    for (const [host, editor] of Object.entries(editors)) {
      test(`${host}: typed, compared, jumped to, undone`, async () => {
        await page.goto(`${server.origin}/${host}/index.html`);
        await walk(page, editor);
        await page.picture(`host-${host}-${name}`);
      });
    }
  });
}

for (const host of Object.keys(editors)) {
  test(`${host} is glued in fewer than 30 lines`, () => {
    const glue = readFileSync(join(hosts, host, 'crossread.js'), 'utf8').split('\n');
    const counted = glue.filter((line) => line.trim() && !/^\s*(\/\/|\/?\*)/.test(line));
    assert.ok(counted.length < 30, `${counted.length} lines`);
  });
}
