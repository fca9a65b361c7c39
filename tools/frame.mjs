// Puts embed.html with its style and its one script into a folder that has the engine's files and lib/, and beside
// them embed.js, which is for the host's page: the same in the page (build/web) and in the package, so that a CMS
// may serve either.

import { cpSync, writeFileSync } from 'node:fs';
import { version } from './notices.mjs';
import { esbuild, replaced, shared, workerScript } from './package_modules.mjs';

/** The frame's files that are its own, for who must tell them from the page's. */
export const FRAME_FILES = ['embed.html', 'frame.css', 'frame.js', 'embed.js', 'crossread.worker.js'];

/** @param {string} out  the folder @param {string} [worker]  its script, where it is there already */
export async function buildFrame(out, worker) {
  const script = worker ?? (await workerScript());
  for (const name of ['embed.html', 'frame.css']) cpSync(`web/frame/${name}`, `${out}/${name}`);
  writeFileSync(`${out}/crossread.worker.js`, script);
  const modules = { ...shared, write: true, outdir: out, format: 'esm' };
  await esbuild.build({
    ...modules,
    entryPoints: ['web/frame/frame.js'],
    minifyIdentifiers: true,
    define: { CROSSREAD_VERSION: JSON.stringify(version) },
    plugins: [replaced(script)],
  });
  await esbuild.build({ ...modules, entryPoints: ['web/package/embed.js'], minify: true });
}
