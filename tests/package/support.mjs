// The package as its users have it: packed, and installed into empty projects outside the repository.

import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export const repository = resolve(fileURLToPath(new URL('../..', import.meta.url)));
export const tool = (name) => join(repository, 'tests/package/node_modules/.bin', name);
export const esbuild = join(repository, 'web/node_modules/.bin/esbuild');
export const example = JSON.parse(readFileSync(join(repository, 'examples/01-grandstand/request.json')));

/** Runs a program to its end; what it wrote, or an error with that. */
export async function run(program, args, cwd) {
  try {
    return (await execute(program, args, { cwd, maxBuffer: 1 << 28, timeout: 300_000 })).stdout;
  } catch (error) {
    throw new Error(`${program} ${args.join(' ')}: ${error.message}\n${error.stdout}`);
  }
}

/** A folder of its own, with the packed package in it. */
export async function pack() {
  const built = join(repository, 'build/package');
  if (!existsSync(built)) throw new Error(`${built} is not there: run tools/dev package`);
  const folder = mkdtempSync(join(tmpdir(), 'crossread-package-'));
  const [{ filename }] = JSON.parse(await run('npm', ['pack', built, '--json'], folder));
  return {
    folder,
    tarball: join(folder, filename),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** An empty project with `files` ({path: text}) and nothing but the package installed. */
export async function project({ folder, tarball }, name, files) {
  const root = join(folder, name);
  for (const [path, text] of Object.entries({
    'package.json': JSON.stringify({ name, private: true, type: 'module' }),
    ...files,
  })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', tarball], root);
  return root;
}
