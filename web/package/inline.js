// crossread/inline: everything in this one file, for bundlers that leave `new URL` alone and for places that
// serve a single script. tools/build_package.mjs makes `packed`: gzip in base64, and the worker's script.
import packed from 'packed';
import { scriptAddress } from '../src/trusted.js';
import { createApi } from './api.js';

async function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

function startWorker(how) {
  if (how === false || typeof Worker === 'undefined') return null;
  if (typeof how === 'function') return how();
  const url = URL.createObjectURL(new Blob([packed.worker], { type: 'text/javascript' }));
  return new Worker(scriptAddress(url), { name: 'crossread' });
}

export { AbortError, CrossreadError } from '../src/errors.js';
export const { init, compare, compareText, checks, close } = createApi({
  wasm: () => unpack(packed.wasm),
  model: () => unpack(packed.model),
  worker: startWorker,
});
