// The worker's side of rpc.js: {id, method, params} in; {id, result} or {id, error} out, and before that
// {id, progress} as often as it is worth it. {cancel: id} ends a comparison that still reads its articles.

const TURN = 60; // ms of work between two looks at what came in meanwhile

/**
 * @param {Promise<object>} loading the engine
 * @param {{onmessage: Function, postMessage: Function}} [port] where the calls come from
 */
export function serve(loading, port = self) {
  loading.catch(() => {}); // told to whoever calls
  let cancelled = 0;

  // A message to oneself goes behind those that wait; unlike a timer it is not held back. Node, where such a
  // message would go first, has a function for it.
  const { port1, port2 } = new MessageChannel();
  const turn = () =>
    new Promise((resolve) => {
      if (globalThis.setImmediate) return setImmediate(resolve);
      port1.onmessage = resolve;
      port2.postMessage(null);
    });

  async function compare(engine, id, params) {
    const { articles } = params;
    let since = performance.now();
    for (const [index, article] of articles.entries()) {
      engine.prepare([article]);
      if (performance.now() - since < TURN) continue;
      port.postMessage({ id, progress: { read: index + 1, of: articles.length } });
      await turn();
      if (cancelled === id) throw Object.assign(new Error('superseded'), { code: 'superseded' });
      since = performance.now();
    }
    return engine.compare(params);
  }

  port.onmessage = async ({ data }) => {
    if (data.cancel) {
      cancelled = data.cancel;
      return;
    }
    const { id, method, params } = data;
    const refuse = (code, error) =>
      port.postMessage({ id, error: { code, message: String(error?.message ?? error) } });
    let engine;
    try {
      engine = await loading;
    } catch (error) {
      return refuse('not_loaded', error);
    }
    try {
      const result = method === 'compare' ? await compare(engine, id, params) : engine[method](params);
      port.postMessage({ id, result });
    } catch (error) {
      refuse(error?.code ?? 'crashed', error);
    }
  };
}
