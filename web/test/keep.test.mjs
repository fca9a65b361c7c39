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

test('this tab keeps what it has; the device only what it is told to', () => {
  const [tab, device] = [storage(), storage()];
  const keep = createKeep({ tab: () => tab, device: () => device });
  assert.deepEqual(keep.load(), []);
  assert.equal(keep.save(articles), '');
  assert.deepEqual(keep.load(), articles);
  assert.equal(device.entries.size, 0);
  assert.equal(keep.setOnDevice(true, articles), '');
  const elsewhere = createKeep({ tab: () => storage(), device: () => device });
  assert.equal(elsewhere.onDevice, true);
  assert.deepEqual(elsewhere.load(), articles);
  keep.setOnDevice(false, articles);
  assert.equal(device.entries.size, 0);
  assert.deepEqual(keep.load(), articles);
});

test('a tab whose articles were all removed stays empty, and "forget" leaves nothing', () => {
  const [tab, device] = [storage(), storage()];
  const keep = createKeep({ tab: () => tab, device: () => device });
  keep.setOnDevice(true, articles);
  keep.save([]);
  assert.deepEqual(keep.load(), []);
  assert.equal(keep.onDevice, true);
  keep.save(articles);
  keep.forget();
  assert.deepEqual([tab.entries.size, device.entries.size, keep.onDevice], [0, 0, false]);
});

test('storage that is full or forbidden is survived, and said', () => {
  const full = createKeep({ tab: () => storage({ room: 10 }), device: () => storage({ room: 10 }) });
  assert.equal(full.save(articles), 'full');
  assert.equal(full.setOnDevice(true, articles), 'full');
  assert.equal(full.onDevice, false);
  const none = createKeep({ tab: forbidden, device: forbidden });
  assert.equal(none.save(articles), 'forbidden');
  assert.equal(none.setOnDevice(true, articles), 'forbidden');
  assert.deepEqual(none.load(), []);
  none.forget();
});

test('an entry that is not ours counts for nothing; a card without text is not kept', () => {
  const tab = storage();
  const keep = createKeep({ tab: () => tab, device: () => storage() });
  keep.save([...articles, { id: 'file', source: 'photo.png', text: '' }]);
  assert.deepEqual(keep.load(), articles);
  const [key] = tab.entries.keys();
  for (const broken of ['{"a":', '{}', 'null', '[1, null, {"text": 3}]']) {
    tab.entries.set(key, broken);
    assert.deepEqual(keep.load(), [], broken);
  }
});
