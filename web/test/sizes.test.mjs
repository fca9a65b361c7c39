// What a reader's first visit costs, as a server sends it (brotli). A figure here is a promise: raise one only
// with a reason.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { site } from './support/browser.mjs';

const kB = (name) => brotliCompressSync(readFileSync(join(site, name))).length / 1000;

test('HTML, styles and scripts of the page: at most 60 kB', () => {
  const all = [
    'index.html',
    'sw.js',
    ...['page.js', 'worker.js', 'page.css', 'style.css'].map((name) => `src/${name}`),
  ];
  const total = all.reduce((sum, name) => sum + kB(name), 0);
  assert.ok(total <= 60, `${total.toFixed(1)} kB`);
  assert.deepEqual(readdirSync(join(site, 'src')).sort(), [
    'app.svg',
    'define.js',
    'icon.svg',
    'page.css',
    'page.js',
    'style.css',
    'worker.js',
  ]);
});

test('the engine: its glue, and the module and the syntax model, which load side by side', () => {
  for (const [name, most] of [
    ['crossread.mjs', 12],
    ['crossread.wasm', 640], // with clang's own inlining: three times as fast for 50 kB
    ['en.model', 300],
  ]) {
    assert.ok(kB(name) <= most, `${name}: ${kB(name).toFixed(1)} kB`);
  }
});
