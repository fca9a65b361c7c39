// The engine on files that are there already, in this thread or in a worker.
import createModule from '../../build/wasm/crossread.mjs';
import { engineOf } from '../src/engine.js';
import { serve } from '../src/worker_calls.js';

/** @param {{module: WebAssembly.Module, model: ArrayBuffer | ArrayBufferView}} files */
export function engineFrom({ module, model }) {
  return new Promise((resolve, reject) => {
    createModule({
      model: ArrayBuffer.isView(model)
        ? new Uint8Array(model.buffer, model.byteOffset, model.byteLength)
        : model,
      locateFile: (name) => name, // nothing is fetched
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(module, imports).then((instance) => done(instance, module), reject);
        return {};
      },
    }).then((made) => resolve(engineOf(made)), reject);
  });
}

/** A Worker, as far as rpc.js knows one, that is this thread. It has turns of its own between two articles. */
export function threadHere(files) {
  const ours = { onmessage: null };
  const theirs = { onmessage: null };
  const send = (to) => (data) => queueMicrotask(() => to.onmessage?.({ data }));
  ours.postMessage = send(theirs);
  theirs.postMessage = send(ours);
  ours.terminate = () => {
    ours.onmessage = null;
    theirs.onmessage = null;
  };
  serve(engineFrom(files), theirs);
  return ours;
}
