// The worker's side of rpc.js: {id, method, params} in, {id, result} or {id, error} out.

/** @param {Promise<object>} loading the engine */
export function serve(loading) {
  loading.catch(() => {}); // told to whoever calls

  self.onmessage = async ({ data: { id, method, params } }) => {
    let engine;
    try {
      engine = await loading;
    } catch (error) {
      self.postMessage({ id, error: { code: 'not_loaded', message: String(error?.message ?? error) } });
      return;
    }
    try {
      self.postMessage({ id, result: engine[method](params) });
    } catch (error) {
      self.postMessage({ id, error: { code: 'crashed', message: String(error?.message ?? error) } });
    }
  };
}
