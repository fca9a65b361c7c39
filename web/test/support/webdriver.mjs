// As much of W3C WebDriver as the tests need, over fetch: the packages for it want a newer Node or fetch a
// driver from elsewhere.

/** Keys by their names in DOM, as WebDriver numbers them. */
const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  End: '\uE010',
  Shift: '\uE008',
  Control: '\uE009',
};

/** @param {string} server  where the driver listens @param {object} capabilities */
export async function connect(server, capabilities) {
  async function call(method, path, body) {
    const answer = await fetch(server + path, {
      method,
      body: body && JSON.stringify(body),
      headers: { 'Content-Type': 'application/json; charset=utf-8' },
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  const { sessionId } = await call('POST', '/session', { capabilities: { alwaysMatch: capabilities } });
  const base = `/session/${sessionId}`;
  const post = (path, body = {}) => call('POST', base + path, body);
  const key = (name) => KEYS[name] ?? name;

  return {
    goto: (url) => post('/url', { url }),
    reload: () => post('/refresh'),
    /** Runs the text of a function with arguments; a promise's value comes back too. */
    run: (text, args) =>
      post('/execute/async', {
        script: `const done = arguments[arguments.length - 1];
          Promise.resolve().then(() => (${text})(...[...arguments].slice(0, -1)))
            .then((value) => done({ value }), (error) => done({ error: String(error?.stack ?? error) }));`,
        args,
      }).then(({ value, error }) => {
        if (error) throw new Error(error);
        return value;
      }),
    click: (x, y) =>
      post('/actions', {
        actions: [
          {
            type: 'pointer',
            id: 'mouse',
            parameters: { pointerType: 'mouse' },
            actions: [
              { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0, origin: 'viewport' },
              { type: 'pointerDown', button: 0 },
              { type: 'pointerUp', button: 0 },
            ],
          },
        ],
      }),
    /** 'Control+a', 'Tab', 'x' */
    press(chord) {
      const keys = chord.split('+').map(key);
      const down = keys.map((value) => ({ type: 'keyDown', value }));
      const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }));
      return post('/actions', { actions: [{ type: 'key', id: 'keys', actions: [...down, ...up] }] });
    },
    type: (text) =>
      post('/actions', {
        actions: [
          {
            type: 'key',
            id: 'keys',
            actions: [...text].flatMap((value) => [
              { type: 'keyDown', value },
              { type: 'keyUp', value },
            ]),
          },
        ],
      }),
    resize: (width, height) => post('/window/rect', { x: 0, y: 0, width, height }),
    /** A picture, as base64. */
    screenshot: () => call('GET', `${base}/screenshot`),
    close: () => call('DELETE', base),
  };
}
