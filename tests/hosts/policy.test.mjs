// The element of the package in pages of strict hosts, and of hosts that serve it badly: what it needs, what it
// does without, and what it says where it can't do without.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { engines, openIn } from '../../web/test/support/engines.mjs';
import { packaged, repository, serve, startChromium } from './support.mjs';

/** The least that the element needs, as docs/embedding.md has it. */
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const TRUSTED = "require-trusted-types-for 'script'; trusted-types crossread";

const articles = [
  {
    source: 'Lowland Post',
    text: 'Eleven people were hurt when the footbridge at Marrow Weir gave way on Sunday, the fire chief said.',
  },
  {
    source: 'Weir Echo',
    text: 'Four people were hurt when the footbridge at Marrow Weir gave way on Sunday, the fire chief said.',
  },
];
/** A host's page with the element of the package, or of the page that was built for serving. */
const pageWith = (script) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>A host</title>
<script src="/watch.js"></script>
<script type="module" src="${script}"></script>
<crossread-panel></crossread-panel></html>`;
const pages = {
  '/index.html': pageWith('/crossread/define.js'),
  '/served.html': pageWith('/web/src/define.js'),
};
/** Before everything else: what goes wrong, and what the policy forbids. */
const watch = `window.wrong = [];
  for (const type of ['error', 'unhandledrejection'])
    addEventListener(type, (event) => wrong.push(String(event.message ?? event.reason)), true);
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    blockedURI.endsWith('favicon.ico') || wrong.push(violatedDirective + ': ' + blockedURI));
  addEventListener('crossread-error', ({ detail }) => wrong.push(detail.code));`;

/** The package and the page's own files, with the policy of the test; started and stopped around `use`. */
async function serving(headers, use) {
  const folders = { '/crossread/': join(packaged, '/'), '/web/': join(repository, 'build/web/') };
  const server = await serve({ ...folders, '/watch.js': watch, ...pages }, headers);
  try {
    await use(server.origin);
  } finally {
    await server.stop();
  }
}
const give = (list) => {
  document.querySelector('crossread-panel').articles = list;
};

let chromium;
before(async () => {
  chromium = await startChromium();
});
after(() => chromium?.close());

/**
 * Opens a host's page and gives its panel two articles.
 * @param {(path: string) => Record<string, string>} headers
 * @param {Function} use  once the panel says what it is to say
 * @param {string} said
 * @param {keyof typeof pages} path
 */
async function host(headers, use, said = '“Eleven people”', path = '/index.html') {
  await serving(headers, async (origin) => {
    const view = await chromium.open(origin + path);
    try {
      await view.evaluate(give, articles);
      await view.locator('crossread-panel').getByText(said).first().waitFor();
      await use({
        view,
        wrong: () => view.evaluate(() => window.wrong),
        workers: () => view.workers().length,
      });
    } finally {
      await view.close();
    }
  });
}
const policy = (text) => () => ({ 'Content-Security-Policy': text, 'X-Content-Type-Options': 'nosniff' });

/** A saved page by way of the file chooser, as a reader gives one. */
async function addPage(view) {
  const name = 'saved.html';
  const buffer = Buffer.from(
    '<title>Saved</title><style>p { color: red }</style><p onclick="wrong.push(1)" style="color: red">Nine people ' +
      'were hurt when the footbridge at Marrow Weir gave way on Sunday, the fire chief said.</p>' +
      '<noscript><img src="x"></noscript><img src="/x" onerror="wrong.push(2)"><script>wrong.push(3)</script>',
  );
  await view.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/html', buffer });
}

test('a policy of three directives is enough, Trusted Types enforced: with a worker, in every view, for every file', async () => {
  await host(policy(`${POLICY}; ${TRUSTED}`), async ({ view, wrong, workers }) => {
    assert.equal(workers(), 1);
    await addPage(view);
    await view.locator('crossread-panel').getByText('“Nine people”').first().waitFor();
    for (const tab of await view.locator('.tab').all()) {
      await tab.click();
      await view.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
    }
    await view.locator('.tab').first().click();
    for (const format of ['html', 'markdown', 'csv', 'annotations', 'json']) {
      await view.getByRole('button', { name: 'Export' }).click();
      const [saved] = await Promise.all([
        view.waitForEvent('download'),
        view.locator(`[data-format="${format}"]`).click(),
      ]);
      assert.ok(saved.suggestedFilename());
    }
    assert.deepEqual(await wrong(), []);
    assert.deepEqual(view.complaints, []);
  });
});

test('each of the three directives is needed', async () => {
  const without = (directive) => POLICY.replace(directive, '');
  await host(
    policy(without(" 'wasm-unsafe-eval'")),
    async ({ wrong }) => assert.ok((await wrong()).includes('not_loaded')),
    "'wasm-unsafe-eval' is missing in script-src of the Content-Security-Policy",
  );
  await host(
    policy(without("; connect-src 'self'")),
    async ({ wrong }) => assert.ok((await wrong()).includes('not_loaded')),
    'engine did not load',
  );
});

test('where the policy does not name crossread, the page’s thread compares, and what is pasted is read as text', async () => {
  for (const names of ["'none'", 'somebody-else'])
    await host(
      policy(`${POLICY}; require-trusted-types-for 'script'; trusted-types ${names}`),
      async ({ view, wrong, workers }) => {
        assert.equal(workers(), 0);
        await addPage(view);
        await view.getByText('could not be read').waitFor();
        assert.ok(!(await wrong()).includes('not_loaded'));
        const unhandled = (await wrong()).filter((line) => /^Uncaught|Error/.test(line));
        assert.deepEqual(unhandled, []);
      },
    );
});

test('two copies of the package: the second does without, or has ’allow-duplicates’', async () => {
  const second = async (view) =>
    view.evaluate(async (list) => {
      const { compare } = await import('/crossread/inline.js');
      return (await compare(list)).findings.length;
    }, articles);
  const blobs = "; worker-src 'self' blob:";
  await host(policy(`${POLICY}${blobs}; ${TRUSTED}`), async ({ view, workers }) => {
    assert.ok((await second(view)) > 0);
    assert.equal(workers(), 1);
  });
  await host(policy(`${POLICY}${blobs}; ${TRUSTED} 'allow-duplicates'`), async ({ view, wrong, workers }) => {
    assert.ok((await second(view)) > 0);
    assert.equal(workers(), 2);
    assert.deepEqual(await wrong(), []);
  });
});

test('isolated or not: COEP on every file keeps the worker, on the page alone costs it', async () => {
  const isolated = {
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
  };
  const isIsolated = (view) => view.evaluate(() => window.crossOriginIsolated);
  await host(
    () => isolated,
    async ({ view, wrong, workers }) => {
      assert.deepEqual([await isIsolated(view), workers(), await wrong()], [true, 1, []]);
    },
  );
  await host(
    (path) => (path === '/index.html' ? isolated : {}),
    async ({ view, wrong, workers }) => {
      assert.deepEqual([await isIsolated(view), workers(), await wrong()], [true, 0, []]);
    },
  );
  await host(
    () => ({}),
    async ({ view, wrong, workers }) => {
      assert.deepEqual([await isIsolated(view), workers(), await wrong()], [false, 1, []]);
    },
  );
});

test('in a sandbox without an origin it works if the files may be had; without blobs, in the page’s thread', async () => {
  for (const [also, expected] of [
    ['', 1],
    ["; worker-src 'none'", 0],
  ])
    await host(
      () => ({
        'Content-Security-Policy': `sandbox allow-scripts${also}`,
        'Access-Control-Allow-Origin': '*',
      }),
      async ({ view, wrong, workers }) => {
        assert.equal(await view.evaluate(() => window.origin), 'null');
        assert.equal(workers(), expected);
        assert.ok(!(await wrong()).includes('not_loaded'));
      },
    );
});

test('wrong types are survived: only a script’s own counts, and without a worker’s the page’s thread compares', async () => {
  const types = (given) => (path) => {
    const [, type] = Object.entries(given).find(([ending]) => path.endsWith(ending)) ?? [];
    return { 'X-Content-Type-Options': 'nosniff', ...(type ? { 'Content-Type': type } : {}) };
  };
  for (const [given, expected] of [
    [{ '.wasm': 'application/octet-stream', '.model': 'text/plain; charset=utf-8' }, 1],
    [{ '.wasm': 'text/html; charset=utf-8', '.model': 'text/html' }, 1],
    [{ 'worker.js': 'application/octet-stream' }, 0],
  ])
    await host(types(given), async ({ wrong, workers }) => {
      assert.equal(workers(), expected, JSON.stringify(given));
      assert.deepEqual(await wrong(), []);
    });
});

test('the page’s own files: wrong types are survived, and a worker that may not start is said to be missing', async () => {
  const nosniff = { 'X-Content-Type-Options': 'nosniff' };
  const served = (headers, use, said) => host(headers, use, said, '/served.html');
  const binary = (path) => ({
    ...nosniff,
    ...(/\.(wasm|model)$/.test(path) ? { 'Content-Type': 'text/plain; charset=utf-8' } : {}),
  });
  await served(binary, async ({ wrong, workers }) => {
    assert.deepEqual([workers(), await wrong()], [1, []]);
  });
  await served(
    (path) => ({ ...nosniff, ...(path.endsWith('worker.js') ? { 'Content-Type': 'text/plain' } : {}) }),
    async ({ wrong }) => assert.deepEqual(await wrong(), ['not_loaded']),
    'its worker is not served, or not as text/javascript',
  );
});

test('the page’s own files under a policy: three directives and one for its style; what is missing is named', async () => {
  const served = (text, use, said) => host(policy(text), use, said, '/served.html');
  const styled = `${POLICY}; style-src 'self'`;
  await served(`${styled}; ${TRUSTED}`, async ({ view, wrong, workers }) => {
    assert.deepEqual([workers(), await wrong(), view.complaints], [1, [], []]);
  });
  const notLoaded = async ({ wrong }) => assert.ok((await wrong()).includes('not_loaded'));
  await served(
    styled.replace(" 'wasm-unsafe-eval'", ''),
    notLoaded,
    "'wasm-unsafe-eval' is missing in script-src of the Content-Security-Policy",
  );
  await served(
    `${styled}; require-trusted-types-for 'script'; trusted-types 'none'`,
    notLoaded,
    'crossread is missing in trusted-types of the Content-Security-Policy',
  );
});

for (const { name, skip } of engines.filter((engine) => engine.name !== 'Chromium')) {
  describe(name, { skip }, () => {
    let view;
    before(async () => {
      view = await openIn(name);
    });
    after(() => view?.close());
    const shown = (origin, said, path = 'index') =>
      view
        .goto(`${origin}/${path}.html`)
        .then(() => view.run(give, articles))
        .then(() =>
          view.until(
            (wanted) =>
              document.querySelector('crossread-panel').shadowRoot.textContent.includes(wanted) &&
              window.wrong,
            said,
          ),
        );
    test('the strict policy is enough', () =>
      serving(policy(`${POLICY}; ${TRUSTED}`), async (origin) => {
        assert.deepEqual(await shown(origin, '“Eleven people”'), []);
      }));
    test('without ’wasm-unsafe-eval’ the panel names it', () =>
      serving(policy(`${POLICY.replace(" 'wasm-unsafe-eval'", '')}; style-src 'self'`), async (origin) => {
        for (const path of ['index', 'served'])
          assert.ok((await shown(origin, "'wasm-unsafe-eval' is missing", path)).includes('not_loaded'));
      }));
  });
}
