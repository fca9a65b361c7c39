// Writes into a built page's sw.js which files there are, and the version that they are together.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { FRAME_FILES } from './frame.mjs';

// crossread.html is the page once more, for a disk; src/define.js the element without the page; the frame is for
// the pages of others.
const notKept = new Set(['sw.js', 'crossread.html', 'src/define.js', ...FRAME_FILES]);
const ours = /^const (VERSION|FILES) = .*\n/gm;

/** @param {string} folder a built page; may have been written before */
export function writeServiceWorker(folder) {
  const names = readdirSync(folder, { recursive: true })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => !notKept.has(name) && statSync(`${folder}/${name}`).isFile())
    .sort();
  const hash = createHash('sha256');
  // A server may lead index.html on to its folder, and no page can be had from an answer that was led on.
  const files = names.map((name) => {
    const file = name === 'index.html' ? './' : name;
    hash.update(`\n${file}\n`).update(readFileSync(`${folder}/${name}`)); // as sw.js does
    return file;
  });
  const worker = readFileSync(`${folder}/sw.js`, 'utf8').replace(ours, '');
  const known = `const VERSION = '${hash.digest('hex').slice(0, 16)}';\nconst FILES = ${JSON.stringify(files)};\n`;
  writeFileSync(`${folder}/sw.js`, known + worker);
}
