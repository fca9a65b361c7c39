// crossread/node: the same functions in Node 20 and newer, in the thread that calls.
import { readFile } from 'node:fs/promises';
import { createApi } from './api.js';

const beside = (name) => readFile(new URL(name, import.meta.url));

export { AbortError, CrossreadError } from '../src/errors.js';
export const { init, compare, compareText, checks, close } = createApi({
  wasm: () => beside('./crossread.wasm'),
  model: () => beside('./en.model'),
  worker: (how) => (typeof how === 'function' ? how() : null),
  fetchFile: async (url) =>
    String(url).startsWith('file:') ? new Response(await readFile(new URL(url))) : fetch(url),
});
