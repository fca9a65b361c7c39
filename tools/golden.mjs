// Goldens: examples/<story>/report.json must be what build/release/crossread says of request.json now.
//
//   node tools/golden.mjs            compares, byte for byte; never writes
//   node tools/golden.mjs --update   writes the reports that changed and prints them as text for review;
//                                    refuses a report against the schema or with a span that is not its text

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareNatively, problemsOf, root, stories } from '../tests/parity/support.mjs';

/** A unified diff of two reports, one value a line. */
function differences(before, after) {
  const pretty = (json) => `${JSON.stringify(JSON.parse(json), null, 1)}\n`;
  writeFileSync(join(root, 'build/golden.before'), pretty(before));
  return spawnSync('diff', ['-u', join(root, 'build/golden.before'), '-'], {
    input: pretty(after),
    encoding: 'utf8',
  }).stdout;
}
const firstLines = (text, count) => text.split('\n').slice(0, count).join('\n');

const update = process.argv.includes('--update');
let bad = 0;
let changed = 0;
for (const id of stories()) {
  const folder = join(root, 'examples', id);
  const golden = join(folder, 'report.json');
  const request = readFileSync(join(folder, 'request.json'), 'utf8');
  const report = `${compareNatively(request)}\n`;
  const problems = problemsOf(report, request);
  if (problems.length) {
    bad += 1;
    console.log(`examples/${id}: not a valid report`, problems.slice(0, 10));
  } else if (!existsSync(golden) || readFileSync(golden, 'utf8') !== report) {
    changed += 1;
    if (update) {
      writeFileSync(golden, report);
      const text = spawnSync('build/release/crossread', ['compare', join(folder, 'request.json')], {
        cwd: root,
      });
      console.log(`=== examples/${id}: updated\n${text.stdout}`);
    } else {
      console.log(`examples/${id}: report.json differs from what the command line says`);
      console.log(
        firstLines(differences(existsSync(golden) ? readFileSync(golden, 'utf8') : '{}', report), 40),
      );
    }
  }
}
console.log(`${stories().length} goldens, ${changed} ${update ? 'updated' : 'differ'}, ${bad} invalid`);
if (changed && !update) console.log('If the change is meant: tools/dev golden --update, then read the diff.');
process.exitCode = bad || (changed && !update) ? 1 : 0;
