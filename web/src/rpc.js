// Calls to a worker that answers one thing at a time. A call that waits can be taken back; one that runs is
// asked to end early, and its answer is dropped. After a crash, or a halt, the next call starts a fresh worker.

/** Why a call has no result. `code`: `superseded`, `not_loaded`, `crashed` or `closed`. */
export class RpcError extends Error {
  constructor(code, message = code) {
    super(message);
    this.name = 'RpcError';
    this.code = code;
  }
}

/**
 * @typedef {{id: number, method: string, params: unknown, resolve: Function, reject: Function,
 *   progress?: Function}} Call
 */

/** @param {() => Worker} makeWorker called when the first call is made, and again after a crash */
export function createRpc(makeWorker) {
  /** @type {Worker | null} */
  let worker = null;
  let lastId = 0;
  /** @type {Call | null} */
  let running = null;
  /** @type {Call[]} */
  let waiting = [];
  let closed = false;

  function start() {
    worker = makeWorker();
    worker.onmessage = ({ data }) => {
      if (data.id !== running?.id) return;
      if (data.progress) running.progress?.(data.progress);
      else settle(data.error, data.result);
    };
    // A script that can't be fetched or parsed reports no message.
    worker.onerror = (event) => {
      event.preventDefault?.();
      settle({ code: 'not_loaded', message: event.message ?? '' });
    };
    worker.onmessageerror = () => settle({ code: 'crashed', message: '' });
  }

  function stop() {
    worker?.terminate();
    worker = null;
  }

  function settle(error, result) {
    const call = running;
    running = null;
    if (error) {
      if (error.code !== 'superseded') stop(); // the engine's state is unknown, or it never came up
      call?.reject(new RpcError(error.code, error.message));
    } else {
      call?.resolve(result);
    }
    next();
  }

  function next() {
    if (running || waiting.length === 0) return;
    running = waiting.shift();
    if (!worker) start();
    worker.postMessage({ id: running.id, method: running.method, params: running.params });
  }

  /**
   * @param {(progress: object) => void} [progress] what the worker says on its way
   * @param {AbortSignal} [signal] takes this one call back
   */
  function call(method, params, progress, signal) {
    let one;
    const answered = new Promise((resolve, reject) => {
      if (closed) return reject(new RpcError('closed'));
      lastId += 1;
      one = { id: lastId, method, params, resolve, reject, progress };
      waiting.push(one);
      next();
    });
    if (!signal) return answered;
    const takeThisBack = () => takeBack((other) => other === one);
    signal.addEventListener('abort', takeThisBack);
    return answered.finally(() => signal.removeEventListener('abort', takeThisBack));
  }

  /** Those that wait are not made, the one that runs is not heard. @param {(call: Call) => boolean} which */
  function takeBack(which) {
    const superseded = new RpcError('superseded');
    for (const one of waiting.filter(which)) one.reject(superseded);
    waiting = waiting.filter((other) => !which(other));
    if (!running || !which(running)) return;
    running.reject(superseded); // its later answer settles nothing
    running.progress = null;
    worker.postMessage({ cancel: running.id });
  }

  /** Takes back every call of `method`. */
  const cancel = (method) => takeBack((call) => call.method === method);

  return {
    call,
    cancel,
    /** Like `call`, but only the last one counts: earlier ones are rejected as `superseded`. */
    latest(method, params, progress) {
      cancel(method);
      return call(method, params, progress);
    },
    /** Takes back every call of `method` at once, if need be with the worker that is at it. */
    halt(method) {
      cancel(method);
      if (running?.method !== method) return;
      running = null;
      stop();
      next();
    },
    close() {
      closed = true;
      stop();
      for (const one of running ? [running, ...waiting] : waiting) one.reject(new RpcError('closed'));
      running = null;
      waiting = [];
    },
  };
}
