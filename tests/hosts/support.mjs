// Pages of hosts, as a CMS would serve them: folders under paths, headers of the test's choice, and Chromium
// with nothing else in reach.

import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '../../web/node_modules/playwright-core/index.mjs';
import { TYPES } from '../../web/serve.mjs';
import { flags } from '../../web/test/support/browser.mjs';

export const repository = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const packaged = join(repository, 'build/package');
if (!existsSync(packaged)) throw new Error(`${packaged} is not there: run tools/dev package`);

/**
 * Serves on a port of 127.0.0.1, which is also `localhost`: another origin on the same machine.
 * @param {Record<string, string>} paths  '/crossread/' → a folder, or '/page.html' → what it says
 * @param {(path: string) => Record<string, string>} [headers]
 */
export async function serve(paths, headers = () => ({})) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const under = Object.keys(paths)
      .filter((path) => (path.endsWith('/') ? pathname.startsWith(path) : pathname === path))
      .sort((a, b) => b.length - a.length)[0];
    if (pathname === '/favicon.ico') return response.writeHead(204).end(); // asked for by browsers, and missed
    const head = { 'Content-Type': TYPES[extname(pathname)] ?? TYPES['.html'], ...headers(pathname) };
    if (under && !under.endsWith('/')) return response.writeHead(200, head).end(paths[under]);
    const file = under && normalize(join(paths[under], decodeURIComponent(pathname.slice(under.length))));
    if (!file?.startsWith(paths[under]) || !statSync(file, { throwIfNoEntry: false })?.isFile())
      return response.writeHead(404, { 'Content-Type': 'text/plain' }).end();
    createReadStream(file).pipe(response.writeHead(200, head));
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  return {
    origin: `http://127.0.0.1:${port}`,
    localhost: `http://localhost:${port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((stopped) => server.close(stopped));
    },
  };
}

/** Chromium with an empty profile; `open(url)` gives a page that keeps what its console complains of. */
export async function startChromium() {
  const profile = mkdtempSync(join(tmpdir(), 'crossread-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: flags.map((flag) => (flag.startsWith('--host-resolver') ? `${flag}, EXCLUDE localhost` : flag)),
  });
  return {
    context,
    async open(url, { width = 1200, height = 900 } = {}) {
      const page = await context.newPage();
      page.setDefaultTimeout(30_000);
      page.complaints = [];
      page.on('console', (said) => said.type() === 'error' && page.complaints.push(said.text()));
      page.on('pageerror', (error) => page.complaints.push(String(error.stack)));
      await page.setViewportSize({ width, height });
      await page.goto(url);
      return page;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
