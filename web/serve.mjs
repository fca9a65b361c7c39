// Serves the built page on this machine only: node web/serve.mjs build/web [--port N]
// Also used by the tests. It sends the Content-Security-Policy that the page must live under.

import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const CSP =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types crossread";

export const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** The file below `root` that `url` asks for, or null: not there, not a file, or outside `root`. */
function fileFor(root, url) {
  let path;
  try {
    path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null; // not a URL, or a broken escape
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(root, path.endsWith('/') ? `${path}index.html` : path));
  if (!file.startsWith(root + sep)) return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat?.isFile() ? { file, size: stat.size } : null;
}

function respond(root, request, response) {
  const head = {
    'Content-Security-Policy': CSP,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-cache',
  };
  if (!['GET', 'HEAD'].includes(request.method)) {
    // Nothing is ever sent to this server; what comes all the same is not read.
    response.writeHead(405, { ...head, Allow: 'GET, HEAD', Connection: 'close' });
    response.end();
    return;
  }
  const found = fileFor(root, request.url);
  if (!found) {
    response.writeHead(404, { ...head, 'Content-Type': 'text/plain; charset=utf-8' });
    response.end('not found\n');
    return;
  }
  response.writeHead(200, {
    ...head,
    'Content-Type': TYPES[extname(found.file)] ?? 'application/octet-stream',
    'Content-Length': found.size,
  });
  if (request.method === 'HEAD') response.end();
  else
    createReadStream(found.file)
      .on('error', () => response.destroy())
      .pipe(response);
}

/**
 * Starts a server on 127.0.0.1. `port` 0 takes any free one; with `next`, a taken port means the next.
 * @returns {Promise<{server: import('node:http').Server, port: number, url: string, stop: () => Promise<void>}>}
 */
export function start({ root, port = 0, next = false }) {
  const folder = resolve(root);
  const server = createServer((request, response) => respond(folder, request, response));
  return new Promise((done, failed) => {
    let wanted = port;
    server.on('error', (error) => {
      if (error.code === 'EADDRINUSE' && next && wanted < port + 100) {
        wanted += 1;
        server.listen(wanted, '127.0.0.1');
      } else {
        failed(error);
      }
    });
    server.on('listening', () => {
      const actual = server.address().port;
      const stop = () =>
        new Promise((stopped) => {
          server.close(() => stopped());
          server.closeAllConnections();
        });
      done({ server, port: actual, url: `http://127.0.0.1:${actual}/`, stop });
    });
    server.listen(wanted, '127.0.0.1');
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [root, ...rest] = process.argv.slice(2);
  const port = rest[0] === '--port' ? Number(rest[1]) : 8642;
  if (!root || (rest.length && rest[0] !== '--port') || !Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('usage: node web/serve.mjs FOLDER [--port N]');
    process.exit(2);
  }
  const { url } = await start({ root, port, next: true });
  console.log(`Crossread is at ${url} (on this machine only; stop with Ctrl+C)`);
}
