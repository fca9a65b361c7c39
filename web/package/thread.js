// What rpc.js takes for a Worker: it accepts calls at once, hands them on when the engine's files are there, and
// where the page lets no worker start, does the work in this thread.

/**
 * @param {Promise<object>} files as readFiles gives them
 * @param {() => Worker | null | Promise<Worker | null>} makeWorker null: this thread
 */
export function startThread(files, makeWorker) {
  let kept = []; // calls, until there is somebody who surely has them
  let thread = null;
  let ended = false;
  const front = {
    onmessage: null,
    onerror: null,
    postMessage(data) {
      kept?.push(data);
      thread?.postMessage(data);
    },
    terminate() {
      ended = true;
      thread?.terminate();
    },
  };
  const fail = (error) => ended || front.onerror({ message: String(error?.message ?? error) });

  function use(next, first) {
    if (ended) return next.terminate();
    thread = next;
    thread.onmessage = (event) => {
      if (event.data.up) kept = null;
      else front.onmessage(event);
    };
    thread.onerror = (event) => {
      event.preventDefault?.();
      if (kept) useThisThread().catch(fail);
      else fail(event);
    };
    thread.onmessageerror = () => fail('messageerror');
    if (first) thread.postMessage(first);
    for (const data of kept) thread.postMessage(data);
  }

  async function useThisThread() {
    thread = null;
    const { threadHere } = await import('./engine.js');
    use(threadHere(await files), null);
    kept = null;
  }

  async function start() {
    let worker = null;
    try {
      worker = await makeWorker();
    } catch {} // of another origin, or forbidden by the page's policy
    if (worker) use(worker, { files: await files });
    else await useThisThread();
  }

  files.then(start).catch(fail);
  return front;
}
