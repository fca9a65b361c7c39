// The engine's two files, from whatever init() was given: a URL, bytes, a Response, a compiled module.

const isBytes = (given) => given instanceof ArrayBuffer || ArrayBuffer.isView(given);

async function responseOf(given, fetchFile) {
  const answer = given instanceof Response ? given : await fetchFile(given);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
  return answer;
}

async function moduleOf(given, fetchFile) {
  if (given instanceof WebAssembly.Module) return given;
  if (isBytes(given)) return WebAssembly.compile(given);
  const answer = await responseOf(given, fetchFile);
  // A server that calls it something else costs the streaming, not the engine.
  return /^application\/wasm\b/.test(answer.headers.get('content-type'))
    ? WebAssembly.compileStreaming(answer)
    : WebAssembly.compile(await answer.arrayBuffer());
}

async function bytesOf(given, fetchFile) {
  if (isBytes(given)) return given;
  return (await responseOf(given, fetchFile)).arrayBuffer();
}

/**
 * @param {{wasm: unknown, model: unknown}} given or promises of it
 * @param {(url: string | URL) => Promise<Response>} fetchFile
 * @returns {Promise<{module: WebAssembly.Module, model: ArrayBuffer | ArrayBufferView}>}
 */
export async function readFiles({ wasm, model }, fetchFile) {
  const [module, bytes] = await Promise.all([
    Promise.resolve(wasm).then((given) => moduleOf(given, fetchFile)),
    Promise.resolve(model).then((given) => bytesOf(given, fetchFile)),
  ]);
  return { module, model: bytes };
}
