// The element's contract with its host (docs/embedding.md), in a page that is not ours.

import assert from 'node:assert/strict';
import { after, before, test as plainTest } from 'node:test';
import { paste, picture, startBrowser } from './support/browser.mjs';
import { articles, hostPage } from './support/host.mjs';

const TWO = '<crossread-panel id="one"></crossread-panel><crossread-panel id="two"></crossread-panel>';

/** What waits for an event in the page waits for ever if it does not come. */
const test = (name, run) => plainTest(name, { timeout: 60_000 }, run);

let browser;
before(async () => {
  browser = await startBrowser();
});
after(() => browser?.close());

async function open(body, options = {}) {
  const page = await browser.open({ ...hostPage(body, options.head), ...options.open });
  await page.waitForFunction(() => document.querySelector('crossread-panel').shadowRoot);
  await page.evaluate(() => {
    window.told = [];
    for (const type of ['report', 'select', 'error', 'progress', 'articles', 'verdict'])
      document.addEventListener(`crossread-${type}`, ({ detail, target }) =>
        window.told.push({ type, detail, target: target.localName }),
      );
  });
  return page;
}
/** Details of the events of one type, as they arrived at the document. */
const told = (page, type) =>
  page.evaluate((wanted) => window.told.filter((one) => one.type === wanted).map((one) => one.detail), type);

test('articles and options go in as properties, compare() gives the report, and so does the event', async () => {
  const page = await open();
  const answer = await page.evaluate(async (list) => {
    const panel = document.querySelector('crossread-panel');
    panel.options = { id: 'story-17' };
    panel.articles = list;
    const report = await panel.compare();
    const same = await panel.compare();
    return {
      id: report.id,
      isShown: report === panel.report,
      same: JSON.stringify(same) === JSON.stringify(report),
      articles: report.articles.map(({ id }) => id),
      messages: report.findings.map(({ message }) => message),
      options: panel.options,
    };
  }, articles);
  assert.equal(answer.id, 'story-17');
  assert.ok(answer.isShown && answer.same);
  assert.deepEqual(answer.articles, ['draft', 'wire', 'post']);
  assert.ok(answer.messages.length > 0);
  assert.deepEqual(answer.options, { id: 'story-17' });
  const [{ report }] = await told(page, 'report');
  assert.equal(report.id, 'story-17');
  assert.ok((await page.evaluate(() => window.told)).every(({ target }) => target === 'crossread-panel'));
  assert.equal((await told(page, 'articles')).length, 1);

  const left = await page.evaluate(async () => {
    const panel = document.querySelector('crossread-panel');
    panel.verdicts = { x: { verdict: 'confirmed' } };
    panel.clear();
    return [panel.articles, panel.report, panel.verdicts, await panel.compare()];
  });
  assert.deepEqual(left, [[], null, {}, null]);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('what a host set before the element was defined is not lost', async () => {
  const page = await browser.open(hostPage(''));
  const ids = await page.evaluate(async (list) => {
    await customElements.whenDefined('crossread-panel');
    // As a framework does that renders before the script is there: the element is made in a document without it.
    const early = document.implementation.createHTMLDocument('').createElement('crossread-panel');
    early.articles = list;
    early.options = { id: 'early' };
    document.querySelector('main').append(early);
    const report = await early.compare();
    return [report.id, ...early.articles.map(({ id }) => id)];
  }, articles);
  assert.deepEqual(ids, ['early', 'draft', 'wire', 'post']);
  await page.close();
});

test('select says which article and where in it, so that a host can jump there', async () => {
  const page = await open();
  await page.evaluate(async (list) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = list;
    await panel.compare();
  }, articles);
  await page.locator('.findings .line').first().click();
  const draft = page.locator('.show[data-place^="draft "]').first();
  await draft.click();
  const selected = await told(page, 'select');
  assert.deepEqual({ ...selected[0], key: 'any' }, { key: 'any', article: null, span: null });
  const { key, article, span } = selected.at(-1);
  assert.equal(article, 'draft');
  const report = await page.evaluate(() => document.querySelector('crossread-panel').report);
  const { spans } = report.findings.find(({ id }) => id === key);
  const { utf16, exact } = spans.find((one) => one.article === 'draft');
  assert.deepEqual(span, utf16);
  assert.equal(articles[0].text.slice(span.start, span.end), exact);
  // A mark in the text is a finding's place, too.
  const mark = page.locator('.article-text mark.other').first();
  if (await mark.count()) {
    await mark.click();
    assert.equal((await told(page, 'select')).at(-1).article, 'draft');
    assert.ok((await told(page, 'select')).at(-1).span.end > 0);
  }
  await page.close();
});

test('a draft that is set again as it is typed leaves letters, report and the reader’s place alone', async () => {
  const page = await open();
  await page.evaluate(async (list) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = list;
    await panel.compare();
    window.type = (from, to) => {
      const { articles } = panel;
      panel.articles = articles.map((one) =>
        one.id === 'draft' ? { ...one, text: one.text.replace(from, to) } : one,
      );
      return panel.report !== null;
    };
  }, articles);
  await page.locator('.findings .line').first().click();
  await page.locator('.show').first().click();
  await page.locator('.article-text mark.here').first().waitFor();
  const asked = await page.evaluate(() => window.type('Fourteen', 'Fifteen'));
  assert.ok(asked, 'the report stays until there is another');
  await page.locator('.article-text', { hasText: 'Fifteen people' }).waitFor();
  assert.ok(await page.locator('.reader').isVisible());
  const marked = await page.locator('.article-text mark.here').count();
  assert.equal(marked, 0, 'where the place was, other words may stand');
  await page.waitForFunction(() =>
    document.querySelector('crossread-panel').report.findings.some(({ message }) => /Fifteen/.test(message)),
  );
  assert.equal((await page.locator('.card .siglum').allTextContents()).join(''), 'ABC');
  const untold = await page.evaluate(async () => {
    const before = window.told.length;
    window.type('Fifteen', 'Fifteen');
    await new Promise((done) => setTimeout(done, 50));
    return window.told.length - before;
  });
  assert.equal(untold, 0, 'what is the same is no change');
  await page.evaluate((list) => {
    document.querySelector('crossread-panel').articles = list.map((one) => ({
      ...one,
      id: `other-${one.id}`,
    }));
  }, articles);
  assert.ok(await page.locator('.reader').isHidden(), 'another story');
  await page.close();
});

