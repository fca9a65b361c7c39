// A page of somebody else's that has the element, served under the strict policy. No article leaves it, and
// whatever it counts is on `window.seen`.
import { CSP } from '../../serve.mjs';

/** Wraps Worker before any script runs, to count those that were started and those that are still there. */
export function countWorkers() {
  const seen = { started: 0, alive: 0 };
  Object.defineProperty(window, 'seen', { value: seen, enumerable: false });
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      seen.started += 1;
      seen.alive += 1;
    }
    terminate() {
      super.terminate();
      seen.alive -= 1;
    }
  };
}

/**
 * For `open`: host.html with these elements.
 * @param {string} [body] @param {string} [head]
 */
export const hostPage = (body = '<crossread-panel></crossread-panel>', head = '') => ({
  path: 'host.html',
  async before(page) {
    await page.addInitScript(countWorkers);
    await page.route('**/host.html', (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        headers: { 'Content-Security-Policy': CSP },
        body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>${head}
          <script type="module" src="src/define.js"></script><main>${body}</main></html>`,
      }),
    );
  },
});

/** A draft and two sources, which differ in a number. */
export const articles = [
  {
    id: 'draft',
    title: 'Ferry strikes pier at Osmund Quay',
    text: 'Fourteen people were hurt when the ferry Linnet struck the pier at Osmund Quay on Tuesday, the harbour office said.',
  },
  {
    id: 'wire',
    source: 'Cape Wire',
    text: 'The harbour office said 41 people were hurt when the ferry Linnet struck the pier at Osmund Quay on Tuesday.',
  },
  {
    id: 'post',
    source: 'Osmund Post',
    text: 'Nobody was hurt when the ferry Linnet struck the pier at Osmund Quay on Tuesday, the harbour office said.',
  },
];
