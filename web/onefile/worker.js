// src/worker.js for the page that is one file: `self.packed`, set above this, is the module and the syntax
// model, gzip in base64.
import createModule from '../../build/wasm/crossread.mjs';
import { engineOf } from '../src/engine.js';
import { serve } from '../src/worker_calls.js';

function unpack(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  // Not by a Blob's stream: WebKit can't read one in a page that comes from a disk.
  return new Response(new Response(bytes).body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

async function load() {
  const [wasmBinary, model] = await Promise.all([unpack(self.packed.wasm), unpack(self.packed.model)]);
  self.packed = null;
  // A name as it is: there is no place that it could be relative to.
  return engineOf(await createModule({ wasmBinary, model, locateFile: (name) => name }));
}

serve(load());