test('what is typed and pasted in the panel’s fields is none of the host’s shortcuts', async () => {
  const page = await open();
  await page.evaluate(() => {
    window.heard = [];
    for (const type of ['keydown', 'keyup', 'keypress', 'paste', 'copy', 'cut', 'beforeinput', 'input'])
      document.addEventListener(type, (event) => window.heard.push(event.key ?? event.type));
  });
  await page.getByRole('button', { name: 'Paste or type an article' }).click();
  await page.keyboard.type('n?');
  await page.keyboard.press('Backspace');
  assert.deepEqual(await page.evaluate(() => window.heard), []);
  await paste(page, { 'text/plain': 'ews' });
  assert.equal(await page.getByLabel('Text', { exact: true }).inputValue(), 'news');
  // A chord is the host's to answer, but for the field's own Undo, and so is a key that leads out.
  await page.keyboard.press('Control+z');
  assert.equal(await page.getByLabel('Text', { exact: true }).inputValue(), 'n', 'undone in the field');
  await page.keyboard.press('Control+s');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  const heard = await page.evaluate(() => window.heard);
  assert.deepEqual(new Set(heard), new Set(['Control', 'V', 's', 'Tab', 'Escape']));
  // Pasted beside the fields, it is an article, and the host's editor doesn't get it too.
  await page.evaluate(() => {
    window.heard = [];
  });
  await page.locator('.dropzone').click();
  await paste(page, { 'text/plain': articles[0].text });
  await page.locator('.card').waitFor();
  assert.ok(!(await page.evaluate(() => window.heard)).includes('paste'));
  await page.close();
});

