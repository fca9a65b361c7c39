// The engine's files beside this module: on a server, or wherever a bundler that reads `new URL` puts them.
import { scriptAddress } from '../src/trusted.js';
import { createApi } from './api.js';

async function fromBlob(url) {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  const blob = new Blob([await answer.text()], { type: 'text/javascript' });
  return new Worker(scriptAddress(URL.createObjectURL(blob)), { name: 'crossread' });
}

function startWorker(how) {
  if (how === false || typeof Worker === 'undefined') return null;
  if (typeof how === 'function') return how();
  // To a sandbox without an origin nobody's script is its own, but what it makes itself is.
  if (how === 'blob' || (how === undefined && self.origin === 'null'))
    return fromBlob(new URL('./crossread.worker.js', import.meta.url));
  // The host's own address is the host's to vouch for.
  if (how) return new Worker(how, { type: 'module', name: 'crossread' });
  const ours = scriptAddress(new URL('./crossread.worker.js', import.meta.url));
  return new Worker(ours, { type: 'module', name: 'crossread' });
}

export const api = createApi({
  wasm: () => new URL('./crossread.wasm', import.meta.url),
  model: () => new URL('./en.model', import.meta.url),
  worker: startWorker,
});
