// Sentences from the WASM module, in the form that a segmentation benchmark asks for: the default export
// resolves to {segment(utf8: Uint8Array) -> Uint32Array [start, end, start, end, …]}, in bytes.

import { loadWasm } from './support.mjs';

export default async function createSegmenter() {
  const wasm = await loadWasm();
  return { segment: wasm.sentences };
}
