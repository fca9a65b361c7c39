// Assembles build/web/, the page as any static server can serve it: the sources of web/, the WASM module, the
// libraries that it loads when a file needs one (lib/), and the examples. Nothing is bundled or rewritten, so
// what runs is what one reads, but for comments, spaces and the names of locals, half of its size; only sw.js
// learns what there is to keep for offline (tools/service_worker.mjs), and crossread.html beside them is the
// page as one file (tools/one_file.mjs).

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
import { oneFile } from './one_file.mjs';
import { writeServiceWorker } from './service_worker.mjs';

const require = createRequire(resolve('web/package.json'));
const out = 'build/web';
const fresh = 'build/web.new'; // swapped in whole, so that a served page never sees half of it
const notServed = new Set([
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
    cpSync(`web/${name}`, `${fresh}/${name}`, { recursive: true });
  }
}
const esbuild = require('esbuild');
for (const name of readdirSync(fresh, { recursive: true })) {
  const loader = /\.(js|css)$/.exec(name)?.[1];
  if (!loader) continue;
  const code = readFileSync(`${fresh}/${name}`, 'utf8');
  const how = { minifyWhitespace: true, minifyIdentifiers: true, legalComments: 'none', target: 'esnext' };
  writeFileSync(`${fresh}/${name}`, esbuild.transformSync(code, { loader, ...how }).code);
}
const engine = ['crossread.wasm', 'en.model', 'crossread.mjs'];
for (const name of engine) cpSync(`build/wasm/${name}`, `${fresh}/${name}`);

// Readability is a script for CommonJS and browsers; one line makes it a module.
for (const [name, folder, module, licence, exported] of [
  ['fflate', 'fflate', 'esm/browser.js', 'LICENSE', ''],
  ['readability', '@mozilla/readability', 'Readability.js', 'LICENSE.md', '\nexport { Readability };\n'],
]) {
  const library = `web/node_modules/${folder}`;
  if (!existsSync(library)) throw new Error(`${library} is not there: run tools/dev setup build`);
  mkdirSync(`${fresh}/lib`, { recursive: true });
  writeFileSync(`${fresh}/lib/${name}.mjs`, readFileSync(`${library}/${module}`, 'utf8') + exported);
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

// All modules are asked for at once, not each when the one that imports it has come.
const html = readFileSync(`${fresh}/index.html`, 'utf8');
const links = [...modulesOf('src/page.js')].map((name) => `    <link rel="modulepreload" href="${name}">\n`);
writeFileSync(`${fresh}/index.html`, html.replace('  </head>', `${links.join('')}  </head>`));

writeServiceWorker(fresh);

rmSync(out, { recursive: true, force: true });
renameSync(fresh, out);

console.log(`build/web: ${stories.length} examples, ${sizes()}`);

/** Names of the modules that `entry` imports, at whatever depth, those left out that it imports later. */
function modulesOf(entry) {
  const options = { bundle: true, write: false, metafile: true, format: 'esm', external: ['*.mjs'] };
  const { inputs } = esbuild.buildSync({
    ...options,
    absWorkingDir: resolve(fresh),
    entryPoints: [entry],
  }).metafile;
  const found = new Set();
  const visit = (name) => {
    for (const { path, kind, external } of inputs[name].imports) {
      if (kind !== 'import-statement' || external || found.has(path)) continue;
      found.add(path);
      visit(path);
    }
  };
  visit(entry);
  return found;
}

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
