// A whole comparison by the number of articles: native and WASM in the same run, nothing cached, and how the
// time grows. Ratios count: machines are noisy. Run by tools/dev bench.
//
//   node tests/bench/compare.mjs [FILE.jsonl] [--runs 5]     FILE: event groups, one a line; without it, the
//                                                            first 4, 8, 16 and 32 articles of tests/stories

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { compareNatively, loadWasm, root } from '../parity/support.mjs';

const argument = process.argv.slice(2);
const at = argument.indexOf('--runs');
const runs = at < 0 ? 5 : Number(argument.splice(at, 2)[1]);

function storiesBySize() {
  const folder = join(root, 'tests/stories');
  const articles = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.json'))
    .sort()
    .flatMap((file) => {
      const story = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      return story.articles.map((article) => ({ ...article, id: `${story.id}-${article.id}` }));
    });
  return [4, 8, 16, 32].map((count) => ({ articles: articles.slice(0, count) }));
}

const groups = argument[0]
  ? readFileSync(argument[0], 'utf8').split('\n').filter(Boolean).map(JSON.parse)
  : storiesBySize();

const median = (numbers) => numbers.sort((x, y) => x - y)[Math.floor(numbers.length / 2)];

function time(work) {
  const times = [];
  for (let run = 0; run < runs; ++run) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(times);
}

const rows = [];
for (const { articles } of groups) {
  const request = JSON.stringify({ articles });
  const cold = [];
  for (let run = 0; run < runs; ++run) {
    const module = await loadWasm(); // its cache of analyses is empty
    module.compare('{"articles":[{"id":"a","text":"One."},{"id":"b","text":"Two."}]}');
    const start = performance.now();
    module.compare(request);
    cold.push(performance.now() - start);
  }
  rows.push({
    articles: articles.length,
    kB: Math.round(request.length / 1000),
    'native ms (whole process)': Math.round(time(() => compareNatively(request))),
    'WASM ms': Math.round(median(cold)),
  });
}
console.table(rows);
const [first, last] = [rows[0], rows.at(-1)];
for (const key of ['native ms (whole process)', 'WASM ms']) {
  const growth = Math.log(last[key] / first[key]) / Math.log(last.kB / first.kB);
  console.log(`${key}: grows with the text to the power of ${growth.toFixed(2)}`);
}
