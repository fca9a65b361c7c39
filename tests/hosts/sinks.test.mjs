// Nothing that is served turns text into code or into a page's markup: no innerHTML, no eval, no handler in an
// attribute. Read in the files as they are built, libraries and all, so that a new one can't come in unseen.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packaged, repository } from './support.mjs';

/** Where text would become markup, code, or the address of code. */
const SINKS = {
  markup:
    /\.(?:inner|outer)HTML\s*\+?=(?!=)|["'`](?:inner|outer)HTML["'`]|insertAdjacentHTML|createContextualFragment|(?:setHTML|parseHTML)Unsafe|parseFromString|\bsrcdoc\b|document\.write/g,
  code: /\beval\s*\(|\bnew\s+Function\b|(?<![\w.$])Function\s*\(|\bset(?:Timeout|Interval)\s*\(\s*["'`]/g,
  script:
    /\bnew (?:Shared)?Worker\s*\(|importScripts\s*\(|serviceWorker\.register|createElement\(\s*["']script|createScript\b/g,
  handler: /\bsetAttribute\(\s*["']on|["'`]javascript:/g,
  policy: /\bcreatePolicy\b/g,
};

/**
 * What there is all the same, how often in a file at most, and why it may. In all of them the address or the
 * markup has gone through the policy of web/src/trusted.js.
 */
const ALLOWED = [
  ['markup', 'parseFromString', 1, 'pasted HTML, into a document that runs nothing (trusted.js)'],
  ['script', 'new Worker(', 3, 'our worker: beside, from a blob, or at the address that the host gives'],
  ['script', 'serviceWorker.register', 1, 'sw.js, by the page alone'],
  ['handler', '`javascript:', 1, 'the bookmark, which a reader drags to the bar'],
  ['handler', '"javascript:', 1, 'Readability, which takes such links away'],
  ['policy', 'createPolicy', 1, 'crossread'],
];

const files = [packaged, join(repository, 'build/web')].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /\.(m?js|html)$/.test(name))
    .map((name) => join(folder, name)),
);

/** @returns {string[]} what in a script is neither safe nor allowed */
function wrongIn(code) {
  const wrong = [];
  for (const [kind, sink] of Object.entries(SINKS)) {
    const counts = new Map();
    for (const [found] of code.matchAll(sink)) counts.set(found, (counts.get(found) ?? 0) + 1);
    for (const [found, count] of counts) {
      const most = ALLOWED.find(([of, name]) => of === kind && name === found)?.[2] ?? 0;
      if (count > most) wrong.push(`${kind}: ${found} ${count} times, allowed ${most}`);
    }
  }
  return wrong;
}

for (const file of files)
  test(file.slice(repository.length + 1), () => assert.deepEqual(wrongIn(readFileSync(file, 'utf8')), []));

test('every sink is found', () => {
  for (const code of [
    'a.innerHTML = b',
    'a.outerHTML+=b',
    'a["innerHTML"]',
    'a.insertAdjacentHTML("beforeend", b)',
    'document.write(a)',
    'parseFromString(a); parseFromString(b)',
    'frame.srcdoc = a',
    'eval (a)',
    'new Function("a")',
    'Function("a")()',
    'setTimeout("a()")',
    'document.createElement("script")',
    'importScripts(a)',
    'link.setAttribute("onclick", a)',
    'new SharedWorker(a)',
    'trustedTypes.createPolicy("a", b); createPolicy("default", c)',
  ])
    assert.equal(wrongIn(code).length, 1, code);
  assert.deepEqual(wrongIn('a.innerHTML == b; const eval_ = 1; class MyFunction {} MyFunction(1)'), []);
});

test('pages have no script and no style of their own, and no handlers', () => {
  for (const file of files.filter((name) => /(index|embed)\.html$/.test(name))) {
    const html = readFileSync(file, 'utf8');
    assert.doesNotMatch(html, /<style|<script(?![^>]*\ssrc=)|\s(?:style|on[a-z]+)\s*=/i, file);
  }
});
