// Assembles build/package/, the npm package `crossread`: the modules of the page (web/src) behind the entries of
// web/package, hand-written types, the engine's files, hashes of all of it, and a README with their sizes.
// Run after build_page.mjs, which has put the libraries for files into build/web/lib.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { buildFrame } from './frame.mjs';
import { manifest } from './manifest/manifest.mjs';
import { version } from './notices.mjs';
import { esbuild, model, replaced, shared, wasm, workerScript } from './package_modules.mjs';

const out = 'build/package';
for (const file of [wasm, model, 'build/web/lib']) {
  if (!existsSync(file)) throw new Error(`${file} is not there: run tools/dev build`);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const worker = await workerScript();
writeFileSync(`${out}/crossread.worker.js`, worker);
const modules = { ...shared, format: 'esm', plugins: [replaced(worker)], outdir: out };
for (const options of [
  {
    entryPoints: [
      'web/package/index.js',
      'web/package/node.js',
      'web/src/element.js',
      'web/src/define.js',
    ].map((path) => ({ in: path, out: path.split('/').at(-1).slice(0, -3) })),
    splitting: true, // index.js and element.js have one engine between them
    external: ['node:*'],
  },
  { entryPoints: ['web/package/inline.js', 'web/package/draft.js'] },
]) {
  await esbuild.build({ ...modules, ...options, write: true });
}
await buildFrame(out, worker);

cpSync(wasm, `${out}/crossread.wasm`);
cpSync(model, `${out}/en.model`);
cpSync('docs/report.schema.json', `${out}/report.schema.json`);
cpSync('build/web/lib', `${out}/lib`, { recursive: true });
cpSync('web/package/types', out, { recursive: true });
writeFileSync(`${out}/custom-elements.json`, `${JSON.stringify(await manifest(), null, 1)}\n`);
for (const name of ['LICENSE', 'NOTICE']) cpSync(name, `${out}/${name}`);

const entry = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
const description = {
  name: 'crossread',
  version,
  description:
    'Compares several news articles on one event and finds where they disagree; WebAssembly, no network',
  keywords: ['news', 'fact-checking', 'quotations', 'comparison', 'wasm', 'custom-element'],
  license: 'MIT AND CC-BY-SA-4.0',
  type: 'module',
  engines: { node: '>=20' },
  // Only these do something by being imported.
  sideEffects: ['./define.js', './crossread.worker.js', './frame.js'],
  types: './index.d.ts',
  customElements: 'custom-elements.json',
  exports: {
    '.': { types: './index.d.ts', node: './node.js', default: './index.js' },
    './node': entry('node'),
    './inline': entry('inline'),
    './worker': entry('crossread.worker'),
    './element': entry('element'),
    './element/define': entry('define'),
    './draft': entry('draft'),
    './embed': entry('embed'),
    './embed.html': './embed.html',
    './crossread.wasm': './crossread.wasm',
    './en.model': './en.model',
    './schema.json': './report.schema.json',
    './integrity.json': './integrity.json',
    './custom-elements.json': './custom-elements.json',
    './package.json': './package.json',
  },
};
writeFileSync(`${out}/package.json`, `${JSON.stringify(description, null, 2)}\n`);

const files = readdirSync(out, { recursive: true, withFileTypes: true })
  .filter(
    (file) =>
      file.isFile() && /\.(m?js|wasm|model|json|css)$/.test(file.name) && file.name !== 'package.json',
  )
  .map((file) => `${file.parentPath ?? file.path}/${file.name}`.slice(out.length + 1))
  .sort();
const sri = (name) =>
  `sha384-${createHash('sha384')
    .update(readFileSync(`${out}/${name}`))
    .digest('base64')}`;
const integrity = { version, files: Object.fromEntries(files.map((name) => [name, sri(name)])) };
writeFileSync(`${out}/integrity.json`, `${JSON.stringify(integrity, null, 2)}\n`);

// What a reader loads of each, with the modules that it imports at once.
const kB = (bytes) => (bytes / 1000).toFixed(0);
const rows = [
  ['index.js', 'the functions'],
  ['crossread.worker.js', 'the worker, with the engine’s glue'],
  ['crossread.wasm', 'the engine'],
  ['en.model', 'the syntax model'],
  ['element.js', '`<crossread-panel>`, style and all'],
  ['inline.js', 'functions, worker, engine and model in one script'],
  ['draft.js', 'a host’s text editor and the panel'],
  ['embed.js', 'a host’s hold on a frame'],
  ['frame.js', 'the panel in the frame (embed.html)'],
].map(([name, what]) => {
  const parts = withImports(name).map((part) => readFileSync(`${out}/${part}`));
  const sum = (of) => parts.reduce((total, bytes) => total + of(bytes), 0);
  const raw = sum((bytes) => bytes.length);
  return `| \`${name}\` | ${what} | ${kB(raw)} | ${kB(sum((bytes) => brotliCompressSync(bytes).length))} |`;
});
const table = ['| file | what it is | kB | kB, brotli |', '|---|---|--:|--:|', ...rows].join('\n');
const readme = readFileSync('web/package/README.md', 'utf8').replace('<!-- sizes -->', () => table);
writeFileSync(`${out}/README.md`, readme);
console.log(`${out}: crossread ${version}\n${table}`);

function withImports(name, found = new Set()) {
  if (found.has(name)) return [];
  found.add(name);
  if (name.endsWith('.js')) {
    const code = readFileSync(`${out}/${name}`, 'utf8');
    for (const [, path] of code.matchAll(/\b(?:from|import)"\.\/([^"]+)"/g)) withImports(path, found);
  }
  return [...found];
}
