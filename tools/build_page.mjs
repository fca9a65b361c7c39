// Assembles build/web/, the page as any static server can serve it: its scripts, each bundled from the modules
// of web/src, since sixty files one after the other cost a first visit a second; the WASM module, the libraries
// that it loads when a file needs one (lib/), and the examples. sw.js learns what there is to keep for offline
// (tools/service_worker.mjs), and crossread.html beside them is the page as one file (tools/one_file.mjs).
// embed.html is the panel for other pages' frames (tools/frame.mjs).

import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { buildFrame } from './frame.mjs';
import { fflate, readability } from './libraries.mjs';
import { notices } from './notices.mjs';
import { oneFile } from './one_file.mjs';
import { writeServiceWorker } from './service_worker.mjs';

const require = createRequire(resolve('web/package.json'));
const out = 'build/web';
const fresh = 'build/web.new'; // swapped in whole, so that a served page never sees half of it
const notServed = new Set([
  'frame',
  'node_modules',
  'onefile',
  'package',
  'test',
  'package.json',
  'package-lock.json',
  'biome.json',
  'serve.mjs',
]);

rmSync(fresh, { recursive: true, force: true });
mkdirSync(`${fresh}/examples`, { recursive: true });
for (const name of readdirSync('web')) {
  if (!notServed.has(name) && !name.startsWith('.') && !name.endsWith('.md')) {
    cpSync(`web/${name}`, `${fresh}/${name}`, {
      recursive: true,
      filter: (file) => !/src\/(.*\.js|view|panel)$/.test(file),
    });
  }
}
await require('esbuild').build({
  // The page, its worker, and the element for a page of somebody else's.
  entryPoints: [
    'src/page.js',
    'src/worker.js',
    'src/define.js',
    'src/page.css',
    'src/style.css',
    'sw.js',
  ].map((name) => `web/${name}`),
  outdir: fresh,
  outbase: 'web',
  allowOverwrite: true,
  bundle: true,
  external: ['../lib/*'],
  format: 'esm',
  target: 'es2022',
  minifyWhitespace: true,
  minifyIdentifiers: true, // not minifySyntax: what the bookmark copies of a function must run by itself
  legalComments: 'none',
  logLevel: 'error',
});
writeFileSync(`${fresh}/notices.txt`, notices());
const engine = ['crossread.wasm', 'en.model', 'crossread.mjs'];
for (const name of engine) cpSync(`build/wasm/${name}`, `${fresh}/${name}`);

for (const [name, folder, module, licence] of [
  ['fflate', 'fflate', fflate, 'LICENSE'],
  ['readability', '@mozilla/readability', readability, 'LICENSE.md'],
]) {
  const library = `web/node_modules/${folder}`;
  if (!existsSync(library)) throw new Error(`${library} is not there: run tools/dev setup build`);
  mkdirSync(`${fresh}/lib`, { recursive: true });
  writeFileSync(`${fresh}/lib/${name}.mjs`, module());
  cpSync(`${library}/${licence}`, `${fresh}/lib/${name}.LICENSE.txt`);
}

// postal-mime is modules already. Its maps of another source are not served, so nothing points to them.
const mime = 'web/node_modules/postal-mime';
if (!existsSync(mime)) throw new Error(`${mime} is not there: run tools/dev setup build`);
mkdirSync(`${fresh}/lib/postal-mime`);
for (const name of readdirSync(`${mime}/dist/esm`).filter((file) => file.endsWith('.js'))) {
  const code = readFileSync(`${mime}/dist/esm/${name}`, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '');
  if (name !== 'types.js') writeFileSync(`${fresh}/lib/postal-mime/${name}`, code);
}
cpSync(`${mime}/LICENSE.txt`, `${fresh}/lib/postal-mime.LICENSE.txt`);

// Each story's request as examples/<story>.json; its title is the first heading of its README, without
// the number that sorts it.
const stories = readdirSync('examples')
  .filter((id) => existsSync(`examples/${id}/request.json`))
  .sort();
const index = stories.map((id) => {
  cpSync(`examples/${id}/request.json`, `${fresh}/examples/${id}.json`);
  const readme = `examples/${id}/README.md`;
  const heading = existsSync(readme) ? /^# (?:\d+\W+)?(.+)$/m.exec(readFileSync(readme, 'utf8')) : null;
  return { id, title: heading ? heading[1].trim() : id };
});
writeFileSync(`${fresh}/examples/index.json`, `${JSON.stringify(index, null, 2)}\n`);

writeFileSync(`${fresh}/crossread.html`, await oneFile(fresh)); // the same page as one file for a disk

await buildFrame(fresh);

writeServiceWorker(fresh);

rmSync(out, { recursive: true, force: true });
renameSync(fresh, out);

console.log(`build/web: ${stories.length} examples, ${sizes()}`);

/** Sizes as a page loads them. Brotli takes seconds, so they are kept until the module is linked anew. */
function sizes() {
  const kept = 'build/wasm/sizes.txt';
  const files = engine.map((name) => `build/wasm/${name}`);
  const changed = (file) => !existsSync(kept) || statSync(file).mtimeMs > statSync(kept).mtimeMs;
  if (files.some(changed)) {
    const kib = (bytes) => `${(bytes.length / 1024).toFixed(0)} KiB`;
    const parts = files.map((file) => {
      const bytes = readFileSync(file);
      return `${basename(file)} ${kib(bytes)} (brotli ${kib(brotliCompressSync(bytes))})`;
    });
    writeFileSync(kept, parts.join(', '));
  }
  return readFileSync(kept, 'utf8');
}
