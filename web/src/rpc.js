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
 * @typedef {{id: number, caller: object, method: string, params: unknown, resolve: Function,
 *   reject: Function, progress?: Function}} Call
 */

/** @param {() => Worker} makeWorker called when the first call is made, and again after a crash */
export const createRpc = (makeWorker) => shareRpc(makeWorker)();

/**
 * One worker for several who call. Each has calls of its own, so that taking back does not touch another's;
 * with the last one that closes, the worker goes.
 * @param {() => Worker} makeWorker
 * @returns {() => ReturnType<typeof createRpc>}
 */
export function shareRpc(makeWorker) {
  /** @type {Worker | null} */
  let worker = null;
  let lastId = 0;
  /** @type {Call | null} */
  let running = null;
  /** @type {Call[]} */
  let waiting = [];
  let callers = 0;

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
    try {
      if (!worker) start();
    } catch (error) {
      return settle({ code: 'not_loaded', message: error.message }); // forbidden by the page's policy
    }
    worker.postMessage({ id: running.id, method: running.method, params: running.params });
  }

  /** Those that wait are not made, the one that runs is not heard. @param {(call: Call) => boolean} which */
  function takeBack(which, why = new RpcError('superseded')) {
    for (const one of waiting.filter(which)) one.reject(why);
    waiting = waiting.filter((other) => !which(other));
    if (!running || !which(running)) return;
    running.reject(why); // its later answer settles nothing
    running.progress = null;
    worker.postMessage({ cancel: running.id });
  }

  return function join() {
    let closed = false;
    callers += 1;
    const caller = {};

    /**
     * @param {(progress: object) => void} [progress] what the worker says on its way
     * @param {AbortSignal} [signal] takes this one call back
     */
    function call(method, params, progress, signal) {
      let one;
      const answered = new Promise((resolve, reject) => {
        if (closed) return reject(new RpcError('closed'));
        lastId += 1;
        one = { id: lastId, caller, method, params, resolve, reject, progress };
        waiting.push(one);
        next();
      });
      if (!signal) return answered;
      const takeThisBack = () => takeBack((other) => other === one);
      signal.addEventListener('abort', takeThisBack);
      return answered.finally(() => signal.removeEventListener('abort', takeThisBack));
    }

    /** Takes back every call of `method` that was made here. */
    const cancel = (method) => takeBack((one) => one.caller === caller && one.method === method);

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
        if (running?.caller !== caller || running.method !== method) return;
        running = null;
        stop();
        next();
      },
      close() {
        if (closed) return;
        closed = true;
        callers -= 1;
        takeBack((one) => one.caller === caller, new RpcError('closed'));
        if (callers > 0) return;
        running = null;
        stop();
      },
    };
  };
}
