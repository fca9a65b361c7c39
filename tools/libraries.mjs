// The libraries for files as modules without what a strict policy of a page forbids: code from text, and markup
// that becomes a document's.

import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const { buildSync } = createRequire(resolve('web/package.json'))('esbuild');
const READABILITY = 'web/node_modules/@mozilla/readability/Readability.js';

/** fflate has a worker made of text for its other half. */
export function fflate() {
  const { outputFiles } = buildSync({
    stdin: { contents: "export { unzipSync } from 'fflate/browser';", resolveDir: 'web' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/**
 * Readability is a script for CommonJS and browsers; one line makes it a module. Twice it writes markup that it
 * has just read back into a page: under Trusted Types that is an error, and nodes do as well.
 */
export function readability() {
  if (!existsSync(READABILITY)) throw new Error(`${READABILITY} is not there: run tools/dev setup build`);
  let code = readFileSync(READABILITY, 'utf8');
  for (const [from, to] of [
    ['var pageCacheHtml = page.innerHTML;', 'var pageCache = page.cloneNode(true);'],
    ['page.innerHTML = pageCacheHtml;', 'page.replaceChildren(...pageCache.cloneNode(true).childNodes);'],
    ['tmp.innerHTML = noscript.innerHTML;', 'tmp.append(...noscript.cloneNode(true).childNodes);'],
  ]) {
    if (code.split(from).length !== 2) throw new Error(`Readability has changed: ${from}`);
    code = code.replace(from, () => to);
  }
  return `/* Changed for Crossread: markup is kept and put back as nodes. */\n${code}\nexport { Readability };\n`;
}
