// A server of the tests' own on this machine: files of several folders, pages made on the spot, and whatever
// headers somebody else's server might send.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
};

/**
 * @param {object} what
 * @param {Record<string, string>} what.folders  by the path's beginning; the longest that fits counts
 * @param {Record<string, string>} [what.pages]  path → text
 * @param {(path: string, type: string) => Record<string, string | undefined>} [what.headers] undefined: not sent
 * @returns {Promise<{origin: string, asked: string[], stop: () => Promise<void>}>}
 */
export async function serveFrom({ folders, pages = {}, headers = () => ({}) }) {
  const asked = [];
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://here').pathname);
    asked.push(path);
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    const all = { 'Content-Type': type, 'Cache-Control': 'no-cache', ...headers(path, type) };
    const head = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
    const prefix = prefixes.find((one) => path.startsWith(one));
    let body;
    try {
      body = pages[path] ?? readFileSync(join(folders[prefix], normalize(`/${path.slice(prefix.length)}`)));
    } catch {
      response.writeHead(404, head).end();
      return;
    }
    response.writeHead(200, head).end(body);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      server.closeAllConnections();
    });
  return { origin: `http://127.0.0.1:${server.address().port}`, asked, stop };
}
