// crossread/draft: a place in the text leads back to where its words came from, and a panel is given the draft when
// it is another, and only then.

import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Draft, follow } from '../../build/package/draft.js';

test('a draft is paragraphs, and each character leads back to its piece', () => {
  const draft = new Draft({ source: 'Desk' });
  draft.paragraph();
  draft.add('\ufeffHarbour\u00a0closed', 'heading');
  draft.paragraph();
  draft.paragraph();
  draft.add('Ships ', 'first');
  draft.add('wait\ufeff outside.\nMore', 'second');
  assert.equal(draft.text, 'Harbour closed\n\nShips wait outside.\nMore');
  assert.deepEqual(draft.at(0), { place: 'heading', offset: 1 }); // the U+FEFF before it is in the editor
  assert.deepEqual(draft.at(draft.text.indexOf('Ships')), { place: 'first', offset: 0 });
  assert.deepEqual(draft.at(draft.text.indexOf('outside')), { place: 'second', offset: 6 });
  assert.deepEqual(draft.at(draft.text.indexOf('Ships') + 5, 1), { place: 'first', offset: 6 });
  assert.deepEqual(new Draft().at(0), { place: null, offset: 0 });
});

test('“😀” is two units of the text, as it is in editors', () => {
  const draft = new Draft();
  draft.add('😀 closed', 7);
  assert.deepEqual(draft.at(draft.text.indexOf('closed')), { place: 7, offset: 3 });
});

/** As much of the element as `follow` knows of. */
class Panel extends EventTarget {
  isConnected = true;
  given = 0;
  #articles = [{ id: 'B', text: 'A source.' }];
  get articles() {
    return this.#articles;
  }
  set articles(list) {
    this.given += 1;
    this.#articles = list;
  }
  choose(article, span) {
    this.dispatchEvent(new CustomEvent('crossread-select', { detail: { key: null, article, span } }));
  }
}

function setUp(t, text, about) {
  mock.timers.enable({ apis: ['setTimeout'] });
  t.after(() => mock.timers.reset());
  const host = { text, chosen: [] };
  const read = () => {
    const draft = new Draft(about);
    if (host.text) draft.add(host.text, 'body');
    return draft;
  };
  const panel = new Panel();
  const select = (...places) => host.chosen.push(places);
  return { host, panel, changed: follow({ read, select }, { panel, pause: 200 }) };
}

test('the panel has the draft first, beside what is there already', (t) => {
  const { panel } = setUp(t, 'A draft. ', { title: 'Harbour', date: '2026-03-01' });
  assert.deepEqual(panel.articles, [
    { source: 'Draft', title: 'Harbour', date: '2026-03-01', id: 'draft', locked: true, text: 'A draft.' },
    { id: 'B', text: 'A source.' },
  ]);
});

test('it is given once nobody has typed for a moment, and only another one', (t) => {
  const { host, panel, changed } = setUp(t, 'One');
  host.text = 'One two';
  changed();
  mock.timers.tick(150);
  host.text = 'One two three';
  changed();
  mock.timers.tick(150);
  assert.equal(panel.articles[0].text, 'One');
  mock.timers.tick(50);
  assert.equal(panel.articles[0].text, 'One two three');
  const { given } = panel;
  host.text = 'One two three ';
  changed();
  mock.timers.tick(200);
  assert.equal(panel.given, given);
  host.text = '';
  changed();
  mock.timers.tick(200);
  assert.deepEqual(panel.articles, [{ id: 'B', text: 'A source.' }]);
});

test('a panel in no document is given nothing until it is back', (t) => {
  const { host, panel, changed } = setUp(t, 'One');
  panel.isConnected = false;
  host.text = 'Two';
  changed();
  mock.timers.tick(200);
  assert.equal(panel.articles[0].text, 'One');
  panel.isConnected = true;
  changed();
  mock.timers.tick(200);
  assert.equal(panel.articles[0].text, 'Two');
});

test('a jump selects the words, in the draft alone and only as it was compared', (t) => {
  const { host, panel } = setUp(t, 'Nine people were hurt.');
  panel.choose('draft', { start: 5, end: 11 });
  const jump = [
    { place: 'body', offset: 5 },
    { place: 'body', offset: 11 },
  ];
  assert.deepEqual(host.chosen, [jump]);
  panel.choose('B', { start: 0, end: 1 });
  panel.choose('draft', null);
  host.text = 'Some nine people were hurt.';
  panel.choose('draft', { start: 5, end: 11 });
  assert.deepEqual(host.chosen, [jump]);
});
