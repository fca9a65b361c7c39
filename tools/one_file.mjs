// Makes the page one file that runs from a disk: scripts and styles inline, named by their hashes in a policy
// that allows nothing else; the WASM module, the worker and the examples as data.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const require = createRequire(resolve('web/package.json'));

/** @param {string} folder the served page @returns {Promise<string>} HTML */
export async function oneFile(folder) {
  const esbuild = require('esbuild');
  const inlined = {
    name: 'assets',
    setup: (build) => {
      build.onResolve({ filter: /^\.\.?\/(assets|offline)\.js$/ }, ({ path }) => ({
        path: resolve('web/onefile', basename(path)),
      }));
      build.onResolve({ filter: /^\.\.\/lib\// }, ({ path }) => ({ path: resolve(folder, path.slice(3)) }));
    },
  };
  const bundle = async (entry, options = {}) => {
    const { outputFiles } = await esbuild.build({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'iife',
      target: 'es2022',
      legalComments: 'inline',
      define: { 'import.meta.url': 'self.location.href' },
      logLevel: 'error',
      ...options,
    });
    return outputFiles[0].text;
  };
  const page = await bundle('web/src/page.js', { plugins: [inlined] });
  const worker = await bundle('web/onefile/worker.js', { external: ['module', 'fs', 'path', 'url'] });
  const packed = (name) => gzipSync(readFileSync(`${folder}/${name}`), { level: 9 }).toString('base64');
  const data = { wasm: packed('crossread.wasm'), model: packed('en.model') };
  const examples = Object.fromEntries(
    readdirSync(`${folder}/examples`).map((name) => [
      name,
      JSON.parse(readFileSync(`${folder}/examples/${name}`, 'utf8')),
    ]),
  );
  const text = (name) => readFileSync(`${folder}/${name}`, 'utf8');
  const style = text('src/page.css');
  const hash = (code) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;
  const policy =
    `default-src 'none'; script-src ${hash(page)} 'wasm-unsafe-eval'; worker-src blob:; ` +
    `style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'; ` +
    "require-trusted-types-for 'script'; trusted-types crossread";
  // "<" so that no text can end its block.
  const block = (id, value) =>
    `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>\n`;
  const icon = `data:image/svg+xml;base64,${Buffer.from(text('src/icon.svg')).toString('base64')}`;

  let html = text('index.html');
  const put = (from, to) => {
    if (!html.includes(from)) throw new Error(`index.html has no ${from}`);
    html = html.replace(from, () => to);
  };
  put(
    '<meta charset="utf-8">',
    `<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
  );
  put('href="src/icon.svg"', `href="${icon}"`);
  put('<link rel="stylesheet" href="src/page.css">', `<style>${style}</style>`);
  put('<link rel="preload" href="src/style.css" as="style">', '');
  put('<script type="module" src="src/page.js"></script>', '');
  put(
    '</body>',
    block('panel-style', text('src/style.css')) +
      block('examples', examples) +
      block('notices', text('notices.txt')) +
      block('engine', { code: worker, ...data }) +
      `<script>${page}</script>\n</body>`,
  );
  return html;
}
