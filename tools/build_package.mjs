// Assembles build/package/, the npm package `crossread`: the modules of the page (web/src) behind the entries of
// web/package, hand-written types, the engine's files, hashes of all of it, and a README with their sizes.
// Run after build_page.mjs, which has put the libraries for files into build/web/lib.

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { manifest } from './manifest/manifest.mjs';
import { notices, version } from './notices.mjs';

const esbuild = createRequire(resolve('web/package.json'))('esbuild');
const out = 'build/package';
const wasm = 'build/wasm/crossread.wasm';
const model = 'build/wasm/en.model';
for (const file of [wasm, model, 'build/web/lib']) {
  if (!existsSync(file)) throw new Error(`${file} is not there: run tools/dev build`);
}

const shared = {
  bundle: true,
  write: false,
  target: 'es2022',
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'error',
};

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

// The worker is one classic script, so that a blob of it runs too. It asks for nothing, so its address says nothing.
const worker = await esbuild.build({
  ...shared,
  entryPoints: ['web/package/worker.js'],
  format: 'iife',
  define: { 'import.meta.url': 'self.location.href' },
});
writeFileSync(`${out}/crossread.worker.js`, worker.outputFiles[0].text);

const packed = (file) => gzipSync(readFileSync(file), { level: 9 }).toString('base64');
const replaced = {
  name: 'package',
  setup(build) {
    build.onResolve({ filter: /^\.\/assets\.js$/ }, () => ({ path: resolve('web/package/assets.js') }));
    build.onResolve({ filter: /^\.\.\/lib\// }, ({ path }) => ({ path: path.slice(1), external: true }));
    // The glue's own idea of where its module lies would make a bundler copy it twice; engine.js gives it the module.
    build.onLoad({ filter: /build\/wasm\/crossread\.mjs$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll('import.meta.url', '""'),
    }));
    build.onLoad({ filter: /style\.css$/ }, async ({ path }) => {
      const options = { loader: 'css', minifyWhitespace: true };
      const { code } = await esbuild.transform(readFileSync(path, 'utf8'), options);
      return { contents: code, loader: 'text' };
    });
    build.onResolve({ filter: /^notices$/ }, () => ({ path: 'notices', namespace: 'notices' }));
    build.onLoad({ filter: /.*/, namespace: 'notices' }, () => ({ contents: notices(), loader: 'text' }));
    build.onResolve({ filter: /^packed$/ }, () => ({ path: 'packed', namespace: 'packed' }));
    build.onLoad({ filter: /.*/, namespace: 'packed' }, () => ({
      contents: JSON.stringify({
        worker: worker.outputFiles[0].text,
        wasm: packed(wasm),
        model: packed(model),
      }),
      loader: 'json',
    }));
  },
};
const modules = { ...shared, format: 'esm', plugins: [replaced], outdir: out };
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
  { entryPoints: ['web/package/inline.js'] },
]) {
  await esbuild.build({ ...modules, ...options, write: true });
}

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
  // Only this one does something by being imported.
  sideEffects: ['./define.js', './crossread.worker.js'],
  types: './index.d.ts',
  customElements: 'custom-elements.json',
  exports: {
    '.': { types: './index.d.ts', node: './node.js', default: './index.js' },
    './node': entry('node'),
    './inline': entry('inline'),
    './worker': entry('crossread.worker'),
    './element': entry('element'),
    './element/define': entry('define'),
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
    (file) => file.isFile() && /\.(m?js|wasm|model|json)$/.test(file.name) && file.name !== 'package.json',
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
