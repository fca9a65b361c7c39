// How the modules of web/src are bundled where the package's own take the place of the page's: for the package
// (build_package.mjs) and for the frame (frame.mjs).

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { notices } from './notices.mjs';

export const esbuild = createRequire(resolve('web/package.json'))('esbuild');
export const wasm = 'build/wasm/crossread.wasm';
export const model = 'build/wasm/en.model';

export const shared = {
  bundle: true,
  write: false,
  target: 'es2022',
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'error',
};

/** The worker is one classic script, so that a blob of it runs too. It asks for nothing, so its address says nothing. */
export async function workerScript() {
  const { outputFiles } = await esbuild.build({
    ...shared,
    entryPoints: ['web/package/worker.js'],
    format: 'iife',
    define: { 'import.meta.url': 'self.location.href' },
  });
  return outputFiles[0].text;
}

const packed = (file) => gzipSync(readFileSync(file), { level: 9 }).toString('base64');

/** @param {string} worker  its script */
export const replaced = (worker) => ({
  name: 'package',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/assets\.js$/ }, () => ({ path: resolve('web/package/assets.js') }));
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
      contents: JSON.stringify({ worker, wasm: packed(wasm), model: packed(model) }),
      loader: 'json',
    }));
  },
});