test('manual: compared by compare() alone, or when the reader asks', async () => {
  const page = await open('<crossread-panel manual></crossread-panel>');
  await page.evaluate((list) => {
    document.querySelector('crossread-panel').articles = list;
  }, articles);
  await page.locator('.notice .resume').waitFor();
  await page.waitForTimeout(400); // longer than a pause in typing
  assert.deepEqual(
    await page.evaluate(() => [document.querySelector('crossread-panel').report, window.seen.started]),
    [null, 0],
  );
  await page.locator('.notice .resume').click();
  await page.waitForFunction(() => document.querySelector('crossread-panel').report);
  await page.locator('.notice .resume').waitFor({ state: 'detached' });
  const after = await page.evaluate(async () => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = panel.articles.map((one) => ({ ...one, text: one.text.replace('Fourteen', 'Nine') }));
    const says = ({ findings }) => findings.some(({ message }) => /Nine/.test(message));
    const before = says(panel.report);
    return [before, says(await panel.compare())];
  });
  assert.deepEqual(after, [false, true]);
  await page.close();
});

test('an article that is locked has neither ✕ nor Edit; what the reader adds has both, whatever it says', async () => {
  const page = await open();
  await page.evaluate(([draft, other]) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = [{ ...draft, locked: true }];
    panel.add([{ ...other, locked: true }]);
  }, articles);
  const cards = page.locator('.card');
  await cards.nth(1).waitFor();
  const parts = async (card) => [
    await card.locator('.remove').count(),
    await card.locator('input.outlet').count(),
  ];
  assert.deepEqual(await parts(cards.nth(0)), [0, 0]);
  assert.deepEqual(await parts(cards.nth(1)), [1, 1]);
  const edit = page.getByRole('button', { name: 'Edit' });
  await cards.nth(1).locator('.title').click();
  await edit.click();
  await cards.nth(0).locator('.title').click();
  assert.equal(await edit.count(), 0);
  assert.equal(await page.locator('.form').isVisible(), false, 'nor when another was being edited');
  const [given, saved] = await page.evaluate(() => {
    const panel = document.querySelector('crossread-panel');
    return [panel.articles.map(({ locked }) => locked === true), panel.save()];
  });
  assert.deepEqual(given, [true, false]);
  assert.ok(!saved.includes('locked'));
  await page.close();
});

test('readonly: a saved report is shown without the engine, and nothing can be added, edited or judged', async () => {
  const page = await open();
  const saved = await page.evaluate(async (list) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = list;
    const { findings } = await panel.compare();
    panel.verdicts = { [findings[0].id]: { verdict: 'confirmed', note: 'Rang the harbour office.' } };
    return panel.save();
  }, articles);
  assert.deepEqual(Object.keys(JSON.parse(saved)), ['about', 'request', 'report', 'verdicts']);
  await page.close();

  const published = await open('<crossread-panel readonly></crossread-panel>');
  assert.match(await published.locator('.articles').innerText(), /no report here yet/);
  const shown = await published.evaluate((text) => {
    const panel = document.querySelector('crossread-panel');
    panel.open(text);
    return [panel.articles.map(({ id }) => id), panel.report.findings.length, panel.save() === text];
  }, saved);
  assert.deepEqual(shown, [['draft', 'wire', 'post'], JSON.parse(saved).report.findings.length, true]);
  assert.match(await published.locator('.judge').innerText(), /Confirmed\s+Rang the harbour office/);
  await published.locator('.card .title').first().click();
  assert.match(await published.locator('.article-text').innerText(), /^Fourteen people/);
  const controls = '.adders, .empty, .remove, .reader .edit, input, textarea, [data-do], .offer';
  assert.equal(await published.locator(controls).filter({ visible: true }).count(), 0);
  assert.ok(await published.locator('.export').isVisible());
  // Neither a paste nor a drop is taken, and so the host's own are left alone.
  const left = await published.evaluate(() => {
    const panel = document.querySelector('crossread-panel');
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'An article.');
    const event = new ClipboardEvent('paste', {
      clipboardData,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    panel.shadowRoot.querySelector('.panel').dispatchEvent(event);
    return [event.defaultPrevented, panel.articles.length, window.seen.started];
  });
  assert.deepEqual(left, [false, 3, 0]);
  await picture(published, 'readonly-1400');
  assert.deepEqual(published.complaints, []);
  const refused = await published.evaluate(() => {
    const panel = document.querySelector('crossread-panel');
    const tried = ['{', '{}', '[]', 'null', { request: { articles: [{ text: 1 }] } }];
    tried.push({ request: { articles: [] }, report: { findings: [], articles: [] } });
    const { request, report, verdicts } = JSON.parse(panel.save());
    tried.push({ request, verdicts }, { request, verdicts, report: { ...report, schemaVersion: 99 } });
    const other = { id: 'other', text: 'Another story.' };
    tried.push({ request: { articles: [...request.articles.slice(1), other] }, report, verdicts });
    return tried.map((one) => {
      try {
        return panel.open(one) ?? 'opened';
      } catch ({ code }) {
        return code;
      }
    });
  });
  assert.deepEqual(refused, Array(9).fill('unreadable'));
  assert.equal(await published.locator('.card').count(), 3, 'what was there is left as it was');
  await published.close();
});

