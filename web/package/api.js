// The package's functions, whichever way the engine comes in: index.js, node.js and inline.js say how.
import { createRpc } from '../src/rpc.js';
import { AbortError, CrossreadError } from '../src/errors.js';
import { readFiles } from './files.js';
import { startThread } from './thread.js';

/**
 * @param {object} by how the engine comes in, where init() does not say
 * @param {() => unknown} by.wasm
 * @param {() => unknown} by.model
 * @param {(how: unknown) => Worker | null | Promise<Worker | null>} by.worker gets init's `worker`
 * @param {(url: string | URL) => Promise<Response>} [by.fetchFile]
 */
export function createApi(by) {
  let given = null; // to the first init, until close or until the engine could not be had
  let files = null;
  let ready = null;
  let rpc = null;

  /** A thread with the engine, for whoever keeps one; <crossread-panel> does. */
  function thread() {
    given ??= {};
    const { wasm = by.wasm(), model = by.model(), worker } = given;
    files ??= readFiles({ wasm, model }, by.fetchFile ?? fetch);
    files.catch(forget);
    return startThread(files, () => by.worker(worker));
  }

  function forget() {
    given = null;
    files = null;
    ready = null;
  }

  async function call(method, params, progress, signal) {
    if (signal?.aborted) throw new AbortError();
    rpc ??= createRpc(thread);
    try {
      return await rpc.call(method, params, progress, signal);
    } catch (error) {
      throw error.code === 'superseded' ? new AbortError() : new CrossreadError(error.code, error.message);
    }
  }

  function init(options = {}) {
    given ??= { ...options };
    ready ??= call('version').then((version) => ({ version }));
    ready.catch(forget);
    return ready;
  }

  async function compareText(articles, options = {}, { signal, progress } = {}) {
    if (!Array.isArray(articles))
      throw new CrossreadError('bad_request', '"articles" must be an array', '/articles');
    // By way of JSON, which is what the engine reads: a framework's proxies can't be posted to a worker.
    const request = JSON.parse(JSON.stringify({ ...options, articles }));
    const text = await call('compare', request, progress, signal);
    if (!text.startsWith('{"error"')) return text;
    const { code, message, where } = JSON.parse(text).error;
    throw new CrossreadError(code, message, where);
  }

  return {
    init,
    compareText,
    compare: async (...call) => JSON.parse(await compareText(...call)),
    checks: async () => JSON.parse(await call('checks')),
    close() {
      rpc?.close();
      rpc = null;
      forget();
    },
    thread,
  };
}
