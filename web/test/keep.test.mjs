// What is kept of the articles, where, and what goes on without a network.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeep } from '../src/keep.js';

function storage({ room = Infinity } = {}) {
  const entries = new Map();
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem(key, value) {
      if (value.length > room) throw new DOMException('no room', 'QuotaExceededError');
      entries.set(key, value);
    },
    removeItem: (key) => entries.delete(key),
  };
}
const forbidden = () => {
  throw new DOMException('no', 'SecurityError');
};
const articles = [{ id: 'A', source: 'Vale Press', text: 'Twelve people were hurt.' }];
const story = { articles, verdicts: { f1: { verdict: 'dismissed', reason: 'rounding', note: '' } } };
const none = { articles: [], verdicts: {} };

test('this tab keeps what it has; the device only what it is told to', () => {
  const [tab, device] = [storage(), storage()];
  const keep = createKeep({ tab: () => tab, device: () => device });
  assert.deepEqual(keep.load(), none);
  assert.equal(keep.save(story), '');
  assert.deepEqual(keep.load(), story);
  assert.equal(device.entries.size, 0);
  assert.equal(keep.setOnDevice(true, story), '');
  const elsewhere = createKeep({ tab: () => storage(), device: () => device });
  assert.equal(elsewhere.onDevice, true);
  assert.deepEqual(elsewhere.load(), story);
  keep.setOnDevice(false, story);
  assert.equal(device.entries.size, 0);
  assert.deepEqual(keep.load(), story);
});

test('a tab whose articles were all removed stays empty, and "forget" leaves nothing', () => {
  const [tab, device] = [storage(), storage()];
  const keep = createKeep({ tab: () => tab, device: () => device });
  keep.setOnDevice(true, story);
  keep.save(none);
  assert.deepEqual(keep.load(), none);
  assert.equal(keep.onDevice, true);
  keep.save(story);
  keep.forget();
  assert.deepEqual([tab.entries.size, device.entries.size, keep.onDevice], [0, 0, false]);
});

test('storage that is full or forbidden is survived, and said', () => {
  const full = createKeep({ tab: () => storage({ room: 10 }), device: () => storage({ room: 10 }) });
  assert.equal(full.save(story), 'full');
  assert.equal(full.setOnDevice(true, story), 'full');
  assert.equal(full.onDevice, false);
  const nowhere = createKeep({ tab: forbidden, device: forbidden });
  assert.equal(nowhere.save(story), 'forbidden');
  assert.equal(nowhere.setOnDevice(true, story), 'forbidden');
  assert.deepEqual(nowhere.load(), none);
  nowhere.forget();
});

test('an entry that is not ours counts for nothing; a card without text is not kept', () => {
  const tab = storage();
  const keep = createKeep({ tab: () => tab, device: () => storage() });
  keep.save({ ...story, articles: [...articles, { id: 'file', source: 'photo.png', text: '' }] });
  assert.deepEqual(keep.load(), story);
  const [key] = tab.entries.keys();
  for (const broken of ['{"a":', '{}', 'null', '[1]', '{"articles": [1, null, {"text": 3}]}']) {
    tab.entries.set(key, broken);
    assert.deepEqual(keep.load(), none, broken);
  }
});