test('an opened report is compared afresh where it may be edited; its verdicts stay', async () => {
  const page = await open();
  const ids = await page.evaluate(async (list) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = list;
    const { findings } = await panel.compare();
    const saved = JSON.parse(panel.save());
    saved.verdicts = { [findings[0].id]: { verdict: 'dismissed', reason: 'style', note: '' } };
    saved.report.findings = [];
    panel.clear();
    panel.open(saved);
    const before = panel.report.findings.length;
    const after = (await panel.compare()).findings.length;
    return [before, after === findings.length, Object.keys(panel.verdicts).length];
  }, articles);
  assert.deepEqual(ids, [0, true, 1]);
  await page.locator('.reopened').waitFor();
  await page.close();
});

test('a saved report that cannot be drawn costs none of its articles where they are compared afresh', async () => {
  const page = await open();
  const after = await page.evaluate(async (list) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = list;
    const { findings } = await panel.compare();
    const saved = JSON.parse(panel.save());
    saved.report = { ...saved.report, schemaVersion: 99 };
    panel.open(saved);
    const before = panel.report;
    return [before, (await panel.compare()).findings.length === findings.length];
  }, articles);
  assert.deepEqual(after, [null, true]);
  await page.close();
});

test('what a host sets wrongly is refused at once, with its place, and changes nothing', async () => {
  const page = await open();
  const refused = await page.evaluate(async (list) => {
    const panel = document.querySelector('crossread-panel');
    panel.articles = list;
    const report = await panel.compare();
    const [good] = list;
    const tried = ['abc', 5, [null], [good, { source: 'V' }], [{ text: 5 }], [{ text: null }]];
    tried.push([{ ...good, source: {} }], [{ ...good, locked: 1 }], [good, { ...good }]);
    const codes = tried.map((given) => {
      try {
        panel.articles = given;
        return 'taken';
      } catch ({ name, code, where, message }) {
        return [name, code, where, message].join(' · ');
      }
    });
    for (const given of ['x', 5, { findings: [] }, { ...report, schemaVersion: 2 }]) {
      try {
        panel.report = given;
        codes.push('taken');
      } catch ({ code, where }) {
        codes.push(`${code} ${where}`);
      }
    }
    return [...codes, panel.articles.length, panel.report === report || panel.report?.id === report.id];
  }, articles);
  assert.deepEqual(refused, [
    'CrossreadError · bad_request · /articles · articles must be an array',
    'CrossreadError · bad_request · /articles · articles must be an array',
    'CrossreadError · bad_request · /articles/0 · articles/0 must be an object',
    'CrossreadError · missing_text · /articles/1/text · articles/1/text must be there',
    'CrossreadError · bad_request · /articles/0/text · articles/0/text must be a string',
    'CrossreadError · bad_request · /articles/0/text · articles/0/text must be a string',
    'CrossreadError · bad_request · /articles/0/source · articles/0/source must be a string',
    'CrossreadError · bad_request · /articles/0/locked · articles/0/locked must be true or false',
    'CrossreadError · duplicate_id · /articles/1/id · articles/1/id must be no other article’s',
    'bad_request /report',
    'bad_request /report',
    'bad_request /report/schemaVersion',
    'bad_request /report/schemaVersion',
    articles.length,
    true,
  ]);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('what can’t be compared rejects with a code, and the event says the same', async () => {
  const page = await open('<crossread-panel></crossread-panel>', {
    open: {
      async before(fresh) {
        await hostPage().before(fresh);
        await fresh.route('**/crossread.wasm', (route) => route.abort());
      },
    },
  });
  const codes = await page.evaluate(async (list) => {
    const code = (promise) => promise.then(String, (error) => `${error.name} ${error.code}`);
    const panel = document.querySelector('crossread-panel');
    panel.articles = list;
    const codes = [await code(panel.compare())];
    const early = code(panel.compare());
    panel.articles = [{ text: 'Another story.' }];
    codes.push(await early);
    const late = code(panel.compare());
    panel.remove();
    codes.push(await late, await code(panel.compare()));
    return codes;
  }, articles);
  assert.deepEqual(
    codes,
    ['not_loaded', 'superseded', 'closed', 'closed'].map((code) => `CrossreadError ${code}`),
  );
  const [error] = await told(page, 'error');
  assert.equal(error.code, 'not_loaded');
  await page.close();
});

test('panels share one worker, take nothing from each other, and the last to leave frees it', async () => {
  const page = await open(TWO);
  const first = await page.evaluate(async (list) => {
    const [one, two] = document.querySelectorAll('crossread-panel');
    one.articles = list;
    two.articles = list.slice(1);
    const long = list.map((article) => ({ ...article, text: `${article.text} `.repeat(40) }));
    const both = Promise.all([one.compare(), two.compare()]);
    for (let i = 0; i < 5; i += 1) two.articles = long.slice(0, i % 2 ? 2 : 3);
    const [a] = await Promise.allSettled([both.catch(() => one.compare()), two.compare()]);
    return [one.report.articles.length, two.report.articles.length, a.status, { ...window.seen }];
  }, articles);
  assert.deepEqual(first, [3, 3, 'fulfilled', { started: 1, alive: 1 }]);

  // Moved, with a comparison under way: nothing is lost, and no worker is started.
  const moved = await page.evaluate(async (list) => {
    const [one, two] = document.querySelectorAll('crossread-panel');
    const report = one.report;
    document.body.append(one);
    const kept = one.report === report && one.articles.length === 3;
    two.articles = list.slice(0, 2);
    document.body.append(two);
    await new Promise((done) => two.addEventListener('crossread-report', done, { once: true }));
    return [kept, two.report.articles.length, { ...window.seen }];
  }, articles);
  assert.deepEqual(moved, [true, 2, { started: 1, alive: 1 }]);

  // Away for a while, and back: as it was, and what changed meanwhile is compared.
  const turn = () => page.evaluate(() => new Promise((done) => setTimeout(done)));
  await page.evaluate(() => {
    const [one, two] = document.querySelectorAll('crossread-panel');
    window.away = [one, two];
    one.remove();
  });
  await turn();
  assert.deepEqual(await page.evaluate(() => ({ ...window.seen })), { started: 1, alive: 1 });
  await page.evaluate(() => window.away[1].remove());
  await turn();
  assert.deepEqual(await page.evaluate(() => ({ ...window.seen })), { started: 1, alive: 0 });
  const back = await page.evaluate(async (list) => {
    const [one] = window.away;
    const before = [one.articles.length, one.report.articles.length];
    one.add([{ ...list[1], id: 'other' }]);
    document.body.append(one);
    await new Promise((done) => one.addEventListener('crossread-report', done, { once: true }));
    return [...before, one.report.articles.length, { ...window.seen }];
  }, articles);
  assert.deepEqual(back, [3, 3, 4, { started: 2, alive: 1 }]);
  assert.deepEqual(page.complaints, []);
  await page.close();
});

test('one panel’s Stop leaves the other’s comparison its turn', async () => {
  const page = await open(TWO);
  await page.evaluate((list) => {
    const [one, two] = document.querySelectorAll('crossread-panel');
    const sixty = Array.from({ length: 60 }, (_, n) => ({
      text: list
        .map(({ text }) => text.replace('Tuesday', `day ${n}`))
        .join(' ')
        .repeat(12),
    }));
    one.articles = sixty;
    window.other = two;
    two.articles = list;
  }, articles);
  await page.locator('#one .stop').click();
  await page.waitForFunction(() => window.other.report?.articles.length === 3);
  assert.equal(await page.evaluate(() => document.querySelector('#one').report), null);
  await page.close();
});
