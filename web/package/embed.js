// crossread/embed: a host's hold on an embed.html in one of its iframes (docs/embed-protocol.md). Small, since
// it may be all that a host loads: no engine, no panel; and one function, since its names then are short.

/** What a host assigns, in the order in which a frame that has loaded, or loaded anew, is given it. */
const ASSIGNED = ['attributes', 'theme', 'options', 'articles', 'verdicts', 'report'];

const failure = (code, message = code, where = '') => Object.assign(new Error(message), { code, where });

export function connect(
  iframe,
  { origin = new URL(iframe.src).origin, height = true, maxHeight = 1e6, timeout = 3e4 } = {},
) {
  const frame = new EventTarget();
  const ending = new AbortController();
  const { signal } = ending;
  const known = {}; // what was assigned here, or told by the frame since
  const asked = new Map(); // id → [resolve, reject]; 0 is whether there is a frame
  let instance; // of the document in the iframe
  let last = 0;

  /** By way of JSON: a framework's proxies can't be posted. A sandbox has no origin to post to. */
  function send(type, payload, id = null) {
    const message = JSON.parse(JSON.stringify({ v: 1, type, id, payload }));
    iframe.contentWindow?.postMessage(message, origin === 'null' ? '*' : origin);
  }
  const hello = () => send('hello', { protocols: [1] });
  const give = (name) => send(name, { [name]: known[name] });

  /** A report is of its articles: once they have changed, no frame is given it again. */
  function keep(name, value) {
    if (name === 'articles') delete known.report;
    known[name] = value;
  }

  async function ask(type, payload = {}) {
    await frame.ready;
    return new Promise((...settle) => {
      if (signal.aborted) settle[1](failure('closed'));
      asked.set(++last, settle);
      send(type, payload, last);
    });
  }

  function drop(code) {
    for (const [, reject] of asked.values()) reject(failure(code));
    asked.clear();
  }

  function hear({ data, origin: from, source }) {
    if (source !== iframe.contentWindow || from !== origin || data?.v !== 1) return;
    const { type, id, payload = {} } = data;
    const [resolve, reject] = asked.get(id) ?? [];
    asked.delete(id);
    if (type === 'done') return resolve?.(payload);
    if (type === 'error' && reject) return reject(failure(payload.code, payload.message, payload.where));
    if (type === 'ready') {
      if (payload.instance === instance) return; // greeted twice
      instance = payload.instance;
      asked.get(0)?.[0](payload);
      drop('reloaded');
      for (const name of ASSIGNED) if (name in known) give(name);
    }
    for (const name of ASSIGNED) if (name in payload) keep(name, payload[name]);
    if (type === 'resize' && height) {
      const edges = iframe.offsetHeight - iframe.clientHeight; // of a border, where it counts
      iframe.style.height = `${Math.min(payload.height, maxHeight) + edges}px`;
    }
    frame.dispatchEvent(new CustomEvent(type, { detail: payload }));
  }

  frame.ready = new Promise((...settle) => {
    asked.set(0, settle);
    const silence = failure('no_answer', `No answer from ${origin}; check its crossread-origins`);
    setTimeout(settle[1], timeout, silence);
  });
  frame.ready.catch(() => {}); // told to those who ask

  for (const name of ASSIGNED) {
    Object.defineProperty(frame, name, {
      get: () => known[name],
      set(value) {
        keep(name, value);
        if (instance) give(name);
      },
    });
  }

  addEventListener('message', hear, { signal });
  iframe.addEventListener('load', hello, { signal });
  // An iframe that is still empty is of our own origin, and the browser would complain.
  if (iframe.contentDocument?.URL !== 'about:blank') hello();

  return Object.assign(frame, {
    load: () => ask('load'),
    async compare(articles, options) {
      if (articles) keep('articles', articles);
      return (await ask('compare', { articles, options })).report;
    },
    open: (saved) => ask('open', { saved }),
    save: async () => (await ask('save')).saved,
    clear() {
      for (const name of ['articles', 'verdicts', 'report']) delete known[name];
      return ask('clear');
    },
    focus: () => ask('focus'),
    close() {
      ending.abort();
      drop('closed');
    },
  });
}
