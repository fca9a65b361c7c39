import assert from 'node:assert/strict';
import test from 'node:test';
import { fromFile, MAX_FILE_BYTES, outletOf } from '../src/files.js';
import { fromText } from '../src/ingest.js';

const file = (bytes, name = 'a.txt') => new File([bytes], name);
const one = async (from) => (await fromFile(from))[0];
const code = (bytes, name) =>
  fromFile(file(bytes, name)).then(
    () => 'none',
    (error) => error.code,
  );

test('plain text stays as it is, but for line ends', () => {
  assert.equal(fromText('One.\r\n\r\n  Two\u00a0three.\rFour.').text, 'One.\n\n  Two\u00a0three.\nFour.');
  assert.equal(fromText('\uFEFFOne.').text, 'One.');
  assert.equal(fromText('').text, '');
});

test('header lines become fields', () => {
  assert.deepEqual(
    fromText('Source: Vale Press\ntitle:  A: b \ndate: 2026-03-14\nurl: https://v.example/a\n\nText.\n'),
    {
      source: 'Vale Press',
      title: 'A: b',
      date: '2026-03-14',
      url: 'https://v.example/a',
      text: 'Text.\n',
    },
  );
  assert.equal(fromText('title: only this').title, 'only this');
  assert.equal(fromText('title: only this').text, '');
});

test('a first sentence that looks like a header stays in the text', () => {
  const text = 'Source: police. Twelve were hurt.\nThe stand fell.';
  assert.deepEqual(fromText(text), { source: '', title: '', date: '', url: '', text });
  assert.equal(fromText('Title: x\nNote: y\n\nText.').text, 'Title: x\nNote: y\n\nText.');
});

test('files: UTF-8, UTF-16 with its mark, umlauts and all', async () => {
  assert.equal((await one(file('Größe'))).text, 'Größe');
  const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from('Größe', 'utf16le')]);
  assert.equal((await one(file(utf16))).text, 'Größe');
});

test('files that are no articles say why', async () => {
  assert.equal(await code(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])), 'binary');
  assert.equal(await code('%PDF-1.7 and so on'), 'binary');
  assert.equal(await code(new Uint8Array([0x47, 0x72, 0xf6, 0xdf, 0x65])), 'encoding');
  assert.equal(await code(''), 'empty');
  assert.equal(await code(' \n\t\n'), 'empty');
  assert.equal(await code('title: x\n'), 'empty');
  assert.equal(await code('x'.repeat(MAX_FILE_BYTES + 1)), 'too_large');
  assert.equal(await code('x'.repeat(MAX_FILE_BYTES)), 'none');
});

test('a file is called by its name only if that reads as one', async () => {
  assert.equal(outletOf('Vale_Press.txt'), 'Vale Press');
  assert.equal(outletOf('Süddeutsche.md'), 'Süddeutsche');
  for (const name of ['a.txt', '003_9f3cbb12.txt', '2026-03-14.txt', '.txt'])
    assert.equal(outletOf(name), '', name);
  assert.equal((await one(file('Text.', 'Herald.txt'))).source, 'Herald');
  assert.equal((await one(file('title: T\n\nText.', 'Herald.txt'))).source, '');
});
