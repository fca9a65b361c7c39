// Put before the glue (--pre-js). Fetches en.model, the syntax model, at the same time as crossread.wasm,
// unless the caller gives its bytes as `model`. wasm/model.cpp reads Module.model.
/* global Module, _scriptDir, addRunDependency, removeRunDependency, abort */
var modelLoading = Promise.resolve(Module['model'] || fetchModel());
modelLoading.catch(() => {}); // said below

function fetchModel() {
  const url = Module['locateFile'] ? Module['locateFile']('en.model', '') : new URL('en.model', _scriptDir);
  return fetch(url).then((answer) => {
    if (!answer.ok) throw new Error(`${answer.status} ${answer.url}`);
    return answer.arrayBuffer();
  });
}

Module['preRun'] = [].concat(Module['preRun'] || [], () => {
  addRunDependency('en.model');
  modelLoading.then(
    (bytes) => {
      Module['model'] = new Uint8Array(bytes);
      removeRunDependency('en.model');
    },
    (error) => {
      try {
        abort(`en.model, the syntax model: ${error.message}`);
      } catch {} // it also throws what it rejects with
    },
  );
});
