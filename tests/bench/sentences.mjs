// Sentences beside peers in the same run: `crossread sentences` and ICU4C as whole processes, the WASM
// module and sentencex-wasm in Node, and the inputs that are worst for a segmenter. Ratios count: machines
// are noisy. Run by tools/dev bench, which builds the peers.
//
//   node tests/bench/sentences.mjs [--mb 20] [--runs 9]

import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import createSegmenter from '../parity/segment.mjs';
import { root } from '../parity/support.mjs';

const option = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1]);
};
const megabytes = option('mb', 20);
const runs = option('runs', 9);
const folder = mkdtempSync(join(tmpdir(), 'crossread-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true }));

const ours = join(root, 'build/release/crossread');
const icu = join(root, 'build/bench/tests/icu_sentences');
const sentencex = join(root, 'build/bench/peers/node_modules/sentencex-wasm');

const articles = readdirSync(join(root, 'examples'), { recursive: true })
  .filter((file) => file.endsWith('.txt'))
  .sort()
  .map((file) => readFileSync(join(root, 'examples', file), 'utf8'));

/** MB/s of a whole process that reads `file` and writes its sentences to another file. */
function processRate(command, args, file, bytes) {
  const input = openSync(file, 'r');
  const output = openSync(join(folder, 'out'), 'w');
  const began = performance.now();
  const run = spawnSync(command, args, { stdio: [input, output, 'inherit'] });
  const seconds = (performance.now() - began) / 1e3;
  closeSync(input);
  closeSync(output);
  if (run.status !== 0) throw new Error(`${command} exited with ${run.status}`);
  return bytes / 1e6 / seconds;
}

/** MB/s of `segment` over the articles one by one, over and over. */
function callRate(segment, inputs, sizes) {
  const began = performance.now();
  let bytes = 0;
  for (let i = 0; bytes < megabytes * 1e6; i = (i + 1) % inputs.length) {
    segment(inputs[i]);
    bytes += sizes[i];
  }
  return bytes / 1e6 / ((performance.now() - began) / 1e3);
}

/** Runs a and b in turn; prints their medians and the median of the ratio a / b, pair by pair. */
function inPairs(name, a, b) {
  const median = (list) => [...list].sort((x, y) => x - y)[list.length >> 1];
  a();
  b();
  const pairs = Array.from({ length: runs }, () => [a(), b()]);
  const ratio = median(pairs.map(([x, y]) => x / y));
  const rates = [0, 1].map((side) => median(pairs.map((pair) => pair[side])).toFixed(0));
  console.log(`${name}: ${rates[0]} against ${rates[1]} MB/s, ratio ${ratio.toFixed(2)}`);
}

function write(name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const all = `${articles.join('\n\n')}\n\n`;
const text = Buffer.from(all.repeat(Math.ceil((megabytes * 1e6) / Buffer.byteLength(all))));
const file = write('text', text);
if (existsSync(icu)) {
  inPairs(
    `whole process, ${(text.length / 1e6).toFixed(0)} MB, crossread against ICU4C`,
    () => processRate(ours, ['sentences'], file, text.length),
    () => processRate(icu, [], file, text.length),
  );
}

const { segment } = await createSegmenter();
const encoded = articles.map((article) => Buffer.from(article));
const sizes = encoded.map((article) => article.length);
if (existsSync(sentencex)) {
  const peer = await import(pathToFileURL(join(sentencex, 'sentencex_wasm.js')));
  peer.initSync({ module: readFileSync(join(sentencex, 'sentencex_wasm_bg.wasm')) });
  inPairs(
    'WASM, article by article, crossread against sentencex-wasm',
    () => callRate(segment, encoded, sizes),
    () => callRate((article) => peer.segment('en', article), articles, sizes),
  );
}

// One pattern over and over. A rate at 4 MB under that at 1 MB would mean more than linear time; under 1 MB
// the start of the process counts.
const patterns = {
  'no full stop': 'word ',
  'full stops in a word': 'a.',
  initials: 'J. ',
  abbreviations: 'Mr. ',
  'open marks': '"A b ',
  'open curly marks': '“A b. ',
  ellipses: '. . . ',
  'questions and exclamations': '?! ',
  numbers: '1.5 2. ',
  'lines of one letter': 'A\n',
  'one long word': 'x',
  'wide characters': '“é”—😀. ',
};
console.log('worst inputs, whole process, MB/s at 1 MB and at 4 MB (best of 5)');
for (const [name, pattern] of Object.entries(patterns)) {
  const rates = [1, 4].map((size) => {
    const bytes = Buffer.from(pattern.repeat(Math.ceil((size * 1e6) / Buffer.byteLength(pattern))));
    const path = write('worst', bytes);
    return Math.max(...Array.from({ length: 5 }, () => processRate(ours, ['sentences'], path, bytes.length)));
  });
  console.log(`  ${name}: ${rates.map((rate) => rate.toFixed(0)).join(', ')}`);
}
