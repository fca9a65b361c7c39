// src/worker.js for the page that is one file: `self.wasm`, set above this, is the module, gzip in base64.
import createModule from '../../build/wasm/crossread.mjs';
import { engineOf } from '../src/engine.js';
import { serve } from '../src/worker_calls.js';

async function load() {
  const bytes = Uint8Array.from(atob(self.wasm), (letter) => letter.charCodeAt(0));
  self.wasm = null;
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const wasmBinary = await new Response(unpacked).arrayBuffer();
  // A name as it is: there is no place that it could be relative to.
  return engineOf(await createModule({ wasmBinary, locateFile: (name) => name }));
}

serve(load());
