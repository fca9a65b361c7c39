// The package's worker: the first message brings the engine's files, the others are calls.
import { serve } from '../src/worker_calls.js';
import { engineFrom } from './engine.js';

const files = new Promise((resolve) => {
  self.addEventListener(
    'message',
    (event) => {
      event.stopImmediatePropagation(); // it is no call
      resolve(event.data.files);
    },
    { once: true },
  );
});
serve(files.then(engineFrom));
self.postMessage({ up: true });
